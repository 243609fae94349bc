"""The scripts of a site as modules: which of them the pages load, and what each imports."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Final
from urllib.parse import urljoin

LOADED: Final = re.compile(r'<script type="module" src="([^"]+)">')
IMPORTED: Final = re.compile(r'\b(?:from|import) *\(? *"([^"]+)"')
SITE: Final = "https://site.example/"


def loaded_by(page: str, url: str) -> set[str]:
    """Give the paths of the modules a page asks for, by its text and its address in the site."""
    return {_path(url, source) for source in LOADED.findall(page)}


def imported_by(modules: Mapping[str, str], path: str) -> set[str]:
    """Give the paths of what a module imports, at once or when it is wanted."""
    return {_path(path, name) for name in IMPORTED.findall(modules[path])}


def reached_from(modules: Mapping[str, str], entries: Iterable[str]) -> set[str]:
    """Give the paths of all that modules import, and what that imports, and themselves.

    Raises KeyError for what is not there.
    """
    reached: set[str] = set()
    following = set(entries)
    while following:
        path = following.pop()
        reached.add(path)
        following |= imported_by(modules, path) - reached
    return reached


def _path(here: str, name: str) -> str:
    return urljoin(SITE + here, name).removeprefix(SITE)
