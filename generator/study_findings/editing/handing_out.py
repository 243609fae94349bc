"""A page on which a participant reads their words back, published ones and those that wait."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from ..findings.own_words import OwnWords, own_words
from ..findings.views import Findings
from ..language import catalogue_languages, interface_for
from ..model import Quotation, Study, Translation
from ..model.quotations import TranscriptMatch
from ..privacy.publishable import publishable
from ..problems import Location, Problem, StudyError
from ..project.site import Settings
from ..render.read_back import page
from .all_or_none import Change, write_changes
from .own_quotations import read_own
from .private_page import ignored, page_path
from .register import FILE, read_register
from .verify import plan_verification


@dataclass(frozen=True)
class Handout:
    """Hold a page to be written, its words, and what an author should know before it is given."""

    path: Path
    words: OwnWords
    language: str
    problems: tuple[Problem, ...]
    changes: tuple[Change, ...]

    def write(self) -> None:
        """Write the page and its entry in the register, both or neither; raises OSError."""
        write_changes(self.changes)


def plan_handout(
    root: Path,
    participant: str,
    settings: Settings,
    on: date,
    language: str = "",
    target: Path | None = None,
) -> Handout:
    """Plan the page of one participant, in `private/read-back/` where no `target` is named.

    Without a `language`, it is in that in which most of their words were said, where the site
    speaks it, else in the study's. Raises StudyError where the study has errors, for somebody who
    is unknown or of whom nothing is quoted, and for a target that others could read.
    """
    register = read_register(root)
    study, waiting, problems = read_own(root, participant)
    quoted = [q for q in study.published if q.participant == participant] + waiting
    tag = _language(study, quoted, language)
    path = page_path(root, participant, target)
    findings = _findings(study, tag)
    verified, unlike = _verified(root, [quotation.id for quotation in quoted])
    words = own_words(findings, participant, waiting, verified)
    shown = {own.id: own.fingerprint for own in words.quotations}
    html = page(findings, words, settings, register.study).decode()
    changes = [
        *ignored(root, path),
        Change(path, html),
        Change(root / FILE, register.with_page(participant, on, tag, shown).as_text()),
    ]
    return Handout(path, words, tag, (*problems, *unlike), tuple(changes))


def _language(study: Study, quoted: list[Quotation], wanted: str) -> str:
    """Choose the language of the page among those the site speaks."""
    if wanted:
        if wanted.split("-")[0] not in catalogue_languages():
            message = "the site's own words are not in this language"
            hint = f"choose one of {', '.join(catalogue_languages())}"
            raise StudyError([Problem(Location("--language"), "no-such-language", message, hint)])
        return interface_for(wanted).language
    said = [quotation.said_in or study.about.language for quotation in quoted]
    most = max(dict.fromkeys(said), key=said.count)
    is_spoken = most.split("-")[0] in catalogue_languages()
    return interface_for(most if is_spoken else study.about.language).language


def _findings(study: Study, language: str) -> Findings:
    """Give a study's findings with the site's words in a language, and the study's where it can."""
    public = publishable(study)
    if language.split("-")[0] == study.about.language.split("-")[0]:
        return Findings(public)
    own = (t for t in study.translations if t.language.split("-")[0] == language.split("-")[0])
    return Findings(public, next(own, Translation(language=language)))


def _verified(root: Path, ids: list[str]) -> tuple[dict[str, TranscriptMatch], list[Problem]]:
    """Compare quotations with the transcripts, where there are any; tell of those unlike them."""
    try:
        compared = plan_verification(root, ids).compared
    except StudyError:
        return {}, []
    found: dict[str, TranscriptMatch] = {}
    unlike = []
    for item in compared:
        kind = item.verdict.kind
        if kind == "exact" or kind == "marked":
            found[item.quotation.id] = kind
        elif kind in ("nearly", "not-found"):
            message = f"quotation {item.quotation.id} does not stand so in its transcript"
            hint = f"see findings verify {item.quotation.id}, and mend it before they read it"
            unlike.append(Problem(item.location, "not-ready", message, hint, "warning"))
    return found, unlike
