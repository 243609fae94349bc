"""Tables that `findings export` wrote, brought back: quotations, and the codebook.

They are known by their columns, whatever else somebody added. What they do not hold cannot come
back: clearances, claims, what themes say of themselves, the guide.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Final

from ..exporters import codebook_table, quotations
from ..exporters.cells import CUT, of_csv_cell, of_workbook_cell
from ..model.base import is_id, taken_apart
from ..model.provenance import ILLUSTRATIVE
from .composed_words import without_remark
from .found import (
    Anomaly,
    Dropped,
    Found,
    FoundCode,
    FoundParticipant,
    FoundQuotation,
    FoundSession,
    FoundTheme,
    FoundTurn,
    TitlePath,
)
from .grid import Grid, is_blank
from .own_codes import code_cells, paths_of_codes
from .own_turns import told_turns

_LEVEL: Final = "theme_"
_ATTRIBUTE: Final = "attribute:"
_WAS_CUT: Final = "a cell of Excel did not hold all of its words: take quotations.csv instead"
_TURNS: Final = (("text", "turns"), ("original", "original_turns"))
CellsByColumn = dict[str, str]
Rows = Sequence[tuple[str, CellsByColumn]]
"""Cells by the names of their columns, each row with words for where it stands."""


def read_own(grids: Sequence[Grid], form: str, is_text: bool) -> Found | None:
    """Read a table of quotations or a codebook that was exported; None where there is neither."""
    for grid in grids:
        header = [name.strip() for name in grid.rows[0]] if grid.rows else []
        for columns, read, says in _TABLES:
            if set(columns) <= set(header):
                rows = list(_rows(grid, header, of_csv_cell if is_text else of_workbook_cell))
                return replace(read(rows), format=f"{says} that study-findings exported, {form}")
    return None


def _rows(
    grid: Grid, header: Sequence[str], bare: Callable[[str], str]
) -> Iterator[tuple[str, CellsByColumn]]:
    for number, cells in enumerate(grid.rows[1:], 1):
        if not is_blank(cells):
            yield grid.at(number), dict(zip(header, map(bare, cells), strict=False))


def _quotations(rows: Rows) -> Found:
    """Gather the rows of each quotation, with the themes, people and sessions that they name."""
    themes: dict[TitlePath, FoundTheme] = {}
    found: dict[str, FoundQuotation] = {}
    people: dict[str, FoundParticipant] = {}
    sessions: dict[str, FoundSession] = {}
    dropped: list[Dropped] = []
    anomalies: list[Anomaly] = []
    codes = paths_of_codes(code_cells(row) for _, row in rows)
    for at, row in rows:
        if row["text"].endswith(CUT) or row["original"].endswith(CUT):
            dropped.append(Dropped(at, _WAS_CUT))
            continue
        path = _theme_path(row)
        themes.setdefault(path, _theme(row, path, at))
        known = found.get(row["id"])
        if known is None:
            known = _quotation(row, at, codes)
            anomalies += _not_read(row, known)
        found[row["id"]] = replace(known, themes=(*known.themes, path))
        if label := row.get("session"):
            sessions[label] = _session(row, at, sessions.get(label))
        if label := row.get("participant"):
            people.setdefault(label, _participant(row, at))
    return Found(
        "",
        themes=tuple(themes.values()),
        codes=tuple(_codes(rows, codes)),
        quotations=tuple(found.values()),
        participants=tuple(people.values()),
        sessions=tuple(sessions.values()),
        dropped=tuple(dropped),
        anomalies=tuple(anomalies),
    )


def _codes(rows: Rows, paths: Mapping[str, TitlePath]) -> Iterator[FoundCode]:
    """Give the codes of the rows, each once, with its id."""
    first = {id_: at for at, row in reversed(rows) for id_ in code_cells(row)[0]}
    for id_, path in paths.items():
        yield FoundCode(path, first[id_], id=_id(id_))


def _theme_path(row: CellsByColumn) -> TitlePath:
    levels = (row.get(f"{_LEVEL}{number}", "") for number in range(1, len(row)))
    return tuple(title for title in levels if title)


def _theme(row: CellsByColumn, path: TitlePath, at: str) -> FoundTheme:
    _, is_composed = without_remark(row.get("theme_composed", ""))
    provenance = ILLUSTRATIVE if is_composed else ""
    return FoundTheme(path, at, provenance=provenance, id=_id(row["theme"]))


def _quotation(row: CellsByColumn, at: str, codes: Mapping[str, TitlePath]) -> FoundQuotation:
    # Where somebody is named, their group is theirs and not the quotation's own.
    alone = not row.get("participant")
    turns, original_turns = (_turns(row, *names) for names in _TURNS)
    return FoundQuotation(
        at,
        text="" if turns else row["text"],
        turns=turns,
        codes=tuple(codes.get(id_, (id_,)) for id_ in code_cells(row)[0]),
        participant=row.get("participant", ""),
        session=row.get("session", ""),
        group=row.get("group", "") if alone else "",
        language=row.get("language", ""),
        original="" if original_turns else row.get("original", ""),
        original_turns=original_turns,
        original_language=row.get("original_language", ""),
        stance=row.get("stance", ""),
        note=row.get("note", ""),
        memos=(row["composed"],) if row.get("composed") else (),
        asked=row.get("question", "") or row.get("asked", ""),
        page=row.get("page", ""),
        lines=row.get("lines", ""),
        provenance=row.get("provenance", ""),
        polarity=row.get("polarity", ""),
        kind=row.get("kind", ""),
        translator=row.get("translator", ""),
        exemplar=row.get("exemplar") == "yes",
        id=_id(row["id"]),
    )


def _turns(row: CellsByColumn, words: str, count: str) -> tuple[FoundTurn, ...]:
    """Read words turn by turn, where a row counts their turns."""
    return told_turns(row[words]) if row.get(count) else ()


def _not_read(row: CellsByColumn, found: FoundQuotation) -> Iterator[Anomaly]:
    """Tell of a dialogue whose turns are not those that its row counts."""
    read = (len(found.turns), len(found.original_turns))
    for (words, count), turns in zip(_TURNS, read, strict=True):
        if row.get(count, "") not in ("", str(turns)):
            says = f"{words} is to be a dialogue of {row[count]} turns, and {turns} were read"
            yield Anomaly("uncertain", found.at, f"{says}: each begins a line, with its speaker")


def _session(row: CellsByColumn, at: str, known: FoundSession | None) -> FoundSession:
    label, group = row["session"], row.get("group", "")
    first = known or FoundSession(
        label, at, row.get("session_kind", ""), site=row.get("site_label", ""), id=_id(label)
    )
    groups = dict.fromkeys([*first.groups, *([group] if group else [])])
    return replace(first, groups=tuple(groups))


def _participant(row: CellsByColumn, at: str) -> FoundParticipant:
    label = row["participant"]
    within, name = taken_apart(label)
    is_known = is_id(name) and (within is None or is_id(within))
    session = row.get("session", "")
    told = {
        name.removeprefix(_ATTRIBUTE): value
        for name, value in row.items()
        if name.startswith(_ATTRIBUTE) and value
    }
    return FoundParticipant(
        label,
        at,
        row.get("group", ""),
        (session,) if session and within is None else (),
        told,
        id=label if is_known else "",
    )


def _codebook(rows: Rows) -> Found:
    """Read the codes as they are nested, each below its parent."""
    paths: dict[str, TitlePath] = {}
    codes = []
    for at, row in rows:
        path = (*paths.get(row["parent"], ()), row["code"])
        paths[row["id"]] = path
        memos = (row["memos"],) if row.get("memos") else ()
        parts = (row["definition"], row["inclusion"], row["exclusion"])
        codes.append(FoundCode(path, at, *parts, memos=memos, id=_id(row["id"])))
    return Found("", codes=tuple(codes))


def _id(value: str) -> str:
    return value if is_id(value) else ""


_TABLES: Final = (
    (quotations.COLUMNS, _quotations, "a table of quotations"),
    (codebook_table.COLUMNS, _codebook, "a codebook"),
)
