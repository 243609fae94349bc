"""Sites as readers meet them: on the page of voices, compared, in another language."""

from __future__ import annotations

from shapes import findings, study_named

from study_findings.findings.comparison import by_site
from study_findings.findings.facets import Facets
from study_findings.findings.voices import site_views
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import render_site

# fg-1 was at a site that is hidden, in the hills; fg-2 at the lower school, which is there too.
SESSIONS_AT = {"hills": {"fg-1", "fg-2", "fg-5"}, "lower": {"fg-2"}, "plain": {"fg-3", "fg-4"}}


# The last to go is told under the lamp, and stands under the chalk money too.
WITHIN = {"lamp": {"lamp", "first-to-come", "last-to-go"}, "chalk": {"chalk", "last-to-go"}}


def quoted(sessions: set[str], themes: set[str]) -> int:
    """Count quotations in the files' own records."""
    return sum(
        quotation.session in sessions and bool(themes & set(quotation.themes))
        for quotation in study_named("wide").quotations
    )


def test_a_site_counts_the_sessions_and_quotations_inside_it() -> None:
    everything = {theme for q in study_named("wide").quotations for theme in q.themes}
    found = {v.site.id: (v.depth, v.sessions, v.quotations) for v in site_views(findings("wide"))}
    assert found == {
        site: (int(site == "lower"), len(sessions), quoted(sessions, everything))
        for site, sessions in SESSIONS_AT.items()
    }


def test_a_filter_by_site_takes_in_the_sites_inside_it() -> None:
    everything = {theme for q in study_named("wide").quotations for theme in q.themes}
    facet = next(one for one in Facets(findings("wide")).all if one.name == "site")
    assert {value.key: value.count for value in facet.values} == {
        site: quoted(sessions, everything)
        for site, sessions in SESSIONS_AT.items()
        if quoted(sessions, everything)
    }


def test_sites_are_compared_each_quotation_in_one_column() -> None:
    matrix = by_site(findings("wide"))
    assert matrix is not None
    assert [source.label for source in matrix.sources] == [
        "The hills, told no closer",
        "Lower school",
        "The plain",
    ]
    at = [SESSIONS_AT["hills"] - SESSIONS_AT["lower"], SESSIONS_AT["lower"], SESSIONS_AT["plain"]]
    for row in matrix.rows:
        assert row.theme is not None
        themes = WITHIN[row.theme.id]
        assert [cell.quoted for cell in row.cells] == [quoted(ids, themes) for ids in at]
        assert sum(cell.quoted for cell in row.cells) == len(
            findings("wide").cards_within(row.theme)
        )


def test_a_study_without_sites_compares_none() -> None:
    assert by_site(findings("full")) is None
    assert site_views(findings("full")) == []


def test_a_site_has_its_name_in_the_language_of_the_page() -> None:
    site = render_site(publishable(study_named("wide")), Settings("The evening school"))
    page = site.files["ur/voices/index.md"].decode()
    assert "پہاڑ" in page
    assert "The hills" not in page
    assert 'lang="en" dir="ltr">Lower school' in page
    everything = "".join(content.decode("utf-8", "replace") for content in site.files.values())
    assert "چھپر" not in everything
