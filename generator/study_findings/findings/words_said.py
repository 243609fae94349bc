"""How quotations compare with the transcripts they are from, in words."""

from __future__ import annotations

from ..language import Interface
from ..model import Quotation
from ..model.quotations import spoken
from .labels import pieces
from .views import Findings


def places_marked(quotation: Quotation) -> int:
    """Count the places of the words that were said which are marked as left out or replaced."""
    return sum(
        piece.kind in ("omission", "replacement")
        for _, text in spoken(quotation.words_said)
        for piece in pieces(text)
    )


def beside_transcript(say: Interface, quotation: Quotation) -> str:
    """Say in a sentence how a quotation compares with its transcript; nothing where nobody did."""
    return compared_words(say, quotation) if quotation.is_compared else ""


def compared_words(say: Interface, quotation: Quotation) -> str:
    """Say how a quotation that was found in its transcript compares with it."""
    marked = places_marked(quotation)
    if quotation.words_said is quotation:
        if not marked:
            return say.gettext("Compared with the transcript: word for word.")
        return say.ngettext(
            "Compared with the transcript: word for word, but for %(num)s place that is marked.",
            "Compared with the transcript: word for word, but for %(num)s places that are marked.",
            marked,
        )
    if not marked:
        return say.gettext("The original was compared with the transcript: word for word.")
    return say.ngettext(
        "The original was compared with the transcript: word for word, but for %(num)s place that "
        "is marked.",
        "The original was compared with the transcript: word for word, but for %(num)s places that "
        "are marked.",
        marked,
    )


def beside_transcripts(findings: Findings) -> str:
    """Say how many quotations were compared, and how; nothing where none was.

    Counted are those that somebody said: what is illustrative has no transcript.
    """
    say = findings.say
    said = [card.quotation for card in findings.cards if not card.quotation.is_illustrative]
    found = [quotation for quotation in said if quotation.is_compared]
    if not found:
        return ""
    marked = sum(places_marked(quotation) > 0 for quotation in found)
    number, exact = say.number(len(found)), len(found) - marked
    total = say.ngettext(
        "Compared with the transcript of what was said: %(compared)s of %(num)s quotation.",
        "Compared with the transcripts of what was said: %(compared)s of %(num)s quotations.",
        len(said),
        compared=number,
    )
    parts = []
    if exact:
        parts.append(say.ngettext("%(num)s is word for word", "%(num)s are word for word", exact))
    if marked:
        parts.append(
            say.ngettext(
                "%(num)s is word for word but for what is marked in it",
                "%(num)s are word for word but for what is marked in them",
                marked,
            )
        )
    how = say.gettext("Of these, %(parts)s.", parts=say.joined(parts))
    return f"{total} {how}"
