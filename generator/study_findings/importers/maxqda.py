"""MAXQDA: the table of coded segments, in the languages that MAXQDA speaks, and the codebook."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from . import maxqda_codebook
from .codes_as_themes import coded_segments
from .found import Found, FoundCode, FoundQuotation, FoundSession, TitlePath
from .options import Options
from .people_labels import kind_alone
from .pseudonyms import Pseudonyms
from .sheets import first_headed, looks_headed, named
from .taguette import NO_TABLE

_FIELDS: Final = {
    "text": named("Segment|Segmento|Coded segment|Codiertes Segment|Segment codé"),
    "code": named("Code|Código|Codice|Codes"),
    "document": named(
        "Document name|Document|Dokumentname|Dokument|Nombre del documento|Documento|"
        "Nom du document|Nome do documento|Nome documento|Nome del documento"
    ),
    "group": named(
        "Document group|Dokumentgruppe|Grupo de documentos|Groupe de documents|Gruppo documenti|"
        "Gruppo di documenti"
    ),
    "memo": named("Comment|Kommentar|Comentario|Commentaire|Comentário|Commento"),
    "begin": named("Beginning|Begin|Anfang|Inicio|Comienzo|Début|Início|Inizio"),
    "end": named("End|Ende|Fin|Final|Fim|Fine"),
}
_NEEDED: Final = ("text", "code", "document")
# What tells this table from others of segments and codes.
_OWN: Final = ("group", "begin", "end")
_LEVELS: Final = re.compile(r"\s+>\s+|\\")


def recognises(path: Path, head: bytes) -> str | None:
    """Say whether a file is a table of coded segments, or a codebook for Word."""
    if codebook := maxqda_codebook.recognises(path, head):
        return codebook
    found = looks_headed(path, head, _FIELDS, _NEEDED)
    is_own = found is not None and any(field in found.columns for field in _OWN)
    return "coded segments of MAXQDA" if is_own else None


def read(path: Path, options: Options) -> Found:
    """Read coded segments; who coded, when, and how much of a document it is stay there."""
    if path.suffix.lower() == ".docx":
        return maxqda_codebook.read(path)
    table = first_headed(path, _FIELDS, _NEEDED)
    if table is None:
        raise NO_TABLE
    pseudonyms = Pseudonyms(options)
    codes: dict[TitlePath, FoundCode] = {}
    sessions: dict[str, FoundSession] = {}
    quotations = []
    for at, row in table:
        code = levels(row["code"], options.separator)
        if code:
            codes.setdefault(code, FoundCode(code, at))
        if not row["text"]:
            continue
        session = pseudonyms.or_name("session", row["document"])
        if session and (kind := kind_alone(row.get("group", ""))):
            sessions.setdefault(session, FoundSession(session, at, kind))
        quotations.append(
            FoundQuotation(
                at,
                row["text"],
                codes=(code,) if code else (),
                session=session,
                memos=(row["memo"],) if row.get("memo") else (),
                lines=_lines(row.get("begin", ""), row.get("end", "")),
            )
        )
    return coded_segments(
        "coded segments of MAXQDA",
        codes.values(),
        quotations,
        pseudonyms,
        sessions=sessions.values(),
    )


def levels(name: str, separator: str = "") -> TitlePath:
    """Part the levels of a code in one cell: `A > B > C`, or `A\\B` of older versions."""
    parts = name.split(separator) if separator else _LEVELS.split(name)
    return tuple(part.strip() for part in parts if part.strip())


def _lines(begin: str, end: str) -> str:
    return begin if begin == end or not end else f"{begin}-{end}" if begin else ""
