"""The packed words of a PNG are found behind whatever stands before them, its pixels left out."""

from __future__ import annotations

import zlib

import pytest

from study_findings.documents.chunks import PNG, texts_in_png, without_pixels

WORDS = b"the words that somebody noted"


def png_of(kind: bytes, chunk: bytes) -> bytes:
    return PNG + len(chunk).to_bytes(4) + kind + chunk + zlib.crc32(kind + chunk).to_bytes(4)


@pytest.mark.parametrize("level", range(10))
@pytest.mark.parametrize("before", [b"Comment\0\0", b"x y x^2 xx\0\0", b"XML:com\0\1\0en\0\0"])
def test_packed_words_are_found(before: bytes, level: int) -> None:
    packed = zlib.compress(WORDS, level)
    assert list(texts_in_png(png_of(b"zTXt", before + packed))) == [WORDS]


def test_packed_words_are_found_behind_other_chunks() -> None:
    before, text = png_of(b"IHDR", b"wide"), png_of(b"zTXt", b"Comment\0\0" + zlib.compress(WORDS))
    assert list(texts_in_png(before + text[len(PNG) :])) == [WORDS]


def test_a_long_text_that_is_not_packed_is_looked_through_once() -> None:
    # Each x was tried with a copy of all that follows it: minutes for two megabytes.
    assert list(texts_in_png(png_of(b"iTXt", b"note\0\0\0\0\0" + b"x y " * 500_000))) == []


def test_pixels_are_left_out_and_all_else_stays() -> None:
    head, text, pixels = (png_of(kind, WORDS)[len(PNG) :] for kind in (b"IHDR", b"tEXt", b"IDAT"))
    behind = b"behind the picture"
    whole = PNG + head + pixels + pixels + text + behind
    assert without_pixels(whole) == PNG + head + b"IDATIDAT" + text + behind
    assert without_pixels(png_of(b"IDAT", b"")) == PNG + b"IDAT"


@pytest.mark.parametrize(
    "chunk",
    [
        png_of(b"IDAT", WORDS)[len(PNG) : -1] + b"\0",
        png_of(b"IDAT", WORDS)[len(PNG) : -1],
        b"\0\0\0\0IDAT" + WORDS,
        b"\xff\xff\xff\xffIDAT" + WORDS,
        b"",
        b"\0" * 11,
    ],
)
def test_what_only_looks_like_pixels_stays(chunk: bytes) -> None:
    assert without_pixels(PNG + chunk) == PNG + chunk
