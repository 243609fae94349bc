"""Records set in their files: fields amended, records added, files begun; comments kept."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from ..editing.all_or_none import Change
from ..editing.amendments import Amendment, amended, as_read
from ..editing.emitted import emitted_item, emitted_record
from ..editing.layout import with_added
from ..editing.moving import addable
from ..editing.record_texts import holds, layout_problem, parse_records
from ..model.base import FieldPath
from ..model.editors import schema_line
from ..model.kinds import BY_NOUN, Kind
from ..problems import Location, StudyError
from ..study_folder import PRIVATE

_ORDERS: Final = {kind.noun: ("id", *(n for n in kind.record.model_fields if n != "id"))
                  for kind in BY_NOUN.values()}  # fmt: skip
_RANKS: Final = {noun: {name: rank for rank, name in enumerate(order)}
                 for noun, order in _ORDERS.items()}  # fmt: skip
_HEADS: Final = {
    "theme": "# A theme, brought in. It is public: see that no word in it is somebody's own.\n",
    "code": "# The codebook. It is public, as is all in this folder.\n",
    "session": "# Sessions, as they are told to readers. No name and no day belongs here.\n",
    "participant": "# Who took part. Nothing here is published, and git never gets it.\n",
    "quotation": "# Not cleared yet: `findings clear ID --by WHO` moves what was reviewed.\n",
}


@dataclass(frozen=True, slots=True)
class New:
    """A record begun: its kind, its fields in order, and a line to stand above it."""

    kind: Kind
    fields: Mapping[str, Any]
    comment: str = ""


def ordered(noun: str, fields: Mapping[str, Any]) -> dict[str, Any]:
    """Put fields in the order of the model."""
    ranks = _RANKS[noun]
    return dict(sorted(fields.items(), key=lambda item: ranks.get(item[0], len(ranks))))


@dataclass
class Edits:
    """Collect what changes in a study's files, and write each of them anew."""

    root: Path
    amendments: dict[str, dict[FieldPath, Amendment]] = field(default_factory=dict)
    nouns: dict[str, str] = field(default_factory=dict)
    items: dict[str, list[New]] = field(default_factory=dict)
    wholes: dict[str, New] = field(default_factory=dict)
    begun: dict[str, list[bytes]] = field(default_factory=dict)
    """Lists that stand nowhere yet: the lines of each record, which takes far less room so."""

    def amend(self, file: str, steps: FieldPath, noun: str, fields: Mapping[str, Any]) -> None:
        """Set fields of a record; None takes one out."""
        here = self.amendments.setdefault(file, {})
        old = here.get(steps, Amendment())
        here[steps] = Amendment({**old.fields, **fields}, old.added)
        self.nouns[file] = noun

    def add_inside(
        self, file: str, steps: FieldPath, noun: str, name: str, record: Mapping[str, Any]
    ) -> None:
        """Add a record to the end of a field of one that stands in the study."""
        here = self.amendments.setdefault(file, {})
        old = here.get(steps, Amendment())
        here[steps] = Amendment(old.fields, {**old.added, name: [*old.added.get(name, ()), record]})
        self.nouns[file] = noun

    def add(self, file: str, new: New) -> None:
        """Add a record to the end of a list, or begin the file it is alone in.

        One that others may stand inside can still grow, until it is written.
        """
        if not new.kind.is_list:
            self.wholes[file] = new
        elif lines := self._begun(file, new.kind):
            lines.append(b"\n" + _commented(new).encode("utf-8", "surrogateescape"))
        else:
            self.items.setdefault(file, []).append(new)

    def _begun(self, file: str, kind: Kind) -> list[bytes]:
        """Give the lines of a list that stands nowhere yet; none of one that they are added to."""
        if file not in self.begun and file not in self.items:
            path = self.root / file
            if not kind.children and not path.exists():
                self.begun[file] = [_head(path, kind).encode()]
        return self.begun.get(file, [])

    @property
    def is_any(self) -> bool:
        """Tell whether a file changes."""
        return bool(self.amendments or self.items or self.wholes or self.begun)

    def changes(self) -> Iterator[Change]:
        """Write each file in turn; raises StudyError where the layout of one does not allow it."""
        changed = {*self.amendments, *self.items, *self.wholes, *self.begun}
        for file in sorted(changed, key=_order):
            if file in self.begun:
                yield Change(self.root / file, b"".join(self.begun[file]))
            else:
                yield Change(self.root / file, self._text(file))

    def _text(self, file: str) -> str:
        path = self.root / file
        if file in self.wholes:
            new = self.wholes[file]
            return _head(path, new.kind) + emitted_record(new.fields, 0)
        text = path.read_bytes().decode("utf-8") if path.exists() else ""
        if amendments := self.amendments.get(file):
            text = amended(text, file, amendments, _ORDERS[self.nouns[file]])
        return self._with_items(path, file, text) if file in self.items else text

    def _with_items(self, path: Path, file: str, text: str) -> str:
        items = self.items[file]
        pieces = [(_commented(new), 0) for new in items]
        if not path.exists():
            return _head(path, items[0].kind) + "\n" + "\n".join(lines for lines, _ in pieces)
        target = addable(parse_records(text, file))
        added = with_added(target, pieces, is_spaced=True)
        expected = [
            *(record.data for record in target.records),
            *(as_read(n.fields) for n in items),
        ]
        if not holds(added, expected):
            raise StudyError([layout_problem(Location(file))])
        return added


def _order(file: str) -> tuple[bool, str]:
    """Write what is public last: what waits names it, and is found wanting without it."""
    return not file.startswith(f"{PRIVATE}/"), file


def _head(path: Path, kind: Kind) -> str:
    return schema_line(path, kind.name) + _HEADS.get(kind.noun, "")


def _commented(new: New) -> str:
    above = f"# {' '.join(new.comment.split())}\n" if new.comment else ""
    return above + emitted_item(new.fields, 0)
