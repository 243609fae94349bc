"""Language tags [BCP 47]: what was meant where another word stands for one."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from babel import Locale
from babel.core import get_global

from ..model.base import LANGUAGE_PATTERN
from . import catalogue_languages, interface_for

# Languages whose own names are known here; to ask CLDR for all of them takes seconds.
OWN_NAMES: Final = (
    "ar bn cs da de el en es fa fi fr gu he hi hu id it ja ko ku ms ne nl no pa pl ps pt ro ru sd "
    "sv sw ta te th tr uk ur vi zh"
)
OTHER_NAMES: Final = {
    "farsi": "fa",
    "pushto": "ps",
    "pukhto": "ps",
    "pakhto": "ps",
    "mandarin": "zh",
    "hindko": "hno",
    "khowar": "khw",
    "dari": "prs",
    "saraiki": "skr",
    "siraiki": "skr",
}


def meant_tag(word: str) -> str | None:
    """Give the tag meant by a language's name or one written otherwise: `Urdu`, `URD`, `en_GB`."""
    name = " ".join(word.casefold().split())
    known = OTHER_NAMES.get(name) or _english_names().get(name) or _own_names().get(name)
    if known is not None:
        return known
    first, *rest = re.split(r"[-_ ]", word.strip())
    shorter = str(get_global("language_aliases").get(first.lower(), first.lower()))
    tag = "-".join([shorter, *rest])
    return tag if re.fullmatch(LANGUAGE_PATTERN, tag) else None


@cache
def tags_by_name() -> dict[str, str]:
    """Map what languages are called in the site's own words, in each language of them, to tags."""
    known = {*_english_names().values(), *OTHER_NAMES.values()}
    says = [interface_for(language) for language in catalogue_languages()]
    return {say.language_name(tag): tag for tag in sorted(known) for say in says}


@cache
def _english_names() -> dict[str, str]:
    names = Locale("en").languages
    return {name.casefold(): tag for tag, name in names.items() if "_" not in tag}


@cache
def _own_names() -> dict[str, str]:
    return {
        (Locale.parse(tag).get_language_name() or tag).casefold(): tag for tag in OWN_NAMES.split()
    }
