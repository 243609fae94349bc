"""Bytes -> text: the encoding, and characters that must not be in a study."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterator

from ...problems import Location, Problem

# Bidirectional overrides and isolates show words in another order than they are stored in;
# zero-width joiners and direction marks stay, since Urdu and Pashto need them.
BIDIRECTIONAL = "\u202a-\u202e\u2066-\u2069"
SEPARATORS = "\u2028\u2029\ufeff"
CONTROLS = "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"
NONCHARACTERS = "\ufdd0-\ufdef" + "".join(
    chr(plane * 0x10000 + end) for plane in range(17) for end in (0xFFFE, 0xFFFF)
)
FORBIDDEN = re.compile(f"[{CONTROLS}{BIDIRECTIONAL}{SEPARATORS}{NONCHARACTERS}]")
REPLACEMENT = "\ufffd"
WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
LINE_BREAK = re.compile(r"\r\n|\r|\n")
MOST_SHOWN = 20


def split_lines(text: str) -> list[str]:
    """Split a text at the line breaks YAML knows."""
    return LINE_BREAK.split(text)


def decode(file: str, data: bytes) -> tuple[str | None, list[Problem]]:
    """Decode a file's bytes as UTF-8; give no text where that fails."""
    if data.startswith(WIDE_MARKS):
        message = "the file is saved as UTF-16, not UTF-8"
        return None, [_unreadable(file, 1, 1, "bad-encoding", message)]
    if b"\x00" in data:
        line = data.count(b"\n", 0, data.index(b"\x00")) + 1
        message = "the file is not text: it holds zero bytes"
        return None, [_unreadable(file, line, 1, "not-text", message)]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError:
        return None, [_bad_byte(file, data.removeprefix(codecs.BOM_UTF8))]


def _unreadable(file: str, line: int, column: int, rule: str, message: str) -> Problem:
    return Problem(Location(file, line, column), rule, message, "save the file as UTF-8 text")


def _bad_byte(file: str, data: bytes) -> Problem:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        lines = split_lines(data[: error.start].decode("utf-8"))
        byte = data[error.start]
        likely = bytes([byte]).decode("cp1252", "replace")
        message = f"the byte 0x{byte:02X} is not UTF-8"
        if likely.isprintable() and likely != REPLACEMENT:
            message += f' (in Windows-1252 it is "{likely}")'
        return _unreadable(file, len(lines), len(lines[-1]) + 1, "bad-encoding", message)
    return _unreadable(file, 1, 1, "bad-encoding", "the file is not UTF-8")


def find_forbidden(file: str, text: str) -> tuple[str, list[Problem]]:
    """Report characters that may not stand in a study, and give the text with `U+FFFD` for each."""
    problems = _damaged(file, text) if REPLACEMENT in text else []
    # What is forbidden is never printable, and asking that is far faster than a search.
    printable = text.replace("\n", " ").isprintable()
    if printable or FORBIDDEN.search(text) is None:
        return text, problems
    breaks = [match.end() for match in LINE_BREAK.finditer(text)]
    starts = [0, *breaks]
    line = 0
    for count, match in enumerate(FORBIDDEN.finditer(text)):
        if count == MOST_SHOWN:
            break
        while line + 1 < len(starts) and starts[line + 1] <= match.start():
            line += 1
        location = Location(file, line + 1, match.start() - starts[line] + 1)
        problems.append(describe_forbidden(location, match.group()))
    return FORBIDDEN.sub(REPLACEMENT, text), problems


def _damaged(file: str, text: str) -> list[Problem]:
    found: Iterator[tuple[int, int]] = (
        (number, line.index(REPLACEMENT) + 1)
        for number, line in enumerate(split_lines(text), start=1)
        if REPLACEMENT in line
    )
    return [
        Problem(
            Location(file, line, column),
            "damaged-text",
            "the character U+FFFD stands where an earlier conversion lost a letter",
            "write the letter anew",
            "warning",
        )
        for _, (line, column) in zip(range(MOST_SHOWN), found, strict=False)
    ]


def describe_forbidden(location: Location, character: str) -> Problem:
    """State that a character may not stand in a study."""
    code = f"U+{ord(character):04X}"
    if re.match(f"[{BIDIRECTIONAL}]", character):
        message = (
            f"{code} ({unicodedata.name(character).lower()}) reorders the text around it unseen"
        )
        return Problem(location, "bidirectional-override", message, "delete the character")
    if character in SEPARATORS:
        message = f"the invisible character {code} stands here"
        hint = "delete it, and press Enter where a new line is meant"
        return Problem(location, "invisible-character", message, hint)
    kind = "control character" if unicodedata.category(character) == "Cc" else "noncharacter"
    message = f"the invisible {kind} {code} stands here"
    return Problem(location, "control-character", message, "delete the character")
