"""Ports of this machine that no other test is given."""

from __future__ import annotations

import os
import socket
from contextlib import suppress
from typing import Final

# Below those that a system gives to whoever asks for any, as each server and browser of a test run
# does; each process begins at another.
OWN: Final = range(20_000, 32_000)


def free_port() -> int:
    """Find a port that is free, and stays so until it is used."""
    for step in range(len(OWN)):
        port = OWN[(os.getpid() * 10 + step) % len(OWN)]
        with suppress(OSError), socket.create_server(("127.0.0.1", port)):
            return port
    raise AssertionError("no port is free")
