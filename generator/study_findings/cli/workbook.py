"""`findings workbook`: the study as a workbook to be filled in."""

from __future__ import annotations

from pathlib import Path

import click

from ..project import find_project, require_usual_folders
from ..repository.git import find_repository
from ..whole_files import write_whole
from ..workbook.book import as_workbook
from ..workbook.rows import read_rows
from .shared_options import STUDY, YES


@click.command()
@STUDY
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, dir_okay=False),
    help="The file to write; beside the study's folder, named as it is, where left out.",
)  # fmt: skip
@click.option("--empty", "is_empty", is_flag=True, help="Sheets without records, to be filled in.")
@click.option("--waiting", is_flag=True, help="With what waits in private/: keep that file safe.")
@YES
def command(
    study: Path | None, output: Path | None, is_empty: bool, waiting: bool, yes: bool
) -> None:
    """Write the study as one workbook (.xlsx), to be filled in and brought back by `import`.

    It stands outside the repository, or where git ignores it, and never in the study's folders.
    """
    project = find_project(study)
    require_usual_folders(project)
    root = project.root.resolve()
    target = (output or root.parent / f"{root.name}.xlsx").resolve()
    if target.suffix.lower() != ".xlsx":
        raise click.UsageError("a workbook's name ends in .xlsx")
    if not target.parent.is_dir():
        raise click.UsageError(f"there is no folder {target.parent.name} to write it in")
    repository = find_repository(target.parent)
    own = (project.data_dir, project.private_dir, project.content_dir, project.site_dir)
    is_taken = repository is not None and repository.takes(target)
    if is_taken or any(target.is_relative_to(folder.resolve()) for folder in own):
        raise click.UsageError(
            "a workbook may hold what is not published, and git or a build would take it from "
            "there: name a file outside the repository by -o"
        )
    if repository is None and target.is_relative_to(root):
        raise click.UsageError("name a file outside the study's folder by -o")
    if target.exists() and not yes:
        raise click.UsageError(
            f"{target.name} is there already, and was left as it is; add --yes to replace it"
        )
    rows = [] if is_empty else read_rows(root, waiting)
    write_whole(target, as_workbook(rows, waiting and not is_empty))
    click.echo(f"Wrote {len(rows)} records to {target}.")
    if waiting and not is_empty:
        click.echo("It holds words that nobody cleared: never send or publish it.")
    click.echo("Bring it back by `findings import`: changes are shown before they are written.")
