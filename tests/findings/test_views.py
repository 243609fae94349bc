"""What templates show of a study: strands, cards, coverage, who was heard."""

from typing import Any

import pytest
from shapes import quotation, study_of, theme

from study_findings.findings.figures import coverage, heard
from study_findings.findings.views import Findings
from study_findings.privacy.publishable import publishable

ILLUSTRATIVE = {"provenance": "illustrative"}


def findings(**parts: Any) -> Findings:
    return Findings(publishable(study_of(**parts)))


class TestStrands:
    def test_are_the_groups_in_order_then_what_they_share(self) -> None:
        found = findings(
            themes=[
                theme("both", groups=("students", "faculty")),
                theme("f1", groups=("faculty",)),
                theme("s1"),
                theme("nobodys", groups=()),
                theme("s2"),
            ]
        )
        assert [(s.label, s.colour, [t.id for t in s.themes]) for s in found.strands] == [
            ("Students", 1, ["s1", "s2"]),
            ("Faculty", 2, ["f1"]),
            ("Shared", 0, ["both", "nobodys"]),
        ]
        assert [t.id for t in found.themes_in_order] == ["s1", "s2", "f1", "both", "nobodys"]
        groups = [strand.group and strand.group.id for strand in found.strands]
        assert groups == ["students", "faculty", None]

    def test_of_a_group_without_themes_is_none(self) -> None:
        assert [strand.label for strand in findings(themes=[theme("a")]).strands] == ["Students"]
        assert findings().strands == ()

    def test_of_a_subtheme_is_that_of_the_theme_around_it(self) -> None:
        found = findings(themes=[theme("a", subthemes=[{"id": "b", "title": "B"}])])
        inner = found.study.themes_by_id["b"]
        assert found.strand_of(inner).label == "Students"
        assert found.top_of(inner).id == "a"
        assert found.address_of(inner) == "themes/a/#b"
        assert found.address_of(found.top_of(inner)) == "themes/a/"


class TestCards:
    def test_leave_out_what_is_not_published(self) -> None:
        found = findings(
            themes=[theme("a")],
            quotations=[
                quotation("q1", "a"),
                {"id": "q2", "withdrawn": {"on": "2026-01-01"}},
                {"id": "q3", "text": "Not reviewed.", "themes": ["a"]},
                quotation("q4", "a", **ILLUSTRATIVE),
            ],
        )
        assert list(found.cards_by_id) == ["q1", "q4"]

    def test_stand_once_within_a_theme_and_its_subthemes(self) -> None:
        found = findings(
            themes=[theme("a", subthemes=[{"id": "b", "title": "B"}])],
            quotations=[quotation("q1", "b", "a"), quotation("q2", "b")],
        )
        top = found.study.themes_by_id["a"]
        assert [card.id for card in found.cards_of(top)] == ["q1"]
        assert [card.id for card in found.cards_within(top)] == ["q1", "q2"]

    def test_say_in_pills_what_is_not_plainly_said(self) -> None:
        found = findings(
            themes=[theme("a")],
            quotations=[
                quotation("q1", "a", stance="diverges", **ILLUSTRATIVE),
                quotation("q2", "a", provenance="translated"),
            ],
        )
        assert [card.pills for card in found.cards] == [("illustrative", "against its theme"), ()]

    def test_hold_a_dialogue_and_its_original(self) -> None:
        turns = [{"speaker": "Interviewer", "text": "Why?"}, {"speaker": "A", "text": "So [x]."}]
        found = findings(
            themes=[theme("a")],
            quotations=[
                {
                    **quotation("q1", "a", turns=turns),
                    "text": None,
                    "original": {"text": "کیوں؟", "language": "ur", "translator": "T"},
                }
            ],
        )
        (card,) = found.cards
        assert card.plain_text == "Interviewer: Why? A: So [x]."
        assert [line.by_interviewer for line in card.passage.lines] == [True, False]
        assert card.original is not None
        assert (card.original.direction, card.original_text) == ("rtl", "کیوں؟")
        assert card.translated_from == "Urdu"


