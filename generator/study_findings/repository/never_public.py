"""Kinds of file that never belong in a public repository, told by name and by content."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Collection
from itertools import pairwise
from pathlib import PurePosixPath
from typing import Final

from ..content.file_types import described
from ..documents.table_rows import delimited_rows
from ..documents.unpack import strict_text
from ..documents.yaml_texts import YAML
from ..exporters.quotations import COLUMNS
from ..privacy.lists import is_list_file, plain_words
from .git import HEAD

PROJECT: Final = "a project of an analysis program"
RECORDING: Final = "a recording"
TABLE: Final = "a table"
TRANSCRIPT: Final = "a transcript"
NAMES: Final = "a list of what identifies people"
KEY: Final = "a key from pseudonyms to people"
PRIVATE_KEY: Final = "a private key"

_BY_ENDING: Final = frozenset({PROJECT, RECORDING, TABLE})
# Told by what they hold: the table that every site offers may be kept.
_OPEN_TABLES: Final = frozenset({".csv", ".tsv"})
_TIMED: Final = frozenset({".srt", ".vtt", ".sbv", ".eaf", ".trs", ".cha", ".textgrid"})
_WORDED: Final = frozenset(".doc .docx .docm .odt .rtf .txt .pdf .pages .htm .html".split())
_LISTING: Final = _WORDED - {".htm", ".html"} | frozenset(".yml .yaml .json .jsonl .md".split())
_SPOKEN: Final = frozenset({".txt", ".md", ".docx", ".docm", ".odt", ".rtf"})
_SECRETS: Final = re.compile(
    r"id_(?:rsa|dsa|ecdsa|ed25519)$|.*\.(?:p12|pfx|ppk|kdbx|jks|keystore)$", re.IGNORECASE
)
_TRANSCRIBED: Final = frozenset("transcript transcripts transcription transcriptions".split())
_OF_ONE_SESSION: Final = re.compile(
    r"(?:interview|idi|kii|fgd|focus[ _-]?group)[ _-]*(?:no\.?[ _-]*)?\d+\b", re.IGNORECASE
)
_KEYS: Final = frozenset("key keys linking linkage crosswalk codebreaker masterlist".split())
_BESIDE_KEYS: Final = frozenset(
    "file files list lists table map master participant participants respondent respondents "
    "patient patients person persons people pseudonym pseudonyms study id ids code codes name "
    "names of the to and our private secret identity identities".split()
)
# Words that by themselves may be said of programs and teams.
_GENERAL: Final = frozenset("identifiers contact contacts tel cell".split())
_SOUNDS: Final = (b"ID3", b"OggS", b"fLaC", b"#!AMR", b"caff", b"FLV\1", b"\x1aE\xdf\xa3",
                  b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\0\0\1\xba", b"\0\0\1\xb3",
                  b"\x30\x26\xb2\x75\x8e\x66\xcf\x11")  # fmt: skip
_IN_CHUNKS: Final = {b"RIFF": (b"WAVE", b"AVI "), b"FORM": (b"AIFF", b"AIFC")}
# Films and sounds share a container with pictures of these brands.
_PICTURES: Final = (b"hei", b"hev", b"mif", b"msf", b"avi")
_TABLES: Final = (b"$FL2", b"$FL3", b"<stata_dta>", b"PAR1")
_OLD_OFFICE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_OLD_BOOK: Final = "Workbook".encode("utf-16-le")
_ZIPPED_TABLE: Final = re.compile(r"(?:^|/)(?:xl/workbook\.(?:xml|bin)|Index/Tables/)")
_OPEN_SHEET: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_BEGINS_KEY: Final = re.compile(
    r"^-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----\r?$", re.MULTILINE
)
_CUE: Final = re.compile(
    r"\s*(?:WEBVTT\b|(?:\d+\s+)?\d\d:\d\d:\d\d[.,]\d{3}\s+-->|\d+:\d\d:\d\d\.\d{3},\d)"
)
_TURN: Final = re.compile(
    r"[*_\[( \t]*(?:\d{1,2}:\d\d(?::\d\d)?[\])]?[ \t]+)?[*_]*"
    r"(?P<who>(?:interviewer|interviewee|moderator|facilitator|researcher|respondent|participant"
    r"|speaker|informant|int|mod|resp|res|part|[ipqarmfsn])[ _-]?\d{0,3}[a-z]?)"
    r"[*_]*[ \t]*(?:[\[(][^\])\n]{0,20}[\])])?[*_]*[:>]",
    re.IGNORECASE,
)
_FEWEST_TURNS: Final = 6
_PARAGRAPH_END: Final = re.compile(r"</(?:w:p|text:p|text:h)>|\\par\b")
_MARKUP: Final = re.compile(r"<[^>]*>|\{?\\[a-z]+-?\d* ?|[{}]")
_FIELD: Final = re.compile(r"^[ \t{-]*[\"']?(\w[\w \t-]{0,40})[\"']?[ \t]*:", re.MULTILINE)
_STAND_INS: Final = frozenset({"pseudonym", "pseudonyms"})
_ENTRIES: Final = frozenset("name names surname fullname phone telephone address cnic nic".split())


def packages_among(paths: Collection[str]) -> frozenset[str]:
    """List the folders that are packages of Python: what lies in one are words of a program."""
    return frozenset(
        str(PurePosixPath(path).parent) for path in paths if path.endswith("/__init__.py")
    )


def kind_by_name(path: str, packages: Collection[str] = ()) -> str | None:
    """Say by its path what a file is that never belongs in a public repository, or give None."""
    pure = PurePosixPath(path)
    suffix = pure.suffix.casefold()
    if suffix in _TIMED:
        return TRANSCRIPT
    if _SECRETS.match(pure.name):
        return PRIVATE_KEY
    if suffix not in _OPEN_TABLES and (kind := described(path)) in _BY_ENDING:
        return kind
    if not packages or not any(str(folder) in packages for folder in pure.parents):
        return _kind_by_words(pure, suffix)
    return None


def _kind_by_words(pure: PurePosixPath, suffix: str) -> str | None:
    """Judge by the words that a file is called by."""
    stem = pure.stem
    if suffix in _WORDED:
        words = plain_words(" ".join((*pure.parts[:-1], stem)))
        if words & _TRANSCRIBED or _OF_ONE_SESSION.match(stem):
            return TRANSCRIPT
    if suffix in _LISTING | _OPEN_TABLES:
        words = plain_words(stem)
        if words & _KEYS and words <= _KEYS | _BESIDE_KEYS:
            return KEY
        # Pages about how to reach the team are called so.
        if suffix != ".md" and not words <= _GENERAL and is_list_file(stem):
            return NAMES
    return None


def kind_by_content(path: str, data: bytes, is_whole: bool = True) -> str | None:
    """Say by its bytes what a file is that never belongs in a public repository, or give None.

    Of a file that is not whole, the beginning is judged. A ZIP archive is what any of its members
    is by name.
    """
    suffix = PurePosixPath(path).suffix.casefold()
    if data.startswith(_SOUNDS) or data[8:12] in _IN_CHUNKS.get(data[:4], ()):
        return RECORDING
    if data[4:8] == b"ftyp":
        return None if data[8:11] in _PICTURES else RECORDING
    if data.startswith(_TABLES):
        return TABLE
    if data.startswith(b"SQLite format 3\0"):
        return PROJECT
    if data.startswith(_OLD_OFFICE):
        return TABLE if _OLD_BOOK in data else None
    if data.startswith(b"PK\3\4"):
        return _kind_of_archive(data, suffix) if is_whole else None
    text = strict_text(data if is_whole else data[:HEAD].rpartition(b"\n")[0])
    return None if text is None else _kind_of_text(suffix, text)


def _kind_of_archive(data: bytes, suffix: str) -> str | None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            if any(map(_ZIPPED_TABLE.search, names)) or data[30:].startswith(
                b"mimetype" + _OPEN_SHEET
            ):
                return TABLE
            packages = packages_among(names)
            inside = (kind_by_name(name, packages) for name in names)
            if found := next(filter(None, inside), None):
                return found
            return TRANSCRIPT if suffix in _SPOKEN and _is_spoken(_paragraphs(archive)) else None
    except (zipfile.BadZipFile, OSError, RuntimeError, ValueError, NotImplementedError):
        return None


def _paragraphs(archive: zipfile.ZipFile) -> str:
    """Read the running text of a word processor's file."""
    for name in ("word/document.xml", "content.xml"):
        if name in archive.namelist() and archive.getinfo(name).file_size <= HEAD * 100:
            markup = archive.read(name).decode("utf-8", "replace")
            return _MARKUP.sub("", _PARAGRAPH_END.sub("\n", markup))
    return ""


