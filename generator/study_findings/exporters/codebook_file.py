"""`codebook.qdc`: the codebook as REFI-QDA 1.5 exchanges it between programs."""

from __future__ import annotations

import xml.etree.ElementTree as ET

from ..findings.views import Findings
from .packing import PROGRAM
from .refi import add_codes, code_node, element, written

NAMESPACE = "urn:QDA-XML:codebook:1.0"


def codebook_qdc(findings: Findings, base_url: str) -> bytes:
    """Write the study's codes, nested as they are; there are no sets, and no empty list of such."""
    root = ET.Element("CodeBook", {"xmlns": NAMESPACE, "origin": PROGRAM})
    nodes = (code_node(findings, code) for code in findings.study.codebook)
    add_codes(element(root, "Codes"), nodes)
    return written(root)
