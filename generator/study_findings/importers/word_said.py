"""Whether a paragraph is a quotation, prose, or neither for certain: told from marks and looks."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from ..text.folding import words_of
from .attributions import attributed, read_attribution, without_trailing
from .exchanges import leading_speaker
from .grid import tidy
from .people_labels import is_code, is_moderator, session_kind
from .public_prose import FEWEST_WORDS
from .quotation_marks import CLOSING, OPENING, has_marks, is_balanced
from .word_blocks import WordParagraph

ParagraphKind: TypeAlias = Literal[
    "quotation", "prose", "unclear", "attribution", "label", "opening"
]
INDENTED: Final = 360
"""Twentieths of a point by which a quotation stands further in than the text around it."""
_MOSTLY: Final = 0.9
_SHORT: Final = 8
_ENDS: Final = '.?!…”»“")'
# A dash opens what somebody says in many languages.
_SPOKEN: Final = re.compile(r"[–—―]\s*[^\W\d_]")
_BRACKET: Final = re.compile(r"[(\[][^()\[\]]{1,80}[)\]][\s.]*\Z")
_FIRST_LABEL: Final = re.compile(r"(?:[A-Z]{1,4}-?\d{1,4}|[^\W\d_]{3,20}[ -]\d{1,4})(?![\w.]|-\w)")
_BEFORE: Final = "(-–—―[~"
_LONGEST_LABEL: Final = 60
_DASHES: Final = " \t\xa0-–—―~()[]."
_FIRST_PERSON: Final = re.compile(
    r"(?<![^\W_])(?:I(?:['’](?:m|ve|d|ll))?|my|me|myself|ich|mich|mir|meine?[nmrs]?|je|j['’]\w+|moi|"
    r"yo|mí|eu|meu|minha|mim)(?![^\W_])"
)


@dataclass(frozen=True)
class TakenFor:
    """What a paragraph is taken for, the words to be read, and what is doubtful in that."""

    kind: ParagraphKind
    text: str
    doubt: str = ""


def read_paragraph(paragraph: WordParagraph, usual_indent: int) -> TakenFor:
    """Tell what a paragraph of a Results section is.

    `usual_indent` is that of the prose around it, in twentieths of a point.
    """
    text = attributed(tidy(paragraph.text))
    words, behind = without_trailing(text)
    speaker, said = leading_speaker(words)
    if _is_attribution(text):
        return TakenFor("attribution", text.strip(_DASHES))
    if _is_label(text):
        return TakenFor("label", text.strip(_DASHES).rstrip(":"))
    if has_marks(words) or has_marks(said):
        return TakenFor("quotation", text)
    if _opens(words) and not is_balanced(words):
        return TakenFor("opening", text)
    if paragraph.style.is_quote:
        return TakenFor("quotation", text, _unread_bracket(text, behind))
    by_look = _by_look(paragraph, text, words, bool(behind or speaker), usual_indent)
    if by_look:
        return by_look
    if speaker:
        return TakenFor("quotation", text, "only the speaker's label tells that it is a quotation")
    prose = marked_italics(paragraph)
    is_told = words[-1:] not in CLOSING and read_attribution(behind).names_one if behind else False
    doubt = _doubt(text, prose, is_told, paragraph.is_list)
    return TakenFor("unclear", text, doubt) if doubt else TakenFor("prose", prose)


def _doubt(text: str, prose: str, is_told: bool, is_list: bool) -> str:
    """Say why words that nothing marks may be somebody's; nothing where they are prose."""
    if is_told:
        return "it ends with an attribution, but nothing marks it as a quotation"
    if not is_balanced(text):
        return "its quotation marks are not in pairs"
    if _SPOKEN.match(text) and not is_list:
        return "the dash before it may mean that somebody says it"
    unquoted = re.sub(r"“[^”]*”|«[^»]*»|\"[^\"]*\"|„[^“”]*[“”]|‘[^’]*’", "", prose)
    if _FIRST_PERSON.search(unquoted):
        return "it says “I”, but nothing marks it as a quotation"
    return ""


def _by_look(
    paragraph: WordParagraph, text: str, words: str, is_told: bool, usual_indent: int
) -> TakenFor | None:
    """Read a paragraph by its italics and indentation; None where it has neither."""
    italic = share(paragraph, len(words))
    is_indented = paragraph.indent >= usual_indent + INDENTED and not paragraph.is_list
    if italic < _MOSTLY and not is_indented:
        return None
    look = "italics" if italic >= _MOSTLY else "indentation"
    if is_told:
        return TakenFor("quotation", text)
    if len(words_of(words)) <= _SHORT and words[-1:] not in _ENDS:
        doubt = f"it is short and set apart by {look}: a subheading, or a quotation?"
        return TakenFor("unclear", text, doubt)
    doubt = _unread_bracket(text, "") or f"nothing but {look} tells that it is a quotation"
    return TakenFor("quotation", text, doubt)


def share(paragraph: WordParagraph, length: int, bold: bool = False) -> float:
    """Tell what share of a paragraph's first letters are italic, or bold."""
    marked = counted = 0
    place = 0
    for span in paragraph.spans:
        for char in span.text:
            if place < length and (char.isalnum()):
                counted += 1
                marked += span.bold if bold else span.italic
            place += 1
    return marked / counted if counted else 0.0


def marked_italics(paragraph: WordParagraph) -> str:
    """Give prose with marks around each stretch of five italic words: it may be somebody's."""
    parts: list[tuple[str, bool]] = []
    for span in paragraph.spans:
        is_italic = span.italic or (not span.text.strip() and bool(parts) and parts[-1][1])
        if parts and parts[-1][1] == is_italic:
            parts[-1] = (parts[-1][0] + span.text, is_italic)
        else:
            parts.append((span.text, is_italic))
    text = ""
    for words, is_italic in parts:
        bare = words.strip()
        is_long = len(words_of(bare)) >= FEWEST_WORDS
        if is_italic and is_long and not re.search(r"[“”«»„\"]", bare + text.rstrip()[-1:]):
            text += words.replace(bare, f"“{bare}”", 1)
        else:
            text += words
    return tidy(text)


def first_label(text: str) -> str:
    """Give the code of a person that a paragraph begins with: `Participant 6 told: …`."""
    match = _FIRST_LABEL.match(text)
    if match is None or not is_code(match[0]) or session_kind(match[0]) or is_moderator(match[0]):
        return ""
    return match[0]


def closes(text: str) -> bool:
    """Tell whether a paragraph ends what another opened in quotation marks."""
    words = without_trailing(attributed(text))[0]
    return words[-1:] in '”»“"' and bool(words)


def _is_attribution(text: str) -> bool:
    bare = text.strip(_DASHES)
    return 0 < len(bare) < _LONGEST_LABEL and text[:1] in _BEFORE and _names_one(bare)


def _is_label(text: str) -> bool:
    """Tell whether a line is nothing but who speaks: `Nurse 7, district hospital`."""
    bare = text.strip(_DASHES).rstrip(":")
    is_short = 0 < len(bare) < _LONGEST_LABEL and "\n" not in bare
    return is_short and bare[-1] not in _ENDS and _names_one(bare)


def _names_one(label: str) -> bool:
    told = read_attribution(label)
    return told.names_one and bool(told.participant or told.is_certain)


def _opens(text: str) -> bool:
    return text[:1] in OPENING and bool(text)


def _unread_bracket(text: str, behind: str) -> str:
    if not behind and _BRACKET.search(text):
        return "what stands in brackets at its end may be an attribution: it was left in the words"
    return ""
