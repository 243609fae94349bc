"""A withdrawal tells where else the words that it takes out still stand."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builder import write_study

from study_findings.editing import find_remains, plan_withdrawal

DAY = date(2026, 11, 1)
RECORDS = """\
- id: q777
  text: "We count the bends of the road until the bus comes."
  themes: [having-time]
  original: {text: "سڑک کے موڑ گنتے ہیں جب تک بس نہ آئے", language: ur, translator: EA}
  provenance: translated
  cleared: {by: EA, on: 2025-12-01}
  # we count the bends of the road, she said
- id: q778
  text: "Nobody ever came back."
  themes: [having-time]
  cleared: {by: EA, on: 2025-12-01}
- {id: q779, turns: [{speaker: P, text: "Ask the man who keeps the gate at night."}], \
themes: [having-time], cleared: {by: EA, on: 2025-12-01}}
"""


def remains(root: Path, id_: str, files: dict[str, str]) -> list[str]:
    write_study(root, {"quotations/more.yml": RECORDS})
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    plan = plan_withdrawal(root, root / "content", [id_], DAY)
    folders = [(root / "themes_data", "themes_data"), (root / "content", "content")]
    found = find_remains(plan, folders)
    assert all(problem.level == "warning" and id_ in problem.message for problem in found)
    return [f"{problem.location.file}:{problem.location.line}" for problem in found]


@pytest.mark.parametrize(
    ("id_", "file", "text", "line"),
    [
        ("q777", "content/n.md", "# N\n\n> We count the *bends*\n> of the road, she said", 3),
        ("q777", "content/n.md.j2", "{# we count the bends of the road #}", 1),
        ("q777", "content/ur.md", "سڑک کے موڑ گنتے ہیں جب تک", 1),
        ("q777", "content/n.css", "/* count the bends of the road until */", 1),
        ("q778", "content/n.md", "One said: nobody ever came back!", 1),
        ("q779", "content/n.md", "Ask the man who keeps the gate.", 1),
    ],
)
def test_words_that_stay(tmp_path: Path, id_: str, file: str, text: str, line: int) -> None:
    assert remains(tmp_path, id_, {file: text}) == [f"{file}:{line}"]


def test_words_in_another_quotation_stay(tmp_path: Path) -> None:
    write_study(tmp_path)
    again = RECORDS.replace("q777", "q888").split("- id: q778")[0]
    files = {"themes_data/quotations/again.yml": again}
    told = [f"themes_data/quotations/again.yml:{line}" for line in (2, 4)]
    assert remains(tmp_path, "q777", files) == told


@pytest.mark.parametrize("id_", ["q777", "q778", "q779"])
def test_nothing_is_told_of_the_record_itself(tmp_path: Path, id_: str) -> None:
    files = {"content/n.md": "We count the bends. Nobody came back. Ask the man.", ".x.md": RECORDS}
    assert remains(tmp_path, id_, files) == []
