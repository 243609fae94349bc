"""What the accessibility statement claims: the same values that the browser tests run with."""

from __future__ import annotations

from typing import Final

STANDARD: Final = "WCAG 2.2 level AA"
AXE_TAGS: Final = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
WIDTHS: Final = (360, 1280)
SCHEMES: Final = ("light", "dark")
NARROWEST: Final = 320
