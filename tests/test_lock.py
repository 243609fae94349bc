"""One build of a study at a time: the second waits and says so; a killed one blocks nobody."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from study_findings.engines.lock import alone

HOLDER = """\
import sys, time
from pathlib import Path
from study_findings.engines.lock import alone
with alone(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.readline()
"""
PATIENCE = 60


def holder(folder: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(folder)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def test_the_second_waits_and_says_so(tmp_path: Path) -> None:
    other = holder(tmp_path)
    said = []

    def waiting() -> None:
        assert other.poll() is None
        said.append("waiting")
        assert other.stdin is not None
        other.stdin.write("\n")
        other.stdin.flush()

    with alone(tmp_path, waiting):
        assert said == ["waiting"]
        assert other.wait(PATIENCE) == 0


def test_a_killed_one_blocks_nobody(tmp_path: Path) -> None:
    other = holder(tmp_path)
    other.send_signal(signal.SIGKILL if sys.platform != "win32" else signal.SIGTERM)
    other.wait(PATIENCE)
    said: list[str] = []
    with alone(tmp_path, lambda: said.append("waiting")):
        assert said == []


def test_whoever_holds_it_may_take_it_again(tmp_path: Path) -> None:
    def waiting() -> None:
        pytest.fail("it waits for itself")

    with alone(tmp_path, waiting), alone(tmp_path, waiting):
        pass
    other = holder(tmp_path)
    other.communicate("\n", PATIENCE)


def test_studies_do_not_wait_for_each_other(tmp_path: Path) -> None:
    other = holder(tmp_path / "one")
    said: list[str] = []
    with alone(tmp_path / "other", lambda: said.append("waiting")):
        assert said == []
    other.communicate("\n", PATIENCE)
