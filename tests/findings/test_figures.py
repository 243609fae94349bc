"""What stands behind a theme and who was heard, in whole lines."""

from __future__ import annotations

from typing import Any

import pytest
from shapes import quotation, study_of, theme

from study_findings.findings.figures import Figure, coverage, figures_of, heard
from study_findings.findings.views import Findings
from study_findings.privacy.publishable import publishable

GROUPS = ("students", "faculty")
INNER = {"id": "a1", "title": "A1", "subthemes": [{"id": "a11", "title": "A11"}]}
SESSIONS: list[dict[str, Any]] = [
    {"id": "s1", "kind": "interview", "groups": ["students"]},
    {"id": "s2", "kind": "interview", "groups": ["students"]},
    {"id": "many", "kind": "interview", "groups": ["students"], "number": 12},
    {"id": "rest", "kind": "diary", "groups": ["students"], "number": 2},
]


def composed(id_: str, *themes: str, **more: Any) -> Any:
    return quotation(id_, *themes, provenance="illustrative", **more)


def findings_of(themes: list[Any], *quotations: Any, **more: Any) -> Findings:
    return Findings(
        publishable(study_of(themes=themes, quotations=quotations, sessions=SESSIONS, **more))
    )


def line(*quotations: Any, **of_theme: Any) -> str:
    """Say what stands behind the first of two themes."""
    found = findings_of([theme("a", **of_theme), theme("b")], *quotations)
    return coverage(found, found.study.themes_by_id["a"])


class TestBehindATheme:
    def test_nothing_is_published_yet(self) -> None:
        assert line(quotation("q1", "b")) == "No quotation is published yet"
        assert line(subthemes=[INNER]) == "No quotation is published yet · 2 subthemes"

    def test_sessions_are_counted_each_once(self) -> None:
        one = quotation("q1", "a", session="s1")
        assert line(one) == "1 quotation · from 1 session"
        again = quotation("q2", "a", session="s1")
        assert line(one, again) == "2 quotations · from 1 session"
        assert line(one, quotation("q2", "a", session="s2")) == "2 quotations · from 2 sessions"

    def test_sessions_described_together_are_a_number_that_one_is_among(self) -> None:
        quotations = [quotation("q1", "a", session="many"), quotation("q2", "a", session="many")]
        together = "from one or more of 12 sessions described together"
        assert line(*quotations) == f"2 quotations · {together}"
        alone = quotation("q3", "a", session="s1")
        assert line(alone, *quotations) == f"3 quotations · from 1 session · {together}"
        others = quotation("q3", "a", session="rest")
        both = together.replace("12", "14")
        assert line(others, *quotations) == f"3 quotations · {both}"

    def test_quotations_may_name_no_session(self) -> None:
        named, unnamed = quotation("q1", "a", session="s1"), quotation("q2", "a")
        assert line(unnamed) == "1 quotation · sessions not named"
        assert line(named, unnamed) == "2 quotations · from 1 session · 1 names no session"
        assert line(named, unnamed, quotation("q3", "a")) == (
            "3 quotations · from 1 session · 2 name no session"
        )

    def test_what_was_composed_is_said_to_be(self) -> None:
        assert line(composed("q1", "a")) == "1 illustrative quotation · no session is quoted"
        two = (composed("q1", "a"), composed("q2", "a"))
        assert line(*two) == "2 illustrative quotations · no session is quoted"
        said = quotation("q3", "a", session="s1")
        assert line(said, two[0]) == (
            "2 quotations · 1 of them is illustrative · from 1 session · 1 names no session"
        )
        assert line(said, *two) == (
            "3 quotations · 2 of them are illustrative · from 1 session · 2 name no session"
        )

    def test_with_subthemes_it_is_said_how_many_name_the_theme_itself(self) -> None:
        quotations = [quotation("q1", "a", session="s1"), quotation("q2", "a11", session="s1")]
        inner = {"id": "a1", "title": "A1"}
        assert line(quotations[0], subthemes=[inner]) == (
            "1 quotation, with subthemes (direct: 1) · from 1 session · 1 subtheme"
        )
        assert line(*quotations, subthemes=[INNER]) == (
            "2 quotations, with subthemes (direct: 1) · from 1 session · 2 subthemes"
        )
        assert line(composed("q1", "a11"), subthemes=[INNER]) == (
            "1 illustrative quotation, with subthemes (direct: 0) · no session is quoted"
            " · 2 subthemes"
        )

    def test_what_is_told_elsewhere_is_counted_apart(self) -> None:
        elsewhere = [{"id": "b1", "title": "B1", "also_under": ["a"]}]
        themes = [theme("a"), theme("b", subthemes=elsewhere)]

        def told(*quotations: Any) -> str:
            found = findings_of(themes, *quotations)
            return coverage(found, found.study.themes_by_id["a"])

        here = quotation("q1", "a", session="s1")
        there = [quotation(f"q{n}", "b1", session="s1") for n in (2, 3)]
        one = "1 quotation under a theme that is told elsewhere"
        two = "2 quotations under themes that are told elsewhere"
        behind = "from 1 session · 1 subtheme"
        assert told(here, there[0]) == f"1 quotation · {one} · {behind}"
        assert told(here, *there) == f"1 quotation · {two} · {behind}"
        assert told(there[0]) == f"{one} · {behind}"
        assert told(here, there[0], composed("q3", "b1")) == (
            f"1 quotation · {two} · 1 of them is illustrative · from 1 session"
            " · 1 names no session · 1 subtheme"
        )
        assert told(composed("q1", "a"), there[0]) == (
            f"1 illustrative quotation · {one} · from 1 session · 1 names no session · 1 subtheme"
        )


