"""What an import does once, however many quotations a file holds."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from brought_in import begun, brought, files_of, planned

from study_findings.importers import bringing, holdings
from study_findings.importers.options import Options
from study_findings.importers.request import Wanted
from study_findings.importers.requesting import Requesting
from study_findings.importers.together import read_together

HEAD = "Theme,Subtheme,Illustrative quote,Participant,Session\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return begun(tmp_path / "study")


def table(folder: Path, rows: int) -> Path:
    """Write a table of quotations of two people on one theme."""
    said = [f"Tea,Cold,Tea number {n} was cold.,P{n % 2 + 1},FGD 1\n" for n in range(rows)]
    path = folder / "quotations.csv"
    path.write_text(HEAD + "".join(said), "utf-8")
    return path


@pytest.mark.parametrize("rows", [4, 40])
def test_what_quotations_share_is_asked_for_once(
    root: Path, rows: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: Counter[str] = Counter()
    add = Requesting.add

    def counted(self: Requesting, wanted: Wanted) -> None:
        asked[wanted.noun] += bool(wanted.fields or wanted.name)
        add(self, wanted)

    monkeypatch.setattr(Requesting, "add", counted)
    planned(root, table(root, rows))
    assert asked.pop("quotation") == rows
    assert asked == {"theme": 2, "session": 2, "participant": 2}


def test_a_study_that_says_all_of_it_already_is_not_checked_anew(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brought(root, table(root, 5))
    before = files_of(root)
    monkeypatch.setattr(bringing, "check_private", _never)
    assert planned(root, table(root, 5)).plan.changes == ()
    assert files_of(root) == before


def test_a_file_is_read_without_what_waits(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    brought(root, table(root, 5))
    monkeypatch.setattr(holdings, "PrivateReader", _never)
    ((_, found),) = read_together(root, [table(root, 5)], "", Options())
    assert len(found.quotations) == 5


def _never(*_args: object, **_named: object) -> None:
    raise AssertionError("this was to be left alone")
