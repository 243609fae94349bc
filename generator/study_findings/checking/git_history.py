"""What git's history holds that must not be public: private files, and words that were withdrawn.

Every branch and tag is gone through, and every object, also those that no branch holds any more.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from ..documents.readings import readings_of
from ..privacy.withdrawn import FILE, Finder, Withdrawn, new_withdrawn, read_withdrawn
from ..problems import Location, Problem
from ..problems.output import counted
from ..project import Project
from ..reading.load import check_study
from ..repository import Repository, find_repository
from ..repository.git import Addition, Object
from ..repository.never_public import kind_by_content, kind_by_name, packages_among
from ..study_folder import CHECKLIST, PRIVATE
from .repository import PLACEHOLDERS, may_stay, private_top

_SHORT: Final = 10
_STEPS: Final = f"{PRIVATE}/{CHECKLIST}"
_CLEAN: Final = (
    f"take it out of git's history, as {_STEPS} says for words, or begin a new "
    "repository from the files as they are"
)


@dataclass
class _History:
    """Hold where each object was added first, and what was found in the objects so far."""

    first: dict[str, Addition] = field(default_factory=dict)
    paths: dict[str, str] = field(default_factory=dict)
    blobs: int = 0
    unread: int = 0
    kinds: dict[str, tuple[str, str]] = field(default_factory=dict)
    said: dict[tuple[str, str], set[str]] = field(default_factory=dict)


def check_history(project: Project) -> list[Problem]:
    """Look through git's history for files that belong in `private/` and for withdrawn words.

    The words are known by the fingerprints in `private/`; for which quotations there are none is
    told. A notice says how much was read. Only one object at a time is held in memory.
    """
    repository = find_repository(project.root)
    if repository is None:
        return [_notice(project, "there is no git repository here, so no history was read")]
    try:
        withdrawn = read_withdrawn(project.private_dir)
    except ValueError:
        return [_damaged(project)]
    history = _History()
    try:
        _read_paths(project, repository, history)
        finder = withdrawn.finder() if withdrawn else None
        _read_objects(project, repository, history, finder)
    except OSError:
        message = "git could not read its history to the end, so it is not known what it holds"
        hint = "run `git fsck`, mend what it tells, and check again"
        return [Problem(Location(project.shown(project.root)), "history-unread", message, hint)]
    return [
        *_private(project, repository, history),
        *_files(project, repository, history),
        *_words(project, repository, history),
        *_unproved(project, withdrawn or new_withdrawn()),
        *_read(project, repository, history, withdrawn),
    ]


def _read_paths(project: Project, repository: Repository, history: _History) -> None:
    """Note the first commit of each path and of each object, and the kinds of files by name."""
    for addition in repository.additions():
        history.first.setdefault(addition.object, addition)
        history.paths.setdefault(addition.path, addition.commit)
    packages = packages_among(list(history.paths))
    for path, commit in history.paths.items():
        if not _is_exempt(project, repository, path) and (kind := kind_by_name(path, packages)):
            history.kinds[path] = (kind, commit)


def _is_exempt(project: Project, repository: Repository, path: str) -> bool:
    """Tell whether a path is told of in another way, or may be public."""
    here = repository.top / path
    return bool(private_top(project, here)) or may_stay(project, here)


def _read_objects(
    project: Project, repository: Repository, history: _History, finder: Finder | None
) -> None:
    for item in repository.objects():
        history.blobs += item.kind == "blob"
        history.unread += not item.is_whole
        added = history.first.get(item.id)
        if added and added.path not in history.kinds:
            kind = kind_by_content(added.path, item.data, item.is_whole)
            if kind and not _is_exempt(project, repository, added.path):
                history.kinds[added.path] = (kind, added.commit)
        if finder:
            path, commit = (added.path, added.commit) if added else ("", _commit_of(item))
            for id_ in finder.find(_texts(item, path)):
                history.said.setdefault((path, commit), set()).add(id_)


def _commit_of(item: Object) -> str:
    """Give the id of a commit or tag, whose message it is; nothing for any other object."""
    return "" if item.kind == "blob" else item.id


def _texts(item: Object, path: str) -> Iterator[str]:
    """Give all that an object can be read as; the file's name belongs to it."""
    yield path
    for reading in readings_of(item.data, path, with_seen=False):
        yield reading.text or ""


