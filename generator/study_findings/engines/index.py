"""The search index: Pagefind's, over built HTML, each page with the words it is found by."""

from __future__ import annotations

import html
import json
import re
import zlib
from collections import Counter
from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import Final

from ..problems import BuildError
from ..render.markup import character_references
from ..text.search_words import SPACELESS, letter_table, search_words
from .page_words import words_of_page
from .pagefind import INSTALL, index_pages
from .pagefind_order import put_in_order

FOLDER: Final = "pagefind"
WORDS: Final = "words.json"
LETTERS: Final = "letters.json"
PAGES: Final = "pages.json"
# Pagefind's own interface and its other entry points: the site has its own.
UNUSED: Final = ("pagefind-*ui.js", "pagefind-*ui.css", "pagefind-highlight.js")
# No language: Pagefind then knows no stems, which would find "university" for "universe".
LANGUAGE: Final = "und"
FOUND_BY: Final = re.compile(r'<meta data-pagefind-meta="words\[content\]" content="([^"]*)">')
HEAD_ENDS: Final = "</head>"
PAGE_TAGS: Final = """\
<meta data-pagefind-meta="mark[content]" content="00page">
<meta data-pagefind-sort="place[content]" content="{}">"""


def index_site(site_dir: Path) -> None:
    """Index every page with a `data-pagefind-body` below `site_dir` into `site_dir/pagefind/`.

    Each such page gets its words, letters that look alike made one, as metadata that Pagefind finds
    it by. All pages go into one index: a reader searches the whole site from any page of it. Three
    files of our own tell the search script the rest: `words.json` has each word and on how many
    pages it is, `letters.json` how letters become those of the words, and the number of pages,
    `pages.json` the address, title and edition of each page that is no quotation's, in the order in
    which a search for `00page` gives them. Raises BuildError where Pagefind fails.
    """
    words, pages, listed = _write_words(site_dir)
    for name, content in _in_order(index_pages(site_dir, LANGUAGE)).items():
        if not any(fnmatch(name, pattern) for pattern in UNUSED):
            path = site_dir / FOLDER / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
    (site_dir / FOLDER / WORDS).write_text(_lines(words), encoding="utf-8")
    (site_dir / FOLDER / PAGES).write_text(listed, encoding="utf-8", errors="replace")
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


def _write_words(site_dir: Path) -> tuple[Counter[str], int, str]:
    """Write into pages the words they are found by, if not there.

    Gives how many pages have each word, how many there are, and the list of those that had none.
    """
    counts: Counter[str] = Counter()
    number = 0
    listed: list[str] = []
    for path in sorted(site_dir.rglob("*.html")):
        page = path.read_bytes().decode("utf-8", "surrogateescape")
        known = FOUND_BY.search(page)
        found = None if known else words_of_page(page)
        if known:
            words = html.unescape(known[1])
        elif found is not None:
            words = search_words(found.text)
            tags = f"{words_tag(words)}\n{PAGE_TAGS.format(len(listed) + 1)}"
            page = page.replace(HEAD_ENDS, f"{tags}\n{HEAD_ENDS}", 1)
            path.write_bytes(page.encode("utf-8", "surrogateescape"))
            address = path.relative_to(site_dir).as_posix().removesuffix("index.html")
            entry = {"address": address, "title": found.title, "edition": found.edition}
            listed.append(json.dumps(entry, ensure_ascii=False))
        else:
            continue
        counts.update({*words.split()})
        number += 1
    return counts, number, "[\n" + ",\n".join(listed) + "\n]\n"


def words_tag(words: str) -> str:
    """Write the element by which Pagefind finds a page, in its head."""
    return f'<meta data-pagefind-meta="words[content]" content="{character_references(words)}">'


def _lines(words: Counter[str]) -> str:
    """Write a word a line, in order, with its number of pages."""
    lines = (f"{json.dumps(word, ensure_ascii=False)}: {words[word]}" for word in sorted(words))
    return "{\n" + ",\n".join(lines) + "\n}\n"
