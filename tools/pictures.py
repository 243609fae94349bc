"""Take the pictures that the README and docs/ show, of this repository's study, of the starter, and
of the desk over the starter.

`make pictures` runs it; with names, it takes the pictures of these names alone. Each picture is of
a page as a reader's browser shows it, in one colour scheme, with nothing touched up; it is written
to docs/images/NAME.png. Look at each before it is committed: an address that has changed gives a
picture of another page, and no program notices.
"""

from __future__ import annotations

import functools
import os
import secrets
import shutil
import socket
import sys
import tempfile
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path
from typing import Final, Literal

import docx
from playwright.sync_api import Browser, FilePayload, Page, sync_playwright
from waitress.server import create_server

from study_findings.build import build
from study_findings.desk.app import make_app
from study_findings.desk.state import open_desk
from study_findings.editing.scaffold import copy_starter
from study_findings.project import find_project

ROOT: Final = Path(__file__).resolve().parents[1]
IMAGES: Final = ROOT / "docs/images"
LAYOUTS: Final = ROOT / "tests/importers/layouts"
Scheme = Literal["light", "dark"]


@dataclass(frozen=True)
class Picture:
    """Name a picture, the page it is of, and the width and height of the window, in pixels."""

    name: str
    study: Literal["own", "starter", "desk"]
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


def look_at(name: str, content: bytes) -> Callable[[Page], None]:
    """Give an author who has a file looked at, and nothing in focus any more."""

    def do(page: Page) -> None:
        file: FilePayload = {"name": name, "mimeType": "text/csv", "buffer": content}
        page.get_by_label("Choose a file").set_input_files(file)
        with page.expect_navigation():
            page.get_by_role("button", name="Look at it").click()
        page.wait_for_load_state("load")

    return do


def in_turn(*done: Callable[[Page], None]) -> Callable[[Page], None]:
    """Give somebody who does one thing after another."""

    def do(page: Page) -> None:
        for step in done:
            step(page)

    return do


# Composed, as all that the starter study says.
TABLE: Final = """\
Theme,Subtheme,Illustrative quote,Participant,Session,Colour
Bringing it back,When nothing grew,"I brought the envelope back, and nothing in it.",P9,IDI 4,green
Bringing it back,When nothing grew,They wrote my name down all the same.,P9,IDI 4,green
Rules that bend,,The sign says three. She counted to three twice.,P11,IDI 5,blue
"""


def in_word() -> bytes:
    """Write a Results section, composed as well, as a file of Word."""
    document = docx.Document()
    document.add_heading("Results", 1)
    document.add_heading("When nothing grew", 2)
    document.add_paragraph("An empty envelope was a return like any other.")
    document.add_paragraph("“I brought the envelope back, and nothing in it.” (P9, IDI 4)")
    document.add_paragraph("“They wrote my name down all the same.” (P9, IDI 4)")
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def as_exported(name: str, layout: str) -> Picture:
    """Picture what the desk says of a file laid out as one of the tools exports it.

    `name` is the file's; `layout` one of the layouts that the importers are tested with.
    """
    return brought_in(Path(name).stem, name, (LAYOUTS / layout).read_bytes())


def brought_in(picture: str, name: str, content: bytes) -> Picture:
    """Picture what the desk says of a file before it is brought in."""
    looked_at = in_turn(look_at(name, content), scroll_to("main .sf-lead"))
    return Picture(picture, "desk", "bring-in/", 560, 512, first=looked_at)


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
    Picture("desk", "desk", "waiting/q018", height=860),
    Picture(
        "bring-in", "desk", "bring-in/", height=1130, first=look_at("quotes.csv", TABLE.encode())
    ),
    brought_in("results", "results.docx", in_word()),
    as_exported("warmth.txt", "nvivo-references/Warmth.txt.lines"),
    as_exported("atlas-quotations.csv", "atlas-ti-quotations/table.table"),
    as_exported("segments.csv", "maxqda-segments/table.table"),
    as_exported("highlights.csv", "taguette-highlights/table.table"),
    as_exported("report.csv", "qualcoder-report/table.table"),
    Picture("overview", "desk", "overview/", height=900),
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


@contextmanager
def at_the_desk(folder: Path) -> Iterator[str]:
    """Serve the desk of a copy of the starter, as long as it is needed."""
    study = folder / "at-the-desk"
    copy_starter(study)
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as taken:
        taken.bind(("127.0.0.1", 0))
        port, secret = taken.getsockname()[1], secrets.token_urlsafe()
        app = make_app(open_desk(find_project(study)), secret, port)
        server = create_server(app, sockets=[taken], ident=None)
        threading.Thread(target=server.run, daemon=True).start()
        yield f"http://127.0.0.1:{port}/{secret}/"
        server.task_dispatcher.shutdown()
        server.close()


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


def main(names: Sequence[str]) -> None:
    """Take the pictures of these names, or all."""
    chosen = [picture for picture in PICTURES if not names or picture.name in names]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=os.environ["CHROMIUM"], args=["--disable-gpu"]
        )
        for study in dict.fromkeys(picture.study for picture in chosen):
            place = Path(folder)
            served = at_the_desk(place) if study == "desk" else serving(built(study, place))
            with served as home:
                for picture in chosen:
                    if picture.study == study:
                        take(browser, home, picture)
                        print(f"docs/images/{picture.name}.png")


if __name__ == "__main__":
    main(sys.argv[1:])
