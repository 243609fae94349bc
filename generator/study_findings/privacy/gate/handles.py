"""Names that people have on networks: `@zarka_99`, `u/zarka`, `my insta id is zarka`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .flags import GateRule, Span, example
from .gate_text import GateText
from .vocabulary import is_ordinary

_AT: Final = re.compile(r"(?<![\w@.+%-])@(?=[\w.]{0,60}[^\W\d])[\w.]{2,60}")
_PREFIXED: Final = re.compile(r"(?<![\w/])/?u/[\w-]{3,40}")
_JOINED: Final = re.compile(
    r"(?<![\w@./_-])(?=[^\W\d_])[^\W_]{1,40}(?:_[^\W_]{1,40}){1,5}(?![\w@]|\.\w)"
)
_TOLD: Final = re.compile(
    r"(?<!\w)(?:user ?name|(?:insta|instagram|twitter|snap|snapchat|tik ?tok|telegram|skype"
    r"|facebook|fb|linkedin|discord|youtube)(?: (?:id|handle|name|account|user ?name|page))?)"
    r"(?: ?[:=] ?| (?:is|was) )"
    r"((?:live:)?[\w.]{3,40})",
    re.IGNORECASE,
)
_NETWORK_ALONE: Final = re.compile(r"^\w+ (?:is|was) ", re.IGNORECASE)


_NUMBERED: Final = re.compile(
    r"(?<!\w)(?:handle|id|user ?name|account) ((?=[\w.]{0,40}[\d_.]\w)[^\W\d][\w.]{2,40})",
    re.IGNORECASE,
)


_TAGGED: Final = re.compile(r"(?<![\w#])[^\W\d][\w.]{1,31}#\d{4}(?!\w)")

# What each kind of a name cannot be written without.
_SIGNS: Final = ((_AT, "@"), (_PREFIXED, "u/"), (_JOINED, "_"), (_TAGGED, "#"))
_NETWORKS: Final = frozenset(
    "user username handle id account insta instagram twitter snap snapchat tik tiktok telegram"
    " skype facebook fb linkedin discord youtube".split()
)


def _find(text: GateText) -> Iterator[Span]:
    for pattern, sign in _SIGNS:
        for match in pattern.finditer(text.plain) if sign in text.plain else ():
            yield match.start(), match.start() + len(match[0].rstrip("."))
    if _NETWORKS.isdisjoint(text.letters):
        return
    for match in _NUMBERED.finditer(text.plain):
        yield match.start(1), match.start(1) + len(match[1].rstrip("."))
    for match in _TOLD.finditer(text.plain):
        word = match[1].rstrip(".")
        # `Instagram is bad` tells no name; `insta: zarka` and `insta is zarka99` do.
        is_plain = word.isalpha() and (
            _NETWORK_ALONE.match(match[0]) or is_ordinary(word.lower(), "en")
        )
        if not is_plain or match[0].lower().startswith("username"):
            yield match.start(1), match.start(1) + len(word)


RULE: Final = GateRule(
    "handle",
    "error",
    "A name on a network leads to one person's account.",
    "[an account]",
    _find,
    examples=(
        example("I posted it as @zarka_99.", "@zarka_99"),
        example("Follow @zarka.iqbal and @ward12", "@zarka.iqbal", "@ward12"),
        example("her reddit is u/quiet_intern", "u/quiet_intern"),
        example("I go by zarka_iqbal there", "zarka_iqbal"),
        example("My insta id is zarkaiq", "zarkaiq"),
        example("username: zarka77", "zarka77"),
        example("My skype name was live:zarka.iq then.", "live:zarka.iq"),
        example("on discord: zarka#0417, always", "zarka#0417"),
        example("میں @zarka99 ہوں", "@zarka99", language="ur"),
        example("twitter handle zarkam99, facebook id zarka.iq", "zarkam99", "zarka.iq"),
    ),
    non_examples=(
        example("We bought it @ 500 each."),
        example("Instagram is bad for us. YouTube, TikTok: every patient knows."),
        example("I sat @ 9 in the ward."),
        example("Fill in ____ here."),
        example("We were patient #4 and file#12 to them."),
        example("Write to zarka@example.com."),
    ),
)
