"""Slips that YAML's messages do not tell: spaces that are none, or missing; marks around a text."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from yaml import MarkedYAMLError

from ...text.spelling import name_character

QUOTE_IT = "put the whole text in double quotes"
CURLY = "“”„‟«»‘’‚「」"
SPACES = "\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\u2060"
# Where structure asks for a space: before a field or a hyphen, after a hyphen or a colon.
ODD_SPACE = re.compile(
    rf"[ ]*(?:- *)*(?:[{SPACES}]|(?<=-)\t)|[ ]*(?:- +)*[a-z_]+:[ ]*[{SPACES}]|[ ]*-[ ]*\t"
)
GLUED = re.compile(r"[ -]*[a-z_]+:(?=[^\s/])")
# A record's first line, with what word processors and lists write for a hyphen, or with none.
BEGINNING: Final = re.compile(r"[ ]*(?P<sign>[-*•·∙▪◦‣–—−‐‑]*)(?P<space>[ ]*)(?=id:(?:[ ]|$))")
LineAndColumn = tuple[int, int]
"""A 0-based line and column."""


class Wording(NamedTuple):
    """Say what is wrong, under which rule, and what to do."""

    rule: str
    message: str
    hint: str
    at_start: bool = False
    """Whether the place to show is where the broken part starts, not where YAML gave up."""


MISSING_SPACE = Wording(
    "missing-space", "a space is missing after the colon", "write a space after the colon"
)


def fitted(hint: str, line: str) -> str:
    """Fit the advice to quote a text to what stands on its line: other marks, marks within."""
    if QUOTE_IT not in hint:
        return hint
    text = line.partition(": ")[2].strip() or line.strip(" -")
    advice = QUOTE_IT
    if text and text[0] in CURLY:
        advice += f', in place of {text[0]} and its like: YAML knows only "'
    within = [mark for mark in ('"', "\\") if mark in text]
    if within and '\\"' not in hint:
        advice += f", with a backslash before each {' and '.join(within)} within it"
    return hint.replace(QUOTE_IT, advice)


def find_slip(
    error: MarkedYAMLError, said: str, lines: list[str]
) -> tuple[Wording, LineAndColumn] | None:
    """Find a slip at the place of a syntax error, and say where it stands."""
    mark = error.problem_mark
    if mark is None:
        return None
    for row in (mark.line, mark.line - 1):
        if (odd := _odd_space(row, lines)) is not None:
            return odd
    if (beginning := _beginning(mark.line, said, lines)) is not None:
        return beginning
    row = -1
    if "expected ':'" in said:
        row = (error.context_mark or mark).line
    elif "mapping values" in said and lines[mark.line - 1].lstrip().startswith("-"):
        # An entry took the fields below it for its text.
        row = mark.line - 1
    match = GLUED.match(lines[row]) if 0 <= row < len(lines) else None
    return (MISSING_SPACE, (row, match.end() - 1)) if match else None


def _beginning(row: int, said: str, lines: list[str]) -> tuple[Wording, LineAndColumn] | None:
    """Find a record that does not begin with a hyphen and a space, by the field that follows it."""
    if "mapping values" in said:
        row -= 1
    elif "alias" not in said and "expected '-' indicator" not in said:
        return None
    match = BEGINNING.match(lines[row]) if 0 <= row < len(lines) else None
    if match is None or (match["sign"] == "-" and match["space"]):
        return None
    sign, place = match["sign"], (row, match.start("sign"))
    hint = "begin it with a hyphen and a space: `- id: …`"
    if not sign:
        return Wording("indentation", "a record begins here without its hyphen", hint), place
    if sign == "-":
        return Wording("missing-space", "a space is missing after the hyphen", hint), place
    return Wording("indentation", f"`{sign}` stands where a record's hyphen should", hint), place


def _odd_space(row: int, lines: list[str]) -> tuple[Wording, LineAndColumn] | None:
    """Find a space on a line that YAML does not take for one."""
    match = ODD_SPACE.match(lines[row]) if 0 <= row < len(lines) else None
    if match is None:
        return None
    place = (row, match.end() - 1)
    char = lines[row][place[1]]
    if char == "\t":
        message = "a tab stands after the hyphen"
        return Wording("tab", message, "write a space in its place"), place
    message = f"{name_character(char)} stands where a space should"
    return Wording("odd-space", message, "write an ordinary space in its place"), place
