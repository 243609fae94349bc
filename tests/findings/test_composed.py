"""What was composed is told once: in a bar where all that is quoted was, else where it stands."""

import re
from typing import Any

import pytest
from shapes import quotation, relates, study_named, study_of, theme

from study_findings.findings.composed import Bar, Composed, Share
from study_findings.findings.views import Findings
from study_findings.model import (
    Claim,
    Implication,
    KeyMessage,
    Study,
    Theme,
    walk_themes,
)
from study_findings.privacy.publishable import publishable

ILLUSTRATIVE: dict[str, Any] = {"provenance": "illustrative"}
ALL_COMPOSED = [quotation("q1", "a", **ILLUSTRATIVE), quotation("q2", "a", **ILLUSTRATIVE)]
MIXED = [quotation("q1", "a", **ILLUSTRATIVE), quotation("q2", "a")]


def composed(is_bar_sure: bool = True, **parts: Any) -> Composed:
    return Composed(Findings(publishable(study_of(**parts))), is_bar_sure)


def of_standing(standing: str | None, **parts: Any) -> Composed:
    """Make a study that says of itself how far its findings are."""
    study = study_of(**parts)
    publication = study.about.publication.model_copy(update={"standing": standing})
    about = study.about.model_copy(update={"publication": publication})
    return Composed(Findings(publishable(study.model_copy(update={"about": about}))))


def of_every_kind(*quotations: Any, language: str = "en", standing: str | None = None) -> Composed:
    """Make a study with one part composed and another not, of each kind but quotations."""
    claims = [
        {"id": "c1", "says": "It is.", "rests_on": ["q1"], **ILLUSTRATIVE},
        {"id": "c2", "says": "It was.", "rests_on": ["q1"]},
        {"id": "c3", "says": "It will be.", "rests_on": ["q1"]},
    ]
    inner = [
        theme("a1", groups=(), **ILLUSTRATIVE, subthemes=[theme("a2", groups=())]),
        theme("a3", groups=(), boundary="Ours."),
    ]
    study = study_of(
        language,
        themes=[
            theme("a", gist="Ours.", prose="illustrative", claims=claims, subthemes=inner),
            theme("b", narrative="Ours.", related=relates(("feeds", "a"), ("meets", "a1"))),
            theme("c", **ILLUSTRATIVE, related=relates(("feeds", "a"))),
            theme("d"),
        ],
        quotations=quotations,
        implications=[
            {"id": "i1", "text": "Do.", "themes": ["a"], **ILLUSTRATIVE},
            {"id": "i2", "text": "Rest.", "themes": ["a"]},
        ],
    )
    messages = [
        {"id": "m1", "says": "Late.", "themes": ["a"], **ILLUSTRATIVE},
        {"id": "m2", "says": "Far.", "themes": ["a"], **ILLUSTRATIVE},
        {"id": "m3", "says": "Soon.", "themes": ["a"]},
    ]
    record = study.model_dump()
    record["about"]["key_messages"] = messages
    record["about"]["publication"]["standing"] = standing
    return Composed(Findings(publishable(Study.model_validate(record))))


