"""What one participant is given to read back: their quotations as cards, and what was changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from ..language import Interface
from ..model import Attribute, Original, Quotation
from ..model.quotations import TranscriptMatch, flat, spoken
from ..model.readable import readable_texts
from .cards import Card, card_of
from .labels import pieces
from .views import Findings
from .words_said import compared_words

# Fields of a quotation that are not words of the person, or that readers do not see.
NOT_SHOWN: Final = frozenset({"cleared", "memos"})
# Words between these two have a direction of their own.
ISOLATE: Final = "\u2068"
END: Final = "\u2069"


@dataclass(frozen=True)
class OwnQuotation:
    """Hold a quotation of a participant as they are to read it.

    `wording` is what was said, in the language it was said in; `changes` are sentences on what was
    done to it; `fingerprint` tells later whether these are still the words that were shown.
    """

    card: Card
    is_public: bool
    fingerprint: str
    wording: str
    language: str
    changes: tuple[str, ...]

    @property
    def id(self) -> str:
        """Give the quotation's id."""
        return self.card.id


@dataclass(frozen=True)
class OwnWords:
    """Hold all that a participant is given to read: quotations, and what else is told of them."""

    participant: str
    quotations: tuple[OwnQuotation, ...]
    told: tuple[tuple[Attribute, str], ...]
    """What the site tells of the person beside each quotation: attributes with their values."""


def fingerprint_of(quotation: Quotation) -> str:
    """Give 16 hexadecimal digits that change with any word that readers see of a quotation."""
    texts = [(text.path, text.text) for text in readable_texts(quotation, NOT_SHOWN)]
    said = json.dumps([quotation.provenance, texts], ensure_ascii=False)
    return sha256(said.encode()).hexdigest()[:16]


def wording_of(quotation: Quotation) -> str:
    """Give what was said on one line: of a translation, the original where it is told."""
    return flat(spoken(_said(quotation)))


def own_words(
    findings: Findings,
    participant: str,
    waiting: Iterable[Quotation],
    verified: Mapping[str, TranscriptMatch],
) -> OwnWords:
    """Gather the published quotations of a participant, then those that wait.

    `verified` says how quotations compare with their transcripts, by id, where they passed.
    """
    study, say = findings.study, findings.say
    public = [q for q in study.published if q.participant == participant]
    own = [(quotation, True) for quotation in public] + [
        (quotation, False) for quotation in waiting
    ]
    person = study.participants_by_id[participant]
    attributes = {attribute.id: attribute for attribute in study.about.attributes}
    return OwnWords(
        participant,
        tuple(
            OwnQuotation(
                card=card_of(say, study, quotation),
                is_public=is_public,
                fingerprint=fingerprint_of(quotation),
                wording=wording_of(quotation),
                language=quotation.said_in or study.about.language,
                changes=tuple(_changes(findings, quotation, verified.get(quotation.id))),
            )
            for quotation, is_public in own
        ),
        tuple(
            (attributes[id_], level)
            for id_, level in person.attributes.items()
            if id_ in attributes
        ),
    )


def _said(quotation: Quotation) -> Quotation | Original:
    has_original = quotation.original is not None and spoken(quotation.original)
    return quotation.original if quotation.original and has_original else quotation


def _changes(
    findings: Findings, quotation: Quotation, compared: TranscriptMatch | None
) -> Iterator[str]:
    """Say in plain words what was done to what was said; no words that were left out."""
    say = findings.say
    yield from _origin(say, quotation)
    yield from _translation(findings, quotation)
    said = [piece for _, text in spoken(_said(quotation)) for piece in pieces(text)]
    found = {
        kind: [piece.text for piece in said if piece.kind == kind]
        for kind in ("omission", "replacement", "action")
    }
    yield from _marks(say, found)
    if compared and quotation.words_said is not None:
        yield compared_words(say, quotation)
    elif not any(found.values()) and quotation.is_in_own_words:
        yield say.gettext("Nothing is marked as changed or left out.")


def _origin(say: Interface, quotation: Quotation) -> Iterator[str]:
    told = {
        "paraphrased": say.gettext(
            "These are not your own words: the researchers wrote down in theirs what you said."
        ),
        "composite": say.gettext("These words were put together from what you and others said."),
        "illustrative": say.gettext(
            "It was composed to show the site: no participant said these words."
        ),
    }
    if quotation.provenance in told:
        yield told[quotation.provenance]


def _translation(findings: Findings, quotation: Quotation) -> Iterator[str]:
    say, original = findings.say, quotation.original
    if original is None:
        return
    names = {
        "language": say.language_name(original.language),
        "other": say.language_name(quotation.language or findings.about.language),
    }
    if original.translator:
        yield say.gettext(
            "You said it in %(language)s; %(translator)s translated it into %(other)s.",
            translator=original.translator,
            **names,
        )
    else:
        yield say.gettext("You said it in %(language)s; it was translated into %(other)s.", **names)


def _marks(say: Interface, found: Mapping[str, list[str]]) -> Iterator[str]:
    left_out, put_in, done = found["omission"], found["replacement"], found["action"]
    if left_out:
        yield say.ngettext(
            "Dots stand in %(num)s place: words were left out there, or you paused.",
            "Dots stand in %(num)s places: words were left out there, or you paused.",
            len(left_out),
        )
    if put_in:
        yield say.gettext(
            "What stands in square brackets, %(words)s, is not yours. It stands there in place of "
            "words that could tell who somebody is, or so that others understand.",
            words=_listed(say, put_in),
        )
    if done:
        yield say.gettext(
            "What stands in round brackets, %(words)s, was done or heard, not said.",
            words=_listed(say, done),
        )


def _listed(say: Interface, marks: Iterable[str]) -> str:
    """Join marks of a quotation, each once, apart from the direction of the sentence around."""
    return say.joined(f"{ISOLATE}{mark}{END}" for mark in dict.fromkeys(marks))