class TestWhoWasHeard:
    def test_sessions_of_a_kind_and_of_the_same_groups_are_one_figure(self) -> None:
        sessions = [
            *SESSIONS,
            {"id": "f1", "kind": "focus-group", "groups": ["students", "faculty"]},
            {"id": "s3", "kind": "interview", "groups": ["faculty"]},
        ]
        found = Findings(publishable(study_of(sessions=sessions)))
        students, faculty = found.about.groups
        assert figures_of(found) == [
            Figure("14", "interviews", (students,)),
            Figure("2", "diaries", (students,)),
            Figure("1", "focus group", (students, faculty)),
            Figure("1", "interview", (faculty,)),
        ]
        assert heard(found) == [
            ("14", "interviews · Students"),
            ("2", "diaries · Students"),
            ("1", "focus group · Students and Faculty"),
            ("1", "interview · Faculty"),
        ]

    def test_nothing_is_counted_where_nothing_is(self) -> None:
        assert figures_of(Findings(publishable(study_of()))) == []

    def test_figures_of_findings_are_nobodys(self) -> None:
        themes = [theme("a", subthemes=[{"id": "a1", "title": "A1"}])]
        found = Findings(publishable(study_of(themes=themes, quotations=[quotation("q1", "a")])))
        assert figures_of(found) == [
            Figure("1", "theme"),
            Figure("1", "subtheme"),
            Figure("1", "quotation"),
        ]

    @pytest.mark.parametrize(
        ("quotations", "figure"),
        [
            ([quotation("q1", "a"), composed("q2", "a")], ("2", "quotations")),
            ([composed("q1", "a")], ("1", "illustrative quotation")),
            ([composed("q1", "a"), composed("q2", "a")], ("2", "illustrative quotations")),
        ],
    )
    def test_quotations_are_illustrative_where_all_are(
        self, quotations: list[Any], figure: tuple[str, str]
    ) -> None:
        themes = [theme("a"), theme("b", subthemes=[INNER])]
        study = study_of(themes=themes, quotations=quotations)
        assert heard(Findings(publishable(study))) == [
            ("2", "themes"),
            ("2", "subthemes"),
            figure,
        ]

    @pytest.mark.parametrize(
        ("strands", "words"), [(1, ""), (2, "two"), (3, "three"), (4, "four"), (5, "5")]
    )
    def test_strands_are_named_where_there_are_several(self, strands: int, words: str) -> None:
        groups = [{"id": f"g{n}", "label": f"Group {n}", "singular": "One"} for n in range(strands)]
        themes = [theme(f"t{n}", groups=(f"g{n}",)) for n in range(strands)]
        found = Findings(publishable(study_of(themes=themes, groups=groups)))
        told = f"themes in {words} strands" if words else "theme"
        assert heard(found) == [(str(strands), told)]

    def test_figures_are_in_the_language_of_the_page(self) -> None:
        themes = [theme("a"), theme("b", groups=("faculty",))]
        found = Findings(publishable(study_of("ur", themes=themes)))
        assert heard(found) == [("2", "موضوعات، دو زمروں میں")]
