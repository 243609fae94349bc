"""A site reaches its folder file by file, whole, and the configuration keeps what is the author's."""

import os
import re
from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config
from projects import CONFIGURATION, make_project

from study_findings.problems import StudyError
from study_findings.project import read_project
from study_findings.site import NavItem, Site
from study_findings.write import (
    derived_configuration,
    handwritten_files,
    handwritten_templates,
    navigation,
    write_if_changed,
    write_site,
)

SITE = Site(
    {"index.md": b"home", "themes/a/index.md": b"theme", "q/q001/index.html": b"page"},
    (NavItem("Home", "index.md"), NavItem("Theme 𞤀: *a*", "themes/a/index.md")),
)
LONG_AGO = 1_000_000_000


def tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def age(folder: Path) -> None:
    for path in folder.rglob("*"):
        os.utime(path, (LONG_AGO, LONG_AGO))


def rewritten(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.stat().st_mtime > LONG_AGO
    }


class TestWriteSite:
    def test_writes_the_study_and_the_pages_beside_it(self, tmp_path: Path) -> None:
        (tmp_path / "thanks.md").write_bytes(b"thanks")
        write_site(SITE, {"thanks.md": tmp_path / "thanks.md"}, tmp_path / "docs")
        assert tree(tmp_path / "docs") == {**SITE.files, "thanks.md": b"thanks"}

    def test_rewrites_only_what_changed(self, tmp_path: Path) -> None:
        write_site(SITE, {}, tmp_path)
        age(tmp_path)
        write_site(Site({**SITE.files, "index.md": b"new home"}), {}, tmp_path)
        assert rewritten(tmp_path) == {"index.md"}
        assert (tmp_path / "index.md").read_bytes() == b"new home"

    def test_removes_what_an_earlier_build_left_with_its_folders(self, tmp_path: Path) -> None:
        write_site(SITE, {}, tmp_path)
        write_site(Site({"index.md": b"home"}), {}, tmp_path)
        assert [path.name for path in tmp_path.rglob("*")] == ["index.md"]

    @pytest.mark.parametrize(
        ("before", "after"), [("a/b/c.txt", "a/b"), ("a/b", "a/b/c.txt")], ids=["file", "folder"]
    )
    def test_puts_a_file_where_a_folder_was_and_a_folder_where_a_file_was(
        self, tmp_path: Path, before: str, after: str
    ) -> None:
        write_site(Site({before: b"before"}), {}, tmp_path)
        write_site(Site({after: b"after"}), {}, tmp_path)
        assert tree(tmp_path) == {after: b"after"}

    def test_files_can_be_read_by_a_web_server(self, tmp_path: Path) -> None:
        write_site(SITE, {}, tmp_path)
        assert (tmp_path / "index.md").stat().st_mode & 0o777 == 0o644


class TestWriteIfChanged:
    @pytest.mark.parametrize("failing", ["write", "replace"])
    def test_leaves_the_old_file_when_it_fails(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failing: str
    ) -> None:
        path = tmp_path / "page.md"
        path.write_bytes(b"old")

        def full_disk(*_: object, **__: object) -> None:
            raise OSError(28, "No space left on device")

        if failing == "write":
            monkeypatch.setattr("study_findings.write.os.fdopen", full_disk)
        else:
            monkeypatch.setattr(Path, "replace", full_disk)
        with pytest.raises(OSError, match="No space left"):
            write_if_changed(path, b"new")
        assert tree(tmp_path) == {"page.md": b"old"}


class TestHandwritten:
    def content(self, root: Path, *names: str) -> Path:
        for name in names:
            (root / "content" / name).parent.mkdir(parents=True, exist_ok=True)
            (root / "content" / name).write_text("words", encoding="utf-8")
        return root / "content"

    def test_files_are_those_that_are_no_templates(self, tmp_path: Path) -> None:
        content = self.content(tmp_path, "a.md", "b/c.pdf", "d.md.j2", ".hidden", ".git/x")
        assert handwritten_files(content, SITE) == {
            "a.md": content / "a.md",
            "b/c.pdf": content / "b/c.pdf",
        }
        assert handwritten_templates(content) == {"d.md.j2": "words"}

    def test_there_need_be_none(self, tmp_path: Path) -> None:
        assert handwritten_files(tmp_path / "content", SITE) == {}
        assert handwritten_templates(tmp_path / "content") == {}

    @pytest.mark.parametrize(
        ("name", "other"),
        [
            ("index.md", "index.md"),
            ("README.md", "index.md"),
            ("themes/a.md", "themes/a/index.md"),
            ("q/q001.md", "q/q001/index.html"),
            ("q/q001/index.html", "q/q001/index.html"),
            ("q/q001/index.md", "q/q001/index.html"),
        ],
    )
    def test_no_file_stands_where_the_study_does(
        self, tmp_path: Path, name: str, other: str
    ) -> None:
        with pytest.raises(StudyError) as caught:
            handwritten_files(self.content(tmp_path, name), SITE)
        (problem,) = caught.value.problems
        assert problem.rule == "path-taken"
        assert str(problem.location) == f"content/{name}:1:1"
        assert (
            problem.message
            == f"this file would stand at the address of {other}, which is made from the study"
        )

    def test_no_file_stands_where_another_does(self, tmp_path: Path) -> None:
        with pytest.raises(StudyError) as caught:
            handwritten_files(self.content(tmp_path, "a.md", "a/index.md"), SITE)
        assert [str(problem.location) for problem in caught.value.problems] == [
            "content/a/index.md:1:1"
        ]

    def test_a_template_that_is_not_utf_8_is_named(self, tmp_path: Path) -> None:
        content = self.content(tmp_path, "a.md.j2")
        (content / "a.md.j2").write_bytes(b"\xe9")
        with pytest.raises(StudyError) as caught:
            handwritten_templates(content)
        assert [str(problem.location) for problem in caught.value.problems] == [
            "content/a.md.j2:1:1"
        ]


