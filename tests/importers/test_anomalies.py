"""What a person should see is told, each kind of it with the place where it stood."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple, get_args

import openpyxl
import pytest
from brought_in import begun, brought, files_of, planned
from docx.document import Document
from refi_files import code, coded, coding, packed, project, selection, source
from word_files import bold, raw, run, saved

from study_findings.editing.all_or_none import write_changes
from study_findings.editing.clear import plan_clearance
from study_findings.importers.found import Anomaly, AnomalyKind
from study_findings.importers.import_report import Report
from study_findings.importers.options import Options

NEUTRAL = Options(pseudonymise=True)


class Case(NamedTuple):
    """A table, and what is told of it: of which kind, where, and in which words."""

    rows: str
    kind: AnomalyKind
    at: str
    says: str


TABLES = {
    "a zero more": Case(
        "Theme,Quote,Participant\nTea,One.,nR1-04\nTea,Two.,nR1-4",
        "look-alike", "row 3", "nR1-4 stands beside nR1-04: are they one?",
    ),
    "a piece more": Case(
        "Theme,Quote,Participant\nTea,One.,P11\nTea,Two.,P11_F2",
        "look-alike", "row 3", "P11_F2 stands beside P11: are they one?",
    ),
    "sessions a zero apart": Case(
        "Theme,Quote,Session\nTea,One.,FGD 01\nTea,Two.,FGD 1",
        "look-alike", "row 3", "FGD 1 stands beside FGD 01: are they one?",
    ),
    "a code the codebook lacks": Case(
        "id,document,tag,content\n1,FGD 1,ward.rota,One.",
        "unknown-code", "row 2",
        "the code ward-rota-2 is not in the study's codebook: it was added",
    ),
    "a participant without a session": Case(
        "Theme,Quote,Participant,Session\nTea,One.,P1,Interview 1\nTea,Two.,P2,",
        "no-session", "row 3", "participant P2 has no session",
    ),
    "a speaker before the words": Case(
        "Theme,Quote\nTea,Student 3: We drank it.",
        "speaker", "row 2", "a speaker's label stood before the words, and was taken from there",
    ),
    "a speaker within the words": Case(
        "id,document,tag,content\n1,FGD 1,tea,P4: We drank it.",
        "speaker", "row 2", "a speaker's label stands within these words: see whose they are",
    ),
    "the team before the words": Case(
        "Theme,Quote\nTea,Interviewer: How was it?",
        "moderator", "row 2", "a speaker's label stood before the words, and was taken from there",
    ),
    "the team in an exchange": Case(
        'Theme,Quote\nTea,"Interviewer: How was it?\nP3: We drank it."',
        "moderator", "row 2", "the research team speaks in this exchange",
    ),
    "the team within the words": Case(
        'id,document,tag,content\n1,FGD 1,tea,"It was late.\nModerator: How late?\nAt noon."',
        "moderator", "row 2",
        "the research team speaks within these words: make turns of them, or cut them",
    ),
    "letters damaged": Case(
        "Theme,Quote\nTea,We didnâ€™t drink it.",
        "mojibake", "row 2",
        "some letters were damaged by a wrong encoding: compare with the source",
    ),
    "letters damaged in an exchange": Case(
        'Theme,Quote\nTea,"P1: We didnâ€™t.\nP3: We did."',
        "mojibake", "row 2",
        "some letters were damaged by a wrong encoding: compare with the source",
    ),
    "letters damaged in an original": Case(
        "Theme,Original quote (German),Translated quote\nTea,FÃ¼r uns.,For us.",
        "mojibake", "row 2",
        "some letters were damaged by a wrong encoding: compare with the source",
    ),
    "letters damaged in a name": Case(
        "Theme,Quote\nCafÃ©,One.",
        "mojibake", "row 2",
        "some letters were damaged by a wrong encoding: compare with the source",
    ),
    "letters damaged in a definition": Case(
        "Code,Definition,When to use\nTea,What theyâ€™d drink,",
        "mojibake", "row 2",
        "some letters were damaged by a wrong encoding: compare with the source",
    ),
    "a name for a code": Case(
        "Theme,Quote,Participant\nTea,One.,The keeper of the kettle",
        "uncertain", "row 2",
        "a participant's label may be a name: an id without it was made, and the label stands in "
        "private/ alone",
    ),
    "no kind of session": Case(
        "Theme,Quote,Session\nTea,One.,R 7",
        "uncertain", "row 2", "the kind of session R 7 is not said: it is taken for an interview",
    ),
    "columns of two groups' quotations": Case(
        "Theme,Quotes from nurses,Quotes from doctors\nTea,One.,Two.",
        "uncertain", "row 1",
        "quotations of the column Quotes from doctors were taken to be of the group Doctors",
    ),
    "columns of nobody's quotations": Case(
        "Theme,Early quotes,Late quotes\nTea,One.,Two.",
        "uncertain", "row 1",
        "whose quotations the column Late quotes holds is not plain: no group was taken from it",
    ),
    "one person beside two groups": Case(
        "Theme,Quotes from nurses,Quotes from doctors,Participant\nTea,One.,Two.,P1",
        "uncertain", "row 2",
        "who said them was left out: one person is named beside words of two groups",
    ),
    "a site": Case(
        "Session,Site,Kind\nFGD 1,The harbour,focus group",
        "uncertain", "row 2",
        "a site is named in a public file: see that it is no finer than protects people",
    ),
    "a day": Case(
        "Session,Kind,Date\nFGD 1,focus group,3 May",
        "other", "row 2", "when a session was is not read: write it as 2026-11",
    ),
    "words within a definition": Case(
        "Theme,Description,Quote\nTea,They said “we drank it before it was cold”.,One.",
        "uncertain", "row 2", "1 stretch in quotation marks went to private/; […] stands for each",
    ),
    "no language of originals": Case(
        "Theme,Original quote,Translated quote\nTea,Eins.,One.",
        "uncertain", "row 2",
        "the language of the originals is not said: say it by --original-language",
    ),
    "said otherwise before": Case(
        "Theme,Description,Quote\nTea,What was drunk,One.\nTea,What was eaten,Two.",
        "uncertain", "row 3",
        "gist of this theme was said otherwise at row 2: the first is kept",
    ),
    "an attribute said otherwise": Case(
        "Theme,Quote,Participant\nTea,One.,P20_F_31\nTea,Two.,P20_F_41",
        "uncertain", "row 3",
        "age of one participant was said otherwise at row 2: the first is kept",
    ),
    "a name that somebody may have said": Case(
        "Theme,Quote\nNobody told me,One.",
        "uncertain", "row 2",
        "this name may be somebody's own words, and names of themes and codes are public: see that "
        "it is cleared, or give it another",
    ),
    "several in a cell": Case(
        'Theme,Quote\nTea,"“One of them.”\n“Two of them.”"',
        "uncertain", "row 2",
        "this cell seems to hold several quotations: --several lines parts them",
    ),
    "several codes in a cell": Case(
        "Participant,Codes,Quote\nP1,Tea; Cup,One.\nP2,Tea,Two.\nP3,Cup; Pot,Three.\nP4,Pot,F.",
        "uncertain", "row 2",
        "the code Tea; Cup may be several, and 1 more: the parts are names of others; "
        "--joined ';' parts them",
    ),
    "several themes in a cell": Case(
        "Theme,Quote\n\"Tea, Cups\",One.\nTea,Two.\nCups,Three.",
        "uncertain", "row 2",
        "the theme Tea, Cups may be several: the parts are names of others; "
        "--joined ',' parts them",
    ),
    "a group left out": Case(
        "Group,Theme,Quote,Participant\nNurses,Tea,One.,P1\n,Tea,Two.,P2\n,Tea,Three.,P3",
        "uncertain", "row 3",
        "the group is left out here, and in 1 more row, and was not taken from the row above: "
        "write it there, or say by --group whose words are meant",
    ),
    "an attribution of words": Case(
        "Theme,Quote\nTea,“We drank it.” (the keeper of the kettle)",
        "uncertain", "row 2",
        "the attribution was not understood, and stands as it was printed",
    ),
    "a column taken by half its name": Case(
        "Themes identified,Quote\nTea,One.",
        "uncertain", "row 1",
        "the column Themes identified was taken for theme: --map says it if it is not",
    ),
    "a column that may be one": Case(
        "Theme,Quote,Theme ID\nTea,One.,4",
        "uncertain", "row 1",
        "the column Theme ID was not read: does it hold theme? --map theme=Theme ID",
    ),
    "a column nobody knows": Case(
        "Theme,Quote,Flavour\nTea,One.,mint",
        "other", "row 1", "the column Flavour was not read: --map says what it is",
    ),
    "no tag": Case(
        "id,document,tag,content\n1,FGD 1,tea,One.\n2,FGD 1,,Two.",
        "uncertain", "row 3", "this highlight has no tag",
    ),
    "codes joined by commas": Case(
        "ID,Document,Quotation Content,Codes,Reference\n1:1,FGD 1,One.,\"Tea, hot\",4",
        "uncertain", "row 2",
        "names of codes are joined by commas, and could be parted otherwise",
    ),
}  # fmt: skip


@pytest.fixture
def study(tmp_path: Path) -> Path:
    root = begun(tmp_path / "study")
    (root / "themes_data/codebook.yml").write_text("- {id: rest, label: Rest}\n", "utf-8")
    people = root / "private/participants.yml"
    people.write_text("- {id: p07, group: participants}\n", "utf-8")
    (root / "themes_data/sessions.yml").write_text(
        "- {id: idi-05, kind: interview, groups: [participants]}\n", "utf-8"
    )
    return root


def table(tmp_path: Path, rows: str, name: str = "table.csv") -> Path:
    path = tmp_path / name
    path.write_text(rows + "\n", "utf-8")
    return path


def report_of(study: Path, path: Path, options: Options | None = None) -> Report:
    return planned(study, path, options).reports[0]


def kinds(anomalies: Sequence[Anomaly]) -> set[AnomalyKind]:
    return {one.kind for one in anomalies}


@pytest.mark.parametrize("name", TABLES)
def test_each_kind_is_told_where_it_stood(name: str, study: Path, tmp_path: Path) -> None:
    case = TABLES[name]
    report = report_of(study, table(tmp_path, case.rows))
    assert Anomaly(case.kind, case.at, case.says) in report.anomalies
    kind = "" if case.kind == "other" else f"{case.kind}: "
    assert f"  {case.at}: {kind}{case.says}" in list(report.lines())


def test_a_table_with_nothing_odd_in_it_is_told_without_a_word(study: Path, tmp_path: Path) -> None:
    rows = "Theme,Quote,Participant,Session\nTea,We drank it.,P1,Interview 1"
    assert report_of(study, table(tmp_path, rows)).anomalies == []


def test_the_teams_words_in_a_row_of_their_own_are_left_out_and_told(
    study: Path, tmp_path: Path
) -> None:
    rows = "Theme,Quote,Participant\nTea,How was it?,Moderator\nTea,We drank it.,P1"
    report = report_of(study, table(tmp_path, rows))
    assert [(one.at, one.why) for one in report.dropped] == [
        ("row 2", "these are words of the research team, and no participant's")
    ]


def test_an_exchange_of_the_team_alone_is_left_out(study: Path, tmp_path: Path) -> None:
    rows = 'Theme,Quote\nTea,"Interviewer: How was it?\nModerator: And now?"'
    assert [one.at for one in report_of(study, table(tmp_path, rows)).dropped] == ["row 2"]


@pytest.mark.parametrize(
    ("words", "is_left_out"),
    [
        ("MODERATOR: How was it?", True),
        ("Interviewer: How was it?\nInterviewer: And now?", True),
        # A line without a label may be the answer.
        ("MODERATOR: How was it?\nWe drank it.", False),
        ("We drank it.\nMODERATOR: All of it?", False),
        ("I: We drank it.", False),
    ],
)
def test_what_a_program_exported_of_the_team_alone_is_left_out(
    words: str, is_left_out: bool, study: Path, tmp_path: Path
) -> None:
    rows = f'id,document,tag,content\n1,FGD 1,tea,"{words}"'
    report = report_of(study, table(tmp_path, rows))
    whys = {one.why for one in report.dropped}
    assert (whys == {"these are words of the research team, and no participant's"}) is is_left_out
    assert bool(kinds(report.anomalies) & {"moderator", "speaker"}) is not is_left_out


def test_a_code_that_the_codebook_of_a_workbook_lacks_is_told(study: Path, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    first = book.worksheets[0]
    first.append(["Code", "Definition", "When to use"])
    first.append(["Warmth", "Kindness", "Always"])
    second = book.create_sheet("Quotes")
    second.append(["Theme", "Code", "Quote"])
    second.append(["Tea", "Warmth", "One of them."])
    second.append(["Tea", "Warmt", "Two of them."])
    book.save(tmp_path / "both.xlsx")
    told = report_of(study, tmp_path / "both.xlsx").anomalies
    assert [(one.at, one.says) for one in told if one.kind == "unknown-code"] == [
        ("sheet Quotes, row 3", "the code Warmt is not in the codebook: it was added")
    ]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ("Theme,Quote,Participant\nTea,One.,P7", "participant p7 stands beside p07 of the study"),
        ("Theme,Quote,Session\nTea,One.,IDI 5", "session idi-5 stands beside idi-05 of the study"),
    ],
)
def test_what_differs_from_the_study_by_a_zero_is_told(
    rows: str, says: str, study: Path, tmp_path: Path
) -> None:
    report = report_of(study, table(tmp_path, rows))
    assert [one.says for one in report.anomalies if one.kind == "look-alike"] == [
        f"{says}: are they one?"
    ]


def test_codes_of_a_codebook_are_no_unknown_codes(study: Path, tmp_path: Path) -> None:
    path = table(tmp_path, "Code,Definition,When to use\nWarmth,Kindness,Always")
    assert "unknown-code" not in kinds(report_of(study, path).anomalies)


def test_a_code_that_the_files_own_codebook_lacks_is_told(study: Path, tmp_path: Path) -> None:
    marked = coded("One two three.", "two", "Q1", "C1") + coded("One two three.", "One", "Q2", "C9")
    xml = project(codes=code("C1", "Tea"), sources=source("S1", "A", marked))
    path = packed(tmp_path / "a.qdpx", xml, {"S1.txt": "One two three."})
    told = [one for one in report_of(study, path, NEUTRAL).anomalies if one.kind == "unknown-code"]
    assert [one.says for one in told] == ["has a code that is not in the codebook"]
    assert told[0].at.endswith("selection 2")


def test_selections_that_cut_words_are_told(study: Path, tmp_path: Path) -> None:
    marked = "".join(selection(f"Q{n}", 9 * n + 2, 9 * n + 6, coding("C1")) for n in range(8))
    xml = project(codes=code("C1", "Tea"), sources=source("S1", "A", marked))
    path = packed(tmp_path / "a.qdpx", xml, {"S1.txt": "x" * 99})
    told = [one for one in report_of(study, path, NEUTRAL).anomalies if one.kind == "offset"]
    assert any("--offsets" in one.says for one in told)


def test_one_name_twice_in_a_codebook_is_told(study: Path, tmp_path: Path) -> None:
    xml = project(
        codes=code("C1", "Tea") + code("C2", "Tea"),
        sources=source("S1", "A", coded("One two.", "two", "Q1", "C1")),
    )
    path = packed(tmp_path / "a.qdpx", xml, {"S1.txt": "One two."})
    assert "look-alike" in kinds(report_of(study, path, NEUTRAL).anomalies)


def test_tracked_changes_and_guesses_of_a_document_are_told(study: Path, tmp_path: Path) -> None:
    def build(document: Document) -> None:
        bold(document, "Being seen")
        inserted = '<w:ins w:id="1" w:author="A" w:date="2020-01-01T00:00:00Z">'
        raw(document, f"{run('“We drank')}{inserted}{run(' it')}</w:ins>{run('.” (P6)')}")

    told = report_of(study, saved(tmp_path / "results.docx", build)).anomalies
    assert "tracked-change" in kinds(told)
    assert any(one.kind == "uncertain" and "bold letters alone" in one.says for one in told)


def test_what_is_so_of_many_sessions_is_told_in_one_line(study: Path, tmp_path: Path) -> None:
    rows = "Theme,Quote,Session" + "".join(f"\nTea,Cup {n}.,R {n}" for n in range(1, 31))
    report = report_of(study, table(tmp_path, rows))
    about = [one for one in report.anomalies if one.says.startswith("the kind of session")]
    assert len(about) == 30
    assert [line for line in report.lines() if "the kind of session" in line] == [
        "  row 2: uncertain: the kind of session R 1 is not said: it is taken for an interview; "
        "the same of R 2, R 3, R 4, R 5, R 6, R 7, R 8, R 9, R 10, R 11, R 12, R 13 and 17 more"
    ]


def test_what_a_file_held_before_and_holds_no_longer_is_told(study: Path, tmp_path: Path) -> None:
    rows = "Theme,Quote\nTea,We drank it before it was cold."
    write_changes(planned(study, table(tmp_path, rows)).plan.changes)
    told = report_of(study, table(tmp_path, "Theme,Quote\nRest,Nobody sat down at all.")).anomalies
    assert {one.says for one in told if one.at == "the file"} == {
        "no longer in this file, and left as they are: theme tea",
        "no longer in this file, and left as they are: quotation q001",
    }


def test_a_cleared_quotation_that_the_file_has_otherwise_is_told(
    study: Path, tmp_path: Path
) -> None:
    path = table(tmp_path, "Theme,Quote,Page\nTea,We drank it before it was cold.,4")
    write_changes(planned(study, path).plan.changes)
    write_changes(plan_clearance(study, ["q001"], "A reader", date(2026, 11, 1)).changes)
    path = table(tmp_path, "Theme,Quote,Page\nTea,We drank it before it was cold.,5")
    assert [one.says for one in report_of(study, path).anomalies] == [
        "quotation q001 is cleared, and was not changed: page differs in this file"
    ]


def test_each_kind_that_there_is_has_a_test_here() -> None:
    elsewhere = {"offset", "tracked-change"}
    assert {case.kind for case in TABLES.values()} | elsewhere == set(get_args(AnomalyKind))


def test_no_line_of_a_report_names_whom_a_label_may_name(tmp_path: Path) -> None:
    rows = "Theme,Quote,Participant,Session\nTea,One.,Zarmina,Zakhilwal\nTea,Two.,Zohra,\n"
    (tmp_path / "quotes.csv").write_text(rows, "utf-8")
    lines = brought(begun(tmp_path / "study"), tmp_path / "quotes.csv")
    told = "\n".join(lines)
    assert "participant without a code has no session" in told
    assert "the kind of session without a code is not said" in told
    assert [name for name in ("Zarmina", "Zakhilwal", "Zohra") if name in told] == []


@pytest.mark.parametrize("day", ["2026-11-14", "2026-11"])
def test_of_the_day_of_a_session_the_month_comes_and_no_more(tmp_path: Path, day: str) -> None:
    rows = f"Session,Kind,Date\nInterview 1,interview,{day}\n"
    (tmp_path / "quotes.csv").write_text(rows, "utf-8")
    root = begun(tmp_path / "study")
    brought(root, tmp_path / "quotes.csv")
    sessions = (root / "themes_data/sessions.yml").read_text("utf-8")
    assert "when: 2026-11\n" in sessions.replace('"', "").replace("'", "")
    assert "14" not in sessions
    assert "11-14" not in "".join(files_of(root).values())


def test_codes_of_one_name_beside_each_other_are_told_to_be_one(tmp_path: Path) -> None:
    rows = "Code,Definition,When to use\nTea,What is drunk,Always\nRain,,Rarely\nTEA,,At noon\n"
    (tmp_path / "codes.csv").write_text(rows, "utf-8")
    lines = brought(begun(tmp_path / "study"), tmp_path / "codes.csv")
    told = [line.strip() for line in lines if "of the same name" in line]
    assert told == ["row 4: a code of the same name as at row 2: one code"]


def test_a_code_that_is_named_again_beside_further_words_is_no_second_one(tmp_path: Path) -> None:
    head = "Theme,Code,Definition,Illustrative quote\n"
    quotes = (
        "Night,Tea,What is drunk,I drank my tea when the others slept.\n"
        "Night,Tea,What is drunk,It was cold before I had a sip of it.\n"
        "Rain,Tea,,Nobody made any tea while it rained.\n"
        "Rain,Tea,What is sold,They sold it under the umbrellas.\n"
    )
    (tmp_path / "results.csv").write_text(head + quotes, "utf-8")
    lines = brought(begun(tmp_path / "study"), tmp_path / "results.csv")
    told = [line.strip() for line in lines if "of the same name" in line]
    assert told == ["row 5: a code of the same name as at row 2: one code"]


def test_a_code_with_an_example_in_each_of_two_rows_is_one(tmp_path: Path) -> None:
    rows = (
        "Code,Definition,Example\n"
        "Tea,What is drunk,I drank my tea when the others slept.\n"
        "Tea,What is drunk,It was cold before I had a sip of it.\n"
        "Rain,What falls,\nRain,What falls,\n"
    )
    (tmp_path / "codes.csv").write_text(rows, "utf-8")
    lines = brought(begun(tmp_path / "study"), tmp_path / "codes.csv")
    told = [line.strip() for line in lines if "of the same name" in line]
    assert told == ["row 5: a code of the same name as at row 4: one code"]
