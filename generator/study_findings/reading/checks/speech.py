"""What a transcript leaves around words that were said: speakers' names, quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import Final

from ...model import INTERVIEWERS, Quotation
from ...model.quotations import WORDS
from ...problems import Problem
from ..draft import Draft
from .damage import Damage, as_problem
from .readable import FoundText, all_texts

# How transcripts name who asks, beside the words that the model knows.
ASKING: Final = frozenset(
    {"i", "int", "m", "mod", "fac", "q"}
    | INTERVIEWERS
    | {"ماڈریٹر", "میزبان", "انٹرویو لینے والا", "انٹرویو لینے والی", "انٹرویو کار", "محقق",
       "سہولت کار", "س"}
    | {"مرکه کوونکی", "مرکه کوونکې", "څېړونکی", "څېړونکې", "اسانوونکی", "پوښتونکی"}
)  # fmt: skip
FULL_NAMES: Final = {
    "i": "Interviewer", "int": "Interviewer", "q": "Interviewer",
    "m": "Moderator", "mod": "Moderator", "fac": "Facilitator",
}  # fmt: skip
ANSWERING: Final = (
    "participant|respondent|interviewee|informant|resp|res|speaker|"
    "student|nurse|patient|doctor|teacher|man|woman|male|female|"
    "شریک|شرکت کنندہ|جواب دہندہ|طالب علم|طالبہ|خاتون|مرد|ج|ګډونوال|ګډونواله|ځواب ورکوونکی"
)
SHORT: Final = r"[IMPQRAF]|(?:[A-Z]{2,4} ?\d{1,2}[-_/])?[A-Z]{1,4} ?\d{1,3}"
COLONS: Final = ":："
LABEL: Final = re.compile(
    r"(?:^|(?<=\n)|(?<=[.?!…۔؟\"”)][ \n]))[ \t]*(?P<label>"
    + "|".join(sorted((word for word in ASKING if len(word) > 1), key=len, reverse=True))
    + rf"|(?:{ANSWERING})(?: ?[A-Za-z0-9۰-۹]{{1,3}})?|س|ج|(?-i:{SHORT}))[ ]?[{COLONS}][ \n]*"
    # Of these, no sentence needs to have ended before.
    + (
        r"|(?<=\s)(?P<within>(?-i:(?!A\d)[A-Z]{1,2}\d{1,2}|INTERVIEWER|MODERATOR|FACILITATOR))"
        rf" ?[{COLONS}][ \n]*"
    ),
    re.IGNORECASE,
)
PAIRS: Final = {"“": "”", "„": "“", "«": "»", "‘": "’", '"': '"', "”": "”", "»": "«", "「": "」"}
AFTER_CLOSING: Final = ".,;…۔ \n"
LONGEST: Final = 60
MOST_TURNS: Final = 12


def speakers_in_text(draft: Draft) -> Iterator[Problem]:
    """Warn where words that were said name their speaker, as a transcript does."""
    for found in words_said(draft):
        text = found.text.text
        labels = list(LABEL.finditer(text)) if any(colon in text for colon in COLONS) else []
        if labels and not _is_enumeration(labels):
            named = _label(labels[0])
            message = f'begins words of another speaker with "{named}:"'
            if len(labels) == 1 and not text[: labels[0].start()].strip():
                message = f'names its speaker: "{named}:"'
            hint = _turns(text, labels, found)
            yield as_problem(
                draft,
                found,
                Damage(
                    "speaker-in-text",
                    max(labels[0].start("label"), labels[0].start("within")),
                    message,
                    hint,
                ),
            )


def words_said(draft: Draft) -> Iterator[FoundText]:
    """List the words of quotations and of their originals."""
    for found in all_texts(draft):
        is_text = isinstance(found.record, Quotation) and found.field == "text"
        if is_text and found.text.path[0] in WORDS:
            yield found


def _label(match: re.Match[str]) -> str:
    return match["label"] or match["within"]


def _is_enumeration(labels: list[re.Match[str]]) -> bool:
    """Tell `A: … ` alone, which may be a grade or an answer to choose, from a speaker."""
    return len(labels) == 1 and _label(labels[0]) in ("A", "F")


def _asks(label: str, others: set[str]) -> bool:
    name = re.sub(r"[ \d]+$", "", label).casefold()
    # `R` stands for a researcher beside `P`, for a respondent beside `I` or `Q`.
    return name in ASKING or (name == "r" and "p" in others)


def _turns(text: str, labels: list[re.Match[str]], found: FoundText) -> str:
    """Propose turns, the interviewer's typed; or no name, where only the participant speaks."""
    first = labels[0]
    others = {_label(match).casefold() for match in labels}
    starts_so = not text[: first.start()].strip()
    if starts_so and len(labels) == 1 and not _asks(_label(first), others):
        return (
            f'leave "{_label(first)}:" out: `participant`, `session` or `as_printed` say who speaks'
        )
    spoken = [] if starts_so else [("Participant", text[: first.start()], False)]
    spoken += [
        (
            _label(match),
            text[match.end() : after.start() if after else None],
            _asks(_label(match), others),
        )
        for match, after in zip_longest(labels, labels[1:])
    ]
    written = ", ".join(_turn(*turn) for turn in spoken[:MOST_TURNS] if turn[1].strip())
    written += ", …" if len(spoken) > MOST_TURNS else ""
    place = (
        "more turns in place of this one"
        if "turns" in found.text.path
        else "turns in place of text"
    )
    return f"write {place}: `turns: [{written}]`"


def _turn(speaker: str, text: str, asks: bool) -> str:
    flat = " ".join(text.split())
    words = f"{flat[:LONGEST]}…" if len(flat) > LONGEST + 1 else flat
    escaped = words.replace("\\", "\\\\").replace('"', '\\"')
    name = FULL_NAMES.get(speaker.casefold(), speaker)
    if name.isupper() and len(name) > 3 and name.isalpha():
        name = name.capitalize()
    role = "role: interviewer, " if asks else ""
    return f'{{speaker: {name}, {role}text: "{escaped}"}}'


def marks_around_all(draft: Draft) -> Iterator[Problem]:
    """Warn where quotation marks stand around a whole quotation, which is shown as one anyway."""
    for found in words_said(draft):
        text = found.text.text.strip()
        if is_wrapped(text):
            message = (
                f"stands whole between quotation marks, {text[0]} and "
                f"{text.rstrip(AFTER_CLOSING)[-1]}"
            )
            hint = "leave them out: readers see that these words are quoted"
            yield as_problem(draft, found, Damage("marks-around-all", 0, message, hint))


def is_wrapped(text: str) -> bool:
    """Tell whether one pair of quotation marks holds the whole of a text."""
    body = text.rstrip(AFTER_CLOSING)
    closing = PAIRS.get(body[:1])
    if closing is None or len(body) < 3 or body[-1] != closing:
        return False
    opening, inside = body[0], body[1:-1]
    if opening == closing:
        return opening not in inside
    depth = 1
    for index, char in enumerate(inside):
        # An apostrophe within a word closes nothing.
        within_word = (
            inside[index - 1 : index].isalnum() and inside[index + 1 : index + 2].isalnum()
        )
        if char == opening:
            depth += 1
        elif char == closing and not within_word:
            depth -= 1
        if depth == 0:
            return False
    return True
