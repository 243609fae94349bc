"""Tables brought into a study: what of each row comes in, and what is left out and told."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import yaml
from brought_in import begun, brought, files_of, planned, text_of

from study_findings.editing.all_or_none import write_changes
from study_findings.editing.clear import plan_clearance
from study_findings.importers.column_fields import field_of, is_guess, may_be
from study_findings.importers.options import Options
from study_findings.problems import StudyError


@pytest.fixture
def study(tmp_path: Path) -> Path:
    return begun(tmp_path / "study")


def table(tmp_path: Path, *rows: str, name: str = "quotes.csv") -> Path:
    path = tmp_path / name
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")
    return path


def test_a_row_without_a_theme_is_told_and_the_rest_comes_in(study: Path, tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "Theme,Quote,Participant",
        ",Nobody said under which theme.,P2",
        "Being seen,Nobody knew it.,P1",
        "Going home,At noon.,P4",
    )
    lines = brought(study, path)
    (why,) = [
        line for line in lines if line.startswith("  row 2: these words stand under no theme")
    ]
    assert "--map" in why
    private = text_of(study / "private")
    assert "At noon." in private
    assert "Nobody knew it." in private
    assert "under which theme" not in private
    assert not planned(study, path).plan.changes


def test_highlights_without_a_tag_are_told_and_the_rest_comes_in(
    study: Path, tmp_path: Path
) -> None:
    path = table(
        tmp_path,
        "id,document,tag,content",
        "1,FGD 1,trust,Nobody asked us.",
        "2,FGD 2,,And then it rained.",
    )
    lines = brought(study, path)
    assert any(line.startswith("  row 3: these words stand under no theme") for line in lines)
    assert "Nobody asked us." in text_of(study / "private")


def test_codes_are_themes_where_a_table_names_none(study: Path, tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "Code,Definition,Quote,Participant",
        "Rota,When shifts are told,The rota came too late for me.,P3",
        "Trust,Belief in others,,",
    )
    brought(study, path)
    assert (study / "themes_data/themes/rota.yml").exists()
    assert not (study / "themes_data/themes/trust.yml").exists()
    assert "label: Trust" in (study / "themes_data/codebook.yml").read_text("utf-8")
    assert "themes: [rota]" in text_of(study / "private")
    assert "codes: [rota" in text_of(study / "private")


def test_a_code_of_a_quotation_that_has_a_theme_is_no_theme(study: Path, tmp_path: Path) -> None:
    path = table(tmp_path, "Theme,Code,Quote", "Being seen,Rota,The rota came too late for me.")
    brought(study, path)
    assert not (study / "themes_data/themes/rota.yml").exists()


CERTAIN = [
    ("Illustrative quotes from participants", "text"),
    ("Participants' quotations", "text"),
    ("Themes identified", "theme"),
    ("Category name", "category"),
    ("When to use this code", "inclusion"),
]
HALF = [
    ("category_label", "category"),
    ("Quote ID", "text"),
    ("Number of quotes", "text"),
    ("Theme ID", "theme"),
    ("Session date", "session"),
    ("Theme and subtheme", "subtheme"),
]


@pytest.mark.parametrize(("header", "field"), CERTAIN)
def test_a_name_with_words_that_change_nothing_beside_it_is_told(header: str, field: str) -> None:
    assert field_of(header) == field
    assert is_guess(header)


@pytest.mark.parametrize(("header", "field"), HALF)
def test_a_column_known_by_half_its_name_is_not_read(header: str, field: str) -> None:
    assert field_of(header) == ""
    assert may_be(header) == field


def test_half_a_name_is_asked_about(study: Path, tmp_path: Path) -> None:
    path = table(tmp_path, "Theme,category_label,Quote", "Being seen,CAT_7,Nobody knew it.")
    lines = brought(study, path)
    says = "does it hold category? --map category=category_label"
    assert f"  row 1: uncertain: the column category_label was not read: {says}" in lines
    assert "CAT_7" not in text_of(study / "themes_data")


def test_a_table_of_half_names_alone_is_refused_and_the_remedy_works(
    study: Path, tmp_path: Path
) -> None:
    path = table(tmp_path, "indicator,category_label", "Hopes,ASP_NON", "Hopes,ASP_TRAD")
    with pytest.raises(StudyError) as raised:
        planned(study, path)
    (problem,) = raised.value.problems
    assert problem.hint is not None
    assert '--map category="category_label"' in problem.hint
    brought(study, path, Options(columns={"theme": "indicator", "category": "category_label"}))
    assert "title: ASP_NON" in text_of(study / "themes_data")


def test_a_guess_gives_way_to_a_column_of_the_whole_name(study: Path, tmp_path: Path) -> None:
    path = table(
        tmp_path,
        "Themes identified,Theme,Selected quotes,Quote",
        "Wrong,Being seen,Not these words at all.,Nobody knew it.",
    )
    brought(study, path)
    assert "Nobody knew it." in text_of(study / "private")
    assert "Not these words" not in text_of(study / "private")
    assert "Wrong" not in text_of(study / "themes_data")


def test_the_name_of_a_code_is_no_second_code(study: Path, tmp_path: Path) -> None:
    path = table(tmp_path, "Code,Code name,Quote", "R1,Rota,The rota came too late for me.")
    lines = brought(study, path)
    assert any("the column Code name was not read" in line for line in lines)
    assert "Rota" not in text_of(study / "themes_data")


ROWS = (
    "Theme,Subtheme,Quote,Participant,FGD",
    "Being seen,By name,Nobody there knew my name.,P1,FGD 1",
    "Being seen,,The porter was the first to ask.,P2,FGD 2",
    "Going home,,We all left at noon.,P4,FGD 2",
)


def test_a_second_import_keeps_what_options_said(study: Path, tmp_path: Path) -> None:
    path = table(tmp_path, *ROWS)
    brought(study, path, Options(group="Students", language="ur"))
    before = files_of(study)
    assert "groups: [students]" in before["themes_data/sessions.yml"]
    assert not planned(study, path).plan.changes
    assert not planned(study, path, Options(group="Students", language="ur")).plan.changes
    assert files_of(study) == before


def test_a_second_import_keeps_what_was_made_by_hand(study: Path, tmp_path: Path) -> None:
    path = table(tmp_path, *ROWS)
    brought(study, path, Options(group="Students"))

    def edit(name: str, old: str, new: str) -> None:
        file = study / name
        text = file.read_text("utf-8")
        assert old in text
        file.write_text(text.replace(old, new), encoding="utf-8")

    edit("themes_data/themes/being-seen.yml", "title: Being seen\n",
         "title: To be seen  # said so by the team\ngroups: [students]\n"
         "gist: Names matter.\n")  # fmt: skip
    edit("themes_data/sessions.yml", "kind: focus-group", "kind: workshop")
    edit("private/quotations/going-home.yml", "We all left at noon.", "We left at noon.")
    edit("private/participants.yml", "- id: fgd-1/p1\n", "- id: fgd-1/p1\n  pseudonym: Amal\n")
    plan = plan_clearance(study, ["q001"], "EA", date(2026, 11, 1))
    write_changes(plan.changes)
    before = files_of(study)
    assert "cleared:" in before["themes_data/quotations/by-name.yml"]
    assert planned(study, path).plan.changes == ()
    edited = table(tmp_path, *(row.replace("knew my name", "knew my face") for row in ROWS))
    report = brought(study, edited)
    assert any("quotation q001 is cleared, and was not changed: text" in one for one in report)
    after = files_of(study)
    changed = {name for name in before if before[name] != after[name]}
    assert changed <= {"private/imported.json"}


def test_what_was_changed_by_hand_stays_where_a_file_says_something_new(
    study: Path, tmp_path: Path
) -> None:
    rows = ("Theme,Description,Quote", "Tea,What was drunk.,It was hot.")
    brought(study, table(tmp_path, *rows))
    theme = study / "themes_data/themes/tea.yml"
    by_hand = theme.read_text("utf-8").replace("What was drunk.", "What the team says.")
    theme.write_text(by_hand, "utf-8")
    edited = table(tmp_path, rows[0], "Tea,What was drunk at night.,It was hot.")
    report = "\n".join(brought(study, edited))
    assert "gist of theme tea stays as the study has it" in report
    assert theme.read_text("utf-8") == by_hand


def test_what_somebody_deleted_does_not_come_again(study: Path, tmp_path: Path) -> None:
    path = table(tmp_path, "Theme,Quote", "Tea,It was hot.", "Tea,It was cold.")
    brought(study, path)
    waiting = study / "private/quotations/tea.yml"
    text = waiting.read_text("utf-8")
    assert "It was hot." in text
    second = text.index("- id: q002")
    waiting.write_text(text[: text.index("- id: q001")] + text[second:], "utf-8")
    before = files_of(study)
    report = "\n".join(brought(study, path))
    assert "it was brought in before and has been deleted since" in report
    assert files_of(study) == before


def test_what_a_file_tells_of_somebody_whom_readers_know_stays_private(
    study: Path, tmp_path: Path
) -> None:
    rows = ("Theme,Quote,Participant,Session", "Tea,It was hot.,P4,Interview 1")
    brought(study, table(tmp_path, *rows), Options(group="Keepers"))
    write_changes(plan_clearance(study, ["q001"], "EA", date(2026, 11, 1)).changes)
    public = (study / "themes_data/participants.yml").read_text("utf-8")
    assert "id: p4" in public
    (study / "private/participants.yml").unlink()
    path = table(tmp_path, rows[0], 'Tea,It was cold.,"P4, female, 34",Interview 1', name="b.csv")
    brought(study, path, Options(group="Keepers"))
    assert (study / "themes_data/participants.yml").read_text("utf-8") == public
    written = files_of(study)
    assert [name for name, text in written.items() if "female" in text] == [
        "private/participants.yml"
    ]


GROUPED = (
    "Theme,Quote,Participant,Group,Session",
    "Rest,I sleep in the car.,S1,Nurses,Focus group 2",
    "Rest,On call means awake.,S2,Doctors,Focus group 2",
    "Rest,Not once.,S4,Nurses,Interview 3",
    "Rest,I did say so.,S5,,Interview 3",
)


def test_a_group_that_is_said_of_a_person_is_their_sessions_too(
    study: Path, tmp_path: Path
) -> None:
    brought(study, table(tmp_path, *GROUPED))
    sessions = yaml.safe_load((study / "themes_data/sessions.yml").read_text("utf-8"))
    people = yaml.safe_load((study / "private/participants.yml").read_text("utf-8"))
    assert {one["id"]: one["groups"] for one in sessions} == {
        "focus-group-2": ["nurses", "doctors"],
        "interview-3": ["nurses"],
    }
    assert {one["id"].rpartition("/")[2]: one["group"] for one in people} == {
        "s1": "nurses", "s2": "doctors", "s4": "nurses", "s5": "nurses",
    }  # fmt: skip


def test_whose_group_one_of_several_is_is_nobodys_to_guess(study: Path, tmp_path: Path) -> None:
    before = files_of(study)
    with pytest.raises(StudyError) as raised:
        brought(study, table(tmp_path, *GROUPED, "Rest,Never again.,S3,,Focus group 2"))
    assert [problem.rule for problem in raised.value.problems] == ["group-mismatch"]
    assert files_of(study) == before


def test_a_row_of_numbers_is_no_header(study: Path, tmp_path: Path) -> None:
    path = table(
        tmp_path, ",Frequency,Percentage", "Welcome,2,100", "Participant,97,29.6", "Road,1,3"
    )
    with pytest.raises(StudyError) as refused:
        planned(study, path)
    assert "no column whose name is known" in refused.value.problems[0].message


def test_a_table_of_which_nothing_comes_is_refused(study: Path, tmp_path: Path) -> None:
    path = table(tmp_path, "Nr,Response", "a,1", "b,2")
    with pytest.raises(StudyError) as refused:
        planned(study, path)
    (problem,) = refused.value.problems
    assert "row 2: no words stand there" in problem.message
    assert "--map" in f"{problem.message} {problem.hint}"


def test_a_person_told_of_by_a_column_must_be_named(study: Path, tmp_path: Path) -> None:
    path = table(tmp_path, "Theme,Quote,Age", "Being seen,Nobody knew it.,31")
    assert any("nobody is named whom it could tell of" in line for line in brought(study, path))


def test_words_of_a_first_row_are_not_repeated(study: Path, tmp_path: Path) -> None:
    path = table(tmp_path, "1,So before we begin I will say this,x", "2,And then we went on,y")
    with pytest.raises(StudyError) as refused:
        planned(study, path)
    assert "before we begin" not in refused.value.problems[0].message
