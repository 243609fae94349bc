"""The words of subtitles (WebVTT, SubRip), with who speaks, without the times."""

from __future__ import annotations

import html
import re
from typing import Final

from .plain_text import plain_text

_TIMING: Final = re.compile(r"^\s*(?:\d+:)?\d\d:\d\d[.,]\d{3}\s*-->")
# Blocks of WebVTT that hold no words.
_BLOCK: Final = re.compile(r"^(?:WEBVTT|NOTE|STYLE|REGION)(?:\s|$)")
_VOICE: Final = re.compile(r"<v(?:\.[^\s<>]*)?\s([^<>]*)>")
_TAG: Final = re.compile(r"</?[^<>\n]{0,200}>|\{\\[^{}\n]{0,100}\}")


def subtitle_text(data: bytes) -> str:
    """Give the words a line a line, `Name: words` where a voice is named.

    Raises UnreadableError where they are no text.
    """
    found: list[str] = []
    for block in re.split(
        r"\n[ \t]*\n", plain_text(data).replace("\r\n", "\n").replace("\r", "\n")
    ):
        lines = block.strip("\n").split("\n")
        timing = next((at for at, line in enumerate(lines) if _TIMING.match(line)), None)
        if timing is None and _BLOCK.match(lines[0]):
            continue
        found += map(_said, lines if timing is None else lines[timing + 1 :])
    return "\n".join(found)


def _said(line: str) -> str:
    named = _VOICE.sub(lambda match: f"\n{match[1].strip()}: ", line)
    return html.unescape(_TAG.sub("", named)).strip("\n")
