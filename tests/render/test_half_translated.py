"""A site of which half is translated: no sentence holds words of another language unmarked."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from html.parser import HTMLParser

import pytest
from shapes import quotation, relates, study_named, study_of, theme

from study_findings.model import (
    NOT_REPORTED,
    About,
    AttributeTranslation,
    ClaimTranslation,
    CodeTranslation,
    GroupTranslation,
    ImplicationTranslation,
    KeyMessageTranslation,
    MethodsTranslation,
    QuestionTranslation,
    Record,
    SamplingTranslation,
    SessionTranslation,
    SiteTranslation,
    Study,
    StudyTranslation,
    Theme,
    ThemeTranslation,
    Translation,
    translated_fields,
    walk_codes,
    walk_sites,
)
from study_findings.model.kinds import records_of
from study_findings.model.readable import readable_texts
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import render_site

URDU = "لفظ ہے"
VOID = {"br", "hr", "img", "input", "link", "meta", "wbr", "path", "circle", "line", "rect", "use"}
TOLD = ("aria-label", "alt", "title", "placeholder", "aria-description")
# What is a name: of a person, a file, an id, an address; a citation is as published.
NAMES = re.compile(r"sf-(?:citation|id|address|cite|tabs|format)")


class Reader(HTMLParser):
    """Give each text of a page with the language it is marked as, names left out."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.open: list[tuple[str, str, bool]] = [("", language, False)]
        self.found: list[tuple[str, str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        _, language, is_name = self.open[-1]
        language = told.get("lang") or language
        is_name = is_name or tag in ("pre", "code", "bdi", "script", "style", "time")
        # The map's words stand as a list below it; those in the drawing are tested with it.
        is_name = is_name or tag == "svg"
        is_name = is_name or bool(NAMES.search(told.get("class") or ""))
        is_name = is_name or (told.get("dir") == "ltr" and "lang" not in told)
        if not is_name:
            self.found += [(language, told[name] or "") for name in TOLD if told.get(name)]
        if tag not in VOID:
            self.open.append((tag, language, is_name))

    def handle_endtag(self, tag: str) -> None:
        while tag not in VOID and len(self.open) > 1 and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        _, language, is_name = self.open[-1]
        if data.strip() and not is_name:
            self.found.append((language, data.strip()))


# What a download is called.
FILE = re.compile(r"\b[\w-]+\.(?:json|csv|xlsx|docx)\b")


def words(text: str) -> set[str]:
    return set(re.findall(r"[^\W\d_]{4,}", FILE.sub("", text).casefold()))


def half(study: Study) -> Study:
    """Translate every other field of every other record into Urdu."""
    turn = iter(range(1_000_000))

    def own(record: Record, translation: type[Record], **more: object) -> dict[str, object]:
        every = next(turn) % 2
        found: dict[str, object] = {"id": record.id} if hasattr(record, "id") else {}
        for name in translated_fields(translation) if every == 0 else ():
            value = getattr(record, name, None)
            if isinstance(value, str) and value != NOT_REPORTED and next(turn) % 3:
                found[name] = URDU
        return {**found, **more}

    def of_theme(theme: Theme) -> dict[str, object]:
        claims = [own(claim, ClaimTranslation) for claim in theme.claims]
        inner = [of_theme(node) for node in theme.subthemes]
        return own(theme, ThemeTranslation, claims=claims, subthemes=inner)

    about: About = study.about
    translation = {
        "language": "ur",
        "about": own(
            about,
            StudyTranslation,
            groups=[own(group, GroupTranslation) for group in about.groups],
            attributes=[
                own(
                    attribute,
                    AttributeTranslation,
                    levels=[{"level": level, "label": URDU} for level in attribute.levels[::2]],
                )
                for attribute in about.attributes
            ],
            sites=[own(site, SiteTranslation) for site in walk_sites(about.sites)],
            guide=[own(question, QuestionTranslation) for question in about.guide],
            key_messages=[own(m, KeyMessageTranslation) for m in about.key_messages],
        ),
        "methods": own(
            about, MethodsTranslation, sampling=own(about.sampling, SamplingTranslation)
        ),
        "themes": [of_theme(theme) for theme in study.themes],
        "codes": [own(code, CodeTranslation) for code in walk_codes(study.codebook)],
        "implications": [own(i, ImplicationTranslation) for i in study.implications],
        "sessions": [own(session, SessionTranslation) for session in study.sessions],
    }
    fields = {name: getattr(study, name) for name in Study.model_fields}
    return Study(**{**fields, "translations": (Translation.model_validate(translation),)})


@cache
def pages(name: str) -> dict[str, str]:
    site = render_site(publishable(half(study_named(name))), Settings("Here", "https://e.org/"))
    return {
        path: content.decode().split("---\n", 2)[2]
        for path, content in site.files.items()
        if path.startswith("ur/") and path.endswith(".md")
    }


@cache
def own_words(name: str) -> set[str]:
    """Give the words in which a study tells what it tells, names of people and of files apart."""
    found: set[str] = set()
    for kind, record in records_of(study_named(name)):
        for text in readable_texts(record, {"authors", "citation", *kind.children}):
            found |= words(text.text)
    return {word for word in found if word.isascii()}


def unmarked(name: str, html: str) -> Iterator[str]:
    reader = Reader("ur")
    reader.feed(html)
    known = own_words(name)
    for language, text in reader.found:
        if language == "ur" and words(text) & known:
            yield f"unmarked: {text[:90]!r}"
        if language == "en" and re.search(r"[\u0600-\u06ff]{2}", text):
            yield f"marked as English: {text[:90]!r}"


@pytest.mark.parametrize("name", ["own", "full", "wide", "starter"])
def test_no_sentence_holds_words_of_another_language_unmarked(name: str) -> None:
    found = {path: [*unmarked(name, html)] for path, html in pages(name).items()}
    assert {path: texts for path, texts in found.items() if texts} == {}


def test_names_within_sentences_and_in_the_map_are_marked_where_they_are_not_translated() -> None:
    study = study_of(
        themes=[
            theme("a", related=relates(("eases", "b"))),
            theme("b", groups=("faculty",)),
            theme("c", groups=("students", "faculty")),
        ],
        quotations=[
            quotation("q1", "a", original={"language": "ps", "text": "خبره", "translator": "us"})
        ],
    )
    groups = [{"id": "students", "label": "طلبہ"}]
    themes = [{"id": id_, "title": URDU} for id_ in "abc"]
    ur = {"language": "ur", "about": {"groups": groups}, "themes": themes}
    record = {**study.model_dump(), "translations": [ur]}
    site = render_site(publishable(Study.model_validate(record)), Settings("Here", ""))
    compare = site.files["ur/compare/index.md"].decode()
    shared = compare.partition('id="shared"')[2].partition("</section>")[0]
    assert "طلبہ" in unescape(shared)
    assert '<span lang="en" dir="ltr">Faculty</span>' in shared
    heading, _, rest = compare.partition(">Faculty</text>")
    assert rest
    assert heading.rpartition("<g ")[2].partition(">")[0].endswith('lang="en" dir="ltr"')
    explorer = site.files["ur/quotations/index.md"].decode()
    assert '<bdi><span lang="en" dir="ltr">us</span></bdi>' in explorer
