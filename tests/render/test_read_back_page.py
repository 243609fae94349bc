"""The page to read back: what is said of the words, in one file that loads and sends nothing."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html import unescape
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

import pytest
from reading_back import handed_out, reading_project
from shapes import HOSTILE, quotation, study_of, theme

from study_findings.findings.own_words import OwnWords, fingerprint_of, own_words
from study_findings.findings.views import Findings
from study_findings.model import Quotation
from study_findings.privacy.packs import quoted_on
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render.read_back import page

PEOPLE = [{"id": "s1", "group": "students"}]


def words_of(verified: str = "", **record: Any) -> OwnWords:
    """Give what is said of one waiting quotation."""
    study = publishable(study_of(themes=[theme("a")], participants=PEOPLE))
    said = Quotation.model_validate(
        {"id": "q1", "text": "We waited.", "themes": ["a"], "participant": "s1", **record}
    )
    compared: Any = {"q1": verified} if verified else {}
    return own_words(Findings(study), "s1", [said], compared)


def changes(verified: str = "", **record: Any) -> str:
    return " ".join(words_of(verified, **record).quotations[0].changes)


class TestWhatWasChanged:
    def test_nothing(self) -> None:
        assert changes() == "Nothing is marked as changed or left out."

    def test_each_mark_in_plain_words_counted_or_named(self) -> None:
        told = changes(text="At [a hospital] … we [both] waited […] for [a hospital] (laughs).")
        assert "Dots stand in 2 places: " in told
        assert "square brackets, \u2068[a hospital]\u2069 and \u2068[both]\u2069, is not" in told
        assert "round brackets, \u2068(laughs)\u2069, was" in told
        assert "Nothing is marked" not in told

    def test_of_a_translation_the_marks_of_what_was_said(self) -> None:
        original = {"text": "ما [یو څه] وویل.", "language": "ps", "translator": "AB"}
        told = changes(text="I said it […].", provenance="translated", original=original)
        assert told.startswith("You said it in Pashto; AB translated it into English.")
        assert "[یو څه]" in told
        assert "Dots" not in told

    @pytest.mark.parametrize(
        ("provenance", "said"),
        [("paraphrased", "not your own words"), ("composite", "you and others said"),
         ("illustrative", "no participant said")],
    )  # fmt: skip
    def test_words_that_are_not_theirs(self, provenance: str, said: str) -> None:
        told = changes(provenance=provenance)
        assert said in told
        assert "Nothing is marked" not in told

    def test_a_comparison_with_the_transcript_only_where_it_passed(self) -> None:
        assert changes("exact") == "Compared with the transcript: word for word."
        assert "transcript" not in changes()
        assert "but for 1 place" in changes("marked", text="We […] waited.")
        assert "transcript" not in changes("exact", provenance="paraphrased")


class TestFingerprint:
    BASE = {"id": "q1", "text": "We waited.", "themes": ["a"], "participant": "s1"}

    @pytest.mark.parametrize(
        "change",
        [{"text": "We waited"}, {"note": "A note."}, {"as_printed": "S1"},
         {"provenance": "paraphrased"}, {"original": {"text": "ما", "language": "ps"}},
         {"text": None, "turns": [{"speaker": "A", "text": "We waited."}]}],
    )  # fmt: skip
    def test_changes_with_what_readers_see(self, change: dict[str, Any]) -> None:
        one, other = (Quotation.model_validate({**self.BASE, **more}) for more in ({}, change))
        assert fingerprint_of(one) != fingerprint_of(other)

    @pytest.mark.parametrize(
        "change",
        [{"cleared": {"by": "A", "on": "2026-01-01"}}, {"memos": [{"text": "Us."}]},
         {"kept_out": True}, {"wish": {"words": "Less.", "on": "2026-01-01"}}],
    )  # fmt: skip
    def test_and_with_nothing_else(self, change: dict[str, Any]) -> None:
        one, other = (Quotation.model_validate({**self.BASE, **more}) for more in ({}, change))
        assert fingerprint_of(one) == fingerprint_of(other)


class Tags(HTMLParser):
    """Gather the tags of a page with their attributes."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))


