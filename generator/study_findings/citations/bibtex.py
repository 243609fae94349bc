"""A citation as a BibTeX entry, in UTF-8."""

from __future__ import annotations

import re
from typing import Final

from .cited import Entry
from .names import Name, one_line
from .ris import first_and_last

TYPES: Final = {
    "article": "article",
    "report": "techreport",
    "thesis": "phdthesis",
    "webpage": "misc",
}
PUBLISHERS: Final = {
    "article": "publisher",
    "report": "institution",
    "thesis": "school",
    "webpage": "publisher",
}
ESCAPES: Final = str.maketrans(
    {
        "\\": r"\textbackslash{}",
        "{": r"\{",
        "}": r"\}",
        "~": r"\textasciitilde{}",
        "^": r"\textasciicircum{}",
        "%": r"\%",
        "&": r"\&",
        "#": r"\#",
        "$": r"\$",
        "_": r"\_",
    }
)
WORD: Final = re.compile(r"[^\W\d_]+")
PARTICLE: Final = re.compile(r"[a-zà-öø-ÿ][^\W\d_]*(?:['’.-][^\W\d_]*)*")
# BibTeX counts braces even after a backslash, so one without its partner goes by its name.
LONE_BRACES: Final = {ord("{"): r"\textbraceleft{}", ord("}"): r"\textbraceright{}"}
# An address is printed as it stands, so only what would end its field is encoded.
ADDRESS_ESCAPES: Final = str.maketrans({"\\": "%5C", "{": "%7B", "}": "%7D", " ": "%20"})


def bibtex(entry: Entry) -> str:
    """Write an entry as a BibTeX record; its title keeps its capitals in every style."""
    fields = {
        "author": " and ".join(_author(name) for name in entry.authors),
        "title": f"{{{_text(entry.title)}}}",
        **_container(entry),
        "volume": _text(entry.volume),
        "number": _text(entry.issue),
        "pages": _pages(entry.pages),
        PUBLISHERS[entry.kind]: _text(entry.publisher),
        "type": _text(entry.genre),
        "year": str(entry.year or ""),
        "doi": _address(entry.doi),
        "url": _address(entry.url),
        "note": _text(entry.note),
        "keywords": ", ".join(map(_keyword, entry.keywords)),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{TYPES[entry.kind]}{{{entry.key},\n{lines}}}\n"


def _container(entry: Entry) -> dict[str, str]:
    if entry.kind == "webpage":
        container = _text(entry.container)
        return {"howpublished": f"In: {container}"} if container else {}
    return {"journal": _text(entry.container)}


def _author(name: Name) -> str:
    """Write a name as BibTeX divides it: particle and family name, suffix, given names.

    Braces keep together what stands whole, and what BibTeX would divide otherwise.
    """
    if name.whole or not name.given:
        return f"{{{_text(name.natural)}}}"
    particles = name.particle.split()
    if name.surname != f"{name.particle}{name.family}" and all(map(_is_particle, particles)):
        surname = " ".join((*particles, _one_name(name.family)))
    else:
        surname = _one_name(name.surname)
    parts = (surname, _unbroken(name.suffix), _unbroken(name.given))
    return ", ".join(filter(None, parts))


def _is_particle(word: str) -> bool:
    return PARTICLE.fullmatch(word) is not None and word.lower() != "and"


def _one_name(family: str) -> str:
    if WORD.fullmatch(family) and family.lower() != "and":
        return family
    return f"{{{_text(family)}}}"


def _unbroken(given: str) -> str:
    """Leave given names for styles to shorten, unless a word of theirs has a meaning to BibTeX."""
    text = _text(given)
    meaning = re.search(r"[,{}\\]|(?<!\S)and(?!\S)", text, re.IGNORECASE)
    return f"{{{text}}}" if meaning else text


def _keyword(keyword: str) -> str:
    """Write a keyword; braces keep one with a comma or semicolon from being read as two."""
    return f"{{{_text(keyword)}}}" if re.search("[,;]", keyword) else _text(keyword)


def _pages(pages: str) -> str:
    first, last = first_and_last(pages)
    return _text(f"{first}--{last}" if last else pages)


def _text(text: str) -> str:
    lone = {} if _braces_match(text) else LONE_BRACES
    return one_line(text).translate(ESCAPES | lone)


def _braces_match(text: str) -> bool:
    depth = 0
    for character in text:
        depth += (character == "{") - (character == "}")
        if depth < 0:
            return False
    return depth == 0


def _address(text: str) -> str:
    return one_line(text).translate(ADDRESS_ESCAPES)
