"""Who coded, how sure, and where in the source: numbers alone, and places only if a study says."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
import yaml
from opened import all_of_site
from pydantic import ValidationError
from shapes import ROOT, findings, quotation, study_of, theme

from study_findings.model import Quotation, Study
from study_findings.privacy.coding import coding_of
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import render_site

DATA = ROOT / "tests/studies/wide/themes_data"
SECRETS = {"coded_by": ["ZQX", "QZY"], "confidence": "low", "page": "8641", "lines": "7307-7309"}


def study(has_places: bool = False, **more: Any) -> Study:
    made = study_of(
        themes=[theme("a")],
        quotations=[quotation("q1", "a", **SECRETS, **more), quotation("q2", "a")],
    )
    publication = {"source_places": has_places}
    about = {**made.about.model_dump(), "publication": publication}
    return Study.model_validate({**made.model_dump(), "about": about})


def everything(made: Study) -> str:
    return all_of_site(render_site(publishable(made), Settings("Here", "https://example.org/")))


def test_no_coder_is_in_any_file() -> None:
    for has_places in (False, True):
        found = everything(study(has_places))
        assert "ZQX" not in found
        assert "QZY" not in found
        assert "confidence" not in found
        assert "coded_by" not in found


@pytest.mark.parametrize("secret", ["8641", "7307", "7309"])
def test_no_place_in_a_source_is_in_any_file(secret: str) -> None:
    assert secret not in everything(study())


def test_a_study_may_publish_the_places() -> None:
    found = everything(study(has_places=True))
    assert "page 8641" in found
    assert "lines 7307&#45;7309" in found
    assert '"lines": "7307-7309"' in found


def test_a_withdrawn_quotation_keeps_none_and_counts_for_nothing() -> None:
    gone = study(has_places=True, withdrawn={"on": "2026-01-02"})
    assert publishable(gone).quotations[0].model_fields_set <= {"id", "formerly", "withdrawn"}
    assert coding_of(gone) is None


def test_numbers_are_those_of_the_files() -> None:
    records: list[dict[str, Any]] = []
    for path in (DATA / "quotations").glob("*.yml"):
        records += yaml.safe_load(path.read_text("utf-8"))
    coders = [set(record.get("coded_by", ())) for record in records]
    coding = findings("wide").study.coding
    assert coding is not None
    assert coding.coders == len(set().union(*coders))
    assert (coding.said, coding.coded) == (len(records), sum(map(bool, coders)))
    assert coding.twice == sum(len(who) > 1 for who in coders)
    assert dict(coding.confidence) == Counter(r["confidence"] for r in records if "confidence" in r)


@pytest.mark.parametrize("told", [{"coded_by": ["ZQX"]}, {"confidence": "low"}, {}])
def test_either_of_coders_and_confidence_is_counted(told: Any) -> None:
    made = study_of(themes=[theme("a")], quotations=[quotation("q1", "a", **told)])
    assert (coding_of(made) is not None) == bool(told)


@pytest.mark.parametrize("coder", ["Amina Berg", "a/b", "Marrowby", ""])
def test_coders_are_initials(coder: str) -> None:
    with pytest.raises(ValidationError):
        Quotation(id="q1", coded_by=(coder,))


@pytest.mark.parametrize("place", ["12", "12-14", "12–14", "iv", "iv-ix"])
def test_places_are_numbers_or_two(place: str) -> None:
    assert Quotation(id="q1", page=place, lines=place).page == place


@pytest.mark.parametrize("place", ["page 3", "Ward 7", "12-14-16", "-", ""])
def test_nothing_else_is_a_place(place: str) -> None:
    with pytest.raises(ValidationError):
        Quotation(id="q1", page=place)
