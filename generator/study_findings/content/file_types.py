"""The kinds of file that are published, told by the name's ending and held to it by their bytes."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import Final, Literal

FileType = Literal["page", "picture", "drawing", "document", "style", "font", "setting"]

TEMPLATE: Final = ".md.j2"
# Formats by their names in Pillow.
PICTURES: Final = {
    ".png": "PNG",
    ".jpg": "JPEG",
    ".jpeg": "JPEG",
    ".gif": "GIF",
    ".webp": "WEBP",
}
FILE_TYPES: Final[dict[str, FileType]] = {
    ".md": "page",
    **dict.fromkeys(PICTURES, "picture"),
    ".svg": "drawing",
    ".pdf": "document",
    ".css": "style",
    **dict.fromkeys((".woff2", ".woff", ".ttf", ".otf"), "font"),
}
# What a web server or GitHub asks for by its name.
SETTINGS: Final = frozenset({"CNAME", "robots.txt"})
ALLOWED: Final = "Markdown, PNG, JPEG, GIF, WebP, SVG, PDF, CSS and fonts"

_LEFTOVERS: Final = (
    (
        re.compile(r"~$|\.(?:bak|backup|old|orig|rej|save|tmp|temp|swp|swo)\d*$"),
        "an editor's backup",
    ),
    (re.compile(r"^~[$l]|^\.~lock\.|^#.*#$|^~wrl|^\$recycle|\.lock$"), "a lock file of an editor"),
    (
        re.compile(r"^(?:\.ds_store|thumbs\.db|desktop\.ini|ehthumbs\.db|icon\r)$"),
        "left by a system",
    ),
    (
        re.compile(
            r"conflicted copy|\.sync-conflict-| copy(?: \(?\d+\)?)?\.|^copy of |\(\d+\)\.md"
            r"|[_.](?:backup|base|local|remote)[_.]\d+\."
        ),
        "a copy that a program made",
    ),
    (re.compile(r"\.(?:crdownload|part|partial|download)$"), "a download that did not end"),
)
UNCLEANED: Final = "a picture whose place and camera cannot be taken out"
BUILT: Final = "a part of web pages"
_NAMED_TYPES: Final = {
    "a text document": "doc docx docm dotx odt ott rtf txt pages wpd tex epub log srt vtt sbv",
    "a table": (
        "csv tsv xls xlsx xlsm xlsb ods numbers sav dta rds rdata sqlite db mdb accdb parquet"
    ),
    "slides": "ppt pptx odp key",
    "a project of an analysis program": (
        "qdpx qdc qde nvp nvpx nvcx mx2 mx3 mx4 mx5 mx11 mx12 mx18 mx20 mx22 mx24 mx26 mex22 "
        "mex24 mtr atlproj atlproj22 atlproj23 atlproj24 atlcb hpr5 hpr6 hpr7 rqda qda f4a f4p "
        "dvn quirkos taguette"
    ),
    "a recording": (
        "mp3 m4a wav wma ogg oga opus flac aac aif aiff aifc caf amr awb 3gp 3g2 mp4 m4v mov avi "
        "mkv webm weba wmv mpg mpeg flv vob ogv ds2 dss"
    ),
    UNCLEANED: "heic heif avif jxl tif tiff bmp raw dng cr2 nef psd eps ai",
    "an archive": "zip 7z rar tar gz tgz bz2 xz zst jar iso dmg",
    "a message": "eml msg mbox ics vcf pst",
    BUILT: "html htm xhtml js mjs json xml map wasm ico",
    "a program": "py r rmd ipynb php sh exe",
    "data": "jsonl yml yaml toml ini env geojson gpx kml",
}
_WHAT: Final = {f".{end}": what for what, ends in _NAMED_TYPES.items() for end in ends.split()}
# What the engines and this program put into a site.
_MADE: Final = frozenset(
    {"sitemap.xml.gz"}
    | {
        f"data/{name}"
        for name in (
            "quotations.csv quotations.xlsx quotations.docx matrix.csv matrix.xlsx report.docx "
            "results-table.docx claims.csv codebook.csv codebook.qdc findings.qdpx"
        ).split()
    }
)
_FONT_MARKS: Final = (b"wOF2", b"wOFF", b"\0\1\0\0", b"OTTO", b"true")


def file_type_of(path: str) -> FileType | None:
    """Give the kind of a file that is published without being named, or None."""
    name = PurePosixPath(path).name
    if name in SETTINGS:
        return "setting"
    if name.endswith((TEMPLATE, ".md")):
        return "page"
    suffix = PurePosixPath(name).suffix.casefold()
    return None if suffix == ".md" else FILE_TYPES.get(suffix)


def leftover(path: str) -> str | None:
    """Say what left a file behind that nobody meant to publish, or give None."""
    name = PurePosixPath(path).name.casefold()
    return next((what for pattern, what in _LEFTOVERS if pattern.search(name)), None)


def is_stray_in_site(path: str) -> bool:
    """Tell whether a file of a built site is of a kind that nothing but an accident puts there."""
    name = PurePosixPath(path).name
    if name in SETTINGS or path in _MADE:
        return False
    return bool(leftover(path)) or _WHAT.get(PurePosixPath(path).suffix.casefold(), BUILT) != BUILT


def described(path: str) -> str:
    """Say what a file that is not published seems to be: `a table`."""
    return _WHAT.get(PurePosixPath(path).suffix.casefold(), "a file of this kind")


def is_what_it_says(file_type: FileType, data: bytes) -> bool:
    """Tell whether a file's bytes are of its kind; pictures and drawings are read to know."""
    if file_type == "document":
        return data.startswith(b"%PDF-")
    if file_type == "font":
        # WOFF says its own length, so that nothing can hang on behind.
        whole = not data.startswith(b"wOF") or int.from_bytes(data[8:12]) == len(data)
        return data.startswith(_FONT_MARKS) and whole
    if file_type in ("page", "style", "setting"):
        return b"\0" not in data
    return True
