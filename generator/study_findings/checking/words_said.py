"""What quotations say of their comparison with the transcript, against the words they have now."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from yaml import MappingNode, Node

from ..editing.folders import QUOTATIONS, FoundRecord, find_records
from ..findings.words_said import places_marked
from ..model import Quotation, Study
from ..problems import Location, Problem
from ..project import Project
from ..transcripts.verified_words import FILE, Fingerprints, read_fingerprints


def check_words_said(project: Project, study: Study) -> list[Problem]:
    """Report words that were changed after they were verified.

    That is told by `private/verified.json`, where there is one; elsewhere, as in a workflow, only
    by marks that do not fit what was found.
    """
    claiming = [quotation for quotation in study.published if quotation.is_compared]
    if not claiming:
        return []
    places = _places(project, claiming)
    found = [*_unlike_marks(claiming, places), *_changed(project, claiming, places)]
    return [project.placed(problem) for problem in found]


def _unlike_marks(
    quotations: Iterable[Quotation], places: dict[str, Location]
) -> Iterator[Problem]:
    for quotation in quotations:
        claimed = quotation.cleared.transcript if quotation.cleared else None
        marked = places_marked(quotation)
        if (claimed == "exact") != (marked == 0):
            said = "word for word" if claimed == "exact" else "word for word but for what is marked"
            now = f"{marked} marked" if marked else "nothing marked"
            message = f"quotation {quotation.id} was found {said}, and now has {now}"
            hint = f"take the change back, or run `findings verify {quotation.id}` again"
            yield Problem(places[quotation.id], "marks-changed", message, hint, "warning")


def _changed(
    project: Project, quotations: list[Quotation], places: dict[str, Location]
) -> Iterator[Problem]:
    if not project.private_dir.is_dir():
        return
    home = Location(f"{project.private_dir.name}/{FILE}")
    try:
        known = read_fingerprints(project.private_dir)
    except ValueError:
        message = "this file is damaged, so nobody is told when verified words are changed"
        hint = "run `findings verify`, which writes it anew"
        yield Problem(home, "verified-unread", message, hint, "warning")
        return
    if known is None:
        message = "what was verified is not known here, so changed words would not be noticed"
        hint = "run `findings verify` where the transcripts are; it writes this file"
        yield Problem(home, "verified-unknown", message, hint, "notice")
        return
    yield from _edited(known, quotations, places)


def _edited(
    known: Fingerprints, quotations: list[Quotation], places: dict[str, Location]
) -> Iterator[Problem]:
    for quotation in quotations:
        claimed = quotation.cleared.transcript if quotation.cleared else None
        if claimed and not known.knows(quotation, claimed):
            message = (
                f"the words or the session of quotation {quotation.id} are not those that were"
                " verified"
            )
            hint = (
                f"take the change back, or run `findings verify {quotation.id}`; where there is no"
                " transcript any more, take `transcript` out of `cleared`"
            )
            yield Problem(places[quotation.id], "words-changed", message, hint)


def _places(project: Project, quotations: list[Quotation]) -> dict[str, Location]:
    """Find where each says how it compares with the transcript."""
    home = Location(f"{project.data_dir.name}/quotations")
    ids = {quotation.id for quotation in quotations}
    found, _ = find_records(project.data_dir.parent, project.data_dir / QUOTATIONS, ids)
    return {**dict.fromkeys(ids, home), **{item.record.id: _place(item) for item in found}}


def _place(item: FoundRecord) -> Location:
    clearance = _value(item.record.node, "cleared")
    node = _value(clearance, "transcript")
    if node is None:
        return item.location
    return Location(item.file.shown, node.start_mark.line + 1, node.start_mark.column + 1)


def _value(node: Node | None, name: str) -> Node | None:
    pairs = node.value if isinstance(node, MappingNode) else ()
    return next((value for key, value in pairs if key.value == name), None)
