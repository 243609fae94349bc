"""Words for what the data says: attributions, kinds, languages, the marks inside a quotation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from ..language import Interface
from ..model import NOT_REPORTED, Group, Quotation, Session, StudySite
from ..model.base import taken_apart
from ..privacy.publishable import PublicStudy
from .actions import is_action

MARKS: Final = re.compile(
    r"(?P<omission>\[(?:\.\.\.|…)\]|…|\.\.\.)|(?P<replacement>\[[^\[\]\n]+\])"
    r"|(?P<action>\([^()\n]+\))"
)


@dataclass(frozen=True)
class Piece:
    """Hold a stretch of a quotation and what it is: said, omitted, replaced, or done."""

    kind: Literal["said", "omission", "replacement", "action"]
    text: str


def pieces(text: str) -> list[Piece]:
    """Split a quotation at its marks; the pieces joined are the text, exactly."""
    found: list[Piece] = []
    end = 0
    for match in MARKS.finditer(text):
        if match.lastgroup == "action" and not is_action(match.group()):
            continue
        if match.start() > end:
            found.append(Piece("said", text[end : match.start()]))
        found.append(Piece(match.lastgroup, match.group()))  # type: ignore[arg-type]
        end = match.end()
    if end < len(text):
        found.append(Piece("said", text[end:]))
    return found


def session_kind(say: Interface, kind: str, number: int = 1) -> str:
    """Name a kind of session, as many as a number that stands apart: `focus groups`."""
    return {
        "focus-group": say.ngettext("focus group", "focus groups", number),
        "interview": say.ngettext("interview", "interviews", number),
        "survey": say.ngettext("survey", "surveys", number),
        "document": say.ngettext("document", "documents", number),
        "observation": say.ngettext("observation", "observations", number),
        "diary": say.ngettext("diary", "diaries", number),
        "workshop": say.ngettext("workshop", "workshops", number),
    }[kind]


def quotation_kind(say: Interface, kind: str) -> str:
    """Name the kind of text a quotation is from; speech goes without saying."""
    return {
        "speech": "",
        "survey": say.gettext("survey answer"),
        "field-note": say.gettext("field note"),
        "document": say.gettext("document"),
        "post": say.gettext("post"),
    }[kind]


def provenance(say: Interface, provenance: str) -> str:
    """Say where the words come from: `paraphrased`."""
    return {
        "verbatim": say.gettext("verbatim"),
        "translated": say.gettext("translated"),
        "paraphrased": say.gettext("paraphrased"),
        "composite": say.gettext("composite of several voices"),
        "illustrative": say.gettext("illustrative"),
    }[provenance]


def provenance_to_note(say: Interface, quotation: Quotation) -> str:
    """Say where the words come from, unless they are a participant's own or their translation."""
    if quotation.is_in_own_words:
        return ""
    return provenance(say, quotation.provenance)


def translation(say: Interface, quotation: Quotation) -> str:
    """Say from which language words were translated and by whom; nothing of others."""
    original = quotation.original
    if original is None:
        is_one = quotation.provenance == "translated"
        return provenance(say, "translated") if is_one else ""
    language = say.language_name(original.language)
    if original.translator:
        return say.gettext(
            "translated from %(language)s by %(translator)s",
            language=language,
            translator=original.translator,
        )
    return say.gettext("translated from %(language)s", language=language)


def stance(say: Interface, stance: str) -> str:
    """Say how a quotation stands to its theme, in a word: `diverges`."""
    return {
        "confirms": say.gettext("confirms"),
        "nuances": say.gettext("nuances"),
        "diverges": say.gettext("diverges"),
    }[stance]


def stance_in_words(say: Interface, stance: str) -> str:
    """Say the same as readers would: `against its theme`."""
    return {
        "confirms": say.gettext("for its theme"),
        "nuances": say.gettext("with a reservation"),
        "diverges": say.gettext("against its theme"),
    }[stance]


def stance_explained(say: Interface, stance: str) -> str:
    """Say what that means, for those who meet the words: a stance that is no plain agreement."""
    return {
        "nuances": say.gettext("the quotation agrees with its theme in part"),
        "diverges": say.gettext("the quotation speaks against its theme"),
    }[stance]


