"""Sites to browse: built once a run, and served below `/repo/` as GitHub Pages serves a project."""

from __future__ import annotations

import contextlib
import fcntl
import functools
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final
from urllib.parse import unquote, urlsplit

from generated import STUDIES as GENERATED
from hostile import write_hostile_study
from large import write_large_study
from letters import write_letters_study
from overlaps import write_overlaps
from projects import CONFIGURATION, edit, make_project

from study_findings.build import build, load_project_study
from study_findings.editing.scaffold import copy_starter
from study_findings.model import Original, Quotation, Study
from study_findings.project import Project, find_project

ROOT: Final = Path(__file__).resolve().parents[2]
PREFIX: Final = "/repo/"
ADDRESS: Final = f"https://example.org{PREFIX}"

ABOUT: Final = """\
# About this site

One quotation stands here, where the author put it:

{{ quotation("q001") }}

{{ illustrative_notice() }}

## Who made it

A [team](https://example.org/) of two, with `code` and a list:

- apples
- pears

| Stop | January | February | March | April | May | June | July | Unfortunately-unbreakable |
| ---- | ------- | -------- | ----- | ----- | --- | ---- | ---- | ------------------------- |
| Upper | 12     | 13       | 14    | 15    | 16  | 17   | 18   | 19                        |

> Somebody else's words.

    some_code(that="is far too long for any telephone", and_so="it has to be scrolled sideways")
"""

# Each kind of page: its name, the part its address begins with, and whether more follows.
KINDS: Final = {
    "home": ("", False),
    "themes": ("themes", False),
    "theme": ("themes", True),
    "quotations": ("quotations", False),
    "quotations by theme": ("quotations", True),
    "quotation": ("q", True),
    "compare": ("compare", False),
    "practice": ("practice", False),
    "study": ("study", False),
    "voices": ("voices", False),
    "methods": ("methods", False),
    "codebook": ("codebook", False),
    "took part": ("took-part", False),
    "cite": ("cite", False),
    "data": ("data", False),
    "changes": ("changes", False),
    "accessibility": ("accessibility", False),
    "offline": ("offline.html", False),
    "hand-written": ("about", False),
    "translated home": ("ur", False),
    "translated": ("ur", True),
}


def kind_of(page: str) -> str | None:
    """Tell what kind of page stands at a path."""
    first, _, rest = page.partition("/")
    return next((name for name, kind in KINDS.items() if kind == (first, bool(rest))), None)


