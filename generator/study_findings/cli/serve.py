"""`findings serve`: a preview that follows each edit."""

from __future__ import annotations

import signal
import tempfile
import webbrowser
from contextlib import suppress
from datetime import datetime
from pathlib import Path

import click

from ..engines.stages import PREVIEW
from ..preview import Changed, Preview, open_server
from ..project import find_configuration
from .shared_options import STUDY
from .terminal import ProgressBar


@click.command()
@STUDY
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="Where the preview is: http://localhost:PORT/.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the page in a browser.")
def command(study: Path | None, port: int, open_browser: bool) -> None:
    """Preview the site on this computer; it follows each edit of the study."""
    _preview(*find_configuration(study), port, open_browser)


def _preview(configuration: Path, data_dir: Path | None, port: int, open_browser: bool) -> None:
    """Preview a site until it is interrupted; say in a line what each edit changed and came to.

    Raises BuildError where the port cannot be had.
    """
    for stopping in (signal.SIGINT, signal.SIGTERM):
        # A shell has what it starts in the background ignore the first.
        signal.signal(stopping, signal.default_int_handler)
    with (
        suppress(KeyboardInterrupt),
        open_server(port) as server,
        tempfile.TemporaryDirectory(prefix="findings-", ignore_cleanup_errors=True) as kept,
    ):
        preview = Preview(configuration, data_dir, Path(kept), server)
        with ProgressBar(stages=PREVIEW) as progress:
            begun = preview.rebuild(progress)
        click.echo("\n".join(begun.lines()))
        click.echo(f"Serving on {server.address}")
        click.echo("It follows each file you save. Ctrl-C stops it.")
        server.start()
        if open_browser:
            webbrowser.open(server.address)
        for event in preview.follow():
            if isinstance(event, Changed):
                click.echo(f"{datetime.now():%H:%M:%S} {event.words}: ", nl=False)
            else:
                click.echo("\n".join(event.lines()))
    click.echo("\nStopped.")
