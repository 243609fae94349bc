"""Attributions read: `P6, FGD 2`, `FG2-P3`, `P20_F_31`; and the quotation marks around words.

What is not certain is left in the source's own words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from .found import FoundTurn
from .labels import is_code, is_moderator, is_session, session_kind, sex_and_age

_PARTS: Final = re.compile(r"\s*[,;|]\s*|\s+[-–—]\s+")
_JOINED: Final = re.compile(
    r"(?P<session>[A-Za-z]{2,5} ?\d{1,3})[-_ .:/]*(?P<who>[A-Za-z]{1,3} ?\d{1,3})"
)
_TRAILING: Final = re.compile(r"[\s ]*[(\[](?P<inside>[^()\[\]]{1,80})[)\]][\s.]*\Z")
_DASHED: Final = re.compile(
    r"(?<=[”»“\"’'.?!…])[\s ]*[-–—―]+\s*(?P<inside>[^.?!“”\"«»]{1,60})\s*\Z"
)
_SPEAKER: Final = re.compile(r"(?P<who>[^\W_][^:\n]{0,38}?)\s*:(?:[ \t\xa0]+|$)")
_PAIRS: Final = {
    "“": "”", "‘": "’", "«": "»", "»": "«", "„": "“”", "‚": "‘’", "‹": "›", '"': '"', "'": "'",
    "「": "」", "『": "』", "”": "”",
}  # fmt: skip
_CLOSING: Final = "”’»“\"'›」』"


@dataclass(frozen=True)
class Attribution:
    """Who said something and where, as far as a label tells; what is left stands `as_printed`."""

    participant: str = ""
    session: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    as_printed: str = ""

    @property
    def is_certain(self) -> bool:
        """Tell whether all of the label was understood."""
        return not self.as_printed and bool(self.participant or self.session)


def read_attribution(label: str) -> Attribution:
    """Read a label; of one that is not understood in whole, nothing is taken but its words."""
    text = label.strip().strip("()[]").strip()
    if coded := sex_and_age(text):
        return Attribution(coded[0], "", coded[1])
    participant = session = ""
    for part in _PARTS.split(text):
        joined = _JOINED.fullmatch(part)
        if joined and session_kind(joined["session"]) and not session and not participant:
            session, participant = joined["session"], joined["who"]
        elif is_session(part) and not session:
            session = part
        elif is_code(part) and not session_kind(part) and not participant:
            participant = part
        else:
            return Attribution(as_printed=text)
    return Attribution(participant, session)


def without_trailing(text: str) -> tuple[str, str]:
    """Part words from the attribution in brackets, or after a dash, behind them.

    A bracket inside quotation marks, or one that is no attribution, is part of the words.
    """
    match = _TRAILING.search(text)
    if match:
        inside, before = match["inside"].strip(), text[: match.start()].rstrip()
        closes = before[-1:] in _CLOSING
        if before and (closes or read_attribution(inside).is_certain):
            return before, inside
        return text, ""
    match = _DASHED.search(text)
    if match and read_attribution(match["inside"].strip()).is_certain:
        return text[: match.start()].rstrip(), match["inside"].strip()
    return text, ""


def leading_speaker(text: str) -> tuple[str, str]:
    """Part a speaker's label from the words behind it: `Student 3: I left.`"""
    match = _SPEAKER.match(text)
    if match and (is_code(match["who"]) or is_moderator(match["who"])) and text[match.end() :]:
        return match["who"], text[match.end() :].lstrip()
    return "", text


def read_turns(text: str) -> tuple[FoundTurn, ...]:
    """Read an exchange, a speaker's label at the head of each turn; none where it is no exchange.

    Lines without a label go on with the turn before them.
    """
    turns: list[FoundTurn] = []
    for line in text.split("\n"):
        who, words = leading_speaker(line.strip())
        if who:
            turns.append(FoundTurn(who, words))
        elif turns and line.strip():
            turns[-1] = FoundTurn(turns[-1].speaker, f"{turns[-1].text}\n{line.strip()}")
        elif line.strip():
            return ()
    return tuple(turns) if len(turns) > 1 else ()


def without_marks(text: str) -> str:
    """Take one pair of quotation marks off the whole; marks inside stay.

    `“Yes,” she said, “no”` has two pairs, and keeps them.
    """
    bare = text.strip()
    if len(bare) < 2 or bare[-1] not in _PAIRS.get(bare[0], ""):
        return bare
    inside = bare[1:-1]
    if bare[0] in "\"'”" or bare[0] == bare[-1]:
        return bare if _crosses(inside, bare[0]) else inside.strip()
    depth = 0
    for place, char in enumerate(inside):
        if char == bare[0]:
            depth += 1
        elif char == bare[-1] and not _is_apostrophe(inside, place):
            depth -= 1
            if depth < 0:
                return bare
    return inside.strip()


def has_marks(text: str) -> bool:
    """Tell whether the whole of a text stands in quotation marks."""
    return without_marks(text) != text.strip()


def _crosses(inside: str, mark: str) -> bool:
    """Tell whether straight marks inside divide the text into several quotations."""
    count = sum(
        char == mark and not (mark == "'" and _is_apostrophe(inside, place))
        for place, char in enumerate(inside)
    )
    if count == 0:
        return False
    first = inside.index(mark)
    return inside[first - 1 : first].strip() != "" if first else False


def _is_apostrophe(text: str, place: int) -> bool:
    return text[place] in "'’" and text[place - 1 : place].isalpha()
