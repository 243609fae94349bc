"""What of a study may be shown: the only way from it to its facts, citations, files and pages."""

from __future__ import annotations

from typing import Any, TypeVar

from ..model import Memo, Participant, Publication, Quotation, Record, Study
from .coding import Coding, coding_of
from .disclosure import Cells, told_of_each, told_of_groups
from .told_claims import with_told_claims
from .told_sessions import untold_sessions
from .told_sites import with_told_sites
from .told_translations import outdated_translations, with_told_words

R = TypeVar("R", bound=Record)


class PublicStudy(Study):
    """A study of which all may be shown; `publishable` makes it, and nothing else does."""

    cells: dict[str, Cells] = {}
    """By published attribute, how many participants of a group have a level; none if too few do."""
    untold: frozenset[str] = frozenset()
    """Ids of the sessions of which only the kind is told: too few people are in their group."""
    coding: Coding | None = None
    """How many coded how much of what is published; none where no quotation tells."""
    outdated: frozenset[tuple[str, str, str]] = frozenset()
    """Translations whose original has other words now: language, kind of record and id."""


def publishable(study: Study) -> PublicStudy:
    """Take out of a study what its files hold and no reader may see.

    Gone are memos without `publish: true`, of whatever record; attributes without it, and values by
    which fewer than `minimum_cell` people are alike; sites of so few people, or that would follow;
    what is known of the sessions of a group of so few but their kind;
    waivers, which would show whom to look for; quotations that nobody cleared, that are kept out or
    that somebody wants changed; all of a withdrawn one but its tombstone; a comparison with the
    transcript of words nobody said so; who coded a quotation and how sure, but for numbers; its
    page and lines, unless they are for readers; how many read their words back, where fewer than
    `minimum_cell` were asked; claims that rest on nothing that may be shown; and what translations
    say of any of these.
    """
    told = told_of_each(study)
    attributes = tuple(a for a in study.about.attributes if a.publish)
    placed = with_told_sites(study)
    has_places = study.about.publication.source_places
    open_ = with_told_claims(
        placed.model_copy(
            update={
                "about": placed.about.model_copy(
                    update={"attributes": attributes, "publication": _policy(study)}
                ),
                "participants": tuple(_participant(p, told) for p in study.participants),
                "quotations": tuple(
                    _tombstone(quotation)
                    if quotation.withdrawn
                    else _without_coding(_fairly_compared(quotation), has_places)
                    for quotation in study.quotations
                    if quotation.withdrawn or _may_be_shown(quotation)
                ),
            }
        )
    )
    fields = {name: _without_memos(getattr(open_, name)) for name in Study.model_fields}
    fields["translations"] = with_told_words(study, open_)
    return PublicStudy.model_construct(
        **fields,
        cells=told_of_groups(study),
        untold=frozenset(session.id for session in untold_sessions(study)),
        coding=coding_of(study),
        outdated=outdated_translations(study),
    )


def _policy(study: Study) -> Publication:
    """Take out how many read their words back, where fewer than the smallest cell were asked."""
    policy = study.about.publication
    if policy.read_back is None or policy.is_enough(policy.read_back.invited):
        return policy
    return policy.model_copy(update={"read_back": None})


def _may_be_shown(quotation: Quotation) -> bool:
    return quotation.is_published and not quotation.kept_out and quotation.wish is None


def _participant(participant: Participant, told: dict[str, dict[str, str]]) -> Participant:
    return participant.model_copy(
        update={"attributes": told.get(participant.id, {}), "risk_waived": None}
    )


def _tombstone(quotation: Quotation) -> Quotation:
    return Quotation(id=quotation.id, formerly=quotation.formerly, withdrawn=quotation.withdrawn)


def _fairly_compared(quotation: Quotation) -> Quotation:
    """Take out a comparison with the transcript where nobody said just these words."""
    claimed = quotation.cleared is not None and quotation.cleared.transcript is not None
    if not claimed or quotation.is_compared:
        return quotation
    cleared = quotation.cleared and quotation.cleared.model_copy(update={"transcript": None})
    return quotation.model_copy(update={"cleared": cleared})


def _without_coding(quotation: Quotation, has_places: bool) -> Quotation:
    """Take out who coded a quotation and how sure, and its place in the source if not public."""
    gone = {"coded_by": (), "confidence": None}
    gone |= {} if has_places else {"page": None, "lines": None}
    return quotation.model_copy(update=gone)


def _without_memos(value: Any) -> Any:
    """Give a value without the memos in it, however deep, that are not for publication."""
    if isinstance(value, tuple):
        kept = tuple(_without_memos(item) for item in value if not _is_private(item))
        return value if all(map(_is_same, kept, value)) and len(kept) == len(value) else kept
    return _open(value) if isinstance(value, Record) else value


def _open(record: R) -> R:
    was = {name: getattr(record, name) for name in type(record).model_fields}
    now = {name: _without_memos(value) for name, value in was.items()}
    changed = {name: value for name, value in now.items() if value is not was[name]}
    return record.model_copy(update=changed) if changed else record


def _is_private(value: object) -> bool:
    return isinstance(value, Memo) and not value.publish


def _is_same(one: object, other: object) -> bool:
    return one is other
