"""What could be typed so far, and where each record stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from pydantic import ValidationError

from .model import (
    About,
    Code,
    Implication,
    Participant,
    Quotation,
    Record,
    Session,
    Theme,
    walk_codes,
    walk_themes,
)
from .problems import Location, Problem
from .sources import (
    FieldsNode,
    FileKind,
    Hole,
    ListNode,
    Source,
    TextNode,
    has_hole,
    place_at,
    to_plain,
)
from .wording import Subject, explain_errors, quoted

Kind = Literal[
    "study",
    "group",
    "attribute",
    "session",
    "participant",
    "code",
    "theme",
    "quotation",
    "implication",
]

# Which kind of record each kind of file holds, and its model.
RECORDS: dict[FileKind, tuple[Kind, type[Record]]] = {
    "study": ("study", About),
    "sessions": ("session", Session),
    "participants": ("participant", Participant),
    "codebook": ("code", Code),
    "implications": ("implication", Implication),
    "theme": ("theme", Theme),
    "quotations": ("quotation", Quotation),
}
# Which fields of a record hold further records that have an id of their own.
CHILDREN: dict[Kind, dict[str, Kind]] = {
    "study": {"groups": "group", "attributes": "attribute"},
    "code": {"codes": "code"},
    "theme": {"subthemes": "theme"},
}


@dataclass(frozen=True)
class Declaration:
    """Say that a file declares an id, whether its record could be typed or not."""

    kind: Kind
    id: str
    location: Location


@dataclass
class Draft:
    """Hold the records that could be typed, every declared id, and the place of each record."""

    today: date = field(default_factory=date.today)
    about: About | None = None
    sessions: list[Session] = field(default_factory=list)
    participants: list[Participant] = field(default_factory=list)
    codebook: list[Code] = field(default_factory=list)
    themes: list[Theme] = field(default_factory=list)
    quotations: list[Quotation] = field(default_factory=list)
    implications: list[Implication] = field(default_factory=list)
    declared: list[Declaration] = field(default_factory=list)
    by_kind: dict[Kind, dict[str, Location]] = field(default_factory=dict)
    unread_ids: set[str] = field(default_factory=set)
    """Ids that files with broken syntax seem to declare."""
    unread_kinds: set[Kind] = field(default_factory=set)
    """Kinds of which some file could not be read at all."""
    _places: dict[int, tuple[Source, FieldsNode]] = field(default_factory=dict)

    def at(self, record: Record, *path: str | int) -> Location:
        """Locate a record, or a field or entry within it."""
        source, node = self._places[id(record)]
        return Location(source.file, *place_at(node, path))

    def at_text(self, record: Record, name: str, text: str, nth: int = 0) -> Location:
        """Locate a text within a field that runs over several lines, by its nth line that holds it."""
        source, _ = self._places[id(record)]
        start = self.at(record, name)
        for number, line in enumerate(source.lines[start.line - 1 :], start.line):
            if text in line:
                if nth == 0:
                    return Location(start.file, number, line.index(text) + 1)
                nth -= 1
        return start

    def source_of(self, record: Record) -> Source:
        """Give the file a record stands in."""
        return self._places[id(record)][0]

    def has(self, kind: Kind, id_: str) -> bool:
        """Tell whether an id is declared, or may be in a file that could not be read."""
        return (
            id_ in self.by_kind.get(kind, ()) or id_ in self.unread_ids or kind in self.unread_kinds
        )

    def records(self) -> Iterator[tuple[Kind, Record]]:
        """Give every typed record with its kind, those inside others included."""
        if self.about is not None:
            yield "study", self.about
            yield from (("group", group) for group in self.about.groups)
            yield from (("attribute", attribute) for attribute in self.about.attributes)
        yield from (("session", session) for session in self.sessions)
        yield from (("participant", participant) for participant in self.participants)
        yield from (("code", code) for code in walk_codes(tuple(self.codebook)))
        yield from (("theme", theme) for theme in walk_themes(tuple(self.themes)))
        yield from (("quotation", quotation) for quotation in self.quotations)
        yield from (("implication", implication) for implication in self.implications)

    def declare(self, kind: Kind, node: FieldsNode, source: Source) -> None:
        """Note the ids of a record and of the records in it."""
        id_node = node.fields.get("id")
        if kind != "study" and isinstance(id_node, TextNode):
            location = Location(source.file, *id_node.place)
            self.declared.append(Declaration(kind, id_node.value, location))
            self.by_kind.setdefault(kind, {}).setdefault(id_node.value, location)
        for name, child in CHILDREN.get(kind, {}).items():
            for item in node.records(name):
                self.declare(child, item, source)

    def keep(self, kind: Kind, record: Record, node: FieldsNode, source: Source) -> None:
        """Note where a typed record stands, and the records in it."""
        self._places[id(record)] = (source, node)
        for name, child in CHILDREN.get(kind, {}).items():
            for item, item_node in zip(getattr(record, name), node.records(name), strict=False):
                self.keep(child, item, item_node, source)

    def add(self, record: Record) -> None:
        """Put a typed record with its like."""
        match record:
            case About():
                self.about = record
            case Session():
                self.sessions.append(record)
            case Participant():
                self.participants.append(record)
            case Code():
                self.codebook.append(record)
            case Theme():
                self.themes.append(record)
            case Quotation():
                self.quotations.append(record)
            case Implication():
                self.implications.append(record)


def make_draft(sources: list[Source]) -> tuple[Draft, list[Problem]]:
    """Type each record on its own, so that one broken record hides no other."""
    draft = Draft()
    problems: list[Problem] = []
    for source in sources:
        problems += _type_file(draft, source)
    if not any(source.kind == "study" for source in sources):
        draft.unread_kinds |= set(CHILDREN["study"].values())
    return draft, problems


def _type_file(draft: Draft, source: Source) -> Iterator[Problem]:
    kind, model = RECORDS[source.kind]
    root = source.root
    if root is None or isinstance(root, Hole):
        _note_unread(draft, kind, source)
        return
    if source.kind in ("study", "theme"):
        if isinstance(root, FieldsNode):
            yield from _type_record(draft, kind, model, root, source)
        else:
            yield _wrong_shape(
                source, "fields", "write `field: value` lines, as the other files do"
            )
        return
    if not isinstance(root, ListNode):
        yield _wrong_shape(source, "a list", "begin each record with `- id: …`")
        return
    for item in root.items:
        if isinstance(item, FieldsNode):
            yield from _type_record(draft, kind, model, item, source)
        else:
            location = Location(source.file, *item.place)
            message = f"this entry is no {kind}: it has no fields"
            yield Problem(location, "wrong-type", message, "write it as `- id: …`")


def _type_record(
    draft: Draft, kind: Kind, model: type[Record], node: FieldsNode, source: Source
) -> Iterator[Problem]:
    draft.declare(kind, node, source)
    if has_hole(node):
        draft.unread_kinds |= {kind, *CHILDREN.get(kind, {}).values()}
    try:
        record = model.model_validate(to_plain(node))
    except ValidationError as error:
        yield from explain_errors(error, Subject(_name(kind, node), source.file, node, model))
        return
    if not has_hole(node):
        draft.keep(kind, record, node, source)
        draft.add(record)


def _name(kind: Kind, node: FieldsNode) -> str:
    if kind == "study":
        return "the study"
    id_ = node.text("id")
    return f"{kind} {quoted(id_)[1:-1]}" if id_ and id_.strip() else f"this {kind}"


def _wrong_shape(source: Source, expected: str, hint: str) -> Problem:
    assert source.root is not None
    found = {TextNode: "text", ListNode: "a list", FieldsNode: "fields"}[type(source.root)]
    message = f"the file holds {found}, where {expected} is expected"
    rule = "not-yaml" if found == "text" else "wrong-type"
    return Problem(Location(source.file, *source.root.place), rule, message, hint)


def _note_unread(draft: Draft, kind: Kind, source: Source) -> None:
    if source.ids is None:
        draft.unread_kinds |= {kind, *CHILDREN.get(kind, {}).values()}
    else:
        draft.unread_ids |= source.ids
