"""A study of ordinary size: four levels, eight groups, 35 participants, 30 sessions, six sites."""

from __future__ import annotations

from collections import Counter
from functools import cache
from typing import Any

from shapes import quotation, study_of, theme

from study_findings.findings.comparison import by_site
from study_findings.findings.facets import Facets
from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import render_site

GROUPS, PEOPLE, SESSIONS, SITES, LEVELS, QUOTATIONS = 8, 35, 30, 6, 4, 70


def tree(top: str, level: int = 1) -> list[dict[str, Any]]:
    """Write the themes inside one, down to the fourth level; the deepest stand under t0 too."""
    if level == LEVELS:
        return []
    id_ = f"{top}-{level}"
    own = {"also_under": ["t0"]} if level == LEVELS - 1 and not top.startswith("t0") else {}
    return [{"id": id_, "title": f"Theme {id_}", "subthemes": tree(top, level + 1), **own}]


@cache
def ordinary() -> Study:
    groups = [
        {"id": f"g{n}", "label": f"Group {n}", "singular": f"One of {n}"} for n in range(GROUPS)
    ]
    plain = study_of(
        groups=groups,
        themes=[theme(f"t{n}", groups=(f"g{n}",), subthemes=tree(f"t{n}")) for n in range(GROUPS)],
        sessions=[
            {
                "id": f"s{n}",
                "kind": "interview" if n % 3 else "focus-group",
                "groups": [f"g{n % GROUPS}"],
                "participants": 1 if n % 3 else 7,
                "site": f"site-{n % SITES}",
            }
            for n in range(SESSIONS)
        ],
        participants=[
            {
                "id": f"p{n}",
                "group": f"g{n % GROUPS}",
                "attributes": {"age": ["young", "old"][n % 2]},
            }
            for n in range(PEOPLE)
        ],
        quotations=[
            quotation(
                f"q{n}",
                f"t{n % GROUPS}-{n % (LEVELS - 1) + 1}",
                session=f"s{n % SESSIONS}",
                group=f"g{n % SESSIONS % GROUPS}",
            )
            for n in range(QUOTATIONS)
        ],
    )
    sites = [
        {
            "id": f"region-{r}",
            "label": f"Region {r}",
            "sites": [{"id": f"site-{n}", "label": f"Site {n}"} for n in range(r, SITES, 2)],
        }
        for r in range(2)
    ]
    attributes = [{"id": "age", "label": "Age", "levels": ["young", "old"], "publish": True}]
    about = {**plain.about.model_dump(), "sites": sites, "attributes": attributes}
    return Study.model_validate({**plain.model_dump(), "about": about})


def test_every_page_of_it_is_made() -> None:
    files = render_site(publishable(ordinary()), Settings("Ordinary")).files
    assert len([path for path in files if path.startswith("q/")]) == QUOTATIONS
    assert sum(path.startswith("themes/t") for path in files) == GROUPS


def test_quotations_are_counted_by_site_and_by_theme() -> None:
    shown = Findings(publishable(ordinary()))
    facets = {facet.name: facet for facet in Facets(shown).all}
    told = {session.id: session.site for session in shown.study.sessions}
    at = Counter(told[str(q.session)] for q in ordinary().quotations)
    within = {
        "region-0": {"region-0", *(f"site-{n}" for n in (0, 2, 4))},
        "region-1": {"region-1", *(f"site-{n}" for n in (1, 3, 5))},
    }
    for value in facets["site"].values:
        inside = within.get(value.key, {value.key})
        assert value.count == sum(number for site, number in at.items() if site in inside)
    own = [q for q in ordinary().quotations if q.themes[0].startswith("t0")]
    deep = [q for q in ordinary().quotations if q.themes[0].endswith(f"-{LEVELS - 1}")]
    counted = {value.key: value.count for value in facets["theme"].values}
    assert counted["t0"] == len({q.id for q in (*own, *deep)})
    assert counted["t1"] == sum(q.themes[0].startswith("t1") for q in ordinary().quotations)


def test_each_quotation_is_in_one_column_of_the_comparison_by_site() -> None:
    shown = Findings(publishable(ordinary()))
    matrix = by_site(shown)
    assert matrix is not None
    for row in matrix.rows:
        assert row.theme is not None
        number = len(shown.cards_within(row.theme))
        assert sum(cell.quoted for cell in row.cells) == number


def test_no_site_is_told_of_fewer_people_than_the_smallest_cell() -> None:
    public = publishable(ordinary())
    people: Counter[str] = Counter()
    for session in public.sessions:
        assert isinstance(session.participants, int)
        people[session.site] += session.participants
    assert set(people) <= set(public.sites_by_id)
    assert min(people.values()) >= public.about.publication.minimum_cell
