"""What the files of REFI-QDA 1.5 share: GUIDs, codes, and XML as its schemas ask for it.

The schemas are of the Rotterdam Exchange Format Initiative (QDA-XML 1.0, of 18 March 2019): GUIDs,
order of elements, which lists may not be empty.
"""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final
from uuid import NAMESPACE_URL, uuid5

from ..findings import disclaimers
from ..findings.views import Findings
from ..language import Interface
from ..model import Code, Theme
from .cells import xml_text

INCLUSION: Final = "Inclusion: "
EXCLUSION: Final = "Exclusion: "
MEMO: Final = "Memo: "
BOUNDARY: Final = "Boundary: "


@dataclass(frozen=True)
class XmlNode:
    """Hold what becomes a code of another program: a theme, or a code of the codebook."""

    guid: str
    name: str
    description: str
    inner: tuple[XmlNode, ...]


def guid(findings: Findings, kind: str, *names: str) -> str:
    """Make the GUID of a thing, upper-case: the same in each build, of no other study's thing.

    It is the study's title, what kind of thing it is, and its id that it is made of (UUID,
    version 5).
    """
    parts = "/".join((kind, *names))
    return str(uuid5(NAMESPACE_URL, f"urn:study-findings:{findings.about.title}:{parts}")).upper()


def code_node(findings: Findings, code: Code) -> XmlNode:
    """Give a code with those inside it; its description is its definition, then when it applies."""
    parts = (
        code.definition,
        code.inclusion and INCLUSION + code.inclusion,
        code.exclusion and EXCLUSION + code.exclusion,
        *(MEMO + memo.text for memo in code.memos),
    )
    return XmlNode(
        guid(findings, "code", code.id),
        code.label,
        "\n\n".join(part.strip() for part in parts if part),
        tuple(code_node(findings, inner) for inner in code.codes),
    )


def theme_node(findings: Findings, theme: Theme) -> XmlNode:
    """Give a theme with those inside it; its description says first what of it was composed."""
    say = findings.say
    boundary = theme.boundary and BOUNDARY + theme.boundary
    parts = (disclaimers.of_theme(say, theme), theme.gist, boundary)
    return XmlNode(
        guid(findings, "theme", theme.id),
        disclaimers.titled(say, theme),
        "\n\n".join(part.strip() for part in parts if part),
        tuple(theme_node(findings, inner) for inner in theme.subthemes),
    )


def turns_remark(say: Interface) -> str:
    """Say of words that they are a dialogue, and how its turns are told apart."""
    return say.gettext("A dialogue: each turn begins a line.")


def original_name(say: Interface, quotation: str, language: str) -> str:
    """Name the note that holds the original of a quotation: `Original of q014 (ur)`."""
    return say.gettext(
        "Original of %(quotation)s (%(language)s)", quotation=quotation, language=language
    )


def element(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    """Add an element below another; what XML cannot hold is marked as unreadable."""
    written = {name: xml_text(value) for name, value in attributes.items()}
    made = ET.SubElement(parent, tag, written)
    made.text = xml_text(text) or None
    return made


def add_codes(parent: ET.Element, nodes: Iterable[XmlNode]) -> None:
    """Write codes: the description of each stands before the codes inside it."""
    for node in nodes:
        code = element(parent, "Code", guid=node.guid, name=node.name, isCodable="true")
        if node.description:
            element(code, "Description", node.description)
        add_codes(code, node.inner)


def written(root: ET.Element) -> bytes:
    """Write XML in UTF-8, an element a line."""
    ET.indent(root)
    return f'<?xml version="1.0" encoding="utf-8"?>\n{ET.tostring(root, "unicode")}\n'.encode()
