"""The parts of a mail, a saved web page (MHTML) or a box of mails: what people wrote, decoded."""

from __future__ import annotations

import base64
import json
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Final, cast

if TYPE_CHECKING:
    from email.message import MIMEPart

MailPart = tuple[str, bytes | None]

_BOM: Final = b"\xef\xbb\xbf"
# The line that divides the mails of a box says who sent it, and at what time.
_DIVIDES: Final = rb"From [^\n]*\d:\d\d[^\n]*\n"
_BEGINS: Final = re.compile(rb"(?:" + _DIVIDES + rb")?[!-9;-~]+[ \t]*:")
# One of these stands in every mail of which anything is encoded, and in no list or transcript.
_OF_MAIL: Final = re.compile(
    rb"^(?:mime-version|message-id|content-(?:type|transfer-encoding))[ \t]*:",
    re.IGNORECASE | re.MULTILINE,
)
_HEADERS_END: Final = re.compile(rb"\n\r?\n")
_IN_A_BOX: Final = re.compile(rb"^" + _DIVIDES + rb"(?=[!-9;-~]+:)", re.MULTILINE)
# What programs write into headers. All else may be somebody's words.
_PROGRAMS: Final = re.compile(
    r"(?:x|mime|dkim|arc|list|authentication|received|(?:snapshot-)?content)-"
    r"|(?:received|message-id|references|in-reply-to|return-path|delivered-to|user-agent)$",
    re.IGNORECASE,
)
_REPLY: Final = re.compile(r"^(?:\s*(?:re|fwd?|aw|wg|sv|tr)\s*:)+\s*", re.IGNORECASE)
_BETWEEN_PEOPLE: Final = re.compile(r'[<>,;"]')
# What a saved page brings along to be shown or to act; an attachment of the kind is a file.
_FOR_BROWSERS: Final = frozenset({"css", "javascript", "x-javascript", "ecmascript"})
_BROKEN: Final = re.compile("InvalidBase64(?:Length|Characters)")
_NOT_BASE64: Final = re.compile(r"[^A-Za-z0-9+/]")
_LOCKED: Final = b"-----BEGIN PGP MESSAGE-----"
_HEADERS: Final = "headers.json"


def is_mail(data: bytes) -> bool:
    """Tell whether bytes begin with the headers of a mail, or are a box of mails (mbox)."""
    data = _from_first_line(data)
    if not _BEGINS.match(data):
        return False
    end = _HEADERS_END.search(data)
    return bool(_OF_MAIL.search(data, 0, end.start() + 1 if end else len(data)))


def mail_parts(data: bytes, levels: int) -> Iterator[MailPart]:
    """Give what stands in a mail or a box of mails, each part by its name: headers, texts, files.

    What people wrote into headers is a JSON list of texts, for each is a text of its own. None
    stands for what cannot be opened: broken, encrypted, or mails within mails beyond `levels`.
    """
    # Few folders hold a mail, and the package takes its time to be imported.
    from email import message_from_bytes, policy

    data = _from_first_line(data)
    is_box = data.startswith(b"From ")
    for number, mail in enumerate(filter(None, _IN_A_BOX.split(data)) if is_box else [data], 1):
        try:
            parts = list(_parts(message_from_bytes(mail, policy=policy.default), levels))
        except Exception:
            # What the package raises for a damaged mail is of no one kind.
            parts = [("", None), ("", _HEADERS_END.split(mail, 1)[-1])]
        for name, part in parts:
            yield f"{number}/{name}" if is_box else name, part


def _from_first_line(data: bytes) -> bytes:
    return data.removeprefix(_BOM).lstrip()


def _parts(mail: MIMEPart, levels: int) -> Iterator[MailPart]:
    """Give the parts of one mail, those of mails within it too."""
    yield _HEADERS, _bytes(json.dumps(list(_said_in_headers(mail)), ensure_ascii=False))
    waiting = [mail]
    while waiting:
        part = waiting.pop()
        if part.get_content_type() == "multipart/encrypted":
            yield _name(part), None
        elif not part.is_multipart():
            yield from _leaf(part)
            if part.get_content_maintype() == "multipart":
                # What would divide it is missing.
                yield _name(part), None
        elif part.get_content_maintype() == "multipart":
            beside = [text for text in (part.preamble, part.epilogue) if text and text.strip()]
            yield from (("beside.txt", _bytes(text)) for text in beside)
            waiting += reversed(list(part.iter_parts()))
        else:
            for inner in part.iter_parts():
                yield from _parts(inner, levels - 1) if levels else [(_name(part), None)]
                if _is_base64(part):
                    # No mail may be encoded as a whole, and some programs do it.
                    yield _name(part), _from_base64(inner.as_string())


def _said_in_headers(mail: MIMEPart) -> Iterator[str]:
    """Give what people wrote into headers, each person and address apart, without `Re:`."""
    for name, raw in mail.raw_items():
        if _PROGRAMS.match(name):
            continue
        value = _readable(str(raw))
        try:
            value = mail.policy.header_fetch_parse(name, value)
        except Exception:
            # As above, for a damaged header: it is given as it stands.
            value = str(value)
        pieces = _BETWEEN_PEOPLE.split(value) if hasattr(value, "addresses") else [value]
        yield from filter(None, (_REPLY.sub("", piece).strip() for piece in pieces))


def _leaf(part: MIMEPart) -> Iterator[MailPart]:
    """Give one text or file, decoded; a text as UTF-8 where its encoding is told and right."""
    name = _name(part)
    is_text = part.get_content_maintype() in ("text", "multipart")
    is_file = part.get_content_disposition() == "attachment"
    if part.get_content_subtype() in _FOR_BROWSERS and not is_file:
        return
    pieces = [cast("bytes", part.get_payload(decode=True))]
    if any(_BROKEN.match(type(defect).__name__) for defect in part.defects):
        # It breaks off, or goes on with something else: what there is is read, and this told.
        written = str(part.get_payload())
        pieces = [_bytes(written), *map(_from_base64, written.split("="))]
        yield name, None
    if any(_LOCKED in piece for piece in pieces):
        yield name, None
    for piece in pieces:
        yield name, _in_utf8(piece, part.get_content_charset()) if is_text else piece


def _is_base64(part: MIMEPart) -> bool:
    return "base64" in str(part.get("Content-Transfer-Encoding", "")).casefold()


def _from_base64(written: str) -> bytes:
    letters = _NOT_BASE64.sub("", written)
    letters = letters[: len(letters) - (len(letters) % 4 == 1)]
    return base64.b64decode(letters + "=" * (-len(letters) % 4))


def _name(part: MIMEPart) -> str:
    """Give the last part of a file's name, or one of the kind: `text.html`."""
    own = PurePosixPath((part.get_filename() or "").replace("\\", "/")).name
    return _readable(own) or part.get_content_type().replace("/", ".")


def _in_utf8(data: bytes, charset: str | None) -> bytes:
    """Give a text anew where its charset is told; bytes that are none of it are left to guesses.

    What is UTF-8 is that, whatever is told: a charset of one byte a letter fits all bytes.
    """
    with suppress(UnicodeDecodeError):
        if not data.isascii():
            return _bytes(data.decode())
    try:
        return _bytes(data.decode(charset)) if charset else data
    except (LookupError, ValueError):
        return data


def _readable(text: str) -> str:
    """Give a header's text; bytes not encoded in it are UTF-8, or of one byte a letter."""
    data = text.encode("utf-8", "surrogateescape")
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogateescape")
