"""Whether running text is a transcript, which is never read: only what was chosen comes over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Final

from ..documents.unreadable import UnreadableError
from .column_fields import field_of
from .exchanges import leading_speaker
from .people_labels import is_code, is_moderator

# A time at either end of a line that holds little besides: `00:12:03 Anna`, `Interviewer 6:04`.
_TIME: Final = r"(?:\d{1,2}:)?\d{1,2}:[0-5]\d(?:[.,]\d{1,3})?"
_STAMPED: Final = re.compile(rf"[\[(<#]?{_TIME}(?![\d:]).{{0,60}}|.{{0,40}}?{_TIME}[\])>#]?")
_LABEL: Final = re.compile(r"(?P<who>[^\W_][^:\n.?!]{0,30}?)\s*:(?=\s|\Z)")
_ALONE: Final = re.compile(r"[^\W_][^\n.,;:?!…]{0,30}")
# Programs that write down recordings name voices so, on a line of its own: `[Speaker 2]`.
_VOICE: Final = re.compile(
    r"[\[(<]?((?:speaker|voice|sprecher(?:in)?|hablante|falante|orador(?:a)?|locuteur|locutrice)"
    r"[ _-]?\d{1,2})[\])>]?:?",
    re.IGNORECASE,
)
_FEWEST: Final = 8
_FEWEST_BELOW_HEADINGS: Final = 20
_FEWEST_STAMPED_IN_A_HUNDRED: Final = 15
_SPEAKERS: Final = 3
_OF_SPEAKERS: Final = ("", "participant", "group", "session")


REFUSED: Final = UnreadableError(
    "seems to be a transcript: times or speakers stand at the head of its paragraphs, or its rows",
    "bring in the Results section or a table of quotations: whole transcripts are never read",
)


def is_transcript(paragraphs: Sequence[str], has_headings: bool) -> bool:
    """Tell whether paragraphs are what somebody wrote down of a conversation, from end to end.

    Times stand at the head of its turns; or few speakers begin most paragraphs, and the research
    team is one of them, or they go by names. Below headings, codes alone may be a list of
    quotations. Voices that a program numbered are a conversation's wherever they stand.
    """
    filled = [text.strip() for text in paragraphs if text.strip()]
    lines = [text.split("\n", 1)[0].strip() for text in filled]
    stamped = sum(_STAMPED.fullmatch(line) is not None for line in lines)
    if stamped >= _FEWEST and stamped * 100 > _FEWEST_STAMPED_IN_A_HUNDRED * len(filled):
        return True
    voices = Counter(match[1].casefold() for line in lines if (match := _VOICE.fullmatch(line)))
    if max(voices.values(), default=0) >= _SPEAKERS:
        return True
    turns = sum(bool(leading_speaker(text)[0]) for text in filled)
    if not has_headings and turns >= _FEWEST and turns * 2 > len(filled):
        return True
    speakers = _speakers(lines)
    spoken = sum(speakers.values())
    if spoken < (_FEWEST_BELOW_HEADINGS if has_headings else _FEWEST) or spoken * 2 <= len(filled):
        return False
    by_the_team = sum(count for who, count in speakers.items() if is_moderator(who))
    by_name = sum(count for who, count in speakers.items() if not is_code(who))
    return by_the_team * 5 > spoken or (by_name * 5 > spoken * 4 and len(speakers) <= _SPEAKERS)


def are_turns(speakers: Sequence[str]) -> bool:
    """Tell whether a table's column of speakers is a conversation's: the team speaks in it too."""
    filled = [speaker for speaker in speakers if speaker]
    asked = sum(is_moderator(speaker) for speaker in filled)
    return len(filled) >= _FEWEST and asked * 100 > _FEWEST_STAMPED_IN_A_HUNDRED * len(filled)


def _speakers(lines: Sequence[str]) -> dict[str, int]:
    """Count the paragraphs of each speaker: those that a label begins, or that stand below one."""
    labels = Counter(match["who"] for line in lines if (match := _LABEL.match(line)))
    bare = [line.strip("[]()<>") for line in lines]
    above = Counter(line for line in bare if _ALONE.fullmatch(line) and len(line.split()) <= 3)
    labels += Counter({who: 2 * count for who, count in above.items() if count >= _SPEAKERS})
    # `Definition:` and `Example:` return over and over in a codebook.
    return {
        who: count
        for who, count in labels.items()
        if count >= _SPEAKERS and field_of(who) in _OF_SPEAKERS
    }
