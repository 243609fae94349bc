"""The scalars and comments of a YAML file, each with its line, key and record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import yaml

from ..model.editors import OWN_LINE

try:
    from yaml import CSafeLoader as Loader
except ImportError:  # PyYAML without libyaml reads the same, slower.
    from yaml import SafeLoader as Loader  # type: ignore[assignment]

YAML: Final = (".yml", ".yaml")
"""What the names of YAML files end in."""
_KEY: Final = re.compile(r"^[ \t]*(?:-[ \t]+)*(?:[\w-]+:(?=\s|$)|-(?=\s))", re.MULTILINE)
_COMMENT: Final = re.compile(r"(?:^|(?<=\s))#+[ \t]*(.*)")


@dataclass(eq=False)
class _Frame:
    """An open mapping or list, and the id it turns out to have."""

    is_mapping: bool
    key: str
    parent: _Frame | None
    next_key: str | None = None
    id: str = ""

    def record(self) -> str:
        """Give the id of the nearest record around."""
        frame: _Frame | None = self
        while frame is not None and not frame.id:
            frame = frame.parent
        return frame.id if frame else ""


@dataclass
class Scalar:
    """One text of a YAML file: a value, a key (`key` is empty), a comment."""

    text: str
    line: int
    key: str = ""
    _frame: _Frame | None = field(default=None, repr=False)

    @property
    def record(self) -> str:
        """Give the id of the record it stands in, or nothing."""
        return self._frame.record() if self._frame else ""


def yaml_texts(text: str) -> list[Scalar]:
    """List the scalars and comments of YAML; of broken YAML, the text between its keys."""
    return yaml_scalars(text) + list(_comments(text))


def yaml_scalars(text: str) -> list[Scalar]:
    """List the scalars of YAML, comments left out; of broken YAML, the text between its keys."""
    try:
        return list(_scalars(text))
    except (yaml.YAMLError, ValueError, OverflowError):
        return list(_between_keys(text))


def _scalars(text: str) -> Iterator[Scalar]:
    frame: _Frame | None = None
    for event in yaml.parse(text, Loader=Loader):
        if isinstance(event, yaml.CollectionEndEvent):
            frame = frame.parent if frame else None
            continue
        if not isinstance(event, yaml.NodeEvent):
            continue
        key, is_key = _role(frame, event)
        if isinstance(event, yaml.CollectionStartEvent):
            frame = _Frame(isinstance(event, yaml.MappingStartEvent), key, frame)
        elif isinstance(event, yaml.ScalarEvent):
            if key == "id" and frame is not None and frame.is_mapping:
                frame.id = event.value
            line = event.start_mark.line + 1 if event.start_mark else 1
            yield Scalar(event.value, line, "" if is_key else key, frame)


def _role(frame: _Frame | None, event: yaml.NodeEvent) -> tuple[str, bool]:
    """Give the key a node stands under, and whether it is itself a key."""
    if frame is None:
        return "", False
    if not frame.is_mapping:
        return frame.key, False
    if frame.next_key is None:
        frame.next_key = getattr(event, "value", "")
        return "", True
    key, frame.next_key = frame.next_key, None
    return key, False


def _between_keys(text: str) -> Iterator[Scalar]:
    marks = [match.end() for match in _KEY.finditer(text)]
    starts = [match.start() for match in _KEY.finditer(text)]
    for begin, end in zip([0, *marks], [*starts, len(text)], strict=True):
        yield Scalar(text[begin:end], text.count("\n", 0, begin) + 1)


def _comments(text: str) -> Iterator[Scalar]:
    """Give comments, those on lines that follow each other as one text."""
    block: list[str] = []
    begin = 0
    for number, line in enumerate(text.splitlines(), start=1):
        match = None if OWN_LINE.fullmatch(line) else _COMMENT.search(line)
        if match and line.lstrip().startswith("#"):
            begin = begin if block else number
            block.append(match[1])
            continue
        if block:
            yield Scalar("\n".join(block), begin)
            block = []
        if match:
            yield Scalar(match[1], number)
    if block:
        yield Scalar("\n".join(block), begin)
