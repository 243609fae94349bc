"""What a project of our own says in words of a selection: provenance, stance, translation, note.

It says so in the words of the site, in whichever of their languages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import Final, get_args

from ..exporters.refi import turns_remark
from ..findings import labels
from ..language import catalogue_languages, interface_for
from ..language.tags import tags_by_name
from ..model import Original, Quotation
from ..model.provenance import ILLUSTRATIVE
from ..model.quotations import Provenance, Stance
from .composed_words import without_composed

_SAY: Final = tuple(map(interface_for, catalogue_languages()))
_ADDRESS: Final = re.compile(r"(?:\S*/)?q/[a-z0-9-]+/?")
_PROVENANCES: Final[dict[str, Provenance]] = {
    labels.provenance(say, value): value for say in _SAY for value in get_args(Provenance)
}
_STANCES: Final[dict[str, Stance]] = {
    labels.stance(say, value): value for say in _SAY for value in get_args(Stance)
}
_TURNS: Final = frozenset(map(turns_remark, _SAY))


@dataclass
class Remarks:
    """Hold what a selection says of itself."""

    provenance: str = ""
    stance: str = ""
    note: str = ""
    is_dialogue: bool = False
    translated_from: str = ""
    """The tag of the language."""
    translator: str = ""


def remarks_in(description: str) -> Remarks:
    """Read the lines of a description: composed or not, who, remarks in order, note, address."""
    said, is_composed = without_composed(description)
    found = Remarks(provenance=ILLUSTRATIVE if is_composed else "")
    _, *lines = said.split("\n")
    if lines and _ADDRESS.fullmatch(lines[-1]):
        lines.pop()
    if lines and lines[0] in _PROVENANCES:
        found.provenance = _PROVENANCES[lines.pop(0)]
    if lines and (translation := _translation(lines[0])):
        lines.pop(0)
        found.translated_from, found.translator = translation
    if lines and lines[0] in _STANCES:
        found.stance = _STANCES[lines.pop(0)]
    if lines and says_dialogue(lines[0]):
        found.is_dialogue = bool(lines.pop(0))
    found.note = "\n".join(lines).strip()
    return found


def says_dialogue(remark: str) -> bool:
    """Tell whether a remark says of words that they are a dialogue."""
    return remark in _TURNS


def _translation(line: str) -> tuple[str, str] | None:
    """Give the tag of the language and the translator that a line names."""
    for pattern in _translations():
        if match := pattern.fullmatch(line):
            named = match.groupdict("")
            return tags_by_name().get(named["language"], ""), named.get("translator", "")
    return None


@cache
def _translations() -> tuple[re.Pattern[str], ...]:
    """Give patterns of what is said of translations, of those with a translator first."""
    patterns = []
    for translator in ("Somebody", None):
        original = Original(language="qaa", translator=translator)
        one = Quotation.model_construct(id="q", original=original, provenance="translated")
        for say in _SAY:
            said = re.escape(labels.translation(say, one)).replace("qaa", "(?P<language>.+?)")
            patterns.append(re.compile(said.replace("Somebody", "(?P<translator>.+)")))
    return tuple(patterns)