class TestBar:
    def test_stands_where_all_that_is_quoted_was_composed(self) -> None:
        found = composed(themes=[theme("a")], quotations=ALL_COMPOSED)
        assert found.standing == "demonstration"
        assert found.bar == Bar(
            "Demonstration:",
            "quotations were composed to show the site: nobody said them, none is a finding.",
            "What is the study’s own",
        )

    @pytest.mark.parametrize("quotations", [MIXED, MIXED[1:], []])
    def test_stands_nowhere_where_somebody_is_quoted_or_nobody(self, quotations: list[Any]) -> None:
        found = composed(themes=[theme("a", **ILLUSTRATIVE)], quotations=quotations)
        assert found.bar is None
        assert found.standing is None
        assert found.said_by_bar == frozenset()

    def test_names_each_kind_of_which_all_was_composed_and_no_other(self) -> None:
        inner = {"id": "a1", "title": "A1", "gist": "Ours.", **ILLUSTRATIVE}
        themes = [
            theme("a", gist="Ours.", prose="illustrative", related=relates(("feeds", "b"))),
            theme("b", subthemes=[inner]),
        ]
        implications = [
            {"id": "i1", "text": "Do.", "themes": ["a"], **ILLUSTRATIVE},
            {"id": "i2", "text": "Rest.", "themes": ["a"]},
        ]
        found = composed(themes=themes, quotations=ALL_COMPOSED, implications=implications)
        assert found.said_by_bar == {"quotations", "subthemes", "texts", "relations"}
        assert found.bar is not None
        assert found.bar.says.startswith(
            "quotations, subthemes, texts under themes, and relations were composed"
        )

    @pytest.mark.parametrize(
        ("standing", "bar"),
        [
            ("draft", Bar("Draft:", "these findings may still change.", "")),
            ("final", None),
            (None, None),
        ],
    )
    def test_says_of_a_draft_that_it_is_one(self, standing: str | None, bar: Bar | None) -> None:
        found = of_standing(standing, themes=[theme("a")], quotations=MIXED)
        assert (found.standing, found.bar) == (standing, bar)
        assert found.is_marked(found.findings.cards[0])

    @pytest.mark.parametrize("standing", ["draft", "final"])
    def test_says_that_all_was_composed_whatever_the_study_says(self, standing: str) -> None:
        found = of_standing(standing, themes=[theme("a")], quotations=ALL_COMPOSED)
        assert found.standing == "demonstration"
        assert found.said_by_bar == {"quotations"}

    def test_names_nothing_where_it_may_not_be_seen(self) -> None:
        found = composed(False, themes=[theme("a", **ILLUSTRATIVE)], quotations=ALL_COMPOSED)
        assert found.standing == "demonstration"
        assert found.said_by_bar == frozenset()
        assert found.is_any_marked
        assert found.is_marked(found.findings.cards[0])
        assert found.is_marked(found.findings.study.themes[0])


