"""Who may ask the desk: a page that it made itself, on this computer, in this session."""

from __future__ import annotations

import hmac
import secrets
from typing import Final

from flask import Flask, Request, Response, abort, request

HOSTS: Final = ("127.0.0.1", "localhost")
POLICY: Final = "; ".join(
    [
        "default-src 'none'",
        "style-src 'self'",
        "script-src 'self'",
        "img-src 'self'",
        "font-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    ]
)
HEADERS: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    # Not `no-referrer`: with it, browsers send forms without their origin, which is checked.
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}
CHANGES: Final = frozenset({"POST", "PUT", "PATCH", "DELETE"})


def new_secret() -> str:
    """Make the part of the desk's address that nobody can guess."""
    return secrets.token_urlsafe(24)


def guard(app: Flask, secret: str, port: int) -> None:
    """Refuse whatever did not come from the desk's own pages, before anything is looked at.

    A page of another site can have a browser send requests here, and by a name of its own that
    leads to this computer even read the answers: so the host has to be this computer's own, the
    address has to hold the secret, and what changes anything has to come from the desk's origin.
    """
    allowed = frozenset(f"{host}:{port}" for host in HOSTS)

    @app.before_request
    def refuse_strangers() -> None:
        if request.host not in allowed:
            abort(403, "The desk answers at its own address on this computer only.")
        _, _, rest = request.path.partition("/")
        if not hmac.compare_digest(rest.partition("/")[0].encode(), secret.encode()):
            abort(403, "This address lacks the secret that `findings desk` printed.")
        if request.method in CHANGES and not _is_from_here(request):
            abort(403, "Only the desk's own pages can change anything.")

    @app.after_request
    def protect(response: Response) -> Response:
        response.headers.update(HEADERS)
        return response


def _is_from_here(asked: Request) -> bool:
    return asked.headers.get("Origin") == f"http://{asked.host}"
