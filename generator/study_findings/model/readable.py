"""The words of a record that readers see, each with the path to it."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from functools import cache
from typing import NamedTuple, get_args

from .base import FieldPath, Memo, Record, Words


class Readable(NamedTuple):
    """Hold words that readers see, where they stand in their record, whether they are Markdown."""

    path: FieldPath
    text: str
    in_markdown: bool


def readable_texts(record: Record, leave_out: Collection[str] = ()) -> Iterator[Readable]:
    """List the words of a record and of those in it, without unpublished memos and some fields."""
    yield from _within(record, (), leave_out)


def _within(record: Record, path: FieldPath, leave_out: Collection[str] = ()) -> Iterator[Readable]:
    for name, words in marked_fields(type(record)).items():
        value = getattr(record, name)
        if name in leave_out or value is None:
            continue
        for index, item in enumerate(value if isinstance(value, tuple) else (value,)):
            here = (*path, name, index) if isinstance(value, tuple) else (*path, name)
            if isinstance(item, str) and words is not None:
                yield Readable(here, item, words.in_markdown)
            elif isinstance(item, Record) and not (isinstance(item, Memo) and not item.publish):
                yield from _within(item, here)


@cache
def marked_fields(model: type[Record]) -> dict[str, Words | None]:
    """Tell of each field that may hold words or records whether, and how, its words are read."""
    found = {
        name: (_words((field.annotation, *field.metadata)), _holds_records(field.annotation))
        for name, field in model.model_fields.items()
    }
    return {name: words for name, (words, records) in found.items() if words or records}


def _holds_records(annotation: object) -> bool:
    if isinstance(annotation, type) and issubclass(annotation, Record):
        return True
    return any(map(_holds_records, get_args(annotation)))


def _words(annotations: tuple[object, ...]) -> Words | None:
    """Find the mark of words in a type; plain text without any mark is read as well."""
    found = [part for part in annotations if isinstance(part, Words)]
    if found:
        return found[0]
    if annotations[1:] == () and annotations[0] is str:
        return Words(in_markdown=False)
    nested = [_nested(part) for annotation in annotations for part in get_args(annotation)]
    return next((words for words in nested if words is not None), None)


def _nested(part: object) -> Words | None:
    metadata: tuple[object, ...] = getattr(part, "__metadata__", ())
    inner: object = getattr(part, "__origin__", part) if metadata else part
    return _words((inner, *metadata))
