"""What words were verified, kept in `private/` as fingerprints, so that a later edit is noticed."""

from __future__ import annotations

import hmac
import json
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import Final

from ..findings.labels import pieces
from ..model import Quotation
from ..privacy import fingerprint_files
from ..text.folding import words_of

FILE: Final = "verified.json"


@dataclass(frozen=True)
class Fingerprints:
    """Hold a salt of a study's own and, by quotation's id, the fingerprint of what was verified."""

    salt: str
    by_id: Mapping[str, str] = field(default_factory=dict)

    def of(self, quotation: Quotation, kind: str) -> str:
        """Make the fingerprint of a quotation's words, their marks and speakers, and its session.

        Case and punctuation are no part of it, as they are none of the comparison.
        """
        said = quotation.words_said
        alone = [(False, said.text)] if said is not None and said.text else []
        turns = [(turn.by_interviewer, turn.text) for turn in said.turns] if said else []
        lines = [
            (asks, [(piece.kind, "".join(words_of(piece.text))) for piece in pieces(text)])
            for asks, text in (*alone, *turns)
        ]
        known = json.dumps([kind, quotation.named_session, lines], ensure_ascii=False)
        return hmac.new(self.salt.encode(), known.encode(), sha256).hexdigest()

    def knows(self, quotation: Quotation, kind: str) -> bool:
        """Tell whether these words were verified, and found as is said."""
        kept = self.by_id.get(quotation.id, "")
        return hmac.compare_digest(kept.encode(), self.of(quotation, kind).encode())

    def as_text(self) -> str:
        """Write them as JSON: `salt`, and `quotations` by id."""
        return fingerprint_files.as_text(self.salt, self.by_id)


def new_fingerprints() -> Fingerprints:
    """Begin with a salt that nobody can guess."""
    return Fingerprints(secrets.token_hex(16))


def read_fingerprints(private_dir: Path) -> Fingerprints | None:
    """Read what was verified; None where nothing was. Raises ValueError where it is damaged."""
    found = fingerprint_files.read(private_dir / FILE)
    if found is None:
        return None
    salt, by_id = found
    return Fingerprints(salt, {id_: str(kept) for id_, kept in by_id.items()})
