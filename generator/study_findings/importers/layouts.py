"""Where the header of a table is, and what each of its columns holds."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from .column_fields import (
    field_of,
    is_attribute,
    is_guess,
    is_outermost,
    language_in,
    mapped,
    names_a_code,
    plain_name,
)
from .grid import Grid, holds_values, tidy
from .options import Options
from .shared_fields import (
    are_said,
    going_on,
    marked,
    more_texts,
    own_descriptions,
    whose_texts,
    wordless,
)

_SEARCHED: Final = 40
_LONGEST_HEADER: Final = 80
_LEVELS: Final = ("theme", "subtheme", "category", "subcategory")
_GENERIC: Final = re.compile(
    r"(?:sheet|tabelle|tabla|tabela|planilha|hoja|feuil|feuille|folha|table|data|quotes?|quotations?"
    r"|export|themes?|results?)?[ _-]*\d*",
    re.IGNORECASE,
)
_TELLING: Final = frozenset(
    ("theme", "subtheme", "category", "subcategory", "text", "translated", "original", "code",
     "participant", "session", "document", "definition", "code level 1")
)  # fmt: skip


@dataclass(frozen=True)
class TableLayout:
    """The header's row, and the place of each field's column."""

    header: int
    columns: Mapping[str, int]
    levels: tuple[int, ...] = ()
    """The columns of themes, the outermost first."""
    code_levels: tuple[int, ...] = ()
    facets: tuple[str, ...] = ()
    attributes: Mapping[str, int] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    """The languages that the headers of `text` and `original` name."""
    unread: tuple[str, ...] = ()
    outer: str = ""
    """The theme that all of the table stands in: the name of its sheet."""
    is_codebook: bool = False
    headers: tuple[str, ...] = ()
    more: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    """Further columns of a field that goes on there: `Brief definition` and `Full definition`."""
    says: Mapping[int, int] = field(default_factory=dict)
    """By the column of a level of themes, the one that describes it, where each has its own."""
    texts: tuple[int, ...] = ()
    """Further columns of quotations, each with words of its own: `Quote 1 | Quote 2`."""
    marks: tuple[int, ...] = ()
    """Columns of a code each, in which a mark gives it to the row."""
    whose: Mapping[int, str] = field(default_factory=dict)
    """By a column of quotations parted by who said them, the group; empty where none is plain."""

    def has(self, name: str) -> bool:
        """Tell whether there is a column of a field."""
        return name in self.columns

    def field_at(self, place: int) -> str:
        """Name the field of a column: `text`, `level 2`, `attribute`; nothing if it is not read."""
        if place in self.code_levels or place in self.marks:
            return "code"
        if place in self.attributes.values():
            return "attribute"
        if place in self.says.values():
            return "description"
        held = {at: name for name, places in self.more.items() for at in places}
        held |= dict.fromkeys(self.texts, "text")
        held |= {at: name for name, at in self.columns.items()}
        return held.get(place, "")

    def cell(self, row: Sequence[str], name: str) -> str:
        """Give what a row has for a field, untouched."""
        place = self.columns.get(name)
        places = (() if place is None else (place,)) + tuple(self.more.get(name, ()))
        cells = [row[at] for at in places if at < len(row) and row[at].strip()]
        return "\n\n".join(dict.fromkeys(cells))


def headers_in(grid: Grid) -> dict[str, str]:
    """Give the names in what is likeliest to be the header, each with the first cell below it.

    That is the first row with two of them.
    """
    rows = list(grid.rows)[:_SEARCHED]
    filled = [[place for place, cell in enumerate(row) if cell.strip()] for row in rows]
    best = next((n for n, places in enumerate(filled) if len(places) > 1), 0)
    below = rows[best + 1 :]
    return {
        tidy(rows[best][place])[:40]: next(
            (row[place] for row in below if place < len(row) and row[place].strip()), ""
        )
        for place in (filled[best] if rows else ())
    }


def layout_of(grid: Grid, options: Options, has_siblings: bool) -> TableLayout | None:
    """Find the header of a table and read it; None where no column is known."""
    if options.sheets and grid.name and grid.name not in options.sheets:
        return None
    own = mapped(options.columns)
    best, most = None, 0
    for number, row in enumerate(list(grid.rows)[:_SEARCHED]):
        if not own and holds_values(row, _LONGEST_HEADER):
            continue
        fields = _fields(row, own)
        score = len({f for f in fields if f}) + 3 * sum(1 for f in fields if f in _TELLING)
        if any(f in _TELLING for f in fields) and score > most:
            best, most = number, score
    if best is None:
        return None
    unread = {plain_name(name) for name in options.unread}
    fields = _fields(grid.rows[best], own)
    without = wordless(grid, best, fields)
    if without and "text" in (others := _fields(grid.rows[best], own, without)):
        fields = others
    return _layout(grid, best, fields, has_siblings, unread)


def _fields(row: Sequence[str], own: Mapping[str, str], without: Collection[int] = ()) -> list[str]:
    fields: list[str] = []
    for place, cell in enumerate(row):
        if place in without:
            fields.append("")
            continue
        name = tidy(cell)
        given = own.get(plain_name(name)) or own.get(name.strip().lower())
        is_short = 0 < len(name) <= _LONGEST_HEADER
        fields.append(given or (field_of(name) if is_short else ""))
    names = [tidy(cell) for cell in row]
    sure = {f for f, name in zip(fields, names, strict=True) if f and not is_guess(name)}
    is_coded = any(f == "code" and not names_a_code(n) for f, n in zip(fields, names, strict=True))
    for place, (found, name) in enumerate(zip(fields, names, strict=True)):
        if own.get(plain_name(name)):
            continue
        is_second = is_coded and found == "code" and names_a_code(name)
        if is_second or (found in sure and is_guess(name)):
            fields[place] = ""
    if "code level 2" in fields and "code level 1" not in fields:
        # `Code | Sub-code` are two levels; without the first, it is a column of codes.
        inner = "code level 2" if "code" in fields else "code"
        renamed = {"code": "code level 1", "code level 2": inner}
        fields = [renamed.get(name, name) for name in fields]
    if "text" not in own.values():
        for place in whose_texts(names, fields).keys() - set(without):
            fields[place] = "text"
    return fields


def _layout(
    grid: Grid, header: int, fields: list[str], has_siblings: bool, left_out: set[str]
) -> TableLayout:
    headers = tuple(tidy(cell) for cell in grid.rows[header])
    is_left_out = [plain_name(name) in left_out for name in headers]
    fields = ["" if out else name for name, out in zip(fields, is_left_out, strict=True)]
    fields = _as_levels(fields, grid, header)
    columns: dict[str, int] = {}
    codes: list[int] = []
    says = own_descriptions(fields)
    fields = ["" if place in says.values() else name for place, name in enumerate(fields)]
    for place, name in enumerate(fields):
        if name == "code" or name.startswith("code level"):
            codes.append(place)
        if name and name not in columns:
            columns[name] = place
    more, texts = going_on(fields), more_texts(fields)
    told = whose_texts(headers, fields) if texts else {}
    whose = {place: told[place] for place in told if fields[place] == "text"}
    _settle(columns, grid, header)
    levels = [columns[name] for name in _LEVELS if name in columns]
    levels += [columns[name] for name in sorted(columns) if name.startswith("level ")]
    known = {
        *columns.values(),
        *codes,
        *says.values(),
        *texts,
        *(at for held in more.values() for at in held),
    }
    others = [
        place
        for place, name in enumerate(headers)
        if name and place not in known and not is_left_out[place]
    ]
    attributes = {headers[p]: p for p in others if is_attribute(headers[p])}
    unknown = [p for p in others if not is_attribute(headers[p])]
    marks = marked(grid, header, unknown) if "text" in columns else ()
    unread = tuple(headers[p] for p in unknown if p not in marks)
    has_definition = any(
        n in columns for n in ("definition", "inclusion", "exclusion", "description")
    )
    is_codebook = bool(codes) and (has_definition or ("text" not in columns))
    outer = ""
    if "subtheme" in columns and not any(n in columns for n in ("theme", "level 1")):
        facets = any(name.startswith("facet") for name in columns)
        outer = "" if facets else _outer(grid, has_siblings)
    elif not levels and "text" in columns and not codes and has_siblings:
        outer = _outer(grid, has_siblings)
    languages: dict[str, str] = {n: tag for n in ("text", "original") if n in columns
                 and (tag := language_in(headers[columns[n]]))}  # fmt: skip
    return TableLayout(
        header, columns, tuple(levels), tuple(codes),
        tuple(name for name in columns if name.startswith("facet ")), attributes, languages,
        unread, outer, is_codebook, headers, more, says, texts, marks, whose,
    )  # fmt: skip


def _as_levels(fields: list[str], grid: Grid, header: int) -> list[str]:
    """Number the columns of themes where their names alone would put them in another order.

    `Main theme | Theme | Subtheme` are three levels. A category left of the themes holds them,
    unless there are more categories than themes.
    """
    themes = [place for place, name in enumerate(fields) if name == "theme"]
    outer = [place for place in themes if is_outermost(grid.rows[header][place])]
    if len(themes) == 2 and len(outer) == 1:
        order = [outer[0], next(place for place in themes if place not in outer)]
    elif len(themes) == 1 and "category" in fields[: themes[0]]:
        order = [fields.index("category"), themes[0]]
        held = [{tidy(row[at]) for row in list(grid.rows)[header + 1 :]} for at in order]
        if len(held[0]) > len(held[1]):
            return fields
    else:
        return fields
    order += [fields.index(name) for name in ("subtheme", "subcategory") if name in fields]
    numbered = {place: f"level {number}" for number, place in enumerate(order, 1)}
    return [numbered.get(place, name) for place, name in enumerate(fields)]


def _settle(columns: dict[str, int], grid: Grid, header: int) -> None:
    """Decide what columns mean that mean something else beside others."""
    if "translated" in columns:
        if "original" not in columns and "text" in columns:
            columns["original"] = columns.pop("text")
        columns["text"] = columns.pop("translated")
    elif "original" in columns and "text" not in columns:
        columns["text"] = columns.pop("original")
    has_themes = any(name in columns for name in _LEVELS)
    if "example" in columns and "text" not in columns and has_themes:
        cells = [row[columns["example"]] for row in list(grid.rows)[header + 1 :]
                 if columns["example"] < len(row)]  # fmt: skip
        if "code" not in columns or are_said(cells):
            columns["text"] = columns.pop("example")
    if "participant" in columns and _is_count(grid, header, columns["participant"]):
        del columns["participant"]


def _is_count(grid: Grid, header: int, place: int) -> bool:
    """Tell whether a column only numbers the rows."""
    if plain_name(grid.rows[header][place]) not in ("id", "no", "nr", "n"):
        return False
    values = [row[place].strip() for row in list(grid.rows)[header + 1 :] if place < len(row)]
    filled = [value for value in values if value]
    return len(filled) > 2 and all(v.isdigit() for v in filled) and len(set(filled)) == len(filled)


def _outer(grid: Grid, has_siblings: bool) -> str:
    if grid.title:
        return grid.title
    is_generic = _GENERIC.fullmatch(grid.name.strip()) is not None
    return grid.name.strip() if has_siblings and not is_generic else ""
