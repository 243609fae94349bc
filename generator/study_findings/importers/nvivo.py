"""NVivo: what a code's references say (`.docx`, `.txt`), and the codebook (`.docx`, `.xlsx`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from docx.table import Table

from ..documents.docx import docx_text
from ..documents.unpack import strict_text
from ..documents.unreadable import UnreadableError
from .codes_as_themes import coded_segments
from .found import Dropped, Found, FoundCode, FoundQuotation, TitlePath
from .options import Options
from .pseudonyms import Pseudonyms
from .sheets import first_headed, looks_headed, named, plain
from .word_document import open_document

_ZIP: Final = b"PK"
_NUMBER: Final = r"\d+(?:[.,]\d+)?\s*%"
# `<Files\\Interview 1> - § 3 references coded [2.31% Coverage]`, in NVivo's languages.
_FILE: Final = re.compile(
    rf"^<?(?P<name>[^<>\n]+?)>?\s+-\s+§\s*\d+\s+\S+\s+\S+\s*\[\s*{_NUMBER}\s*\S+\s*\]$"
)
_REFERENCE: Final = re.compile(
    rf"^(?:References?|Références?|Referenz(?:en)?|Referencias?|Referências?|引用|参照点)"
    rf"\s*\d+(?:\s*[-–]\s*\d+(?![\d.,]*\s*%))?"
    rf"(?:\s*-\s*{_NUMBER}\s*\S+)?$",
    re.IGNORECASE,
)
# What stands for words that were coded as a picture, a page or a stretch of a recording.
_AREA: Final = re.compile(
    r"^(?:\w+\s*\d+\s*:\s*)?\(\d+,\s*\d+\)\s*-\s*\(\d+,\s*\d+\)$"
    r"|^\d+:\d\d(?::\d\d)?(?:[.,]\d+)?\s*-\s*\d+:\d\d(?::\d\d)?(?:[.,]\d+)?$"
)
_NO_WORDS: Final = "is an area of a page or picture, or a stretch of a recording, without words"
_NAMED: Final = re.compile(r"^(?:Name|Nom|Nombre|Nome|名称)\s*:\s*(?P<name>.+)$", re.IGNORECASE)
_CODEBOOK: Final = {
    "name": named("Name|Nom|Nombre|Nome"),
    "told": named("Description|Beschreibung|Descripción|Descrição"),
    "files": named("Files|Sources|Fichiers|Dateien|Archivos|Arquivos|Ficheiros"),
    "references": named("References|Références|Referenzen|Referencias|Referências"),
}
_NEEDED: Final = ("name", "told", "references")
_LEVEL: Final = re.compile(r"^[\s\u00a0]+")
# `Nodes\\Blame\Fear of blame`: the folder of all codes, then a code under its parents.
_OF_CODES: Final = re.compile(r"^[^\\]+\\\\(?P<path>[^\\].*)$")
_NOTHING: Final = UnreadableError(
    "holds no references of NVivo", "in NVivo: open the code, then Export > Export Coding"
)


@dataclass(frozen=True)
class _Row:
    at: str
    depth: int
    name: str
    told: str


def recognises(path: Path, head: bytes) -> str | None:
    """Say whether a file is what NVivo says of a code, or its codebook."""
    if looks_headed(path, head, _CODEBOOK, _NEEDED):
        return "a codebook of NVivo"
    if path.suffix.lower() not in (".docx", ".txt"):
        return None
    try:
        if _codebook_in(path):
            return "a codebook of NVivo"
        lines = _lines(path)
    except (UnreadableError, OSError):
        return None
    is_coding = any(_FILE.match(line) for line in lines) and any(map(_REFERENCE.match, lines))
    return "coding of NVivo" if is_coding else None


def read(path: Path, options: Options) -> Found:
    """Read the references of codes, each with the document it is from, or a codebook."""
    table = (
        None if path.suffix.lower() in (".docx", ".txt") else first_headed(path, _CODEBOOK, _NEEDED)
    )
    if table:
        rows = [
            _Row(at, _indent(cells[table.columns["name"]]), row["name"].strip(), row["told"])
            for at, row, cells in table.whole()
        ]
        return Found("a codebook of NVivo", codes=tuple(_tree(rows)))
    if path.suffix.lower() == ".docx" and (found := _codebook_in(path)):
        return Found("a codebook of NVivo", codes=tuple(_tree(found)))
    return _read_coding(path, options)


class _Coding:
    """Follow the lines of an export: the code, the document, and the words of a reference."""

    def __init__(self, code: str, options: Options) -> None:
        self.code = code
        self.is_named = False
        self.document = ""
        self.words: list[str] | None = None
        self.at = ""
        self.before = ""
        self.quotations: list[FoundQuotation] = []
        self.dropped: list[Dropped] = []
        self.codes: dict[TitlePath, FoundCode] = {}
        self.pseudonyms = Pseudonyms(options)

    def take(self, number: int, line: str) -> None:
        name, source = _NAMED.match(line), _FILE.match(line)
        if name or source or _REFERENCE.match(line):
            self.finish()
            self.at = f"line {number}"
        if name:
            self.code, self.is_named = name["name"].strip(), True
        elif source:
            self.document = _document(source["name"])
            if self.before and not self.quotations and not self.is_named:
                self.code, self.is_named = self.before, True
        elif _REFERENCE.match(line):
            self.words = []
        elif self.words is not None:
            self.words.append(line)
        elif line:
            self.before = line

    def finish(self) -> None:
        """Take what was gathered of a reference for a quotation."""
        is_reference = self.words is not None
        lines = [line for line in self.words or () if not _AREA.match(line)]
        text = "\n".join(lines).strip()
        self.words = None
        if is_reference and not text:
            self.dropped.append(Dropped(self.at, _NO_WORDS))
        if text:
            path = _code_path(self.code)
            self.codes.setdefault(path, FoundCode(path, self.at))
            session = self.pseudonyms.or_name("session", self.document)
            self.quotations.append(FoundQuotation(self.at, text, codes=(path,), session=session))


def _read_coding(path: Path, options: Options) -> Found:
    coding = _Coding(path.stem, options)
    for number, line in enumerate(_lines(path), 1):
        coding.take(number, line)
    coding.finish()
    if not coding.quotations and not coding.dropped:
        raise _NOTHING
    return coded_segments(
        "coding of NVivo",
        coding.codes.values(),
        coding.quotations,
        coding.pseudonyms,
        dropped=coding.dropped,
    )


def _document(name: str) -> str:
    """Give a document's own name: `Files\\\\Interviews\\\\Interview 1` is `Interview 1`."""
    return re.split(r"\\+|/", name)[-1].strip()


