"""Where on a site things stand, relative to its root.

Readers, files and citations keep these addresses for ever.
"""

from __future__ import annotations

from typing import Final

QUOTATIONS: Final = "q/"
LISTS: Final = "quotations/by/"
# These are there once, whatever the languages of a site: they are permanent, or lists of such.
ONLY_ONCE: Final = (QUOTATIONS, LISTS)


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
