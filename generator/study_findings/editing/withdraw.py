"""Take published quotations back, and leave a tombstone at each one's place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from ..model.quotations import TOMBSTONE
from ..privacy.withdrawn import FILE, new_withdrawn, read_withdrawn
from ..problems import Location, Problem, StudyError
from ..reading.phrases import did_you_mean
from ..repository import find_repository
from ..study_folder import CHECKLIST, DATA, PRIVATE
from ..transcripts.verified_words import FILE as VERIFIED
from ..transcripts.verified_words import read_fingerprints
from .advice import with_checklist
from .all_or_none import Change, shown_from
from .folders import QUOTATIONS, FoundRecord, check_changed, find_records, own_folders, seeming_ids
from .layout import tombstone
from .plan import Plan, Step, make_plan
from .record_texts import RecordsFile, RecordText, holds, layout_problem
from .remains import find_remains


def plan_withdrawal(root: Path, content_dir: Path, ids: Sequence[str], on: date) -> Plan:
    """Plan to replace quotations by their id and `withdrawn: {on}`; words, notes and comments go.

    All else of the study keeps its bytes. `private/` gets fingerprints of the words, never the
    words, and a checklist of what is left to do, which names the places in the study and the pages
    of `content_dir` where they stand as well. Raises StudyError with every problem where an id
    is unknown, never published or withdrawn already, where a narrative places it, or the study
    would have errors it has not yet.
    """
    wanted = list(dict.fromkeys(ids))
    found, unread = find_records(root, root / DATA / QUOTATIONS, wanted)
    here = {item.record.id for item in found}
    missing = [id_ for id_ in wanted if id_ not in here]
    problems = [*(unread if missing else []), *_unknown(root, missing), *_withdrawn(found)]
    if problems:
        raise StudyError(problems)
    changes = [_change(found, path, on) for path in dict.fromkeys(item.path for item in found)]
    after, errors = check_changed(root, changes)
    errors += [
        replace(problem, level="error")
        for problem in after.problems
        if problem.rule == "placed-withdrawn"
        and any(f" {id_}," in problem.message for id_ in wanted)
    ]
    if errors:
        raise StudyError(errors)
    places = {item.record.id: item for item in found}
    steps = tuple(
        Step(id_, item.file.text[item.record.begin : item.record.end], shown, shown)
        for id_ in wanted
        for item in [places[id_]]
        for shown in [item.file.shown]
    )
    command = f"findings withdraw {' '.join(wanted)}"
    folders = [(folder, shown_from(root, folder)) for folder, _ in own_folders(root, content_dir)]
    remains = find_remains(make_plan(root, command, changes, steps), folders)
    kept = _kept_private(root, [places[id_] for id_ in wanted], on, remains)
    # Fingerprints first: words that go without one could be published again unnoticed.
    return make_plan(root, command, [*kept, *changes], steps)


def _kept_private(
    root: Path, items: list[FoundRecord], on: date, remains: list[Problem]
) -> Iterator[Change]:
    """Change what `private/` keeps of withdrawals: fingerprints, what is left to do, no words."""
    private = root / PRIVATE
    ids = [item.record.id for item in items]
    try:
        known = read_withdrawn(private) or new_withdrawn()
    except ValueError:
        place = Location(f"{PRIVATE}/{FILE}")
        message = "the fingerprints of words withdrawn before cannot be read"
        hint = "put back the file from a copy of private/, or delete it"
        raise StudyError([Problem(place, "no-fingerprints", message, hint)]) from None
    texts = {item.record.id: list(_said(item.record.data)) for item in items}
    yield Change(private / FILE, known.with_texts(texts).as_text())
    repository = find_repository(root)
    paths = dict.fromkeys(item.path.relative_to(root).as_posix() for item in items)
    places = [f"`{p.location.file}`, line {p.location.line}: {p.message}" for p in remains]
    checklist = private / CHECKLIST
    written = checklist.read_text("utf-8", "replace") if checklist.is_file() else ""
    yield Change(
        checklist, with_checklist(written, ids, on, places, list(paths) * bool(repository))
    )
    ignore = private / ".gitignore"
    if repository and not repository.ignores(private / FILE) and not ignore.exists():
        yield Change(ignore, "*\n")
    yield from _without_verified(private, ids)


def _said(data: object) -> Iterator[str]:
    """Give what was said of a record, in its own language and in the study's, questions apart."""
    if not isinstance(data, dict):
        return
    if isinstance(text := data.get("text"), str):
        yield text
    turns = data.get("turns")
    for turn in turns if isinstance(turns, list) else ():
        if isinstance(turn, dict) and turn.get("role") != "interviewer":
            yield from _said(turn)
    yield from _said(data.get("original"))


def _without_verified(private: Path, ids: list[str]) -> Iterator[Change]:
    """Forget what was kept of a comparison with the transcripts, where that can be read."""
    try:
        kept = read_fingerprints(private)
    except ValueError:
        return
    rest = {id_: mark for id_, mark in kept.by_id.items() if id_ not in ids} if kept else {}
    if kept is not None and len(rest) < len(kept.by_id):
        yield Change(private / VERIFIED, replace(kept, by_id=rest).as_text())


def _unknown(root: Path, ids: list[str]) -> Iterator[Problem]:
    private, _ = find_records(root, root / PRIVATE, ids) if ids else ([], [])
    places = {item.record.id: item.location for item in private}
    known = seeming_ids(root / DATA / QUOTATIONS) if ids else set()
    for id_ in ids:
        if id_ in places:
            message = f'quotation "{id_}" was never published: it stands in {PRIVATE}/'
            yield Problem(
                places[id_], "never-published", message, "delete it there, if it is to go"
            )
        else:
            hint = did_you_mean(id_, known) or f"see the ids in {DATA}/{QUOTATIONS}/"
            message = f'no quotation "{id_}" is in {DATA}/{QUOTATIONS}/'
            yield Problem(Location(f"{DATA}/{QUOTATIONS}"), "unknown-quotation", message, hint)


def _withdrawn(found: list[FoundRecord]) -> Iterator[Problem]:
    for item in found:
        if "withdrawn" in item.record.data and not item.record.data.keys() - TOMBSTONE:
            message = f'quotation "{item.record.id}" is withdrawn already'
            yield Problem(item.location, "already-withdrawn", message, "leave it as it is")


def _change(found: list[FoundRecord], path: Path, on: date) -> Change:
    items = [item for item in found if item.path == path]
    file = items[0].file
    text = file.text
    for record in sorted((item.record for item in items), key=lambda record: -record.begin):
        stone = tombstone(file, record, on)
        text = text[: record.begin] + stone + text[_end_with_comments(file, record) :]
    stones = {
        record.begin: {
            **{name: record.data[name] for name in ("id", "formerly") if name in record.data},
            "withdrawn": {"on": on.isoformat()},
        }
        for record in (item.record for item in items)
    }
    expected = [stones.get(record.begin, record.data) for record in file.records]
    if not holds(text, expected):
        raise StudyError(layout_problem(item.location) for item in items)
    return Change(path, text)


def _end_with_comments(file: RecordsFile, record: RecordText) -> int:
    """Find the end of a record with the comments below it that are indented as its fields are."""
    end = record.end
    if file.in_brackets:
        return end
    at = end
    for line in file.text[end:].splitlines(keepends=True):
        at += len(line)
        stripped = line.lstrip(" \t")
        if stripped.startswith("#") and len(line) - len(stripped) > record.dash:
            end = at
        elif stripped.strip():
            break
    return end
