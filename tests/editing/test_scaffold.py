"""`findings init`: a whole study in a new folder, showing every feature, overwriting nothing."""

import re
import shutil
import subprocess
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from loading import load_study
from pydantic import BaseModel

from study_findings.build import render_project
from study_findings.editing import scaffold
from study_findings.editing.scaffold import copy_starter
from study_findings.model import (
    Author,
    SamplingTranslation,
    SessionTranslation,
    Study,
    walk_codes,
    walk_themes,
)
from study_findings.privacy.leak import find_leaks
from study_findings.problems import StudyError
from study_findings.project import read_project
from study_findings.reading.load import check_study

ROOT = Path(__file__).resolve().parents[2]
STARTER = ROOT / "generator/study_findings/editing/starter"
EMPTY = ROOT / "generator/study_findings/editing/empty"

# An invented identifier or issue might be somebody's; a placement in a list is its label's; what
# `prose` says is said by `provenance`; every theme has a quotation, so none is `withheld`; it comes
# without a transcript, so nothing was compared with any.
NOT_SHOWN = {
    *("doi", "orcid", "ror", "journal", "volume", "issue", "pages", "position", "prose"),
    # An invented island is in no country.
    "country",
    *("withheld", "transcript"),
    # These two stand in private/ alone, and in an invented study nobody was asked.
    *("kept_out", "wish", "read_back"),
    # Nothing of a new study was called otherwise.
    "formerly",
}


@pytest.fixture(scope="module")
def starter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "study"
    copy_starter(folder)
    return folder


@pytest.fixture(scope="module")
def study(starter: Path) -> Study:
    return load_study(starter / "themes_data")


