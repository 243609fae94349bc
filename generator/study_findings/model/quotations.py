"""What was said: quotations, their turns, originals, clearance and withdrawal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated, Final, Literal, get_args

from pydantic import StringConstraints

from .base import Day, Id, Language, Memo, Prose, Record, ScopedId, Text, Visible, taken_apart
from .provenance import MayBeComposed

Stance = Literal["confirms", "nuances", "diverges"]
STANCES: Final[tuple[str, ...]] = get_args(Stance)
Provenance = Literal["verbatim", "translated", "paraphrased", "composite", "illustrative"]
PROVENANCES: Final[tuple[str, ...]] = get_args(Provenance)
QuotationKind = Literal["speech", "survey", "field-note", "document", "post"]
Status = Literal["cleared", "composed", "uncleared", "withdrawn"]
TranscriptMatch = Literal["exact", "marked"]
Polarity = Literal["positive", "negative", "mixed", "neutral"]
POLARITIES: Final[tuple[str, ...]] = get_args(Polarity)
Confidence = Literal["high", "moderate", "low"]
# `12`, `iv`, `12-14`; dashes as people write them.
SOURCE_PLACE: Final = r"^(\d+|[ivxlcdm]+)([-–](\d+|[ivxlcdm]+))?$"
LONGEST_PLACE: Final = 30
SourcePlace = Annotated[str, StringConstraints(pattern=SOURCE_PLACE, max_length=LONGEST_PLACE)]
Initials = Annotated[str, StringConstraints(pattern=r"^[^\s/]{1,6}$")]

WORDS: Final = ("text", "turns", "original")
"""The fields of a quotation that hold what was said."""
TOMBSTONE: Final = frozenset({"id", "formerly", "withdrawn"})
"""The fields that a withdrawn quotation may have."""
ONLY_WAITING: Final = ("kept_out", "wish")
"""The fields that only a quotation which waits in `private/` may have."""

Role = Literal["participant", "interviewer"]
INTERVIEWERS = frozenset({"interviewer", "moderator", "facilitator", "researcher"})


def role_by_name(speaker: str) -> Role:
    """Tell from a speaker's name alone whether the research team speaks."""
    return "interviewer" if speaker.casefold() in INTERVIEWERS else "participant"


def role_told(speaker: str, by_interviewer: bool) -> str:
    """Say in brackets who speaks where the name does not tell it: ` (interviewer)`, else empty."""
    role: Role = "interviewer" if by_interviewer else "participant"
    return "" if role == role_by_name(speaker) else f" ({role})"


class Turn(Record):
    """One speaker's turn in an exchange."""

    speaker: Text
    """Who speaks, as readers see it: `Student A`, `Interviewer`."""
    text: Text
    """What is said."""
    role: Role | None = None
    """Who that is; where left out, told from the words Interviewer, Moderator, Facilitator,
    Researcher.
    """

    @property
    def by_interviewer(self) -> bool:
        """Tell whether the research team speaks here."""
        return (self.role or role_by_name(self.speaker)) == "interviewer"


class Original(Record):
    """What was said in the language it was said in."""

    text: Text | None = None
    """The original words; left out where the original is a dialogue."""
    turns: tuple[Turn, ...] = ()
    """The original dialogue."""
    language: Language
    """Its language, as a BCP 47 tag: `ur`, `ps`."""
    translator: Text | None = None
    """Who translated it, as they wish to be named."""


class Clearance(Record):
    """Who reviewed a quotation for publication, and when."""

    by: Text
    """Initials or role of the reviewer."""
    on: Day
    """The day of the review, as `2026-11-01`."""
    waived: Text | None = None
    """Why what the privacy gate asked about in these words may stand."""
    transcript: TranscriptMatch | None = None
    """What a comparison with the transcript found, written by `findings verify`: `exact`, word for
    word; `marked`, word for word but for what is marked as left out or replaced.
    """


class Withdrawal(Record):
    """When a quotation was taken back."""

    on: Day
    """The day it was withdrawn, as `2026-11-01`."""


class Wish(Record):
    """What somebody who read their words back wants changed, until an author has decided on it."""

    # Not marked as words for readers: no page ever shows them.
    words: Annotated[str, StringConstraints(pattern=r"\S"), Visible]
    """The words asked for, or what should be different."""
    on: Day
    """The day the answer was read in, as `2026-11-01`."""


