"""What a quotation says, and what is told of it, as the fields of a record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any, Final

from ..model import role_by_name
from ..model.provenance import ILLUSTRATIVE, is_composed
from .composed_words import says_composed
from .found import FoundQuotation, FoundTurn
from .options import Options
from .people_labels import is_moderator
from .requesting import Requesting
from .source_places import initials_in, place_in
from .voices_within import is_of_the_team_alone

_OF_THE_TEAM: Final = "these are words of the research team, and no participant's"
_COMPOSED: Final = (
    "the file says that these words were composed, and nobody said them: it is brought in as"
    " illustrative"
)
_PLACE: Final = "where words stand in their source is kept as a memo: write it as 12 or 12-14"
_ASKED: Final = (
    "the question asked is kept as a memo: write it into the guide of study.yml, and name it there"
)
_FACTS: Final = (
    "stance", "note", "provenance", "polarity", "kind", "exemplar",
)  # fmt: skip
_NO_THEME: Final = (
    "these words stand under no theme: name one in their row, or say by --map which column does"
)


class AskingWords:
    """Ask for the words of quotations, and note what a person should see in them."""

    def __init__(self, bag: Requesting, options: Options) -> None:
        self.bag = bag
        self.options = options

    def said(self, found: FoundQuotation) -> dict[str, Any]:
        """Give the words as one text, or turn by turn."""
        if found.turns:
            return {"turns": [self._turn(turn, found.at) for turn in found.turns]}
        return {"text": found.text}

    def told(self, found: FoundQuotation) -> dict[str, Any]:
        """Give the language, the original, and what else is told of the words."""
        language = found.language or self.options.language
        return {
            **({"language": language} if language else {}),
            **dict(self._original(found)),
            **dict(self._facts(found)),
        }

    def _facts(self, found: FoundQuotation) -> Iterator[tuple[str, Any]]:
        for name in _FACTS:
            if value := getattr(found, name):
                yield name, value
        if self._is_composed(found):
            yield "provenance", ILLUSTRATIVE
        memos = list(found.memos)
        for name in ("page", "lines"):
            said = getattr(found, name)
            if place := place_in(said):
                yield name, place
            elif said:
                memos.append(f"{name.capitalize()}: {said}")
                self.bag.note("uncertain", found.at, _PLACE)
        if coders := initials_in(found.coded_by):
            yield "coded_by", coders
        if found.asked:
            memos.append(f"Asked: {found.asked}")
            self.bag.note("uncertain", found.at, _ASKED)
        if memos:
            yield "memos", [{"text": memo} for memo in dict.fromkeys(memos)]

    def _is_composed(self, found: FoundQuotation) -> bool:
        """Tell whether a file says of words that nobody said them; that is noted once."""
        told = (found.text, found.as_printed, found.participant, found.note, *found.memos)
        composed = is_composed(found.provenance) or says_composed(told)
        if composed:
            self.bag.note("uncertain", found.at, _COMPOSED)
        return composed

    def _turn(self, turn: FoundTurn, at: str) -> dict[str, str]:
        role = turn.role or ("interviewer" if is_moderator(turn.speaker) else "participant")
        if role == "interviewer":
            self.bag.note("moderator", at, "the research team speaks in this exchange", each=True)
        told = {"role": role} if role != role_by_name(turn.speaker) else {}
        return {"speaker": turn.speaker, "text": turn.text, **told}

    def _original(self, found: FoundQuotation) -> Iterator[tuple[str, Any]]:
        if not (found.original or found.original_turns or found.original_language):
            return
        language = found.original_language or self.options.original_language
        if not language:
            self.bag.note(
                "uncertain",
                found.at,
                "the language of the originals is not said: say it by --original-language",
            )
        translator = {"translator": found.translator} if found.translator else {}
        said = {"text": found.original} if found.original else {}
        turns = [self._turn(turn, found.at) for turn in found.original_turns]
        spoken = {"turns": turns} if turns else said
        yield "original", {**spoken, "language": language or "und", **translator}
        yield "provenance", "translated"


def why_left_out(found: FoundQuotation) -> str:
    """Say why a quotation cannot come in; nothing where it can."""
    speakers = found.turns or (FoundTurn(found.participant, found.text),)
    is_theirs = all(_is_of_the_team(turn) for turn in speakers)
    if is_theirs or is_of_the_team_alone(found.text):
        return _OF_THE_TEAM
    return "" if any(found.themes) else _NO_THEME


def _is_of_the_team(turn: FoundTurn) -> bool:
    return turn.role == "interviewer" if turn.role else is_moderator(turn.speaker, sure=True)


def as_lines(turns: Iterable[FoundTurn]) -> str:
    """Give an exchange as a text, a line a turn."""
    return "\n".join(f"{turn.speaker}: {turn.text}" for turn in turns)
