"""Alter the code of a room in one place at a time, and tell which alterations no test notices.

`make mutants` takes all rooms, `make mutants ROOM=privacy` one; with `ONE_IN=10` every tenth mutant
is tried, with `AGAIN=yes` those that survived the last time. mutmut makes them in a copy of the
code, and runs for each the tests that call the function it alters. Those that change nothing that
anybody could see are listed in `tests/equivalent_mutants.toml` with the reason. What stands outside
functions is not altered, nor what is decorated, properties apart.
"""

from __future__ import annotations

import argparse
import ast
import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WORK = ROOT / ".cache" / "mutants"
EQUIVALENT = ROOT / "tests" / "equivalent_mutants.toml"
BESIDE = ("tests", "content", "docs", "themes_data", "requirements", "mkdocs.yml", "Makefile")
PROPERTIES = ("property", "cached_property")
UNNOTICED = ("survived", "no tests")

# The rooms, each with the tests that ask it within their own process and take no time to speak of.
ROOMS = {
    "privacy": [
        "tests/privacy",
        "tests/checking/test_repository.py",
        "tests/editing/test_remains.py",
    ],
    "reading/checks": ["tests/reading/checks", "tests/model/test_translated_words.py"],
    "findings": [
        "tests/findings",
        "tests/editing/test_read_back.py",
        "tests/editing/test_handing_out.py",
        "tests/render/test_moved.py",
    ],
}
# Left out of them by name: what asks another program.
WITHIN = "not pagefind"
CONFIGURATION = """\
[tool.mutmut]
source_paths = ["src"]
only_mutate = ["src/study_findings/{room}/*"]
also_copy = {beside}
process_isolation = "forkserver"
use_git_change_detection = false
track_dependencies = false
timeout_constant = 5.0
pytest_add_cli_args = {options}
pytest_add_cli_args_test_selection = {tests}

[tool.pytest.ini_options]
pythonpath = ["tests"]
addopts = [
  "--strict-markers", "-p", "no:cacheprovider", "-p", "no:xdist", "-p", "no:doctest",
  "-p", "no:unraisableexception", "-p", "no:threadexception",
]
markers = ["browser: drives a real Chromium over a built site"]
"""


@dataclass(frozen=True)
class Mutant:
    """One alteration: its name, its function, the lines it makes, and what the tests said."""

    name: str
    function: str
    lines: str
    diff: str
    verdict: str


def lay_out(room: str) -> Path:
    """Lay out a folder as mutmut wants it: the code in `src`, and beside it what tests read."""
    folder = WORK / room.replace("/", "-")
    mutated = ROOT / "generator" / "study_findings" / room
    shutil.copytree(
        ROOT / "generator",
        folder / "src",
        ignore=shutil.ignore_patterns("__pycache__"),
        copy_function=partial(_copy, mutated),
        dirs_exist_ok=True,
    )
    for name in BESIDE:
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(ROOT / name)
    options = ["-p", "mutant_hits", "-k", WITHIN, "--hypothesis-seed=0"]
    (folder / "pyproject.toml").write_text(
        CONFIGURATION.format(
            room=room,
            beside=json.dumps(BESIDE),
            options=json.dumps(options),
            tests=json.dumps(ROOMS[room]),
        ),
        "utf-8",
    )
    return folder


def _copy(mutated: Path, source: str, target: str) -> None:
    """Copy a file where it has changed: mutmut tries again what is newer."""
    path, copy = Path(source), Path(target)
    data = path.read_bytes()
    if path.parent == mutated and path.suffix == ".py":
        data = without_property_decorators(data.decode()).encode()
    if not copy.exists() or copy.read_bytes() != data:
        copy.write_bytes(data)


def without_property_decorators(source: str) -> str:
    """Write `name = property(name)` below each property: mutmut alters nothing decorated."""
    lines = source.splitlines()
    found = [
        (function, decorator.id)
        for function in ast.walk(ast.parse(source))
        if isinstance(function, ast.FunctionDef)
        for decorator in function.decorator_list
        if isinstance(decorator, ast.Name) and decorator.id in PROPERTIES
    ]
    for function, decorator in sorted(found, key=lambda each: -each[0].lineno):
        indent = " " * function.col_offset
        after = f"{indent}{function.name} = {decorator}({function.name})"
        lines.insert(function.end_lineno or 0, after)
        del lines[function.decorator_list[0].lineno - 1]
    return "\n".join(lines) + "\n"


