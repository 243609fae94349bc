"""REFI-QDA codebooks and projects (`.qdc`, `.qdpx`): the exchange formats of QDA programs."""

from __future__ import annotations

import re
import zipfile
from contextlib import ExitStack
from pathlib import Path
from typing import Final

from ..documents.unreadable import UnreadableError
from ..exporters.packing import PROGRAM
from .archive import Archive, opened
from .found import Found
from .options import Options
from .refi_codes import Codebook, found_codes
from .refi_found import by, told
from .refi_own import code_as_written, told_again
from .refi_project import RefiProject
from .xml_stream import events

_ROOT: Final = re.compile(r"<(?:[\w.-]+:)?(CodeBook|Project)(?=[\s>/])([^>]*)")
_ZIP: Final = b"PK"
_QDE: Final = ".qde"
_SURELY: Final = ("QDA-XML", "qdasoftware")
_NO_PROJECT: Final = UnreadableError(
    "holds no project: no file in it ends in .qde",
    "export the project as REFI-QDA (.qdpx) from the program it is from",
)


def recognises(path: Path, head: bytes) -> str | None:
    """Say whether a file is a REFI-QDA codebook or project."""
    if head.startswith(_ZIP):
        is_named = path.suffix.lower() == ".qdpx"
        return "a REFI-QDA project (.qdpx)" if is_named or _qde_in(path) else None
    root = _root(head)
    if root == "CodeBook":
        return "a REFI-QDA codebook (.qdc)"
    return "a REFI-QDA project without its sources (.qde)" if root == "Project" else None


def read(path: Path, options: Options) -> Found:
    """Read a REFI-QDA codebook or project; of its sources, only the words that are coded.

    Raises UnreadableError where it is damaged, locked, hostile or out of bounds, and where cases
    or documents have names that no pseudonym stands for.
    """
    with path.open("rb") as file:
        head = file.read(65_536)
    if not head.startswith(_ZIP) and _root(head) != "Project":
        return _read_codebook(path)
    with ExitStack() as stack:
        archive = stack.enter_context(opened(path)) if head.startswith(_ZIP) else None
        project = RefiProject(archive, options.offsets)
        if archive:
            project.read(stack.enter_context(archive.open(_project_in(archive))))
        else:
            project.read(stack.enter_context(path.open("rb")))
        return told_again(project) if project.is_own else told(project, archive, options)


def _read_codebook(path: Path) -> Found:
    codebook, origin = Codebook(), ""
    with path.open("rb") as file:
        for kind, elements in events(file, frozenset()):
            if kind == "start" and len(elements) == 1:
                origin = " ".join((elements[0].get("origin") or "").split())
            codebook.take((kind, elements))
    codes = found_codes(codebook, {})
    if origin == PROGRAM:
        codes = tuple(map(code_as_written, codebook.codes))
    return Found(
        format=f"a REFI-QDA codebook{by(origin)}",
        codes=codes,
        anomalies=tuple(codebook.anomalies),
    )


def _root(head: bytes) -> str:
    """Name the root of a REFI-QDA file, in whatever namespace and encoding; empty for others."""
    encoding = "utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8"
    text = head.decode(encoding, "replace").lstrip("\ufeff")
    if not text.lstrip().startswith("<"):
        return ""
    root = _ROOT.search(text)
    if root is None:
        return ""
    is_sure = root[1] == "CodeBook" or any(word in text for word in _SURELY)
    return root[1] if is_sure or "<CodeBook" in text else ""


def _qde_in(path: Path) -> bool:
    try:
        with opened(path) as archive:
            return any(name.lower().endswith(_QDE) for name in archive.names)
    except (UnreadableError, OSError, zipfile.BadZipFile):
        return False


def _project_in(archive: Archive) -> str:
    """Name the member that describes the project: `project.qde`, or the one that ends in .qde."""
    names = [name for name in archive.names if name.lower().endswith(_QDE)]
    if not names:
        raise _NO_PROJECT
    return min(
        names, key=lambda name: (name.count("/"), not name.lower().endswith("project.qde"), name)
    )
