"""The command line: `findings`; with `terminal`, all that prints."""

from __future__ import annotations

import io
import json
import os
import sys
import traceback
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from shlex import quote
from textwrap import indent
from typing import Any, Final, NoReturn

import click

from .. import __version__
from ..build import Built, build
from ..checking import check_project
from ..editing import (
    Plan,
    carry_out,
    find_remains,
    forget,
    history_advice,
    last_change,
    plan_clearance,
    plan_withdrawal,
)
from ..editing import undo as undo_change
from ..editing.scaffold import copy_starter
from ..editing.translate import plan_translation
from ..engines import ENGINES
from ..model.editors import FOLDER, SETTINGS, advice, lacking_settings, write_schemas
from ..model.schema import json_schemas
from ..problems import BuildError, Problem, StudyError, has_failed, reporting
from ..problems.rules import RULES
from ..problems.rules.pages import explanation, overview
from ..project import (
    Project,
    find_configuration,
    find_project,
    problems_placed,
    require_usual_folders,
)
from ..reading.wording import did_you_mean
from .terminal import Progress, run_preview

# What a shell gives for a program that a signal ended: 128 and the signal's number.
INTERRUPTED: Final = 130
BROKEN_PIPE: Final = 141
DEBUG: Final = "FINDINGS_DEBUG"
PACKAGE: Final = Path(__file__).resolve().parents[1]

STUDY = click.option(
    "--study",
    type=click.Path(path_type=Path, exists=True, file_okay=False),
    help="Folder of the study; found from mkdocs.yml where left out.",
)
YES = click.option("--yes", "-y", is_flag=True, help="Do it without asking.")
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(list(reporting.FORMATS)),
    default="text",
    show_default=True,
    help="How problems are written: for people, for programs, or as GitHub annotations.",
)
UNDO = "To take this back: findings undo"
WORDS_KEPT = (
    "Until your next change, the words are kept for that in .findings/undo/, on this computer only. "
    "To delete them there: findings undo --forget"
)


class Findings(click.Group):
    """A group of commands whose problems come out as lines and exit codes, never as a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; exit 1 with every problem where the study or a tool fails, 130 on Ctrl-C."""
        _tolerate_poor_terminals()
        try:
            return super().invoke(ctx)
        except StudyError as error:
            _fail(reporting.as_text(error.problems))
        except BuildError as error:
            _fail(str(error))
        except BrokenPipeError:
            # Whoever read the output has had enough; Python would complain at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(BROKEN_PIPE)
        except OSError as error:
            _fail(reporting.system_error(error))
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)
            sys.exit(INTERRUPTED)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if DEBUG in os.environ:
                raise
            _fail(_unforeseen(error))


def _unforeseen(error: Exception) -> str:
    """Name a failure of this program by its kind and place alone: its words may quote a study."""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if Path(frame.filename).is_relative_to(PACKAGE)]
    frame = own[-1]
    place = Path(frame.filename).relative_to(PACKAGE.parent).as_posix()
    return (
        f"findings failed in a way that was not foreseen: {type(error).__name__} at {place},"
        f" line {frame.lineno}. Please report this sentence to its makers; it holds nothing of your"
        f" study. With {DEBUG}=1 set, all of it is printed, which may quote your files"
    )


