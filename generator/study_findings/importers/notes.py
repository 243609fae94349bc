"""Memos on themes, codes and sessions, and names no id was made of: a private page of notes."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

from ..editing.all_or_none import Change
from ..study_folder import PRIVATE
from .memory import Memory, Remembered
from .request import Key, Note

FILE: Final = "notes/imported.md"
_HEAD: Final = "# Brought in with the study\n\nMemos and names that belong in no public file.\n"


def with_notes(
    root: Path, memory: Memory, notes: Sequence[Note], ids: Mapping[Key, str], source: str
) -> tuple[Memory, list[Change]]:
    """Add the notes that were not brought in before to the end of the page."""
    if not notes:
        return memory, []
    records = dict(memory.records)
    added: list[str] = []
    for note in notes:
        mark = memory.mark(["note", *note.key, note.text])
        if mark not in records:
            records[mark] = Remembered("", source)
            added.append(f"\n## {note.key[0]} {ids.get(note.key, '')}\n\n{note.text.strip()}\n")
    if not added:
        return memory, []
    path = root / PRIVATE / FILE
    before = path.read_bytes().decode("utf-8") if path.exists() else _HEAD
    before += "" if before.endswith("\n") else "\n"
    return replace(memory, records=records), [Change(path, before + "".join(added))]
