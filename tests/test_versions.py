"""A state of a study is read from git as it was committed, or from a folder; nothing is touched."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from projects import edit, make_project

from study_findings.changes.diff_formats import FORMATS
from study_findings.privacy.withdrawn import new_withdrawn
from study_findings.problems import StudyError
from study_findings.project import Project
from study_findings.versions import compare_versions

WAITING = "- {id: w1, text: We count the bends until the old bus comes., themes: [knowing-when]}\n"


def git(root: Path, *arguments: str) -> str:
    names = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    command = ["git", *names, "-C", str(root), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def commit(root: Path) -> None:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--allow-empty", "-m", "A change")


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    """Give a study that is committed, in a folder of a repository, and stand in it."""
    top = tmp_path / "repository"
    made = make_project(top / "studies" / "bus", private={"quotations/patients.yml": WAITING})
    (top / ".gitignore").write_text("private/\n.findings/\n", "utf-8")
    git(top, "init", "--quiet", "-b", "main")
    commit(top)
    monkeypatch.chdir(made.root)
    return made


def retitle(project: Project, old: str, new: str) -> None:
    edit(project.data_dir / "themes" / "knowing-when.yml", f"\ntitle: {old}\n", f"\ntitle: {new}\n")


def title_of(project: Project) -> str:
    lines = (project.data_dir / "themes" / "knowing-when.yml").read_text("utf-8").splitlines()
    return next(line.removeprefix("title: ") for line in lines if line.startswith("title: "))


def titles(
    old: str = "HEAD", new: str | None = None, study: Path | None = None
) -> list[tuple[str, str]]:
    """List the titles that changed, before and after."""
    found = compare_versions(old, new, study).comparison.changes
    assert {change.field for change in found} <= {"title"}, found
    return [(change.before, change.after) for change in found]


def refusal(old: str = "HEAD") -> str:
    with pytest.raises(StudyError) as caught:
        compare_versions(old)
    return "\n".join(f"{p.rule}: {p.message}; {p.hint}" for p in caught.value.problems)


def test_the_last_commit_is_compared_with_the_working_folder(project: Project) -> None:
    was = title_of(project)
    assert titles() == []
    retitle(project, was, "Knowing the hour")
    assert titles() == [(was, "Knowing the hour")]
    assert git(project.root, "status", "--porcelain").split() == [
        "M",
        "studies/bus/themes_data/themes/knowing-when.yml",
    ]


def test_two_revisions_and_folders_in_any_mix(project: Project, tmp_path: Path) -> None:
    was = title_of(project)
    git(project.root, "tag", "first")
    shutil.copytree(project.root, tmp_path / "copy")
    retitle(project, was, "Knowing the hour")
    commit(project.root)
    expected = [(was, "Knowing the hour")]
    for arguments in (
        ("first",),
        ("HEAD~1", "HEAD"),
        ("first", "."),
        (str(tmp_path / "copy"),),
        (str(tmp_path / "copy"), "main"),
        (str(tmp_path / "copy" / "themes_data"), "main:studies/bus"),
        (str(tmp_path / "copy"), str(project.root)),
    ):
        assert titles(*arguments) == expected, arguments
    assert titles("HEAD", "first") == [("Knowing the hour", was)]
    names = compare_versions("first")
    assert names.old.startswith("first (commit ")
    assert names.new == "the working folder"


def test_a_study_is_named_from_elsewhere(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = title_of(project)
    retitle(project, was, "Knowing the hour")
    monkeypatch.chdir(tmp_path)
    assert titles("HEAD", study=project.root) == [(was, "Knowing the hour")]
    assert titles("HEAD", study=project.data_dir) == [(was, "Knowing the hour")]


def test_two_folders_need_no_study_around(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    was = title_of(project)
    shutil.copytree(project.data_dir, tmp_path / "copy")
    retitle(project, was, "Knowing the hour")
    monkeypatch.chdir(tmp_path)
    expected = [(was, "Knowing the hour")]
    assert titles("copy", str(project.data_dir)) == expected
    shutil.copytree(project.data_dir, tmp_path / "bare")
    assert titles("copy", "bare") == expected
    (project.private_dir / "withdrawn.json").write_text("[", "utf-8")
    assert titles("copy", str(project.root)) == [("", "Knowing the hour")]


def test_a_study_that_stood_elsewhere_is_found_by_its_folder(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(project.root.rename(project.root.parent / "road"))
    assert "name its folder: HEAD:FOLDER" in refusal()
    assert titles("HEAD:studies/bus") == []
    assert "no mkdocs.yml in ../../bus" in refusal("HEAD:../../bus")


def test_the_folders_are_those_of_that_revision(project: Project) -> None:
    configuration = project.root / "mkdocs.yml"
    text = configuration.read_text("utf-8")
    (project.root / "base.yml").write_text(
        "plugins:\n  - study-findings:\n      data_dir: findings\n", "utf-8"
    )
    inherited = "INHERIT: base.yml\n" + text.replace("plugins:\n  - study-findings\n", "")
    configuration.write_text(inherited, "utf-8")
    project.data_dir.rename(project.root / "findings")
    commit(project.root)
    configuration.write_text(text, "utf-8")
    (project.root / "findings").rename(project.data_dir)
    was = title_of(project)
    retitle(project, was, "Knowing the hour")
    assert titles() == [(was, "Knowing the hour")]


class TestRefused:
    def test_a_revision_that_is_not_known(self, project: Project) -> None:
        assert "git knows no revision relaese" in refusal("relaese")
        assert "git log --oneline" in refusal("relaese")
        assert "git knows no revision --all" in refusal("--all")
        assert "findings diff main HEAD" in refusal("main..HEAD")

    def test_a_clone_without_the_history_says_how_to_get_it(
        self, project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        commit(project.root)
        source = f"file://{project.root.parent.parent}"
        git(tmp_path, "clone", "--quiet", "--depth", "1", source, "shallow")
        monkeypatch.chdir(tmp_path / "shallow" / "studies" / "bus")
        assert "git fetch --unshallow" in refusal("HEAD~1")
        assert titles() == []

    def test_no_repository_and_no_commit(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made = make_project(tmp_path / "alone")
        monkeypatch.chdir(made.root)
        assert "without a git repository" in refusal()
        git(made.root, "init", "--quiet")
        assert "nothing is committed yet" in refusal()

    def test_a_study_that_was_not_committed(self, project: Project) -> None:
        git(project.root, "rm", "-r", "--cached", "--quiet", ".")
        git(project.root, "commit", "--quiet", "-m", "Left out")
        assert "there was no mkdocs.yml in studies/bus" in refusal()

    def test_a_revision_with_errors_names_the_rules_and_no_word(self, project: Project) -> None:
        path = project.data_dir / "themes" / "knowing-when.yml"
        whole = path.read_bytes()
        path.write_bytes(whole + b"zqnonsense: zqwords\n")
        (project.data_dir / "themes" / "zqname.yml").write_text("id: zqother\n", "utf-8")
        commit(project.root)
        path.write_bytes(whole)
        (project.data_dir / "themes" / "zqname.yml").unlink()
        said = refusal()
        assert "broken-version: the study had 2 errors in HEAD (commit " in said
        assert "unknown-field" in said
        assert "zq" not in said

    def test_settings_that_cannot_be_read(self, project: Project) -> None:
        configuration = project.root / "mkdocs.yml"
        whole = configuration.read_bytes()
        configuration.write_bytes(b"[broken")
        commit(project.root)
        configuration.write_bytes(whole)
        assert "its mkdocs.yml could not be read: " in refusal()

    def test_a_working_folder_with_errors_says_so_and_no_more(self, project: Project) -> None:
        path = project.data_dir / "themes" / "knowing-when.yml"
        path.write_bytes(path.read_bytes() + b"nonsense: true\n")
        assert "broken-version" not in refusal()

    def test_a_name_of_both_a_folder_and_a_revision(self, project: Project) -> None:
        git(project.root, "branch", "content")
        assert "write ./content for the folder, content~0 for the revision" in refusal("content")
        assert titles("content~0") == []

    def test_a_link_is_not_followed(self, project: Project, tmp_path: Path) -> None:
        outside = tmp_path / "outside.yml"
        own = project.data_dir / "themes" / "knowing-when.yml"
        own.rename(outside)
        own.symlink_to(outside)
        commit(project.root)
        own.unlink()
        outside.rename(own)
        assert "was a link, and links of earlier versions are not followed" in refusal()

    def test_a_folder_outside_the_repository(self, project: Project, tmp_path: Path) -> None:
        configuration = project.root / "mkdocs.yml"
        text = configuration.read_text("utf-8")
        for outside in (str(project.data_dir), "../../../outside"):
            named = f"  - study-findings:\n      data_dir: {outside}\n"
            configuration.write_text(text.replace("  - study-findings\n", named), "utf-8")
            commit(project.root)
            configuration.write_text(text, "utf-8")
            assert "named a folder outside the repository" in refusal()


class TestPrivate:
    def test_what_readers_do_not_see_is_not_compared(self, project: Project) -> None:
        path = project.data_dir / "themes" / "knowing-when.yml"
        public = "memos:\n  - text: Was two"
        edit(path, public, public.replace("\n", "\n  - text: Not for readers.\n"))
        assert compare_versions().comparison.changes == ()

    def test_words_that_wait_again_are_not_said_of_earlier_revisions(
        self, project: Project
    ) -> None:
        path = project.data_dir / "quotations" / "patients.yml"
        whole = path.read_bytes()
        record = WAITING.replace("}", ", cleared: {by: EA, on: 2025-12-01}, group: patients}")
        path.write_bytes(whole + record.encode())
        commit(project.root)
        path.write_bytes(whole)
        found = compare_versions("HEAD~1", "HEAD").comparison
        assert [(c.id, c.what, c.after) for c in found.changes] == [("w1", "new", "")]

    def test_a_former_title_that_private_now_holds_is_left_out(self, project: Project) -> None:
        was = title_of(project)
        named = "The long way that leads to the clinic by the river"
        retitle(project, was, named)
        commit(project.root)
        retitle(project, named, was)
        assert titles() == [(named, was)]
        (project.private_dir / "notes.txt").write_text(named, "utf-8")
        assert titles() == [("", was)]

    def test_nor_is_it_said_of_two_earlier_states(self, project: Project) -> None:
        was = title_of(project)
        named = "The long way that leads to the clinic by the river"
        commit(project.root)
        retitle(project, was, named)
        commit(project.root)
        retitle(project, named, was)
        assert titles("HEAD~1", "HEAD") == [(was, named)]
        (project.private_dir / "notes.txt").write_text(named, "utf-8")
        assert titles("HEAD~1", "HEAD") == [(was, "")]

    def test_words_that_were_withdrawn_before_both_states_are_left_out(
        self, project: Project
    ) -> None:
        was = title_of(project)
        named = "The long way that leads to the clinic by the river"
        retitle(project, was, named)
        commit(project.root)
        retitle(project, named, was)
        marks = new_withdrawn().with_texts({"q9": [f"It is {named}, and no other."]})
        (project.private_dir / "withdrawn.json").write_text(marks.as_text(), "utf-8")
        assert titles() == [("", was)]
        (project.private_dir / "withdrawn.json").write_text("[", "utf-8")
        assert titles() == [("", was)]

    def test_what_is_public_now_and_private_too_is_an_error(self, project: Project) -> None:
        was = title_of(project)
        named = "The long way that leads to the clinic by the river"
        retitle(project, was, named)
        (project.private_dir / "notes.txt").write_text(named, "utf-8")
        said = refusal()
        assert "private" in said
        assert named not in said


def test_everything_said_is_json(project: Project) -> None:
    retitle(project, title_of(project), "Knowing *the* hour")
    compared = compare_versions()
    told = json.loads(FORMATS["json"](compared.comparison, compared.old, compared.new))
    assert told["changed"] is True
    assert [change["after"] for change in told["changes"]] == ["Knowing *the* hour"]
