"""The texts and lists of `private/`, each with its place; a warning for each unreadable file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Final, NamedTuple

from ..documents.unpack import ZIP, strict_text, unpack
from ..problems import Location, Problem
from ..study_folder import CHECKLIST, IMPORTED, WITHDRAWN
from .formats import PrivateText, prose, texts_in
from .lists import Listed, is_list_file, listed_in
from .packs import is_pack, is_read_back, quoted_on
from .workbooks import ListingWorkbook, listed_in_workbook

NAMES: Final = "STUDY_FINDINGS_NAMES"
"""The variable of the environment that holds a team's list, a secret of whoever runs the build."""
LARGEST_LIST: Final = 5_000_000
"""So many bytes of names no team knows, and no gate looks for: some 300,000."""
UNREAD_LIST: Final = "unread-list"
"""The rule for a list of names that cannot be read: without it nothing may be cleared."""
# What the environment holds is read as if it were such a file.
_LIST: Final = "names.txt"
_HEAD: Final = 4096
_SYSTEM_FILES: Final = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
# Written by commands, without a word that anybody said.
_OWN_FILES: Final = frozenset({WITHDRAWN, IMPORTED, CHECKLIST})
_WORDLESS_MEMBERS: Final = re.compile(
    r"(?:^|/)(?:thumbnails/|docprops/thumbnail|_rels/|\.ds_store$|__macosx/|mimetype$)"
    r"|printersettings\d*\.bin$|smime\.p7s$",
    re.IGNORECASE,
)
_WIDE_OR_PACKED: Final = (b"PK", b"\x1f\x8b", b"\xff\xfe", b"\xfe\xff", b"%PDF", b"BZh", b"\xfd7z")


class Private(NamedTuple):
    """What a private folder holds: running texts, what lists name, and what could not be read."""

    texts: list[PrivateText]
    listed: list[Listed]
    problems: list[Problem]
    is_there: bool
    """Whether the folder is on this computer; on a server that publishes it never is."""


def read_private(private_dir: Path) -> Private:
    """Read every file of a private folder, links followed, each shown as `private/…`.

    A page of `findings risk --pack` repeats what is public, and is left out; on one of `findings
    read-back`, the words of quotations are read alone. A file without readable text (a recording, a
    locked PDF) gives a warning that names it, and a list of names an error. The folder need not
    exist. What its lists name may also stand in the environment, as `NAMES`, line by line: so a
    server knows it that has no such folder.
    """
    texts: list[PrivateText] = []
    problems: list[Problem] = []
    listed = _listed_in_environment()
    for path in sorted(_files(private_dir)):
        shown = _shown(private_dir, path)
        if _is_too_large(path):
            problems.append(_too_large(shown))
            continue
        unread: list[str] = []
        content = _content(path)
        if content is not None and is_read_back(content):
            texts += [PrivateText(shown, line, prose(said)) for line, said in quoted_on(content)]
            continue
        for member, text, named in _members(shown, path, content):
            listed += named
            if text is not None:
                texts += texts_in(shown, member or path.name, text)
            elif not _WORDLESS_MEMBERS.search(member):
                unread.append(member)
        if unread:
            is_list = is_list_file(path.stem)
            problems.append(_unread_list(shown) if is_list else _unread(shown, unread))
    return Private(texts, listed, problems, private_dir.is_dir())


def read_lists(private_dir: Path) -> tuple[list[Listed], list[Problem]]:
    """Read what the lists of a private folder name, as `read_private` does, and no running text.

    A list that cannot be read gives an error.
    """
    listed, problems = _listed_in_environment(), []
    for path in sorted(_files(private_dir)):
        shown = _shown(private_dir, path)
        if _is_too_large(path):
            problems.append(_too_large(shown))
            continue
        content = _content(path)
        if content is not None and is_read_back(content):
            continue
        for _, text, named in _members(shown, path, content):
            listed += named
            if text is None and is_list_file(path.stem):
                problems.append(_unread_list(shown))
    return listed, problems


