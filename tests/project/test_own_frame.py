"""Only where the frame around pages is ours may they leave it to say what was composed."""

from pathlib import Path

import pytest

from study_findings.project import read_project

HEAD = "site_name: Here\nplugins: [study-findings]\n"


def has_own_frame(root: Path, theme: str) -> bool:
    (root / "mkdocs.yml").write_text(HEAD + theme, "utf-8")
    return read_project(root / "mkdocs.yml").settings.own_frame


@pytest.mark.parametrize(
    "theme",
    [
        "theme: study-findings\n",
        "theme: {name: study-findings, language: ur}\n",
        "theme:\n  name: study-findings\n  custom_dir: mine\n",
    ],
)
def test_our_theme_as_it_is_has_it(tmp_path: Path, theme: str) -> None:
    (tmp_path / "mine/partials").mkdir(parents=True)
    (tmp_path / "mine/partials/copyright.html").touch()
    assert has_own_frame(tmp_path, theme)


@pytest.mark.parametrize("theme", ["", "theme: material\n", "theme: {name: material}\n"])
def test_another_theme_has_not(tmp_path: Path, theme: str) -> None:
    assert not has_own_frame(tmp_path, theme)


@pytest.mark.parametrize("file", ["main.html", "base.html", "partials/findings-header.html"])
def test_our_theme_without_its_header_has_not(tmp_path: Path, file: str) -> None:
    replaced = tmp_path / "mine" / file
    replaced.parent.mkdir(parents=True)
    replaced.touch()
    assert not has_own_frame(tmp_path, "theme: {name: study-findings, custom_dir: mine}\n")
