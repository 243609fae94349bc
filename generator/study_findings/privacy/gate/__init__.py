"""The privacy gate: rules for what in one text may tell who somebody is; a person decides.

What the rules cannot tell from one text they leave: that a post can be found word for word, that
one speaker stands under two pseudonyms. What a machine cannot read at all, `notice` says.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from . import (
    acronyms,
    capitals,
    coordinates,
    dated_events,
    email_addresses,
    full_dates,
    great_ages,
    groups_and_roles,
    handles,
    identity_numbers,
    listed_names,
    long_numbers,
    long_texts,
    named_places,
    numbered_places,
    open_brackets,
    plain_names,
    record_numbers,
    sole_roles,
    street_addresses,
    telephones,
    titled_names,
    vehicle_plates,
    web_addresses,
)
from .flags import Example, Flag, FlagLevel, GateRule, example
from .gate_text import GateText, Setting, phrase_of

__all__ = [
    "RULES",
    "Example",
    "Flag",
    "FlagLevel",
    "GateRule",
    "Setting",
    "example",
    "flags_in",
    "notice",
]

_IN_ORDER: Final = (
    listed_names.RULE,
    email_addresses.RULE,
    web_addresses.RULE,
    handles.RULE,
    identity_numbers.RULE,
    record_numbers.RULE,
    coordinates.RULE,
    full_dates.RULE,
    vehicle_plates.RULE,
    street_addresses.RULE,
    telephones.RULE,
    long_numbers.RULE,
    titled_names.RULE,
    plain_names.RULE,
    capitals.RULE,
    acronyms.RULE,
    great_ages.RULE,
    sole_roles.RULE,
    groups_and_roles.RULE,
    named_places.RULE,
    numbered_places.RULE,
    dated_events.RULE,
    open_brackets.RULE,
    long_texts.RULE,
)
RULES: Final[dict[str, GateRule]] = {rule.name: rule for rule in _IN_ORDER}
"""The rules by name, the gravest first: where several flag one stretch, the first is told."""

_RANK: Final = {name: rank for rank, name in enumerate(RULES)}
_BETWEEN_NAMES: Final = re.compile(r"[ \u00a0-]{0,2}")


@lru_cache(maxsize=1 << 14)
def flags_in(text: str, language: str, setting: Setting) -> tuple[Flag, ...]:
    """Give all that may tell who somebody is in one text, in order.

    `language` is a BCP 47 tag. No two flags are over the same words: those that overlap are one, of
    the gravest rule, over all their words; so are names that stand side by side. A warning within
    or across an error waits for it. What is decided, word by word or as a whole, is not told, but
    for the team's own list.
    """
    gate_text = GateText(text, language, setting)
    decided = _decided(setting)
    found = [
        flag
        for rule in _IN_ORDER
        for flag in rule.flags(gate_text)
        if not decided or rule is listed_names.RULE or phrase_of(flag.words) not in decided
    ]
    return tuple(_resolved(gate_text, sorted(found, key=lambda flag: (flag.start, flag.end))))


@lru_cache(maxsize=8)
def _decided(setting: Setting) -> frozenset[tuple[str, ...]]:
    return frozenset(map(phrase_of, setting.decided))


def _resolved(text: GateText, flags: list[Flag]) -> list[Flag]:
    errors = _united(text, [flag for flag in flags if RULES[flag.rule].level == "error"])
    warnings = _united(text, [flag for flag in flags if RULES[flag.rule].level == "warning"])
    apart = []
    nearest = 0
    for flag in warnings:
        while nearest < len(errors) and errors[nearest].end <= flag.start:
            nearest += 1
        if nearest == len(errors) or errors[nearest].start >= flag.end:
            apart.append(flag)
    return sorted([*errors, *apart], key=lambda flag: flag.start)


def _united(text: GateText, flags: list[Flag]) -> list[Flag]:
    """Make flags of one level that overlap, and names side by side, one each."""
    found: list[Flag] = []
    for flag in flags:
        if found and _belong_together(text.given, found[-1], flag):
            gravest = min(found[-1], flag, key=lambda one: _RANK[one.rule])
            end = max(found[-1].end, flag.end)
            found[-1] = RULES[gravest.rule].flag(text, found[-1].start, end)
        else:
            found.append(flag)
    return found


def _belong_together(text: str, before: Flag, after: Flag) -> bool:
    if after.start < before.end:
        return True
    are_names = RULES[before.rule].about_names and RULES[after.rule].about_names
    return are_names and _BETWEEN_NAMES.fullmatch(text, before.end, after.start) is not None


def notice(text: str) -> str:
    """Say that a person must read a text in a script without capitals, or nothing of others."""
    if not any(unicodedata.category(char) == "Lo" for char in text):
        return ""
    return (
        "This text is in a script without capitals, in which the rules find only names that are"
        " listed or stand after a title: somebody who reads the language must read it for names."
    )
