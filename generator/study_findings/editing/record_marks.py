"""Fields that commands write into a record's lines, or take out of them: what became of it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from yaml import MappingNode

from ..model import Clearance, Wish
from .layout import quoted, word
from .record_texts import (
    RecordsFile,
    RecordText,
    content_end,
    line_end,
    line_start,
    parse_records,
    record_node,
)


def with_clearance(text: str, review: Clearance) -> str:
    """Add `cleared` as the last field of a record's lines."""
    waiver = f", waived: {quoted(review.waived)}" if review.waived else ""
    return with_field(
        text, f"cleared: {{by: {word(review.by)}, on: {review.on.isoformat()}{waiver}}}"
    )


def with_wish(text: str, wish: Wish) -> str:
    """Write what somebody wants changed as the last field of a record's lines, for an earlier one.

    Lines within it are written as escapes.
    """
    words = json.dumps(wish.words, ensure_ascii=False)
    field = f"wish: {{words: {words}, on: {wish.on.isoformat()}}}"
    return with_field(without_field(text, "wish"), field)


def as_kept_out(text: str) -> str:
    """Mark a record's lines as to stay in `private/`."""
    return with_field(without_field(text, "kept_out"), "kept_out: true")


def with_field(text: str, field: str) -> str:
    """Add a field on one line as the last of a record's lines."""
    file = parse_records(text, "")
    if not file.records:
        return text
    node = file.records[0].node
    if node.flow_style:
        close = node.end_mark.index - 1
        head = text[:close].rstrip()
        comma = "" if head.endswith((",", "{")) else ","
        return f"{head}{comma} {field}{text[len(head) : close]}{text[close:]}"
    newline = file.newline
    complete = text if text.endswith("\n") else text + newline
    return f"{complete}{' ' * node.start_mark.column}{field}{newline}"


def without_field(text: str, name: str) -> str:
    """Take a field out of a record's lines, wherever it stands; all else keeps its bytes."""
    node = record_node(text)
    if node is None:
        return text
    names = [key.value for key, _ in node.value]
    if name not in names:
        return text
    place = names.index(name)
    key, value = node.value[place]
    begin, end = key.start_mark.index, content_end(text, value)
    if place == 0 and len(names) > 1:
        # The next field begins where this one did.
        end = node.value[1][0].start_mark.index
    elif node.flow_style and place > 0:
        begin = node.value[place - 1][1].end_mark.index
    elif not node.flow_style:
        begin, end = line_start(text, begin), line_end(text, end)
    return text[:begin] + text[end:]


def with_comparisons(file: RecordsFile, found: Mapping[str, str | None]) -> str:
    """Write into the clearances of records, by id, what a comparison with the transcript found.

    None takes out what an earlier one found. All else keeps its bytes.
    """
    text = file.text
    edits = [
        _comparison_edit(file, clearance, found[record.id])
        for record in file.records
        if record.id in found and (clearance := _clearance(record)) is not None
    ]
    for begin, end, new in sorted(edits, reverse=True):
        text = f"{text[:begin]}{new}{text[end:]}"
    return text


def _clearance(record: RecordText) -> MappingNode | None:
    nodes = (value for key, value in record.node.value if key.value == "cleared")
    node = next(nodes, None)
    return node if isinstance(node, MappingNode) else None


def _comparison_edit(
    file: RecordsFile, clearance: MappingNode, value: str | None
) -> tuple[int, int, str]:
    """Give the stretch of a file that changes, and what comes to stand there."""
    text, pairs = file.text, clearance.value
    at = next((at for at, (key, _) in enumerate(pairs) if key.value == "transcript"), None)
    _, last = pairs[-1]
    if at is None:
        end = content_end(text, last)
        if value is None:
            return end, end, ""
        if clearance.flow_style:
            return end, end, f", transcript: {value}"
        end = line_end(text, end)
        before = "" if text[:end].endswith("\n") else file.newline
        indent = " " * clearance.start_mark.column
        return end, end, f"{before}{indent}transcript: {value}{file.newline}"
    key, old = pairs[at]
    if value is not None:
        return old.start_mark.index, old.end_mark.index, value
    if not clearance.flow_style:
        begin = text.rfind("\n", 0, key.start_mark.index) + 1
        return begin, line_end(text, content_end(text, old)), ""
    if at:
        return pairs[at - 1][1].end_mark.index, old.end_mark.index, ""
    return key.start_mark.index, pairs[1][0].start_mark.index, ""
