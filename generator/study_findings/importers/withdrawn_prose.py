"""Withdrawn words in what a file says of a theme or code, which is public as soon as it is in."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ..privacy.withdrawn import Finder
from ..problems import Location, Problem, StudyError
from .request import Wanted


def without_withdrawn(
    finder: Finder | None, file: str, wanted: Wanted, fields: Mapping[str, Any]
) -> tuple[dict[str, Any], list[str]]:
    """Leave out the fields that hold withdrawn words, and say of each that it was.

    Raises StudyError, at the file's name, where a title holds some: no theme or code is without.
    """
    if finder is None:
        return dict(fields), []
    held = [
        name for name, value in fields.items() if isinstance(value, str) and finder.find([value])
    ]
    if "title" in held:
        message = f"{wanted.at}: the title of this {wanted.noun} holds withdrawn words"
        hint = "name it otherwise in the file, and bring the file in again"
        raise StudyError([Problem(Location(file), "not-imported", message, hint)])
    kept = {name: value for name, value in fields.items() if name not in held}
    return kept, [
        f"the {name} of this {wanted.noun} holds withdrawn words: it was left out" for name in held
    ]
