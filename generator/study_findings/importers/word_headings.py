"""Which paragraphs of a Word document are headings: by style, outline level, or a line in bold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from .attributions import without_trailing
from .exchanges import leading_speaker
from .grid import tidy
from .quotation_marks import has_marks
from .row_levels import titled
from .word_blocks import WordParagraph
from .word_said import share
from .word_sections import is_other_section, is_results

_LONGEST_BOLD: Final = 100
_PROSE: Final = 0.15


@dataclass(frozen=True)
class WordHeading:
    """A paragraph that heads others, and how deep it stands, from 0."""

    paragraph: WordParagraph
    level: int
    is_guessed: bool = False
    """Whether bold letters alone tell it, and no style."""


def headings_in(paragraphs: Sequence[WordParagraph]) -> dict[int, WordHeading]:
    """Give the headings of a text by the numbers of their paragraphs."""
    found: dict[int, WordHeading] = {}
    styled = under = -1
    for paragraph in paragraphs:
        heading = _heading_of(paragraph, under)
        if heading is None:
            continue
        text = tidy(paragraph.text)
        if not heading.is_guessed:
            styled = under = heading.level
        elif is_results(text) or is_other_section(text):
            # Bold lines look alike whether they are of sections or of themes within one.
            heading = WordHeading(paragraph, styled + 1, True)
            under = styled + 1
        found[paragraph.number] = heading
    return found


def title_of_all(headings: Mapping[int, WordHeading], paragraphs: Sequence[WordParagraph]) -> str:
    """Give the heading that all others stand under, with no text of its own."""
    ordered = list(headings.values())
    if len(ordered) < 3 or any(one.level <= ordered[0].level for one in ordered[1:]):
        return ""
    first, second = ordered[0].paragraph.number, ordered[1].paragraph.number
    has_text = any(first < one.number < second and one.text.strip() for one in paragraphs)
    title = tidy(ordered[0].paragraph.text)
    return "" if has_text or is_results(title) or titled(title)[0] else title


def usual_indent(paragraphs: Sequence[WordParagraph]) -> int:
    """Tell how far in the text stands, in twentieths of a point.

    That is the least that a good part of it does: quotations may be the longer part.
    """
    counted: Counter[int] = Counter()
    for one in paragraphs:
        if one.level is None and not one.style.is_quote and not one.is_list:
            counted[one.indent] += len(one.text)
    enough = sum(counted.values()) * _PROSE
    return min((indent for indent, length in counted.items() if length >= enough), default=0)


def _heading_of(paragraph: WordParagraph, under: int) -> WordHeading | None:
    """Take a paragraph for a heading by its style, or a line all in bold; None where it is none.

    `under` is the level of the styled heading above it, -1 where there is none.
    """
    text = tidy(paragraph.text)
    if not text or paragraph.style.is_title:
        return None
    if paragraph.level is not None:
        return WordHeading(paragraph, paragraph.level)
    is_line = "\n" not in text and len(text) <= _LONGEST_BOLD and text[-1] not in '.?!…:;,”»"'
    is_bold = share(paragraph, len(text), bold=True) > 0.99
    is_said = has_marks(text) or bool(without_trailing(text)[1] or leading_speaker(text)[0])
    if is_line and is_bold and not is_said and not paragraph.style.is_quote:
        italics = share(paragraph, len(text)) > 0.9
        return WordHeading(paragraph, under + (2 if italics else 1), True)
    return None
