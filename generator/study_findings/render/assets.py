"""Stylesheet, scripts and icon, as every page asks for them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from importlib import resources
from typing import Final

from ..language import Interface, interface_for

COMMENT: Final = re.compile(r"^ *//.*\n", re.MULTILINE)
REMARK: Final = re.compile(r"^ */\*.*?\*/\n", re.MULTILINE | re.DOTALL)
INDENTATION: Final = re.compile(r"^\s+", re.MULTILINE)
ROOM: Final = re.compile(r"\n\s*|(?<=[;:,]) | ?[{}] ?")
MESSAGE: Final = re.compile(r'\b_\(\s*("(?:[^"\\]|\\.)*"),?\s*\)')

# A font of the site's own, which a browser loads where it meets Urdu.
NASTALIQ_FACE: Final = """
@font-face {
  font-family: "Nastaliq of this site";
  src: url("nastaliq.woff2") format("woff2");
  font-display: swap;
  unicode-range: U+0600-06FF, U+0750-077F, U+08A0-08FF, U+200C-200F, U+FB50-FDFF, U+FE70-FEFF;
}
:root { --sf-nastaliq: "Nastaliq of this site", "Noto Nastaliq Urdu", serif; }
"""


OF_SOME_PAGES: Final = ("conversation.css", "explorer.css", "study.css")
"""What only some pages ask for, in their own templates, beside the stylesheet of all."""


def assets(languages: Iterable[str], nastaliq: bool) -> dict[str, bytes]:
    """Give the files by path: the scripts in a folder for each language of the site.

    They are modules that import each other by paths of that folder, the same in each.
    """
    face = NASTALIQ_FACE if nastaliq else ""
    files = {
        "assets/favicon.svg": _asset("favicon.svg"),
        "assets/findings.css": (compact(stylesheet()) + face).encode(),
        **{f"assets/{name}": compact(_asset(name).decode()).encode() for name in OF_SOME_PAGES},
    }
    for say in {interface_for(language) for language in languages}:
        for name, source in _scripts().items():
            files[f"assets/scripts/{say.language}/{name}"] = in_language(source, say).encode()
    return files


def compact(css: str) -> str:
    """Leave behind what a stylesheet of ours says to those who write it: comments, and room."""
    return ROOM.sub(lambda match: match[0].strip(), REMARK.sub("", css)).replace(";}", "}")


def stylesheet() -> str:
    """Give the stylesheet's text."""
    return _asset("findings.css").decode()


def read_back_stylesheet() -> str:
    """Give what a page to read back adds to the stylesheet."""
    return _asset("read_back.css").decode()


def read_back_script() -> str:
    """Give the script of a page to read back, its messages still to be put in."""
    return _asset("read_back.js").decode()


def in_language(script: str, say: Interface) -> str:
    """Write each message of a script, `_("…")`, as a text in one language.

    Comments stay behind, and the room at the beginnings of lines.
    """

    def said(match: re.Match[str]) -> str:
        return json.dumps(say.gettext(json.loads(match[1])), ensure_ascii=False)

    return INDENTATION.sub("", MESSAGE.sub(said, COMMENT.sub("", script)))


def _scripts() -> dict[str, str]:
    folder = resources.files(__package__) / "assets" / "scripts"
    return {file.name: file.read_text("utf-8") for file in folder.iterdir()}


def _asset(name: str) -> bytes:
    return (resources.files(__package__) / "assets" / name).read_bytes()
