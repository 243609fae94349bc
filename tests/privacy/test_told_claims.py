"""No claim is shown without a voice that is shown, and none names a quotation that is not."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from opened import all_of_site
from shapes import quotation, study_of, theme

from study_findings.findings.claims import all_claims, key_messages
from study_findings.findings.views import Findings
from study_findings.model import Quotation, Study, walk_themes
from study_findings.privacy.publishable import publishable
from study_findings.privacy.told_claims import with_told_claims
from study_findings.project.site import Settings
from study_findings.render import render_site

HIDDEN = (
    {"cleared": None},
    {"kept_out": True},
    {"wish": {"words": "Otherwise.", "on": "2026-01-01"}},
)


def study(claims: list[dict[str, Any]], messages: list[dict[str, Any]], **hidden: Any) -> Study:
    """Make a study of three quotations, `open` and `other` shown, `hidden` not."""
    made = study_of(
        themes=[theme("a", claims=claims, subthemes=[{"id": "b", "title": "Inner"}])],
        quotations=[
            quotation("open", "a"),
            quotation("other", "b"),
            {**quotation("hidden", "a"), **hidden},
        ],
    )
    about = {**made.about.model_dump(), "key_messages": messages}
    translated = [{"id": claim["id"], "says": f"ur {claim['says']}"} for claim in claims]
    translation = {
        "language": "ur",
        "about": {"key_messages": [{"id": m["id"], "says": f"ur {m['says']}"} for m in messages]},
        "themes": [{"id": "a", "claims": translated}],
    }
    return Study.model_validate(
        {**made.model_dump(), "about": about, "translations": [translation]}
    )


def test_what_rests_on_hidden_words_is_gone_with_all_that_sums_it_up() -> None:
    claims = [
        {"id": "on-hidden", "says": "Zqgone one.", "rests_on": ["hidden"], "note": "Zqgone too."},
        {"id": "on-both", "says": "It stays.", "rests_on": ["open", "hidden"]},
    ]
    messages = [
        {"id": "m1", "says": "Zqgone as well.", "claims": ["on-hidden"]},
        {"id": "m2", "says": "This stays.", "claims": ["on-hidden", "on-both"]},
    ]
    for hidden in HIDDEN:
        made = study(claims, messages, **hidden)
        shown = publishable(made)
        assert [claim.id for claim in shown.themes[0].claims] == ["on-both"]
        assert shown.themes[0].claims[0].rests_on == ("open",)
        assert [message.claims for message in shown.about.key_messages] == [("on-both",)]
        found = all_of_site(render_site(shown, Settings("Here", "https://example.org/")))
        assert "Zqgone" not in found


def test_a_voice_against_that_is_hidden_is_not_named() -> None:
    claims = [{"id": "one", "says": "It stays.", "rests_on": ["open"], "against": ["hidden"]}]
    shown = publishable(study(claims, [], cleared=None))
    assert shown.themes[0].claims[0].against == ()


def test_what_is_gone_is_gone_from_each_translation() -> None:
    claims = [
        {"id": "stays", "says": "It stays.", "rests_on": ["open"]},
        {"id": "goes", "says": "Zqgone.", "rests_on": ["hidden"]},
    ]
    inner = [
        {"id": "goes-too", "says": "Zqgone.", "rests_on": ["hidden"]},
        {**claims[0], "id": "in"},
    ]
    messages = [
        {"id": "m1", "says": "Zqgone.", "claims": ["goes"]},
        {"id": "m2", "says": "This stays.", "claims": ["stays"]},
    ]
    made = study_of(
        themes=[
            theme("a", claims=claims, subthemes=[{"id": "b", "title": "Inner", "claims": inner}])
        ],
        quotations=[quotation("open", "a", "b"), {**quotation("hidden", "a"), "cleared": None}],
    )
    themes = [
        {
            "id": "a",
            "claims": [{"id": claim["id"], "says": "ur"} for claim in claims],
            "subthemes": [
                {"id": "b", "claims": [{"id": claim["id"], "says": "ur"} for claim in inner]}
            ],
        }
    ]
    about = {"key_messages": [{"id": message["id"], "says": "ur"} for message in messages]}
    whole = Study.model_validate(
        {
            **made.model_dump(),
            "about": {**made.about.model_dump(), "key_messages": messages},
            "translations": [
                {"language": "ur", "about": about, "themes": themes},
                {"language": "ps", "themes": themes},
            ],
        }
    )
    shown = with_told_claims(whole).translations
    assert [[m.id for m in own.about.key_messages] if own.about else None for own in shown] == [
        ["m2"],
        None,
    ]
    for own in shown:
        (outer,) = own.themes
        assert [claim.id for claim in outer.claims] == ["stays"]
        assert [claim.id for claim in outer.subthemes[0].claims] == ["in"]


IDS = st.lists(st.sampled_from(["open", "other", "hidden"]), max_size=3, unique=True)


@given(st.lists(st.tuples(IDS, IDS), max_size=4), st.sampled_from(HIDDEN))
def test_every_claim_that_is_shown_rests_on_words_that_are_shown(
    named: list[tuple[list[str], list[str]]], hidden: dict[str, Any]
) -> None:
    claims = [
        {"id": f"c{n}", "says": f"Claim {n}.", "rests_on": on, "against": against}
        for n, (on, against) in enumerate(named)
    ]
    messages = [{"id": f"m{n}", "says": "So.", "claims": [f"c{n}"]} for n in range(len(named))][:3]
    shown = publishable(study(claims, messages, **hidden))
    words = {quotation.id for quotation in shown.published}
    expected = [f"c{n}" for n, (on, _) in enumerate(named) if {*on} & words]
    told = [claim for theme in walk_themes(shown.themes) for claim in theme.claims]
    assert [claim.id for claim in told] == expected
    assert all({*claim.named} <= words for claim in told)
    assert [m.id for m in shown.about.key_messages] == [
        f"m{n}" for n in range(len(messages)) if f"c{n}" in expected
    ]
    findings = Findings(shown)
    assert [view.claim.id for view in all_claims(findings)] == expected
    assert all(view.rests_on for view in all_claims(findings))
    assert len(key_messages(findings)) == len(shown.about.key_messages)


@pytest.mark.parametrize("hidden", HIDDEN)
@pytest.mark.parametrize("voices", [("open", "hidden"), ("hidden", "open")])
def test_no_relation_names_a_voice_that_is_hidden(
    hidden: dict[str, Any], voices: tuple[str, str]
) -> None:
    inner = {"id": "b", "title": "Inner", "related": relation(*voices)}
    made = study_of(
        themes=[theme("a", subthemes=[inner], related=relation(*voices)), theme("c")],
        quotations=[quotation("open", "a", "c"), {**quotation("hidden", "a", "c"), **hidden}],
    )
    shown = publishable(made)
    assert [node.related[0].voices for node in walk_themes(shown.themes)[:2]] == [(), ()]
    told = made.model_copy(update={"quotations": (made.quotations[0], shown_too(made))})
    assert publishable(told).themes[0].related[0].voices == voices


def relation(*voices: str) -> list[dict[str, Any]]:
    return [{"theme": "c", "relation": "meets", "voices": voices}]


def shown_too(made: Study) -> Quotation:
    """Give the hidden quotation as it would be if it were shown."""
    cleared = made.quotations[0].cleared
    changed = {"cleared": cleared, "kept_out": False, "wish": None}
    return made.quotations[1].model_copy(update=changed)
