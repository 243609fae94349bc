"""Words that somebody took back, refused where they would be published again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from ..model.quotations import WORDS
from ..privacy.withdrawn import FILE, read_withdrawn
from ..problems import Location, Problem
from ..study_folder import PRIVATE


def taken_back(
    root: Path, records: Mapping[str, tuple[Mapping[str, Any], Location]]
) -> Iterator[Problem]:
    """Report quotations that hold words of one that was withdrawn, told by fingerprints.

    `records` are what quotations say, as YAML reads, and where they stand, by id.
    """
    try:
        withdrawn = read_withdrawn(root / PRIVATE)
    except ValueError:
        message = "this file is damaged, so words that were withdrawn would not be noticed"
        hint = "put back an earlier copy of it"
        yield Problem(Location(f"{PRIVATE}/{FILE}"), "no-fingerprints", message, hint)
        return
    if withdrawn is None:
        return
    finder = withdrawn.finder()
    for id_, (data, place) in records.items():
        if ids := sorted(finder.find_within([data.get(name) for name in WORDS])):
            message = f"quotation {id_} holds words that were withdrawn: {', '.join(ids)}"
            yield Problem(place, "withdrawn-words", message, "take these words out")
