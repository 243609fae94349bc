"""Each quotation is a Web Annotation of the W3C's model, on its permanent page."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
from opened import SITE, exported
from shapes import quotation, study_named, study_of, theme

from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable


def collection(study: Study, base_url: str = SITE) -> Any:
    return json.loads(exported(study, "annotations.json", base_url))


@pytest.mark.parametrize("name", ["own", "full", "starter"])
class TestCollection:
    def test_counts_what_it_holds(self, name: str) -> None:
        found = collection(study_named(name))
        items = found["first"]["items"]
        assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
        assert (found["type"], found["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
        assert found["total"] == len(items) == len(study_named(name).published)
        assert len({item["id"] for item in items}) == len(items)
        assert all(re.fullmatch(r"urn:uuid:[0-9a-f-]{36}", item["id"]) for item in items)

    def test_quotes_the_words_on_the_permanent_page(self, name: str) -> None:
        cards = Findings(publishable(study_named(name))).cards
        items = collection(study_named(name))["first"]["items"]
        for card, item in zip(cards, items, strict=True):
            told = [(t["selector"]["exact"], t["source"]["language"]) for t in item["target"]]
            passages = [card.passage, *([card.original] if card.original else [])]
            assert told == [(passage.plain_text, passage.language) for passage in passages]
            assert {t["source"]["id"] for t in item["target"]} == {f"{SITE}q/{card.id}/"}

    def test_names_the_themes_of_each(self, name: str) -> None:
        findings = Findings(publishable(study_named(name)))
        items = collection(study_named(name))["first"]["items"]
        for card, item in zip(findings.cards, items, strict=True):
            named = [b["source"] for b in item["body"] if b["purpose"] == "classifying"]
            assert named == [SITE + findings.address_of(theme) for theme in card.themes]
            tags = [b["value"] for b in item["body"] if b["purpose"] == "tagging"]
            assert len(tags) == len(card.themes) + len(card.quotation.codes)


def test_composed_words_and_themes_say_so() -> None:
    study = study_of(
        themes=[theme("a"), theme("b", provenance="illustrative")],
        quotations=[quotation("q1", "a", provenance="illustrative"), quotation("q2", "a", "b")],
    )
    first, second = collection(study)["first"]["items"]
    assert [b["value"] for b in first["body"] if b["purpose"] == "describing"] == [
        "Illustrative: composed to show this site. "
        "No participant said these words; they are not data."
    ]
    (told,) = (b["value"] for b in second["body"] if b["purpose"] == "describing")
    assert told.startswith("Illustrative: composed to show this site. It is no finding")


def bodies(study: Study, purpose: str) -> list[list[str]]:
    items = collection(study)["first"]["items"]
    return [[b["value"] for b in item["body"] if b["purpose"] == purpose] for item in items]


def test_whoever_is_quoted_stands_with_where_and_with_what_their_words_are() -> None:
    study = study_of(
        themes=[theme("a")],
        quotations=[
            quotation("q1", "a", group="students"),
            quotation("q2", "a", group="students", provenance="paraphrased"),
            quotation("q3", "a", group="students", provenance="illustrative"),
            quotation("q4", "a", stance="diverges", note="It was *late*."),
        ],
    )
    assert bodies(study, "identifying") == [
        ["Student"],
        ["Student, paraphrased"],
        ["Student (illustrative: composed, not data), illustrative"],
        ["Participant"],
    ]
    assert bodies(study, "assessing") == [[], [], [], ["diverges"]]
    assert bodies(study, "commenting") == [[], [], [], ["It was *late*."]]


def test_authors_and_licence_are_those_of_the_study() -> None:
    found = collection(study_named("full"))
    assert found["creator"]["name"].startswith("A. Example; B. Sample; ")
    assert found["rights"] == "https://creativecommons.org/licenses/by/4.0/"
    assert "creator" not in collection(study_of(themes=[theme("a")]))


def test_without_a_site_addresses_are_relative_to_the_file() -> None:
    study = study_of(themes=[theme("a")], quotations=[quotation("q1", "a")])
    found = collection(study, "")
    assert found["id"] == "../data/annotations.json"
    assert found["first"]["items"][0]["target"][0]["source"]["id"] == "../q/q1/"
