"""A check of a whole project tells whatever would keep it from being built, where it stands."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from projects import CONFIGURATION, CONTENT, edit, make_project

from study_findings.checking import check_project, check_sources
from study_findings.problems.output import one_line
from study_findings.project import Project, read_project

WORDS = "We count the bends of the road until the bus comes at last."
WAITING = f'- id: w001\n  text: "{WORDS}"\n  themes: [knowing-when]\n  group: patients\n'


def told(project: Project) -> list[str]:
    """Check a project and list what is wrong, without the hints, from within its folder."""
    return [one_line(problem).partition("; ")[0] for problem in check_project(project).all]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = tmp_path / "study"
    root.mkdir()
    monkeypatch.chdir(root)
    return root


def write(root: Path, name: str, text: str | bytes) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text.encode() if isinstance(text, str) else text)


def test_leaves_nothing_behind(here: Path) -> None:
    project = make_project(here, private={"quotations/patients.yml": WAITING})
    before = {path: path.read_bytes() for path in here.rglob("*") if path.is_file()}
    assert told(project) == []
    assert {path: path.read_bytes() for path in here.rglob("*") if path.is_file()} == before


# The engine is run for each of these: several mistakes in one project, told in one run.
PAGES = {
    "contact.md": (
        "# Contact\n\n[a](nope.md) ![b](img/map.png) [c](../themes/) [d](nope/)\n"
        '<a href="/top/">e</a> [f](#nowhere) [g](about.md#nowhere) [h](#contact)\n'
        "[i](../../../out/) [j](mailto:team@example.org) [k](//example.org/x) [l](thanks.md)\n"
    ),
    "more/deep.md": (
        '# Deep\n\n<img src="../../map.svg"> [m](../../themes) [n](../q/q001/index.html)\n'
    ),
    "map.svg": '<svg xmlns="http://www.w3.org/2000/svg"/>',
}


def test_links_are_followed(here: Path) -> None:
    project = make_project(here, content={**CONTENT, **PAGES})
    assert told(project) == [
        (
            'content/contact.md:3:5: error dead-link: this page links to "nope.md", which is no '
            "page or file of the site"
        ),
        (
            'content/contact.md:3:19: error dead-link: this page links to "img/map.png", which is '
            "no page or file of the site"
        ),
        (
            'content/contact.md:3:52: warning dead-link: the link "nope/" leads to nothing on this '
            "site"
        ),
        (
            'content/contact.md:4:10: warning dead-link: the link "/top/" leads to the top of the '
            "host, above this site"
        ),
        (
            'content/contact.md:4:27: warning dead-link: the link "#nowhere" leads to a place that '
            "this page has not"
        ),
        (
            'content/contact.md:4:27: warning dead-link: the link "../about/#nowhere" leads to a '
            "place that the page about/ has not"
        ),
        (
            'content/contact.md:5:5: warning dead-link: the link "../../../out/" leads out of this '
            "site"
        ),
    ]


def test_the_top_of_a_host_is_the_sites_own_where_it_has_one(here: Path) -> None:
    configuration = CONFIGURATION.replace("example.org/bus-clinic/", "example.org/")
    text = "# Contact\n\n[a](/themes/) [b](/nope/)\n"
    project = make_project(here, configuration, {"contact.md": text})
    assert told(project) == [
        'content/contact.md:3:19: warning dead-link: the link "/nope/" leads to nothing on this '
        "site"
    ]


@pytest.mark.parametrize(
    ("setting", "problem"),
    [
        (
            "nav:\n  - About: about.md\n  - More:\n      - nope.md\n",
            'mkdocs.yml:11:9: error dead-link: nav lists "nope.md", which is no page of the site',
        ),
        (
            "markdown_extensions:\n  - admonition\n  - nope.ext\n",
            (
                'mkdocs.yml:10:5: error configuration: the setting "markdown_extensions" cannot be '
                "used: Failed to load extension 'nope.ext'. ModuleNotFoundError: No module named "
                "'nope'"
            ),
        ),
        (
            "hooks: [count.py]\n",
            'mkdocs.yml:8:9: error configuration: the setting "hooks" cannot be used: '
            "The path 'count.py' isn't an existing file",
        ),
        (
            "sitename: x\n",
            'mkdocs.yml:8:1: error configuration: MkDocs knows no setting "sitename"',
        ),
        (
            "copyright: [1]\n",
            'mkdocs.yml:8:1: error configuration: the setting "copyright" cannot be used: '
            "Expected type: <class 'str'> but received: <class 'list'>",
        ),
        (
            "extra:\n  x: !!python/name:nope.nope\n",
            (
                "mkdocs.yml:9:6: error engine: MkDocs cannot build the site: MkDocs encountered "
                "an error parsing the configuration file: while constructing a Python object "
                "cannot find module 'nope' (No module named 'nope')"
            ),
        ),
    ],
    ids=lambda value: value.split(":")[0],
)
def test_settings_that_the_engine_refuses(here: Path, setting: str, problem: str) -> None:
    project = make_project(here, CONFIGURATION.replace("plugins:\n", f"{setting}plugins:\n"))
    assert told(project) == [problem]


def test_a_plugin_that_is_not_installed(here: Path) -> None:
    project = make_project(here, f"{CONFIGURATION}  - nope\n")
    assert told(project) == [
        'mkdocs.yml:10:5: error configuration: the setting "plugins" cannot be used: '
        'The "nope" plugin is not installed'
    ]


# What an extension prints, raises or warns of may be anybody's words.
SAYS = {
    "raises on a page": (
        "def on_page_markdown(markdown, page, **_):\n    if page.file.src_uri == 'about.md':\n"
        "        raise ValueError({words!r})\n"
    ),
    "raises": "def on_files(files, config):\n    raise RuntimeError({words!r})\n",
    "warns": (
        "import logging\n\ndef on_files(files, config):\n"
        "    logging.getLogger('mkdocs').warning({words!r})\n"
    ),
    "quits": "import sys\n\ndef on_files(files, config):\n    sys.exit({words!r})\n",
}


@pytest.mark.parametrize("name", SAYS)
def test_no_words_of_an_extension_are_passed_on(here: Path, name: str) -> None:
    configuration = CONFIGURATION.replace("plugins:\n", "hooks: [hook.py]\nplugins:\n")
    project = make_project(here, configuration)
    write(here, "hook.py", SAYS[name].format(words=WORDS))
    (problem,) = check_project(project).problems
    assert problem.rule == "engine"
    assert "bends" not in one_line(problem)
    assert ".findings/failure.log" in problem.hint
    if name.startswith("raises"):
        assert "of hook.py stopped it" in problem.message


def test_private_words_in_what_would_be_published(here: Path) -> None:
    content = {"about.md": f"# About\n\nAs one said: {WORDS}\n"}
    project = make_project(here, content=content, private={"quotations/patients.yml": WAITING})
    assert told(project) == [
        'private/quotations/patients.yml:2:1: error leak: private words (record "w001") would '
        "stand in the built site: site/about/index.html"
    ]
    edit(here / "content/about.md", WORDS, "nothing to tell.")
    assert told(project) == []


@pytest.mark.parametrize(
    ("name", "old", "new", "where"),
    [
        (
            "themes_data/themes/road-decides.yml",
            "gist:",
            f"boundary: {WORDS}\ngist:",
            "data/findings.json",
        ),
        (
            "themes_data/translations/ur/study.yml",
            "gist: >-",
            f"gist: >-\n  {WORDS}",
            "data/findings.json",
        ),
        ("mkdocs.yml", "docs_dir:", f"site_description: {WORDS}\ndocs_dir:", "about/index.html"),
    ],
)
def test_private_words_wherever_an_author_writes(
    here: Path, name: str, old: str, new: str, where: str
) -> None:
    project = make_project(here, private={"notes.txt": WORDS})
    edit(here / name, f"{old}", new)
    (found,) = [line for line in told(project) if " error " in line]
    assert found.startswith("private/notes.txt:1:1: error leak: private words would stand in ")
    assert f"site/{where}" in found


def test_a_folder_that_cannot_be_written_in(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    project = make_project(here)
    make = tempfile.mkstemp

    def refuse(*args: Any, **options: Any) -> Any:
        if options.get("dir") == here:
            raise PermissionError(13, "Permission denied")
        return make(*args, **options)

    monkeypatch.setattr(tempfile, "mkstemp", refuse)
    assert told(project) == [
        "mkdocs.yml:1:1: error cannot-write: the check has to write beside this file for a moment: "
        "Permission denied"
    ]


Damage = Callable[[Path], object]
# Told by reading alone: no engine is needed.
READ: dict[str, tuple[Damage, str]] = {
    "address": (
        lambda root: edit(root / "mkdocs.yml", "https://example.org/bus-clinic/", "user.example/x"),
        'mkdocs.yml:2:11: error bad-site-url: site_url is no web address: "user.example/x"',
    ),
    "address without a host": (
        lambda root: edit(root / "mkdocs.yml", "https://example.org/bus-clinic/", "https:///x"),
        'mkdocs.yml:2:11: error bad-site-url: site_url is no web address: "https:///x"',
    ),
    "setting twice": (
        lambda root: edit(root / "mkdocs.yml", "docs_dir:", "site_name: Two\ndocs_dir:"),
        (
            'mkdocs.yml:3:1: error duplicate-key: the setting "site_name" stands here a second '
            "time; first in line 1"
        ),
    ),
    "setting without effect": (
        lambda root: edit(root / "mkdocs.yml", "docs_dir:", "use_directory_urls: false\ndocs_dir:"),
        "mkdocs.yml:3:21: warning ignored-setting: use_directory_urls has no effect: pages keep "
        "addresses that end in a slash",
    ),
    "language without effect": (
        lambda root: edit(root / "mkdocs.yml", "name: study-", "language: ur\n  name: study-"),
        (
            "mkdocs.yml:6:13: warning ignored-setting: the theme's language has no effect: the "
            'site speaks the study\'s, "en"'
        ),
    ),
    "front matter": (
        lambda root: write(root, "content/a.md", "---\nx: 1\ntitle: [A\n---\n# A\n"),
        (
            "content/a.md:4:1: error front-matter: the front matter of this page cannot be read: "
            "expected ',' or ']', but got '<stream end>'"
        ),
    ),
    "front matter of a template": (
        lambda root: write(root, "content/a.md.j2", "---\ntitle: a\nmore\n---\n# A\n"),
        (
            "content/a.md.j2:4:1: error front-matter: the front matter of this page cannot be "
            "read: could not find expected ':'"
        ),
    ),
    "front matter without end": (
        lambda root: write(root, "content/a.md", "---\ntitle: A\n# A\n"),
        "content/a.md:1:1: error front-matter: the front matter that opens here is never closed",
    ),
    "letters": (
        lambda root: write(root, "content/a.md", b"# A\n\ncaf\xe9\n"),
        "content/a.md:3:1: error bad-encoding: the file is not UTF-8",
    ),
    "conflict": (
        lambda root: write(root, "content/a.md", "# A\n\n<<<<<<< HEAD\nx\n"),
        "content/a.md:3:1: error merge-conflict: git left a merge conflict here",
    ),
    "name": (
        lambda root: write(root, "content/more/con.md", "# A\n"),
        'content/more/con.md:1:1: error bad-file-name: "con" is a name Windows keeps for itself',
    ),
}


@pytest.mark.parametrize("name", READ)
def test_what_is_wrong_around_the_study(here: Path, name: str) -> None:
    project = make_project(here)
    damage, problem = READ[name]
    damage(here)
    found = [one_line(p) for p in check_sources(project).problems]
    assert [line.removesuffix(found[0][len(problem) :]) for line in found] == [problem]
    assert found[0].startswith(f"{problem}; ")


def test_what_a_themes_own_files_would_put_into_the_site(here: Path) -> None:
    configuration = CONFIGURATION.replace("theme:\n", "theme:\n  custom_dir: own\n")
    project = make_project(here, configuration)
    write(here, "own/names.xlsx", "x")
    write(here, "own/map.png", "no picture")
    assert [(problem.location.file, problem.rule) for problem in check_project(project).all] == [
        ("site/map.png", "picture-unreadable"),
        ("site/names.xlsx", "stray-content"),
    ]


def test_what_cannot_be_compared_with_private_words(here: Path) -> None:
    configuration = CONFIGURATION.replace("- study-findings", "- study-findings: {publish: [a.7z]}")
    project = make_project(here, configuration, private={"notes.txt": WORDS, "talk.mp3": "\0"})
    write(here, "content/a.7z", b"7z\xbc\xaf\x27\x1c closed")
    (found,) = check_project(project).all
    assert (found.level, found.rule, found.location.file) == ("warning", "site-unread", "site/a.7z")


def test_a_file_that_a_link_leads_out_to_is_not_read(here: Path) -> None:
    write(here, "elsewhere.md", "---\ntitle: *spare\n---\n<<<<<<< HEAD\n")
    project = make_project(here)
    (here / "content/a.md").symlink_to(here / "elsewhere.md")
    problems = check_sources(project).problems
    assert [problem.rule for problem in problems] == ["link-out-of-content"]


def test_a_template_that_is_not_text_is_told_once(here: Path) -> None:
    project = make_project(here, content={"a.md.j2": "x"})
    write(here, "content/a.md.j2", b"# A\n\ncaf\xe9\n")
    assert told(project) == ["content/a.md.j2:3:1: error bad-encoding: the file is not UTF-8"]


def test_places_are_found_from_where_the_command_runs(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    project = make_project(here, content={"notes.docx": "x", "about.md": f"# About\n\n{WORDS}\n"})
    monkeypatch.chdir(here.parent)
    (stray,) = check_project(project).all
    assert stray.location.file == "study/content/notes.docx"
    (here / "content/notes.docx").unlink()
    write(here, "private/notes.txt", WORDS)
    (leak,) = check_project(project).all
    assert leak.location.file == "study/private/notes.txt"
    write(here, "mkdocs.yml", f"{CONFIGURATION.rstrip()}:\n      publish: [gone.csv]\n")
    (missing,) = check_sources(read_project(project.configuration)).problems
    assert (missing.location.file, missing.rule) == ("study/mkdocs.yml", "publish-missing")


def test_a_horizontal_line_is_no_front_matter(here: Path) -> None:
    text = "---\n\nWords\n\n---\n\n```\n<<<<<<< HEAD\n```\n"
    assert check_sources(make_project(here, content={"a.md": text})).problems == ()


def test_the_address_names_the_variable_it_comes_from(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    configuration = CONFIGURATION.replace(
        "https://example.org/bus-clinic/", '!ENV [ADDRESS_OF_IT, ""]'
    )
    project = make_project(here, configuration)
    assert check_sources(project).problems == ()
    monkeypatch.setenv("ADDRESS_OF_IT", "example.org")
    (problem,) = check_sources(project).problems
    assert problem.message == (
        'site_url is no web address: "example.org" from the environment variable ADDRESS_OF_IT'
    )


@pytest.mark.parametrize(
    ("name", "taken"),
    [
        ("index.md", "index.md, which is made from the study"),
        ("README.md", "index.md, which is made from the study"),
        (
            "Themes.md.j2",
            "themes/index.md, which is made from the study, where a disk does not tell "
            "capitals or ways to write an accent apart",
        ),
        (
            "Thanks.md",
            "Thanks.md, where a disk does not tell capitals or ways to write an accent apart",
        ),
        ("about/index.md.j2", "about.md"),
    ],
)
def test_pages_at_an_address_that_is_taken(here: Path, name: str, taken: str) -> None:
    project = make_project(here, content={**CONTENT, name: "# New\n"})
    (problem,) = check_project(project).problems
    assert problem.rule == "path-taken"
    assert problem.message == f"this file would stand at the address of {taken}"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('# New\n\nSo: {{ quotation("q001") }}\n', "3:5"),
        ("{{any_quotation()}}\n", "1:1"),
        ("# {{ about.title }}\n", "1:3"),
        ("# New\n\n`{{ about.title }}` and ``{{ any_quotation() }}``\n", None),
        ("# New\n\n```\n{{ about.title }}\n```\n", None),
        ("# New\n\n{{ something }} and {% if %}\n", None),
    ],
)
def test_a_plain_page_that_asks_for_a_template(here: Path, text: str, place: str | None) -> None:
    project = make_project(here, content={**CONTENT, "new.md": text})
    expected = f"content/new.md:{place}: warning unfilled-template: "
    lines = [one_line(problem) for problem in check_project(project).all]
    found = [line for line in lines if "unfilled" in line]
    assert [line.startswith(expected) for line in found] == ([True] if place else [])
    assert all(line.endswith("rename this file to new.md.j2") for line in found)


def test_a_template_that_places_what_is_gone(here: Path) -> None:
    project = make_project(here)
    for path in here.rglob("themes_data/**/*.yml"):
        path.write_text(path.read_text("utf-8").replace("q001", "q901"), "utf-8")
    assert [line for line in told(project) if " notice " not in line] == [
        "content/about.md.j2:5:1: error template: the template cannot be rendered: no published "
        'quotation has the id "q001"'
    ]
