"""The commands as an author meets them: what they print, what they end with, never a traceback."""

import errno
import json
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Callable
from keyword import iskeyword
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from days import TODAY, StillDate
from loading import load_study
from projects import CONFIGURATION, edit, make_project

import study_findings
from study_findings import __version__, entry
from study_findings import build as building
from study_findings.cli import main, telling
from study_findings.editing.new import TITLES
from study_findings.engines.stages import SHARES
from study_findings.project import Project
from study_findings.reading.load import check_study

COMMANDS = (
    "init",
    "check",
    "risk",
    "build",
    "serve",
    "desk",
    "export",
    "status",
    "diff",
    "new",
    "rename",
    "import",
    "workbook",
    "clear",
    "unclear",
    "verify",
    "withdraw",
    "read-back",
    "translate",
    "undo",
    "explain",
    "schema",
)
WAITING = """\
# Reviewed with the team, in January.
- id: w001
  text: We count the bends until the bus comes.
  themes: [knowing-when]
  group: patients
"""


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Give a study, and stand in its folder."""
    made = make_project(tmp_path / "study", private={"quotations/patients.yml": WAITING})
    monkeypatch.chdir(made.root)
    return made


def run(*arguments: str) -> Result:
    """Run a command as `findings` does; whatever is raised and is no exit is a failure."""
    result = CliRunner().invoke(main, arguments)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def ends(result: Result, code: int) -> str:
    """Give what a command printed, having compared what it ended with."""
    assert result.exit_code == code, result.output
    return result.output


class TestHelp:
    def test_lists_every_command_in_a_line(self) -> None:
        listed = ends(run("--help"), 0)
        for name in COMMANDS:
            assert f"\n  {name} " in listed

    @pytest.mark.parametrize("name", COMMANDS)
    @pytest.mark.parametrize("option", ["--help", "-h"])
    def test_explains_each_command(self, name: str, option: str) -> None:
        explained = ends(run(name, option), 0)
        assert explained.startswith(f"Usage: main {name} ")

    @pytest.mark.parametrize("name", main.commands)
    def test_explains_each_option(self, name: str) -> None:
        for parameter in main.commands[name].params:
            if parameter.param_type_name == "option":
                assert getattr(parameter, "help", None)

    def test_tells_the_version(self) -> None:
        assert ends(run("--version"), 0) == f"findings, version {__version__}\n"


class TestUsage:
    @pytest.mark.parametrize(
        "arguments",
        [
            ["chekc"],
            ["check", "--format", "xml"],
            ["check", "--study", "nowhere"],
            ["check", "more"],
            ["build", "--engine", "hugo"],
            ["serve", "--port", "0"],
            ["serve", "--port", "http"],
            ["init"],
            ["clear", "w001"],
            ["clear", "--by", "EA"],
            ["clear", "w001", "--all", "--by", "EA"],
            ["new", "poem"],
            ["new", "theme", "A", "--title", "B"],
            ["unclear"],
            ["withdraw"],
            ["schema", "poem"],
        ],
        ids=" ".join,
    )
    def test_mistyped_ends_with_2_and_says_how(
        self, project: Project, arguments: list[str]
    ) -> None:
        before = {path: path.stat().st_mtime_ns for path in project.root.rglob("*")}
        said = ends(run(*arguments), 2)
        assert "Error: " in said
        assert {path: path.stat().st_mtime_ns for path in project.root.rglob("*")} == before


class TestCheck:
    def test_is_content_with_a_sound_study(self, project: Project) -> None:
        assert ends(run("check", "--strict"), 0) == "No problems.\n"

    def test_names_every_problem_where_it_can_be_clicked(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        edit(project.data_dir / "study.yml", "licence: CC-BY-4.0\n", "")
        edit(project.data_dir / "themes/road-decides.yml", "groups: [nurses]", "groups: [nurse]")
        said = ends(run("check"), 1).splitlines()
        assert said[0].startswith("themes_data/study.yml:3:1: error missing-field: ")
        assert said[1].startswith("themes_data/themes/road-decides.yml:4:10: error ")
        assert said[1].endswith('did you mean "nurses"?')
        assert said[2] == "2 errors in 2 files."
        assert said[3:] == ["To learn what a rule means: findings explain missing-field"]

        monkeypatch.chdir(project.root.parent)
        said = ends(run("check", "--study", "study"), 1).splitlines()
        assert said[0].startswith("study/themes_data/study.yml:3:1: error missing-field: ")

    def test_warns_and_goes_on_unless_it_is_strict(self, project: Project) -> None:
        (project.data_dir / "notes.txt").write_text("x", encoding="utf-8")
        for options, code in (((), 0), (("--strict",), 1)):
            said = ends(run("check", *options), code)
            assert said.startswith("themes_data/notes.txt:1:1: warning stray-file: ")

    def test_says_that_the_workflow_stops_at_warnings(self, project: Project) -> None:
        last = (
            "Warnings stop the workflow that publishes the site: it runs `findings check --strict`."
        )
        assert last not in ends(run("check"), 0)
        notes = project.private_dir / "quotations/notes.yml.txt"
        notes.write_text("x", encoding="utf-8")
        said = ends(run("check"), 0)
        assert " warning unread-file: " in said
        assert last not in said, "a workflow never sees private/"
        (project.data_dir / "notes.txt").write_text("x", encoding="utf-8")
        assert last in ends(run("check"), 0).splitlines()
        assert json.loads(ends(run("check", "--format", "json"), 0))["warnings"] == 2

    def test_reads_private_and_the_pages_around_the_study(self, project: Project) -> None:
        edit(project.private_dir / "quotations/patients.yml", "text:", "test:")
        (project.content_dir / "a.md").write_text("# A\n\n[b](missing.md)\n", encoding="utf-8")
        said = ends(run("check"), 1).splitlines()
        assert [line.partition(": ")[0] for line in said[:-2]] == [
            "content/a.md:3:5",
            "private/quotations/patients.yml:3:3",
        ]

    def test_never_fails_because_a_translation_is_outdated(self, project: Project) -> None:
        edit(project.data_dir / "themes/knowing-when.yml", "The day matters", "A day matters")
        for options in ((), ("--strict",)):
            said = ends(run("check", *options), 0)
            assert said.startswith(
                "themes_data/translations/ur/themes/knowing-when.yml:3:9: "
                "notice translation-outdated: "
            )
            assert "\n1 notice in 1 file.\n" in said

    def test_writes_for_programs_and_for_github(self, project: Project) -> None:
        edit(project.data_dir / "themes/road-decides.yml", "groups: [nurses]", "groups: [nurse]")
        found = json.loads(ends(run("check", "--format", "json"), 1))
        assert (found["errors"], found["problems"][0]["line"]) == (1, 4)
        said = ends(run("check", "--format", "github"), 1)
        assert said.startswith("::error file=themes_data/themes/road-decides.yml,line=4,col=10,")

    def test_says_nothing_but_json_where_json_is_asked_for(self, project: Project) -> None:
        assert json.loads(run("check", "--format", "json").stdout)["problems"] == []


class TestInit:
    def test_begins_a_study_that_checks(self, tmp_path: Path) -> None:
        folder = tmp_path / "my study"
        said = ends(run("init", str(folder)), 0)
        written = sum(path.is_file() for path in folder.rglob("*"))
        assert said.startswith(f"Wrote {written} files to ")
        assert f"  cd '{folder}'\n  findings check\n  findings serve --open\n" in said
        # One of the quotations that wait has a name in it, to show what the gate asks.
        checked = ends(run("check", "--strict", "--study", str(folder)), 0)
        assert re.findall(r": (\w+ \S+): ", checked) == ["notice name"]
        assert "1 notice in 1 file." in checked

    def test_never_overwrites(self, project: Project) -> None:
        before = {path: path.stat().st_mtime_ns for path in project.root.rglob("*")}
        said = ends(run("init", "."), 1)
        assert "error not-empty: the folder already holds something" in said
        assert {path: path.stat().st_mtime_ns for path in project.root.rglob("*")} == before


@pytest.fixture
def without_index(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave out the search index: half of a build's time, and nothing of what the test is about."""
    monkeypatch.setattr(building, "index_site", lambda *_: None)


