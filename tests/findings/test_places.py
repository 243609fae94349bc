"""What a search leads to by name: themes and claims, with words they are also looked for by."""

from __future__ import annotations

import json
from dataclasses import replace

from shapes import quotation, study_of, theme

from study_findings.findings.places import Place, places_of
from study_findings.findings.views import Findings
from study_findings.model import Study, ThemeTranslation, Translation
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import render_site

GONE = {"on": "2026-01-15"}


def study() -> Study:
    inner = theme("hours", title="Hours", also=["overtime"], provenance="illustrative")
    outer = theme(
        "time",
        title="Having time",
        also=["workload", "too busy"],
        gist="There is *none*.",
        claims=[{"id": "none-left", "says": "Nobody has an hour left.", "rests_on": ["q1"]}],
        subthemes=[inner],
    )
    return study_of(themes=[outer], quotations=[quotation("q1", "time")])


def test_themes_and_claims_are_places_with_what_they_are_looked_for_by() -> None:
    inner = Place("theme", "Hours", "themes/time/#hours", "hours", ("overtime",), "Having time")
    assert places_of(Findings(publishable(study()))) == (
        Place(
            "theme",
            "Having time",
            "themes/time/",
            "time",
            ("workload", "too busy"),
            gist="There is *none*.",
        ),
        Place(
            "claim",
            "Nobody has an hour left.",
            "themes/time/#claim-none-left",
            "none-left",
            within="Having time",
        ),
        replace(inner, is_illustrative=True),
    )


def test_what_was_composed_says_so_claims_as_well_as_themes() -> None:
    claims = [
        {"id": "made", "says": "So it was made.", "provenance": "illustrative", "rests_on": ["q2"]},
        {"id": "found", "says": "So it was found.", "rests_on": ["q1"]},
    ]
    quotations = [quotation("q1", "a"), quotation("q2", "a", provenance="illustrative")]
    made = study_of(themes=[theme("a", claims=claims)], quotations=quotations)
    told = {place.id: place.is_illustrative for place in places_of(Findings(publishable(made)))}
    assert told == {"a": False, "made": True, "found": False}


def test_a_translated_theme_is_found_by_its_own_and_by_the_studys_words() -> None:
    own = ThemeTranslation(id="time", title="وقت", also=("مصروفیت",))
    translated = Findings(publishable(study()), Translation(language="ur", themes=(own,)))
    found = next(place for place in places_of(translated) if place.id == "time")
    assert found.title == "وقت"
    assert found.also == ("مصروفیت", "Having time", "workload", "too busy")


def test_the_list_of_places_stands_beside_the_scripts_in_each_language() -> None:
    own = ThemeTranslation(id="time", title="وقت")
    both = study().model_copy(update={"translations": (Translation(language="ur", themes=(own,)),)})
    files = render_site(publishable(both), Settings("x")).files
    lists = {
        path.rpartition("/")[2]: json.loads(content)
        for path, content in files.items()
        if path.startswith("assets/search/")
    }
    assert lists.keys() == {"own.json", "en.json", "ur.json"}
    assert lists["own.json"] == lists["en.json"]
    assert lists["own.json"][0]["gist"] == "There is none."
    by_address = {entry["address"]: entry for entry in lists["ur.json"]}
    assert by_address["ur/themes/time/"]["title"] == "وقت"
    pages = [path for path in files if path.startswith("ur/") and path.endswith(".md")]
    assert {path.removesuffix("index.md") for path in pages} <= by_address.keys()
    voices = next(entry for entry in lists["en.json"] if entry["address"] == "voices/")
    assert "how many were heard" in voices["also"]


def test_one_language_has_one_list() -> None:
    files = render_site(publishable(study()), Settings("x")).files
    assert [path for path in files if path.startswith("assets/search/")] == [
        "assets/search/own.json"
    ]


def test_who_asks_for_disagreement_or_holds_the_id_of_what_is_gone_is_led_there() -> None:
    quotations = [quotation("q1", "a", stance="diverges"), {"id": "q2", "withdrawn": GONE}]
    made = study_of(themes=[theme("a")], quotations=quotations)
    files = render_site(publishable(made), Settings("x")).files
    by_address = {entry["address"]: entry for entry in json.loads(files["assets/search/own.json"])}
    assert "who disagrees" in by_address["quotations/?stance=diverges"]["also"]
    assert by_address["q/q2/"] == {
        "kind": "page",
        "title": "q2",
        "address": "q/q2/",
        "id": "q2",
        "gist": "This quotation was withdrawn.",
    }


def test_where_nobody_disagrees_nobody_is_led_to_it() -> None:
    files = render_site(publishable(study()), Settings("x")).files
    assert b"stance=diverges" not in files["assets/search/own.json"]
