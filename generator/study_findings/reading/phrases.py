"""Words for what is wrong with a value, and for what was probably meant."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable
from typing import Any

from pydantic_core import ErrorDetails

from ..model.base import (
    COUNTRY_PATTERN,
    FINGERPRINT_PATTERN,
    ID_PATTERN,
    LANGUAGE_PATTERN,
    SCOPED_ID_PATTERN,
)
from ..text.spelling import looks_like, name_character, unlike

ID_HINT = "use small letters a to z, digits and hyphens, beginning with a letter or digit"
BAD_ID = ("bad-id", ID_HINT)
# A pattern of the model -> the rule it stands for, and the remedy.
PATTERNS: dict[str, tuple[str, str]] = {
    ID_PATTERN: BAD_ID,
    SCOPED_ID_PATTERN: ("bad-id", f"{ID_HINT}; one slash may follow a session's id: `fgd-1/p3`"),
    LANGUAGE_PATTERN: (
        "wrong-value",
        "write the language's tag, two or three small letters, such as LANGUAGE",
    ),
    COUNTRY_PATTERN: (
        "wrong-value",
        "write the country's code of two capital letters, such as PK",
    ),
    FINGERPRINT_PATTERN: (
        "wrong-value",
        "leave the field out, and `findings check` says what to write",
    ),
    r"\S": ("wrong-value", "write something, or leave the field out"),
}
# The same by field, where a field's name says more than its pattern does.
FIELDS: dict[str, tuple[str, str]] = {
    "when": (
        "wrong-value",
        "write a month as 2026-11 or a year as 2026: no day, it identifies people",
    ),
    "orcid": ("wrong-value", "write the sixteen digits in four blocks, as 0000-0002-1825-0097"),
    "ror": ("wrong-value", "write the nine characters after ror.org/"),
    "doi": ("wrong-value", "write it from 10. on, without spaces, as 10.1234/example.2026.01"),
    "url": ("wrong-value", "write the whole address, beginning with https://"),
}
# Fields whose last characters check the others -> where to compare them.
CHECKED: dict[str, str] = {
    "orcid": "compare it with the person's page at orcid.org",
    "ror": "compare it with the institution's page at ror.org",
}
TYPES: dict[str, tuple[str, str]] = {
    "string_type": ("text", "put the whole text in double quotes"),
    "tuple_type": ("a list", "begin each entry with `- ` on a line of its own"),
    "model_type": ("fields of its own", "write its fields under it, as `field: value`"),
    "model_attributes_type": ("fields of its own", "write its fields under it, as `field: value`"),
    "dict_type": ("fields of its own", "write its fields under it, as `field: value`"),
    "int_parsing": ("a whole number", "write digits only"),
    "int_parsing_size": ("a whole number", "write a smaller number"),
    "int_from_float": ("a whole number", "write digits only"),
    "int_type": ("a whole number", "write digits only"),
    "bool_parsing": ("true or false", "write true or false"),
    "bool_type": ("true or false", "write true or false"),
    "day": ("a day", "write it as 2026-11-01"),
}


def quoted(value: str) -> str:
    """Quote a value for a message, on one line and not too long; quotes within it become single."""
    flat = " ".join(value.split()).replace('"', "'")
    return f'"{flat[:57]}…"' if len(flat) > 58 else f'"{flat}"'


def did_you_mean(value: str, known: Iterable[str]) -> str:
    """Suggest the known word nearest to a value, or nothing.

    Where both look the same, the character that differs is named.
    """
    known = tuple(known)
    if (same := next((word for word in known if looks_like(value, word)), None)) is not None:
        return _retype(value, same)
    by_folded = {word.casefold(): word for word in known}
    close = difflib.get_close_matches(value.casefold(), by_folded, n=1, cutoff=0.6)
    return f'did you mean "{by_folded[close[0]]}"?' if close else ""


def _retype(value: str, same: str) -> str:
    """Say which of two texts that look the same to type anew, and what it holds."""
    char, declared = unlike(value, same), unlike(same, value)
    if char is not None and char.isascii() and declared is not None:
        return (
            f"type {quoted(same)} anew where it is declared: it holds {name_character(declared)} "
            "there"
        )
    holds = f": this holds {name_character(char)}" if char else ""
    return f"type {quoted(same)} anew{holds}"


def describe_error(
    details: ErrorDetails, field: str, found: str, value: str | None, language: str
) -> tuple[str, str, str]:
    """Give the rule, message and hint for one of Pydantic's errors.

    `found` says what stands where; `value` is the text itself, None for a list or fields;
    `language` is the study's own.
    """
    kind = "day" if details["type"].startswith("date") else details["type"]
    context: dict[str, Any] = details.get("ctx", {})
    if kind in TYPES:
        expected, hint = TYPES[kind]
        return "wrong-type", f"{found}, but should be {expected}", hint
    if kind == "literal_error":
        allowed = re.findall(r"'([^']*)'", context["expected"])
        guess = did_you_mean(value or "", allowed)
        return "wrong-value", found, guess or f"write one of: {', '.join(allowed)}"
    if kind == "check_digit":
        message = f"{found}, but its last characters, which check the others, do not fit them"
        return "check-digit", message, f"a character is mistyped: {CHECKED[field]}"
    if kind == "identifier":
        rule, hint = FIELDS[field]
        return rule, found, hint
    if kind == "string_pattern_mismatch":
        rule, hint = FIELDS.get(field) or PATTERNS.get(
            context["pattern"], ("wrong-value", f"write it to fit {context['pattern']}")
        )
        return rule, found, hint.replace("LANGUAGE", language)
    if kind == "invisible":
        return "wrong-value", found, PATTERNS[r"\S"][1]
    if kind == "string_too_long":
        return (
            "bad-id",
            f"{found}, which is too long",
            f"use at most {context['max_length']} characters",
        )
    if kind == "too_short":
        return "wrong-value", f"{found} without an entry", "add at least one"
    bound = context.get("ge", context.get("le"))
    if bound is not None:
        word = "least" if "ge" in context else "most"
        return "wrong-value", found, f"write a number of at {word} {bound}"
    return (
        "wrong-value",
        f"{found}: {details['msg']}",
        "see which values the field takes in the documentation of its fields",
    )
