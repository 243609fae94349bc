"""Edits of a list of records as text: cut one out, its comments apart; add it to another list."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from yaml import Node

from .record_texts import (
    RecordsFile,
    RecordText,
    scalar_spans,
)

_HASH: Final = re.compile(r"(?:^|(?<=[ \t]))#", re.MULTILINE)
_PLAIN: Final = re.compile(r"[A-Za-z][A-Za-z0-9.]*(?: [A-Za-z0-9.]+)*|[a-z][a-z0-9/-]*")
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
    for begin, end in comments_in(text, record.begin, record.end, record.node):
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


def comments_in(text: str, first: int, last: int, node: Node) -> list[tuple[int, int]]:
    """Find the comments between two places of a text, the scalars of a node apart."""
    spans = list(scalar_spans(text, node))
    found: list[tuple[int, int]] = []
    for match in _HASH.finditer(text, first, last):
        begin = match.start()
        in_scalar = any(start <= begin < stop for start, stop in spans)
        if not in_scalar and not (found and begin < found[-1][1]):
            end = text.find("\n", begin, last)
            end = last if end < 0 else end
            found.append((begin, end - text[begin:end].endswith("\r")))
    return found


def _line_ending(text: str, at: int) -> str:
    return next((ending for ending in ("\r\n", "\n") if text.startswith(ending, at)), "")


def word(text: str) -> str:
    """Write a short text as YAML, in quotes where it could be taken for something else."""
    is_plain = _PLAIN.fullmatch(text) and text.casefold() not in NOT_WORDS
    return text if is_plain else quoted(text)


def quoted(text: str) -> str:
    """Write a text as YAML in double quotes."""
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
