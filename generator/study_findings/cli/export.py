"""`findings export`: one file of what is published, for a journal, a deposit or another program."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Final

import click

from ..exporters.all_formats import FORMATS
from ..exporting import FOLDER, export, place
from ..language import SOURCE_LANGUAGE, interface_for
from ..problems.output import counted
from ..project import find_project
from ..reading.phrases import did_you_mean
from .shared_options import STUDY, YES
from .telling import warn

STANDARD_OUTPUT: Final = "-"


class _Command(click.Command):
    """A command whose help lists the formats, each with what it is for."""

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the formats below the options."""
        say = interface_for(SOURCE_LANGUAGE)
        with formatter.section("Formats"):
            formatter.write_dl([(name, format_.describe(say)) for name, format_ in FORMATS.items()])


@click.command(cls=_Command)
@click.argument("format_", metavar="FORMAT")
@STUDY
@click.option(
    "-o",
    "--output",
    "output",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help=f"The file to write, or - for standard output; {FOLDER}/FORMAT where left out.",
)
@click.option(
    "--language", default="", metavar="LANG", help="The study in a language it is translated into."
)
@YES
def command(
    format_: str, study: Path | None, output: Path | None, language: str, yes: bool
) -> None:
    """Write one file of what is published; FORMAT is the name of such a file, as in the list below.

    A file that stands there already is replaced only with --yes.
    """
    name = resolved(format_)
    project = find_project(study)
    target = output or project.root / FOLDER / name
    is_file = str(output) != STANDARD_OUTPUT
    if is_file and target.exists() and not yes:
        raise click.UsageError(
            f"{project.shown(target)} is there already, and was left as it is; add --yes to "
            "replace it, or name another file with -o"
        )
    made = export(project, name, language)
    warn(made.problems)
    if not is_file:
        sys.stdout.buffer.write(made.content)
        return
    written = place(project, name, made.content, output)
    size = counted(max(1, round(len(made.content) / 1024)), "kB").rstrip("s")
    click.echo(f"Wrote {project.shown(written)}, {size}. It holds nothing that is not published.")


def resolved(word: str) -> str:
    """Find a format by its file's name, however that is punctuated, or by an ending of one alone.

    Raises UsageError that lists the formats it may be.
    """
    folded = word.casefold().replace("_", "-")
    alike = [name for name in FORMATS if folded in (name, name.replace(".", "-"))]
    alike = alike or [name for name in FORMATS if name.rpartition(".")[2] == folded.lstrip(".")]
    if len(alike) == 1:
        return alike[0]
    listed = ", ".join(alike or FORMATS)
    if alike:
        raise click.UsageError(f"several formats are {word}: {listed}; name one of them")
    guess = did_you_mean(word, FORMATS)
    raise click.UsageError(
        f"there is no format {word!r}; {f'{guess} ' if guess else ''}there is: {listed}"
    )
