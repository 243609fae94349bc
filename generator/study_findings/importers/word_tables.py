"""The tables of a Word document as rows of texts: merged cells filled down."""

from __future__ import annotations

from collections.abc import Iterator

from docx.oxml.ns import qn

from .grid import Grid
from .word_blocks import Blocks, WordParagraph, WordTable
from .word_styles import Element, left_indent, value

_WIDEST = 400


def table_grid(table: WordTable, blocks: Blocks, title: str) -> Grid:
    """Make a grid of a table; `title` is the heading it stands under."""
    rows: list[list[str]] = []
    indents: list[int] = []
    numbers: list[int] = []
    is_merged = False
    for number, row in enumerate(_rows(table.element, blocks), 1):
        cells: list[str] = []
        indent = 0
        cells += [""] * _count(row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}"), 0)
        for cell in _within(row, qn("w:tc")):
            layout = cell.find(qn("w:tcPr"))
            span = _count(layout.find(qn("w:gridSpan")) if layout is not None else None, 1)
            merge = layout.find(qn("w:vMerge")) if layout is not None else None
            text = _text(cell, blocks)
            if merge is not None and value(merge) != "restart":
                above = rows[-1] if rows else []
                text = above[len(cells)] if len(cells) < len(above) else text
                is_merged = True
            if text and not any(cells):
                indent = _indent(cell)
            cells += [text, *[""] * (span - 1)]
        rows.append(cells[:_WIDEST])
        indents.append(indent)
        numbers.append(number)
    width = max((len(row) for row in rows), default=0)
    for cells in rows:
        cells += [""] * (width - len(cells))
    name = f"table {table.number}"
    return Grid(
        name, rows, lambda index: f"{name}, row {numbers[index]}", indents, is_merged, title
    )


def _rows(table: Element, blocks: Blocks) -> Iterator[Element]:
    for row in _within(table, qn("w:tr")):
        if row.find(f"{qn('w:trPr')}/{qn('w:del')}") is not None:
            blocks.asides["change"] += 1
            continue
        yield row


def _within(parent: Element, tag: str) -> Iterator[Element]:
    """Give rows or cells, those in content controls too, but none of a table inside."""
    for child in parent.iterchildren():
        if child.tag == tag:
            yield child
        elif child.tag in (qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml")):
            yield from _within(child, tag)


def _text(cell: Element, blocks: Blocks) -> str:
    lines = []
    for block in blocks.within(cell):
        if isinstance(block, WordParagraph):
            lines.append(block.text.strip())
        else:
            blocks.asides["table"] += 1
    return "\n".join(lines).strip()


def _indent(cell: Element) -> int:
    for paragraph in cell.iterchildren(qn("w:p")):
        return max(0, left_indent(paragraph.find(qn("w:pPr"))) or 0)
    return 0


def _count(element: Element | None, otherwise: int) -> int:
    found = value(element)
    return min(int(found), _WIDEST) if found.isdigit() else otherwise
