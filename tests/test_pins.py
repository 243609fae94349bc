"""What is pinned can be installed on the oldest Python that is served."""

from __future__ import annotations

import re
import tomllib
from importlib.metadata import PackageNotFoundError, version
from importlib.metadata import metadata as metadata_of
from pathlib import Path
from typing import Final

import pytest
from packaging.specifiers import SpecifierSet

ROOT: Final = Path(__file__).resolve().parents[1]
SERVED: Final = "3.11.0"
LOCKS: Final = sorted((ROOT / "requirements").glob("*.txt"))


def pinned(lock: Path) -> dict[str, str]:
    """Read the versions that a lock pins, by name."""
    found = re.findall(
        r"^([a-z0-9._-]+)(?:\[[^]]*\])?==(\S+)", lock.read_text("utf-8"), re.MULTILINE
    )
    return dict(found)


def test_the_oldest_python_is_the_one_that_is_declared() -> None:
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    assert SERVED in SpecifierSet(asked["requires-python"])
    assert "3.10.99" not in SpecifierSet(asked["requires-python"])


@pytest.mark.parametrize("lock", [lock for lock in LOCKS if lock.stem in ("site", "test")])
def test_no_pin_asks_for_a_later_python(lock: Path) -> None:
    """Those that are installed as pinned say so themselves; a newer Python 3.11 would hide it."""
    asked: dict[str, str] = {}
    for name, pin in pinned(lock).items():
        try:
            if version(name) == pin:
                said = metadata_of(name).get_all("Requires-Python") or [""]
                asked[name] = said[0]
        except PackageNotFoundError:
            continue
    assert len(asked) > 10
    assert {
        name: python for name, python in asked.items() if SERVED not in SpecifierSet(python)
    } == {}
