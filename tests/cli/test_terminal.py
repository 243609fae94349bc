"""What is seen of a build that runs: a bar in a terminal, a line for each stage in a log."""

import io
import time
from types import SimpleNamespace

import click
import pytest

from study_findings.cli import terminal
from study_findings.cli.terminal import ProgressBar
from study_findings.engines.stages import PREVIEW, SHARES


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.fixture(autouse=True)
def clock(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    """Give a clock that stands still, so that no machine is too busy for an expected time."""
    still = SimpleNamespace(now=0.0)
    monkeypatch.setattr(terminal, "time", SimpleNamespace(perf_counter=lambda: still.now))
    return still


@pytest.fixture
def screen(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    monkeypatch.setenv("TERM", "xterm")
    return Terminal()


def frames(screen: Terminal) -> list[str]:
    return [click.unstyle(frame).strip() for frame in screen.getvalue().split("\r")]


def fail_at(stages: list[str], stream: io.StringIO) -> None:
    with ProgressBar(stream) as progress:
        for stage in stages:
            progress(stage)
        raise ValueError("a build that fails")


def test_a_bar_names_each_stage_and_fills(screen: Terminal) -> None:
    with ProgressBar(screen) as progress:
        for stage in SHARES:
            progress(stage)
    shown = frames(screen)
    for stage in SHARES:
        assert any(frame.startswith(stage) for frame in shown), stage
    filled = [frame.count("#") for frame in shown]
    assert filled == sorted(filled)
    assert shown[-1].endswith("[########################] 100%")


def test_a_bar_fills_where_there_are_fewer_stages(screen: Terminal) -> None:
    with ProgressBar(screen, PREVIEW) as progress:
        for stage in PREVIEW:
            progress(stage)
    assert frames(screen)[-1].endswith("[########################] 100%")


def test_a_stage_that_takes_long_shows_its_seconds(
    screen: Terminal, clock: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(terminal, "TICK", 0.01)
    with ProgressBar(screen) as progress:
        progress("Building the site")
        clock.now = 1.0
        until = time.monotonic() + 60
        while "Building the site, 1 s" not in screen.getvalue() and time.monotonic() < until:
            time.sleep(0.01)
    assert "Building the site, 1 s" in screen.getvalue()


def test_the_time_of_each_stage_is_told_at_the_end(
    screen: Terminal, clock: SimpleNamespace
) -> None:
    with ProgressBar(screen) as progress:
        progress("Checking the study")
        clock.now = 0.25
        progress("Rendering its pages")
        clock.now = 2.0
    assert progress.times() == "Checking the study 0.2 s, rendering its pages 1.8 s."


def test_a_bar_gives_the_line_and_the_cursor_back_to_an_error(screen: Terminal) -> None:
    with pytest.raises(ValueError, match="a build that fails"):
        fail_at(["Checking the study"], screen)
    assert screen.getvalue().endswith("\x1b[?25h\n")


@pytest.mark.parametrize("term", ["xterm", "dumb"])
def test_a_log_has_a_line_for_each_stage_that_has_ended(
    monkeypatch: pytest.MonkeyPatch, term: str
) -> None:
    monkeypatch.setenv("TERM", term)
    log = Terminal() if term == "dumb" else io.StringIO()
    with pytest.raises(ValueError, match="a build that fails"):
        fail_at(["Checking the study", "Rendering its pages"], log)
    assert log.getvalue() == "Checking the study: 0.0 s\n"
