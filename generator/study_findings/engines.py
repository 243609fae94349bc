"""The engines that build a site from its files: run apart, their failures told in one sentence."""

from __future__ import annotations

import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from .engine_failure import explain
from .problems import BuildError
from .source_date import SOURCE_DATE, source_date

# Zensical copies a theme's own files along with what they are for.
THEME_FILES: Final = ("__init__.py", "__pycache__", "mkdocs_theme.yml")


def engine_environment(root: Path | None = None) -> dict[str, str]:
    """Give the environment for running an engine: this one, with what makes two builds the same.

    Dates are those of the last commit of the study in `root`. Left out is Material's notice on
    MkDocs 2.
    """
    same = {"PYTHONHASHSEED": "0", "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    date = source_date(root) if root else None
    return {**os.environ, **same, **({SOURCE_DATE: date} if date else {})}


def run_engine(engine: str, configuration: Path, made: Path) -> None:
    """Have an engine build the site of a configuration into `made`; raises BuildError."""
    ENGINES[engine](configuration, made)


def _run_mkdocs(configuration: Path, made: Path) -> None:
    _run("MkDocs", _mkdocs(configuration), configuration.parent)


def _run_zensical(configuration: Path, made: Path) -> None:
    command = ["zensical", "build", "--clean", "--strict", "-f", str(configuration)]
    _run("Zensical", command, configuration.parent)
    for name in THEME_FILES:
        path = made / name
        shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)


def _run(engine: str, command: list[str], root: Path) -> None:
    module, *_ = command
    if importlib.util.find_spec(module) is None:
        package = "mkdocs" if module == "mkdocs" else "'study-findings[zensical]'"
        raise BuildError(f"{engine} is not installed. Install it with: pip install {package}")
    code, printed = _outcome(command, root)
    if code:
        raise BuildError(explain(engine, code, printed, root), printed)


def try_mkdocs(configuration: Path, root: Path) -> tuple[int, str]:
    """Have MkDocs build from a configuration; give how it ended and all that it printed."""
    return _outcome(_mkdocs(configuration), root)


def _mkdocs(configuration: Path) -> list[str]:
    return ["mkdocs", "build", "--strict", "-f", str(configuration)]


def _outcome(command: list[str], root: Path) -> tuple[int, str]:
    done = subprocess.run(
        [sys.executable, "-m", *command],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env=engine_environment(root),
        check=False,
        encoding="utf-8",
        errors="replace",
    )
    return done.returncode, done.stdout


ENGINES: Final[dict[str, Callable[[Path, Path], None]]] = {
    "mkdocs": _run_mkdocs,
    "zensical": _run_zensical,
}
