"""Files that cannot be brought in: one message with the remedy, exit 1, and not a byte changed."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest
from brought_in import begun
from click.testing import CliRunner

from study_findings.cli import main
from study_findings.importers.opening import read_file
from study_findings.importers.options import Options
from study_findings.problems import StudyError

SEALED: Final = bytes(range(256)) * 8
ODF: Final = b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument."
REFUSED: Final = [
    ("study.nvp", SEALED, "an NVivo project", "REFI-QDA (.qdpx)"),
    ("study.nvpx", SEALED, "an NVivo project", "REFI-QDA (.qdpx)"),
    ("study.mx24", b"SQLite format 3\0" + SEALED, "a MAXQDA project", "REFI-QDA Project"),
    ("study.mex24", SEALED, "an exchange file of MAXQDA", "REFI-QDA Project"),
    ("study.atlproj", b"PK\x03\x04" + SEALED, "an ATLAS.ti project", "QDPX Project Bundle"),
    ("study.atlproj23", SEALED, "an ATLAS.ti project", "QDPX Project Bundle"),
    ("study.hpr7", SEALED, "an ATLAS.ti project", "QDPX Project Bundle"),
    ("study.qrk", SEALED, "a Quirkos project", "REFI-QDA project"),
    ("paper.pdf", b"%PDF-1.7\n" + SEALED, "a PDF", ".docx, .xlsx or .csv"),
    ("page.html", b"<!DOCTYPE html><html></html>", "a web page", "save the table or text"),
    ("results.rtf", b"{\\rtf1 It was late.}", "Rich Text", "save it as .docx"),
    ("results.odt", ODF + b"text", "an OpenDocument text", "save it as .docx"),
    ("quotes.ods", ODF + b"spreadsheet", "an OpenDocument spreadsheet", "save it as .xlsx"),
    ("study.sqlite3", b"SQLite format 3\0" + SEALED, "is damaged", "copy its project anew"),
    ("empty.csv", b" \n", "is empty", "export it again"),
    ("notes.bin", SEALED, "of no form that is known", "--format"),
]


@pytest.mark.parametrize(("name", "content", "what", "how"), REFUSED, ids=[r[0] for r in REFUSED])
def test_it_is_said_what_it_is_and_what_to_do(
    tmp_path: Path, name: str, content: bytes, what: str, how: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(StudyError) as refused:
        read_file(path, "", Options())
    (problem,) = refused.value.problems
    assert what in problem.message
    assert how in problem.hint


def test_nothing_is_changed_and_the_command_fails(tmp_path: Path) -> None:
    study = begun(tmp_path / "study")
    before = {path: path.read_bytes() for path in study.rglob("*") if path.is_file()}
    for name, content, _, _ in REFUSED:
        path = tmp_path / name
        path.write_bytes(content)
        run = CliRunner().invoke(main, ["import", str(path), "--study", str(study), "--yes"])
        assert run.exit_code == 1, name
        assert "1 error in 1 file" in run.output, name
    assert {path: path.read_bytes() for path in study.rglob("*") if path.is_file()} == before