class TestNavigation:
    def test_adds_pages_that_nobody_listed(self) -> None:
        site = Site({**SITE.files, "about.md": b""}, SITE.nav)
        content = {"thanks.md": Path(), "paper.pdf": Path()}
        assert navigation(site, content)[2:] == ["about.md", "thanks.md"]

    def test_adds_the_authors_own_in_their_place(self) -> None:
        own = [{"Thanks": "thanks.md"}]
        assert navigation(SITE, {"thanks.md": Path(), "b.md": Path()}, own)[2:] == own


def derived(root: Path, configuration: str | bytes, engine: str = "mkdocs") -> str:
    root.mkdir(exist_ok=True)
    path = root / "mkdocs.yml"
    path.write_bytes(configuration if isinstance(configuration, bytes) else configuration.encode())
    content = {"thanks.md": root / "content/thanks.md"}
    return derived_configuration(read_project(path), SITE, content, ".f/docs", ".f/site", engine)


class Tagged(yaml.SafeLoader):
    """Read a tag that only engines know as its name."""


Tagged.add_multi_constructor("!", lambda loader, tag, node: tag)


def read(text: str) -> dict[str, object]:
    found = yaml.load(text, Tagged)
    assert isinstance(found, dict)
    return found


OWN_NAVIGATION = [
    {"Home": "index.md"},
    {"Theme 𞤀&#58; &#42;a&#42;": "themes/a/index.md"},
    "thanks.md",
]


