"""What stands for the names of people and documents in a project; no name goes any further."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, TypeAlias

from ..documents.plain_text import plain_text
from ..documents.table_rows import delimited_rows
from ..documents.unreadable import UnreadableError
from .found import Pseudonym
from .options import Options

StandInKind: TypeAlias = Literal["participant", "session"]
_LETTERS: Final[dict[StandInKind, str]] = {"participant": "p", "session": "s"}
_KINDS: Final[dict[str, StandInKind]] = {
    "participant": "participant", "person": "participant", "case": "participant",
    "session": "session", "document": "session", "source": "session", "interview": "session",
}  # fmt: skip
_DIGITS: Final = 5
_FILE_ENDS: Final = (
    ".docx", ".doc", ".txt", ".rtf", ".odt", ".pdf", ".md", ".html", ".vtt", ".srt", ".mp3",
    ".mp4", ".m4a", ".wav", ".mov",
)  # fmt: skip
_HOW: Final = (
    "name a table with `--pseudonyms map.csv`, its columns `name` and `pseudonym`; or add "
    "`--pseudonymise`, which makes neutral ids and keeps the table outside the repository"
)


@dataclass(frozen=True)
class _Entry:
    pseudonym: str
    kind: str


class Pseudonyms:
    """Gives what stands for each name, and remembers what it made and what it lacked."""

    def __init__(self, options: Options) -> None:
        self.made: dict[tuple[StandInKind, str], Pseudonym] = {}
        self.lacking: set[tuple[StandInKind, str]] = set()
        self._makes = options.pseudonymise
        self._by_key: dict[str, _Entry] = {}
        self._by_name: dict[tuple[str, str], _Entry] = {}
        if options.pseudonyms:
            self._load(options.pseudonyms)
        for one in options.made:
            entry = _Entry(one.pseudonym, one.kind)
            if one.key:
                self._by_key.setdefault(one.key, entry)
            self._by_name.setdefault((one.kind, folded_name(one.name)), entry)
        entries = (*self._by_name.values(), *self._by_key.values())
        self._taken = {entry.pseudonym for entry in entries}

    def of(self, kind: StandInKind, name: str, key: str = "") -> str:
        """Give what stands for a name; empty where nothing does and nothing may be made.

        `key` is what names the same person or document in the source for good: an id that holds
        no name, from which the same neutral id is made each time.
        """
        entry = self._by_key.get(key) if key else None
        folded = folded_name(name)
        for of_kind in (kind, ""):
            entry = entry or self._by_name.get((of_kind, folded))
        if entry:
            return entry.pseudonym
        if not self._makes:
            self.lacking.add((kind, key or folded))
            return ""
        place = (kind, key or folded)
        if place not in self.made:
            made = self._neutral(_LETTERS[kind], key)
            self._taken.add(made)
            self.made[place] = Pseudonym(name, made, kind, key)
        return self.made[place].pseudonym

    def or_name(self, kind: StandInKind, name: str) -> str:
        """Give what stands for a name, or the name itself where nothing does."""
        return self.of(kind, name) or name if name else ""

    def refuse_lacking(self) -> None:
        """Raise UnreadableError, naming nobody, where something stands for none of the names."""
        if not self.lacking:
            return
        people = sum(kind == "participant" for kind, _ in self.lacking)
        parts = [
            f"{count} {noun}{'s' * (count != 1)}"
            for count, noun in ((people, "case"), (len(self.lacking) - people, "document"))
            if count
        ]
        raise UnreadableError(f"names {' and '.join(parts)} without a pseudonym", _HOW)

    def _neutral(self, letter: str, key: str) -> str:
        """Make an id from which nobody can work back to a name or a place in a list."""
        tries = 0
        while True:
            seed = f"{letter} {key} {tries}".encode() if key else secrets.token_bytes(16)
            number = int.from_bytes(hashlib.sha256(seed).digest()[:8]) % 10**_DIGITS
            made = f"{letter}{number:0{_DIGITS}}"
            if made not in self._taken:
                return made
            tries += 1

    def _load(self, path: Path) -> None:
        for number, row in enumerate(rows_of(path), 2):
            name, pseudonym = row.get("name", ""), row.get("pseudonym", "")
            if not name and not row.get("key"):
                continue
            if not pseudonym:
                raise _bad_map(f"says nothing after the name on line {number}")
            entry = _Entry(pseudonym, _KINDS.get(row.get("kind", "").lower(), ""))
            if row.get("key"):
                self._by_key[row["key"]] = entry
            if name:
                self._by_name.setdefault((entry.kind, folded_name(name)), entry)


def rows_of(path: Path) -> list[dict[str, str]]:
    """Read a table of pseudonyms, each row by the names of its columns.

    Raises UnreadableError where it is none.
    """
    try:
        text = plain_text(path.read_bytes())
    except OSError as error:
        raise _bad_map("cannot be found or read") from error
    except UnreadableError as error:
        raise _bad_map(error.why) from error
    table = [row for _, row in delimited_rows(text)]
    heads = [cell.strip().lower() for cell in table[0]] if table else []
    if not {"name", "pseudonym"} <= set(heads):
        raise _bad_map("has no columns `name` and `pseudonym`")
    return [dict(zip(heads, (cell.strip() for cell in row), strict=False)) for row in table[1:]]


def _bad_map(why: str) -> UnreadableError:
    return UnreadableError(
        f"needs its table of pseudonyms, which {why}",
        "save the table as CSV in UTF-8, with a first line `name,pseudonym`",
    )


def folded_name(name: str) -> str:
    """Make names comparable: case, spaces, ways of writing accents, the end of a file's name."""
    folded = " ".join(unicodedata.normalize("NFC", name).casefold().split())
    for end in _FILE_ENDS:
        if folded.endswith(end):
            return folded.removesuffix(end)
    return folded
