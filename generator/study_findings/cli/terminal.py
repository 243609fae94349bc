"""What a terminal shows of a build that goes on: a bar, or a line a stage where it is piped."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Sequence
from types import TracebackType
from typing import Any, Final, TextIO

import click

from ..engines.stages import SHARES

BAR: Final = "%(label)s [%(bar)s] %(info)s"
WIDTH: Final = max(map(len, SHARES)) + len(", 999 s")
TICK: Final = 1.0
"""Seconds between signs of life within a stage."""


class ProgressBar:
    """Show the stages of a build while it runs; calling it begins one. Use it in a `with`.

    All goes to the stream of errors, so that the other holds only what was built.
    """

    def __init__(self, stream: TextIO | None = None, stages: Sequence[str] = tuple(SHARES)) -> None:
        self._length = sum(SHARES[stage] for stage in stages)
        self._stream = stream or sys.stderr
        self.seconds: dict[str, float] = {}
        self.is_drawn = self._stream.isatty() and os.environ.get("TERM") != "dumb"
        self._stage, self._began = "", 0.0
        self._bar: Any = None
        self._drawing = threading.RLock()
        self._over = threading.Event()

    def __enter__(self) -> ProgressBar:
        if self.is_drawn:
            self._bar = click.progressbar(
                length=self._length,
                label=" " * WIDTH,
                bar_template=BAR,
                show_eta=False,
                width=24,
                file=self._stream,
            )
            self._bar.__enter__()
            threading.Thread(target=self._tick, daemon=True).start()
        return self

    def __call__(self, stage: str) -> None:
        """Begin a stage; the one before has ended."""
        self._end()
        self._stage, self._began = stage, time.perf_counter()
        self._draw()

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        stack: TracebackType | None,
    ) -> None:
        if error is None:
            self._end()
        self._over.set()
        with self._drawing:
            if self._bar is not None:
                self._bar.render_finish()
                self._bar = None

    def times(self) -> str:
        """Write in a line how long each stage took."""
        parts = [f"{stage} {seconds:.1f} s" for stage, seconds in self.seconds.items()]
        return f"{', '.join(parts).capitalize()}."

    def _end(self) -> None:
        if not self._stage:
            return
        self.seconds[self._stage] = time.perf_counter() - self._began
        with self._drawing:
            if self._bar is None:
                click.echo(f"{self._stage}: {self.seconds[self._stage]:.1f} s", file=self._stream)
            else:
                self._bar.update(SHARES.get(self._stage, 1))
        self._stage = ""

    def _tick(self) -> None:
        while not self._over.wait(TICK):
            self._draw()

    def _draw(self) -> None:
        with self._drawing:
            if self._bar is not None and self._stage:
                elapsed = int(time.perf_counter() - self._began)
                said = f"{self._stage}, {elapsed} s" if elapsed else self._stage
                self._bar.label = said.ljust(WIDTH)
                self._bar.render_progress()
