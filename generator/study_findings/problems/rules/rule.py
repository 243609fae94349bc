"""A rule: what a problem's name stands for, and what an author who meets it needs to know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """Explain one rule in plain English, with an example that breaks it and one that keeps it.

    `means`, `why` and `mend` are sentences. `wrong` and `right` are lines as they stand in `file`,
    a path in the study's folder: they are added to what a list holds, and take the place of fields
    of the same name elsewhere. `right_file` is where the mended lines stand, if not there. Without
    a file, the two are commands, names of files or the like.
    """

    name: str
    means: str
    why: str
    mend: str
    wrong: str
    right: str
    file: str = ""
    right_file: str = ""

    @property
    def home(self) -> str:
        """Name the file in which the mended lines stand."""
        return self.right_file or self.file
