"""`findings explain`: what a rule means."""

from __future__ import annotations

import click

from ..problems.rules import RULES
from ..problems.rules.explained import explanation, overview
from ..reading.phrases import did_you_mean


@click.command()
@click.argument("rule", required=False)
def command(rule: str | None) -> None:
    """Say what a RULE that a problem names means, why it is there, how to mend it; or list all."""
    if rule is None:
        click.echo(overview())
    elif rule in RULES:
        click.echo(explanation(RULES[rule]))
    else:
        guess = did_you_mean(rule, RULES) or "`findings explain` lists them all"
        raise click.UsageError(f'there is no rule "{rule}"; {guess}')
