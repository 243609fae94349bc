"""Each part of a study that a translation names has its words in place of the study's own."""

from __future__ import annotations

from shapes import study_of, theme

from study_findings.findings.translated import Translated, translate
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
