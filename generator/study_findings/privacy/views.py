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
_SCRIPT_ESCAPE: Final = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|(.))", re.DOTALL
)
_PERCENT: Final = re.compile(r"%[0-9A-Fa-f]{2}")
_ESCAPED_TAG: Final = re.compile(r"&(?:lt|#0*60|#x0*3c)\b", re.IGNORECASE)


def without_tags(text: str) -> Iterator[str]:
    """Give the text as a browser shows it, then with every tag taken for nothing, then for a space."""
    yield _TAG.sub(" ", _INLINE.sub("", text))
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

    The raw reading holds attribute values, comments and scripts; the others what they hide.
    """
    queue = [text]
    queued = {text}
    given: set[str] = set()
    while queue:
        state = queue.pop()
        plain = _without_references(state)
        if plain not in given:
            given.add(plain)
            yield plain
        for further in _further(state, plain):
            if further not in queued:
                queued.add(further)
                queue.append(further)


def _further(state: str, plain: str) -> Iterator[str]:
    if "<" in state:
        yield from without_tags(state)
    if "\\" in state:
        yield without_script_escapes(state)
    if "%" in state and _PERCENT.search(state):
        yield unquote(state)
    if "&" in state and (_ESCAPED_TAG.search(state) or _hides_escapes(plain, state)):
        yield plain


def _hides_escapes(plain: str, state: str) -> bool:
    return ("\\" in plain and "\\" not in state) or ("%" in plain and "%" not in state)


def _without_references(text: str) -> str:
    """Undo character references, also where they were escaped twice."""
    for _ in range(2):
        if "&" not in text:
            break
        text = html.unescape(text)
    return text
