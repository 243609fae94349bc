"""How themes relate: each relation as it is named, and what is said of two themes together."""

from __future__ import annotations

from typing import Any

import pytest
from shapes import quotation, relates, study_of, theme

from study_findings.findings.relations import (
    Link,
    anchor_of,
    links_of,
    pairs_of,
    relations_within,
)
from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable


def view(study: Study, language: str = "") -> Findings:
    public = publishable(study)
    return Findings(public, *(t for t in public.translations if t.language == language))


def with_relations(
    *of_a: dict[str, Any], of_c: tuple[dict[str, Any], ...] = (), **parts: Any
) -> Study:
    """Make a study of themes a and b of students, c and d of faculty; `a1` is inside a."""
    inner = [{"id": "a1", "title": "Theme a1", "related": relates(("narrows", "b"))}]
    return study_of(
        themes=[
            theme("a", related=of_a, subthemes=inner),
            theme("b"),
            theme("c", groups=("faculty",), related=of_c),
            theme("d", groups=("faculty",)),
        ],
        **parts,
    )


def test_a_link_holds_what_is_named_of_the_two() -> None:
    named = (
        {"theme": "b", "relation": "leads to", "label": "a way"},
        {"theme": "c", "relation": "{other} is because of {this}", "voices": ["q1", "q2"]},
        {"theme": "d", "relation": "deepens"},
    )
    said = [quotation("q1", "a"), quotation("q2", "c")]
    shown = view(with_relations(*named, quotations=said))
    themes = shown.study.themes_by_id
    a, b, c, d, a1 = (themes[id_] for id_ in ("a", "b", "c", "d", "a1"))
    assert links_of(shown) == [
        Link(a, b, "leads to", "a way", "", 1, False),
        Link(a, c, "{other} is because of {this}", "", "", 2, True, ("q1", "q2")),
        Link(a, d, "deepens", "deepens", "", 3, True),
        Link(a1, b, "narrows", "narrows", "", 1, False),
    ]
    assert [link.sentence for link in links_of(shown)][:2] == [
        (a, " leads to ", b),
        (c, " is because of ", a),
    ]
    assert [link.plain_text for link in links_of(shown)][:2] == [
        "Theme a leads to Theme b",
        "Theme c is because of Theme a",
    ]
    assert [link.anchor for link in links_of(shown)][:2] == ["between_a_b", "between_a_c"]


def test_a_row_is_named_by_both_ids_in_one_order() -> None:
    shown = view(with_relations())
    a, b = shown.study.themes_by_id["a"], shown.study.themes_by_id["b"]
    assert anchor_of(a, b) == anchor_of(b, a) == "between_a_b"


@pytest.mark.parametrize(
    ("language", "of_page", "marked"),
    [("en", "en", ""), ("en-GB", "en-GB", ""), ("nb", "nb", "nb"), ("nb-NO", "nb-NO", "nb-NO")],
)
def test_words_are_marked_where_the_site_has_no_words_of_their_language(
    language: str, of_page: str, marked: str
) -> None:
    study = study_of(language, themes=[theme("a", related=relates(("leads to", "b"))), theme("b")])
    shown = view(study)
    assert shown.language == of_page
    assert [link.language for link in links_of(shown)] == [marked]


def translated(language: str, *relations: dict[str, str]) -> Findings:
    named = relates(("leads  to", "b"), ("{this} needs {other}", "c"), ("meets", "d"))
    record = with_relations(*named).model_dump()
    translation = {"language": language, "about": {"relations": relations}}
    return view(Study.model_validate({**record, "translations": [translation]}), language)


def test_in_another_language_words_and_label_are_its_own() -> None:
    shown = translated(
        "ur",
        {"relation": "leads to", "says": "سے آگے", "label": "راہ"},
        {"relation": "{this} needs {other}", "says": "{other} بغیر {this} نہیں"},
        {"relation": "meets"},
    )
    found = [(link.words, link.label, link.language) for link in links_of(shown)]
    untold = "{this} اور {other} کا آپس میں تعلق ہے"
    assert found == [
        ("سے آگے", "راہ", ""),
        ("{other} بغیر {this} نہیں", "", ""),
        (untold, "", ""),
        (untold, "", ""),
    ]


def test_words_of_a_language_that_the_site_does_not_speak_are_marked_and_the_sites_are_not() -> (
    None
):
    shown = translated("nb", {"relation": "leads to", "says": "fører til"})
    found = [(link.words, link.label, link.language) for link in links_of(shown)]
    untold = "{this} and {other} are related"
    assert found == [("fører til", "fører til", "nb"), *[(untold, "", "")] * 3]


