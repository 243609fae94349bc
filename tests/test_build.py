"""A build, three ways: the same addresses, nothing private, and no half of a site."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace

import pytest
from loading import load_study
from made_files import exif_with, noise, saved
from modules import loaded_by, reached_from
from projects import CONFIGURATION, addresses, edit, make_project

from study_findings.build import build, finish_site, load_project_study, render_project
from study_findings.engines import engine_environment
from study_findings.engines.site_folder import MARKER, mark
from study_findings.problems import BuildError, StudyError
from study_findings.project import Project

ENGINES = ("mkdocs", "zensical")
SECRET = "we hid the spare key under the third blue stone"
WAITING = {"quotations/new.yml": f"- id: w001\n  text: {SECRET}\n  themes: [knowing-when]\n"}
LONG_AGO = 1_000_000_000


def run_mkdocs(project: Project, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", *options]
    return subprocess.run(
        command,
        cwd=project.root,
        env=engine_environment(),
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def page_urls(site: Path) -> set[str]:
    pages = (path.relative_to(site) for path in site.rglob("index.html"))
    return {"" if str(page.parent) == "." else f"{page.parent.as_posix()}/" for page in pages}


def former_site(project: Project) -> Path:
    site = project.root / "site"
    mark(site)
    (site / "index.html").write_text("the former site", encoding="utf-8")
    return site


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return make_project(tmp_path_factory.mktemp("project") / "study")


@pytest.fixture(scope="module")
def sites(project: Project) -> dict[str, Path]:
    """Build the full study all three ways."""
    made = {
        engine: build(project, engine, project.root / f"by-{engine}").site_dir for engine in ENGINES
    }
    plain = run_mkdocs(project, "--site-dir", "by-plugin")
    assert plain.returncode == 0, plain.stdout + plain.stderr
    return {**made, "plugin": project.root / "by-plugin"}


class TestThreeWays:
    def test_give_the_same_addresses(self, project: Project, sites: dict[str, Path]) -> None:
        study, _ = load_project_study(project)
        expected = addresses(render_project(project, study)) | {"thanks/"}
        assert {way: page_urls(site) for way, site in sites.items()} == dict.fromkeys(
            sites, expected
        )

    @pytest.mark.parametrize(
        "url",
        [
            "",
            "themes/",
            "themes/knowing-when/",
            "quotations/",
            "q/q001/",
            "q/q005/",
            "voices/",
            "methods/",
            "cite/",
            "data/",
            "about/",
            "thanks/",
        ],
    )
    def test_have_every_kind_of_page(self, sites: dict[str, Path], url: str) -> None:
        for site in sites.values():
            assert (site / url / "index.html").is_file()

    def test_copy_light_pages_and_downloads_byte_by_byte(
        self, project: Project, sites: dict[str, Path]
    ) -> None:
        study, _ = load_project_study(project)
        for path, content in render_project(project, study).files.items():
            for site in sites.values():
                if not path.endswith(".md"):
                    assert (site / path).read_bytes() == content, path

    def test_show_the_same_words(self, sites: dict[str, Path]) -> None:
        for words in ("waiting for the bus", "Gulalai", "Patient 1&#44; FGD 1", "ما ته یې وویل"):
            for url in sorted(page_urls(sites["mkdocs"])):
                shown = {
                    way: words in (site / url / "index.html").read_text("utf-8")
                    for way, site in sites.items()
                }
                assert len(set(shown.values())) == 1, (words, url, shown)

    def test_index_every_quotation_for_the_search(self, sites: dict[str, Path]) -> None:
        for site in sites.values():
            entry = json.loads((site / "pagefind/pagefind-entry.json").read_text("utf-8"))
            pages = sum(language["page_count"] for language in entry["languages"].values())
            assert pages >= len(list(site.glob("q/*/index.html"))) - 1

    def test_leave_no_index_of_the_themes_own(self, sites: dict[str, Path]) -> None:
        assert not (sites["mkdocs"] / "search").exists()
        assert not (sites["plugin"] / "search").exists()
        left = json.loads((sites["zensical"] / "search.json").read_text("utf-8"))
        assert left["items"] == []

    def test_publish_nothing_of_a_theme_that_no_page_loads(self, sites: dict[str, Path]) -> None:
        for site in sites.values():
            names = {path.name for path in site.rglob("*") if path.is_file()}
            assert any(name.startswith("bundle.") for name in names)
            assert not [name for name in names if name.endswith(".map")]
            assert "wordcut.js" not in names

    def test_have_every_script_that_a_page_loads_or_another_imports(
        self, sites: dict[str, Path]
    ) -> None:
        for site in sites.values():
            modules = {
                path.relative_to(site).as_posix(): path.read_text("utf-8")
                for path in site.rglob("scripts/*/*.js")
            }
            entries = {
                module
                for path in site.rglob("index.html")
                for module in loaded_by(path.read_text("utf-8"), path.relative_to(site).as_posix())
            }
            assert {"assets/scripts/en/findings.js", "assets/scripts/en/explorer.js"} <= entries
            assert reached_from(modules, entries) == set(modules)

    def test_publish_no_source_of_a_page_or_theme(self, sites: dict[str, Path]) -> None:
        for site in sites.values():
            assert not [
                path.name
                for path in site.rglob("*")
                if path.suffix in (".md", ".j2", ".py", ".yml", ".pyc")
            ]


class TestBuilt:
    def test_says_what_was_made(self, tmp_path: Path) -> None:
        project = make_project(tmp_path)
        (project.data_dir / "notes.txt").write_text("x", encoding="utf-8")
        built = build(project)
        study = load_study(project.data_dir)
        assert built.site_dir == project.root / "site"
        assert (built.themes, built.tombstones) == (3, 1)
        assert built.quotations == len(study.published)
        assert built.pages == len(page_urls(built.site_dir)) + len({"404.html", "offline.html"})
        assert [problem.rule for problem in built.problems] == ["stray-file"]

    def test_rewrites_for_the_engine_only_what_changed(self, tmp_path: Path) -> None:
        project = make_project(tmp_path)
        build(project)
        docs = project.work_dir / "docs"
        for path in docs.rglob("*"):
            os.utime(path, (LONG_AGO, LONG_AGO))
        edit(
            project.data_dir / "quotations/nurses.yml", "before we look at the list", "and then go"
        )
        build(project)
        changed = {
            path.relative_to(docs).as_posix()
            for path in docs.rglob("*")
            if path.is_file() and path.stat().st_mtime > LONG_AGO
        }
        assert changed >= {
            "q/q010/index.html",
            "themes/road-decides/index.md",
            "quotations/index.md",
            "data/findings.json",
        }
        assert not changed & {
            "q/q001/index.html",
            "themes/knowing-when/index.md",
            "methods/index.md",
            "voices/index.md",
            "thanks.md",
            "assets/findings.css",
        }


class TestNothingPrivate:
    @pytest.fixture(params=["content", "narrative"])
    def leaking(
        self, request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> Project:
        project = make_project(tmp_path, private=WAITING)
        monkeypatch.chdir(project.root)
        if request.param == "content":
            (project.content_dir / "thanks.md").write_text(f"# T\n\n{SECRET}\n", encoding="utf-8")
        else:
            narrative = project.data_dir / "themes/knowing-when.yml"
            edit(narrative, "The day matters more than the hour.", f"As they say, *{SECRET}*.")
        return project

    @pytest.mark.parametrize("engine", ENGINES)
    def test_reaches_a_site_and_the_former_one_stays(
        self, leaking: Project, engine: str, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(leaking.root)
        site = former_site(leaking)
        with pytest.raises(StudyError) as caught:
            build(leaking, engine)
        (problem,) = caught.value.problems
        assert (str(problem.location), problem.rule) == ("private/quotations/new.yml:2:1", "leak")
        assert "stand in the built site: site/" in problem.message
        assert sorted(path.name for path in site.iterdir()) == [MARKER, "index.html"]
        assert (site / "index.html").read_text("utf-8") == "the former site"
        assert not list(leaking.work_dir.glob("site*"))

    def test_stays_in_what_plain_mkdocs_built(self, leaking: Project) -> None:
        done = run_mkdocs(leaking)
        assert done.returncode == 1
        assert "The site was removed." in done.stderr
        assert "private/quotations/new.yml:2:1: error leak: " in done.stderr
        assert SECRET not in done.stderr
        assert "Traceback" not in done.stderr
        assert not (leaking.root / "site").exists()


@pytest.mark.parametrize("step", ["clean_site", "index_site", "find_leaks"])
@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(13, "Permission denied")])
def test_a_site_that_was_not_compared_is_removed(
    project: Project,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    step: str,
    error: BaseException,
) -> None:
    def fail(*_: object) -> None:
        raise error

    site = tmp_path / "site"
    mark(site)
    study, _ = load_project_study(project)
    for name in ("clean_site", "index_site", "find_leaks"):
        monkeypatch.setattr(f"study_findings.build.{name}", lambda *_: [])
    assert finish_site(project, study, site) == []
    assert site.is_dir()
    monkeypatch.setattr(f"study_findings.build.{step}", fail)
    with pytest.raises(type(error)):
        finish_site(project, study, site)
    assert not site.exists()


def test_plain_mkdocs_publishes_only_what_was_checked_and_cleans_it(tmp_path: Path) -> None:
    text = CONFIGURATION.replace(
        "  - study-findings\n", "  - study-findings:\n      publish: [guide.csv]\n"
    )
    project = make_project(tmp_path, f"{text}exclude_docs: |\n  !.hidden/\n")
    content = project.content_dir
    photo = saved(noise(), "JPEG", exif=exif_with("The upper ward, by the window"))
    (content / "ward.jpg").write_bytes(photo)
    (content / "guide.csv").write_text("a,b\n", encoding="utf-8")
    (content / ".hidden").mkdir()
    (content / ".hidden/notes.md").write_text("# Notes", encoding="utf-8")
    done = run_mkdocs(project)
    assert done.returncode == 0, done.stderr
    site = project.root / "site"
    assert (site / "guide.csv").read_text("utf-8") == "a,b\n"
    assert b"upper ward" not in (site / "ward.jpg").read_bytes()
    assert (content / "ward.jpg").read_bytes() == photo
    assert not (site / ".hidden").exists()


class TestEngineThatFails:
    @pytest.mark.parametrize(
        ("configuration", "content", "engine", "words"),
        [
            (CONFIGURATION, {"a.md": "# A\n\n[b](missing.md)\n"}, "mkdocs", "missing.md"),
            (CONFIGURATION, {"a.md": "# A\n\n[b](missing.md)\n"}, "zensical", "a.md:3:5"),
            (CONFIGURATION.replace("name: study-findings", "name: gone"), {}, "mkdocs", "gone"),
            (CONFIGURATION.replace("name: study-findings", "name: gone"), {}, "zensical", "gone"),
            (CONFIGURATION + "  - gone\n", {}, "mkdocs", '"gone" plugin is not installed'),
            (CONFIGURATION + "markdown_extensions: [gone]\n", {}, "zensical", "package gone"),
        ],
        ids=["link", "link zensical", "theme", "theme zensical", "plugin", "extension zensical"],
    )
    def test_is_quoted_and_the_former_site_stays(
        self, tmp_path: Path, configuration: str, content: dict[str, str], engine: str, words: str
    ) -> None:
        project = make_project(tmp_path, configuration, content)
        site = former_site(project)
        with pytest.raises(BuildError) as caught:
            build(project, engine)
        message = str(caught.value)
        assert message.startswith(("MkDocs could not build", "Zensical could not build"))
        assert words in message
        assert "Traceback" not in message
        assert "\x1b" not in message
        assert (site / "index.html").read_text("utf-8") == "the former site"

    def test_is_named_where_it_is_not_installed(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        nothing_found = SimpleNamespace(util=SimpleNamespace(find_spec=lambda name: None))
        monkeypatch.setattr("study_findings.engines.importlib", nothing_found)
        with pytest.raises(BuildError, match=r"pip install 'study-findings\[zensical\]'"):
            build(make_project(tmp_path), "zensical")

    def test_has_no_say_over_what_pagefind_cannot_do(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        project = make_project(tmp_path)
        site = former_site(project)
        monkeypatch.setitem(sys.modules, "pagefind_bin", None)
        with pytest.raises(BuildError, match=r"Pagefind, .*, is not installed; install it again"):
            build(project)
        assert (site / "index.html").read_text("utf-8") == "the former site"


class TestSiteFolder:
    def test_is_the_one_that_the_configuration_names(self, tmp_path: Path) -> None:
        project = make_project(tmp_path, CONFIGURATION + "site_dir: public\n")
        assert build(project).site_dir == project.root / "public"
        assert (project.root / "public/index.html").is_file()
        assert not (project.root / "site").exists()

    def test_is_refused_before_a_file_is_touched(self, tmp_path: Path) -> None:
        project = make_project(tmp_path, CONFIGURATION + "site_dir: private\n", private=WAITING)
        before = sorted(project.root.rglob("*"))
        with pytest.raises(StudyError) as caught:
            build(project)
        assert [(p.rule, p.message) for p in caught.value.problems] == [
            ("site-dir", "this folder is the study's own private/, or in it")
        ]
        assert sorted(project.root.rglob("*")) == before


class TestPluginAndTheSiteFolder:
    @pytest.mark.parametrize(
        ("setting", "options", "message"),
        [
            ("", ["-d", "private"], "is the study's own private/, or in it"),
            ("", ["-d", "themes_data/../private"], "is the study's own private/, or in it"),
            ("site_dir: themes_data\n", [], "is the study's own themes_data/, or in it"),
            ("site_dir: !ENV [NOWHERE, home]\n", [], "holds something, and no mark"),
            ("", ["--dirty", "-d", "home"], "holds something, and no mark"),
        ],
    )
    def test_refuses_before_anything_is_cleaned(
        self, tmp_path: Path, setting: str, options: list[str], message: str
    ) -> None:
        project = make_project(tmp_path, CONFIGURATION + setting, private=WAITING)
        (project.root / "home").mkdir()
        (project.root / "home/index.html").write_text("x", encoding="utf-8")
        before = sorted(project.root.rglob("*"))
        done = run_mkdocs(project, *options)
        assert done.returncode == 1
        assert f"error site-dir: this folder {message}" in done.stderr
        assert "Traceback" not in done.stderr
        assert sorted(project.root.rglob("*")) == before

    def test_refuses_one_that_another_plugin_names(self, tmp_path: Path) -> None:
        project = make_project(tmp_path, CONFIGURATION + "hooks: [hook.py]\n", private=WAITING)
        (project.root / "hook.py").write_text(
            "import os\n\ndef on_config(config):\n"
            "    config.site_dir = os.path.join(os.path.dirname(config.config_file_path), "
            "'private')\n",
            encoding="utf-8",
        )
        done = run_mkdocs(project)
        assert done.returncode == 1
        assert "error site-dir: this folder is the study's own private/" in done.stderr
        assert (project.private_dir / "quotations/new.yml").read_text("utf-8").count(SECRET) == 1

    def test_builds_again_what_it_built_and_dates_it_by_the_commit(self, tmp_path: Path) -> None:
        project = make_project(tmp_path)
        identity = ["-c", "user.name=A", "-c", "user.email=a@example.org"]
        for command in (["init", "-q"], [*identity, "commit", "-q", "--allow-empty", "-m", "x"]):
            subprocess.run(
                ["git", "-C", str(project.root), *command],
                env={**os.environ, "GIT_COMMITTER_DATE": f"{LONG_AGO} +0000"},
                check=True,
            )
        for _ in range(2):
            done = run_mkdocs(project)
            assert done.returncode == 0, done.stderr
        assert (project.root / "site" / MARKER).is_file()
        assert b"<lastmod>2001-09-09</lastmod>" in (project.root / "site/sitemap.xml").read_bytes()


class TestPluginOnBrokenInput:
    @pytest.fixture
    def project(self, tmp_path: Path) -> Iterator[Project]:
        project = make_project(tmp_path)
        yield project
        done = run_mkdocs(project)
        assert done.returncode == 1
        assert "Traceback" not in done.stderr
        assert not (project.root / "site/index.html").exists()
        assert self.expected in done.stderr

    def test_names_every_problem_of_the_study(self, project: Project) -> None:
        edit(project.data_dir / "study.yml", "licence: CC-BY-4.0\n", "")
        edit(project.data_dir / "quotations/nurses.yml", "- id: q010\n", "- id: Q010\n")
        self.expected = "2 errors in 2 files."

    def test_names_a_page_in_the_way_of_another(self, project: Project) -> None:
        (project.content_dir / "voices.md").write_text("x", encoding="utf-8")
        self.expected = "content/voices.md:1:1: error path-taken: "

    def test_names_what_is_no_page_and_where_links_lead(self, project: Project) -> None:
        (project.content_dir / "transcript.docx").write_text("x", encoding="utf-8")
        (project.content_dir / "all").symlink_to(project.root, target_is_directory=True)
        self.expected = "2 errors in 2 files."

    def test_names_the_line_of_a_template_that_fails(self, project: Project) -> None:
        (project.content_dir / "b.md.j2").write_text("\n{{ quotation('gone') }}", encoding="utf-8")
        self.expected = (
            "content/b.md.j2:2:1: error template: the template cannot be rendered: no published "
            'quotation has the id "gone"'
        )

    def test_refuses_what_pulls_other_files_into_pages(self, project: Project) -> None:
        text = CONFIGURATION + "markdown_extensions:\n  - pymdownx.snippets\n"
        project.configuration.write_text(text, encoding="utf-8")
        self.expected = "mkdocs.yml:11:5: error refused-extension: "
