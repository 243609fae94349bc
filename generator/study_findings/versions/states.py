"""A state of a study, read from a folder or from a revision of git; the working tree stays."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Final

from ..documents.yaml_texts import YAML
from ..model import About, Study
from ..model.kinds import BY_RECORD
from ..privacy.publishable import PublicStudy, publishable
from ..problems import Location, Problem, StudyError
from ..problems.output import counted
from ..project import Project, find_configuration, read_project
from ..reading.load import check_study
from ..repository import Repository, find_repository
from ..repository.git import TreeEntry
from ..study_folder import CONFIGURATION

LATEST: Final = "HEAD"
WORKING: Final = "the working folder"
_ABOUT: Final = BY_RECORD[About].file
_SHORT: Final = 10
_ANOTHER: Final = "name another revision, or the folder of a study"


@dataclass(frozen=True)
class Version:
    """Hold a state of a study, what it is called, and the folder it was read from."""

    name: str
    study: Study
    data_dir: Path

    @property
    def public(self) -> PublicStudy:
        """Give all of it that may be shown."""
        return publishable(self.study)


@dataclass(frozen=True)
class _Place:
    """Say where in git a state is: as it was named, the revision, its commit, a folder if named."""

    name: str
    revision: str
    commit: str
    folder: str


def read_working(project: Project) -> Version:
    """Read the study in the working folder; raises StudyError with all that is wrong with it."""
    shown = project.shown(project.data_dir)
    return _checked(WORKING, project.data_dir, shown)


def read_version(where: str, project: Project) -> Version:
    """Read a state; raises StudyError where it is a folder and a revision, or neither."""
    path = Path(where)
    repository = find_repository(project.root)
    commit = repository.commit_of(where) if repository else ""
    if path.is_dir() and commit and path.name == where:
        message = f"{where} is a folder, and a revision of git too"
        raise _refused(
            where, message, f"write ./{where} for the folder, {where}~0 for the revision"
        )
    if path.is_dir():
        return read_folder(where)
    if repository is None:
        message = "this is no folder, and without a git repository there are no earlier versions"
        hint = "name the folder in which an earlier version of the study stands"
        raise _refused(where, message, hint)
    revision, folder = where, ""
    if not commit and ":" in where:
        revision, _, folder = where.partition(":")
        commit = repository.commit_of(revision)
    if not commit:
        raise _refused(where, *_why_unknown(repository, revision))
    return _in_commit(_Place(where, revision, commit, folder), repository, project)


def _why_unknown(repository: Repository, revision: str) -> tuple[str, str]:
    """Say why a revision is not known, and what to do."""
    message = f"this is no folder, and git knows no revision {revision}"
    if ".." in revision:
        before, _, after = revision.partition("..")
        two = f"{before or LATEST} {after.strip('.') or LATEST}"
        return message, f"name the two states one after the other: findings diff {two}"
    if not repository.commit_of(LATEST):
        return message, "nothing is committed yet: commit the study, then compare with that"
    if repository.is_shallow:
        return (
            f"{message} among those on this computer, which has only the latest of the history",
            "fetch all of it with `git fetch --unshallow` (in a workflow: `fetch-depth: 0`)",
        )
    return message, "see `git log --oneline`, `git branch --all` and `git tag` for what there is"


def read_folder(name: str) -> Version:
    """Read a state from a folder of a study, or from the folder of its data alone."""
    path = Path(name)
    if (path / _ABOUT).is_file() and not (path / CONFIGURATION).is_file():
        return _checked(name, path, name)
    project = read_project(*find_configuration(path))
    return _checked(name, project.data_dir, project.shown(project.data_dir))


def _in_commit(where: _Place, repository: Repository, project: Project) -> Version:
    """Read a state from a commit, in a folder that is gone at the end; the working tree stays."""
    own = project.root.resolve().relative_to(repository.top.resolve())
    root = PurePosixPath(where.folder or own.as_posix())
    entries = repository.tree(where.commit, ".")
    with tempfile.TemporaryDirectory(prefix="findings-") as made:
        place = Path(made).resolve()
        _write(where.name, place, _settings(entries, root), repository)
        configuration = (place / root / CONFIGURATION).resolve()
        if not configuration.is_relative_to(place) or not configuration.is_file():
            message = f"there was no {CONFIGURATION} in {root} at that revision"
            hint = f"where the study stood elsewhere then, name its folder: {where.revision}:FOLDER"
            raise _refused(where.name, message, hint)
        named = None if where.folder else _named_data(project)
        try:
            then = read_project(configuration, named and configuration.parent / named)
        except StudyError as error:
            message = f"its {CONFIGURATION} could not be read: {error.problems[0].message}"
            raise _refused(where.name, message, _ANOTHER) from None
        data_dir = _data_dir(where.name, place, then.data_dir)
        inside = data_dir.relative_to(place).as_posix()
        data = [entry for entry in entries if entry.path.startswith(f"{inside}/")]
        _write(where.name, place, data, repository)
        name = f"{where.name} (commit {where.commit[:_SHORT]})"
        return _checked(name, data_dir, f"{where.revision}:{inside}")


def _named_data(project: Project) -> Path | None:
    """Give the folder of the data, from the study's, where another than usual was asked for."""
    usual = read_project(project.configuration).data_dir
    if project.data_dir.resolve() == usual.resolve():
        return None
    return project.data_dir.resolve().relative_to(project.root.resolve())


