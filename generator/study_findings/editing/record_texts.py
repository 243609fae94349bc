"""A YAML list of quotation records as text, and where in it each record stands.

Edits cut and insert whole stretches of the text, found through the marks of its nodes, so that all
else stays as it is, byte for byte.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import yaml
from yaml import MappingNode, Node, ScalarNode, SequenceNode

from ..problems import Location, Problem, StudyError

_KEEPS_BLANK_LINES: Final = re.compile(r"[|>]\d?\+")
_BOM: Final = "\ufeff"


def fingerprint_of(lines: str) -> str:
    """Name the lines of a record as they stand, so that what was made from others is known."""
    return sha256(lines.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@dataclass(frozen=True)
class RecordText:
    """One record of a list: what it says, and its stretch of text, whole lines in a dashed list."""

    data: dict[str, Any]
    begin: int
    end: int
    line: int
    dash: int
    node: MappingNode

    @property
    def id(self) -> str:
        """Give the record's id, or nothing."""
        return str(self.data.get("id", ""))


@dataclass(frozen=True)
class RecordsFile:
    """A file's text, and its records where it is a list of them."""

    shown: str
    text: str
    records: tuple[RecordText, ...] = ()
    in_brackets: bool = False
    is_list: bool = True

    @property
    def newline(self) -> str:
        """Give the line ending the file uses."""
        return "\r\n" if "\r\n" in self.text else "\n"

    @property
    def is_spaced(self) -> bool | None:
        """Tell whether blank lines stand between records; None where there are fewer than two."""
        if len(self.records) < 2:
            return None
        first, second = self.records[:2]
        between = self.text[first.end : second.begin]
        return any(not line.strip() for line in between.splitlines())

    def last_line(self, record: RecordText) -> int:
        """Give the number of the last line of a record."""
        return record.line + self.text.count("\n", record.begin, max(record.begin, record.end - 1))

    def location(self, record: RecordText) -> Location:
        """Say where a record begins."""
        return Location(self.shown, record.line, record.dash + 1)


def read_records(path: Path, shown: str) -> RecordsFile:
    """Read a YAML file; raises StudyError where it cannot be read as YAML in UTF-8."""
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        raise _unreadable(shown, 1, "the file cannot be read") from error
    except UnicodeDecodeError as error:
        raise _unreadable(shown, 1, "the file is not UTF-8") from error
    return parse_records(text, shown)


def holds(text: str, expected: list[dict[str, Any]]) -> bool:
    """Tell whether a text reads as these records and no others."""
    try:
        return [record.data for record in parse_records(text, "").records] == expected
    except StudyError:
        return False


def layout_problem(place: Location) -> Problem:
    """Say that a record cannot be edited without changing what it or another says."""
    message = "this record cannot be taken out as it is laid out"
    hint = "indent it as the others are, without anchors or tabs, and try again"
    return Problem(place, "layout", message, hint)


def parse_records(text: str, shown: str) -> RecordsFile:
    """Find the records of a text; raises StudyError where it is not YAML."""
    try:
        root = composed(text)
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError) as error:
        mark = getattr(error, "problem_mark", None)
        line = mark.line + 1 if mark is not None else 1
        raise _unreadable(shown, line, "the file is not valid YAML") from error
    if root is None or (isinstance(root, ScalarNode) and not root.value):
        return RecordsFile(shown, text)
    if not isinstance(root, SequenceNode):
        return RecordsFile(shown, text, is_list=False)
    found = tuple(records_in(text, root))
    return RecordsFile(shown, text, found, in_brackets=bool(root.flow_style))


def record_node(text: str) -> MappingNode | None:
    """Find the one record of a text, whether it is the whole text or the only item of a list.

    None where there is none, or more than one.
    """
    try:
        root = composed(text)
    except (yaml.YAMLError, RecursionError, ValueError, OverflowError):
        return None
    items = root.value if isinstance(root, SequenceNode) else [root]
    return items[0] if len(items) == 1 and isinstance(items[0], MappingNode) else None


def composed(text: str) -> Node | None:
    """Read a text as one node; raises YAMLError, RecursionError, ValueError or OverflowError."""
    # The quick loader's places do not count a mark of byte order.
    loader = yaml.SafeLoader if text.startswith(_BOM) else yaml.CSafeLoader
    node: Node | None = yaml.compose(text, Loader=loader)
    return node


def _unreadable(shown: str, line: int, message: str) -> StudyError:
    hint = "run `findings check` and mend it first"
    return StudyError([Problem(Location(shown, line), "not-yaml", message, hint)])


def records_in(text: str, items: SequenceNode) -> Iterator[RecordText]:
    """Find the records of a list, the whole text's or one within it."""
    dash = items.start_mark.column
    counted, line = 0, 1
    for node in items.value:
        if not isinstance(node, MappingNode):
            continue
        begin, end = node.start_mark.index, content_end(text, node)
        if not items.flow_style:
            begin = _dash_line(text, begin, dash)
            end = line_end(text, end)
        line += text.count("\n", counted, begin)
        counted = begin
        yield RecordText(plain(node), begin, end, line, dash, node)


def _dash_line(text: str, index: int, dash: int) -> int:
    """Find the start of the line with a record's dash, at or above its first key."""
    start = line_start(text, index)
    while start > 1 and text[start + dash : start + dash + 1] != "-":
        start = line_start(text, start - 1)
    return start


def line_start(text: str, index: int) -> int:
    """Find where the line of an index begins, after a mark of byte order."""
    start = text.rfind("\n", 0, index) + 1
    return start + 1 if start == 0 and text.startswith(_BOM) else start


def line_end(text: str, index: int) -> int:
    """Find where the line of an index ends, its line ending included."""
    end = text.find("\n", index)
    return len(text) if end < 0 else end + 1


def content_end(text: str, node: Node) -> int:
    """Find where a node's own text ends, without the blank lines and comments after it."""
    end = int(node.end_mark.index)
    if isinstance(node, ScalarNode) and node.style in ("|", ">"):
        keeps = _KEEPS_BLANK_LINES.match(text, node.start_mark.index)
        return end - 1 if keeps else len(text[:end].rstrip())
    if not isinstance(node, SequenceNode | MappingNode) or node.flow_style or not node.value:
        return end
    if isinstance(node, SequenceNode):
        return content_end(text, node.value[-1])
    key, value = node.value[-1]
    after_key = int(key.end_mark.index) + 1
    is_empty = isinstance(value, ScalarNode) and value.start_mark.index == value.end_mark.index
    return after_key if is_empty else max(after_key, content_end(text, value))


def plain(node: Node) -> Any:
    """Give a node as lists, dicts and strings; every scalar is text, as the loader has it."""
    if isinstance(node, MappingNode):
        return {str(plain(key)): plain(value) for key, value in node.value}
    if isinstance(node, SequenceNode):
        return [plain(item) for item in node.value]
    return node.value


def scalar_spans(text: str, node: Node) -> Iterator[tuple[int, int]]:
    """Give where a node's scalars stand; of a block scalar, the lines after its header."""
    if isinstance(node, MappingNode):
        for pair in node.value:
            for part in pair:
                yield from scalar_spans(text, part)
    elif isinstance(node, SequenceNode):
        for item in node.value:
            yield from scalar_spans(text, item)
    elif isinstance(node, ScalarNode):
        begin = node.start_mark.index
        is_block = node.style in ("|", ">")
        yield text.find("\n", begin) + 1 if is_block else begin, node.end_mark.index
