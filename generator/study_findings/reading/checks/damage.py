"""What conversions and forms leave in a text that readers see: broken letters, entities, gaps."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Iterator
from itertools import takewhile
from operator import eq
from typing import Final, NamedTuple

from ftfy import fix_encoding
from ftfy.badness import is_bad

from ...problems import Problem
from ...text.spelling import name_character
from ..draft import Draft
from ..phrases import quoted
from .readable import FoundText, all_texts

ENTITY: Final = re.compile(
    r"&(?:amp;)*(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});"
)
# In Markdown, these are how a sign is written that would begin a tag.
MARKDOWN_ENTITIES: Final = frozenset({"&lt;", "&gt;"})
# A tag that closes or breaks is none of a reader's `p < 0.05`; an escape is no path.
CODE: Final = re.compile(
    r"</[a-z][a-z0-9]{0,9}>|<(?:br|hr) ?/?>|\\(?:u[0-9a-f]{4}|x[0-9a-f]{2}|[nrt\"'](?![a-z]))",
    re.IGNORECASE,
)
STARS: Final = re.compile(r"\*{3,}")
LOST: Final = re.compile(r"\?{4,}|\?{2,}(?: \?{2,})+")
GAP: Final = re.compile(r"(?<![^\W_])(?:X{3,}|x{4,})(?![^\W_])|(?<![_\w])_{3,}(?![_\w])")
UNHEARD: Final = re.compile(
    r"\[ ?(?:inaudible|unintelligible|unclear|indistinct|not audible|ناقابل ?سماعت|غیر ?واضح"
    r"|ناڅرګند)[^\[\]\n]{0,20}\]",
    re.IGNORECASE,
)
UNDONE: Final = re.compile(r"\b(?:TODO|FIXME)\b|\blorem ipsum\b", re.IGNORECASE)
MOST_PAIRS: Final = 3


class Damage(NamedTuple):
    """Say what is damaged, where in the text, and what was meant."""

    rule: str
    at: int
    message: str
    hint: str
    cause: str = ""


def mojibake(text: str, _in_markdown: bool) -> Iterator[Damage]:
    """Find letters that were read in another encoding than they were written in."""
    fixed = fix_encoding(text)
    if fixed == text:
        return
    until = text[: len(list(takewhile(bool, map(eq, text, fixed))))]
    start = max(until.rfind(" "), until.rfind("\n")) + 1
    hint = f"write {_pairs(text, fixed)}"
    if is_bad(fixed):
        hint = "copy the words anew from a source that is saved as UTF-8"
    char = text[len(until) : len(until) + 1]
    # An ellipsis of Windows, read in an older encoding, is the end of a line that nobody sees.
    what = (
        f"{name_character(char)}, a letter that was"
        if char.isspace()
        else f"{quoted(text[start:].split()[0])}, letters that were"
    )
    yield Damage("mojibake", start, f"holds {what} read in the wrong encoding", hint)


def _pairs(text: str, fixed: str) -> str:
    """Set broken words beside what was meant, where they can be paired."""
    before, after = text.split(), fixed.split()
    if len(before) != len(after):
        return quoted(fixed)
    pairs = [(a, b) for a, b in zip(before, after, strict=True) if a != b]
    told = ", ".join(f"{quoted(b)} for {quoted(a)}" for a, b in pairs[:MOST_PAIRS])
    return told + (f", and so on: {len(pairs)} words" if len(pairs) > MOST_PAIRS else "")


def lost_letters(text: str, _in_markdown: bool) -> Iterator[Damage]:
    """Find question marks that stand where letters were lost for good."""
    if match := LOST.search(text):
        message = f"holds {quoted(match.group())}, as where a conversion has lost letters"
        yield Damage(
            "lost-letters", match.start(), message, "write the words anew from their source"
        )


def html_entities(text: str, in_markdown: bool) -> Iterator[Damage]:
    """Find characters that are written as in HTML, which readers would see as they stand."""
    for match in ENTITY.finditer(text):
        entity = match.group()
        meant = html.unescape(html.unescape(entity))
        if meant == entity or (in_markdown and entity in MARKDOWN_ENTITIES):
            continue
        hint = f'write "{meant}"' if meant.isprintable() and meant.strip() else "write a space"
        if not meant.isprintable() and not meant.isspace():
            hint = "take it out"
        message = f'holds "{entity}", a character as HTML writes it'
        yield Damage("html-entity", match.start(), message, hint, entity)
        return


def code(text: str, in_markdown: bool) -> Iterator[Damage]:
    """Find tags of HTML and escapes of programs, which readers would see as they stand."""
    if not in_markdown and (match := CODE.search(text)):
        what = "a tag of HTML" if match.group().startswith("<") else "an escape of a program"
        hint = "take it out, with the tag that it closes" if "</" in match.group() else ""
        hint = hint or "write what it stands for: a space, a new line or the letter"
        message = f"holds {quoted(match.group())}, {what}, which readers would see"
        yield Damage("code-in-text", match.start(), message, hint)


def placeholders(text: str, in_markdown: bool) -> Iterator[Damage]:
    """Find what stands in place of words that somebody meant to see to."""
    if match := UNHEARD.search(text):
        message = f"holds {quoted(match.group())}; readers take brackets for words you put in"
        yield Damage(
            "placeholder", match.start(), message, "write … for words that nobody could hear"
        )
    if match := GAP.search(text) or (None if in_markdown else STARS.search(text)):
        message = f"holds {quoted(match.group())}, a gap that readers cannot read"
        hint = (
            "say in square brackets what stood there, such as [name], or write … if it is left out"
        )
        yield Damage("placeholder", match.start(), message, hint)
    if match := UNDONE.search(text):
        message = f"holds {quoted(match.group())}, as in a text that is not finished"
        yield Damage("placeholder", match.start(), message, "finish the text, or take it out")


DETECTORS: Final[tuple[Callable[[str, bool], Iterator[Damage]], ...]] = (
    mojibake,
    lost_letters,
    html_entities,
    code,
    placeholders,
)


def damaged_texts(draft: Draft) -> Iterator[Problem]:
    """Warn of damage in any text that readers see."""
    for found in all_texts(draft):
        for detect in DETECTORS:
            for damage in detect(found.text.text, found.text.in_markdown):
                yield as_problem(draft, found, damage)


def as_problem(draft: Draft, found: FoundText, damage: Damage) -> Problem:
    """State damage to a text as a warning at its place."""
    where = draft.at_words(found.record, found.text.path, found.text.text, damage.at)
    message = f'"{found.field}" of {found.who} {damage.message}'
    cause = f"{damage.rule}|{damage.cause}" if damage.cause else ""
    return Problem(where, damage.rule, message, damage.hint, "warning", cause=cause)
