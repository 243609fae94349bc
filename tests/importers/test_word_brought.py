"""A Word document brought into a study: what goes to private/, and what is refused."""

from __future__ import annotations

import shutil
import zipfile
from pathlib import Path

import pytest
from docx.document import Document
from word_files import changed, indented, italic, raw, run, saved

from study_findings.editing.all_or_none import write_changes
from study_findings.editing.scaffold import copy_starter
from study_findings.importers.bringing import plan_import
from study_findings.importers.opening import read_file
from study_findings.importers.options import Options
from study_findings.problems import StudyError

SECRETS = ("porter", "umbrella", "lantern", "kettle", "sparrow", "thimble")


def results(document: Document) -> None:
    document.add_heading("Results", 1)
    document.add_heading("Kept in mind", 2)
    document.add_paragraph("Students want their names known.")
    document.add_paragraph("“The porter knew my name before the ward did.” (P6, FGD 2)")
    italic(document, "They lent me an umbrella on the first day.", " (P2, FGD 2)")
    indented(document, "Nobody left a lantern on for us at night.")
    document.add_paragraph("A kettle was all we had there.", style="Quote")
    document.add_paragraph("I heard a sparrow from the linen room.")
    document.add_paragraph("One of them found a thimble (P9).")
    paragraph = document.add_paragraph("Some said they were ")
    paragraph.add_run("given a sparrow of their very own").italic = True


def test_a_label_before_the_words_tells_who_and_where(study: Path, tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_heading("Results", 1)
        document.add_heading("Kept in mind", 2)
        document.add_paragraph("P6, FGD 2: “The porter knew my name before the ward did.”")
        document.add_paragraph("“They lent me an umbrella on the first day.” (P6, FGD 2)")

    bring(study, saved(tmp_path / "results.docx", build))
    private = text_of(study / "private")
    assert private.count("participant: fgd-2/p6") == 2
    assert "p6-fgd" not in private


def text_of(folder: Path) -> str:
    return "\n".join(path.read_text("utf-8") for path in folder.rglob("*.yml"))


@pytest.fixture
def study(tmp_path: Path) -> Path:
    root = tmp_path / "study"
    copy_starter(root)
    return root


def bring(study: Path, path: Path) -> list[str]:
    found = read_file(path, "", Options())
    brought = plan_import(study, [(path.name, found)], Options(), "import")
    write_changes(brought.plan.changes)
    return list(brought.reports[0].lines())


def test_nothing_that_was_said_reaches_public_files(study: Path, tmp_path: Path) -> None:
    lines = bring(study, saved(tmp_path / "results.docx", results))
    public, private = text_of(study / "themes_data"), text_of(study / "private")
    assert "Kept in mind" in public
    assert "Students want their names known." in public
    for word in SECRETS:
        assert word not in public
        assert word not in "\n".join(lines)
    for word in ("porter", "umbrella", "lantern", "kettle"):
        assert word in private


def test_a_second_import_changes_nothing(study: Path, tmp_path: Path) -> None:
    path = saved(tmp_path / "results.docx", results)
    bring(study, path)
    found = read_file(path, "", Options())
    assert plan_import(study, [(path.name, found)], Options(), "import").plan.changes == ()


def refusal(path: Path) -> str:
    with pytest.raises(StudyError) as raised:
        read_file(path, "", Options())
    (problem,) = raised.value.problems
    return f"{problem.message}: {problem.hint}"


def test_a_document_cut_off_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "cut.docx", results)
    path.write_bytes(path.read_bytes()[:9000])
    assert "is damaged, or was cut off" in refusal(path)


def test_a_document_with_broken_xml_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "broken.docx", results)
    changed(path, "word/document.xml", lambda data: data[: len(data) // 2])
    assert "is damaged, or no Word document" in refusal(path)


def test_a_document_nested_too_deep_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "deep.docx", results)
    deep = b"<w:sdt><w:sdtContent>" * 3000 + b"</w:sdtContent></w:sdt>" * 3000
    changed(path, "word/document.xml", lambda data: data.replace(b"<w:sectPr", deep + b"<w:sectPr"))
    assert "is damaged" in refusal(path)


def test_a_document_that_declares_entities_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "entities.docx", results)
    declared = b'<!DOCTYPE x [<!ENTITY a "ha">]>'
    changed(
        path, "word/styles.xml", lambda data: data.replace(b"<w:styles", declared + b"<w:styles", 1)
    )
    assert "declares a document type" in refusal(path)


def test_a_bomb_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "bomb.docx", results)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/media/image1.png", b"\0" * 50_000_000)
    assert "unpacks to more than 200 times" in refusal(path)


def test_a_document_with_macros_or_in_the_strict_form_says_how_to_save_it(tmp_path: Path) -> None:
    path = saved(tmp_path / "macros.docm", results)
    usual = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    macros = b"application/vnd.ms-word.document.macroEnabled.main+xml"
    changed(path, "[Content_Types].xml", lambda data: data.replace(usual, macros))
    assert "without macros" in refusal(path)
    strict = saved(tmp_path / "strict.docx", results)
    usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    other = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
    changed(strict, "word/document.xml", lambda data: data.replace(usual, other))
    assert "not the strict one" in refusal(strict)


def test_a_locked_archive_is_refused(tmp_path: Path) -> None:
    path = saved(tmp_path / "locked.docx", results)
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    path.write_bytes(bytes(data))
    assert "is locked with a password" in refusal(path)


@pytest.mark.parametrize(
    ("stream", "message"),
    [
        ("EncryptedPackage", "is locked with a password"),
        ("WordDocument", "is in Word's old form (.doc)"),
        ("Workbook", "is in Excel's old form (.xls)"),
    ],
)
def test_old_and_locked_forms_say_what_to_do(tmp_path: Path, stream: str, message: str) -> None:
    path = tmp_path / "results.docx"
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
    path.write_bytes(head + b"\0" * 1000 + stream.encode("utf-16-le") + b"\0" * 1000)
    assert message in refusal(path)
    assert "save" in refusal(path)


@pytest.mark.parametrize(
    ("name", "begins", "message", "remedy"),
    [
        ("tags.html", "\ufeff\n<!DOCTYPE HTML>\n<p>Words</p>", "is a web page", "Export this view"),
        ("report.txt", "ATLAS.ti Report\n\n1:1 Words", "report of ATLAS.ti", "Export to Excel"),
        ("notes.txt", "Some words.", "is of no form that is known here", "--format (refi-qda"),
    ],
)
def test_what_nothing_reads_says_what_to_bring_in_its_place(
    tmp_path: Path, name: str, begins: str, message: str, remedy: str
) -> None:
    path = tmp_path / name
    path.write_text(begins, encoding="utf-8")
    assert message in refusal(path)
    assert remedy in refusal(path)


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "results.docx"
    path.write_bytes(b"")
    assert "is empty" in refusal(path)


def test_a_refused_file_leaves_the_study_as_it_was(study: Path, tmp_path: Path) -> None:
    before = shutil.copytree(study, tmp_path / "before")
    path = saved(tmp_path / "none.docx", lambda document: raw(document, run("Nothing.")))
    assert "holds no heading, quotation or table" in refusal(path)
    assert text_of(study) == text_of(before)
