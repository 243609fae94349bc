"""What was done so that nobody who took part is recognised, counted, in sentences."""

from __future__ import annotations

from ..model import Quotation
from ..model.quotations import spoken
from .labels import pieces
from .views import Findings


def protections(findings: Findings) -> tuple[str, ...]:
    """Say what reviewers and rules did before words were published; nothing where nobody spoke.

    Counted are quotations that somebody said, not illustrative ones: who reviewed them, how many
    people read their own back, what is marked in them, what the privacy gate asked about and
    reviewers decided on.
    """
    said = [card.quotation for card in findings.cards if not card.quotation.is_illustrative]
    if not said:
        return ()
    return (
        _reviewed(findings, said),
        *_read_back(findings),
        *_marked(findings, said),
        *_gate(findings, said),
    )


def _reviewed(findings: Findings, said: list[Quotation]) -> str:
    say = findings.say
    reviewers = len({quotation.cleared.by for quotation in said if quotation.cleared})
    by = say.ngettext("%(num)s reviewer", "%(num)s reviewers", reviewers)
    return say.ngettext(
        "%(num)s quotation was cleared for publication, by %(reviewers)s.",
        "%(num)s quotations were cleared for publication, by %(reviewers)s.",
        len(said),
        reviewers=by,
    )


def _read_back(findings: Findings) -> list[str]:
    """Say how many people read their words back, where the study tells it (COREQ item 28)."""
    told = findings.about.publication.read_back
    if told is None:
        return []
    say = findings.say
    return [
        say.ngettext(
            "%(answered)s of %(num)s person who was asked read their own words back, and said what "
            "should be kept, changed or taken out.",
            "%(answered)s of %(num)s people who were asked read their own words back, and said "
            "what should be kept, changed or taken out.",
            told.invited,
            answered=say.number(told.answered),
        )
    ]


def _marked(findings: Findings, said: list[Quotation]) -> list[str]:
    say = findings.say
    kinds = [
        piece.kind for quotation in said for _, text in spoken(quotation) for piece in pieces(text)
    ]
    put_in, left_out = kinds.count("replacement"), kinds.count("omission")
    told = []
    if put_in:
        told.append(
            say.ngettext(
                "In %(num)s place, the study has put in words in brackets.",
                "In %(num)s places, the study has put in words in brackets.",
                put_in,
            )
        )
    if left_out:
        told.append(
            say.ngettext(
                "In %(num)s place, words are left out, and marked so.",
                "In %(num)s places, words are left out, and marked so.",
                left_out,
            )
        )
    return told


def _gate(findings: Findings, said: list[Quotation]) -> list[str]:
    say = findings.say
    words = len(findings.study.reviewed_words)
    waived = sum(bool(quotation.cleared and quotation.cleared.waived) for quotation in said)
    told = [
        say.gettext(
            "A program asks about names, numbers, addresses, days and rare details in the words, "
            "until somebody has decided on each."
        )
    ]
    if words:
        told.append(
            say.ngettext(
                "Of %(num)s word, a reviewer decided that it identifies nobody.",
                "Of %(num)s words, a reviewer decided that they identify nobody.",
                words,
            )
        )
    if waived:
        told.append(
            say.ngettext(
                "%(num)s quotation stands as it is for a reason that a reviewer wrote down.",
                "%(num)s quotations stand as they are for reasons that a reviewer wrote down.",
                waived,
            )
        )
    smallest = findings.study.about.publication.minimum_cell
    if findings.study.about.attributes and smallest > 1:
        told.append(
            say.ngettext(
                "What is told of somebody is told of %(num)s person of the group at least.",
                "What is told of somebody is told of %(num)s people of the group at least.",
                smallest,
            )
        )
    told.append(
        say.gettext(
            "No program can know what others know of somebody, what is published elsewhere, or "
            "whose turn of phrase it is."
        )
    )
    return told
