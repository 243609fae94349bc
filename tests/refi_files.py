"""REFI-QDA files as QDA programs write them, made by a test."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

NAMESPACE = "urn:QDA-XML:project:1.0"


def code(guid: str, name: str, *inside: str, definition: str = "", codable: bool = True) -> str:
    """Write a code, with the codes and references inside it."""
    told = f"<Description>{escape(definition)}</Description>" if definition else ""
    codable_word = "true" if codable else "false"
    return (
        f'<Code guid="{guid}" name={quoteattr(name)} isCodable="{codable_word}">'
        f"{told}{''.join(inside)}</Code>"
    )


def coding(*codes: str, notes: Iterable[str] = ()) -> str:
    """Write a coding for each code, each with references to notes."""
    refs = "".join(f'<NoteRef targetGUID="{note}"/>' for note in notes)
    return "".join(
        f'<Coding guid="x" creatingUser="U1"><CodeRef targetGUID="{code}"/>{refs}</Coding>'
        for code in codes
    )


def selection(
    guid: str, start: int, end: int, *inside: str, name: str = "", tag: str = "PlainTextSelection"
) -> str:
    """Write a selection of text, with codings and references inside it."""
    return (
        f'<{tag} guid="{guid}" name={quoteattr(name)} startPosition="{start}" endPosition="{end}"'
        f' creatingUser="U1" creationDateTime="2020-05-05T10:10:10Z">{"".join(inside)}</{tag}>'
    )


def coded(text: str, words: str, guid: str, *codes: str, counted: str = "code-points") -> str:
    """Write a selection of some words of a text, its ends counted as some program counts them."""
    start = text.index(words)
    first, last = (_count(text[:end], counted) for end in (start, start + len(words)))
    return selection(guid, first, last, coding(*codes))


def source(guid: str, name: str, *inside: str, path: str | None = None) -> str:
    """Write a text source whose text is a member of its own."""
    where = f"internal://{guid}.txt" if path is None else path
    return (
        f'<TextSource guid="{guid}" name={quoteattr(name)} plainTextPath={quoteattr(where)}>'
        f"{''.join(inside)}</TextSource>"
    )


def project(
    *,
    codes: str = "",
    variables: str = "",
    cases: str = "",
    sources: str = "",
    notes: str = "",
    links: str = "",
    sets: str = "",
    namespace: str = NAMESPACE,
    origin: str = "Made for a test",
) -> str:
    """Write a project's XML, its parts in the order of the schema."""
    parts = {
        "Users": '<User guid="U1" name="Nadia Coder"/>',
        "CodeBook": f"<Codes>{codes}</Codes>" if codes else "",
        "Variables": variables,
        "Cases": cases,
        "Sources": sources,
        "Notes": notes,
        "Links": links,
        "Sets": sets,
    }
    written = "".join(f"<{tag}>{inside}</{tag}>" for tag, inside in parts.items() if inside)
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="{namespace}" name="Study"'
        f' origin={quoteattr(origin)} basePath="C:\\Users\\nadia">{written}</Project>'
    )


def packed(
    path: Path,
    xml: str,
    texts: Mapping[str, str | bytes] = {},
    qde: str = "project.qde",
    folder: str = "sources/",
) -> Path:
    """Pack a project and its texts into a file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        file.writestr(qde, xml)
        for name, text in texts.items():
            data = text.encode() if isinstance(text, str) else text
            file.writestr(f"{folder}{name}", data)
    return path


def zipped(members: Mapping[str, bytes]) -> bytes:
    """Pack some members, and give the bytes."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return stream.getvalue()


def codebook(codes: str, namespace: str = "urn:QDA-XML:codebook:1.0", rest: str = "") -> str:
    """Write a codebook's XML."""
    return (
        f'<?xml version="1.0" encoding="utf-8"?>\n<CodeBook xmlns="{namespace}"'
        f' origin="Made for a test"><Codes>{codes}</Codes>{rest}</CodeBook>'
    )


def _count(before: str, counted: str) -> int:
    if counted.endswith("lf-as-two"):
        before = before.replace("\r\n", "\n").replace("\n", "\r\n")
    elif counted.endswith("crlf"):
        before = before.replace("\r\n", "\n")
    return len(before.encode("utf-16-le")) // 2 if counted.startswith("utf-16") else len(before)
