"""What programs of analysis export and nobody may read: it stays there, or waits in `private/`.

In each file here every word that is somebody's, or tells of somebody, is one of a kind.
"""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final, NamedTuple

import pytest
from brought_in import begun, brought, files_of
from refi_files import code, coded, packed, project, selection, source

from study_findings.importers.options import Options

SAID: Final = "The kettle was on before we had sat down."
WHOLE: Final = f"Zayncoded words stood before. {SAID} Zayncoded words stood behind."
# Who coded, where a file lay, when, and what nobody coded: these come to no file of a study.
NOWHERE: Final = ("Zayuser", "Zaypath", "2019", "00:12", "Zayncoded", "Zaymail", "Zaylogin")
# What waits to be read by the team, and is in no public file.
WAITS: Final = (SAID, "Zaymemo", "Zaycase", "Zaydocument", "Zayattribute")
NEUTRAL: Final = Options(pseudonymise=True)


class Export(NamedTuple):
    """A file of a program; which of the words above it holds, and which of them wait in private/.

    All others that it holds come to no file at all.
    """

    make: Callable[[Path], Path]
    waits: Sequence[str]
    options: Options = Options()


def table(name: str, *rows: Sequence[str]) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        stream = io.StringIO()
        csv.writer(stream).writerows(rows)
        (folder / name).write_text(stream.getvalue(), "utf-8")
        return folder / name

    return make


def text(name: str, words: str) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        (folder / name).write_text(words, "utf-8")
        return folder / name

    return make


Tables = Mapping[str, tuple[str, Sequence[tuple[int | str | None, ...]]]]


def database(name: str, tables: Tables) -> Callable[[Path], Path]:
    def make(folder: Path) -> Path:
        base = sqlite3.connect(folder / name)
        for of, (columns, rows) in tables.items():
            base.execute(f"CREATE TABLE {of} ({columns})")
            for row in rows:
                base.execute(f"INSERT INTO {of} VALUES ({', '.join('?' * len(row))})", row)
        base.commit()
        base.close()
        return folder / name

    return make


def refi(folder: Path) -> Path:
    cases = (
        '<Case guid="P1" name="Zaycase"><VariableValue><VariableRef targetGUID="V1"/>'
        "<TextValue>Zayattribute</TextValue></VariableValue>"
        '<VariableValue><VariableRef targetGUID="V2"/><TextValue>Zaymail</TextValue>'
        '</VariableValue><VariableValue><VariableRef targetGUID="V3"/>'
        '<DateValue>2019-05-05</DateValue></VariableValue><SourceRef targetGUID="S1"/></Case>'
    )
    variables = (
        '<Variable guid="V1" name="Wave" typeOfVariable="Text"/>'
        '<Variable guid="V2" name="E-mail" typeOfVariable="Text"/>'
        '<Variable guid="V3" name="Met" typeOfVariable="Date"/>'
    )
    noted = '<Coding guid="x"><CodeRef targetGUID="C1"/><NoteRef targetGUID="N1"/></Coding>'
    start = WHOLE.index(SAID)
    marked = selection("Q1", start, start + len(SAID), noted) + coded(WHOLE, SAID, "Q2", "C2")
    xml = project(
        codes=code("C1", "Warmth", '<NoteRef targetGUID="N2"/>') + code("C2", "Tea"),
        cases=cases,
        variables=variables,
        sources=source("S1", "Zaydocument.docx", marked),
        notes='<Note guid="N1"><PlainTextContent>Zaymemo</PlainTextContent></Note>'
        '<Note guid="N2"><PlainTextContent>Zaymemo of a code</PlainTextContent></Note>'
        '<Note guid="N3" creatingUser="U1"><PlainTextContent>Zayncoded</PlainTextContent></Note>',
    )
    xml = xml.replace("Nadia Coder", "Zayuser").replace("nadia", "Zaypath").replace("2020", "2019")
    return packed(folder / "study.qdpx", xml, {"S1.txt": WHOLE})


