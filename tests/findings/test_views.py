"""What templates show of a study: strands, cards, coverage, who was heard."""

from typing import Any

import pytest
from shapes import quotation, study_of, theme

from study_findings.findings.figures import coverage, heard
from study_findings.findings.views import Findings, Strand
from study_findings.model import Study
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

    def test_hold_their_group_and_a_colour_each(self) -> None:
        found = findings(themes=[theme("b", groups=("faculty",)), theme("c", groups=())])
        top = found.study.themes
        assert found.strands == (
            Strand("Faculty", 2, top[:1], found.about.groups[1]),
            Strand("Shared", 0, top[1:], None),
        )


class TestThemes:
    """`c` is written three deep; `b1` is told under `b`, and stands under `a2` too."""

    def made(self) -> Findings:
        deep = theme("a2", groups=(), subthemes=[theme("c", groups=())])
        return findings(
            themes=[
                theme("a", subthemes=[theme("a1", groups=()), deep]),
                theme("b", subthemes=[theme("b1", groups=(), also_under=["a2"])]),
                theme("x", also_under=["b1"]),
            ],
            sessions=[
                {"id": "s1", "kind": "interview", "groups": ["students"]},
                {"id": "s2", "kind": "interview", "groups": ["students"]},
            ],
            quotations=[
                quotation("q1", "c", "b", session="s2"),
                quotation("q2", "b1", "c"),
                quotation("q3", "a", "b1", session="s1"),
                quotation("q4", "x", session="s2"),
                quotation("q5", "c"),
            ],
        )

    def test_know_the_themes_around_them(self) -> None:
        found = self.made()
        parents = {id_: [node.id for node in nodes] for id_, nodes in found.parents.items()}
        assert parents == {
            "a": [],
            "a1": ["a"],
            "a2": ["a"],
            "c": ["a", "a2"],
            "b": [],
            "b1": ["b"],
            "x": [],
        }
        around = {
            id_: [node.id for node in found.around(found.study.themes_by_id[id_])]
            for id_ in ("a", "c", "b1", "x")
        }
        assert around == {
            "a": [],
            "c": ["a", "a2"],
            "b1": ["b", "a", "a2"],
            "x": ["b", "a", "a2", "b1"],
        }

    def test_know_the_themes_under_them_and_where_all_are_told(self) -> None:
        found = self.made()
        nodes = found.study.themes_by_id
        within = {id_: [node.id for node in found.within(nodes[id_])] for id_ in ("a", "b", "x")}
        assert within == {
            "a": ["a", "a1", "a2", "c", "b1", "x"],
            "b": ["b", "b1", "x"],
            "x": ["x"],
        }
        assert [found.top_of(nodes[id_]).id for id_ in ("a", "c", "b1", "x")] == list("aabx")
        assert [found.address_of(nodes[id_]) for id_ in ("a", "c", "b1")] == [
            "themes/a/",
            "themes/a/#c",
            "themes/b/#b1",
        ]

    def test_have_the_quotations_that_name_them(self) -> None:
        found = self.made()
        nodes = found.study.themes_by_id
        named = {id_: [card.id for card in cards] for id_, cards in found.by_theme.items()}
        assert named == {
            "c": ["q1", "q2", "q5"],
            "b": ["q1"],
            "b1": ["q2", "q3"],
            "a": ["q3"],
            "x": ["q4"],
        }
        first = {id_: [card.id for card in cards] for id_, cards in found.first_under.items()}
        assert first == {"c": ["q1", "q5"], "b1": ["q2"], "a": ["q3"], "x": ["q4"]}
        assert found.cards_of(nodes["a1"]) == found.cards_within(nodes["a1"]) == ()
        assert [card.id for card in found.cards_within(nodes["a"])] == [
            "q3",
            "q1",
            "q2",
            "q5",
            "q4",
        ]
        assert found.cards_elsewhere(nodes["a"]) == {"q4"}
        assert found.cards_elsewhere(nodes["b"]) == {"q4"}
        assert found.cards_elsewhere(nodes["a2"]) == {"q3", "q4"}

    def test_have_quotations_at_the_first_they_name(self) -> None:
        found = self.made()
        assert [found.address_in_theme(card) for card in found.cards] == [
            "themes/a/#q1",
            "themes/b/#q2",
            "themes/a/#q3",
            "themes/x/#q4",
            "themes/a/#q5",
        ]

    def test_are_quoted_from_sessions(self) -> None:
        by = self.made().cards_by_session
        assert {id_: tuple(card.id for card in cards) for id_, cards in by.items()} == {
            "s2": ("q1", "q4"),
            "s1": ("q3",),
        }


