"""Records are typed each on its own; a study comes of them only where nothing is wrong."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builder import SMALL, edited, line_of, problems_of, write_study
from loading import load_study, quotations_by_id

from study_findings.model import Record
from study_findings.reading.load import check_study, natural_key

FULL = Path(__file__).parents[1] / "studies" / "full" / "themes_data"
WIDE = FULL.parents[1] / "wide" / FULL.name
QUOTATIONS = "quotations/students.yml"
RECORD = SMALL[QUOTATIONS]

# File, text to replace, its replacement -> the problem.
TYPING = {
    "missing field": (
        ("themes/having-time.yml", "title: Having time\n", ""),
        '1:1 error missing-field: theme having-time has no "title"; add `title: …`',
    ),
    "empty field": (
        ("themes/having-time.yml", "title: Having time", "title:"),
        '2:1 error missing-field: "title" of theme having-time is empty; '
        "write something after the colon",
    ),
    "missing field of a part": (
        (QUOTATIONS, ", on: 2025-12-01", ""),
        '5:3 error missing-field: quotation q001 has no "on" in "cleared"; add `on: …`',
    ),
    "record without an id": (
        (QUOTATIONS, "id: q001\n  ", ""),
        '1:3 error missing-field: this quotation has no "id"; add `id: …`',
    ),
    "unknown field": (
        (QUOTATIONS, "themes:", "theems:"),
        '3:3 error unknown-field: quotation q001 has an unknown field "theems"; '
        'did you mean "themes"?',
    ),
    "unknown field of a part": (
        ("study.yml", "title: A", "citation: {jurnal: X}\ntitle: A"),
        '1:12 error unknown-field: the study has an unknown field "jurnal" in "citation"; '
        'did you mean "journal"?',
    ),
    "unknown field unlike any": (
        (QUOTATIONS, "themes:", "zzzz: 1\n  themes:"),
        (
            '3:3 error unknown-field: quotation q001 has an unknown field "zzzz"; remove it; the '
            "fields there may be: turns, session, group, asked, as_printed, language, original, "
            "stance, polarity, exemplar, provenance, kind, codes, coded_by, confidence, page, "
            "lines, note, memos, withdrawn, kept_out, wish, formerly"
        ),
    ),
    "text for a list": (
        (QUOTATIONS, "[having-time]", "having-time"),
        '3:11 error wrong-type: "themes" of quotation q001 is "having-time", but should be a list; '
        "write it as a list: [having-time]",
    ),
    "list for a text": (
        (QUOTATIONS, "There was never enough time for that.", "[name]"),
        '2:3 error wrong-type: "text" of quotation q001 is a list, but should be text; '
        "put the whole text in double quotes",
    ),
    "text for fields": (
        (QUOTATIONS, "{by: EA, on: 2025-12-01}", "yes"),
        '5:12 error wrong-type: "cleared" of quotation q001 is "yes", but should be fields of its '
        "own; write its fields under it, as `field: value`",
    ),
    "words for a number": (
        ("sessions.yml", "[students]\n", "[students]\n  participants: about 12\n"),
        '4:17 error wrong-type: "participants" of session fgd-1 is "about 12", but should be a '
        "whole number; write digits only, or not_reported",
    ),
    "words for true or false": (
        (QUOTATIONS, "  themes", "  exemplar: maybe\n  themes"),
        '3:13 error wrong-type: "exemplar" of quotation q001 is "maybe", but should be true or '
        "false; write true or false",
    ),
    "no such day": (
        (QUOTATIONS, "2025-12-01", "2025-13-01"),
        '5:25 error wrong-type: "on" in "cleared" of quotation q001 is "2025-13-01", but should be '
        "a day; write it as 2026-11-01",
    ),
    "seconds for a day": (
        (QUOTATIONS, "2025-12-01", "1764547200"),
        '5:25 error wrong-type: "on" in "cleared" of quotation q001 is "1764547200", but should be '
        "a day; write it as 2026-11-01",
    ),
    "word not on the list": (
        ("sessions.yml", "focus-group", "focusgroup"),
        '2:9 error wrong-value: "kind" of session fgd-1 is "focusgroup"; '
        'did you mean "focus-group"?',
    ),
    "word unlike any on the list": (
        (QUOTATIONS, "  themes", "  stance: maybe\n  themes"),
        '3:11 error wrong-value: "stance" of quotation q001 is "maybe"; '
        "write one of: confirms, nuances, diverges",
    ),
    "number too small": (
        ("study.yml", "title: A", "publication: {minimum_cell: 0}\ntitle: A"),
        '1:29 error wrong-value: "minimum_cell" in "publication" of the study is "0"; '
        "write a number of at least 1",
    ),
    "blank text": (
        (QUOTATIONS, "There was never enough time for that.", '" "'),
        '2:9 error wrong-value: "text" of quotation q001 is empty; '
        "write something, or leave the field out",
    ),
    "empty list": (
        ("implications.yml", "[having-time]", "[]"),
        '3:3 error wrong-value: "themes" of implication more-time is a list without an entry; '
        "add at least one",
    ),
    "a day where a month is the finest": (
        ("sessions.yml", "[students]\n", "[students]\n  when: 2025-11-02\n"),
        '4:9 error wrong-value: "when" of session fgd-1 is "2025-11-02"; write 2025-11: '
        "no day, it identifies people",
    ),
    "address of a library for a DOI": (
        (
            "study.yml",
            "title: A",
            "citation: {doi: https://doi-org.lib.example/10.1234/x}\ntitle: A",
        ),
        '1:17 error wrong-value: "doi" in "citation" of the study is '
        '"https://doi-org.lib.example/10.1234/x"; '
        "write it from 10. on, without spaces, as 10.1234/example.2026.01",
    ),
    "name of a language": (
        ("study.yml", "title: A", "language: Urdu\ntitle: A"),
        '1:11 error wrong-value: "language" of the study is "Urdu"; write ur',
    ),
    "capital letters in an id": (
        ("implications.yml", "more-time", "More time"),
        '1:7 error bad-id: "id" of implication More time is "More time"; write more-time: '
        "ids are small letters a to z, digits and hyphens",
    ),
    "id too long": (
        ("implications.yml", "more-time", "a" * 81),
        f'1:7 error bad-id: "id" of implication {"a" * 57}… is "{"a" * 57}…", which is too long; '
        "use at most 80 characters",
    ),
    "capital letters in an attribute": (
        ("participants.yml", "{age:", "{Age:"),
        '4:16 error bad-id: "Age" in "attributes" of participant s01 is no id; write age: '
        "ids are small letters a to z, digits and hyphens",
    ),
}


@pytest.mark.parametrize("case", TYPING)
def test_a_field_of_the_wrong_kind(case: str, tmp_path: Path) -> None:
    (name, old, new), expected = TYPING[case]
    assert problems_of(tmp_path, edited(name, old, new)) == [f"{name}:{expected}"]


def test_problems_of_a_subtheme_name_the_subtheme(tmp_path: Path) -> None:
    subthemes = "subthemes:\n  - id: inner\n    titel: Inner\n"
    theme = SMALL["themes/having-time.yml"] + subthemes
    assert problems_of(tmp_path, {"themes/having-time.yml": theme}) == [
        "themes/having-time.yml:11:5 error unknown-field: "
        'theme inner has an unknown field "titel"; did you mean "title"?',
    ]


def test_one_broken_record_hides_no_other_and_dangles_no_reference(tmp_path: Path) -> None:
    broken = RECORD.replace("text:", "txt:") + "- id: q002\n  text: Hello\n  themes: [nowhere]\n"
    found = [line.split(";")[0] for line in problems_of(tmp_path, {QUOTATIONS: broken})]
    assert found == [
        f'{QUOTATIONS}:2:3 error unknown-field: quotation q001 has an unknown field "txt"',
        (
            f"{QUOTATIONS}:6:3 error uncleared: quotation q002 is not cleared, and this folder is "
            "public"
        ),
        f'{QUOTATIONS}:8:12 error unknown-theme: quotation q002 names theme "nowhere"',
    ]


def test_all_problems_of_all_files_come_in_one_run_sorted(tmp_path: Path) -> None:
    files = {"sessions.yml": "a: [", "codebook.yml": "- id: time\n", "study.yml": "x: y\n"}
    places = [line.split(" ")[0] for line in problems_of(tmp_path, files)]
    assert places == sorted(places)
    assert {place.split(":")[0] for place in places} == set(files)


def test_the_full_study_has_no_problem_and_every_record() -> None:
    study = load_study(FULL)
    assert [len(records) for records in (study.sessions, study.participants)] == [4, 5]
    assert list(study.themes_by_id) == [
        "knowing-when",
        "notice-board",
        "who-reads-aloud",
        "phone-tree",
        "never-told",
        "known-by-name",
        "road-decides",
    ]
    assert [q.id for q in study.quotations if q.status == "withdrawn"] == ["q005"]
    cleared = quotations_by_id(study)["q001"].cleared
    assert cleared is not None
    assert cleared.on == date(2025, 12, 1)
    assert study.sessions_by_id["fgd-1"].when == "2025-06"


def fields_used(value: object) -> tuple[set[str], set[str]]:
    """Collect `Model.field` for all fields of all models met in a value, and for those set."""
    if isinstance(value, tuple):
        found = [fields_used(item) for item in value]
    elif isinstance(value, Record):
        found = [fields_used(getattr(value, name)) for name in value.model_fields_set]
        model = type(value)
        known = {f"{model.__name__}.{name}" for name in model.model_fields}
        found.append((known, {f"{model.__name__}.{name}" for name in value.model_fields_set}))
    else:
        found = []
    return set().union(*(k for k, _ in found)), set().union(*(u for _, u in found))


def test_the_full_studies_use_every_field() -> None:
    known, used = fields_used((load_study(FULL), load_study(WIDE)))
    # What waits has two of these; the others would change every page.
    not_public = {"Quotation.kept_out", "Quotation.wish", "Publication.read_back"}
    not_public.add("Publication.standing")
    unused = {name for name in known - used if not name.endswith(".formerly")}
    assert unused == {"Theme.position", "Author.name", "Clearance.transcript"} | not_public


def test_text_is_kept_exactly() -> None:
    quotations = quotations_by_id(load_study(FULL))
    assert quotations["q004"].text == "First line of a note.\nSecond line of it.\n"
    assert (
        quotations["q011"].text
        == 'The road was "closed" again; I wrote it down & went home <early>.'
    )


def test_themes_come_by_position_then_label_then_file_name(tmp_path: Path) -> None:
    def theme(id_: str, more: str) -> str:
        return f"id: {id_}\ntitle: {id_}\n{more}"

    files = {
        "themes/having-time.yml": theme("having-time", 'label: "10"\n'),
        "themes/b.yml": theme("b", 'label: "2"\n'),
        "themes/c.yml": theme("c", "position: 2\n"),
        "themes/d.yml": theme("d", "position: 1\n"),
        "themes/f.yml": theme("f", ""),
        "themes/e.yml": theme("e", ""),
    }
    study = load_study(write_study(tmp_path, files))
    assert [theme.id for theme in study.themes] == ["d", "c", "b", "having-time", "e", "f"]


def test_labels_order_as_people_count() -> None:
    labels = ["B", "A10", "10", "A2", "1" * 5000, "1.10", "2", "1.2"]
    expected = ["1.2", "1.10", "2", "10", "1" * 5000, "A2", "A10", "B"]
    assert sorted(labels, key=natural_key) == expected


def test_problems_name_files_as_the_folder_is_shown(tmp_path: Path) -> None:
    data_dir = write_study(tmp_path, {"study.yml": "title: A\n", "sessions.yml": ""})
    checked = check_study(data_dir, shown_as="here")
    assert checked.study is None
    assert {problem.location.file for problem in checked.problems} == {
        "here/sessions.yml",
        "here/study.yml",
    }


def test_warnings_alone_do_not_stop_a_study(tmp_path: Path) -> None:
    checked = check_study(write_study(tmp_path, {"notes.txt": ""}))
    assert [line_of(problem).split(":")[0] for problem in checked.problems] == ["notes.txt"]
    assert checked.study is not None


def test_optional_files_may_be_left_out(tmp_path: Path) -> None:
    files = dict.fromkeys(SMALL) | {"study.yml": SMALL["study.yml"]}
    assert problems_of(tmp_path, files) == []