QUALCODER: Final[Tables] = {
    "source": ("id INTEGER, name TEXT, fulltext TEXT, mediapath TEXT, memo TEXT, owner TEXT",
               [(1, "Zaydocument", WHOLE, "/docs/Zaypath.docx", "Zayncoded", "Zayuser")]),
    "code_cat": ("catid INTEGER, name TEXT, memo TEXT, supercatid INTEGER", []),
    "code_name": ("cid INTEGER, name TEXT, memo TEXT, catid INTEGER, owner TEXT",
                  [(1, "Warmth", "", None, "Zayuser")]),
    "code_text": ("ctid INTEGER, cid INTEGER, fid INTEGER, seltext TEXT, pos0 INTEGER, "
                  "pos1 INTEGER, owner TEXT, date TEXT, memo TEXT",
                  [(1, 1, 1, SAID, 30, 71, "Zayuser", "2019-05-05 10:00:12", "Zaymemo")]),
    "cases": ("caseid INTEGER, name TEXT, memo TEXT", [(1, "Zaycase", "Zayncoded")]),
    "case_text": ("caseid INTEGER, fid INTEGER, pos0 INTEGER, pos1 INTEGER", [(1, 1, 0, 200)]),
    "attribute": ("name TEXT, attr_type TEXT, value TEXT, id INTEGER",
                  [("Wave", "case", "Zayattribute", 1), ("E-mail", "case", "Zaymail", 1)]),
}  # fmt: skip
TAGUETTE: Final[Tables] = {
    "projects": ("id INTEGER, name TEXT, description TEXT", [(1, "Zayncoded", "Zayncoded")]),
    "documents": ("id INTEGER, name TEXT, filename TEXT, contents TEXT",
                  [(1, "Zaydocument", "Zaypath.docx", WHOLE)]),
    "highlights": ("id INTEGER, document_id INTEGER, start_offset INTEGER, end_offset INTEGER, "
                   "snippet TEXT", [(8, 1, 30, 71, f"<p>{SAID}</p>")]),
    "tags": ("id INTEGER, path TEXT, description TEXT", [(1, "warmth", "")]),
    "highlight_tags": ("highlight_id INTEGER, tag_id INTEGER", [(8, 1)]),
    "users": ("login TEXT, email TEXT", [("Zaylogin", "Zaymail")]),
    "commands": ("user_login TEXT, date TEXT", [("Zaylogin", "2019-05-05")]),
}  # fmt: skip
EXPORTS: Final = {
    "refi": Export(refi, [SAID, "Zaymemo", "Zayattribute"], NEUTRAL),
    "qualcoder": Export(
        database("data.qda", QUALCODER),
        [SAID, "Zaymemo", "Zaycase", "Zaydocument", "Zayattribute"],
    ),
    "qualcoder report": Export(
        table("Report.csv",
              ["Case", "Filename", "Coder", "Coded", "Id", "Codename", "Coded_Memo", "Category",
               "CaseVar_Wave"],
              ["Zaycase", "Zaydocument", "Zayuser", SAID, "ctid:1", "Rest", "Zaymemo", "Warmth",
               "Zaymail"],
              ["Zaycase", "Zaydocument", "Zayuser", "We drank.", "ctid:2", "Tea", "", "Zaymail"]),
        [SAID, "Zaymemo", "Zaycase", "Zaydocument"],
    ),
    "taguette": Export(
        table("tags.csv", ["id", "document", "tag", "content"],
              ["1", "Zaydocument", "warmth", SAID]),
        [SAID, "Zaydocument"],
    ),
    "taguette project": Export(database("study.sqlite3", TAGUETTE), [SAID, "Zaydocument"]),
    "maxqda": Export(
        table("segments.csv",
              ["Document group", "Document name", "Code", "Beginning", "End", "Segment", "Comment",
               "Author", "Creation date"],
              ["Zaypath", "Zaydocument", "Warmth", "3", "4", SAID, "Zaymemo", "Zayuser",
               "2019-05-05"]),
        [SAID, "Zaymemo", "Zaydocument"],
    ),
    "dedoose": Export(
        table("excerpts.csv",
              ["Media Title", "Excerpt Range", "Excerpt Creator", "Excerpt Date", "Excerpt Copy",
               "Resource Creator", "Resource Date", "Codes Applied Combined",
               "Code: Warmth Applied", "Code: Warmth Weight", "Descriptor Info", "Name", "Ward"],
              ["Zaydocument", "12-40", "Zayuser", "2019-05-05", SAID, "Zayuser", "2019-05-05",
               "Warmth", "True", "", "Zaylogin", "Zaycase", "Zayattribute"]),
        [SAID, "Zaydocument"],
    ),
    "atlas.ti": Export(
        table("quotations.csv",
              ["ID", "Document", "Quotation Content", "Codes", "Comment", "Reference",
               "Created by", "Created"],
              ["1:1", "Zaydocument", SAID, "Warmth", "Zaymemo", "4", "Zayuser", "2019-05-05"]),
        [SAID, "Zaymemo", "Zaydocument"],
    ),
    "codes": Export(
        table("codes.csv", ["Code", "Comment", "Density", "Created by", "Modified"],
              ["Warmth", "What felt kind", "3", "Zayuser", "2019-05-05"]),
        [],
    ),
    "nvivo": Export(
        text("Warmth.txt",
             "Name: Warmth\n\n<Files\\\\Zaypath\\\\Zaydocument> - § 1 reference coded "
             f"[2.31% Coverage]\n\nReference 1 - 0.50% Coverage\n\n{SAID}\n"),
        [SAID, "Zaydocument"],
    ),
    "nvivo codebook": Export(
        table("codebook.csv", ["Name", "Description", "Files", "References", "Modified By"],
              ["Warmth", "What felt kind", "1", "1", "Zayuser"]),
        [],
    ),
    "bristlenose": Export(
        table("quotes.csv",
              ["Quote", "Participant code", "Participant name", "Section", "Theme", "Sentiment",
               "Tags", "Timecode", "Session", "Source file"],
              [SAID, "p1", "Zayuser", "Tea", "Warmth", "joy", "tea", "00:12", "s1",
               "Zaypath.mov"]),
        [SAID],
    ),
    "oral history": Export(
        table("Zaypath.csv", ["timestamp", "speaker", "words", "tags"],
              ["[00:12]", "Zaycase:", SAID, "warmth"],
              ["[00:12]", "Zaycase:", "Zayncoded words stood behind.", ""]),
        [SAID, "Zaycase"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", EXPORTS)
def test_what_nobody_may_read_stays_in_the_export_or_waits(name: str, tmp_path: Path) -> None:
    export = EXPORTS[name]
    study = begun(tmp_path / "study")
    before = files_of(study)
    report = "\n".join(brought(study, export.make(tmp_path), export.options))
    written = {path: words for path, words in files_of(study).items() if before.get(path) != words}
    public = "\n".join(t for path, t in written.items() if path.startswith("themes_data/"))
    private = "\n".join(t for path, t in written.items() if path.startswith("private/"))
    everywhere = f"{public}\n{private}\n{report}"
    assert [word for word in (*NOWHERE, *WAITS) if word.casefold() in public.casefold()] == []
    assert {word for word in WAITS if word in private} == set(export.waits)
    assert [word for word in NOWHERE if word.casefold() in everywhere.casefold()] == []
    assert SAID not in report
    assert "warmth" in public.casefold()


@pytest.mark.parametrize("name", EXPORTS)
def test_where_neutral_ids_are_wanted_no_name_comes_over(name: str, tmp_path: Path) -> None:
    study = begun(tmp_path / "study")
    report = "\n".join(brought(study, EXPORTS[name].make(tmp_path), NEUTRAL))
    everywhere = "\n".join([report, *files_of(study).values()]).casefold()
    assert [word for word in ("zaycase", "zaydocument") if word in everywhere] == []
    assert (SAID.casefold() in everywhere) == (SAID in EXPORTS[name].waits)
