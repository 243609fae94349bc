"""The live preview as an author has it: `findings serve` follows each edit, survives mistakes."""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from ports import free_port
from projects import CONFIGURATION, edit, make_project

from study_findings.project import Project

PATIENCE = 120
FINDINGS = [sys.executable, "-c", "from study_findings.cli import main; main()"]


class Preview:
    """Hold a running `findings serve`, what it printed, and what stands at its addresses."""

    def __init__(self, project: Project, printed: Path) -> None:
        self.project = project
        self.printed = printed
        self.port = free_port()
        with printed.open("wb") as out:
            self.process = subprocess.Popen(
                [*FINDINGS, "serve", "--port", str(self.port)],
                cwd=project.root,
                stdout=out,
                stderr=out,
                start_new_session=True,
            )

    def output(self) -> str:
        return self.printed.read_text("utf-8")

    def page(self, url: str, mount: str = "bus-clinic/") -> str:
        """Read a page; the site stands under the path of its `site_url`."""
        address = f"http://127.0.0.1:{self.port}/{mount}{url}"
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

    @contextlib.contextmanager
    def prints(self, *words: str) -> Iterator[None]:
        """Wait, after what is done inside, until the preview has printed each of some words."""
        seen = len(self.output())
        yield
        for said in words:
            self.wait(said, lambda said=said: said in self.output()[seen:])  # type: ignore[misc]
        assert "Traceback" not in self.output()

    def stop(self) -> str:
        """Stop it as Ctrl-C does, and give what it printed."""
        os.killpg(self.process.pid, signal.SIGINT)
        self.process.wait(PATIENCE)
        return self.output()


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    folder = tmp_path_factory.mktemp("serve")
    running = Preview(
        make_project(folder / "study", private={"notes.yml": "[]\n"}), folder / "printed.txt"
    )
    try:
        running.wait("the preview", lambda: "Serving on" in running.output())
        yield running
    finally:
        printed = running.stop()
    assert printed.endswith("\nStopped.\n")
    assert running.process.returncode == 0
    assert "INFO" not in printed
    assert "GET" not in printed


@pytest.fixture
def quotations(preview: Preview) -> Path:
    """Give a file of quotations; each test says something else in it."""
    return preview.project.data_dir / "quotations/nurses.yml"


def test_stands_at_the_path_the_published_site_has(preview: Preview) -> None:
    address = f"http://127.0.0.1:{preview.port}/bus-clinic/"
    assert f"Serving on {address}" in preview.output()
    assert "The bus clinic" in preview.page("")


def test_an_edited_quotation_shows_wherever_it_stands_and_is_found(
    preview: Preview, quotations: Path
) -> None:
    index = preview.page("pagefind/pagefind-entry.json")
    with preview.prints("themes_data/quotations/nurses.yml changed: built in "):
        edit(quotations, "before we look at the list", "and see zebras at home")
    for url in ("q/q010/", "themes/road-decides/", "quotations/"):
        assert "and see zebras at home" in preview.page(url)
    assert preview.page("pagefind/pagefind-entry.json") not in ("", index)


def test_an_edited_page_beside_the_study_shows(preview: Preview) -> None:
    with preview.prints("content/about.md.j2 changed: built in "):
        edit(preview.project.content_dir / "about.md.j2", "# About", "# About us")
    assert "About us" in preview.page("about/")


def test_a_broken_edit_is_named_and_the_last_good_page_stays_until_it_is_mended(
    preview: Preview, quotations: Path
) -> None:
    seen = len(preview.output())
    with preview.prints("1 error in 1 file."):
        edit(quotations, "themes: [known-by-name]", "themes: [known-by-nam]")
    said = preview.output()[seen:]
    assert re.search(
        r"themes_data/quotations/nurses\.yml:\d+:\d+: error unknown-theme: .*; "
        r'did you mean "known-by-name"\?',
        said,
    )
    assert "The preview shows the last good state." in said
    page = preview.page("q/q010/")
    assert "We look at the sky" in page
    assert "This page shows the last version without errors." in page
    assert "did you mean &#34;known-by-name&#34;?" in page

    with preview.prints("what was wrong is mended."):
        # The last edit mends it, so that what is built then has both.
        edit(quotations, "We look at the sky", "We mend the sky")
        edit(quotations, "themes: [known-by-nam]", "themes: [known-by-name]")
    page = preview.page("q/q010/")
    assert "We mend the sky" in page
    assert "the last version" not in page


