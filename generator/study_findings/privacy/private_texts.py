"""The texts and lists of `private/`, each with its place; a warning for each unreadable file."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Final, NamedTuple

from ..documents.unpack import strict_text, unpack
from ..problems import Location, Problem
from .formats import PrivateText, texts_in
from .lists import Listed, listed_in
from .packs import is_pack

NAMES: Final = "STUDY_FINDINGS_NAMES"
"""The variable of the environment that holds a team's list, a secret of whoever runs the build."""
_SYSTEM_FILES: Final = frozenset({".ds_store", "thumbs.db", "desktop.ini"})
# Written by commands, without a word that anybody said.
_OWN_FILES: Final = frozenset({"withdrawn.json", "imported.json", "after-withdrawing.md"})
_WORDLESS_MEMBERS: Final = re.compile(
    r"(?:^|/)(?:thumbnails/|docprops/thumbnail|_rels/|\.ds_store$|__macosx/|mimetype$)"
    r"|printersettings\d*\.bin$",
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

    A page of `findings risk --pack` repeats what is public, and is left out. A file without
    readable text (a recording, a locked PDF) gives a warning that names it. The folder need not
    exist. What its lists name may also stand in the environment, as `NAMES`, line by line: so a
    server knows it that has no such folder.
    """
    texts: list[PrivateText] = []
    problems: list[Problem] = []
    listed = [
        Listed(NAMES, 1, entry.text)
        for entry in listed_in("names.txt", "names.txt", os.environ.get(NAMES, ""))
    ]
    for path in sorted(_files(private_dir)):
        shown = f"{private_dir.name}/{path.relative_to(private_dir).as_posix()}"
        unread: list[str] = []
        for member, data in _parts(path):
            text = None if data is None else strict_text(data)
            if text is not None:
                texts += texts_in(shown, member or path.name, text)
                listed += listed_in(shown, member or path.name, text)
            elif not _WORDLESS_MEMBERS.search(member):
                unread.append(member)
        if unread:
            problems.append(_unread(shown, unread))
    return Private(texts, listed, problems, private_dir.is_dir())


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


def _parts(path: Path) -> list[tuple[str, bytes | None]]:
    try:
        if not _may_hold_text(path):
            return [("", None)]
        content = path.read_bytes()
        return [] if is_pack(content) else list(unpack(content))
    except OSError:
        return [("", None)]


def _may_hold_text(path: Path) -> bool:
    """Look at the head of a file only, so that an hour's recording is never read whole."""
    with path.open("rb") as stream:
        head = stream.read(4096)
    return head.startswith(_WIDE_OR_PACKED) or b"\0" not in head or strict_text(head) is not None


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
