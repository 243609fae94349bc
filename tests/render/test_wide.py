"""A study with all that may be declared: its pages and downloads, and what it does not publish."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from shapes import findings, study_named

from study_findings.exporters.findings_file import findings_json
from study_findings.exporters.quotations import quotations_csv
from study_findings.findings.facets import Facets
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings, Site
from study_findings.render import render_site

# The file for reading offline holds the stylesheet, which changes for reasons of its own.
SIZE = re.compile(rb"[\d,]+(?= kB)")


@pytest.fixture(scope="module")
def site() -> Site:
    study = publishable(study_named("wide"))
    return render_site(study, Settings("The evening school", "https://example.org/"))


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("themes/chalk/index.md", "wide-theme.md"),
        ("voices/index.md", "wide-voices.md"),
        ("methods/index.md", "wide-methods.md"),
        ("codebook/index.md", "wide-codebook.md"),
        ("q/q1/index.html", "wide-quotation.html"),
        ("themes/withheld-1/index.html", "wide-withheld.html"),
    ],
)
def test_source_is_as_it_was(
    site: Site, golden: Callable[[str, bytes], None], path: str, name: str
) -> None:
    golden(name, SIZE.sub(b"N", site.files[path]))


def test_downloads_are_as_they_were(golden: Callable[[str, bytes], None]) -> None:
    golden("wide-findings.json", findings_json(findings("wide"), ""))
    written = quotations_csv(findings("wide"), "https://example.org/")
    golden("wide-quotations.csv", written.replace(b"\r\n", b"\n"))


@pytest.mark.parametrize("path", ["index.md", "themes/index.md", "offline.html"])
def test_readers_are_told_that_a_theme_is_absent(site: Site, path: str) -> None:
    page = site.files[path].decode()
    assert page.count("asked us to keep it among ourselves") == 1
    assert "A theme under" in page


def test_its_absence_is_told_in_the_language_of_the_page(site: Site) -> None:
    page = site.files["ur/themes/index.md"].decode()
    assert "بات ہم ہی میں رہے" in page
    assert "asked us to keep it" not in page


def test_a_withheld_theme_is_in_no_menu_and_counts_as_none(site: Site) -> None:
    assert "withheld" not in repr(site.nav)
    assert len(findings("wide").themes_in_order) == 2


def test_versions_of_the_codebook_stand_newest_first(site: Site) -> None:
    page = site.files["codebook/index.md"].decode()
    assert page.index("2025&#45;11&#45;12") < page.index("2025&#45;10&#45;01")


def test_polarity_is_a_filter() -> None:
    facet = next(facet for facet in Facets(findings("wide")).all if facet.name == "polarity")
    found = {value.key: value.count for value in facet.values}
    assert found == {"positive": 1, "mixed": 1, "neutral": 1}
    assert (facet.held, facet.total) == (3, 5)
