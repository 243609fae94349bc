"""The pictures and drawings of a built site, made clean in place, whichever engine put them there."""

from __future__ import annotations

import os
from pathlib import Path

from ..problems import Location, Problem
from .drawings import DrawingError, cleaned_drawing
from .kinds import PICTURES
from .pictures import PictureError, cleaned_picture


def clean_site(site_dir: Path) -> list[Problem]:
    """Draw every picture and drawing of a built site anew; report as errors those that cannot be.

    Those of a theme or another plugin are cleaned like those of `content/`.
    """
    problems = []
    for here, folders, names in os.walk(site_dir):
        folders.sort()
        for name in sorted(names):
            file = Path(here, name)
            path = file.relative_to(site_dir).as_posix()
            if file.is_symlink():
                continue
            try:
                _clean(file)
            except (PictureError, DrawingError) as error:
                what = f"the picture {error}" if isinstance(error, PictureError) else str(error)
                place = Location(f"{site_dir.name}/{path}")
                hint = "replace the file that it was copied from, in content/ or the theme"
                problems.append(Problem(place, "picture-unreadable", what, hint))
    return problems


def _clean(file: Path) -> None:
    suffix = file.suffix.casefold()
    if suffix in PICTURES:
        file.write_bytes(cleaned_picture(file.read_bytes(), suffix))
    elif suffix == ".svg":
        file.write_bytes(cleaned_drawing(file.read_bytes()))
