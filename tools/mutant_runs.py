"""Run the tests of many mutants in one process that forks, and tell of each what they said.

A plugin of pytest, loaded by `tools/mutants.py`. Tests are collected once. A first fork runs them
all and keeps which test calls which function and how long it takes; then each mutant has a fork of
its own, which runs the tests that call the altered function until one fails. The process that forks
runs no test itself, so that nothing a test reads is remembered from code that was not altered.
"""

from __future__ import annotations

import contextlib
import gc
import hashlib
import json
import os
import resource
import shutil
import signal
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Generator, Iterable
from dataclasses import dataclass
from itertools import accumulate
from pathlib import Path
from typing import Any

import hypothesis
import pytest
from mutmut.state import state
from mutmut.utils.format_utils import mangled_name_from_mutant_name

NOTICED, UNNOTICED = 1, 0
# Seconds of a processor that a mutant may take beyond five times what its tests take without it.
PATIENCE = 10
# Seconds of tests, as long as they take with nothing altered, that a mutant is tried with.
MOST_SECONDS = 40
MEMORY = 4 << 30

_hits: dict[Any, set[str]] = {}


def pytest_addoption(parser: pytest.Parser) -> None:
    """Take the folder with `mutants.json`, the names; `verdicts.jsonl` is written beside it."""
    parser.addoption("--mutants", type=Path, required=True)


def pytest_sessionstart() -> None:
    """Have Hypothesis keep no example and make none smaller: that a test fails is enough."""
    told = [hypothesis.Phase.explicit, hypothesis.Phase.generate]
    hypothesis.settings.register_profile("mutants", phases=told, database=None, deadline=None)
    hypothesis.settings.load_profile("mutants")


@pytest.hookimpl(tryfirst=True)
def pytest_runtestloop(session: pytest.Session) -> bool:
    """Ask the tests about each mutant, instead of running them once."""
    folder = session.config.getoption("mutants")
    gc.collect()
    gc.freeze()
    names = json.loads((folder / "mutants.json").read_text("utf-8"))
    with tempfile.TemporaryDirectory() as scratch:
        calls = _calls(session.items, folder, Path(scratch))
        _Trials(session.items, calls, folder, Path(scratch)).run(names)
    return True


