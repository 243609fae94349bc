"""The codes that the rows of a codebook say something of, and which rows only name one again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .found import FoundCode, TitlePath
from .grid import tidy
from .layouts import TableLayout


class TableCodes:
    """Take codes row by row, and remember what the first row with each said of it."""

    def __init__(self, layout: TableLayout) -> None:
        self.found: list[FoundCode] = []
        self._layout = layout
        self._first: dict[TitlePath, FoundCode] = {}

    def take(self, row: Sequence[str], at: str, path: TitlePath, has_text: bool) -> None:
        """Take what a row says of a code; `has_text` tells whether it holds words of somebody."""
        memo = self._cell(row, "memo")
        found = FoundCode(
            path,
            at,
            self._cell(row, "definition") or self._cell(row, "description"),
            self._cell(row, "inclusion"),
            self._cell(row, "exclusion"),
            self._cell(row, "example"),
            (memo,) if memo and not self._layout.has("text") else (),
        )
        first = self._first.setdefault(path, found)
        has_words = has_text or bool(found.example)
        is_again = first is not found and has_words and not _says_more(found, first)
        self.found.append(replace(found, is_named_again=is_again))

    def _cell(self, row: Sequence[str], name: str) -> str:
        return tidy(self._layout.cell(row, name))


def _says_more(found: FoundCode, first: FoundCode) -> bool:
    """Tell whether a row says of a code what the first row with it does not."""
    told = ((one.definition, one.inclusion, one.exclusion) for one in (found, first))
    return any(now not in ("", before) for now, before in zip(*told, strict=True))
