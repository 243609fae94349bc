"""The transcripts of a study: which file is of which session, and the text of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Final

from ..documents.docx import docx_text
from ..documents.plain_text import plain_text
from ..documents.rtf import rtf_text
from ..documents.subtitles import subtitle_text
from ..documents.unreadable import UnreadableError
from ..problems import Location, Problem
from ..text.folding import words_of
from .heard import Heard, heard
from .spoken_turns import turns_of

FOLDER: Final = "transcripts"
READERS: Final[dict[str, Callable[[bytes], str]]] = {
    ".txt": plain_text,
    ".md": plain_text,
    ".docx": docx_text,
    ".rtf": rtf_text,
    ".vtt": subtitle_text,
    ".srt": subtitle_text,
}
KINDS: Final = "txt, md, docx, rtf, vtt, srt"
MOST_BYTES: Final = 50_000_000
"""A file beyond that is no transcript of one session; pictures in a document come to less."""
MOST_LETTERS: Final = 20_000_000
_SYSTEM_FILES: Final = frozenset({"thumbs.db", "desktop.ini"})


@dataclass
class Transcript:
    """A file of a transcript, read when it is first asked for; `session` is empty where none fits.

    `problem` says why it could not be read, once it was asked for.
    """

    path: Path
    shown: str
    session: str = ""
    problem: Problem | None = field(default=None, init=False)

    @cached_property
    def heard(self) -> Heard | None:
        """Give what it holds; None where it cannot be read."""
        try:
            return heard(turns_of(_text(self.path)))
        except UnreadableError as error:
            message = f"this file {error.why}, so no quotation was looked for in it"
            place = Location(self.shown)
            self.problem = Problem(place, "transcript-unread", message, error.hint)
            return None


def find_transcripts(
    private_dir: Path, shown_as: str, sessions: Iterable[str]
) -> tuple[list[Transcript], list[Problem]]:
    """List the transcripts of `private/transcripts/`, and a warning for each other file there.

    A file is of the session whose id its name is or begins with, in any case, with spaces or
    underscores for hyphens: `FGD 1.docx`, `fgd-1-part-2.txt`. The longest such id counts. Names of
    folders inside count too.
    """
    keys = {_key(session): session for session in sessions}
    found: list[Transcript] = []
    problems: list[Problem] = []
    folder = private_dir / FOLDER
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if any(part.startswith((".", "~$")) for part in inside.parts) or not path.is_file():
            continue
        shown = f"{shown_as}/{FOLDER}/{inside.as_posix()}"
        if path.suffix.lower() in READERS:
            named = [path.stem, inside.with_suffix("").as_posix()]
            session = next(filter(None, (_session(_key(name), keys) for name in named)), "")
            found.append(Transcript(path, shown, session))
        elif path.name.lower() not in _SYSTEM_FILES:
            problems.append(_other_kind(shown))
    return found, problems


def _key(name: str) -> str:
    return "-".join(words_of(name))


def _session(key: str, sessions: dict[str, str]) -> str:
    parts = key.split("-")
    heads = ("-".join(parts[:number]) for number in range(len(parts), 0, -1))
    return next((sessions[head] for head in heads if head in sessions), "")


def _other_kind(shown: str) -> Problem:
    message = "no transcript is read from a file of this kind, so no quotation was looked for in it"
    hint = f"save its words in one of these forms: {KINDS}; keep recordings elsewhere in private/"
    return Problem(Location(shown), "transcript-unread", message, hint, "warning")


def _text(path: Path) -> str:
    """Read a file's text; raises UnreadableError where it is too large, or not what it is named."""
    try:
        if path.stat().st_size > MOST_BYTES:
            raise _too_large("the file")
        data = path.read_bytes()
    except OSError as error:
        why = f"cannot be opened ({error.strerror or 'the reason is not known'})"
        raise UnreadableError(why, "see that you may read it, and that it is there") from error
    text = READERS[path.suffix.lower()](data)
    if len(text) > MOST_LETTERS:
        raise _too_large("its text")
    if not text.strip():
        hint = "put the words into it, or remove it"
        raise UnreadableError("holds no words", hint)
    return text


def _too_large(what: str) -> UnreadableError:
    hint = "save the words of each session in a file of its own, without pictures or sound"
    return UnreadableError(f"is larger than a transcript may be ({what})", hint)