class Quotation(MayBeComposed):
    """A stretch of what was said or written [REFI-QDA Coding]: `themes_data/quotations/*.yml`."""

    id: Id
    """Permanent id, in the quotation's address."""
    text: Text | None = None
    """The words, exactly as they are to be read; `turns` instead for a dialogue."""
    turns: tuple[Turn, ...] = ()
    """An exchange of several speakers, in order."""
    themes: tuple[Id, ...] = ()
    """The themes or subthemes it speaks to: one or more."""
    participant: ScopedId | None = None
    """Who said it: a participant's id."""
    session: Id | None = None
    """Where it was said: a session's id."""
    group: Id | None = None
    """Whose words they are, where no participant or session is named: a group's id."""
    asked: Id | None = None
    """Which question of the guide it answers: a question's id."""
    as_printed: Text | None = None
    """The attribution in the source's own words: `Student 7, FGD 2`."""
    language: Language | None = None
    """Language of `text`, where it is not the study's."""
    original: Original | None = None
    """The original, where `text` is a translation."""
    stance: Stance | None = None
    """Whether it confirms, nuances or diverges from its theme."""
    polarity: Polarity | None = None
    """How the speaker feels about what is spoken of, whatever the stance to the theme."""
    exemplar: bool = False
    """Whether it stands for its theme on the home page and in lists."""
    provenance: Provenance = "verbatim"
    """Where the words come from; `illustrative` words were composed and nobody said them."""
    kind: QuotationKind = "speech"
    """What it is a quotation of."""
    codes: tuple[Id, ...] = ()
    """Ids of codes applied to it."""
    coded_by: tuple[Initials, ...] = ()
    """Who coded it, by initials of at most six characters: `AB`; only numbers are published."""
    confidence: Confidence | None = None
    """How sure those who coded it are of that; only numbers are published."""
    page: SourcePlace | None = None
    """Its page in the transcript or document: `12`, `12-14`, `iv`; published only where
    `publication` says `source_places: true`.
    """
    lines: SourcePlace | None = None
    """Its lines there: `3-9`; published as the page is."""
    note: Prose | None = None
    """The analysts' note beside it, in Markdown, published with it."""
    memos: tuple[Memo, ...] = ()
    """The analysts' memos on it."""
    cleared: Clearance | None = None
    """Who cleared it for publication, and when."""
    withdrawn: Withdrawal | None = None
    """When it was withdrawn; such a record holds its id, any former ones, and nothing else."""
    kept_out: bool = False
    """Whether it stays in `private/` for good: only there, and no `findings clear` takes it."""
    wish: Wish | None = None
    """What whoever said it wants changed; only in `private/`, until an author has decided."""
    formerly: tuple[Id, ...] = ()
    """Ids it had before, the oldest first; `findings rename` writes them, and old links lead on."""

    @property
    def named_session(self) -> str | None:
        """Name the session it is from: its own, or the one its participant's id holds within."""
        return self.session or taken_apart(self.participant or "")[0]

    @property
    def said_in(self) -> str | None:
        """Name the language it was said in, where that is not the study's: the original's first."""
        return self.original.language if self.original else self.language

    @property
    def is_in_own_words(self) -> bool:
        """Tell whether its words are those of whoever said them, or their translation."""
        return self.provenance in ("verbatim", "translated")

    @property
    def words_said(self) -> Quotation | Original | None:
        """Give the words that a transcript may hold: of a translation, the original's.

        None where nobody said just these words, or where the original's are not told.
        """
        if self.provenance == "verbatim":
            return self
        has_original = self.original is not None and spoken(self.original)
        return self.original if self.provenance == "translated" and has_original else None

    @property
    def is_compared(self) -> bool:
        """Tell whether what was said was compared with its transcript, and found there."""
        claimed = self.cleared is not None and self.cleared.transcript is not None
        return claimed and self.words_said is not None

    @property
    def status(self) -> Status:
        """Say how it stands: only cleared and composed quotations have words that may be shown."""
        if self.withdrawn is not None:
            return "withdrawn"
        if self.cleared is not None:
            return "cleared"
        return "composed" if self.is_illustrative else "uncleared"

    @property
    def is_published(self) -> bool:
        """Tell whether its words may be shown."""
        return self.status in ("cleared", "composed")


def spoken(words: Quotation | Original | None) -> list[tuple[str, str]]:
    """List who speaks and what is said, in order; a text without turns has no speaker."""
    if words is None:
        return []
    alone = [("", words.text)] if words.text else []
    return [*alone, *((turn.speaker, turn.text) for turn in words.turns)]


def spoken_with_roles(words: Quotation | Original | None) -> list[tuple[str, str]]:
    """List who speaks, with the role where the name does not tell it, and what is said."""
    turns = words.turns if words else ()
    return [
        (turn.speaker + role_told(turn.speaker, turn.by_interviewer), turn.text) for turn in turns
    ]


def flat(lines: Iterable[tuple[str, str]]) -> str:
    """Make a dialogue one text as files and pages have it: `Student: I left. Interviewer: Why?`."""
    return " ".join(f"{speaker}: {text}" if speaker else text for speaker, text in lines)
