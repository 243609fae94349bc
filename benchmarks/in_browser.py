"""What the benchmarks that open a large study in Chromium share: the study, built and served."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright
from scale import write_study

from study_findings.build import build
from study_findings.engines import ENGINES

TESTS = Path(__file__).resolve().parents[1] / "tests"
sys.path += [str(TESTS), str(TESTS / "browser")]
from served import serving  # noqa: E402


@contextmanager
def built(number: int, engine: str, site: Path | None) -> Iterator[Path]:
    """Give a built site: one that is there, or a new one of `number` quotations."""
    if site:
        yield site
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name).resolve()
        yield build(write_study(folder / "study", number), engine, folder / "site").site_dir


def report_on(
    report: Callable[[Browser, str], Iterable[str]], told: str | None, arguments: list[str] | None
) -> None:
    """Open the site that is asked for, and print what a report says of it, line by line.

    `report` is given the browser and the address of the home page.
    """
    parser = argparse.ArgumentParser(description=told)
    parser.add_argument("quotations", type=int, nargs="?", default=3000)
    parser.add_argument("--engine", choices=list(ENGINES), default="mkdocs")
    parser.add_argument("--site", type=Path, help="a site that is built already")
    options = parser.parse_args(arguments)
    with (
        built(options.quotations, options.engine, options.site) as folder,
        serving(folder) as home,
        sync_playwright() as playwright,
    ):
        browser = playwright.chromium.launch(executable_path=os.environ.get("CHROMIUM"))
        for line in report(browser, home):
            print(line, flush=True)
        browser.close()
