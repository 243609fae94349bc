"""Claims leave the site with the voices for and against them, and composed ones say so."""

from __future__ import annotations

from pathlib import Path

import yaml
from opened import SITE, document_of, exported, rows_of
from shapes import quotation, study_named, study_of, theme

from study_findings.citations import FORMATS as CITATIONS
from study_findings.citations import claim_entry
from study_findings.model import walk_themes

THEMES = Path(__file__).parents[1] / "studies/wide/themes_data/themes"


def written() -> dict[str, dict[str, list[str]]]:
    """Read the claims of the full study from its files, by their ids."""
    found = {}
    for path in THEMES.glob("*.yml"):
        for claim in yaml.safe_load(path.read_text("utf-8")).get("claims", ()):
            found[claim["id"]] = claim
    return found


def test_each_quotation_of_each_claim_has_a_row() -> None:
    rows = rows_of(exported(study_named("wide"), "claims.csv"))
    expected = {
        (id_, side, quotation)
        for id_, claim in written().items()
        for side in ("rests_on", "against")
        for quotation in claim.get(side, ())
    }
    assert {(row["claim"], row["side"], row["quotation"]) for row in rows} == expected
    assert len(rows) == len(expected)
    assert all(
        row["address"] == f"{SITE}themes/{row['theme']}/#claim-{row['claim']}" for row in rows
    )


def test_composed_claims_say_so_in_each_row_and_no_others_do() -> None:
    rows = rows_of(exported(study_named("wide"), "claims.csv"))
    composed = {id_ for id_, claim in written().items() if "provenance" in claim}
    assert composed
    assert {row["claim"] for row in rows if row["composed"]} == composed
    assert all("composed" in row["composed"] for row in rows if row["claim"] in composed)


def test_a_composed_quotation_says_so_beside_each_claim_that_rests_on_it() -> None:
    claim = {"id": "x", "says": "So.", "rests_on": ["q1", "q2"], "provenance": "illustrative"}
    study = study_of(
        themes=[theme("a", claims=[claim])],
        quotations=[quotation("q1", "a", provenance="illustrative"), quotation("q2", "a")],
    )
    first, second = rows_of(exported(study, "claims.csv"))
    assert "No participant said these words" in first["quotation_composed"]
    assert second["quotation_composed"] == ""


def test_the_report_has_messages_and_claims() -> None:
    study = study_named("wide")
    document = document_of(exported(study, "report.docx"))
    paragraphs = [paragraph.text for paragraph in document.paragraphs]
    for message in study.about.key_messages:
        (told,) = [text for text in paragraphs if text.startswith(message.says)][:1]
        assert ("composed" in told) == message.is_illustrative
    for claim in (claim for node in walk_themes(study.themes) for claim in node.claims):
        at = max(place for place, text in enumerate(paragraphs) if text == claim.says)
        after = " ".join(paragraphs[at : at + 3])
        assert all(id_ in after for id_ in claim.named)
        assert ("composed to show this site" in after) == claim.is_illustrative


def test_a_claim_is_cited_in_each_format_and_a_composed_one_says_so() -> None:
    study = study_named("wide")
    for claim in (claim for node in walk_themes(study.themes) for claim in node.claims):
        entry = claim_entry(study.about, claim, f"{SITE}themes/a/#claim-{claim.id}")
        for form in CITATIONS.values():
            text = form.write(entry)
            assert f"claim-{claim.id}" in text
            assert ("composed, not data" in text) == claim.is_illustrative
