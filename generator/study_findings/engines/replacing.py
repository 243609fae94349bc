"""A built site in the place of the former one: renamed there whole, or not at all.

Beside the target stand, for as long as it takes, `.NAME.findings-new` with the site to come,
`.NAME.findings-former` with the one before, and `.NAME.findings-old` with what is being deleted.
"""

from __future__ import annotations

import errno
import os
import shutil
from contextlib import suppress
from pathlib import Path
from typing import Final

from ..problems import BuildError
from .site_folder import MARKER, is_replaceable

NEW: Final = "new"
FORMER: Final = "former"
OLD: Final = "old"
REMEDIES: Final = {
    errno.ENOSPC: "make room on the disk",
    errno.EDQUOT: "make room on the disk",
    errno.EACCES: "make the folder around it writable, or name another with --site-dir",
    errno.EPERM: "make it and the folder around it writable, or name another with --site-dir",
    errno.EROFS: "name a folder on a disk that can be written to, with --site-dir",
    errno.EBUSY: "close what uses it, or name another folder with --site-dir",
}
OTHERWISE: Final = (
    "see that the folder around it can be written to, or name another with --site-dir"
)


def recover(target: Path) -> None:
    """Undo what a killed build left: the former site back in its place, leftovers of ours removed.

    Raises BuildError where something of that kind cannot be moved or removed.
    """
    former = _beside(target, FORMER)
    try:
        if _is_ours(former):
            if os.path.lexists(target):
                _discard(target)
            else:
                former.rename(target)
        for leftover in (_beside(target, NEW), _beside(target, OLD)):
            if _is_ours(leftover):
                _remove(leftover)
    except OSError as error:
        message = (
            f"What an earlier build left beside {_shown(target)} cannot be cleared away "
            f"({error.strerror}); make the folder around it writable, then build again"
        )
        raise BuildError(message) from error


def put_in_place(made: Path, target: Path) -> None:
    """Put a finished site, which bears our mark, in the place of the former one.

    `target` may be replaced, and nothing is left of an earlier try. The site is renamed into its
    place, from another disk after it was copied beside it. Raises BuildError where that fails; the
    former site stands whole then.
    """
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        _bring_beside(made, _beside(target, NEW))
        _swap(target)
    except OSError as error:
        remedy = REMEDIES.get(error.errno or 0, OTHERWISE)
        state = "the former one stands as it was; " if target.exists() else ""
        raise BuildError(
            f"The site cannot be put into {_shown(target)} ({error.strerror}); {state}{remedy}, "
            "then build again"
        ) from error
    # The site stands; what cannot be deleted now is cleared away by the next build.
    with suppress(OSError):
        _discard(target)


def _bring_beside(made: Path, new: Path) -> None:
    try:
        made.rename(new)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _copy(made, new)


def _copy(made: Path, new: Path) -> None:
    """Copy a site to another disk, its mark first, so that what a kill leaves is known for ours."""
    new.mkdir()
    try:
        shutil.copy2(made / MARKER, new / MARKER)
        for folder, folders, files in os.walk(made):
            there = new / Path(folder).relative_to(made)
            for name in folders:
                (there / name).mkdir()
            for name in files:
                shutil.copy2(Path(folder) / name, there / name)
    except BaseException:
        _remove(new)
        raise


def _swap(target: Path) -> None:
    former, new = _beside(target, FORMER), _beside(target, NEW)
    try:
        if target.exists():
            target.rename(former)
        new.rename(target)
    except BaseException:
        if former.exists() and not target.exists():
            former.rename(target)
        with suppress(OSError):
            _remove(new)
        raise


def _discard(target: Path) -> None:
    """Delete the former site; renamed first, since half of it must never be put back."""
    former, old = _beside(target, FORMER), _beside(target, OLD)
    if former.exists():
        if _is_ours(old):
            _remove(old)
        former.rename(old)
        _remove(old)


def _beside(target: Path, what: str) -> Path:
    return target.with_name(f".{target.name}.findings-{what}")


def _shown(target: Path) -> str:
    here = Path.cwd()
    return (target.relative_to(here) if target.is_relative_to(here) else target).as_posix()


def _is_ours(folder: Path) -> bool:
    return folder.is_dir() and not folder.is_symlink() and is_replaceable(folder)


def _remove(folder: Path) -> None:
    """Delete a folder, its mark last, so that what a kill leaves is known for ours."""
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.name == MARKER:
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
    (folder / MARKER).unlink(missing_ok=True)
    folder.rmdir()
