"""The next free id of a record: of a theme by its title, of all else in the study's own pattern."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from itertools import count
from typing import Final

from ..model import is_id
from ..text.spelling import small_ascii

LONGEST: Final = 40
NUMBERED: Final = re.compile(r"(.*?)([0-9]+)")


def id_from_title(title: str, taken: Collection[str], prefix: str = "theme-") -> str:
    """Make an id of a title's Latin letters; the prefix and a number where it has none."""
    plain = small_ascii(title)
    slug = ""
    for word in re.findall(r"[a-z0-9]+", re.sub(r"'", "", plain)):
        if slug and len(slug) + len(word) >= LONGEST:
            break
        slug = f"{slug}-{word}" if slug else word[:LONGEST]
    if not slug:
        return next_id((), taken, prefix, 1)
    candidates = (slug if number == 1 else f"{slug}-{number}" for number in count(1))
    return next(id_ for id_ in candidates if id_ not in taken and is_id(id_))


def next_id(like: Sequence[str], taken: Collection[str], prefix: str, width: int) -> str:
    """Number on from ids that are alike: `q015` after `q014`, wherever `taken` has the last.

    Of several patterns, the most frequent is meant, of these the latest. `prefix` and `width` are
    for the first of all.
    """
    found = [match for id_ in like if (match := NUMBERED.fullmatch(id_))]
    if found:
        times = Counter(match[1] for match in found)
        latest = {match[1]: place for place, match in enumerate(found)}
        prefix = max(times, key=lambda known: (times[known], latest[known]))
    used = [match[2] for id_ in taken if (match := NUMBERED.fullmatch(id_)) and match[1] == prefix]
    number = max(map(int, used), default=0) + 1
    digits = max(map(len, used), default=width)
    return f"{prefix}{number:0{digits}d}"
