"""Where a study is found, what its `mkdocs.yml` says, and that none gives a traceback."""

from pathlib import Path

import pytest

from study_findings.problems import StudyError
from study_findings.project import find_project, read_project
from study_findings.project.site import Settings


def write(root: Path, text: str | bytes) -> Path:
    path = root / "mkdocs.yml"
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def problem_of(root: Path, text: str | bytes) -> str:
    with pytest.raises(StudyError) as caught:
        read_project(write(root, text))
    (problem,) = caught.value.problems
    return f"{problem.location} {problem.rule}: {problem.message}"


class TestFinding:
    @pytest.fixture
    def root(self, tmp_path: Path) -> Path:
        write(tmp_path, "site_name: Here\n")
        for folder in ("themes_data/quotations", "elsewhere"):
            (tmp_path / folder).mkdir(parents=True)
        return tmp_path

    @pytest.mark.parametrize("folder", [".", "themes_data", "themes_data/quotations"])
    def test_looks_in_the_folder_one_stands_in_and_above(
        self, root: Path, folder: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(root / folder)
        project = find_project()
        assert (project.root, project.data_dir) == (root, root / "themes_data")

    def test_takes_the_folder_that_is_named(
        self, root: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(root.parent)
        assert find_project(Path(root.name)).root == root

    def test_takes_a_folder_of_yaml_that_is_named(self, root: Path) -> None:
        project = find_project(root / "elsewhere")
        assert (project.root, project.data_dir) == (root, root / "elsewhere")

    def test_says_how_to_go_on_where_there_is_none(self, tmp_path: Path) -> None:
        with pytest.raises(StudyError) as caught:
            find_project(tmp_path)
        (problem,) = caught.value.problems
        assert problem.rule == "no-study"
        assert "--study DIR" in problem.hint
        assert "findings init" in problem.hint


class TestFolders:
    def test_have_their_usual_names(self, tmp_path: Path) -> None:
        project = read_project(write(tmp_path, "site_name: Here\n"))
        assert project.data_dir == tmp_path / "themes_data"
        assert project.private_dir == tmp_path / "private"
        assert project.content_dir == tmp_path / "docs"

    @pytest.mark.parametrize(
        "plugins",
        [
            "- tags\n  - study-findings:\n      data_dir: data\n      private_dir: ../safe\n"
            "      publish:\n        - a table.csv\n",
            "- study-findings: {data_dir: data, private_dir: ../safe, publish: [a table.csv]}\n",
            "study-findings: {data_dir: data, private_dir: ../safe, publish: [a table.csv]}\n",
        ],
        ids=["block", "flow", "fields"],
    )
    def test_and_files_to_publish_are_options_of_the_plugin(
        self, tmp_path: Path, plugins: str
    ) -> None:
        project = read_project(write(tmp_path, f"docs_dir: content\nplugins:\n  {plugins}"))
        assert project.data_dir == tmp_path / "data"
        assert project.private_dir == tmp_path / "../safe"
        assert project.publish == ("a table.csv",)
        assert project.content_dir == tmp_path / "content"


class TestSettings:
    @pytest.mark.parametrize(
        ("written", "url"),
        [
            ("site_url: https://example.org/x", "https://example.org/x/"),
            ("site_url: https://example.org/x/", "https://example.org/x/"),
            ("site_url: ''", ""),
            ("site_url:", ""),
            ("site_url: !ENV SITE_URL", "https://set.example/"),
            ("site_url: !ENV UNSET", ""),
            ("site_url: !ENV [SITE_URL, 'https://default.example']", "https://set.example/"),
            ("site_url: !ENV [UNSET, SITE_URL, 'https://d.example']", "https://set.example/"),
            ("site_url: !ENV [UNSET, 'https://default.example']", "https://default.example/"),
            ("site_url: !ENV [UNSET, '']", ""),
            ("site_url: !ENV [UNSET, null]", ""),
            ("site_url: !ENV [UNSET, ~]", ""),
            ("site_url: !ENV [UNSET]", ""),
            ("site_url: !ENV [UNSET, [a]]", ""),
            ("site_url: !ENV []", ""),
            ("site_url: !ENV {a: b}", ""),
        ],
    )
    def test_know_the_address_with_a_slash_at_its_end(
        self, tmp_path: Path, written: str, url: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("SITE_URL", "https://set.example")
        monkeypatch.delenv("UNSET", raising=False)
        assert read_project(write(tmp_path, f"{written}\n")).settings == Settings(
            "Findings", url, own_frame=False
        )

    def test_survive_tags_of_the_engine(self, tmp_path: Path) -> None:
        text = (
            "site_name: &name Here\nmarkdown_extensions:\n  - pymdownx.emoji:\n"
            "      emoji_index: !!python/name:material.extensions.emoji.twemoji\ncopyright: *name\n"
        )
        assert read_project(write(tmp_path, text)).settings.name == "Here"


class TestBrokenConfiguration:
    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("", "mkdocs.yml:1:1 configuration: the file has no settings"),
            ("- a\n", "mkdocs.yml:1:1 configuration: the file has no settings"),
            ("a word", "mkdocs.yml:1:1 configuration: the file has no settings"),
            ("? [a, b]\n: c\n", "mkdocs.yml:1:3 configuration: a setting's name has to be a word"),
            ("a: 1\n? {b: c}\n: d\n", "mkdocs.yml:2:3 configuration: a setting's name has to be a"),
            (
                b"a: \xe9\n",
                "mkdocs.yml:1:1 configuration: the file cannot be read: it is not UTF-8",
            ),
            ("a: 1\n\tb: 2\n", "mkdocs.yml:2:1 configuration: the file cannot be read: "),
            ("a: *b\n", "mkdocs.yml:1:4 configuration: the file cannot be read: "),
            ("a: [1\nb: 2\n", "mkdocs.yml:2:2 configuration: the file cannot be read: "),
            ("a: 1\n---\nb: 2\n", "mkdocs.yml:2:1 configuration: the file cannot be read: "),
            ("a: " + "[" * 500, "mkdocs.yml:1:1 configuration: the file cannot be read: "),
            ("a: \x00\n", "mkdocs.yml:1:1 configuration: the file cannot be read: "),
            ('a: "\\U00110000"', "mkdocs.yml:1:1 configuration: the file cannot be read: "),
            ('a: "\\UFFFFFFFF"', "mkdocs.yml:1:1 configuration: the file cannot be read: "),
        ],
    )
    def test_is_one_problem_on_one_line(
        self, tmp_path: Path, text: str | bytes, problem: str
    ) -> None:
        found = problem_of(tmp_path, text)
        assert found.startswith(problem)
        assert "\n" not in found

    def test_a_folder_of_that_name_is_a_problem(self, tmp_path: Path) -> None:
        (tmp_path / "mkdocs.yml").mkdir()
        with pytest.raises(StudyError) as caught:
            read_project(tmp_path / "mkdocs.yml")
        assert [p.message for p in caught.value.problems] == [
            "the file cannot be read: Is a directory"
        ]

    @pytest.mark.parametrize(
        "text",
        [
            "site_name: [a]\n",
            "docs_dir: {a: b}\n",
            "plugins: &p [*p]\n",
            "plugins: [[a], {}, {? [a] : b}]\n",
            "plugins:\n  ? [a]\n  : b\n",
            "plugins: [study-findings: [a]]\n",
            "plugins: [study-findings: {data_dir: [a], ? [b] : c}]\n",
            "plugins: word\n",
            "markdown_extensions: [[a], {}, {? [a] : b}]\n",
        ],
    )
    def test_settings_of_the_wrong_kind_are_left_to_the_engine(
        self, tmp_path: Path, text: str
    ) -> None:
        project = read_project(write(tmp_path, text))
        assert project.settings == Settings("Findings", "", own_frame=False)
        assert project.data_dir == tmp_path / "themes_data"


class TestRefusedExtensions:
    @pytest.mark.parametrize(
        ("text", "problem"),
        [
            ("plugins: [macros]\n", "1:11 refused-extension: macros is not used"),
            ("plugins:\n  - macros:\n      x: y\n", "2:5 refused-extension: macros is not used"),
            (
                "plugins:\n  include-markdown:\n",
                "2:3 refused-extension: include-markdown is not used",
            ),
            ("plugins: [markdown-exec]\n", "1:11 refused-extension: markdown-exec is not used"),
            (
                "markdown_extensions:\n  - toc\n  - pymdownx.snippets:\n      base_path: ..\n",
                "3:5 refused-extension: pymdownx.snippets is not used",
            ),
        ],
    )
    def test_are_what_pulls_files_or_code_into_pages(
        self, tmp_path: Path, text: str, problem: str
    ) -> None:
        assert problem_of(tmp_path, text).startswith(f"mkdocs.yml:{problem} on a study's site")

    def test_all_are_named_at_once(self, tmp_path: Path) -> None:
        with pytest.raises(StudyError) as caught:
            read_project(write(tmp_path, "plugins: [macros, include-markdown]\n"))
        assert len(caught.value.problems) == 2


class TestInherited:
    def test_settings_of_a_base_file_hold_where_the_study_says_nothing(
        self, tmp_path: Path
    ) -> None:
        (tmp_path / "base.yml").write_text("site_name: Base\ndocs_dir: pages\n", "utf-8")
        own = tmp_path / "mkdocs.yml"
        own.write_text("INHERIT: base.yml\nsite_name: Own\n", "utf-8")
        project = read_project(own)
        assert project.settings.name == "Own"
        assert project.content_dir == tmp_path / "pages"

    def test_what_is_refused_is_refused_in_a_base_file_too(self, tmp_path: Path) -> None:
        base = "site_name: Base\nmarkdown_extensions:\n  - pymdownx.snippets\n"
        (tmp_path / "base.yml").write_text(base, "utf-8")
        own = tmp_path / "mkdocs.yml"
        own.write_text("INHERIT: base.yml\n", "utf-8")
        with pytest.raises(StudyError) as raised:
            read_project(own)
        (problem,) = raised.value.problems
        assert (str(problem.location), problem.rule) == ("base.yml:3:5", "refused-extension")

    def test_files_that_inherit_each_other_end(self, tmp_path: Path) -> None:
        own = tmp_path / "mkdocs.yml"
        (tmp_path / "base.yml").write_text("INHERIT: mkdocs.yml\nsite_name: Base\n", "utf-8")
        own.write_text("INHERIT: base.yml\n", "utf-8")
        assert read_project(own).settings.name == "Base"
