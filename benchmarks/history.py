"""How long `findings check --history` reads a repository for withdrawn words that it does not hold.

It is run by hand; see README.md.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from study_findings.checking.git_history import check_history
from study_findings.privacy.withdrawn import FILE, new_withdrawn
from study_findings.project import find_project
from study_findings.repository import find_repository

ROOT = Path(__file__).resolve().parents[1]
SAID = "the lamp of a room that nobody here ever spoke of {} times, and then again {} times"
QUOTATIONS = 3


def measure(folder: Path) -> dict[str, float]:
    """Give the objects and megabytes of a repository, and processor seconds.

    `words` is what dividing all of it into words takes, once for each object, `history` the check.
    """
    project = find_project(folder)
    repository = find_repository(project.root)
    assert repository is not None
    start = time.process_time()
    objects, size = 0, 0
    for item in repository.objects():
        re.findall(r"[^\W_]+", item.data.decode("utf-8", "ignore").lower())
        objects, size = objects + 1, size + len(item.data)
    words = time.process_time() - start
    with tempfile.TemporaryDirectory() as private:
        texts = {f"q{number}": [SAID.format(number, number)] for number in range(QUOTATIONS)}
        (Path(private) / FILE).write_text(new_withdrawn().with_texts(texts).as_text(), "utf-8")
        start = time.process_time()
        check_history(replace(project, private_dir=Path(private)))
        took = time.process_time() - start
    return {"objects": objects, "megabytes": size / 1e6, "words": words, "history": took}


def table(figures: dict[str, float]) -> Iterator[str]:
    """Write the figures, a line each."""
    yield f"objects     {figures['objects']:8,.0f}"
    yield f"megabytes   {figures['megabytes']:8.1f}"
    yield f"words       {figures['words']:8.1f} s"
    ratio = figures["history"] / figures["words"]
    yield f"history     {figures['history']:8.1f} s   {ratio:.1f} times dividing it into words"


def main() -> None:
    """Read the repository that a study is in, this one unless another is named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("study", nargs="?", type=Path, default=ROOT)
    for line in table(measure(parser.parse_args().study)):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
