"""Whether the study itself says something, or it is composed to show the site."""

from __future__ import annotations

from typing import Literal

ThemeProvenance = Literal["reported", "illustrative"]
