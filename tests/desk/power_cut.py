"""Do what a desk does in a process of its own, and kill that between two writes, or within one.

`python power_cut.py STUDY DECISION MOMENT` copies the study to `STUDY-1`, `STUDY-2` …, decides in
each, and is killed after so many files are written (`between`), or while the next one is
(`within`). In the last copy nothing was cut off. It prints how many copies there are.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import traceback
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Final
from unittest import mock

from days import StillDate
from flask.testing import FlaskClient
from test_desk import PORT, SECRET, decide, page, post
from test_desk_brings_in import give, send

from study_findings.desk.app import make_app
from study_findings.desk.state import open_desk
from study_findings.editing import all_or_none, carry_out, plan_withdrawal
from study_findings.project import find_project

MORE: Final = "Theme,Illustrative quote,Participant\nAnother theme,Nobody lit it again.,K7\n"
Arm = Callable[[], None]


def clear(client: FlaskClient, root: Path, arm: Arm) -> None:
    arm()
    assert decide(client, "q020", "clear", by="EA").status_code == 302


def undo(client: FlaskClient, root: Path, arm: Arm) -> None:
    assert decide(client, "q020", "clear", by="EA").status_code == 302
    arm()
    assert post(client, "undo").status_code == 302


def move_back(client: FlaskClient, root: Path, arm: Arm) -> None:
    assert decide(client, "q020", "clear", by="EA").status_code == 302
    seen = page(client, "write/quotation/q020").partition('name="seen" value="')[2][:16]
    arm()
    assert post(client, "write/quotation/q020/move-back", seen=seen).status_code == 302


def bring_in(client: FlaskClient, root: Path, arm: Arm) -> None:
    give(client, MORE)
    send(client, "options", group="keepers")
    arm()
    assert send(client, "import").status_code == 302


def rename(client: FlaskClient, root: Path, arm: Arm) -> None:
    path = "write/rename/theme/rules-that-bend"
    seen = page(client, f"{path}?to=rules-that-give").partition('name="seen" value="')[2][:16]
    arm()
    assert post(client, path, to="rules-that-give", seen=seen).status_code == 302


def withdraw(client: FlaskClient, root: Path, arm: Arm) -> None:
    assert decide(client, "q020", "clear", by="EA").status_code == 302
    # A salt of its own would make each copy another.
    kept = {"salt": "00" * 32, "quotations": {}}
    (root / "private/withdrawn.json").write_text(json.dumps(kept), "utf-8")
    plan = plan_withdrawal(root, root / "content", ["q020"], date(2026, 3, 4))
    arm()
    carry_out(plan)


DECISIONS: Final = {
    "clear": clear,
    "undo": undo,
    "move back": move_back,
    "bring in": bring_in,
    "rename": rename,
    "withdraw": withdraw,
}


class Killer:
    """Kill this process once so many of the study's own files are written."""

    def __init__(self, writes: int, root: Path) -> None:
        self.left = writes
        self.root = root
        self.at_work = Path()

    def count(self) -> None:
        is_own = self.at_work.is_relative_to(self.root) and ".findings" not in self.at_work.parts
        self.left -= is_own
        if is_own and self.left == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def between(self) -> None:
        """Kill it when a file is in its place, and before the next is begun."""
        put = all_or_none._put

        def put_and_count(path: Path, data: bytes | None) -> None:
            self.at_work = path
            put(path, data)
            self.count()

        all_or_none._put = put_and_count

    def within(self) -> None:
        """Kill it when the bytes of a file are on the disk, and the file is not in its place."""
        put, sync = all_or_none._put, os.fsync

        def put_and_note(path: Path, data: bytes | None) -> None:
            self.at_work = path
            put(path, data)

        def sync_and_count(number: int) -> None:
            sync(number)
            self.count()

        all_or_none._put = put_and_note
        os.fsync = sync_and_count  # type: ignore[assignment]


def decided(root: Path, decision: str, arm: Arm) -> int:
    """Decide, on the day that it is for every copy; give the code to end with."""
    try:
        with mock.patch("study_findings.desk.acts.date", StillDate):
            client = make_app(open_desk(find_project(root)), SECRET, PORT).test_client()
            DECISIONS[decision](client, root, arm)
    except BaseException:
        traceback.print_exc()
        return 1
    return 0


def main(study: str, decision: str, moment: str) -> None:
    """Try a decision until it is no longer cut off."""
    number = 0
    while True:
        number += 1
        root = Path(shutil.copytree(study, f"{study}-{number}")).resolve()
        child = os.fork()
        if not child:
            killer = Killer(number, root)
            code = decided(root, decision, killer.between if moment == "between" else killer.within)
            sys.stderr.flush()
            os._exit(code)
        _, status = os.waitpid(child, 0)
        if os.WIFEXITED(status):
            print(number)
            sys.exit(os.WEXITSTATUS(status))
        assert os.WTERMSIG(status) == signal.SIGKILL


if __name__ == "__main__":
    main(*sys.argv[1:])
