"""Alter the code of a room in one place at a time, and tell which alterations no test notices.

`make mutants` takes all rooms, `make mutants ROOM=privacy` one, and `MODULES="lists packs"` only
these modules of it. With `ONE_IN=10` every tenth mutant is tried, with `AGAIN=yes` those that
survived the last time. mutmut makes the mutants, in a copy of the code; `tools/mutant_runs.py` runs
for each the tests that call the function it alters, some seconds of them, the likeliest first.
Those that change nothing that anybody could see are listed in `tests/equivalent_mutants.toml` with
the reason. What stands outside functions is not altered, nor what is decorated, properties apart.
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
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import unified_diff
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
        "--ignore=tests/privacy/gate",
        "tests/checking/test_repository.py",
        "tests/editing/test_remains.py",
    ],
    "reading/checks": [
        "tests/reading/checks",
        "tests/model/test_translated_words.py",
        "tests/problems/test_rule_examples.py",
    ],
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
[tool.pytest.ini_options]
pythonpath = ["tests", "src"]
addopts = [
  "--strict-markers", "--capture=sys", "-p", "no:terminal", "-p", "no:cacheprovider",
  "-p", "no:xdist", "-p", "no:doctest", "-p", "no:unraisableexception",
  "-p", "no:threadexception", "-p", "mutant_runs", "--hypothesis-seed=0",
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
    verdict: str = "not tried"


def lay_out(room: str, modules: Sequence[str] = ()) -> tuple[Path, list[Mutant]]:
    """Lay out a folder with the altered code in `src`, and beside it what tests read."""
    from mutmut.mutation.file_mutation import mutate_file_contents
    from mutmut.utils.format_utils import get_mutant_name

    folder = WORK / "-".join([*room.split("/"), *modules])
    folder.mkdir(parents=True, exist_ok=True)
    os.chdir(folder)
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.rmtree("src", ignore_errors=True)
    shutil.copytree(ROOT / "generator", "src", ignore=ignored)
    for name in BESIDE:
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(ROOT / name)
    (folder / "pyproject.toml").write_text(CONFIGURATION, "utf-8")
    mutants: list[Mutant] = []
    for path in sorted(Path("src/study_findings", room).glob("*.py")):
        if modules and path.stem not in modules:
            continue
        made = mutate_file_contents(str(path), without_property_decorators(path.read_text("utf-8")))
        path.write_text(made.code, "utf-8")
        spans = {
            name: made.code.splitlines()[span.start - 1 : span.end]
            for name, span in made.line_span_by_function_name.items()
        }
        for short in made.mutant_names:
            name = get_mutant_name(path, short)
            mutants.append(_mutant(name, spans[_original(short)], spans[short], short))
    return folder, mutants


def _original(mutant: str) -> str:
    return mutant.partition("__mutmut_")[0] + "__mutmut_orig"


def _mutant(name: str, before: list[str], after: list[str], short: str) -> Mutant:
    function = function_of(name)
    plain = function.rpartition(".")[2]
    was = [line.replace(_original(short), plain) for line in before]
    now = [line.replace(short, plain) for line in after]
    diff = list(unified_diff(was, now, lineterm=""))[2:]
    changed = [line for line in diff if line.startswith(("-", "+"))]
    lines = " ".join(f"{line[0]} {line[1:].strip()}" for line in changed)
    return Mutant(name, function, lines, "\n".join(diff))


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


def try_mutants(folder: Path, mutants: list[Mutant], tests: list[str]) -> None:
    """Ask tests about mutants; the verdicts are added to `verdicts.jsonl` in the folder."""
    names = json.dumps([mutant.name for mutant in mutants])
    (folder / "mutants.json").write_text(names, "utf-8")
    command = [sys.executable, "-m", "pytest", f"--mutants={folder}", "-k", WITHIN, *tests]
    environment = {**os.environ, "PYTHONPATH": f"{ROOT / 'tools'}:{folder / 'src'}"}
    subprocess.run(command, cwd=folder, env=environment, check=True)


def with_verdicts(folder: Path, mutants: list[Mutant]) -> Iterator[Mutant]:
    """Give the mutants with what the tests said of each the last time."""
    path = folder / "verdicts.jsonl"
    lines = path.read_text("utf-8").splitlines() if path.exists() else []
    told = {entry["name"]: entry["verdict"] for entry in map(json.loads, lines)}
    for mutant in mutants:
        yield replace(mutant, verdict=told.get(mutant.name, mutant.verdict))


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


def tell(room: str, mutants: list[Mutant]) -> None:
    """Print the mutants of a room that no test noticed and nothing explains, and its score."""
    explained = equivalents()
    score: Counter[str] = Counter()
    for mutant in mutants:
        verdict = mutant.verdict
        if verdict == "not tried":
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
    parser.add_argument("--modules", nargs="+", default=[], help="of one room")
    parser.add_argument("rooms", nargs="*", choices=[[], *ROOMS])
    asked = parser.parse_args()
    for room in asked.rooms or ROOMS:
        folder, mutants = lay_out(room, asked.modules)
        verdicts = folder / "verdicts.jsonl"
        chosen = mutants[:: asked.one_in]
        if asked.again:
            known = with_verdicts(folder, mutants)
            chosen = [mutant for mutant in known if mutant.verdict in UNNOTICED]
            left = {mutant.name for mutant in chosen}
            kept = [
                line
                for line in verdicts.read_text("utf-8").splitlines(keepends=True)
                if json.loads(line)["name"] not in left
            ]
            verdicts.write_text("".join(kept), "utf-8")
        else:
            verdicts.unlink(missing_ok=True)
            (folder / "calls.json").unlink(missing_ok=True)
        if chosen:
            try_mutants(folder, chosen, ROOMS[room])
        tell(room, list(with_verdicts(folder, mutants)))


if __name__ == "__main__":
    main()