def try_mutants(folder: Path, names: list[str]) -> None:
    """Have mutmut make the mutants and run the tests, or only those of some, by their names."""
    command = [sys.executable, "-m", "mutmut", "run", "--max-children", "1", *names]
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "tools")}
    subprocess.run(command, cwd=folder, env=environment, check=True)


def every(number: int, folder: Path, room: str) -> list[str]:
    """List one in so many of the mutants there would be in a room, by name, spread evenly."""
    from mutmut.mutation.file_mutation import mutate_file_contents
    from mutmut.utils.format_utils import get_mutant_name

    os.chdir(folder)
    found: list[str] = []
    for path in sorted(Path("src/study_findings", room).glob("*.py")):
        made = mutate_file_contents(str(path), path.read_text("utf-8"))
        found += [get_mutant_name(path, name) for name in made.mutant_names]
    return found[::number]


def mutants_of(folder: Path) -> Iterator[Mutant]:
    """Read what mutmut found."""
    os.chdir(folder)
    from mutmut.mutation.diff_apply import get_diff_for_mutant
    from mutmut.stats import status_by_exit_code

    for path in sorted(folder.glob("mutants/src/**/*.py.meta")):
        source = path.relative_to(folder / "mutants").with_suffix("")
        for name, code in json.loads(path.read_text("utf-8"))["exit_code_by_key"].items():
            verdict = status_by_exit_code[code]
            diff = get_diff_for_mutant(name, path=source) if verdict in UNNOTICED else ""
            changed = [line for line in diff.splitlines()[2:] if line.startswith(("-", "+"))]
            lines = " ".join(f"{line[0]} {line[1:].strip()}" for line in changed)
            yield Mutant(name, function_of(name), lines, diff, verdict)


def function_of(name: str) -> str:
    """Give the function that a mutant alters, by the mutant's name: `privacy.lists.listed_in`."""
    mangled = name.partition("__mutmut_")[0].removeprefix("study_findings.")
    return mangled.replace(".xǁ", ".").replace("ǁ", ".").replace(".x_", ".")


def equivalents() -> dict[tuple[str, str], str]:
    """Map the mutants that change nothing, by function and lines, to the reason why."""
    entries = tomllib.loads(EQUIVALENT.read_text("utf-8"))["mutant"]
    return {
        (entry["function"], lines): entry["because"]
        for entry in entries
        for lines in entry["lines"]
    }


def tell(room: str, folder: Path) -> None:
    """Print the mutants of a room that no test noticed and nothing explains, and its score."""
    explained = equivalents()
    score: Counter[str] = Counter()
    for mutant in mutants_of(folder):
        verdict = mutant.verdict
        if verdict == "not checked":
            continue
        if verdict in UNNOTICED:
            if (mutant.function, mutant.lines) in explained:
                verdict = "equivalent"
            else:
                print(f"\n{mutant.function}: {verdict}\n{mutant.diff}")
        score[verdict] += 1
    told = ", ".join(f"{number} {verdict}" for verdict, number in score.most_common())
    print(f"{room}: {score.total()} mutants, {told}")


def main() -> None:
    """Try the mutants of the rooms that are asked for, or of all."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--one-in", type=int, default=1)
    parser.add_argument("rooms", nargs="*", choices=[[], *ROOMS])
    asked = parser.parse_args()
    for room in asked.rooms or ROOMS:
        if not asked.again:
            shutil.rmtree(WORK / room.replace("/", "-"), ignore_errors=True)
        folder = lay_out(room)
        names: list[str] = []
        if asked.again:
            names = [m.name for m in mutants_of(folder) if m.verdict in UNNOTICED]
        elif asked.one_in > 1:
            names = every(asked.one_in, folder, room)
        if names or not asked.again:
            try_mutants(folder, names)
        tell(room, folder)


if __name__ == "__main__":
    main()
