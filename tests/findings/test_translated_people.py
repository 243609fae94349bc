"""Attributes, their values and sessions in another language: the same people, in other words."""

from __future__ import annotations

from functools import cache
from typing import Any

from shapes import quotation, study_named, study_of, theme

from study_findings.exporters.all_formats import FORMATS, download_files
from study_findings.findings.facets import Facet, Facets
from study_findings.findings.translated import SESSIONS, STUDY, level_field
from study_findings.findings.views import Findings
from study_findings.findings.voices import attribute_tables, group_views
from study_findings.model import Study
from study_findings.model.fingerprints import attribute_fingerprint, session_fingerprint
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import render_site

ATTRIBUTES: list[dict[str, Any]] = [
    {"id": "year", "label": "Year of study", "levels": ["first", "later"], "publish": True},
    {"id": "village", "label": "Home village", "levels": ["Uphill", "Downhill"]},
]
SESSION = {"id": "fg", "kind": "focus-group", "groups": ["students"], "participants": 8}
SESSIONS_ = [
    {**SESSION, "label": "Evening ward", "site": "The long ward", "wave": "Spring"},
    {"id": "fg2", "kind": "focus-group", "groups": ["students"], "participants": 8},
]
OWN_WORDS = ("Year of study", "Evening ward", "The long ward", "Spring")
YEAR: dict[str, Any] = {
    "id": "year",
    "label": "پڑھائی کا سال",
    "levels": [{"level": "first", "label": "پہلا"}, {"level": "later", "label": "بعد کا"}],
}
VILLAGE = {
    "id": "village",
    "label": "آبائی گاؤں",
    "levels": [{"level": "Uphill", "label": "چڑھائی"}, {"level": "Downhill", "label": "اترائی"}],
}
WARD = {"id": "fg", "label": "شام کا وارڈ", "site": "لمبا وارڈ", "wave": "بہار"}


def study(*attributes: Any, sessions: Any = (), **about: Any) -> Study:
    """Make a study of eight students, with translations of attributes and sessions into Urdu."""
    levels = [{"year": ["first", "later"][n % 2], "village": "Uphill"} for n in range(8)]
    people = [
        {"id": f"s{n}", "group": "students", "sessions": ["fg"], "attributes": told}
        for n, told in enumerate(levels)
    ]
    plain = study_of(
        attributes=ATTRIBUTES,
        sessions=SESSIONS_,
        participants=people,
        themes=[theme("a")],
        quotations=[
            quotation("q1", "a", participant="s1", session="fg"),
            quotation("q2", "a", participant="s2", session="fg"),
            quotation("q3", "a", session="fg2"),
        ],
    )
    own = {"groups": [{"id": "students", "label": "طلبہ", "singular": "طالب علم"}], **about}
    translation = {
        "language": "ur",
        "about": {**own, "attributes": attributes},
        "sessions": sessions,
    }
    return Study.model_validate({**plain.model_dump(), "translations": [translation]})


@cache
def files(name: str = "all") -> dict[str, bytes]:
    """Give all files of a site that a study with both attributes and a session translated has."""
    own = {"all": study(YEAR, VILLAGE, sessions=[WARD]), "none": study()}[name]
    public = publishable(own)
    site = render_site(public, Settings("x", downloads=tuple(FORMATS))).files
    downloads = download_files(Findings(public), "", tuple(FORMATS))
    urdu = Findings(public, public.translations[0])
    in_urdu = {
        f"urdu/{form}": FORMATS[form].write(urdu, "")
        for form in FORMATS
        if not FORMATS[form].lacking(urdu)
    }
    return {**site, **downloads, **in_urdu}


def page(path: str, name: str = "all") -> str:
    return files(name)[path].decode()


def urdu(own: Study) -> Findings:
    public = publishable(own)
    return Findings(public, public.translations[0])


def facets(findings: Findings) -> dict[str, Facet]:
    return {facet.name: facet for facet in Facets(findings).all}


