"""What a file asks for against what the study holds: what is new, changed, kept, or left alone.

A value is set where the file says another than it said before, and nobody changed it by hand. What
is cleared or withdrawn is never touched.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final

from ..editing.amendments import as_read
from ..editing.folders import list_for
from ..handing_over import handed_over
from ..model.kinds import BY_NOUN
from ..privacy.withdrawn import Finder
from .found import Anomaly, Dropped
from .holdings import Held, Holdings, file_for
from .import_report import Came, Report
from .memory import Memory, Remembered
from .request import Key, Ref, Request, Wanted, grows
from .which_record import Identities
from .withdrawn_prose import without_withdrawn
from .writing import Edits, New, ordered

_ORDER: Final = ("group", "session", "theme", "code", "participant")
_LAST: Final = "quotation"
_CHILDREN: Final = {"theme": "subthemes", "code": "codes"}
# An option may have said these of the whole file, and be left out the next time.
_SAID_BY_OPTIONS: Final = frozenset({"group", "groups", "language"})


@dataclass
class Merge:
    """Bring the request of one file into a study's records."""

    holdings: Holdings
    memory: Memory
    source: str
    edits: Edits
    report: Report
    withdrawn: Finder | None = None
    name: str = ""
    """The file's name, as errors tell it."""

    def __post_init__(self) -> None:
        self.identities = Identities(self.holdings, self.memory, self.source)
        self._records: dict[str, Remembered] = {}
        self._new: dict[Key, dict[str, Any]] = {}

    def merge(self, request: Request) -> Memory:
        """Plan the edits that a request comes to, and give what is to be remembered.

        Nothing is left of the request: each record goes once it is planned.
        """
        by_noun = {noun: request.of(noun) for noun in (*_ORDER, _LAST)}
        request.wanted.clear()
        for noun in _ORDER:
            for wanted in handed_over(by_noun[noun]):
                self._bring(wanted, self.identities.known(wanted))
        pending: list[Wanted] = []
        for wanted in handed_over(by_noun[_LAST]):
            held = self.identities.known(wanted)
            if held is None:
                pending.append(wanted)
            else:
                self._bring(wanted, held)
        for wanted in handed_over(pending):
            self._unknown_quotation(wanted)
        self._gone()
        return replace(self.memory, records={**self.memory.records, **self._records})

    def _unknown_quotation(self, wanted: Wanted) -> None:
        if self.identities.was_deleted(wanted):
            self._drop(wanted, "it was brought in before and has been deleted since")
            self._keep_memory(wanted)
            return
        held = self.identities.edited(wanted)
        if held is not None:
            self.identities.remember_as(wanted, held)
        elif self.withdrawn is not None and self.withdrawn.find(_said(wanted)):
            self._drop(wanted, "these words were withdrawn")
            return
        self._bring(wanted, held)

    def _drop(self, wanted: Wanted, why: str) -> None:
        self.report.dropped.append(Dropped(wanted.at, why))

    def _keep_memory(self, wanted: Wanted) -> None:
        kept = self.identities.remembered.pop(wanted.key, None)
        if kept is not None:
            self._records[self.identities.mark_of(wanted)] = kept

    def _bring(self, wanted: Wanted, held: Held | None) -> None:
        if held is not None and "withdrawn" in held.data:
            self._drop(wanted, "these words were withdrawn")
            self._keep_memory(wanted)
            return
        id_ = held.id if held else self.identities.new_id(wanted)
        if wanted.noun != _LAST:
            self.identities.ids[wanted.key] = id_
        fields = {name: self._resolved(value) for name, value in wanted.fields.items()}
        fields = {name: value for name, value in fields.items() if value not in ([], {}, "")}
        if wanted.noun in _CHILDREN:
            fields, left_out = without_withdrawn(self.withdrawn, self.name, wanted, fields)
            for says in left_out:
                self._look(wanted, says)
        if held is None:
            # What the study itself adds is not remembered: the file never said it.
            self._begin(wanted, id_, self._completed(wanted, fields))
            self._came(wanted, id_, "new")
        else:
            self._compare(wanted, held, fields)
        marks = {name: self.memory.mark(as_read(value)) for name, value in fields.items()}
        if before := self.identities.remembered.pop(wanted.key, None):
            said = {n: mark for n, mark in before.fields.items() if n in _SAID_BY_OPTIONS}
            marks = {**said, **marks}
        kept = Remembered(self.memory.mark(id_), self.source, marks)
        self._records[self.identities.mark_of(wanted)] = kept

    def _came(self, wanted: Wanted, id_: str, outcome: Any, fields: Iterable[str] = ()) -> None:
        self.report.came.append(Came(wanted.noun, id_, outcome, wanted.at, tuple(fields)))

    def _resolved(self, value: Any) -> Any:
        if isinstance(value, Ref):
            return self.identities.ids.get(value.key, "")
        if isinstance(value, list):
            resolved = [item for item in map(self._resolved, value) if item]
            # Two names may lead to one record; but whoever says a thing twice has said it twice.
            return [
                item
                for n, item in enumerate(resolved)
                if isinstance(item, dict) or item not in resolved[:n]
            ]
        return value

    # -- new records

    def _completed(self, wanted: Wanted, fields: dict[str, Any]) -> dict[str, Any]:
        """Give a new record the group that it has to have, where the study leaves no doubt."""
        if wanted.noun not in ("session", "participant"):
            return fields
        groups = [str(group.get("id", "")) for group in self.holdings.groups]
        fields = dict(fields)
        if wanted.noun == "session" and not fields.get("groups"):
            fields["groups"] = groups
            if len(groups) > 1:
                says = "whose session it was is not said: all groups stand there; see --group"
                self._look(wanted, says)
        if wanted.noun == "participant" and not fields.get("group") and len(groups) == 1:
            fields["group"] = groups[0]
        return fields

    def _begin(self, wanted: Wanted, id_: str, fields: dict[str, Any]) -> None:
        record = ordered(wanted.noun, {"id": id_, **fields})
        child = _CHILDREN.get(wanted.noun)
        if child is not None:
            self._new[wanted.key] = record
        if wanted.parent is not None and child is not None:
            if wanted.parent in self._new:
                self._new[wanted.parent].setdefault(child, []).append(record)
            else:
                held = self.holdings.get(wanted.noun, self.identities.ids[wanted.parent])
                assert held is not None
                self.edits.add_inside(held.file, held.steps, wanted.noun, child, record)
        elif wanted.noun == "group":
            self.edits.add_inside(file_for("study", ""), (), "study", "groups", record)
        else:
            name = id_ if wanted.noun == "theme" else list_for(record.get("themes"))
            new = New(BY_NOUN[wanted.noun], record, wanted.comment)
            self.edits.add(file_for(wanted.noun, name), new)

    # -- records that stand there

    def _compare(self, wanted: Wanted, held: Held, fields: dict[str, Any]) -> None:
        before = self.identities.remembered.get(wanted.key)
        changed = self._changed(wanted, held, fields, before)
        is_public_quotation = wanted.noun == "quotation" and not held.is_private
        if changed and is_public_quotation:
            says = f"quotation {held.id} is cleared, and was not changed: {', '.join(changed)}"
            says += " differ" if len(changed) > 1 else " differs"
            self._look(wanted, f"{says} in this file")
            changed = {}
        if changed and wanted.noun == "participant" and not held.is_private:
            # What is known of a person stays private, beside the public record.
            record = ordered("participant", {"id": held.id, **changed})
            self.edits.add(file_for("participant", ""), New(BY_NOUN["participant"], record))
        elif changed:
            self.edits.amend(held.file, held.steps, wanted.noun, changed)
        self._came(wanted, held.id, "changed" if changed else "as it was", changed)

    def _changed(
        self, wanted: Wanted, held: Held, fields: Mapping[str, Any], before: Remembered | None
    ) -> dict[str, Any]:
        """Give the fields that are to change; what was changed by hand stays as it is."""
        changed: dict[str, Any] = {}
        marks = before.fields if before else {}
        same_file = before is not None and before.source == self.source
        for name, value in fields.items():
            new, now = as_read(value), held.data.get(name)
            old = marks.get(name)
            if now == new or self.memory.mark(new) == old:
                continue
            if now is None and old is None:
                changed[name] = value
            elif (
                grows(name, value)
                and isinstance(now, list)
                and not (same_file and self.memory.mark(now) == old)
            ):
                if more := [item for item in new if item not in now]:
                    changed[name] = [*now, *more]
            elif now is not None and old is not None and self.memory.mark(now) == old:
                changed[name] = value
            elif not _is_label(wanted, name, now, new):
                says = f"{name} of {wanted.noun} {held.id} stays as the study has it"
                self._look(wanted, f"{says}: this file says otherwise")
        for name, old in marks.items() if same_file else ():
            if (
                name not in fields
                and name not in _SAID_BY_OPTIONS
                and name in held.data
                and self.memory.mark(held.data[name]) == old
            ):
                changed[name] = None
        return changed

    def _look(self, wanted: Wanted, says: str) -> None:
        self.report.anomalies.append(Anomaly("other", wanted.at, says))

    def _gone(self) -> None:
        """Tell of what this file held before and holds no longer; nothing of it is deleted."""
        met = {kept.id for kept in self._records.values()} if self.memory.records else set()
        marks = {self.memory.mark(id_): (noun, id_) for noun, id_ in self.holdings.records}
        gone: dict[str, list[str]] = {}
        for kept in self.memory.records.values():
            if kept.source == self.source and kept.id not in met and kept.id in marks:
                noun, id_ = marks[kept.id]
                if noun != "group":
                    gone.setdefault(noun, []).append(id_)
        for noun, named in gone.items():
            listed = ", ".join(sorted(set(named)))
            says = f"no longer in this file, and left as they are: {noun} {listed}"
            self.report.anomalies.append(Anomaly("other", "the file", says))


def _said(wanted: Wanted) -> Iterator[str]:
    """Give all that is said in a quotation, in the language it was said in too."""
    yield wanted.words
    original = wanted.fields.get("original", {})
    yield str(original.get("text", ""))
    yield from (str(turn["text"]) for turn in original.get("turns", ()))


def _is_label(wanted: Wanted, name: str, now: Any, new: Any) -> bool:
    """Tell whether a field only names a record that was found by that name, written otherwise."""
    if wanted.noun == "group":
        return True
    named: Sequence[str] = ("title", "label")
    return name in named and str(now).casefold() == str(new).casefold()
