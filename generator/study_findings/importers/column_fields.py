"""The field that a column stands for, told from its name.

Names are compared folded, without marks, plural endings and what stands in brackets.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from ..language.tags import meant_tag
from .column_names import (
    ATTRIBUTES,
    BESIDE,
    BESIDE_FIELD,
    FRAMEWORKS,
    IN_URDU_AND_PASHTO,
    NAMES,
    NAMES_OF_CODES,
    OUTERMOST,
    SUBCODES,
)
from .people_labels import is_person_word, plain_words

_LEVEL: Final = re.compile(
    r"(?:(?P<what>theme|code|category|tema|codigo|kategorie)s? ?)?"
    r"(?P<level>level|nivel|ebene|niveau)? ?(?P<number>[1-9])"
)

_WHOSE: Final = (
    re.compile(r"(?P<what>.+?) (?P<plain>from|by) (?:the )?(?P<who>[^()]+)", re.IGNORECASE),
    re.compile(
        r"(?P<what>.+?) (?:of|de|del|des|da|do|das|dos|von|par)"
        r"(?: (?:the|los|las|les|la|den|der))? (?P<who>[^()]+)",
        re.IGNORECASE,
    ),
    re.compile(r"(?P<what>.+?) ?[(:–—-] ?(?P<who>[^()]+?)\)?"),
    re.compile(r"(?P<who>.+?)(?P<plain>['’]s|(?<=s)['’])? (?P<what>\S+)"),
)
_MOST_WORDS: Final = 4
# What stands beside the name of a column of quotations, and is no group of people.
_NOBODY: Final = (BESIDE - {"student", "students"}) | frozenset(
    """number no nr n count counts id ids source sources date page pages line lines length per theme
    themes code codes total interest note""".split()
)


def plain_name(header: str) -> str:
    """Give a header as it is compared: folded words, without what stands in brackets."""
    bare = re.sub(r"[(\[].*?[)\]]|\*+", " ", header)
    return " ".join(plain_words(bare))


def _singular(name: str) -> str:
    return " ".join(
        word.removesuffix("s") if len(word) > 3 and not word.endswith(("ss", "us", "is")) else word
        for word in name.split()
    )


_BY_NAME: Final = {
    form: field
    for field, names in (*NAMES.items(), *IN_URDU_AND_PASHTO.items())
    for name in (plain_name(known) for known in names.split("|"))
    for form in (name, _singular(name))
}


def field_of(header: str) -> str:
    """Tell what a column holds: a field, `level 2`, `facet COM-B`; empty where it is not known."""
    name = plain_name(header)
    return _known(header) or (_contained(name) if _says_no_more(name) else "")


def is_guess(header: str) -> bool:
    """Tell whether a column is known by a part of its name alone."""
    return not _known(header)


def may_be(header: str) -> str:
    """Tell what a column could hold that half its name speaks for; nothing is made of that."""
    return _contained(plain_name(header))


def names_a_code(header: str) -> bool:
    """Tell whether a column may repeat a column of codes, by their names: `Code`, `Code name`."""
    return plain_name(header) in NAMES_OF_CODES


def is_path(header: str) -> bool:
    """Tell whether a column says that it holds all levels in one cell: `Code path`."""
    return plain_name(header).endswith((" path", " hierarchy"))


def is_outermost(header: str) -> bool:
    """Tell whether a column of themes stands over another such: `Main theme` beside `Theme`."""
    return plain_name(header) in OUTERMOST


def _known(header: str) -> str:
    """Tell a column whose whole name is known."""
    name = plain_name(header)
    for form in (name, _singular(name)):
        if form in FRAMEWORKS:
            return f"facet {FRAMEWORKS[form]}"
        if field := _BY_NAME.get(form):
            return field
        if form in SUBCODES:
            return "code level 2"
    # `Quote 1 | Quote 2`: one of several columns of quotations.
    if _BY_NAME.get(_singular(re.sub(r" \d$", "", name))) == "text":
        return "text"
    match = _LEVEL.fullmatch(name)
    if match and (match["what"] or match["level"]):
        if (match["what"] or "").startswith("cod"):
            return f"code level {match['number']}" if match["level"] else "code"
        return f"level {match['number']}"
    return ""


def _contained(name: str) -> str:
    """Tell the field whose name stands in that of a column: `Illustrative quotes from nurses`."""
    words = name.split()
    if not 1 < len(words) <= 6:
        return ""
    joined = f" {_singular(name)} "
    for field in ("translated", "original", "subtheme", "text", "exclusion", "inclusion"):
        names = (form for form, known in _BY_NAME.items() if known == field and len(form) > 4)
        if any(f" {form} " in joined for form in names):
            return field
    first = _BY_NAME.get(_singular(words[0]), "")
    return first if first in ("theme", "participant", "session", "category") else ""


def _says_no_more(name: str) -> bool:
    """Tell whether all that stands beside a field's name leaves it that field's."""
    field = _contained(name)
    beside = BESIDE | BESIDE_FIELD.get(field, frozenset())
    words = _singular(name).split()
    for size in range(len(words), 0, -1):
        for start in range(len(words) - size + 1):
            if _BY_NAME.get(" ".join(words[start : start + size])) == field:
                rest = [*words[:start], *words[start + size :]]
                return all(word in beside or f"{word}s" in beside for word in rest)
    return False


def group_in(header: str) -> tuple[str, bool] | None:
    """Tell whose quotations a column holds: `Quotes from teachers`, `Nurses' quotes`.

    The second is whether the header makes plain that these are people. None where it names nobody
    beside its field's name.
    """
    for pattern in _WHOSE:
        match = pattern.fullmatch(" ".join(header.split()))
        if match is None or _field_alone(match["what"]) != "text":
            continue
        who = match["who"].strip(" '’")
        words = plain_words(who)
        if not 0 < len(words) <= _MOST_WORDS or language_in(who):
            return None
        if any(word in _NOBODY or word.isdigit() for word in words):
            return None
        is_plain = bool(match.groupdict().get("plain")) or any(map(is_person_word, words))
        return who[0].upper() + who[1:], is_plain
    return None


def _field_alone(name: str) -> str:
    """Tell the field of a name, which words such as `illustrative` may stand beside."""
    plain = plain_name(name)
    return _known(name) or (_contained(plain) if _says_no_more(plain) else "")


def language_in(header: str) -> str:
    """Tell the language that a header names: `Original quote (Urdu)`; empty where it names none."""
    for word in re.findall(r"[^\W\d_]+", header):
        if len(word) > 3 and (tag := meant_tag(word)) and "-" not in tag and len(tag) <= 3:
            return tag
    return ""


def is_attribute(header: str) -> bool:
    """Tell whether a column tells of a person: `Age`, `Years of experience`."""
    return any(word in ATTRIBUTES for word in plain_name(header).split())


def mapped(columns: Mapping[str, str]) -> dict[str, str]:
    """Turn FIELD=COLUMN round: the field by the column's plain name."""
    return {
        plain_name(column) or column.strip().lower(): field for field, column in columns.items()
    }