class TestLanguage:
    def made(self, language: str = "en", own: str | None = None, **translation: Any) -> Findings:
        codes = [{"id": "time", "label": "Time", "codes": [{"id": "hours", "label": "Hours"}]}]
        attribute = {"id": "year", "label": "Year", "levels": ["first", "last"], "publish": True}
        plain = study_of(
            language,
            themes=[theme("a", gist="Short.")],
            codebook=codes,
            attributes=[attribute],
            participants=[
                {"id": f"s{n}", "group": "students", "attributes": {"year": "first"}}
                for n in range(3)
            ],
        )
        told = [{"language": own, **translation}] if own else []
        study = publishable(Study.model_validate({**plain.model_dump(), "translations": told}))
        return Findings(study, study.translations[0] if own else None)

    def test_only_what_may_be_shown_is_shown(self) -> None:
        with pytest.raises(TypeError) as refused:
            Findings(study_of())  # type: ignore[arg-type]
        assert str(refused.value) == "only what `publishable` gives may be shown"

    def test_is_the_studys_own_where_no_other_is_asked_for(self) -> None:
        found = self.made()
        assert found.original is found
        assert (found.language, found.say.language, found.translated) == ("en", "en", None)
        assert found.foreign() == found.foreign("a", "title") == ""
        assert not found.is_mixed
        assert not found.is_untranslated("a", "title")
        assert found.level("year", "first") == "first"

    def test_of_a_region_is_the_languages(self) -> None:
        found = self.made("ur-PK")
        assert (found.language, found.say.language) == ("ur-PK", "ur")
        assert found.foreign() == ""
        assert not found.is_mixed

    def test_without_words_of_ours_is_foreign_on_its_own_pages(self) -> None:
        found = self.made("fr-CA")
        assert (found.language, found.say.language) == ("fr-CA", "en")
        assert found.foreign() == found.foreign("a", "title") == "fr-CA"
        assert found.is_mixed

    def test_of_a_translation_is_that_of_what_it_translates(self) -> None:
        levels = [{"level": "first", "label": "پہلا"}]
        found = self.made(
            own="ur",
            themes=[{"id": "a", "title": "راستہ"}],
            about={"attributes": [{"id": "year", "levels": levels}]},
        )
        assert (found.language, found.say.language) == ("ur", "ur")
        assert found.original.study.themes[0].title == "Theme a"
        assert found.original.translated is None
        assert found.study.themes[0].title == "راستہ"
        assert [
            found.foreign(*of) for of in ((), ("a", "title"), ("a", "gist"), ("", "title"))
        ] == [
            "en",
            "",
            "en",
            "en",
        ]
        assert [found.is_untranslated("a", field) for field in ("title", "gist")] == [False, True]
        assert found.is_mixed
        assert [found.level("year", level) for level in ("first", "last")] == ["پہلا", "last"]
        assert found.level("other", "first") == "first"

    def test_of_a_translation_into_one_without_words_of_ours_is_foreign(self) -> None:
        found = self.made(own="fr-CA", themes=[{"id": "a", "title": "La route"}])
        assert (found.language, found.say.language) == ("fr-CA", "en")
        assert found.foreign("a", "title") == "fr-CA"
        assert found.foreign("a", "gist") == ""
        assert found.is_mixed

    def test_finds_codes_inside_others(self) -> None:
        found = self.made()
        assert {id_: code.label for id_, code in found.codes_by_id.items()} == {
            "time": "Time",
            "hours": "Hours",
        }


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
        ("Left … [...] out (laughs) [x].", None, {"dots", "omission", "action", "replacement"}),
    ],
)
def test_the_key_explains_the_marks_that_stand_there(
    text: str, stance: str | None, marks: set[str]
) -> None:
    quoted = [quotation("q1", "a", text=text, stance=stance)]
    assert findings(themes=[theme("a")], quotations=quoted).marks == marks
    composed = [*quoted, quotation("q2", "a", **ILLUSTRATIVE)]
    assert findings(themes=[theme("a")], quotations=composed).marks == marks


def test_the_key_explains_marks_of_an_original_and_of_each_turn() -> None:
    turns = [{"speaker": "A", "text": "No."}, {"speaker": "B", "text": "Yes (laughs)."}]
    original = {"text": "نہیں […]", "language": "ur"}
    quoted = [quotation("q1", "a", turns=turns, original=original)]
    assert findings(themes=[theme("a")], quotations=quoted).marks == {"omission", "action"}


def test_all_are_illustrative_where_there_are_some_and_each_is() -> None:
    composed = [quotation(f"q{n}", "a", **ILLUSTRATIVE) for n in (1, 2)]
    said = quotation("q3", "a")
    for quoted, is_all in ((composed, True), ([*composed, said], False), ([], False)):
        found = findings(themes=[theme("a")], quotations=quoted)
        assert found.all_illustrative is is_all
