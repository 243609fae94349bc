"""ATLAS.ti: the table of quotations, with codes joined in one cell."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Final

from .code_trees import inside
from .codes_as_themes import coded_segments
from .found import Anomaly, Found, FoundCode, FoundQuotation, TitlePath
from .joined_codes import parted
from .options import Options
from .pseudonyms import Pseudonyms
from .sheets import first_headed, looks_headed, named
from .taguette import NO_TABLE

_FIELDS: Final = {
    "number": named("ID|Number|Número|Nummer|Quotation ID|Numéro"),
    "text": named(
        "Quotation Content|Text Content|Content|Quotation Text|Conteúdo da citação|"
        "Conteúdo do texto|Contenido de la cita|Contenido de texto|Contenido|Zitatinhalt|"
        "Textinhalt|Inhalt des Zitats|Contenu de la citation"
    ),
    "name": named(
        "Quotation Name|Name|Nome|Nombre|Nom|Nome da citação|Nombre de la cita|Zitatname"
    ),
    "document": named("Document|Documento|Dokument|Document Name"),
    "codes": named("Codes|Códigos|Kodes|Code|Codici"),
    "count": named(
        "Number of Codes|Número de códigos|Anzahl der Kodes|Anzahl Kodes|Nombre de codes"
    ),
    "memo": named("Comment|Comentario|Comentário|Kommentar|Commentaire"),
    "reference": named("Reference|Referência|Referencia|Referenz|Référence"),
}
_NEEDED: Final = ("text", "document", "codes")
_OWN: Final = ("number", "reference", "count")


def recognises(path: Path, head: bytes) -> str | None:
    """Say whether a file is a table of quotations."""
    found = looks_headed(path, head, _FIELDS, _NEEDED)
    is_own = found is not None and any(field in found.columns for field in _OWN)
    return "quotations of ATLAS.ti" if is_own else None


def read(path: Path, options: Options) -> Found:
    """Read quotations; names of codes that hold commas are told by those that stand alone."""
    table = first_headed(path, _FIELDS, _NEEDED)
    if table is None:
        raise NO_TABLE
    rows = list(table)
    known = _known(row for _, row in rows) | options.codes
    pseudonyms = Pseudonyms(options)
    anomalies, quotations = [], []
    parts: list[list[str]] = []
    for at, row in rows:
        names, is_sure = parted(row["codes"], known, _count(row))
        parts.append(names)
        if not is_sure:
            says = "names of codes are joined by commas, and could be parted otherwise"
            anomalies.append(Anomaly("uncertain", at, says))
    # In this tool's tables a code inside another is named by both: `A: B`.
    outer = {name.split(": ")[0] for names in parts for name in names if ": " in name}
    alone = {name for names in parts for name in names if name in outer} | options.codes
    codes: dict[TitlePath, FoundCode] = {}
    for (at, row), names in zip(rows, parts, strict=True):
        paths = tuple(dict.fromkeys(inside(name, alone) for name in names))
        for path_ in paths:
            codes.setdefault(path_, FoundCode(path_, at))
        if not row["text"]:
            continue
        document = row["document"]
        number = row.get("number", "")
        quotations.append(
            FoundQuotation(
                at,
                _unquoted(row["text"]),
                codes=paths,
                session=pseudonyms.or_name("session", document),
                memos=(row["memo"],) if row.get("memo") else (),
                key=f"atlas.ti {document} {number}" if number else "",
            )
        )
    return coded_segments(
        "quotations of ATLAS.ti",
        codes.values(),
        quotations,
        pseudonyms,
        anomalies=anomalies,
    )


def _known(rows: Iterable[dict[str, str]]) -> set[str]:
    """Gather the names that stand alone in a cell, or on a line of their own."""
    known: set[str] = set()
    for row in rows:
        cell = row["codes"].strip()
        if "\n" in cell:
            known |= {line.strip() for line in cell.split("\n") if line.strip()}
        elif cell and (_count(row) == 1 or ", " not in cell):
            known.add(cell)
        elif _count(row) == cell.count(", ") + 1:
            known |= set(cell.split(", "))
    return known


def _count(row: dict[str, str]) -> int | None:
    count = row.get("count", "").removesuffix(".0")
    return int(count) if count.isdecimal() and 0 < int(count) < 1_000 else None


def _unquoted(text: str) -> str:
    """Drop the straight marks that some exports put around a quotation once more."""
    is_marked = len(text) > 1 and text[0] == text[-1] == '"' and '"' not in text[1:-1]
    return text[1:-1].strip() if is_marked else text
