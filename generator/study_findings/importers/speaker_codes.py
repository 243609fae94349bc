"""Codes that only say who speaks, as programs give them by the speakers of a transcript."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from .found import Dropped, Found, FoundQuotation, TitlePath
from .people_labels import is_code, is_role, plain_words

ASKED: Final = "its code says that these are words of the research team"
SPOKEN: Final = "its code says who speaks, and no other what it is about"
# Whose words these are is never what a code of findings is about.
_ASKERS: Final = frozenset(
    """interviewer interviewerin interviewers moderator moderatorin entrevistador entrevistadora
    moderador moderadora enqueteur enquetrice intervieweur intervieweuse""".split()
)


def without_speakers(found: Found) -> tuple[Found, list[Dropped]]:
    """Give what was found without codes of speakers and words of the team, and what was left out.

    Speakers are known where one of them is the interviewer: roles and codes beside that one are
    the others.
    """
    named: set[TitlePath] = {
        *(theme.path for theme in found.themes),
        *(code.path for code in found.codes),
        *(path for one in found.quotations for path in (*one.themes, *one.codes)),
    }
    askers = {path for path in named if path and _asks(path[-1])}
    if not askers:
        return found, []
    beside = {path[:-1] for path in askers}
    speakers = askers | {
        path for path in named if path and path[:-1] in beside and _speaks(path[-1])
    }
    asked = {_words(one) for one in found.quotations if askers & {*one.themes, *one.codes}}
    quotations, dropped = [], []
    for one in found.quotations:
        is_told = bool(speakers & {*one.themes, *one.codes})
        kept = replace(
            one,
            themes=tuple(path for path in one.themes if path not in speakers),
            codes=tuple(path for path in one.codes if path not in speakers),
        )
        if _words(one) in asked:
            dropped.append(Dropped(one.at, ASKED))
        elif is_told and not (kept.themes or kept.codes):
            dropped.append(Dropped(one.at, SPOKEN))
        else:
            quotations.append(kept)
    kept_found = replace(
        found,
        themes=tuple(one for one in found.themes if one.path not in speakers),
        codes=tuple(one for one in found.codes if one.path not in speakers),
        quotations=tuple(quotations),
    )
    return kept_found, dropped


def _asks(name: str) -> bool:
    words = [word for word in plain_words(name) if not word.isdigit()]
    return len(words) == 1 and words[0] in _ASKERS


def _speaks(name: str) -> bool:
    return is_code(name) or (is_role(name) and not name.isupper())


def _words(one: FoundQuotation) -> tuple[str, str]:
    return one.session, " ".join(one.text.split()) or repr(one.turns)
