"""What SPDX calls the licence an author names, how readers know it, and where it can be read."""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import Final, NamedTuple

from license_expression import get_spdx_licensing

from ..text.spelling import with_plain_hyphens, without_unseen

# No licence is named in more characters; what is longer is a text of its own.
LONGEST: Final = 200
OWN_LICENCE: Final = re.compile(r"LicenseRef-([A-Za-z0-9.-]+)")
"""A licence that is not on SPDX's list (SPDX specification, annex on licence expressions)."""
OPERATORS: Final = re.compile(r"(\(|\)|\b(?:and|or|with)\b)", re.IGNORECASE)
LISTED_AT: Final = re.compile(
    r"(?:https?://)?(?:www\.)?(?:spdx\.org/licenses|opensource\.org/licenses?)/"
    r"([A-Za-z0-9.+-]+?)(?:\.html|\.json|\.php)?/?",
    re.IGNORECASE,
)
CREATIVE_COMMONS_AT: Final = re.compile(
    r"(?:https?://)?(?:www\.)?creativecommons\.org/"
    r"(?:licen[cs]es/(?P<kind>[a-z-]+)/(?P<version>\d\.\d)(?:/(?P<place>igo|[a-z]{2}))?"
    r"|publicdomain/(?P<public>zero|mark)/1\.0)"
    r"(?:/(?:deed|legalcode)(?:\.[\w-]+)?)?/?(?:[#?].*)?",
    re.IGNORECASE,
)
CREATIVE_COMMONS: Final = re.compile(r"CC-(BY[A-Z-]*?)-(\d\.\d)(?:-([A-Z]+))?")
PUBLIC_DOMAIN: Final = {
    "CC0-1.0": ("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/"),
    "CC-PDM-1.0": ("Public Domain Mark 1.0", "https://creativecommons.org/publicdomain/mark/1.0/"),
}
# What authors write for the parts of a Creative Commons licence; order matters.
PARTS: Final = {
    "zero": r"cc[\s-]?0(?![.\d])|zero",
    "cc": r"creative[\s-]+commons|cc",
    "by": r"attribution|by",
    "nc": r"non[\s-]?commercial|nc",
    "nd": r"no[\s-]?deriv(?:ative)?s?(?:\s+works)?|nd",
    "sa": r"share[\s-]?alike|sa",
    "version": r"v?\d(?:\.\d)?(?![\d.])",
    "place": r"(?:igo|at|au|de|fr|jp|nl|uk|us)\b",
}
FILLING: Final = (
    r"(?:licen[cs]ed?|international|intl|unported|generic|universal|public|domain|dedication|deed|"
    r"under|version|the|a|an)\b"
)
PART: Final = re.compile(
    "|".join(f"(?P<{name}>{form})" for name, form in PARTS.items()) + rf"|{FILLING}|[\s,.:;/_-]+"
)


class LicencePart(NamedTuple):
    """Hold a part of what names a licence; `address` is empty where it leads nowhere."""

    text: str
    address: str = ""


@cache
def _listed() -> dict[str, str]:
    """Map each id of SPDX's list, and each former id, in small letters to the id that holds."""
    ids: dict[str, str] = {}
    for key, symbol in get_spdx_licensing().known_symbols.items():
        if not symbol.is_exception and not key.startswith("LicenseRef-"):
            ids |= {alias.lower(): key for alias in symbol.aliases if " " not in alias}
            ids[key.lower()] = key
    return ids


def _exception(text: str) -> str | None:
    """Find an exception on SPDX's list, which stands after WITH."""
    known = get_spdx_licensing().known_symbols.items()
    exceptions = {key.lower(): key for key, symbol in known if symbol.is_exception}
    return exceptions.get(text.lower())


def normalised(text: str) -> str:
    """Give the SPDX expression for what an author wrote; else the text, its spaces folded.

    Ids in any letters, names as `CC BY 4.0` and addresses of a licence are understood. A Creative
    Commons licence without its version is not: nobody could tell which is meant.
    """
    folded = " ".join(unicodedata.normalize("NFKC", text).split())
    folded = with_plain_hyphens(without_unseen(folded))
    if len(folded) > LONGEST:
        return text
    folded = folded.strip("\"'“”©. ") if not OWN_LICENCE.fullmatch(folded) else folded
    return _id(folded) or _expression(folded) or " ".join(text.split())


def is_listed(licence: str) -> bool:
    """Tell whether a licence, as `normalised` gives it, is an expression that SPDX defines."""
    return len(licence) <= LONGEST and (_id(licence) or _expression(licence)) == licence


def pieces(licence: str) -> tuple[LicencePart, ...]:
    """Split a licence, as `normalised` gives it, into what readers see and can follow."""
    if not is_listed(licence):
        return (LicencePart(licence),)
    if (own := OWN_LICENCE.fullmatch(licence)) is not None:
        return (LicencePart(own[1].replace("-", " ")),)
    return tuple(
        LicencePart(token) if token in " ()" or OPERATORS.fullmatch(token) else _linked(token)
        for token in re.findall(r"[^\s()]+|[\s()]", licence)
    )


