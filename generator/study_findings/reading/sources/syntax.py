"""YAML's syntax errors in plain English, each with its remedy."""

from __future__ import annotations

import re
from typing import Protocol

from yaml import MarkedYAMLError, ScalarEvent, YAMLError

from ...problems import Location, Problem
from .slips import QUOTE_IT, Wording, find_slip, fitted

INDENT = "indent with spaces, and the fields of one record by the same number"


class YamlMark(Protocol):
    """Name a place in a YAML text."""

    line: int
    column: int


# Part of libyaml's message -> our own; the first that matches.
WORDINGS: dict[str, Wording] = {
    "tab character": Wording("tab", "a tab stands where spaces should", "indent with spaces"),
    "quoted scalar|unexpected end of stream": Wording(
        "unclosed-quote", "the quote that opens here is never closed", "add the closing quote", True
    ),
    "quoted scalar|unexpected document indicator": Wording(
        "unclosed-quote", "the quote that opens here is never closed", "add the closing quote", True
    ),
    "unknown escape": Wording(
        "bad-escape",
        "a backslash in double quotes starts an escape YAML does not know",
        "write the backslash twice",
    ),
    "hexdecimal number": Wording(
        "bad-escape", "an escape lacks its hexadecimal digits", "write the backslash twice"
    ),
    "Unicode character escape": Wording(
        "bad-escape", "an escape names no Unicode character", "write the character itself"
    ),
    "expected ',' or ']'": Wording(
        "unclosed-bracket",
        "the square bracket that opens here is not closed, or a comma is missing",
        "close it with `]`, or put the text in double quotes if no list is meant",
        True,
    ),
    "expected ',' or '}'": Wording(
        "unclosed-bracket",
        "the brace that opens here is not closed, or a comma is missing",
        "close it with `}`, or put the text in double quotes if no fields are meant",
        True,
    ),
    "expected ':'": Wording(
        "missing-colon",
        "this line is neither `field: value` nor part of the text above it",
        "add the colon and a space, or indent the line under its text",
        True,
    ),
    "block sequence entries": Wording(
        "indentation",
        "a list entry stands on its field's line",
        "put the text in double quotes, or begin the list on the next line if one is meant",
    ),
    "expected '-' indicator": Wording(
        "indentation", "this line does not fit the list above", INDENT
    ),
    "comment or line break": Wording(
        "text-after-bar", "text follows `|` or `>` on its line", "begin the text on the next line"
    ),
    "an alias": Wording("special-start", "unquoted text starts with `*`", QUOTE_IT, True),
    "an anchor": Wording("special-start", "unquoted text starts with `&`", QUOTE_IT, True),
    "a tag": Wording("special-start", "unquoted text starts with `!`", QUOTE_IT, True),
    "cannot start any token": Wording(
        "special-start", "unquoted text starts with a character YAML keeps for itself", QUOTE_IT
    ),
    "node content": Wording(
        "special-start", "unquoted text starts with a character YAML keeps for itself", QUOTE_IT
    ),
    "mapping keys are not allowed": Wording(
        "special-start", "unquoted text starts with `?`", QUOTE_IT
    ),
    "directive": Wording("directive", "a line starts with `%`", "remove the line"),
    "incompatible YAML": Wording("directive", "`%YAML` names another version", "remove the line"),
    "document start": Wording("indentation", "this line does not fit the lines above", INDENT),
    "expected key": Wording("indentation", "this line does not fit the fields above", INDENT),
}
UNKNOWN = Wording("not-yaml", "this is not YAML", "compare the line with those that work")


def span(mark: YamlMark | None) -> tuple[int, int]:
    """Give a mark's line and column, both 0-based; the C parser always sets it."""
    return (mark.line, mark.column) if mark is not None else (0, 0)


def explain(error: YAMLError, file: str, lines: list[str], last: ScalarEvent | None) -> Problem:
    """Turn a syntax error into a problem; `last` is the last scalar read before it."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return Problem(Location(file), UNKNOWN.rule, UNKNOWN.message, UNKNOWN.hint)
    mark = error.problem_mark
    line, column = mark.line, mark.column
    wording, start = _wording(error, lines, last)
    shown = start[0] if start is not None else line
    hint = fitted(wording.hint, lines[shown] if shown < len(lines) else "")
    if start is not None:
        line, column = start
    elif wording.at_start and error.context_mark is not None:
        line, column = error.context_mark.line, error.context_mark.column
    return Problem(_inside(file, lines, line, column), wording.rule, wording.message, hint)


def _inside(file: str, lines: list[str], line: int, column: int) -> Location:
    """Name a 0-based place, or the end of the last line with text where it is past it."""
    while line > 0 and (line >= len(lines) or not lines[line]):
        line, column = line - 1, len(lines[min(line, len(lines)) - 1])
    return Location(file, line + 1, column + 1)


def _wording(
    error: MarkedYAMLError, lines: list[str], last: ScalarEvent | None
) -> tuple[Wording, tuple[int, int] | None]:
    mark = error.problem_mark
    assert mark is not None
    line = lines[mark.line] if mark.line < len(lines) else ""
    said = f"{error.context or ''}|{error.problem or ''}"
    if re.match(r"[ \t]*\t", line) and "expected key" not in said:
        return WORDINGS["tab character"], (mark.line, line.index("\t"))
    if (slip := find_slip(error, said, lines)) is not None:
        return slip
    if "mapping values" in said:
        return _colon(line[: mark.column]), None
    if "expected key" in said and last is not None and last.style in ("'", '"'):
        quoted = _after_quote(last, mark.line, lines)
        if quoted is not None:
            return quoted
    if "expected key" in said and (bracket := re.search(r"[:-]\s+([\[{])", line[: mark.column])):
        what = "a list in square brackets" if bracket.group(1) == "[" else "fields in braces"
        return Wording("text-after-bracket", f"text follows {what} on its line", QUOTE_IT), None
    for part, wording in WORDINGS.items():
        if all(piece in said for piece in part.split("|")):
            return wording, None
    return UNKNOWN, None


def _colon(before: str) -> Wording:
    if re.search(r":\s", before):
        message = "a colon and a space stand inside unquoted text"
        return Wording("colon-in-text", message, QUOTE_IT)
    return Wording("indentation", "this line is indented further than the field above", INDENT)


def _after_quote(
    last: ScalarEvent, line: int, lines: list[str]
) -> tuple[Wording, tuple[int, int] | None] | None:
    """Tell a quote left open, which ends at the next quote, from text after a closing quote."""
    start = span(last.start_mark)
    end_line, end = span(last.end_mark)
    if end_line != line:
        return None
    swallowed = lines[start[0] + 1 : end_line + 1]
    if any(re.match(r"\s*(- )?\w+:(\s|$)", text) for text in swallowed):
        return WORDINGS["quoted scalar|unexpected end of stream"], start
    if (after := lines[line][end:].strip()) in {",", ";", "."}:
        message = f"`{after}` follows the closing quote"
        return Wording("text-after-quote", message, "delete it, or write it before the quote"), None
    message = "text follows the closing quote"
    hint = 'put the whole text in double quotes, and write a double quote inside it as \\"'
    if last.style == "'":
        message = "text follows the closing quote: an apostrophe ends text in single quotes"
    return Wording("text-after-quote", message, hint), None
