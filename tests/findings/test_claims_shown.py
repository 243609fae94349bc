"""What themes claim, with the voices for and against it, and the messages that sum it up."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from shapes import quotation, study_of, theme

from study_findings.findings.claims import (
    ClaimView,
    MessageView,
    all_claims,
    claims_naming,
    claims_of,
    claims_within,
    key_messages,
)
from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable


def claim(id_: str, *rests_on: str, against: Iterable[str] = ()) -> dict[str, Any]:
    return {"id": id_, "says": f"So {id_} says.", "rests_on": rests_on, "against": list(against)}


INNER = {
    "id": "mud",
    "title": "Mud",
    "claims": [claim("stuck", "q3", against=["q1"]), claim("slow", "q3")],
}


def shown(*messages: dict[str, Any]) -> Findings:
    study = study_of(
        themes=[
            theme(
                "road",
                claims=[claim("long", "q2", "q1"), claim("dark", "q1", against=["q3", "q2"])],
                subthemes=[INNER],
            ),
            theme("bridge", claims=[claim("weak", "q4")]),
        ],
        quotations=[
            quotation("q1", "road"),
            quotation("q2", "road"),
            quotation("q3", "mud"),
            quotation("q4", "bridge"),
        ],
    )
    about = {**study.about.model_dump(), "key_messages": messages}
    return Findings(publishable(Study.model_validate({**study.model_dump(), "about": about})))


def ids(views: Iterable[ClaimView]) -> list[str]:
    return [view.claim.id for view in views]


def test_a_claim_has_its_theme_and_its_voices_in_the_order_it_names_them() -> None:
    findings = shown()
    long, dark = claims_of(findings, findings.study.themes_by_id["road"])
    assert (long.claim.id, long.theme.id) == ("long", "road")
    assert [card.id for card in long.rests_on] == ["q2", "q1"]
    assert long.against == ()
    assert [card.id for card in dark.rests_on] == ["q1"]
    assert [card.id for card in dark.against] == ["q3", "q2"]


def test_a_claim_of_a_subtheme_stands_on_the_page_of_the_theme_around_it() -> None:
    findings = shown()
    stuck, slow = claims_of(findings, findings.study.themes_by_id["mud"])
    assert stuck.theme.id == "mud"
    assert (stuck.address, stuck.anchor) == ("themes/road/#claim-stuck", "claim-stuck")
    assert (slow.address, slow.anchor) == ("themes/road/#claim-slow", "claim-slow")


def test_claims_are_listed_theme_by_theme_with_those_inside() -> None:
    findings = shown()
    road = findings.study.themes_by_id["road"]
    assert ids(claims_of(findings, road)) == ["long", "dark"]
    assert ids(claims_within(findings, road)) == ["long", "dark", "stuck", "slow"]
    assert ids(all_claims(findings)) == ["long", "dark", "stuck", "slow", "weak"]


def test_a_quotation_knows_the_claims_it_bears_then_those_it_speaks_against() -> None:
    findings = shown()
    assert ids(claims_naming(findings, "q1")) == ["long", "dark", "stuck"]
    assert ids(claims_naming(findings, "q3")) == ["stuck", "slow", "dark"]
    assert ids(claims_naming(findings, "q4")) == ["weak"]


def test_a_message_names_the_claims_and_themes_that_it_sums_up() -> None:
    found = key_messages(
        shown(
            {
                "id": "m1",
                "says": "Roads are bad.",
                "claims": ["stuck", "long"],
                "themes": ["mud", "road"],
            },
            {"id": "m2", "says": "So are bridges.", "themes": ["bridge"]},
            {"id": "m3", "says": "They are weak.", "claims": ["weak"]},
        )
    )

    def told(view: MessageView) -> tuple[str, list[str], list[str]]:
        return view.message.id, ids(view.claims), [one.id for one in view.themes]

    assert list(map(told, found)) == [
        ("m1", ["stuck", "long"], ["mud", "road"]),
        ("m2", [], ["bridge"]),
        ("m3", ["weak"], []),
    ]
