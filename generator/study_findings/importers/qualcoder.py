"""QualCoder: its project (`data.qda`) read-only, and its report of codings as CSV or XLSX."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Final

from .codes_as_themes import coded_segments, with_themes
from .found import Anomaly, Dropped, Found, FoundCode, FoundParticipant, FoundQuotation, TitlePath
from .options import Options
from .pseudonyms import Pseudonyms
from .refi_people import tells_who
from .sheets import Headed, first_headed, looks_headed, named
from .sqlite_file import columns_of, has_tables, opened, text_of
from .taguette import NO_TABLE
from .whole_sources import WHOLE, is_whole

_TABLES: Final = ("code_text", "code_name", "code_cat", "source", "cases", "case_text")
_REPORT: Final = {
    "file": named("file"),
    "case": named("case"),
    "filename": named("filename"),
    "coded": named("coded"),
    "id": named("id"),
    "code": named("codename"),
    "memo": named("coded_memo"),
}
_NEEDED: Final = ("coded", "id", "code")
_NO_WORDS: Final = frozenset(("image", "a/v"))
_VARIABLES: Final = ("FileVar_", "CaseVar_")
_SHIFTED: Final = (
    "what is known of a case may stand in the column of categories: the code was taken without"
    " them; export the report as XLSX"
)
_WHY_NO_WORDS: Final = "is a part of a picture or recording, without words"
CodedSpan = tuple[int, int, str]


def recognises(path: Path, head: bytes) -> str | None:
    """Say whether a file is a project of QualCoder, or a report of codings."""
    if has_tables(path, head, _TABLES):
        return "a project of QualCoder"
    return "a report of QualCoder" if looks_headed(path, head, _REPORT, _NEEDED) else None


def read(path: Path, options: Options) -> Found:
    """Read the codings of a project or report; nobody's name is taken over as a coder."""
    with path.open("rb") as file:
        head = file.read(16)
    if has_tables(path, head, _TABLES):
        with opened(path) as base:
            return with_themes(_project(base, options))
    report = first_headed(path, _REPORT, _NEEDED)
    if report is None:
        raise NO_TABLE
    return _report(report, options)


def _project(base: sqlite3.Connection, options: Options) -> Found:
    pseudonyms = Pseudonyms(options)
    paths, codes = _codes(base)
    cases = {
        row["caseid"]: pseudonyms.or_name("participant", text_of(row["name"]))
        for row in base.execute("SELECT caseid, name FROM cases")
    }
    spans: dict[int, list[CodedSpan]] = defaultdict(list)
    for row in base.execute("SELECT caseid, fid, pos0, pos1 FROM case_text"):
        if row["caseid"] in cases:
            spans[row["fid"]].append((row["pos0"] or 0, row["pos1"] or 0, cases[row["caseid"]]))
    names = {
        row["id"]: pseudonyms.or_name("session", text_of(row["name"]))
        for row in base.execute("SELECT id, name FROM source")
    }
    made: dict[tuple[int, int, int], tuple[str, str, list[TitlePath], list[str]]] = {}
    dropped = []
    lengths = dict(base.execute("SELECT id, length(fulltext) FROM source").fetchall())
    query = "SELECT ctid, cid, fid, seltext, pos0, pos1, memo FROM code_text ORDER BY fid, pos0"
    for row in base.execute(query):
        place = (row["fid"], row["pos0"] or 0, row["pos1"] or 0)
        at = f"coding {row['ctid']}"
        if is_whole(text_of(row["seltext"]), lengths.get(row["fid"]) or 0):
            dropped.append(Dropped(at, WHOLE))
            continue
        kept = made.setdefault(place, (at, text_of(row["seltext"]), [], []))
        if row["cid"] in paths:
            kept[2].append(paths[row["cid"]])
        if memo := text_of(row["memo"]):
            kept[3].append(memo)
    return Found(
        "a project of QualCoder",
        codes=codes,
        quotations=tuple(
            FoundQuotation(
                at,
                text,
                codes=tuple(dict.fromkeys(found)),
                participant=_said_by(start, end, spans[source]),
                session=names.get(source, ""),
                memos=tuple(memos),
            )
            for (source, start, end), (at, text, found, memos) in made.items()
            if text
        ),
        participants=tuple(_participants(base, cases, spans, names)),
        dropped=tuple(dropped),
        pseudonyms=tuple(pseudonyms.made.values()),
    )


