"""Markdown to the few tags that prose may have; nothing else of what was written is markup."""

from __future__ import annotations

import html
import re
from typing import Final

import nh3
from markdown import Markdown

from .bounds import find_excess

PROSE_TAGS: Final = frozenset("p em strong a ul ol li br sub sup code".split())
PROSE_ATTRIBUTES: Final = {"a": {"href"}}
PROSE_SCHEMES: Final = {"http", "https", "mailto"}
VOID_TAGS: Final = frozenset({"br"})


def sanitised(text: str) -> str:
    """Turn Markdown into HTML of `PROSE_TAGS` alone; headings become bold.

    A text that is too tangled to be read in reasonable time is one paragraph, as it is written.
    """
    if find_excess(text) is not None:
        return f"<p>{html.escape(text)}</p>"
    made = Markdown(extensions=["sane_lists"], output_format="html").convert(text)
    made = re.sub(r"<h[1-6]>(.*?)</h[1-6]>", r"<p><strong>\1</strong></p>", made, flags=re.DOTALL)
    return nh3.clean(
        made,
        tags=set(PROSE_TAGS),
        attributes={tag: set(names) for tag, names in PROSE_ATTRIBUTES.items()},
        url_schemes=set(PROSE_SCHEMES),
        link_rel="noopener",
    )
