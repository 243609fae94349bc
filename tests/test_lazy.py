"""No test reads a study when it is imported: one broken study would stop the collection of all."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
READERS = {"load_study", "check_study", "study_named", "findings", "problems_of"}
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def _at_import(node: ast.AST) -> Iterator[ast.AST]:
    """Walk what runs when a module is imported: all but the bodies of functions."""
    yield node
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Lambda):
            continue
        if isinstance(child, FUNCTIONS):
            for part in (*child.decorator_list, child.args):
                yield from _at_import(part)
        else:
            yield from _at_import(child)


def _called(call: ast.Call) -> str:
    return ast.unparse(call.func).rpartition(".")[2]


def _readers(tree: ast.Module) -> set[str]:
    """Name what reads a study: the readers, and the module's own functions that call one."""
    bodies = {
        node.name: {_called(call) for call in ast.walk(node) if isinstance(call, ast.Call)}
        for node in tree.body
        if isinstance(node, FUNCTIONS)
    }
    found = set(READERS)
    while own := {name for name, called in bodies.items() if called & found} - found:
        found |= own
    return found


def read_at_import(source: str) -> list[int]:
    """List the lines on which a module reads a study as it is imported."""
    tree = ast.parse(source)
    readers = _readers(tree)
    calls = (node for node in _at_import(tree) if isinstance(node, ast.Call))
    return [call.lineno for call in calls if _called(call) in readers]


def test_no_test_reads_a_study_when_it_is_imported() -> None:
    modules = sorted(TESTS.rglob("*.py"))
    assert Path(__file__) in modules
    found = {
        str(path.relative_to(TESTS)): lines
        for path in modules
        if (lines := read_at_import(path.read_text(encoding="utf-8")))
    }
    assert found == {}


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("STUDY = load_study(OWN)", [1]),
        ("STUDY = load.check_study(OWN).study", [1]),
        ("@parametrize('s', [load_study(x) for x in ALL])\ndef test(s): pass", [1]),
        ("def test(s=load_study(OWN)): pass", [1]),
        ("class Test:\n    study = load_study(OWN)", [2]),
        ("def test():\n    load_study(OWN)", []),
        ("ALL = {'own': lambda: load_study(OWN)}", []),
        ("def all():\n    return [one()]\ndef one():\n    return load_study(OWN)\nS = all()", [5]),
    ],
)
def test_the_scan_sees_what_runs_at_import(source: str, lines: list[int]) -> None:
    assert read_at_import(source) == lines
