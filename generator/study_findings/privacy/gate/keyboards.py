"""Letters of Arabic script that keyboards of Urdu, Pashto and Arabic write differently."""

from __future__ import annotations

from typing import Final

_ALIKE: Final = ("يی", "كک", "گګ", "هہ")
_CLASSES: Final = {ord(one): f"[{group}]" for group in _ALIKE for one in group}


def spelt(pattern: str) -> str:
    """Give a pattern that has no classes of such letters, with each as any keyboard writes it."""
    return pattern.translate(_CLASSES)
