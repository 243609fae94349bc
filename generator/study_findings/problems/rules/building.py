"""Rules of building: where a site may be put."""

from __future__ import annotations

from typing import Final

from .rule import Rule

BUILDING: Final = (
    Rule(
        "site-dir",
        means="The folder named for the site is not one that a build may replace.",
        why="A build replaces all that a folder holds. It does so only with a new folder, an empty "
        "one, or one that an earlier build marked with a file .study-findings, and never with one "
        "that holds a git repository, so that nothing of yours is lost.",
        mend="Name a new folder. If the folder is a site that an earlier version built, "
        "without the mark, delete it yourself, then build again.",
        wrong="findings build --site-dir private",
        right="findings build --site-dir site",
    ),
)
