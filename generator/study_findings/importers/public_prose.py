"""Prose for public files: what looks like somebody's words in it is taken out, to wait in private.

A stretch in quotation marks of five words or more is taken for what somebody said.
"""

from __future__ import annotations

import re
from typing import Final

from ..text.folding import words_of
from .attributions import without_trailing
from .quotation_marks import has_marks, upright, without_marks

FEWEST_WORDS: Final = 5
LEFT_OUT: Final = "[…]"
_QUOTED: Final = re.compile(
    r"“[^“”]{12,}?”|«[^«»]{12,}?»|„[^„“”]{12,}?[“”]|\"[^\"]{12,}?\"|‘[^‘’]{12,}?(?:’(?![^\W\d_])[^‘’]*?)*’(?![^\W\d_])"
    r"|(?<![^\W_])'(?=\S)(?:[^']|(?<=[^\W_])'(?=[^\W_])){12,}?(?<!\s)'(?![^\W_])"
    r"|”[^“”]{12,}?”|“[^“”]{12,}?“"
)
_BRACKET: Final = re.compile(r"\s*[(\[][^()\[\]]{1,60}[)\]]")
# What leads to an example, at its very beginning: `the goat` holds `e g` too, and `Egal` begins so.
_LEADING: Final = re.compile(
    r"(?:(?:e\.\s?g\.?|z\.\s?B\.?|p\.\s?ex\.?|por ej\.|ex\.)(?!\w)[:,]?"
    r"|(?:eg|zB|for example|example|quote)\s*[:.,])\s*",
    re.I,
)
_MOJIBAKE: Final = re.compile(
    r"â€[™œ\u009d“”¦˜]|Ã[\u0080-\u00bf©¨¡³±¼¶¤Ÿ¢]|Â[\u00a0«»°]|\ufffd|ï»¿"
)


_OWN: Final = re.compile(
    r"(?<![^\W_])(?:I(?:['’](?:m|ve|d|ll)|(?=\s[a-z]))|[Mm](?:y|e|yself)|[Ww]e|[Uu]s|[Oo]ur"
    r"|[Ii]ch|[Mm](?:ich|ir|eine?[nmrs]?)|[Ww]ir|[Uu]nsere?[nmrs]?|[Jj](?:e|['’]\w+)|[Mm]oi"
    r"|[Nn](?:ous|otre|osotr[oa]s|ós)|[Yy]o|mí|[Ee]u|[Mm](?:eu|inha|im))(?![^\W_])"
)
_FEWEST_IN_MARKS: Final = 3


def may_be_somebodys(name: str) -> bool:
    """Tell whether the name of a theme or code may be somebody's own words.

    It speaks in the first person, or stands in quotation marks.
    """
    in_marks = has_marks(name) and len(words_of(name)) >= _FEWEST_IN_MARKS
    return in_marks or bool(without_said(name)[1]) or _OWN.search(name) is not None


def without_said(text: str) -> tuple[str, list[str]]:
    """Give a text with `[…]` in place of what somebody said, and each of these stretches.

    A bracket right behind one goes with it: it says who spoke.
    """
    said: list[str] = []
    kept: list[str] = []
    end = 0
    for match in _QUOTED.finditer(upright(text)):
        if len(words_of(match[0])) < FEWEST_WORDS:
            continue
        after = _BRACKET.match(text, match.end())
        said.append(text[match.start() : match.end()] + (after[0] if after else ""))
        kept += [text[end : match.start()], LEFT_OUT]
        end = after.end() if after else match.end()
    return "".join((*kept, text[end:])), said


def example_words(text: str) -> tuple[str, str]:
    """Give the words of an example and its attribution: `e.g. “I left” (P4)`."""
    words, who = without_trailing(_without_lead(text.strip()))
    return without_marks(words), who


def _without_lead(text: str) -> str:
    lead = _LEADING.match(text)
    return text[lead.end() :] if lead else text


def is_mojibake(text: str) -> bool:
    """Tell whether a text was read in a wrong encoding somewhere before."""
    return _MOJIBAKE.search(text) is not None


def mended_markdown(text: str) -> str:
    """Keep a line of plain text from placing a quotation where it is read as Markdown."""
    return re.sub(r"^([ \t]*)\[\[", r"\1\\[\\[", text, flags=re.MULTILINE)
