"""Where this program came from, and how a study names it, so that others can install it too."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit, urlunsplit
from urllib.request import url2pathname

from .. import __version__
from ..problems import Location, Problem, StudyError

NAME: Final = "study-findings"
SOURCES: Final = "generator"
VENDOR: Final = "vendor"
REGISTRY_TIMEOUT: Final = 60
"""How many seconds the package registry may take to tell a checksum."""


@dataclass(frozen=True)
class Origin:
    """Say how this program is installed: a line of requirements, what it is, a wheel to go with it.

    `has_hash` tells whether the line names a checksum; only then may those of other packages.
    """

    requirement: str
    described: str
    has_hash: bool
    wheel: tuple[str, bytes] | None = None


def find_origin() -> Origin:
    """Find where this program was installed from, as PEP 610 records, or the checkout it runs in.

    Raises StudyError where that is a folder or file that is gone, or that cannot be packed.
    """
    sources, checkout = Path(__file__).resolve().parents[2:4]
    if sources.name == SOURCES and (checkout / "pyproject.toml").is_file():
        return _packed(checkout)
    recorded = _direct_url()
    if recorded is None:
        return _release(__version__)
    url = str(recorded.get("url", ""))
    place = Path(url2pathname(urlsplit(url).path))
    if url.startswith("file:"):
        return _vendored(place) if "archive_info" in recorded else _packed(place)
    return _commit(url, recorded) if "vcs_info" in recorded else _archive(url, recorded)


def _direct_url() -> dict[str, Any] | None:
    try:
        recorded = distribution(NAME).read_text("direct_url.json")
    except PackageNotFoundError:
        return None
    found: dict[str, Any] | None = json.loads(recorded) if recorded else None
    return found


def _release(version: str) -> Origin:
    checksum = _checksum_of_release(version)
    line = f"{NAME}=={version}" + (f" --hash=sha256:{checksum}" if checksum else "")
    return Origin(line, "the release that the study was begun with", bool(checksum))


def _checksum_of_release(version: str) -> str:
    """Ask the package registry for the checksum of a release, which no installed file tells."""
    command = [sys.executable, "-m", "pip", "install", "--dry-run", "--no-deps", "--quiet"]
    command += ["--ignore-installed", "--only-binary=:all:", "--report=-", f"{NAME}=={version}"]
    try:
        done = subprocess.run(
            command, capture_output=True, check=True, timeout=REGISTRY_TIMEOUT, encoding="utf-8"
        )
        (found,) = json.loads(done.stdout)["install"]
        return str(found["download_info"]["archive_info"]["hashes"]["sha256"])
    except (OSError, subprocess.SubprocessError, ValueError, LookupError):
        return ""


def _commit(url: str, recorded: dict[str, Any]) -> Origin:
    vcs = recorded["vcs_info"]
    folder = f"#subdirectory={recorded['subdirectory']}" if recorded.get("subdirectory") else ""
    address = f"{vcs['vcs']}+{_without_credentials(url)}@{vcs['commit_id']}{folder}"
    return Origin(f"{NAME} @ {address}", "one commit of its repository", has_hash=False)


def _archive(url: str, recorded: dict[str, Any]) -> Origin:
    hashes = recorded.get("archive_info", {}).get("hashes", {})
    checksum = f" --hash=sha256:{hashes['sha256']}" if "sha256" in hashes else ""
    line = f"{NAME} @ {_without_credentials(url)}{checksum}"
    return Origin(line, "the file it was installed from", bool(checksum))


def _without_credentials(url: str) -> str:
    parts = urlsplit(url)
    host = parts.netloc
    if parts.scheme in ("http", "https"):
        host = host.rpartition("@")[2]
    return urlunsplit(parts._replace(netloc=host))


def _vendored(path: Path) -> Origin:
    """Take the wheel that this program was installed from along."""
    if path.suffix != ".whl" or not path.is_file():
        message = f"this program was installed from {path.name}, which is there no longer"
        raise _not_installable(message, "install it from a wheel or a folder that stays")
    return _with_wheel(path.name, path.read_bytes())


def _with_wheel(name: str, content: bytes) -> Origin:
    checksum = hashlib.sha256(content).hexdigest()
    line = f"./{VENDOR}/{name} --hash=sha256:{checksum}"
    return Origin(line, f"a copy, in {VENDOR}/", has_hash=True, wheel=(name, content))


@cache
def _packed(source: Path) -> Origin:
    """Build a wheel from a folder that holds this program's source."""
    if not (source / "pyproject.toml").is_file():
        message = f"this program was installed from the folder {source.name}, which is gone"
        raise _not_installable(message, "install it again, from a folder that stays")
    if importlib.util.find_spec("hatchling") is None:
        message = "this program runs from its source, which cannot be packed without hatchling"
        raise _not_installable(message, "install that with `pip install hatchling`")
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder]
        done = subprocess.run(
            command, cwd=source, capture_output=True, check=False, encoding="utf-8"
        )
        built = sorted(Path(folder).glob("*.whl"))
        if done.returncode or not built:
            said = (done.stderr.strip().splitlines() or ["hatchling does not say why"])[-1]
            message = f"this program's source cannot be packed: {said}"
            raise _not_installable(message, "mend that, or install a release")
        return _with_wheel(built[0].name, built[0].read_bytes())


def _not_installable(message: str, hint: str) -> StudyError:
    return StudyError([Problem(Location(NAME), "not-installable", message, hint)])
