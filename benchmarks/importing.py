"""How long a large REFI-QDA project takes to be read and brought in, and how much memory.

It is run by hand; see README.md.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
import uuid
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from study_findings.editing.scaffold import copy_starter
from study_findings.importers.options import Options
from study_findings.importers.refi import read

WORDS = "we left the ward early and nobody told us why the rota had changed again 😀".split()
CODES = 400
PER_SOURCE = 1_000
WORDS_A_SOURCE = 48_000


def write_project(path: Path, selections: int) -> None:
    """Write a project as NVivo would: UTF-16 units, a case for each source, codes in two levels.

    Nothing in it is packed, so the file is as large as what has to be read.
    """
    chance = random.Random(7)
    codes = [_guid(chance) for _ in range(CODES)]
    sources = [_guid(chance) for _ in range(max(1, selections // PER_SOURCE))]
    each = -(-selections // len(sources))
    spans: list[list[tuple[int, int]]] = []
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as file:
        for source in sources:
            text, places = _text(chance, min(each, selections - each * len(spans)))
            spans.append(places)
            file.writestr(f"sources/{source}.txt", text)
        with file.open("project.qde", "w") as member:
            for part in _xml(chance, codes, sources, spans):
                member.write(part.encode())


class Took(NamedTuple):
    """Processor seconds, and the highest memory in MB."""

    seconds: float
    memory: float


class Figures(NamedTuple):
    """The size of a project in MB, its quotations, and what each stage took."""

    megabytes: float
    quotations: int
    stages: dict[str, Took]


def measure(selections: int) -> Figures:
    """Measure one reading, and two imports as an author gives the command, each its own process.

    The second import finds that the study says all of it already.
    """
    with tempfile.TemporaryDirectory() as folder:
        path, root = Path(folder, "large.qdpx"), Path(folder, "study")
        write_project(path, selections)
        copy_starter(root, is_empty=True)
        # A process is counted with what the one it comes from had at its highest: they come first.
        stages = {name: _brought(root, path) for name in ("import", "again")}
        start = time.process_time()
        found = read(path, Options(pseudonymise=True))
        took = time.process_time() - start
        stages = {
            "reading": Took(took, _megabytes(resource.getrusage(resource.RUSAGE_SELF))),
            **stages,
        }
        return Figures(path.stat().st_size / 1e6, len(found.quotations), stages)


def _brought(root: Path, path: Path) -> Took:
    """Run `findings import`; raises CalledProcessError where it fails."""
    command = [sys.executable, "-c", "from study_findings.entry import main; main()", "import"]
    command += [str(path), "--study", str(root), "--pseudonymise", "--yes"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if code := os.waitstatus_to_exitcode(status):
        raise subprocess.CalledProcessError(code, command)
    return Took(usage.ru_utime + usage.ru_stime, _megabytes(usage))


def _megabytes(usage: resource.struct_rusage) -> float:
    return usage.ru_maxrss * 1024 / 1e6


def table(figures: Figures) -> Iterator[str]:
    """Write the figures, a line each, with what they may be at most."""
    yield f"project     {figures.megabytes:8.1f} MB"
    yield f"quotations  {figures.quotations:8,}"
    for name, took in figures.stages.items():
        yield f"{name:<12}{took.seconds:8.1f} s{took.memory:10.1f} MB"
    yield f"{'wanted':<12}{30:8.1f} s{300:10.1f} MB, for 100,000 selections"


def _text(chance: random.Random, selections: int) -> tuple[str, list[tuple[int, int]]]:
    """Give a text of many words, and in UTF-16 units where selections of some begin and end."""
    words = chance.choices(WORDS, k=WORDS_A_SOURCE)
    ends, at = [], 0
    for word in words:
        at += len(word.encode("utf-16-le")) // 2 + 1
        ends.append(at - 1)
    firsts = sorted(chance.sample(range(1, WORDS_A_SOURCE - 40), selections))
    spans = [(ends[first - 1] + 1, ends[first + chance.randint(3, 30)]) for first in firsts]
    return " ".join(words), spans


def _xml(
    chance: random.Random, codes: list[str], sources: list[str], spans: list[list[tuple[int, int]]]
) -> Iterator[str]:
    yield '<?xml version="1.0" encoding="utf-8"?><Project name="Large" origin="NVivo"'
    yield ' xmlns="urn:QDA-XML:project:1.0"><CodeBook><Codes>'
    for first in range(0, len(codes), 10):
        inside = "".join(_code(code, "") for code in codes[first + 1 : first + 10])
        yield _code(codes[first], inside)
    yield "</Codes></CodeBook><Cases>"
    for number, source in enumerate(sources):
        yield f'<Case guid="{_guid(chance)}" name="Person {number}">'
        yield f'<SourceRef targetGUID="{source}"/></Case>'
    yield "</Cases><Sources>"
    user = _guid(chance)
    for source, places in zip(sources, spans, strict=True):
        yield f'<TextSource guid="{source}" name="{source}" plainTextPath="internal://{source}.txt">'
        for start, end in places:
            yield (
                f'<PlainTextSelection guid="{_guid(chance)}" startPosition="{start}" '
                f'endPosition="{end}" creatingUser="{user}" '
                'creationDateTime="2026-01-01T00:00:00Z"><Description/>'
                f'<Coding guid="{_guid(chance)}" creatingUser="{user}">'
                f'<CodeRef targetGUID="{chance.choice(codes)}"/></Coding></PlainTextSelection>'
            )
        yield "</TextSource>"
    yield "</Sources></Project>"


def _code(guid: str, inside: str) -> str:
    return f'<Code guid="{guid}" name="Code {guid[:6]}" isCodable="true">{inside}</Code>'


def _guid(chance: random.Random) -> str:
    return str(uuid.UUID(int=chance.getrandbits(128), version=4))


def main() -> None:
    """Bring in a project of as many selections as asked for, and print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("selections", nargs="?", type=int, default=100_000)
    for line in table(measure(parser.parse_args().selections)):
        sys.stdout.write(f"{line}\n")


if __name__ == "__main__":
    main()
