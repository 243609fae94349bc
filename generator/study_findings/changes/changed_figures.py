"""How many there are of what in two states of a study, as far as both may tell."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings.figures import number_of, subthemes_of
from ..model import walk_themes
from ..privacy.publishable import PublicStudy
from .change import ChangedFigure


def figures_of(old: PublicStudy, new: PublicStudy, today: PublicStudy) -> tuple[ChangedFigure, ...]:
    """Count what readers see of both states.

    A group's participants are told only where the study still tells them today.
    """
    before, after = _counts(old), _counts(new)
    kept = dict.fromkeys((*after, *before))
    told = _counts(today)
    return tuple(
        ChangedFigure(what, before.get(what), after.get(what))
        for what in kept
        if not what.startswith(_PEOPLE) or what in told
    )


_PEOPLE = "participants, group "


def _counts(study: PublicStudy) -> dict[str, int]:
    """Give each number by what it counts."""
    published = study.published
    counts = {
        "themes": len(study.themes),
        "subthemes": subthemes_of(study.themes),
        "claims": sum(len(theme.claims) for theme in walk_themes(study.themes)),
        "quotations": len(published),
        "illustrative quotations": sum(quotation.is_illustrative for quotation in published),
        "sessions": number_of(study.sessions),
    }
    return {**counts, **dict(_people(study))}


def _people(study: PublicStudy) -> Iterator[tuple[str, int]]:
    for group in study.about.groups:
        if isinstance(group.participants, int):
            yield f"{_PEOPLE}{group.id}", group.participants