def _settings(entries: list[TreeEntry], root: PurePosixPath) -> list[TreeEntry]:
    """List the files beside a study's `mkdocs.yml` and above that it may inherit from."""
    around = {root.as_posix(), *(path.as_posix() for path in root.parents)}
    return [
        entry
        for entry in entries
        if PurePosixPath(entry.path).parent.as_posix() in around
        and entry.path.endswith(YAML)
        and entry.is_file
    ]


def _data_dir(name: str, place: Path, data_dir: Path) -> Path:
    """Give the folder of the data if it is one of the repository, and not all of it."""
    found = data_dir.resolve()
    if not found.is_relative_to(place) or found == place:
        message = f"its {CONFIGURATION} named a folder outside the repository"
        raise _refused(name, message, _ANOTHER)
    return found


def _write(name: str, place: Path, entries: list[TreeEntry], repository: Repository) -> None:
    """Write files of a commit below a folder; raises StudyError for a link, which is not followed.

    Names are git's, which lets none lead out of its folder, and are looked at all the same.
    """
    for entry in entries:
        if not entry.is_file:
            message = (
                "a file of its data was a link, and links of earlier versions are not followed"
            )
            raise _refused(name, message, _ANOTHER)
        if not (place / entry.path).resolve().is_relative_to(place):
            raise _refused(name, "it holds a file whose name leads out of it", _ANOTHER)
    try:
        contents = repository.contents([entry.object for entry in entries])
    except OSError:
        hint = "run `git fsck`; in a partial clone, `git fetch --refetch` brings all of it"
        raise _refused(name, "git does not have all files of that revision", hint) from None
    for entry, content in zip(entries, contents, strict=True):
        path = place / entry.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _checked(name: str, data_dir: Path, shown: str) -> Version:
    """Load a state; raises StudyError where it has errors.

    What is wrong with an earlier state is told by the names of rules alone: a message or the name
    of a file may hold words that are public no longer.
    """
    checked = check_study(data_dir, shown)
    if checked.study is not None:
        return Version(name, checked.study, data_dir)
    if name == WORKING:
        raise StudyError(checked.problems)
    errors = [problem.rule for problem in checked.problems if problem.level == "error"]
    rules = ", ".join(dict.fromkeys(errors))
    message = (
        f"the study had {counted(len(errors), 'error')} in {name} ({rules}), so that nothing can "
        "be compared with it"
    )
    hint = f"{_ANOTHER}; `findings check` in a copy of it tells more"
    raise StudyError([Problem(Location(shown), "broken-version", message, hint)])


def _refused(where: str, message: str, hint: str) -> StudyError:
    return StudyError([Problem(Location(where), "unknown-version", message, hint)])
