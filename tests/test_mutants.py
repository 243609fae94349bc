"""The mutants that no test can notice are found again by what is written of them."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture
def mutants(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """Give the script as a module."""
    spec = importlib.util.spec_from_file_location("mutants", ROOT / "tools/mutants.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "mutants", module)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize(
    ("name", "function"),
    [
        ("privacy.lists.x_is_list_file__mutmut_3", "privacy.lists.is_list_file"),
        ("privacy.lists.x__table__mutmut_12", "privacy.lists._table"),
        ("privacy.run_index.xǁRunIndexǁadd__mutmut_1", "privacy.run_index.RunIndex.add"),
        ("privacy.run_index.xǁRunIndexǁ__init____mutmut_1", "privacy.run_index.RunIndex.__init__"),
    ],
)
def test_a_mutant_is_known_by_its_function(name: str, function: str, mutants: ModuleType) -> None:
    assert mutants.function_of(f"study_findings.{name}") == function


def test_what_is_said_of_a_mutant_is_said_of_code_that_is_there(mutants: ModuleType) -> None:
    for function, lines in mutants.equivalents():
        *module, name = function.split(".")
        if module[-1].lstrip("_")[0].isupper():
            module.pop()
        source = (ROOT / "generator/study_findings" / "/".join(module)).with_suffix(".py")
        text = source.read_text("utf-8")
        before = lines.removeprefix("- ").partition(" + ")[0]
        assert f"def {name}(" in text, function
        assert before in text, lines
