"""Where words of quotations that are taken out still stand, outside the records they were in."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from ..documents.yaml_texts import yaml_scalars
from ..privacy.files_in_git import TextFile, find_in_files, text_files
from ..privacy.formats import PrivateText, prose
from ..problems import Location, Problem
from .plan import Plan

# The fields that hold words; text between the keys of YAML in brackets has none.
_WORDS: Final = frozenset({"text", ""})


def find_remains(
    plan: Plan, folders: list[tuple[Path, str]], becomes: str = "is withdrawn"
) -> list[Problem]:
    """Look in the files of folders, as a plan would leave them, for the words it takes out.

    Folders come with the paths they are shown as; `becomes` says what becomes of each
    quotation. Six words in a row are enough, or a whole text of four or five: in narratives, notes,
    pages, translations, comments, other quotations. Each place is a warning that holds none of the
    words.
    """
    texts = [
        PrivateText(step.source, 0, prose(scalar.text), step.id)
        for step in plan.steps
        for scalar in yaml_scalars(step.lines)
        if scalar.key in _WORDS
    ]
    after = {change.path.resolve(): change.text or "" for change in plan.changes}
    files = [
        TextFile(file.shown, after.get(file.path.resolve(), file.text), file.path)
        for file in text_files(folders)
    ]
    remaining = {
        _remaining(place.text.owner, place.file, place.line, becomes)
        for place in find_in_files(texts, (), files)
    }
    return sorted(remaining, key=lambda problem: problem.sort_key)


def _remaining(id_: str, file: str, line: int, becomes: str) -> Problem:
    message = f"words of quotation {id_} stand here too, and stay when it {becomes}"
    hint = "take them out as well, unless somebody else said them too"
    return Problem(Location(file, line), "words-remain", message, hint, "warning")
