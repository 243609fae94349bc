"""How a command ends that fails: every problem in lines, an exit code, never a traceback."""

from __future__ import annotations

import io
import os
import sys
from typing import Any, Final, NoReturn

import click

from ..problems import BuildError, StudyError, output

# What a shell gives for a program that a signal ended: 128 and the signal's number.
INTERRUPTED: Final = 130
BROKEN_PIPE: Final = 141


class Commands(click.Group):
    """A group of commands whose problems come out as lines and exit codes, never as a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; exit 1 with all problems if the study or a tool fails, 130 on Ctrl-C."""
        _tolerate_poor_terminals()
        try:
            return super().invoke(ctx)
        except StudyError as error:
            _fail(output.as_text(error.problems))
        except BuildError as error:
            _fail(str(error))
        except BrokenPipeError:
            # Whoever read the output has had enough; Python would complain at its end.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            sys.exit(BROKEN_PIPE)
        except OSError as error:
            _fail(output.system_error(error))
        except KeyboardInterrupt:
            click.echo("Stopped.", err=True)
            sys.exit(INTERRUPTED)
        except (click.ClickException, click.exceptions.Exit, click.Abort):
            raise
        except Exception as error:
            if output.DEBUG in os.environ:
                raise
            _fail(output.unforeseen(error))


def _tolerate_poor_terminals() -> None:
    """Print letters that the terminal or a redirection cannot hold as escapes, not as an error."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def _fail(message: str) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(1)
