"""Where on a site things stand, relative to its root.

Readers, files and citations keep these addresses for ever.
"""

from __future__ import annotations

from typing import Final

QUOTATIONS: Final = "q/"
LISTS: Final = "quotations/by/"
# These are there once, whatever the languages of a site: they are permanent, or lists of such.
ONLY_ONCE: Final = (QUOTATIONS, LISTS)

_PAGE: Final = r"{id}(?=[/#?]|\.md|\.html|$)"
_FILTERED: Final = (LISTS + r"{noun}/{id}(?=[/#?]|$)", r"quotations[^#]*[?&]{noun}={id}(?=[&#]|$)")
_VOICE: Final = r"voices[^#]*#{id}$"
LINKED: Final[dict[str, tuple[str, ...]]] = {
    "theme": (
        "themes/" + _PAGE,
        r"themes/[^#]*#{id}$",
        r"quotations[^#]*#in-{id}$",
        r"compare[^#]*#between_{id}(?=_)",
        r"compare[^#]*#between_[a-z0-9-]+_{id}$",
        *_FILTERED,
    ),
    "quotation": (QUOTATIONS + _PAGE, r"(?:themes/|quotations)[^#]*#{id}$"),
    "group": (_VOICE, *_FILTERED),
    "session": (_VOICE, *_FILTERED),
    "attribute": (
        _VOICE,
        LISTS + r"attribute-{id}(?=[/#?]|$)",
        r"quotations[^#]*[?&]attribute-{id}(?==)",
    ),
    "code": (r"codebook[^#]*#{id}$",),
    "implication": (r"practice[^#]*#{id}$", r"(?:index\.(?:md|html)|(?<=/))#{id}$"),
}
"""Patterns of links to what has an `{id}`, from the top of the site, by the kind's `{noun}`."""


def quotation_address(quotation_id: str) -> str:
    """Give a quotation's permanent address, which its tombstone keeps."""
    return f"{QUOTATIONS}{quotation_id}/"


def theme_address(top_id: str, anchor: str = "") -> str:
    """Give the address of a top-level theme's page, or of a subtheme or quotation on it."""
    return f"themes/{top_id}/" + (f"#{anchor}" if anchor else "")


def voice_address(source_id: str) -> str:
    """Give the address at which a group or session is described."""
    return f"voices/#{source_id}"


def list_address(facet: str, slug: str, number: int = 1) -> str:
    """Give the address of a plain page of the quotations that have a value of a facet."""
    page = "" if number == 1 else f"{number}/"
    return f"{LISTS}{facet}/{slug}/{page}"
