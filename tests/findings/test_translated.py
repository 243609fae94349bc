"""A translated site: other words at its own address; what is untranslated says so and is marked."""

from __future__ import annotations

import re
from typing import Any

import pytest
import yaml
from shapes import quotation, study_of, theme

from study_findings.model import Session, Study, theme_fingerprint
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings, Site
from study_findings.render import render_site

OWN_TITLE, TITLE = "The road decides", "سڑک فیصلہ کرتی ہے"


def study(language: str = "ur", **words: object) -> Study:
    themes = [
        theme("road", OWN_TITLE, gist="It is long.", subthemes=[theme("mud", "Mud", groups=())]),
        theme("day", "The day", related=[{"theme": "road", "relation": "follows"}]),
    ]
    plain = study_of(themes=themes, quotations=[quotation("q1", "road"), quotation("q2", "mud")])
    translated = {"id": "road", "title": TITLE, **words}
    translation = {"language": language, "themes": [translated]}
    return Study.model_validate(
        {
            **{name: getattr(plain, name) for name in Study.model_fields},
            "translations": [translation],
        }
    )


def site(**words: Any) -> Site:
    return render_site(publishable(study(**words)), Settings("Here", "https://example.org/"))


def page(found: Site, path: str) -> str:
    return found.files[path].decode()


def front(found: Site, path: str) -> dict[str, object]:
    told: dict[str, object] = yaml.safe_load(page(found, path).split("---\n")[1])
    return told


def current_source() -> str:
    return theme_fingerprint(study().themes[0])


def test_every_page_of_the_engine_is_there_in_both_languages() -> None:
    pages = [path for path in site().files if path.endswith(".md")]
    own = {path for path in pages if not path.startswith("ur/")}
    assert {f"ur/{path}" for path in own} == set(pages) - own


def test_what_is_permanent_is_there_once() -> None:
    files = site().files
    assert "q/q1/index.html" in files
    assert not [path for path in files if path.startswith(("ur/q/", "ur/data/c", "ur/assets"))]


def test_links_stay_in_the_language_and_lead_to_the_one_permanent_page() -> None:
    shown = page(site(), "ur/themes/day/index.md")
    assert 'href="../road/"' in shown
    listed = page(site(), "ur/quotations/index.md")
    assert 'href="../../q/q1/"' in listed
    assert 'href="../themes/road/"' in listed
    assert 'href="../../data/findings.json"' in page(site(), "ur/data/index.md")


def test_links_of_the_studys_own_pages_are_as_without_a_translation() -> None:
    for path, content in site().files.items():
        if path.endswith(".md") and not path.startswith("ur/"):
            body = content.decode().split("---\n", 2)[2]
            assert "ur/" not in re.findall(r'href="([^"]*)"', body)


def test_translated_words_stand_unmarked_and_others_carry_their_language() -> None:
    shown = page(site(), "ur/themes/road/index.md")
    assert f"<h1>{TITLE}" in shown
    assert '<div class="sf-gist" lang="en" dir="ltr">' in shown
    assert '<h2 id="mud"><span lang="en" dir="ltr">Mud</span>' in shown
    other = page(site(), "ur/themes/day/index.md")
    assert '<h1><span lang="en" dir="ltr">The day</span>' in other
    assert '_bibtex" lang="en" dir="ltr">' in shown


def test_a_page_in_the_studys_own_language_marks_nothing() -> None:
    shown = page(site(), "themes/road/index.md")
    for words in ('<blockquote class="sf-words" lang="en"', '<a href="#q1" lang="en"'):
        assert words in shown
        shown = shown.replace(words, "")
    assert " lang=" not in shown


