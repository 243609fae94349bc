"""Cross-reference and publication rules: one small function each, over what could be typed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from ..draft import Draft
from ..problems import Problem

Check = Callable[[Draft], Iterable[Problem]]

CHECKS: tuple[Check, ...] = ()
