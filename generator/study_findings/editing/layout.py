"""Edits of a list of records as text: cut one out, mark it as cleared or compared,
add it to another list.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from yaml import MappingNode

from ..model import Clearance
from .records import (
    RecordsFile,
    RecordText,
    content_end,
    line_end,
    line_start,
    parse_records,
    scalar_spans,
)

_HASH: Final = re.compile(r"(?:^|(?<=[ \t]))#", re.MULTILINE)
_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9.]*(?: [A-Za-z0-9.]+)*")
# What may be left in a file that holds nothing: its marks, and the comment that names its schema.
_MARKS: Final = re.compile(r"^(?:---|\.\.\.|# yaml-language-server: .*)[ \t]*$", re.MULTILINE)
_BLANK_LINES: Final = re.compile(r"(?:[ \t]*\r?\n)*")
# What some readers of YAML take for truth or nothing, where it is not in quotes.
NOT_WORDS: Final = frozenset(["y", "yes", "n", "no", "true", "false", "on", "off", "null"])


@dataclass(frozen=True)
class Detached:
    """A record's own lines without comments, and the comments that stood among them."""

    text: str
    comments: tuple[str, ...]


def detach(file: RecordsFile, record: RecordText) -> Detached:
    """Give a record's lines, and its comments apart: they were not read for the public."""
    text, kept, comments = file.text, [], []
    at = record.begin
    for begin, end in _comments(text, record):
        comments.append(text[begin:end].rstrip())
        start = text.rfind("\n", 0, begin) + 1
        if text[max(start, at) : begin].strip():
            kept.append(text[at:begin].rstrip(" \t"))
            at = end
        else:
            kept.append(text[at : max(start, at)])
            at = min(end + len(_line_ending(text, end)), record.end)
    kept.append(text[at : record.end])
    return Detached("".join(kept), tuple(comments))


def _comments(text: str, record: RecordText) -> list[tuple[int, int]]:
    spans = list(scalar_spans(text, record.node))
    found: list[tuple[int, int]] = []
    for match in _HASH.finditer(text, record.begin, record.end):
        begin = match.start()
        in_scalar = any(first <= begin < last for first, last in spans)
        if not in_scalar and not (found and begin < found[-1][1]):
            end = text.find("\n", begin, record.end)
            end = record.end if end < 0 else end
            found.append((begin, end - text[begin:end].endswith("\r")))
    return found


def _line_ending(text: str, at: int) -> str:
    return next((ending for ending in ("\r\n", "\n") if text.startswith(ending, at)), "")


def with_clearance(text: str, review: Clearance) -> str:
    """Add `cleared` as the last field of a record's lines."""
    waiver = f", waived: {_quoted(review.waived)}" if review.waived else ""
    field = f"cleared: {{by: {_word(review.by)}, on: {review.on.isoformat()}{waiver}}}"
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


def without_clearance(text: str) -> str:
    """Take `cleared` out of a record's lines, wherever it stands; all else keeps its bytes."""
    node = parse_records(text, "").records[0].node
    names = [key.value for key, _ in node.value]
    if "cleared" not in names:
        return text
    place = names.index("cleared")
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


def _word(text: str) -> str:
    is_plain = _PLAIN.fullmatch(text) and text.casefold() not in NOT_WORDS
    return text if is_plain else _quoted(text)


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


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'


def without(
    file: RecordsFile, gone: list[RecordText], left: dict[int, tuple[str, ...]]
) -> str | None:
    """Take records out of a file; `left` are the comments that stay, by where their record began.

    None where nothing but blank lines and marks is left of the file.
    """
    text = file.text
    for record in sorted(gone, key=lambda record: -record.begin):
        comments = "".join(
            f"{' ' * record.dash}{comment}{file.newline}" for comment in left[record.begin]
        )
        rest = text[record.end :]
        blank = _BLANK_LINES.match(rest)
        after = rest[blank.end() :] if blank and not comments else rest
        head = text[: record.begin]
        if not after.strip() and head.strip():
            ending = file.newline if head.endswith("\n") else ""
            head = head.rstrip() + ending
            after = ""
        text = head + comments + after
    only_marks = not _MARKS.sub("", text.strip("\ufeff")).strip()
    return None if only_marks else text


def with_added(target: RecordsFile, pieces: list[tuple[str, int]], is_spaced: bool) -> str:
    """Add records to the end of a list, laid out as it is.

    `pieces` are lines and their dash's column. `is_spaced` says whether blank lines divide them,
    where the list does not show it.
    """
    text, newline = target.text, target.newline
    if not target.records:
        text = re.sub(r"^\[[ \t]*\][ \t]*(?:\r?\n|\Z)", "", text, flags=re.MULTILINE)
    if text.strip("\ufeff") and not text.endswith("\n"):
        text += newline
    if "\n" not in text:
        newline = "\r\n" if "\r\n" in pieces[0][0] else "\n"
    dash = target.records[0].dash if target.records else pieces[0][1]
    laid_out = [_laid_out(piece, dash - own, newline) for piece, own in pieces]
    spaced = is_spaced if target.is_spaced is None else target.is_spaced
    gap = newline if spaced else ""
    follows_words = bool(text.strip("\ufeff \r\n")) and not text.endswith(newline * 2)
    return text + (gap if follows_words else "") + gap.join(laid_out)


def _laid_out(piece: str, by: int, newline: str) -> str:
    lines = _shifted(piece, by).replace("\r\n", "\n").removesuffix("\n") + "\n"
    return lines.replace("\n", newline)


def _shifted(text: str, by: int) -> str:
    if by >= 0:
        return re.sub(r"^(?=.*\S)", " " * by, text, flags=re.MULTILINE)
    return re.sub(rf"^ {{1,{-by}}}", "", text, flags=re.MULTILINE)


def tombstone(file: RecordsFile, record: RecordText, on: date) -> str:
    """Write the record that takes a withdrawn one's place, in its form."""
    source = next(value for key, value in record.node.value if key.value == "id")
    id_ = file.text[source.start_mark.index : source.end_mark.index]
    fields = [f"id: {id_}"]
    if former := record.data.get("formerly"):
        fields.append(f"formerly: [{', '.join(map(str, former))}]")
    fields.append(f"withdrawn: {{on: {on.isoformat()}}}")
    dash = f"{' ' * record.dash}- "
    newline = file.newline
    old = file.text[record.begin : record.end]
    if file.in_brackets:
        return f"{{{', '.join(fields)}}}"
    if record.node.flow_style:
        new = f"{dash}{{{', '.join(fields)}}}{newline}"
    else:
        column = record.node.start_mark.column
        on_dash_line = old[: column + 1].strip() and "\n" not in old[:column]
        gap = column - record.dash - 1 if on_dash_line else 1
        indent = " " * (record.dash + 1 + gap)
        lines = f"{newline}{indent}".join(fields)
        new = f"{dash.rstrip()}{' ' * gap}{lines}{newline}"
    return new if old.endswith("\n") else new.removesuffix(newline)
