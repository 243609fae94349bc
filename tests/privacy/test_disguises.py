"""One private sentence in every disguise we could think of; the test disguises it itself."""

from __future__ import annotations

import base64
import bz2
import codecs
import gzip
import html
import io
import json
import lzma
import quopri
import tarfile
import zipfile
import zlib
from pathlib import Path
from urllib.parse import quote

import pytest
from made_files import exif_with, noise, pdf_with, png_with, revised, saved
from test_leak import CLEARED, EMPTY, leaks

from study_findings.model import Quotation, Study
from study_findings.problems import Problem

SENTENCE = "Gulmina hid seventeen letters under the loose kitchen floorboard before winter"
WORDS = SENTENCE.split()
URDU = "وارڈ کی نرس نے چابی تیسرے گملے کے نیچے دروازے کے پاس رکھی تھی"
DIGITS = "Sie rief 0912 345 um 17 Uhr aus Zimmer 23 an"


def zipped(*members: tuple[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members:
            archive.writestr(name, content)
    return stream.getvalue()


def tarred(content: bytes) -> bytes:
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:xz") as archive:
        member = tarfile.TarInfo("t.txt")
        member.size = len(content)
        archive.addfile(member, io.BytesIO(content))
    return stream.getvalue()


def swapped(pairs: str, text: str = SENTENCE) -> str:
    """Replace letters by others that look the same: `eеoо`."""
    return text.translate(dict(zip(map(ord, pairs[::2]), pairs[1::2], strict=True)))


def hyphenated(hyphen: str, end: str = "\n", text: str = SENTENCE) -> str:
    """Divide each longer word at a line's end."""
    return " ".join(
        f"{word[:3]}{hyphen}{end}{word[3:]}" if len(word) > 5 else word for word in text.split()
    )


def b64(data: bytes) -> str:
    return base64.b64encode(data).decode()


PLAIN = SENTENCE.encode()
CAUGHT: dict[str, tuple[str, str | bytes]] = {
    "as it is": ("a.html", f"<p>{SENTENCE}</p>"),
    "in capitals": ("a.html", SENTENCE.upper()),
    "with other punctuation": ("a.html", SENTENCE.replace(" ", " – ")),
    "in a title": ("a.html", f"<title>{SENTENCE}</title>"),
    "in a description": ("a.html", f'<meta name="description" content="{SENTENCE}">'),
    "in a comment": ("a.html", f"<!-- {SENTENCE} -->"),
    "in a hidden element": ("a.html", f"<p hidden>{SENTENCE}</p>"),
    "in a style": ("a.css", f"/* {SENTENCE} */"),
    "in a script": ("a.js", f"// {SENTENCE}"),
    "in JSON": ("a.json", json.dumps({"a": [SENTENCE]})),
    "tags inside words": ("a.html", "".join(f"<b>{w[:2]}</b><i>{w[2:]}</i> " for w in WORDS)),
    "every letter in a tag": ("a.html", "".join(f"<i>{c}</i>" for c in SENTENCE)),
    "references": ("a.html", "".join(f"&#{ord(c)};" for c in SENTENCE)),
    "hexadecimal references": ("a.html", "".join(f"&#x{ord(c):x};" for c in SENTENCE)),
    "references twice": ("a.html", html.escape("".join(f"&#{ord(c)};" for c in SENTENCE))),
    "percent": ("a.html", f'<a href="?q={quote(SENTENCE)}">x</a>'),
    "percent, every letter": ("a.html", "".join(f"%{ord(c):02X}" for c in SENTENCE)),
    "percent, twice": ("a.html", f'<a href="?to={quote(quote(SENTENCE))}">x</a>'),
    "percent, thrice": ("a.html", quote(quote(quote(SENTENCE)))),
    "escapes of a style sheet": ("a.css", "".join(f"\\{ord(c):x} " for c in SENTENCE)),
    "escapes of a style sheet, six digits": ("a.css", "".join(f"\\{ord(c):06x}" for c in SENTENCE)),
    "escapes of JavaScript": ("a.js", "".join(f"\\x{ord(c):02x}" for c in SENTENCE)),
    "escapes of JSON": ("a.json", "".join(f"\\u{ord(c):04x}" for c in SENTENCE)),
    "the name of a file": (f"{'-'.join(WORDS)}.html", "x"),
    "the name of a folder": (f"{'_'.join(WORDS)}/index.html", "x"),
    "soft hyphens": ("a.html", "\u00ad".join(SENTENCE)),
    "zero-width spaces": ("a.html", "\u200b".join(SENTENCE)),
    "joiners": ("a.html", "\u2060".join(SENTENCE)),
    "word breaks": ("a.html", "<wbr>".join(SENTENCE)),
    "full width": ("a.html", "".join(chr(ord(c) + 0xFEE0) if c != " " else c for c in SENTENCE)),
    "mathematical letters": (
        "a.html",
        "".join(chr(0x1D41A + ord(c) - 97) if c.islower() else c for c in SENTENCE),
    ),
    "letters in circles": (
        "a.html",
        "".join(chr(0x24D0 + ord(c) - 97) if c.islower() else c for c in SENTENCE),
    ),
    "letters in squares": (
        "a.html",
        "".join(chr(0x1F170 + ord(c) - 97) if c.islower() else c for c in SENTENCE),
    ),
    "small capitals": ("a.html", swapped("eᴇtᴛnɴiɪ")),
    "accents": ("a.html", "\u0301".join(SENTENCE)),
    "Cyrillic letters": ("a.html", swapped("eеoоaаpрcсxхyу")),
    "Greek letters": ("a.html", swapped("oοvνiιpρaαuυ")),
    "Cyrillic capitals": ("a.html", swapped("EЕOОAАPРCСHНTТKКMМ", SENTENCE.upper())),
    "mixed look-alikes": ("a.html", swapped("eеoοiіsѕ")),
    "a hyphen at a line's end": ("a.txt", hyphenated("-")),
    "a hyphen and a break": ("a.html", hyphenated("-", "<br>")),
    "a hyphen and spaces": ("a.html", hyphenated("-", "\r\n      ")),
    "a soft hyphen and a line's end": ("a.html", hyphenated("\u00ad")),
    "&shy; and a line's end": ("a.html", hyphenated("&shy;")),
    "a Unicode hyphen": ("a.html", hyphenated("\u2010")),
    "quoted-printable": ("a.eml", hyphenated("=")),
    "quoted-printable, every letter": ("a.eml", "".join(f"={ord(c):02X}" for c in SENTENCE)),
    "quoted-printable, folded": ("a.eml", quopri.encodestring(PLAIN * 3)),
    "Base64": ("a.txt", b64(PLAIN)),
    "Base64 in lines": ("a.eml", base64.encodebytes(PLAIN * 4)),
    "Base64 for addresses": ("a.html", base64.urlsafe_b64encode(f"{SENTENCE}??>>".encode())),
    "Base64 without padding": ("a.json", json.dumps({"a": b64(PLAIN).rstrip("=")})),
    "Base64 in Base64": ("a.txt", b64(b64(b64(PLAIN).encode()).encode())),
    "Base64 of HTML": ("a.txt", b64(f"<p>{'<b></b>'.join(SENTENCE)}</p>".encode())),
    "Base64 of UTF-16": ("a.txt", b64(SENTENCE.encode("utf-16-le"))),
    "Base64 of gzip": ("a.txt", b64(gzip.compress(PLAIN))),
    "Base64 in references": (
        "a.html",
        html.escape(b64(PLAIN)).replace("=", "&#61;").replace("/", "&#47;"),
    ),
    "a data URI": ("a.html", f'<a href="data:text/plain;base64,{b64(PLAIN)}">x</a>'),
    "a data URI, percent": ("a.html", f'<a href="data:text/plain,{quote(SENTENCE)}">x</a>'),
    "a data URI, Base64 and percent": (
        "a.css",
        f"url(data:text/plain;base64,{quote(b64(PLAIN), safe='')})",
    ),
    "a picture in a data URI": ("a.css", f"url(data:image/png;base64,{b64(png_with(SENTENCE))})"),
    "a PDF in a data URI": (
        "a.html",
        f'<embed src="data:application/pdf;base64,{b64(pdf_with(SENTENCE))}">',
    ),
    "a drawing in a data URI": (
        "a.html",
        (
            '<img src="data:image/svg+xml;base64,'
            f'{b64(f"<svg><text>{SENTENCE}</text></svg>".encode())}">'
        ),
    ),
    "hexadecimal": ("a.txt", PLAIN.hex()),
    "gzip": ("a.gz", gzip.compress(PLAIN)),
    "gzip, two in a row": ("a.gz", gzip.compress(b"x") + gzip.compress(PLAIN)),
    "bzip2": ("a.bz2", bz2.compress(PLAIN)),
    "xz": ("a.xz", lzma.compress(PLAIN)),
    "LZMA": ("a.lzma", lzma.compress(PLAIN, lzma.FORMAT_ALONE)),
    "zlib": ("a.bin", zlib.compress(PLAIN, 9)),
    "zlib, not packed": ("a.bin", zlib.compress(PLAIN, 0)),
    "zip": ("a.zip", zipped(("t.txt", PLAIN))),
    "zip behind a picture": ("a.png", saved(noise(), "PNG") + zipped(("t.txt", PLAIN))),
    "a name in a zip": ("a.zip", zipped((f"{'-'.join(WORDS)}.txt", b"x"))),
    "tar.xz": ("a.tar.xz", tarred(PLAIN)),
    "zip of gzip of bzip2": ("a.zip", zipped(("a.gz", gzip.compress(bz2.compress(PLAIN))))),
    "a Word document": ("a.docx", zipped(("word/document.xml", f"<w:t>{SENTENCE}</w:t>".encode()))),
    "a PDF": ("a.pdf", pdf_with(SENTENCE)),
    "a PDF in lines": ("a.pdf", pdf_with("\n".join(WORDS))),
    "a PDF, hyphenated": ("a.pdf", pdf_with(hyphenated("-"))),
    "a PDF's properties": ("a.pdf", pdf_with("x", author=SENTENCE)),
    "a PDF's attachment": ("a.pdf", pdf_with("x", attached=gzip.compress(PLAIN))),
    "a PDF's earlier version": ("a.pdf", revised(pdf_with(SENTENCE), "Nothing.")),
    "a PDF in a zip": ("a.zip", zipped(("a.pdf", pdf_with(SENTENCE)))),
    "PNG text": ("a.png", png_with(SENTENCE)),
    "a picture's description": ("a.jpg", saved(noise(), "JPEG", exif=exif_with(SENTENCE))),
    "a JPEG's comment": ("a.jpg", saved(noise(), "JPEG", comment=PLAIN)),
    "a GIF's comment": ("a.gif", saved(noise(), "GIF", comment=PLAIN)),
    "UTF-16": ("a.txt", SENTENCE.encode("utf-16")),
    "UTF-16, big end first": ("a.txt", SENTENCE.encode("utf-16-be")),
    "UTF-32": ("a.txt", SENTENCE.encode("utf-32")),
    "UTF-32 without a mark": ("a.bin", SENTENCE.encode("utf-32-be")),
    "a search index": (
        "a.pf_fragment",
        gzip.compress(b"pagefind_dcd" + json.dumps({"c": SENTENCE}).encode()),
    ),
    **{
        f"word {number + 1} of six changed": (
            "a.html",
            " ".join([*WORDS[:number], "other", *WORDS[number + 1 : 6]]),
        )
        for number in range(6)
    },
    **{
        f"word {number + 1} of six left out": (
            "a.html",
            " ".join([*WORDS[:number], *WORDS[number + 1 : 6]]),
        )
        for number in range(6)
    },
    "a word added in the middle": ("a.html", " ".join([*WORDS[:3], "old", *WORDS[3:6]])),
    "every sixth word changed": (
        "a.html",
        " ".join("so" if n % 6 == 5 else w for n, w in enumerate(WORDS)),
    ),
}
NOT_CAUGHT: dict[str, tuple[str, str | bytes]] = {
    "in other words": ("a.html", "She put her post beneath a plank in autumn"),
    "translated": ("a.html", "Gulmina a caché dix-sept lettres sous une lame du plancher"),
    "four words of it": ("a.html", " ".join(WORDS[1:5])),
    "two words of each six changed": (
        "a.html",
        " ".join("so" if n % 3 == 2 else w for n, w in enumerate(WORDS)),
    ),
    "backwards": ("a.html", SENTENCE[::-1]),
    "letters set apart": ("a.html", " ".join(SENTENCE)),
    "without spaces": ("a.html", SENTENCE.replace(" ", "")),
    "ROT13": ("a.txt", codecs.encode(SENTENCE, "rot13")),
    "digits for letters": ("a.html", swapped("e3o0i1a4")),
    "Base32": ("a.txt", base64.b32encode(PLAIN)),
    "drawn as pixels": ("a.png", saved(noise(), "PNG")),
}


def of_sentence(found: list[Problem]) -> list[str]:
    return [
        f"{item.location.file} {item.rule} {item.level}" for item in found if item.rule == "leak"
    ]


@pytest.mark.parametrize("disguise", CAUGHT)
def test_caught(tmp_path: Path, disguise: str) -> None:
    name, content = CAUGHT[disguise]
    found = leaks(tmp_path, {"t.txt": SENTENCE}, {name: content})
    assert of_sentence(found) == ["private/t.txt leak error"]
    told = json.dumps([(item.message.replace(name, ""), item.hint) for item in found]).casefold()
    assert not {"gulmina", "seventeen", "floorboard"} & set(told.split())


@pytest.mark.parametrize("disguise", NOT_CAUGHT)
def test_not_caught_as_the_documentation_says(tmp_path: Path, disguise: str) -> None:
    name, content = NOT_CAUGHT[disguise]
    assert of_sentence(leaks(tmp_path, {"t.txt": SENTENCE}, {name: content})) == []


@pytest.mark.parametrize(
    ("private", "page"),
    [
        (URDU, swapped("کكیيہه", URDU)),
        (swapped("کكیي", URDU), URDU),
        (URDU, swapped("یىہھ", URDU)),
        (URDU, "ـ".join(URDU).replace("ـ ـ", " ")),
        (URDU, URDU.replace(" ", " \u064e")),
        (DIGITS, swapped("0۰1۱2۲3۳4۴5۵7۷9۹", DIGITS)),
        (swapped("0٠1١2٢3٣4٤5٥7٧9٩", DIGITS), DIGITS),
        (DIGITS, swapped("0०1१2२3३4४5५7७9९", DIGITS)),
        (
            "Über die Straße nach Łódź ging sie zu Fuß",
            "Uber die Strasse nach Lodz ging sie zu Fuss",
        ),
    ],
)
def test_letters_and_digits_of_another_keyboard(tmp_path: Path, private: str, page: str) -> None:
    assert private != page
    found = leaks(tmp_path, {"t.txt": private}, {"a.html": f"<p>{page}</p>"})
    assert of_sentence(found) == ["private/t.txt leak error"]
    assert "altered" not in found[0].message


@pytest.mark.parametrize("encoding", ["cp1252", "cp1256", "latin-1"])
def test_older_encodings(tmp_path: Path, encoding: str) -> None:
    text = (
        "كتبت المرأة سبع رسائل قبل الشتاء"
        if encoding == "cp1256"
        else "élevé naïve façade brûlé près très"
    )
    found = leaks(tmp_path, {"t.txt": text}, {"a.txt": text.encode(encoding)})
    assert of_sentence(found) == ["private/t.txt leak error"]


@pytest.mark.parametrize(
    ("source", "content"),
    [
        ("t.txt", hyphenated("-").encode()),
        ("t.pdf", pdf_with(SENTENCE)),
        ("t.pdf", pdf_with(hyphenated("-"))),
        ("t.txt", SENTENCE.encode("utf-32")),
        ("t.txt.bz2", bz2.compress(PLAIN)),
        ("t.txt.xz", lzma.compress(PLAIN)),
        ("t.zip", zipped(("in/t.pdf", pdf_with(SENTENCE)))),
    ],
)
def test_private_files_are_read_as_well(tmp_path: Path, source: str, content: bytes) -> None:
    found = leaks(tmp_path, {source: content}, {"a.html": SENTENCE})
    assert of_sentence(found) == [f"private/{source} leak error"]


class TestOneWordAltered:
    COMMON = "the end of the day and " * 40

    def test_the_problem_says_so(self, tmp_path: Path) -> None:
        page = SENTENCE.replace("letters", "notes")
        (found,) = leaks(tmp_path, {"t.txt": " ".join(WORDS[:6])}, {"a.html": page})
        assert "private words, one of six altered, stand in" in found.message

    def test_words_found_whole_elsewhere_are_told_as_such(self, tmp_path: Path) -> None:
        pages: dict[str, str | bytes] = {
            "a.html": SENTENCE.replace("letters", "notes"),
            "b.html": SENTENCE,
        }
        (found,) = leaks(tmp_path, {"t.txt": " ".join(WORDS[:6])}, pages)
        assert "altered" not in found.message

    def test_a_cleared_quotation_may_differ_from_its_transcript(self, tmp_path: Path) -> None:
        text = SENTENCE.replace("Gulmina", "[name]").replace("floorboard", "[place]")
        quotation = Quotation(id="q1", text=text, cleared=CLEARED)
        study = Study(about=EMPTY.about, quotations=(quotation,))
        page = {"a.html": f"<p>{text}</p><p>Student 7</p>"}
        assert leaks(tmp_path, {"t.txt": f"And then {SENTENCE} came"}, page, study) == []
        assert leaks(tmp_path, {}, {"b.html": SENTENCE}, study) != []

    @pytest.mark.parametrize(
        ("page", "is_leak"),
        [
            ("by the end of the day", False),
            ("by end of the day Gulmina came", False),
            ("at the end of the day", True),
            ("until seventeen letters under the floor", False),
            ("sold seventeen letters under the loose", True),
        ],
    )
    def test_common_words_do_not_tell(self, tmp_path: Path, page: str, is_leak: bool) -> None:
        private = {"t.txt": f"at the end of the day {SENTENCE}", "u.txt": self.COMMON}
        assert bool(leaks(tmp_path, private, {"a.html": f"<p>{page}</p>"})) is is_leak


def test_a_study_without_private_words_is_not_compared(tmp_path: Path) -> None:
    assert leaks(tmp_path, None, {"a.html": SENTENCE}, EMPTY) == []
