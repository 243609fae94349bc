"""Runs, paragraphs and tables as WordprocessingML, each run with its language.

A run in a script from right to left carries `w:rtl`, its paragraph `w:bidi`, its table
`w:bidiVisual`; the order of properties is that of ECMA-376, part 1, sections 17.3 and 17.4.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from html import escape
from typing import Final, Literal, TypeAlias

from ...language.directions import direction
from ..cells import xml_text

# Letters of the scripts that are written from right to left, with what stands between two.
_RTL_LETTER: Final = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_RTL_STRETCH: Final = re.compile(rf"({_RTL_LETTER}(?:[\W\d_]*{_RTL_LETTER})*)")
WHOLE_WIDTH: Final = 5000

Linking: TypeAlias = Callable[[str], str]
"""Gives the id by which a document knows an address."""


@dataclass(frozen=True)
class TextRun:
    """Hold words in one language; without `language` they are marked with none."""

    text: str
    language: str = ""
    is_bold: bool = False
    is_italic: bool = False
    raised: Literal["", "superscript", "subscript"] = ""
    link: str = ""


@dataclass(frozen=True)
class Paragraph:
    """Hold the runs of a paragraph, and the id of its style; it runs as its first words do."""

    runs: tuple[TextRun, ...]
    style: str = ""

    @property
    def is_rtl(self) -> bool:
        """Tell whether it runs from right to left."""
        return any(_is_rtl(run.language) for run in self.runs[:1])


WordCell: TypeAlias = tuple[Paragraph, ...] | None
"""The paragraphs of a cell; None goes on with the cell above."""


@dataclass(frozen=True)
class TableColumn:
    """Hold a column's head, and its part of the table's width in hundredths."""

    head: TextRun
    width: int


def paragraph_xml(paragraph: Paragraph, relation: Linking) -> str:
    """Write a paragraph."""
    properties = _valued("w:pStyle", paragraph.style) if paragraph.style else ""
    properties += "<w:bidi/>" if paragraph.is_rtl else ""
    runs = (_linked(run, relation) for run in paragraph.runs)
    return f"<w:p>{_inside('w:pPr', properties)}{''.join(runs)}</w:p>"


def table_xml(
    columns: Sequence[TableColumn],
    rows: Sequence[Sequence[WordCell]],
    is_rtl: bool,
    relation: Linking,
) -> str:
    """Write a table whose head is repeated on each page, and whose rows no page divides."""
    heads = [(Paragraph((replace(column.head, is_bold=True),)),) for column in columns]
    written = [_row_xml(columns, heads, (), relation, is_head=True)]
    for at, row in enumerate(rows):
        below = rows[at + 1] if at + 1 < len(rows) else ()
        written.append(_row_xml(columns, row, below, relation))
    grid = "".join(_valued("w:gridCol", str(column.width * 90), "w:w") for column in columns)
    return (
        f"<w:tbl><w:tblPr>{_valued('w:tblStyle', 'TableGrid')}"
        f"{'<w:bidiVisual/>' if is_rtl else ''}{_width('w:tblW', WHOLE_WIDTH)}"
        f"{_valued('w:tblLayout', 'fixed', 'w:type')}</w:tblPr>"
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(written)}</w:tbl>"
    )


def _row_xml(
    columns: Sequence[TableColumn],
    cells: Sequence[WordCell],
    below: Sequence[WordCell],
    relation: Linking,
    is_head: bool = False,
) -> str:
    written = []
    for at, (column, cell) in enumerate(zip(columns, cells, strict=True)):
        properties = _width("w:tcW", column.width * WHOLE_WIDTH // 100)
        if cell is None:
            properties += "<w:vMerge/>"
        elif at < len(below) and below[at] is None:
            properties += _valued("w:vMerge", "restart")
        paragraphs = "".join(paragraph_xml(p, relation) for p in cell or (Paragraph(()),))
        written.append(f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraphs}</w:tc>")
    head = "<w:tblHeader/>" if is_head else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{''.join(written)}</w:tr>"


def _linked(run: TextRun, relation: Linking) -> str:
    written = "".join(map(_run_xml, _by_direction(run)))
    if not run.link:
        return written
    return f'<w:hyperlink r:id="{relation(run.link)}">{written}</w:hyperlink>'


def _run_xml(run: TextRun) -> str:
    properties = ""
    # Word keeps bold and italics of scripts from right to left apart.
    properties += "<w:b/><w:bCs/>" if run.is_bold else ""
    properties += "<w:i/><w:iCs/>" if run.is_italic else ""
    if run.link:
        properties += _valued("w:color", "0563C1") + _valued("w:u", "single")
    properties += _valued("w:vertAlign", run.raised) if run.raised else ""
    if _is_rtl(run.language):
        properties += "<w:rtl/>" + _valued("w:lang", run.language, "w:bidi")
    elif run.language:
        properties += _valued("w:lang", run.language)
    lines = escape(xml_text(run.text).replace("\r\n", "\n"), quote=False).split("\n")
    words = "<w:br/>".join(f'<w:t xml:space="preserve">{line}</w:t>' for line in lines)
    return f"<w:r>{_inside('w:rPr', properties)}{words}</w:r>"


def _by_direction(run: TextRun) -> Iterator[TextRun]:
    """Take words from right to left out of a run in another direction, so that Word sees them."""
    if _is_rtl(run.language) or not _RTL_STRETCH.search(run.text):
        yield run
        return
    for at, part in enumerate(_RTL_STRETCH.split(run.text)):
        if part:
            # Which language they are in is not known; Arabic stands for their script.
            yield replace(run, text=part, language="ar" if at % 2 else run.language)


@cache
def _is_rtl(language: str) -> bool:
    return bool(language) and direction(language) == "rtl"


def _inside(name: str, properties: str) -> str:
    return f"<{name}>{properties}</{name}>" if properties else ""


def _valued(name: str, value: str, attribute: str = "w:val") -> str:
    return f'<{name} {attribute}="{escape(value)}"/>'


def _width(name: str, fiftieths: int) -> str:
    """Give a width as fiftieths of a hundredth of what is there."""
    return f'<{name} w:w="{fiftieths}" w:type="pct"/>'
