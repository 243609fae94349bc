"""A Word document as paragraphs and tables in their order, with what was deleted left out.

Inserted words are read as accepted. Footnotes, comments, headers, text boxes, hidden words and
the codes of fields are not read; `asides` counts those that an author should hear of.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final, Literal, TypeAlias

from docx.document import Document
from docx.oxml.ns import qn

from .word_styles import Element, Style, Styles, in_list, left_indent, outline, switched, value

Aside: TypeAlias = Literal["change", "comment", "footnote", "text box", "hidden", "table"]
_SKIPPED: Final = {qn("w:del"), qn("w:moveFrom")}
_ENTERED: Final = {
    qn(name)
    for name in (
        "w:ins", "w:moveTo", "w:hyperlink", "w:smartTag", "w:sdt", "w:sdtContent", "w:fldSimple",
        "w:customXml", "w:dir", "w:bdo",
    )
}  # fmt: skip
_CONTROL: Final = {qn("w:sdt"), qn("w:sdtContent"), qn("w:customXml"), qn("w:ins"), qn("w:moveTo")}
_CHARACTERS: Final = {
    qn("w:tab"): " ", qn("w:br"): "\n", qn("w:cr"): "\n", qn("w:noBreakHyphen"): "-",
    qn("w:ptab"): " ",
}  # fmt: skip
_NOTES: Final = {qn("w:footnoteReference"), qn("w:endnoteReference")}
_BOXES: Final = {qn("w:pict"), qn("w:drawing"), qn("w:object")}
_ALTERNATE: Final = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"


@dataclass(frozen=True)
class StyledLetters:
    """Letters that look alike."""

    text: str
    italic: bool
    bold: bool


@dataclass(frozen=True)
class WordParagraph:
    """A paragraph's words and what its look says."""

    number: int
    spans: tuple[StyledLetters, ...]
    style: Style
    level: int | None
    """The outline level of a heading, from 0; None for body text."""
    indent: int
    is_list: bool

    @property
    def text(self) -> str:
        """Give its words."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True)
class WordTable:
    """A table's element, and the paragraph that it stands behind."""

    number: int
    element: Element
    after: int


class Blocks:
    """Read a document's body, and count what is left out of it."""

    def __init__(self, document: Document) -> None:
        self.styles = Styles(document)
        self.asides: Counter[Aside] = Counter()
        self._body: Element = document.element.body
        self._paragraphs = 0
        self._tables = 0

    def read(self) -> Iterator[WordParagraph | WordTable]:
        """Give paragraphs and tables in order."""
        yield from self._blocks(self._body)

    def within(self, cell: Element) -> Iterator[WordParagraph | WordTable]:
        """Give what stands in a cell; its paragraphs are not counted among those of the text."""
        counted = self._paragraphs, self._tables
        yield from self._blocks(cell)
        self._paragraphs, self._tables = counted

    def _blocks(self, parent: Element) -> Iterator[WordParagraph | WordTable]:
        carried: list[StyledLetters] = []
        for child in parent.iterchildren():
            if child.tag == qn("w:p"):
                self._paragraphs += 1
                spans = carried + list(self.spans(child))
                if _mark_deleted(child):
                    carried = spans
                    continue
                carried = []
                yield self._paragraph(child, spans)
            elif child.tag == qn("w:tbl"):
                self._tables += 1
                yield WordTable(self._tables, child, self._paragraphs)
            elif child.tag in _CONTROL:
                yield from self._blocks(child)
            elif child.tag in _SKIPPED:
                self.asides["change"] += 1
        if carried:
            yield WordParagraph(self._paragraphs, tuple(carried), Style(), None, 0, False)

    def _paragraph(self, element: Element, spans: list[StyledLetters]) -> WordParagraph:
        layout = element.find(qn("w:pPr"))
        style = self.style_of(element)
        own = outline(layout)
        level = style.level if own is None else (own if own < 9 else None)
        indent = left_indent(layout)
        return WordParagraph(
            self._paragraphs,
            tuple(spans),
            style,
            None if style.is_title else level,
            style.indent if indent is None else indent,
            style.is_list or in_list(layout),
        )

    def style_of(self, element: Element) -> Style:
        """Give the style of a paragraph's element."""
        layout = element.find(qn("w:pPr"))
        named = value(layout.find(qn("w:pStyle"))) if layout is not None else ""
        return self.styles.get(named)

    def spans(self, element: Element) -> Iterator[StyledLetters]:
        """Give the letters of a paragraph, stretch by stretch."""
        yield from self._spans(element, self.style_of(element))

    def _spans(self, element: Element, style: Style) -> Iterator[StyledLetters]:
        for child in element.iterchildren():
            if child.tag == qn("w:r"):
                yield from self._run(child, style)
            elif child.tag in _SKIPPED:
                self.asides["change"] += 1
            elif child.tag == _ALTERNATE:
                self.asides["text box"] += 1
            elif child.tag in _ENTERED:
                self.asides["change"] += child.tag in (qn("w:ins"), qn("w:moveTo"))
                yield from self._spans(child, style)

    def _run(self, run: Element, style: Style) -> Iterator[StyledLetters]:
        look = run.find(qn("w:rPr"))
        named = value(look.find(qn("w:rStyle"))) if look is not None else ""
        own = self.styles.get(named, False) if named else Style()
        letters = "".join(self._letters(run))
        if switched(look, "w:vanish", False):
            self.asides["hidden"] += bool(letters.strip())
        elif letters:
            yield StyledLetters(
                letters,
                switched(look, "w:i", style.italic or own.italic),
                switched(look, "w:b", style.bold or own.bold),
            )

    def _letters(self, run: Element) -> Iterator[str]:
        for child in run.iterchildren():
            if child.tag == qn("w:t"):
                yield child.text or ""
            elif child.tag in _CHARACTERS:
                yield _CHARACTERS[child.tag]
            elif child.tag in _NOTES:
                self.asides["footnote"] += 1
            elif child.tag == qn("w:commentReference"):
                self.asides["comment"] += 1
            elif child.tag in _BOXES or child.tag == _ALTERNATE:
                has_words = next(child.iter(qn("w:txbxContent")), None) is not None
                self.asides["text box"] += has_words


def _mark_deleted(paragraph: Element) -> bool:
    """Tell whether a paragraph's end was deleted, so that it goes on in the next."""
    mark = paragraph.find(f"{qn('w:pPr')}/{qn('w:rPr')}/{qn('w:del')}")
    return mark is not None