@dataclass(frozen=True)
class ServedSite:
    """Name a built site, the study on it, and the address of its home page."""

    name: str
    home: str
    folder: Path
    study: Study
    knows_its_address: bool

    def at(self, path: str) -> str:
        """Give the address of a page by its path in the site: `themes/`."""
        return self.home + path

    @property
    def pages(self) -> list[str]:
        """List the paths of all pages: `""`, `q/q001/`; the 404 page has no address of its own."""
        found = (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*.html"))
        return sorted(page.removesuffix("index.html") for page in found if page != "404.html")

    @property
    def copied_pages(self) -> list[str]:
        """List the pages that an engine copies as they are."""
        return [p for p in self.pages if p.startswith(("q/", "quotations/by/", "offline.html"))]

    @property
    def quotations(self) -> tuple[Quotation, ...]:
        """List the published quotations."""
        return self.study.published

    @property
    def withdrawn(self) -> Quotation:
        """Give a withdrawn quotation."""
        return next(q for q in self.study.quotations if q.status == "withdrawn")

    @property
    def kinds(self) -> dict[str, str]:
        """Give one page of each kind that the site has, by the name of the kind."""
        return {kind: page for page in reversed(self.pages) if (kind := kind_of(page))}


def words_of(quotation: Quotation) -> str:
    """Give all that is said in a quotation, and in its original, speakers left out."""
    parts: list[Quotation | Original] = [quotation]
    parts += [quotation.original] if quotation.original else []
    return "\n".join(
        text for part in parts for text in (part.text, *(t.text for t in part.turns)) if text
    )


def _write_full_study(folder: Path) -> None:
    address = "site_url: https://example.org/bus-clinic/"
    assert address in CONFIGURATION
    extensions = "\nmarkdown_extensions:\n  - tables\n"
    configuration = CONFIGURATION.replace(address, f"site_url: {ADDRESS}") + extensions
    make_project(folder, configuration, {"about.md.j2": ABOUT})


def _write_urdu_study(folder: Path) -> None:
    """Write the full study with Urdu as the language of its site."""
    _write_full_study(folder)
    _set_language(folder, "ur")


def _write_pashto_study(folder: Path) -> None:
    """Write the full study with Pashto as the language of its site."""
    _write_full_study(folder)
    _set_language(folder, "ps")


def _write_nastaliq_study(folder: Path) -> None:
    """Write the full study with a font of its own.

    That it holds no letters is the browser's affair.
    """
    _write_full_study(folder)
    (folder / "content/assets").mkdir()
    (folder / "content/assets/nastaliq.woff2").write_bytes(b"wOF2\0\1\0\0\0\0\0\x0c")


def _set_language(folder: Path, language: str) -> None:
    edit(folder / "themes_data/study.yml", "language: en\n", f"language: {language}\n")
    shutil.rmtree(folder / "themes_data/translations")


def _copy_starter(folder: Path) -> None:
    """Begin a study as `findings init` does."""
    copy_starter(folder)


def _copy_own_study(folder: Path) -> None:
    folder.mkdir(parents=True)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    for name in ("themes_data", "content"):
        shutil.copytree(ROOT / name, folder / name)


STUDIES: Final = {
    "full": _write_full_study,
    "urdu": _write_urdu_study,
    "pashto": _write_pashto_study,
    "nastaliq": _write_nastaliq_study,
    "own": _copy_own_study,
    "starter": _copy_starter,
    "hostile": write_hostile_study,
    "large": write_large_study,
    "letters": write_letters_study,
    "overlaps": write_overlaps,
    **GENERATED,
}


def once(path: Path, make: Callable[[], None]) -> None:
    """Make what stands at a path, unless another worker of the test run did; wait for that."""
    with path.with_name(f"{path.name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not path.exists():
            make()


def built_site(name: str, shared: Path) -> tuple[Project, Path]:
    """Build the site `STUDY-ENGINE`."""
    study, engine = name.split("-")
    folder, site = shared / name, shared / f"{name}-site"

    def make() -> None:
        shutil.rmtree(folder, ignore_errors=True)
        STUDIES[study](folder)
        build(find_project(folder), engine, site)

    once(site, make)
    return find_project(folder), site


class _Handler(SimpleHTTPRequestHandler):
    """Serve a folder below the prefix, with its own page for what it does not hold."""

    protocol_version = "HTTP/1.1"

    def translate_path(self, path: str) -> str:
        asked = unquote(urlsplit(path).path)
        if not asked.startswith(PREFIX):
            return f"{self.directory}/outside-the-site"
        return super().translate_path(f"/{asked.removeprefix(PREFIX)}")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html")
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.send_response(code)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Print nothing."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, request: object, client_address: object) -> None:
        """Tell what went wrong here; a browser that went away before its answer is no fault."""
        if not isinstance(sys.exc_info()[1], ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextlib.contextmanager
def serving(folder: Path) -> Iterator[str]:
    """Serve a built site on a free port as long as it is needed; give its home page's address."""
    handler = functools.partial(_Handler, directory=str(folder))
    with _Server(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{PREFIX}"
        server.shutdown()


@contextlib.contextmanager
def served(name: str, shared: Path) -> Iterator[ServedSite]:
    """Build a site, and serve it."""
    project, folder = built_site(name, shared)
    study, _ = load_project_study(project)
    with serving(folder) as home:
        yield ServedSite(name, home, folder, study, bool(project.settings.url))
