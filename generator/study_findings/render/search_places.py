"""The list of places that a search leads to by name, a file for each language of the site."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Final

from ..findings.addresses import quotation_address
from ..findings.places import Place, places_of
from ..findings.views import Findings
from ..language import Interface
from .edition import Edition
from .markup import plain
from .page import Page

FOLDER: Final = "assets/search/"
OWN: Final = f"{FOLDER}own.json"
"""The places in the study's own language, for pages that do not say theirs."""


def place_files(edition: Edition, pages: Iterable[Page]) -> dict[str, bytes]:
    """Give the list of an edition's places, by path: themes and claims, `pages`, what is gone.

    A place has its kind, title and address, and, where it has them: its id, the words it is also
    looked for by, the theme around it, its gist, and whether it was composed.
    """
    findings = edition.findings
    answers = _answers(findings.say)
    places = [
        *places_of(findings),
        *(
            Place("page", page.title, page.url, also=answers.get(page.template, ()))
            for page in pages
            if page.template != "theme.html"
        ),
        *_against(findings),
        *_withdrawn(findings),
    ]
    lines = (json.dumps(_entry(edition, place), ensure_ascii=False) for place in places)
    content = ("[\n" + ",\n".join(lines) + "\n]\n").encode()
    named = {f"{FOLDER}{findings.language}.json": content} if len(edition.languages) > 1 else {}
    return named if findings.translated else {OWN: content, **named}


def _entry(edition: Edition, place: Place) -> dict[str, object]:
    named = {
        "kind": place.kind,
        "title": place.title,
        "address": edition.placed(place.address),
    }
    more = {
        "id": place.id,
        "also": place.also,
        "within": place.within,
        "gist": plain(place.gist) if place.gist else "",
        "illustrative": place.is_illustrative,
    }
    return {**named, **{name: value for name, value in more.items() if value}}


def _against(findings: Findings) -> Iterator[Place]:
    """Lead whoever asks who disagrees to the voices against their themes, where there are any."""
    say = findings.say
    if any(card.quotation.stance == "diverges" for card in findings.cards):
        asked = say.gettext(
            "who disagrees; disagreement; who sees it otherwise; voices against; dissent; "
            "criticism; negative cases; diverging quotations"
        )
        title = say.gettext("Voices against their themes")
        yield Place("page", title, "quotations/?stance=diverges", also=_phrases(asked))


def _withdrawn(findings: Findings) -> Iterator[Place]:
    """Lead whoever holds the id of what was withdrawn to the page that says so."""
    for quotation in findings.study.quotations:
        if quotation.withdrawn:
            title = findings.say.gettext("This quotation was withdrawn.")
            yield Place(
                "page", quotation.id, quotation_address(quotation.id), quotation.id, gist=title
            )


def _phrases(listed: str) -> tuple[str, ...]:
    return tuple(phrase.strip() for phrase in listed.replace("؛", ";").split(";"))


def _answers(say: Interface) -> dict[str, tuple[str, ...]]:
    """Map templates of pages to what their readers ask, in words and phrases.

    A translation lists what its own readers type, as many as it likes.
    """
    asked = {
        "home.html": say.gettext(
            "what was found; main findings; results; conclusion; key messages; summary; overview"
        ),
        "themes.html": say.gettext(
            "map of themes; all themes; list of findings; how themes relate"
        ),
        "quotations.html": say.gettext(
            "all quotations; quotes; what people said; in their own words; filter; explore; "
            "excerpts"
        ),
        "voices.html": say.gettext(
            "how many were heard; how many people took part; how many participants; "
            "how many were interviewed; sample size; number of participants; who was heard; "
            "who took part; who was asked; participants; respondents; interviews; focus groups; "
            "sessions; age and gender; where it was done"
        ),
        "compare.html": say.gettext(
            "differences; who agrees; compare groups; contrast; both sides; matrix; saturation"
        ),
        "practice.html": say.gettext(
            "recommendations; implications; what should be done; what to do; advice; what follows"
        ),
        "methods.html": say.gettext(
            "how it was done; how many were heard; methodology; study design; sampling; "
            "recruitment; ethics; data collection; analysis; trustworthiness; "
            "reflexivity; limitations; funding; conflicts of interest; interview guide; "
            "what was asked; checklist"
        ),
        "codebook.html": say.gettext("codes; coding; definitions of codes"),
        "took_part.html": say.gettext(
            "I took part; my words; take my words back; withdraw; privacy; who can recognise me"
        ),
        "cite.html": say.gettext(
            "how to cite; citation; reference; bibliography; BibTeX; RIS; CSL; EndNote; Zotero; "
            "DOI; authors; licence; may I reuse it"
        ),
        "data.html": say.gettext(
            "download; read offline; dataset; open data; spreadsheet; Excel; CSV; JSON; Word; "
            "REFI-QDA"
        ),
        "changes.html": say.gettext("what is new; versions; corrections; withdrawn quotations"),
        "accessibility.html": say.gettext(
            "screen reader; keyboard; contrast; large letters; disability; WCAG"
        ),
    }
    return {template: _phrases(phrases) for template, phrases in asked.items()}
