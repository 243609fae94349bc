"""The desk's server: waitress, on this computer alone."""

from __future__ import annotations

import errno
import logging
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Final

import waitress
from flask import Flask

from ..problems import BuildError

HOST: Final = "127.0.0.1"
THREADS: Final = 4


@dataclass(frozen=True)
class Listening:
    """A port that was taken, and is served until the program is interrupted."""

    socket: socket.socket

    def serve(self, app: Flask) -> None:
        """Answer whoever asks, one line a problem in the terminal."""
        logging.getLogger("waitress").setLevel(logging.ERROR)
        waitress.serve(app, sockets=[self.socket], threads=THREADS, ident=None)


@contextmanager
def open_port(port: int) -> Iterator[Listening]:
    """Take a port of this computer; raises BuildError where that cannot be."""
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        taken.bind((HOST, port))
        taken.listen()
    except OSError as error:
        taken.close()
        why = "is taken" if error.errno == errno.EADDRINUSE else f"cannot be used: {error.strerror}"
        raise BuildError(
            f"Port {port} {why}; use another: findings desk --port {port + 1}"
        ) from None
    try:
        yield Listening(taken)
    finally:
        taken.close()
