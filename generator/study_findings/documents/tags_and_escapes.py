"""The ways one text may be read: with and without its tags, escapes undone."""

from __future__ import annotations

import html
import quopri
import re
from collections.abc import Iterator
from typing import Final
from urllib.parse import unquote

_COMMENT: Final = r"<!--.*?-->"
_TAG: Final = re.compile(_COMMENT + r"|<[A-Za-z/!?][^>]*>", re.DOTALL)
_INLINE: Final = re.compile(
    _COMMENT
    + r"|</?(?:a|abbr|b|bdi|bdo|cite|code|del|em|font|i|ins|kbd|mark|q|s|samp|small|span|strong"
    r"|sub|sup|time|u|var|wbr|text:span|text:s|w:r|w:t|w:rpr|w:b|w:i|w:rfonts|w:lang|w:prooferr"
    r"|w:bookmarkstart|w:bookmarkend|r|t|rpr)(?=[\s/>])[^>]*>",
    re.DOTALL | re.IGNORECASE,
)
# What stands for a tag until it is clear how to read it: one inside a line, one that may break it.
_INLINE_MARK: Final = "\ue000"
_BREAK_MARK: Final = "\ue001"
_GLUED: Final = re.compile(rf"\w[{_INLINE_MARK}{_BREAK_MARK}]+\w")
_HIDING_ESCAPE: Final = re.compile(r"\\[0-9A-Za-z\n]")
_SCRIPT_ESCAPE: Final = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL
)
# A style sheet's escape: hexadecimal digits, and a blank that ends them.
_STYLE_ESCAPE: Final = re.compile(r"\\([0-9a-fA-F]{2,6})[ \t\n]?")
_PERCENT: Final = re.compile(r"%[0-9A-Fa-f]{2}")
# What messages write for a byte, and where they break a line.
_QUOTED_PRINTABLE: Final = re.compile(r"=[0-9A-F]{2}|=[ \t]*\r?\n")
_HYPHENS: Final = r"[-\xad\xac\u058a\u1400\u2010\u2011\u2212\ufe63\uff0d]"
# What stands before is looked at second, so that a search goes from hyphen to hyphen.
_DIVIDING: Final = rf"{_HYPHENS}(?<=[^\W\d_]{_HYPHENS})"
_HYPHENATED: Final = re.compile(rf"{_DIVIDING}{_HYPHENS}*\s*[\r\n\u2028\f]\s*(?=[^\W\d_])")
# Once tags are gone, a line's end may have become a space.
_HYPHENATED_TEXT: Final = re.compile(rf"{_DIVIDING}\s+(?=[^\W\d_])")
# How many characters around an escape, or around a place of tags, may belong to six words.
_REACH: Final = 800
_GLUED_REACH: Final = 300
# References to `<`, `\` and `%` before a word character: markup or escapes inside an escaped text.
_HIDDEN_LAYER: Final = re.compile(
    r"&(?:lt|#0*60|#x0*3c|bsol|#0*92|#x0*5c|percnt|#0*37|#x0*25);[\w/!?]", re.IGNORECASE
)
_REFERENCE: Final = re.compile(r"&(?:#[0-9]+;?|#[xX][0-9a-fA-F]+;?|[A-Za-z][A-Za-z0-9]{0,31};?)")


class _References(dict[str, str]):
    """Remember what each character reference stands for; a page holds the same few many times."""

    def __missing__(self, reference: str) -> str:
        self[reference] = html.unescape(reference)
        return self[reference]


_references: Final = _References()


def without_tags(text: str) -> Iterator[str]:
    """Give the text as a browser shows it; where tags stand between two words, two more readings.

    These are of the text around such places, tags taken for nothing and for a space; elsewhere all
    three read the same. Character references are undone.
    """
    marked = without_references(_TAG.sub(_BREAK_MARK, _INLINE.sub(_INLINE_MARK, text)))
    yield marked.replace(_INLINE_MARK, "").replace(_BREAK_MARK, " ")
    glued = _around(marked, _GLUED, _GLUED_REACH)
    if glued:
        yield glued.replace(_INLINE_MARK, "").replace(_BREAK_MARK, "")
        yield glued.replace(_INLINE_MARK, " ").replace(_BREAK_MARK, " ")


