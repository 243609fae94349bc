"""Pictures and PDFs that a test makes, with what they carry unseen."""

from __future__ import annotations

import io
from typing import Any

from PIL import Image, PngImagePlugin
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, TextStringObject


def noise(width: int = 60, height: int = 40) -> Image.Image:
    """Draw a picture whose upper left quarter is red."""
    image = Image.radial_gradient("L").resize((width, height)).convert("RGB")
    image.paste((255, 0, 0), (0, 0, width // 2, height // 2))
    return image


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    stream = io.BytesIO()
    image.save(stream, kind, **options)
    return stream.getvalue()


def exif_with(words: str, orientation: int = 1) -> Image.Exif:
    """Make EXIF data with words, a place and an orientation."""
    exif = Image.Exif()
    exif[0x010E] = words
    exif[0x0112] = orientation
    exif.get_ifd(0x8825).update({1: "N", 2: (34.0, 0.0, 30.0), 3: "E", 4: (71.0, 34.0, 0.0)})
    return exif


def png_with(words: str) -> bytes:
    """Make a PNG with words in a plain, a packed and an international chunk."""
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", words)
    info.add_text("Description", words, zip=True)
    info.add_itxt("Title", words, zip=True)
    return saved(noise(), "PNG", pnginfo=info)


def pdf_with(text: str, **more: Any) -> bytes:
    """Make a PDF of one page whose packed stream draws a text, a line of it at a time.

    `author`, `attached` (bytes), `password` and `script` add what PDFs may hold besides.
    """
    writer = PdfWriter()
    page = writer.add_blank_page(400, 400)
    font = DictionaryObject(
        {
            NameObject("/Type"): NameObject("/Font"),
            NameObject("/Subtype"): NameObject("/Type1"),
            NameObject("/BaseFont"): NameObject("/Helvetica"),
            NameObject("/Encoding"): NameObject("/WinAnsiEncoding"),
        }
    )
    fonts = DictionaryObject({NameObject("/F1"): writer._add_object(font)})
    page[NameObject("/Resources")] = DictionaryObject({NameObject("/Font"): fonts})
    shown = "".join(
        f"({line.translate({40: None, 41: None})}) Tj 0 -14 Td\n" for line in text.split("\n")
    )
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 20 380 Td\n{shown}ET".encode("cp1252"))
    page[NameObject("/Contents")] = writer._add_object(stream.flate_encode())
    writer.metadata = {"/Author": more["author"]} if "author" in more else None
    if "attached" in more:
        writer.add_attachment("a.txt", more["attached"])
    if "script" in more:
        action = {"/S": NameObject("/JavaScript"), "/JS": TextStringObject(more["script"])}
        named = {NameObject(key): value for key, value in action.items()}
        writer.root_object[NameObject("/OpenAction")] = DictionaryObject(named)
    if "password" in more:
        writer.encrypt(more["password"], algorithm="RC4-128")
    stream_out = io.BytesIO()
    writer.write(stream_out)
    return stream_out.getvalue()


def revised(data: bytes, text: str) -> bytes:
    """Save a PDF again with another text, as an addition behind the first."""
    writer = PdfWriter(io.BytesIO(data), incremental=True)
    stream = DecodedStreamObject()
    stream.set_data(f"BT /F1 12 Tf 20 380 Td ({text}) Tj ET".encode())
    writer.pages[0][NameObject("/Contents")] = writer._add_object(stream)
    stream_out = io.BytesIO()
    writer.write(stream_out)
    assert PdfReader(io.BytesIO(stream_out.getvalue())).pages[0].extract_text() == text
    return stream_out.getvalue()
