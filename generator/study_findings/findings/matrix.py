"""A table of who is quoted: cells, sources, rows, and whether it tells anything."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal, TypeGuard

from ..model import Group, Session, StudySite, Theme
from .addresses import voice_address

FEWEST_COLUMNS: Final = 2
SHADES: Final = 4


@dataclass(frozen=True)
class Cell:
    """Count the quotations of a theme from one source, those composed to show the site apart."""

    quoted: int
    illustrative: int

    @property
    def number(self) -> int:
        """Count all of them."""
        return self.quoted + self.illustrative

    @property
    def presence(self) -> Literal["quoted", "illustrative", "none"]:
        """Say what is there; composed words never pass for a source that is quoted."""
        if self.quoted:
            return "quoted"
        return "illustrative" if self.illustrative else "none"


@dataclass(frozen=True)
class MatrixSource:
    """Name what is quoted, a column of the table: a group, a session, a site, or none of these."""

    label: str
    record: Group | Session | StudySite | None = None

    @property
    def address(self) -> str:
        """Say where it is described; nothing where it stands for no one."""
        return voice_address(self.record.id) if self.record else ""


@dataclass(frozen=True)
class MatrixRow:
    """Hold the cells of a theme, or of a place in a framework, in the order of the sources."""

    theme: Theme | None
    cells: tuple[Cell, ...]
    place: str = ""
    address: str = ""
    """Where the quotations of a place in a framework are listed."""
    depth: int = 0
    """How many themes the theme is written inside."""


@dataclass(frozen=True)
class Matrix:
    """Hold a table of themes by source; `sessions` counts those too many for a column each."""

    id: str
    title: str
    sources: tuple[MatrixSource, ...]
    rows: tuple[MatrixRow, ...]
    sessions: int = 0
    framework: str = ""
    """The framework whose places are the rows; none where these are themes."""

    @property
    def folded(self) -> list[tuple[MatrixRow, tuple[MatrixRow, ...]]]:
        """Give each row of a top-level theme, or place, with those of the themes inside it."""
        found: list[tuple[MatrixRow, list[MatrixRow]]] = []
        for row in self.rows:
            if row.depth:
                found[-1][1].append(row)
            else:
                found.append((row, []))
        return [(row, tuple(inner)) for row, inner in found]

    def shade(self, cell: Cell) -> int:
        """Say how dark a cell of it is, from 0 where nothing is quoted to `SHADES` for the most."""
        most = max(cell.number for row in self.rows for cell in row.cells)
        return -(-cell.number * SHADES // most) if most else 0

    @property
    def has_only_illustrative(self) -> bool:
        """Tell whether a cell has none but composed quotations."""
        return any(cell.presence == "illustrative" for row in self.rows for cell in row.cells)


def tells(matrix: Matrix | None) -> TypeGuard[Matrix]:
    """Tell whether a table says what its rows do not say already.

    It does not where it has a single column, where nothing is quoted, or where each theme is
    quoted from the groups it is of, and from no other.
    """
    if matrix is None or len(matrix.sources) < FEWEST_COLUMNS:
        return False
    if not any(cell.number for row in matrix.rows for cell in row.cells):
        return False
    return any(_is_news(row, matrix.sources) for row in matrix.rows if not row.depth)


def _is_news(row: MatrixRow, sources: tuple[MatrixSource, ...]) -> bool:
    records = [source.record for source in sources if source.record is not None]
    by_group = bool(records) and all(isinstance(record, Group) for record in records)
    if row.theme is None or not by_group:
        return True
    pairs = zip(sources, row.cells, strict=True)
    quoted = {source.record.id for source, cell in pairs if source.record and cell.number}
    return bool(quoted) and quoted != set(row.theme.groups)
