"""Files of `private/` that keep fingerprints of quotations' words, by id, with a salt.

A fingerprint tells whether words are the same and not what they are. It still stays in `private/`:
who knows what somebody may have said could try it, so each study's have a salt of their own.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def as_text(salt: str, by_id: Mapping[str, Any]) -> str:
    """Write such a file as JSON: `salt`, and `quotations` by id, in order."""
    return json.dumps({"salt": salt, "quotations": dict(sorted(by_id.items()))}, indent=1) + "\n"


def read(path: Path) -> tuple[str, dict[str, Any]] | None:
    """Read the salt, and what is kept by id; None where there is no such file.

    Raises ValueError with the file's name where it is damaged.
    """
    try:
        found: Any = json.loads(path.read_bytes().decode())
    except FileNotFoundError:
        return None
    except (OSError, ValueError, RecursionError) as error:
        raise ValueError(path.name) from error
    salt = found.get("salt") if isinstance(found, dict) else None
    by_id = found.get("quotations") if isinstance(found, dict) else None
    if not isinstance(salt, str) or not isinstance(by_id, dict):
        raise ValueError(path.name)
    return salt, by_id
