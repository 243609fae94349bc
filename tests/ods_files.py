"""OpenDocument spreadsheets made for tests, from the XML of their tables."""

from __future__ import annotations

import io
import zipfile
from typing import Final

_SPACES: Final = {
    "office": "office",
    "table": "table",
    "text": "text",
    "draw": "drawing",
    "calcext": "calc",
}


def ods(
    *tables: str, doctype: str = "", before: str = "", body: str = "spreadsheet", **members: str
) -> bytes:
    """Make a spreadsheet of the rows of each table; `before` stands before them all."""
    spaces = "".join(
        f' xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in _SPACES.items()
    )
    sheets = "".join(f'<table:table table:name="s">{rows}</table:table>' for rows in tables)
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr(
            "content.xml",
            f'<?xml version="1.0"?>{doctype}<office:document-content{spaces}><office:body>'
            f"<office:{body}>{before}{sheets}</office:{body}></office:body>"
            "</office:document-content>",
        )
        for name, content in members.items():
            archive.writestr(f"{name}.xml", content)
    return stream.getvalue()


def row(*cells: str, times: int = 1) -> str:
    """Write a row of cells: each as XML, or in words."""
    repeated = f' table:number-rows-repeated="{times}"' if times > 1 else ""
    written = (one if one.startswith("<") else cell(one) for one in cells)
    return f"<table:table-row{repeated}>{''.join(written)}</table:table-row>"


def cell(*paragraphs: str, kind: str = "table-cell", **attributes: str) -> str:
    """Write a cell of paragraphs; `office_value` becomes `office:value`."""
    named = "".join(
        f' {name.replace("__", "-").replace("_", ":", 1)}="{value}"'
        for name, value in attributes.items()
    )
    held = "".join(
        one if one.startswith("<office") else f"<text:p>{one}</text:p>" for one in paragraphs if one
    )
    return f"<table:{kind}{named}>{held}</table:{kind}>"


def repeated(times: int, said: str = "") -> str:
    """Write a cell that is repeated."""
    return cell(said, table_number__columns__repeated=str(times))