def _linked(id_: str) -> LicencePart:
    if id_ in PUBLIC_DOMAIN:
        return LicencePart(*PUBLIC_DOMAIN[id_])
    if (own := OWN_LICENCE.fullmatch(id_)) is not None:
        return LicencePart(own[1].replace("-", " "))
    if (match := CREATIVE_COMMONS.fullmatch(id_)) is None:
        return LicencePart(id_, f"https://spdx.org/licenses/{id_}.html")
    kind, version, place = match[1], match[2], match[3] or ""
    path = "/".join(filter(None, (kind, version, place))).lower()
    name = " ".join(filter(None, ("CC", kind, version, place)))
    return LicencePart(name, f"https://creativecommons.org/licenses/{path}/")


def _id(text: str) -> str | None:
    """Find the one id that a text names: by itself, by an address, or in words."""
    if OWN_LICENCE.fullmatch(text):
        return text
    if (address := CREATIVE_COMMONS_AT.fullmatch(text)) is not None:
        return _at_creative_commons(address)
    if (address := LISTED_AT.fullmatch(text)) is not None:
        return _listed().get(address[1].lower())
    return _listed().get(text.lower()) or _creative_commons(text.lower()) or _named(text.lower())


def _at_creative_commons(address: re.Match[str]) -> str | None:
    if address["public"]:
        return "CC0-1.0" if address["public"].lower() == "zero" else "CC-PDM-1.0"
    parts = ("cc", address["kind"], address["version"], address["place"])
    return _listed().get("-".join(filter(None, parts)).lower())


def _named(text: str) -> str | None:
    """Find an id written with spaces or the word licence: `MIT License`, `GPLv3`, `Apache 2`."""
    words = re.sub(r"\b(?:the|licen[cs]e|version)\b|[,()]", " ", text)
    words = re.sub(r"\bgnu (?:(affero|lesser) )?general public\b", _general_public, words)
    # A version may be written onto the name, and without its `.0`.
    words = re.sub(r"(?<=[a-z])[ -]*v?(?=\d)|(?<=\d)(?= ?or later\b)", " ", words)
    names = "-".join(words.split())
    whole = re.sub(r"(?<=-)(\d)(?=\+?$|-or-later$|-only$)", r"\1.0", names)
    return _listed().get(names) or _listed().get(whole)


def _general_public(match: re.Match[str]) -> str:
    return f"{(match[1] or '')[:1]}gpl"


def _creative_commons(text: str) -> str | None:
    """Read a Creative Commons licence in words; None where any word is none of its own.

    What stands in brackets says the same again: `Attribution 4.0 International (CC BY 4.0)`.
    """
    kinds: set[str] = set()
    versions: set[str] = set()
    places: set[str] = set()
    named = False
    for segment in re.split(r"[()]", text):
        found = _parts_of(segment)
        if found is None:
            return None
        named = named or bool({"cc", "zero"} & found.keys()) or "attribution" in segment
        kinds |= {"-".join(part for part in ("by", "nc", "nd", "sa", "zero") if part in found)}
        versions |= {found["version"].strip("v")} if "version" in found else set()
        places |= {found["place"]} if "place" in found else set()
    kinds.discard("")
    versions = {version if "." in version else f"{version}.0" for version in versions}
    if not named or len(kinds) != 1 or len(versions) > 1 or len(places) > 1:
        return None
    if kinds == {"zero"}:
        return "CC0-1.0" if versions <= {"1.0"} and not places else None
    return _listed().get("-".join(("cc", *kinds, *versions, *places)))


def _parts_of(segment: str) -> dict[str, str] | None:
    """Take a stretch of words apart; None where one is unknown, or a part stands twice."""
    found: dict[str, str] = {}
    position = 0
    while position < len(segment):
        match = PART.match(segment, position)
        if match is None:
            return None
        if match.lastgroup is not None:
            if match.lastgroup in found:
                return None
            found[match.lastgroup] = match.group()
        position = match.end()
    return found


def _expression(text: str) -> str | None:
    """Read several licences joined by AND, OR and WITH, each in any form that `_id` knows."""
    tokens = [token.strip() for token in OPERATORS.split(text) if token.strip()]
    written: list[str] = []
    shape = ""
    for token in tokens:
        if OPERATORS.fullmatch(token):
            written.append(token.upper())
            shape += token[0].upper()
        elif (found := _exception(token) if shape.endswith("W") else _id(token)) is not None:
            written.append(found)
            shape += "e" if shape.endswith("W") else "x"
        else:
            return None
    whole = " ".join(written).replace("( ", "(").replace(" )", ")")
    return whole if _is_sound(shape) else None


def _is_sound(shape: str) -> bool:
    """Tell whether operators fit, where x is a licence, e an exception, and A, O, W join them."""
    while (reduced := re.sub(r"xWe|x[AO]x|\(x\)", "x", shape)) != shape:
        shape = reduced
    return shape == "x"