class TestMarks:
    def test_what_the_bar_names_is_marked_no_second_time(self) -> None:
        themes = [theme("a", gist="Ours.", prose="illustrative")]
        whole, part = (composed(themes=themes, quotations=q) for q in (ALL_COMPOSED, MIXED))
        for found, is_marked in ((whole, False), (part, True)):
            card, node = found.findings.cards[0], found.findings.study.themes[0]
            assert found.is_marked(card) is is_marked
            assert found.tells_provenance(card) is is_marked
            assert found.is_text_marked(node) is is_marked
            assert found.is_any_marked is is_marked

    def test_what_the_bar_does_not_name_is_marked_where_it_stands(self) -> None:
        themes = [theme("a"), theme("b", **ILLUSTRATIVE)]
        found = composed(themes=themes, quotations=ALL_COMPOSED)
        assert [found.is_marked(node) for node in found.findings.study.themes] == [False, True]
        assert found.is_any_marked

    def test_each_part_is_marked_by_what_its_own_record_says(self) -> None:
        found = of_every_kind(*ALL_COMPOSED)
        study = found.findings.study
        parts: list[Theme | Claim | KeyMessage | Implication] = [
            *(study.themes_by_id[id_] for id_ in ("a", "c", "a1", "a3")),
            *study.themes[0].claims,
            *study.about.key_messages,
            *study.implications,
        ]
        assert {part.id: found.is_marked(part) for part in parts} == {
            **{"a": False, "c": True, "a1": True, "a3": False},
            **{"c1": True, "c2": False, "c3": False},
            **{"m1": True, "m2": True, "m3": False},
            **{"i1": True, "i2": False},
        }

    def test_of_a_kind_that_the_bar_names_none_is_marked(self) -> None:
        claim = {"id": "c1", "says": "It is.", "rests_on": ["q1"], **ILLUSTRATIVE}
        inner = theme("a1", groups=(), **ILLUSTRATIVE)
        parts = study_of(
            themes=[theme("a", claims=[claim], subthemes=[inner])],
            quotations=ALL_COMPOSED,
            implications=[{"id": "i1", "text": "Do.", "themes": ["a"], **ILLUSTRATIVE}],
        ).model_dump()
        message = {"id": "m1", "says": "Late.", "themes": ["a"], **ILLUSTRATIVE}
        parts["about"]["key_messages"] = [message]
        found = Composed(Findings(publishable(Study.model_validate(parts))))
        named = {"quotations", "key messages", "subthemes", "claims", "recommendations"}
        assert found.said_by_bar == named
        study = found.findings.study
        for part in (
            study.themes_by_id["a1"],
            study.themes[0].claims[0],
            study.about.key_messages[0],
            study.implications[0],
        ):
            assert not found.is_marked(part)
        assert not found.is_any_marked

    def test_the_text_of_a_composed_theme_is_marked_with_its_title_and_not_again(self) -> None:
        themes = [theme("a", gist="Ours.", **ILLUSTRATIVE), theme("b", gist="Ours.")]
        found = composed(themes=themes, quotations=MIXED)
        assert not any(map(found.is_text_marked, found.findings.study.themes))

    def test_what_somebody_said_is_never_marked(self) -> None:
        found = composed(themes=[theme("a")], quotations=MIXED)
        assert [found.is_marked(card) for card in found.findings.cards] == [True, False]

    def test_another_provenance_is_told_under_a_bar_or_not(self) -> None:
        said = quotation("q3", "a", provenance="paraphrased")
        found = composed(themes=[theme("a")], quotations=[said, *MIXED])
        told = {card.id: found.tells_provenance(card) for card in found.findings.cards}
        assert told == {"q3": True, "q1": True, "q2": False}

    def test_a_pill_says_the_stance_only_where_it_is_asked_for(self) -> None:
        said = quotation("q3", "a", provenance="paraphrased", stance="diverges")
        found = composed(themes=[theme("a")], quotations=[said, MIXED[0]])
        card = found.findings.cards_by_id["q3"]
        told = {
            asked: [(pill.words, pill.is_against) for pill in found.pills(card, asked)]
            for asked in (True, False)
        }
        assert told[True] == [("paraphrased", False), ("against its theme", True)]
        assert told[False] == [("paraphrased", False)]

    def test_under_a_bar_a_pill_says_no_second_time_that_words_were_composed(self) -> None:
        found = composed(themes=[theme("a")], quotations=ALL_COMPOSED)
        assert found.pills(found.findings.cards[0], with_stance=True) == ()


@pytest.mark.parametrize(
    ("standing", "said"),
    [
        ("draft", ["This is a draft: the findings may still change."]),
        ("final", ["The findings are final."]),
        (None, []),
    ],
)
def test_a_study_tells_how_far_it_is(standing: str | None, said: list[str]) -> None:
    assert of_standing(standing, themes=[theme("a")], quotations=MIXED).told == (
        *said,
        "Composed in part: quotations. Each one that was is marked where it stands.",
        "The study’s own: themes and what is told of how it was done and who was heard.",
    )


def test_a_study_of_which_nothing_was_composed_tells_what_is_its_own() -> None:
    assert composed(themes=[theme("a")], quotations=MIXED[1:]).told == (
        "The study’s own: quotations, themes, and what is told of how it was done and who was "
        "heard.",
    )


def test_parts_are_counted_kind_by_kind() -> None:
    found = of_every_kind(*MIXED, quotation("q3", "b"))
    assert found.shares == (
        Share("quotations", 3, 1),
        Share("key messages", 3, 2),
        Share("themes", 4, 1),
        Share("subthemes", 3, 1),
        Share("claims", 3, 1),
        Share("texts", 3, 1),
        Share("relations", 3, 1),
        Share("recommendations", 2, 1),
    )
    assert found.told == (
        "Composed in part: quotations, key messages, themes, subthemes, claims, texts under "
        "themes, relations, and recommendations. Each one that was is marked where it stands.",
        "The study’s own: what is told of how it was done and who was heard.",
    )


