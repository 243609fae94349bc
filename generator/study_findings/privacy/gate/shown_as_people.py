"""Whether a word that is also a name does here what a person does: `Rose was my mentor`."""

from __future__ import annotations

from functools import cache
from typing import Final

from simplemma import lemmatize

from .gate_text import GateText, Word, bare
from .small_letters import FAMILY, OF_FAMILY
from .vocabulary import is_a_thing_too, is_also_a_name, is_name, is_ordinary, listed

_DETERMINERS: Final = frozenset(
    "a an the my our your his her their its this that every each some no any in".split()
)
_HELPERS: Final = frozenset(
    "is was has had will would can could did does might must isn't wasn't hasn't hadn't won't"
    " wouldn't can't couldn't didn't doesn't".split()
)
# What a person is asked or told of, before a month or a season that is a person's name.
_BEFORE_PEOPLE: Final = frozenset(
    "about with told tell asked ask called named met thanked thank helped hugged phoned".split()
)
_BEFORE_TIMES: Final = frozenset(
    "in last next this every each since until till by during of from to between through before"
    " after around early late mid end the on".split()
)
# Behind these a month or a season does nothing: `even May knew`, `only Summer stayed`.
_EVEN: Final = frozenset("even only".split())
_ABLE: Final = frozenset("could can couldn't can't would wouldn't did didn't does doesn't".split())
# What is asked of a person and of no month: `Did May come`, `has June signed`.
_ASKING: Final = frozenset(
    "did does do will would could can has had was is didn't doesn't won't wouldn't hasn't".split()
)
_AT_WORK: Final = frozenset("from on at in".split())
_WORKPLACES: Final = frozenset(
    "reception desk triage pharmacy laboratory lab security canteen office admin administration"
    " accounts admissions human hr records gate counter dispensary library kitchen theatre".split()
)
_SHORTEST_PAST: Final = 5
_QUOTES: Final = frozenset("\"'\u201c\u2018\u00ab\u201e")
_OF_PEOPLE: Final = frozenset("who whom whose my our his her their".split())
OWNERS: Final = frozenset("my our his her their".split())
_SHE_OR_HE: Final = frozenset("she he her his him herself himself she's he's".split())


def is_person(text: GateText, at: int) -> bool:
    """Tell whether a word that is also a name does what a person does: `Rose was my mentor`.

    A thing that is counted does not begin a sentence without an article, so what does is a person;
    of hope, snow and other things without one, only what people do and are tells.
    """
    words = text.words
    if at + 1 >= len(words):
        return False
    stem, after = bare(words[at].lower), words[at + 1].lower
    if words[at].lower.endswith("'s"):
        return after in listed("kin") if is_a_thing_too(stem) else after not in _DETERMINERS
    gap = text.between(words[at], words[at + 1])
    if gap == ", ":
        start = words[at].start
        is_called = start > 0 and text.plain[start - 1] in _QUOTES
        return is_called or not is_a_thing_too(stem) or after in _OF_PEOPLE
    if gap != " ":
        return False
    following = [word.lower for word in _clause(text, at + 2)]
    if after in OF_FAMILY and following[:1] != [] and following[0] in FAMILY:
        return True
    if after in listed("acts") or _is_at_work(after, following):
        return True
    if after == "and":
        is_beside_name = len(words) > at + 2 and _is_shown_as_name(words[at + 2])
        return is_beside_name or following[:1] in (["i"], ["me"], ["her"], ["his"], ["my"])
    if not is_a_thing_too(stem):
        return after in _HELPERS or after in listed("deeds") or _is_past(after)
    if after in listed("deeds"):
        return not _SHE_OR_HE.isdisjoint(word.lower for word in words[at + 2 : at + 14])
    is_who = any(word.lower == "who" for word in words[at + 2 : at + 10])
    return after in ("is", "was") and _is_role(following, is_who)


def _is_at_work(after: str, following: list[str]) -> bool:
    """Tell whether words say where somebody works: `from reception`, `at the desk`."""
    place = following[1:2] if following[:1] == ["the"] else following[:1]
    return after in _AT_WORK and bool(place) and place[0] in _WORKPLACES


def _is_shown_as_name(word: Word) -> bool:
    """Tell whether a word with a capital within a sentence is a name, alone or as well."""
    return word.has_capital and (is_name(word.folded) or is_also_a_name(word.lower))


def _is_past(word: str) -> bool:
    """Tell whether a word is an English verb of what was done: `fainted`."""
    return word.endswith("ed") and len(word) >= _SHORTEST_PAST and is_ordinary(word, "en")


def _clause(text: GateText, at: int) -> list[Word]:
    """Give up to four words from a place on, as far as only spaces are between them."""
    found = list(text.words[at : at + 1])
    for word in text.words[at + 1 : at + 4]:
        if text.between(found[-1], word) != " ":
            break
        found.append(word)
    return found


def _is_role(following: list[str], is_who: bool) -> bool:
    """Tell whether words say what a person is: `my mentor`, `the only teacher` who asked."""
    return following[:1] != [] and (
        following[0] in (_DETERMINERS if is_who else OWNERS)
        and any(word in listed("roles") or word in listed("kin") for word in following[1:])
    )


def _is_done(text: GateText, at: int) -> bool:
    """Tell whether what stands behind a word is done: `could read`, `stayed`."""
    after = text.words[at + 1].lower if at + 1 < len(text.words) else ""
    is_beside = bool(after) and text.between(*text.words[at : at + 2]) == " "
    return is_beside and (after in _ABLE or after in listed("deeds") or after in listed("acts"))


@cache
def _bases() -> frozenset[str]:
    """Give what people do as it is asked: `come` of `came`, `laugh` of `laughed`."""
    done = listed("acts") | listed("deeds")
    return frozenset(lemmatize(word, "en") for word in done) | done


def _is_asked(text: GateText, at: int, before: str) -> bool:
    """Tell whether it is asked what somebody does: `Did May come`."""
    words = text.words
    return (
        before in _ASKING
        and at + 1 < len(words)
        and text.between(words[at], words[at + 1]) == " "
        and words[at + 1].lower in _bases()
    )


def speaks_as_person(text: GateText, at: int, is_eased: bool) -> bool:
    """Tell whether a month, a season or a helper is a person's name here: `June told me`."""
    words = text.words
    stem = bare(words[at].lower)
    if not is_also_a_name(stem):
        return False
    before = words[at - 1].lower if at and not words[at].begins else ""
    if before in _DETERMINERS or words[at].text.isupper():
        return False
    if stem == "will":
        return not is_eased and (bool(before) or is_person(text, at))
    if stem in ("jan", "jun") and before not in _BEFORE_TIMES and not before.isdigit():
        return True
    is_shown = (before in _EVEN and _is_done(text, at)) or _is_asked(text, at, before)
    if before in _BEFORE_PEOPLE or is_shown:
        return stem not in listed("peoples")
    if at + 1 >= len(words):
        return False
    after, gap = words[at + 1], text.between(words[at], words[at + 1])
    if gap == ", ":
        return after.lower in ("who", "whom", "whose")
    if words[at].lower.endswith("'s"):
        return after.lower in listed("kin") and stem not in listed("peoples")
    if gap != " ":
        return False
    is_doing = after.lower == "was" and words[at + 2 : at + 3] != ()
    return after.lower in listed("acts") or (is_doing and words[at + 2].lower in listed("doing"))
