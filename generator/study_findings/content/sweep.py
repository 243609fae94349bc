"""A built site made clean in place, whichever engine wrote it: pictures, drawings, left-overs."""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import Final

from ..problems import Location, Problem
from .drawings import DrawingError, cleaned_drawing
from .file_types import PICTURES, described, is_stray_in_site, leftover
from .pictures import PictureError, cleaned_picture

# What Material for MkDocs copies into each site, and no page of a study loads: dictionaries of a
# search that is off, and what its makers' tools read. Two megabytes, and half of the leak check's
# time.
UNUSED: Final = (
    "assets/javascripts/lunr/**/*",
    "assets/**/*.min.js.map",
    "assets/**/*.min.css.map",
)


def clean_site(site_dir: Path, publish: Collection[str] = ()) -> list[Problem]:
    """Draw every picture and drawing of a built site anew; report as errors those that cannot be.

    What its theme brought along, and no page loads, is removed. Pictures of a theme or another
    plugin are cleaned like those of `content/`, and what is of no kind that a site is made of is an
    error, unless `publish` names it.
    """
    _remove_unused(site_dir, publish)
    problems = []
    for here, folders, names in os.walk(site_dir):
        folders.sort()
        for name in sorted(names):
            file = Path(here, name)
            path = file.relative_to(site_dir).as_posix()
            if file.is_symlink():
                continue
            if is_stray_in_site(path) and path not in publish:
                problems.append(_stray(f"{site_dir.name}/{path}", path))
            try:
                _clean(file)
            except (PictureError, DrawingError) as error:
                what = f"the picture {error}" if isinstance(error, PictureError) else str(error)
                place = Location(f"{site_dir.name}/{path}")
                hint = "replace the file that it was copied from, in content/ or the theme"
                problems.append(Problem(place, "picture-unreadable", what, hint))
    return problems


def _remove_unused(site_dir: Path, publish: Collection[str]) -> None:
    for pattern in UNUSED:
        for path in list(site_dir.glob(pattern)):
            if path.is_file() and path.relative_to(site_dir).as_posix() not in publish:
                path.unlink()


def _stray(shown: str, path: str) -> Problem:
    what = leftover(path) or described(path)
    message = f"{what} stands in the built site, where a theme or a plugin has put it"
    hint = f"remove it there, or name it in mkdocs.yml: `- study-findings: {{publish: [{path}]}}`"
    return Problem(Location(shown), "stray-content", message, hint)


def _clean(file: Path) -> None:
    suffix = file.suffix.casefold()
    if suffix in PICTURES:
        file.write_bytes(cleaned_picture(file.read_bytes(), suffix))
    elif suffix == ".svg":
        file.write_bytes(cleaned_drawing(file.read_bytes()))
