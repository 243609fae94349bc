"""What a form sent, as edits of a quotation's fields; what is as it was is no edit."""

from __future__ import annotations

from typing import Final

from werkzeug.datastructures import MultiDict

from ..editing.record_lines import FieldValue
from ..model import Quotation
from ..model.base import FieldPath
from ..model.quotations import Original
from ..problems import Location, Problem, StudyError

WORDS: Final = "words:"
"""What the name of a form's field of words begins with; the path follows: `words:turns.0.text`."""
CHOSEN: Final = ("stance", "participant", "session", "language", "as_printed")
"""Fields of one value that a form may also empty."""
WRITTEN: Final = frozenset({"instead", "why", "waive", "original_text"})
"""Fields besides words that hold what somebody wrote."""


def texts(quotation: Quotation | None, form: MultiDict[str, str]) -> dict[FieldPath, FieldValue]:
    """Give the words that were changed; raises StudyError where all of a text was taken out."""
    edits: dict[FieldPath, FieldValue] = {}
    for path, text in _texts_of(quotation):
        name = WORDS + ".".join(map(str, path))
        if name in form:
            sent = form[name].replace("\r\n", "\n").strip()
            if not sent:
                raise StudyError([_empty()])
            if sent != text.strip():
                edits[path] = sent
    return edits


def _texts_of(quotation: Quotation | None) -> list[tuple[FieldPath, str]]:
    if quotation is None:
        return []
    found: list[tuple[FieldPath, str]] = []
    parts: list[tuple[FieldPath, Quotation | Original]] = [((), quotation)]
    if quotation.original is not None:
        parts.append((("original",), quotation.original))
    for above, words in parts:
        if words.text:
            found.append(((*above, "text"), words.text))
        found += [
            ((*above, "turns", number, "text"), turn.text)
            for number, turn in enumerate(words.turns)
        ]
    return found


def typed(form: MultiDict[str, str]) -> tuple[str, ...]:
    """Give the texts that somebody wrote into a form, so that none is lost where it is refused."""
    sent = ((name, text.strip()) for name, text in form.items())
    return tuple(
        text for name, text in sent if text and (name in WRITTEN or name.startswith(WORDS))
    )


def details(quotation: Quotation | None, form: MultiDict[str, str]) -> dict[FieldPath, FieldValue]:
    """Give what else was changed: themes, stance, participant, session, language, original."""
    if quotation is None:
        return {}
    edits: dict[FieldPath, FieldValue] = {}
    themes = tuple(theme for theme in form.getlist("themes") if theme)
    if "themes" in form and set(themes) != set(quotation.themes):
        kept = [theme for theme in quotation.themes if theme in themes]
        edits["themes",] = [*kept, *(theme for theme in themes if theme not in kept)]
    for name in CHOSEN:
        if name in form:
            sent = form[name].strip() or None
            if sent != getattr(quotation, name):
                edits[name,] = sent
    provenance = form.get("provenance", quotation.provenance)
    if provenance != quotation.provenance:
        edits["provenance",] = provenance
    edits |= _original(quotation, form)
    return edits


def _original(quotation: Quotation, form: MultiDict[str, str]) -> dict[FieldPath, FieldValue]:
    """Give an original that is added, or the language of the one that is there."""
    language = form.get("original_language", "").strip()
    if quotation.original is not None:
        changed = language and language != quotation.original.language
        return {("original", "language"): language} if changed else {}
    text = form.get("original_text", "").replace("\r\n", "\n").strip()
    return {("original",): {"text": text, "language": language}} if text else {}


def _empty() -> Problem:
    message = "a text was left empty, so nothing was changed"
    return Problem(Location("."), "not-done", message, "write […] for what is left out")
