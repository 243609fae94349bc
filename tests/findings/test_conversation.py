"""The conversation: each pair of themes once, a sentence over it, a voice from each side."""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapes import STUDIES, findings, quotation, relates, study_named, study_of, theme

from study_findings.findings.conversation import meetings, shared_themes, within_strands
from study_findings.findings.relations import links_of, pairs_of, relations_within
from study_findings.findings.views import Findings
from study_findings.model import Study, walk_themes
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import render_site
from study_findings.render.compare import MOST_ROWS

THEMES = ("a", "b", "c", "d")


def view(study: Study, language: str = "") -> Findings:
    public = publishable(study)
    found = [t for t in public.translations if t.language == language]
    return Findings(public, *found)


def study(*relations: tuple[str, str, str], **parts: Any) -> Study:
    """Relate themes a and b of students, c and d of faculty: source, words, target."""
    themes = [
        theme(
            id_,
            groups=("students",) if id_ in "ab" else ("faculty",),
            related=relates(*((word, other) for one, word, other in relations if one == id_)),
        )
        for id_ in THEMES
    ]
    return study_of(themes=themes, **parts)


def page(made: Study, language: str = "") -> str:
    folder = f"{language}/" if language else ""
    return render_site(publishable(made), Settings("x")).files[f"{folder}compare/index.md"].decode()