def _codes(base: sqlite3.Connection) -> tuple[dict[int, TitlePath], tuple[FoundCode, ...]]:
    """Give codes and categories with their paths; a code may stand in a code or a category."""
    rows: dict[tuple[str, int], tuple[str, str, tuple[str, int] | None]] = {}
    for row in base.execute("SELECT catid, name, memo, supercatid FROM code_cat"):
        above = ("cat", row["supercatid"]) if row["supercatid"] else None
        rows["cat", row["catid"]] = (text_of(row["name"]), text_of(row["memo"]), above)
    outer = "supercid" if "supercid" in columns_of(base, "code_name") else "NULL"
    query = f"SELECT cid, name, memo, catid, {outer} AS supercid FROM code_name"
    for row in base.execute(query):
        within = ("code", row["supercid"]) if row["supercid"] else None
        above = ("cat", row["catid"]) if row["catid"] else within
        rows["code", row["cid"]] = (text_of(row["name"]), text_of(row["memo"]), above)
    paths: dict[tuple[str, int], TitlePath] = {}
    for key in rows:
        titles: list[str] = []
        seen: set[tuple[str, int]] = set()
        at: tuple[str, int] | None = key
        while at in rows and at not in seen:
            seen.add(at)
            titles.insert(0, rows[at][0])
            at = rows[at][2]
        paths[key] = tuple(titles)
    codes = tuple(
        FoundCode(paths[key], f"{'category' if key[0] == 'cat' else 'code'} {key[1]}", memo)
        for key, (_, memo, _) in sorted(rows.items(), key=lambda item: paths[item[0]])
    )
    return {key[1]: path for key, path in paths.items() if key[0] == "code"}, codes


def _said_by(start: int, end: int, spans: list[CodedSpan]) -> str:
    """Name the case of the shortest stretch of text around a coding."""
    around = [(last - first, case) for first, last, case in spans if first <= start and end <= last]
    return min(around)[1] if around else ""


def _participants(
    base: sqlite3.Connection,
    cases: Mapping[int, str],
    spans: Mapping[int, list[CodedSpan]],
    names: Mapping[int, str],
) -> list[FoundParticipant]:
    attributes: dict[int, dict[str, str]] = defaultdict(dict)
    for row in base.execute("SELECT name, value, id FROM attribute WHERE attr_type = 'case'"):
        name, value = text_of(row["name"]), text_of(row["value"])
        if name and value and not tells_who(name):
            attributes[row["id"]][name] = value
    sessions: dict[str, list[str]] = defaultdict(list)
    for source, found in spans.items():
        for _, _, case in found:
            sessions[case].append(names.get(source, ""))
    return [
        FoundParticipant(
            label,
            f"case {number}",
            sessions=tuple(dict.fromkeys(name for name in sessions[label] if name)),
            attributes=attributes[number],
        )
        for number, label in cases.items()
        if label
    ]


def _report(report: Headed, options: Options) -> Found:
    pseudonyms = Pseudonyms(options)
    categories = _Categories(report)
    quotations, dropped, anomalies = [], [], []
    codes: dict[TitlePath, FoundCode] = {}
    for at, row, cells in report.whole():
        outer = categories.of(cells)
        if outer is None:
            anomalies.append(Anomaly("uncertain", at, _SHIFTED))
        path = (*reversed(outer or ()), row["code"])
        codes.setdefault(path, FoundCode(path, at))
        if row["coded"] in _NO_WORDS and not row["id"].startswith("ctid"):
            dropped.append(Dropped(at, _WHY_NO_WORDS))
            continue
        quotations.append(
            FoundQuotation(
                at,
                row["coded"],
                codes=(path,),
                participant=pseudonyms.or_name("participant", row.get("case", "")),
                session=pseudonyms.or_name("session", row.get("filename") or row.get("file", "")),
                memos=(row["memo"],) if row.get("memo") else (),
            )
        )
    return coded_segments(
        "a report of QualCoder",
        codes.values(),
        quotations,
        pseudonyms,
        anomalies=anomalies,
        dropped=dropped,
    )


class _Categories:
    """Tells a report's categories from its variables.

    The CSV has fewer cells in the row of a code that stands in fewer categories than another does,
    so that what is known of a case stands under `Category`.
    """

    def __init__(self, report: Headed) -> None:
        header = report.sheet.rows[report.header - 1]
        self._width = len(header)
        self._places = [place for place, name in enumerate(header) if name == "Category"]
        self._is_csv = bool(report.sheet.widths)
        self._has_variables = any(name.startswith(_VARIABLES) for name in header)
        # A spreadsheet program fills short rows up, and nobody can tell which they were.
        self._is_filled_up = all(len(cells) >= self._width for _, _, cells in report.whole())

    def of(self, cells: Sequence[str]) -> list[str] | None:
        """Give the categories in a row, the innermost first; None where they cannot be told."""
        places = self._places
        if self._is_csv and self._has_variables:
            if self._is_filled_up and places and not cells[self._width - 1]:
                return None
            places = places[: max(0, len(places) - (self._width - len(cells)))]
        return [cells[place].strip() for place in places if place < len(cells) and cells[place]]
