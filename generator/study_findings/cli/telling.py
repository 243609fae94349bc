"""What several commands say: warnings, counts, a plan before it is carried out."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from textwrap import indent
from typing import Final

import click

from ..editing import Plan
from ..problems import Problem, output

UNDO: Final = "To take this back: findings undo"


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
    if yes:
        return
    if not _may_ask():
        raise click.UsageError("nobody is here to be asked, so nothing was changed; add --yes")
    if not click.confirm("Go on?"):
        click.echo("Nothing was changed.")
        sys.exit(1)


def _may_ask() -> bool:
    return sys.stdin.isatty()
