"""No cell clears anybody's words, changes cleared ones, or brings back what was taken out."""

from __future__ import annotations

import io
import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from builder import SMALL, write_study
from openpyxl.utils import get_column_letter
from workbooks import book_of, brought, cells_of, edits, refused

from study_findings.editing import carry_out, plan_unclearing, plan_withdrawal
from study_findings.model import Quotation
from study_findings.model.kinds import BY_NOUN
from study_findings.workbook.book import as_workbook
from study_findings.workbook.columns import columns_of
from study_findings.workbook.rows import read_rows

WORDS = "There was never enough time for that."
WAITING = """\
- id: w1
  text: We sat until the lamp was out, all of us.
  themes: [having-time]
  group: faculty
- id: w2
  text: Nobody asked me whether I would stay on.
  themes: [having-time]
  group: faculty
  kept_out: true
- id: w3
  text: I had to leave before the end of it.
  themes: [having-time]
  group: faculty
  wish: {words: Say it more kindly., on: 2026-01-02}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Give a small study with words that wait, and no narrative that places any."""
    theme = SMALL["themes/having-time.yml"]
    root = tmp_path / "study"
    write_study(root, {"themes/having-time.yml": theme[: theme.index("narrative:")]})
    (root / "content").mkdir()
    waiting = root / "private" / "quotations" / "w.yml"
    waiting.parent.mkdir(parents=True)
    waiting.write_text(WAITING, encoding="utf-8")
    return root


@pytest.fixture
def path(root: Path, tmp_path: Path) -> Path:
    return book_of(root, tmp_path / "b.xlsx")


def public(root: Path) -> str:
    """Give all that the study's public folder holds."""
    return "\n".join(
        file.read_text("utf-8") for file in sorted((root / "themes_data").rglob("*.yml"))
    )


def come(root: Path, path: Path) -> list[str]:
    """Bring a workbook in, and give what was said of it."""
    comes = brought(root, path)
    carry_out(comes.plan)
    return comes.lines


@pytest.mark.parametrize(
    ("name", "cell"), [("cleared", "{by: X, on: 2026-01-01}"), ("withdrawn", "{on: 2026-01-01}")]
)
def test_no_cell_clears_or_withdraws_what_waits(
    root: Path, path: Path, name: str, cell: str
) -> None:
    edits(path, "quotation", "w1", {name: cell})
    (problem,) = refused(root, path)
    assert "no cell clears or withdraws one" in problem.message
    assert "findings clear w1" in problem.hint


@pytest.mark.parametrize(
    ("id_", "cells"),
    [
        ("w2", {"kept_out": None}),
        ("w2", {"kept_out": "false"}),
        ("w3", {"wish": None}),
        ("w3", {"wish": "{words: Nothing., on: 2026-01-02}"}),
    ],
)
def test_what_somebody_asked_for_is_not_taken_out(
    root: Path, path: Path, id_: str, cells: dict[str, Any]
) -> None:
    edits(path, "quotation", id_, cells)
    (problem,) = refused(root, path)
    assert f"of quotation {id_} says what somebody asked for" in problem.message
    assert "private/quotations/w.yml" in problem.hint


def test_what_somebody_asks_for_can_be_noted(root: Path, path: Path) -> None:
    edits(path, "quotation", "w1", {"kept_out": "true"})
    come(root, path)
    waiting = (root / "private" / "quotations" / "w.yml").read_text("utf-8")
    assert waiting.count("kept_out: true") == 2


@pytest.mark.parametrize("stands_at", ["", "themes_data/quotations/students.yml"])
def test_a_new_quotation_waits_whatever_its_cells_say(
    root: Path, path: Path, stands_at: str
) -> None:
    """Neither the words of a clearance nor the name of a public file makes it public."""
    cells = {
        "text": "Brand new words of somebody.",
        "themes": "having-time",
        "group": "students",
        "cleared": "{by: X, on: 2026-01-01}",
        "withdrawn": "{on: 2026-01-01}",
        "stands_at": stands_at or None,
    }
    edits(path, "quotation", "n1", cells)
    (line,) = come(root, path)
    assert "waits in private/, without cleared and withdrawn" in line
    assert "Brand new" not in public(root)
    (held,) = [r for r in read_rows(root, with_waiting=True) if r.held.id == "n1"]
    assert held.held.is_private
    assert not {"cleared", "withdrawn"} & set(held.data)


def test_what_waits_does_not_move_by_a_cell(root: Path, path: Path) -> None:
    """The row of a waiting quotation that names a public file changes nothing."""
    edits(path, "quotation", "w1", {"stands_at": "themes_data/quotations/students.yml#w1"})
    assert brought(root, path).plan.changes == ()


OTHERWISE = {
    "turns": "- {speaker: A, text: Words.}",
    "participant": "s02",
    "kept_out": "true",
    "exemplar": "true",
    "confidence": "high",
    "stance": "diverges",
    "polarity": "mixed",
    "kind": "survey",
    "provenance": "paraphrased",
    "language": "ur",
    "original": "{text: Words., language: ur}",
    "cleared": "{by: Somebody else, on: 2025-12-01}",
    "withdrawn": "{on: 2026-01-01}",
    "wish": "{words: Others., on: 2026-01-01}",
    "memos": "- text: A memo.",
}
EMPTIED = ("text", "participant", "cleared")
CODING = {"themes": "having-time\nmore", "codes": "time", "asked": "why"}


