"""Tables of quotations, themes, codes and people -> what is found in them, whatever the layout."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from ..documents.unreadable import UnreadableError
from .codes_as_themes import with_themes
from .column_fields import may_be
from .found import Anomaly, Dropped, Found, FoundColumn
from .grid import Grid, is_blank, tidy
from .layouts import TableLayout, headers_in, layout_of
from .options import Options
from .several_names import may_be_several
from .surveys import REFUSED, is_survey
from .table import TableReader
from .tables_for_readers import refuse_for_readers
from .transcripts import REFUSED as TRANSCRIPT
from .transcripts import are_turns

MOST_COLUMNS: Final = 100
_MOST_WORDS: Final = 5


def read_grids(grids: Sequence[Grid], options: Options, form: str) -> Found:
    """Read tables; raises UnreadableError where none has a column that is known."""
    _refuse_surveys(grids, options)
    named = [(grid, layout_of(grid, options, len(grids) > 1)) for grid in grids]
    spoken = [grid.name for grid, layout in named if layout and _is_transcript(grid, layout)]
    tables = [
        TableReader(grid, layout, options)
        for grid, layout in named
        if layout is not None and not _is_transcript(grid, layout)
    ]
    if spoken and not tables:
        raise TRANSCRIPT
    if not tables:
        raise unknown_columns(grids)
    for table in tables:
        table.read()
    dropped = [
        Dropped(grid.at(0), "no column of this sheet is known: --map says what one holds")
        for grid, layout in named
        if layout is None and any(not is_blank(row) for row in grid.rows)
    ]
    dropped += [Dropped(name or "the table", f"it {TRANSCRIPT.why}") for name in spoken]
    found = Found(
        form,
        themes=tuple(theme for table in tables for theme in table.themes),
        codes=tuple(code for table in tables for code in table.codes),
        quotations=tuple(quotation for table in tables for quotation in table.quotations),
        participants=tuple(person for table in tables for person in table.participants),
        sessions=tuple(session for table in tables for session in table.sessions),
        anomalies=(
            *(anomaly for table in tables for anomaly in table.anomalies),
            *_about_names(tables),
        ),
        dropped=(*dropped, *(one for table in tables for one in table.dropped)),
        columns=tuple(column for table in tables for column in table.columns()),
    )
    is_coded_alone = not found.themes and any(one.codes for one in found.quotations)
    return with_themes(found) if is_coded_alone else found


def read_whole(grids: Sequence[Grid], options: Options, form: str) -> Found:
    """Read tables that are all of a file; raises UnreadableError where nothing comes of them."""
    if not options.columns:
        refuse_for_readers(grids)
    found = read_grids(grids, options, form)
    if found.themes or found.codes or found.quotations or found.participants or found.sessions:
        return found
    first = found.dropped[:1]
    told = f": {first[0].at}: {first[0].why}" if first else ""
    raise UnknownColumnsError(
        f"holds no theme, code, quotation or participant in the columns that are known{told}",
        "see that the columns hold words, and not numbers for them; or say which holds what, as "
        "--map text=COLUMN --map theme=COLUMN",
        found.columns,
    )


def _is_transcript(grid: Grid, layout: TableLayout) -> bool:
    """Tell whether a table is a conversation from end to end, with no theme or code beside it."""
    if layout.levels or layout.code_levels or layout.marks or not layout.has("text"):
        return False
    rows = list(grid.rows)[layout.header + 1 :]
    return are_turns([tidy(layout.cell(row, "participant")) for row in rows])


def _about_names(tables: Sequence[TableReader]) -> Iterator[Anomaly]:
    """Ask about names of codes and themes in a cell that may be several."""
    themes = {one.path: one.at for table in tables for one in table.themes}
    codes = {path: one.at for table in tables for one in table.quotations for path in one.codes}
    codes |= {one.path: one.at for table in tables for one in table.codes}
    yield from may_be_several("theme", list(themes.items()))
    yield from may_be_several("code", list(codes.items()))


def _refuse_surveys(grids: Sequence[Grid], options: Options) -> None:
    for grid in grids if not options.columns else ():
        for row in list(grid.rows)[:20]:
            filled = [cell for cell in row if cell.strip()]
            if is_survey(filled):
                raise REFUSED
            if len(filled) > MOST_COLUMNS:
                raise UnreadableError(
                    f"has {len(filled)} columns, more than any table of quotations",
                    "save those that hold themes, quotations and participants alone; or say by "
                    "--map which column holds what",
                )


class UnknownColumnsError(UnreadableError):
    """A table of which no column is known; `columns` are those of its header."""

    def __init__(self, why: str, hint: str, columns: Sequence[FoundColumn]) -> None:
        super().__init__(why, hint)
        self.columns = tuple(columns)


def unknown_columns(grids: Sequence[Grid]) -> UnknownColumnsError:
    """Say of tables of which no column is known what an author can do, with their headers."""
    found = [header for grid in grids for header in headers_in(grid).items()]
    names = [name for name, _ in found]
    first: dict[str, str] = {}
    for name, example in found:
        first.setdefault(name, example)
    # A first row may be words of a transcript: no message repeats them.
    short = [name for name in names if len(name.split()) <= _MOST_WORDS]
    listed = f" ({', '.join(short[:8])})" if short else ""
    half = next(((may_be(name), name) for name in names if may_be(name)), None)
    example = f'theme=COLUMN, or --map {half[0]}="{half[1]}"' if half else "theme=COLUMN"
    return UnknownColumnsError(
        f"has no column whose name is known{listed}",
        f"say which holds what, as --map text=COLUMN --map {example}; of a codebook, as --map "
        "code=COLUMN --map definition=COLUMN",
        [FoundColumn(name, "", example) for name, example in first.items()],
    )
