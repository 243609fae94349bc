"""The interview guide: each question with whom it was put to and what answers it."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import Group, GuideQuestion
from .addresses import list_address
from .facets import ASKED, Facets


@dataclass(frozen=True)
class AskedQuestion:
    """Hold a question with the groups it was put to, if not to all, and the number of answers.

    `illustrative` counts those answers that were composed; `address` is their list's, if any.
    """

    question: GuideQuestion
    groups: tuple[Group, ...]
    number: int
    illustrative: int
    address: str


def guide_of(facets: Facets) -> tuple[AskedQuestion, ...]:
    """List the questions in the order of the guide."""
    study = facets.study
    facet = next((facet for facet in facets.all if facet.name == ASKED), None)
    slugs = {value.key: value.slug for value in facet.values} if facet else {}
    return tuple(
        AskedQuestion(
            question,
            tuple(study.groups_by_id[group] for group in question.groups),
            len(cards := facets.cards_with(ASKED, question.id)),
            sum(card.quotation.is_illustrative for card in cards),
            list_address(ASKED, slugs[question.id]) if question.id in slugs else "",
        )
        for question in study.about.guide
    )
