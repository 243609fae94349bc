"""`findings schema`: what editors know of the files by."""

from __future__ import annotations

import json
from pathlib import Path

import click

from ..model.editors import FOLDER, SETTINGS, advice, lacking_settings, write_schemas
from ..model.schema import json_schemas
from ..project import Project, find_project
from .shared_options import STUDY


@click.command()
@click.argument("kind", required=False)
@STUDY
@click.option("--write", is_flag=True, help="Put them where editors find them, in the study.")
def command(kind: str | None, study: Path | None, write: bool) -> None:
    """Print the JSON Schema of one kind of file, or of all, for editors; or write them."""
    schemas = json_schemas()
    if kind is not None and kind not in schemas:
        raise click.UsageError(f"there is no kind {kind!r}; one of {', '.join(schemas)}")
    if write:
        _write_schemas(find_project(study))
        return
    click.echo(advice(kind), err=True)
    click.echo(json.dumps(schemas[kind] if kind else schemas, ensure_ascii=False, indent=2))


def _write_schemas(project: Project) -> None:
    written = write_schemas(project.root)
    click.echo(f"Wrote {len(written)} files to {project.shown(project.root / FOLDER)}/.")
    if lacking := lacking_settings(project.root):
        click.echo(f"{project.shown(project.root / SETTINGS)} was left as it is. {lacking}")
