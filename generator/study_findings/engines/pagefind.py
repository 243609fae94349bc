"""Pagefind, run so that the same pages give the same index, byte for byte.

Its command line reads pages in the order in which a disk lists them; its service is asked instead,
with the pages in the order of their paths. It gives the files of the index back, since it says that
it wrote them before the disk has them.
"""

from __future__ import annotations

import base64
import json
import subprocess
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO, Any, Final

from ..problems import BuildError

END: Final = b","
INDEXED: Final = b"data-pagefind-body"
READ: Final = 1 << 16
INSTALL: Final = (
    "install it again with `pip install --force-reinstall --requirement requirements.txt`, "
    "then build again"
)


def index_pages(site_dir: Path, language: str) -> dict[str, bytes]:
    """Index the pages below a folder that have a `data-pagefind-body`, as one language.

    `language` is a BCP 47 tag. Gives the index's files by path. Raises BuildError, in one sentence
    with a remedy, where Pagefind is missing or fails.
    """
    try:
        service = subprocess.Popen(
            [_executable(), "--service"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
    except OSError as error:
        message = f"Pagefind, which makes the search, cannot be started; {INSTALL}"
        raise BuildError(message, str(error)) from error
    try:
        return _index(service, site_dir, language)
    except (BrokenPipeError, EOFError, ValueError, KeyError) as error:
        raise BuildError(_why(service), repr(error)) from error
    finally:
        service.kill()
        with suppress(BrokenPipeError):
            service.communicate()


def _executable() -> str:
    try:
        from pagefind_bin import get_executable

        return str(get_executable())
    except (ImportError, OSError) as error:
        message = f"Pagefind, which makes the search, is not installed; {INSTALL}"
        raise BuildError(message, str(error)) from error


def _index(service: subprocess.Popen[bytes], site_dir: Path, language: str) -> dict[str, bytes]:
    config = {"force_language": language}
    index = _ask(service, {"type": "NewIndex", "config": config})["index_id"]
    for path in sorted(site_dir.rglob("*.html")):
        page = path.read_bytes()
        if INDEXED in page:
            request = {
                "type": "AddFile",
                "index_id": index,
                "file_path": path.relative_to(site_dir).as_posix(),
                "file_contents": page.decode("utf-8", "replace"),
            }
            _ask(service, request)
    files = _ask(service, {"type": "GetFiles", "index_id": index})["files"]
    return {file["path"]: base64.b64decode(file["content"]) for file in files}


def _ask(service: subprocess.Popen[bytes], request: Mapping[str, object]) -> dict[str, Any]:
    """Send one request and wait for its answer; both are JSON in base64, and end with a comma."""
    assert service.stdin is not None
    assert service.stdout is not None
    message = json.dumps({"message_id": 0, "payload": request}).encode()
    service.stdin.write(base64.b64encode(message) + END)
    service.stdin.flush()
    answer: dict[str, Any] = json.loads(base64.b64decode(_until_end(service.stdout)))["payload"]
    if answer["type"] == "Error":
        raise ValueError(answer["message"])
    return answer


def _until_end(stream: IO[bytes]) -> bytes:
    parts = [b""]
    while not parts[-1].endswith(END):
        parts.append(stream.read1(READ))  # type: ignore[attr-defined]
        if not parts[-1]:
            raise EOFError("it ended before it answered")
    return b"".join(parts).removesuffix(END)


def _why(service: subprocess.Popen[bytes]) -> str:
    """Say in one sentence how Pagefind came to its end, with the remedy."""
    try:
        code = service.wait(timeout=1)
    except subprocess.TimeoutExpired:
        return f"Pagefind could not make the search's index; {INSTALL}"
    if code < 0:
        return (
            f"Pagefind was stopped by the system (signal {-code}) while it made the search's "
            "index; this computer may have too little memory: close other programs, then build "
            "again"
        )
    return f"Pagefind ended without an index for the search (exit code {code}); {INSTALL}"