def _code_path(name: str) -> TitlePath:
    """Give a code's levels, where its name tells the folder that it lies in; else its name."""
    match = _OF_CODES.match(name)
    if match is None:
        return (name,)
    return tuple(part.strip() for part in match["path"].split("\\") if part.strip())


def _lines(path: Path) -> list[str]:
    data = path.read_bytes()
    if data.startswith(_ZIP):
        text: str | None = docx_text(data)
    else:
        text = strict_text(data)
    if text is None:
        raise _NOTHING
    return [line.strip() for line in text.splitlines()]


def _codebook_in(path: Path) -> list[_Row]:
    """Give the rows of a codebook's tables in a Word document; none where it has no such table."""
    if path.suffix.lower() != ".docx":
        return []
    tables = open_document(path).tables
    return [row for number, table in enumerate(tables, 1) for row in _rows(table, number)]


def _rows(table: Table, number: int) -> Iterator[_Row]:
    header = [plain(cell.text) for cell in table.rows[0].cells] if table.rows else []
    places = {
        field: next((at for at, name in enumerate(header) if name in names), -1)
        for field, names in _CODEBOOK.items()
    }
    if any(places[field] < 0 for field in _NEEDED):
        return
    for index, row in enumerate(table.rows[1:], 2):
        cells = row.cells
        cell = cells[places["name"]]
        if cell.text.strip():
            left = cell.paragraphs[0].paragraph_format.left_indent if cell.paragraphs else None
            depth = int(left or 0) or _indent(cell.text)
            told = cells[places["told"]].text.strip()
            yield _Row(f"table {number}, row {index}", depth, cell.text.strip(), told)


def _indent(text: str) -> int:
    found = _LEVEL.match(text)
    return len(found[0]) if found else 0


def _tree(rows: list[_Row]) -> Iterator[FoundCode]:
    """Put each row inside the nearest above it that is indented less."""
    above: list[_Row] = []
    for row in rows:
        if not row.name:
            continue
        while above and above[-1].depth >= row.depth:
            above.pop()
        above.append(row)
        yield FoundCode(tuple(one.name for one in above), row.at, definition=row.told)
