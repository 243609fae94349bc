"""E-mail addresses, also those written out to hide them: `name at host dot com`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .flags import GateRule, Span, example
from .gate_text import GateText
from .web_addresses import ENDINGS

_LOCAL: Final = r"(?<![\w.+%-])[\w.+%-]{1,80}"
# On keyboards of Urdu and Japanese other stops lie where a point does: `name@mail۔com`.
_WRITTEN: Final = re.compile(
    rf"{_LOCAL} ?@ ?\w[\w-]{{0,80}}"
    r"(?: ?\. ?\w[\w-]{0,80}|[\u06d4\u3002][A-Za-z][\w-]{0,80}){1,8}(?!\w)"
)
_AT: Final = r"(?: ?@ ?| {0,2}[\[({] {0,2}(?:at|@) {0,2}[\])}] {0,2}| at(?: the rate(?: of)?)? )"
_DOT: Final = r"(?:\.| {0,2}[\[({] {0,2}(?:dot|\.) {0,2}[\])}] {0,2}| dot )"
_SPOKEN: Final = re.compile(
    rf"{_LOCAL}(?:(?: (?:dot|underscore|dash) | {{0,2}}[\[(](?:dot|underscore|dash)[\])] {{0,2}})"
    rf"[\w+%.-]{{1,80}}){{0,4}}{_AT}"
    rf"[\w-]{{1,80}}(?:{_DOT}[\w-]{{1,80}}){{0,4}}{_DOT}(?:{ENDINGS})(?![\w-])",
    re.IGNORECASE,
)

# Where `at` stands in brackets nothing else is meant, whatever the address ends in.
_BRACKETED: Final = re.compile(
    rf"{_LOCAL} {{0,2}}[\[({{] {{0,2}}at {{0,2}}[\])}}] {{0,2}}[\w-]{{1,80}}"
    rf"(?:{_DOT}[\w-]{{2,80}}){{1,4}}",
    re.IGNORECASE,
)
# So it is where `at the rate` is said, or what joins two words of a name.
_LINKED: Final = (
    r"(?: (?:dot|underscore|dash|hyphen) | {0,2}[\[(](?:dot|underscore|dash)[\])] {0,2})"
    r"[\w+%.-]{1,80}"
)
_HOST: Final = r"[\w-]{1,80}(?: dot [\w-]{2,80}){1,4}"
_SAID: Final = re.compile(
    rf"{_LOCAL}(?:{_LINKED}){{0,4}} (?:at the rate(?: of)?|@) {_HOST}"
    rf"|{_LOCAL}(?:{_LINKED}){{1,4}} at {_HOST}"
    rf"|{_LOCAL} (?-i:AT) [\w-]{{1,80}}(?: (?-i:DOT) [\w-]{{2,80}}){{1,4}}",
    re.IGNORECASE,
)
_FULL_STOP: Final = re.compile(r"\.\w|[\[({] {0,2}\.")


def _find(text: GateText) -> Iterator[Span]:
    if not _may_be_there(text):
        return
    for pattern in (_WRITTEN, _SPOKEN, _BRACKETED, _SAID):
        for match in pattern.finditer(text.plain):
            yield match.start() + len(match[0]) - len(match[0].lstrip(".-")), match.end()


def _may_be_there(text: GateText) -> bool:
    """Tell whether a text has what no address can be written without."""
    if "@" in text.plain:
        return True
    has_dot = "dot" in text.letters or _FULL_STOP.search(text.plain) is not None
    return "at" in text.letters and has_dot


RULE: Final = GateRule(
    "email-address",
    "error",
    "An e-mail address leads to one person.",
    "[an e-mail address]",
    _find,
    examples=(
        example("میرا پتہ gul@mail۔example ہے", "gul@mail۔example", language="ur"),
        example("write to ward.six(at)clinic.invalid", "ward.six(at)clinic.invalid"),
        example("Write to zarka.iqbal@example.com today.", "zarka.iqbal@example.com"),
        example(
            "My mail: z_k99+ward@students.example.edu.pk.", "z_k99+ward@students.example.edu.pk"
        ),
        example("it is zarka at example dot com", "zarka at example dot com"),
        example(
            "zarka dot khan at the rate example dot co dot uk",
            "zarka dot khan at the rate example dot co dot uk",
        ),
        example("zarka (at) example (dot) org", "zarka (at) example (dot) org"),
        example("ZARKA[AT]EXAMPLE.ORG", "ZARKA[AT]EXAMPLE.ORG"),
        example("Send it to zarka @ example.com please", "zarka @ example.com"),
        example("میرا پتہ zarka@example.com ہے", "zarka@example.com", language="ur"),
        example("a@example.com and b@example.org", "a@example.com", "b@example.org"),
        example("zarka[underscore]k@example.com", "zarka[underscore]k@example.com"),
        example("zarka underscore k at ward dot invalid", "zarka underscore k at ward dot invalid"),
        example("it is zarka at the rate ward dot invalid", "zarka at the rate ward dot invalid"),
        example("ZARKA is zarka AT ward DOT invalid", "zarka AT ward DOT invalid"),
    ),
    non_examples=(
        example("I was at home. Then I left."),
        example("We sold it @ 50 rupees."),
        example("They looked at me and the dot on the screen."),
        example("I arrived at 9 a.m. and left at 5."),
        example("He shouted at the ward boy."),
        example("At the rate of two a day, they said, and the dot on the map."),
    ),
)
