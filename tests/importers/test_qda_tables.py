"""Tables that QDA programs export, as each of them writes them."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import docx
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.styles import Alignment

from study_findings.documents.unreadable import UnreadableError
from study_findings.importers.found import Found
from study_findings.importers.joined_codes import parted
from study_findings.importers.options import Options
from study_findings.importers.registry import READERS, recognised

PLAIN = Options()


def table(path: Path, rows: Sequence[Sequence[str]], mark: str = ",") -> Path:
    stream = io.StringIO()
    csv.writer(stream, delimiter=mark).writerows(rows)
    path.write_text("\ufeff" + stream.getvalue(), encoding="utf-8")
    return path


def workbook(path: Path, rows: Sequence[Sequence[str]], name: str = "Sheet1") -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = name
    for row in rows:
        sheet.append([cell or None for cell in row])
    book.save(path)
    return path


def brought(path: Path, options: Options = PLAIN) -> tuple[str, Found]:
    known = recognised(path)
    assert known is not None
    return known[0], READERS[known[0]].read(path, options)


def told(found: Found) -> list[tuple[str, tuple[tuple[str, ...], ...], str, str]]:
    return [(q.text, q.codes, q.session, q.participant) for q in found.quotations]


HIGHLIGHTS = [
    ["id", "document", "tag", "content"],
    ["1", "FGD 1", "trust", "Nobody asked us."],
    ["1", "FGD 1", "rota", "Nobody asked us."],
    ["1", "FGD 2", "trust", "I stayed, in the end."],
    ["3", "FGD 2", "", "And then it rained."],
]


@pytest.mark.parametrize("write", [table, workbook])
def test_a_highlight_of_taguette_is_one_quotation_with_all_its_tags(
    tmp_path: Path, write: object
) -> None:
    path = (workbook if write is workbook else table)(tmp_path / "all_tags.xlsx", HIGHLIGHTS)
    name, found = brought(path)
    assert name == "taguette"
    assert told(found) == [
        ("Nobody asked us.", (("trust",), ("rota",)), "FGD 1", ""),
        ("I stayed, in the end.", (("trust",),), "FGD 2", ""),
        ("And then it rained.", (), "FGD 2", ""),
    ]
    assert [one.at for one in found.anomalies] == [
        "sheet Sheet1, row 5" if write is workbook else "row 5"
    ]
    assert [theme.path for theme in found.themes] == [("trust",), ("rota",)]
    assert len({quotation.key for quotation in found.quotations}) == 3


def test_tags_have_levels_where_the_author_says_so(tmp_path: Path) -> None:
    path = table(tmp_path / "a.csv", [*HIGHLIGHTS[:1], ["1", "FGD 1", "ward.rota", "Late."]])
    _, found = brought(path, Options(separator="."))
    assert found.quotations[0].codes == (("ward", "rota"),)


def test_a_codebook_of_taguette_has_tags_with_descriptions(tmp_path: Path) -> None:
    rows = [
        ["tag", "description", "number of highlights", "number of documents"],
        ["trust", "Whom one trusts", "4", "2"],
    ]
    name, found = brought(workbook(tmp_path / "codebook.xlsx", rows, "codebook"))
    assert (name, found.quotations, found.themes) == ("taguette", (), ())
    assert [(code.path, code.definition) for code in found.codes] == [
        (("trust",), "Whom one trusts")
    ]


MAXQDA_HEADERS = [
    ["Color", "Comment", "Document group", "Document name", "Code", "Beginning", "End",
     "Weight score", "Segment", "Author", "Creation date"],
    ["Farbe", "Kommentar", "Dokumentgruppe", "Dokumentname", "Code", "Anfang", "Ende", "Gewicht",
     "Segment", "Autor", "Erstellt am"],
    ["Color", "Comentario", "Grupo de documentos", "Nombre del documento", "Código", "Inicio",
     "Fin", "Peso", "Segmento", "Autor", "Fecha"],
    ["Couleur", "Commentaire", "Groupe de documents", "Nom du document", "Code", "Début", "Fin",
     "Poids", "Segment", "Auteur", "Date"],
    ["Cor", "Comentário", "Grupo de documentos", "Nome do documento", "Código", "Início", "Fim",
     "Peso", "Segmento", "Autor", "Data"],
]  # fmt: skip


@pytest.mark.parametrize("header", MAXQDA_HEADERS, ids=lambda header: header[1])
def test_coded_segments_of_maxqda_are_known_in_each_language(
    tmp_path: Path, header: list[str]
) -> None:
    rows = [
        header,
        ["●", "Striking", "Nurses", "FGD 1", "Rota > Late", "3", "4", "0", "Nobody asked us.",
         "Nadia", "2020-02-03 10:11"],
        ["●", "", "Nurses", "FGD 1", "Trust", "9", "9", "0", "I stayed.", "Nadia", "2020-02-03"],
    ]  # fmt: skip
    name, found = brought(workbook(tmp_path / "segments.xlsx", rows))
    assert name == "maxqda"
    assert told(found) == [
        ("Nobody asked us.", (("Rota", "Late"),), "FGD 1", ""),
        ("I stayed.", (("Trust",),), "FGD 1", ""),
    ]
    assert [quotation.lines for quotation in found.quotations] == ["3-4", "9"]
    assert found.quotations[0].memos == ("Striking",)
    assert [theme.path for theme in found.themes] == [("Rota", "Late"), ("Trust",)]
    assert "Nadia" not in repr(found)
    assert "2020" not in repr(found)


@pytest.mark.parametrize(
    "rows",
    [
        [["Code System", "", "", "Frequency"], ["Rota", "", "", "3"], ["", "Late", "", "2"],
         ["", "", "Too late", "1"], ["Trust", "", "", "1"]],
        [["Parent code", "Code", "Cod. seg. (all documents)", "Memo"], ["", "Rota", "3", ""],
         ["Rota", "Late", "2", ""], ["Rota > Late", "Too late", "1", ""], ["", "Trust", "1", ""]],
        [["Code", "Memo"], ["Rota", ""], ["Rota > Late", ""], ["Rota > Late > Too late", ""],
         ["Trust", ""]],
        [["Code", "", "", "Groundedness", "Density", "Groups", "Number of Groups", "Comment"],
         ["○ Rota", "", "", "3"], ["", "● Late", "", "2"], ["", "", "○ Too late", "1"],
         ["○ Trust", "", "", "1"]],
        [["Code", "Comment", "Code Group 1"], ["Rota", "", ""], ["Rota: Late", "", ""],
         ["Rota: Late: Too late", "", ""], ["Trust", "", ""]],
    ],
    ids=["levels", "parents", "separators", "atlas levels", "atlas names"],
)  # fmt: skip
def test_code_systems_are_read_in_their_tree(tmp_path: Path, rows: list[list[str]]) -> None:
    expected = [("Rota",), ("Rota", "Late"), ("Rota", "Late", "Too late"), ("Trust",)]
    for path in (table(tmp_path / "a.csv", rows, ";"), workbook(tmp_path / "a.xlsx", rows)):
        name, found = brought(path)
        assert (name, [code.path for code in found.codes]) == ("codes", expected)


def test_a_colon_in_a_name_parts_nothing_by_itself(tmp_path: Path) -> None:
    rows = [["Code", "Comment", "Code Group 1"], ["Night: alone", "", ""], ["Rota", "", ""]]
    _, found = brought(table(tmp_path / "a.csv", rows))
    assert [code.path for code in found.codes] == [("Night: alone",), ("Rota",)]


ATLAS = [
    ["ID", "Document", "Quotation Content", "Codes", "Number of Codes", "Comment", "Reference"],
    ["1:1", "FGD 1", '"Nobody asked us."', "Security, privacy and trust", "1", "", "¶ 4"],
    ["1:2", "FGD 1", "I stayed.", "Rota, Security, privacy and trust", "2", "Odd", "¶ 6"],
    ["2:1", "FGD 2", "We left.", "Rota, late, Rota", "2", "", "¶ 6"],
]


def test_codes_of_atlas_ti_are_parted_where_they_end(tmp_path: Path) -> None:
    name, found = brought(table(tmp_path / "quotations.csv", ATLAS, ";"))
    assert name == "atlas-ti"
    assert [(q.text, q.codes) for q in found.quotations[:2]] == [
        ("Nobody asked us.", (("Security, privacy and trust",),)),
        ("I stayed.", (("Rota",), ("Security, privacy and trust",))),
    ]
    assert [one.at for one in found.anomalies] == ["row 4"]


def test_codes_known_from_a_codebook_settle_what_is_uncertain(tmp_path: Path) -> None:
    known = Options(codes=frozenset({"Rota, late", "Rota", "Ward", "Ward: Night"}))
    rows = [*ATLAS, ["2:2", "FGD 2", "At night.", "Ward: Night", "1", "", ""]]
    _, found = brought(table(tmp_path / "quotations.csv", rows), known)
    assert found.quotations[2].codes == (("Rota, late",), ("Rota",))
    assert found.quotations[3].codes == (("Ward", "Night"),)
    assert found.anomalies == ()


@pytest.mark.parametrize(
    ("cell", "known", "count", "names", "is_sure"),
    [
        ("", [], None, [], True),
        ("A, b", ["A, b"], None, ["A, b"], True),
        ("A, b", [], None, ["A", "b"], False),
        ("A, b", [], 2, ["A", "b"], True),
        ("A, b, c", ["A, b", "c"], None, ["A, b", "c"], True),
        ("A\nB, c", [], None, ["A", "B, c"], True),
        ("A; B", ["A", "B"], None, ["A", "B"], True),
        ("A; B", [], 1, ["A; B"], True),
        ("x, A, b", ["A, b"], 2, ["x", "A, b"], True),
    ],
)
def test_joined_names_are_parted(
    cell: str, known: list[str], count: int | None, names: list[str], is_sure: bool
) -> None:
    assert parted(cell, set(known), count) == (names, is_sure)


NAMES = st.lists(st.text(st.sampled_from("ab"), min_size=1, max_size=2), min_size=1, max_size=3)


@given(st.lists(NAMES.map(", ".join), min_size=1, max_size=5, unique=True))
def test_names_that_are_known_and_counted_are_found_again(names: list[str]) -> None:
    found, _ = parted(", ".join(names), set(names), len(names))
    assert ", ".join(found) == ", ".join(names)
    assert len(found) == len(names)


NVIVO = (
    "Name: Too late\r\n\r\n<Files\\\\Wave 1\\\\FGD 1> - § 2 references coded  [ 2.31% Coverage]\r\n"
    "\r\nReference 1 - 0.50% Coverage\r\n\r\nNobody asked us.\r\nNobody.\r\n\r\n"
    "Reference 2 - 1,81% Coverage\r\n\r\nWe found out.\r\n\r\n"
    "<Internals\\\\FGD 2> - § 1 reference coded  [0,42% Coverage]\r\n\r\n"
    "Reference 1 - 0.42% Coverage\r\n\r\nI stayed.\r\n"
)


def test_references_of_nvivo_are_quotations_of_their_code(tmp_path: Path) -> None:
    plain = tmp_path / "late.txt"
    plain.write_bytes(NVIVO.encode("utf-16"))
    document = docx.Document()
    for line in NVIVO.split("\r\n"):
        document.add_paragraph(line)
    document.save(str(tmp_path / "late.docx"))
    for path in (plain, tmp_path / "late.docx"):
        name, found = brought(path)
        assert name == "nvivo"
        assert told(found) == [
            ("Nobody asked us.\nNobody.", (("Too late",),), "FGD 1", ""),
            ("We found out.", (("Too late",),), "FGD 1", ""),
            ("I stayed.", (("Too late",),), "FGD 2", ""),
        ]


@pytest.mark.parametrize(
    ("file", "reference"),
    [
        ("<Fichiers\\\\FGD 1> - § 1 référence codée [0,5% Couverture]", "Référence 1"),
        ("<Dateien\\\\FGD 1> - § 1 Referenz kodiert [0,5% Abdeckung]", "Referenz 1 - 0,5% Abd"),
        ("<Archivos\\\\FGD 1> - § 1 referencia codificada [0,5% Cobertura]", "Referencia 1"),
        ("Files\\\\FGD 1 - § 1 reference coded [0.5% Coverage]", "Reference 1"),
    ],
)  # fmt: skip
def test_references_are_known_in_other_languages(tmp_path: Path, file: str, reference: str) -> None:
    path = tmp_path / "Trust.txt"
    path.write_text(f"{file}\n\n{reference}\n\nNobody asked us.\n", encoding="utf-8")
    _, found = brought(path)
    assert told(found) == [("Nobody asked us.", (("Trust",),), "FGD 1", "")]


def test_a_codebook_of_nvivo_has_levels_by_indents(tmp_path: Path) -> None:
    rows = [("Rota", 0, ""), ("Late", 1, "Told too late."), ("Trust", 0, "")]
    document = docx.Document()
    grid = document.add_table(rows=1, cols=4)
    for cell, name in zip(
        grid.rows[0].cells, ("Name", "Description", "Files", "References"), strict=True
    ):
        cell.text = name
    for title, depth, definition in rows:
        cells = grid.add_row().cells
        cells[0].text, cells[1].text = title, definition
        cells[0].paragraphs[0].paragraph_format.left_indent = docx.shared.Pt(12 * depth)
    document.save(str(tmp_path / "Codebook.docx"))
    name, found = brought(tmp_path / "Codebook.docx")
    assert name == "nvivo"
    assert [(code.path, code.definition) for code in found.codes] == [
        (("Rota",), ""), (("Rota", "Late"), "Told too late."), (("Trust",), ""),
    ]  # fmt: skip


def test_so_has_one_in_excel_where_spaces_are_the_indents(tmp_path: Path) -> None:
    rows = [
        ["Name", "Description", "Files", "References"],
        ["Rota", "", "2", "3"],
        ["   Late", "Told too late.", "1", "2"],
        ["Trust", "", "1", "1"],
    ]
    name, found = brought(workbook(tmp_path / "Codebook.xlsx", rows))
    assert name == "nvivo"
    assert [(code.path, code.definition) for code in found.codes] == [
        (("Rota",), ""), (("Rota", "Late"), "Told too late."), (("Trust",), ""),
    ]  # fmt: skip


DEDOOSE = ["Media Title", "Excerpt Copy", "Codes Applied Combined"]


def test_excerpts_of_dedoose_have_the_codes_that_their_columns_say(tmp_path: Path) -> None:
    rows = [
        [*DEDOOSE, "Code: Trust, mutual Applied", "Code: Rota\\Late Applied"],
        ["FGD 1", "Nobody asked us.", "Late, Trust, mutual", "True", "True"],
        ["FGD 2", "I stayed.", "Late", "False", "1"],
    ]
    for path in (table(tmp_path / "e.csv", rows), workbook(tmp_path / "e.xlsx", rows)):
        name, found = brought(path)
        assert name == "dedoose"
        assert told(found) == [
            ("Nobody asked us.", (("Trust, mutual",), ("Rota", "Late")), "FGD 1", ""),
            ("I stayed.", (("Rota", "Late"),), "FGD 2", ""),
        ]


def test_without_these_columns_joined_names_are_parted_and_said_to_be(tmp_path: Path) -> None:
    rows = [DEDOOSE, ["FGD 1", "Nobody asked us.", "Late, Trust"], ["FGD 1", "I stayed.", "Late"]]
    _, found = brought(table(tmp_path / "e.csv", rows))
    assert [q.codes for q in found.quotations] == [(("Late",), ("Trust",)), (("Late",),)]
    assert [one.at for one in found.anomalies] == ["row 2"]


def test_quotes_of_bristlenose_come_without_names_files_and_times(tmp_path: Path) -> None:
    rows = [
        ["Quote", "Participant code", "Participant name", "Section", "Theme", "Sentiment", "Tags",
         "Starred", "Timecode", "Session", "Source file"],
        ["\t-- nobody asked us", "p1", "Anna Khan", "Rota page", "Trust / Late", "frustration",
         "rota; ward", "Yes", "00:12", "s1", "anna-khan.mov"],
    ]  # fmt: skip
    name, found = brought(table(tmp_path / "quotes.csv", rows))
    (quotation,) = found.quotations
    assert name == "bristlenose"
    assert quotation.text == "-- nobody asked us"
    assert quotation.themes == (("Trust",), ("Late",), ("Rota page",))
    assert quotation.codes == (("rota",), ("ward",), ("Sentiment", "frustration"))
    assert (quotation.participant, quotation.session) == ("p1", "s1")
    assert not any(word in repr(found) for word in ("Khan", "khan", "00:12", ".mov"))


def test_of_a_transcript_only_tagged_turns_come_over(tmp_path: Path) -> None:
    rows = [
        ["timestamp", "speaker", "words", "tags"],
        ["[0:00]", "DB:", "And there we go.", ""],
        ["[0:09]", "P1:", "Poetry&#8212;and essays.", "career; highlight"],
    ]
    name, found = brought(table(tmp_path / "khan.csv", rows))
    assert name == "oral-history"
    assert told(found) == [("Poetry—and essays.", (("career",), ("highlight",)), "", "P1")]
    assert not any(word in repr(found) for word in ("khan", "there we go", "0:09"))


def test_a_report_of_qualcoder_has_categories_around_its_codes(tmp_path: Path) -> None:
    rows = [
        ["Case", "Filename", "Coder", "Coded", "Id", "Codename", "Coded_Memo", "Category",
         "Category"],
        ["P1", "FGD 1", "Nadia", "Nobody asked us.", "ctid:1", "Late", "Odd", "Rota", "Ward"],
        ["P2", "FGD 1", "Nadia", "image", "imid:4", "Late", "", "Rota", "Ward"],
    ]  # fmt: skip
    name, found = brought(table(tmp_path / "Report.csv", rows))
    assert name == "qualcoder"
    assert told(found) == [("Nobody asked us.", (("Ward", "Rota", "Late"),), "FGD 1", "P1")]
    assert found.quotations[0].memos == ("Odd",)
    assert [one.at for one in found.dropped] == ["row 3"]
    assert "Nadia" not in repr(found)


VARIABLES = [
    ["File", "Coder", "Coded", "Id", "Codename", "Coded_Memo", "Category", "Category",
     "FileVar_Town", "FileVar_Wave"],
    ["FGD 1", "Nadia", "Nobody asked us.", "ctid:1", "Late", "", "Rota", "Ward", "Harbour end", ""],
    ["FGD 1", "Nadia", "I stayed.", "ctid:2", "Trust", "", "Harbour end", ""],
    ["FGD 2", "Nadia", "We left.", "ctid:3", "Rest", "", "Rota", "Harbour end", "2"],
]  # fmt: skip


def test_what_is_known_of_a_case_is_no_category_in_qualcoders_csv(tmp_path: Path) -> None:
    _, found = brought(table(tmp_path / "Report.csv", VARIABLES))
    assert [q.codes for q in found.quotations] == [
        (("Ward", "Rota", "Late"),), (("Trust",),), (("Rota", "Rest"),),
    ]  # fmt: skip
    assert found.anomalies == ()


def test_a_report_saved_by_a_spreadsheet_gives_no_category_that_may_be_a_value(
    tmp_path: Path,
) -> None:
    filled_up = [[*row, *[""] * (len(VARIABLES[0]) - len(row))] for row in VARIABLES]
    _, found = brought(table(tmp_path / "Report.csv", filled_up))
    assert {q.codes for q in found.quotations} == {(("Late",),), (("Trust",),), (("Rest",),)}
    assert [one.at for one in found.anomalies] == ["row 2", "row 3", "row 4"]
    assert "Harbour" not in repr(found)


def test_a_report_of_qualcoder_in_a_workbook_has_categories_in_their_columns(
    tmp_path: Path,
) -> None:
    row = ["FGD 1", "Nadia", "I stayed.", "ctid:2", "Trust", "", "", "", "Harbour end", ""]
    _, found = brought(workbook(tmp_path / "Report.xlsx", [*VARIABLES[:2], row]))
    assert [q.codes for q in found.quotations] == [(("Ward", "Rota", "Late"),), (("Trust",),)]


def test_pseudonyms_stand_for_documents_where_the_author_gives_them(tmp_path: Path) -> None:
    names = tmp_path / "map.csv"
    names.write_text("name,pseudonym\nFGD 1,Group A\n", encoding="utf-8")
    _, found = brought(table(tmp_path / "a.csv", HIGHLIGHTS), Options(pseudonyms=names))
    assert [quotation.session for quotation in found.quotations] == ["Group A", "FGD 2", "FGD 2"]


def test_neutral_ids_are_made_where_the_author_says_so_and_given_back(tmp_path: Path) -> None:
    _, found = brought(table(tmp_path / "a.csv", HIGHLIGHTS), Options(pseudonymise=True))
    assert {one.name: one.pseudonym for one in found.pseudonyms} == {
        "FGD 1": found.quotations[0].session,
        "FGD 2": found.quotations[1].session,
    }
    assert "FGD" not in repr([quotation.session for quotation in found.quotations])


@pytest.mark.parametrize("name", list(READERS))
@pytest.mark.parametrize(
    "data", [b"PK\x03\x04nothing", b"SQLite format 3\0broken", b"a,b\n1,2\n", b"<"]
)
def test_what_is_none_of_these_ends_in_a_sentence(tmp_path: Path, name: str, data: bytes) -> None:
    path = tmp_path / "some.docx"
    path.write_bytes(data)
    with pytest.raises(UnreadableError) as refused:
        READERS[name].read(path, Options())
    assert refused.value.hint
    assert path.read_bytes() == data


def test_tables_of_other_kinds_are_left_to_others(tmp_path: Path) -> None:
    for number, header in enumerate(
        (["Theme", "Subtheme", "Quote", "Participant"], ["Code", "Definition", "Example"],
         ["tag", "description", "a", "b", "c"], ["variable", "label", "value"])
    ):  # fmt: skip
        path = table(tmp_path / f"{number}.csv", [header, ["x"] * len(header)])
        assert recognised(path) == ("table", "a table (CSV)")


@pytest.mark.parametrize(
    "header", [["Code", "Description"], ["Name", "Description", "Files", "References"]]
)
@pytest.mark.parametrize("by", ["spaces", "indent"])
def test_codes_that_stand_further_in_are_inside_those_above(
    tmp_path: Path, header: list[str], by: str
) -> None:
    names = [("Barriers", 0), ("Cost", 1), ("Fares", 2), ("Roads", 1), ("Help", 0)]
    rows = [["    " * depth * (by == "spaces") + name, "So."] for name, depth in names]
    path = workbook(
        tmp_path / "c.xlsx", [header, *([*row, "1", "1"][: len(header)] for row in rows)]
    )
    book = openpyxl.load_workbook(path)
    for number, (_, depth) in enumerate(names if by == "indent" else (), 2):
        book.worksheets[0].cell(number, 1).alignment = Alignment(indent=depth)
    book.save(path)
    assert [code.path for code in brought(path)[1].codes] == [
        ("Barriers",),
        ("Barriers", "Cost"),
        ("Barriers", "Cost", "Fares"),
        ("Barriers", "Roads"),
        ("Help",),
    ]


def test_a_space_before_a_code_is_a_slip_and_no_level(tmp_path: Path) -> None:
    path = table(tmp_path / "c.csv", [["Code", "Description"], ["Cost", "So."], [" Roads", "So."]])
    assert [code.path for code in brought(path)[1].codes] == [("Cost",), ("Roads",)]


@pytest.mark.parametrize("group", ["codegroup 1", "Code Group 1", "Grupo de códigos 1"])
def test_codes_of_atlas_ti_with_columns_of_groups(tmp_path: Path, group: str) -> None:
    rows = [
        ["name", "comment", group],
        ["Time", "About hours", "Practice"],
        ["Time: late", "", "Practice"],
        ["Money", "", ""],
    ]
    _, found = brought(workbook(tmp_path / "codes.xlsx", rows))
    assert [(code.path, code.definition) for code in found.codes] == [
        (("Time",), "About hours"),
        (("Time", "late"), ""),
        (("Money",), ""),
    ]
    assert [(one.at, one.says.partition(":")[0]) for one in found.anomalies] == [
        ("sheet Sheet1, row 1", "the groups that codes are in were not read")
    ]


def test_a_name_and_a_comment_alone_are_no_table_of_codes(tmp_path: Path) -> None:
    path = workbook(tmp_path / "codes.xlsx", [["name", "comment"], ["Time", "About hours"]])
    with pytest.raises(UnreadableError):
        brought(path)
