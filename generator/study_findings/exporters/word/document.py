"""A Word document as it is written: styles, language, headings, paragraphs, tables."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any, Final

import docx
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

from ...findings.views import Findings
from ...language.directions import direction
from ..packing import office_file
from .elements import Paragraph, TableColumn, TextRun, WordCell, paragraph_xml, table_xml
from .prose import prose_paragraphs

DEEPEST_HEADING: Final = 6
# Styles of tables that no table of ours has, most of the template's weight.
KEPT_TABLES: Final = ("TableNormal", "TableGrid")
# A picture of an empty page, and styles for one old version of Word.
UNUSED: Final = ("thumbnail", "stylesWithEffects", "customXml")


class WordFile:
    """Write a document from its top to its end, in the language of the findings."""

    def __init__(self, findings: Findings, title: str) -> None:
        self.findings = findings
        self.title = title
        self.body: list[str] = []
        self.links: dict[str, str] = {}
        self.document = docx.Document()
        self.is_rtl = direction(findings.language) == "rtl"
        _prepare(self.document, findings.language, self.is_rtl)

    def own(self, text: str, language: str = "", **how: Any) -> TextRun:
        """Give words of the study as a run, in its language or another."""
        return TextRun(text, language or self.findings.language, **how)

    def said(self, text: str, **how: Any) -> TextRun:
        """Give words of the program's own as a run."""
        return TextRun(text, self.findings.say.language, **how)

    def heading(self, level: int, *runs: TextRun) -> None:
        """Begin a section; below the sixth level all look alike."""
        self._add(Paragraph(runs, f"Heading{min(level, DEEPEST_HEADING)}"))

    def paragraph(self, *runs: TextRun, style: str = "") -> None:
        """Add a paragraph."""
        self._add(Paragraph(runs, style))

    def prose(self, text: str, language: str = "", style: str = "") -> None:
        """Add what an author wrote in Markdown."""
        for paragraph in prose_paragraphs(text, language or self.findings.language, style):
            self._add(paragraph)

    def paragraphs(self, paragraphs: Sequence[Paragraph]) -> None:
        """Add paragraphs as they are."""
        for paragraph in paragraphs:
            self._add(paragraph)

    def table(self, columns: Sequence[TableColumn], rows: Sequence[Sequence[WordCell]]) -> None:
        """Add a table, and the empty line that keeps the next from growing into it."""
        self.body.append(table_xml(columns, rows, self.is_rtl, self._relation))
        self._add(Paragraph(()))

    def written(self) -> bytes:
        """Give the bytes, once: they are the same each time, of no day and no machine."""
        body = f"<w:body {nsdecls('w', 'r')}>{''.join(self.body)}</w:body>"
        end = self.document.element.body.sectPr
        for element in parse_xml(body.encode()):
            end.addprevious(element)
        out = io.BytesIO()
        self.document.save(out)
        return office_file(out.getvalue(), self.findings, self.title)

    def _add(self, paragraph: Paragraph) -> None:
        self.body.append(paragraph_xml(paragraph, self._relation))

    def _relation(self, address: str) -> str:
        """Name an address; python-docx itself would look through all of them for each."""
        if address not in self.links:
            self.links[address] = f"link{len(self.links) + 1}"
            self.document.part.rels.add_relationship(
                RELATIONSHIP_TYPE.HYPERLINK, address, self.links[address], is_external=True
            )
        return self.links[address]


def _prepare(document: Any, language: str, is_rtl: bool) -> None:
    for part in (document.part, document.part.package):
        for key, relation in list(part.rels.items()):
            if any(name in relation.reltype for name in UNUSED):
                part.rels.pop(key)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Cm(2.5))
    styles = document.styles.element
    for style in styles.findall(qn("w:style")):
        if style.get(qn("w:type")) == "table" and style.get(qn("w:styleId")) not in KEPT_TABLES:
            styles.remove(style)
    document.styles["Normal"].font.size = Pt(11)
    # Italics are for what was done, not said, and Urdu has none.
    quote = document.styles["Quote"]
    quote.font.italic = False
    quote.paragraph_format.left_indent = Cm(1)
    _set_language(styles, language, is_rtl)
    if is_rtl:
        grid = document.element.body.sectPr.find(qn("w:docGrid"))
        grid.addprevious(OxmlElement("w:bidi"))


def _set_language(styles: Any, language: str, is_rtl: bool) -> None:
    lang = next(styles.iter(qn("w:lang")))
    for name in list(lang.attrib):
        del lang.attrib[name]
    lang.set(qn("w:bidi" if is_rtl else "w:val"), language)
