"""The live preview, as an author has it: `findings serve` follows each edit and survives mistakes."""

import os
import re
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from projects import edit, make_project

from study_findings.project import Project

PATIENCE = 120


class Preview:
    """Hold a running `findings serve`, what it printed, and what stands at its addresses."""

    def __init__(self, project: Project, printed: Path) -> None:
        self.project = project
        self.printed = printed
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            self.port = free.getsockname()[1]
        program = "from study_findings.cli import main; main()"
        with printed.open("wb") as out:
            self.process = subprocess.Popen(
                [sys.executable, "-c", program, "serve", "--port", str(self.port)],
                cwd=project.root,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )

    def output(self) -> str:
        return self.printed.read_text("utf-8")

    def page(self, url: str) -> str:
        """Read a page; the site stands under the path of its `site_url`."""
        address = f"http://127.0.0.1:{self.port}/bus-clinic/{url}"
        try:
            with urllib.request.urlopen(address, timeout=PATIENCE) as answer:
                return str(answer.read().decode())
        except (urllib.error.URLError, ConnectionError):
            return ""

    def wait(self, what: str, arrives: Callable[[], bool]) -> None:
        for _ in range(PATIENCE * 10):
            if arrives():
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.1)
        pytest.fail(f"{what} never came; the preview printed:\n{self.output()}", pytrace=False)

    def stop(self) -> None:
        os.killpg(self.process.pid, signal.SIGTERM)
        self.process.wait()


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("serve")
    running = Preview(make_project(folder / "study"), folder / "printed.txt")
    try:
        running.wait("the preview", lambda: "Serving on" in running.output())
        yield running
    finally:
        running.stop()


@pytest.fixture
def quotations(preview: Preview) -> Iterator[Path]:
    """Give a file of quotations, and put it back as it was."""
    path = preview.project.data_dir / "quotations/nurses.yml"
    before = path.read_text("utf-8")
    yield path
    if path.read_text("utf-8") != before:
        path.write_text(before, encoding="utf-8")
        words = "We look at the sky before we look at the list"
        preview.wait("the former state", lambda: words in preview.page("q/q010/"))


def test_stands_at_the_path_the_published_site_has(preview: Preview) -> None:
    address = f"http://127.0.0.1:{preview.port}/bus-clinic/"
    assert f"Serving on {address}" in preview.output()
    assert "The bus clinic" in preview.page("")


@pytest.mark.parametrize("url", ["q/q010/", "themes/road-decides/", "quotations/"])
def test_an_edited_quotation_shows(preview: Preview, quotations: Path, url: str) -> None:
    edit(quotations, "before we look at the list", "and leave the list at home")
    preview.wait("the edit", lambda: "and leave the list at home" in preview.page(url))


def test_an_edited_page_beside_the_study_shows(preview: Preview) -> None:
    edit(preview.project.content_dir / "about.md.j2", "# About", "# About us")
    preview.wait("the edit", lambda: "About us" in preview.page("about/"))


def test_search_follows_an_edit(preview: Preview, quotations: Path) -> None:
    def index() -> str:
        return preview.page("pagefind/pagefind-entry.json")

    before = index()
    edit(quotations, "before we look at the list", "and see zebras")
    preview.wait("a new index", lambda: index() not in ("", before))


def test_a_broken_edit_is_named_and_the_last_good_page_stays_until_it_is_mended(
    preview: Preview, quotations: Path
) -> None:
    seen = len(preview.output())
    edit(quotations, "themes: [known-by-name]", "themes: [known-by-nam]")
    preview.wait("the problem", lambda: "unknown-theme" in preview.output()[seen:])
    said = preview.output()[seen:]
    assert re.search(
        r"themes_data/quotations/nurses\.yml:\d+:\d+: error unknown-theme: .*; "
        r'did you mean "known-by-name"\?',
        said,
    )
    assert "The preview shows the last good state." in said
    assert "Traceback" not in said
    assert "before we look at the list" in preview.page("q/q010/")

    edit(quotations, "themes: [known-by-nam]", "themes: [known-by-name]")
    edit(quotations, "before we look at the list", "and mend the list")
    preview.wait("the mended study", lambda: "and mend the list" in preview.page("q/q010/"))


def test_a_page_in_the_way_of_another_is_named_and_the_preview_goes_on(preview: Preview) -> None:
    seen = len(preview.output())
    in_the_way = preview.project.content_dir / "voices.md"
    in_the_way.write_text("# Voices\n", encoding="utf-8")
    try:
        preview.wait("the problem", lambda: "path-taken" in preview.output()[seen:])
        assert "Traceback" not in preview.output()[seen:]
    finally:
        in_the_way.unlink()
    preview.wait("the page", lambda: "Who was heard, and where." in preview.page("voices/"))
