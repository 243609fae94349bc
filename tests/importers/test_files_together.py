"""Files that come together: each is read with what those before it, and the study, hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from brought_in import begun, brought

from study_findings.importers.options import Options
from study_findings.importers.together import read_together

CODEBOOK = (
    "id,code,parent,code_path,definition,inclusion,exclusion,memos,themes,quotations,"
    "illustrative_quotations\n"
    'late,"Late, too late",,"Late, too late",It is past time.,,,,,0,0\n'
    "trust,Trust,,Trust,,,,,,0,0\n"
)
QUOTATIONS = (
    "ID;Name;Text Content;Document;Density;Codes\n"
    '1:1;1;"The kettle was on.";FGD 1;2;"Late, too late, Trust"\n'
    '1:2;2;"It was a long way.";FGD 1;1;"Trust"\n'
)


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    codebook, quotations = tmp_path / "codebook.csv", tmp_path / "quotations.csv"
    codebook.write_text(CODEBOOK, "utf-8")
    quotations.write_text(QUOTATIONS, "utf-8")
    return codebook, quotations


def codes(root: Path | None, *paths: Path) -> list[tuple[tuple[str, ...], ...]]:
    *_, (_, found) = read_together(root, paths, "", Options())
    return [one.codes for one in found.quotations]


def test_a_code_that_holds_a_comma_is_one_by_the_codebook_before_it(
    files: tuple[Path, Path],
) -> None:
    codebook, quotations = files
    assert codes(None, codebook, quotations) == [(("Late, too late",), ("Trust",)), (("Trust",),)]


def test_and_by_the_codebook_of_the_study(files: tuple[Path, Path], tmp_path: Path) -> None:
    codebook, quotations = files
    study = begun(tmp_path / "study")
    brought(study, codebook)
    assert codes(study, quotations)[0] == (("Late, too late",), ("Trust",))


def test_without_one_it_is_parted_and_said_to_be(files: tuple[Path, Path]) -> None:
    _, quotations = files
    ((_, found),) = read_together(None, [quotations], "", Options())
    assert found.quotations[0].codes != (("Late, too late",), ("Trust",))
    assert [one.at for one in found.anomalies if one.kind == "uncertain"]
