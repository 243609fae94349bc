"""A plain text's bytes -> its text, where the encoding is certain; nothing is guessed."""

from __future__ import annotations

from typing import Final

from .unpack import strict_text
from .unreadable import UnreadableError

_WIDE_MARKS: Final = (b"\xff\xfe", b"\xfe\xff")
_NO_TEXT: Final = UnreadableError(
    "holds no text that can be read", "save its words as .txt or .docx"
)
_OTHER_ENCODING: Final = UnreadableError(
    "is not in UTF-8", "save it again as plain text in UTF-8, and look at its letters first"
)


def plain_text(data: bytes) -> str:
    """Decode UTF-8, or UTF-16 and UTF-32 that show themselves to be so.

    Raises UnreadableError for any other encoding, since one letter taken for another would be a
    word that nobody said, and for what is no text.
    """
    text = strict_text(data)
    if text is None:
        raise _NO_TEXT
    if data.startswith(_WIDE_MARKS) or b"\0" in data:
        return text
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise _OTHER_ENCODING from None
