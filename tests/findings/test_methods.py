"""What a study says of how it was done stands in the order of a methods section."""

from __future__ import annotations

import re

import pytest
from shapes import study_of

from study_findings.findings.methods import MethodRow, method_rows
from study_findings.findings.views import Findings
from study_findings.model import NOT_REPORTED, Study
from study_findings.privacy.publishable import publishable

IN_ORDER = [
    ("Design", "design"),
    ("Setting", "setting"),
    ("Sampling", "strategy"),
    ("How participants were approached", "approach"),
    ("Refusals and withdrawals", "refusals"),
    ("Data saturation", "saturation"),
    ("Data collection", "collection"),
    ("Analysis", "analysis"),
    ("Ethics", "ethics"),
    ("Protection of those who took part", "protection"),
    ("Taking words away", "removal"),
    ("Reflexivity", "reflexivity"),
    ("Limitations", "limitations"),
    ("Funding", "funding"),
    ("Conflicts of interest", "conflicts"),
]
SAMPLING = {"strategy", "approach", "refusals", "saturation"}


def findings(language: str = "en", **told: str) -> Findings:
    record = study_of(language).model_dump()
    record["about"] |= {field: words for field, words in told.items() if field not in SAMPLING}
    record["about"]["sampling"] = {field: told[field] for field in SAMPLING & told.keys()}
    return Findings(publishable(Study.model_validate(record)))


def test_each_part_has_its_heading_and_its_own_words() -> None:
    found = findings(**{field: f"Words on {field}." for _, field in IN_ORDER})
    assert method_rows(found) == [
        MethodRow(term, f"Words on {field}.", field) for term, field in IN_ORDER
    ]


def test_what_a_study_does_not_say_is_not_reported() -> None:
    found = {row.field: row.value for row in method_rows(findings(design="Open interviews."))}
    assert found.pop("design") == "Open interviews."
    assert set(found.values()) == {NOT_REPORTED}


@pytest.mark.parametrize("language", ["ur", "ps"])
def test_headings_are_in_the_studys_language(language: str) -> None:
    terms = [row.term for row in method_rows(findings(language))]
    assert [term for term in terms if re.search("[A-Za-z]", term)] == []
