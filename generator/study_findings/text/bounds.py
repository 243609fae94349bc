"""How tangled the Markdown of a text may be, so that the time it takes grows only with its length.

Markdown's own reader tries each opening mark against all that follows it in a paragraph, each tag
against the whole text, and takes nested lists and quotations apart level by level. Far above what
prose needs, all of these are refused.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

MOST_MARKS: Final = 200
"""How often each mark may stand in one paragraph or list entry, and tags in one text."""
DEEPEST: Final = 20
"""How many list entries and quotations may stand inside each other."""

MARKS: Final[dict[str, str]] = {
    "[": "opening square brackets",
    "*": "asterisks",
    "_": "underscores",
    "`": "backticks",
    "&": "ampersands",
}
# A backslash takes a mark's meaning away.
MARK: Final = re.compile(r"\\[\\`*_{}\[\]()>#+\-.!]|(?P<mark>[\[*_`&])")
TAG: Final = re.compile(r"<(?=[A-Za-z/!?])")
BREAK: Final = re.compile(r" {2}\n")
HEADING: Final = re.compile(r"^ {0,3}(?:#|=+ *$|-+ *$)", re.MULTILINE)
NESTING: Final = re.compile(r"(?:[ \t]*(?:>|[-+*][ \t]|\d{1,9}[.)][ \t]))*[ \t]*")
MARKER: Final = re.compile(r">|[-+*][ \t]|\d{1,9}[.)][ \t]")
ENTRY: Final = {"ul": re.compile(r" {0,7}[*+-] "), "ol": re.compile(r" {0,7}\d+\. ")}
INDENT: Final = 4


class Excess(NamedTuple):
    """Say where a text is too tangled (a 0-based line of it), in what way, and what to do."""

    line: int
    message: str
    hint: str


def find_excess(text: str) -> Excess | None:
    """Find where a text first holds more marks or levels than Markdown may be asked to read."""
    return next(_excesses(text.replace("\r\n", "\n").replace("\r", "\n")), None)


def _excesses(text: str) -> Iterator[Excess]:
    lines = text.split("\n")
    for number, line in enumerate(lines):
        if (depth := _depth(line)) > DEEPEST:
            yield Excess(
                number,
                f"lists or quotations stand {depth} deep inside each other",
                f"go no deeper than {DEEPEST}",
            )
    for start, stretch in _stretches(lines):
        yield from _marks(start, stretch)
    tags = [match.start() for match in TAG.finditer(text)]
    if len(tags) > MOST_MARKS:
        at_line = text.count("\n", 0, tags[MOST_MARKS])
        yield _too_many(at_line, "this text", len(tags), "tags", "write Markdown in place of HTML")


def _depth(line: str) -> int:
    """Count how deep a line stands: its markers, and each four columns it is indented by."""
    match = NESTING.match(line)
    before = match.group() if match else ""
    columns = len(before.expandtabs(INDENT)) - len(before.strip())
    return len(MARKER.findall(before)) + max(0, columns - len(before.strip())) // INDENT


def _stretches(lines: list[str]) -> Iterator[tuple[int, str]]:
    """Divide a text where Markdown does for certain: at empty lines, and at entries of a list."""
    block: list[str] = []
    start = 0
    entry: re.Pattern[str] | None = None
    for number, line in enumerate((*lines, "")):
        if not line.strip():
            if block:
                yield start, "\n".join(block)
            block, entry = [], None
        elif not block:
            start, block = number, [line]
            entry = next((kind for kind in ENTRY.values() if kind.match(line)), None)
        elif entry is not None and entry.match(line):
            yield start, "\n".join(block)
            start, block = number, [line]
        else:
            block.append(line)


def _marks(start: int, stretch: str) -> Iterator[Excess]:
    counts = Counter(match["mark"] for match in MARK.finditer(stretch))
    for mark, name in MARKS.items():
        if (count := counts[mark]) > MOST_MARKS:
            hint = "split the paragraph, or write a backslash before each that marks nothing"
            if mark == "&":
                hint = "split the paragraph"
            yield _too_many(start, "this paragraph", count, name, hint)
    for pattern, name in ((BREAK, "line breaks made by two spaces"), (HEADING, "heading lines")):
        if (count := len(pattern.findall(stretch))) > MOST_MARKS:
            hint = "put an empty line between the parts"
            yield _too_many(start, "this paragraph", count, name, hint)


def _too_many(line: int, where: str, count: int, what: str, hint: str) -> Excess:
    return Excess(line, f"{where} holds {count:,} {what}, and {MOST_MARKS} are the most", hint)
