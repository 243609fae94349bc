"""A page is written for one participant, of all their words, where nobody else finds it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from loading import load_study
from projects import edit
from reading_back import DAY, PERSON, PRIVATE, WAITING, handed_out, reading_project

from study_findings.editing.handing_out import plan_handout
from study_findings.editing.register import FILE, read_register
from study_findings.privacy.packs import is_read_back, marked
from study_findings.privacy.publishable import publishable
from study_findings.problems import StudyError
from study_findings.project import Project

HOME = "private/read-back"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return reading_project(tmp_path / "study")


def refused(project: Project, target: Path) -> str:
    with pytest.raises(StudyError) as caught:
        plan_handout(project.root, PERSON, project.settings, DAY, "en", target)
    return caught.value.problems[0].rule


def git(root: Path, *arguments: str) -> None:
    subprocess.run(["git", "-C", str(root), *arguments], check=True, capture_output=True)


class TestWhatIsOnIt:
    def test_published_words_then_waiting_ones_and_nothing_that_is_kept_out(
        self, project: Project
    ) -> None:
        words = handed_out(project).words
        assert [(own.id, own.is_public) for own in words.quotations] == [
            ("q003", True), ("q101", False), ("q102", False),
        ]  # fmt: skip

    def test_no_memo_words_of_others_and_no_words_kept_out(self, project: Project) -> None:
        page = handed_out(project).path.read_text("utf-8")
        for words in ("sister", "Somebody", "anybody to read", "Saturday"):
            assert words not in page, words
        assert "She says it" in page

    def test_in_the_language_that_most_was_said_in_or_the_one_asked_for(
        self, project: Project
    ) -> None:
        assert handed_out(project, "").language == "ps"
        assert '<html lang="ur" dir="rtl"' in handed_out(project, "ur").path.read_text("utf-8")

    def test_in_the_studys_language_where_the_site_does_not_speak_theirs(
        self, project: Project
    ) -> None:
        edit(project.root / PRIVATE, "language: ps", "language: khw")
        edit(project.root / "themes_data/quotations/patients.yml",
             'وکړ."\n    language: ps', 'وکړ."\n    language: khw')  # fmt: skip
        assert handed_out(project, "").language == "en"

    def test_a_language_the_site_does_not_speak_is_refused(self, project: Project) -> None:
        with pytest.raises(StudyError) as caught:
            handed_out(project, "sd")
        assert caught.value.problems[0].rule == "no-such-language"

    def test_what_readers_are_told_of_them_and_no_attribute_besides(self, project: Project) -> None:
        told = {attribute.id: level for attribute, level in handed_out(project).words.told}
        public = publishable(load_study(project.data_dir)).participants_by_id[PERSON].attributes
        assert told == dict(public)
        assert told

    def test_somebody_listed_in_private_alone(self, project: Project) -> None:
        (project.private_dir / "participants.yml").write_text(
            "- {id: p99, group: nurses, pseudonym: Spogmay, attributes: {age: under 40}}\n", "utf-8"
        )
        edit(project.root / PRIVATE, "n1", "p99")
        words = handed_out(project, person="p99").words
        assert [own.card.who for own in words.quotations] == ["Spogmay"]
        assert words.told == ()


class TestWhatAnAuthorIsTold:
    def told(self, project: Project) -> list[str]:
        return [problem.message for problem in handed_out(project).problems]

    def test_nothing_where_all_is_ready(self, project: Project) -> None:
        assert self.told(project) == []

    def test_that_the_gate_still_asks(self, project: Project) -> None:
        edit(project.root / PRIVATE, "Nobody came to", "Dr Farida came to")
        assert self.told(project) == [
            "the privacy gate asks about quotation q102, so it may not be published as it is"
        ]

    def test_that_others_speak_too(self, project: Project) -> None:
        said = "text: Nobody came to the stop, so we walked down to the road on our own."
        turns = "turns:\n    - {speaker: A, text: We ran.}\n    - {speaker: B, text: We fell.}"
        edit(project.root / PRIVATE, said, turns)
        assert self.told(project) == ["quotation q102 holds words of several people"]

    def test_nothing_where_whoever_asks_alone_speaks_too(self, project: Project) -> None:
        said = "text: Nobody came to the stop, so we walked down to the road on our own."
        turns = (
            "turns:\n    - {speaker: Interviewer, text: And then?}\n"
            "    - {speaker: Zia, role: interviewer, text: Then?}\n"
            "    - {speaker: B, text: We fell.}"
        )
        edit(project.root / PRIVATE, said, turns)
        assert self.told(project) == []

    @pytest.mark.parametrize(("last", "is_so"), [("own", True), ("ownership", False)])
    def test_only_what_stands_word_for_word_in_the_transcript_is_said_to(
        self, project: Project, last: str, is_so: bool
    ) -> None:
        folder = project.private_dir / "transcripts"
        folder.mkdir()
        words = "Nobody came to the stop, so we walked down to the road on our"
        (folder / "fgd-2.txt").write_text(f"A: {words} {last}.\n", "utf-8")
        edit(project.root / PRIVATE, "  participant: p07\n- id: q103",
             "  participant: p07\n  session: fgd-2\n- id: q103")  # fmt: skip
        page = handed_out(project)
        (own,) = (own for own in page.words.quotations if own.id == "q102")
        assert ("Compared with the transcript: word for word." in own.changes) is is_so
        unlike = "quotation q102 does not stand so in its transcript"
        assert (unlike in [problem.message for problem in page.problems]) is not is_so

    def test_what_could_not_be_shown_or_read(self, project: Project) -> None:
        edit(project.root / PRIVATE, "[knowing-when]", "[knowing-who]")
        edit(project.root / PRIVATE, "  participant: n1\n", "  speaker: n1\n")
        assert sorted(self.told(project)) == [
            "quotation q101 is left out: what it names does not exist yet",
            "some quotations here cannot be read, and are on no page",
        ]

    def test_that_words_do_not_stand_so_in_the_transcript(self, project: Project) -> None:
        folder = project.private_dir / "transcripts"
        folder.mkdir()
        (folder / "fgd-2.txt").write_text("A: Nobody came, and so we went home again.\n", "utf-8")
        edit(project.root / PRIVATE, "  participant: p07\n- id: q103",
             "  participant: p07\n  session: fgd-2\n- id: q103")  # fmt: skip
        assert "quotation q102 does not stand so in its transcript" in self.told(project)

    def test_nobody_and_somebody_unquoted_are_errors(self, project: Project) -> None:
        people = project.data_dir / "participants.yml"
        people.write_text(people.read_text("utf-8") + "- {id: p98, group: nurses}\n", "utf-8")
        for person, rule in (("p06", "unknown-participant"), ("p98", "nothing-quoted")):
            with pytest.raises(StudyError) as caught:
                handed_out(project, person=person)
            assert caught.value.problems[0].rule == rule


class TestWhereItGoes:
    def test_into_private_with_an_entry_that_holds_no_word(self, project: Project) -> None:
        page = handed_out(project)
        assert page.path == (project.root / HOME / "p07.html").resolve()
        assert is_read_back(page.path.read_bytes())
        entry = json.loads((project.root / FILE).read_text("utf-8"))["people"][PERSON]
        assert entry["on"] == "2026-11-26"
        assert set(entry["shown"]) == {"q003", "q101", "q102"}
        assert all(len(mark) == 16 for mark in entry["shown"].values())

    def test_a_scoped_id_is_no_folder(self, project: Project) -> None:
        assert handed_out(project, person="fgd-1/p1").path.name == "fgd-1_p1.html"

    @pytest.mark.parametrize(
        "place", ["themes_data/p.html", "content/p.html", "private/p.html", "p.html",
                  "site/p.html", "private/read-back/../../content/p.html"],
    )  # fmt: skip
    def test_nowhere_else_in_the_study(self, project: Project, place: str) -> None:
        assert refused(project, project.root / place) == "not-private"

    def test_not_through_a_link_into_the_site(self, project: Project) -> None:
        (project.root / HOME).mkdir(parents=True)
        (project.root / HOME / "p.html").symlink_to(project.content_dir / "p.html")
        assert refused(project, project.root / HOME / "p.html") == "not-private"

    def test_nor_where_its_own_folder_leads_there(self, project: Project) -> None:
        (project.root / HOME).symlink_to(project.content_dir, target_is_directory=True)
        assert refused(project, project.root / HOME / "p.html") == "not-private"
        assert not (project.content_dir / "p.html").exists()

    def test_outside_the_study_where_no_repository_takes_it(
        self, project: Project, tmp_path: Path
    ) -> None:
        out = tmp_path / "stick" / "p07.html"
        plan_handout(project.root, PERSON, project.settings, DAY, "en", out).write()
        assert is_read_back(out.read_bytes())
        git(tmp_path, "init", "-q")
        assert refused(project, tmp_path / "stick" / "other.html") == "not-private"
        (tmp_path / ".gitignore").write_text("stick/\n", "utf-8")
        plan_handout(project.root, PERSON, project.settings, DAY, "en", tmp_path / "stick/o.html")

    def test_git_is_told_to_leave_private_out(self, project: Project) -> None:
        git(project.root, "init", "-q")
        handed_out(project)
        assert (project.private_dir / ".gitignore").read_text("utf-8") == "*\n"

    def test_not_into_private_where_git_takes_it(self, project: Project) -> None:
        git(project.root, "init", "-q")
        (project.private_dir / ".gitignore").write_text("!*\n", "utf-8")
        assert refused(project, project.root / HOME / "p.html") == "not-private"

    def test_over_an_earlier_page_and_nothing_else(self, project: Project) -> None:
        handed_out(project)
        page = handed_out(project, "ur").path
        page.write_bytes(marked(page.read_bytes()))
        assert refused(project, page) == "not-overwritten"

    def test_it_is_a_page(self, project: Project) -> None:
        assert refused(project, project.root / HOME / "register.json") == "not-private"


def test_a_broken_register_is_an_error_and_stays(tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.parent.mkdir(parents=True)
    for text in ("{", "[]", '{"study": "a", "people": {"p07": {"on": 5}}}', '{"study": 5}'):
        path.write_text(text, "utf-8")
        with pytest.raises(StudyError) as caught:
            read_register(tmp_path)
        assert caught.value.problems[0].rule == "no-register"
        assert path.read_text("utf-8") == text


def test_what_was_answered_before_stays_where_a_page_is_written_anew(tmp_path: Path) -> None:
    project = reading_project(tmp_path / "study", WAITING)
    register = read_register(project.root).with_answers(PERSON, DAY, {"q003": "keep"})
    entered = register.with_page(PERSON, DAY, "ur", {})
    assert entered.people[PERSON].answers == {"q003": "keep"}
    assert entered.answered == 1
