"""What was brought in before: by fingerprints, which tell whether a value is the same and no more.

It stays in `private/imported.json`. No word, name, id or file's name stands in it.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final

from ..study_folder import IMPORTED
from .people_labels import REMEMBERED

FILE: Final = IMPORTED
_SIZE: Final = 8
_VALUE: Final = json.JSONEncoder(ensure_ascii=False, sort_keys=True, default=str)
_LINE: Final = json.JSONEncoder(sort_keys=True)


@dataclass(frozen=True, slots=True)
class Remembered:
    """A record as it was brought in: fingerprints of its id, its file and its fields' values."""

    id: str
    source: str
    fields: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Memory:
    """A salt of the study's own, and the records by the fingerprints of what names each."""

    salt: str
    records: Mapping[str, Remembered] = field(default_factory=dict)

    def mark(self, value: Any) -> str:
        """Make the fingerprint of a value."""
        if isinstance(value, list) and all(isinstance(item, str) for item in value):
            return _fingerprint_of_words(self.salt, *value)
        return _fingerprint(self.salt, _VALUE.encode(value))

    def lines(self) -> Iterator[bytes]:
        """Write it as JSON: `salt`, and `records` by key, a line each."""
        yield f'{{"salt": {json.dumps(self.salt)},\n "records": {{'.encode()
        for number, key in enumerate(sorted(self.records)):
            kept = self.records[key]
            told = _LINE.encode([kept.id, kept.source, dict(kept.fields)])
            yield f"{',' * (number > 0)}\n  {json.dumps(key)}: {told}".encode()
        yield b"\n }}\n"


@lru_cache(REMEMBERED)
def _fingerprint(salt: str, known: str) -> str:
    """Make the fingerprint of a value; many quotations share their theme, speaker and session."""
    return blake2b(known.encode(), key=salt.encode(), digest_size=_SIZE).hexdigest()


@lru_cache(REMEMBERED)
def _fingerprint_of_words(salt: str, *words: str) -> str:
    """Make the fingerprint of a list of words, such as the themes that many quotations share."""
    return _fingerprint(salt, _VALUE.encode(list(words)))


def new_memory() -> Memory:
    """Begin with a salt that nobody can guess."""
    return Memory(secrets.token_hex(16))


def read_memory(private_dir: Path) -> Memory | None:
    """Read what was brought in; None where nothing was. Raises ValueError where it is damaged."""
    try:
        found: Any = json.loads((private_dir / FILE).read_bytes().decode("utf-8"))
        records = {
            str(key): Remembered(str(id_), str(source), {str(k): str(v) for k, v in marks.items()})
            for key, (id_, source, marks) in found["records"].items()
        }
        return Memory(str(found["salt"]), records)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError, KeyError, TypeError, AttributeError) as error:
        raise ValueError(FILE) from error
