"""What a transcript or a table leaves around words: times, speakers' codes, marks for no answer."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from ...problems import Problem
from ..draft import Draft
from ..phrases import quoted
from .damage import UNHEARD, Damage, as_problem
from .speech import ANSWERING, words_said

# `[00:12:33]`, `#00:12:33-4#`, `(12:33)`: hours, minutes and seconds, or minutes in brackets.
TIME: Final = re.compile(
    r"[#\[(<]?(?<!\d)\d{1,2}:\d\d:\d\d(?:[.,-]\d{1,3})?(?!\d)[#\])>]?|[\[(]\d{1,3}:\d\d[\])](?=\s)"
)
CODE: Final = (
    r"(?:P|R|PT|ID|FGD?|IDI|KII|SSI|INT|HW|CHW|FGD?\d{0,2}[-_ ]?P|IDI\d{0,2}[-_ ]?P)[-_ ]?\d{1,3}"
)
WHO: Final = rf"(?:(?:{ANSWERING})(?: ?(?:no\.? ?|#)?[A-Z0-9]{{1,3}}\b|(?=,))|(?-i:{CODE}))"
ATTRIBUTION: Final = re.compile(
    rf"(?:[(\[]\s*{WHO}(?:[,;/][^()\[\]\n]{{0,40}})?\s*[)\]]"
    rf"|(?<=[\s.!?…”\"])[-–—~]\s*{WHO})\s*\.?\s*$",
    re.IGNORECASE,
)
# … alone stands for words that nobody could hear.
NO_ANSWER: Final = re.compile(r"#?n/a|n\.a\.|nan|null|nil|#ref!|[-–—.?/]{1,5}", re.IGNORECASE)


def transcript_marks(draft: Draft) -> Iterator[Problem]:
    """Warn of times of a recording and of an attribution among the words that were said."""
    for found in words_said(draft):
        text = found.text.text
        if ":" in text and (time := TIME.search(text)) and not UNHEARD.search(text):
            message = f"holds {quoted(time.group())}, a time of the recording"
            yield as_problem(
                draft, found, Damage("transcript-mark", time.start(), message, "leave it out")
            )
        if who := ATTRIBUTION.search(text):
            message = f"ends in {quoted(who.group().strip())}, which says who spoke"
            hint = "leave it out: `participant`, `session` or `as_printed` say who speaks"
            yield as_problem(draft, found, Damage("transcript-mark", who.start(), message, hint))


def no_answers(draft: Draft) -> Iterator[Problem]:
    """Warn of a quotation that holds no word, but what a table has where nobody answered."""
    for found in words_said(draft):
        text = found.text.text.strip()
        if NO_ANSWER.fullmatch(text):
            message = f"is {quoted(text)}, which says that nobody answered"
            hint = "take the quotation out, unless these were the words"
            yield as_problem(draft, found, Damage("placeholder", 0, message, hint))
