"""Quotations looked up in the transcripts, and what was found recorded beside their clearance."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from ..model import Participant, Quotation, Session
from ..problems import Location, Problem, StudyError
from ..reading.draft import Draft
from ..reading.phrases import did_you_mean
from ..reading.sources import read_private_sources, read_sources
from ..reading.typed_records import make_draft
from ..study_folder import DATA, PRIVATE
from ..transcripts.session_files import FOLDER, KINDS, Transcript, find_transcripts
from ..transcripts.verdicts import Verdict, compare
from ..transcripts.verified_words import FILE, Fingerprints, new_fingerprints, read_fingerprints
from .all_or_none import Change
from .folders import QUOTATIONS, FoundRecord, find_records
from .plan import Plan, Step, make_plan
from .record_marks import with_comparisons
from .record_texts import holds, layout_problem, parse_records

# What a comparison could not be made for keeps what an earlier one found.
_UNTRIED: Final = ("no-transcript", "unread")


@dataclass(frozen=True)
class ComparedQuotation:
    """Hold a quotation, where it stands, and how it compares with its transcripts.

    `is_public` tells whether it stands in `themes_data/`.
    """

    quotation: Quotation
    location: Location
    verdict: Verdict
    is_public: bool


@dataclass(frozen=True)
class Verification:
    """Hold what was compared, what is wrong with transcripts and records, and what to record."""

    compared: tuple[ComparedQuotation, ...]
    problems: tuple[Problem, ...]
    plan: Plan


def plan_verification(root: Path, ids: Sequence[str]) -> Verification:
    """Look quotations up in `private/transcripts/`, and plan to record beside each published one's
    clearance what was found.

    Without `ids`, all that are published or wait in `private/`. What does not pass loses what an
    earlier comparison found; where there is no transcript to compare with, that stays. Raises
    StudyError where there are no transcripts, where an id is unknown or withdrawn, or where a
    record cannot be edited.
    """
    private_dir = root / PRIVATE
    draft, wrong = _draft(root)
    sessions = [session.id for session in draft.of(Session)]
    transcripts, others = find_transcripts(private_dir, PRIVATE, sessions)
    if not transcripts:
        raise StudyError([*others, _no_transcripts()])
    wanted = _wanted(draft, ids)
    compared = tuple(_compared(draft, wanted, transcripts))
    unread = [file.problem for file in transcripts if file.problem is not None]
    problems = (*others, *unread, *_untyped(draft, wrong, ids))
    return Verification(compared, problems, _plan(root, compared, ids, draft))


def _draft(root: Path) -> tuple[Draft, list[Problem]]:
    public, wrong = read_sources(root / DATA, DATA)
    waiting, also_wrong = read_private_sources(root / PRIVATE, PRIVATE)
    draft, untyped = make_draft([*public, *waiting])
    return draft, [*wrong, *also_wrong, *untyped]


def _no_transcripts() -> Problem:
    message = "there is no transcript to compare quotations with"
    hint = f"put transcripts into {PRIVATE}/{FOLDER}/, each named by its session's id ({KINDS})"
    return Problem(Location(f"{PRIVATE}/{FOLDER}"), "no-transcripts", message, hint)


def _untyped(draft: Draft, wrong: Iterable[Problem], ids: Sequence[str]) -> list[Problem]:
    """Say once that records could not be read, where all were to be compared."""
    files = {draft.source_of(quotation).file for quotation in draft.of(Quotation)}
    broken = [
        problem
        for problem in wrong
        if problem.level == "error" and (problem.location.file in files or _is_list(problem))
    ]
    if ids or not broken:
        return []
    message = "some records cannot be read, so they were compared with nothing"
    hint = "run `findings check`, mend what it says, and verify again"
    return [Problem(min(broken, key=lambda p: p.sort_key).location, "not-compared", message, hint)]


def _is_list(problem: Problem) -> bool:
    return problem.location.file.startswith((f"{DATA}/{QUOTATIONS}/", f"{PRIVATE}/{QUOTATIONS}/"))


def _wanted(draft: Draft, ids: Sequence[str]) -> list[Quotation]:
    all_ = draft.of(Quotation)
    known = {quotation.id for quotation in all_}
    gone = {quotation.id for quotation in all_ if quotation.withdrawn}
    problems = [*_unknown(known, ids), *_withdrawn(gone, ids)]
    if problems:
        raise StudyError(problems)
    return [q for q in all_ if not q.withdrawn and (not ids or q.id in ids)]


def _unknown(known: set[str], ids: Sequence[str]) -> Iterator[Problem]:
    for id_ in ids:
        if id_ not in known:
            message = f'no quotation "{id_}" is in {DATA}/ or {PRIVATE}/, or it cannot be read'
            hint = did_you_mean(id_, known) or "see what `findings check` says"
            yield Problem(Location(DATA), "unknown-quotation", message, hint)


def _withdrawn(gone: set[str], ids: Sequence[str]) -> Iterator[Problem]:
    for id_ in ids:
        if id_ in gone:
            message = f"quotation {id_} is withdrawn: there are no words to compare"
            yield Problem(Location(DATA), "already-withdrawn", message, "leave it as it is")


def _compared(
    draft: Draft, wanted: Iterable[Quotation], transcripts: Sequence[Transcript]
) -> Iterator[ComparedQuotation]:
    people = {person.id: person for person in draft.of(Participant)}
    for quotation in wanted:
        person = people.get(quotation.participant or "")
        named = [quotation.named_session] if quotation.named_session else []
        sessions = named or sorted(person.all_sessions if person else [])
        verdict = compare(quotation, sessions, transcripts)
        is_public = draft.source_of(quotation).file.startswith(f"{DATA}/")
        yield ComparedQuotation(quotation, draft.at(quotation), verdict, is_public)


def _plan(
    root: Path, compared: Sequence[ComparedQuotation], ids: Sequence[str], draft: Draft
) -> Plan:
    public = {item.quotation.id: item for item in compared if item.is_public}
    former = _fingerprints(root)
    kept = _renewed(former, public.values(), draft)
    to_write = {
        id_: _found(item)
        for id_, item in public.items()
        if item.quotation.cleared is not None and _found(item) != _recorded(item.quotation)
    }
    changes: list[Change] = []
    if kept.by_id != former.by_id:
        changes.append(Change(root / PRIVATE / FILE, kept.as_text()))
    records, _ = find_records(root, root / DATA / QUOTATIONS, public)
    for path in dict.fromkeys(item.path for item in records):
        here = [item for item in records if item.path == path and item.record.id in to_write]
        if here:
            changes.append(Change(path, _with_comparisons(here, to_write)))
    renewed = {id_ for id_ in public if kept.by_id.get(id_) != former.by_id.get(id_)}
    steps = tuple(
        _step(item, to_write, changes)
        for item in records
        if item.record.id in to_write.keys() | renewed
    )
    command = " ".join(["findings verify", *ids])
    return make_plan(root, command, changes if steps else [], steps)


def _fingerprints(root: Path) -> Fingerprints:
    try:
        return read_fingerprints(root / PRIVATE) or new_fingerprints()
    except ValueError:
        return new_fingerprints()


def _recorded(quotation: Quotation) -> str | None:
    return quotation.cleared.transcript if quotation.cleared else None


def _found(item: ComparedQuotation) -> str | None:
    """Give what is to stand beside a clearance."""
    if item.verdict.kind in _UNTRIED:
        return _recorded(item.quotation)
    return item.verdict.kind if item.verdict.has_passed else None


def _renewed(
    former: Fingerprints, compared: Iterable[ComparedQuotation], draft: Draft
) -> Fingerprints:
    """Give the fingerprints with those of what passed, without those of what did not or is gone."""
    public = {
        quotation.id
        for quotation in draft.of(Quotation)
        if quotation.cleared and draft.source_of(quotation).file.startswith(f"{DATA}/")
    }
    by_id = {id_: kept for id_, kept in former.by_id.items() if id_ in public}
    for item in compared:
        quotation, found = item.quotation, _found(item)
        if found is None or quotation.cleared is None:
            by_id.pop(quotation.id, None)
        elif item.verdict.has_passed:
            by_id[quotation.id] = former.of(quotation, found)
    return replace(former, by_id=by_id)


def _with_comparisons(here: list[FoundRecord], found: dict[str, str | None]) -> str:
    file = here[0].file
    text = with_comparisons(file, found)
    expected = [_with_found(record.data, found) for record in file.records]
    if not holds(text, expected):
        raise StudyError(layout_problem(item.location) for item in here)
    return text


def _with_found(data: dict[str, Any], found: dict[str, str | None]) -> dict[str, Any]:
    clearance = data.get("cleared")
    if str(data.get("id", "")) not in found or not isinstance(clearance, dict):
        return data
    value = found[str(data["id"])]
    rest = {key: kept for key, kept in clearance.items() if key != "transcript"}
    return {**data, "cleared": rest if value is None else {**rest, "transcript": value}}


def _step(item: FoundRecord, found: dict[str, str | None], changes: list[Change]) -> Step:
    """Show the clearance as it will stand; where nothing of it changes, as it stands."""
    texts = {change.path: change.text or "" for change in changes}
    after = parse_records(texts.get(item.path, item.file.text), item.file.shown)
    record = next(record for record in after.records if record.id == item.record.id)
    clearance = record.data.get("cleared") or {}
    fields = ", ".join(f"{name}: {value}" for name, value in clearance.items())
    return Step(item.record.id, f"cleared: {{{fields}}}", item.file.shown, item.file.shown)
