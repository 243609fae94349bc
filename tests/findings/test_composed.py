"""What was composed is told once: in a bar where all that is quoted was, else where it stands."""

from typing import Any

import pytest
from shapes import quotation, relates, study_named, study_of, theme

from study_findings.findings.composed import Composed
from study_findings.findings.views import Findings
from study_findings.model import walk_themes
from study_findings.privacy.publishable import publishable

ILLUSTRATIVE: dict[str, Any] = {"provenance": "illustrative"}
ALL_COMPOSED = [quotation("q1", "a", **ILLUSTRATIVE), quotation("q2", "a", **ILLUSTRATIVE)]
MIXED = [quotation("q1", "a", **ILLUSTRATIVE), quotation("q2", "a")]


def composed(**parts: Any) -> Composed:
    return Composed(Findings(publishable(study_of(**parts))))


class TestBar:
    def test_stands_where_all_that_is_quoted_was_composed(self) -> None:
        found = composed(themes=[theme("a")], quotations=ALL_COMPOSED)
        assert found.standing == "demonstration"
        assert found.bar is not None
        assert found.bar.word == "Demonstration:"
        assert found.bar.says.startswith("quotations were composed to show the site")

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

    @pytest.mark.parametrize(("standing", "word"), [("draft", "Draft:"), ("final", None)])
    def test_says_of_a_draft_that_it_is_one(self, standing: str, word: str | None) -> None:
        study = study_of(themes=[theme("a")], quotations=MIXED)
        publication = study.about.publication.model_copy(update={"standing": standing})
        about = study.about.model_copy(update={"publication": publication})
        found = Composed(Findings(publishable(study.model_copy(update={"about": about}))))
        assert found.standing == standing
        assert (found.bar.word if found.bar else None) == word
        assert found.is_marked(found.findings.cards[0])


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

    def test_what_somebody_said_is_never_marked(self) -> None:
        found = composed(themes=[theme("a")], quotations=MIXED)
        assert [found.is_marked(card) for card in found.findings.cards] == [True, False]

    def test_another_provenance_is_told_under_a_bar_or_not(self) -> None:
        said = quotation("q3", "a", provenance="paraphrased")
        found = composed(themes=[theme("a")], quotations=[said, MIXED[0]])
        assert found.tells_provenance(found.findings.cards_by_id["q3"])

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
        ("draft", "This is a draft: the findings may still change."),
        ("final", "The findings are final."),
    ],
)
def test_a_study_tells_how_far_it_is(standing: str, said: str) -> None:
    study = study_of(themes=[theme("a")], quotations=MIXED)
    publication = study.about.publication.model_copy(update={"standing": standing})
    about = study.about.model_copy(update={"publication": publication})
    told = Composed(Findings(publishable(study.model_copy(update={"about": about})))).told
    assert told[0] == said
    assert Composed(Findings(publishable(study))).told[0].startswith("Composed in part")


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
    found = Composed(Findings(publishable(study_named("own"))))
    composed_, both, own = found.told
    assert "quotations, subthemes, texts under themes, and relations" in composed_
    assert "recommendations" in both
    assert "key messages, themes, and what is told of how it was done" in own
