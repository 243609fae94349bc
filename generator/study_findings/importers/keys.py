"""What names a record in its source, whichever way its label is spelled."""

from __future__ import annotations

import re
from functools import lru_cache

from ..text.folding import folded, words_of
from .found import TitlePath
from .people_labels import REMEMBERED, is_code, slug
from .request import Key


@lru_cache(REMEMBERED)
def code_key(label: str) -> str:
    """Give what spellings of a code share but for zeros: `FGD 2`, `FGD-2` and `fgd2` are one."""
    return "-".join(re.findall(r"[a-z]+|\d+", slug(label))) if is_code(label) else folded(label)


@lru_cache(REMEMBERED)
def path_key(noun: str, path: TitlePath) -> Key:
    """Give the key of a theme or code by its titles."""
    return (noun, *(" ".join(words_of(title)) or folded(title) for title in path))