class TestDerivedConfiguration:
    def test_replaces_our_own_keys_and_no_others(self, tmp_path: Path) -> None:
        assert read(derived(tmp_path, CONFIGURATION)) == {
            "site_name": "The bus clinic",
            "site_url": "https://example.org/bus-clinic/",
            "theme": {"name": "study-findings"},
            "docs_dir": ".f/docs",
            "site_dir": ".f/site",
            "use_directory_urls": True,
            "nav": OWN_NAVIGATION,
            "plugins": [],
        }

    def test_keeps_all_else_to_the_letter(self, tmp_path: Path) -> None:
        (tmp_path / "base.yml").write_text("site_name: Base\n", "utf-8")
        kept = (
            "# A comment with ünïcode\n"
            "site_url: !ENV [SITE_URL, '']   # set in CI\n"
            "theme: {name: study-findings, icon: {logo: 'x'}}\n"
            "markdown_extensions:\n"
            "  - toc:\n"
            "      permalink: true\n"
            "  - pymdownx.emoji:\n"
            "      emoji_index: !!python/name:material.extensions.emoji.twemoji\n"
            "extra:\n  text: |\n    docs_dir: not this\n\n    nav: nor this\n"
            "INHERIT: base.yml\n"
            '"copyright": >-\n  © all\n  of us\n'
        )
        assert derived(tmp_path, f"docs_dir: content\n{kept}plugins: []\n").startswith(kept)

    @pytest.mark.parametrize(
        "own",
        [
            "docs_dir: content",
            '"docs_dir": content',
            "'docs_dir' : content  # ours",
            "docs_dir:\n  content",
            "docs_dir: >-\n  con\n  tent",
            "? docs_dir\n: content",
            "nav:\n  - a.md\n  - B:\n      - b.md\n  # - c.md",
            "nav:\n- a.md\n- B:\n  - b.md\n",
            "nav: [a.md,\nb.md,\n{C: c.md}\n]",
            "nav:",
            "nav: []",
            "nav: ~",
            "plugins: study-findings",
            "site_dir: &site public",
            "use_directory_urls: false",
            "docs_dir: first\nsite_url: x\ndocs_dir: second",
        ],
    )
    @pytest.mark.parametrize("form", ["first", "last", "end of file", "crlf", "bom", "indented"])
    def test_finds_its_keys_in_every_form(self, tmp_path: Path, own: str, form: str) -> None:
        texts = {
            "first": f"{own}\n# above\nsite_name: Here\n",
            "last": f"# above\nsite_name: Here\n{own}\n\n# after\n",
            "end of file": f"# above\nsite_name: Here\n{own}",
            "crlf": f"{own}\n# above\nsite_name: Here\n".replace("\n", "\r\n"),
            "bom": f"\ufeff{own}\n# above\nsite_name: Here\n",
            "indented": re.sub("^", "  ", f"{own}\n# above\nsite_name: Here", flags=re.M) + "\n",
        }
        text = derived(tmp_path, texts[form])
        found = read(text)
        assert found.pop("site_url", "x") == "x"
        nav = found.pop("nav")
        assert found == {
            "site_name": "Here",
            "docs_dir": ".f/docs",
            "site_dir": ".f/site",
            "use_directory_urls": True,
            "plugins": [],
        }
        assert nav in (
            OWN_NAVIGATION,
            [*OWN_NAVIGATION[:2], "a.md", {"B": ["b.md"]}],
            [*OWN_NAVIGATION[:2], "a.md", "b.md", {"C": "c.md"}],
        )
        assert "# above\n" in text

    @pytest.mark.parametrize(
        "plugins",
        [
            "plugins: [study-findings, tags, {privacy: {assets: false}}, 'glightbox']",
            "plugins: [tags, {study-findings: {data_dir: x}}, privacy: {assets: false}, glightbox]",
            "plugins:\n  - study-findings\n  - tags\n  - privacy:\n      assets: false\n  - glightbox",
            "plugins:\n- tags\n- privacy:\n    assets: false\n- study-findings:\n    data_dir: x\n- glightbox",
            "plugins:\n   -   tags\n   -   privacy:\n            assets: false\n   - glightbox",
            "plugins:\n  - tags\n\n  # theirs\n  - privacy: {assets: false} # so\n  - glightbox # x\n# y",
            "plugins: [\ntags,\n{privacy:\n{assets: false}},\nglightbox, study-findings]",
        ],
    )
    @pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
    def test_keeps_the_authors_other_plugins(
        self, tmp_path: Path, plugins: str, engine: str
    ) -> None:
        text = derived(tmp_path, f"site_name: Here\n{plugins}\ntheme:\n  name: material\n", engine)
        found = read(text)
        ours = [{"search": {"enabled": False}}] if engine == "zensical" else []
        assert found["plugins"] == ["tags", {"privacy": {"assets": False}}, "glightbox", *ours]
        assert found["theme"] == {"name": "material"}

    @pytest.mark.parametrize(
        "plugins",
        [
            "plugins:\n  study-findings:\n  tags:\n  privacy:\n    assets: false\n",
            "plugins: {study-findings: {data_dir: x}, tags: , privacy: {assets: false}}\n",
        ],
    )
    def test_keeps_plugins_written_as_fields(self, tmp_path: Path, plugins: str) -> None:
        found = read(derived(tmp_path, f"{plugins}site_name: Here\n"))
        assert found["plugins"] == [{"tags": None}, {"privacy": {"assets": False}}]

    def test_keeps_tags_within_plugins(self, tmp_path: Path) -> None:
        text = derived(tmp_path, "plugins:\n  - tags:\n      enabled: !ENV [CI, false]\n")
        assert "enabled: !ENV [CI, false]\n" in text

    def test_is_read_by_mkdocs(self, tmp_path: Path) -> None:
        project = make_project(
            tmp_path, CONFIGURATION + "  - material/tags:\n      enabled: false\n"
        )
        text = derived_configuration(project, SITE, {}, "content", ".f/site", "mkdocs")
        (tmp_path / "derived.yml").write_text(text, encoding="utf-8")
        config = load_config(str(tmp_path / "derived.yml"))
        assert list(config.plugins) == ["material/tags"]
        assert config.nav == OWN_NAVIGATION[:2]

    def test_refuses_settings_in_braces(self, tmp_path: Path) -> None:
        with pytest.raises(StudyError) as caught:
            derived(tmp_path, "{site_name: Here, docs_dir: content}\n")
        assert [p.message for p in caught.value.problems] == ["the settings stand in braces"]

    def test_refuses_navigation_that_never_ends(self, tmp_path: Path) -> None:
        with pytest.raises(StudyError) as caught:
            derived(tmp_path, "site_name: Here\nnav: &nav [*nav]\n")
        assert [problem.message for problem in caught.value.problems] == ["nav holds itself"]