@pytest.fixture(scope="module", params=["en", "ur", "ps"])
def html(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> str:
    project = reading_project(tmp_path_factory.mktemp("page") / "study")
    return handed_out(project, request.param).path.read_text("utf-8")


def digest(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


class TestPage:
    def test_lets_only_its_own_style_and_script_run(self, html: str) -> None:
        found = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
        assert found is not None
        policy = dict(part.strip().split(" ", 1) for part in unescape(found[1]).split(";"))
        (style,), (script,) = (
            re.findall(rf"<{tag}>(.*?)</{tag}>", html, re.DOTALL) for tag in ("style", "script")
        )
        assert policy == {
            "default-src": "'none'",
            "style-src": digest(style),
            "script-src": digest(script),
            "img-src": "data:",
            "base-uri": "'none'",
            "form-action": "'none'",
        }

    def test_names_nothing_that_could_be_loaded(self, html: str) -> None:
        for tag, attributes in Tags(html).tags:
            assert not {"src", "action", "style", "onclick", "formaction"} & set(attributes), tag
            assert attributes.get("href") in (None, "data:,"), tag
        assert "url(" not in html
        assert "http" not in re.sub(r"http-equiv", "", html).replace("https", "http")

    def test_has_three_answers_and_a_place_for_words_for_each(self, html: str) -> None:
        tags = Tags(html).tags
        radios = [a for tag, a in tags if tag == "input"]
        assert [a["value"] for a in radios] == ["keep", "change", "take-out"] * 3
        assert len({a["name"] for a in radios}) == 3
        labelled = {a.get("for") for tag, a in tags if tag == "label"}
        areas = [a["id"] for tag, a in tags if tag == "textarea"]
        assert set(areas) <= labelled
        assert len([tag for tag, _ in tags if tag == "fieldset"]) == 3

    def test_says_of_what_waits_alone_that_its_words_are_private(self, html: str) -> None:
        said = [" ".join(words.split()) for _, words in quoted_on(html.encode())]
        assert "She says it twice." in said
        assert any("Nobody came to the stop" in words for words in said)


def test_a_language_is_the_pages_own_throughout(tmp_path: Path) -> None:
    project = reading_project(tmp_path / "study")
    html = handed_out(project, "ur").path.read_text("utf-8")
    body = html[html.index("<body>") : html.index("<script>")]
    for words in ("Keep it", "Quotation", "Save my", "answered", "Your words", "Pashto"):
        assert words not in re.sub(r"data-\w+", "", body), words


@pytest.mark.parametrize(
    ("stance", "said", "other"),
    [
        ("nuances", "agrees with its theme in part", "speaks against its theme"),
        ("diverges", "speaks against its theme", "agrees with its theme in part"),
    ],
)
def test_how_words_stand_to_their_theme_is_explained_and_no_other_stance(
    stance: str, said: str, other: str
) -> None:
    study = publishable(study_of(themes=[theme("a")], participants=PEOPLE))
    html = page(Findings(study), words_of(stance=stance), Settings("A study"), "ab").decode()
    assert f"the quotation {said}" in html
    assert other not in html


def test_what_a_researcher_wrote_stays_text() -> None:
    record = {**quotation("q1", "a", text=HOSTILE, note=HOSTILE), "participant": "s1"}
    study = study_of(
        themes=[theme("a", title=HOSTILE)], participants=[{**PEOPLE[0], "pseudonym": HOSTILE}],
        quotations=[record],
    )  # fmt: skip
    findings = Findings(publishable(study))
    waiting = Quotation.model_validate({**record, "id": "q2", "cleared": None})
    words = own_words(findings, "s1", [waiting], {})
    html = page(findings, words, Settings(HOSTILE), "ab").decode()
    tags = Tags(html).tags
    assert len([tag for tag, _ in tags if tag == "script"]) == 1
    assert {a["rel"] for tag, a in tags if tag == "a"} == {"noopener"}
    assert "{{" not in html[html.index("<body>") :]
