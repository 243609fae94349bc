"""What changed between releases of the findings, told from clearances and withdrawals."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ..model import Quotation, Release
from ..privacy.publishable import PublicStudy


@dataclass(frozen=True)
class Changes:
    """Hold what came and went up to a release; no release: since the last one."""

    release: Release | None
    cleared: tuple[Quotation, ...]
    withdrawn: tuple[Quotation, ...]


def changes(study: PublicStudy) -> list[Changes]:
    """List the changes of each release, newest first, after those that no release holds yet.

    A quotation belongs to the first release on or after the day it was cleared or withdrawn.
    """
    releases = sorted(study.about.releases, key=lambda release: release.on)
    periods: list[Release | None] = [*releases, None]
    cleared: dict[int, list[Quotation]] = {}
    withdrawn: dict[int, list[Quotation]] = {}
    for quotation in study.quotations:
        if quotation.cleared:
            cleared.setdefault(_period(releases, quotation.cleared.on), []).append(quotation)
        if quotation.withdrawn:
            withdrawn.setdefault(_period(releases, quotation.withdrawn.on), []).append(quotation)
    listed = [
        Changes(release, tuple(cleared.get(index, ())), tuple(withdrawn.get(index, ())))
        for index, release in enumerate(periods)
    ]
    return [item for item in reversed(listed) if item.release or item.cleared or item.withdrawn]


def _period(releases: list[Release], day: date) -> int:
    return next(
        (index for index, release in enumerate(releases) if day <= release.on), len(releases)
    )