@pytest.mark.parametrize("language", ["ur", "ps"])
@pytest.mark.parametrize("standing", ["draft", "final"])
@pytest.mark.parametrize("quotations", [ALL_COMPOSED, MIXED])
def test_what_was_composed_is_told_in_the_studys_language(
    language: str, standing: str, quotations: list[Any]
) -> None:
    found = of_every_kind(*quotations, language=language, standing=standing)
    bar = found.bar or Bar("", "")
    assert not re.search("[A-Za-z]", " ".join([*found.told, bar.word, bar.says, bar.more]))


@pytest.mark.parametrize("kind", ["key_messages", "implications", "claims", "themes"])
@pytest.mark.parametrize("provenance", ["illustrative", "reported"])
def test_one_composed_thing_is_enough_for_the_notice(kind: str, provenance: str) -> None:
    said = {"provenance": provenance}
    claim = {"id": "c", "says": "It is.", "rests_on": ["q2"], **said}
    message = {"id": "m", "says": "Late.", "themes": ["a"], **said}
    implication = {"id": "i", "text": "Do.", "themes": ["a"], **said}
    claims = [claim] if kind == "claims" else []
    inner = theme("b", groups=(), **said) if kind == "themes" else theme("b", groups=())
    record = study_of(
        themes=[theme("a", claims=claims, subthemes=[inner])],
        quotations=MIXED[1:],
        implications=[implication] if kind == "implications" else [],
    ).model_dump()
    record["about"]["key_messages"] = [message] if kind == "key_messages" else []
    found = Composed(Findings(publishable(Study.model_validate(record))))
    assert found.is_any is found.is_any_marked is (provenance == "illustrative")


@pytest.mark.parametrize(
    ("text", "is_any"), [({}, False), ({"gist": "Ours."}, True), ({"boundary": "Ours."}, True)]
)
def test_text_that_was_composed_is_enough_where_there_is_some(
    text: dict[str, Any], is_any: bool
) -> None:
    themes = [theme("a", prose="illustrative", **text)]
    assert composed(themes=themes, quotations=MIXED[1:]).is_any is is_any


def test_a_theme_the_bar_names_is_marked_no_second_time() -> None:
    themes = [theme("a", **ILLUSTRATIVE), theme("b", **ILLUSTRATIVE)]
    found = composed(themes=themes, quotations=ALL_COMPOSED)
    assert "themes" in found.said_by_bar
    assert not any(found.is_marked(node) for node in found.findings.study.themes)


@pytest.mark.parametrize("name", ["own", "full", "wide"])
def test_shares_count_what_the_records_say(name: str) -> None:
    study = study_named(name)
    shares = {s.kind: (s.composed, s.number) for s in Composed(Findings(publishable(study))).shares}
    said = [q.provenance for q in study.quotations if q.status in ("cleared", "composed")]
    assert shares["quotations"] == (said.count("illustrative"), len(said))
    every = walk_themes(study.themes)
    inner = [t.provenance for t in every if t not in study.themes]
    assert shares.get("subthemes", (0, 0)) == (inner.count("illustrative"), len(inner))
    top = [t.provenance for t in study.themes]
    assert shares["themes"] == (top.count("illustrative"), len(top))


def test_the_first_study_says_what_is_its_own() -> None:
    assert Composed(Findings(publishable(study_named("own")))).told == (
        "Composed to show this site, all of them: quotations, subthemes, texts under themes, and "
        "relations. No participant said any of it; none of it is a finding, and none of it is "
        "data.",
        "Composed in part: recommendations. Each one that was is marked where it stands.",
        "The study’s own: key messages, themes, and what is told of how it was done and who was "
        "heard.",
    )
