"""What may stand in `content/`, and what is left of a picture, a drawing or a PDF on the site."""

from __future__ import annotations

import base64
import io
import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from made_files import exif_with, noise, pdf_with, png_with, revised, saved
from PIL import Image
from PIL.GifImagePlugin import GifImageFile
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile
from PIL.WebPImagePlugin import WebPImageFile

from study_findings.content import clean_site, content_problems, public_files
from study_findings.content.drawings import DrawingError, cleaned_drawing
from study_findings.content.pictures import PictureError, cleaned_picture
from study_findings.documents.pdf import read_document
from study_findings.problems import Problem

SVG = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" {}>{}</svg>'
)
WORDS = "Gulalai of the third ward"


def written(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def rules(problems: list[Problem]) -> list[str]:
    return sorted(f"{item.location.file} {item.level} {item.rule}" for item in problems)


class TestKinds:
    PUBLISHED = [
        "about.md",
        "more/about.md.j2",
        "README.md",
        "look.css",
        "assets/nastaliq.woff2",
        "img/a.png",
        "img/A.JPG",
        "img/a.jpeg",
        "img/a.gif",
        "img/a.webp",
        "img/a.svg",
        "appendix.pdf",
        "CNAME",
        "robots.txt",
    ]
    BYTES = {
        "woff2": b"wOF2\0\1\0\0\0\0\0\x10abcd",
        "png": saved(noise(), "PNG"),
        "JPG": saved(noise(), "JPEG"),
        "jpeg": saved(noise(), "JPEG"),
        "gif": saved(noise(), "GIF"),
        "webp": saved(noise(), "WEBP"),
        "svg": SVG.format("", "<path d='M0 0'/>").encode(),
        "pdf": pdf_with("Nothing."),
    }

    def test_published_without_being_named(self, tmp_path: Path) -> None:
        files = {name: self.BYTES.get(name.rpartition(".")[2], b"x") for name in self.PUBLISHED}
        assert content_problems(written(tmp_path / "content", files)) == []
        assert public_files(tmp_path / "content") == sorted(self.PUBLISHED)

    @pytest.mark.parametrize(
        "name",
        (
            "t.docx t.doc t.odt t.rtf t.txt t.pages codes.xlsx codes.ods names.csv names.tsv "
            "p.qdpx p.nvp p.mx24 a.mp3 a.m4a a.wav a.ogg a.mp4 a.mov a.webm a.zip a.7z a.tar.gz "
            "a.eml a.html a.htm a.js a.xml a.json a.yml a.py a.heic a.tiff a.bmp a.avif a.ppt "
            "noending about.markdown about.MD page.html.j2 a.psd"
        ).split(),
    )
    def test_refused(self, tmp_path: Path, name: str) -> None:
        (problem,) = content_problems(written(tmp_path / "content", {f"deep/{name}": "x"}))
        assert (problem.rule, problem.level) == ("stray-content", "error")
        assert problem.location.file == f"content/deep/{name}"

    @pytest.mark.parametrize(
        "name",
        [
            "about.md~",
            "about.md.bak",
            "about.md.orig",
            "about.md.rej",
            "about.md.save",
            "#about.md#",
            "~$notes.docx",
            "~WRL0001.tmp",
            "about.swp",
            "Thumbs.db",
            "desktop.ini",
            "about (Anna's conflicted copy 2026-01-01).md",
            "about.sync-conflict-20260101-120000-ABC.md",
            "about - Copy.md",
            "about copy 2.md",
            "Copy of about.md",
            "about (1).md",
            "about_BACKUP_123.md",
            "appendix.pdf.crdownload",
        ],
    )
    def test_leftovers(self, tmp_path: Path, name: str) -> None:
        (problem,) = content_problems(written(tmp_path / "content", {name: "x"}))
        assert (problem.rule, problem.level) == ("leftover-file", "error")

    def test_hidden_files_are_not_published(self, tmp_path: Path) -> None:
        files: dict[str, str | bytes] = {
            ".DS_Store": "x",
            ".about.md.swp": "x",
            ".git/notes.md": "x",
        }
        content = written(tmp_path / "content", files)
        assert (content_problems(content), public_files(content)) == ([], [])

    def test_named_ones_are(self, tmp_path: Path) -> None:
        content = written(tmp_path / "content", {"data/table.csv": "a", "data/names.csv": "b"})
        named = ["data/table.csv"]
        assert rules(content_problems(content, named)) == [
            "content/data/names.csv error stray-content"
        ]

    def test_pictures_that_cannot_be_cleaned_are_not_even_then(self, tmp_path: Path) -> None:
        content = written(tmp_path / "content", {"a.heic": "a"})
        assert rules(content_problems(content, ["a.heic"])) == [
            "content/a.heic error stray-content"
        ]

    def test_a_named_one_has_to_be_there(self, tmp_path: Path) -> None:
        content = written(tmp_path / "content", {"a.md": "a"})
        assert rules(content_problems(content, ["tabel.csv"])) == [
            "mkdocs.yml error publish-missing"
        ]

    @pytest.mark.parametrize(
        ("name", "data", "rule"),
        [
            ("a.png", b"PK\x03\x04 a zip", "picture-unreadable"),
            ("a.png", saved(noise(), "JPEG"), "picture-unreadable"),
            ("a.jpg", saved(noise(), "JPEG")[:300], "picture-unreadable"),
            ("a.gif", b"", "picture-unreadable"),
            ("a.svg", b"\x89PNG", "drawing-unsafe"),
            ("a.pdf", b"PK\x03\x04 a zip", "false-ending"),
            ("a.pdf", b"%PDF-1.7 and no more", "document-unreadable"),
            ("a.md", b"PK\x03\x04\0\0 a docx", "false-ending"),
            ("a.css", b"\0\0", "false-ending"),
            ("a.woff2", b"PK\x03\x04", "false-ending"),
            ("a.woff2", b"wOF2\0\1\0\0\0\0\0\x10abcd a zip behind", "false-ending"),
        ],
    )
    def test_names_that_lie(self, tmp_path: Path, name: str, data: bytes, rule: str) -> None:
        assert rules(content_problems(written(tmp_path / "content", {name: data}))) == [
            f"content/{name} error {rule}"
        ]


def test_links_that_lead_out(tmp_path: Path) -> None:
    content = written(tmp_path / "content", {"real.md": "x", "in/y.md": "y", ".hidden/z.md": "z"})
    outside = written(tmp_path / "private", {"t.md": "secret"})
    for name, target in {
        "file.md": outside / "t.md",
        "relative.md": Path("../private/t.md"),
        "folder": outside,
        "whole": tmp_path,
        "nowhere.md": Path("gone.md"),
        "loop": content,
        "hidden.md": content / ".hidden/z.md",
        "fine.md": content / "real.md",
    }.items():
        (content / name).symlink_to(target)
    (content / "chain.md").symlink_to(content / "file.md")
    assert rules(content_problems(content)) == [
        f"content/{name} error link-out-of-content"
        for name in sorted(
            [
                "chain.md",
                "file.md",
                "folder",
                "hidden.md",
                "loop",
                "nowhere.md",
                "relative.md",
                "whole",
            ]
        )
    ]
    assert public_files(content) == ["fine.md", "in/y.md", "real.md"]


def opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


def colour_at(image: Image.Image, place: tuple[int, int]) -> tuple[int, ...]:
    pixel = image.getpixel(place)
    assert isinstance(pixel, tuple)
    return pixel


class TestPictures:
    @pytest.mark.parametrize(
        ("suffix", "data"),
        [
            (".jpg", saved(noise(), "JPEG", exif=exif_with(WORDS), comment=WORDS.encode())),
            (".jpg", saved(noise(), "JPEG", xmp=f"<x>{WORDS}</x>".encode())),
            (".jpg", saved(noise(), "JPEG") + b"PK\x03\x04" + WORDS.encode()),
            (".jpg", saved(noise().convert("CMYK"), "JPEG", exif=exif_with(WORDS))),
            (".png", png_with(WORDS)),
            (".png", saved(noise().convert("P"), "PNG", exif=exif_with(WORDS))),
            (".png", saved(noise(), "PNG") + WORDS.encode()),
            (".gif", saved(noise(), "GIF", comment=WORDS.encode())),
            (".webp", saved(noise(), "WEBP", exif=exif_with(WORDS), xmp=WORDS.encode())),
            (".png", saved(noise(), "PNG", icc_profile=b"\0" * 40 + WORDS.encode())),
        ],
    )
    def test_nothing_but_pixels_is_left(self, suffix: str, data: bytes) -> None:
        cleaned = cleaned_picture(data, suffix)
        found = opened(cleaned)
        found.load()
        assert WORDS.encode() not in cleaned
        assert not dict(found.getexif())
        kept = {"jfif", "jfif_version", "jfif_unit", "jfif_density", "progressive", "progression"}
        assert set(found.info) - kept <= {"version", "background", "loop", "timestamp", "duration"}
        assert found.size == opened(data).size
        assert cleaned_picture(data, suffix) == cleaned

    def test_is_turned_as_it_was_shown(self) -> None:
        data = saved(noise(60, 40), "JPEG", exif=exif_with(WORDS, orientation=6), quality=95)
        cleaned = opened(cleaned_picture(data, ".jpg"))
        assert cleaned.size == (40, 60)
        red, green, blue = colour_at(cleaned, (35, 5))
        assert (red > 200, green < 60, blue < 60) == (True, True, True)

    def test_keeps_the_quality_of_a_photograph(self) -> None:
        data = saved(Image.effect_noise((200, 200), 60).convert("RGB"), "JPEG", quality=80)
        before, after = opened(data), opened(cleaned_picture(data, ".jpg"))
        assert isinstance(before, JpegImageFile)
        assert isinstance(after, JpegImageFile)
        assert before.quantization == after.quantization

    @pytest.mark.parametrize(
        ("suffix", "kind"), [(".gif", "GIF"), (".webp", "WEBP"), (".png", "PNG")]
    )
    def test_moving_ones_move(self, suffix: str, kind: str) -> None:
        frames = [Image.new("RGB", (30, 30), (0, 80 * n, 0)) for n in range(3)]
        times = [100, 200, 300]
        data = saved(
            frames[0], kind, save_all=True, append_images=frames[1:], duration=times, loop=2
        )
        found = opened(cleaned_picture(data, suffix))
        assert isinstance(found, GifImageFile | WebPImageFile | PngImageFile)
        assert (found.n_frames, found.info["loop"]) == (3, 2)
        seen = []
        for number in range(3):
            found.seek(number)
            found.load()
            seen.append((int(found.info["duration"]), colour_at(found.convert("RGB"), (5, 5))[1]))
        assert [time for time, _ in seen] == times
        assert all(abs(green - 80 * number) < 12 for number, (_, green) in enumerate(seen))

    def test_see_through_parts_stay(self) -> None:
        image = noise().convert("RGBA")
        image.putalpha(Image.linear_gradient("L").resize(image.size))
        found = opened(cleaned_picture(saved(image, "PNG"), ".png"))
        assert found.tobytes() == image.tobytes()

    def test_one_that_would_burst_is_not_unpacked(self) -> None:
        data = saved(Image.new("1", (30_000, 30_000)), "PNG")
        assert len(data) < 200_000
        with pytest.raises(PictureError, match="250 million"):
            cleaned_picture(data, ".png")


class TestDrawings:
    @pytest.mark.parametrize(
        ("attributes", "inside"),
        [
            ("", "<script>alert(1)</script>"),
            ('onload="alert(1)"', ""),
            ("", "<g ONCLICK='x()'/>"),
            ("", "<foreignObject><p>x</p></foreignObject>"),
            ("", "<image href='https://example.org/a.png'/>"),
            ("", "<image xlink:href='file:///home/anna/photo.jpg'/>"),
            ("", "<image href='photo.jpg'/>"),
            ("", "<image href='data:image/svg+xml;base64,AAAA'/>"),
            ("", "<use href='other.svg#a'/>"),
            ("", "<a href='javascript:alert(1)'><path/></a>"),
            ("", "<set attributeName='onclick' to='x()'/>"),
            ("", "<animate attributeName='xlink:href' to='javascript:x()'/>"),
            ("", "<style>@import 'https://example.org/a.css';</style>"),
            ("", "<path style='fill: url(https://example.org/a)'/>"),
            ("", "<path"),
        ],
    )
    def test_what_acts_or_loads_is_refused(self, attributes: str, inside: str) -> None:
        with pytest.raises(DrawingError):
            cleaned_drawing(SVG.format(attributes, inside).encode())

    def test_entities_are_refused(self) -> None:
        text = '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + SVG.format("", "<text>&a;</text>")
        with pytest.raises(DrawingError, match="entities"):
            cleaned_drawing(text.encode())

    def test_what_editors_add_goes_and_the_drawing_stays(self) -> None:
        text = f"""<?xml version="1.0"?><!DOCTYPE svg><!-- {WORDS} --><?x {WORDS}?>
        <svg xmlns="http://www.w3.org/2000/svg" \
xmlns:s="http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd"
          s:docname="{WORDS}.svg" data-by="{WORDS}" viewBox="0 0 9 9"><title>A door</title>
          <metadata><x xmlns="urn:x">{WORDS}</x></metadata>\
<s:namedview name="{WORDS}"/><!-- {WORDS} -->
          <defs><linearGradient id="g"/></defs><text x="1">in <tspan>the</tspan> ward</text>
          <path style="fill: url(#g)" d="M0 0h9"/><a href="https://example.org/"><path d="M1 1"/>\
</a></svg>"""
        cleaned = cleaned_drawing(text.encode()).decode()
        assert WORDS not in cleaned
        for part in (
            "A door",
            "in <tspan>the</tspan> ward",
            "url(#g)",
            'viewBox="0 0 9 9"',
            "https://example.org/",
        ):
            assert part in cleaned
        assert cleaned_drawing(cleaned.encode()).decode() == cleaned

    def test_a_clean_one_keeps_its_bytes(self) -> None:
        data = SVG.format("", "<path d='M0 0' />").encode()
        assert cleaned_drawing(data) == data

    def test_one_nested_without_end_is_refused(self, tmp_path: Path) -> None:
        deep = SVG.format("", f"{'<g>' * 3000}{'</g>' * 3000}")
        assert rules(content_problems(written(tmp_path / "content", {"deep.svg": deep}))) == [
            "content/deep.svg error drawing-unsafe"
        ]

    def test_a_picture_in_it_is_drawn_anew(self) -> None:
        inner = base64.b64encode(png_with(WORDS)).decode()
        cleaned = cleaned_drawing(
            SVG.format("", f"<image href='data:image/png;base64,{inner}'/>").encode()
        )
        again = cleaned.split(b"base64,")[1].split(b'"')[0]
        assert WORDS.encode() not in base64.b64decode(again)


class TestDocuments:
    def test_text_of_pages_is_read(self) -> None:
        assert "Words in a packed stream" in "".join(
            read_document(pdf_with("Words in a packed stream")).texts
        )

    def test_earlier_versions_attachments_scripts_and_properties_too(self) -> None:
        data = revised(
            pdf_with(WORDS, author="Anna", attached=b"In a file.", script="app.x()"), "New."
        )
        document = read_document(data)
        assert any(WORDS in text for text in document.texts)
        assert {"Anna", "app.x()"} <= set(document.texts)
        assert b"In a file." in document.files
        assert (document.versions, document.has_files, document.has_script) == (2, True, True)

    @pytest.mark.parametrize(
        ("data", "expected"),
        [
            (pdf_with("Plain."), []),
            (pdf_with("x", author="Anna"), ["warning document-properties"]),
            (pdf_with("x", attached=b"y"), ["warning document-properties"]),
            (revised(pdf_with("x"), "y"), ["warning document-properties"]),
            (pdf_with("x", password="y"), ["error document-unreadable"]),
            (pdf_with("x", password=""), ["error document-unreadable"]),
            (pdf_with("x", script="y"), ["error document-unreadable"]),
        ],
        ids=["plain", "author", "attached", "earlier", "locked", "owner's lock", "script"],
    )
    def test_is_told(self, tmp_path: Path, data: bytes, expected: list[str]) -> None:
        content = written(tmp_path / "content", {"a.pdf": data})
        problems = content_problems(content)
        assert [f"{item.level} {item.rule}" for item in problems] == expected
        assert "Anna" not in json.dumps([item.message for item in problems])


class TestSite:
    def test_is_cleaned_in_place_and_strays_are_told(self, tmp_path: Path) -> None:
        files: dict[str, str | bytes] = {
            "a/b.jpg": saved(noise(), "JPEG", exif=exif_with(WORDS)),
            "b.svg": SVG.format("", f"<!-- {WORDS} -->"),
            "broken.png": "no picture",
            "theme/notes.docx": "x",
            "index.html~": "x",
            "named.csv": "x",
            "data/quotations.csv": "x",
            "sitemap.xml.gz": "x",
            "index.html": "x",
            "robots.txt": "x",
        }
        site = written(tmp_path / "site", files)
        assert rules(clean_site(site, ["named.csv"])) == [
            "site/broken.png error picture-unreadable",
            "site/index.html~ error stray-content",
            "site/theme/notes.docx error stray-content",
        ]
        assert WORDS.encode() not in (site / "a/b.jpg").read_bytes() + (site / "b.svg").read_bytes()
