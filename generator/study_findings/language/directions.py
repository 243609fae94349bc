"""Which way a language is written: its likely script, and that script's direction, from CLDR."""

from __future__ import annotations

import itertools
from functools import cache
from typing import Final, Literal, TypeAlias

from babel import Locale, UnknownLocaleError
from babel.core import get_global

Direction: TypeAlias = Literal["ltr", "rtl"]

# Scripts from right to left in which CLDR, as Babel carries it, describes no language: those of
# living languages, and those of scholars. `Aran` is Arab in the manner of Nastaliq.
WITHOUT_A_LOCALE: Final = frozenset(
    """
    Aran Armi Avst Chrs Cprt Elym Gara Hatr Hung Khar Lydi Mand Mani Mend Merc Mero Narb Nbat Nkoo
    Orkh Ougr Palm Phli Phlp Phnx Prti Rohg Samr Sarb Sogd Sogo Thaa Yezi
    """.split()
)


@cache
def direction(language: str) -> Direction:
    """Tell the writing direction of a language tag [BCP 47], by its script or the likeliest one."""
    script = script_of(language)
    if script in WITHOUT_A_LOCALE:
        return "rtl"
    return "rtl" if _order(script) == "right-to-left" else "ltr"


def script_of(language: str) -> str:
    """Give the script of a language tag, as ISO 15924 writes it; empty where CLDR tells none.

    What stands after a subtag of one letter is an extension, or private, and tells of no script.
    """
    subtag, *rest = language.split("-")
    others = list(itertools.takewhile(lambda part: len(part) > 1, rest))
    for part in others:
        if len(part) == 4 and part.isalpha():
            return part.title()
    regions = [part.upper() for part in others if len(part) == 2]
    for tag in (*(f"{subtag}_{region}" for region in regions), subtag):
        for known in (tag, get_global("language_aliases").get(tag, "")):
            if likely := get_global("likely_subtags").get(known):
                return str(likely.split("_")[1])
            if "_" in known and known != tag:
                return script_of(known.replace("_", "-"))
    return ""


def _order(script: str) -> str:
    """Give the order of letters of the language that is likeliest in a script."""
    likely = get_global("likely_subtags").get(f"und_{script}", "")
    language = likely.split("_")[0]
    for name in (f"{language}_{script}", language):
        try:
            found = Locale.parse(name)
        except (UnknownLocaleError, ValueError):
            continue
        if script_of(name.replace("_", "-")) == script:
            return str(found.character_order)
    return ""
