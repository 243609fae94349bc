"""One id that nothing declares is one problem, with its places and what was probably meant."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builder import SMALL, Files, edited, problems_of, write_study

from study_findings.problems import Location
from study_findings.reading.checks.dangling import MOST_FILES, MOST_LINES, listed_places
from study_findings.reading.load import check_study

SECOND = """\
- id: q002
  text: Nobody asked.
  themes: [having-time]
  participant: s01
  session: fgd-1
  codes: [time]
  group: students
  cleared: {by: EA, on: 2025-12-01}
"""
URDU = "id: having-time\ntitle: وقت\nnarrative: |\n  کم ہے۔\n\n  [[q001]]\n"
# Everything of the small study that can be named, named at least twice.
MORE = {
    "participants.yml": SMALL["participants.yml"]
    + "- id: fgd-1/p2\n  group: students\n  attributes: {age: old}\n",
    "themes/asking.yml": "id: asking\ntitle: Asking\n"
    "related:\n  - {theme: having-time, relation: mirrors}\nnarrative: |\n  So.\n\n  [[q001]]\n",
    "quotations/more.yml": SECOND,
    "translations/ur/themes/having-time.yml": URDU,
    "translations/ur/study.yml": "groups:\n  - {id: students, label: طلبہ}\n",
}
RENAMED = {
    "group": ("study.yml", "students", "learners", 6),
    "attribute": ("study.yml", "age", "years", 2),
    "session": ("sessions.yml", "fgd-1", "talk-1", 3),
    "participant": ("participants.yml", "s01", "s-anna", 2),
    "code": ("codebook.yml", "time", "hours", 2),
    "theme": ("themes/having-time.yml", "having-time", "pace", 5),
    "quotation": ("quotations/students.yml", "q001", "x9", 3),
}


@pytest.mark.parametrize("kind", RENAMED)
def test_a_renamed_record_is_one_problem(kind: str, tmp_path: Path) -> None:
    file, old, new, times = RENAMED[kind]
    text = {**SMALL, **MORE}[file]
    assert text.count(f"id: {old}\n") == 1
    found = problems_of(tmp_path, {**MORE, file: text.replace(f"id: {old}\n", f"id: {new}\n")})
    (problem,) = [line for line in found if " error " in line and " file-name:" not in line]
    said = f'{times} places name {kind} "{old}", which is declared nowhere; '
    assert f"error unknown-{kind}: {said}" in problem
    assert re.search(rf"\b{new}\b", problem)
    assert (
        sum(len(re.findall(r"\d+", part)) for part in re.findall(r"lines? ([\d, ]+)", problem))
        == times
    )


def test_a_record_that_kept_its_label_is_known_by_it(tmp_path: Path) -> None:
    study = SMALL["study.yml"].replace("id: students", "id: learners")
    (problem,) = [
        line for line in problems_of(tmp_path, {**MORE, "study.yml": study}) if "6 places" in line
    ]
    assert "; write learners, the id, in each: " in problem


def test_the_one_record_that_nothing_names_is_taken_for_renamed(tmp_path: Path) -> None:
    study = SMALL["study.yml"].replace(
        "- id: students\n    label: Students", "- id: abc\n    label: Abc"
    )
    (problem,) = [
        line for line in problems_of(tmp_path, {**MORE, "study.yml": study}) if "6 places" in line
    ]
    assert '; if you renamed it to "abc", change it in each: ' in problem


@pytest.mark.parametrize("kind", RENAMED)
def test_the_places_are_those_that_name_it(kind: str, tmp_path: Path) -> None:
    file, old, new, _ = RENAMED[kind]
    text = {**SMALL, **MORE}[file]
    changed = {**MORE, file: text.replace(f"id: {old}\n", f"id: {new}\n")}
    data_dir = write_study(tmp_path, changed)
    listed = next(p.hint for p in check_study(data_dir).problems if p.rule == f"unknown-{kind}")
    for path, lines in re.findall(r"themes_data/(\S+) lines? ([\d, ]+)", listed):
        written = (data_dir / path).read_text("utf-8").splitlines()
        for line in re.findall(r"\d+", lines):
            assert old in written[int(line) - 1], (path, line)


def test_a_record_that_is_named_once_says_who_names_it(tmp_path: Path) -> None:
    files = edited("quotations/students.yml", "[having-time]", "[haveing-time]")
    (problem,) = [line for line in problems_of(tmp_path, files) if " error " in line]
    assert problem == (
        "quotations/students.yml:3:12 error unknown-theme: quotation q001 names theme "
        '"haveing-time"; did you mean "having-time"?'
    )


def test_a_misspelling_made_twice_offers_what_it_is_like(tmp_path: Path) -> None:
    theme = SMALL["quotations/students.yml"].replace("[having-time]", "[haveing-time]")
    files = {**MORE, "quotations/students.yml": theme}
    files["quotations/more.yml"] = SECOND.replace("[having-time]", "[haveing-time]")
    (problem,) = [line for line in problems_of(tmp_path, files) if " error " in line]
    assert '2 places name theme "haveing-time", which is declared nowhere; ' in problem
    assert 'did you mean "having-time"? Change it in each: ' in problem


def test_a_number_that_nothing_declares_is_no_slip_for_another_number(tmp_path: Path) -> None:
    theme = "id: looking-on-2\ntitle: Looking on\ngroups: [students]\n"
    files = {
        "themes/looking-on-2.yml": theme,
        "quotations/students.yml": SMALL["quotations/students.yml"].replace(
            "[having-time]", "[having-time, looking-on-1]"
        ),
        "quotations/more.yml": SECOND.replace("[having-time]", "[having-time, looking-on-1]"),
    }
    (problem,) = [line for line in problems_of(tmp_path, files) if " error " in line]
    assert 'if you renamed it to "looking-on-2", change it in each: ' in problem
    assert "did you mean" not in problem


def test_where_several_are_missing_no_one_of_them_is_taken_for_renamed(tmp_path: Path) -> None:
    study = SMALL["study.yml"].replace("id: students", "id: abc").replace("id: faculty", "id: xyz")
    study = study.replace("label: Students", "label: Abc").replace("label: Faculty", "label: Xyz")
    found = problems_of(tmp_path, {**MORE, "study.yml": study})
    (students,) = [line for line in found if '"students"' in line]
    assert 'nothing names "abc" or "xyz": perhaps that is meant. Change it in each: ' in students
    assert [line for line in found if '"faculty"' in line]


def test_a_kind_of_which_nothing_is_left_is_one_problem(tmp_path: Path) -> None:
    files = {**MORE, "themes/having-time.yml": None, "themes/asking.yml": None}
    files["quotations/more.yml"] = SECOND.replace("[having-time]", "[asking]")
    found = [line for line in problems_of(tmp_path, files) if " error " in line]
    (problem,) = found
    assert (
        'error unknown-theme: 2 ids of themes are named, but none is declared: "asking", '
        '"having-time"; declare them in themes/, or take them out: ' in problem
    )


def test_the_id_of_another_kind_is_told_as_such(tmp_path: Path) -> None:
    files = {
        "quotations/students.yml": SMALL["quotations/students.yml"].replace(
            "[having-time]", "[time]"
        ),
        "quotations/more.yml": SECOND.replace("[having-time]", "[time]"),
    }
    (problem,) = [
        line for line in problems_of(tmp_path, files) if " error " in line and '"time"' in line
    ]
    assert "that is the id of a code; name a theme instead: " in problem


def test_a_level_that_many_have_is_one_problem(tmp_path: Path) -> None:
    people = "".join(
        f"- id: s0{n}\n  group: students\n  sessions: [fgd-1]\n  attributes: {{age: middling}}\n"
        for n in range(1, 5)
    )
    (problem,) = problems_of(tmp_path, {"participants.yml": people})
    assert problem == (
        'participants.yml:4:21 error unknown-level: 4 participants, s01 the first, have "middling" '
        'as "age"; write one of: young, old'
    )


def test_a_long_list_of_places_is_cut() -> None:
    few = [Location("a.yml", line, 3) for line in (4, 9)]
    assert listed_places(few) == "a.yml lines 4, 9"
    assert listed_places([Location("a.yml", 4, 3), Location("a.yml", 4, 9)]) == "a.yml line 4"
    just = [Location("a.yml", line) for line in range(1, MOST_LINES + 1)]
    assert listed_places(just) == "a.yml lines 1, 2, 3, 4, 5"
    many = [Location("a.yml", line) for line in range(1, MOST_LINES + 4)]
    assert listed_places(many) == "a.yml lines 1, 2, 3, 4, 5 and 3 more"
    files = [Location(f"{letter}.yml") for letter in "abcdefghijkl"]
    listed = listed_places(files)
    assert listed.count(".yml line 1") == MOST_FILES
    assert listed.endswith("; 4 more files")
    assert listed_places(files[:MOST_FILES]).endswith("; h.yml line 1")


@pytest.mark.parametrize(
    ("number", "named"),
    [
        (4, '"t1", "t2", "t3", "t4"; declare'),
        (5, '"t1", "t2", "t3", "t4" and 1 more; declare'),
    ],
)
def test_a_long_list_of_ids_is_cut(number: int, named: str, tmp_path: Path) -> None:
    themes = ", ".join(f"t{n}" for n in range(1, number + 1))
    files: dict[str, str | bytes | None] = {
        "themes/having-time.yml": None,
        "implications.yml": "[]\n",
        "quotations/students.yml": SMALL["quotations/students.yml"].replace("having-time", themes),
    }
    (problem,) = [line for line in problems_of(tmp_path, files) if " error " in line]
    assert f"{number} ids of themes are named, but none is declared: {named}" in problem


CLEARED = "  cleared: {by: EA, on: 2025-12-01}\n"


def errors(root: Path, files: Files) -> list[str]:
    return [line for line in problems_of(root, files) if " error " in line]


def test_one_id_of_a_kind_of_which_there_is_none_is_told_with_who_names_it(tmp_path: Path) -> None:
    files = edited("quotations/students.yml", "  themes", "  asked: first-day\n  themes")
    assert errors(tmp_path, files) == [
        "quotations/students.yml:3:10 error unknown-question: quotation q001 names question "
        '"first-day"; declare it under `guide` in study.yml, or name another'
    ]


def test_two_kinds_of_which_nothing_is_left_are_two_problems(tmp_path: Path) -> None:
    more = "".join(
        f"- id: q00{n}\n  text: So it is, number {n}.\n  themes: [having-time]\n"
        f"  group: students\n  asked: day-{n}\n  codes: [code-{n}]\n{CLEARED}"
        for n in (2, 3)
    )
    theme = SMALL["themes/having-time.yml"].replace("codes: [time]\n", "")
    files = {
        "quotations/more.yml": more,
        "codebook.yml": None,
        "themes/having-time.yml": theme,
    }
    assert errors(tmp_path, files) == [
        "quotations/more.yml:5:10 error unknown-question: 2 ids of questions are named, but none "
        'is declared: "day-2", "day-3"; declare them under `guide` in study.yml, or take them out: '
        "themes_data/quotations/more.yml lines 5, 12",
        "quotations/more.yml:6:11 error unknown-code: 2 ids of codes are named, but none is "
        'declared: "code-2", "code-3"; declare them in codebook.yml, or take them out: '
        "themes_data/quotations/more.yml lines 6, 13",
    ]


def test_a_voice_of_a_relation_is_told_where_it_stands(tmp_path: Path) -> None:
    related = "related:\n  - {theme: asking, relation: slows, voices: [q001, q009]}\n"
    files = {
        "themes/asking.yml": "id: asking\ntitle: Asking\nwithheld: None was clear.\n",
        "themes/having-time.yml": SMALL["themes/having-time.yml"] + related,
    }
    (found,) = [line for line in errors(tmp_path, files) if "q009" in line]
    assert found.startswith(
        "themes/having-time.yml:10:53 error unknown-quotation: theme having-time names quotation "
        '"q009"; '
    )


def test_each_place_of_a_narrative_that_names_it_is_listed(tmp_path: Path) -> None:
    placed = "\n  [[q009]]\n\n  And again.\n\n  [[q009]]\n\n  And more.\n\n  [[q009]]\n"
    files = {"themes/having-time.yml": SMALL["themes/having-time.yml"] + placed}
    (found,) = errors(tmp_path, files)
    assert found == (
        'themes/having-time.yml:10:3 error unknown-quotation: 3 places name quotation "q009", '
        "which is declared nowhere; declare it in quotations/, or change it in each: "
        "themes_data/themes/having-time.yml lines 10, 14, 18"
    )


def test_what_names_it_outside_the_narrative_is_no_place_of_it(tmp_path: Path) -> None:
    theme = SMALL["themes/having-time.yml"].replace("[[q001]]", "[[q009]]")
    files = {"themes/having-time.yml": "# What was [[q001]] is [[q009]] now.\n" + theme}
    (found,) = errors(tmp_path, files)
    assert found.startswith("themes/having-time.yml:9:3 ")


NOON = (
    "- {id: afternoon, text: It rained., themes: [having-time], group: faculty, "
    "cleared: {by: EA, on: 2025-12-01}}\n"
)
FALSE_NOON = "[[aftern\u043eon]]"


@pytest.mark.parametrize(
    ("placed", "hint"),
    [
        (f"  {FALSE_NOON}\n", "at column 11"),
        (f"     {FALSE_NOON}\n\n  {FALSE_NOON}\n", "at column 14, in each: "),
    ],
)
def test_a_letter_that_only_looks_right_is_told_by_its_column(
    tmp_path: Path, placed: str, hint: str
) -> None:
    """That of the first place that names the id."""
    files = {
        "themes/having-time.yml": SMALL["themes/having-time.yml"] + "\n" + placed,
        "quotations/noon.yml": NOON,
    }
    (found,) = errors(tmp_path, files)
    assert f'type "afternoon" anew: this holds U+043E (cyrillic small letter o) {hint}' in found


def test_a_translation_of_a_claim_that_is_not_there_is_told(tmp_path: Path) -> None:
    files = {
        "themes/having-time.yml": SMALL["themes/having-time.yml"]
        + "claims:\n  - {id: no-time, says: Nobody has time., rests_on: [q001]}\n",
        "translations/ur/themes/having-time.yml": "id: having-time\ntitle: وقت\n"
        "claims:\n  - {id: no-tiem, says: وقت نہیں۔}\n",
    }
    assert errors(tmp_path, files) == [
        "translations/ur/themes/having-time.yml:4:10 error unknown-claim: a translation into ur "
        'names claim "no-tiem"; did you mean "no-time"?'
    ]


@pytest.mark.parametrize(
    ("declared", "named", "said"),
    [
        (1, 2, 'nothing names "free-1": perhaps that is meant. Change it in each: '),
        (
            4,
            1,
            'nothing names "free-1" or "free-2" or "free-3" or "free-4": perhaps that is meant. ',
        ),
        (5, 1, "declare it in codebook.yml, or change it in each: "),
        (0, 1, "declare it in codebook.yml, or change it in each: "),
    ],
)
def test_few_that_nothing_names_are_offered(
    declared: int, named: int, said: str, tmp_path: Path
) -> None:
    codes = "".join(f"- id: free-{n}\n  label: Free {n}\n" for n in range(1, declared + 1))
    names = ", ".join(["zzz", "yyy"][:named])
    files = {
        "codebook.yml": SMALL["codebook.yml"] + codes,
        "quotations/students.yml": SMALL["quotations/students.yml"] + f"  codes: [{names}]\n",
        "quotations/more.yml": SECOND.replace("[time]", f"[{names}]"),
    }
    found = [line for line in errors(tmp_path, files) if '"zzz"' in line]
    assert len(found) == 1
    assert said in found[0]


def test_four_letters_of_five_are_a_slip(tmp_path: Path) -> None:
    files = {
        "codebook.yml": SMALL["codebook.yml"] + "- id: pacey\n  label: Speed\n",
        "quotations/students.yml": SMALL["quotations/students.yml"] + "  codes: [pacex]\n",
        "quotations/more.yml": SECOND.replace("[time]", "[pacex]"),
    }
    (found,) = errors(tmp_path, files)
    assert 'did you mean "pacey"? Change it in each: ' in found


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        (
            "participants.yml",
            SMALL["participants.yml"] + "- group: students\n  id: fgd-9/p2\n",
            '7:7 error unknown-session: participant fgd-9/p2 names session "fgd-9"; did you mean '
            '"fgd-1"?',
        ),
        (
            "participants.yml",
            SMALL["participants.yml"].replace("{age: young}", "{ages: young}"),
            '4:16 error unknown-attribute: participant s01 names attribute "ages"; did you mean '
            '"age"?',
        ),
        (
            "themes/having-time.yml",
            SMALL["themes/having-time.yml"] + "related:\n  - {relation: mirrors, theme: asking}\n",
            '10:32 error unknown-theme: theme having-time names theme "asking"; declare it in '
            "themes/, or name another",
        ),
        (
            "themes/having-time.yml",
            SMALL["themes/having-time.yml"]
            .replace("narrative:", "boundary: Not what [[q009]] says.\nnarrative:")
            .replace("[[q001]]", "[[q009]]"),
            '9:3 error unknown-quotation: theme having-time names quotation "q009"; did you mean '
            '"q001"?',
        ),
        (
            "translations/ur/themes/having-tiem.yml",
            "title: وقت\nid: having-tiem\n",
            '2:5 error unknown-theme: a translation into ur names theme "having-tiem"; did you '
            'mean "having-time"?',
        ),
        (
            "translations/ur/study.yml",
            "groups:\n  - {label: طلبہ, id: studnets}\n",
            '2:23 error unknown-group: a translation into ur names group "studnets"; did you mean '
            '"students"?',
        ),
    ],
)
def test_what_is_named_once_is_told_where_it_stands(
    file: str, text: str, said: str, tmp_path: Path
) -> None:
    assert f"{file}:{said}" in errors(tmp_path, {file: text})


def test_a_former_id_says_what_it_is_now_wherever_it_is_named(tmp_path: Path) -> None:
    codes = SMALL["codebook.yml"].replace("id: time\n", "id: hours\n  formerly: [time]\n")
    theme = "themes/having-time.yml:4:9 error unknown-code: "
    once = {"codebook.yml": codes}
    assert errors(tmp_path / "once", once) == [
        f'{theme}theme having-time names code "time"; it was renamed; write "hours"'
    ]
    twice = {**once, "quotations/more.yml": SECOND.replace("fgd-1\n", "fgd-1\n  note: So.\n")}
    assert errors(tmp_path / "twice", twice) == [
        'quotations/more.yml:7:11 error unknown-code: 2 places name code "time", which is '
        'declared nowhere; it was renamed; write "hours", in each: '
        "themes_data/quotations/more.yml line 7; themes_data/themes/having-time.yml line 4"
    ]


class Line(int):
    """A line's number that counts how often it is compared with another."""

    compared = 0

    def __eq__(self, other: object) -> bool:
        Line.compared += 1
        return int(self) == other

    __hash__ = int.__hash__


def test_many_lines_of_a_file_are_listed_without_comparing_each_with_all() -> None:
    listed = listed_places(Location("a.yml", Line(number), 3) for number in range(1, 1001))
    assert listed.endswith(" and 995 more")
    assert Line.compared < 5_000
