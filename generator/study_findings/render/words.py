"""Words for what the data says: attributions, kinds, languages, and the marks inside a quotation."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal

from ..model import NOT_REPORTED, Group, Quotation, Session, Study

SESSION_KINDS: Final = {
    "focus-group": ("focus group", "focus groups"),
    "interview": ("interview", "interviews"),
    "survey": ("survey", "surveys"),
    "document": ("document", "documents"),
    "observation": ("observation", "observations"),
    "diary": ("diary", "diaries"),
    "workshop": ("workshop", "workshops"),
}
QUOTATION_KINDS: Final = {
    "speech": "",
    "survey": "survey answer",
    "field-note": "field note",
    "document": "document",
    "post": "post",
}
PROVENANCES: Final = {
    "verbatim": "",
    "translated": "",
    "paraphrased": "paraphrased",
    "composite": "composite of several voices",
    "illustrative": "illustrative",
}
LANGUAGES: Final = {
    "ar": "Arabic", "bn": "Bengali", "de": "German", "en": "English", "es": "Spanish",
    "fa": "Persian", "fr": "French", "ha": "Hausa", "hi": "Hindi", "id": "Indonesian",
    "ks": "Kashmiri", "ku": "Kurdish", "pa": "Punjabi", "ps": "Pashto", "pt": "Portuguese",
    "ru": "Russian", "sd": "Sindhi", "skr": "Saraiki", "so": "Somali", "sw": "Swahili",
    "ta": "Tamil", "tr": "Turkish", "ur": "Urdu", "zh": "Chinese", "zu": "Zulu",
}  # fmt: skip
RIGHT_TO_LEFT: Final = frozenset(
    {"ar", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "skr", "ug", "ur", "yi"}
)
LICENCES: Final = {
    "CC-BY-4.0": ("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/"),
    "CC-BY-SA-4.0": ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/"),
    "CC-BY-NC-4.0": ("CC BY-NC 4.0", "https://creativecommons.org/licenses/by-nc/4.0/"),
    "CC-BY-ND-4.0": ("CC BY-ND 4.0", "https://creativecommons.org/licenses/by-nd/4.0/"),
    "CC-BY-NC-ND-4.0": ("CC BY-NC-ND 4.0", "https://creativecommons.org/licenses/by-nc-nd/4.0/"),
    "CC-BY-NC-SA-4.0": ("CC BY-NC-SA 4.0", "https://creativecommons.org/licenses/by-nc-sa/4.0/"),
    "CC0-1.0": ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
}

MARKS: Final = re.compile(
    r"(?P<omission>\[(?:\.\.\.|…)\]|…|\.\.\.)|(?P<replacement>\[[^\[\]\n]+\])|(?P<action>\([^()\n]+\))"
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
        if match.start() > end:
            found.append(Piece("said", text[end : match.start()]))
        found.append(Piece(match.lastgroup, match.group()))  # type: ignore[arg-type]
        end = match.end()
    if end < len(text):
        found.append(Piece("said", text[end:]))
    return found


def direction(language: str) -> Literal["ltr", "rtl"]:
    """Tell the writing direction of a language tag, from its script or else its language."""
    parts = language.split("-")
    scripts = {part.title() for part in parts[1:] if len(part) == 4 and part.isalpha()}
    if scripts:
        return "rtl" if scripts & {"Arab", "Aran", "Hebr", "Thaa"} else "ltr"
    return "rtl" if parts[0] in RIGHT_TO_LEFT else "ltr"


def language_name(language: str) -> str:
    """Name a language in English, or give its tag where it has no name here."""
    return LANGUAGES.get(language.split("-")[0], language)


def counted(number: int, singular: str, plural: str | None = None) -> str:
    """Write a number with its noun: `1 theme`, `4 themes`."""
    return f"{number:,} {singular if number == 1 else plural or singular + 's'}"


def reported(value: object) -> str:
    """Write a value that may be missing: `not reported` where the study does not say."""
    return "not reported" if value in (None, NOT_REPORTED) else str(value)


def session_label(study: Study, session: Session) -> str:
    """Name a session: its own label, or its kind and number among its kind and groups."""
    if session.label:
        return session.label
    alike = [s.id for s in study.sessions if s.kind == session.kind]
    return f"{SESSION_KINDS[session.kind][0].capitalize()} {alike.index(session.id) + 1}"


def group_of(study: Study, quotation: Quotation) -> Group | None:
    """Find the group whose words a quotation holds: by participant, own group, or session."""
    group_id = quotation.group
    if quotation.participant and quotation.participant in study.participants_by_id:
        group_id = study.participants_by_id[quotation.participant].group
    elif (
        group_id is None and (session := session_of(study, quotation)) and len(session.groups) == 1
    ):
        group_id = session.groups[0]
    return study.groups_by_id.get(group_id or "")


def session_of(study: Study, quotation: Quotation) -> Session | None:
    """Find the session a quotation comes from: its own, or the one its participant's id names."""
    if quotation.session:
        return study.sessions_by_id.get(quotation.session)
    if quotation.participant and "/" in quotation.participant:
        return study.sessions_by_id.get(quotation.participant.partition("/")[0])
    return None


def who(study: Study, quotation: Quotation) -> str:
    """Say whose words these are, at the level the study attributes them."""
    if quotation.as_printed:
        return quotation.as_printed
    group = group_of(study, quotation)
    person = group.singular if group else "Participant"
    if quotation.participant:
        participant = study.participants_by_id[quotation.participant]
        return participant.pseudonym or f"{person} {participant.id.rpartition('/')[2]}"
    speakers = {turn.speaker for turn in quotation.turns if not turn.by_interviewer}
    if len(speakers) > 1:
        return group.label if group else "Several participants"
    return person


def where(study: Study, quotation: Quotation) -> str:
    """Say where the words were said: session, or kind of text."""
    session = session_of(study, quotation)
    if session:
        return session_label(study, session)
    return QUOTATION_KINDS[quotation.kind]
