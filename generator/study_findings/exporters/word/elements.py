"""Runs, paragraphs and tables as elements of WordprocessingML, each run with its language.

A run in a script from right to left carries `w:rtl`, its paragraph `w:bidi`, its table
`w:bidiVisual`; the order of properties is that of ECMA-376, part 1, sections 17.3 and 17.4.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, Final, Literal, TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from ...language.directions import direction
from ..cells import xml_text

# Letters of the scripts that are written from right to left, with what stands between two.
_RTL_LETTER: Final = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]"
_RTL_STRETCH: Final = re.compile(rf"({_RTL_LETTER}(?:[\W\d_]*{_RTL_LETTER})*)")
WHOLE_WIDTH: Final = 5000


@dataclass(frozen=True)
class Run:
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

    runs: tuple[Run, ...]
    style: str = ""

    @property
    def is_rtl(self) -> bool:
        """Tell whether it runs from right to left."""
        return any(_is_rtl(run) for run in self.runs[:1])


Cell: TypeAlias = tuple[Paragraph, ...] | None
"""The paragraphs of a cell; None goes on with the cell above."""


@dataclass(frozen=True)
class Column:
    """Hold a column's head, and its part of the table's width in hundredths."""

    head: Run
    width: int


def paragraph_element(paragraph: Paragraph, relation: Any) -> Any:
    """Make a paragraph; `relation` gives the id by which the document knows an address."""
    made = OxmlElement("w:p")
    properties = OxmlElement("w:pPr")
    if paragraph.style:
        properties.append(_valued("w:pStyle", paragraph.style))
    if paragraph.is_rtl:
        properties.append(OxmlElement("w:bidi"))
    if len(properties):
        made.append(properties)
    for run in paragraph.runs:
        elements = [_run_element(piece) for piece in _by_direction(run)]
        if run.link:
            link = OxmlElement("w:hyperlink")
            link.set(qn("r:id"), relation(run.link))
            link.extend(elements)
            elements = [link]
        made.extend(elements)
    return made


def table_element(
    columns: Sequence[Column], rows: Sequence[Sequence[Cell]], is_rtl: bool, relation: Any
) -> Any:
    """Make a table whose head is repeated on each page, and whose rows no page divides."""
    table = OxmlElement("w:tbl")
    properties = OxmlElement("w:tblPr")
    properties.append(_valued("w:tblStyle", "TableGrid"))
    if is_rtl:
        properties.append(OxmlElement("w:bidiVisual"))
    properties.append(_width("w:tblW", WHOLE_WIDTH))
    properties.append(_valued("w:tblLayout", "fixed", "w:type"))
    table.append(properties)
    grid = OxmlElement("w:tblGrid")
    for column in columns:
        grid.append(_valued("w:gridCol", str(column.width * 90), "w:w"))
    table.append(grid)
    heads = [(Paragraph((replace(column.head, is_bold=True),)),) for column in columns]
    table.append(_row(columns, heads, (), relation, is_head=True))
    for at, row in enumerate(rows):
        below = rows[at + 1] if at + 1 < len(rows) else ()
        table.append(_row(columns, row, below, relation))
    return table


def _row(
    columns: Sequence[Column],
    cells: Sequence[Cell],
    below: Sequence[Cell],
    relation: Any,
    is_head: bool = False,
) -> Any:
    row = OxmlElement("w:tr")
    properties = OxmlElement("w:trPr")
    properties.append(OxmlElement("w:cantSplit"))
    if is_head:
        properties.append(OxmlElement("w:tblHeader"))
    row.append(properties)
    for at, (column, cell) in enumerate(zip(columns, cells, strict=True)):
        made = OxmlElement("w:tc")
        properties = OxmlElement("w:tcPr")
        properties.append(_width("w:tcW", column.width * WHOLE_WIDTH // 100))
        if cell is None:
            properties.append(OxmlElement("w:vMerge"))
        elif at < len(below) and below[at] is None:
            properties.append(_valued("w:vMerge", "restart"))
        made.append(properties)
        made.extend(paragraph_element(p, relation) for p in cell or (Paragraph(()),))
        row.append(made)
    return row


def _run_element(run: Run) -> Any:
    made = OxmlElement("w:r")
    properties = OxmlElement("w:rPr")
    # Word keeps bold and italics of scripts from right to left apart.
    for is_set, names in ((run.is_bold, ("w:b", "w:bCs")), (run.is_italic, ("w:i", "w:iCs"))):
        if is_set:
            properties.extend(OxmlElement(name) for name in names)
    if run.link:
        properties.append(_valued("w:color", "0563C1"))
        properties.append(_valued("w:u", "single"))
    if run.raised:
        properties.append(_valued("w:vertAlign", run.raised))
    if _is_rtl(run):
        properties.append(OxmlElement("w:rtl"))
    if run.language:
        name = "w:bidi" if _is_rtl(run) else "w:val"
        properties.append(_valued("w:lang", run.language, name))
    if len(properties):
        made.append(properties)
    for at, line in enumerate(xml_text(run.text).replace("\r\n", "\n").split("\n")):
        if at:
            made.append(OxmlElement("w:br"))
        text = OxmlElement("w:t")
        text.text = line
        text.set(qn("xml:space"), "preserve")
        made.append(text)
    return made


def _by_direction(run: Run) -> Iterator[Run]:
    """Take words from right to left out of a run in another direction, so that Word sees them."""
    if _is_rtl(run):
        yield run
        return
    for at, part in enumerate(_RTL_STRETCH.split(run.text)):
        if part:
            # Which language they are in is not known; Arabic stands for their script.
            yield replace(run, text=part, language="ar" if at % 2 else run.language)


def _is_rtl(run: Run) -> bool:
    return bool(run.language) and direction(run.language) == "rtl"


def _valued(name: str, value: str, attribute: str = "w:val") -> Any:
    made = OxmlElement(name)
    made.set(qn(attribute), value)
    return made


def _width(name: str, fiftieths: int) -> Any:
    """Give a width as fiftieths of a hundredth of what is there."""
    made = _valued(name, str(fiftieths), "w:w")
    made.set(qn("w:type"), "pct")
    return made
