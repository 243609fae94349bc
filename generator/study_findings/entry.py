"""The program `findings`: it loads the command line, and stays quiet if Ctrl-C comes meanwhile."""

from __future__ import annotations

import sys
from typing import Final

INTERRUPTED: Final = 130


def main() -> None:
    """Run the command line; exit 130 on Ctrl-C."""
    try:
        from .cli import main as command_line
    except KeyboardInterrupt:
        sys.exit(INTERRUPTED)
    command_line()
