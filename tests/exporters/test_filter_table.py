"""The explorer's own file says what each quotation's record says; counts are what ticking shows."""

from __future__ import annotations

import gzip
import html
import json
import random
import re
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from overlaps import count_beside, quotation_records, study_records, values_of
from shapes import quotation, study_named, study_of, theme

from study_findings.exporters.filters import FILTERS, filter_files
from study_findings.findings.facets import Facets
from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render.edition import Edition
from study_findings.render.explorer import plain_pages, quotations
from study_findings.text.folding import words_of

FILTERS_BUDGET = 350_000
CHECKBOX = re.compile(r'<input type="checkbox" name="([^"]+)" value="([^"]+)">')


def facets_of(study: Study) -> Facets:
    return Facets(Findings(publishable(study)))


def read(facets: Facets) -> Any:
    return json.loads(filter_files(facets)[FILTERS])


def rows_of(facets: Facets) -> dict[str, dict[str, list[str]]]:
    return {row["id"]: row["values"] for row in read(facets)["quotations"]}


@given(st.integers(1, 40), st.integers(0, 10_000))
def test_rows_and_counts_are_those_of_the_records(number: int, seed: int) -> None:
    records = quotation_records(number, seed)
    facets = facets_of(Study.model_validate(study_records(records)))
    rows = rows_of(facets)
    assert list(rows) == [record["id"] for record in records]
    shown = {facet.name for facet in facets.all}
    for record in records:
        wanted = {name: keys for name, keys in values_of(record).items() if name in shown}
        assert {name: set(keys) for name, keys in rows[record["id"]].items()} == wanted
        assert all(len(keys) == len(set(keys)) for keys in rows[record["id"]].values())
    for facet in facets.all:
        for value in facet.values:
            assert value.count == count_beside(records, {}, facet.name, value.key)
            assert len(facets.cards_with(facet.name, value.key)) == value.count


@given(st.integers(0, 10_000))
def test_plain_pages_list_as_many_as_they_say(seed: int) -> None:
    records = quotation_records(30, seed)
    for page in plain_pages(facets_of(Study.model_validate(study_records(records)))):
        listed = page.context["list"]
        name, key = listed.facet.name, listed.value.key
        assert len(listed.cards) == listed.value.count == count_beside(records, {}, name, key)


def test_a_renamed_quotation_tells_its_former_ids_to_the_collections_that_name_them() -> None:
    records = [quotation("q1", "a", formerly=["old-1", "older-1"]), quotation("q2", "a")]
    rows = read(facets_of(study_of(themes=[theme("a")], quotations=records)))["quotations"]
    assert [(row["id"], row.get("formerly")) for row in rows] == [
        ("q1", ["old-1", "older-1"]),
        ("q2", None),
    ]


def test_a_quotation_of_two_subthemes_counts_once_for_their_theme() -> None:
    inner = [{"id": "a1", "title": "A1"}, {"id": "a2", "title": "A2"}]
    study = study_of(
        themes=[theme("a", subthemes=inner), theme("b")],
        quotations=[quotation("q1", "a1", "a2"), quotation("q2", "b")],
    )
    facets = facets_of(study)
    assert rows_of(facets)["q1"]["theme"] == ["a", "a1", "a2"]
    counts = {value.key: value.count for value in facets.all[0].values}
    assert counts == {"a": 1, "a1": 1, "a2": 1, "b": 1}


@pytest.mark.parametrize("name", ["own", "full", "starter", "hostile", "one strand"])
def test_facets_are_told_with_their_labels_in_the_order_of_the_page(name: str) -> None:
    facets = facets_of(study_named(name))
    told = [
        (facet["name"], facet["label"], [(v["key"], v["label"]) for v in facet["values"]])
        for facet in read(facets)["facets"]
    ]
    assert told == [
        (facet.name, facet.label, [(value.key, value.label) for value in facet.values])
        for facet in facets.all
    ]


def test_quotations_stand_in_the_order_of_the_study() -> None:
    facets = facets_of(
        study_of(themes=[theme("a")], quotations=[quotation("q2", "a"), quotation("q1", "a")])
    )
    assert list(rows_of(facets)) == ["q2", "q1"]


def test_it_does_not_read_as_a_list_of_names() -> None:
    sessions = [{"id": f"s-{n}", "kind": "interview", "groups": ["students"]} for n in range(9)]
    quotations = [quotation(f"q-{n}", "a", session=f"s-{n}") for n in range(9)]
    study = study_of(themes=[theme("a")], sessions=sessions, quotations=quotations)
    words = " ".join(words_of(filter_files(facets_of(study))[FILTERS].decode()))
    assert "q 1 q 2 q 3" not in words
    assert "s 1 s 2 s 3" not in words


def file_of(number: int) -> bytes:
    """Give the filters' file of so many generated quotations, in 60 themes and 80 sessions."""
    chance = random.Random(3)
    themes = [
        theme(f"theme-{n}", subthemes=[{"id": f"inner-{n}", "title": "In"}]) for n in range(60)
    ]
    sessions = [
        {"id": f"session-{n}", "kind": "interview", "groups": ["students"]} for n in range(80)
    ]
    quotations = [
        quotation(
            f"q{n:04}",
            *(f"{chance.choice(('theme', 'inner'))}-{at}" for at in chance.sample(range(60), 2)),
            session=f"session-{chance.randrange(80)}",
            stance=chance.choice(("confirms", "nuances", "diverges")),
        )
        for n in range(number)
    ]
    study = study_of(themes=themes, sessions=sessions, quotations=quotations)
    return filter_files(facets_of(study))[FILTERS]


def test_the_file_of_three_thousand_stays_within_its_budget() -> None:
    assert 0 < len(gzip.compress(file_of(3000))) < FILTERS_BUDGET / 5


def test_beyond_that_it_grows_no_faster_than_the_study() -> None:
    assert len(file_of(6000)) < 2.01 * len(file_of(3000))


@pytest.mark.parametrize("name", ["own", "full", "starter"])
def test_the_page_has_a_checkbox_for_each_value_that_the_file_tells(name: str) -> None:
    facets = facets_of(study_named(name))
    page = Edition(facets.findings, Settings("x")).render(quotations(facets)).decode()
    told = [(f["name"], value["key"]) for f in read(facets)["facets"] for value in f["values"]]
    assert [tuple(map(html.unescape, found)) for found in CHECKBOX.findall(page)] == told
    assert len(set(told)) == len(told) > 0
    ticked = {(name, key) for row in rows_of(facets).values() for name in row for key in row[name]}
    assert ticked == set(told)
