"""Files that were exported, opened again by other libraries than wrote them, or by plain ones."""

from __future__ import annotations

import csv
import io
import zipfile
from typing import Any

import docx
import openpyxl
from defusedxml import ElementTree
from docx.document import Document

from study_findings.exporters.all_formats import FORMATS
from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Site

SITE = "https://example.org/bus/"


def exported(study: Study, name: str, base_url: str = SITE) -> bytes:
    """Make the file of a format."""
    return FORMATS[name].write(Findings(publishable(study)), base_url)


def rows_of(data: bytes) -> list[dict[str, str]]:
    """Read a CSV file as a spreadsheet or program does."""
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def sheets_of(data: bytes) -> dict[str, list[tuple[Any, ...]]]:
    """Read the values of a workbook's sheets, a tuple a row."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    return {sheet.title: list(sheet.iter_rows(values_only=True)) for sheet in book.worksheets}


def document_of(data: bytes) -> Document:
    """Open a Word document."""
    return docx.Document(io.BytesIO(data))


def words_of_document(data: bytes) -> str:
    """Read all words of a Word document in order, tables included, a paragraph a line."""
    body = document_of(data).element.body
    name = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    return "\n".join(
        "".join(node.text or "\n" for node in paragraph.iter(f"{name}t", f"{name}br"))
        for paragraph in body.iter(f"{name}p")
    )


def members_of(data: bytes) -> dict[str, bytes]:
    """Read the members of a packed file, by name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def all_of_site(site: Site) -> str:
    """Read every file of a site with its path, packed ones member by member."""
    found = []
    for path, content in site.files.items():
        inner = members_of(content) if content.startswith(b"PK") else {"": content}
        found += [
            f"{path} {name}\n{part.decode('utf-8', 'replace')}" for name, part in inner.items()
        ]
    return "\n".join(found)


def xml_of(data: bytes) -> Any:
    """Parse XML; whatever could harm is refused."""
    return ElementTree.fromstring(data, forbid_dtd=True)
