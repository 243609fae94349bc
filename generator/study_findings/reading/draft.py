"""What could be typed so far, and where each record stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TypeVar, cast

from ..model import About, Implication, Quotation, Record
from ..model.base import SCOPED_ID_PATTERN
from ..model.kinds import BY_NOUN, FILES, OWN_FILES, Kind, walk
from ..model.named_kinds import NAMED_BY
from ..problems import Location
from ..text.spelling import looks_like, unlike
from .phrases import did_you_mean
from .sources import FieldsNode, Source, TextNode, place_at
from .subjects import column_of

R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Declaration:
    """Say that a file declares an id, whether its record could be typed or not."""

    kind: str
    id: str
    location: Location


@dataclass(eq=False)
class Draft:
    """Hold the records that could be typed, every declared id, and the place of each record."""

    today: date = field(default_factory=date.today)
    declared: list[Declaration] = field(default_factory=list)
    by_kind: dict[str, dict[str, Location]] = field(
        default_factory=lambda: {noun: {} for noun in BY_NOUN}
    )
    """Where each id is declared, by the noun of its kind."""
    unread_ids: set[str] = field(default_factory=set)
    """What look like ids in files of no use."""
    unread_kinds: set[str] = field(default_factory=set)
    """Kinds of which some ids could not be read."""
    labels: dict[str, dict[str, str]] = field(
        default_factory=lambda: {noun: {} for noun in BY_NOUN}
    )
    """Ids by kind, by what readers call them and by themselves, in small letters."""
    language: str = "en"
    """The study's own language, as it says itself."""
    lines: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """The lines of each file."""
    guesses_left: int = 200_000
    """How many more ids may be compared to guess what was meant: about a second's worth."""
    _records: dict[type[Record], list[Record]] = field(
        default_factory=lambda: {kind.record: [] for kind in FILES.values()}
    )
    _places: dict[int, tuple[Source, FieldsNode]] = field(default_factory=dict)

    def copied(self) -> Draft:
        """Give a draft of the same records, to which others can be added without changing this."""
        return Draft(
            today=self.today,
            declared=[*self.declared],
            by_kind={noun: {**ids} for noun, ids in self.by_kind.items()},
            unread_ids={*self.unread_ids},
            unread_kinds={*self.unread_kinds},
            labels={noun: {**ids} for noun, ids in self.labels.items()},
            language=self.language,
            lines={**self.lines},
            _records={record: [*records] for record, records in self._records.items()},
            _places={**self._places},
        )

    def beside(self) -> Draft:
        """Give a draft of the same records, to which others can be added that are not kept here.

        What these declare is noted in both: no id is free that any of them has.
        """
        return replace(
            self,
            lines={**self.lines},
            _records={record: [*records] for record, records in self._records.items()},
            _places={**self._places},
        )

    def take_renamed(self, other: Draft) -> None:
        """Take in those quotations of another that had ids before, which nothing may have anew."""
        for quotation in other.of(Quotation):
            if quotation.formerly and id(quotation) not in self._places:
                self._places[id(quotation)] = other._places[id(quotation)]
                self.add(quotation)

    def without(self, record: type[Record]) -> Draft:
        """Give a draft that knows the ids of all records of a kind, and none of these records."""
        left = self.copied()
        for gone in left._records[record]:
            del left._places[id(gone)]
        left._records[record] = []
        return left

    def of(self, record: type[R]) -> tuple[R, ...]:
        """List the records of one kind of file, in order."""
        return tuple(cast("list[R]", self._records[record]))

    @property
    def about(self) -> About | None:
        """Give what `study.yml` says."""
        return next(iter(self.of(About)), None)

    def at(self, record: Record, *path: str | int, by_name: bool = False) -> Location:
        """Locate a record, or a field or entry within it (`by_name`: the field's name)."""
        source, node = self._places[id(record)]
        return Location(source.file, *place_at(node, path, by_name))

    def at_text(self, record: Record, name: str, text: str, nth: int = 0) -> Location:
        """Locate a text within a field of several lines, by its nth line that holds it."""
        source, _ = self._places[id(record)]
        start = self.at(record, name)
        for number, line in enumerate(source.lines[start.line - 1 :], start.line):
            if text in line:
                if nth == 0:
                    return Location(start.file, number, line.index(text) + 1)
                nth -= 1
        return start

    def at_words(self, record: Record, path: tuple[str | int, ...], text: str, at: int) -> Location:
        """Locate what stands at an index of a text, by the words there; else the text's start."""
        source, _ = self._places[id(record)]
        start = self.at(record, *path)
        words = text[at : at + 30].partition("\n")[0].rstrip()
        # Folded and quoted texts take more lines in the file than they have themselves.
        most = text.count("\n") + len(text) // 40 + 3
        first = start.column - 1
        for number, line in enumerate(source.lines[start.line - 1 :][:most], start.line):
            for part in (words, words.split(" ")[0]):
                if part and (column := line.find(part, first)) >= 0:
                    return Location(start.file, number, column + 1)
            first = 0
        return start

    def source_of(self, record: Record) -> Source:
        """Give the file a record stands in."""
        return self._places[id(record)][0]

    def has(self, noun: str, id_: str) -> bool:
        """Tell whether an id is declared, or may be in a file that could not be read."""
        return id_ in self.by_kind[noun] or id_ in self.unread_ids or noun in self.unread_kinds

    def guess(self, noun: str, id_: str, where: Location) -> str:
        """Suggest the declared id nearest to one that is not, as long as that takes no time."""
        if (named := self.labels[noun].get(id_.casefold())) not in (None, id_):
            return f"write {named}, the id"
        known = self.by_kind[noun]
        self.guesses_left -= len(known)
        return self.meant(id_, known, where) if self.guesses_left >= 0 else ""

    def meant(self, value: str, known: Iterable[str], where: Location) -> str:
        """Suggest the known word nearest to a value.

        Of one that only looks like it, what differs is named.
        """
        known = tuple(known)
        hint = did_you_mean(value, known)
        alike = next((word for word in known if looks_like(value, word)), None)
        char = unlike(value, alike) if alike is not None else None
        column = column_of(self.lines.get(where.file, ()), where, char) if char else None
        return f"{hint} at column {column}" if column and "this holds" in hint else hint

    def guess_named(self, field: str, id_: str) -> str:
        """Suggest the declared id nearest to one that a field cannot take."""
        known = self.by_kind[NAMED_BY[field]] if field in NAMED_BY else {}
        self.guesses_left -= len(known)
        return did_you_mean(id_, known) if self.guesses_left >= 0 else ""

    def is_declared(self, id_: str) -> bool:
        """Tell whether a record of any kind declares an id."""
        return any(id_ in ids for ids in self.by_kind.values())

    def labels_for(self, field: str) -> dict[str, str]:
        """Map what readers call what a field may name, and its ids, to the ids."""
        return self.labels[NAMED_BY[field]] if field in NAMED_BY else {}

    def records(self) -> Iterator[tuple[Kind, Record]]:
        """Give every typed record with its kind, those inside others too, translations apart."""
        # Recommendations follow from all else, and come after it.
        for kind in sorted(OWN_FILES, key=lambda kind: kind.record is Implication):
            for record in self._records[kind.record]:
                yield from walk(kind, record)

    def former_ids(self) -> Iterator[tuple[Kind, Record, int, str]]:
        """Give each id that a record had before, with its place among those it had."""
        for kind, record in self.records():
            for index, old in enumerate(getattr(record, "formerly", ())):
                yield kind, record, index, old

    def note_unread(self, kind: Kind) -> None:
        """Note that some record of a kind, and those in it, may have ids nobody could read."""
        self.unread_kinds |= {kind.noun, *(child.noun for child in kind.children.values())}

    def declare(self, kind: Kind, node: FieldsNode, source: Source) -> None:
        """Note the ids of a record and of the records in it; a translation declares none."""
        if kind.is_translation:
            return
        if kind.record is About:
            self.language = node.text("language") or self.language
        id_node = node.fields.get("id")
        if isinstance(id_node, TextNode):
            location = Location(source.file, *id_node.place)
            self.declared.append(Declaration(kind.noun, id_node.value, location))
            if re.fullmatch(SCOPED_ID_PATTERN, id_node.value):
                self.by_kind[kind.noun].setdefault(id_node.value, location)
                labels = self.labels[kind.noun]
                for name in (id_node.value, *map(node.text, ("label", "title"))):
                    if name:
                        labels.setdefault(" ".join(name.casefold().split()), id_node.value)
            else:
                self.note_unread(kind)
        elif "id" in kind.record.model_fields:
            self.note_unread(kind)
        for name, child in kind.children.items():
            for item in node.records(name):
                self.declare(child, item, source)

    def keep(self, kind: Kind, record: Record, node: FieldsNode, source: Source) -> None:
        """Note where a typed record stands, and the records in it."""
        self._places[id(record)] = (source, node)
        for name, child in kind.children.items():
            for item, item_node in zip(getattr(record, name), node.records(name), strict=False):
                self.keep(child, item, item_node, source)

    def add(self, record: Record) -> None:
        """Put a typed record with its like."""
        self._records[type(record)].append(record)
