"""What all tests share: golden files, and an option that writes them anew."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

# A busy machine takes longer now and then; how long is for benchmarks/ to tell.
settings.register_profile("unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("unhurried")

# What no command foresees is told to an author in a sentence; here it has to fail a test, whole.
os.environ["FINDINGS_DEBUG"] = "1"

GOLDEN = Path(__file__).parent / "golden"


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-golden", action="store_true", help="write tests/golden/ anew from what comes out"
    )


@pytest.fixture
def golden(pytestconfig: pytest.Config) -> Callable[[str, bytes], None]:
    """Compare what came out with a file of `tests/golden/`."""

    def compare(name: str, found: bytes) -> None:
        if pytestconfig.getoption("update_golden"):
            (GOLDEN / name).write_bytes(found)
        assert found.decode() == (GOLDEN / name).read_bytes().decode()

    return compare
