"""A site to a folder an engine can build: changed files only, stale ones removed."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from ..content import TEMPLATE, public_files
from ..documents.filenames import disk_name
from ..problems import Location, Problem, StudyError
from ..project.site import Site, output_of, path_taken
from ..whole_files import write_whole


def handwritten_templates(content_dir: Path) -> dict[str, str]:
    """Read the texts of `content/**/*.md.j2` by path.

    Raises StudyError for a file that is not UTF-8.
    """
    texts, problems = {}, []
    for path in public_files(content_dir):
        if path.endswith(TEMPLATE):
            try:
                texts[path] = (content_dir / path).read_text("utf-8")
            except UnicodeDecodeError as error:
                problems.append(not_utf8(f"{content_dir.name}/{path}", error))
    if problems:
        raise StudyError(problems)
    return texts


def not_utf8(shown: str, error: UnicodeDecodeError) -> Problem:
    """Say of a hand-written file on which line it ceases to be UTF-8."""
    place = Location(shown, error.object.count(b"\n", 0, error.start) + 1)
    return Problem(place, "bad-encoding", "the file is not UTF-8", "save it as UTF-8")


def handwritten_files(content_dir: Path, site: Site) -> dict[str, Path]:
    """List the plain files of `content/` by path.

    Raises StudyError for a file that would stand where another does.
    """
    taken = {disk_name(output_of(path)): path for path in site.files}
    found, problems = {}, []
    for path in public_files(content_dir):
        if path.endswith(TEMPLATE):
            continue
        found[path] = content_dir / path
        if problem := path_taken(f"{content_dir.name}/{path}", path, taken, site.files):
            problems.append(problem)
    if problems:
        raise StudyError(problems)
    return found


def write_site(site: Site, content: Mapping[str, Path], target: Path) -> None:
    """Write a site and the plain files of `content/` to `target`.

    A file whose bytes are there already keeps its time stamp; a file of an earlier build goes.
    """
    wanted = {path: source.read_bytes() for path, source in content.items()}
    wanted.update(site.files)
    for path in set(_files(target)) - set(wanted):
        (target / path).unlink()
    for folder, _, _ in os.walk(target, topdown=False):
        if folder != str(target) and not os.listdir(folder):  # noqa: PTH208
            Path(folder).rmdir()
    for path, content_bytes in wanted.items():
        write_whole(target / path, content_bytes, to_disk=False)


def _files(folder: Path) -> list[str]:
    """List the files in a folder and below, as sorted paths with slashes, hidden ones left out."""
    return sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and not any(p.startswith(".") for p in path.relative_to(folder).parts)
    )
