"""A whole project around the full study, in a folder of a test's own."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from study_findings.project import Project, read_project
from study_findings.project.site import Site, url_of

FULL: Final = Path(__file__).parent / "studies" / "full" / "themes_data"
CONFIGURATION: Final = """\
site_name: The bus clinic
site_url: https://example.org/bus-clinic/
docs_dir: content

theme:
  name: study-findings

plugins:
  - study-findings
"""
CONTENT: Final = {
    "about.md.j2": '# About\n\n{{ illustrative_notice() }}\n\n{{ quotation("q001") }}\n',
    "thanks.md": "# Thanks\n\nTo all who *waited*.\n",
}


def make_project(
    root: Path,
    configuration: str = CONFIGURATION,
    content: Mapping[str, str] = CONTENT,
    private: Mapping[str, str] | None = None,
) -> Project:
    """Write the full study with a configuration, hand-written pages and private files.

    All of its people are of one age, so that nothing is to be said of ages that are hidden.
    """
    root.mkdir(parents=True, exist_ok=True)
    shutil.copytree(FULL, root / "themes_data")
    edit(root / "themes_data" / "participants.yml", "age: under 40", "age: 40 and over")
    (root / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    for folder, files in (("content", content), ("private", private or {})):
        for name, text in files.items():
            path = root / folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    return read_project(root / "mkdocs.yml")


def edit(path: Path, old: str, new: str) -> None:
    """Replace the one piece of text in a file that a test is about."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {path.name}"
    path.write_text(text.replace(old, new), encoding="utf-8")


def addresses(site: Site) -> set[str]:
    """List the addresses of all pages of a rendered site: `themes/opportunities/`."""
    return {url_of(path) for path in site.files if path.endswith((".md", "index.html"))}
