"""A withdrawal leaves fingerprints and a list of what is left to do, and none of the words."""

from __future__ import annotations

import json
import subprocess
from datetime import date
from pathlib import Path

import pytest
from amending import clear_quotations, withdraw_quotations
from builder import write_study

from study_findings.editing import carry_out, last_change, plan_withdrawal, undo
from study_findings.privacy.private_texts import read_private
from study_findings.privacy.withdrawn import read_withdrawn
from study_findings.problems import StudyError

DAY = date(2026, 11, 1)
SAID = "We count the bends of the road until the bus comes."
ORIGINAL = "سڑک کے موڑ گنتے ہیں جب تک بس نہ آئے"
RECORDS = f"""\
- id: q777
  text: "{SAID}"
  themes: [having-time]
  original: {{text: "{ORIGINAL}", language: ur, translator: EA}}
  provenance: translated
  cleared: {{by: EA, on: 2025-12-01}}
- id: q778
  themes: [having-time]
  turns:
    - {{speaker: I, role: interviewer, text: "Who keeps the gate of the ward at night?"}}
    - {{speaker: P, text: "Ask the man who keeps it in the day."}}
  cleared: {{by: EA, on: 2025-12-01}}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    write_study(tmp_path, {"quotations/more.yml": RECORDS})
    return tmp_path


def git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


def checklist(root: Path) -> str:
    return (root / "private/after-withdrawing.md").read_text("utf-8")


def bytes_below(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and ".findings" not in path.parts and ".git" not in path.parts
    }


def test_the_list_says_all_that_is_left_to_do(root: Path) -> None:
    withdraw_quotations(root, ["q777"], DAY)
    said = checklist(root)
    assert "## q777: withdrawn on 2026-11-01" in said
    for words in ("undo --forget", "findings build", "archives", "quotations.csv", "ethics"):
        assert words in said, words
    assert said.count("- [ ] ") == 6


def test_git_is_spoken_of_where_the_study_is_in_a_repository_alone(root: Path) -> None:
    withdraw_quotations(root, ["q778"], DAY)
    assert "git" not in checklist(root)
    git(root, "init", "--quiet")
    withdraw_quotations(root, ["q777"], DAY)
    former, new = checklist(root).split("## q777")
    assert "git" not in former.replace("`findings withdraw`", "")
    assert "git filter-repo" in new
    assert "findings check --history" in new
    assert "themes_data/quotations/more.yml" in new


def test_what_is_ticked_stays_when_more_is_withdrawn(root: Path) -> None:
    withdraw_quotations(root, ["q777"], DAY)
    path = root / "private/after-withdrawing.md"
    ticked = checklist(root).replace("- [ ]", "- [x]", 1)
    path.write_text(ticked, "utf-8")
    withdraw_quotations(root, ["q778"], date(2026, 11, 2))
    assert checklist(root).startswith(ticked)
    assert "## q778: withdrawn on 2026-11-02" in checklist(root)


def test_places_where_the_words_still_stand_are_listed(root: Path) -> None:
    for name in ("content/n.md", "private/transcripts/a.txt"):
        (root / name).parent.mkdir(parents=True)
        (root / name).write_text(f"# N\n\n{SAID}\n", "utf-8")
    withdraw_quotations(root, ["q777"], DAY)
    assert "  - `content/n.md`, line 3: " in checklist(root)
    assert "  - `private/transcripts/a.txt`, line 3: " in checklist(root)


@pytest.mark.parametrize("folder", ["docs", "website/pages"])
def test_places_are_listed_wherever_a_studys_pages_stand(root: Path, folder: str) -> None:
    page = root / folder / "n.md"
    page.parent.mkdir(parents=True)
    page.write_text(f"# N\n\n{SAID}\n", "utf-8")
    carry_out(plan_withdrawal(root, root / folder, ["q777"], DAY))
    assert f"  - `{folder}/n.md`, line 3: " in checklist(root)


def test_no_file_but_the_copy_for_undoing_holds_the_words(root: Path) -> None:
    withdraw_quotations(root, ["q777", "q778"], DAY)
    held = b" ".join(bytes_below(root).values()).decode()
    for words in ("bends", "موڑ", "keeps it", "the gate"):
        assert words not in held


def test_what_somebody_said_has_fingerprints_and_a_question_has_none(root: Path) -> None:
    withdraw_quotations(root, ["q777", "q778"], DAY)
    kept = read_withdrawn(root / "private")
    assert kept
    find = kept.finder().find
    assert find([SAID]) == {"q777"}
    assert find([ORIGINAL]) == {"q777"}
    assert find(["Ask the man who keeps it in the day."]) == {"q778"}
    assert find(["Who keeps the gate of the ward at night?"]) == set()


def test_undo_takes_back_every_byte(root: Path) -> None:
    before = bytes_below(root)
    withdraw_quotations(root, ["q777"], DAY)
    assert "private/withdrawn.json" in bytes_below(root)
    undo(last_change(root))
    assert bytes_below(root) == before


def test_what_was_verified_of_it_is_forgotten(root: Path) -> None:
    path = root / "private/verified.json"
    path.parent.mkdir()
    path.write_text('{"salt": "s", "quotations": {"q777": "a", "q001": "b"}}', "utf-8")
    withdraw_quotations(root, ["q777"], DAY)
    assert json.loads(path.read_text("utf-8")) == {"salt": "s", "quotations": {"q001": "b"}}


def test_git_never_takes_what_private_keeps(root: Path) -> None:
    git(root, "init", "--quiet")
    withdraw_quotations(root, ["q777"], DAY)
    git(root, "add", "--all")
    listed = git(root, "ls-files").splitlines()
    assert "themes_data/quotations/more.yml" in listed
    assert not [name for name in listed if name.startswith("private")]


def test_a_study_that_leaves_private_out_gets_no_other_file(root: Path) -> None:
    git(root, "init", "--quiet")
    (root / ".gitignore").write_text("private/\n", "utf-8")
    withdraw_quotations(root, ["q777"], DAY)
    assert not (root / "private/.gitignore").exists()


def test_the_list_is_nobodys_private_words(root: Path) -> None:
    withdraw_quotations(root, ["q777"], DAY)
    private = read_private(root / "private")
    assert (private.texts, private.listed, private.problems) == ([], [], [])


def test_damaged_fingerprints_stop_a_withdrawal(root: Path) -> None:
    (root / "private").mkdir()
    (root / "private/withdrawn.json").write_text("[", "utf-8")
    before = bytes_below(root)
    with pytest.raises(StudyError) as caught:
        withdraw_quotations(root, ["q777"], DAY)
    assert [problem.rule for problem in caught.value.problems] == ["no-fingerprints"]
    assert bytes_below(root) == before


def test_fingerprints_are_written_before_the_words_go(root: Path) -> None:
    """Words that went without one could be published again, and nobody would notice."""
    plan = plan_withdrawal(root, root / "content", ["q777"], DAY)
    names = [change.path.name for change in plan.changes]
    assert names.index("withdrawn.json") < names.index("more.yml")


BACK = {
    "as they were": f'text: "{SAID}"',
    "within others": f'text: "Then she said it: {SAID.lower()} All laughed."',
    "in the language they were said in": "text: Late.\n"
    f'  original: {{text: "{ORIGINAL}", language: ur}}',
    "in a dialogue": "turns:\n    - {speaker: A, text: Well.}\n"
    '    - {speaker: P, text: "Ask the man who keeps it in the day."}',
    "in a dialogue's original": "text: Late.\n  original:\n    language: en\n    turns:\n"
    '      - {speaker: P, text: "Ask the man who keeps it in the day."}',
}


@pytest.mark.parametrize("fields", BACK.values(), ids=BACK)
def test_withdrawn_words_are_not_cleared_again(root: Path, fields: str) -> None:
    withdraw_quotations(root, ["q777", "q778"], DAY)
    waiting = root / "private/quotations/late.yml"
    waiting.parent.mkdir()
    record = f"- id: q900\n  {fields}\n  themes: [having-time]\n  group: students\n"
    record += "  provenance: translated\n" * ("original" in fields)
    waiting.write_text(record, "utf-8")
    before = bytes_below(root)
    with pytest.raises(StudyError) as caught:
        clear_quotations(root, ["q900"], "EA", DAY)
    assert [problem.rule for problem in caught.value.problems] == ["withdrawn-words"]
    assert bytes_below(root) == before


def test_damaged_fingerprints_stop_what_they_would_have_stopped(root: Path) -> None:
    waiting = root / "private/quotations/late.yml"
    waiting.parent.mkdir(parents=True)
    record = "- id: q900\n  text: Late.\n  themes: [having-time]\n  group: students\n"
    waiting.write_text(record, "utf-8")
    (root / "private/withdrawn.json").write_text("[", "utf-8")
    with pytest.raises(StudyError) as caught:
        clear_quotations(root, ["q900"], "EA", DAY)
    assert [problem.rule for problem in caught.value.problems] == ["no-fingerprints"]