@dataclass
class _Calls:
    """Which tests call which function, the seconds each takes, and the files these were read from.

    Tests that fail with nothing altered are not among them.
    """

    functions: dict[str, list[str]]
    seconds: dict[str, float]
    files: dict[str, str]

    def tests_by_function(self) -> dict[str, list[str]]:
        """Turn round which functions a test calls."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for test, functions in self.functions.items():
            for function in functions:
                found[function].append(test)
        return dict(found)


def _calls(items: list[pytest.Item], folder: Path, scratch: Path) -> _Calls:
    """Run each test whose file has changed, in a fork that alters nothing: what does it call?"""
    path = folder / "calls.json"
    told = json.loads(path.read_text("utf-8")) if path.exists() else {}
    calls = _Calls(told.get("functions", {}), told.get("seconds", {}), told.get("files", {}))
    files = {_file(item.nodeid): _digest(item.path) for item in items}
    changed = [
        item for item in items if calls.files.get(_file(item.nodeid)) != files[_file(item.nodeid)]
    ]
    if changed:
        child = os.fork()
        if not child:
            try:
                _become(scratch / "calls", "stats")
                _count(changed, calls)
                calls.files |= files
                path.write_text(json.dumps(vars(calls)), "utf-8")
            finally:
                os._exit(0)
        os.waitpid(child, 0)
        shutil.rmtree(scratch / "calls", ignore_errors=True)
        calls = _Calls(**json.loads(path.read_text("utf-8")))
    return calls


def _file(test: str) -> str:
    return test.partition("::")[0]


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def _count(items: list[pytest.Item], calls: _Calls) -> None:
    """Keep of each test that passes which functions it calls, and how long it takes."""
    listener = _Listener()
    items[0].config.pluginmanager.register(listener)
    for at, item in enumerate(items):
        state()._stats.clear()
        listener.failed = False
        began = time.process_time()
        _run(item, next(iter(items[at + 1 :]), None))
        calls.seconds[item.nodeid] = time.process_time() - began
        calls.functions[item.nodeid] = [] if listener.failed else sorted(state()._stats)
        if listener.failed:
            print(f"fails with nothing altered: {item.nodeid}", file=sys.__stderr__)


class _Trials:
    """The forks that run at once, one a processor, and what they found."""

    def __init__(
        self, items: list[pytest.Item], calls: _Calls, folder: Path, scratch: Path
    ) -> None:
        self.items = {item.nodeid: item for item in items}
        self.seconds = calls.seconds
        self.tests = calls.tests_by_function()
        self.folder = folder
        self.killers: defaultdict[str, list[str]] = defaultdict(list)
        self.running: dict[int, tuple[str, Path]] = {}
        self.free = [scratch / str(number) for number in range(os.cpu_count() or 1)]

    def run(self, names: list[str]) -> None:
        """Try each mutant; what is known of some already is left as it is."""
        path = self.folder / "verdicts.jsonl"
        lines = path.read_text("utf-8").splitlines() if path.exists() else []
        known = {json.loads(line)["name"] for line in lines}
        waiting = [name for name in names if name not in known]
        with path.open("a", encoding="utf-8", buffering=1) as self.verdicts:
            for at, name in enumerate(waiting):
                if at % 100 == 0:
                    print(f"{at} of {len(waiting)}", file=sys.__stderr__, flush=True)
                self._try(name)
            while self.running:
                self._hear()

    def _try(self, name: str) -> None:
        function = mangled_name_from_mutant_name(name)
        tests = self._in_order(function)
        if not tests:
            self._tell(name, "no tests", "")
            return
        while not self.free:
            self._hear()
        own = self.free.pop()
        child = os.fork()
        if not child:
            limit = PATIENCE + 5 * sum(self.seconds[test] for test in tests)
            _judge(own, name, [self.items[test] for test in tests], int(limit))
        self.running[child] = (name, own)

    def _in_order(self, function: str) -> list[str]:
        """List the tests that call a function, those first that are likeliest to notice.

        That is what noticed its last mutants, the file of its module, what takes less time.
        """
        tests = [test for test in self.tests.get(function, ()) if test in self.items]
        own = f"test_{function.split('.x')[0].rpartition('.')[2]}.py"
        least: dict[str, float] = {}
        for test in tests:
            file = _file(test)
            least[file] = min(self.seconds[test], least.get(file, self.seconds[test]))

        def order(test: str) -> tuple[bool, float, str, float]:
            file = _file(test)
            return not file.endswith(own), least[file], file, self.seconds[test]

        first = [test for test in reversed(self.killers[function]) if test in self.items][:5]
        found = [*first, *sorted(set(tests) - set(first), key=order)]
        before = accumulate((self.seconds[test] for test in found), initial=0.0)
        return [test for test, total in zip(found, before, strict=False) if total < MOST_SECONDS]

    def _hear(self) -> None:
        """Wait for one fork to end, and keep its verdict."""
        child, status = os.wait()
        if child not in self.running:
            return
        name, own = self.running.pop(child)
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(child, signal.SIGKILL)
        told = own / "noticed-by"
        killer = told.read_text("utf-8") if told.exists() else ""
        shutil.rmtree(own, ignore_errors=True)
        self.free.append(own)
        code = os.waitstatus_to_exitcode(status)
        verdict = {
            UNNOTICED: "survived",
            NOTICED: "noticed",
            -signal.SIGXCPU: "timeout",
            -signal.SIGKILL: "timeout",
        }
        self._tell(name, verdict.get(code, f"ended with {code}"), killer)

    def _tell(self, name: str, verdict: str, killer: str) -> None:
        if killer:
            killers = self.killers[mangled_name_from_mutant_name(name)]
            if killer in killers:
                killers.remove(killer)
            killers.append(killer)
        told = {"name": name, "verdict": verdict, "by": killer}
        self.verdicts.write(json.dumps(told, ensure_ascii=False) + "\n")


def _become(own: Path, mutant: str) -> None:
    """Make a fork a process of its own: its group, its temporary files, silent, with one mutant."""
    os.setsid()
    shutil.rmtree(own, ignore_errors=True)
    own.mkdir(parents=True)
    os.environ["TMPDIR"] = os.environ["PYTEST_DEBUG_TEMPROOT"] = str(own)
    os.environ["MUTANT_UNDER_TEST"] = mutant
    if mutant != "stats":
        silence = os.open(os.devnull, os.O_WRONLY)
        os.dup2(silence, 1)
        os.dup2(silence, 2)
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def _judge(own: Path, mutant: str, items: list[pytest.Item], limit: int) -> None:
    """Run the tests in a fork until one fails, and end it with what they said."""
    code = NOTICED
    try:
        _become(own, mutant)
        resource.setrlimit(resource.RLIMIT_CPU, (limit, limit))
        listener = _Listener()
        items[0].config.pluginmanager.register(listener)
        for item, after in zip(items, [*items[1:], None], strict=True):
            _run(item, after)
            if listener.failed:
                (own / "noticed-by").write_text(item.nodeid, "utf-8")
                break
        code = NOTICED if listener.failed else UNNOTICED
    finally:
        os._exit(code)


def _run(item: pytest.Item, after: pytest.Item | None) -> None:
    item.config.hook.pytest_runtest_protocol(item=item, nextitem=after)


class _Listener:
    """Hears whether a test failed."""

    failed = False

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        self.failed = self.failed or report.failed


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: Any) -> Generator[None, Any, Any]:
    """Keep what a fixture wider than one test calls: each test that takes it calls it too."""
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
            _empty_caches(module.__name__, vars(module).values())


def _empty_caches(module: str, values: Iterable[Any]) -> None:
    for value in values:
        if hasattr(value, "cache_clear") and value.__module__ == module:
            value.cache_clear()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_teardown(item: Any) -> None:
    """Count for a test what its wider fixtures called."""
    for definitions in item._fixtureinfo.name2fixturedefs.values():
        for definition in definitions:
            state()._stats |= _hits.get(definition, set())
