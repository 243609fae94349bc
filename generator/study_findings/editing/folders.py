"""The lists of quotations under a study's root, and what a study would be with some changed."""

from __future__ import annotations

import re
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from ..documents.yaml_texts import YAML
from ..model import Quotation
from ..model.kinds import BY_RECORD, Kind
from ..model.quotations import WORDS
from ..problems import Location, Problem, StudyError
from ..reading.checks import Check
from ..reading.checks.references import NAMED_KINDS
from ..reading.load import Checked, check_study
from ..study_folder import DATA, PRIVATE
from .all_or_none import Change
from .record_texts import RecordsFile, RecordText, read_records

QUOTATIONS: Final = BY_RECORD[Quotation].top
"""The folder of lists of quotations, in either; and the list of those without a theme."""
_ID_LINE: Final = re.compile(r"\bid[\"']?[ \t]*:[ \t]*[\"']?([a-z0-9][a-z0-9-]*)")
_NAMED: Final = re.compile(r'"[^"]*"')


@dataclass(frozen=True)
class FoundRecord:
    """A record and the file it stands in."""

    path: Path
    file: RecordsFile
    record: RecordText

    @property
    def location(self) -> Location:
        """Say where the record begins."""
        return self.file.location(self.record)

    def holds(self, place: Location) -> bool:
        """Tell whether a place is within the record."""
        last = self.file.last_line(self.record)
        return place.file == self.file.shown and self.record.line <= place.line <= last


def yaml_files(folder: Path) -> list[Path]:
    """List the YAML files of a folder and those inside it, in order; hidden ones apart."""
    return sorted(
        path
        for path in folder.rglob("*.y*ml")
        if path.suffix in YAML and path.is_file() and not path.name.startswith(".")
    )


def own_folders(root: Path, content_dir: Path) -> list[tuple[Path, str]]:
    """List the folders of what a study's authors write, with the names they are shown by."""
    own = [(root / name, name) for name in (DATA, PRIVATE)]
    return [*own, (content_dir, content_dir.name)]


def list_for(themes: object) -> str:
    """Name the list that a new quotation is added to, by its themes: after the first of them."""
    return str(themes[0]) if isinstance(themes, Sequence) and themes else QUOTATIONS


def files_of(root: Path, kind: Kind) -> list[Path]:
    """List the files in which a study has its records of a kind, in order."""
    if kind.has_folder:
        return yaml_files(root / DATA / kind.top)
    path = root / kind.path()
    return [path] if path.is_file() else []


def find_records(
    root: Path, folder: Path, ids: Iterable[str] | None
) -> tuple[list[FoundRecord], list[Problem]]:
    """Find quotation records by their ids, or all; files that name none of the ids are not parsed.

    A problem for each file that cannot be read.
    """
    wanted = None if ids is None else set(ids)
    found: list[FoundRecord] = []
    problems: list[Problem] = []
    for path in yaml_files(folder):
        if wanted is not None and not wanted & _seeming_ids(path):
            continue
        try:
            file = read_records(path, path.relative_to(root).as_posix())
        except StudyError as error:
            problems += error.problems
            continue
        found += [
            FoundRecord(path, file, record)
            for record in file.records
            if (_is_quotation(record) if wanted is None else record.id in wanted)
        ]
    return found, problems


def _is_quotation(record: RecordText) -> bool:
    return any(name in record.data for name in WORDS)


def _seeming_ids(path: Path) -> set[str]:
    try:
        text = path.read_text("utf-8", "replace")
    except OSError:
        return set()
    return set(_ID_LINE.findall(text))


def seeming_ids(folder: Path) -> set[str]:
    """List what look like ids in a folder, for suggestions."""
    return {id_ for path in yaml_files(folder) for id_ in _seeming_ids(path)}


def check_changed(
    root: Path,
    changes: Iterable[Change],
    as_before: Callable[[str], str] = str,
    more: Sequence[Check] = (),
) -> tuple[Checked, list[Problem]]:
    """Check the study as changes would leave it; give also the errors that it has not yet.

    `as_before` puts what changes call by another name into a message as it was; `more` are checks
    beside those of reading itself.
    """
    data_dir = root / DATA
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder, DATA)
        if data_dir.is_dir():
            shutil.copytree(data_dir, copy)
        for change in changes:
            target = copy / change.path.relative_to(data_dir)
            if change.content is None:
                target.unlink(missing_ok=True)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(change.content)
        after = check_study(copy, DATA, more)
    known = {_cause(problem) for problem in check_study(data_dir, DATA, more).problems}
    return after, list(_new_errors(after, known, as_before))


def _new_errors(
    after: Checked, known: set[tuple[str, str]], as_before: Callable[[str], str]
) -> Iterator[Problem]:
    for problem in after.problems:
        rule, cause = _cause(problem)
        if problem.level == "error" and (rule, as_before(cause)) not in known:
            yield problem


def _cause(problem: Problem) -> tuple[str, str]:
    """Tell what a problem is about: of an undeclared id the id, not the places that name it."""
    is_reference = problem.rule.removeprefix("unknown-") in NAMED_KINDS
    named = _NAMED.search(problem.message) if is_reference else None
    # Two questions of the gate about one record may only differ in the words they are about.
    return problem.rule, named.group() if named else f"{problem.message}{problem.cause}"
