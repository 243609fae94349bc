"""Which language words are in, where a column tells it row by row."""

from __future__ import annotations

import pytest

from study_findings.importers.languages_told import Spoken, languages_of

URDU = "کیتلی پہلے ہی چولہے پر تھی۔"


@pytest.mark.parametrize(
    ("words", "original", "told", "heads", "expected"),
    [
        (URDU, "", "Urdu", {}, Spoken("ur")),
        (URDU, "", "اردو", {}, Spoken("ur")),
        ("The kettle was on.", "", "ur", {}, Spoken("", "ur")),
        ("The kettle was on.", URDU, "Urdu", {}, Spoken("", "ur")),
        ("The kettle was on.", URDU, "Urdu", {"original": "ps"}, Spoken("", "ps")),
        ("Es un largo camino.", "", "Spanish", {}, Spoken("es")),
        ("It is a long way.", "", "", {"text": "en"}, Spoken("en")),
        ("It is a long way.", "", "", {"original": "ur"}, Spoken("", "")),
    ],
)
def test_a_cell_tells_the_language_of_words_or_of_their_original(
    words: str, original: str, told: str, heads: dict[str, str], expected: Spoken
) -> None:
    assert languages_of(words, original, told, heads) == expected


def test_what_cannot_be_is_left_out_and_said() -> None:
    other = languages_of(URDU, "", "Spanish", {})
    assert (other.text, other.original, "Spanish" in other.doubt) == ("", "", True)
    unknown = languages_of(URDU, "", "of the hills", {})
    assert (unknown.text, "of the hills" in unknown.doubt) == ("", True)
