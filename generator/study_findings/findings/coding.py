"""How quotations were coded, in sentences: by how many, how many twice, how sure they were."""

from __future__ import annotations

from .views import Findings


def coded(findings: Findings) -> str:
    """Say by how many the quotations were coded and how sure they were; nothing if untold."""
    say, coding = findings.say, findings.study.coding
    if coding is None:
        return ""
    told = []
    if coding.coders:
        people = say.ngettext("%(num)s person", "%(num)s people", coding.coders)
        told.append(
            say.ngettext(
                "Of %(num)s quotation, who coded it is recorded for %(coded)s, by %(people)s; "
                "%(twice)s of these were coded by more than one.",
                "Of %(num)s quotations, who coded them is recorded for %(coded)s, by %(people)s; "
                "%(twice)s of these were coded by more than one.",
                coding.said,
                coded=say.number(coding.coded),
                people=people,
                twice=say.number(coding.twice),
            )
        )
    if coding.confidence:
        told.append(
            say.gettext(
                "How sure those who coded were: high for %(high)s, moderate for %(moderate)s, low "
                "for %(low)s.",
                **{
                    level: say.number(coding.confidence.get(level, 0))
                    for level in ("high", "moderate", "low")
                },
            )
        )
    return " ".join(told)