class TestCoverage:
    def said(self, *quotations: object, **parts: object) -> str:
        sessions = [
            {"id": f"s{number}", "kind": "interview", "groups": ["students"]} for number in (1, 2)
        ]
        themes = [theme("a", subthemes=[{"id": "b", "title": "B"}])]
        found = findings(themes=themes, sessions=sessions, quotations=quotations)
        return coverage(found, found.themes_in_order[0])

    def test_counts_quotations_and_the_sessions_behind_them(self) -> None:
        assert self.said(
            quotation("q1", "a", session="s1"),
            quotation("q2", "b", session="s2"),
            quotation("q3", "b", session="s2"),
        ) == ("3 quotations, with subthemes (direct: 1) · from 2 sessions · 1 subtheme")

    def test_names_no_session_where_none_is_named(self) -> None:
        said = self.said(quotation("q1", "a", group="students"))
        assert said == ("1 quotation, with subthemes (direct: 1) · sessions not named · 1 subtheme")

    def test_says_how_many_name_no_session_where_others_do(self) -> None:
        said = self.said(quotation("q1", "a", session="s1"), quotation("q2", "a"))
        assert " · from 1 session · 1 names no session · " in said

    def test_never_passes_composed_words_off_as_data(self) -> None:
        said = self.said(quotation("q1", "a", **ILLUSTRATIVE))
        assert "1 illustrative quotation, with subthemes (direct: 1) · no session is quoted" in said

    def test_says_how_many_are_composed_where_others_are_not(self) -> None:
        said = self.said(quotation("q1", "a", **ILLUSTRATIVE), quotation("q2", "a", session="s1"))
        assert "2 quotations, with subthemes (direct: 2) · 1 of them is illustrative · " in said

    def test_says_so_of_several(self) -> None:
        composed = (quotation(f"q{n}", "a", **ILLUSTRATIVE) for n in (1, 2))
        said = self.said(quotation("q0", "a", session="s1"), *composed)
        assert "3 quotations, with subthemes (direct: 3) · 2 of them are illustrative" in said
        assert " · from 1 session · 2 name no session · 1 subtheme" in said

    def test_says_it_beside_the_number_it_is_of(self) -> None:
        inner = theme("b1", also_under=["a"])
        found = findings(
            themes=[theme("a", subthemes=[theme("a1")]), theme("b", subthemes=[inner])],
            sessions=[{"id": "s1", "kind": "interview", "groups": ["students"]}],
            quotations=[
                quotation("q1", "a", session="s1"),
                quotation("q2", "a1", **ILLUSTRATIVE),
                quotation("q3", "b1", session="s1"),
                quotation("q4", "b1", **ILLUSTRATIVE),
                quotation("q5", "b1", **ILLUSTRATIVE),
            ],
        )
        assert coverage(found, found.study.themes[0]) == (
            "2 quotations, with subthemes (direct: 1) · 1 of them is illustrative · "
            "3 quotations under themes that are told elsewhere · 2 of them are illustrative · "
            "from 1 session · 3 name no session · 2 subthemes"
        )

    def test_says_where_there_is_nothing_yet(self) -> None:
        assert self.said() == "No quotation is published yet · 1 subtheme"


class TestHeard:
    def test_counts_sessions_by_kind_and_group_then_findings(self) -> None:
        found = findings(
            themes=[theme("a"), theme("b", groups=("faculty",))],
            sessions=[
                {"id": "f1", "kind": "focus-group", "groups": ["students"]},
                {"id": "f2", "kind": "focus-group", "groups": ["students"]},
                {"id": "f3", "kind": "focus-group", "groups": ["students", "faculty"]},
                {"id": "i1", "kind": "interview", "groups": ["faculty"]},
            ],
            quotations=[quotation("q1", "a")],
        )
        assert heard(found) == [
            ("2", "focus groups · Students"),
            ("1", "focus group · Students and Faculty"),
            ("1", "interview · Faculty"),
            ("2", "themes in two strands"),
            ("1", "quotation"),
        ]

    @pytest.mark.parametrize(
        ("number", "words"),
        [
            (1, "theme"),
            (2, "themes in two strands"),
            (3, "themes in three strands"),
            (4, "themes in four strands"),
            (5, "themes in 5 strands"),
        ],
    )
    def test_counts_strands_in_words_up_to_four(self, number: int, words: str) -> None:
        groups = [{"id": f"g{n}", "label": f"Group {n}", "singular": "One"} for n in range(number)]
        themes = [theme(f"t{n}", groups=(f"g{n}",)) for n in range(number)]
        assert heard(findings(groups=groups, themes=themes)) == [(str(number), words)]

    def test_says_it_in_the_studys_language(self) -> None:
        found = findings(language="ur", themes=[theme("a"), theme("b", groups=("faculty",))])
        assert heard(found) == [("2", "موضوعات، دو زمروں میں")]

    def test_says_that_quotations_are_illustrative_where_all_are(self) -> None:
        composed = [quotation("q1", "a", **ILLUSTRATIVE), quotation("q2", "a", **ILLUSTRATIVE)]
        found = findings(themes=[theme("a")], quotations=composed)
        assert heard(found)[-1] == ("2", "illustrative quotations")
        assert found.all_illustrative


@pytest.mark.parametrize(
    ("text", "stance", "marks"),
    [
        ("Plain.", "confirms", set()),
        ("Left … out.", None, {"dots"}),
        ("Left [...] out.", None, {"omission"}),
        ("For [a name].", None, {"replacement"}),
        ("Yes (laughs).", "nuances", {"action", "stance"}),
        ("No.", "diverges", {"stance"}),
    ],
)
def test_the_key_explains_the_marks_that_stand_there(
    text: str, stance: str | None, marks: set[str]
) -> None:
    quoted = [quotation("q1", "a", text=text, stance=stance)]
    assert findings(themes=[theme("a")], quotations=quoted).marks == marks
    composed = [*quoted, quotation("q2", "a", **ILLUSTRATIVE)]
    assert findings(themes=[theme("a")], quotations=composed).marks == {*marks, "illustrative"}


def test_one_composed_thing_is_enough_for_the_notice() -> None:
    plain = {"themes": [theme("a")], "quotations": [quotation("q1", "a")]}
    assert not findings(**plain).any_illustrative
    for themes in (
        [theme("a", provenance="illustrative")],
        [theme("a", prose="illustrative")],
        [theme("a", subthemes=[{"id": "b", "title": "B", **ILLUSTRATIVE}])],
    ):
        assert findings(**{**plain, "themes": themes}).any_illustrative
