"""The preview's server: the last good site, each page with what the preview has to say of it."""

from __future__ import annotations

import contextlib
import errno
import http.client
import json
import os
import threading
import time
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Final, cast
from urllib.parse import quote, unquote, urlsplit

from ..problems import BuildError
from .banner import empty_page, with_banner

HOST: Final = "127.0.0.1"
STATE: Final = "/.findings/state"
PORTS: Final = range(1, 65536)
# Seconds that another preview, which may be building, has to say that it is one.
ASKED_FOR: Final = 5
# What a machine's own list of types may lack or have wrong.
TYPES: Final = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
}


@dataclass(frozen=True)
class Showing:
    """Name the built site that is shown, if any, the path it stands at, and what lies over it.

    Browsers load their page again when `number` has changed.
    """

    site: Path | None = None
    mount: str = "/"
    number: int = 0
    banner: str = ""


class Server(ThreadingHTTPServer):
    """Answer browsers on this machine with what is shown at the moment they ask."""

    daemon_threads = True
    # Elsewhere, this would let two programs have one port.
    allow_reuse_address = os.name == "posix"

    def __init__(self, port: int) -> None:
        super().__init__((HOST, port), _Handler)
        self.showing = Showing()
        self.began = time.time_ns()

    @property
    def address(self) -> str:
        """Name the address of the site's home page."""
        return f"http://{HOST}:{self.server_port}{quote(self.showing.mount)}"

    def site_token(self, showing: Showing) -> str:
        """Name one site of one preview, so that a browser tells a newer one."""
        return f"{self.began}-{showing.number}"

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of a browser that went away before it had its answer."""

    def start(self) -> None:
        """Begin to answer, beside what else goes on."""
        threading.Thread(target=self.serve_forever, daemon=True).start()


@contextlib.contextmanager
def open_server(port: int) -> Iterator[Server]:
    """Take a port of this machine; raises BuildError where that cannot be."""
    try:
        server = Server(port)
    except OSError as error:
        raise BuildError(_why_not(port, error)) from None
    try:
        yield server
    finally:
        server.server_close()


def _why_not(port: int, error: OSError) -> str:
    other = _free_port(port)
    remedy = f"use another: findings serve --port {other}" if other else "use another, with --port"
    if error.errno in (errno.EADDRINUSE, errno.EACCES) and _is_preview(port):
        stop = "stop it with Ctrl-C where it runs, or"
        return f"Port {port} is taken by another `findings serve`; {stop} {remedy}"
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} is taken by another program; {remedy}"
    if error.errno == errno.EACCES:
        return f"Port {port} is not open to you; {remedy}"
    return f"Port {port} cannot be used: {error.strerror or error}; {remedy}"


def _free_port(port: int) -> int | None:
    """Find the next port that a preview could have."""
    others: list[int] = [*range(port + 1, port + 20), *range(8000, 8020)]
    for other in others:
        if other in PORTS:
            with contextlib.suppress(OSError), Server(other):
                return other
    return None


def _is_preview(port: int) -> bool:
    """Ask whoever has a port whether it is a preview too."""
    try:
        with urllib.request.urlopen(f"http://{HOST}:{port}{STATE}", timeout=ASKED_FOR) as answer:
            state = json.loads(answer.read(1_000_000))
    # Whoever has the port may speak no HTTP.
    except (OSError, ValueError, http.client.HTTPException):
        return False
    return isinstance(state, dict) and "banner" in state


class _Handler(SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | TYPES

    @property
    def preview(self) -> Server:
        return cast("Server", self.server)

    def do_GET(self) -> None:
        """Answer with a file of the site, or with the state of the preview."""
        showing = self.preview.showing
        path = unquote(urlsplit(self.path).path)
        if path == STATE:
            state = {"site": self.preview.site_token(showing), "banner": showing.banner}
            self._answer(HTTPStatus.OK, json.dumps(state).encode(), "application/json")
        elif showing.site is None:
            self._page(HTTPStatus.SERVICE_UNAVAILABLE, empty_page(), showing)
        elif path == "/" != showing.mount:
            self._answer(HTTPStatus.FOUND, b"", "text/plain", location=quote(showing.mount))
        elif page := self._page_file(path, showing):
            self._page(HTTPStatus.OK, page.read_bytes(), showing)
        else:
            super().do_GET()

    def _page_file(self, path: str, showing: Showing) -> Path | None:
        file = Path(self.translate_path(self.path))
        if path.endswith("/"):
            file /= "index.html"
        return file if file.suffix == ".html" and file.is_file() else None

    def translate_path(self, path: str) -> str:
        """Give the file of an address; of one outside the site, a file that is not there."""
        showing = self.preview.showing
        asked = urlsplit(path).path
        mount = quote(showing.mount)
        self.directory = str(showing.site)
        if not f"{asked}/".startswith(mount) or "%00" in asked:
            return f"{self.directory}/outside-the-site"
        return super().translate_path(f"/{asked[len(mount) :]}")

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer what is not there with the site's own page for it."""
        showing = self.preview.showing
        page = showing.site / "404.html" if showing.site else None
        if code == HTTPStatus.NOT_FOUND and page and page.is_file():
            self._page(code, page.read_bytes(), showing)
        else:
            super().send_error(code, message, explain)

    def list_directory(self, path: str | os.PathLike[str]) -> None:
        """Refuse to list a folder: a published site does not either."""
        self.send_error(HTTPStatus.NOT_FOUND)

    def end_headers(self) -> None:
        """Keep browsers from keeping what the next edit changes."""
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """Print nothing: the terminal is for what an author does."""

    def _page(self, code: int, page: bytes, showing: Showing) -> None:
        html = with_banner(page, showing.banner, self.preview.site_token(showing))
        self._answer(code, html, TYPES[".html"])

    def _answer(self, code: int, content: bytes, kind: str, location: str = "") -> None:
        self.send_response(code)
        if location:
            self.send_header("Location", location)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
