"""A rule: what a problem's name stands for, and what an author who meets it needs to know."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Rule:
    """Explain one rule in plain English, with an example that breaks it and one that keeps it.

    `means`, `why` and `mend` are sentences; `wrong` and `right` are lines as they stand in a file, or
    a command as it is typed.
    """

    name: str
    means: str
    why: str
    mend: str
    wrong: str
    right: str
