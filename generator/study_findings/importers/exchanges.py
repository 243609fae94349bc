"""Speakers at the head of words, and an exchange told turn by turn."""

from __future__ import annotations

import re
from typing import Final

from .found import FoundTurn
from .people_labels import is_code, is_moderator, is_role, sex_and_age

_SPEAKER: Final = re.compile(r"(?P<who>[^\W_][^:\n]{0,38}?)\s*:(?:[ \t\xa0]+|$)")
# A speaker's label that stands within a line, behind the end of a sentence.
_WITHIN: Final = re.compile(
    r"(?<=[.?!…”’\"')\]])[ \t\xa0]+(?P<who>[^\W_][^:\n.?!]{0,30}):[ \t\xa0]+(?=\S)"
)


def leading_speaker(text: str) -> tuple[str, str]:
    """Part a speaker's label from the words behind it: `Student 3: I left.`"""
    match = _SPEAKER.match(text)
    is_told = match is not None and (
        is_code(match["who"]) or is_moderator(match["who"]) or bool(sex_and_age(match["who"]))
    )
    if match and is_told and text[match.end() :]:
        return match["who"], text[match.end() :].lstrip()
    return "", text


def read_turns(text: str) -> tuple[FoundTurn, ...]:
    """Read an exchange, a speaker's label at the head of each turn; none where it is no exchange.

    Lines without a label go on with the turn before them. Where the research team or a code
    speaks, `P:` and `Participant:` are speakers too; and a label within a line begins a turn.
    """
    turns: list[FoundTurn] = []
    is_told = bool(leading_speaker(text.strip())[0])
    broken = _WITHIN.sub(_on_a_line, text) if is_told else text
    for line in broken.split("\n"):
        who, words = _speaker_of(line.strip(), is_told)
        if who:
            turns.append(FoundTurn(who, words))
        elif turns and line.strip():
            turns[-1] = FoundTurn(turns[-1].speaker, f"{turns[-1].text}\n{line.strip()}")
        elif line.strip():
            return ()
    return tuple(turns) if len(turns) > 1 else ()


def _speaker_of(line: str, is_exchange: bool) -> tuple[str, str]:
    who, words = leading_speaker(line)
    match = None if who or not is_exchange else _SPEAKER.match(line)
    if match and is_role(match["who"]) and line[match.end() :]:
        return match["who"], line[match.end() :].lstrip()
    return who, words


def _on_a_line(match: re.Match[str]) -> str:
    is_told = is_code(match["who"]) or is_moderator(match["who"], sure=True)
    return f"\n{match[0].lstrip()}" if is_told or is_role(match["who"]) else match[0]
