"""`findings verify`: what it says, what it records, and what becomes of a later edit."""

from __future__ import annotations

import json
import re
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from loading import load_study, quotations_by_id
from projects import edit, make_project

from study_findings.checking import check_sources
from study_findings.cli import main, telling
from study_findings.project import Project

# Stands in the transcript beside what is quoted, and must come to stand nowhere else.
NEIGHBOUR = "My brother keeps the keys of the yellow shed behind it."
FGD_1 = f"""\
[00:00:04] Interviewer: What do you do about the dates?
[00:00:09] P1: If they say Tuesday and come on the Wednesday after, I have lost two days,
you see, and not one. {NEIGHBOUR}
[00:01:00] Interviewer: Where do you read of it?
P2: On the board. My neighbour reads it to me.
Interviewer: And when she is away?
P3: Then I ask the driver.
"""
FGD_2 = f"P7: ما ته يې وويل چې انتظار وكړه، او ما انتظار وکړ. {NEIGHBOUR}\n"
WAITING = """\
- id: w001
  text: My brother keeps the keys of the shed.
  themes: [knowing-when]
  session: fgd-1
"""
PATIENTS = "themes_data/quotations/patients.yml"
VERIFIED = "private/verified.json"


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Give a study with two transcripts, and stand in its folder."""
    private = {
        "transcripts/FGD 1.txt": FGD_1,
        "transcripts/fgd-2.md": FGD_2,
        "quotations/waiting.yml": WAITING,
    }
    made = make_project(tmp_path / "study", private=private)
    monkeypatch.chdir(made.root)
    return made


def run(*arguments: str, answer: str | None = None) -> Result:
    result = CliRunner().invoke(main, arguments, input=answer)
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def held(project: Project) -> dict[str, bytes]:
    """Give what a project holds by path, what is kept for undoing apart."""
    return {
        str(path.relative_to(project.root)): path.read_bytes()
        for path in project.root.rglob("*")
        if path.is_file() and ".findings" not in path.parts
    }


def recorded(project: Project) -> dict[str, str]:
    """Give what stands beside clearances, by quotation."""
    found = quotations_by_id(load_study(project.data_dir))
    return {
        id_: quotation.cleared.transcript
        for id_, quotation in found.items()
        if quotation.cleared and quotation.cleared.transcript
    }


def problems(project: Project) -> list[tuple[str, str, str]]:
    """Give file, level and rule of what a check finds that reads no page and no private text."""
    return [(p.location.file, p.level, p.rule) for p in check_sources(project).problems]


class TestReport:
    def test_says_of_each_quotation_how_it_compares(self, project: Project) -> None:
        said = re.sub(r":\d+:\d+\)", ")", run("verify", "--dry-run").output)
        fgd_1, fgd_2 = "private/transcripts/FGD 1.txt", "private/transcripts/fgd-2.md"
        assert (
            f"q001 ({PATIENTS}): word for word in {fgd_1}, but for what is marked: "
            "1 place left out, 1 place replaced\n" in said
        )
        assert f"q002 ({PATIENTS}): word for word in {fgd_1}\n" in said
        assert f"q003 ({PATIENTS}): word for word in {fgd_2}\n" in said
        assert (
            f"w001 (private/quotations/waiting.yml): nearly, in {fgd_1}; what differs:\n"
            '    left out without a mark: "yellow"\n' in said
        )

    def test_names_a_session_without_a_transcript(self, project: Project) -> None:
        (project.root / "private/transcripts/fgd-2.md").unlink()
        said = run("verify", "q003").output
        assert "q003" in said
        assert "not compared, since fgd-2 has no transcript" in said

    def test_says_what_is_not_compared_only_where_it_is_named(self, project: Project) -> None:
        assert "q010 (" not in run("verify", "--dry-run").output
        said = run("verify", "q010").output
        assert "not compared, since its words are paraphrased" in said

    def test_fails_where_something_is_not_as_it_was_said(self, project: Project) -> None:
        assert run("verify", "q001", "q002", "--dry-run").exit_code == 0
        assert run("verify", "w001").exit_code == 1

    def test_goes_on_where_a_file_cannot_be_read(self, project: Project) -> None:
        (project.root / "private/transcripts/fgd-2.md").write_bytes(FGD_2.encode("utf-16")[:-1])
        (project.root / "private/transcripts/b.docx").write_bytes(b"PK")
        found = run("verify", "--dry-run")
        assert found.exit_code == 1
        assert "q001 (" in found.output
        assert "q003 (" in found.output
        assert "since private/transcripts/fgd-2.md cannot be read" in found.output
        assert (
            "private/transcripts/fgd-2.md:1:1: error transcript-unread: this file " in found.output
        )

    @pytest.mark.parametrize(
        ("ids", "rule"),
        [(("q0001",), "unknown-quotation"), (("q005",), "already-withdrawn")],
    )
    def test_names_an_id_that_is_not_there(
        self, project: Project, ids: tuple[str, ...], rule: str
    ) -> None:
        path = project.data_dir / "quotations/gone.yml"
        path.write_text("- id: q005\n  withdrawn: {on: 2025-12-09}\n", "utf-8")
        before = held(project)
        found = run("verify", *ids, "--yes")
        assert (found.exit_code, rule in found.output) == (1, True), found.output
        assert held(project) == before

    def test_says_where_transcripts_belong_where_there_are_none(self, project: Project) -> None:
        for path in (project.root / "private/transcripts").iterdir():
            path.unlink()
        found = run("verify")
        assert found.exit_code == 1
        assert "error no-transcripts: there is no transcript" in found.output
        assert "put transcripts into private/transcripts/" in found.output

    def test_says_that_records_cannot_be_read(self, project: Project) -> None:
        edit(
            project.data_dir / "quotations/patients.yml",
            "themes: [knowing-when]\n  group",
            "x: 1\n  group",
        )
        found = run("verify", "--dry-run")
        assert found.exit_code == 1
        assert "error not-compared: some records cannot be read" in found.output


class TestRecording:
    def test_writes_beside_the_clearance_and_nothing_else(self, project: Project) -> None:
        before = held(project)
        said = run("verify", "--yes").output
        assert "\nWill be recorded beside the clearance:\n" in said
        assert (
            f"q001, {PATIENTS}\n    cleared: {{by: EA, on: 2025-12-01, transcript: marked}}" in said
        )
        assert recorded(project) == {"q001": "marked", "q002": "exact", "q003": "exact"}
        after = held(project)
        assert {name for name in after if after[name] != before.get(name)} == {PATIENTS, VERIFIED}
        written = after[PATIENTS].decode()
        for found in (", transcript: marked", ", transcript: exact"):
            written = written.replace(found, "")
        assert written == before[PATIENTS].decode()

    def test_asks_first_and_can_be_undone(
        self, project: Project, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        before = held(project)
        said = run("verify")
        assert said.exit_code == 2
        assert "nobody is here to be asked, so nothing was changed; add --yes" in said.output
        assert held(project) == before
        monkeypatch.setattr(telling, "_may_ask", lambda: True)
        assert run("verify", answer="n\n").output.endswith("Nothing was changed.\n")
        assert held(project) == before
        run("verify", answer="y\n")
        after = held(project)
        assert after != before
        assert run("undo", answer="y\n").output.startswith("Takes back `findings verify`:\n")
        assert held(project) == before
        run("undo", "--yes")
        assert held(project) == after

    def test_a_dry_run_writes_nothing(self, project: Project) -> None:
        before = held(project)
        assert "Will be" not in run("verify", "--dry-run", "--yes").output
        assert held(project) == before

    def test_what_is_recorded_already_is_not_asked_for_again(self, project: Project) -> None:
        run("verify", "--yes")
        before = held(project)
        assert "Will be" not in run("verify").output
        assert held(project) == before

    def test_what_passes_no_more_loses_it(self, project: Project) -> None:
        run("verify", "--yes")
        edit(
            project.data_dir / "quotations/patients.yml", "Then I ask the driver.", "I ask no one."
        )
        assert run("verify", "q002", "--yes").exit_code == 1
        assert recorded(project) == {"q001": "marked", "q003": "exact"}
        assert problems(project) == []

    def test_what_has_no_transcript_any_more_keeps_it(self, project: Project) -> None:
        run("verify", "--yes")
        (project.root / "private/transcripts/fgd-2.md").unlink()
        before = held(project)
        run("verify", "--yes")
        assert held(project) == before
        assert problems(project) == []

    def test_what_waits_in_private_is_recorded_once_it_is_cleared(self, project: Project) -> None:
        edit(project.root / "private/quotations/waiting.yml", "of the shed", "of the yellow shed")
        run("verify", "--yes")
        assert "transcript" not in (project.root / "private/quotations/waiting.yml").read_text()
        assert "w001" not in json.loads((project.root / VERIFIED).read_text())["quotations"]
        run("clear", "w001", "--by", "EA", "--yes")
        run("verify", "w001", "--yes")
        assert recorded(project)["w001"] == "exact"

    def test_the_fingerprints_hold_no_word(self, project: Project) -> None:
        run("verify", "--yes")
        kept = json.loads((project.root / VERIFIED).read_text("utf-8"))
        assert kept.keys() == {"salt", "quotations"}
        assert kept["quotations"].keys() == {"q001", "q002", "q003"}
        assert all(len(bytes.fromhex(mark)) == 32 for mark in kept["quotations"].values())

    def test_they_are_salted_anew_in_each_study(self, project: Project) -> None:
        run("verify", "--yes")
        first = (project.root / VERIFIED).read_text("utf-8")
        run("undo", "--yes")
        run("verify", "--yes")
        second = (project.root / VERIFIED).read_text("utf-8")
        assert json.loads(first)["quotations"]["q001"] != json.loads(second)["quotations"]["q001"]


class TestLaterEdits:
    @pytest.fixture(autouse=True)
    def verified(self, project: Project) -> Path:
        run("verify", "--yes")
        assert problems(project) == []
        return project.data_dir / "quotations/patients.yml"

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("lost two days", "lost three days"),
            ("[Wednesday]", "[Thursday]"),
            ("Then I ask the driver.", "Then I ask a driver."),
            ("Then I ask the driver.", "Then I […] ask the driver."),
            ("انتظار وکړه", "انتظار وکړئ"),
            ("session: fgd-1\n  cleared", "session: fgd-2\n  cleared"),
        ],
    )
    def test_of_words_marks_and_sessions_are_an_error_until_verified_again(
        self, project: Project, verified: Path, old: str, new: str
    ) -> None:
        edit(verified, old, new)
        assert (PATIENTS, "error", "words-changed") in problems(project)
        run("verify", "--yes")
        assert "words-changed" not in {rule for *_, rule in problems(project)}

    def test_are_told_where_the_finding_stands(self, project: Project, verified: Path) -> None:
        edit(verified, "lost two days", "lost three days")
        line = next(
            number
            for number, text in enumerate(verified.read_text("utf-8").splitlines(), 1)
            if "transcript: marked" in text
        )
        assert f"{PATIENTS}:{line}:" in run("check").output

    @pytest.mark.parametrize(
        ("old", "new"),
        [
            ("lost two days", "lost TWO days,"),
            ("Then I ask the driver.", "Then I ask the driver!"),
            ("I was told to wait", "They told me to wait"),
            ("stance: confirms", "stance: nuances"),
        ],
    )
    def test_of_case_punctuation_and_all_else_are_none(
        self, project: Project, verified: Path, old: str, new: str
    ) -> None:
        edit(verified, old, new)
        assert "words-changed" not in {rule for *_, rule in problems(project)}

    def test_of_the_finding_itself_are_an_error(self, project: Project, verified: Path) -> None:
        edit(verified, "transcript: marked", "transcript: exact")
        found = problems(project)
        assert (PATIENTS, "error", "words-changed") in found
        assert (PATIENTS, "warning", "marks-changed") in found

    def test_what_was_never_verified_here_is_an_error(self, project: Project) -> None:
        path = project.data_dir / "quotations/patients.yml"
        before = "  stance: diverges\n  cleared: {by: SB, on: 2025-12-02"
        edit(path, f"{before}}}", f"{before}, transcript: exact}}")
        assert problems(project) == [(PATIENTS, "error", "words-changed")]

    def test_clearing_anew_ends_it(self, project: Project, verified: Path) -> None:
        edit(verified, "lost two days", "lost three days")
        edit(verified, ", transcript: marked", "")
        assert problems(project) == []

    def test_without_private_only_marks_tell(self, project: Project, verified: Path) -> None:
        (project.root / "private").rename(project.root.parent / "elsewhere")
        edit(verified, "lost two days", "lost three days")
        assert problems(project) == []
        edit(verified, "Then I ask the driver.", "Then I […] ask the driver.")
        assert problems(project) == [(PATIENTS, "warning", "marks-changed")]

    def test_without_fingerprints_it_is_said_that_none_is_noticed(self, project: Project) -> None:
        (project.root / VERIFIED).unlink()
        assert problems(project) == [(VERIFIED, "notice", "verified-unknown")]

    @pytest.mark.parametrize(
        "data", [b"", b"{", b"[]", b'{"salt": 1, "quotations": {}}', b"\xff\xfe", b"[" * 100_000]
    )
    def test_a_damaged_file_is_told_and_written_anew(self, project: Project, data: bytes) -> None:
        (project.root / VERIFIED).write_bytes(data)
        assert problems(project) == [(VERIFIED, "warning", "verified-unread")]
        run("verify", "--yes")
        assert problems(project) == []
        run("undo", "--yes")
        assert (project.root / VERIFIED).read_bytes() == data


class TestPrivacy:
    def test_nothing_of_a_transcript_is_built_or_said_by_a_check(self, project: Project) -> None:
        run("verify", "--yes")
        edit(
            project.data_dir / "quotations/patients.yml", "Then I ask the driver.", "I ask no one."
        )
        telltale = ("yellow shed", "keeps the keys", "brother", "Wednesday after", "P3")
        for form in ("text", "json", "github"):
            said = run("check", "--format", form)
            assert (said.exit_code, "words-changed" in said.output) == (1, True)
            assert not [words for words in telltale if words in said.output]
        assert run("build").exit_code == 1
        edit(
            project.data_dir / "quotations/patients.yml", "I ask no one.", "Then I ask the driver."
        )
        assert run("check", "--strict").output == "No problems.\n"
        made = run("build")
        assert made.exit_code == 0, made.output
        kept = json.loads((project.root / VERIFIED).read_text("utf-8"))
        secrets = (*telltale[:4], kept["salt"], *kept["quotations"].values())
        folders = (project.root / "site", project.data_dir, project.content_dir)
        files = [path for folder in folders for path in folder.rglob("*") if path.is_file()]
        assert any(path.name == "findings.json" for path in files)
        for path in files:
            data = path.read_bytes()
            assert not [words for words in secrets if words.encode() in data], path

    def test_the_site_says_what_was_found(self, project: Project) -> None:
        run("verify", "--yes")
        made = run("build")
        assert made.exit_code == 0, made.output
        page = unescape((project.root / "site/q/q002/index.html").read_text("utf-8"))
        assert "Compared with the transcript: word for word." in page
