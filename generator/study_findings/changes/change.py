"""Changes between two states of a study, as values of which all may be shown."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

What = Literal[
    "new",
    "gone",
    "withdrawn",
    "renamed",
    "moved",
    "reworded",
    "changed",
    "added",
    "removed",
    "order",
]


@dataclass(frozen=True)
class ToldChange:
    """Say what became of a record, or of one field of it."""

    noun: str
    """The kind of record: `theme`, `claim`, `quotation`, `relation`, `translation`."""
    id: str
    """Its id now; the one it had, where it is gone; none where such records are counted only."""
    what: What
    field: str = ""
    """Which field; none where it is the record itself."""
    before: str = ""
    """What it said, where that may be repeated."""
    after: str = ""
    """What it says; of what is gone or withdrawn nothing, or the day."""
    gained: tuple[str, ...] = ()
    """Ids that the field names now and did not."""
    lost: tuple[str, ...] = ()
    """Ids that it named and does not now."""
    words: int = 0
    """How many words differ."""
    stance: str = ""
    """How a quotation that is new stands to its themes."""
    within: str = ""
    """The id of the record that it stands in."""
    is_illustrative: bool = False
    """Whether it is composed to show the site."""
    number: int = 1
    """How many records are meant, where they are counted only."""


@dataclass(frozen=True)
class ChangedFigure:
    """Hold a number of one state and of the other; None where it is not told."""

    what: str
    """What is counted, in the plural: `quotations`."""
    before: int | None
    after: int | None

    @property
    def has_changed(self) -> bool:
        """Tell whether the two differ."""
        return self.before != self.after


@dataclass(frozen=True)
class Comparison:
    """Hold all that changed, kind by kind in the order of the study, and the figures of both."""

    changes: tuple[ToldChange, ...]
    figures: tuple[ChangedFigure, ...]
