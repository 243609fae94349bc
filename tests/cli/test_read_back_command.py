"""`findings read-back`: pages, answers carried out, numbers; a refusal changes nothing."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from projects import edit
from reading_back import PERSON, PRIVATE, PUBLIC, answers_to, reading_project

from study_findings.checking import check_project
from study_findings.cli import main, telling
from study_findings.editing.register import FILE
from study_findings.project import Project
from study_findings.standing import read_standing


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    made = reading_project(tmp_path / "study")
    monkeypatch.chdir(made.root)
    return made


def run(*arguments: str, code: int = 0, typed: str | None = None) -> str:
    ended: Result = CliRunner().invoke(main, ["read-back", *arguments], input=typed)
    assert ended.exit_code == code, ended.output
    return ended.output


def held(project: Project) -> dict[str, bytes]:
    files = (path for path in project.root.rglob("*") if path.is_file())
    return {path.relative_to(project.root).as_posix(): path.read_bytes() for path in files}


class TestPage:
    def test_is_written_and_told(self, project: Project) -> None:
        said = run(PERSON, "--language", "ur")
        assert said.startswith(
            "Wrote private/read-back/p07.html (ur): 3 quotations, 2 waiting.\nIt is private"
        )
        assert run().splitlines()[0] == "1 participant asked, 0 answered."
        assert "page of 20" in run()

    def test_of_several_people(self, project: Project) -> None:
        run(PERSON, "n1", "fgd-1/p1")
        pages = sorted(path.name for path in (project.root / "private/read-back").glob("*.html"))
        assert pages == ["fgd-1_p1.html", "n1.html", "p07.html"]

    def test_warns_of_what_is_not_ready(self, project: Project) -> None:
        edit(project.root / PRIVATE, "Nobody came to", "Dr Farida came to")
        said = run(PERSON)
        assert f"{PRIVATE}:15:1 warning not-ready: " in said.replace(": warning", " warning")
        assert "Farida" not in said

    def test_of_one_that_git_or_the_site_would_publish_is_refused(self, project: Project) -> None:
        before = held(project)
        assert "error not-private" in run(PERSON, "-o", "content/p07.html", code=1)
        assert held(project) == before

    def test_is_no_leak_and_keeps_its_words(self, project: Project) -> None:
        run(PERSON, "n1", "fgd-1/p1", "fgd-1/p2", "--language", "en")
        assert not [p for p in check_project(project).problems if p.level == "error"]
        (project.root / PRIVATE).unlink()
        edit(project.content_dir / "thanks.md", "To all", "Nobody came to the stop, so we walked "
             "down to the road on our own. To all")  # fmt: skip
        leaks = [p for p in check_project(project).problems if p.level == "error"]
        found = {(problem.location.file, problem.rule) for problem in leaks}
        assert found == {("private/read-back/p07.html", "leak")}


@pytest.mark.parametrize(
    "arguments",
    [
        ("--answers",), ("--count", PERSON), ("--answer", "q003=keep"), ("--remark", "Hello"),
        ("a", "b", "--answer", "q003=keep"), ("a", "b", "-o", "x.html"), ("-o", "x.html"),
        ("--language", "ur"), ("x.json", "--answers", "--answer", "q003=keep"),
        ("x.json", "--answers", "--language", "ur"), ("--count", "--answers", "x.json"),
    ],
)  # fmt: skip
def test_what_does_not_go_together_is_refused(project: Project, arguments: tuple[str, ...]) -> None:
    before = held(project)
    assert "Error: " in run(*arguments, code=2)
    assert held(project) == before


class TestAnswers:
    GIVEN = (
        ("q003", "keep", ""),
        ("q101", "take-out", ""),
        ("q102", "change", "Nobody came to the stop, so we ran down to the road."),
        ("q104", "take-out", ""),
    )

    def saved(self, project: Project) -> str:
        run(PERSON)
        path = project.root.parent / "saved.json"
        path.write_text(answers_to(project, *self.GIVEN).model_dump_json(), "utf-8")
        return str(path)

    def test_are_shown_kept_and_carried_out(self, project: Project) -> None:
        said = run("--answers", self.saved(project), "--yes")
        assert f"q003 ({PUBLIC}:34:3), published: keep it as it is\n" in said
        assert f"q101 ({PRIVATE}:2:3), waits in private/: take it out\n" in said
        assert "we [-walked-] {+ran+} down to the [-road on our own.-] {+road.+}" in said
        assert ", of somebody else, so nothing is done: take it out\n" in said
        assert "Done: q101." in said
        text = (project.root / PRIVATE).read_text("utf-8")
        assert text.count("kept_out: true") == 2
        assert text.count("wish: ") == 1
        assert run().startswith("1 participant asked, 1 answered.\n")

    def test_are_counted_by_status(self, project: Project) -> None:
        run("--answers", self.saved(project), "--yes")
        waiting = read_standing(project).waiting
        assert (waiting.number, waiting.kept_out, waiting.wishes) == (2, 2, 1)
        ended = CliRunner().invoke(main, ["status"]).output
        assert "  2 waiting in private/; " in ended
        assert "    1 with a wish of whoever said it, to be decided on\n" in ended
        assert "  2 kept out, in private/ for good\n" in ended

    def test_change_nothing_where_nobody_is_asked(self, project: Project) -> None:
        path = self.saved(project)
        before = held(project)
        assert "add --yes" in run("--answers", path, code=2)
        assert held(project) == before

    def test_are_carried_out_one_by_one(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(telling, "_may_ask", lambda: True)
        said = run("--answers", self.saved(project), typed="y\nn\ny\n")
        assert "Left as it is: q101." in said
        assert "Done: q102." in said
        assert (project.root / PRIVATE).read_text("utf-8").count("kept_out: true") == 1

    def test_a_refusal_leaves_all_as_it_was(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(telling, "_may_ask", lambda: True)
        path = self.saved(project)
        before = held(project)
        assert "Nothing was changed." in run("--answers", path, typed="n\n", code=1)
        assert held(project) == before

    def test_one_that_cannot_be_done_leaves_the_others_done(self, project: Project) -> None:
        (project.content_dir / "more.md.j2").write_text('{{ quotation("q003") }}\n', "utf-8")
        run(PERSON)
        given = ("--answer", "q003=change:Other words.", "--answer", "q102=take-out")
        said = run(PERSON, *given, "--yes", code=1)
        assert "q003 cannot be done yet:\ncontent/more.md.j2:1:" in said
        assert said.endswith("\nNot done: q003.\n")
        assert (project.root / PRIVATE).read_text("utf-8").count("kept_out: true") == 2

    def test_pasted(self, project: Project) -> None:
        run(PERSON)
        text = answers_to(project, *self.GIVEN).as_text()
        said = run("--answers", "-", "--yes", typed=f"Salam!\n{text}")
        assert "Done: q102." in said

    def test_a_published_quotation_is_withdrawn_with_all_that_goes_with_it(
        self, project: Project
    ) -> None:
        said = run(PERSON, "--answer", "q003=take-out", "--yes")
        assert "Will be withdrawn, and a tombstone left in its place" in said
        assert "What is left to do is in private/after-withdrawing.md" in said
        assert "withdrawn" in (project.root / PUBLIC).read_text("utf-8")

    def test_several_files_and_one_that_is_damaged_change_nothing(self, project: Project) -> None:
        path = self.saved(project)
        broken = project.root.parent / "broken.json"
        broken.write_text(Path(path).read_text("utf-8")[:-5], "utf-8")
        before = held(project)
        assert "error no-answers" in run("--answers", path, str(broken), "--yes", code=1)
        assert held(project) == before

    def test_a_file_that_is_not_there(self, project: Project) -> None:
        assert "nothing.json" in run("--answers", "nothing.json", code=1)


def test_clear_all_leaves_alone_what_is_kept_out_and_says_so(project: Project) -> None:
    ended = CliRunner().invoke(main, ["clear", "--all", "--by", "AB", "--yes"])
    assert ended.output.startswith("Kept out, and left where they are: q103.\n")
    assert "Cleared 3 quotations: q101, q102, q104." in ended.output
    assert "q103" in (project.root / PRIVATE).read_text("utf-8")


class TestCount:
    def test_is_shown_and_written(self, project: Project) -> None:
        run(PERSON, "n1", "fgd-1/p1")
        run(PERSON, "--answer", "q003=keep", "--yes")
        said = run("--count", "--yes")
        assert "read_back: {invited: 3, answered: 1}" in said
        assert "Write it once all have answered" in said
        assert "invited: 3" in (project.data_dir / "study.yml").read_text("utf-8")
        assert "already" in run("--count")

    def test_of_few_is_refused(self, project: Project) -> None:
        run(PERSON)
        assert "error read-back-few" in run("--count", "--yes", code=1)

    def test_answers_alone_never_touch_the_study(self, project: Project) -> None:
        before = (project.data_dir / "study.yml").read_bytes()
        run(PERSON, "--answer", "q003=keep", "--yes")
        assert (project.data_dir / "study.yml").read_bytes() == before
        assert (project.root / FILE).exists()
