"""Codes of people and sessions that may be one, written in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .found import Anomaly
from .keys import code_key
from .people_labels import is_code, skeleton


def look_alikes(labels: Iterable[tuple[str, str]]) -> Iterator[Anomaly]:
    """Name codes that differ by a zero or a mark alone, or by a piece that is added.

    `nR1-04` beside `nR1-4`, `P11_F2` beside `P11`; each label with where it stands first.
    """
    places: dict[str, str] = {}
    for label, at in labels:
        places.setdefault(label, at)
    codes = [(label, at) for label, at in places.items() if is_code(label)]
    all_keys = {code_key(label): label for label, _ in codes}
    for label, at in codes:
        outer = code_key(re.split(r"[_/]", label)[0]) if re.search(r"[_/]", label) else ""
        if outer in all_keys:
            yield Anomaly(
                "look-alike", at, f"{label} stands beside {all_keys[outer]}: are they one?"
            )
    seen: dict[tuple[str, ...], dict[str, str]] = {}
    for label, at in codes:
        spelled = seen.setdefault(skeleton(label), {})
        if spelled and code_key(label) not in spelled:
            first = next(iter(spelled.values()))
            yield Anomaly("look-alike", at, f"{label} stands beside {first}: are they one?")
        spelled.setdefault(code_key(label), label)
