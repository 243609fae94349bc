"""The search index: Pagefind's, over built HTML, each page with the words it is found by."""

from __future__ import annotations

import html
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from ..problems import BuildError
from ..render.markup import character_references
from ..text.search_words import SPACELESS, letter_table, search_words
from .page_words import indexed_text
from .pagefind import INSTALL, index_pages
from .pagefind_order import put_in_order

FOLDER: Final = "pagefind"
WORDS: Final = "words.json"
LETTERS: Final = "letters.json"
# Pagefind's own interface and its other entry points: the site has its own.
UNUSED: Final = ("pagefind-*ui.js", "pagefind-*ui.css", "pagefind-highlight.js")
# No language: Pagefind then knows no stems, which would find "university" for "universe".
LANGUAGE: Final = "und"
FOUND_BY: Final = re.compile(r'<meta data-pagefind-meta="words\[content\]" content="([^"]*)">')
HEAD_ENDS: Final = "</head>"


def index_site(site_dir: Path) -> None:
    """Index every page with a `data-pagefind-body` below `site_dir` into `site_dir/pagefind/`.

    Each such page gets its words, letters that look alike made one, as metadata that Pagefind finds
    it by. All pages go into one index: a reader searches the whole site from any page of it. Two
    files of our own tell the search script the rest: `words.json` has each word and on how many
    pages it is, `letters.json` how letters become those of the words, and the number of pages.
    Raises BuildError where Pagefind fails.
    """
    words, pages = _write_words(sorted(site_dir.rglob("*.html")))
    for name, content in _in_order(index_pages(site_dir, LANGUAGE)).items():
        if not any(fnmatch(name, pattern) for pattern in UNUSED):
            path = site_dir / FOLDER / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    (site_dir / FOLDER / WORDS).write_text(_lines(words), encoding="utf-8")
    known = {letter for word in words for letter in word}
    letters = {"pages": pages, "spaceless": SPACELESS, "letters": letter_table(known)}
    text = json.dumps(letters, ensure_ascii=False, indent=0)
    (site_dir / FOLDER / LETTERS).write_text(text + "\n", encoding="utf-8")


def _in_order(files: Mapping[str, bytes]) -> dict[str, bytes]:
    try:
        return put_in_order(files)
    # Another version of Pagefind may write other files, or the same in another form.
    except (EOFError, LookupError, OSError, TypeError, ValueError, zlib.error) as error:
        message = f"Pagefind wrote an index of a form that is not known here; {INSTALL}"
        raise BuildError(message, repr(error)) from error


def _write_words(pages: Iterable[Path]) -> tuple[Counter[str], int]:
    """Write into pages the words they are found by, if not there; count pages by word, and all."""
    counts: Counter[str] = Counter()
    number = 0
    for path in pages:
        page = path.read_bytes().decode("utf-8", "surrogateescape")
        known = FOUND_BY.search(page)
        text = None if known else indexed_text(page)
        if known:
            words = html.unescape(known[1])
        elif text is not None:
            words = search_words(text)
            page = page.replace(HEAD_ENDS, f"{words_tag(words)}\n{HEAD_ENDS}", 1)
            path.write_bytes(page.encode("utf-8", "surrogateescape"))
        else:
            continue
        counts.update({*words.split()})
        number += 1
    return counts, number


def words_tag(words: str) -> str:
    """Write the element by which Pagefind finds a page, in its head."""
    return f'<meta data-pagefind-meta="words[content]" content="{character_references(words)}">'


def _lines(words: Counter[str]) -> str:
    """Write a word a line, in order, with its number of pages."""
    lines = (f"{json.dumps(word, ensure_ascii=False)}: {words[word]}" for word in sorted(words))
    return "{\n" + ",\n".join(lines) + "\n}\n"
