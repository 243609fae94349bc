"""The packed words of a PNG are found behind whatever stands before them, in one look."""

from __future__ import annotations

import zlib

import pytest

from study_findings.documents.chunks import PNG, texts_in_png

WORDS = b"the words that somebody noted"


def png_of(kind: bytes, chunk: bytes) -> bytes:
    return PNG + len(chunk).to_bytes(4) + kind + chunk + zlib.crc32(kind + chunk).to_bytes(4)


@pytest.mark.parametrize("level", range(10))
@pytest.mark.parametrize("before", [b"Comment\0\0", b"x y x^2 xx\0\0", b"XML:com\0\1\0en\0\0"])
def test_packed_words_are_found(before: bytes, level: int) -> None:
    packed = zlib.compress(WORDS, level)
    assert list(texts_in_png(png_of(b"zTXt", before + packed))) == [WORDS]


def test_a_long_text_that_is_not_packed_is_looked_through_once() -> None:
    # Each x was tried with a copy of all that follows it: minutes for two megabytes.
    assert list(texts_in_png(png_of(b"iTXt", b"note\0\0\0\0\0" + b"x y " * 500_000))) == []