def test_the_sites_own_words_for_a_session_are_not_the_studys() -> None:
    plain = study_of(
        "fr",
        themes=[theme("road", OWN_TITLE)],
        quotations=[
            quotation(id_, "road", session=at)
            for id_, at in (("q1", "a"), ("q2", "b"), ("q3", None))
        ],
        sessions=[
            Session(
                id="a", kind="interview", groups=("students",), label="Chez elle", site="Paris"
            ),
            Session(id="b", kind="interview", groups=("students",)),
            # Of two interviewed students nothing would be told.
            Session(id="c", kind="interview", groups=("students",)),
        ],
    )
    found = render_site(publishable(plain), Settings("Here"))
    said = [
        re.search(r"<dt>Session</dt>(<dd.*?</dd>)", page(found, f"q/{id_}/index.html"))
        for id_ in ("q1", "q2", "q3")
    ]
    assert [match[1] for match in said if match] == [
        '<dd lang="fr" dir="ltr">Chez elle</dd>',
        "<dd>Interview 2</dd>",
        "<dd>not reported</dd>",
    ]
    voices = page(found, "voices/index.md")
    assert '<dd lang="fr" dir="ltr">Paris</dd>' in voices
    assert "<dd>not reported</dd>" in voices
    assert not re.search(r"<dd lang=[^>]*>not reported</dd>", voices)


def test_a_language_without_a_catalogue_is_marked_among_english_words() -> None:
    found = site(language="fr")
    shown = page(found, "fr/themes/road/index.md")
    assert front(found, "fr/themes/road/index.md")["language"] == "en"
    assert f'<h1><span lang="fr" dir="ltr">{TITLE}' in shown


def test_a_translation_names_its_translator_and_leads_to_the_original() -> None:
    shown = page(site(translator="AB", source=current_source()), "ur/themes/road/index.md")
    assert "<bdi>AB</bdi>" in shown
    assert 'href="../../../themes/road/" hreflang="en"' in shown
    assert "<strong>" not in re.findall(r'<p class="sf-quiet sf-translation".*', shown)[0]


def test_a_translation_is_flagged_where_the_theme_has_changed_since() -> None:
    shown = page(site(source="00000000"), "ur/themes/road/index.md")
    assert "<strong>" in re.findall(r'<p class="sf-quiet sf-translation".*', shown)[0]


def test_what_is_not_translated_is_said_once_at_the_top() -> None:
    found = site()
    for name, of_its_own in (("road", 1), ("day", 0)):
        shown = page(found, f"ur/themes/{name}/index.md")
        assert len(re.findall(r'<p class="sf-quiet sf-translation"', shown)) == of_its_own
        assert len(re.findall(r'<p class="sf-quiet sf-untranslated"', shown)) == 1
        assert re.search(r'</h1>\n<p class="sf-quiet sf-untranslated"', shown)


def test_a_page_of_which_all_is_translated_says_nothing_of_it() -> None:
    assert "sf-untranslated" not in page(site(), "ur/accessibility/index.md")
    assert not [
        path
        for path, content in site().files.items()
        if not path.startswith("ur/") and b'class="sf-quiet sf-untranslated"' in content
    ]


def test_citations_name_the_theme_as_published() -> None:
    shown = page(site(), "ur/themes/road/index.md")
    citation = re.search(r'<p class="sf-citation".*?</p>', shown)
    assert citation is not None
    assert OWN_TITLE in citation[0]
    assert TITLE not in citation[0]
    assert 'lang="en"' in citation[0]


@pytest.mark.parametrize("path", ["index.md", "themes/road/index.md", "ur/methods/index.md"])
def test_a_page_leads_to_itself_in_each_language(path: str) -> None:
    places = front(site(), path)["alternatives"]
    assert isinstance(places, list)
    assert [(place["language"], place["direction"]) for place in places] == [
        ("en", "ltr"),
        ("ur", "rtl"),
    ]
    assert [place["current"] for place in places] == [
        not path.startswith("ur/"),
        path.startswith("ur/"),
    ]


def test_a_quotations_page_leads_to_where_it_stands_in_the_other_language() -> None:
    shown = page(site(), "q/q2/index.html")
    assert 'href="../../ur/themes/road/#q2" lang="ur" dir="rtl"' in shown


def test_the_downloads_hold_the_translations() -> None:
    assert TITLE in page(site(), "data/findings.json")


def test_a_site_in_one_language_offers_no_other() -> None:
    alone = render_site(publishable(study_of(themes=[theme("a")])), Settings("x"))
    assert "alternatives" not in front(alone, "index.md")
    assert not [path for path in alone.files if "ur" in path.split("/")]
