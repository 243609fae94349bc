"""How a build's time and memory grow with the number of quotations; run by hand, see README.md."""

from __future__ import annotations

import argparse
import json
import math
import os
import random
import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from study_findings.build import load_project_study, render_project
from study_findings.engines import ENGINES
from study_findings.engines.derive import derived_configuration
from study_findings.engines.index import index_site
from study_findings.engines.write import handwritten_files, write_site
from study_findings.privacy.leak import find_leaks
from study_findings.project import Project, read_project

STAGES = ("load", "render", "write", "engine", "index", "leak check")
WORDS = (
    "the clinic comes when road is open and we wait because nobody told us how long it takes to "
    "reach a ward who knows my name so I count days until rain stops then walk back with [child] "
    "on my shoulder … they say tuesday but mean wednesday (laughs) which is what I expected"
).split()
CONFIGURATION = (
    "site_name: Scale\ndocs_dir: content\ntheme:\n  name: study-findings\n"
    "plugins: [study-findings]\n"
)
ABOUT = """\
title: A study of scale
licence: CC-BY-4.0
gist: It is large.
summary: It is large.
groups:
  - {id: patients, label: Patients, singular: Patient}
  - {id: nurses, label: Nurses, singular: Nurse}
"""


def write_study(root: Path, quotations: int) -> Project:
    """Write a study whose themes grow with the root of its quotations, its sessions with them."""
    chance = random.Random(quotations)
    data, waiting = root / "themes_data", root / "private" / "quotations"
    for folder in (data / "themes", data / "quotations", waiting):
        folder.mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    (data / "study.yml").write_text(ABOUT, encoding="utf-8")
    themes, sessions = max(4, round(math.sqrt(quotations))), max(4, quotations // 40)
    for number in range(themes):
        group = "patients" if number % 2 else "nurses"
        theme = (
            f"id: t{number}\ntitle: {_said(chance, 4)}\ngroups: [{group}]\n"
            f"gist: {_said(chance, 12)}\n"
        )
        theme += f"subthemes:\n  - id: t{number}-a\n    title: {_said(chance, 4)}\n"
        (data / "themes" / f"t{number}.yml").write_text(theme, encoding="utf-8")
    listed = (
        f"- {{id: s{n}, kind: {('interview', 'focus-group')[n % 2]}, "
        f"groups: [{('patients', 'nurses')[n % 3 == 0]}]}}\n"
        for n in range(sessions)
    )
    (data / "sessions.yml").write_text("".join(listed), encoding="utf-8")
    for number in range(themes):
        share = range(number, quotations, themes)
        cleared = "".join(_quotation(chance, n, f"t{number}", sessions) for n in share)
        (data / "quotations" / f"t{number}.yml").write_text(cleared, encoding="utf-8")
    uncleared = (_quotation(chance, n, "t0", sessions, "w") for n in range(quotations // 10))
    (waiting / "all.yml").write_text("".join(uncleared), encoding="utf-8")
    return read_project(root / "mkdocs.yml")


def _said(chance: random.Random, words: int) -> str:
    return json.dumps(" ".join(chance.choices(WORDS, k=words)), ensure_ascii=False)


def _quotation(
    chance: random.Random, number: int, theme: str, sessions: int, letter: str = "q"
) -> str:
    where = chance.choice((theme, f"{theme}-a"))
    session = chance.randrange(sessions)
    cleared = "  cleared: {by: EA, on: 2025-12-01}\n" if letter == "q" else ""
    stance = chance.choice(("confirms", "nuances", "diverges"))
    text = f"{letter}{number} {_said(chance, chance.randint(15, 60))[1:-1]}"
    return (
        f'- id: {letter}{number}\n  text: "{text}"\n  themes: [{where}]\n  session: s{session}\n'
        f"  stance: {stance}\n{cleared}"
    )


def measure(quotations: int, engine: str) -> dict[str, float]:
    """Build once; give each stage's processor seconds, tools' included, files, and memory in MB."""
    took: dict[str, float] = {}

    @contextmanager
    def stage(name: str) -> Iterator[None]:
        started = sum(os.times()[:4])
        yield
        took[name] = sum(os.times()[:4]) - started

    with tempfile.TemporaryDirectory() as folder:
        project = write_study(Path(folder).resolve() / "study", quotations)
        docs, made = project.work_dir / "docs", project.work_dir / "site"
        with stage("load"):
            study, _ = load_project_study(project)
        with stage("render"):
            site = render_project(project, study)
        with stage("write"):
            content = handwritten_files(project.content_dir, site)
            write_site(site, content, docs)
            text = derived_configuration(
                project, site, content, ".findings/docs", ".findings/site", engine
            )
            (project.root / "derived.yml").write_text(text, encoding="utf-8")
        with stage("engine"):
            ENGINES[engine](project.root / "derived.yml", made)
        with stage("index"):
            index_site(made)
        with stage("leak check"):
            leaks = find_leaks(project.private_dir, made, study, project.data_dir)
        assert not [problem for problem in leaks if problem.level == "error"], leaks[:3]
        files = [path for path in made.rglob("*") if path.is_file()]
        size = sum(path.stat().st_size for path in files)
    peaks = [resource.getrusage(who).ru_maxrss / 1024 for who in (0, resource.RUSAGE_CHILDREN)]
    return {**took, "files": len(files), "site": size / 1e6, "own": peaks[0], "tools": peaks[1]}


def table(found: dict[int, dict[str, float]]) -> Iterator[str]:
    """Write seconds by stage, and beside them a quotation's time against the smallest study's."""
    smallest = min(found)
    yield "".join([f"{'':12}", *(f"{f'{size:,} quotations':>24}" for size in found)])
    for stage in (*STAGES, "all"):
        cells = []
        for size, figures in found.items():
            spent, least = (
                sum(f[s] for s in STAGES) if stage == "all" else f[stage]
                for f in (figures, found[smallest])
            )
            # A stage of a small study may take less than a clock of processor time can tell.
            ratio = f"×{(spent / size) / (least / smallest):.2f}" if least else ""
            cells.append(f"{f'{spent:.2f} s':>16}{ratio:>8}")
        yield "".join([f"{stage:12}", *cells])
    for name, unit in (("files", ""), ("site", " MB"), ("own", " MB"), ("tools", " MB")):
        yield "".join(
            [f"{name:12}", *(f"{f'{f[name]:,.0f}{unit}':>16}{'':8}" for f in found.values())]
        )


def main() -> None:
    """Measure each size in a process of its own, so that peaks of memory are its own too."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", type=int, nargs="*", default=[300, 3000], metavar="QUOTATIONS")
    parser.add_argument("--engine", choices=list(ENGINES), default="mkdocs")
    parser.add_argument("--one", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.one:
        print(json.dumps(measure(options.sizes[0], options.engine)))
        return
    found = {}
    for size in sorted(options.sizes):
        command = [sys.executable, __file__, str(size), "--engine", options.engine, "--one"]
        done = subprocess.run(command, stdout=subprocess.PIPE, check=True)
        found[size] = json.loads(done.stdout)
    print("\n".join(table(found)))


if __name__ == "__main__":
    main()
