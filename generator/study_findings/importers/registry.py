"""The readers by name, and which of them knows a file, told from what the file holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeAlias

from . import (
    atlasti,
    bristlenose,
    code_trees,
    dedoose,
    delimited,
    maxqda,
    nvivo,
    oral_history,
    qualcoder,
    refi,
    spreadsheet,
    taguette,
    taguette_project,
    word,
)
from .found import Found
from .options import Options

HEAD_BYTES: Final = 65_536
"""How many of a file's first bytes a reader is shown to recognise it by."""
Recognises: TypeAlias = Callable[[Path, bytes], str | None]
"""Says what a file is, in words, from its path and first bytes; None where it is not known."""
Reads: TypeAlias = Callable[[Path, Options], Found]
"""Reads a file; raises UnreadableError where it cannot be read, with what to do."""


@dataclass(frozen=True)
class Reader:
    """A reader of one format: how it knows a file, and how it reads one."""

    recognises: Recognises
    read: Reads


READERS: Final[dict[str, Reader]] = {
    "refi-qda": Reader(refi.recognises, refi.read),
    "taguette": Reader(taguette.recognises, taguette.read),
    "taguette-project": Reader(taguette_project.recognises, taguette_project.read),
    "qualcoder": Reader(qualcoder.recognises, qualcoder.read),
    "maxqda": Reader(maxqda.recognises, maxqda.read),
    "atlas-ti": Reader(atlasti.recognises, atlasti.read),
    "nvivo": Reader(nvivo.recognises, nvivo.read),
    "dedoose": Reader(dedoose.recognises, dedoose.read),
    "bristlenose": Reader(bristlenose.recognises, bristlenose.read),
    "oral-history": Reader(oral_history.recognises, oral_history.read),
    "codes": Reader(code_trees.recognises, code_trees.read),
    "word": Reader(word.recognises, word.read),
    "excel": Reader(spreadsheet.recognises, spreadsheet.read),
    "table": Reader(delimited.recognises, delimited.read),
}
"""The readers by the names that `--format` takes, in the order they are asked: a tool's own
forms come before the tables and documents that they are made of.
"""


def recognised(path: Path) -> tuple[str, str] | None:
    """Give the name of the first reader that knows a file, and what it takes the file for."""
    with path.open("rb") as file:
        head = file.read(HEAD_BYTES)
    for name, reader in READERS.items():
        if says := reader.recognises(path, head):
            return name, says
    return None