def _tolerate_poor_terminals() -> None:
    """Print letters that the terminal or a redirection cannot hold as escapes, not as an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)


@click.group(cls=Findings, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="findings")
def main() -> None:
    """Publish the findings of a qualitative study as a website."""


@main.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--empty", "is_empty", is_flag=True, help="Begin with nothing to delete.")
def init(folder: Path, is_empty: bool) -> None:
    """Begin a new study in FOLDER: a small, fictional one that checks and builds, or an empty one."""
    written = copy_starter(folder, is_empty)
    click.echo(f"Wrote {len(written)} files to {folder}. Next:")
    click.echo(f"  cd {quote(str(folder))}\n  findings check\n  findings serve --open")
    then = "write your study into it" if is_empty else "replace the fictional study with yours"
    click.echo(f"Then {then}; README.md says how.")


@main.command()
@STUDY
@FORMAT
@click.option("--strict", is_flag=True, help="Fail on warnings too.")
def check(study: Path | None, form: str, strict: bool) -> None:
    """Check the study and list every problem with its file, line and remedy."""
    project = find_project(study)
    checked = check_project(project)
    click.echo(reporting.FORMATS[form](checked.all))
    if has_failed(checked.all, strict):
        sys.exit(1)
    if form == "text" and has_failed(checked.problems, strict=True):
        click.echo(reporting.WORKFLOW_FAILS)


@main.command(name="build")
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
def build_command(study: Path | None, engine: str, site_dir: Path | None, strict: bool) -> None:
    """Check the study, build its site, index it and look for leaks."""
    project = find_project(study)
    with Progress() as progress:
        built = build(project, engine, site_dir, progress, _say_that_it_waits, strict)
    if progress.is_drawn:
        click.echo(progress.times(), err=True)
    _tell(project, built)


def _say_that_it_waits() -> None:
    click.echo("Another build of this study is running; this one waits for its end.", err=True)


def _tell(project: Project, built: Built) -> None:
    _warn(built.problems)
    counts = [
        _count(built.themes, "theme"),
        _count(built.quotations, "quotation"),
        _count(built.tombstones, "tombstone"),
        _count(built.pages, "page"),
    ]
    where = project.shown(built.site_dir)
    click.echo(f"Built {', '.join(counts)} in {built.seconds:.1f} s.")
    click.echo(f"The site is in {where}/. To look at it:")
    click.echo(f"  python3 -m http.server --directory {quote(where)} 8000")
    click.echo("and open http://localhost:8000/ (or run `findings serve` while you write).")


def _warn(problems: Sequence[Problem]) -> None:
    for problem in problems:
        click.echo(reporting.one_line(problem), err=True)


def _count(number: int, noun: str) -> str:
    return f"{number:,} {noun}{'' if number == 1 else 's'}"


@main.command()
@STUDY
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="Where the preview is: http://localhost:PORT/.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the page in a browser.")
def serve(study: Path | None, port: int, open_browser: bool) -> None:
    """Preview the site on this computer; it follows each edit of the study."""
    run_preview(*find_configuration(study), port, open_browser)


@main.command()
@STUDY
@click.argument("ids", nargs=-1, metavar="[ID]...")
@click.option("--all", "everything", is_flag=True, help="Clear every quotation in private/.")
@click.option("--by", required=True, help="Initials or role of the reviewer.")
@YES
def clear(study: Path | None, ids: tuple[str, ...], everything: bool, by: str, yes: bool) -> None:
    """Move reviewed quotations from private/ to the study, marked as cleared today."""
    if bool(ids) == everything:
        raise click.UsageError("name the quotations to clear, or use --all")
    project = find_project(study)
    require_usual_folders(project)
    with problems_placed(project):
        plan = plan_clearance(project.root, None if everything else ids, by, date.today())
    if not plan.steps:
        click.echo("Nothing in private/ waits to be cleared.")
        return
    _show(plan, "Will be published, as reviewed by " + by.strip())
    _ask(yes)
    with problems_placed(project):
        carry_out(plan)
    click.echo(f"Cleared {_count(len(plan.ids), 'quotation')}: {', '.join(plan.ids)}.")
    click.echo(UNDO)


@main.command()
@STUDY
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@YES
def withdraw(study: Path | None, ids: tuple[str, ...], yes: bool) -> None:
    """Take quotations back: their words go, a tombstone stays at their address."""
    project = find_project(study)
    require_usual_folders(project)
    with problems_placed(project):
        plan = plan_withdrawal(project.root, ids, date.today())
    _show(plan, "Will be taken out, and a tombstone left in place of each")
    public = [(folder, project.shown(folder)) for folder in (project.data_dir, project.content_dir)]
    if remains := find_remains(plan, public):
        click.echo(f"{reporting.as_text(remains)}\n")
    _ask(yes)
    with problems_placed(project):
        carry_out(plan)
    click.echo(f"Withdrew {_count(len(plan.ids), 'quotation')}: {', '.join(plan.ids)}.")
    click.echo(f"{UNDO}\n{WORDS_KEPT}")
    click.echo(history_advice(plan.ids, [project.shown(project.data_dir / "quotations")]))


def _show(plan: Plan, what: str) -> None:
    """List each record a plan is about, with all its words."""
    click.echo(f"{what}:")
    for step in plan.steps:
        way = step.source if step.source == step.target else f"{step.source} -> {step.target}"
        click.echo(f"\n{step.id}, {way}")
        click.echo(indent(step.lines.rstrip(), "    "))
    click.echo()


def _ask(yes: bool) -> None:
    """Go on where an author agrees; else end, nothing changed."""
    if yes:
        return
    if not _may_ask():
        raise click.UsageError("nobody is here to be asked, so nothing was changed; add --yes")
    if not click.confirm("Go on?"):
        click.echo("Nothing was changed.")
        sys.exit(1)


def _may_ask() -> bool:
    return sys.stdin.isatty()


@main.command()
@STUDY
@click.argument("language", metavar="LANG")
@YES
def translate(study: Path | None, language: str, yes: bool) -> None:
    """Begin a translation into LANG (ur, ps …): write the files that it lacks, no other."""
    project = find_project(study)
    shown = project.shown(project.data_dir)
    begun = plan_translation(project.root, project.data_dir, language, shown)
    if not begun.written:
        click.echo("Nothing to write: the study and every theme have their files.")
    else:
        click.echo("Will be written:")
        for path in begun.written:
            click.echo(f"  {project.shown(path)}")
        _ask(yes)
        carry_out(begun.plan)
        click.echo(f"Wrote {_count(len(begun.written), 'file')}.")
        click.echo(f"Open each and follow the comment at its top. {UNDO}")
    _warn(begun.problems)


@main.command()
@STUDY
@click.option("--forget", "only_forget", is_flag=True, help="Delete what is kept; undo nothing.")
@YES
def undo(study: Path | None, only_forget: bool, yes: bool) -> None:
    """Take back what clear, withdraw, translate or undo did last."""
    project = find_project(study)
    if only_forget:
        gone = forget(project.root)
        click.echo("Deleted what was kept for undoing." if gone else "Nothing was kept.")
        return
    with problems_placed(project):
        kept = last_change(project.root)
    click.echo(f"Takes back `{kept.command}`:")
    for effect in kept.effects:
        click.echo(f"  {effect}")
    _ask(yes)
    undo_change(kept)
    click.echo(f"Took back `{kept.command}`. {UNDO}")


@main.command()
@click.argument("kind", required=False)
@STUDY
@click.option("--write", is_flag=True, help="Put them where editors find them, in the study.")
def schema(kind: str | None, study: Path | None, write: bool) -> None:
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


@main.command()
@click.argument("rule", required=False)
def explain(rule: str | None) -> None:
    """Say what a RULE that a problem names means, why it is there, and how to mend it; or list all."""
    if rule is None:
        click.echo(overview())
    elif rule in RULES:
        click.echo(explanation(RULES[rule]))
    else:
        guess = did_you_mean(rule, RULES) or "`findings explain` lists them all"
        raise click.UsageError(f'there is no rule "{rule}"; {guess}')
