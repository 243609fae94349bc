"""The search index: Pagefind's, over built HTML."""

from __future__ import annotations

from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from .pagefind import index_pages
from .pagefind_order import put_in_order

FOLDER: Final = "pagefind"
# Pagefind's own interface and its other entry points: the site has its own.
UNUSED: Final = ("pagefind-*ui.js", "pagefind-*ui.css", "pagefind-highlight.js")


def index_site(site_dir: Path, language: str) -> None:
    """Index every page with a `data-pagefind-body` below `site_dir` into `site_dir/pagefind/`.

    All pages go into one index, read as `language`, a BCP 47 tag: a reader searches the whole site
    from any page of it. Raises BuildError where Pagefind fails.
    """
    for name, content in put_in_order(index_pages(site_dir, language)).items():
        if not any(fnmatch(name, pattern) for pattern in UNUSED):
            path = site_dir / FOLDER / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
