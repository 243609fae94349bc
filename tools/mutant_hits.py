"""Let mutmut know what a test reaches through a fixture or cache that an earlier test filled.

mutmut runs for each altered function the tests that called it. What a fixture of a whole module
called, or a cached helper of the tests, it counts for the first of them alone; here it counts for
each. A plugin of pytest, loaded by `tools/mutants.py`.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Any

import pytest
from mutmut.state import state

_hits: dict[Any, set[str]] = {}


def pytest_collection_finish() -> None:
    """Keep what has been loaded from the garbage collector, so that forks share it."""
    gc.freeze()


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: Any) -> Generator[None, Any, Any]:
    """Keep what a fixture wider than one test calls."""
    if fixturedef.scope == "function":
        return (yield)
    before, state()._stats = state()._stats, set()
    try:
        return (yield)
    finally:
        _hits.setdefault(fixturedef, set()).update(state()._stats)
        state()._stats |= before


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup() -> None:
    """Empty the caches of the tests' own helpers, where it is counted which test calls what."""
    if os.environ.get("MUTANT_UNDER_TEST") != "stats":
        return
    tests = Path.cwd() / "tests"
    for module in list(sys.modules.values()):
        if tests in Path(getattr(module, "__file__", None) or "/").parents:
            for value in vars(module).values():
                if hasattr(value, "cache_clear") and value.__module__ == module.__name__:
                    value.cache_clear()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: Any) -> None:
    """Count for a test what its wider fixtures called."""
    for definitions in item._fixtureinfo.name2fixturedefs.values():
        for definition in definitions:
            state()._stats |= _hits.get(definition, set())
