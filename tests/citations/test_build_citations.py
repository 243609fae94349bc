"""Highwire tags stand in the head of the built home page, and nowhere else, under both engines."""

from __future__ import annotations

from html.parser import HTMLParser
from pathlib import Path

import pytest
from loading import load_study
from projects import edit, make_project

from study_findings.build import build
from study_findings.citations import highwire_tags, study_entry

TITLE = """\
title: >-
  A "clinic" & </title> <script>alert(1)</script> {{ config }} {% raw %} نماز & 'it'
"""


class _Meta(HTMLParser):
    """Collect the `<meta>` tags of a page's head whose names begin with `citation_`."""

    def __init__(self) -> None:
        super().__init__()
        self.in_head = False
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("head", "body"):
            self.in_head = tag == "head"
        values = dict(attrs)
        name = values.get("name") or ""
        if tag == "meta" and name.startswith("citation_"):
            assert self.in_head
            self.found.append((name, values.get("content") or ""))


def tags_of(page: Path) -> list[tuple[str, str]]:
    reader = _Meta()
    reader.feed(page.read_text(encoding="utf-8"))
    return reader.found


@pytest.mark.parametrize("engine", ["mkdocs", "zensical"])
def test_only_the_home_page_has_them_and_they_read_back_exactly(
    tmp_path: Path, engine: str
) -> None:
    project = make_project(tmp_path / "study")
    study_yml = project.data_dir / "study.yml"
    former = next(line for line in study_yml.read_text("utf-8").splitlines() if "title:" in line)
    edit(study_yml, f"{former}\n", TITLE)
    site = build(project, engine, tmp_path / "site").site_dir
    about = load_study(project.data_dir).about
    assert "<script>" in about.title
    expected = list(highwire_tags(study_entry(about, project.settings.url)))
    assert tags_of(site / "index.html") == expected
    others = [page for page in site.rglob("*.html") if page != site / "index.html"]
    assert len(others) > 10
    assert [page for page in others if tags_of(page)] == []
