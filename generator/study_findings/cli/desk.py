"""`findings desk`: the author's page on this computer."""

from __future__ import annotations

import signal
import webbrowser
from contextlib import suppress
from pathlib import Path
from threading import Thread

import click

from ..desk.app import make_app
from ..desk.guard import new_secret
from ..desk.serving import open_port
from ..desk.state import open_desk
from ..project import find_project, require_usual_folders
from .shared_options import STUDY


@click.command()
@STUDY
@click.option(
    "--port",
    type=click.IntRange(1024, 65535),
    default=8100,
    show_default=True,
    help="Where the desk is on this computer.",
)
@click.option("--open/--no-open", "open_browser", default=True, help="Open it in a browser.")
def command(study: Path | None, port: int, open_browser: bool) -> None:
    """Open the desk: review what waits, write, and see how far the study is, in a browser."""
    project = find_project(study)
    require_usual_folders(project)
    secret = new_secret()
    for stopping in (signal.SIGINT, signal.SIGTERM):
        # A shell has what it starts in the background ignore the first.
        signal.signal(stopping, signal.default_int_handler)
    with suppress(KeyboardInterrupt), open_port(port) as listening:
        app = make_app(open_desk(project), secret, port)
        address = f"http://127.0.0.1:{port}/{secret}/"
        click.echo(f"The desk is open at {address}")
        click.echo("Only who has this address can use it. Ctrl-C closes the desk.")
        if open_browser:
            # Some browsers return only when they are closed.
            Thread(target=webbrowser.open, args=(address,), daemon=True).start()
        listening.serve(app)
    click.echo("\nClosed.")
