"""`findings rename` as an author meets it: shown, asked, done, undone; and the site after it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from projects import make_project

from study_findings.build import build
from study_findings.cli import main
from study_findings.editing import carry_out, plan_withdrawal
from study_findings.project import Project

PAGE = '# About\n\n{{ quotation("q001") }}\n\n[It](themes/knowing-when/index.md), as q001 says.\n'


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Give a study, and stand in its folder."""
    made = make_project(tmp_path / "study", content={"about.md.j2": PAGE})
    monkeypatch.chdir(made.root)
    return made


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments)


def test_shows_each_line_and_what_stays(project: Project) -> None:
    result = run("rename", "quotation", "q001", "two-days", "--yes")
    assert result.exit_code == 0, result.output
    assert (
        "two-days, themes_data/quotations/patients.yml\n"
        "    3: - id: two-days\n"
        "    4: formerly: [q001]\n"
    ) in result.output
    assert (
        "content/about.md.j2:5:40: warning old-id: "
        'the former id "q001" stands here as well, and stays; '
        "write two-days where the record is meant\n"
    ) in result.output
    assert "Renamed quotation q001 to two-days, in 4 files." in result.output
    assert run("undo", "--yes").exit_code == 0
    assert (project.content_dir / "about.md.j2").read_text("utf-8") == PAGE


def test_changes_nothing_where_nobody_can_be_asked(project: Project) -> None:
    result = run("rename", "theme", "knowing-when", "days")
    assert result.exit_code == 2
    assert "nothing was changed; add --yes" in result.output
    assert (project.data_dir / "themes/knowing-when.yml").exists()


def test_says_what_is_wrong(project: Project) -> None:
    result = run("rename", "theme", "knowing-wen", "q001", "--yes")
    assert result.exit_code == 1
    assert 'no theme has the id "knowing-wen"; did you mean "knowing-when"?' in result.output
    assert '"q001" is the id of the quotation at themes_data/quotations' in result.output


def test_says_where_an_id_that_tells_too_much_still_is(project: Project) -> None:
    result = run("rename", "session", "fgd-1", "first", "--no-redirect", "--yes")
    assert result.exit_code == 0, result.output
    assert "findings undo --forget" in result.output
    assert "formerly" not in (project.data_dir / "sessions.yml").read_text("utf-8")


def test_old_addresses_of_a_built_site_lead_on(project: Project) -> None:
    for arguments in (
        ("theme", "knowing-when", "days"),
        ("quotation", "q001", "two-days"),
        ("session", "fgd-1", "first"),
    ):
        assert run("rename", *arguments, "--yes").exit_code == 0
    assert run("check").exit_code == 0
    build(project, "mkdocs")
    site = project.site_dir
    for former, now in (
        ("themes/knowing-when", "../days/"),
        ("ur/themes/knowing-when", "../days/"),
        ("q/q001", "../two-days/"),
        ("quotations/by/session/fgd-1", "../first/"),
    ):
        page = (site / former / "index.html").read_text("utf-8")
        assert f'http-equiv="refresh" content="0; url={now}"' in page
        assert (site / former / now / "index.html").is_file()
    assert 'id="q001"' in (site / "themes/days/index.html").read_text("utf-8")
    assert 'id="fgd-1"' in (site / "voices/index.html").read_text("utf-8")


def test_a_tombstone_keeps_former_ids(project: Project) -> None:
    assert run("rename", "quotation", "q003", "was-told", "--yes").exit_code == 0
    plan = plan_withdrawal(project.root, project.content_dir, ["was-told"], date(2026, 11, 1))
    carry_out(plan)
    stone = "- id: was-told\n  formerly: [q003]\n  withdrawn: {on: 2026-11-01}\n"
    assert stone in (project.data_dir / "quotations/patients.yml").read_text("utf-8")
    assert run("check").exit_code == 0
