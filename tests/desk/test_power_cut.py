"""The power goes between two writes of one decision, or within one: nothing is lost."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Final

import pytest
import yaml
from flask.testing import FlaskClient
from test_desk import HOST, PORT, SECRET, client, desk, files, root
from test_desk_clears_people import brought

from study_findings.checking import check_project
from study_findings.checking.cut_off import check_cut_off
from study_findings.desk.app import make_app
from study_findings.desk.state import open_desk
from study_findings.editing.all_or_none import Change, write_changes
from study_findings.editing.journal import last_change, undo
from study_findings.project import find_project
from study_findings.whole_files import BEGUN, LONGEST, write_whole

__all__ = ["brought", "client", "desk", "root"]

HERE: Final = Path(__file__).parent
WRITES: Final = {
    "clear": 3, "undo": 3, "move back": 2, "bring in": 4, "rename": 8, "withdraw": 3,
}  # fmt: skip
"""How many files each decision writes, at least."""
WORDS: Final = ("We carried the invented lamp home.", "Nobody wrote this lamp down.")

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that fork")


def cut_off(study: Path, decision: str, moment: str) -> list[Path]:
    """Decide in a process that is killed; give the copies left, the last one whole."""
    driver = [sys.executable, str(HERE / "power_cut.py"), str(study), decision, moment]
    path = os.pathsep.join([str(HERE), str(HERE.parent), *sys.path])
    ended = subprocess.run(
        driver, env={**os.environ, "PYTHONPATH": path}, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 0, ended.stderr
    return [study.with_name(f"{study.name}-{n}") for n in range(1, int(ended.stdout) + 1)]


def left_whole(root: Path) -> dict[str, bytes]:
    """Give the study's files, without what was begun and cut off."""
    return {
        name: data
        for name, data in files(root).items()
        if not name.rpartition("/")[2].startswith(BEGUN)
    }


def uncleared(root: Path) -> list[str]:
    """List published quotations that are neither cleared nor composed nor withdrawn."""
    return [
        str(record["id"])
        for path in sorted((root / "themes_data/quotations").glob("*.yml"))
        for record in yaml.safe_load(path.read_text("utf-8")) or []
        if not {"cleared", "withdrawn"} & set(record) and record["provenance"] != "illustrative"
    ]


def told(root: Path) -> list[str]:
    """Give the remedies for a change that was cut off."""
    return [problem.hint for problem in check_cut_off(find_project(root))]


def first_page(root: Path) -> str:
    """Open the desk, and give the first page it shows."""
    asked = make_app(open_desk(find_project(root)), SECRET, PORT).test_client()
    answer = asked.get(f"/{SECRET}/", headers={"Host": HOST}, follow_redirects=True)
    assert answer.status_code == 200
    return answer.text


@pytest.mark.parametrize("decision", WRITES)
def test_between_two_writes(brought: Path, decision: str) -> None:
    *cut, whole = cut_off(brought, decision, "between")
    assert len(cut) >= WRITES[decision]
    after = left_whole(whole)
    assert told(whole) == []
    *halves, last = cut
    assert left_whole(last) == after
    for half in halves:
        now = left_whole(half)
        assert ["findings undo" in hint for hint in told(half)] == [True], half.name
        assert "was cut off" in first_page(half)
        assert uncleared(half) == []
        held = b"".join(now.values())
        gone = [words for words in WORDS if words.encode() not in held]
        assert gone == [] or decision == "withdraw"
        # Words that go leave a fingerprint first, by which they are known again.
        assert not gone or b'"q020"' in now["private/withdrawn.json"]
        undo(last_change(half))
        before = left_whole(half)
        assert {n for n in now if now[n] != before.get(n) and now[n] != after.get(n)} == set()
        assert told(half) == []
        assert "cut off" not in first_page(half)
    everything = {frozenset(left_whole(half).items()) for half in halves}
    assert len(everything) == 1


def test_within_a_write(brought: Path) -> None:
    """What was begun stands in no place, and is swept away when something is written there."""
    before = left_whole(brought)
    *cut, whole = cut_off(brought, "clear", "within")
    assert len(cut) >= WRITES["clear"]
    assert left_whole(cut[0]) == before
    for half in cut:
        begun = [path for path in half.rglob(f"{BEGUN}*") if ".findings" not in path.parts]
        assert len(begun) == 1
        assert set(left_whole(half).values()) <= {*before.values(), *left_whole(whole).values()}
        assert uncleared(half) == []
        first_page(half)
        undoing = left_whole(half) != before
        old = time.time() - LONGEST - 1
        os.utime(begun[0], (old, old))
        if undoing:
            undo(last_change(half))
            assert left_whole(half) == before
    assert any(not list(half.rglob(f"{BEGUN}*")) for half in cut)


def test_what_is_being_written_now_is_left_alone(brought: Path) -> None:
    begun = brought / f"private/{BEGUN}0123456789abcdef"
    begun.write_bytes(b"half of it")
    write_whole(brought / "private/other.txt", b"x")
    write_changes([Change(brought / "private/another.txt", "y")])
    assert begun.exists()


def test_a_file_deleted_later_is_no_change_that_was_cut_off(
    brought: Path, client: FlaskClient
) -> None:
    """Themes that came with an import may be taken out again."""
    (brought / "themes_data/themes/made-up-theme.yml").unlink()
    assert told(brought) == []
    assert "was cut off" not in first_page(brought)


def test_the_whole_check_tells_of_it(brought: Path) -> None:
    half = cut_off(brought, "rename", "between")[0]
    found = [p for p in check_project(find_project(half)).problems if p.rule == "cut-off"]
    assert [problem.level for problem in found] == ["error"]
    assert found[0].message.startswith("`findings rename theme rules-that-bend")
