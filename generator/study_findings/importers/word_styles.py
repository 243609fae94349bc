"""What a Word document's styles mean: headings by their outline level, quotations, indentation.

Word keeps the English name of a built-in style in every language; other programs write their own.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from docx.document import Document
from docx.oxml.ns import qn

Element: TypeAlias = Any
"""An element of the document's XML; its library tells no types."""
_HEADING: Final = re.compile(
    r"(?:heading|überschrift|uberschrift|berschrift|t[íi]?tulo|ttulo|titre|titolo|kop|rubrik|"
    r"overskrift|otsikko|nagłówek|nadpis|başlık|заголовок|标题|見出し|عنوان|سرخی)\s*([1-9])",
    re.IGNORECASE,
)
_TITLE: Final = re.compile(
    r"(?:sub)?title|untertitel|titel|subt[íi]tulo|t[íi]tulo|ttulo|titre|sous-titre|titolo",
    re.IGNORECASE,
)
_QUOTE: Final = re.compile(
    r"\b(?:intense ?|block ?)?(?:quot(?:e|es|ation|ations)|zitate?|citas?|citações|citação|"
    r"citat(?:ion|ions|s)?|citazione|verbatims?|blockquote)\b|\bblock ?text\b|\bblocktext\b"
    r"|\bextract\b|IntenseQuote|اقتباس",
    re.IGNORECASE,
)
_ASIDE: Final = re.compile(
    r"(?:toc|table of (?:contents|figures)|verzeichnis|tdm|índice)\s*\d?|caption|beschriftung|"
    r"légende|"
    r"legenda|epígrafe|bibliograph(?:y|ie)|bibliografía|endnote text|footnote text|header|footer",
    re.IGNORECASE,
)
_BODY_LEVEL: Final = 9


@dataclass(frozen=True)
class Style:
    """What a paragraph style, or one of characters, says of what is set in it."""

    level: int | None = None
    """The outline level, from 0; None for body text."""
    is_title: bool = False
    is_quote: bool = False
    is_aside: bool = False
    """Whether it is that of contents, captions or references."""
    indent: int = 0
    """Twentieths of a point from the left."""
    italic: bool = False
    bold: bool = False
    is_list: bool = False


class Styles:
    """The styles of a document by their ids, each with what it takes from those it is based on."""

    def __init__(self, document: Document) -> None:
        self._elements: dict[str, Element] = {}
        self._read: dict[str, Style] = {}
        self._default = ""
        for element in document.styles.element.iterchildren(qn("w:style")):
            style_id = element.get(qn("w:styleId")) or ""
            self._elements[style_id] = element
            if element.get(qn("w:default")) in ("1", "true") and (
                element.get(qn("w:type")) == "paragraph"
            ):
                self._default = style_id

    def get(self, style_id: str | None, is_paragraph: bool = True) -> Style:
        """Give a style by its id; that of body text where there is none."""
        wanted = style_id or (self._default if is_paragraph else "")
        return self._style(wanted, 0)

    def _style(self, style_id: str, depth: int) -> Style:
        if style_id in self._read:
            return self._read[style_id]
        element = self._elements.get(style_id)
        if element is None or depth > 20:
            return Style()
        base = value(element.find(qn("w:basedOn")))
        under = self._style(base, depth + 1) if base else Style()
        style = _styled(element, style_id, under)
        self._read[style_id] = style
        return style


def _styled(element: Element, style_id: str, under: Style) -> Style:
    name = value(element.find(qn("w:name"))) or style_id
    layout, look = element.find(qn("w:pPr")), element.find(qn("w:rPr"))
    heading = _HEADING.fullmatch(name) or _HEADING.fullmatch(style_id)
    is_title = bool(_TITLE.fullmatch(name))
    level = outline(layout)
    if level is None:
        level = int(heading[1]) - 1 if heading else under.level
    elif level >= _BODY_LEVEL:
        level = None
    indent = left_indent(layout)
    return Style(
        None if is_title else level,
        is_title,
        under.is_quote or bool(_QUOTE.search(name) or _QUOTE.fullmatch(style_id)),
        under.is_aside or bool(_ASIDE.fullmatch(name)),
        under.indent if indent is None else indent,
        switched(look, "w:i", under.italic),
        switched(look, "w:b", under.bold),
        under.is_list or in_list(layout),
    )


def value(element: Element | None) -> str:
    """Give an element's `w:val`; empty where there is none."""
    return "" if element is None else str(element.get(qn("w:val")) or "")


def outline(layout: Element | None) -> int | None:
    """Give the outline level that paragraph properties set; 9 is body text."""
    found = value(layout.find(qn("w:outlineLvl"))) if layout is not None else ""
    return int(found) if found.isdigit() else None


def left_indent(layout: Element | None) -> int | None:
    """Give the indentation that paragraph properties set, in twentieths of a point."""
    found = layout.find(qn("w:ind")) if layout is not None else None
    if found is None:
        return None
    for name in ("w:left", "w:start"):
        if re.fullmatch(r"-?\d+", found.get(qn(name)) or ""):
            return int(str(found.get(qn(name))))
    return None


def switched(look: Element | None, name: str, otherwise: bool) -> bool:
    """Tell whether run properties set a switch such as `w:i`, or leave it as it was."""
    found = look.find(qn(name)) if look is not None else None
    if found is None:
        return otherwise
    return value(found) not in ("0", "false", "off", "none")


def in_list(layout: Element | None) -> bool:
    """Tell whether paragraph properties make an item of a list."""
    found = layout.find(qn("w:numPr")) if layout is not None else None
    return found is not None and value(found.find(qn("w:numId"))) != "0"
