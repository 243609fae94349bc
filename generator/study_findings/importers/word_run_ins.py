"""Headings that run into their paragraph: bold words, a full stop, and the text goes on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from ..text.folding import words_of
from .column_fields import field_of
from .exchanges import leading_speaker
from .grid import tidy
from .people_labels import is_code, is_moderator
from .row_levels import is_note
from .word_blocks import StyledLetters, WordParagraph, WordTable
from .word_sections import is_results

_LONGEST: Final = 80
_FEWEST_WORDS: Final = 4
_FEWEST: Final = 2
_ENDS: Final = ".:"
WordParts = Sequence[WordParagraph | WordTable]


def with_run_ins(parts: WordParts) -> list[WordParagraph | WordTable]:
    """Give a document's parts with such headings as lines of their own, both with one number.

    They are looked for below the heading of the results alone, since an abstract has them too,
    and made where there are two of them at least: one may be no more than a word in bold.
    """
    start = next((at for at, part in enumerate(parts) if _begins_results(part)), len(parts))
    made = {at: found for at in range(start, len(parts)) if (found := _parted(parts[at]))}
    if len(made) < _FEWEST:
        return list(parts)
    return [one for at, part in enumerate(parts) for one in made.get(at, (part,))]


def _begins_results(part: WordParagraph | WordTable) -> bool:
    if not isinstance(part, WordParagraph):
        return False
    is_bold = all(span.bold for span in part.spans if span.text.strip())
    return (part.level is not None or is_bold) and is_results(tidy(part.text))


def _parted(part: WordParagraph | WordTable) -> tuple[WordParagraph, WordParagraph] | None:
    """Part a paragraph that begins with a heading in bold; None where it does not."""
    if not isinstance(part, WordParagraph) or part.level is not None or part.style.is_quote:
        return None
    bold = 0
    while bold < len(part.spans) and (part.spans[bold].bold or not part.spans[bold].text.strip()):
        bold += 1
    title = "".join(span.text for span in part.spans[:bold]).strip()
    rest = part.spans[bold:]
    behind = "".join(span.text for span in rest).lstrip()
    if title[-1:] not in _ENDS and behind[:1] in _ENDS:
        rest = (StyledLetters(behind[1:], False, False),) if behind else ()
        title, behind = title + behind[:1], behind[1:]
    bare = title.rstrip(_ENDS + " ")
    if (
        not bare
        or title[-1:] not in _ENDS
        or len(bare) > _LONGEST
        or len(words_of(behind)) < _FEWEST_WORDS
        or leading_speaker(tidy(part.text))[0]
        or is_code(bare)
        or is_moderator(bare)
        or is_note(title)
        or field_of(bare)
    ):
        return None
    heading = replace(part, spans=(StyledLetters(bare, False, True),), is_list=False)
    return heading, replace(part, spans=tuple(rest))
