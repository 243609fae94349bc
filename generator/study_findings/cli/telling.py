"""What several commands say: warnings, counts, a plan before it is carried out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from textwrap import indent
from typing import Final

import click

from ..editing import Plan, delete_derived, earlier_words, find_remains
from ..problems import Problem, output
from ..project import Project
from ..repository import find_repository
from ..study_folder import CHECKLIST

UNDO: Final = "To take this back: findings undo"
WORDS_KEPT: Final = (
    "Until your next change, the words are kept for that in .findings/undo/, on this computer "
    "only. To delete them there: findings undo --forget"
)


def warn(problems: Sequence[Problem]) -> None:
    """Print each problem in a line, beside what a command made."""
    for problem in problems:
        click.echo(output.one_line(problem), err=True)


def show(plan: Plan, what: str) -> None:
    """List each record a plan is about, with all its words."""
    click.echo(f"{what}:")
    for step in plan.steps:
        way = step.source if step.source == step.target else f"{step.source} -> {step.target}"
        click.echo(f"\n{step.id}, {way}")
        click.echo(indent(step.lines.rstrip(), "    "))
    click.echo()


def ask(yes: bool) -> None:
    """Go on where an author agrees; else end, nothing changed."""
    if not wants(yes):
        click.echo("Nothing was changed.")
        sys.exit(1)


def wants(yes: bool) -> bool:
    """Ask an author whether to go on; raise UsageError where nobody can be asked."""
    if yes:
        return True
    if not _may_ask():
        raise click.UsageError("nobody is here to be asked, so nothing was changed; add --yes")
    return click.confirm("Go on?")


def after_unclearing(project: Project, plan: Plan) -> None:
    """Say where words that wait again can still be read."""
    click.echo(earlier_words(project.root, plan.ids))


def after_withdrawing(project: Project, plan: Plan) -> None:
    """Delete what builds left of withdrawn words, and say what else is left to do."""
    delete_derived(project.work_dir)
    click.echo(WORDS_KEPT)
    is_in_git = find_repository(project.root) is not None
    left = f"{'git, ' if is_in_git else ''}the published site, search engines, who has to know"
    click.echo(
        f"What is left to do is in {project.shown(project.private_dir / CHECKLIST)}: {left}."
    )


def show_remains(project: Project, plan: Plan, becomes: str = "is withdrawn") -> None:
    """Say where else in public files the words stand that a plan takes out."""
    public = [(folder, project.shown(folder)) for folder in (project.data_dir, project.content_dir)]
    if remains := find_remains(plan, public, becomes):
        click.echo(f"{output.as_text(remains)}\n")


def _may_ask() -> bool:
    return sys.stdin.isatty()
