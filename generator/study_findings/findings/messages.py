"""The key messages of a study as sentences in which the themes they name are links."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from ..model import Group, KeyMessage, Theme
from .cards import colour_of
from .claims import MessageView, key_messages
from .views import Findings


@dataclass(frozen=True)
class MessageWords:
    """Hold a stretch of a message; `theme` is the one whose title it is, if it is one."""

    text: str
    theme: Theme | None = None


@dataclass(frozen=True)
class Sentence:
    """Hold a key message in pieces, the group it is about, and the themes it does not name.

    `others` are those that it sums up all the same; none where these are all of the study.
    """

    message: KeyMessage
    pieces: tuple[MessageWords, ...]
    group: Group | None
    colour: int
    others: tuple[Theme, ...]


def sentences(findings: Findings) -> tuple[Sentence, ...]:
    """Give each key message with the titles in it told apart."""
    return tuple(_sentence(findings, view) for view in key_messages(findings))


def _sentence(findings: Findings, view: MessageView) -> Sentence:
    claimed = (claim.theme for claim in view.claims)
    themes = tuple({theme.id: theme for theme in (*view.themes, *claimed)}.values())
    pieces = _pieces(view.message.says, themes)
    named = {words.theme.id for words in pieces if words.theme}
    is_all = {theme.id for theme in findings.study.themes} <= {theme.id for theme in themes}
    strands = {findings.strand_of(theme) for theme in themes}
    strand = strands.pop() if len(strands) == 1 else None
    group = strand.group if strand and len(findings.strands) > 1 else None
    others = () if is_all else tuple(theme for theme in themes if theme.id not in named)
    return Sentence(view.message, pieces, group, colour_of(findings.study, group), others)


def _pieces(text: str, themes: Collection[Theme]) -> tuple[MessageWords, ...]:
    """Split a sentence at the titles of themes, whatever their case; the longest title wins.

    Each message that is told sums up one at least.
    """
    titles = {theme.title.casefold(): theme for theme in themes}
    longest = sorted((re.escape(theme.title) for theme in themes), key=len, reverse=True)
    pattern = re.compile(rf"(?<!\w)({'|'.join(longest)})(?!\w)", re.IGNORECASE)
    parts = pattern.split(text)
    return tuple(MessageWords(part, titles.get(part.casefold())) for part in parts if part)
