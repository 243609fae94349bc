"""Attributions read: `P6, FGD 2`, `FG2-P3`, `P20_F_31`; and the quotation marks around words.

What is not certain is left in the source's own words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ..text.folding import words_of
from .found import FoundTurn
from .labels import (
    age_in,
    is_code,
    is_moderator,
    is_role,
    is_session,
    session_kind,
    sex_and_age,
    sex_in,
)

_PARTS: Final = re.compile(r"\s*[,;|،؛]\s*|\s+[-–—]\s+")
_LINES: Final = re.compile(
    r"(?:lines?|ll?\.|zeilen?|Z\.|pos(?:ition)?\.?|abs(?:atz)?\.?|par(?:a(?:graph)?)?\.?|¶|linhas?"
    r"|líneas?|lignes?)\s*(?P<place>\d[\d\s–—-]*)", re.IGNORECASE
)  # fmt: skip
_PAGE: Final = re.compile(
    r"(?:pages?|pp?\.|seiten?|S\.|págs?\.|páginas?)\s*(?P<place>\d[\d\s–—-]*)", re.IGNORECASE
)
_JOINED: Final = re.compile(
    r"(?P<session>[A-Za-z]{2,5} ?\d{1,3})[-_ .:/]*(?P<who>[A-Za-z]{1,3} ?\d{1,3})"
)
_TRAILING: Final = re.compile(r"[\s ]*[(\[](?P<inside>[^()\[\]]{1,80})[)\]][\s.]*\Z")
_DASHED: Final = re.compile(
    r"(?<=[”»“\"’'.?!…])[\s ]*[-–—―]+\s*(?P<inside>[^.?!“”\"«»]{1,60})\s*\Z"
)
_SPEAKER: Final = re.compile(r"(?P<who>[^\W_][^:\n]{0,38}?)\s*:(?:[ \t\xa0]+|$)")
# A speaker's label that stands within a line, behind the end of a sentence.
_WITHIN: Final = re.compile(
    r"(?<=[.?!…”’\"')\]])[ \t\xa0]+(?P<who>[^\W_][^:\n.?!]{0,30}):[ \t\xa0]+(?=\S)"
)
_PAIRS: Final = {
    "“": "”“", "‘": "’", "«": "»", "»": "«", "„": "“”", "‚": "‘’", "‹": "›", '"': '"', "'": "'",
    "「": "」", "『": "』", "”": "”“", "‟": "”", "＂": "＂", "〝": "〞〟",
}  # fmt: skip
_OPENING: Final = '“«„"”»'
_BEHIND: Final = re.compile(
    r"(?P<words>.*[”»“\"])[\s\xa0]*(?P<mark>[-–—―,]+\s*|\(|\[)?(?P<inside>[^”»“\"«„\n]{1,80}?)"
    r"[)\]]?\.?",
    re.DOTALL,
)
_CLOSING: Final = "”’»“\"'›」』"


@dataclass(frozen=True)
class Attribution:
    """Who said something and where, as far as a label tells; what is left stands `as_printed`."""

    participant: str = ""
    session: str = ""
    attributes: Mapping[str, str] = field(default_factory=dict)
    as_printed: str = ""
    page: str = ""
    lines: str = ""

    @property
    def is_certain(self) -> bool:
        """Tell whether all of the label was understood."""
        return not self.as_printed and bool(self.participant or self.session)


def read_attribution(label: str) -> Attribution:
    """Read a label; what else stands beside a person's code is kept in the label's own words.

    `Student 4, female, 22` tells sex and age, `I02, Z. 40` a place in a transcript. Of one that
    begins with no code, nothing is taken but its words.
    """
    text = label.strip().strip("()[]").strip()
    if coded := sex_and_age(text):
        return Attribution(coded[0], "", coded[1])
    participant = session = ""
    told: dict[str, str] = {}
    places: dict[str, str] = {}
    is_understood = True
    for part in _PARTS.split(text):
        joined = _JOINED.fullmatch(part)
        is_known = bool(participant or session)
        # Beside a session alone, `P. 3` is a person, and no page.
        may_be_place = bool(participant) or (is_known and not is_code(part))
        if may_be_place and (place := _place(part)):
            places |= place
        elif is_known and (fact := _fact(part, told)):
            told |= fact
        elif joined and session_kind(joined["session"]) and not is_known:
            session, participant = joined["session"], joined["who"]
        elif is_session(own := _innermost(part)) and not session:
            session = own
        elif is_code(own) and not own[:1].isdigit() and not session_kind(own) and not participant:
            participant = own
        elif is_known:
            is_understood = False
        else:
            return Attribution(as_printed=text)
    page, lines = places.get("page", ""), places.get("lines", "")
    if not is_understood:
        return Attribution(participant, session, {}, text, page, lines)
    return Attribution(participant, session, told if participant else {}, "", page, lines)


def _innermost(part: str) -> str:
    """Give the last name of a path: `Nurses\\N01`."""
    return part.rpartition("\\")[2].strip()


def _place(part: str) -> dict[str, str]:
    """Read where in its source something stands: `Z. 112–115`, `line 40`, `p. 3`."""
    for name, pattern in (("lines", _LINES), ("page", _PAGE)):
        if match := pattern.fullmatch(part):
            return {name: match["place"].strip()}
    return {}


def _fact(part: str, told: Mapping[str, str]) -> dict[str, str]:
    """Read a person's sex or age; a bare number is an age where the sex was told."""
    if sex := sex_in(part):
        return {"sex": sex}
    age = age_in(part, is_bare="sex" in told)
    return {"age": age} if age else {}


def attributed(text: str) -> str:
    """Give words with what stands behind their closing mark in brackets, however it was set."""
    match = _BEHIND.fullmatch(text)
    if match is None or text[:1] not in _OPENING or not has_marks(match["words"]):
        return text
    inside = match["inside"].strip()
    is_set_off = match["mark"] is not None or read_attribution(inside).is_certain
    if not inside or len(words_of(inside)) > 12 or not is_set_off:
        return text
    return f"{match['words']} ({inside})"


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
