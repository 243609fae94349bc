"""Words composed to show a site, known by what the files of sites say of them.

Whoever takes such a file for data would publish as said what no participant said.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache
from typing import Final

from ..findings import disclaimers
from ..language import catalogue_languages, interface_for
from ..model import Quotation, Theme
from ..model.provenance import ILLUSTRATIVE
from ..text.folding import words_of

_NAME: Final = "xxxx"
_QUOTATION: Final = Quotation.model_construct(id="q", provenance=ILLUSTRATIVE)
_THEME: Final = Theme.model_construct(id="a", title=_NAME, provenance=ILLUSTRATIVE)


def says_composed(texts: Iterable[str]) -> bool:
    """Tell whether one of some texts says that nobody said a quotation, in any language of sites.

    Whatever the file was made into meanwhile: case, line breaks and marks make no difference.
    """
    folded = [_folded(text) for text in texts if text]
    return any(says in text for says in _of_quotations() for text in folded)


def says_some_composed(texts: Iterable[str]) -> bool:
    """Tell whether a text says of anything around it that it was composed."""
    return any(says in text for text in map(_folded, texts) for says in _of_anything())


@lru_cache(4096)
def title_of_composed(title: str) -> str | None:
    """Give the title of a theme without the words that say it was composed; None without such."""
    for before, after in _around_titles():
        if title.startswith(before) and title.endswith(after):
            return title[len(before) : len(title) - len(after)].strip()
    return None


def without_remark(text: str) -> tuple[str, bool]:
    """Give what a theme says without a remark that it was composed, and whether there was one."""
    for remark in _of_themes():
        if text.startswith(remark):
            return text[len(remark) :].strip(), True
    return text, False


def without_composed(text: str) -> tuple[str, bool]:
    """Give what a quotation says of itself without that it was composed, and whether it was."""
    for remark in _remarks():
        if text.startswith(remark):
            return text[len(remark) :].strip(), True
    return text, False


def _folded(text: str) -> str:
    return f" {' '.join(words_of(text))} "


@cache
def _of_quotations() -> frozenset[str]:
    found = set()
    for say in map(interface_for, catalogue_languages()):
        found.add(_folded(disclaimers.of_quotation(say, _QUOTATION)))
        found.add(_folded(disclaimers.attribution(say, _QUOTATION, "")))
    return frozenset(found)


@cache
def _of_anything() -> frozenset[str]:
    told = {_folded(remark) for remark in _of_themes()}
    told |= {_folded(disclaimers.notice(say)) for say in map(interface_for, catalogue_languages())}
    return _of_quotations() | told


@cache
def _remarks() -> tuple[str, ...]:
    return tuple(
        disclaimers.of_quotation(say, _QUOTATION)
        for say in map(interface_for, catalogue_languages())
    )


@cache
def _around_titles() -> tuple[tuple[str, str], ...]:
    titles = (disclaimers.titled(say, _THEME) for say in map(interface_for, catalogue_languages()))
    return tuple((before, after) for before, _, after in (t.partition(_NAME) for t in titles))


@cache
def _of_themes() -> tuple[str, ...]:
    return tuple(
        disclaimers.of_theme(say, _THEME) for say in map(interface_for, catalogue_languages())
    )
