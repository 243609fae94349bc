"""The explorer's own files say of each quotation what its page says, and little more than that."""

from __future__ import annotations

import gzip
import json

import pytest
from shapes import STUDIES, quotation, study_of, theme

from study_findings.model import Study
from study_findings.privacy.words import words_of
from study_findings.render.facets import Facets
from study_findings.render.filter_table import FILTERS, IDS, filter_files
from study_findings.render.views import Findings

Columns = list[list[str]]


def facets_of(study: Study) -> Facets:
    return Facets(Findings(study))


def numbers(columns: Columns, at: int) -> list[int]:
    return [int("".join(digits[at] for digits in column), 36) for column in columns]


def read(facets: Facets) -> dict[str, set[tuple[str, str]]]:
    """Read the files as the explorer does: each quotation's values, by its id."""
    files = filter_files(facets)
    table = json.loads(files[FILTERS])
    keys = [(facet.name, value.key) for facet in facets.all for value in facet.values]
    found = {}
    for at, id_ in enumerate(json.loads(files[IDS]).split("Z")):
        told = [number for number in numbers(table["quotations"], at) if number]
        brought = [n for number in told for n in numbers(table["values"], number - 1) if n]
        found[id_] = {keys[number - 1] for number in (*told, *brought)}
    return found


def expected(facets: Facets) -> dict[str, set[tuple[str, str]]]:
    known = {(facet.name, value.key) for facet in facets.all for value in facet.values}
    return {
        card.id: {(name, key) for name, keys in facets.of(card).items() for key in keys} & known
        for card in facets.findings.cards
    }


@pytest.mark.parametrize("name", ["own", "full", "hostile", "one strand"])
def test_each_quotation_has_its_values(name: str) -> None:
    facets = facets_of(STUDIES[name])
    if facets.findings.cards:
        assert read(facets) == expected(facets)


def test_quotations_stand_in_the_order_of_the_study() -> None:
    facets = facets_of(
        study_of(themes=[theme("a")], quotations=[quotation("q2", "a"), quotation("q1", "a")])
    )
    assert list(read(facets)) == ["q2", "q1"]


def test_more_values_than_a_digit_holds_and_several_for_one_quotation() -> None:
    themes = [f"t{n}" for n in range(100)]
    facets = facets_of(
        study_of(
            themes=[theme(name) for name in themes],
            quotations=[
                quotation(f"q{n}", themes[n % 100], themes[n * 7 % 100 or 1]) for n in range(300)
            ],
        )
    )
    assert read(facets) == expected(facets)


def test_what_one_value_brings_along_is_told_once() -> None:
    sessions = [
        {"id": f"s{n}", "kind": "interview" if n % 2 else "diary", "groups": ["students"]}
        for n in range(30)
    ]
    quotations = [quotation(f"q{n}", "a", session=f"s{n * n % 30}") for n in range(2000)]
    study = study_of(themes=[theme("a")], sessions=sessions, quotations=quotations)
    assert len(json.loads(filter_files(facets_of(study))[FILTERS])["quotations"]) == 1


def test_neither_file_reads_as_a_list_of_names() -> None:
    sessions = [{"id": f"s-{n}", "kind": "interview", "groups": ["students"]} for n in range(9)]
    quotations = [quotation(f"q-{n}", "a", session=f"s-{n}") for n in range(9)]
    files = filter_files(
        facets_of(study_of(themes=[theme("a")], sessions=sessions, quotations=quotations))
    )
    ids = " ".join(words_of(files[IDS].decode()))
    assert "q 1 q 2 q 3" not in ids
    assert "s 1 s 2 s 3" not in " ".join(words_of(files[FILTERS].decode()))


def test_the_files_of_thousands_compress_to_little() -> None:
    sessions = [{"id": f"s{n}", "kind": "interview", "groups": ["students"]} for n in range(50)]
    quotations = [quotation(f"q{n}", "a", session=f"s{n * n % 50}") for n in range(5000)]
    study = study_of(themes=[theme("a")], sessions=sessions, quotations=quotations)
    assert len(gzip.compress(filter_files(facets_of(study))[FILTERS])) < 5000
