"""Who coded what, as numbers: names and initials of those who code are nobody's but the team's."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from ..model import Study


@dataclass(frozen=True)
class Coding:
    """Count what is published of how quotations were coded, composed ones left out.

    Of `said` quotations, `coded` tell who coded them, `twice` name two coders at least; there are
    `coders` in all. `confidence` counts those that tell how sure the coders were, by how sure.
    """

    coders: int
    said: int
    coded: int
    twice: int
    confidence: Mapping[str, int]


def coding_of(study: Study) -> Coding | None:
    """Count coders and what they coded; None where no published quotation tells any of it."""
    said = [quotation for quotation in study.published if not quotation.is_illustrative]
    coders = {coder for quotation in said for coder in quotation.coded_by}
    sure = Counter(quotation.confidence for quotation in said if quotation.confidence)
    if not coders and not sure:
        return None
    return Coding(
        len(coders),
        len(said),
        sum(bool(quotation.coded_by) for quotation in said),
        sum(len(set(quotation.coded_by)) > 1 for quotation in said),
        {str(level): number for level, number in sure.items()},
    )
