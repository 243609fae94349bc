"""Each part of a study that a translation names has its words in place of the study's own."""

from __future__ import annotations

from shapes import quotation, study_of, theme

from study_findings.findings.translated import (
    CODEBOOK,
    IMPLICATIONS,
    METHODS,
    SESSIONS,
    STUDY,
    Translated,
    TranslationState,
    level_field,
    translate,
)
from study_findings.model import Study
from study_findings.privacy.publishable import publishable

SESSION = {"id": "fg", "kind": "focus-group", "groups": ["students"], "participants": 8}
WITHHELD = {"id": "w1", "why": "Too few spoke of it."}
TRANSLATION = {
    "language": "ur",
    "about": {
        "gist": "تھوڑا",
        "groups": [{"id": "students", "label": "طلبہ", "singular": "طالب علم"}],
        "withheld_themes": [{"id": "w1", "why": "کم لوگوں نے کہا"}],
    },
    "themes": [{"id": "mud", "title": "کیچڑ"}],
    "sessions": [{"id": "fg", "label": "شام کا وارڈ"}],
}


def translated(**translation: object) -> Translated:
    plain = study_of(
        themes=[theme("road", subthemes=[theme("mud", "Mud", groups=())])],
        sessions=[{**SESSION, "label": "Evening ward"}],
    ).model_dump()
    about = {**plain["about"], "withheld_themes": [WITHHELD]}
    told = {"language": "ur", **translation}
    study = publishable(Study.model_validate({**plain, "about": about, "translations": [told]}))
    return translate(study, study.translations[0])


def words_of(found: Translated) -> dict[str, str]:
    study = found.study
    return {
        "gist": study.about.gist,
        "summary": study.about.summary,
        "students": study.about.groups[0].label,
        "faculty": study.about.groups[1].label,
        "withheld": study.about.withheld_themes[0].why,
        "theme": study.themes[0].title,
        "subtheme": study.themes[0].subthemes[0].title,
        "session": study.sessions[0].label or "",
    }


OWN = {
    "gist": "Little.",
    "summary": "Little.",
    "students": "Students",
    "faculty": "Faculty",
    "withheld": "Too few spoke of it.",
    "theme": "Theme road",
    "subtheme": "Mud",
    "session": "Evening ward",
}


def test_what_is_translated_stands_in_place_of_the_studys_own() -> None:
    assert words_of(translated(**TRANSLATION)) == {
        **OWN,
        "gist": "تھوڑا",
        "students": "طلبہ",
        "withheld": "کم لوگوں نے کہا",
        "subtheme": "کیچڑ",
        "session": "شام کا وارڈ",
    }


def test_words_that_are_translated_are_named_and_no_others() -> None:
    assert translated(**TRANSLATION).words == {
        ("", "gist"),
        ("students", "label"),
        ("students", "singular"),
        ("w1", "why"),
        ("mud", "title"),
        ("fg", "label"),
    }


def test_without_words_the_studys_own_stand() -> None:
    found = translated(themes=[{"id": "mud"}])
    assert (words_of(found), found.words) == (OWN, frozenset())


def test_relations_and_values_are_told_in_this_language() -> None:
    attribute = {"id": "year", "label": "Year", "levels": ["first", "later"], "publish": True}
    plain = study_of(attributes=[attribute], themes=[theme("road")]).model_dump()
    levels = [{"level": "first", "label": "پہلا"}, {"level": "later"}]
    relations = [{"relation": "leads to", "says": "کی طرف"}, {"relation": "mirrors"}]
    about = {"attributes": [{"id": "year", "levels": levels}], "relations": relations}
    translation = {"language": "ur", "about": about}
    study = publishable(Study.model_validate({**plain, "translations": [translation]}))
    found = translate(study, study.translations[0])
    assert found.levels == {("year", "first"): "پہلا"}
    assert found.words == {("year", level_field("first"))}
    assert {words: told.says for words, told in found.relations.items()} == {"leads to": "کی طرف"}


def test_where_nothing_is_translated_nobody_translated_it() -> None:
    found = translated(about={"translator": "AB"}, themes=[{"id": "mud", "translator": "CD"}])
    assert found.standing == dict.fromkeys(
        (STUDY, METHODS, CODEBOOK, IMPLICATIONS, SESSIONS, "road", "mud")
    )


def test_each_page_tells_its_own_translators_and_whether_its_words_hold() -> None:
    found = translated(
        about={"gist": "تھوڑا", "translator": "AB"},
        themes=[
            {"id": "road", "title": "سڑک"},
            {"id": "mud", "title": "کیچڑ", "translator": "CD", "source": "00000000"},
        ],
        sessions=[{"id": "fg", "label": "شام کا وارڈ", "translator": "EF"}],
    )
    assert {name: state for name, state in found.standing.items() if state} == {
        STUDY: TranslationState("AB", is_outdated=False),
        SESSIONS: TranslationState("EF", is_outdated=False),
        "road": TranslationState("", is_outdated=False),
        "mud": TranslationState("CD", is_outdated=True),
    }


