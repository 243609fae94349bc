"""Fingerprints of withdrawn words: whether a text holds them can be told, and not what they are."""

from __future__ import annotations

import re
import secrets
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from ..study_folder import WITHDRAWN
from ..text.folding import words_of
from . import fingerprint_files
from .run_index import RUN
from .unread_lines import UnreadLines

FILE: Final = WITHDRAWN
_FEWEST_WORDS: Final = 4
_SIZE: Final = 16
_MARK: Final = re.compile(rf"(?:[45]:)?[0-9a-f]{{{2 * _SIZE}}}")


@dataclass(frozen=True)
class Withdrawn:
    """Hold a salt of the study's own and, by id, the fingerprints of each withdrawn text.

    A text of six words or more has one for each six in a row; one of four or five words a single
    one, after its number of words: `4:…`. Of a shorter one nothing is kept but that it was too
    short: its words alone would be found everywhere.
    """

    salt: str
    by_id: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def with_texts(self, texts: Mapping[str, Sequence[str]]) -> Withdrawn:
        """Add the texts of quotations, by their ids; what was withdrawn of one before stays."""
        added = {}
        for id_, said in texts.items():
            new = (mark for text in said for mark in self._marks(text))
            added[id_] = tuple(dict.fromkeys((*self.by_id.get(id_, ()), *new)))
        return Withdrawn(self.salt, {**self.by_id, **added})

    @property
    def too_short(self) -> list[str]:
        """List the ids of quotations whose words are too few to be looked for."""
        return sorted(id_ for id_, marks in self.by_id.items() if not marks)

    def as_text(self) -> str:
        """Write them as JSON: `salt`, and `quotations` by id."""
        return fingerprint_files.as_text(self.salt, self.by_id)

    def finder(self) -> Finder:
        """Make what looks for all of these words."""
        return Finder(self)

    def mark(self, words: Sequence[str]) -> str:
        """Make the fingerprint of words in a row."""
        said = "\x1f".join(words).encode()
        digest = blake2b(said, key=self.salt.encode(), digest_size=_SIZE).hexdigest()
        return digest if len(words) == RUN else f"{len(words)}:{digest}"

    def _marks(self, text: str) -> Iterator[str]:
        words = words_of(text)
        length = min(len(words), RUN)
        if length >= _FEWEST_WORDS:
            for at in range(len(words) - length + 1):
                yield self.mark(words[at : at + length])


class Finder:
    """Look for withdrawn words in texts."""

    def __init__(self, withdrawn: Withdrawn) -> None:
        self._withdrawn = withdrawn
        self._owners: dict[str, list[str]] = {}
        for id_, marks in withdrawn.by_id.items():
            for mark in marks:
                self._owners.setdefault(mark, []).append(id_)
        self._lengths = sorted({_length(mark) for mark in self._owners})
        # Versions of a file share nearly all their lines.
        self._unread = UnreadLines(RUN)

    def find(self, texts: Iterable[str]) -> set[str]:
        """Give the ids of the quotations of which any of these texts holds words."""
        found: set[str] = set()
        for text in texts if self._lengths else ():
            for block in self._unread.of(text):
                owners = self._owners_of(block.words)
                found |= owners
                if not owners:
                    self._unread.pass_over(block)
        return found

    def find_within(self, value: Any) -> set[str]:
        """Give the same of the texts that a value holds, as YAML reads it, however deep."""
        return self.find(_texts_in(value))

    def _owners_of(self, words: Sequence[str]) -> set[str]:
        """Give whose words stand among these."""
        return {
            owner
            for length in self._lengths
            for at in range(len(words) - length + 1)
            for owner in self._owners.get(self._withdrawn.mark(words[at : at + length]), ())
        }


def _texts_in(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, list | tuple):
        for item in value:
            yield from _texts_in(item)
    elif isinstance(value, Mapping):
        for item in value.values():
            yield from _texts_in(item)


def _length(mark: str) -> int:
    return int(mark.partition(":")[0]) if ":" in mark else RUN


def new_withdrawn() -> Withdrawn:
    """Begin with a salt that nobody can guess."""
    return Withdrawn(secrets.token_hex(32))


def read_withdrawn(private_dir: Path) -> Withdrawn | None:
    """Read what is kept of withdrawn words; None where nothing is.

    Raises ValueError where the file is damaged.
    """
    found = fingerprint_files.read(private_dir / FILE)
    if found is None:
        return None
    salt, by_id = found
    if not _are_marks(by_id):
        raise ValueError(FILE)
    return Withdrawn(salt, {id_: tuple(marks) for id_, marks in by_id.items()})


def _are_marks(by_id: Mapping[str, Any]) -> bool:
    return all(
        isinstance(marks, list)
        and all(isinstance(mark, str) and _MARK.fullmatch(mark) for mark in marks)
        for marks in by_id.values()
    )