class TestBuild:
    @pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
    def test_says_what_it_built_and_how_to_look_at_it(self, project: Project, engine: str) -> None:
        result = run("build", "--engine", engine, "--site-dir", "the site")
        assert ends(result, 0)
        assert [line.partition(":")[0] for line in result.stderr.splitlines()] == list(SHARES)
        said = result.stdout.splitlines()
        study = load_study(project.data_dir)
        assert said[0].startswith(
            f"Built 3 themes, {len(study.published)} quotations, 1 tombstone, "
        )
        assert said[1] == "The site is in the site/. To look at it:"
        assert said[2] == "  python3 -m http.server --directory 'the site' 8000"
        assert (project.root / "the site/index.html").is_file()

    def test_builds_nothing_from_a_broken_study(self, project: Project) -> None:
        edit(project.data_dir / "study.yml", "licence: CC-BY-4.0\n", "")
        result = run("build")
        assert result.stderr.startswith("themes_data/study.yml:3:1: error missing-field: ")
        assert "\n1 error in 1 file.\n" in ends(result, 1)
        assert not (project.root / "site").exists()

    @pytest.mark.usefixtures("without_index")
    def test_stops_at_warnings_where_it_is_strict(self, project: Project) -> None:
        (project.data_dir / "notes.txt").write_text("x", encoding="utf-8")
        assert "warning stray-file" in ends(run("build", "--strict"), 1)
        assert not (project.root / "site").exists()
        result = run("build")
        assert ends(result, 0)
        assert "\nthemes_data/notes.txt:1:1: warning stray-file: " in result.stderr

    def test_stops_at_what_a_strict_check_warns_of(self, project: Project) -> None:
        (project.content_dir / "a.md").write_text("# A\n\n[b](missing/)\n", encoding="utf-8")
        assert "content/a.md:3:5: warning dead-link: " in ends(run("build", "--strict"), 1)
        assert not (project.root / "site").exists()

    @pytest.mark.usefixtures("without_index")
    def test_is_held_up_by_neither_private_nor_an_outdated_translation_also_where_it_is_strict(
        self, project: Project
    ) -> None:
        edit(project.private_dir / "quotations/patients.yml", "text:", "test:")
        edit(project.data_dir / "themes/knowing-when.yml", "The day matters", "A day matters")
        assert " error " in ends(run("check", "--strict"), 1)
        result = run("build", "--strict")
        assert ends(result, 0)
        assert " notice translation-outdated: " in result.stderr

    def test_quotes_the_engine_that_failed(self, project: Project) -> None:
        (project.content_dir / "a.md").write_text("# A\n\n[b](missing.md)\n", encoding="utf-8")
        result = run("build")
        assert ends(result, 1).endswith(
            '\nMkDocs could not build the site: content/a.md links to "missing.md", which is no '
            "page or file of the site; mend the link or the file's name. All that it printed is in "
            ".findings/failure.log\n"
        )


