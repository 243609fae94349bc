"""The themes and codes that a row of a table stands under."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from .column_fields import is_path
from .found import TitlePath
from .grid import EMPTY, tidy
from .layouts import TableLayout
from .nesting import Nesting, depth_of
from .options import Options
from .several_names import parted
from .shared_fields import is_mark

_NUMBERS: Final = "|".join(
    """one two three four five six seven eight nine ten eins zwei drei vier fünf sechs sieben acht
    neun zehn uno dos tres cuatro cinco seis siete ocho nueve diez um dois três quatro cinco sete
    oito nove dez un deux trois quatre cinq sept huit neuf dix""".split()
)
_LABELLED: Final = re.compile(
    r"(?:(?:(?:main |sub-?|sub |over)?(?:theme|thema|tema|thème|subtema|unterthema|category|"
    r"categoría|categoria|kategorie|finding))\s+"
    r"(?P<word>\d+(?:\.\d+)*[a-z]?|[A-Z](?=[:.)])|[IVX]+(?=[:.)])"
    rf"|(?:{_NUMBERS})(?=\s*[:.)–—-]))"
    r"\s*[:.)\-–—]*|(?P<dotted>\d+(?:\.\d+)+)[.:)]?|(?P<number>\d+)[.:)])\s+(?P<title>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
# What parts the levels of a cell whose column says that it holds a path.
_OF_A_PATH: Final = re.compile(r"\s*(?:>+|::|\\)\s*|\s+[/→›»]\s+")
_BULLET: Final = re.compile(r"^[•○●▪◦‣∙·*–—-]\s+")


def titled(text: str) -> tuple[str, str]:
    """Part a theme's label from its title: `Theme 1.2: Having time`, `2. Having time`."""
    plain = _BULLET.sub("", " ".join(text.split())).rstrip(" :")
    match = _LABELLED.fullmatch(plain)
    if match is None:
        return "", plain
    label = match["word"] or match["dotted"] or match["number"] or ""
    return label, match["title"]


_NOTE: Final = re.compile(
    r"(?:notes?|nota|anmerkung(?:en)?|remarque|sources?|fuente|fonte|quelle|abbreviations?|legend|key"
    r"|leyenda|legenda|légende|abkürzungen|abr[eé]via(?:turas|ções|tions)|n\.?b\.?|نوٹ)\s*[.:–—-]"
    r"|[*†‡§¶]",
    re.IGNORECASE,
)


def is_note(text: str) -> bool:
    """Tell whether a row across a table is a note of it, and no theme: `Note. P = participant`."""
    return _NOTE.match(text.strip()) is not None


