"""Pages, lines and coders, as tables have them and as the model writes them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from brought_in import begun, brought

from study_findings.importers.source_places import initials_in, place_in


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("12", "12"),
        ("12-14", "12-14"),
        ("p. 12", "12"),
        ("pp. 12 – 14", "12-14"),
        ("lines 3 to 9", "3-9"),
        ("S. 4", "4"),
        ("iv", "iv"),
        ("lx", "lx"),
        ("p. 12 (bottom)", ""),
        ("12, 14", ""),
        ("9" * 31, ""),
        ("", ""),
    ],
)
def test_a_place_is_read_where_it_says_no_more(text: str, place: str) -> None:
    assert place_in(text) == place


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("NK", ["NK"]),
        ("NK, EA; NK", ["NK", "EA"]),
        ("Amina Example and Quibble Wick", ["AE", "QW"]),
        ("amina", ["A"]),
        ("A. B. Example", ["ABE"]),
        ("", []),
    ],
)
def test_coders_are_told_by_initials_and_never_by_name(text: str, initials: list[str]) -> None:
    assert initials_in(text) == initials


def test_a_table_with_all_of_them_comes_in(tmp_path: Path) -> None:
    table = (
        "Theme,Quote,Participant,Coder,Page,Lines\n"
        "Boats,The kettle was on.,P1,Amina Example,p. 12 (bottom),12 to 14\n"
        "Boats,It was a long way.,P2,NK,12,3-9\n"
    )
    (tmp_path / "t.csv").write_text(table, "utf-8")
    study = begun(tmp_path / "study")
    lines = brought(study, tmp_path / "t.csv")
    first, second = yaml.safe_load((study / "private/quotations/boats.yml").read_text("utf-8"))
    assert (first["coded_by"], first["lines"], first["memos"]) == (
        ["AE"], "12-14", [{"text": "Page: p. 12 (bottom)"}],
    )  # fmt: skip
    assert (second["coded_by"], second["page"], second["lines"]) == (["NK"], 12, "3-9")
    assert any("kept as a memo: write it as 12" in line for line in lines)
    written = "".join(path.read_text("utf-8") for path in study.rglob("*.yml"))
    assert "Amina" not in written
