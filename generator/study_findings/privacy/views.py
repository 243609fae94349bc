"""The ways one text may be read: with and without its tags, escapes undone."""

from __future__ import annotations

import html
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
_GLUED: Final = re.compile(rf"[\w;](?:{_TAG.pattern})+[\w&]", re.DOTALL)
_HIDING_ESCAPE: Final = re.compile(r"\\[0-9A-Za-z\n]")
_SCRIPT_ESCAPE: Final = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL
)
_PERCENT: Final = re.compile(r"%[0-9A-Fa-f]{2}")
_REACH: Final = 800
# References to `<`, `\\` and `%` before a word character: markup or escapes inside an escaped text.
_HIDDEN_LAYER: Final = re.compile(
    r"&(?:lt|#0*60|#x0*3c|bsol|#0*92|#x0*5c|percnt|#0*37|#x0*25);[\w/!?]", re.IGNORECASE
)


def without_tags(text: str) -> Iterator[str]:
    """Give the text as a browser shows it, then with every tag taken for nothing, then for a space.

    The latter two only where tags alone stand between two words: elsewhere they read the same.
    """
    yield _TAG.sub(" ", _INLINE.sub("", text))
    if _GLUED.search(text):
        yield _TAG.sub("", text)
        yield _TAG.sub(" ", text)


def without_script_escapes(text: str) -> str:
    r"""Undo the escapes of JSON and JavaScript: `\u0041`, `\u{41}`, `\x41`, `\n`, `\"`."""
    return _SCRIPT_ESCAPE.sub(_unescaped, text)


def _unescaped(match: re.Match[str]) -> str:
    code = match[1] or match[2] or match[3]
    if code is None:
        return " " if match[4] in "ntrbfv0\n" else match[4]
    point = int(code, 16)
    return chr(point) if point <= 0x10FFFF else " "


def views_of(text: str) -> Iterator[str]:
    """Give every distinct reading of a text: raw, unescaped, percent-decoded, without tags.

    The raw reading holds attribute values, comments and scripts; the others what escapes and tags
    hide.
    """
    given: set[str] = set()
    layers = [text]
    while layers:
        layer = layers.pop()
        for decoded in _decodings(layer):
            for reading in (decoded, *(without_tags(decoded) if "<" in decoded else ())):
                plain = _without_references(reading)
                if plain not in given:
                    given.add(plain)
                    yield plain
        inner = _without_references(layer)
        if inner != layer and _HIDDEN_LAYER.search(layer):
            layers.append(inner)


def _decodings(text: str) -> Iterator[str]:
    """Give the text, then, where escapes may hide words, what stands around them decoded."""
    yield text
    if "%" in text and _PERCENT.search(text):
        yield unquote(_around(text, _PERCENT))
    for _ in range(3):
        if "\\" not in text or not _HIDING_ESCAPE.search(text):
            return
        text = without_script_escapes(_around(text, _HIDING_ESCAPE))
        yield text


def _around(text: str, escape: re.Pattern[str]) -> str:
    """Cut a text down to its escapes and as much around them as six words may take."""
    starts = [match.start() for match in escape.finditer(text)]
    return text[max(0, starts[0] - _REACH) : starts[-1] + _REACH]


def _without_references(text: str) -> str:
    """Undo character references, also where they were escaped twice."""
    for _ in range(2):
        if "&" not in text:
            break
        text = html.unescape(text)
    return text
