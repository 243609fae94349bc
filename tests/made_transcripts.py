"""Transcripts in every form that is read, made by a test, and quotations to look up in them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any, Final
from xml.sax.saxutils import escape

from study_findings.model import Quotation
from study_findings.transcripts.finding import stands_in
from study_findings.transcripts.heard import Heard, heard
from study_findings.transcripts.pieces import SoughtWords, sought
from study_findings.transcripts.spoken_turns import turns_of


def quotation(text: str = "", **more: Any) -> Quotation:
    """Make a quotation of a text, or of what is given in its place."""
    words = {"text": text} if text else {}
    return Quotation.model_validate({"id": "q001", "themes": ["a"], **words, **more})


def transcript(text: str) -> Heard:
    return heard(turns_of(text))


def searched(words: str | Quotation) -> SoughtWords:
    found = words if isinstance(words, Quotation) else quotation(words)
    said = found.words_said
    assert said is not None
    return sought(said, found.kind == "speech")


def is_in(text: str, words: str | Quotation) -> bool:
    """Tell whether a transcript holds the words of a quotation."""
    return stands_in(transcript(text), searched(words))


def plain(text: str) -> bytes:
    return text.encode()


def docx(text: str, body: str = "", name: str = "word/document.xml") -> bytes:
    """Write a document: a paragraph a line, each word in a run of its own, with its properties."""
    paragraphs = body or "".join(f"<w:p>{_runs(line)}</w:p>" for line in text.split("\n"))
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            name, f'<w:document xmlns:w="x"><w:body>{paragraphs}</w:body></w:document>'
        )
    return stream.getvalue()


def _runs(line: str) -> str:
    parts = line.split(" ")
    spaced = [f"{part} " for part in parts[:-1]] + parts[-1:]
    head = '<w:r><w:rPr><w:sz w:val="24"/></w:rPr><w:t xml:space="preserve">'
    return "".join(f"{head}{escape(part)}</w:t></w:r>" for part in spaced)


def rtf(text: str) -> bytes:
    """Write a document as Word does: letters beyond ASCII by number, with a sign to skip."""
    body = "".join(
        char if char.isascii() else f"\\u{ord(char) - 65536 if ord(char) > 32767 else ord(char)}?"
        for char in text.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}")
    )
    lines = body.replace("\n", "\\par\n")
    head = r"{\rtf1\ansi\ansicpg1252\uc1{\fonttbl{\f0\fnil\fcharset0 Secret Font;}}"
    more = r"{\*\generator Riched20;}{\info{\author Nobody Known}}\pard\f0\fs22 "
    return f"{head}{more}{lines}}}".encode("ascii")


def subtitles(text: str, comma: str) -> str:
    cues = []
    for number, line in enumerate(text.split("\n"), 1):
        begin = f"00:{number:02}:01{comma}000"
        cues.append(f"{number}\n{begin} --> 00:{number:02}:05{comma}500\n{line}\n")
    return "\n".join(cues)


def vtt(text: str) -> bytes:
    head = (
        "WEBVTT - made by a machine\n\nNOTE\nnothing that was said\n\nSTYLE\n::cue {color: red}\n\n"
    )
    return (head + subtitles(text, ".")).encode()


def srt(text: str) -> bytes:
    return subtitles(text, ",").replace("\n", "\r\n").encode()


KINDS: Final[dict[str, Callable[[str], bytes]]] = {
    "txt": plain,
    "md": plain,
    "docx": docx,
    "rtf": rtf,
    "vtt": vtt,
    "srt": srt,
}