def _kind_of_text(suffix: str, text: str) -> str | None:
    if _BEGINS_KEY.search(text):
        return PRIVATE_KEY
    if _CUE.match(text):
        return TRANSCRIPT
    if suffix in _OPEN_TABLES:
        head = next((row for _, row in delimited_rows(text.lstrip("\ufeff"))), [])
        # Other releases have other columns in between.
        is_download = (*head[:4], *head[-1:]) == (*COLUMNS[:4], COLUMNS[-1])
        return None if is_download else TABLE
    if suffix == ".rtf":
        text = _MARKUP.sub("", _PARAGRAPH_END.sub("\n", text))
    if suffix in _SPOKEN and _is_spoken(text):
        return TRANSCRIPT
    if suffix in (*YAML, ".json", ".jsonl") and _pairs(text):
        return KEY
    return None


def _is_spoken(text: str) -> bool:
    """Tell whether two or more people speak in turns, a line of two with who says it."""
    lines = [line for line in text.splitlines() if line.strip()]
    turns = [match["who"].casefold() for match in map(_TURN.match, lines) if match]
    is_most = len(turns) >= _FEWEST_TURNS and len(turns) * 2 >= len(lines)
    return is_most and len(set(turns)) >= 2


def _pairs(text: str) -> bool:
    """Tell whether a field for a pseudonym stands next to one for what identifies."""
    fields = [plain_words(match[1]) for match in _FIELD.finditer(text)]
    return any(
        _STAND_INS & one and _ENTRIES & other
        for first, second in pairwise(fields)
        for one, other in ((first, second), (second, first))
    )