class TestTwoThemes:
    def test_are_a_pair_with_all_that_each_says_of_the_other(self) -> None:
        shown = view(
            with_relations(
                *relates(("leads to", "c"), ("deepens", "c"), ("meets", "b")),
                of_c=tuple(relates(("follows", "a"), ("is like", "d"))),
            )
        )
        assert [
            (
                pair.first.id,
                pair.second.id,
                pair.across,
                pair.anchor,
                [link.words for link in pair.links],
                [link.words for link in pair.answers],
            )
            for pair in pairs_of(shown)
        ] == [
            ("a", "b", False, "between_a_b", ["meets"], []),
            ("a", "c", True, "between_a_c", ["leads to", "deepens"], ["follows"]),
            ("a1", "b", False, "between_a1_b", ["narrows"], []),
            ("c", "d", False, "between_c_d", ["is like"], []),
        ]

    def test_of_whom_only_the_second_speaks_have_no_answers(self) -> None:
        (pair, _) = pairs_of(view(with_relations(of_c=tuple(relates(("follows", "a"))))))
        assert (pair.first.id, pair.second.id) == ("a", "c")
        assert [link.words for link in pair.links] == ["follows"]
        assert pair.answers == ()

    def test_are_told_from_either_end(self) -> None:
        shown = view(
            with_relations(
                *relates(("leads to", "c"), ("deepens", "c")),
                of_c=tuple(relates(("follows", "a"), ("is like", "d"))),
            )
        )
        assert [link.words for link in relations_within(shown, shown.study.themes_by_id["c"])] == [
            "follows",
            "is like",
        ]
        by_anchor = {pair.anchor: pair for pair in pairs_of(shown)}
        themes = shown.study.themes_by_id

        def told(anchor: str, end: str) -> list[str]:
            return [link.words for link in by_anchor[anchor].as_told_by(themes[end])]

        assert told("between_a_c", "a") == ["leads to", "deepens"]
        assert told("between_a_c", "c") == ["follows"]
        assert told("between_c_d", "d") == ["is like"]

    def test_are_found_by_the_names_they_had(self) -> None:
        record = with_relations(*relates(("leads to", "c"))).model_dump()
        for theme_ in record["themes"]:
            theme_["formerly"] = {"a": ("old-a",), "c": ("old-c", "z")}.get(theme_["id"], ())
        pair = pairs_of(view(Study.model_validate(record)))[0]
        assert pair.former_anchors == (
            "between_c_a",
            "between_a_old-c",
            "between_old-c_a",
            "between_a_z",
            "between_z_a",
            "between_old-a_c",
            "between_c_old-a",
            "between_old-a_old-c",
            "between_old-c_old-a",
            "between_old-a_z",
            "between_z_old-a",
        )

    @pytest.mark.parametrize(
        ("voices", "kept"),
        [
            (((), ("q1", "q2")), ("q1", "q2")),
            ((("q1", "q2"), ()), ("q1", "q2")),
            ((("q1", "q2"), ("q3", "q2")), ("q1", "q2")),
        ],
    )
    def test_say_the_same_once_with_the_first_voices_named(
        self, voices: tuple[tuple[str, ...], ...], kept: tuple[str, ...]
    ) -> None:
        """Words are the same in a language in which neither of two relations is translated."""
        named = [
            {"theme": "c", "relation": word, "voices": own}
            for word, own in zip(("meets", "faces"), voices, strict=True)
        ]
        said = [quotation("q1", "a"), quotation("q3", "a"), quotation("q2", "c")]
        record = with_relations(*named, quotations=said).model_dump()
        record["translations"] = [{"language": "ur", "about": {}}]
        (pair, _) = pairs_of(view(Study.model_validate(record), "ur"))
        assert [link.voices for link in pair.links] == [kept]

    def test_are_told_of_a_theme_with_those_inside_it_and_of_no_others(self) -> None:
        shown = view(
            with_relations(
                *relates(("leads to", "b")), of_c=tuple(relates(("is like", "d"), ("follows", "a")))
            )
        )
        themes = shown.study.themes_by_id

        def told(id_: str) -> list[str]:
            return [link.plain_text for link in relations_within(shown, themes[id_])]

        assert told("a") == [
            "Theme a leads to Theme b",
            "Theme c follows Theme a",
            "Theme a1 narrows Theme b",
        ]
        assert told("b") == ["Theme a leads to Theme b", "Theme a1 narrows Theme b"]
        assert told("d") == ["Theme c is like Theme d"]
        assert told("a1") == ["Theme a1 narrows Theme b"]
