"""The words of the site itself, in the reader's language: gettext catalogues, and CLDR by Babel."""

from __future__ import annotations

import gettext
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cache
from importlib import resources
from typing import Final

from babel import Locale, UnknownLocaleError
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

from .directions import Direction, direction

SOURCE_LANGUAGE: Final = "en"
THOUSAND: Final = 1000


@dataclass(frozen=True)
class Interface:
    """Say the site's own words in one language; `language` is that of the words, a BCP 47 tag."""

    language: str
    catalogue: gettext.NullTranslations = field(repr=False, compare=False)

    @property
    def direction(self) -> Direction:
        """Tell the direction of the words."""
        return direction(self.language)

    def gettext(self, message: str, /, **values: object) -> str:
        """Say a message, its `%(name)s` filled in."""
        said = self.catalogue.gettext(message)
        if said == message:
            # Early Pythons 3.11 do not find the singular of a message that elsewhere counts.
            said = self.catalogue.ngettext(message, message, 1)
        return said % values

    def ngettext(self, singular: str, plural: str, num: int, /, **values: object) -> str:
        """Say a message that counts; `%(num)s` is the number."""
        message = self.catalogue.ngettext(singular, plural, num)
        return message % {"num": self.number(num), **values}

    def pgettext(self, context: str, message: str, /, **values: object) -> str:
        """Say a message whose words mean different things in different places."""
        return self.catalogue.pgettext(context, message) % values

    def number(self, number: int) -> str:
        """Write a number with its thousands apart: `3,000`."""
        if number < THOUSAND:
            return str(number)
        # Pashto's own point between thousands would read as a decimal one in Pakistan.
        return format_decimal(number, locale="en" if self.language == "ps" else self.language)

    def joined(self, items: Iterable[str]) -> str:
        """Join items as a sentence does: `students and faculty`."""
        return format_list(list(items), locale=self.language)

    def language_name(self, language: str) -> str:
        """Name a language, or give its tag where CLDR has no name for it."""
        subtag = language.split("-")[0]
        unnamed = {
            "hno": self.gettext("Hindko"),
            "khw": self.gettext("Khowar"),
            "prs": self.gettext("Dari"),
            "skr": self.gettext("Saraiki"),
        }
        names = Locale.parse(self.language).languages
        return str(names.get(subtag) or unnamed.get(subtag, language))


def own_name(language: str) -> str:
    """Name a language as its speakers do: `اردو`."""
    try:
        return Locale.parse(language, sep="-").get_language_name() or language
    except (UnknownLocaleError, ValueError):
        return language


def catalogue_languages() -> tuple[str, ...]:
    """List the languages the site's own words are in, English first."""
    found = resources.files(__package__).joinpath("catalogues").iterdir()
    others = (path.name.removesuffix(".po") for path in found if path.name.endswith(".po"))
    return (SOURCE_LANGUAGE, *sorted(others))


@cache
def interface_for(language: str) -> Interface:
    """Give the words for a language tag: its own catalogue, its language's, or else English."""
    for tag in (language, language.split("-")[0]):
        if tag in catalogue_languages():
            return Interface(tag, _catalogue(tag))
    return Interface(SOURCE_LANGUAGE, gettext.NullTranslations())


def _catalogue(language: str) -> gettext.NullTranslations:
    if language == SOURCE_LANGUAGE:
        return gettext.NullTranslations()
    path = resources.files(__package__) / "catalogues" / f"{language}.po"
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(path.read_bytes()), locale=language))
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
