"""Git asked for the files and the objects of a repository; nothing here changes anything."""

from __future__ import annotations

import io
import os
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Final, NamedTuple

MOST_BYTES: Final = 32_000_000
"""How much of one object or file is held in memory; of a larger one, the beginning is."""
HEAD: Final = 65_536
_PATIENCE: Final = 30
_PIECE: Final = 1_000_000
# A link to a repository inside this one: git keeps none of its files.
_LINK_TO_REPOSITORY: Final = "160000"
# Replaced objects would hide the real ones, and what is missing from a partial clone stays so.
_GIT: Final = ("git", "--no-replace-objects")
_QUIET: Final = {"GIT_OPTIONAL_LOCKS": "0", "GIT_NO_LAZY_FETCH": "1", "LC_ALL": "C"}
_LOG: Final = (
    *("log", "--all", "--reverse", "--topo-order", "-m", "--root", "--raw", "-z", "--no-abbrev"),
    *("--no-renames", "--no-relative", "--no-show-signature", "--format=%x01%H"),
)


class Addition(NamedTuple):
    """A file as a commit adds or changes it: the commit, the path from the top, the object."""

    commit: str
    path: str
    object: str


class Object(NamedTuple):
    """One object of git: `blob`, `commit` or `tag`, its id and bytes; of a large one, the head."""

    kind: str
    id: str
    data: bytes
    is_whole: bool


class TreeEntry(NamedTuple):
    """A file as a commit has it: its path, its mode as git writes it, the object that it is."""

    path: str
    mode: str
    object: str

    @property
    def is_file(self) -> bool:
        """Tell whether it is a file, and no link to a file or to another repository."""
        return self.mode in ("100644", "100755")


@dataclass(frozen=True)
class Repository:
    """A git repository, by its topmost folder."""

    top: Path

    def files(self, folder: Path) -> list[str]:
        """List the files that git has in its index, and those in `folder` it would add; sorted.

        Paths are from the top.
        """
        listing = ("ls-files", "-z", "--full-name")
        had = _output(self.top, *listing, "--cached")
        would = _output(folder, *listing, "--others", "--exclude-standard")
        return sorted({*_names(had), *_names(would)})

    def ignores(self, path: Path) -> bool:
        """Tell whether git would leave a file out."""
        done = _run(self.top, "check-ignore", "--quiet", "--no-index", "--", str(path))
        return done is not None and done.returncode == 0

    def takes(self, path: Path) -> bool:
        """Tell whether git has a file or would add it; what it has, no `.gitignore` takes out."""
        done = _run(self.top, "ls-files", "--error-unmatch", "--", str(path))
        return not self.ignores(path) or (done is not None and done.returncode == 0)

    @property
    def is_shallow(self) -> bool:
        """Tell whether only the latest part of the history is on this computer."""
        return _output(self.top, "rev-parse", "--is-shallow-repository").strip() == b"true"

    def commit_of(self, revision: str) -> str:
        """Give the id of the commit that a revision names; nothing where it names none."""
        if revision.startswith("-"):
            return ""
        found = _output(self.top, "rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}")
        return found.decode().strip()

    def tree(self, commit: str, folder: str) -> list[TreeEntry]:
        """List what a commit has in a folder and in those inside it; nothing where it has none.

        `folder` is from the top, `.` for the top itself; paths are from `folder`.
        """
        inside = "" if folder == "." else folder
        listed = _output(self.top, "ls-tree", "-r", "-z", "--full-tree", f"{commit}:{inside}")
        fields = (token.split("\t", 1) for token in _names(listed))
        return [TreeEntry(path, *meta.split(" ")[0:3:2]) for meta, path in fields]

    def contents(self, ids: Sequence[str]) -> list[bytes]:
        """Give the bytes of files by their objects; raises OSError where git lacks one."""
        asked = "".join(f"{id_}\n" for id_ in ids).encode()
        done = _run(self.top, "cat-file", "--batch", given=asked)
        stream = io.BytesIO(done.stdout if done is not None else b"")
        found = []
        for _ in ids:
            header = stream.readline().split()
            if len(header) < 3:
                raise OSError("git has lost an object")
            found.append(stream.read(int(header[2])))
            stream.read(1)
        return found

    def additions(self) -> Iterator[Addition]:
        """Give each change of a file in any commit of any branch or tag, the oldest first."""
        commit, changed = "", ""
        with self._stream(*_LOG) as stream:
            for token in _tokens(stream):
                if changed:
                    mode, new = changed.split(" ")[1], changed.split(" ")[3]
                    if mode != _LINK_TO_REPOSITORY and new.strip("0"):
                        yield Addition(commit, token, new)
                    changed = ""
                elif token.lstrip("\n").startswith("\x01"):
                    commit = token.lstrip("\n")[1:]
                elif token.lstrip("\n").startswith(":"):
                    changed = token.lstrip("\n")

    def objects(self) -> Iterator[Object]:
        """Give each blob, commit and tag once, also those no branch holds any more."""
        with self._stream("cat-file", "--batch-all-objects", "--batch", "--unordered") as stream:
            while header := stream.readline().split():
                if len(header) < 3:
                    raise OSError("git has lost an object")
                id_, kind, size = header[0].decode(), header[1].decode(), int(header[2])
                is_whole = size <= MOST_BYTES
                data = stream.read(size if is_whole else HEAD)
                _skip(stream, size - len(data) + 1)
                if kind != "tree":
                    yield Object(kind, id_, data, is_whole)

    @contextmanager
    def _stream(self, *arguments: str) -> Iterator[IO[bytes]]:
        process = subprocess.Popen(
            [*_GIT, "-C", str(self.top), *arguments],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, **_QUIET},
        )
        assert process.stdout is not None
        try:
            yield process.stdout
            failed = process.wait() != 0
        finally:
            process.stdout.close()
            process.kill()
            process.wait()
        if failed:
            raise OSError(f"git {arguments[0]} ended before its end")


def find_repository(folder: Path) -> Repository | None:
    """Give the repository that a folder is in; None where there is none, or no git."""
    done = _run(folder, "rev-parse", "--show-toplevel")
    if done is None or done.returncode != 0:
        return None
    return Repository(Path(os.fsdecode(done.stdout.removesuffix(b"\n"))))


def _run(
    folder: Path, *arguments: str, given: bytes = b""
) -> subprocess.CompletedProcess[bytes] | None:
    try:
        return subprocess.run(
            [*_GIT, "-C", str(folder), *arguments],
            input=given,
            capture_output=True,
            check=False,
            timeout=_PATIENCE,
            env={**os.environ, **_QUIET},
        )
    except (OSError, subprocess.TimeoutExpired):
        return None


def _output(folder: Path, *arguments: str) -> bytes:
    done = _run(folder, *arguments)
    return done.stdout if done is not None and done.returncode == 0 else b""


def _names(output: bytes) -> list[str]:
    return [os.fsdecode(name) for name in output.split(b"\0") if name]


def _tokens(stream: IO[bytes]) -> Iterator[str]:
    """Give what stands between NUL bytes, a piece of the output at a time in memory."""
    rest = b""
    while piece := stream.read(_PIECE):
        *whole, rest = (rest + piece).split(b"\0")
        yield from map(os.fsdecode, whole)
    if rest:
        yield os.fsdecode(rest)


def _skip(stream: IO[bytes], number: int) -> None:
    while number > 0:
        number -= len(stream.read(min(number, _PIECE))) or number
