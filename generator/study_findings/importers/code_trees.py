"""Code systems as a table: a column a level, a parent beside each code, or levels in one cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final

from .found import Anomaly, Dropped, Found, FoundCode, TitlePath
from .maxqda import levels
from .nesting import Nesting, depth_of
from .options import Options
from .sheets import Headed, first_headed, looks_headed, named, plain
from .taguette import NO_TABLE

_FIELDS: Final = {
    "code": named(
        "Code|Codes|Code System|Codesystem|Code name|Código|Códigos|Sistema de códigos|"
        "Système de codes|Sistema dei codici|Codice|Kode|Kodes"
    ),
    "parent": named(
        "Parent code|Übergeordneter Code|Obercode|Código padre|Código superior|Code parent|"
        "Código pai|Codice superiore"
    ),
    "told": named(
        "Memo|Code memo|Comment|Comments|Definition|Kommentar|Comentario|Comentário|Commentaire|"
        "Description"
    ),
    "count": named(
        "Groundedness|Magnitude Degree|Density|Number of Groups|Code Group 1|Groups|Frequency|"
        "Häufigkeit|Frecuencia|Fréquence|Frequência|Frequenza|Cod seg all documents|Cod seg|"
        "Coded segments|Codierte Segmente alle Dokumente|Enraizamiento|Enraizamento|Fundamentación|"
        "Codings|Magnitude"
    ),
}
# ATLAS.ti's table of codes that it reads itself too: a name, a comment, and a column a group.
_GROUPED: Final = {
    "code": named("Name|Code|Code name|Código|Nome|Nombre|Nom"),
    "told": _FIELDS["told"],
    "group": named(
        "codegroup 1|Code Group 1|Codegruppe 1|Kodegruppe 1|Grupo de códigos 1|Groupe de codes 1"
    ),
}
_BULLET: Final = re.compile(r"^[○●◯•◦▪∘]\s*")
_INSIDE: Final = ": "


def recognises(path: Path, head: bytes) -> str | None:
    """Say whether a file is a table of codes."""
    is_known = _headed(looks_headed(path, head, _FIELDS, ("code",))) or looks_headed(
        path, head, _GROUPED, ("code", "group")
    )
    return "a table of codes" if is_known else None


def read(path: Path, options: Options) -> Found:
    """Read codes in their tree; how often each was used is counted anew by the site."""
    table = _headed(first_headed(path, _FIELDS, ("code",)))
    table = table or first_headed(path, _GROUPED, ("code", "group"))
    if table is None:
        raise NO_TABLE
    first, last = table.columns["code"], _last_level(table)
    codes: list[FoundCode] = []
    above: list[str] = []
    nesting = Nesting()
    root = plain(table.sheet.rows[table.header - 1][first])
    for at, row, cells in table.whole():
        places = range(first, min(last, len(cells)))
        filled = [place for place in places if cells[place].strip()]
        if not filled:
            continue
        title = _BULLET.sub("", cells[filled[0]]).strip()
        depth = filled[0] - first
        if not depth and plain(title) == root:
            # MAXQDA begins its tree with a row that names the tree itself.
            above[:] = [""]
            continue
        above[depth:] = [title]
        path_ = tuple(above) if last - first > 1 else levels(title, options.separator)
        if last - first == 1 == len(path_) and "parent" not in table.columns:
            path_ = nesting.put(title, depth_of(cells[first]))
        if row.get("parent"):
            path_ = (*levels(row["parent"], options.separator), *path_)
        if any(path_):
            codes.append(FoundCode(tuple(filter(None, path_)), at, definition=row.get("told", "")))
    return Found(
        "a table of codes",
        codes=tuple(unfolded(codes)),
        anomalies=tuple(_about_groups(table)),
        dropped=tuple(_above(table)),
    )


def _about_groups(table: Headed) -> Iterator[Anomaly]:
    """Tell of groups of codes, which are many over many, and no levels."""
    if "group" in table.columns:
        says = "the groups that codes are in were not read: put a code inside another by hand"
        yield Anomaly("other", table.sheet.at(table.header), says)


def _above(table: Headed) -> Iterator[Dropped]:
    """Tell of rows above the header that are no title: another table stands there."""
    for number, cells in enumerate(table.sheet.rows[: table.header - 1], 1):
        if sum(bool(cell.strip()) for cell in cells) > 1:
            why = "it stands above the header that was read: keep each table in a sheet of its own"
            yield Dropped(table.sheet.at(number), why)


def unfolded(codes: Sequence[FoundCode]) -> list[FoundCode]:
    """Put codes named `A: B` inside `A`, where `A` is a code of its own, as ATLAS.ti names them."""
    names = {code.path[0] for code in codes if len(code.path) == 1}
    return [
        FoundCode(inside(code.path[0], names), code.at, definition=code.definition)
        if len(code.path) == 1
        else code
        for code in codes
    ]


def inside(name: str, names: set[str]) -> TitlePath:
    """Part a name such as `A: B: C` at each beginning that is a code of its own."""
    path: list[str] = []
    start = 0
    at = name.find(_INSIDE)
    while at >= 0:
        if name[:at] in names and name[at + len(_INSIDE) :].strip():
            path.append(name[start:at])
            start = at + len(_INSIDE)
        at = name.find(_INSIDE, at + 1)
    return (*path, name[start:])


def _headed(table: Headed | None) -> Headed | None:
    """Take a table for one of codes where it has a tree, a parent or a count, and no quotations."""
    if table is None:
        return None
    known = set(table.columns) & {"parent", "count"}
    header = table.sheet.rows[table.header - 1]
    is_pair = len(header) == 2 and "told" in table.columns
    is_tree = "told" in table.columns and _last_level(table) - table.columns["code"] > 1
    return table if known or is_pair or is_tree else None


def _last_level(table: Headed) -> int:
    """Find where the columns without a name behind the codes end: each is a level."""
    header = table.sheet.rows[table.header - 1]
    at = table.columns["code"] + 1
    while at < len(header) and not header[at]:
        at += 1
    return at
