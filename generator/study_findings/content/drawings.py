"""SVG drawings: nothing that acts or loads, and nothing of the program or person they came from."""

from __future__ import annotations

import base64
import re
from typing import Final
from xml.etree import ElementTree

from .file_types import PICTURES
from .pictures import PictureError, cleaned_picture

_SVG: Final = "http://www.w3.org/2000/svg"
_XLINK: Final = "http://www.w3.org/1999/xlink"
_XML: Final = "http://www.w3.org/XML/1998/namespace"
_ACTIVE: Final = frozenset({"script", "foreignObject", "iframe", "object", "embed", "handler"})
_ANIMATIONS: Final = frozenset({"set", "animate"})
_PLAIN: Final = "export it from the drawing program as plain SVG, or as PNG"
_DATA: Final = re.compile(r"data:image/(png|jpeg|jpg|gif|webp);base64,(.*)", re.DOTALL | re.I)
# Within a drawing, and type that it brings along.
_NEAR: Final = r"(?:#|data:(?:font/|application/(?:x-)?font))"
_LOADS: Final = re.compile(
    rf"@import|expression\s*\(|url\(\s*['\"]?(?!\s*['\"]?{_NEAR})", re.IGNORECASE
)
_WEB: Final = re.compile(r"(?:https?:|mailto:)", re.IGNORECASE)

ElementTree.register_namespace("", _SVG)
ElementTree.register_namespace("xlink", _XLINK)


class DrawingError(Exception):
    """Say why a drawing cannot be published, on which line, and what to do."""

    def __init__(self, message: str, remedy: str = _PLAIN, line: int = 1) -> None:
        super().__init__(message)
        self.remedy = remedy
        self.line = line


def cleaned_drawing(data: bytes) -> bytes:
    """Give an SVG without comments, metadata and what editors add; pictures in it are drawn anew.

    Raises DrawingError for a script, an event handler, foreign HTML, anything loaded from
    elsewhere, and for what is no SVG in UTF-8.
    """
    text, root = _parsed(data)
    for element in root.iter():
        _refuse_active(element)
    try:
        _strip(root)
        cleaned = ElementTree.tostring(root, encoding="unicode")
        is_clean = "<!DOCTYPE" not in text and _canonical(text) == _canonical(cleaned)
    except RecursionError:
        raise DrawingError("the parts of the drawing are nested too deep to be read") from None
    return data if is_clean else f"{cleaned}\n".encode()


def _canonical(text: str) -> str:
    return ElementTree.canonicalize(text, with_comments=True)


def _parsed(data: bytes) -> tuple[str, ElementTree.Element]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DrawingError("the drawing is not UTF-8") from None
    if "<!ENTITY" in text:
        raise DrawingError("the drawing declares entities, which can hide what it holds")
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError) as error:
        line = getattr(error, "position", (1, 0))[0]
        raise DrawingError("the drawing is no well-formed SVG", line=line) from None
    if root.tag != f"{{{_SVG}}}svg":
        raise DrawingError("the drawing is no SVG: its outermost element is another")
    return text, root


def _refuse_active(element: ElementTree.Element) -> None:
    name = _local(element.tag)
    if name in _ACTIVE:
        raise DrawingError(f"the drawing has a <{name}>, which can act on its own")
    for attribute, value in element.attrib.items():
        local = _local(attribute)
        if local.casefold().startswith("on"):
            raise DrawingError(f"the drawing has an event handler, {local}")
        is_link = local in ("href", "src") and attribute.partition("}")[0] in (
            "href",
            "src",
            f"{{{_XLINK}",
        )
        if is_link and not _may_be_linked(name, value.strip()):
            raise DrawingError(f"<{name}> of the drawing refers to something outside of it")
        if _LOADS.search(value) and not is_link:
            raise DrawingError("the drawing loads something from elsewhere")
    animated = (element.get("attributeName") or "").rpartition(":")[2].casefold()
    if name in _ANIMATIONS and (animated == "href" or animated.startswith("on")):
        raise DrawingError("the drawing changes a link or a handler by an animation")
    if name == "style" and _LOADS.search(element.text or ""):
        raise DrawingError("the style of the drawing loads something from elsewhere")


def _may_be_linked(name: str, value: str) -> bool:
    if value.startswith("#") or not value:
        return True
    return (
        bool(_WEB.match(value)) if name == "a" else bool(name == "image" and _DATA.fullmatch(value))
    )


def _strip(element: ElementTree.Element) -> None:
    """Take out metadata and all that is of other namespaces, and draw pictures anew."""
    for attribute, value in list(element.attrib.items()):
        space = attribute[1:].partition("}")[0] if attribute.startswith("{") else ""
        is_base = attribute == f"{{{_XML}}}base"
        if space not in ("", _XLINK, _XML) or is_base or attribute.startswith("data-"):
            del element.attrib[attribute]
        elif match := _DATA.fullmatch(value.strip()):
            element.set(attribute, _redrawn(match))
    for child in list(element):
        is_svg = isinstance(child.tag, str) and child.tag.startswith(f"{{{_SVG}}}")
        if is_svg and _local(child.tag) != "metadata":
            _strip(child)
        else:
            _remove(element, child)


def _remove(parent: ElementTree.Element, child: ElementTree.Element) -> None:
    """Take a child out, and keep the text after it."""
    siblings = list(parent)
    at = siblings.index(child)
    if child.tail and child.tail.strip():
        if at:
            siblings[at - 1].tail = (siblings[at - 1].tail or "") + child.tail
        else:
            parent.text = (parent.text or "") + child.tail
    parent.remove(child)


def _redrawn(match: re.Match[str]) -> str:
    suffix = "." + match[1].casefold()
    try:
        picture = cleaned_picture(base64.b64decode(match[2]), suffix)
    except (PictureError, ValueError) as error:
        raise DrawingError("a picture inside the drawing cannot be read") from error
    kind = PICTURES[suffix].casefold()
    return f"data:image/{kind};base64,{base64.b64encode(picture).decode()}"


def _local(name: object) -> str:
    return name.rpartition("}")[2] if isinstance(name, str) else ""
