"""The rows of an OpenDocument spreadsheet (.ods), and what is written beside its cells."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from typing import TYPE_CHECKING, Final

from .table_rows import MOST_ROWS, TableRow, cell_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

CONTENT: Final = "content.xml"
_MOST_BYTES: Final = 512_000_000
_MOST_COLUMNS: Final = 1_024
_MOST_CELLS: Final = 10_000_000
_OFFICE: Final = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
_TABLE: Final = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
_TEXT: Final = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_DRAWN: Final = "{urn:oasis:names:tc:opendocument:xmlns:drawing:1.0}"
_CELLS: Final = (f"{_TABLE}table-cell", f"{_TABLE}covered-table-cell")
_PARAGRAPHS: Final = (f"{_TEXT}p", f"{_TEXT}h")
_BLANKS: Final = {f"{_TEXT}s": " ", f"{_TEXT}tab": "\t", f"{_TEXT}line-break": "\n"}
# Where another program than one for tables writes what it holds.
_OTHER_BODIES: Final = tuple(f"{_OFFICE}{kind}" for kind in ("text", "presentation", "drawing"))


class Spreadsheet:
    """The rows of each sheet that hold anything, and the paragraphs that stand beside cells."""

    def __init__(self) -> None:
        self.sheets: list[list[TableRow]] = []
        self.beside: list[str] = []


def read_spreadsheet(data: bytes) -> Spreadsheet:
    """Read a spreadsheet; one without sheets stands for what is none, or is damaged.

    A row that is repeated is given once. Notes, drawings and changes that are kept are beside.
    """
    book = Spreadsheet()
    if CONTENT.encode() not in data:
        return book
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if archive.getinfo(CONTENT).file_size <= _MOST_BYTES:
                _read(archive, book)
    except Exception:
        # What the libraries raise for a damaged or hostile one is of no one kind.
        return Spreadsheet()
    return book


def _read(archive: zipfile.ZipFile, book: Spreadsheet) -> None:
    # Few folders hold one, and the library takes its time to be imported.
    from defusedxml.ElementTree import iterparse

    rows_around, at, cells = 0, 1, 0
    with archive.open(CONTENT) as content:
        for event, element in iterparse(content, events=("start", "end"), forbid_dtd=True):
            is_start, is_row = event == "start", element.tag == f"{_TABLE}table-row"
            if is_start and element.tag in _OTHER_BODIES:
                return
            rows_around += (1 if is_start else -1) if is_row else 0
            if rows_around:
                continue
            if is_start and element.tag == f"{_TABLE}table":
                book.sheets.append([])
                at = 1
            elif is_row and book.sheets:
                row = _row(element, book.beside)
                cells += len(row)
                if at > MOST_ROWS or cells > _MOST_CELLS:
                    continue
                if row:
                    book.sheets[-1].append((at, row))
                at += _times(element, "number-rows-repeated")
                element.clear()
            elif not is_start and element.tag in _PARAGRAPHS:
                book.beside.append(_words(element, book.beside))


def _row(row: Element, beside: list[str]) -> list[str]:
    """Give the texts of a row's cells, up to the last that holds one."""
    texts: list[str] = []
    for cell in row:
        if cell.tag in _CELLS:
            times = min(_times(cell, "number-columns-repeated"), _MOST_COLUMNS - len(texts))
            texts += [_cell(cell, beside)] * times
    while texts and not texts[-1]:
        texts.pop()
    return texts


def _cell(cell: Element, beside: list[str]) -> str:
    """Give a text or a number as it was written; days say nobody's name."""
    shown = "\n".join(_paragraphs(cell, beside))
    kind = cell.get(f"{_OFFICE}value-type", "string")
    if kind == "string":
        return shown or cell.get(f"{_OFFICE}string-value", "")
    with suppress(ValueError):
        return cell_text(float(cell.get(f"{_OFFICE}value", "")))
    return ""


def _paragraphs(element: Element, beside: list[str]) -> Iterator[str]:
    for part in element:
        if _is_beside(part):
            beside += _paragraphs(part, beside)
        elif part.tag in _PARAGRAPHS:
            yield _words(part, beside)
        else:
            yield from _paragraphs(part, beside)


def _words(paragraph: Element, beside: list[str]) -> str:
    words = [paragraph.text or ""]
    for part in paragraph:
        if _is_beside(part):
            beside += _paragraphs(part, beside)
        else:
            words.append(_BLANKS.get(part.tag) or _words(part, beside))
        words.append(part.tail or "")
    return "".join(words)


def _is_beside(element: Element) -> bool:
    """Tell whether an element is a note or a drawing, which stands in a cell and is no part."""
    return element.tag == f"{_OFFICE}annotation" or element.tag.startswith(_DRAWN)


def _times(element: Element, name: str) -> int:
    written = element.get(f"{_TABLE}{name}", "")
    return max(1, int(written)) if written.isdecimal() else 1
