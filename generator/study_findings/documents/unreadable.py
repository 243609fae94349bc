"""Why a file cannot be read as text, and what to do about it."""

from __future__ import annotations


class UnreadableError(Exception):
    """Say why a file cannot be read, in words that follow on "this file", and how to mend it."""

    def __init__(self, why: str, hint: str) -> None:
        self.why = why
        self.hint = hint
        super().__init__(why)