def private_files(private_dir: Path) -> list[Path]:
    """List the files of a private folder that are read, links followed, in order."""
    return sorted(_files(private_dir))


def _listed_in_environment() -> list[Listed]:
    found = listed_in(_LIST, _LIST, os.environ.get(NAMES, ""))
    return [Listed(NAMES, 1, entry.text) for entry in found]


def _shown(private_dir: Path, path: Path) -> str:
    return f"{private_dir.name}/{path.relative_to(private_dir).as_posix()}"


def _members(
    shown: str, path: Path, content: bytes | None
) -> Iterator[tuple[str, str | None, list[Listed]]]:
    """Give the texts of a file and what each lists, with the name of the member it is.

    The text is None for one unread. What a workbook lists is told by its sheets, once, and its
    words by its members.
    """
    book: ListingWorkbook | None = None
    for member, data in _parts(content):
        name = member or path.name
        if data is not None and data.startswith(ZIP):
            book = listed_in_workbook(shown, name, member, data)
            yield member, "", book.listed
            continue
        text = None if data is None else strict_text(data)
        is_told = book is not None and book.tells(member)
        yield member, text, [] if is_told else [*_listed(shown, name, text or "")]


def _files(folder: Path) -> Iterator[Path]:
    seen: set[str] = set()
    for here, folders, names in os.walk(folder, followlinks=True):
        real = os.path.realpath(here)
        if real in seen:
            folders.clear()
            continue
        seen.add(real)
        for name in names:
            is_own = here == str(folder) and name in _OWN_FILES
            if name.casefold() not in _SYSTEM_FILES and not name.startswith("~$") and not is_own:
                yield Path(here, name)


def _content(path: Path) -> bytes | None:
    """Read a file that may hold text; None for any other, and for one that cannot be read."""
    try:
        return path.read_bytes() if _may_hold_text(path) else None
    except OSError:
        return None


def _parts(content: bytes | None) -> list[tuple[str, bytes | None]]:
    if content is None:
        return [("", None)]
    return [] if is_pack(content) else list(unpack(content))


def _may_hold_text(path: Path) -> bool:
    """Look at the head of a file only, so that an hour's recording is never read whole."""
    with path.open("rb") as stream:
        head = stream.read(_HEAD)
    return head.startswith(_WIDE_OR_PACKED) or b"\0" not in head or strict_text(head) is not None


def _listed(shown: str, name: str, text: str) -> Iterator[Listed]:
    """Give what a file lists; one in no Unicode is read as Western and as Arabic script both."""
    yield from listed_in(shown, name, text)
    with suppress(UnicodeEncodeError):
        other = text.encode("cp1252").decode("cp1256")
        if other != text:
            yield from listed_in(shown, name, other)


def _is_too_large(path: Path) -> bool:
    """Tell whether a list is too large to be one; a file that is gone is not."""
    with suppress(OSError):
        return is_list_file(path.stem) and path.stat().st_size > LARGEST_LIST
    return False


def _too_large(shown: str) -> Problem:
    return Problem(
        Location(shown),
        UNREAD_LIST,
        f"this is named as a list of names, and is larger than {LARGEST_LIST // 1_000_000} MB, so"
        " it was not read, and nothing was compared with it",
        "keep on it the names and places that the team knows; if it is no list, rename it",
    )


def _unread_list(shown: str) -> Problem:
    return Problem(
        Location(shown),
        UNREAD_LIST,
        "this is named as a list of names, and cannot be read as text, so nothing was compared"
        " with it",
        "save it as text in UTF-8 (.txt), a name on each line; if it is no list, rename it",
    )


def _unread(shown: str, members: list[str]) -> Problem:
    named = ", ".join(name for name in members[:3] if name)
    inside = f" (in it: {named})" if named else ""
    return Problem(
        Location(shown),
        "private-unread",
        f"the leak check cannot read this file as text{inside}, so it compared nothing with it",
        "keep its transcript beside it as .txt or .docx, and its words are compared",
        "warning",
    )
