"""The date a build carries: SOURCE_DATE_EPOCH, and where that is not set, the last commit's."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Final

SOURCE_DATE: Final = "SOURCE_DATE_EPOCH"
PATIENCE: Final = 10


def source_date(root: Path) -> str | None:
    """Give seconds since 1970: the environment's, else those of the last commit of a folder.

    Nothing where the folder is in no repository, or git is not installed. The variable's meaning is
    that of reproducible-builds.org.
    """
    if given := os.environ.get(SOURCE_DATE):
        return given
    try:
        done = subprocess.run(
            ["git", "-C", str(root), "log", "-1", "--format=%ct", "--no-show-signature"],
            capture_output=True,
            check=False,
            text=True,
            timeout=PATIENCE,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    date = done.stdout.strip()
    return date if done.returncode == 0 and date.isdigit() else None
