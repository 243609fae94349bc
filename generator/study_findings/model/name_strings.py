"""Names written in one string: what can be told from them, and what only their author can say."""

from __future__ import annotations

import json
import re
import unicodedata
from typing import Final, NamedTuple

# One to three capitals, with or without stops and hyphens: `S`, `JP`, `J.-P.`
CAPITALS: Final = re.compile(r"(?:[^\W\d_]\.?-?){1,3}")
INITIAL: Final = re.compile(r"[^\W\d_](?:\.(?:-?[^\W\d_]\.)*)?")
# A letter of another script, in several of ours: `Yu.`, `Kh.`
LONG_INITIAL: Final = re.compile(r"[^\W\d_]{2,3}\.")
# Words after which a letter tells one of several apart: `Team B`.
COLLECTIVES: Final = frozenset(
    "arm board branch class cohort college committee department division faculty group hospital "
    "office panel school section site team unit ward".split()
)
WORD: Final = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
SUFFIX: Final = re.compile(r"(?:Jr|Sr)\.?|II|III|IV", re.IGNORECASE)
# What stands before and after names on doors, and not in reference lists. `Md.` is a given name.
TITLES: Final = frozenset("dr prof professor mr mrs ms miss".split())
DEGREES: Final = frozenset(
    "phd dphil md mbbs mbchb mphil msc bsc ma ba mph rn fcps frcp frcs mrcp mrcs facp".split()
)
# What stands before a family name and belongs to it, in small letters.
PARTICLES: Final = frozenset(
    "van der den de von vom zu zur af av la las los le du da das do dos di del della degli y e "
    "ibn bin bint binte abu al el ul ter ten te".split()
)
# Spanish `y` is none of these: it joins the two family names of one person.
SEVERAL: Final = re.compile(r";|&|\s(?:and|und|et|و|اور)\s")
# What YAML takes as it is after `field: `.
PLAIN: Final = re.compile(r"[^\W_][^:#\"'\[\]{}\n]*")


class Parts(NamedTuple):
    """Hold what a name in one string was told apart into."""

    family: str
    given: str
    particle: str = ""
    suffix: str = ""


def are_capitals(token: str) -> bool:
    """Tell whether a word is initials only: `S`, `JP`, `J.-P.`"""
    return token.isupper() and CAPITALS.fullmatch(token) is not None


def plain_parts(name: str) -> Parts | None:
    """Split a name of one family name and initials, `Khan S.` or `Khan, S.`; None for any other.

    More words, or capitals together as in `Oxfam GB`, may be an organisation's.
    """
    family, *initials = _tokens(name) or [""]
    family = family.removesuffix(",")
    if not initials or not WORD.fullmatch(family) or not family[0].isupper():
        return None
    if family.casefold() in COLLECTIVES or not INITIAL.fullmatch(initials[-1]):
        return None
    if not all(map(_is_initial, initials)):
        return None
    return Parts(family, " ".join(initials))


def is_doubtful(name: str) -> bool:
    """Tell whether one string could name a person or an organisation, or be divided otherwise."""
    return len(_tokens(name)) > 1 and plain_parts(name) is None


def likely_parts(name: str) -> Parts:
    """Divide a name as it would be if it were a person's, for its author to correct."""
    tokens = _tokens(name)
    while len(tokens) > 2 and is_title(tokens[0]):
        del tokens[0]
    suffix = tokens.pop() if len(tokens) > 1 and SUFFIX.fullmatch(tokens[-1]) else ""
    family, comma, given = " ".join(tokens).partition(",")
    if comma and given.strip():
        return Parts(family.strip(), given.strip(" ,"), suffix=suffix)
    tokens = family.split()
    end = len(tokens)
    while end > 1 and (are_capitals(tokens[end - 1]) or _is_initial(tokens[end - 1])):
        end -= 1
    if end < len(tokens):
        return Parts(" ".join(tokens[:end]), " ".join(tokens[end:]), suffix=suffix)
    start = end - 1
    while start > 0 and tokens[start - 1] in PARTICLES:
        start -= 1
    return Parts(tokens[-1], " ".join(tokens[:start]), " ".join(tokens[start : end - 1]), suffix)


def holds_several(name: str) -> bool:
    """Tell whether one string may name several people: `Khan I., Ali S.`, `Khan & Ali`."""
    parts = [part for part in name.split(",") if part.strip()]
    return bool(SEVERAL.search(name)) or (
        len(parts) > 1 and all(plain_parts(part) is not None for part in parts)
    )


def ends_in_initials(family: str) -> bool:
    """Tell whether initials were left at the end of a family name: `Jadoon S`."""
    tokens = _tokens(family)
    return len(tokens) > 1 and _is_initial(tokens[-1])


def ends_in_suffix(name: str) -> bool:
    """Tell whether a suffix was left at the end of a name: `Berg Jr.`"""
    tokens = _tokens(name)
    return len(tokens) > 1 and SUFFIX.fullmatch(tokens[-1]) is not None


def may_hold_given_names(family: str) -> bool:
    """Tell whether a family name without given names has several words and nothing else to tell."""
    words = [word for word in _tokens(family) if word not in PARTICLES]
    several = len(words) > 1 and not re.search("[,;]", family)
    return several and not ends_in_initials(family) and not ends_in_suffix(family)


def is_title(word: str) -> bool:
    """Tell whether a word is a title, which stands before names: `Dr.`"""
    return word.rstrip(".").casefold() in TITLES


def is_degree(word: str) -> bool:
    """Tell whether a word is a degree, which stands after names: `PhD`, `M.B.B.S.`"""
    return word.replace(".", "").strip(",").casefold() in DEGREES


def ends_in_degree(name: str) -> bool:
    """Tell whether a degree was left at the end of a name: `Imran, PhD`.

    Short ones in capitals may be initials, and `Ma`, `Ba` and `Md` are names.
    """
    tokens = _tokens(name)
    last = tokens[-1].strip("().,") if tokens else ""
    may_be_name = len(last) == 2 and last.istitle()
    may_be_initials = len(last) <= 3 and last.isupper()
    return len(tokens) > 1 and is_degree(last) and not (may_be_name or may_be_initials)


def as_field(field: str, value: str) -> str:
    """Write a field as it may be copied into YAML, within the marks of a message."""
    shown = " ".join(value.split())
    shown = shown if PLAIN.fullmatch(shown) else json.dumps(shown, ensure_ascii=False)
    return f"`{field}: {shown}`"


def _is_initial(token: str) -> bool:
    found = INITIAL.fullmatch(token) or LONG_INITIAL.fullmatch(token)
    return found is not None and token[0].isupper()


def _tokens(name: str) -> list[str]:
    return unicodedata.normalize("NFC", name).split()
