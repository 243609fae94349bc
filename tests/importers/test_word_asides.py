"""What of a Word document is read as accepted, and what is not read: changes, notes, boxes."""

from __future__ import annotations

from pathlib import Path

from docx.document import Document
from docx.oxml import parse_xml
from word_files import NS, raw, run, saved

from study_findings.importers.found import Found
from study_findings.importers.options import Options
from study_findings.importers.word import read

BY = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'
DELETED = f'<w:del {BY}><w:r><w:delText xml:space="preserve">Maria </w:delText></w:r></w:del>'
BOX = (
    '<w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml"><w:txbxContent><w:p>'
    + run("Words in a box.")
    + "</w:p></w:txbxContent></v:textbox></w:pict></w:r>"
)


def of(tmp_path: Path, *insides: str) -> Found:
    def build(document: Document) -> None:
        document.add_heading("Being seen", 1)
        for inside in insides:
            raw(document, inside)

    return read(saved(tmp_path / "changed.docx", build), Options())


def says(found: Found) -> str:
    return "\n".join(one.says for one in found.anomalies)


def test_tracked_changes_are_read_as_accepted_and_said(tmp_path: Path) -> None:
    inserted = f"<w:ins {BY}>{run('Nobody ')}</w:ins>"
    moved = f"<w:moveFrom {BY}>{run('and gone ')}</w:moveFrom>"
    found = of(tmp_path, run("“") + DELETED + inserted + moved + run("knew my name.” (P6)"))
    assert [q.text for q in found.quotations] == ["Nobody knew my name."]
    assert [one.kind for one in found.anomalies] == ["tracked-change"]


def test_a_paragraph_whose_end_was_deleted_goes_on_in_the_next(tmp_path: Path) -> None:
    mark = f"<w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>"
    found = of(tmp_path, mark + run("“Nobody knew "), run("my name.” (P6)"))
    assert [q.text for q in found.quotations] == ["Nobody knew my name."]


def test_a_deleted_row_is_left_out(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        table = document.add_table(3, 2)
        for row, cells in zip(
            table.rows, [("Theme", "Quote"), ("Names", "“Gone.”"), ("Names", "“Kept.”")],
            strict=True,
        ):  # fmt: skip
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
        properties = table.rows[1]._tr.get_or_add_trPr()
        properties.append(parse_xml(f"<w:del {NS} {BY}/>"))

    found = read(saved(tmp_path / "rows.docx", build), Options())
    assert [q.text for q in found.quotations] == ["Kept."]
    assert "tracked changes" in says(found)


def test_hidden_words_boxes_notes_and_comments_are_not_read_and_said(tmp_path: Path) -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>Maria </w:t></w:r>"
    note = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    comment = '<w:r><w:commentReference w:id="0"/></w:r>'
    words = run("“Nobody knew my name.” (P6)")
    found = of(tmp_path, hidden + words + note + comment + BOX)
    assert [q.text for q in found.quotations] == ["Nobody knew my name."]
    told = says(found)
    for part in ("hidden", "text boxes", "footnotes", "comments"):
        assert part in told


def test_a_link_keeps_its_words_and_loses_its_address(tmp_path: Path) -> None:
    link = f'<w:hyperlink w:anchor="somewhere">{run("my name")}</w:hyperlink>'
    field = '<w:r><w:instrText> HYPERLINK "mailto:nobody@example.org" </w:instrText></w:r>'
    found = of(tmp_path, run("“Nobody knew ") + field + link + run(".” (P6)"))
    assert [q.text for q in found.quotations] == ["Nobody knew my name."]


def test_headers_and_captions_are_not_read(tmp_path: Path) -> None:
    def build(document: Document) -> None:
        document.add_heading("Being seen", 1)
        document.sections[0].header.paragraphs[0].text = "Names, draft of Maria"
        document.add_paragraph("Table 1. Who took part")
        document.add_paragraph("Figure 2: Themes", style="Caption")
        document.add_paragraph("Students want their names known.")

    found = read(saved(tmp_path / "aside.docx", build), Options())
    assert found.themes[0].gist == "Students want their names known."
    assert found.themes[0].narrative == ""
    assert found.quotations == ()
