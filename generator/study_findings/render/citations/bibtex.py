"""A citation as a BibTeX entry, in UTF-8."""

from __future__ import annotations

import re
from typing import Final

from .entry import Entry, one_line
from .names import Name

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
        "pages": _text(entry.pages),
        PUBLISHERS[entry.kind]: _text(entry.publisher),
        "type": _text(entry.genre),
        "year": str(entry.year or ""),
        "doi": _address(entry.doi),
        "url": _address(entry.url),
        "note": _text(entry.note),
        "keywords": ", ".join(_text(keyword) for keyword in entry.keywords),
    }
    lines = "".join(f"  {name} = {{{value}}},\n" for name, value in fields.items() if value)
    return f"@{TYPES[entry.kind]}{{{entry.key},\n{lines}}}\n"


def _container(entry: Entry) -> dict[str, str]:
    if entry.kind == "webpage":
        container = _text(entry.container)
        return {"howpublished": f"In: {container}"} if container else {}
    return {"journal": _text(entry.container)}


def _author(name: Name) -> str:
    """Write a name; braces keep several words, or a word such as `and`, one family name."""
    family = _text(name.family)
    if not name.initials or not re.fullmatch(r"[^\W\d_]+", family) or family.lower() == "and":
        family = f"{{{family}}}"
    return f"{family}, {name.initials}" if name.initials else family


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
