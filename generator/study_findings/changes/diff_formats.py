"""A comparison as text for people, JSON for programs, Markdown for a pull request."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import asdict
from typing import Any, Final

from .change import Comparison, ToldChange
from .predicates import NamedId, Said
from .sentences import ToldSentence, figure_sentence, sentence, sentences
from .terms import SECTIONS

NOTHING: Final = "Nothing changed in what the study publishes."
_FIGURES: Final = "Figures"
# Not letters, digits and white space: what Markdown could find something in.
_MARKS: Final = re.compile(r"[^\w\s]|_")
# GitHub writes to whoever stands behind the one, and links what stands behind the other.
_LINKING: Final = "@#"


def as_text(comparison: Comparison, old: str, new: str) -> str:
    """Write each change in a line, under the heading of its kind; `old` and `new` name the two."""
    lines = [f"From {old} to {new}."]
    for heading, found in _sections(comparison):
        lines += ["", heading, *(f"  {_plain(pieces)}" for pieces in found)]
    return "\n".join(lines if len(lines) > 1 else [*lines, NOTHING])


def as_markdown(comparison: Comparison, old: str, new: str) -> str:
    """Write a list for each kind; words of the study are text in which nothing is marked."""
    lines = ["### What changed in the findings", "", f"From {_inert(old)} to {_inert(new)}."]
    empty = len(lines)
    for heading, found in _sections(comparison):
        lines += ["", f"#### {heading}", "", *(f"- {_marked(pieces)}" for pieces in found)]
    return "\n".join(lines if len(lines) > empty else [*lines, "", NOTHING])


def as_json(comparison: Comparison, old: str, new: str) -> str:
    """Write `old`, `new`, `changed`, `changes` and `figures`; each change with its sentence.

    What does not apply to a change is left out.
    """
    told = {
        "old": old,
        "new": new,
        "changed": bool(comparison.changes),
        "changes": [_record(change) for change in comparison.changes],
        "figures": [asdict(figure) for figure in comparison.figures],
    }
    return json.dumps(told, ensure_ascii=False, indent=2)


FORMATS: Final[dict[str, Callable[[Comparison, str, str], str]]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
}


def _sections(comparison: Comparison) -> Iterator[tuple[str, list[ToldSentence]]]:
    for heading, nouns in SECTIONS.items():
        found = sentences(change for change in comparison.changes if change.noun in nouns)
        if found:
            yield heading, found
    figures = [(figure_sentence(f),) for f in comparison.figures if f.has_changed]
    if figures:
        yield _FIGURES, list(figures)


def _record(change: ToldChange) -> dict[str, Any]:
    kept = {name: value for name, value in asdict(change).items() if value}
    if change.number == 1 and change.id:
        del kept["number"]
    return {**kept, "sentence": _plain(sentence(change))}


def _plain(pieces: ToldSentence) -> str:
    return "".join(f'"{_line(piece)}"' if isinstance(piece, Said) else piece for piece in pieces)


def _marked(pieces: ToldSentence) -> str:
    return "".join(map(_piece, pieces))


def _piece(piece: str) -> str:
    if isinstance(piece, Said):
        return f"“{_inert(_line(piece))}”"
    return f"`{piece}`" if isinstance(piece, NamedId) else piece


def _inert(text: str) -> str:
    """Write all but letters, digits and spaces as references, so that a page shows it as it is."""
    return _MARKS.sub(_reference, text)


def _reference(match: re.Match[str]) -> str:
    mark = match[0]
    return f"&#{ord(mark)};{'&#8203;' if mark in _LINKING else ''}"


def _line(text: str) -> str:
    return " ".join(text.split())
