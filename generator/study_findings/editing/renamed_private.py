"""What `private/` keeps by ids, after one has changed: what was verified, what was withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final

from ..model import Quotation
from ..privacy.withdrawn import FILE as WITHDRAWN
from ..privacy.withdrawn import read_withdrawn
from ..problems import Location, Problem, StudyError
from ..reading.draft import Draft
from ..study_folder import PRIVATE
from ..text.folding import words_of
from ..transcripts.session_files import FOLDER, Transcript, find_transcripts
from ..transcripts.verified_words import FILE as VERIFIED
from ..transcripts.verified_words import Fingerprints, read_fingerprints
from .all_or_none import Change
from .id_places import Renaming
from .new_name import OTHER

MOST_KEPT: Final = 5_000_000
"""The bytes of a transcript that is renamed with its session: undoing it keeps a copy."""


def renamed_private(
    root: Path, renaming: Renaming, before: Draft, after: Draft
) -> Iterator[Change]:
    """Change the ids by which `private/` keeps fingerprints, and those of words that were verified.

    Raises StudyError where such a file cannot be read.
    """
    try:
        verified = read_fingerprints(root / PRIVATE)
        withdrawn = read_withdrawn(root / PRIVATE)
    except ValueError as error:
        place = Location(f"{PRIVATE}/{error}")
        message = "the file cannot be read, and it may hold this id"
        hint = "put it back from a copy of private/, or delete it"
        raise StudyError([Problem(place, "no-fingerprints", message, hint)]) from None
    if verified is not None:
        now = replace(verified, by_id=_verified(verified, renaming, before, after))
        if now != verified:
            yield Change(root / PRIVATE / VERIFIED, now.as_text())
    if withdrawn is not None:
        by_id = {renaming.of("quotation", id_): kept for id_, kept in withdrawn.by_id.items()}
        if by_id != withdrawn.by_id:
            yield Change(root / PRIVATE / WITHDRAWN, replace(withdrawn, by_id=by_id).as_text())


def _verified(
    kept: Fingerprints, renaming: Renaming, before: Draft, after: Draft
) -> dict[str, str]:
    """Give what was verified by its new ids; a session's id is part of a fingerprint."""
    by_id = {renaming.of("quotation", id_): mark for id_, mark in kept.by_id.items()}
    now = {quotation.id: quotation for quotation in after.of(Quotation)}
    for quotation in before.of(Quotation):
        kind = quotation.cleared.transcript if quotation.cleared else None
        renamed = now.get(renaming.of("quotation", quotation.id))
        if kind is not None and renamed is not None and kept.knows(quotation, kind):
            by_id[renamed.id] = kept.of(renamed, kind)
    return by_id


def renamed_transcripts(
    root: Path, renaming: Renaming, before: Draft, after: Draft
) -> tuple[list[Change], list[Problem]]:
    """Give the files of a session's transcripts a name that begins with its new id.

    A warning for each that is too large to be kept for undoing. Raises StudyError where a file
    would count as another session's than now.
    """
    if renaming.noun != "session":
        return [], []
    private = root / PRIVATE
    found, _ = find_transcripts(private, PRIVATE, before.by_kind["session"])
    again, _ = find_transcripts(private, PRIVATE, after.by_kind["session"])
    now = {file.path: file.session for file in again}
    changes: list[Change] = []
    large: list[Problem] = []
    strange: list[Problem] = []
    for file in found:
        if file.session == renaming.old:
            if file.path.stat().st_size > MOST_KEPT:
                message = "the name of this transcript holds the id, and stays"
                hint = f"let its name begin with {renaming.new}"
                large.append(Problem(Location(file.shown), "old-id", message, hint, "warning"))
                continue
            text = file.path.read_bytes().decode("utf-8", "surrogateescape")
            target = _renamed(file, private / FOLDER, renaming)
            changes += [Change(target, text), Change(file.path, None)]
        elif file.session != now[file.path]:
            message = f'by its name, this transcript would be one of "{renaming.new}"'
            strange.append(Problem(Location(file.shown), "duplicate-id", message, OTHER))
    if strange:
        raise StudyError(strange)
    return changes, large


def _renamed(file: Transcript, folder: Path, renaming: Renaming) -> Path:
    """Put the new id in place of the beginning of a name that stands for the old one."""
    whole = file.path.relative_to(folder).with_suffix("").as_posix()
    for name, before in ((file.path.stem, file.path.parent), (whole, folder)):
        for end in range(1, len(name) + 1):
            if words_of(name[:end]) == words_of(renaming.old):
                return before / f"{renaming.new}{name[end:]}{file.path.suffix}"
    return file.path