def test_values_of_people_are_translated_by_whoever_translated_the_study() -> None:
    attribute = {"id": "year", "label": "Year", "levels": ["first", "later"], "publish": True}
    plain = study_of(
        attributes=[attribute],
        sessions=[{**SESSION, "label": "Evening ward"}, {**SESSION, "id": "fg2", "label": "Night"}],
    ).model_dump()
    about = {"translator": "AB", "attributes": [{"id": "year", "label": "سال"}]}
    sessions = [{"id": "fg2", "label": "رات", "translator": "CD"}]

    def who(**translation: object) -> str | None:
        told = {"language": "ur", **translation}
        study = publishable(Study.model_validate({**plain, "translations": [told]}))
        state = translate(study, study.translations[0]).standing[SESSIONS]
        return state.translator if state else None

    assert who(about=about) == "AB"
    assert who(sessions=sessions) == "CD"
    assert who(about=about, sessions=sessions) == "CD, AB"
    assert who(about={**about, "translator": None}) == ""
    assert who(about={"translator": "AB"}) is None


def test_what_a_study_says_of_its_methods_is_translated_field_by_field() -> None:
    methods = {"sampling": {"strategy": "جو آیا", "refusals": "کوئی نہیں"}, "design": "کھلے"}
    plain = study_of(themes=[theme("road")]).model_dump()
    own = {"design": "Open.", "sampling": {"strategy": "Who came.", "approach": "By letter."}}
    about = {**plain["about"], **own}
    told = [{"language": "ur", "methods": methods}]
    study = publishable(Study.model_validate({**plain, "about": about, "translations": told}))
    found = translate(study, study.translations[0])
    sampling = found.study.about.sampling
    assert (found.study.about.design, sampling.strategy) == ("کھلے", "جو آیا")
    # Refusals are not reported, and what the study alone tells stands as it is.
    assert (sampling.refusals, sampling.approach) == ("not_reported", "By letter.")
    assert found.words == {(STUDY, "design"), (STUDY, "strategy")}


WHOLE = {
    "sites": [
        {"id": "town", "label": "Town", "sites": [{"id": "ward", "label": "Ward"}]},
        {"id": "plain", "label": "Plain"},
    ],
    "guide": [{"id": "g1", "question": "Who came?"}, {"id": "g2", "question": "Who left?"}],
}
CODES = [{"id": "time", "label": "Time", "codes": [{"id": "hours", "label": "Hours"}]}]
CLAIMS = [
    {"id": "c1", "says": "So it is.", "rests_on": ["q1"]},
    {"id": "c2", "says": "And so.", "rests_on": ["q1"]},
]
IN_URDU = {
    "language": "ur",
    "about": {
        "sites": [{"id": "ward", "label": "وارڈ"}, {"id": "plain", "label": "میدان"}],
        "guide": [{"id": "g2", "question": "کون گیا؟"}],
    },
    "themes": [{"id": "mud", "title": "کیچڑ", "claims": [{"id": "c1", "says": "یوں ہے۔"}]}],
    "codes": [{"id": "hours", "label": "گھنٹے"}],
    "implications": [{"id": "more", "text": "وقت دیں۔"}],
}


def test_what_stands_inside_others_is_translated_in_its_place() -> None:
    plain = study_of(
        themes=[theme("road", subthemes=[theme("mud", "Mud", groups=(), claims=CLAIMS)])],
        quotations=[quotation("q1", "mud")],
        codebook=CODES,
        implications=[
            {"id": "more", "text": "Give time.", "audience": "Deans", "themes": ["road"]},
            {"id": "less", "text": "Ask less.", "themes": ["road"]},
        ],
        # Many at each site, so that each may be told.
        sessions=[{**SESSION, "id": id_, "site": id_} for id_ in ("town", "ward", "plain")],
    ).model_dump()
    about = {**plain["about"], **WHOLE}
    study = publishable(Study.model_validate({**plain, "about": about, "translations": [IN_URDU]}))
    found = translate(study, study.translations[0])
    own = found.study
    assert {id_: site.label for id_, site in own.sites_by_id.items()} == {
        "town": "Town",
        "ward": "وارڈ",
        "plain": "میدان",
    }
    assert [question.question for question in own.about.guide] == ["Who came?", "کون گیا؟"]
    (time,) = own.codebook
    assert (time.label, [code.label for code in time.codes]) == ("Time", ["گھنٹے"])
    assert [(more.text, more.audience) for more in own.implications] == [
        ("وقت دیں۔", "Deans"),
        ("Ask less.", None),
    ]
    (road,) = own.themes
    (mud,) = road.subthemes
    assert (mud.title, [claim.says for claim in mud.claims]) == ("کیچڑ", ["یوں ہے۔", "And so."])
    assert [claim.rests_on for claim in mud.claims] == [("q1",), ("q1",)]
    assert found.words == {
        ("ward", "label"),
        ("plain", "label"),
        ("g2", "question"),
        ("mud", "title"),
        ("c1", "says"),
        ("hours", "label"),
        ("more", "text"),
    }
