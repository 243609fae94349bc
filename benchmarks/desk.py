"""What the desk takes to open thousands of quotations that wait, and to decide about one."""

from __future__ import annotations

import argparse
import random
import re
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from flask.testing import FlaskClient
from scale import WORDS, write_study
from werkzeug.test import TestResponse

from study_findings.desk.app import make_app
from study_findings.desk.state import open_desk

PORT: Final = 8100
HEADERS: Final = {"Host": f"127.0.0.1:{PORT}", "Origin": f"http://127.0.0.1:{PORT}"}
SAID_BY: Final = ("the doctor", "my teacher", "nobody", "Zarminay", "a nurse")


def write_waiting(root: Path, number: int, files: int) -> None:
    """Write quotations of nonsense that wait, a fifth of them with a name."""
    chance = random.Random(number)
    folder = root / "private" / "quotations"
    each = -(-number // files)
    for first in range(0, number, each):
        records = (
            f"- id: w{n:05}\n  text: >-\n    {_said(chance)}\n  themes: [t{n % 4}]\n\n"
            for n in range(first, min(first + each, number))
        )
        (folder / f"waiting-{first:05}.yml").write_text("".join(records), encoding="utf-8")


def _said(chance: random.Random) -> str:
    words = " ".join(chance.choice(WORDS) for _ in range(35))
    return f"{words.capitalize()} and {chance.choice(SAID_BY)} said so."


def measure(waiting: int, files: int) -> dict[str, float]:
    """Give the seconds of processor time of each step, with the page it is taken on."""
    with tempfile.TemporaryDirectory() as folder:
        project = write_study(Path(folder), 60)
        write_waiting(Path(folder), waiting, files)
        client = make_app(open_desk(project), "s", PORT).test_client()
        steps: dict[str, Callable[[], object]] = {
            "open the first page": lambda: _get(client, "/s/waiting/w00000"),
            "open another": lambda: _get(client, "/s/waiting/w00001"),
            "edit the words": lambda: _decide(client, "words", **{"words:text": "No more."}),
            "keep out": lambda: _decide(client, "keep-out"),
            "undo": lambda: client.post("/s/undo", headers=HEADERS),
            "open the page after it": lambda: _get(client, "/s/waiting/w00001"),
            "clear": lambda: _decide(client, "clear", by="EA"),
            "list what the gate asks about": lambda: _get(client, "/s/?flagged=yes"),
        }
        return {says: _seconds(step) for says, step in steps.items()}


def _seconds(step: Callable[[], object]) -> float:
    began = time.process_time()
    step()
    return time.process_time() - began


def main() -> None:
    """Print what each step takes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--waiting", type=int, default=3000)
    parser.add_argument("--files", type=int, default=6)
    asked = parser.parse_args()
    for says, seconds in measure(asked.waiting, asked.files).items():
        print(f"{says:32} {seconds:6.3f} s")


def _get(client: FlaskClient, address: str) -> str:
    answer = client.get(address, headers=HEADERS, follow_redirects=True)
    assert answer.status_code == 200, answer.status
    return answer.text


def _decide(client: FlaskClient, decision: str, **sent: str) -> TestResponse:
    seen = re.search(r'name="seen" value="([0-9a-f]+)"', _get(client, "/s/waiting/w00001"))
    assert seen is not None
    answer = client.post(
        f"/s/waiting/w00001/{decision}", data={"seen": seen[1], **sent}, headers=HEADERS
    )
    assert answer.status_code == 302, answer.text[:300]
    return answer


if __name__ == "__main__":
    main()
