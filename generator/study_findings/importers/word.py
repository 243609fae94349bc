"""Word documents: tables of quotations, and the running text of a Results section."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Final

from ..documents.unreadable import UnreadableError
from .composed_words import says_some_composed
from .found import Anomaly, Dropped, Found, TitlePath
from .grid import Grid, is_blank, tidy
from .layouts import layout_of
from .options import Options
from .people_labels import is_code
from .surveys import REFUSED, is_of_survey
from .tables import read_grids, unknown_columns
from .transcripts import REFUSED as TRANSCRIPT
from .transcripts import is_transcript
from .word_blocks import Blocks, WordParagraph, WordTable
from .word_document import is_word, open_document
from .word_headings import headings_in, title_of_all, usual_indent
from .word_run_ins import with_run_ins
from .word_sections import Outline, is_results
from .word_tables import table_grid
from .word_text import TextReader

FORM: Final = "a Word document"
_CAPTION: Final = re.compile(
    r"(?:supplement\w* |additional |appendix |online )?(?:table|figure|fig\.?|box|tabla|tabela"
    r"|tabelle|tableau|figura|abbildung|abb\.?)\s*[A-Z]?\d+\w?\s*[.:–—-]",
    re.IGNORECASE,
)
# A line over a table that begins so is its caption, whatever stands behind the number.
_OVER_A_TABLE: Final = re.compile(
    r"(?:(?:supplementary |additional )?table|tabla|tabela|tabelle|tableau|جدول)\s*[A-Z]?\d+"
    r"|COREQ\b",
    re.IGNORECASE,
)
_SAYS: Final = {
    "change": ("tracked-change", "it holds tracked changes: they were read as accepted, and what "
               "was deleted was left out"),
    "comment": ("other", "its comments were not read"),
    "footnote": ("other", "its footnotes and endnotes were not read"),
    "text box": ("other", "its text boxes were not read: move their words into the text"),
    "hidden": ("other", "words that are hidden in it were not read"),
    "table": ("other", "a table inside a cell of another was not read: move it out of there"),
}  # fmt: skip
_NOTHING: Final = UnreadableError(
    "holds no heading, quotation or table that is known here",
    "give headings the styles Heading 1, 2 …, and put quotations in quotation marks or the style "
    "Quote; or bring in a table with columns such as Theme and Quotation",
)
_COMPOSED: Final = UnreadableError(
    "says of some of its words that they were composed, and running text does not tell of which",
    "bring in quotations.csv or findings.qdpx of the site that it is from; or take out of the "
    "document what was composed, and what says so",
)
_HIGHLIGHTS: Final = UnreadableError(
    "is what Taguette exports for Word: nothing in it tells where a highlight begins",
    "in Taguette, choose Excel or CSV: Highlights > Export this view, or Project info > Export "
    "codebook",
)
# The first heading of these, in any language of the program.
_OF_TAGUETTE: Final = re.compile(
    r"(?:(?:[^\W\d]+ ){0,3}Taguette|Taguette(?:-|\s:\s|\s)[^\W\d]+)(?:\s?:\s.+)?"
)


def recognises(path: Path, head: bytes) -> str | None:
    """Say whether a file is a Word document."""
    return FORM if is_word(path, head) else None


def read(path: Path, options: Options) -> Found:
    """Read the tables whose columns are known, and themes and quotations of the text around them.

    Raises UnreadableError where nothing is known in it, or it cannot be opened.
    """
    blocks = Blocks(open_document(path))
    parts = with_run_ins(list(blocks.read()))
    text, above = _text(parts)
    if text.quotations and says_some_composed(
        part.text for part in parts if isinstance(part, WordParagraph)
    ):
        raise _COMPOSED
    tables = [
        table_grid(part, blocks, above[part.number][-1] if above[part.number] else "")
        for part in parts
        if isinstance(part, WordTable)
    ]
    if not text.quotations and not options.columns and any(map(is_of_survey, tables)):
        raise REFUSED
    known, unknown = _known(tables, options)
    found = _without_bare_headings(_joined(text, _read_tables(known, above, options)), above)
    if not (found.themes or found.quotations or found.codes or found.participants):
        raise unknown_columns(tables) if tables else _NOTHING
    at = "the document"
    told = [Anomaly(_SAYS[kind][0], at, _SAYS[kind][1]) for kind in _SAYS if blocks.asides[kind]]  # type: ignore[arg-type, index]
    return replace(found, anomalies=(*told, *found.anomalies), dropped=(*found.dropped, *unknown))


def _text(parts: list[WordParagraph | WordTable]) -> tuple[TextReader, dict[int, TitlePath]]:
    """Read the text, and tell of each table the theme that it stands under."""
    captions = _captions(parts)
    paragraphs = [
        part for part in parts if isinstance(part, WordParagraph) and part.number not in captions
    ]
    headings = headings_in(paragraphs)
    first = next((number for number in headings), None)
    if first is not None and _OF_TAGUETTE.fullmatch(tidy(headings[first].paragraph.text)):
        raise _HIGHLIGHTS
    if is_transcript([one.text for one in paragraphs], bool(headings)):
        raise TRANSCRIPT
    titles = [tidy(one.paragraph.text) for one in headings.values()]
    reader = TextReader(
        Outline(any(map(is_results, titles)), title_of_all(headings, paragraphs)),
        usual_indent(paragraphs),
    )
    if reader.outline.title_of_all:
        says = "this heading stands alone over all others: taken for the title, not for a theme"
        first = next(iter(headings))
        reader.anomalies.append(Anomaly("uncertain", f"paragraph {first}", says))
    above: dict[int, TitlePath] = {}
    for part in parts:
        if isinstance(part, WordTable):
            reader.finish()
            above[part.number] = reader.outline.path
        elif (heading := headings.get(part.number)) and heading.paragraph is part:
            reader.heading(heading)
        elif part.number not in captions:
            reader.paragraph(part)
    reader.finish()
    return reader, above


def _captions(parts: list[WordParagraph | WordTable]) -> set[int]:
    """Give the numbers of captions and other asides: what a line over a table says is of it."""
    found: set[int] = set()
    last: WordParagraph | None = None
    for part in parts:
        if isinstance(part, WordTable):
            if last is not None and _OVER_A_TABLE.match(last.text.strip()):
                found.add(last.number)
            last = None
        elif part.text.strip():
            last = part
            if part.style.is_aside or _CAPTION.match(part.text.strip()):
                found.add(part.number)
    return found


def _known(grids: list[Grid], options: Options) -> tuple[list[Grid], list[Dropped]]:
    known, unknown = [], []
    for grid in grids:
        if all(is_blank(row) for row in grid.rows):
            continue
        if _is_told(grid, options, len(grids) > 1):
            known.append(grid)
        else:
            why = "no column of this table is known: --map says what one holds"
            unknown.append(Dropped(grid.name, why))
    return known, unknown


def _is_told(grid: Grid, options: Options, has_siblings: bool) -> bool:
    """Tell whether a table holds quotations, themes, codes or people, and is no table of counts."""
    layout = layout_of(grid, options, has_siblings)
    if layout is None:
        return False
    if layout.levels or layout.code_levels or layout.has("text"):
        return True
    for name in ("participant", "session"):
        cells = [tidy(layout.cell(row, name)) for row in list(grid.rows)[layout.header + 1 :]]
        filled = [cell for cell in cells if cell]
        if filled and all(is_code(cell) and not cell[:1].isdigit() for cell in filled):
            return True
    return False


def _read_tables(grids: list[Grid], above: dict[int, TitlePath], options: Options) -> Found:
    """Read tables; what names no theme of its own stands under the heading above its table."""
    if not grids:
        return Found("")
    found = read_grids(grids, options, FORM)

    def whole(path: TitlePath, at: str) -> TitlePath:
        outer = above[int(at.partition(",")[0].removeprefix("table "))]
        if outer and (not path or path[0] == outer[-1]):
            return (*outer, *path[1:])
        return path

    return replace(
        found,
        themes=tuple(replace(one, path=whole(one.path, one.at)) for one in found.themes),
        quotations=tuple(
            replace(
                one,
                themes=tuple(path for old in (one.themes or ((),)) if (path := whole(old, one.at))),
            )
            for one in found.quotations
        ),
    )


def _without_bare_headings(found: Found, above: dict[int, TitlePath]) -> Found:
    """Leave out a heading over tables whose rows all name themes of their own: it is a title."""
    over = {path for path in above.values() if path}
    quoted = {path for one in found.quotations for path in one.themes}
    held = {path[:depth] for path in (*quoted, *(one.path for one in found.themes))
            for depth in range(1, len(path))}  # fmt: skip
    bare = {
        one.path: one.at
        for one in found.themes
        if one.path in over - quoted - held and not (one.gist or one.narrative or one.boundary)
    }
    why = "this heading stands over a table with themes of its own: taken for its title"
    return replace(
        found,
        themes=tuple(one for one in found.themes if one.path not in bare),
        dropped=(*found.dropped, *(Dropped(at, why) for at in bare.values())),
    )


def _joined(text: TextReader, tables: Found) -> Found:
    has_text = bool(text.quotations or any(theme.prose for theme in text.themes))
    parts = ["tables"] * bool(tables.format) + ["running text"] * has_text
    return Found(
        f"{FORM}: {' and '.join(parts) or 'headings'}",
        (*text.found_themes(), *tables.themes),
        tables.codes,
        (*text.quotations, *tables.quotations),
        (*text.participants, *tables.participants),
        tables.sessions,
        (*text.anomalies, *text.without_attribution(), *tables.anomalies),
        (*text.outside(), *text.dropped, *tables.dropped),
        columns=tables.columns,
    )
