"""Take the pictures that the README and docs/ show, of this repository's study and of the starter.

`make pictures` runs it. Each picture is of a page as a reader's browser shows it, in one colour
scheme, with nothing touched up; it is written to docs/images/NAME.png. Look at each before it is
committed: an address that has changed gives a picture of another page, and no program notices.
"""

from __future__ import annotations

import functools
import os
import shutil
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final, Literal

from playwright.sync_api import Browser, Page, sync_playwright

from study_findings.build import build
from study_findings.editing.scaffold import copy_starter
from study_findings.project import find_project

ROOT: Final = Path(__file__).resolve().parents[1]
IMAGES: Final = ROOT / "docs/images"
Scheme = Literal["light", "dark"]


@dataclass(frozen=True)
class Picture:
    """Name a picture, the page it is of, and the width and height of the window, in pixels."""

    name: str
    study: Literal["own", "starter"]
    path: str
    width: int = 1280
    height: int = 1000
    scheme: Scheme = "light"
    first: Callable[[Page], None] = lambda page: None
    part: str = ""
    """A CSS selector: the picture is of this part alone."""


def search(words: str) -> Callable[[Page], None]:
    """Give a reader who searches for words."""

    def do(page: Page) -> None:
        page.keyboard.press("/")
        page.keyboard.type(words)
        page.locator("dialog.sf-search li").first.wait_for()

    return do


def scroll_to(selector: str) -> Callable[[Page], None]:
    """Give a reader who has scrolled until a part of the page stands at the top."""
    return lambda page: page.locator(selector).first.evaluate("part => part.scrollIntoView()")


PICTURES: Final = (
    Picture("home", "own", ""),
    Picture("theme", "own", "themes/progressing-together/"),
    Picture("theme-phone", "own", "themes/progressing-together/", 360, 740, "dark"),
    Picture("explorer", "own", "quotations/?stance=diverges"),
    Picture("quotation", "own", "q/q014/", height=900),
    Picture("search", "own", "", height=640, scheme="dark", first=search("time")),
    Picture("compare", "starter", "compare/", height=700, first=scroll_to(".sf-quoted")),
    Picture("map", "own", "compare/", height=900),
    Picture("urdu", "own", "ur/themes/opportunities/", height=760),
    Picture("urdu-phone", "own", "ur/", 360, 740),
    Picture("switch", "own", "", height=800, part="header"),
)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Print nothing."""


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a built site on this computer alone, as long as it is needed."""
    with ThreadingHTTPServer(
        ("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder))
    ) as server:
        server.daemon_threads = True
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def built(study: str, folder: Path) -> Path:
    """Build a copy of one of the two studies below a folder; give the site's folder."""
    copy, site = folder / study, folder / f"{study}-site"
    if study == "starter":
        copy_starter(copy)
    else:
        copy.mkdir()
        shutil.copy(ROOT / "mkdocs.yml", copy)
        for name in ("themes_data", "content"):
            shutil.copytree(ROOT / name, copy / name)
    build(find_project(copy), "mkdocs", site)
    return site


def take(browser: Browser, home: str, picture: Picture) -> None:
    """Take one picture."""
    with browser.new_context(
        viewport={"width": picture.width, "height": picture.height},
        color_scheme=picture.scheme,
        reduced_motion="reduce",
    ) as context:
        page = context.new_page()
        page.goto(home + picture.path)
        picture.first(page)
        shown = page.locator(picture.part) if picture.part else page
        shown.screenshot(path=IMAGES / f"{picture.name}.png", animations="disabled", caret="hide")


def main() -> None:
    """Take all pictures."""
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=["--disable-gpu"]
        )
        for study in ("own", "starter"):
            with serving(built(study, Path(folder))) as home:
                for picture in PICTURES:
                    if picture.study == study:
                        take(browser, home, picture)
                        print(f"docs/images/{picture.name}.png")


if __name__ == "__main__":
    main()