@pytest.mark.parametrize(
    "name", [n for n in Quotation.model_fields if n not in ("id", "formerly", *CODING)]
)
def test_no_cell_of_a_cleared_quotation_can_be_changed(root: Path, path: Path, name: str) -> None:
    """Every field but how it is coded is refused, those that come to the model in time too."""
    edits(path, "quotation", "q001", {name: OTHERWISE.get(name, "other")})
    problems = refused(root, path)
    assert f"q001 was cleared as it stands, and {name} differs" in problems[0].message
    assert "findings unclear q001" in problems[0].hint


def test_no_cell_of_a_cleared_quotation_can_be_emptied(root: Path, path: Path) -> None:
    edits(path, "quotation", "q001", dict.fromkeys(EMPTIED))
    names = [column.name for column in columns_of(BY_NOUN["quotation"])]
    letters = [get_column_letter(names.index(name) + 1) for name in EMPTIED]
    assert cells_of(refused(root, path)) == [f"quotation {letter}3" for letter in letters]


def test_its_coding_can_be_changed(root: Path, path: Path) -> None:
    edits(path, "quotation", "q001", {"codes": "time"})
    come(root, path)
    assert "codes:" in (root / "themes_data/quotations/students.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("noun", "id_", "cells"),
    [
        ("quotation", "n1", {"text": f"She said: {WORDS}", "themes": "having-time"}),
        ("quotation", "w1", {"text": WORDS.upper()}),
        ("quotation", "w1", {"memos": f"- text: {WORDS}"}),
        ("theme", "having-time", {"gist": f"“{WORDS}”"}),
        ("implication", "more-time", {"text": WORDS}),
        ("code", "hours", {"label": "Hours", "definition": WORDS}),
    ],
)
def test_withdrawn_words_do_not_come_back(
    root: Path, path: Path, noun: str, id_: str, cells: dict[str, Any]
) -> None:
    """Wherever a cell has them, whoever's record it is, the cell is named and nothing comes."""
    carry_out(plan_withdrawal(root, root / "content", ["q001"], date(2026, 1, 2)))
    book_of(root, path)
    edits(path, noun, id_, cells)
    problems = refused(root, path)
    assert [
        "holds words that were withdrawn (q001)" in problem.message for problem in problems
    ] == [True]


def test_an_older_workbook_brings_no_withdrawn_words_back(root: Path, path: Path) -> None:
    carry_out(plan_withdrawal(root, root / "content", ["q001"], date(2026, 1, 2)))
    problems = refused(root, path)
    assert any("withdrawn (q001)" in problem.message for problem in problems)


def test_an_older_workbook_clears_nothing_that_waits_again(root: Path, path: Path) -> None:
    carry_out(plan_unclearing(root, root / "content", ["q001"]))
    (problem,) = refused(root, path)
    assert "q001 waits, and no cell clears" in problem.message


def test_what_was_taken_out_of_a_study_comes_back_only_to_wait(root: Path, path: Path) -> None:
    """Its row is as it was written, and yet somebody has deleted it since."""
    more = "- id: q002\n  text: Other words.\n  themes: [having-time]\n  group: faculty\n"
    cleared = "  cleared: {by: EA, on: 2025-12-01}\n"
    (root / "themes_data" / "quotations" / "students.yml").write_text(more + cleared, "utf-8")
    (line,) = [line for line in come(root, path) if "q001" in line]
    assert "waits in private/, without cleared" in line
    assert WORDS not in public(root)


def test_a_study_with_nothing_takes_cleared_words_only_as_they_were_written(
    root: Path, path: Path, tmp_path: Path
) -> None:
    """The row's fingerprint tells; of a row that was changed, the clearance is lost."""
    for name, note in (("same", None), ("changed", "Nobody has looked at this note.")):
        bare = tmp_path / name
        (bare / "themes_data").mkdir(parents=True)
        (bare / "private").mkdir()
        edits(path, "quotation", "q001", {"note": note})
        come(bare, path)
        assert (WORDS in public(bare)) == (note is None)
        assert ("cleared" in public(bare)) == (note is None)
        waiting = (bare / "private" / "quotations" / "students.yml").is_file()
        assert waiting == (note is not None)


@pytest.mark.parametrize("stands_at", [None, "themes_data/participants.yml"])
def test_people_come_to_wait(root: Path, path: Path, stands_at: str | None) -> None:
    """A new participant is not published by a row, whatever file it names."""
    cells = {"group": "students", "pseudonym": "Kamran", "stands_at": stands_at}
    edits(path, "participant", "s09", cells)
    come(root, path)
    assert "Kamran" not in public(root)
    assert "Kamran" in (root / "private" / "participants.yml").read_text("utf-8")


def test_what_waits_is_in_a_workbook_only_when_asked(root: Path) -> None:
    """No byte of any part of the file has a word of it."""
    for with_waiting in (False, True):
        data = as_workbook(read_rows(root, with_waiting), with_waiting)
        with zipfile.ZipFile(io.BytesIO(data)) as parts:
            texts = [parts.read(name).decode("utf-8") for name in parts.namelist()]
        assert any("lamp was out" in text for text in texts) == with_waiting
        assert any("w1" in text for text in texts) == with_waiting
        assert any(WORDS in text for text in texts)
