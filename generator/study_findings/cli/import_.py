"""`findings import`: what a team has already, brought into the study."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import click

from ..editing import carry_out
from ..editing.scaffold import copy_starter
from ..handing_over import handed_over
from ..importers.bringing import Brought, plan_import
from ..importers.found import Pseudonym
from ..importers.options import OFFSETS, Options
from ..importers.pseudonym_table import keep, table_for
from ..importers.registry import READERS
from ..importers.together import read_together
from ..project import Project, find_project, problems_placed, require_usual_folders
from ..study_folder import CONFIGURATION
from ..workbook.bringing import plan_workbook
from ..workbook.filled_in import is_workbook, read_workbook
from .shared_options import STUDY, YES
from .telling import UNDO, ask

_MOST_FILES = 40


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(path_type=Path, exists=True, dir_okay=False)
)
@click.option(
    "--format", "form", type=click.Choice(list(READERS)),
    help="What the files are; told from what they hold where left out.",
)  # fmt: skip
@click.option(
    "--map", "columns", multiple=True, metavar="FIELD=COLUMN",
    help="Which column holds what: `text=Verbatim`. As often as needed.",
)  # fmt: skip
@click.option(
    "--separator", default="", help="What parts the levels of a theme or code in one cell."
)
@click.option(
    "--several", default="", metavar="MARK",
    help="What parts several quotations in one cell: a mark, or `lines`.",
)  # fmt: skip
@click.option(
    "--joined", default="", metavar="MARK",
    help="What parts several codes or themes in one cell: a mark, or `lines`.",
)  # fmt: skip
@click.option("--sheet", "sheets", multiple=True, help="The sheet to read; all where left out.")
@click.option("--group", default="", help="Whose words they are, where the file does not say.")
@click.option("--language", default="", help="The language of the quotations, as a tag: `ur`.")
@click.option("--original-language", default="", help="The language of the originals, as a tag.")
@click.option(
    "--offsets", type=click.Choice(OFFSETS),
    help="How a QDA project counts characters; tried where left out.",
)  # fmt: skip
@click.option(
    "--pseudonyms", type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A CSV of names in the source and the ids that stand for them.",
)  # fmt: skip
@click.option("--pseudonymise", is_flag=True, help="Make neutral ids for those it does not name.")
@click.option(
    "--into", type=click.Path(path_type=Path, file_okay=False),
    help="The folder of the study; one is begun there where none is.",
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help="Say what would come of it, and change nothing.")
@STUDY
@YES
def command(
    files: tuple[Path, ...], form: str | None, columns: tuple[str, ...], separator: str,
    several: str, joined: str, sheets: tuple[str, ...], group: str, language: str,
    original_language: str, offsets: str | None, pseudonyms: Path | None, pseudonymise: bool,
    into: Path | None, dry_run: bool, study: Path | None, yes: bool,
) -> None:  # fmt: skip
    """Bring FILES into the study: Word, tables, projects of QDA tools, a filled-in workbook.

    Quotations and participants wait in private/, for nobody cleared them; themes, codebook and
    sessions go to themes_data/. All is shown before anything is written.
    """
    if into is not None and study is not None:
        raise click.UsageError("--into and --study name the same: give one of them")
    if form is None and any(map(is_workbook, files)):
        _bring_workbook(files, into or study, dry_run, yes)
        return
    is_new = into is not None and not (into / CONFIGURATION).is_file()
    root = into if into is not None and is_new else _project(into or study).root
    table = table_for(root, pseudonyms) if pseudonymise else None
    if table is not None and table.is_file():
        pseudonyms = table
    options = Options(
        _columns(columns), separator.encode().decode("unicode_escape"), joined, several, sheets,
        next((known for known in OFFSETS if known == offsets), None), pseudonyms, pseudonymise,
        group=group, language=language, original_language=original_language,
    )  # fmt: skip
    named = f"findings import {' '.join(path.name for path in files)}"
    if into is not None and is_new:
        brought, made = _tried(into, files, form or "", options, named)
    else:
        project = _project(into or study)
        with problems_placed(project):
            brought, made = _planned(project.root, project.root, files, form or "", options, named)
    _tell(brought)
    if made and table is not None:
        click.echo(f"Pseudonyms made: {len(made)}. They go to {table}, and nowhere else.")
    _fail_where_nothing_comes(brought)
    if dry_run:
        click.echo("Nothing was changed.")
        return
    if not brought.plan.changes:
        click.echo("The study says all of this already: nothing was changed.")
        return
    ask(yes)
    if made and table is not None:
        keep(table, made)
    if into is not None and is_new:
        copy_starter(into, is_empty=True)
    project = _project(into or study)
    with problems_placed(project):
        carry_out(brought.plan.at(project.root))
    click.echo(
        f"Brought in. What waits for clearance stands in {project.shown(project.private_dir)}/."
    )
    click.echo(UNDO)


def _fail_where_nothing_comes(brought: Brought) -> None:
    if not brought.plan.changes and not any(report.came for report in brought.reports):
        raise click.ClickException(
            "nothing of it can come in, and nothing was changed: why stands above, row by row"
        )


def _bring_workbook(
    files: Sequence[Path], folder: Path | None, is_dry_run: bool, yes: bool
) -> None:
    """Bring in one workbook that this program wrote, into a study that stands already."""
    if len(files) > 1:
        raise click.UsageError("bring a workbook of findings in alone, without other files")
    name = files[0].name
    project = _project(folder)
    with problems_placed(project):
        book = read_workbook(files[0])
        comes = plan_workbook(project.root, book, f"findings import {name}")
    click.echo(f"Taken for a workbook of findings: {len(book.rows)} rows.")
    for line in comes.lines:
        click.echo(line)
    _tell(Brought(comes.plan, ()))
    if is_dry_run:
        click.echo("Nothing was changed.")
        return
    if not comes.plan.changes:
        click.echo("The study says all of this already: nothing was changed.")
        return
    ask(yes)
    with problems_placed(project):
        carry_out(comes.plan)
    click.echo("Brought in.")
    click.echo(UNDO)


def _project(folder: Path | None) -> Project:
    project = find_project(folder)
    require_usual_folders(project)
    return project


def _planned(
    root: Path, known: Path | None, files: Sequence[Path], form: str, options: Options, named: str
) -> tuple[Brought, list[Pseudonym]]:
    """Plan to bring files in; give the pseudonyms that were made too, and let go what was read.

    `known` is the study whose codes tell those of a table apart, where one stands already.
    """
    found = read_together(known, files, form, options)
    made = [one for _, here in found for one in here.pseudonyms]
    return plan_import(root, handed_over(found), options, named), made


def _tried(
    into: Path, files: Sequence[Path], form: str, options: Options, named: str
) -> tuple[Brought, list[Pseudonym]]:
    """Plan it in a new study that stands nowhere yet; raises StudyError as `init` does."""
    if into.exists() and any(into.iterdir()):
        copy_starter(into, is_empty=True)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder, "study")
        copy_starter(root, is_empty=True)
        return _planned(root, None, files, form, options, named)


def _columns(given: tuple[str, ...]) -> dict[str, str]:
    columns: dict[str, str] = {}
    for one in given:
        name, equals, column = one.partition("=")
        if not equals or not name.strip() or not column.strip():
            raise click.UsageError(f"--map takes FIELD=COLUMN, as text=Verbatim, and not {one}")
        columns[name.strip()] = column.strip()
    return columns


def _tell(brought: Brought) -> None:
    for number, report in enumerate(brought.reports, 1):
        which = f"File {number}: t" if len(brought.reports) > 1 else "T"
        click.echo(f"{which}aken for {report.format}.")
        for line in report.lines():
            click.echo(line)
    root = brought.plan.root
    changed = [change.path.relative_to(root).as_posix() for change in brought.plan.changes]
    if changed:
        click.echo("Files:")
        for path in changed[:_MOST_FILES]:
            click.echo(f"  {path}")
        if len(changed) > _MOST_FILES:
            click.echo(f"  and {len(changed) - _MOST_FILES} more")