def said(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def headings(html: str) -> list[str]:
    found = re.findall(r'<h2 id="between_[^"]*">(.*?)</h2>', html, re.DOTALL)
    return [said(heading).removesuffix(" #") for heading in found]


class TestPairs:
    def test_two_themes_are_a_pair_however_often_they_are_related(self) -> None:
        pairs = pairs_of(
            view(study(("a", "leads to", "c"), ("c", "follows", "a"), ("a", "m", "c")))
        )
        assert [(p.first.id, p.second.id) for p in pairs] == [("a", "c")]
        assert [link.plain_text for link in pairs[0].links] == [
            "Theme a leads to Theme c",
            "Theme a m Theme c",
        ]
        assert [link.plain_text for link in pairs[0].answers] == ["Theme c follows Theme a"]

    def test_the_first_of_two_speaks_and_where_it_says_nothing_the_second(self) -> None:
        pairs = pairs_of(view(study(("c", "narrows", "a"), ("d", "x", "b"), ("b", "y", "d"))))
        assert [pair.links[0].plain_text for pair in pairs] == [
            "Theme c narrows Theme a",
            "Theme b y Theme d",
        ]

    @pytest.mark.parametrize("name", STUDIES)
    def test_all_that_is_related_is_told_once_and_from_both_ends(self, name: str) -> None:
        shown = findings(name)
        themes = walk_themes(study_named(name).themes)
        named = {frozenset((t.id, r.theme)) for t in themes for r in t.related}
        pairs = pairs_of(shown)
        assert len(pairs) == len(named)
        assert {frozenset((p.first.id, p.second.id)) for p in pairs} == named
        for pair in pairs:
            for end in (pair.first, pair.second):
                here = relations_within(shown, shown.top_of(end))
                assert any(
                    {link.source.id, link.target.id} == {pair.first.id, pair.second.id}
                    for link in here
                )

    @given(
        st.lists(
            st.tuples(st.sampled_from(THEMES), st.sampled_from("xyz"), st.sampled_from(THEMES))
        )
    )
    def test_no_sentence_is_lost_between_the_two_ends(
        self, named: list[tuple[str, str, str]]
    ) -> None:
        relations = [(a, word, b) for a, word, b in named if a != b]
        told = [
            (link.source.id, link.label, link.target.id)
            for pair in pairs_of(view(study(*relations)))
            for link in (*pair.links, *pair.answers)
        ]
        assert sorted(told) == sorted(set(relations))

    def test_a_row_has_one_address_and_those_it_had(self) -> None:
        made = study(("c", "x", "a"))
        renamed = made.themes[0].model_copy(update={"formerly": ("old",)})
        made = made.model_copy(update={"themes": (renamed, *made.themes[1:])})
        (pair,) = pairs_of(view(made))
        assert pair.anchor == "between_a_c"
        assert set(pair.former_anchors) == {"between_c_a", "between_old_c", "between_c_old"}
        for name in (pair.anchor, *pair.former_anchors):
            assert page(made).count(f'id="{name}"') == 1


class TestVoices:
    quotations = (
        quotation("q1", "a"),
        quotation("q2", "a", exemplar=True),
        quotation("q3", "c"),
        quotation("q4", "c", "a", exemplar=True),
        quotation("q5", "c"),
    )

    def chosen(self, *relations: tuple[str, str, str], voices: Any = (), by: str = "a") -> Any:
        made = study(*relations, quotations=self.quotations)
        themes = [
            {
                **t.model_dump(),
                "related": [
                    {**r.model_dump(), "voices": voices if t.id == by else ()} for r in t.related
                ],
            }
            for t in made.themes
        ]
        made = Study.model_validate({**made.model_dump(), "themes": themes})
        (meeting,) = meetings(view(made))
        return [(side.theme.id, side.card and side.card.id) for side in meeting.sides]

    def test_are_exemplars(self) -> None:
        assert self.chosen(("a", "x", "c")) == [("a", "q2"), ("c", "q4")]

    def test_are_those_the_authors_chose_whichever_end_names_them(self) -> None:
        assert self.chosen(("a", "x", "c"), voices=("q1", "q5")) == [("a", "q1"), ("c", "q5")]
        assert self.chosen(("c", "x", "a"), voices=("q5", "q1"), by="c") == [
            ("a", "q1"),
            ("c", "q5"),
        ]
        both = (("a", "x", "c"), ("c", "y", "a"))
        assert self.chosen(*both, voices=("q3", "q1"), by="c") == [("a", "q1"), ("c", "q3")]

    def test_are_the_first_where_no_exemplar_is_named_and_none_where_nothing_is_published(
        self,
    ) -> None:
        made = study(("a", "x", "c"), quotations=[quotation("q1", "a"), quotation("q2", "a")])
        (meeting,) = meetings(view(made))
        assert [side.card and side.card.id for side in meeting.sides] == ["q1", None]
        assert "No quotation of Theme c is published." in said(page(made))

    def test_are_what_somebody_said_before_what_was_composed(self) -> None:
        composed = {"provenance": "illustrative", "exemplar": True}
        voices = [
            quotation("q1", "a", **composed),
            quotation("q2", "a"),
            quotation("q3", "c", **composed),
        ]
        (meeting,) = meetings(view(study(("a", "x", "c"), quotations=voices)))
        assert [side.card and side.card.id for side in meeting.sides] == ["q2", "q3"]

    def test_never_answer_themselves(self) -> None:
        both = [quotation("q1", "a", "c", exemplar=True), quotation("q2", "c")]
        (meeting,) = meetings(view(study(("a", "x", "c"), quotations=both)))
        assert [side.card and side.card.id for side in meeting.sides] == ["q1", "q2"]

    def test_that_speak_against_their_theme_say_so_in_words(self) -> None:
        voices = [quotation("q1", "a", stance="diverges"), quotation("q2", "c", stance="confirms")]
        text = said(page(study(("a", "x", "c"), quotations=voices)))
        assert text.count("against its theme") == 1

    def test_that_were_composed_say_so(self) -> None:
        voices = [quotation("q1", "a", provenance="illustrative"), quotation("q2", "c")]
        shown = page(study(("a", "x", "c"), quotations=voices))
        figures = re.findall(r"<figure class=\"sf-spoken.*?</figure>", shown, re.DOTALL)
        assert ["illustrative" in said(figure) for figure in figures] == [True, False]


class TestThePage:
    def test_has_a_row_a_pair_across_and_the_others_after_it(self) -> None:
        shown = page(study(("a", "meets", "c"), ("b", "leads to", "a"), ("d", "is like", "c")))
        assert headings(shown) == ["Theme a meets Theme c"]
        within = shown.partition('id="within"')[2]
        assert "Theme b leads to Theme a" in said(within)
        assert "Theme d is like Theme c" in said(within)
        assert said(shown).count("Theme a meets Theme c") == 1

    def test_shows_the_first_rows_and_then_sentences(self) -> None:
        themes = [theme(f"s{n}", related=relates(("m", "f"))) for n in range(MOST_ROWS + 3)]
        shown = page(study_of(themes=[*themes, theme("f", groups=("faculty",))]))
        assert shown.count('class="sf-meeting"') == MOST_ROWS
        more = shown.partition('id="more"')[2]
        assert more.count('<li id="between_') == 3

    def test_within_a_strand_is_told_strand_by_strand(self) -> None:
        found = within_strands(view(study(("d", "x", "c"), ("b", "y", "a"))))
        assert [(s.label, [p.anchor for p in pairs]) for s, pairs in found] == [
            ("Students", ["between_a_b"]),
            ("Faculty", ["between_c_d"]),
        ]

    def test_of_themes_lists_each_theme_once_and_no_relation(self) -> None:
        made = study(("a", "is met by", "c"))
        listed = render_site(publishable(made), Settings("x")).files["themes/index.md"].decode()
        assert "is met by" not in said(listed)
        assert 'href="../compare/"' in listed

    def test_of_themes_folds_what_is_below_the_second_level(self) -> None:
        inner = [{"id": "a1", "title": "A1", "subthemes": [{"id": "a2", "title": "A2"}]}]
        made = study_of(themes=[theme("a", subthemes=inner)])
        listed = render_site(publishable(made), Settings("x")).files["themes/index.md"].decode()
        folded = re.search(r"<details.*?</details>", listed, re.DOTALL)
        assert folded is not None
        assert ["A1" in said(listed.replace(folded[0], "")), "A2" in said(folded[0])] == [
            True,
            True,
        ]
        assert "A2" not in said(listed.replace(folded[0], ""))


def test_a_theme_tells_of_a_pair_in_its_own_words_where_it_has_any() -> None:
    found = view(study(("a", "leads to", "c"), ("c", "follows", "a"), ("d", "meets", "a")))
    a, c, d = (found.study.themes_by_id[id_] for id_ in "acd")
    told = {one.id: [link.words for link in relations_within(found, one)] for one in (a, c, d)}
    assert told == {"a": ["leads to", "meets"], "c": ["follows"], "d": ["meets"]}


def test_a_theme_is_shared_from_two_groups_on() -> None:
    found = view(study_of(themes=[theme("a", groups=("students", "faculty")), theme("b")]))
    assert shared_themes(found) == [(found.themes_in_order[-1], found.about.groups)]


class TestInAnotherLanguage:
    def translated(self, *relations: dict[str, str], titles: bool = True) -> Study:
        made = study(("a", "leads to", "c"), ("b", "meets", "d"), ("a", "mirrors", "b"))
        urdu = [{"id": id_, "title": f"موضوع {id_}"} for id_ in THEMES if titles]
        translation = {"language": "ur", "about": {"relations": relations}, "themes": urdu}
        return Study.model_validate({**made.model_dump(), "translations": [translation]})

    def test_a_relation_is_a_sentence_of_that_language(self) -> None:
        made = self.translated(
            {
                "relation": "leads to",
                "says": "{other} تک راستہ {this} سے جاتا ہے",
                "label": "راستہ",
            },
            {"relation": "meets", "says": "سے ملتا ہے"},
        )
        assert headings(page(made, "ur")) == [
            "موضوع c تک راستہ موضوع a سے جاتا ہے",
            "موضوع b سے ملتا ہے موضوع d",
        ]
        assert [link.label for link in links_of(view(made, "ur"))] == ["راستہ", "", "سے ملتا ہے"]

    def test_one_that_is_not_translated_is_told_in_the_sites_words(self) -> None:
        shown = page(self.translated(), "ur")
        assert headings(shown) == [
            "موضوع a اور موضوع c کا آپس میں تعلق ہے",
            "موضوع b اور موضوع d کا آپس میں تعلق ہے",
        ]
        for word in ("leads to", "meets", "mirrors"):
            assert word not in unescape(shown)

    @pytest.mark.parametrize("titles", [True, False])
    def test_no_sentence_is_half_in_one_language(self, titles: bool) -> None:
        made = self.translated(
            {"relation": "meets", "says": "{this} سے {other} ملتا ہے"}, titles=titles
        )
        for link in links_of(view(made, "ur")):
            assert link.language == ""
            words = "".join(part for part in link.sentence if isinstance(part, str))
            assert not re.search("[a-z]", words)

    def test_the_page_in_the_studys_own_language_keeps_its_words(self) -> None:
        made = self.translated({"relation": "leads to", "says": "راستہ"})
        assert headings(page(made)) == ["Theme a leads to Theme c", "Theme b meets Theme d"]

    def test_a_study_in_a_language_without_words_of_the_site_marks_its_own(self) -> None:
        made = study(("a", "fører til", "c"))
        own = {**made.model_dump(), "about": {**made.about.model_dump(), "language": "nb"}}
        (link,) = links_of(view(Study.model_validate(own)))
        assert link.language == "nb"


def test_rows_follow_the_reading_order_of_their_first_theme() -> None:
    shown = findings("own")
    order = [theme.id for theme in walk_themes(shown.themes_in_order)]
    at = [order.index(meeting.pair.first.id) for meeting in meetings(shown)]
    assert all(one <= other for one, other in pairwise(at))
