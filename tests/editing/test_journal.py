"""What undo keeps gives back every byte, however it is written and whoever wrote it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from study_findings.editing import journal
from study_findings.editing.all_or_none import Change
from study_findings.editing.journal import FILE, FOLDER, last_change, undo
from study_findings.editing.plan import carry_out, make_plan

WAS = 'x: "one word 😀 ورڈ"\r\n'.encode() + b"\xff \xc3\xa9 \xf0\x9f" + b"\n"
NOW = "y: 😀\n".encode() + b"\xf0\x9f"


@pytest.mark.parametrize("part", [1, 2, 3, 5, 1_000_000])
def test_a_file_comes_back_to_the_byte_in_parts_of_whatever_size(
    tmp_path: Path, part: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(journal, "_PART", part)
    old, new = tmp_path / "old.yml", tmp_path / "folder/new.yml"
    old.write_bytes(WAS)
    carry_out(make_plan(tmp_path, "findings import", [Change(old, NOW), Change(new, "new 😀\n")]))
    undo(last_change(tmp_path))
    assert (old.read_bytes(), new.parent.exists()) == (WAS, False)
    undo(last_change(tmp_path))
    assert (old.read_bytes(), new.read_bytes()) == (NOW, "new 😀\n".encode())


def test_what_an_earlier_version_kept_is_read(tmp_path: Path) -> None:
    old = tmp_path / "old.yml"
    old.write_bytes(WAS)
    carry_out(make_plan(tmp_path, "findings import", [Change(old, NOW)]))
    texts = [data.decode("utf-8", "surrogateescape") for data in (WAS, NOW)]
    file = {"path": "old.yml", "before": texts[0], "after": texts[1]}
    kept = {"command": "findings import", "files": [file], "folders": []}
    (tmp_path / FOLDER / FILE).write_text(json.dumps(kept, indent=1), "utf-8")
    undo(last_change(tmp_path))
    assert old.read_bytes() == WAS
