"""Sources -> draft: each record is typed on its own, so that one broken record hides no other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pydantic import ValidationError

from ..model import About, MethodsTranslation, StudyTranslation
from ..model.kinds import BY_RECORD, Kind
from ..problems import Location, Problem
from .draft import Draft
from .phrases import quoted
from .sources import (
    FieldsNode,
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


def make_draft(sources: list[Source]) -> tuple[Draft, list[Problem]]:
    """Type the records of all files; note the place of each, and what is wrong with it."""
    draft = Draft()
    problems = type_sources(draft, sources)
    study = BY_RECORD[About]
    if not any(source.kind == study for source in sources):
        draft.note_unread(study)
    return draft, problems


def type_sources(draft: Draft, sources: Sequence[Source]) -> list[Problem]:
    """Type the records of more files, and give what is wrong with them."""
    for source in sources:
        _declare(draft, source)
    return [problem for source in sources for problem in _type_file(draft, source)]


def _entries(source: Source) -> list[Node] | None:
    """List the nodes that are to be records; None where the file has not its kind's shape."""
    root = source.root
    if source.kind.is_list:
        return root.items if isinstance(root, ListNode) else None
    return [root] if isinstance(root, FieldsNode) else None


def _declare(draft: Draft, source: Source) -> None:
    """Note what a file declares, before any record is typed: errors name what is there."""
    draft.lines[source.file] = source.lines
    for item in _entries(source) or ():
        if isinstance(item, FieldsNode):
            draft.declare(source.kind, item, source)


def _type_file(draft: Draft, source: Source) -> Iterator[Problem]:
    kind, entries = source.kind, _entries(source)
    for item in entries or ():
        if isinstance(item, FieldsNode):
            yield from _type_record(draft, kind, item, source)
        else:
            location = Location(source.file, *item.place)
            message = f"this entry is no {kind.noun}: it has no fields"
            yield Problem(location, "wrong-type", message, "write it as `- id: …`")
            draft.note_unread(kind)
    if entries is None:
        _note_unread(draft, source)
        if source.root is not None and not isinstance(source.root, Hole):
            yield _wrong_shape(source, source.root)


def _type_record(draft: Draft, kind: Kind, node: FieldsNode, source: Source) -> Iterator[Problem]:
    torn = source.flawed and has_hole(node)
    if torn:
        draft.note_unread(kind)
    try:
        record = kind.record.model_validate(to_plain(node))
    except ValidationError as error:
        absent = kind.children.keys() - node.fields.keys()
        draft.unread_kinds |= {kind.children[name].noun for name in absent}
        name = _name(kind, node)
        yield from explain_errors(
            error,
            Subject(
                name,
                source.file,
                node,
                kind.record,
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
    if kind.record is About:
        return "the study"
    if kind.record is StudyTranslation:
        return "the study's translation"
    if kind.record is MethodsTranslation:
        return "the translation of the methods"
    word = "translation" if kind.is_translation else kind.noun
    id_ = node.text("id")
    return f"{word} {quoted(id_)[1:-1]}" if id_ and id_.strip() else f"this {word}"


def _wrong_shape(source: Source, root: Node) -> Problem:
    found = {TextNode: "text", ListNode: "a list"}.get(type(root), "fields")
    expected, hint = "a list", "begin each record with `- id: …`"
    if not source.kind.is_list:
        expected, hint = "fields", "write `field: value` lines"
    message = f"the file holds {found}, but should hold {expected}"
    rule = "not-yaml" if found == "text" else "wrong-type"
    return Problem(Location(source.file, *root.place), rule, message, hint)


def _note_unread(draft: Draft, source: Source) -> None:
    kind = source.kind
    if kind.is_translation:
        return
    ids = source.seeming_ids()
    draft.unread_ids |= ids
    if not ids:
        draft.note_unread(kind)