def test_the_same_quotations_are_found_by_other_words() -> None:
    found = urdu(study(YEAR, sessions=[WARD]))
    original, translated = facets(found.original), facets(found)
    assert [v.label for v in original["attribute-year"].values] == ["first", "later"]
    assert [v.label for v in translated["attribute-year"].values] == ["پہلا", "بعد کا"]
    assert translated["attribute-year"].label == "پڑھائی کا سال"
    assert translated["session"].values[0].label == "شام کا وارڈ"
    for name, facet in original.items():
        same = [(value.key, value.slug, value.count) for value in facet.values]
        assert [(v.key, v.slug, v.count) for v in translated[name].values] == same
    for card, own in zip(found.cards, found.original.cards, strict=True):
        assert Facets(found).of(card) == Facets(found.original).of(own)


def test_each_number_of_people_stands_beside_its_own_value() -> None:
    own = study({**YEAR, "levels": YEAR["levels"][::-1]})
    (table,) = attribute_tables(urdu(own))
    recounted = {
        level: sum(person.attributes["year"] == level for person in own.participants)
        for level in ("first", "later")
    }
    assert table.rows == (
        ("first", "پہلا", (recounted["first"], 0)),
        ("later", "بعد کا", (recounted["later"], 0)),
    )


def test_what_is_known_of_a_session_is_told_in_other_words() -> None:
    session, other = group_views(urdu(study(sessions=[WARD])))[0].sessions
    assert session.label == "شام کا وارڈ"
    assert [fact.text for fact in session.facts if fact.is_own] == ["لمبا وارڈ", "بہار"]
    assert other.label != "شام کا وارڈ"


def test_no_page_in_urdu_has_the_english_words() -> None:
    # A citation is in the study's language, whatever page it stands on.
    pages = {
        path: text.decode()
        for path, text in files().items()
        if path.startswith("ur/") and path != "ur/cite/index.md"
    }
    for words in OWN_WORDS:
        assert [path for path, text in pages.items() if words in text] == []
        assert any(words in text for text in map(bytes.decode, _pages_in_english()))
    assert "پڑھائی کا سال" in pages["ur/quotations/index.md"]
    assert "پڑھائی کا سال" in pages["ur/voices/index.md"]
    assert "شام کا وارڈ" in pages["ur/took-part/index.md"]


def _pages_in_english() -> list[bytes]:
    return [text for path, text in files().items() if path.endswith((".md", ".html"))]


def test_what_is_not_translated_is_marked_and_said_once() -> None:
    voices = page("ur/voices/index.md", "none")
    assert '<h2 id="year" lang="en" dir="ltr">' in voices
    assert '<th scope="row" lang="en" dir="ltr">first</th>' in voices
    assert '<span class="sf-session-name" lang="en" dir="ltr">Evening ward</span>' in voices
    assert '<dd lang="en" dir="ltr">The long ward</dd>' in voices
    explorer = page("ur/quotations/index.md", "none")
    assert '<span lang="en" dir="ltr">Year of study</span>' in explorer
    assert voices.count("sf-untranslated") == explorer.count("sf-untranslated") == 1
    assert "sf-untranslated" not in page("quotations/index.md", "none")


def test_a_value_that_is_not_translated_is_marked_beside_one_that_is() -> None:
    found = urdu(study({**YEAR, "levels": YEAR["levels"][:1]}))
    assert [v.label for v in facets(found)["attribute-year"].values] == ["پہلا", "later"]
    assert found.foreign("year", level_field("first")) == ""
    assert found.foreign("year", level_field("later")) == "en"
    assert found.foreign("year", "label") == ""


def test_a_value_called_label_is_no_name_of_its_attribute() -> None:
    attribute = {**ATTRIBUTES[0], "levels": ["label", "later"]}
    plain = study_of(attributes=[attribute])
    own = {"id": "year", "levels": [{"level": "label", "label": "نشان"}]}
    translation = {"language": "ur", "about": {"attributes": [own]}}
    found = urdu(Study.model_validate({**plain.model_dump(), "translations": [translation]}))
    assert found.foreign("year", "label") == "en"
    assert found.foreign("year", level_field("label")) == ""


def test_what_is_not_published_is_published_in_no_language() -> None:
    words = ["آبائی گاؤں", "چڑھائی", "اترائی", "Home village", "Uphill", "Downhill"]
    for path, content in files().items():
        text = content.decode("utf-8", "ignore")
        assert [word for word in words if word in text or _escaped(word) in text] == [], path
    assert "پڑھائی کا سال" in files()["data/findings.json"].decode()
    public = publishable(study(YEAR, VILLAGE))
    assert public.translations[0].levels.keys() == {("year", "first"), ("year", "later")}


