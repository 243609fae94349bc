"""Attributions read: `P6, FGD 2`, `FG2-P3`, `P20_F_31`; and where they stand behind words.

What is not certain is left in the source's own words.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from ..text.folding import words_of
from .people_labels import (
    age_in,
    is_code,
    is_session,
    kind_alone,
    session_kind,
    sex_and_age,
    sex_in,
)
from .quotation_marks import CLOSING, OPENING, has_marks

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
# Of `(we met in the group)` the words are somebody's, and name no session.
_MOST_WORDS: Final = 3
_SENTENCE: Final = re.compile(r"[“”«»\"?!()\[\]]|\.\s")
_TRAILING: Final = re.compile(r"[\s ]*[(\[](?P<inside>[^()\[\]]{1,80})[)\]][\s.]*\Z")
_DASHED: Final = re.compile(
    r"(?<=[”»“\"’'.?!…])[\s ]*[-–—―]+\s*(?P<inside>[^.?!“”\"«»]{1,60})\s*\Z"
)
_BEHIND: Final = re.compile(
    r"(?P<words>.*[”»“\"])[\s\xa0]*(?P<mark>[-–—―,]+\s*|\(|\[)?(?P<inside>[^”»“\"«„\n]{1,80}?)"
    r"[)\]]?\.?",
    re.DOTALL,
)


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
        return not self.as_printed and self.begins_with_a_code

    @property
    def begins_with_a_code(self) -> bool:
        """Tell whether it names a person or session, whatever else stands beside: `P6, a nurse`."""
        return bool(self.participant or self.session)

    @property
    def names_one(self) -> bool:
        """Tell whether it says who speaks, and does not list several: `P6, P9` is of nobody's."""
        codes = [part for part in _PARTS.split(self.as_printed) if is_code(part)]
        kinds = [bool(session_kind(part)) for part in codes]
        return self.begins_with_a_code and len(kinds) == len(set(kinds))


@dataclass
class _Label:
    """A label's parts as they are read: each is a place, a fact, a session or a person."""

    participant: str = ""
    session: str = ""
    told: dict[str, str] = field(default_factory=dict)
    places: dict[str, str] = field(default_factory=dict)

    @property
    def is_known(self) -> bool:
        return bool(self.participant or self.session)

    def takes(self, part: str) -> bool:
        """Read a part, and tell whether it was understood."""
        return (
            self._takes_place(part)
            or self._takes_fact(part)
            or self._takes_both(part)
            or self._takes_code(part)
        )

    def _takes_place(self, part: str) -> bool:
        """Read where in its source something stands: `Z. 112–115`, `line 40`, `p. 3`."""
        # Beside a session alone, `P. 3` is a person, and no page.
        if not self.participant and (not self.session or is_code(part)):
            return False
        for name, pattern in (("lines", _LINES), ("page", _PAGE)):
            if match := pattern.fullmatch(part):
                self.places[name] = match["place"].strip()
                return True
        return False

    def _takes_fact(self, part: str) -> bool:
        """Read a person's sex or age; a bare number is an age where the sex was told."""
        if not self.is_known:
            return False
        if sex := sex_in(part):
            self.told["sex"] = sex
        elif age := age_in(part, is_bare="sex" in self.told):
            self.told["age"] = age
        else:
            return False
        return True

    def _takes_both(self, part: str) -> bool:
        """Read a session and a person in one: `FG2-P3`."""
        joined = _JOINED.fullmatch(part)
        if self.is_known or joined is None or not session_kind(joined["session"]):
            return False
        self.session, self.participant = joined["session"], joined["who"]
        return True

    def _takes_code(self, part: str) -> bool:
        """Read a session or a person; of a path the last name counts: `Nurses\\N01`."""
        own = part.rpartition("\\")[2].strip()
        if _names_a_session(own) and not self.session:
            self.session = own
        elif is_code(own) and not (self.participant or own[:1].isdigit() or session_kind(own)):
            self.participant = own
        else:
            return False
        return True


def _names_a_session(part: str) -> bool:
    """Tell whether a part names a session: a code of one, or a short name."""
    is_short = len(words_of(part)) <= _MOST_WORDS and not _SENTENCE.search(part)
    is_name = is_short and (not part[:1].islower() or bool(kind_alone(part)))
    return is_session(part) and (is_code(part) or is_name)


def read_attribution(label: str) -> Attribution:
    """Read a label; what else stands beside a person's code is kept in the label's own words.

    `Student 4, female, 22` tells sex and age, `I02, Z. 40` a place in a transcript. Of one that
    begins with no code, nothing is taken but its words.
    """
    text = label.strip().strip("()[]").strip()
    if coded := sex_and_age(text):
        return Attribution(coded[0], "", coded[1])
    found = _Label()
    is_understood = True
    for part in _PARTS.split(text):
        if not found.takes(part):
            if not found.is_known:
                return Attribution(as_printed=text)
            is_understood = False
    who, places = (found.participant, found.session), found.places
    if not is_understood:
        return Attribution(*who, {}, text, **places)
    return Attribution(*who, found.told if found.participant else {}, "", **places)


def attributed(text: str) -> str:
    """Give words with what stands behind their closing mark in brackets, however it was set."""
    match = _BEHIND.fullmatch(text)
    if match is None or text[:1] not in OPENING or not has_marks(match["words"]):
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
        closes = before[-1:] in CLOSING
        if before and (closes or read_attribution(inside).names_one):
            return before, inside
        return text, ""
    match = _DASHED.search(text)
    if match and read_attribution(match["inside"].strip()).is_certain:
        return text[: match.start()].rstrip(), match["inside"].strip()
    return text, ""