def test_a_page_in_the_way_of_another_is_named_and_the_preview_goes_on(preview: Preview) -> None:
    in_the_way = preview.project.content_dir / "voices.md"
    with preview.prints("content/voices.md added: not built.", "path-taken"):
        in_the_way.write_text("# Voices\n", encoding="utf-8")
    with preview.prints("content/voices.md removed: back as it was; what was wrong is mended."):
        in_the_way.unlink()
    assert "Who was heard" in preview.page("voices/")


def test_a_folder_that_was_away_is_followed_again(preview: Preview, quotations: Path) -> None:
    folder, away = preview.project.data_dir, preview.project.root / "away"
    with preview.prints("themes_data removed: not built."):
        folder.rename(away)
    assert "The bus clinic" in preview.page("")
    with preview.prints("themes_data added: built in "):
        # As git does it, which writes each file anew; but all at once.
        anew = shutil.copytree(away, away.with_name("anew"), copy_function=shutil.copyfile)
        anew.rename(folder)
    with preview.prints("themes_data/quotations/nurses.yml changed: built in "):
        edit(quotations, "The road", "The way")
    assert "The way" in preview.page("q/q011/")


def test_words_of_private_that_are_on_the_site_are_told_and_not_shown(preview: Preview) -> None:
    private = preview.project.private_dir / "notes.yml"
    page = preview.project.content_dir / "thanks.md"
    words = "we hid the spare key under the third blue stone"
    with preview.prints("private/ changed: built in "):
        private.write_text(f"- {words}\n", encoding="utf-8")
    with preview.prints(
        "The preview goes back to the last good state:", "error leak: ", " site/thanks/index.html"
    ):
        page.write_text(f"# Thanks\n\n{words}\n", encoding="utf-8")
    assert words not in preview.output()
    shown = preview.page("thanks/")
    assert words not in shown
    assert re.search(r"private/notes\.yml:\d+:\d+</code> error leak: the terminal says what", shown)
    with preview.prints("what was wrong is mended."):
        page.write_text("# Thanks\n", encoding="utf-8")


def test_a_broken_configuration_is_named_and_another_folder_it_names_is_followed(
    preview: Preview,
) -> None:
    configuration = preview.project.configuration
    before = configuration.read_text("utf-8")
    with preview.prints("mkdocs.yml:2:1: error configuration: the file cannot be read"):
        configuration.write_text("site_name: [broken\n", encoding="utf-8")
    assert "mkdocs.yml:2:1" in preview.page("voices/")
    shutil.copytree(preview.project.content_dir, preview.project.root / "pages")
    with preview.prints("what was wrong is mended."):
        configuration.write_text(before.replace("docs_dir: content", "docs_dir: pages"), "utf-8")
    with preview.prints("pages/new.md added: built in "):
        (preview.project.root / "pages/new.md").write_text("# A new page\n", encoding="utf-8")
    assert "A new page" in preview.page("new/")


def test_a_taken_port_is_named_with_a_free_one(preview: Preview) -> None:
    done = subprocess.run(
        [*FINDINGS, "serve", "--port", str(preview.port)],
        cwd=preview.project.root,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert re.fullmatch(
        rf"Port {preview.port} is taken by another `findings serve`; stop it with Ctrl-C where it "
        r"runs, or use another: findings serve --port \d+\n",
        done.stderr,
    )


def test_a_study_that_is_broken_from_the_start_is_followed_until_it_is_mended(
    tmp_path: Path,
) -> None:
    project = make_project(tmp_path / "study")
    project.configuration.write_text("site_name: [broken\n", encoding="utf-8")
    running = Preview(project, tmp_path / "printed.txt")
    try:
        running.wait("the preview", lambda: "Serving on" in running.output())
        assert "mkdocs.yml:2:1: error configuration: " in running.output()
        assert "There is nothing to show yet." in running.output()
        with running.prints("what was wrong is mended."):
            project.configuration.write_text(CONFIGURATION, encoding="utf-8")
        assert "The bus clinic" in running.page("")
    finally:
        assert running.stop().endswith("\nStopped.\n")
