"""Sources -> draft: each record is typed on its own, so that one broken record hides no other."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import ValidationError

from ..model import (
    About,
    Code,
    Implication,
    Participant,
    Quotation,
    Record,
    Session,
    StudyTranslation,
    Theme,
    ThemeTranslation,
)
from ..problems import Location, Problem
from .draft import CHILDREN, TRANSLATIONS, Draft, Kind
from .phrases import quoted
from .sources import (
    FieldsNode,
    FileKind,
    Hole,
    ListNode,
    Node,
    Source,
    TextNode,
    has_hole,
    to_plain,
)
from .subjects import Subject
from .typing_errors import explain_errors

# Which kind of record each kind of file holds, and its model.
RECORDS: dict[FileKind, tuple[Kind, type[Record]]] = {
    "study": ("study", About),
    "sessions": ("session", Session),
    "participants": ("participant", Participant),
    "codebook": ("code", Code),
    "implications": ("implication", Implication),
    "theme": ("theme", Theme),
    "quotations": ("quotation", Quotation),
    "study-translation": ("study-translation", StudyTranslation),
    "theme-translation": ("theme-translation", ThemeTranslation),
}
# Which kinds of file hold one record, not a list of them.
SINGLE: frozenset[FileKind] = frozenset(
    {"study", "theme", "study-translation", "theme-translation"}
)


def make_draft(sources: list[Source]) -> tuple[Draft, list[Problem]]:
    """Type the records of all files; note the place of each, and what is wrong with it."""
    draft = Draft()
    problems: list[Problem] = []
    for source in sources:
        _declare(draft, source)
    for source in sources:
        problems += _type_file(draft, source)
    if not any(source.kind == "study" for source in sources):
        draft.note_unread("study")
    return draft, problems


def _declare(draft: Draft, source: Source) -> None:
    """Note what a file declares, before any record is typed: errors name what is there."""
    kind, _ = RECORDS[source.kind]
    root = source.root
    draft.lines[source.file] = source.lines
    if isinstance(root, FieldsNode) and source.kind in SINGLE:
        draft.declare(kind, root, source)
    elif isinstance(root, ListNode) and source.kind not in SINGLE:
        for item in root.items:
            if isinstance(item, FieldsNode):
                draft.declare(kind, item, source)


def _type_file(draft: Draft, source: Source) -> Iterator[Problem]:
    kind, model = RECORDS[source.kind]
    root = source.root
    if isinstance(root, FieldsNode) and source.kind in SINGLE:
        yield from _type_record(draft, kind, model, root, source)
    elif isinstance(root, ListNode) and source.kind not in SINGLE:
        for item in root.items:
            if isinstance(item, FieldsNode):
                yield from _type_record(draft, kind, model, item, source)
            else:
                location = Location(source.file, *item.place)
                message = f"this entry is no {kind}: it has no fields"
                yield Problem(location, "wrong-type", message, "write it as `- id: …`")
                draft.note_unread(kind)
    else:
        _note_unread(draft, kind, source)
        if root is not None and not isinstance(root, Hole):
            yield _wrong_shape(source, root)


def _type_record(
    draft: Draft, kind: Kind, model: type[Record], node: FieldsNode, source: Source
) -> Iterator[Problem]:
    torn = source.flawed and has_hole(node)
    if torn:
        draft.note_unread(kind)
    try:
        record = model.model_validate(to_plain(node))
    except ValidationError as error:
        absent = CHILDREN.get(kind, {}).keys() - node.fields.keys()
        draft.unread_kinds |= {CHILDREN[kind][name] for name in absent}
        name = _name(kind, node)
        yield from explain_errors(
            error,
            Subject(
                name,
                source.file,
                node,
                model,
                source.lines,
                draft.language,
                draft.labels_for,
                draft.guess_named,
                draft.is_declared,
            ),
        )
        return
    if not torn:
        draft.keep(kind, record, node, source)
        draft.add(record)


def _name(kind: Kind, node: FieldsNode) -> str:
    if kind == "study":
        return "the study"
    if kind == "study-translation":
        return "the study's translation"
    word = "translation" if kind in TRANSLATIONS else kind
    id_ = node.text("id")
    return f"{word} {quoted(id_)[1:-1]}" if id_ and id_.strip() else f"this {word}"


def _wrong_shape(source: Source, root: Node) -> Problem:
    found = {TextNode: "text", ListNode: "a list"}.get(type(root), "fields")
    expected, hint = "a list", "begin each record with `- id: …`"
    if source.kind in SINGLE:
        expected, hint = "fields", "write `field: value` lines"
    message = f"the file holds {found}, but should hold {expected}"
    rule = "not-yaml" if found == "text" else "wrong-type"
    return Problem(Location(source.file, *root.place), rule, message, hint)


def _note_unread(draft: Draft, kind: Kind, source: Source) -> None:
    if kind in TRANSLATIONS:
        return
    ids = source.seeming_ids()
    draft.unread_ids |= ids
    if not ids:
        draft.note_unread(kind)
