"""A change of several files that the power, or whoever ended the program, cut off in its middle."""

from __future__ import annotations

from collections.abc import Iterator

from ..editing.journal import cut_off
from ..problems import Location, Problem
from ..project import Project


def check_cut_off(project: Project) -> Iterator[Problem]:
    """Tell of the last change, where some of its files are as it leaves them and others are not."""
    found = cut_off(project.root)
    if found is None:
        return
    kept, left = found
    message = (
        f"`{kept.command}` was cut off: {len(left)} of its {len(kept.after)} files are not written"
    )
    hint = "give `findings undo`, which takes the others back, and then that command again"
    shown = left[0].relative_to(project.root).as_posix()
    yield Problem(Location(shown), "cut-off", message, hint)
