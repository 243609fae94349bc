"""The configuration an engine is given keeps the author's own, and speaks the site's language."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from mkdocs.config import load_config
from projects import CONFIGURATION, make_project

from study_findings.engines.derive import derived_configuration, navigation
from study_findings.problems import StudyError
from study_findings.project import read_project
from study_findings.project.site import NavItem, Site

SITE = Site(
    {"index.md": b"home", "themes/a/index.md": b"theme", "q/q001/index.html": b"page"},
    (NavItem("Home", "index.md"), NavItem("Theme 𞤀: *a*", "themes/a/index.md")),
)


class TestNavigation:
    def test_adds_pages_that_nobody_listed(self) -> None:
        site = Site({**SITE.files, "about.md": b""}, SITE.nav)
        content = {"thanks.md": Path(), "paper.pdf": Path()}
        assert navigation(site, content)[2:] == ["about.md", "thanks.md"]

    def test_adds_the_authors_own_in_their_place(self) -> None:
        own = [{"Thanks": "thanks.md"}]
        assert navigation(SITE, {"thanks.md": Path(), "b.md": Path()}, own)[2:] == own

    def test_leaves_out_what_carries_its_own(self) -> None:
        site = Site(
            {**SITE.files, "ur/index.md": b"home"}, SITE.nav, unlisted=frozenset({"ur/index.md"})
        )
        assert navigation(site, {}) == navigation(SITE, {})


def derived(
    root: Path, configuration: str | bytes, engine: str = "mkdocs", language: str = "en"
) -> str:
    root.mkdir(exist_ok=True)
    path = root / "mkdocs.yml"
    path.write_bytes(configuration if isinstance(configuration, bytes) else configuration.encode())
    content = {"thanks.md": root / "content/thanks.md"}
    site = replace(SITE, language=language)
    return derived_configuration(read_project(path), site, content, ".f/docs", ".f/site", engine)


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
            (
                "plugins:\n  - study-findings\n  - tags\n  - privacy:\n      assets: false\n"
                "  - glightbox"
            ),
            (
                "plugins:\n- tags\n- privacy:\n    assets: false\n- study-findings:\n"
                "    data_dir: x\n- glightbox"
            ),
            "plugins:\n   -   tags\n   -   privacy:\n            assets: false\n   - glightbox",
            (
                "plugins:\n  - tags\n\n  # theirs\n  - privacy: {assets: false} # so\n"
                "  - glightbox # x\n# y"
            ),
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


class TestLanguage:
    @pytest.mark.parametrize(
        "theme",
        [
            "theme: study-findings",
            "theme:\n  name: study-findings",
            "theme:\n    # ours\n    name: study-findings\n    favicon: own.svg",
            "theme: {name: study-findings}",
            "theme: {name: study-findings, language: en}",
            "theme:\n  language: fr\n  name: study-findings # so",
        ],
    )
    @pytest.mark.parametrize("indent", ["", "  "])
    def test_is_the_sites_whatever_the_theme_says(
        self, tmp_path: Path, theme: str, indent: str
    ) -> None:
        text = f"site_name: Here\n{theme}\ndocs_dir: content\n"
        found = read(derived(tmp_path, re.sub("^", indent, text, flags=re.M), language="ur"))
        before = read(text)["theme"]
        own = before if isinstance(before, dict) else {"name": before}
        assert found["theme"] == {**own, "language": "ur"}
        assert found["site_name"] == "Here"

    @pytest.mark.parametrize("theme", ["study-findings", "{name: study-findings, favicon: x.svg}"])
    def test_reaches_a_theme_that_is_inherited(self, tmp_path: Path, theme: str) -> None:
        (tmp_path / "base.yml").write_text(f"site_name: Base\ntheme: {theme}\n", "utf-8")
        derived_path = tmp_path / "derived.yml"
        (tmp_path / "content").mkdir()
        derived_path.write_text(
            derived(tmp_path, "INHERIT: base.yml\ndocs_dir: content\n", language="ur"), "utf-8"
        )
        loaded = load_config(str(derived_path), docs_dir="content", nav=None).theme
        assert (loaded.name, loaded["language"]) == ("study-findings", "ur")

    def test_of_an_english_site_needs_no_setting(self, tmp_path: Path) -> None:
        assert read(derived(tmp_path, CONFIGURATION))["theme"] == {"name": "study-findings"}

    def test_of_an_english_site_takes_the_place_of_another(self, tmp_path: Path) -> None:
        text = "site_name: Here\ntheme: {name: study-findings, language: fr}\n"
        assert read(derived(tmp_path, text))["theme"] == {
            "name": "study-findings",
            "language": "en",
        }
