"""Files brought into a study: all or none, planned in a copy of its records and checked there."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Final

from ..cycles import not_looked_for
from ..editing.all_or_none import Change
from ..editing.folders import yaml_files
from ..editing.plan import Plan, make_plan
from ..model.editors import FOLDER
from ..privacy.withdrawn import FILE as WITHDRAWN
from ..privacy.withdrawn import read_withdrawn
from ..problems import Location, Problem, StudyError
from ..reading.checks import ERRORS
from ..reading.load import check_study
from ..reading.waiting import check_private
from ..study_folder import DATA, PRIVATE
from ..whole_files import write_parts, write_whole
from .asking import Asking
from .beside import seen_beside
from .found import Found
from .holdings import read_holdings
from .import_report import Report, begun
from .memory import FILE, Memory, new_memory, read_memory
from .merge import Merge
from .notes import with_notes
from .options import Options
from .writing import Edits

_OWN: Final = (FILE, WITHDRAWN)
_AT_ONCE: Final = 5_000
"""How many quotations are checked together, of as many as a file may bring."""


@dataclass(frozen=True)
class Brought:
    """What bringing files in would change, and a report for each file."""

    plan: Plan
    reports: tuple[Report, ...]


@not_looked_for()
def plan_import(
    root: Path, named: Iterable[tuple[str, Found]], options: Options, command: str
) -> Brought:
    """Plan to bring in what was found in files, in their order, each given with its name.

    Nothing is written. What was found goes as it is brought in, where the caller keeps none of it.
    Raises StudyError where a file of the study cannot be read or amended, or where the study would
    have errors it has not yet.
    """
    reports: list[Report] = []
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        copy_records(root, copy)
        for name, found in named:
            asking = Asking(found, options)
            del found
            reports.append(_bring(copy, name, asking))
        is_changed = any(True for _ in changes_in(root, copy))
        if is_changed and (problems := new_problems(root, copy)):
            raise StudyError(problems)
        changes = list(changes_in(root, copy))
    return Brought(make_plan(root, command, changes), tuple(reports))


def _bring(root: Path, name: str, asking: Asking) -> Report:
    report, memory, is_changed = _merged(root, name, asking, _memory(root))
    if is_changed or memory.records:
        write_parts(root / PRIVATE / FILE, memory.lines(), to_disk=False)
    report.anomalies.sort(key=lambda one: one.kind)
    return report


def _merged(root: Path, name: str, asking: Asking, memory: Memory) -> tuple[Report, Memory, bool]:
    """Write what a file asks for into a study, and give what is to be remembered of it.

    What is held of the file and of the study meanwhile goes before that is written too.
    """
    request = asking.asked()
    report = begun(asking.found, asking.read, request, asking.bag.anomalies)
    report.merged += asking.bag.merged
    report.dropped += asking.bag.left_out
    edits = Edits(root)
    try:
        withdrawn = read_withdrawn(root / PRIVATE)
    except ValueError as error:
        raise _damaged(WITHDRAWN) from error
    finder = withdrawn.finder() if withdrawn else None
    source = memory.mark(["file", Path(name).name])
    holdings = read_holdings(root)
    merge = Merge(holdings, memory, source, edits, report, finder, Path(name).name)
    memory = merge.merge(request)
    report.anomalies += seen_beside(asking.found, holdings, report.came)
    memory, notes = with_notes(root, memory, request.notes, merge.identities.ids, source)
    for change in chain(edits.changes(), notes):
        write_whole(change.path, change.content or b"", to_disk=False)
    return report, memory, edits.is_any or bool(notes)


def _memory(root: Path) -> Memory:
    try:
        return read_memory(root / PRIVATE) or new_memory()
    except ValueError as error:
        raise _damaged(FILE) from error


def _damaged(name: str) -> StudyError:
    message = "what was noted here by an earlier command cannot be read"
    hint = "put back an earlier copy of it; without it, what was brought in is not known again"
    return StudyError([Problem(Location(f"{PRIVATE}/{name}"), "not-imported", message, hint)])


def copy_records(root: Path, copy: Path) -> None:
    """Copy what an import may read or change: a folder of recordings stays where it is."""
    for folder in (DATA, PRIVATE):
        for path in yaml_files(root / folder) if (root / folder).is_dir() else ():
            target = copy / path.relative_to(root)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
    (copy / DATA).mkdir(exist_ok=True)
    (copy / PRIVATE).mkdir(exist_ok=True)
    for name in (*_OWN, "notes/imported.md"):
        if (root / PRIVATE / name).is_file():
            (copy / PRIVATE / name).parent.mkdir(exist_ok=True)
            shutil.copyfile(root / PRIVATE / name, copy / PRIVATE / name)
    # A file that is begun names its schema where the study has one.
    for schema in (root / FOLDER / "schemas").glob("*.json"):
        target = copy / schema.relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.touch()


def changes_in(root: Path, copy: Path) -> Iterator[Change]:
    """Give each file of the copy that is not as it stands; what waits comes first."""
    for folder in (PRIVATE, DATA):
        for path in sorted((copy / folder).rglob("*")):
            if not path.is_file():
                continue
            target = root / path.relative_to(copy)
            data = path.read_bytes()
            if not target.exists() or target.read_bytes() != data:
                yield Change(target, data)


def new_problems(root: Path, copy: Path) -> list[Problem]:
    """Give the errors that a copy of a study has and the study has not."""
    after = _errors(copy)
    before = _errors(root) if after else []
    known = {(problem.rule, problem.message) for problem in before}
    return [p for p in after if (p.rule, p.message) not in known]


def _errors(root: Path) -> list[Problem]:
    public = check_study(root / DATA, DATA).problems
    private = check_private(
        root / PRIVATE, PRIVATE, root / DATA, DATA, at_once=_AT_ONCE, checks=ERRORS
    )
    return [problem for problem in (*public, *private) if problem.level == "error"]
