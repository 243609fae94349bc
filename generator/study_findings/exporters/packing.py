"""Packed files with the same bytes each time: of no day and no machine, by the study's authors."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from html import escape
from typing import Final

from ..citations.names import name_of
from ..findings.views import Findings
from .cells import xml_text

# The first day that the format can tell.
FIRST_DAY: Final = (1980, 1, 1, 0, 0, 0)
PROGRAM: Final = "study-findings"
_DECLARATION: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org"


def packed(members: Mapping[str, bytes]) -> bytes:
    """Pack files into a ZIP archive, in their order, all of one fixed date."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in members.items():
            member = zipfile.ZipInfo(name, FIRST_DAY)
            member.create_system = 0
            member.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(member, data, compresslevel=9)
    return out.getvalue()


def office_file(written: bytes, findings: Findings, title: str) -> bytes:
    """Pack a Word document or workbook anew: its properties name the study's authors or nobody."""
    with zipfile.ZipFile(io.BytesIO(written)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    members["docProps/core.xml"] = _core(findings, title)
    members["docProps/app.xml"] = (
        f'{_DECLARATION}<Properties xmlns="{_OFFICE}/officeDocument/2006/extended-properties">'
        f"<Application>{PROGRAM}</Application></Properties>"
    ).encode()
    return packed(members)


def authors_of(findings: Findings) -> str:
    """Name the study's authors in a line; nothing where it names none."""
    return "; ".join(name_of(author).natural for author in findings.about.authors)


def _core(findings: Findings, title: str) -> bytes:
    def element(name: str, text: str) -> str:
        return f"<{name}>{escape(xml_text(text), quote=False)}</{name}>" if text else ""

    return (
        f'{_DECLARATION}<cp:coreProperties xmlns:cp="{_OFFICE}/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"{element('dc:title', title)}{element('dc:creator', authors_of(findings))}"
        f"{element('dc:language', findings.language)}{element('cp:category', PROGRAM)}"
        "</cp:coreProperties>"
    ).encode()
