"""Records moved from one list of quotations to another, all else in both left as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Final

from ..model import Quotation
from ..model.editors import schema_line
from ..model.kinds import BY_RECORD
from ..problems import Location, Problem, StudyError
from .all_or_none import Change
from .folders import FoundRecord
from .layout import detach, with_added, without
from .record_texts import RecordsFile, holds, layout_problem, parse_records, read_records

LISTS: Final = BY_RECORD[Quotation]
"""Lists of quotations, here or in `private/`."""


@dataclass(frozen=True)
class Moving:
    """A record that is to move: the lines and the data it has where it comes to."""

    found: FoundRecord
    lines: str
    data: dict[str, Any]
    is_spaced: bool
    """Whether blank lines stand between the records of the list it comes from."""


@dataclass(frozen=True)
class Added:
    """A file with records added, and which lines of it are whose."""

    change: Change
    lines: tuple[tuple[int, int, FoundRecord], ...]


def moving(
    item: FoundRecord, edit: Callable[[str], str], data: dict[str, Any] | None = None
) -> Moving:
    """Take a record's lines without its comments, and edit them.

    `data` is what they then have to say. Raises StudyError where their layout does not allow it.
    """
    try:
        lines = edit(detach(item.file, item.record).text)
    except StudyError as error:
        raise StudyError([layout_problem(item.location)]) from error
    said = item.record.data if data is None else data
    return Moving(item, lines, said, bool(item.file.is_spaced))


def in_lists(root: Path, folder: str, found: Iterable[Moving]) -> list[Added]:
    """Add each record to the list in a folder of the study that has the name of its own."""
    targets: dict[Path, list[Moving]] = {}
    for item in found:
        targets.setdefault(root / target_of(folder, item.found), []).append(item)
    return [_added(root, path, items) for path, items in targets.items()]


def target_of(folder: str, item: FoundRecord) -> str:
    """Name the file that a record comes to: `private/quotations/friendship.yml`."""
    return LISTS.path(item.path.stem, folder)


def bracketed(found: Iterable[FoundRecord]) -> Iterator[Problem]:
    """Refuse records of a list in brackets, for they cannot be taken out one by one."""
    for item in found:
        if item.file.in_brackets:
            message = (
                "the file's list is in brackets, and its records cannot be taken out one by one"
            )
            hint = "write each record on lines of its own, beginning with `- `"
            yield Problem(item.location, "list-in-brackets", message, hint)


def list_to_add_to(path: Path, shown: str) -> RecordsFile:
    """Read a list that records can be added to, an empty one where there is no file yet.

    Raises StudyError where the file is none.
    """
    return addable(read_records(path, shown) if path.exists() else RecordsFile(shown, ""))


def addable(target: RecordsFile) -> RecordsFile:
    """Give a list that records can be added to; raises StudyError where it is none."""
    if (target.in_brackets and target.records) or not target.is_list:
        message = (
            "records cannot be added to this file: it is no list with a dash before each record"
        )
        hint = "write each record on lines of its own, beginning with `- `"
        raise StudyError([Problem(Location(target.shown), "list-in-brackets", message, hint)])
    return target


def _added(root: Path, path: Path, items: list[Moving]) -> Added:
    shown = path.relative_to(root).as_posix()
    target = list_to_add_to(path, shown)
    pieces = [(item.lines, item.found.record.dash) for item in items]
    text = with_added(target, pieces, items[0].is_spaced)
    if not path.exists():
        line = schema_line(path, LISTS.name)
        text = (line.replace("\n", "\r\n") if "\r\n" in text else line) + text
    expected = [record.data for record in target.records] + [item.data for item in items]
    if not holds(text, expected):
        raise StudyError(layout_problem(item.found.location) for item in items)
    added = parse_records(text, shown).records
    starts = [record.line for record in added[-len(items) :]] + [text.count("\n") + 2]
    found = [item.found for item in items]
    return Added(Change(path, text), tuple(zip(starts, starts[1:], found, strict=False)))


def taken_out(found: list[FoundRecord]) -> Iterator[Change]:
    """Take records out of their files; the comments that stood in them stay there."""
    for path in dict.fromkeys(item.path for item in found):
        here = [item for item in found if item.path == path]
        file, gone = here[0].file, [item.record for item in here]
        left = {record.begin: detach(file, record).comments for record in gone}
        text = without(file, gone, left)
        expected = [record.data for record in file.records if record not in gone]
        if not holds(text or "", expected):
            raise StudyError(layout_problem(item.location) for item in here)
        yield Change(path, text)


def at_home(problem: Problem, added: Iterable[Added]) -> Problem:
    """Put a problem of a record that has not moved yet where it stands."""
    for item in added:
        for begin, end, found in item.lines:
            same_file = problem.location.file.endswith(item.change.path.name)
            if same_file and begin <= problem.location.line < end:
                offset = problem.location.line - begin
                home = found.location
                place = Location(home.file, home.line + offset, problem.location.column)
                return replace(problem, location=place)
    return problem
