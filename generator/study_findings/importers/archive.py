"""A packed project, read member by member within bounds; nothing of it is ever put on a disk."""

from __future__ import annotations

import io
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Final

from ..documents.unreadable import UnreadableError

MOST_MEMBERS: Final = 10_000
MOST_UNPACKED: Final = 2_000_000_000
MOST_RATIO: Final = 200
# A few lines of the same letter shrink a thousandfold, and harm nobody.
_SMALL: Final = 100_000
_END: Final = struct.Struct("<4s4H2LH")
_END_MARK: Final = b"PK\x05\x06"
_LONGEST_TAIL: Final = _END.size + 65_535
_MOST_DIRECTORY: Final = 20_000_000
_WHERE_ELSE: Final = "export it anew from the program it is from, without recordings and films"
_BROKEN: Final = UnreadableError(
    "is damaged, or was cut off on its way", "export or download it once more"
)
_LOCKED: Final = UnreadableError("is locked with a password", "export a copy of it without one")
_SCHEME: Final = re.compile(r"^[a-z]+:/*", re.IGNORECASE)


class Archive:
    """The members of a packed file, found by name as other programs write them."""

    def __init__(self, opened: zipfile.ZipFile) -> None:
        self._opened = opened
        self.names: tuple[str, ...] = tuple(
            member.filename for member in opened.infolist() if not member.is_dir()
        )
        self._by_base: dict[str, str] = {}
        for name in sorted(self.names, key=_is_source):
            self._by_base[_base(name)] = name

    @contextmanager
    def open(self, name: str) -> Iterator[IO[bytes]]:
        """Open a member for reading; raises UnreadableError where it is damaged or locked."""
        with _as_unreadable():
            with _or_locked():
                member = self._opened.open(name)
            with member:
                yield member

    def found(self, path: str) -> str | None:
        """Give the member that a path means: `internal://ID.txt`, `Sources/ID.txt`, `ID.txt`."""
        return self._by_base.get(_base(path))

    def size(self, name: str) -> int:
        """Tell how many bytes a member has, unpacked."""
        return self._opened.getinfo(name).file_size


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """Open a packed file whose members are few and small enough.

    Raises UnreadableError where it is damaged, locked, holds more than 10,000 members or 2 GB, or
    a member that grows more than two hundredfold.
    """
    _refuse_long_directory(path)
    with _as_unreadable():
        try:
            file = zipfile.ZipFile(path)
        except (ValueError, NotImplementedError) as error:
            raise _BROKEN from error
        with file:
            _refuse_bombs(file.infolist())
            yield Archive(file)


@contextmanager
def _as_unreadable() -> Iterator[None]:
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, struct.error) as error:
        raise _BROKEN from error


@contextmanager
def _or_locked() -> Iterator[None]:
    try:
        yield
    except NotImplementedError as error:
        raise _BROKEN from error
    except RuntimeError as error:
        raise _LOCKED from error


def _refuse_long_directory(path: Path) -> None:
    """Look at the last record alone, since the whole directory is read into memory at once."""
    with path.open("rb") as file:
        size = file.seek(0, io.SEEK_END)
        file.seek(max(0, size - _LONGEST_TAIL))
        tail = file.read()
    at = tail.rfind(_END_MARK)
    if at < 0 or len(tail) - at < _END.size:
        raise _BROKEN
    _, _, _, _, members, directory, _, _ = _END.unpack_from(tail, at)
    if members > MOST_MEMBERS or _MOST_DIRECTORY < directory < 0xFFFFFFFF:
        raise _too_much(f"holds more than {MOST_MEMBERS:,} files")


def _refuse_bombs(members: list[zipfile.ZipInfo]) -> None:
    if len(members) > MOST_MEMBERS:
        raise _too_much(f"holds more than {MOST_MEMBERS:,} files")
    if sum(member.file_size for member in members) > MOST_UNPACKED:
        raise _too_much("holds more than 2 GB")
    for member in members:
        is_tight = member.file_size > MOST_RATIO * max(1, member.compress_size)
        if is_tight and member.file_size > _SMALL:
            raise _too_much(f"holds a file that unpacks to more than {MOST_RATIO} times its size")


def _too_much(why: str) -> UnreadableError:
    return UnreadableError(why, _WHERE_ELSE)


def _is_source(name: str) -> bool:
    folders = name.replace("\\", "/").lower().split("/")[:-1]
    return "sources" in folders


def _base(path: str) -> str:
    """Give a path's last part as names are compared: without scheme, folders, braces and case."""
    last = _SCHEME.sub("", path).replace("\\", "/").rpartition("/")[2]
    return last.replace("{", "").replace("}", "").strip().lower()
