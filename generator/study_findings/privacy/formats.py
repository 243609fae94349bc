"""The texts in one private file, by its format: YAML, tables, JSON, markup, RTF, plain."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Final

from ..documents.rtf import rtf_readings
from ..documents.table_rows import delimited_rows
from ..documents.tags_and_escapes import without_hyphenation, without_script_escapes, without_tags
from ..documents.yaml_texts import YAML, yaml_texts
from ..text.folding import words_of
from .run_index import RUN

# What stands between a transcript's words: cue times, cue numbers, line numbers.
_FURNITURE: Final = re.compile(
    r"^.*-->.*$|^[ \t]*\d+[.:)]?[ \t]*$|^[ \t]*\d+[.):]?[ \t]+"
    r"|\[?\b\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d+)?\]?",
    re.MULTILINE,
)
# `Student 7, FGD 2` says who spoke as the site says it too; longer ones may say more.
_ATTRIBUTIONS: Final = frozenset({"as_printed", "by", "speaker", "translator"})
_EMPHASIS: Final = re.compile(r"[*_`~]+")
_JSON_STRING: Final = re.compile(r'"(?:[^"\\]|\\.)*"', re.DOTALL)
_ATTRIBUTE: Final = re.compile(
    r"\s(?!xmlns|xsi:|xml:|mc:|(?i:style)\s*=)[\w:.-]+\s*=\s*"
    r"(?:\"([^\"<]* [^\"<]*)\"|'([^'<]* [^'<]*)')"
)
# How a page is to look, which pages that have nothing else in common say in the same words.
_LOOKS: Final = re.compile(
    r"<style(?=[\s>]).*?</style\s*>"
    r"|<meta\b[^>]*\s(?:http-equiv|name\s*=\s*[\"']?viewport)\b[^>]*>",
    re.DOTALL | re.IGNORECASE,
)
_PAGES: Final = (".html", ".htm", ".xhtml")
_XLSX_CELL: Final = re.compile(r"<(si|is)\b.*?</\1>", re.DOTALL)
_SPREADSHEET: Final = "<office:spreadsheet"
_ODS_CELL: Final = re.compile(r"<table:table-cell\b[^>]*(?<!/)>.*?</table:table-cell>", re.DOTALL)
_RTF_CONTROL: Final = re.compile(r"\\(?:par|line|tab|cell)\b ?|\\'[0-9a-f]{2}|\\[a-z]+-?\d* ?|[{}]")


@dataclass(frozen=True)
class PrivateText:
    """One text that must not be published, where it stands, and what it belongs to.

    `readings` are the ways it may be read, the first as it stands. `may_be_name` says that the
    whole of it may be a mere id, title or attribution; `keeps_lines` that its lines are the file's.
    """

    file: str
    line: int
    readings: tuple[str, ...]
    owner: str = ""
    may_be_name: bool = False
    keeps_lines: bool = False


def texts_in(file: str, name: str, text: str) -> Iterator[PrivateText]:
    """Give the texts of a decoded file, or of a member of a packed one, by the name's ending."""
    suffix = PurePosixPath(name).suffix.casefold()
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if suffix in YAML:
        for scalar in yaml_texts(text):
            if scalar.key in _ATTRIBUTIONS and len(words_of(scalar.text)) < RUN:
                continue
            owner = f'record "{scalar.record}"' if scalar.record else ""
            may_be_name = scalar.key != "text"
            yield PrivateText(file, scalar.line, prose(scalar.text), owner, may_be_name)
    elif suffix in (".csv", ".tsv"):
        yield from _cells(file, text)
    elif suffix in (".json", ".jsonl", ".ipynb"):
        for line, match in _with_lines(text, _JSON_STRING):
            yield PrivateText(file, line, prose(_json_string(match[0])), may_be_name=True)
    elif suffix in _PAGES or text.lstrip()[:1] == "<":
        yield from _markup(file, name.casefold(), text)
    elif text.startswith("{\\rtf"):
        plain = (_RTF_CONTROL.sub(" ", text), _RTF_CONTROL.sub("", text))
        yield PrivateText(file, 1, (*rtf_readings(text), *plain))
    else:
        yield PrivateText(file, 1, prose(text), keeps_lines=True)


def prose(text: str) -> tuple[str, ...]:
    """Give a text as it is, then without Markdown's emphasis, a transcript's furniture, hyphens.

    The last are those that divide a word at the end of a line.
    """
    bare = _FURNITURE.sub("", text)
    joined = without_hyphenation(bare)
    return tuple(dict.fromkeys((text, _EMPHASIS.sub("", text), bare, joined)))


def _with_lines(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[int, re.Match[str]]]:
    line, counted = 1, 0
    for match in pattern.finditer(text):
        line += text.count("\n", counted, match.start())
        counted = match.start()
        yield line, match


def _json_string(literal: str) -> str:
    try:
        return str(json.loads(literal, strict=False))
    except ValueError:
        return without_script_escapes(literal)


def _cells(file: str, text: str) -> Iterator[PrivateText]:
    for line, row in delimited_rows(text):
        for cell in row:
            yield PrivateText(file, line, prose(cell), may_be_name=True)


def _markup(file: str, name: str, text: str) -> Iterator[PrivateText]:
    """Give a document's text as one, a workbook's by cell, and the values of attributes."""
    if name.endswith("docprops/app.xml"):
        return
    if name.endswith("sharedstrings.xml") or "xl/worksheets/" in name:
        for line, match in _with_lines(text, _XLSX_CELL):
            yield PrivateText(file, line, _readings(match[0]), may_be_name=True)
        return
    text = _LOOKS.sub(lambda found: "\n" * found[0].count("\n"), text)
    cells = _ODS_CELL if _SPREADSHEET in text else None
    for line, match in _with_lines(text, cells) if cells else ():
        yield PrivateText(file, line, _readings(match[0]), may_be_name=True)
    yield PrivateText(file, 1, _readings(cells.sub(" ", text) if cells else text))
    for line, match in _with_lines(text, _ATTRIBUTE):
        yield PrivateText(file, line, _readings(match[1] or match[2]), may_be_name=True)


def _readings(markup: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(without_tags(markup)))