def tree(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def records(value: object) -> Iterator[BaseModel]:
    if isinstance(value, BaseModel):
        yield value
        for name in type(value).model_fields:
            yield from records(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from records(item)


class TestCopy:
    def test_gives_every_file_it_wrote(self, tmp_path: Path) -> None:
        folder = tmp_path / "a" / "b"
        written = copy_starter(folder)
        assert {path.relative_to(folder).as_posix() for path in written} == tree(folder)
        vendored = {path for path in tree(folder) if path.startswith("vendor/")}
        for_editors = {path for path in tree(folder) if path.startswith(".vscode/")}
        added = len(vendored) + len(for_editors) + len({"requirements.txt"})
        assert len(tree(folder)) == len(tree(STARTER)) + added

    def test_has_what_git_and_packagers_like_to_leave_out(self, starter: Path) -> None:
        assert {
            ".gitignore",
            ".github/workflows/publish.yml",
            ".vscode/settings.json",
            "private/quotations/rules-that-bend.yml",
            "themes_data/study.yml",
            "content/about.md.j2",
            "mkdocs.yml",
            "requirements.txt",
            "dependencies.txt",
            "README.md",
        } <= tree(starter)
        assert not any(
            name in part for name in ("private_", "gitignore_") for part in tree(starter)
        )

    def test_takes_an_empty_folder(self, tmp_path: Path, starter: Path) -> None:
        copy_starter(tmp_path)
        assert tree(tmp_path) == tree(starter)
        assert not [path.name for path in tmp_path.iterdir() if path.name.startswith("tmp")]

    def test_takes_the_folder_one_stands_in(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)
        copy_starter(Path())
        assert Path("themes_data/study.yml").is_file()

    def test_can_be_written_to_and_entered_as_any_new_folder(self, tmp_path: Path) -> None:
        copy_starter(tmp_path / "study")
        (tmp_path / "plain").mkdir()
        assert (tmp_path / "study").stat().st_mode == (tmp_path / "plain").stat().st_mode

    def test_never_writes_into_a_folder_that_holds_something(self, tmp_path: Path) -> None:
        (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
        with pytest.raises(StudyError) as caught:
            copy_starter(tmp_path)
        (problem,) = caught.value.problems
        assert (problem.rule, problem.hint) == (
            "not-empty",
            "name a new folder, or one that is empty",
        )
        assert tree(tmp_path) == {"notes.txt"}

    def test_never_replaces_a_file(self, tmp_path: Path) -> None:
        taken = tmp_path / "study"
        taken.write_text("mine", encoding="utf-8")
        with pytest.raises(StudyError) as caught:
            copy_starter(taken)
        assert [problem.rule for problem in caught.value.problems] == ["not-a-folder"]
        assert taken.read_text(encoding="utf-8") == "mine"

    def test_never_follows_a_link_that_leads_nowhere(self, tmp_path: Path) -> None:
        link = tmp_path / "study"
        link.symlink_to(tmp_path / "elsewhere")
        with pytest.raises(StudyError):
            copy_starter(link)
        assert not (tmp_path / "elsewhere").exists()

    @pytest.mark.parametrize("exists", [False, True], ids=["new folder", "empty folder"])
    def test_leaves_nothing_behind_when_it_fails(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, exists: bool
    ) -> None:
        folder = tmp_path / "study"
        if exists:
            folder.mkdir()
        write, count = Path.write_bytes, iter(range(1000))

        def full_disk(self: Path, data: bytes) -> int:
            if next(count) == 5:
                raise OSError(28, "No space left on device")
            return write(self, data)

        monkeypatch.setattr(Path, "write_bytes", full_disk)
        with pytest.raises(StudyError) as caught:
            copy_starter(folder)
        (problem,) = caught.value.problems
        assert problem.message == "the folder cannot be made: No space left on device"
        assert list(tmp_path.rglob("*")) == ([folder] if exists else [])

    def test_takes_back_what_it_moved_when_a_move_fails(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        rename, count = Path.rename, iter(range(1000))

        def second_fails(self: Path, target: Path) -> Path:
            if next(count) == 3:
                raise OSError(5, "Input/output error")
            return rename(self, target)

        monkeypatch.setattr(Path, "rename", second_fails)
        with pytest.raises(StudyError):
            copy_starter(tmp_path)
        assert list(tmp_path.iterdir()) == []


class TestPackaging:
    def test_git_ignores_no_file_of_the_starter(self) -> None:
        paths = "\n".join(str(path) for path in STARTER.rglob("*"))
        ignored = subprocess.run(
            ["git", "check-ignore", "--no-index", "--stdin"],
            cwd=ROOT,
            input=paths,
            capture_output=True,
            text=True,
            check=False,
        )
        assert ignored.stdout == ""
        assert ignored.returncode == 1, ignored.stderr

    def test_no_stored_name_is_hidden(self) -> None:
        assert not [path for path in STARTER.rglob("*") if path.name.startswith(".")]

    def test_every_renaming_is_of_something_there(self) -> None:
        stored = {path.name for of in (STARTER, EMPTY) for path in of.rglob("*")}
        assert stored >= set(scaffold.STORED_AS)

    def test_git_ignores_private_and_what_is_built_in_the_new_study(self, tmp_path: Path) -> None:
        copy_starter(tmp_path)
        subprocess.run(["git", "init", "--quiet"], cwd=tmp_path, check=True)
        subprocess.run(["git", "add", "--all"], cwd=tmp_path, check=True)
        listed = subprocess.run(
            ["git", "ls-files"], cwd=tmp_path, capture_output=True, text=True, check=True
        )
        tracked = set(listed.stdout.splitlines())
        assert tracked == {
            path for path in tree(tmp_path) if not path.startswith((".git/", "private/"))
        }
        for path in ("private/quotations/x.yml", "site/index.html", ".findings/docs/x.md"):
            subprocess.run(["git", "check-ignore", "--quiet", path], cwd=tmp_path, check=True)


class TestStarterStudy:
    def test_has_no_problem_and_no_warning(self, starter: Path) -> None:
        assert check_study(starter / "themes_data").problems == ()

    def test_says_on_its_home_page_that_it_is_fictional(self, study: Study) -> None:
        assert "fictional" in study.about.title.lower()
        assert "invented" in (study.about.eyebrow or "")
        for words in (study.about.gist, study.about.summary):
            assert "invented" in words

    def test_every_field_of_the_model_is_used(self, study: Study) -> None:
        used: dict[type[BaseModel], set[str]] = {}
        for record in records(study):
            used.setdefault(type(record), set()).update(record.model_fields_set)
        # What the study does not report has no translation.
        used[SamplingTranslation].add("saturation")
        # Its sessions name declared sites, which are translated as such.
        used[SessionTranslation].add("site")
        unused = {
            f"{model.__name__}.{name}"
            for model, names in used.items()
            for name in set(model.model_fields) - names
            if name not in NOT_SHOWN and (model, name) != (Author, "name")
        }
        assert unused == set()

    def test_every_value_of_stance_provenance_and_kind_is_used(self, study: Study) -> None:
        def shown(name: str) -> set[object]:
            return {getattr(quotation, name) for quotation in study.quotations}

        assert shown("stance") >= {"confirms", "nuances", "diverges"}
        assert shown("provenance") == {
            "verbatim",
            "translated",
            "paraphrased",
            "composite",
            "illustrative",
        }
        assert shown("kind") == {"speech", "survey", "field-note", "document", "post"}
        assert shown("status") == {"cleared", "composed", "withdrawn"}

    def test_attributes_are_shared_by_enough_people(self, study: Study) -> None:
        assert {attribute.publish for attribute in study.about.attributes} == {True, False}
        published = {attribute.id for attribute in study.about.attributes if attribute.publish}
        for participant in study.participants:
            assert participant.attributes.keys() <= published
            alike = [p for p in study.participants if p.attributes == participant.attributes]
            assert len(alike) >= study.about.publication.minimum_cell

    def test_there_are_codes_in_codes_and_subthemes_in_subthemes(self, study: Study) -> None:
        assert len(walk_codes(study.codebook)) > len(study.codebook)
        assert any(inner.subthemes for theme in study.themes for inner in theme.subthemes)
        assert any(len(theme.groups) > 1 for theme in study.themes)
        assert all(theme.gist for theme in walk_themes(study.themes))

    def test_speech_in_urdu_has_its_original_and_its_translator(self, study: Study) -> None:
        translated = [q.original for q in study.quotations if q.original is not None]
        assert {original.language for original in translated} == {"ur"}
        assert all(original.translator for original in translated)
        assert {bool(original.turns) for original in translated} == {True, False}

    def test_what_waits_in_private_is_uncleared(self, starter: Path, tmp_path: Path) -> None:
        waiting = tmp_path / "themes_data"
        shutil.copytree(starter / "themes_data", waiting)
        shutil.copy(
            starter / "private/quotations/rules-that-bend.yml", waiting / "quotations/waiting.yml"
        )
        assert [problem.rule for problem in check_study(waiting).problems] == ["uncleared"] * 3

    def test_nothing_in_private_is_published(self, starter: Path, study: Study) -> None:
        assert find_leaks(starter / "private", starter / "themes_data", study, starter) == []


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("new") / "study"
    copy_starter(folder, is_empty=True)
    return folder


class TestEmpty:
    def test_has_nothing_to_delete(self, empty: Path) -> None:
        assert {path for path in tree(empty) if not path.startswith(("vendor/", ".vscode/"))} == {
            ".github/workflows/publish.yml",
            ".gitignore",
            ".pre-commit-config.yaml",
            "README.md",
            "content/about.md",
            "dependencies.txt",
            "mkdocs.yml",
            "private/quotations/.gitkeep",
            "requirements.txt",
            "themes_data/quotations/README.md",
            "themes_data/study.yml",
            "themes_data/themes/README.md",
        }
        words = "".join(
            path.read_text("utf-8").casefold()
            for path in empty.rglob("*")
            if path.suffix in (".md", ".yml")
        )
        assert not [name for name in ("borrow", "little maybe", "islander") if name in words]

    def test_checks_with_notices_alone_that_say_what_is_to_be_written(self, empty: Path) -> None:
        found = check_study(empty / "themes_data").problems
        assert [(problem.level, problem.rule) for problem in found] == [
            ("notice", "to-be-written")
        ] * 3
        lines = (empty / "themes_data/study.yml").read_text("utf-8").splitlines()
        for problem in found:
            assert "To be written" in "".join(lines[problem.location.line - 1 :][:2])

    def test_says_nothing_any_more_once_it_is_written(self, empty: Path, tmp_path: Path) -> None:
        written = shutil.copytree(empty / "themes_data", tmp_path / "themes_data")
        text = (written / "study.yml").read_text("utf-8")
        (written / "study.yml").write_text(text.replace("To be written", "Written"), "utf-8")
        assert check_study(written).problems == ()

    def test_each_field_that_is_a_comment_is_one_when_it_is_taken_for_it(
        self, empty: Path, tmp_path: Path
    ) -> None:
        written = shutil.copytree(empty / "themes_data", tmp_path / "themes_data")
        lines = (written / "study.yml").read_text("utf-8").splitlines()
        fields = [re.sub(r"^( *)# (?!yaml-)(?=[a-z -]+:|  |- )", r"\1", line) for line in lines]
        assert len([line for line in fields if not line.startswith("#")]) > 50
        (written / "study.yml").write_text("\n".join(fields) + "\n", "utf-8")
        assert {problem.rule for problem in check_study(written).problems} == {"to-be-written"}

    def test_what_its_readmes_show_is_a_study(self, empty: Path, tmp_path: Path) -> None:
        written = shutil.copytree(empty / "themes_data", tmp_path / "themes_data")
        theme, quotation = (
            re.findall(r"```yaml\n(.+?)```", (written / folder / "README.md").read_text(), re.S)[0]
            for folder in ("themes", "quotations")
        )
        (written / "themes/walking-past.yml").write_text(theme, "utf-8")
        cleared = f"{quotation}  cleared: {{by: AB, on: 2025-11-01}}\n"
        (written / "quotations/walking-past.yml").write_text(cleared, "utf-8")
        assert {problem.rule for problem in check_study(written).problems} == {"to-be-written"}

    def test_its_pages_count_nothing_that_is_not_there(self, empty: Path) -> None:
        project = read_project(empty / "mkdocs.yml")
        site = render_project(project, load_study(empty / "themes_data"))
        for path in ("index.md", "themes/index.md", "quotations/index.md", "data/index.md"):
            shown = re.sub(r"<[^>]+>", " ", unescape(site.files[path].decode()))
            assert not re.search(r"(?<![.\d])0\b", shown.partition("---")[2].partition("---")[2]), (
                path
            )
        assert "No theme is published yet." in unescape(site.files["index.md"].decode())


class TestAboutPage:
    """The starter's about page stays whole whatever a team deletes first."""

    @pytest.mark.parametrize("gone", [["themes", "quotations", "translations"], ["quotations"]])
    def test_survives_a_study_without_its_words(
        self, starter: Path, tmp_path: Path, gone: list[str]
    ) -> None:
        root = tmp_path / "study"
        shutil.copytree(starter, root)
        for name in gone:
            shutil.rmtree(root / "themes_data" / name)
        for path in (root / "themes_data").rglob("implications.yml"):
            path.unlink()
        for path in (root / "themes_data").rglob("themes/*.yml"):
            text = path.read_text("utf-8")
            without = re.sub(r"^( *)claims:\n(?:\1 +.*\n)+", "", text, flags=re.M)
            without = re.sub(r"^ *voices: .+\n", "", without, flags=re.M)
            path.write_text(re.sub(r"^ *\[\[.+\]\]$", "", without, flags=re.M), "utf-8")
        for about in (root / "themes_data").rglob("study.yml"):
            without = re.sub(r"^    under: .+\n", "", about.read_text("utf-8"), flags=re.M)
            without = re.sub(r"^key_messages:\n(?: .*\n)+", "", without, flags=re.M)
            about.write_text(without, "utf-8")
        site = render_project(read_project(root / "mkdocs.yml"), load_study(root / "themes_data"))
        assert "No quotation is published yet." in unescape(site.files["about.md"].decode())

    def test_survives_the_deletion_of_any_one_quotation(self, starter: Path, study: Study) -> None:
        page = (starter / "content/about.md.j2").read_text("utf-8")
        without_examples = re.sub(r"{% raw %}.*?{% endraw %}", "", page, flags=re.S)
        assert not [q.id for q in study.quotations if q.id in without_examples]
        assert "any_quotation()" in without_examples