def test_each_command_is_a_module_of_its_name() -> None:
    assert set(main.commands) == set(COMMANDS)
    for name, command in main.commands.items():
        assert command.callback is not None
        module = f"{name}_" if iskeyword(name) else name.replace("-", "_")
        assert command.callback.__module__ == f"study_findings.cli.{module}"


class TestInterrupted:
    @pytest.mark.parametrize(
        ("command", "work"),
        [
            (["init", "new"], "copy_starter"),
            (["check"], "check_project"),
            (["build"], "build"),
            (["status"], "read_standing"),
            (["new", "theme", "A"], "plan_new"),
            (["clear", "w001", "--by", "EA"], "plan_clearance"),
            (["unclear", "q001"], "plan_unclearing"),
            (["withdraw", "q001"], "plan_withdrawal"),
            (["translate", "ps"], "plan_translation"),
            (["undo"], "last_change"),
        ],
    )
    def test_ends_with_130_and_one_word(
        self, project: Project, monkeypatch: pytest.MonkeyPatch, command: list[str], work: str
    ) -> None:
        def stop(*args: object, **kwargs: object) -> None:
            raise KeyboardInterrupt

        monkeypatch.setattr(f"study_findings.cli.{command[0]}.{work}", stop)
        assert ends(run(*command), 130) == "Stopped.\n"


class TestSystemThatRefuses:
    @pytest.mark.parametrize(
        ("error", "said"),
        [
            (
                OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)),
                "A file cannot be read or written: No space left on device; make room on the disk, "
                "then try again.\n",
            ),
            (
                PermissionError(errno.EACCES, "Permission denied", "themes_data/study.yml"),
                "themes_data/study.yml cannot be read or written: Permission denied; give yourself "
                "the right to read and write it, then try again.\n",
            ),
            (
                FileNotFoundError(errno.ENOENT, "No such file", "private/Gulalai Khan, IDI 3.docx"),
                "private cannot be read or written: No such file.\n",
            ),
        ],
    )
    def test_is_told_of_in_one_sentence(
        self, project: Project, monkeypatch: pytest.MonkeyPatch, error: OSError, said: str
    ) -> None:
        def fail(*args: object, **kwargs: object) -> None:
            raise error

        monkeypatch.setattr("study_findings.cli.build.build", fail)
        assert ends(run("build"), 1) == said

    def test_output_that_nobody_reads_any_more_is_no_error(self, project: Project) -> None:
        program = "from study_findings.entry import main; main()"
        command = f"{shlex.quote(sys.executable)} -c '{program}' schema | head -n 1"
        done = subprocess.run(command, shell=True, capture_output=True, text=True, check=False)
        assert (done.stdout, done.stderr) == ("{\n", run("schema").stderr)


