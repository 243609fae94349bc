"""A plan shown before it is carried out, line by line, and known again when it is agreed to."""

from __future__ import annotations

import hashlib
from difflib import unified_diff
from pathlib import Path

from ..editing import Plan


def fingerprint_of(plan: Plan) -> str:
    """Name a plan by what it would write, and over what."""
    parts = [change.content or b"" for change in plan.changes]
    whole = b"\0".join([*parts, *(before or b"" for before in plan.before)])
    return hashlib.sha256(whole).hexdigest()[:16]


def shown_changes(plan: Plan) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Give each file of a plan with the lines that go and come, as `diff` writes them."""
    return tuple(
        (_shown(plan.root, change.path), _lines(before, change.text))
        for change, before in zip(plan.changes, plan.before, strict=True)
    )


def _shown(root: Path, path: Path) -> str:
    return path.relative_to(root).as_posix()


def _lines(before: bytes | None, after: str | None) -> tuple[str, ...]:
    old = (before or b"").decode("utf-8", "replace").splitlines()
    found = unified_diff(old, (after or "").splitlines(), lineterm="", n=1)
    return tuple(line for line in found if not line.startswith(("---", "+++")))
