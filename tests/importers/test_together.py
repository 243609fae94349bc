"""Files that come together: each knows what those before it and the study hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from brought_in import begun
from refi_files import code, coded, packed, project, source

from study_findings.importers.options import Options
from study_findings.importers.together import read_together

CODES = "Code,Comment,Code Group 1\n{}\n"
QUOTATIONS = (
    "ID,Document,Quotation Content,Codes,Reference\n"
    '1:1,FGD 1,One.,"Rota, late, Trust",4\n'
    '1:2,FGD 1,Two.,"Ward: Night, alone, Trust",5\n'
)
NAMES = ('"Rota, late",,', "Trust,,", "Ward,,", '"Ward: Night, alone",,')
PATHS = [
    (("Rota, late",), ("Trust",)),
    (("Ward", "Night, alone"), ("Trust",)),
]


@pytest.fixture
def quotations(tmp_path: Path) -> Path:
    path = tmp_path / "quotations.csv"
    path.write_text(QUOTATIONS, "utf-8")
    return path


@pytest.fixture
def codebook(tmp_path: Path) -> Path:
    path = tmp_path / "codes.csv"
    path.write_text(CODES.format("\n".join(NAMES)), "utf-8")
    return path


def test_alone_a_table_says_where_names_might_be_parted_otherwise(quotations: Path) -> None:
    ((_, found),) = read_together(None, [quotations], "", Options())
    assert [one.at for one in found.anomalies] == ["row 2", "row 3"]


def test_a_codebook_before_it_says_where_joined_names_end(quotations: Path, codebook: Path) -> None:
    (_, first), (name, found) = read_together(None, [codebook, quotations], "", Options())
    assert ("Ward", "Night, alone") in {code.path for code in first.codes}
    assert name == "quotations.csv"
    assert [one.codes for one in found.quotations] == PATHS
    assert found.anomalies == ()


def test_a_codebook_behind_it_comes_too_late(quotations: Path, codebook: Path) -> None:
    (_, found), _ = read_together(None, [quotations, codebook], "", Options())
    assert found.anomalies


def test_the_studys_codebook_says_it_too(quotations: Path, tmp_path: Path) -> None:
    root = begun(tmp_path / "study")
    (root / "themes_data/codebook.yml").write_text(
        "- {id: late, label: 'Rota, late'}\n- {id: trust, label: Trust}\n"
        "- id: ward\n  label: Ward\n  codes:\n    - {id: night, label: 'Night, alone'}\n",
        "utf-8",
    )
    ((_, found),) = read_together(root, [quotations], "", Options())
    assert [one.codes for one in found.quotations] == PATHS
    assert found.anomalies == ()


def test_files_together_have_one_pseudonym_for_one_document(tmp_path: Path) -> None:
    files = [tmp_path / "a.qdpx", tmp_path / "b.qdpx"]
    for number, path in enumerate(files):
        marked = coded("One two.", "two", f"Q{number}", "C1")
        xml = project(
            codes=code("C1", "Tea"), sources=source(f"S{number}", "The long talk.docx", marked)
        )
        packed(path, xml, {f"S{number}.txt": "One two."})
    (_, first), (_, second) = read_together(None, files, "", Options(pseudonymise=True))
    assert first.sessions[0].label == second.sessions[0].label
    assert [one.name for one in first.pseudonyms] == ["The long talk.docx"]
    assert second.pseudonyms == ()
