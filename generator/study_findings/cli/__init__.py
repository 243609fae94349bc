"""The command line: `findings`; a command is a module, and this room is all that prints."""

from __future__ import annotations

from typing import Final

import click

from .. import __version__
from . import (
    build,
    check,
    clear,
    desk,
    diff,
    explain,
    export,
    import_,
    init,
    new,
    read_back,
    rename,
    risk,
    schema,
    serve,
    status,
    translate,
    unclear,
    undo,
    verify,
    withdraw,
    workbook,
)
from .failing import Commands

COMMANDS: Final[dict[str, click.Command]] = {
    "init": init.command,
    "check": check.command,
    "build": build.command,
    "serve": serve.command,
    "desk": desk.command,
    "export": export.command,
    "status": status.command,
    "diff": diff.command,
    "new": new.command,
    "rename": rename.command,
    "import": import_.command,
    "workbook": workbook.command,
    "risk": risk.command,
    "clear": clear.command,
    "unclear": unclear.command,
    "verify": verify.command,
    "withdraw": withdraw.command,
    "read-back": read_back.command,
    "translate": translate.command,
    "undo": undo.command,
    "schema": schema.command,
    "explain": explain.command,
}


@click.group(
    cls=Commands, commands=COMMANDS, context_settings={"help_option_names": ["-h", "--help"]}
)
@click.version_option(__version__, prog_name="findings")
def main() -> None:
    """Publish the findings of a qualitative study as a website."""
