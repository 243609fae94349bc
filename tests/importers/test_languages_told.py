"""Which language words are in, where a column tells it row by row."""

from __future__ import annotations

import pytest

from study_findings.importers.languages_told import ToldLanguages, languages_of

URDU = "کیتلی پہلے ہی چولہے پر تھی۔"


@pytest.mark.parametrize(
    ("words", "original", "told", "heads", "expected"),
    [
        (URDU, "", "Urdu", {}, ToldLanguages("ur")),
        (URDU, "", "اردو", {}, ToldLanguages("ur")),
        ("The kettle was on.", "", "ur", {}, ToldLanguages("", "ur")),
        ("The kettle was on.", URDU, "Urdu", {}, ToldLanguages("", "ur")),
        ("The kettle was on.", URDU, "Urdu", {"original": "ps"}, ToldLanguages("", "ps")),
        ("Es un largo camino.", "", "Spanish", {}, ToldLanguages("es")),
        ("It is a long way.", "", "", {"text": "en"}, ToldLanguages("en")),
        ("It is a long way.", "", "", {"original": "ur"}, ToldLanguages("", "")),
    ],
)
def test_a_cell_tells_the_language_of_words_or_of_their_original(
    words: str, original: str, told: str, heads: dict[str, str], expected: ToldLanguages
) -> None:
    assert languages_of(words, original, told, heads) == expected


def test_what_cannot_be_is_left_out_and_said() -> None:
    other = languages_of(URDU, "", "Spanish", {})
    assert (other.text, other.original, "Spanish" in other.doubt) == ("", "", True)
    unknown = languages_of(URDU, "", "of the hills", {})
    assert (unknown.text, "of the hills" in unknown.doubt) == ("", True)