class TestEntry:
    def test_is_quiet_where_ctrl_c_comes_while_the_program_loads(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        class Interrupting:
            def find_spec(self, name: str, *args: object) -> None:
                if name == "study_findings.cli":
                    raise KeyboardInterrupt

        monkeypatch.delitem(sys.modules, "study_findings.cli")
        monkeypatch.delattr(study_findings, "cli")
        monkeypatch.setattr(sys, "meta_path", [Interrupting(), *sys.meta_path])
        with pytest.raises(SystemExit) as ended:
            entry.main()
        assert ended.value.code == 130


CLEARED = """\
Will be published, as reviewed by EA:

w001, private/quotations/patients.yml -> themes_data/quotations/patients.yml
    - id: w001
      text: We count the bends until the bus comes.
      themes: [knowing-when]
      group: patients
      cleared: {by: EA, on: TODAY}

"""
UNDO = "To take this back: findings undo\n"


class TestClear:
    @pytest.fixture(autouse=True)
    def still(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("study_findings.cli.clear.date", StillDate)

    def test_shows_what_it_publishes_and_moves_it(self, project: Project) -> None:
        said = ends(run("clear", "w001", "--by", "EA", "--yes"), 0)
        shown = CLEARED.replace("TODAY", f"{TODAY}")
        assert said == f"{shown}Cleared 1 quotation: w001.\n{UNDO}"
        (quotation,) = (q for q in load_study(project.data_dir).quotations if q.id == "w001")
        assert quotation.cleared is not None
        assert quotation.cleared.by == "EA"
        assert ends(run("check", "--strict"), 0) == "No problems.\n"

    def test_shows_all_and_says_when_none_is_left(self, project: Project) -> None:
        assert ends(run("clear", "--all", "--by", "EA", "--yes"), 0).startswith(
            CLEARED.replace("TODAY", f"{TODAY}")
        )
        said = ends(run("clear", "--all", "--by", "EA"), 0)
        assert said == "Nothing in private/ waits to be cleared.\n"

    def test_says_that_none_of_all_is_cleared_where_one_may_not_be(self, project: Project) -> None:
        (project.private_dir / "quotations/more.yml").write_text(
            "- id: w002\n  text: It was Farida who waited.\n  themes: [knowing-when]\n"
            "  group: patients\n",
            "utf-8",
        )
        before = held(project)
        said = ends(run("clear", "--all", "--by", "EA", "--yes"), 1)
        assert said.startswith("Nothing was cleared. Mend what follows, or name those it says")
        assert "more.yml:2:" in said
        assert held(project) == before

    def test_names_an_id_that_is_not_there(self, project: Project) -> None:
        said = ends(run("clear", "w002", "--by", "EA"), 1)
        assert "w002" in said
        assert check_study(project.data_dir).problems == ()


@pytest.mark.parametrize(
    ("command", "place"),
    [
        (("clear", "w001", "--by", "EA"), "study/private/quotations/patients.yml:4:"),
        (("withdraw", "w001"), "study/private/quotations/patients.yml:2:1: error never-published"),
    ],
)
def test_problems_of_changes_are_placed_from_where_the_command_runs(
    project: Project, monkeypatch: pytest.MonkeyPatch, command: tuple[str, ...], place: str
) -> None:
    edit(project.private_dir / "quotations/patients.yml", "[knowing-when]", "[knowing-who]")
    monkeypatch.chdir(project.root.parent)
    assert ends(run(*command, "--study", "study"), 1).startswith(place)


class TestStatus:
    def test_counts_and_names_and_quotes_nothing(self, project: Project) -> None:
        words = "Dr Farida gave me 0301-2345678, and Farida waited."
        (project.private_dir / "quotations/more.yml").write_text(
            f"- id: w002\n  text: {words}\n  themes: [knowing-when]\n  group: patients\n", "utf-8"
        )
        said = ends(run("status"), 0)
        assert said == (
            "Quotations:\n"
            "  2 waiting in private/; the privacy gate asks about 1\n"
            "    known-name: 1 quotation\n"
            "    telephone-number: 1 quotation\n"
            "    titled-name: 1 quotation\n"
            "  7 cleared, 1 of them with a waiver\n"
            "  1 composed\n"
            "  1 withdrawn\n"
            "Themes:\n"
            "  without a voice: none\n"
            "  without a diverging voice: known-by-name, road-decides\n"
            "Smallest cells of published attributes:\n"
            "  age: 3\n"
            "Translations that are older than the words they translate:\n"
            "  none\n"
        )

    def test_says_what_is_outdated(self, project: Project) -> None:
        edit(project.data_dir / "study.yml", "The clinic that comes,", "A clinic that comes,")
        assert "\n  ur: the study's own words\n" in ends(run("status"), 0)

    def test_says_what_it_could_not_read(self, project: Project) -> None:
        (project.private_dir / "quotations/more.yml").write_text("- id: w002\n  txet: A\n", "utf-8")
        assert "\n    1 too broken to be read: see findings check\n" in ends(run("status"), 0)

    def test_lists_the_errors_of_a_study_that_has_any(self, project: Project) -> None:
        edit(project.data_dir / "study.yml", "licence: CC-BY-4.0\n", "")
        said = ends(run("status"), 1)
        assert said.startswith("themes_data/study.yml:3:1: error missing-field: ")


class TestNew:
    def test_says_what_the_gate_will_ask_about_and_not_the_word(self, project: Project) -> None:
        said = "Call me on 0301-2345678."
        result = run("new", "quotation", said, "--theme", "knowing-when", "--yes")
        told = [line for line in result.stderr.splitlines() if "telephone-number" in line]
        assert ends(result, 0)
        assert len(told) == 1
        assert " notice telephone-number: " in told[0]
        assert "0301" not in result.stderr

    def test_begins_a_quotation_with_the_next_id(self, project: Project) -> None:
        said = ends(run("new", "quotation", "It was late.", "--theme", "road-decides", "-y"), 0)
        assert said == (
            "Will be added:\n\nq013, private/quotations/road-decides.yml\n    - id: q013\n"
            '      text: "It was late."\n      themes: [road-decides]\n\n'
            "Added quotation q013 to private/quotations/road-decides.yml.\n"
            "To take this back: findings undo\n"
        )
        assert check_study(project.data_dir).problems == ()

    def test_says_what_is_wrong_and_how_to_give_what_is_missing(self, project: Project) -> None:
        before = held(project)
        said = ends(run("new", "session", "--kind", "interview"), 1)
        assert 'session idi-2 has no "groups"; give it by --group\n' in said
        said = ends(run("new", "quotation", "Late.", "--theme", "raod-decides"), 1)
        assert 'names theme "raod-decides"; did you mean "road-decides"?\n' in said
        assert held(project) == before

    def test_begins_a_claim_in_its_theme_and_a_message_in_the_study(self, project: Project) -> None:
        composed = ("--provenance", "illustrative", "-y")
        claim = ("claim", "One knows when.", "--theme", "knowing-when", "--rests-on", "q001")
        said = ends(run("new", *claim, *composed), 0)
        assert "Added claim one-knows-when to themes_data/themes/knowing-when.yml." in said
        message = ("key-message", "It is the road.", "--claim", "one-knows-when")
        said = ends(run("new", *message, *composed), 0)
        assert "Added key-message it-is-the-road to themes_data/study.yml." in said
        errors = [p for p in check_study(project.data_dir).problems if p.level == "error"]
        assert errors == []
        assert ends(run("undo", "-y"), 0)
        assert "it-is-the-road" not in (project.data_dir / "study.yml").read_text("utf-8")

    @pytest.mark.parametrize("kind", list(TITLES))
    def test_explains_each_option_of_each_kind(self, kind: str) -> None:
        said = ends(run("new", kind, "--help"), 0)
        assert said.startswith(f"Usage: main new {kind} [OPTIONS] [")
        assert "--id TEXT" in said


class TestUnclear:
    def test_moves_words_back_and_says_where_they_can_still_be_read(self, project: Project) -> None:
        said = ends(run("unclear", "q010", "--yes"), 0)
        assert said.startswith(
            "Will be taken out of the site, to wait in private/ as before they were cleared:\n\n"
            "q010, themes_data/quotations/nurses.yml -> private/quotations/nurses.yml\n"
        )
        assert (
            "\nMoved back to private/, to be cleared anew: 1 quotation: q010.\n"
            "To take this back: findings undo\n"
            "A site that was published with q010 shows the words until it is published again.\n"
        ) in said
        assert "git" not in said
        assert "the sky" in (project.private_dir / "quotations/nurses.yml").read_text("utf-8")
        assert "q010" not in {q.id for q in load_study(project.data_dir).quotations}

    def test_tells_of_git_where_the_study_is_in_git(self, project: Project) -> None:
        subprocess.run(["git", "init", "-q"], cwd=project.root, check=True)
        assert "earlier commits hold the words" in ends(run("unclear", "q010", "--yes"), 0)

    def test_says_where_else_its_words_stand(self, project: Project) -> None:
        quotations = project.data_dir / "quotations/nurses.yml"
        words = next(q for q in load_study(project.data_dir).quotations if q.id == "q010").text
        (project.content_dir / "sky.md").write_text(f"# Sky\n\n{words}\n", "utf-8")
        before = quotations.read_bytes()
        said = ends(run("unclear", "q010"), 2)
        assert "content/sky.md:3:1: warning words-remain: words of quotation q010" in said
        assert "stay when it waits in private/" in said
        assert quotations.read_bytes() == before

    def test_names_a_page_that_shows_it(self, project: Project) -> None:
        page = project.content_dir / "sky.md.j2"
        page.write_text('# Sky\n\n{{ quotation("q010") }}\n', encoding="utf-8")
        said = ends(run("unclear", "q010"), 1)
        assert said.startswith("content/sky.md.j2:3:1: error template: ")
        assert 'no published quotation has the id "q010"; take it out there first' in said


class TestWithdraw:
    def test_leaves_a_tombstone_and_tells_of_git(self, project: Project) -> None:
        subprocess.run(["git", "init", "-q"], cwd=project.root, check=True)
        said = ends(run("withdraw", "q010", "--yes"), 0)
        assert said.startswith(
            "Will be taken out, and a tombstone left in place of each:\n\nq010, "
        )
        assert "\nWithdrew 1 quotation: q010.\nTo take this back: findings undo\n" in said
        assert "the words are kept for that in .findings/undo/, on this computer only" in said
        assert "git" in said
        (quotation,) = (q for q in load_study(project.data_dir).quotations if q.id == "q010")
        assert quotation.status == "withdrawn"
        assert "the sky" not in (project.data_dir / "quotations/nurses.yml").read_text("utf-8")

    def test_says_nothing_of_git_where_there_is_none(self, project: Project) -> None:
        said = ends(run("withdraw", "q010", "--yes"), 0)
        assert "What is left to do is in private/after-withdrawing.md: the published site," in said
        assert "git" not in said
        assert "git" not in (project.private_dir / "after-withdrawing.md").read_text("utf-8")

    def test_leaves_none_of_the_words_in_what_a_build_left(self, project: Project) -> None:
        left = project.root / ".findings"
        kept = {"docs/q.md": "the sky", "site-0a/q.html": "the sky", "failure.log": "the sky"}
        for name, text in kept.items():
            (left / name).parent.mkdir(parents=True, exist_ok=True)
            (left / name).write_text(text, "utf-8")
        ends(run("withdraw", "q010", "--yes"), 0)
        assert {path.name for path in left.iterdir()} <= {"undo", "lock"}

    def test_names_an_id_that_is_not_there(self, project: Project) -> None:
        assert "q999" in ends(run("withdraw", "q999"), 1)


class TestTranslate:
    def test_begins_what_is_missing_and_says_so(self, project: Project) -> None:
        said = ends(run("translate", "ur", "--yes"), 0).splitlines()
        folder = "themes_data/translations/ur"
        assert said[:7] == [
            "Will be written:",
            f"  {folder}/methods.yml",
            f"  {folder}/codebook.yml",
            f"  {folder}/implications.yml",
            f"  {folder}/themes/known-by-name.yml",
            f"  {folder}/themes/road-decides.yml",
            "Wrote 5 files.",
        ]
        assert ends(run("check", "--strict"), 0) == "No problems.\n"
        again = run("translate", "ur", "--yes")
        assert again.stdout == "Nothing to write: the study and every theme have their files.\n"
        assert again.stderr.splitlines() == [
            f'{folder}/study.yml:1:1: notice not-begun: the level of age "40 and over" is not in '
            'this translation; add it under `levels` of age: `- level: "40 and over"`',
            *(
                f'{folder}/study.yml:1:1: notice not-begun: the relation "{words}" is not in this '
                f"translation; add it under `relations`: `- relation: {words}`"
                for words in ("is undone by", "deepens")
            ),
            f"{folder}/themes/knowing-when.yml:1:1: notice not-begun: the subtheme phone-tree is "
            "not in this translation; add it where it belongs under `subthemes`, with "
            "`id: phone-tree` and `title`",
        ]

    def test_says_what_is_outdated(self, project: Project) -> None:
        edit(project.data_dir / "study.yml", "The clinic that comes,", "A clinic that comes,")
        assert (
            " notice translation-outdated: the study changed"
            in run("translate", "ur", "--yes").stderr
        )
        assert "translation-outdated" not in run("translate", "ps", "--yes").stderr

    @pytest.mark.parametrize("language", ["Urdu", "en", "../ur", ""])
    def test_names_a_language_it_cannot_take(self, project: Project, language: str) -> None:
        before = set(project.root.rglob("*"))
        assert " error " in ends(run("translate", language), 1)
        assert set(project.root.rglob("*")) == before


CHANGING = {
    "clear": ("clear", "--all", "--by", "EA"),
    "new": ("new", "theme", "Waiting"),
    "unclear": ("unclear", "q010"),
    "withdraw": ("withdraw", "q010"),
    "translate": ("translate", "ps"),
}


def held(project: Project) -> dict[str, bytes]:
    """Give what a project holds by path, what is kept for undoing apart."""
    return {
        str(path.relative_to(project.root)): path.read_bytes()
        for path in project.root.rglob("*")
        if path.is_file() and ".findings" not in path.parts
    }


@pytest.mark.parametrize("arguments", CHANGING.values(), ids=list(CHANGING))
class TestWhatChangesFiles:
    def test_changes_nothing_where_nobody_can_be_asked(
        self, project: Project, arguments: tuple[str, ...]
    ) -> None:
        before = held(project)
        said = ends(run(*arguments), 2)
        assert said.startswith("Will be ")
        assert "nobody is here to be asked, so nothing was changed; add --yes" in said
        assert held(project) == before
        assert not (project.root / ".findings").exists()

    @pytest.mark.parametrize("answer", ["n\n", "\n"])
    def test_changes_nothing_where_the_answer_is_no(
        self,
        project: Project,
        arguments: tuple[str, ...],
        answer: str,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        before = held(project)
        monkeypatch.setattr(telling, "_may_ask", lambda: True)
        result = CliRunner().invoke(main, arguments, input=answer)
        assert ends(result, 1).endswith(f"Go on? [y/N]: {answer.strip()}\nNothing was changed.\n")
        assert held(project) == before

    def test_can_be_undone_to_the_byte_and_done_again(
        self, project: Project, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before, folders = held(project), {p for p in project.root.rglob("*") if p.is_dir()}
        monkeypatch.setattr(telling, "_may_ask", lambda: True)
        assert ends(CliRunner().invoke(main, arguments, input="y\n"), 0)
        after = held(project)
        assert after != before
        said = ends(CliRunner().invoke(main, ("undo",), input="y\n"), 0)
        assert said.startswith(f"Takes back `findings {' '.join(arguments)}`:\n  ")
        assert held(project) == before
        left = {p for p in project.root.rglob("*") if p.is_dir() and ".findings" not in p.parts}
        assert left == folders
        assert ends(run("undo", "--yes"), 0).startswith("Takes back `findings undo`:\n")
        assert held(project) == after

    def test_cannot_be_undone_over_a_later_edit(
        self, project: Project, arguments: tuple[str, ...]
    ) -> None:
        ends(run(*arguments, "--yes"), 0)
        changed = max(project.data_dir.rglob("*.yml"), key=lambda path: path.stat().st_mtime_ns)
        changed.write_text(changed.read_text("utf-8") + "# later\n", "utf-8")
        before = held(project)
        said = ends(run("undo", "--yes"), 1)
        shown = changed.relative_to(project.root).as_posix()
        assert said == (
            f"{shown}:1:1: error changed-since: this file was changed after "
            f"`findings {' '.join(arguments)}`, so that cannot be undone; take back by hand what "
            "you want to take back\n1 error in 1 file.\n"
            "To learn what a rule means: findings explain changed-since\n"
        )
        assert held(project) == before


class TestUndo:
    def test_says_when_there_is_nothing(self, project: Project) -> None:
        assert "there is nothing to undo" in ends(run("undo", "--yes"), 1)

    def test_forgets_withdrawn_words(self, project: Project) -> None:
        ends(run("withdraw", "q010", "--yes"), 0)
        kept = project.root / ".findings/undo"
        assert any(b"the sky" in path.read_bytes() for path in kept.iterdir())
        assert ends(run("undo", "--forget"), 0) == "Deleted what was kept for undoing.\n"
        assert not any(
            b"the sky" in path.read_bytes() for path in project.root.rglob("*") if path.is_file()
        )
        assert ends(run("undo", "--forget"), 0) == "Nothing was kept.\n"

    def test_keeps_words_out_of_git_whatever_the_study_ignores(self, project: Project) -> None:
        ends(run("withdraw", "q010", "--yes"), 0)
        subprocess.run(["git", "init", "-q"], cwd=project.root, check=True)
        subprocess.run(["git", "add", "--all"], cwd=project.root, check=True)
        command = ["git", "ls-files", ".findings"]
        done = subprocess.run(command, cwd=project.root, check=True, capture_output=True)
        assert done.stdout == b""

    def test_keeps_the_last_change_alone(self, project: Project) -> None:
        ends(run("withdraw", "q010", "--yes"), 0)
        ends(run("translate", "ps", "--yes"), 0)
        kept = project.root / ".findings/undo"
        assert not any(b"the sky" in path.read_bytes() for path in kept.iterdir())


class TestSchema:
    def test_prints_all_kinds_or_one(self) -> None:
        schemas = json.loads(run("schema").stdout)
        assert {"study", "quotations", "theme"} <= schemas.keys()
        assert json.loads(run("schema", "study").stdout) == schemas["study"]


BREAKAGES: dict[str, Callable[[Project], object]] = {
    "no configuration": lambda p: p.configuration.unlink(),
    "empty configuration": lambda p: p.configuration.write_bytes(b""),
    "configuration of bytes": lambda p: p.configuration.write_bytes(b"\xff\xfe\x00x"),
    "configuration of lists": lambda p: p.configuration.write_bytes(b"? [a]\n: b\n"),
    "configuration in braces": lambda p: p.configuration.write_bytes(b"{site_name: x}"),
    "navigation without end": lambda p: p.configuration.write_text(
        f"{CONFIGURATION}nav: &n [*n]\n", "utf-8"
    ),
    "template that divides by zero": lambda p: (p.content_dir / "a.md.j2").write_bytes(
        b"{{ 1/0 }}"
    ),
    "template without end": lambda p: (p.content_dir / "a.md.j2").write_bytes(b"{% if %}"),
    "template of bytes": lambda p: (p.content_dir / "a.md.j2").write_bytes(b"\xff"),
    "study of bytes": lambda p: (p.data_dir / "study.yml").write_bytes(bytes(range(256))),
    "study that is a list": lambda p: (p.data_dir / "study.yml").write_bytes(b"- a\n"),
    "study that is empty": lambda p: (p.data_dir / "study.yml").write_bytes(b""),
    "study gone": lambda p: (p.data_dir / "study.yml").unlink(),
    "folder gone": lambda p: p.data_dir.rename(p.root / "gone"),
    "themes that are a file": lambda p: [
        (p.data_dir / "themes").rename(p.root / "gone"),
        (p.data_dir / "themes").write_bytes(b"x"),
    ],
}


@pytest.mark.parametrize("name", BREAKAGES)
class TestNoTraceback:
    def test_from_a_check(self, project: Project, name: str) -> None:
        BREAKAGES[name](project)
        assert " error " in ends(run("check"), 1)

    def test_from_a_build(self, project: Project, name: str) -> None:
        BREAKAGES[name](project)
        said = ends(run("build"), 1)
        assert " error " in said
        assert not (project.root / "site").exists()


class TestUnforeseen:
    SECRET = "she wept at the harbour"

    @pytest.fixture(autouse=True)
    def broken(self, project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(_: Project) -> None:
            raise KeyError(self.SECRET)

        monkeypatch.setattr("study_findings.cli.check.check_project", fail)

    def test_is_told_by_kind_and_place_without_a_word_of_the_study(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.delenv("FINDINGS_DEBUG")
        said = ends(run("check"), 1)
        assert "KeyError at study_findings/cli/check.py, line " in said
        assert "FINDINGS_DEBUG=1" in said
        assert "wept" not in said
        assert said.count("\n") == 1

    def test_is_shown_whole_where_that_is_asked_for(self) -> None:
        with pytest.raises(KeyError, match=self.SECRET):
            run("check")


class TestAsAProgram:
    """What only a real process shows: streams, encodings, exit codes."""

    def run(self, project: Project, *arguments: str, **environment: str) -> tuple[int, str, str]:
        program = "from study_findings.cli import main; main()"
        done = subprocess.run(
            [sys.executable, "-c", program, *arguments],
            cwd=project.root,
            env={**os.environ, **environment},
            capture_output=True,
            check=False,
        )
        return done.returncode, done.stdout.decode(), done.stderr.decode()

    def test_ends_with_0_1_and_2(self, project: Project) -> None:
        assert self.run(project, "check") == (0, "No problems.\n", "")
        assert self.run(project, "check", "--nonsense")[0] == 2
        (project.data_dir / "study.yml").unlink()
        code, said, complaints = self.run(project, "check")
        assert (code, complaints) == (1, "")
        assert "themes_data/study.yml:1:1: error missing-file: " in said

    def test_prints_urdu_where_the_terminal_cannot(self, project: Project) -> None:
        edit(project.data_dir / "quotations/nurses.yml", "themes: [known-by-name]", "themes: [نام]")
        code, said, complaints = self.run(project, "check", PYTHONIOENCODING="cp1252")
        assert (code, complaints) == (1, "")
        assert r'is "\u0646\u0627\u0645"' in said


@pytest.mark.parametrize(
    "command",
    [
        ("new", "theme", "A"),
        ("clear", "w001", "--by", "EA"),
        ("unclear", "q001"),
        ("withdraw", "q001"),
    ],
)
def test_folders_of_another_name_are_not_edited(project: Project, command: tuple[str, ...]) -> None:
    edit(
        project.configuration,
        "  - study-findings",
        "  - study-findings:\n      private_dir: hidden",
    )
    before = {path: path.read_bytes() for path in project.root.rglob("*.yml")}
    assert "take data_dir and private_dir out of mkdocs.yml" in ends(run(*command), 1)
    assert {path: path.read_bytes() for path in project.root.rglob("*.yml")} == before
