"""Pin what pyproject.toml asks for into requirements/*.txt: versions only, no address, no path.

Run it by `make lock`. Each lock is held to the ones before it, so they can share one virtualenv.
New studies get the versions of the first with the checksums of their files, which takes some
minutes.
"""

from __future__ import annotations

import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCKS = ROOT / "requirements"
STARTER = ROOT / "generator/study_findings/editing/starter/dependencies.txt"
STARTER_HEADER = "# The versions that study-findings was tested with. Nothing to edit.\n"
HEADER = "# Pinned from pyproject.toml by `make lock`, on Python 3.11, the oldest one served.\n"
# Newer ones ask for a later Python 3.11 than the oldest that is served: 3.11.5, where Debian 12
# has 3.11.2.
HELD = ["pymdown-extensions<13"]
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


def needed() -> list[str]:
    """List what a study's website is made with."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    dependencies: list[str] = asked["project"]["dependencies"]
    return dependencies


def wanted() -> dict[str, list[str]]:
    """Give each lock's name and the requirements it pins, in the order they build on each other."""
    asked = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    extras = asked["project"]["optional-dependencies"]
    groups = asked["dependency-groups"]
    return {
        "site": needed() + HELD + asked["build-system"]["requires"],
        "test": extras["zensical"] + groups["test"],
        "lint": groups["lint"],
        "lock": groups["lock"],
        "mutants": groups["mutants"],
    }


def pin(
    target: Path, header: str, requirements: list[str], held_to: list[Path], *options: str
) -> None:
    """Compile one lock file; pins it already holds stay while they still fit."""
    constraints = [f"--constraint={lock.relative_to(ROOT)}" for lock in held_to]
    command = [sys.executable, "-m", "piptools", "compile", *QUIETLY, *constraints, *options]
    subprocess.run(
        [*command, f"--output-file={target.relative_to(ROOT)}", "-"],
        cwd=ROOT,
        input="\n".join(requirements),
        text=True,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    target.write_text(header + target.read_text(encoding="utf-8"), encoding="utf-8")
    print(f"Wrote {target.relative_to(ROOT)}")


def main() -> None:
    if sys.version_info[:2] != (3, 11):
        sys.exit("The locks are made on Python 3.11: make .venv with it, then run this again.")
    done: list[Path] = []
    for name, requirements in wanted().items():
        lock = LOCKS / f"{name}.txt"
        pin(lock, HEADER, requirements, done, *sys.argv[1:])
        done.append(lock)
    pin(STARTER, STARTER_HEADER, needed() + HELD, done[:1], "--generate-hashes")


if __name__ == "__main__":
    main()
