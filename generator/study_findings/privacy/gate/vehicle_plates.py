"""Number plates: shapes that nothing else has, and looser ones beside a word for a vehicle."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .flags import GateRule, Span, example
from .gate_text import GateText
from .vocabulary import is_name

# Britain; India; Pakistan with the year; Pakistan and others with a hyphen; California.
_SHAPES: Final = re.compile(
    r"(?<![\w-])(?:[A-Z]{2}\d{2} ?[A-Z]{3}|[A-Z]{2}[ -]?\d{1,2}[ -]?[A-Z]{1,3}[ -]?\d{4}"
    r"|[A-Z]{2,3}[- ]\d{2}[- ]\d{3,4}"
    r"|[A-Z]{2,3}-\d{3,4}(?:-[A-Z])?|\d[A-Z]{3}\d{3})(?![\w-])"
)
# Pakistan's older ones, and many others, begin with the town: `Quetta B 4312`.
_OF_TOWN: Final = re.compile(r"(?<![\w-])[A-Z][a-z]{2,14} [A-Z]{1,3}[ -]?\d{3,4}(?![\w-])")
_VEHICLE: Final = (
    "car|cars|van|bus|jeep|truck|vehicle|motor ?bike|motor ?cycle|bike|rickshaw|taxi|cab"
    "|ambulance|tractor|trolley|trailer|wagon|pickup|suzuki|hiace|coaster|datsun|plate|plates"
    "|number ?plate|licen[cs]e plate|registration|corolla|civic|mehran|alto|scooter|lorry"
)
# The words of these, and what is written as one: `numberplate`, `motorbike`.
_VEHICLES: Final = frozenset(
    re.sub(r"licen\[cs\]e", "licence|license", _VEHICLE).replace(" ?", "").split("|")
    + "plate plates numberplates motor licence license".split()
)
_CODE: Final = (
    r"([A-Z] ?\d{1,3} ?[A-Z]{3}|[A-Z]{1,3} ?-?\d{1,2}[ -]?[A-Z]{0,3} ?-?\d{2,5}"
    r"|[A-Z]{1,3}[ -]?\d{3,5}|\d{1,3}[ -][A-Z]{1,3}[ -]\d{2,5})(?![\w-])"
)
_BESIDE: Final = re.compile(
    rf"(?<!\w)(?i:{_VEHICLE})(?!\w)[^\n.!?]{{1,24}}?(?<![\w-]){_CODE}"
    rf"|(?<!\w)(?i:{_VEHICLE})(?i:[ ,:]{{1,3}}| (?:is|was|no\.?|number) )(?<![\w-])(?i:{_CODE})"
)
_BEFORE: Final = re.compile(rf"(?<![\w-]){_CODE}[^\n.!?]{{1,24}}?(?<!\w)(?:number ?)?plates?(?!\w)")
# What stands before figures and is no plate: money, exams, illnesses, measures.
_OTHERS: Final = frozenset(
    "rs pkr inr usd gbp eur aed sar bdt npr lkr icd covid cpr bp hr icu opd usmle fcps mrcp plab"
    " mcq bed ward room year page line day no at in on of to for and or by the step part dsm sars"
    " mers hiv rh ph iso aug sep oct nov dec jan feb mar apr may jun jul was is with about over"
    " from cost sold".split()
)


def _find(text: GateText) -> Iterator[Span]:
    if not text.has_digit:
        return
    for match in _SHAPES.finditer(text.plain):
        if re.search("[A-Z]+", match[0])[0].lower() not in _OTHERS:  # type: ignore[index]
            yield match.span()
    for match in _OF_TOWN.finditer(text.plain):
        if is_name(match[0].split(" ")[0].lower()):
            yield match.span()
    if _VEHICLES.isdisjoint(text.letters):
        return
    for match in (*_BESIDE.finditer(text.plain), *_BEFORE.finditer(text.plain)):
        at = match.lastindex or 0
        letters = re.findall("[A-Za-z]+", match[at])
        if not any(part.lower() in _OTHERS for part in letters):
            yield match.span(at)


RULE: Final = GateRule(
    "vehicle-plate",
    "error",
    "A number plate leads to the owner of a vehicle.",
    "[a number plate]",
    _find,
    examples=(
        example("a jeep went by, Quetta B 4312; then 4KLM207", "Quetta B 4312", "4KLM207"),
        example("LEA-19-4521 was parked outside", "LEA-19-4521"),
        example("He drives ABC-123 to work.", "ABC-123"),
        example("AB12 CDE followed me", "AB12 CDE"),
        example("KA 01 AB 1234 stood there", "KA 01 AB 1234"),
        example("KA01AB1234 stood there", "KA01AB1234"),
        example("his car, lea 4521, was there", "lea 4521"),
        example("The plate is A 12345.", "A 12345"),
        example("a white van with number plate P 8812", "P 8812"),
        example("A 45678 was on the number plate", "A 45678"),
        example("registration K 78 XYZ", "K 78 XYZ"),
        example("the tractor, KPT 4318, was on credit", "KPT 4318"),
        example("KPT-4318-B hit the gate", "KPT-4318-B"),
    ),
    non_examples=(
        example("ICD-100 and COVID-2019 are codes."),
        example("The bus cost Rs 150 a day."),
        example("The car was sold in 2019."),
        example("The ambulance took 120 minutes, PKR 5000."),
        example("USMLE-2020 was hard."),
        example("My bike and 40 others."),
    ),
)
