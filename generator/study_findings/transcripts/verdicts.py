"""Whether a quotation's words were said, by the transcripts of its session."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Literal

from ..model import Quotation
from .finding import TangledError, stands_in
from .nearest import Nearest, nearest
from .pieces import SoughtWords, sought
from .session_files import Transcript

VerdictKind = Literal[
    "exact", "marked", "nearly", "not-found", "no-transcript", "unread", "no-words", "not-verbatim"
]
FAILED: tuple[VerdictKind, ...] = ("nearly", "not-found", "unread", "no-words")


@dataclass(frozen=True)
class Verdict:
    """Say how a quotation compares with the transcripts of its session.

    `files` are those it was looked for in or, where it stands in one, that one; `elsewhere` is the
    file of another session in which it stands word for word. `is_tangled` says that it has too many
    marks between words that stand everywhere.
    """

    kind: VerdictKind
    files: tuple[str, ...] = ()
    omitted: int = 0
    replaced: int = 0
    nearest: Nearest | None = None
    elsewhere: str = ""
    is_tangled: bool = False

    @property
    def has_passed(self) -> bool:
        """Tell whether the words were said, but for what is marked."""
        return self.kind in ("exact", "marked")


def compare(
    quotation: Quotation, sessions: Sequence[str], transcripts: Sequence[Transcript]
) -> Verdict:
    """Look a quotation up in the transcripts of the sessions it may be from; in all where none is.

    Looked up is what was said: of a translation, the original.
    """
    said = quotation.words_said
    if said is None:
        return Verdict("not-verbatim")
    own = [file for file in transcripts if not sessions or file.session in sessions]
    if not own:
        return Verdict("no-transcript")
    searched = sought(said, quotation.kind == "speech")
    shown = tuple(file.shown for file in own)
    if not searched.pieces:
        return Verdict("no-words", shown)
    file, is_tangled = _standing(searched, own)
    if file is not None:
        kind: VerdictKind = "marked" if searched.omitted or searched.replaced else "exact"
        return Verdict(kind, (file.shown,), searched.omitted, searched.replaced)
    readable = [file for file in own if file.heard is not None]
    if not readable:
        return Verdict("unread", shown)
    near = _nearest(searched, readable)
    if near is not None:
        return Verdict("nearly", (near[0].shown,), nearest=near[1], is_tangled=is_tangled)
    others = [file for file in transcripts if file not in own]
    elsewhere, _ = _standing(searched, others)
    found_in = elsewhere.shown if elsewhere else ""
    return Verdict("not-found", shown, elsewhere=found_in, is_tangled=is_tangled)


def _standing(searched: SoughtWords, files: Iterable[Transcript]) -> tuple[Transcript | None, bool]:
    is_tangled = False
    for file in files:
        try:
            if file.heard is not None and stands_in(file.heard, searched):
                return file, False
        except TangledError:
            is_tangled = True
    return None, is_tangled


def _nearest(
    searched: SoughtWords, files: Iterable[Transcript]
) -> tuple[Transcript, Nearest] | None:
    found = [
        (file, near)
        for file in files
        if file.heard is not None and (near := nearest(file.heard, searched)) is not None
    ]
    return max(found, key=lambda item: item[1].share, default=None)
