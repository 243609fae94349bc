"""What one participant said, as the study and `private/` hold it, to be read back by them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from ..model import Participant, Quotation, Study
from ..model.kinds import BY_RECORD
from ..privacy.gate_checks import GATE, gate_checks
from ..privacy.private_texts import read_private
from ..problems import Location, Problem, StudyError
from ..reading.draft import Draft
from ..reading.load import check_study
from ..reading.phrases import did_you_mean
from ..reading.sources import read_private_sources
from ..reading.typed_records import make_draft
from ..reading.waiting import check_private
from ..study_folder import DATA, PRIVATE
from .folders import QUOTATIONS, find_records


def read_own(root: Path, participant: str) -> tuple[Study, list[Quotation], list[Problem]]:
    """Read the study with somebody who may be listed in `private/` alone, and what waits of them.

    Of what waits, unpublished memos are left out, and what is kept out for good. A problem for each
    that cannot be shown, or that is not ready to be. Raises StudyError where the study has errors
    and where nothing is quoted of them.
    """
    checked = check_study(root / DATA, DATA)
    if checked.study is None:
        raise StudyError(problem for problem in checked.problems if problem.level == "error")
    sources, _ = read_private_sources(root / PRIVATE, PRIVATE)
    draft, _ = make_draft(sources)
    study = _with_people(checked.study, draft)
    if participant not in study.participants_by_id:
        raise StudyError([_unknown(study, participant)])
    own = [q for q in draft.of(Quotation) if q.participant == participant and not q.kept_out]
    sound = [quotation for quotation in own if _can_be_shown(study, quotation)]
    problems = [
        *_unshown(own, sound, draft),
        *_unready(root, sound),
        *_others(draft, sound),
        *_untyped(draft),
    ]
    if not sound and not any(q.participant == participant for q in study.published):
        raise StudyError([*problems, _nothing(participant)])
    return study, [_as_shown(quotation) for quotation in sound], problems


def _with_people(study: Study, draft: Draft) -> Study:
    """Add who is listed in `private/` alone, of whom a pseudonym and a group is told."""
    known = study.participants_by_id
    added = tuple(
        Participant(id=person.id, group=person.group, pseudonym=person.pseudonym)
        for person in draft.of(Participant)
        if person.id not in known and person.group in study.groups_by_id
    )
    fields = {name: getattr(study, name) for name in Study.model_fields}
    # A copy would keep the indexes that were made of the former participants.
    return Study.model_construct(**{**fields, "participants": (*study.participants, *added)})


def _can_be_shown(study: Study, quotation: Quotation) -> bool:
    session = quotation.named_session
    return (
        bool(quotation.themes)
        and all(theme in study.themes_by_id for theme in quotation.themes)
        and (session is None or session in study.sessions_by_id)
        and (quotation.group is None or quotation.group in study.groups_by_id)
        and quotation.id not in {public.id for public in study.quotations}
    )


def _as_shown(quotation: Quotation) -> Quotation:
    memos = tuple(memo for memo in quotation.memos if memo.publish)
    return quotation.model_copy(update={"memos": memos})


def _unknown(study: Study, participant: str) -> Problem:
    place = Location(BY_RECORD[Participant].path())
    message = f'there is no participant "{participant}"'
    hint = did_you_mean(participant, study.participants_by_id) or "see the ids in this file"
    return Problem(place, "unknown-participant", message, hint)


def _nothing(participant: str) -> Problem:
    message = f'no quotation names participant "{participant}", so there is nothing to read back'
    hint = "name whoever said it at the quotation, where you know it: `participant: ID`"
    return Problem(Location(f"{DATA}/{QUOTATIONS}"), "nothing-quoted", message, hint)


def _unshown(own: list[Quotation], sound: list[Quotation], draft: Draft) -> Iterator[Problem]:
    shown = {quotation.id for quotation in sound}
    for quotation in own:
        if quotation.id not in shown:
            message = f"quotation {quotation.id} is left out: what it names does not exist yet"
            hint = "mend what findings check says of it, and write the page anew"
            yield Problem(draft.at(quotation), "not-ready", message, hint, "warning")


def _untyped(draft: Draft) -> Iterator[Problem]:
    number = sum(declared.kind == "quotation" for declared in draft.declared)
    if number > len(draft.of(Quotation)):
        message = "some quotations here cannot be read, and are on no page"
        hint = "mend what findings check says of them"
        yield Problem(Location(f"{PRIVATE}/"), "not-ready", message, hint, "warning")


def _unready(root: Path, waiting: list[Quotation]) -> Iterator[Problem]:
    """Tell of what waits and is not yet as readers would see it."""
    if not waiting:
        return
    found, _ = find_records(root, root / PRIVATE, [quotation.id for quotation in waiting])
    gate = gate_checks(read_private(root / PRIVATE))
    problems = check_private(root / PRIVATE, PRIVATE, root / DATA, DATA, gate)
    for item in found:
        asked = sum(p.rule in GATE and item.holds(p.location) for p in problems)
        if asked:
            message = (
                f"the privacy gate asks about quotation {item.record.id}, so it may not be "
                "published as it is"
            )
            hint = "decide first, so that they read what readers would see"
            yield Problem(item.location, "not-ready", message, hint, "warning")


def _others(draft: Draft, waiting: list[Quotation]) -> Iterator[Problem]:
    """Tell of dialogues that nobody has cleared yet, in which others speak too."""
    for quotation in waiting:
        speakers = {turn.speaker for turn in quotation.turns if not turn.by_interviewer}
        if len(speakers) > 1:
            message = f"quotation {quotation.id} holds words of several people"
            hint = "see that this one may read what the others said"
            yield Problem(draft.at(quotation), "not-ready", message, hint, "warning")
