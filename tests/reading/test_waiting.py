"""What waits in private/ is checked as if to be published, and its words stay out of messages."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from builder import write_study

from study_findings.model import Quotation
from study_findings.problems import Problem
from study_findings.reading.draft import Draft
from study_findings.reading.waiting import check_private

RIGHT = """\
- id: q101
  text: "My cousin the ferryman took me across."
  themes: [having-time]
  session: fgd-1
"""


def told(root: Path, files: Mapping[str, str | bytes]) -> list[str]:
    data_dir = write_study(root)
    for name, content in files.items():
        path = root / "private" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    found = check_private(root / "private", "private", data_dir, "themes_data")
    return [f"{p.location} {p.level} {p.rule}: {p.message}; {p.hint}" for p in found]


def test_what_is_right_is_no_problem(tmp_path: Path) -> None:
    assert told(tmp_path, {"quotations/a.yml": RIGHT}) == []


def test_no_folder_is_no_problem(tmp_path: Path) -> None:
    assert told(tmp_path, {}) == []


# An edit of the record above -> where it is told, and the rule.
MISTAKES = {
    "tab": (("  text", "\ttext"), "2:1 error tab"),
    "unclosed quote": (('across."', "across."), "2:9 error unclosed-quote"),
    "wrong group": (("session: fgd-1", "group: student"), "4:10 error unknown-group"),
    "wrong theme": (("[having-time]", "[having-tim]"), "3:12 error unknown-theme"),
    "wrong session": (("fgd-1", "fgd-2"), "4:12 error unknown-session"),
    "misspelt field": (("text:", "test:"), "2:3 error unknown-field"),
    "missing hyphen": (("- id", "id"), "1:1 error indentation"),
    "no id": (("- id: q101\n  text", "- text"), "1:3 error missing-field"),
    "no words": (
        ('text: "My cousin the ferryman took me across."', "stance: nuances"),
        "1:3 error no-text",
    ),
    "no theme": (("  themes: [having-time]\n", ""), "1:3 error no-themes"),
    "wrong value": (("session", "stance: maybe\n  session"), "4:11 error wrong-value"),
    "id of another": (("q101", "q001"), "1:7 error duplicate-id"),
    "cleared": (
        ("session", "cleared: {by: A, on: 2026-01-01}\n  session"),
        "4:3 error not-uncleared",
    ),
    "merge conflict": (("  themes", "<<<<<<< HEAD\n  themes"), "3:1 error merge-conflict"),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_mistakes_are_told_where_they_stand(tmp_path: Path, name: str) -> None:
    (old, new), place = MISTAKES[name]
    assert old in RIGHT
    found = told(tmp_path, {"quotations/more/a.yml": RIGHT.replace(old, new)})
    assert any(line.startswith(f"private/quotations/more/a.yml:{place}: ") for line in found), found
    assert not any("ferryman" in line or "cousin" in line for line in found)


def test_a_second_record_without_its_hyphen(tmp_path: Path) -> None:
    text = RIGHT + RIGHT.replace("- id: q101", "  id: q102")
    found = told(tmp_path, {"quotations/a.yml": text})
    assert found[0].startswith("private/quotations/a.yml:5:3 error duplicate-key: ")


@pytest.mark.parametrize(
    "wrong",
    [
        (
            "- id: q101\n  text: [My cousin the ferryman, took me across]\n"
            "  themes: [having-time]\n  group: students\n"
        ),
        (
            "- id: q101\n  themes: My cousin the ferryman\n  group: my cousin the ferryman said\n"
            "  text: x\n"
        ),
        (
            "- id: q101\n  stance: 'my \"cousin\" the ferryman'\n  text: x\n"
            "  themes: [having-time]\n  group: students\n"
        ),
        "- id: my cousin the ferryman\n  text: x\n  themes: [having-time]\n  group: students\n",
        "- id: q101\n  my cousin the ferryman: said so\n  text: x\n  themes: [having-time]\n",
        "- my cousin the ferryman took me\n",
        "my cousin the ferryman took me\n",
        "- id: q101\n  text: 'MODERATOR: And then? P2: My cousin the ferryman.'\n",
        '- id: q101\n  text: "My cousin the ferryman; itâ€™s fine, cafÃ© &nbsp; XXXXX"\n',
        "- id: q101\n  text: '“My cousin the ferryman”'\n",
        "- id: q101\n  text: “my cousin the ferryman: he said”\n",
        "- id: q101\n  text: {laughs} my cousin the ferryman\n",
        "- id: q101\n  text: - my cousin the ferryman\n",
        "- id: q101\n  text: x\n  group: my-cousin-the-ferryman-of-the-north-shore\n",
        (
            "- id: q101\n  text: x\n  original: my cousin the ferryman\n"
            "  kind: [my cousin the ferryman]\n"
        ),
        "- id: q101\n\ttext: my cousin the ferryman\n",
    ],
)
def test_no_message_holds_private_words(tmp_path: Path, wrong: str) -> None:
    found = told(tmp_path, {"quotations/a.yml": wrong})
    assert found
    assert not any("ferryman" in line for line in found), found


# Rules that offer what was meant, or quote what was said, in the words of the text.
@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        ("My cousin the", "MODERATOR: Who? P1: my cousin the", "speaker-in-text"),
        ("My cousin the", "itâ€™s cousinâ€™s ferrymanâ€™s", "mojibake"),
        ('"My cousin', "*ferryman cousin", "alias"),
        ('"My cousin', "&ferryman cousin", "anchor"),
        ('"My cousin', "!ferryman cousin", "tag"),
        ("q101", "My Ferryman", "bad-id"),
        ("group: students", "group: My cousin the ferryman", "bad-id"),
        ("[having-time]", "my cousin, the ferryman", "wrong-type"),
    ],
)
def test_no_remedy_holds_private_words(tmp_path: Path, old: str, new: str, rule: str) -> None:
    text = RIGHT.replace("session: fgd-1", "group: students")
    assert old in text
    found = told(tmp_path, {"quotations/a.yml": text.replace(old, new)})
    assert any(f" {rule}: " in line for line in found), found
    assert not any("ferryman" in line.casefold() for line in found), found


def test_a_remedy_without_private_words_is_told_whole(tmp_path: Path) -> None:
    (found,) = told(tmp_path, {"quotations/a.yml": RIGHT.replace("  themes: [having-time]\n", "")})
    assert found.endswith("; add `themes: [ID]`")
    (found,) = told(tmp_path, {"quotations/a.yml": RIGHT.replace("having-time", "Having-Time")})
    assert "; write having-time: " in found


def test_an_id_that_was_withdrawn_is_never_used_again(tmp_path: Path) -> None:
    stone = "- id: q101\n  withdrawn: {on: 2026-01-01}\n"
    write_study(tmp_path, {"quotations/gone.yml": stone})
    (found,) = told(tmp_path, {"quotations/a.yml": RIGHT})
    assert found == (
        "private/quotations/a.yml:1:7 error duplicate-id: quotation q101 has the id of the "
        "quotation at themes_data/quotations/gone.yml:1; give it another id: one that was "
        "withdrawn is never used again"
    )


@pytest.mark.parametrize(
    "name", ["notes.txt", "notes.yml", "key.yml", "quotations/notes.md", "x.docx"]
)
def test_the_teams_own_files_are_nobodys_business(tmp_path: Path, name: str) -> None:
    assert told(tmp_path, {name: 'P3 said: {x\n\t- that, "and so'}) == []


def test_people_may_have_more_told_of_them_than_in_the_study(tmp_path: Path) -> None:
    people = (
        "- id: s01\n  name: Nobody at all\n  group: students\n  attributes: {town: Here}\n"
        "- name: Else\n"
    )
    assert told(tmp_path, {"participants.yml": people}) == []
    (found,) = told(tmp_path, {"participants.yml": "- id: s01\n  group: student\n"})
    assert found.startswith("private/participants.yml:2:10 error unknown-group: ")


def test_a_participant_of_private_alone_can_be_named_by_what_waits(tmp_path: Path) -> None:
    found = told(
        tmp_path,
        {
            "participants.yml": "- id: s99\n  group: students\n",
            "quotations/a.yml": RIGHT.replace("session: fgd-1", "participant: s99"),
        },
    )
    assert found == []


@pytest.mark.parametrize("name", ["waiting.yml", "drafts/waiting.yaml"])
def test_quotations_are_known_wherever_they_stand(tmp_path: Path, name: str) -> None:
    (found,) = told(tmp_path, {name: f"# to do\n{RIGHT.replace('fgd-1', 'fgd-9')}"})
    assert "unknown-session" in found


@pytest.mark.parametrize(
    ("name", "new"),
    [
        ("a.yml.txt", "a.yml"),
        (".a.yml", "a.yml"),
        ("A.YAML.TXT", "A.yaml"),
        ("A.YML", "A.yml"),
        ("a.txt", "a.yml"),
        ("a", "a.yml"),
        ("a.ymal", "a.yml"),
        ("a.yml~", "a.yml"),
    ],
)
def test_a_file_that_is_not_read_for_its_name(tmp_path: Path, name: str, new: str) -> None:
    assert told(tmp_path, {f"quotations/{name}": RIGHT}) == [
        f"private/quotations/{name}:1:1 warning unread-file: the file is not read: a file of "
        f"quotations is named like friendship.yml; rename it to {new}"
    ]


@pytest.mark.parametrize("name", ["quotations/notes.txt", "notes.md", "quotations/README"])
def test_notes_are_no_quotations(tmp_path: Path, name: str) -> None:
    assert (
        told(tmp_path, {name: "- ask again\n- the themes: what of them?\nthemes to come\n"}) == []
    )


def test_long_notes_are_read_once(tmp_path: Path) -> None:
    # Each line more doubled the time, where a comment could end in several places.
    notes = "# Field notes\n\n- We met on Monday.\n" * 400
    assert told(tmp_path, {"notes.md": notes, "list.yml": "# one\r\n" * 400 + "- x\n"}) == []


def test_comments_before_quotations_hide_none(tmp_path: Path) -> None:
    text = "# a comment\r\n\r\n" * 400 + RIGHT.replace("having-time", "no-such-theme")
    assert len(told(tmp_path, {"elsewhere.yml": text})) == 1


# Files that wait, with errors of their own and between them, in both orders of their paths.
ERRORS = {
    "participants.yml": "- {id: p1, group: student, sessions: [fgd-1], height: tall}\n",
    "quotations/a.yml": RIGHT + RIGHT.replace("q101", "q102").replace("fgd-1", "fgd-7"),
    "quotations/b.yml": RIGHT,
    "quotations/c.yml": RIGHT.replace("id: q101", "id: q104\n  formerly: [q105]"),
    "quotations/d.yml": RIGHT.replace("q101", "q105") + RIGHT.replace("q101", "q106"),
    "quotations/e.yml": RIGHT.replace("id: q101", "id: q107\n  formerly: [q106, q102]"),
    "quotations/f.yml": RIGHT.replace("id: q101", "id: q108\n  formerly: [q001]"),
    "quotations/g.yml": RIGHT.replace('across."', "across."),
    "quotations/h.yml.txt": RIGHT,
}


@pytest.mark.parametrize("at_once", [1, 2, 3, 100])
def test_errors_are_the_same_however_many_quotations_are_held_at_a_time(
    tmp_path: Path, at_once: int
) -> None:
    assert told(tmp_path, ERRORS)
    shown = (tmp_path / "private", "private", tmp_path / "themes_data", "themes_data")
    whole, parted = check_private(*shown), check_private(*shown, at_once=at_once)
    errors = [problem for problem in whole if problem.level == "error"]
    assert [problem for problem in parted if problem.level == "error"] == errors
    assert {problem.rule for problem in errors} == {
        "duplicate-id", "former-id", "unclosed-quote", "unknown-session",
    }  # fmt: skip
    assert {p for p in whole if p.rule != "same-text"} <= set(parted)


def test_no_more_quotations_are_held_than_are_asked_for(tmp_path: Path) -> None:
    held: list[int] = []

    def counted(draft: Draft) -> tuple[Problem, ...]:
        held.append(len(draft.of(Quotation)))
        return ()

    files = {f"quotations/{n}.yml": RIGHT.replace("q101", f"q{n}") for n in range(200, 230)}
    told(tmp_path, files)
    shown = (tmp_path / "private", "private", tmp_path / "themes_data", "themes_data")
    check_private(*shown, at_once=10, checks=[counted])
    assert max(held) - min(held) == 10
    assert len(held) == 4
