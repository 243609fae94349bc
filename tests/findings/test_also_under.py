"""A theme under two parents counts in both and in totals once; it is told at one address."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from builder import SMALL, problems_of
from shapes import findings, quotation, study_named, study_of, theme

from study_findings.findings.comparison import by_group
from study_findings.findings.facets import Facets
from study_findings.findings.figures import coverage, heard
from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings, Site
from study_findings.render import render_site

# `last-to-go` is written inside `lamp`, and stands under `chalk` too.
WITHIN = {"lamp": {"lamp", "first-to-come", "last-to-go"}, "chalk": {"chalk", "last-to-go"}}


def speaking_to(themes: set[str]) -> set[str]:
    return {q.id for q in study_named("wide").quotations if themes & set(q.themes)}


@pytest.fixture(scope="module")
def site() -> Site:
    return render_site(publishable(study_named("wide")), Settings("The evening school"))


@pytest.mark.parametrize("id_", ["lamp", "chalk"])
def test_it_counts_in_both(id_: str) -> None:
    shown = findings("wide")
    node = shown.study.themes_by_id[id_]
    expected = speaking_to(WITHIN[id_])
    assert {card.id for card in shown.cards_within(node)} == expected
    facet = next(facet for facet in Facets(shown).all if facet.name == "theme")
    assert {v.key: v.count for v in facet.values}[id_] == len(expected)
    row = next(row for row in by_group(shown).rows if row.theme is node)
    assert sum(cell.quoted for cell in row.cells) == len(expected)


def test_totals_count_it_once() -> None:
    told = {noun: number for number, noun in heard(findings("wide"))}
    assert told["quotations"] == str(len(study_named("wide").quotations))
    assert told["subthemes"] == "2"


def test_its_figures_say_what_stands_elsewhere() -> None:
    shown = findings("wide")
    assert coverage(shown, shown.study.themes_by_id["chalk"]) == (
        "2 quotations · 1 quotation under a theme that is told elsewhere"
        " · from 2 sessions · 1 subtheme"
    )


def test_it_has_one_page_and_one_place_in_the_menu(site: Site) -> None:
    assert "themes/last-to-go/index.md" not in site.files
    holding = [
        path
        for path, content in site.files.items()
        if path.startswith("themes/") and b'id="last-to-go"' in content
    ]
    assert holding == ["themes/lamp/index.md"]
    assert not re.search("last-to-go", repr(site.nav))


def test_the_other_theme_leads_to_it(site: Site) -> None:
    page = site.files["themes/chalk/index.md"].decode()
    assert 'href="../lamp/#last-to-go"' in page
    assert "told under" in page
    # Its words stand at its own address only.
    assert "I stay till it is put out" not in page
    assert "It stands under" in site.files["themes/lamp/index.md"].decode()


def test_a_divergent_voice_of_a_theme_told_elsewhere_is_not_lost() -> None:
    made = study_of(
        themes=[
            theme("a", subthemes=[{"id": "a1", "title": "A1", "also_under": ["b"]}]),
            theme("b"),
        ],
        quotations=[quotation("q1", "a1", stance="diverges"), quotation("q2", "b")],
    )
    page = render_site(publishable(made), Settings("Here")).files["themes/b/index.md"].decode()
    against = page.partition('class="sf-against"')[2].partition("</figure>")[0]
    assert "Speaks against it" in against
    assert 'href="../../q/q1/"' in against
    assert page.count("Words of q1") == 1


def test_a_theme_of_three_levels_counts_in_all_around_it() -> None:
    made = study_of(
        themes=[
            theme("a", subthemes=[{"id": "a1", "title": "A1", "also_under": ["b1"]}]),
            theme("b", subthemes=[{"id": "b1", "title": "B1", "also_under": ["c"]}]),
            theme("c"),
        ],
        quotations=[quotation("q1", "a1"), quotation("q2", "a1", "b1")],
    )
    shown = Findings(publishable(made))
    facet = next(facet for facet in Facets(shown).all if facet.name == "theme")
    assert {v.key: v.count for v in facet.values} == {"a": 2, "a1": 2, "b": 2, "b1": 2, "c": 2}
    assert [node.id for node in shown.around(shown.study.themes_by_id["a1"])] == [
        "a",
        "b",
        "c",
        "b1",
    ]


def small(fields: str) -> dict[str, str]:
    other = "id: teaching\ntitle: Teaching\nalso_under: [having-time]\n"
    return {
        "themes/having-time.yml": f"{SMALL['themes/having-time.yml']}{fields}",
        "themes/teaching.yml": other,
        "quotations/more.yml": (
            "- id: q9\n  text: Watch me, and ask.\n  themes: [teaching]\n  group: faculty\n"
            "  cleared: {by: EA, on: 2025-12-01}\n"
        ),
    }


def test_what_is_withheld_takes_in_what_stands_under_it_too(tmp_path: Path) -> None:
    """A quotation of a theme under a withheld one is one of a withheld theme."""
    quoted = SMALL["quotations/students.yml"].replace("[having-time]", "[teaching]")
    plain = "id: having-time\ntitle: Having time\nwithheld: They asked us not to.\n"
    files = {
        **small(""),
        "themes/having-time.yml": plain,
        "quotations/students.yml": quoted,
        "implications.yml": None,
    }
    found = problems_of(tmp_path, files)
    assert [line.split(": ")[0].split()[-1] for line in found].count("withheld-but-quoted") == 2


def test_the_example_is_what_the_files_say() -> None:
    study: Study = study_named("wide")
    assert study.themes_by_id["last-to-go"].also_under == ("chalk",)
