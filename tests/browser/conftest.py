"""A real Chromium, the sites it looks at, and pages that tell what went wrong on them."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from served import ROOT, ServedSite, once, served

from study_findings.render import accessibility as claims

# No name resolves, so that a request to another host fails, and is seen, even on a machine online.
ARGUMENTS = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    "--no-first-run",
]
PATIENCE = 15_000
expect.set_options(timeout=PATIENCE)


def _executable() -> str:
    """Find the Chromium that `make test` names, or one that is there; fail in one sentence."""
    spec = importlib.util.spec_from_file_location(
        "ensure_chromium", ROOT / "tools/ensure_chromium.py"
    )
    assert spec is not None
    assert spec.loader is not None
    tool = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(tool)
    named = os.environ.get("CHROMIUM")
    found: str | None = tool.first_that_starts() if not named else None
    if named and tool.starts(named):
        found = named
    if found is None:
        pytest.fail(tool.NONE_FOUND, pytrace=False)
    return found


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    executable = _executable()
    with sync_playwright() as playwright:
        yield playwright.chromium.launch(executable_path=executable, args=ARGUMENTS)


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Give the folder that all workers of a test run share."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if "PYTEST_XDIST_WORKER" in os.environ else base) / "sites"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def sites(shared: Path) -> Iterator[Callable[[str], ServedSite]]:
    """Give a site by its name, `STUDY-ENGINE`: built once a run, served once a worker."""
    running: dict[str, ServedSite] = {}
    with ExitStack() as stack:

        def get(name: str) -> ServedSite:
            if name not in running:
                running[name] = stack.enter_context(served(name, shared))
            return running[name]

        yield get


@pytest.fixture
def site(request: pytest.FixtureRequest, sites: Callable[[str], ServedSite]) -> ServedSite:
    """Give the site that a test names with `@pytest.mark.parametrize("site", …, indirect=True)`."""
    return sites(request.param)


class Watch:
    """Note what goes wrong on a context's pages: errors, failed and foreign requests, dialogs."""

    def __init__(self, context: BrowserContext) -> None:
        self.complaints: list[str] = []
        context.on("console", self._console)
        context.on("weberror", lambda error: self.complaints.append(f"error: {error.error}"))
        context.on("request", self._request)
        context.on("requestfailed", self._failed)
        context.on("response", self._response)
        context.on("dialog", self._dialog)

    def take(self) -> list[str]:
        """Give what was noted since the last time."""
        taken = self.complaints[:]
        self.complaints.clear()
        return taken

    def _console(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"console {message.type}: {message.text}")

    def _request(self, request: Any) -> None:
        if not request.url.startswith(("http://127.0.0.1:", "data:", "blob:")):
            self.complaints.append(f"request to another host: {request.url}")

    def _failed(self, request: Any) -> None:
        # The reader left the page before it had all.
        if request.failure != "net::ERR_ABORTED":
            self.complaints.append(f"request failed: {request.url} {request.failure}")

    def _response(self, response: Any) -> None:
        if response.status >= 400:
            self.complaints.append(f"answer {response.status}: {response.url}")

    def _dialog(self, dialog: Any) -> None:
        self.complaints.append(f"dialog: {dialog.message}")
        dialog.dismiss()


@pytest.fixture
def open_context(browser: Browser) -> Iterator[Callable[..., BrowserContext]]:
    """Give a function that opens a context of its own: a reader with these settings."""
    with ExitStack() as stack:

        def open_(**settings: Any) -> BrowserContext:
            context = stack.enter_context(browser.new_context(**settings))
            context.set_default_timeout(PATIENCE)
            return context

        yield open_


@pytest.fixture
def page(open_context: Callable[..., BrowserContext]) -> Iterator[Page]:
    """Give a page on a desk's screen; whatever goes wrong on it fails the test."""
    context = open_context(viewport={"width": 1280, "height": 800}, color_scheme="light")
    watch = Watch(context)
    yield context.new_page()
    assert watch.take() == []


@pytest.fixture
def keys(open_context: Callable[..., BrowserContext]) -> Page:
    """Give a page whose reader wants no motion; the pointer is never used on it."""
    settings = {"viewport": {"width": 1280, "height": 800}, "reduced_motion": "reduce"}
    return open_context(**settings).new_page()


@pytest.fixture
def on_each_page(
    open_context: Callable[..., BrowserContext], shared: Path
) -> Callable[[ServedSite, str], dict[str, Any]]:
    """Give what a script says on each page of a site, on the narrowest screen.

    What went wrong on a page comes under `complaints`. The pages an engine only copies are visited
    under MkDocs alone, and all once a run, whichever worker is asked first.
    """

    def visit(site: ServedSite, script: str) -> dict[str, Any]:
        digest = hashlib.sha256(script.encode()).hexdigest()[:12]
        kept = shared / f"{site.name}-{digest}.json"

        def make() -> None:
            context = open_context(viewport={"width": claims.NARROWEST, "height": 640})
            watch, page = Watch(context), context.new_page()
            found = {}
            skipped = set(site.copied_pages) if site.name.endswith("zensical") else set()
            for path in site.pages:
                if path not in skipped:
                    page.goto(site.at(path))
                    said = page.evaluate(script)
                    found[path] = {**said, "complaints": watch.take()}
            kept.write_text(json.dumps(found), "utf-8")

        once(kept, make)
        found: dict[str, Any] = json.loads(kept.read_text("utf-8"))
        return found

    return visit