def _escaped(word: str) -> str:
    return "".join(f"&#{ord(letter)};" for letter in word)


def test_of_a_session_of_too_few_nothing_is_told_in_another_language() -> None:
    few = study(sessions=[{**WARD, "label": "سینئر نرس سے گفتگو"}])
    record = few.model_dump()
    record["participants"] = record["participants"][:2]
    record["sessions"] = [{**SESSIONS_[0], "participants": 2, "label": "Focus group 1"}]
    record["quotations"] = record["quotations"][:1]
    record["about"]["groups"][0]["participants"] = 2
    public = publishable(Study.model_validate(record))
    assert public.untold == {"fg"}
    assert public.translations[0].sessions == ()
    site = render_site(public, Settings("x")).files
    for words in ("سینئر", "لمبا وارڈ", "بہار"):
        assert not any(words in text.decode("utf-8", "ignore") for text in site.values())


def test_a_session_that_says_less_says_less_in_another_language() -> None:
    declared = [{"id": "ward", "label": "The long ward"}]
    record = study(sessions=[{**WARD, "label": None}]).model_dump()
    record["sessions"][0]["site"] = "ward"
    record["about"]["sites"] = declared
    (own,) = publishable(Study.model_validate(record)).translations[0].sessions
    assert (own.site, own.wave) == (None, "بہار")


def test_pages_tell_who_translated_and_whether_the_words_have_changed() -> None:
    plain = study()
    mark = attribute_fingerprint(plain.about.attributes[0])
    ward = {**WARD, "translator": "CD", "source": session_fingerprint(plain.sessions[0])}
    found = urdu(study({**YEAR, "source": mark}, sessions=[ward], translator="AB")).translated
    assert found is not None
    told = found.standing[SESSIONS]
    assert told is not None
    assert (told.translator, told.is_outdated) == ("CD, AB", False)
    levels_alone = {name: YEAR[name] for name in ("id", "levels")}
    for changed in (
        study({**YEAR, "source": "00000000"}, sessions=[ward]),
        study({**levels_alone, "source": "00000000"}, sessions=[ward]),
        study({**YEAR, "source": mark}, sessions=[{**ward, "source": "00000000"}]),
    ):
        found = urdu(changed).translated
        assert found is not None
        told = found.standing[SESSIONS]
        assert told is not None
        assert told.is_outdated
    assert urdu(study()).translated.standing[SESSIONS] is None  # type: ignore[union-attr]


def test_a_translation_is_not_outdated_for_what_readers_are_not_told() -> None:
    # Of this study a site is hidden, and its translation is of the words as they are.
    own = study_named("wide")
    public = publishable(own)
    assert public.about.sites != own.about.sites
    standing = Findings(public, public.translations[0]).translated
    assert standing is not None
    assert standing.standing[STUDY] is not None
    assert not standing.standing[STUDY].is_outdated
    site = render_site(public, Settings("x")).files["ur/index.md"].decode()
    assert "sf-translation" in site
    assert "<strong>" not in site.partition("sf-translation")[2].partition("</p>")[0]


def test_each_word_counts_in_its_fingerprint() -> None:
    attribute, session = study().about.attributes[0], study().sessions[0]
    changed = [
        attribute.model_copy(update={"label": "Year"}),
        attribute.model_copy(update={"levels": ("first", "last")}),
    ]
    same = attribute.model_copy(update={"levels": ("later", "first")})
    marks = {attribute_fingerprint(each) for each in (attribute, *changed)}
    assert len(marks) == 3
    assert attribute_fingerprint(same) == attribute_fingerprint(attribute)
    others = [session.model_copy(update={name: "other"}) for name in ("label", "site", "wave")]
    assert len({session_fingerprint(each) for each in (session, *others)}) == 4
    unknown = [
        session_fingerprint(session.model_copy(update={"wave": wave}))
        for wave in (None, "not_reported")
    ]
    assert unknown[0] == unknown[1]
