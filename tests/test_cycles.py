"""Cycles are not looked for where many records are made, and there are none to be found."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from brought_in import begun, planned
from refi_files import code, coded, packed, project, source

from study_findings.cycles import not_looked_for
from study_findings.importers.options import Options


@pytest.fixture(autouse=True)
def as_it_was() -> Iterator[None]:
    """Leave the collector as other tests expect it."""
    yield
    gc.enable()


@not_looked_for()
def looked_for_inside() -> bool:
    return gc.isenabled()


def test_nothing_is_looked_for_meanwhile_and_again_afterwards() -> None:
    assert not looked_for_inside()
    assert gc.isenabled()


def test_what_is_called_within_does_not_begin_it_again() -> None:
    with not_looked_for():
        looked_for_inside()
        assert not gc.isenabled()
    assert gc.isenabled()


def test_what_nobody_looked_for_is_left_so() -> None:
    gc.disable()
    looked_for_inside()
    assert not gc.isenabled()


def test_an_error_lets_them_be_looked_for_again() -> None:
    with pytest.raises(ValueError, match="broken"), not_looked_for():
        raise ValueError("broken")
    assert gc.isenabled()


def test_more_quotations_leave_no_more_cycles_behind(tmp_path: Path) -> None:
    few, many = left_behind(tmp_path / "few", 20), left_behind(tmp_path / "many", 400)
    assert many < few + 50


def left_behind(root: Path, selections: int) -> int:
    """Count what an import leaves that only a search for cycles finds."""
    begun(root)
    said = [f"Tea number {number} was cold." for number in range(selections)]
    text = " ".join(said)
    marked = [coded(text, words, f"Q{number}", "C1") for number, words in enumerate(said)]
    xml = project(codes=code("C1", "Tea"), sources=source("S1", "A talk", *marked))
    path = packed(root / "notes.qdpx", xml, {"S1.txt": text})
    gc.collect()
    gc.disable()
    assert len(planned(root, path, Options(pseudonymise=True)).reports[0].came) > selections
    return gc.collect()
