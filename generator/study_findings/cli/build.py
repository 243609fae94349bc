"""`findings build`: the whole site."""

from __future__ import annotations

from pathlib import Path
from shlex import quote

import click

from ..build import Built, build
from ..engines import ENGINES
from ..engines.lock import WAITS
from ..problems.output import counted
from ..project import Project, find_project
from .shared_options import STUDY
from .telling import warn
from .terminal import ProgressBar


@click.command()
@STUDY
@click.option(
    "--engine",
    type=click.Choice(list(ENGINES)),
    default="mkdocs",
    show_default=True,
    help="What builds the site; the addresses are the same.",
)
@click.option(
    "--site-dir",
    type=click.Path(path_type=Path, file_okay=False),
    help="Where the site goes: site_dir of mkdocs.yml, or else `site`, where left out.",
)
@click.option("--strict", is_flag=True, help="Fail on warnings too, before anything is built.")
def command(study: Path | None, engine: str, site_dir: Path | None, strict: bool) -> None:
    """Check the study, build its site, index it and look for leaks."""
    project = find_project(study)
    with ProgressBar() as progress:
        built = build(project, engine, site_dir, progress, _say_that_it_waits, strict)
    if progress.is_drawn:
        click.echo(progress.times(), err=True)
    _tell(project, built)


def _say_that_it_waits() -> None:
    click.echo(WAITS, err=True)


def _tell(project: Project, built: Built) -> None:
    warn(built.problems)
    counts = [
        counted(built.themes, "theme"),
        counted(built.quotations, "quotation"),
        counted(built.tombstones, "tombstone"),
        counted(built.pages, "page"),
    ]
    where = project.shown(built.site_dir)
    click.echo(f"Built {', '.join(counts)} in {built.seconds:.1f} s.")
    click.echo(f"The site is in {where}/. To look at it:")
    click.echo(f"  python3 -m http.server --directory {quote(where)} 8000")
    click.echo("and open http://localhost:8000/ (or run `findings serve` while you write).")
