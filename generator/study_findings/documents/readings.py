"""Every way a file of a built site may be read, down to what is packed or encoded inside of it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Final, NamedTuple

from .embedded import embedded
from .tags_and_escapes import views_of, without_tags
from .unpack import lenient_texts, unpack

_DEEPEST: Final = 4
_CODE: Final = (".js", ".mjs", ".css", ".map", ".wasm", ".woff", ".woff2", ".ttf", ".otf")
_UNSEEN: Final = re.compile(
    r"<(script|style)\b[^>]*>.*?</\1\s*>|<!--.*?-->", re.DOTALL | re.IGNORECASE
)
_DATA_SCRIPT: Final = re.compile(
    r"<script\b[^>]*type=[\"']?application/(?:ld\+)?json[^>]*>(.*?)</script",
    re.DOTALL | re.IGNORECASE,
)
# Attributes whose values readers see, hear or follow.
_SAID: Final = re.compile(
    r"\s(?:alt|title|aria-[\w-]+|content|placeholder|value|label|summary|download|href|src|srcset"
    r"|id|data-[\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s>\"']+))",
    re.IGNORECASE,
)


class Reading(NamedTuple):
    """One text of a file; `member` is where in it, `seen` whether readers see all of it.

    `text` is None where a part could not be opened.
    """

    member: str
    text: str | None
    is_seen: bool = False


def readings_of(data: bytes, path: str, with_seen: bool, depth: int = 0) -> Iterator[Reading]:
    """Give all readings of a file's bytes, packed and encoded ones too, up to four deep.

    What readers see stands in the others as well, and comes apart only where `with_seen`.
    """
    for member, part in unpack(data, whole=True):
        if member:
            yield from (Reading(member, member), Reading(member, member, True))
        if part is None:
            yield Reading(member, None)
            part = data if not member else b""
        is_code = PurePosixPath(member or path).suffix.casefold() in _CODE or b"\0" in part[:1000]
        for text in lenient_texts(part):
            views = views_of(text)
            # The first has character references undone and is whole.
            first = next(views, "")
            yield Reading(member, first)
            yield from (Reading(member, view) for view in views)
            if with_seen and not is_code:
                yield from (Reading(member, seen, True) for seen in _seen(text))
            for inner in embedded(first) if depth < _DEEPEST else ():
                yield from _inside(inner, member, path, with_seen, depth + 1)


def _inside(data: bytes, member: str, path: str, with_seen: bool, depth: int) -> Iterator[Reading]:
    """Give the readings of what was encoded in a text.

    What cannot be opened looked encoded by chance.
    """
    for reading in readings_of(data, path, with_seen, depth):
        if reading.text is not None:
            yield reading._replace(member=member)


def _seen(text: str) -> Iterator[str]:
    """Give what readers see of a text: without tags and scripts, and what its attributes say."""
    if "<" not in text:
        yield text
        return
    shown = _UNSEEN.sub(" ", text)
    yield next(without_tags(shown))
    said = [match[1] or match[2] or match[3] or "" for match in _SAID.finditer(shown)]
    said += [match[1] for match in _DATA_SCRIPT.finditer(text)]
    yield next(without_tags("\n".join(said)))
