"""Pin what pyproject.toml asks for into requirements/*.txt: versions only, no address, no path.

Run it by `make lock`. Each lock is held to the ones before it, so they can share one virtualenv.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "requirements"
HEADER = "# Pinned from pyproject.toml by `make lock`, on Python 3.11, the oldest one served.\n"
QUIETLY = [
    "--quiet",
    "--no-header",
    "--no-config",
    "--no-emit-index-url",
    "--no-emit-find-links",
    "--no-emit-trusted-host",
    "--no-emit-options",
    "--no-annotate",
    "--strip-extras",
    "--allow-unsafe",
]


def wanted() -> dict[str, list[str]]:
    """Give each lock's name with the requirements it pins, in the order they build on each other."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = asked["project"]["optional-dependencies"]
    groups = asked["dependency-groups"]
    return {
        "site": asked["project"]["dependencies"] + asked["build-system"]["requires"],
        "test": extras["zensical"] + groups["test"],
        "lint": groups["lint"],
        "lock": groups["lock"],
    }


def pin(name: str, requirements: list[str], held_to: list[Path]) -> Path:
    """Compile one lock file; pins it already holds stay while they still fit."""
    target = LOCKS / f"{name}.txt"
    constraints = [f"--constraint={lock.relative_to(ROOT)}" for lock in held_to]
    command = [sys.executable, "-m", "piptools", "compile", *QUIETLY, *constraints]
    subprocess.run(
        [*command, *sys.argv[1:], f"--output-file={target.relative_to(ROOT)}", "-"],
        cwd=ROOT,
        input="\n".join(requirements),
        text=True,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    target.write_text(HEADER + target.read_text(encoding="utf-8"), encoding="utf-8")
    return target


def main() -> None:
    if sys.version_info[:2] != (3, 11):
        sys.exit("The locks are made on Python 3.11: make .venv with it, then run this again.")
    done: list[Path] = []
    for name, requirements in wanted().items():
        done.append(pin(name, requirements, done))
        print(f"Wrote {done[-1].relative_to(ROOT)}")


if __name__ == "__main__":
    main()
