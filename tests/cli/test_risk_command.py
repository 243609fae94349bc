"""`findings risk`: who could be recognised, by what, what mends it, and the page of one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner
from projects import edit, make_project

from study_findings.checking import check_publication
from study_findings.cli import main
from study_findings.privacy.packs import is_pack
from study_findings.project import Project, read_project

WAIVER = "  risk_waived: {why: She has agreed to it., by: EA, on: 2025-12-01}\n"
PERSON = "fgd-1/p1"


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return make_project(tmp_path / "study")


def run(project: Project, *options: str, code: int = 0) -> str:
    ended = CliRunner().invoke(main, ["risk", "--study", str(project.root), *options])
    assert ended.exit_code == code, ended.output
    return ended.output


def unwaived(project: Project) -> None:
    people = project.data_dir / "participants.yml"
    people.write_text(people.read_text("utf-8").replace(WAIVER, ""), "utf-8")


class TestReport:
    def test_names_each_by_what_is_rare_and_the_waiver(self, project: Project) -> None:
        said = run(project)
        assert said.startswith("Known to be quoted: 5 participants. Could be recognised: 5.\n")
        assert "n1: nobody else shares all that is public\n  unique by kind of session: " in said
        assert said.count("  waived by EA on 2025-12-01: She has agreed to it.\n") == 5
        assert "mended by" not in said

    def test_says_what_mends_it_where_nothing_is_waived(self, project: Project) -> None:
        unwaived(project)
        said = run(project)
        assert "waived by" not in said
        assert len(re.findall(r"\n  (?:mended by \d+ changed values?: |no few changes)", said)) == 5

    def test_is_brief_where_nobody_is_quoted_by_name(self, project: Project) -> None:
        # Whoever was alone in an interview that is named is known as well.
        named = re.compile(r"^  (?:participant|session): .*\n", re.MULTILINE)
        for path in (project.data_dir / "quotations").iterdir():
            path.write_text(named.sub("", path.read_text("utf-8")), "utf-8")
        said = run(project)
        assert said.startswith(
            "Known to be quoted: 0 participants. Could be recognised: 0.\n\nNobody"
        )

    def test_names_a_group_of_few(self, project: Project) -> None:
        edit(project.data_dir / "study.yml", "participants: 9", "participants: 2")
        assert "\nGroup patients: 2 participants, few enough to be known.\n" in run(project)

    def test_of_a_broken_study_tells_what_is_broken(self, project: Project) -> None:
        edit(project.data_dir / "sessions.yml", "kind: diary", "kind: dairy")
        assert "error wrong-value" in run(project, code=1)


class TestPack:
    @pytest.fixture
    def page(self, project: Project) -> str:
        assert "Wrote" in run(project, "--pack", PERSON)
        return (project.private_dir / "risk" / "fgd-1-p1.html").read_text("utf-8")

    def test_holds_all_that_is_public_of_one_and_nothing_of_others(self, page: str) -> None:
        for words in (
            "If they say Tuesday and come on [Wednesday], I have lost two days … not one. (laughs)",
            "Patient 1, FGD 1", "Focus group at the upper stop", "Upper stop", "2025-06",
            "first summer", "group: Patients", "<em>shared</em>", "Compare with q004", "2025-12-01",
            "q/q001/", "Rain, and everybody stayed", "Of those who took part, ",
        ):  # fmt: skip
            assert words in page or words in _plain(page), words
        assert "I was told to wait" not in _plain(page)
        assert "She has agreed to it" not in _plain(page)

    def test_is_one_file_that_loads_nothing(self, page: str) -> None:
        assert re.findall(r"<(?:script|link|img|iframe|object)|(?:src|href)=|url\(", page) == []

    def test_is_no_leak_and_ends_no_check(self, project: Project, page: str) -> None:
        path = project.private_dir / "risk" / "fgd-1-p1.html"
        assert is_pack(path.read_bytes())
        assert check_publication(read_project(project.configuration)).problems == ()

    def test_would_be_compared_if_somebody_wrote_into_it(self, project: Project, page: str) -> None:
        path = project.private_dir / "risk" / "fgd-1-p1.html"
        path.write_text(page.replace("</body>", "<p>Surely M.</p></body>"), "utf-8")
        found = check_publication(read_project(project.configuration)).problems
        assert {problem.rule for problem in found} == {"leak"}

    def test_goes_where_it_is_told_in_private(self, project: Project) -> None:
        target = project.private_dir / "for-a-colleague.html"
        run(project, "--pack", "n1", "--to", str(target))
        assert "We look at the sky" in _plain(target.read_text("utf-8"))

    @pytest.mark.parametrize("place", ["content/n1.html", "n1.html", "private/../n1.html"])
    def test_is_refused_elsewhere(self, project: Project, place: str) -> None:
        said = run(project, "--pack", "n1", "--to", str(project.root / place), code=2)
        assert "such a page is private: name a file in" in said
        assert not (project.root / place).resolve().exists()

    def test_is_refused_where_a_link_leads_out_of_private(
        self, project: Project, tmp_path: Path
    ) -> None:
        project.private_dir.mkdir(exist_ok=True)
        (project.private_dir / "out").symlink_to(tmp_path, target_is_directory=True)
        target = project.private_dir / "out" / "n1.html"
        run(project, "--pack", "n1", "--to", str(target), code=2)
        assert not (tmp_path / "n1.html").exists()

    def test_is_of_somebody(self, project: Project) -> None:
        said = run(project, "--pack", "fgd-1/p9", code=2)
        assert 'there is no participant "fgd-1/p9"; did you mean' in said

    def test_place_without_a_person_means_nothing(self, project: Project) -> None:
        assert "name its participant" in run(project, "--to", "private/x.html", code=2)


def _plain(page: str) -> str:
    """Give a page's text with its numeric references undone."""
    return re.sub(r"&#(\d+);", lambda match: chr(int(match[1])), page)
