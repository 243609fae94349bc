"""Numbers of identity, cards and accounts that prove themselves by their own check digits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from types import ModuleType
from typing import Final

from stdnum import iban, imei, luhn

from .digit_runs import is_plainly_no_number, runs
from .flags import GateRule, Span, example
from .gate_text import GateText, Setting

Judge = Callable[[str], bool]

_EVERYWHERE: Final = ("pk.cnic", "in_.aadhaar", "in_.pan", "in_.epic", "gb.nhs", "us.ssn")
# What is a country's, and nobody's own: taxes of firms, banks, trades.
_OF_NOBODY: Final = frozenset("vat postal_code postcode".split())
_LETTERED: Final = re.compile(
    r"(?<![\w-])(?=[\w-]{0,30}\d)[A-Za-z0-9]{2,34}(?:-[A-Za-z0-9]{1,20}){0,4}(?![\w-])"
)
_IBAN: Final = re.compile(
    r"(?<!\w)[A-Z]{2}\d{2}(?:[ -]?[A-Z0-9]{4}){2,7}(?:[ -]?[A-Z0-9]{1,3})?(?!\w)", re.IGNORECASE
)
_GROUPS_APART: Final = re.compile("[ -]")
_NATIONAL_INSURANCE: Final = re.compile(
    r"(?<!\w)(?:QQ|[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]) ?\d{2} ?\d{2} ?\d{2} ?[A-D](?!\w)",
    re.IGNORECASE,
)
_NAMED: Final = re.compile(
    r"(?<!\w)(?:cnic|nic|nicop|aadhaar|aadhar|passport|iqama|emirates id"
    r"|national (?:id|insurance)|ssn|social security"
    r"|identity card|id card|شناختی کارڈ|پاسپورٹ|تذکرې|تذکره)"
    r"(?: ?(?:number|no|num|card|نمبر|شمېره)\b\.?)?[:#]?(?: (?:is|was))? {0,2}"
    r"([A-Za-z]{0,3}-?\d[\w-]{2,30})",
    re.IGNORECASE,
)
_ENDING: Final = re.compile(
    r"(?<!\w)(?:card|account|number|visa|mastercard|cnic|nic)[^\n.!?]{0,16}"
    r" end(?:s|ed|ing) (?:in |with )?"
    r"(\d{3,6})(?!\w)",
    re.IGNORECASE,
)
# What stands before such numbers, and `number` written on to it.
_SIGNS: Final = frozenset(
    word + end
    for word in "cnic nic nicop aadhaar aadhar passport iqama id national ssn security card".split()
    for end in ("", "number", "no", "num", "card")
) | {"end", "ends", "ended", "ending"}
_DIALLED: Final = ("+", "00")
_CARDS: Final = range(13, 20)
_EMIRATES: Final = "784"


def _find(text: GateText) -> Iterator[Span]:
    if not text.has_digit:
        return
    judges = _judges((text.setting.country or "").lower())
    yield from _runs_that_prove(text, judges)
    for match in _LETTERED.finditer(text.plain):
        if not match[0].replace("-", "").isdigit() and any(
            judge(match[0].upper()) for judge in judges
        ):
            yield match.span()
    for match in _IBAN.finditer(text.plain):
        end = _end_of_iban(match[0])
        if end is not None:
            yield match.start(), match.start() + end
    for match in _NATIONAL_INSURANCE.finditer(text.plain):
        yield match.span()
    is_named = text.has_arabic or not _SIGNS.isdisjoint(text.letters)
    for pattern in (_NAMED, _ENDING) if is_named else ():
        for match in pattern.finditer(text.plain):
            yield match.span(1)


def _runs_that_prove(text: GateText, judges: tuple[Judge, ...]) -> Iterator[Span]:
    for run in runs(text):
        if (
            len(run.text) <= 40
            and not run.text.startswith(_DIALLED)
            and not is_plainly_no_number(text, run)
            and _proves(run.digits, judges)
        ):
            yield run.start, run.end


def _end_of_iban(text: str) -> int | None:
    """Say where an account's number ends: words behind it are as long as a group of it."""
    ends = [len(text), *(gap.start() for gap in reversed([*_GROUPS_APART.finditer(text)]))]
    return next((end for end in ends if iban.is_valid(text[:end])), None)


def _proves(digits: str, judges: tuple[Judge, ...]) -> bool:
    if len(digits) in _CARDS and luhn.is_valid(digits):
        return True
    if imei.is_valid(digits) or (len(digits) == 15 and digits.startswith(_EMIRATES)):
        return True
    return len(digits) >= 8 and any(judge(digits) for judge in judges)


@cache
def _judges(country: str) -> tuple[Judge, ...]:
    """List what knows a number of people: the commonest of all, and all of the study's country."""
    modules = [import_module(f"stdnum.{name}") for name in _EVERYWHERE]
    return tuple(module.is_valid for module in (*modules, *_of(country)))


def _of(country: str) -> Iterator[ModuleType]:
    if not re.fullmatch("[a-z]{2}", country):
        return
    for name in (f"stdnum.{country}", f"stdnum.{country}_"):
        try:
            package = import_module(name)
        except ModuleNotFoundError:
            continue
        for found in iter_modules(getattr(package, "__path__", ())):
            module = import_module(f"{name}.{found.name}")
            if found.name not in _OF_NOBODY and hasattr(module, "is_valid"):
                yield module


RULE: Final = GateRule(
    "identity-number",
    "error",
    "A number of an identity card, a bank card or an account belongs to one person.",
    "[an identity number]",
    _find,
    examples=(
        example("My card says 34201-1234567-1.", "34201-1234567-1"),
        example("CNIC 3420112345671 was asked", "3420112345671"),
        example("شناختی کارڈ ۳۴۲۰۱-۱۲۳۴۵۶۷-۱", "۳۴۲۰۱-۱۲۳۴۵۶۷-۱", language="ur"),
        example("the card 4111 1111 1111 1111 was refused", "4111 1111 1111 1111"),
        example("GB82 WEST 1234 5698 7654 32 is the account", "GB82 WEST 1234 5698 7654 32"),
        example("PK36SCBL0000001123456702", "PK36SCBL0000001123456702"),
        example("Pay GB82 WEST 1234 5698 7654 32 at once", "GB82 WEST 1234 5698 7654 32"),
        example("to gb82-west-1234-5698-7654-32, they said", "gb82-west-1234-5698-7654-32"),
        example("pk36scbl0000001123456702 send that sum", "pk36scbl0000001123456702"),
        example("NHS number 943 476 5919", "943 476 5919"),
        example("Aadhaar 2341 2341 2346", "2341 2341 2346"),
        example("my PAN is ACUPA7085R", "ACUPA7085R"),
        example("SSN 536-90-4399", "536-90-4399"),
        example("AB 12 34 56 C, they noted", "AB 12 34 56 C"),
        example("784-1990-1234567-1 is on it", "784-1990-1234567-1"),
        example("passport no. AB1234567 was taken", "AB1234567"),
        example("RCCMNL83S18D969H is mine", "RCCMNL83S18D969H", setting=Setting(country="IT")),
        example("the card ending in 4242", "4242"),
        example("NI number QQ 12 34 56 C", "QQ 12 34 56 C"),
    ),
    non_examples=(
        example("I had 1,200,000 rupees and 10 days."),
        example("COVID-19 came in 2020-2021."),
        example("We were on the 4th floor, bed 12."),
        example("The passport office was closed."),
        example("H1N1, B12 and ICD-10."),
    ),
)
