"""The words of a Rich Text document, a line a paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Final

from .unreadable import UnreadableError

_TOKEN: Final = re.compile(
    r"(?P<open>\{)|(?P<close>\})|\\'(?P<byte>[0-9a-fA-F]{2})"
    r"|\\(?P<word>[a-zA-Z]+)(?P<number>-?\d{1,9})? ?|\\(?P<sign>[^a-zA-Z])|(?P<text>[^{}\\\r\n]+)",
    re.DOTALL,
)
# Groups of what is no running text: fonts, colours, properties, pictures, notes in the margin.
_BESIDE: Final = frozenset(
    "fonttbl colortbl stylesheet info pict object header headerl headerr headerf footer footerl "
    "footerr footerf listtable listoverridetable rsidtbl themedata colorschememapping datastore "
    "latentstyles generator xmlnstbl fldinst annotation atnid atnauthor".split()
)
# Those of them in which somebody says something.
_NOTES: Final = frozenset(
    "info header headerl headerr headerf footer footerl footerr footerf fldinst annotation atnid "
    "atnauthor".split()
)
_WORDS: Final = {
    "par": "\n", "line": "\n", "sect": "\n", "page": "\n", "row": "\n", "cell": "\t", "tab": "\t",
    "emdash": "—", "endash": "–", "lquote": "‘", "rquote": "’", "ldblquote": "“",
    "rdblquote": "”", "bullet": "•", "emspace": " ", "enspace": " ", "qmspace": " ",
    "zwj": "\u200d", "zwnj": "\u200c",
}  # fmt: skip
_SIGNS: Final = {"~": "\u00a0", "_": "-", "\n": "\n", "\r": "\n", "{": "{", "}": "}", "\\": "\\"}
# Windows' character sets by RTF's numbers.
_CHARSETS: Final = {
    0: "cp1252", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250",
}  # fmt: skip
_DEEPEST: Final = 2_000


@dataclass
class _Group:
    """What holds within one pair of braces."""

    is_beside: bool = False
    is_hidden: bool = False
    is_note: bool = False
    fallbacks: int = 1
    charset: str = ""


class _Reader:
    def __init__(self, whole: bool) -> None:
        self.whole = whole
        self.found: list[str] = []
        self.raw = bytearray()
        self.groups = [_Group()]
        self.charset = "cp1252"
        self.fonts: dict[int, str] = {}
        self.font = 0
        self.to_skip = 0
        self.is_fonts = 0

    @property
    def here(self) -> _Group:
        return self.groups[-1]

    def say(self, text: str) -> None:
        self.flush()
        if not self.here.is_beside and not self.here.is_hidden:
            self.found.append(text)

    def flush(self) -> None:
        """Decode the bytes gathered: letters of East Asian character sets take two."""
        if self.raw and not self.here.is_beside and not self.here.is_hidden:
            encoding = self.here.charset or self.charset
            self.found.append(bytes(self.raw).decode(encoding, "replace"))
        self.raw.clear()

    def open(self) -> None:
        if len(self.groups) > _DEEPEST:
            raise _BROKEN
        self.flush()
        self.groups.append(replace(self.here, is_note=False))

    def close(self) -> None:
        self.flush()
        if len(self.groups) > 1 and self.groups.pop().is_note:
            self.say("\n")
        if len(self.groups) < self.is_fonts:
            self.is_fonts = 0

    def stand_beside(self, is_said: bool) -> None:
        """Leave out what the group holds, or give it as lines of its own where all is wanted."""
        self.flush()
        if not self.whole or not is_said:
            self.here.is_beside = True
        elif not self.here.is_note:
            self.here.is_note = True
            self.say("\n")

    def word(self, word: str, number: int | None) -> None:
        value = 1 if number is None else number
        if word in _WORDS:
            self.skip_or_say(_WORDS[word])
        elif word == "u":
            self.say(chr(value % 0x10000))
            self.to_skip = self.here.fallbacks
        elif word in _BESIDE:
            self.stand_beside(word in _NOTES)
            self.is_fonts = len(self.groups) if word == "fonttbl" else self.is_fonts
        else:
            self.setting(word, value)

    def setting(self, word: str, value: int) -> None:
        self.flush()
        if word == "uc":
            self.here.fallbacks = max(0, min(value, 8))
        elif word == "ansicpg":
            self.charset = f"cp{value}" if _is_known(f"cp{value}") else self.charset
        elif word in ("v", "deleted"):
            self.here.is_hidden = value != 0 and not self.whole
        elif word == "plain":
            self.here.is_hidden, self.here.charset = False, ""
        elif word == "f" and self.is_fonts:
            self.font = value
        elif word == "f":
            self.here.charset = self.fonts.get(value, "")
        elif word == "fcharset" and self.is_fonts:
            self.fonts[self.font] = _CHARSETS.get(value, "")

    def skip_or_say(self, text: str) -> None:
        """Leave out what stands for a letter in programs that know no Unicode."""
        if self.to_skip:
            skipped = min(self.to_skip, len(text))
            self.to_skip -= skipped
            text = text[skipped:]
        if text:
            self.say(text)

    def byte(self, code: str) -> None:
        if self.to_skip:
            self.to_skip -= 1
        else:
            self.raw.append(int(code, 16))

    def sign(self, sign: str) -> None:
        if sign == "*":
            self.stand_beside(True)
        elif sign in _SIGNS:
            self.skip_or_say(_SIGNS[sign])


_BROKEN: Final = UnreadableError(
    "is damaged, or no Rich Text document",
    "open it in the program that wrote it, and save it again as .docx or as .txt",
)


def rtf_text(data: bytes, whole: bool = False) -> str:
    """Give the words of a document; raises UnreadableError where it is none.

    `whole` gives also what is hidden, deleted or beside the text: comments, headers, text boxes.
    """
    if not data.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{\\rtf"):
        raise _BROKEN
    reader = _Reader(whole)
    for token in _TOKEN.finditer(data.decode("latin-1")):
        if token["text"]:
            plain = token["text"].encode("latin-1")
            reader.skip_or_say(plain.decode(reader.here.charset or reader.charset, "replace"))
        elif token["byte"]:
            reader.byte(token["byte"])
        elif token["word"]:
            reader.word(token["word"], int(token["number"]) if token["number"] else None)
        elif token["sign"]:
            reader.sign(token["sign"])
        elif token["open"]:
            reader.to_skip = 0
            reader.open()
        else:
            reader.to_skip = 0
            reader.close()
    reader.flush()
    return _joined_pairs("".join(reader.found))


def rtf_readings(text: str) -> tuple[str, ...]:
    """Give what a document says that was decoded as plain text; nothing where it is none.

    First the running text, then that with all that is hidden or beside it.
    """
    data = text.encode("cp1252", "replace")
    try:
        return rtf_text(data), rtf_text(data, whole=True)
    except UnreadableError:
        return ()


def _is_known(encoding: str) -> bool:
    try:
        return bool("".encode(encoding) == b"")
    except LookupError:
        return False


def _joined_pairs(text: str) -> str:
    """Make letters beyond the first plane whole: RTF writes them as two halves."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
