"""Names inside each other by how far in each stands: spaces before a name, or a cell's indent."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

_SPACES: Final = " \t\xa0"


def depth_of(cell: str) -> int:
    """Tell how many spaces stand before a cell's words; one alone is a slip, and no indent."""
    spaces = len(cell) - len(cell.lstrip(_SPACES))
    return spaces if spaces > 1 or cell[:1] == "\t" else 0


@dataclass
class Nesting:
    """Follow names down a column; one that stands further in is inside the one above it."""

    _open: list[tuple[int, str]] = field(default_factory=list)

    def put(self, name: str, depth: int) -> tuple[str, ...]:
        """Take a name, and give it with those that it stands in, the outermost first."""
        while self._open and self._open[-1][0] >= depth:
            self._open.pop()
        self._open.append((depth, name))
        return self.path

    @property
    def path(self) -> tuple[str, ...]:
        """Give the name taken last with those that it stands in."""
        return tuple(name for _, name in self._open)

    def close(self) -> None:
        """Begin anew."""
        self._open.clear()