def polarity(say: Interface, polarity: str) -> str:
    """Say how a speaker feels about what is spoken of, in a word: `mixed`."""
    return {
        "positive": say.pgettext("polarity", "positive"),
        "negative": say.pgettext("polarity", "negative"),
        "mixed": say.pgettext("polarity", "mixed"),
        "neutral": say.pgettext("polarity", "neutral"),
    }[polarity]


def credit_role(say: Interface, role: str) -> str:
    """Name a contribution, one of CRediT's fourteen roles."""
    return {
        "conceptualization": say.gettext("conceptualization"),
        "data-curation": say.gettext("data curation"),
        "formal-analysis": say.gettext("formal analysis"),
        "funding-acquisition": say.gettext("funding acquisition"),
        "investigation": say.gettext("investigation"),
        "methodology": say.gettext("methodology"),
        "project-administration": say.gettext("project administration"),
        "resources": say.gettext("resources"),
        "software": say.gettext("software"),
        "supervision": say.gettext("supervision"),
        "validation": say.gettext("validation"),
        "visualization": say.gettext("visualization"),
        "writing-original-draft": say.gettext("writing original draft"),
        "writing-review-editing": say.gettext("writing review editing"),
    }[role]


def reported(say: Interface, value: object) -> str:
    """Write a value that may be missing: `not reported` where the study does not say."""
    return say.gettext("not reported") if value in (None, NOT_REPORTED) else str(value)


def session_label(say: Interface, study: PublicStudy, session: Session) -> str:
    """Name a session: its own label, or its kind and number among its kind: `Interview 3`.

    A record that stands for several has their numbers: `Interviews 4–145`.
    """
    if session.label:
        return session.label
    alike = [other for other in study.sessions if other.kind == session.kind]
    before = alike[: [other.id for other in alike].index(session.id)]
    first = sum(other.number for other in before) + 1
    kind = capitalised(session_kind(say, session.kind, session.number))
    if session.number == 1:
        return say.gettext("%(kind)s %(number)s", kind=kind, number=first)
    last = first + session.number - 1
    return say.gettext("%(kind)s %(first)s–%(last)s", kind=kind, first=first, last=last)


def site_of(study: PublicStudy, session: Session | None) -> StudySite | None:
    """Find the declared site a session was at, as closely as it is told."""
    return study.sites_by_id.get(session.site) if session else None


def capitalised(text: str) -> str:
    """Begin a text with a capital letter, where its script has them."""
    return text[:1].upper() + text[1:]


def group_of(study: PublicStudy, quotation: Quotation) -> Group | None:
    """Find the group whose words a quotation holds: by participant, own group, or session."""
    return study.group_of(quotation)


def quoted_together(say: Interface, number: int) -> str:
    """Say that sessions are quoted of which one record tells, so that it is not known how many."""
    return say.gettext(
        "from one or more of %(num)s sessions described together", num=say.number(number)
    )


def session_of(study: PublicStudy, quotation: Quotation) -> Session | None:
    """Find the session a quotation comes from: its own, or the one its participant's id names."""
    return study.sessions_by_id.get(quotation.named_session or "")


def who(say: Interface, study: PublicStudy, quotation: Quotation) -> str:
    """Say whose words these are, at the level the study attributes them."""
    if quotation.as_printed:
        return quotation.as_printed
    group = group_of(study, quotation)
    person = group.singular if group else say.gettext("Participant")
    if quotation.participant:
        participant = study.participants_by_id[quotation.participant]
        return participant.pseudonym or f"{person} {taken_apart(participant.id)[1]}"
    speakers = {turn.speaker for turn in quotation.turns if not turn.by_interviewer}
    if len(speakers) > 1:
        return group.label if group else say.gettext("Several participants")
    return person


def where(say: Interface, study: PublicStudy, quotation: Quotation) -> str:
    """Say where the words were said: session, or kind of text."""
    session = session_of(study, quotation)
    if session:
        return session_label(say, study, session)
    return quotation_kind(say, quotation.kind)
