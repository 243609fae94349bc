"""Each answer is looked up, told, and carried out: no word is replaced, none is cleared unread."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest
from projects import edit
from reading_back import (
    DAY,
    ORIGINAL,
    PERSON,
    PRIVATE,
    PUBLIC,
    WAITING,
    answers_to,
    done,
    handed_out,
    reading_project,
)

from study_findings.editing import (
    carry_out,
    kept_out_ids,
    last_change,
    plan_clearance,
    undo,
)
from study_findings.editing.answer_files import answers_given
from study_findings.editing.read_back import UNSAID, Asked, look_up, plan, plan_record
from study_findings.editing.record_marks import as_kept_out, with_wish
from study_findings.editing.register import FILE, FOLDER, read_register
from study_findings.editing.wording import differences
from study_findings.model import Wish
from study_findings.privacy.gate_checks import gate_checks
from study_findings.privacy.private_texts import read_private
from study_findings.problems import StudyError
from study_findings.project import Project
from study_findings.reading.waiting import check_private

WANTED = "Nobody came to the stop, so we took the road on our own."


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = reading_project(tmp_path / "study")
    handed_out(made)
    return made


def asked(project: Project, id_: str, choice: str = "keep", words: str = "") -> Asked:
    return look_up(project.root, answers_to(project, (id_, choice, words)), "a").asked[0]


def text(project: Project, path: str) -> str:
    return (project.root / path).read_text("utf-8")


def git(root: Path, *arguments: str) -> str:
    command = ["git", "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout


class TestLookedUp:
    @pytest.mark.parametrize(
        ("id_", "standing"),
        [("q003", "published"), ("q102", "waiting"), ("q103", "kept-out"), ("q005", "withdrawn"),
         ("q104", "of-another"), ("q001", "of-another"), ("q999", "unknown")],
    )  # fmt: skip
    @pytest.mark.parametrize("choice", ["keep", "take-out", "change"])
    def test_how_a_quotation_stands(
        self, project: Project, id_: str, standing: str, choice: str
    ) -> None:
        found = asked(project, id_, choice)
        assert found.standing == standing
        is_theirs = standing in ("published", "waiting")
        assert found.is_open == (is_theirs and choice != "keep")

    @pytest.mark.parametrize(
        ("path", "old", "new"),
        [(PRIVATE, "walked down", "ran down"), (PRIVATE, "- id: q102  # the second time\n",
          "- id: q102\n  note: New.\n"), (PRIVATE, "- id: q102  # the second time\n",
          "- id: q102\n  as_printed: The patient\n")],
    )  # fmt: skip
    def test_words_that_changed_since(
        self, project: Project, path: str, old: str, new: str
    ) -> None:
        assert not asked(project, "q102").is_changed
        edit(project.root / path, old, new)
        assert asked(project, "q102").is_changed
        assert not asked(project, "q102", "change", "Other.").is_open
        assert asked(project, "q102", "take-out").is_open

    def test_what_readers_do_not_see_is_no_change(self, project: Project) -> None:
        edit(project.root / PRIVATE, "- id: q102  # the second time\n", "- id: q102\n"
             "  memos: [{text: For us.}]\n")  # fmt: skip
        assert not asked(project, "q102").is_changed

    def test_a_printed_sheet_is_held_against_the_page_it_was(self, project: Project) -> None:
        edit(project.root / PRIVATE, "walked down", "ran down")
        received = look_up(project.root, answers_given(PERSON, ["q102=keep"]), "a")
        assert received.asked[0].is_changed

    def test_another_study_and_another_persons_answers_are_refused(self, project: Project) -> None:
        answers = answers_to(project, ("q003", "keep", ""))
        for field in ({"study": "ffff"}, {"participant": "p77"}):
            with pytest.raises(StudyError) as caught:
                look_up(project.root, answers.model_copy(update=field), "a.json")
            assert caught.value.problems[0].rule == "not-theirs"

    def test_another_participant_of_the_study_gets_nothing_done(self, project: Project) -> None:
        answers = answers_to(project, ("q003", "take-out", ""), ("q102", "take-out", ""))
        other = answers.model_copy(update={"participant": "n1"})
        assert not any(a.is_open for a in look_up(project.root, other, "a").asked)


def test_words_that_are_called_somebodys_own_no_longer_are_others_than_were_shown(
    project: Project,
) -> None:
    edit(project.root / PRIVATE, "  participant: p07\n- id: q103",
         "  participant: p07\n  provenance: paraphrased\n- id: q103")  # fmt: skip
    assert asked(project, "q102", "change", WANTED).is_changed
    assert not asked(project, "q101", "change", WANTED).is_changed


def test_what_was_cleared_since_is_what_was_shown(project: Project) -> None:
    shown = read_register(project.root).people[PERSON].shown["q102"]
    edit(project.root / PRIVATE, "  participant: p07\n- id: q103",
         "  participant: p07\n  cleared: {by: EA, on: 2026-01-01}\n"
         "  memos: [{text: Ask her., publish: true}]\n- id: q103")  # fmt: skip
    assert shown
    assert not asked(project, "q102", "change", WANTED).is_changed


class TestRecorded:
    def test_as_it_came_and_in_the_register_without_a_word(self, project: Project) -> None:
        answers = answers_to(project, ("q003", "keep", ""), ("q102", "change", WANTED))
        content = answers.model_dump_json().encode()
        carry_out(plan_record(project.root, answers, DAY, content))
        assert (project.root / FOLDER / "p07-2026-11-26.json").read_bytes() == content
        person = read_register(project.root).people[PERSON]
        assert person.answers == {"q003": "keep", "q102": "change"}
        assert person.answered == DAY
        assert "stop" not in text(project, FILE)

    def test_another_answer_of_the_same_day_beside_the_first(self, project: Project) -> None:
        for choice in ("keep", "take-out", "keep"):
            answers = answers_to(project, ("q102", choice, ""))
            carry_out(plan_record(project.root, answers, DAY))
        names = sorted(path.name for path in (project.root / FOLDER).glob("p07-*"))
        assert names == ["p07-2026-11-26-2.txt", "p07-2026-11-26.txt"]

    def test_a_later_answer_holds_and_those_to_other_words_stay(self, project: Project) -> None:
        rounds = [("q003", "change", WANTED), ("q102", "keep", "")], [("q003", "take-out", "")]
        for given in rounds:
            carry_out(plan_record(project.root, answers_to(project, *given), DAY))
        person = read_register(project.root).people[PERSON]
        assert person.answers == {"q003": "take-out", "q102": "keep"}

    def test_git_never_takes_what_somebody_answered(self, project: Project) -> None:
        git(project.root, "init", "--quiet")
        for name in (".gitignore", "private/.gitignore"):
            (project.root / name).unlink(missing_ok=True)
        carry_out(plan_record(project.root, answers_to(project, ("q003", "keep", "")), DAY))
        git(project.root, "add", "--all")
        listed = git(project.root, "ls-files").splitlines()
        assert listed
        assert not [name for name in listed if name.startswith("private")]

    def test_the_register_says_nothing_of_what_is_not_theirs(self, project: Project) -> None:
        answers = answers_to(project, ("q104", "take-out", ""), ("q999", "keep", ""))
        carry_out(plan_record(project.root, answers, DAY))
        assert read_register(project.root).people[PERSON].answers == {}

    def test_and_can_be_undone(self, project: Project) -> None:
        before = text(project, FILE)
        carry_out(plan_record(project.root, answers_to(project, ("q003", "keep", "")), DAY))
        undo(last_change(project.root))
        assert text(project, FILE) == before


class TestKeep:
    @pytest.mark.parametrize("id_", ["q003", "q102"])
    def test_changes_nothing(self, project: Project, id_: str) -> None:
        before = text(project, PRIVATE), text(project, PUBLIC)
        assert done(project, id_, "keep") == []
        assert (text(project, PRIVATE), text(project, PUBLIC)) == before


class TestTakeOut:
    def test_of_the_site_leaves_a_tombstone(self, project: Project) -> None:
        assert done(project, "q003", "take-out") == ["q003"]
        assert "- id: q003\n  withdrawn: {on: 2026-11-26}\n" in text(project, PUBLIC)
        assert "I was told to wait" not in text(project, PUBLIC)
        assert "private/read-back/p07.html" in text(project, "private/after-withdrawing.md")

    def test_of_what_waits_marks_it_and_keeps_every_other_byte(self, project: Project) -> None:
        assert done(project, "q102", "take-out") == ["q102"]
        head, tail = WAITING.split("- id: q103")
        assert text(project, PRIVATE) == f"{head}  kept_out: true\n- id: q103{tail}"
        assert kept_out_ids(project.root) == ["q102", "q103"]

    def test_and_then_it_stays(self, project: Project) -> None:
        done(project, "q102", "take-out")
        plan_ = plan_clearance(project.root, None, "AB", DAY)
        assert plan_.ids == ["q101", "q104"]
        with pytest.raises(StudyError) as caught:
            plan_clearance(project.root, ["q102"], "AB", DAY)
        assert {problem.rule for problem in caught.value.problems} == {"kept-out"}

    def test_what_is_kept_out_stops_nothing_and_asks_nothing(self, project: Project) -> None:
        edit(project.root / PRIVATE, "This one is not", "Dr Farida and ajmal@example.org are not")
        assert plan_clearance(project.root, None, "AB", DAY).ids == ["q101", "q102", "q104"]

    def test_words_that_changed_since_go_all_the_same(self, project: Project) -> None:
        edit(project.root / PRIVATE, "walked down", "ran down")
        assert done(project, "q102", "take-out") == ["q102"]


class TestChange:
    def test_is_written_beside_what_waits_and_the_words_stay(self, project: Project) -> None:
        assert done(project, "q102", "change", WANTED) == ["q102"]
        head, tail = WAITING.split("- id: q103")
        wish = f'  wish: {{words: "{WANTED}", on: 2026-11-26}}\n'
        assert text(project, PRIVATE) == f"{head}{wish}- id: q103{tail}"

    def test_and_is_not_cleared_until_somebody_has_decided(self, project: Project) -> None:
        done(project, "q102", "change", WANTED)
        for ids in (["q102"], None):
            with pytest.raises(StudyError) as caught:
                plan_clearance(project.root, ids, "AB", DAY)
            assert {problem.rule for problem in caught.value.problems} == {"open-wish"}

    def test_takes_what_is_published_back_to_wait_with_it(self, project: Project) -> None:
        assert done(project, "q003", "change", "I waited.\nAnd it was good.") == ["q003"]
        assert "q003" not in text(project, PUBLIC)
        moved = text(project, PRIVATE).partition("- id: q003")[2]
        assert "I was told to wait" in moved
        assert "cleared" not in moved
        assert moved.endswith('  wish: {words: "I waited.\\nAnd it was good.", on: 2026-11-26}\n')

    def test_is_refused_where_the_site_places_the_words(self, project: Project) -> None:
        page = project.content_dir / "more.md.j2"
        page.write_text('# More\n\n{{ quotation("q003") }}\n', "utf-8")
        with pytest.raises(StudyError) as caught:
            done(project, "q003", "change", "Other.")
        assert caught.value.problems[0].location.file.endswith("more.md.j2")
        assert "q003" in text(project, PUBLIC)

    def test_without_saying_how_is_noted_as_well(self, project: Project) -> None:
        done(project, "q102", "change")
        assert UNSAID in text(project, PRIVATE)

    def test_a_later_wish_takes_the_place_of_an_earlier_one(self, project: Project) -> None:
        done(project, "q102", "change", "One.")
        done(project, "q102", "change", "Two.")
        assert text(project, PRIVATE).count("wish:") == 1
        assert "Two." in text(project, PRIVATE)

    def test_of_words_that_changed_since_is_not_done(self, project: Project) -> None:
        edit(project.root / PRIVATE, "walked down", "ran down")
        assert done(project, "q102", "change", WANTED) == []


@pytest.mark.parametrize(
    ("record", "kept"),
    [
        ("- id: a\n  text: b\n", "- id: a\n  text: b\n  kept_out: true\n"),
        ("-\r\n  id: a\r\n", "-\r\n  id: a\r\n  kept_out: true\r\n"),
        ("- {id: a, text: b}\n", "- {id: a, text: b, kept_out: true}\n"),
        ("- id: a\n  kept_out: false\n  text: b", "- id: a\n  text: b\n  kept_out: true\n"),
        ("- id: a\n  text: |+\n    b\n\n", "- id: a\n  text: |+\n    b\n\n  kept_out: true\n"),
    ],
)
def test_a_mark_is_the_last_field(record: str, kept: str) -> None:
    assert as_kept_out(record) == kept
    assert as_kept_out(kept) == kept


@pytest.mark.parametrize(
    "words", ['"', "\\", "a\nb\tc", "# x: {y}", "ته وویل", "'*&!|>%@`", "null"]
)
def test_a_wish_reads_as_it_was_written(words: str, project: Project) -> None:
    done(project, "q102", "change", words)
    received = look_up(project.root, answers_to(project, ("q102", "keep", "")), "a")
    assert not received.asked[0].is_changed
    lines = with_wish("- id: a\n", Wish(words=words, on=DAY))
    assert with_wish(lines, Wish(words=words, on=DAY)) == lines


def test_a_list_in_brackets_is_refused_and_stays(tmp_path: Path) -> None:
    waiting = "[{id: q102, text: We ran., themes: [road-decides], participant: p07}]\n"
    project = reading_project(tmp_path / "study", waiting)
    handed_out(project)
    with pytest.raises(StudyError) as caught:
        done(project, "q102", "take-out")
    assert caught.value.problems[0].rule == "list-in-brackets"
    assert text(project, PRIVATE) == waiting


class TestDifferences:
    def test_are_told_word_by_word(self) -> None:
        found = differences("We took the road.", ["other", "We walked the road."])
        kinds = {(part.kind, part.words) for part in found}
        assert kinds == {("same", "We"), ("gone", "walked"), ("new", "took"), ("same", "the road.")}

    def test_with_the_original_where_that_is_nearer(self, project: Project) -> None:
        wanted = ORIGINAL.replace(" (خاندي)", "")
        kinds = {part.kind for part in asked(project, "q101", "change", wanted).differences}
        assert kinds == {"same", "gone", "new"}

    def test_nothing_where_it_says_what_to_do(self) -> None:
        assert differences("Please leave out my village", ["We walked the road."]) == ()

    def test_joined_give_both_texts(self) -> None:
        old, new = "a b c d e f", "a x c d f g"
        found = differences(new, [old])
        assert " ".join(p.words for p in found if p.kind != "gone") == new
        assert " ".join(p.words for p in found if p.kind != "new") == old


def test_nothing_is_planned_for_what_is_not_open(project: Project) -> None:
    for id_ in ("q103", "q104", "q005", "q999"):
        found = asked(project, id_, "take-out")
        assert plan(project.root, project.content_dir, found, DAY) is None


def test_in_private_neither_mark_is_a_problem_and_nobody_has_to_decide_on_what_is_kept_out(
    project: Project,
) -> None:
    def rules() -> list[str]:
        private_dir = project.private_dir
        gate = gate_checks(read_private(private_dir))
        found = check_private(private_dir, "private", project.data_dir, "themes_data", gate)
        return [problem.rule for problem in found if problem.rule != "read-for-names"]

    done(project, "q102", "change", "Other.")
    assert rules() == []
    edit(project.root / PRIVATE, "This one is not", "Dr Farida and ajmal@example.org are not")
    assert rules() == []
    edit(project.root / PRIVATE, "  kept_out: true\n", "")
    assert rules() != []
