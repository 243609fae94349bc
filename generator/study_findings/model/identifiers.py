"""Identifiers that are resolved elsewhere, in the one form the site keeps: DOI, ORCID iD, ROR."""

from __future__ import annotations

import re
from typing import Annotated, Final
from urllib.parse import unquote

from pydantic import AfterValidator, WithJsonSchema
from pydantic_core import PydanticCustomError
from stdnum.iso7064 import mod_11_2, mod_97_10

from ..text.spelling import with_plain_hyphens, without_unseen

HTTP: Final = r"(?:https?://)?(?:www\.)?"
DOI_PREFIX: Final = re.compile(
    rf"(?:{HTTP}(?:dx\.)?doi\.org/|info:doi/|urn:doi:|doi\s*[:.]?\s*)+", re.IGNORECASE
)
DOI: Final = re.compile(r"10\.\d{4,9}/[^\s\x00-\x1f\x7f-\x9f]+")
ENDS: Final = ".,;:\"'”’»。،؛۔"
BRACKETS: Final = {")": "(", "]": "[", ">": "<", "}": "{"}
ORCID_PREFIX: Final = re.compile(rf"(?:{HTTP}orcid\.org/|orcid(?:\s+id)?\s*:?\s*)", re.IGNORECASE)
ORCID: Final = re.compile(r"(\d{4})[ -]?(\d{4})[ -]?(\d{4})[ -]?(\d{3}[\dX])", re.ASCII)
ROR_PREFIX: Final = re.compile(rf"(?:{HTTP}ror\.org/|ror\s*:\s*)", re.IGNORECASE)
# Crockford's letters, which leave out i, l, o and u.
ROR_LETTERS: Final = "0123456789abcdefghjkmnpqrstvwxyz"
ROR: Final = re.compile(rf"0([{ROR_LETTERS}]{{6}})(\d\d)", re.ASCII)


def _bare(value: str, prefix: re.Pattern[str]) -> str:
    """Take away an address or label before an identifier, and what cannot be seen in it."""
    text = without_unseen(value).strip().lstrip("<(")
    return prefix.sub("", text, count=1) if prefix.match(text) else text


def _malformed() -> PydanticCustomError:
    return PydanticCustomError("identifier", "is none")


def _mistyped() -> PydanticCustomError:
    return PydanticCustomError("check_digit", "does not fit its check digit")


def doi(value: str) -> str:
    """Give a DOI from `10.` on, without address, label or a sentence's stop (DOI Handbook, 2.2)."""
    bare = _bare(value, DOI_PREFIX)
    is_address = "/" in value[: value.find("10.")]
    if is_address:
        # What an address says beyond its page: a DOI's own signs are encoded there.
        bare = unquote(re.split(r"[?#]", bare, maxsplit=1)[0])
    bare = _without_sentence(bare)
    if DOI.fullmatch(bare) is None:
        raise _malformed()
    return bare


def _without_sentence(bare: str) -> str:
    """Take away what a sentence leaves behind a DOI: stops, marks, a bracket nothing opened."""
    while bare and (bare[-1] in ENDS or (bare[-1] in BRACKETS and _is_unopened(bare))):
        bare = bare[:-1]
    return bare


def _is_unopened(text: str) -> bool:
    return text.count(text[-1]) > text.count(BRACKETS[text[-1]])


def doi_at(address: str) -> str:
    """Give the DOI that an address at doi.org leads to, or nothing."""
    try:
        return doi(address)
    except PydanticCustomError:
        return ""


def orcid(value: str) -> str:
    """Give an ORCID iD in four blocks; its last character checks the rest (ISO 7064, mod 11-2)."""
    bare = with_plain_hyphens(_bare(value, ORCID_PREFIX))
    match = ORCID.fullmatch(bare.rstrip("/.").upper())
    if match is None:
        raise _malformed()
    if not mod_11_2.is_valid("".join(match.groups())):
        raise _mistyped()
    return "-".join(match.groups())


def ror(value: str) -> str:
    """Give the nine characters of a ROR; the last two check the others (ISO 7064, mod 97-10)."""
    match = ROR.fullmatch(_bare(value, ROR_PREFIX).rstrip("/.").lower())
    if match is None:
        raise _malformed()
    number = 0
    for letter in match[1]:
        number = number * len(ROR_LETTERS) + ROR_LETTERS.index(letter)
    if not mod_97_10.is_valid(f"{number}{match[2]}"):
        raise _mistyped()
    return match[0]


def _as_text(pattern: str) -> WithJsonSchema:
    return WithJsonSchema({"type": "string", "pattern": pattern})


Doi = Annotated[str, AfterValidator(doi), _as_text(r"10\.\d{4,9}/\S+")]
Orcid = Annotated[
    str, AfterValidator(orcid), _as_text(r"\d{4}\W?\d{4}\W?\d{4}\W?\d{3}[\dXx][/.\s]*$")
]
Ror = Annotated[str, AfterValidator(ror), _as_text(r"0[A-Za-z0-9]{6}\d{2}[/.\s]*$")]