class Levels:
    """Follow the levels of a table down its rows: what is left out is as above."""

    def __init__(self, layout: TableLayout, options: Options) -> None:
        self.layout = layout
        self.separator = options.separator
        self.joined = options.joined
        self.is_new = False
        self.label = ""
        self._cells: list[str] = [""] * len(layout.levels)
        self._above = layout.outer
        self._last: list[str] = []
        self._nesting = Nesting()
        self._code_nesting = Nesting()
        self._facets: dict[str, str] = {}
        self._codes: list[str] = [""] * len(layout.code_levels)

    def is_across(self, row: Sequence[str]) -> bool:
        """Tell whether a row is a theme that stands across the table, over those below it."""
        filled = [(place, tidy(cell)) for place, cell in enumerate(row) if tidy(cell)]
        if not filled or not self.layout.has("text") or len(self.layout.headers) < 2:
            return False
        if len(filled) > 1:
            width = sum(1 for name in self.layout.headers if name)
            return len(filled) >= max(2, width) and len({text for _, text in filled}) == 1
        is_first = filled[0][0] == min(self._places())
        return is_first and not self._has_outer() and len(filled[0][1]) < 200

    def _places(self) -> list[int]:
        return [place for place, name in enumerate(self.layout.headers) if name] or [0]

    def _has_outer(self) -> bool:
        """Tell whether the first column is that of the outermost themes."""
        first = min(self._places())
        return (
            bool({"theme", "level 1"} & self.layout.columns.keys()) and first in self.layout.levels
        )

    def across(self, row: Sequence[str]) -> TitlePath:
        """Take a row across for the theme of those below."""
        text = next(tidy(cell) for cell in row if tidy(cell))
        self.label, self._above = titled(text)
        self._cells = [""] * len(self._cells)
        self._nesting.close()
        return (self._above,)

    def is_header_again(self, row: Sequence[str]) -> bool:
        """Tell whether a row repeats the header, as tables over several pages do."""
        names = [tidy(cell) for cell in row]
        return names[: len(self.layout.headers)] == list(self.layout.headers)

    def path(self, row: Sequence[str], indent: int) -> TitlePath:
        """Give the titles of the theme a row belongs to; none where it names none."""
        before = list(self._cells)
        raw = [row[place] if place < len(row) else "" for place in self.layout.levels]
        self.is_new = any(tidy(cell) for cell in raw)
        given = False
        for level, cell in enumerate(raw):
            if tidy(cell):
                self._cells[level] = cell
                given = True
            elif given or (cell.strip().casefold() in EMPTY - {""} and cell.strip()):
                self._cells[level] = ""
        if given and self._cells[0] != before[0] and raw[0].strip():
            self._cells[1:] = [cell if tidy(cell) else "" for cell in raw[1:]]
        parts = self._parts(indent)
        labelled = [titled(part) for part in parts]
        self._last = [titled(name)[1] for (name,) in parted(tuple(parts[-1:]), self.joined)]
        self.label = labelled[-1][0] if labelled else ""
        titles = tuple(title for _, title in labelled if title)
        return (
            (self._above, *titles)
            if self._above and titles
            else (titles or ((self._above,) if self._above else ()))
        )

    def paths(self, path: TitlePath) -> list[TitlePath]:
        """Give the themes of the row whose path was given last: several where a cell names them."""
        if not self._last:
            return [path] if path else []
        return [(*path[:-1], name) for name in self._last]

    def described(self, row: Sequence[str]) -> list[tuple[TitlePath, str]]:
        """Give the themes that a row describes in columns of their own, each with what it says."""
        found: list[tuple[TitlePath, str]] = []
        titles: TitlePath = (self._above,) if self._above else ()
        for place, cell in zip(self.layout.levels, self._cells, strict=True):
            titles += (titled(tidy(cell))[1],) if tidy(cell) else ()
            at = self.layout.says.get(place)
            says = tidy(row[at]) if at is not None and at < len(row) else ""
            if says and tidy(cell):
                found.append((titles, says))
        return found

    def _parts(self, indent: int) -> list[str]:
        cells = [cell for cell in self._cells if tidy(cell)]
        if self.separator and cells:
            parts = [part for cell in cells for part in cell.split(self.separator)]
            return [tidy(part) for part in parts if tidy(part)]
        if len(self._cells) == 1 and cells:
            cell = cells[0]
            if self._is_path(self.layout.levels[0]):
                return [tidy(part) for part in _OF_A_PATH.split(cell) if tidy(part)]
            if self.is_new:
                self._nesting.put(tidy(cell), max(indent, depth_of(cell)))
            return list(self._nesting.path)
        return [tidy(cell) for cell in cells]

    def facet(self, row: Sequence[str], name: str) -> str:
        """Give a theme's place in a framework; left out, it is as above."""
        value = tidy(self.layout.cell(row, name))
        if value:
            self._facets[name] = value
        return self._facets.get(name, "") if self.is_new or value else ""

    def codes(self, row: Sequence[str], indent: int) -> list[TitlePath]:
        """Give the codes of a row; columns of levels are one code's.

        In a codebook one that stands further in is inside the one above it.
        """
        marks = [at for at in self.layout.marks if at < len(row) and is_mark(row[at])]
        named = self._named(row)
        if self.layout.is_codebook and len(named) == 1 and len(named[0]) == 1:
            named = [self._indented(row, named[0][0], indent)]
        return [*named, *((self.layout.headers[at],) for at in marks)]

    def _indented(self, row: Sequence[str], name: str, indent: int) -> TitlePath:
        place = next(at for at in self.layout.code_levels if at < len(row) and row[at].strip())
        is_first = not any(cell.strip() for cell in row[:place])
        return self._code_nesting.put(name, max(depth_of(row[place]), indent if is_first else 0))

    def _named(self, row: Sequence[str]) -> list[TitlePath]:
        places = self.layout.code_levels
        cells = [tidy(row[place]) if place < len(row) else "" for place in places]
        names = [name for name in self.layout.columns if name.startswith("code level")]
        if len(names) > 1:
            for level, cell in enumerate(cells):
                if cell:
                    self._codes[level] = cell
                    self._codes[level + 1 :] = [""] * (len(cells) - level - 1)
            path = tuple(cell for cell in self._codes if cell)
            return [path] if path and any(cells) else []
        # What is left out with all its themes is as above; beside a theme, no code is none.
        is_left_out = bool(self.layout.levels) and not self.is_new and not any(cells)
        if not is_left_out or any(row[at].strip() for at in places if at < len(row)):
            self._codes = cells
        pairs = zip(places, self._codes, strict=True)
        return [
            self._code_path(part, self._is_path(at))
            for at, cell in pairs
            for (part,) in parted((cell,) if cell else (), self.joined)
        ]

    def _is_path(self, place: int) -> bool:
        return is_path(self.layout.headers[place])

    def _code_path(self, cell: str, is_path: bool) -> TitlePath:
        parts = _OF_A_PATH.split(cell) if is_path else [cell]
        parts = cell.split(self.separator) if self.separator else parts
        return tuple(_BULLET.sub("", part.strip()) for part in parts if part.strip())
