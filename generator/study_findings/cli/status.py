"""`findings status`: how far a study is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

import click

from ..problems.output import counted
from ..project import find_project
from ..standing import ABOUT, METHODS, Standing, read_standing
from .shared_options import STUDY

OF_THE_STUDY: Final = {ABOUT: "the study's own words", METHODS: "its methods"}


@click.command()
@STUDY
def command(study: Path | None) -> None:
    """Say how far the study is: what waits and is asked about, and whose voice is missing."""
    for line in _lines(read_standing(find_project(study))):
        click.echo(line)


def _lines(standing: Standing) -> Iterator[str]:
    yield "Quotations:"
    yield from _waiting(standing)
    if standing.waiting.kept_out:
        yield f"  {standing.waiting.kept_out} kept out, in private/ for good"
    waivers = f", {standing.waived} of them with a waiver" if standing.waived else ""
    yield f"  {standing.cleared} cleared{waivers}"
    yield f"  {standing.composed} composed"
    yield f"  {standing.withdrawn} withdrawn"
    yield "Themes:"
    yield f"  without a voice: {_listed(standing.without_voice)}"
    yield f"  without a diverging voice: {_listed(standing.without_diverging)}"
    yield "Smallest cells of published attributes:"
    yield from _cells(standing)
    yield "Translations that are older than the words they translate:"
    for language, ids in standing.outdated.items():
        named = [OF_THE_STUDY.get(id_, id_) for id_ in ids]
        yield f"  {language}: {_listed(named)}"
    if not standing.outdated:
        yield "  none"


def _waiting(standing: Standing) -> Iterator[str]:
    waiting = standing.waiting
    asks = f"; the privacy gate asks about {waiting.asked_about}" if waiting.number else ""
    yield f"  {waiting.number} waiting in private/{asks}"
    for rule, number in (waiting.asked or {}).items():
        yield f"    {rule}: {counted(number, 'quotation')}"
    if waiting.wishes:
        yield f"    {waiting.wishes} with a wish of whoever said it, to be decided on"
    if waiting.unread:
        yield f"    {waiting.unread} too broken to be read: see findings check"


def _cells(standing: Standing) -> Iterator[str]:
    for attribute, number in standing.smallest_cells.items():
        why = standing.untold_cells.get(attribute)
        yield f"  {attribute}: {number}" + (f", {why}" if why else "")
    if not standing.smallest_cells:
        yield "  none is published"


def _listed(ids: tuple[str, ...] | list[str]) -> str:
    return ", ".join(ids) or "none"
