"""Pages of what the public can know of one participant: how one in `private/` is told.

Such a page repeats what is published, so that its words are no leak. It ends with a checksum of
itself: once anything in it was changed, it is a private text like any other.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import Final

MARK: Final = "<!-- study-findings: all of this is public; checksum {} -->\n"
MARKED: Final = re.compile(re.escape(MARK).replace(r"\{\}", "([0-9a-f]{64})").encode() + rb"\Z")


def marked(page: bytes) -> bytes:
    """Put the checksum at the end of a page."""
    return page + MARK.format(sha256(page).hexdigest()).encode()


def is_pack(content: bytes) -> bool:
    """Tell whether a file is such a page, as it was written."""
    found = MARKED.search(content)
    return found is not None and marked(content[: found.start()]) == content
