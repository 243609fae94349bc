"""Rules of files that are brought in."""

from __future__ import annotations

from typing import Final

from .rule import Rule

IMPORTING: Final = (
    Rule(
        "not-imported",
        "A file cannot be read, is of no form that is known, or only its own program opens it.",
        "Words that are half read, or read as what they are not, would stand in the study as if "
        "somebody had said them.",
        "Do what the message says: save or export the file in another form, or say what it is and "
        "which column holds what. Nothing was changed.",
        "findings import interviews.nvp",
        "findings import interviews.qdpx",
    ),
)