def without_script_escapes(text: str) -> str:
    r"""Undo the escapes of JSON and JavaScript: `\u0041`, `\u{41}`, `\x41`, `\n`, `\"`."""
    return _SCRIPT_ESCAPE.sub(_unescaped, text)


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code is None:
        return " " if match[4] in "ntrbfv0\n" else match[4]
    return _character_of(code)


def without_references(text: str) -> str:
    """Undo character references, also where they were escaped twice."""
    for _ in range(2):
        if "&" not in text:
            break
        text = _REFERENCE.sub(lambda match: _references[match[0]], text)
    return text


def without_hyphenation(text: str, anywhere: bool = False) -> str:
    """Join the words that a hyphen divides at a line's end; `anywhere` also before a mere space."""
    return (_HYPHENATED_TEXT if anywhere else _HYPHENATED).sub("", text)


def joined_around(text: str) -> str:
    """Give what stands around hyphens before a space, the words they divide joined, or nothing."""
    may_divide = not text.isascii() or any(f"-{space}" in text for space in " \t\r\n\f")
    if not may_divide or not _HYPHENATED_TEXT.search(text):
        return ""
    return without_hyphenation(_around(text, _HYPHENATED_TEXT, _GLUED_REACH), anywhere=True)


def _from_quoted_printable(text: str) -> str:
    return quopri.decodestring(text.encode()).decode("utf-8", "replace")


def views_of(text: str) -> Iterator[str]:
    """Give every distinct reading of a text: raw, unescaped, percent-decoded, without tags.

    The raw reading holds attribute values, comments and scripts; the others what escapes and tags
    hide.
    """
    given: set[str] = set()
    layers = [text]
    while layers:
        layer = layers.pop()
        inner = without_references(layer)
        for decoded in _decodings(layer):
            plain = inner if decoded is layer else without_references(decoded)
            for reading in (plain, *(without_tags(decoded) if "<" in decoded else ())):
                for view in (reading, joined_around(reading)):
                    if view and view not in given:
                        given.add(view)
                        yield view
        if inner != layer and _HIDDEN_LAYER.search(layer):
            layers.append(inner)


def _decodings(text: str) -> Iterator[str]:
    """Give the text, then, where escapes may hide words, what stands around them decoded."""
    yield text
    yield from _percents_undone(text)
    if "\\" in text and _STYLE_ESCAPE.search(text):
        yield _STYLE_ESCAPE.sub(lambda match: _character_of(match[1]), _around(text, _STYLE_ESCAPE))
    if "=" in text and _QUOTED_PRINTABLE.search(text):
        yield _from_quoted_printable(_around(text, _QUOTED_PRINTABLE))
    for _ in range(3):
        if "\\" not in text or not _HIDING_ESCAPE.search(text):
            return
        text = without_script_escapes(_around(text, _HIDING_ESCAPE))
        yield text


def _percents_undone(text: str) -> Iterator[str]:
    """Undo percent signs, again where an address stands within an address."""
    for _ in range(3):
        if "%" not in text or not _PERCENT.search(text):
            return
        text = unquote(_around(text, _PERCENT))
        yield text


def _character_of(code: str) -> str:
    point = int(code, 16)
    return chr(point) if point <= 0x10FFFF else " "


def _around(text: str, pattern: re.Pattern[str], reach: int = _REACH) -> str:
    """Cut a text down to a pattern's matches and as much around them as six words may take."""
    pieces: list[str] = []
    begin = end = 0
    for match in pattern.finditer(text):
        if match.start() - reach > end:
            pieces.append(text[begin:end])
            begin = match.start() - reach
        end = match.end() + reach
    return "\n\n".join([*pieces, text[begin:end]])
