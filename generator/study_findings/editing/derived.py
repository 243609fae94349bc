"""What builds left behind that holds the words of a study, made anew by the next build."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Final

from ..engines.lock import alone

# The engine's pages, what a build that was killed left, and what an engine that failed printed.
_DERIVED: Final = ("docs", "site-*", "failure.log")


def delete_derived(work_dir: Path) -> None:
    """Delete what builds left in a study's `.findings/`, once no build is running.

    What is kept for undoing stays.
    """
    if not any(path for pattern in _DERIVED for path in work_dir.glob(pattern)):
        return
    with alone(work_dir):
        for pattern in _DERIVED:
            for path in work_dir.glob(pattern):
                if path.is_dir() and not path.is_symlink():
                    shutil.rmtree(path)
                else:
                    path.unlink(missing_ok=True)