def _private(project: Project, repository: Repository, history: _History) -> Iterator[Problem]:
    """Tell of files that ever stood in `private/`, or in a copy of it: once for each folder."""
    tops: dict[str, list[str]] = {}
    for path, commit in history.paths.items():
        top = private_top(project, repository.top / path)
        if top and Path(path).name not in PLACEHOLDERS:
            tops.setdefault(top, []).append(commit)
    for top, commits in sorted(tops.items()):
        what = "a file" if len(commits) == 1 else f"{len(commits):,} files"
        message = (
            f"git's history holds {what} of this folder, first in commit {commits[0][:_SHORT]}"
        )
        yield _in_history(project, project.root / top, message)


def _files(project: Project, repository: Repository, history: _History) -> Iterator[Problem]:
    for path, (kind, commit) in sorted(history.kinds.items()):
        message = f"git's history holds {kind} of this name, first in commit {commit[:_SHORT]}"
        yield _in_history(project, repository.top / path, message)


def _in_history(project: Project, path: Path, message: str) -> Problem:
    return Problem(Location(project.shown(path)), "file-in-history", message, _CLEAN)


def _words(project: Project, repository: Repository, history: _History) -> Iterator[Problem]:
    for (path, commit), ids in sorted(history.said.items()):
        place = repository.top / path if path else repository.top
        if path:
            where = f"a version of this file in git's history, first in commit {commit[:_SHORT]},"
        elif commit:
            where = f"the message of commit or tag {commit[:_SHORT]}"
        else:
            where = "something that git keeps though no commit has it"
        message = f"{where} holds words of {_named(ids)}, withdrawn"
        hint = f"{_STEPS} says how to take them out of git's history"
        if not path and not commit:
            hint = "`git reflog expire --expire=now --all && git gc --prune=now` has git forget it"
        yield Problem(Location(project.shown(place)), "withdrawn-in-history", message, hint)


def _named(ids: Iterable[str]) -> str:
    listed = sorted(ids)
    return f"{'quotation' if len(listed) == 1 else 'quotations'} {', '.join(listed)}"


def _unproved(project: Project, withdrawn: Withdrawn) -> Iterator[Problem]:
    """Tell for which withdrawn quotations nothing can be proved."""
    study = check_study(project.data_dir).study
    gone = [quotation.id for quotation in study.quotations if quotation.withdrawn] if study else []
    place = Location(project.shown(project.private_dir / FILE))
    if unknown := set(gone) - withdrawn.by_id.keys():
        message = (
            f"there are no fingerprints of {_named(unknown)}, withdrawn, so their words were not "
            "looked for"
        )
        hint = "check on the computer on which they were withdrawn, or see `git log -p` yourself"
        yield Problem(place, "no-fingerprints", message, hint, "warning")
    if short := set(withdrawn.too_short):
        message = (
            f"the words of {_named(short)}, withdrawn, are fewer than four, too few to be looked "
            "for"
        )
        hint = "see `git log -p` yourself"
        yield Problem(place, "no-fingerprints", message, hint, "notice")


def _read(
    project: Project, repository: Repository, history: _History, withdrawn: Withdrawn | None
) -> Iterator[Problem]:
    """Say how much was read, and for how many quotations' words."""
    searched = [id_ for id_, marks in withdrawn.by_id.items() if marks] if withdrawn else []
    commits = len({addition.commit for addition in history.first.values()})
    what = f"{counted(history.blobs, 'blob')} of {counted(commits, 'commit')} that add files"
    if not searched:
        said = f"{what} were read; no withdrawn words were looked for, since {FILE} holds none"
    else:
        found = set().union(*history.said.values()) if history.said else set()
        clean = len(searched) - len(found)
        said = (
            f"{what} were read; of {counted(len(searched), 'withdrawn quotation')} looked for, "
            f"{clean:,} stand in none"
        )
    yield _notice(project, said)
    if history.unread:
        message = f"{counted(history.unread, 'object')} larger than 32 MB were read in part only"
        yield _partly(project, message, "see yourself what they hold")
    if repository.is_shallow:
        message = "this clone has only the latest part of the history, so only that was read"
        yield _partly(project, message, "run `git fetch --unshallow`, and check again")


def _notice(project: Project, message: str) -> Problem:
    return Problem(Location(project.shown(project.root)), "history-read", message, level="notice")


def _partly(project: Project, message: str, hint: str) -> Problem:
    return Problem(
        Location(project.shown(project.root)), "history-unread", message, hint, "warning"
    )


def _damaged(project: Project) -> Problem:
    place = Location(project.shown(project.private_dir / FILE))
    message = "the fingerprints of withdrawn words cannot be read, so git's history was not"
    hint = "put back the file from a copy of private/, or delete it"
    return Problem(place, "no-fingerprints", message, hint)
