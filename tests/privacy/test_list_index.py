"""What lists name is found whole: words, phrases and numbers, each by its entry."""

from __future__ import annotations

import pytest

from study_findings.privacy.list_index import ListIndex
from study_findings.text.folding import words_of


def index_of(*entries: str) -> ListIndex:
    """Enter texts, the first under the number 1."""
    index = ListIndex()
    for number, entry in enumerate(entries, start=1):
        index.add(number, entry)
    return index


def found(index: ListIndex, text: str) -> set[int]:
    """Give the entries that are found in a text, however they are."""
    phrases = index.find_phrases(words_of(text))
    return phrases | index.find_words(text) | index.find_numbers(text)


def test_knows_nothing_until_something_is_entered() -> None:
    index = index_of("", " - ", "?")
    assert not index
    assert found(index, "Gul Makai, 0300 1234567") == set()


@pytest.mark.parametrize("entry", ["Gul Makai", "Zarghuna", "Rose", "0300 1234567"])
def test_knows_something_with_one_entry_of_any_kind(entry: str) -> None:
    assert index_of(entry)
    assert found(index_of(entry), f"so {entry}.") == {1}


@pytest.mark.parametrize("entry", ["Gul Makai", "Zarghuna", "Rose", "0300 1234567"])
def test_finds_an_entry_under_each_number_it_has(entry: str) -> None:
    assert found(index_of(entry, "Other", entry), f"so {entry}.") == {1, 3}


def test_finds_all_that_stand_in_one_text() -> None:
    index = index_of("Gul Makai", "Gul Bibi Jan", "Zarghuna", "Rose", "0300 1234567", "5552222")
    text = "Gul Makai rang 555-2222, then Rose and Zarghuna rang 0300 1234567 for Gul Bibi Jan"
    assert found(index, text) == {1, 2, 3, 4, 5, 6}


class TestPhrases:
    @pytest.mark.parametrize(
        ("entry", "text"),
        [
            ("Gul Makai", "so gul makai came"),
            ("Gul Makai", "Makai, Gul"),
            ("Gul Bibi Makai", "Makai Gul Bibi"),
            ("Gul Bibi Jan Makai", "gul bibi jan makai"),
            ("Mill Lane 40", "mill lane, 40"),
            ("Flat 1234567", "flat 1234567"),
        ],
    )
    def test_stand_as_they_are_or_with_the_family_name_first(self, entry: str, text: str) -> None:
        index = index_of(entry)
        assert index.find_phrases(words_of(text)) == {1}
        assert index.find_numbers(text) == index.find_words(text) == set()

    @pytest.mark.parametrize(
        ("entry", "text"),
        [
            ("Gul Makai", "gul and makai"),
            ("Gul Makai", "gul"),
            ("Gul Bibi Makai", "bibi makai gul"),
            ("Gul Bibi Jan Makai", "makai gul bibi jan"),
            ("Mill Lane 40", "40 mill lane"),
            ("Gul Makai", ""),
        ],
    )
    def test_stand_in_no_other_order_and_in_no_part(self, entry: str, text: str) -> None:
        assert found(index_of(entry), text) == set()

    @pytest.mark.parametrize(
        ("entry", "glued", "is_found"),
        [
            ("Gul Ali", "gulali", True),
            ("Gul Jo", "guljo", False),
            ("Gul Bibi Makai", "GulBibiMakai", True),
            ("Gul Bibi Jan Makai", "gulbibijanmakai", False),
            ("Mill Lane 40", "milllane40", False),
        ],
    )
    def test_of_up_to_three_words_may_stand_as_one(
        self, entry: str, glued: str, is_found: bool
    ) -> None:
        assert index_of(entry).find_words(f"so {glued} came") == ({1} if is_found else set())


class TestWords:
    def test_of_the_language_are_names_with_a_capital_alone(self) -> None:
        index = index_of("rose", "Zarghuna")
        assert index.find_words("Rose") == index.find_words("(ROSE)") == {1}
        assert index.find_words("rose") == index.find_words("rOSE") == set()
        assert index.find_words("Roses") == index.find_words("Primrose-PrimRose") == set()
        assert index.find_words("zarghuna") == {2}

    def test_are_names_without_one_in_an_address(self) -> None:
        index = index_of("Rose", "Zarghuna")
        assert index.find_words("photos/rose-2 zarghuna", is_address=True) == {1, 2}
        assert index.find_words("photos/ward_rose_2.png", is_address=True) == {1}
        assert index.find_words("photos/roses_2 rose2", is_address=True) == set()


class TestNumbers:
    @pytest.mark.parametrize(
        "text",
        [
            "0300-1234567",
            "ring 0092 (300) 123.4567 now",
            "+923001234567",
            "300/123/4567",
            "3 0 0 1 2 3 4 5 6 7",
            "300 - 1234567",
            "300_123_4567",
            "300\u2013123\u20114567",
            "300\xa0123\xa04567",
            "۰۳۰۰ ۱۲۳۴۵۶۷",
            "9999 0300 1234567 9999",
        ],
    )
    def test_are_found_however_they_are_grouped(self, text: str) -> None:
        assert index_of("+92 300 123 4567").find_numbers(text) == {1}

    @pytest.mark.parametrize(
        "text", ["1234567", "0300-1234568", "300, 1234567", "300    1234567", "300a1234567", ""]
    )
    def test_are_found_whole_alone(self, text: str) -> None:
        assert index_of("+92 300 123 4567").find_numbers(text) == set()

    def test_are_those_of_seven_digits_and_more(self) -> None:
        assert index_of("123 4567").find_numbers("12-34567") == {1}
        shorter = index_of("123 456")
        assert shorter.find_numbers("12-3456 and 1123456") == set()
        assert shorter.find_phrases(["123", "456"]) == {1}

    def test_are_known_by_their_last_nine_digits(self) -> None:
        index = index_of("0300 1234567", "0033 1234567")
        assert index.find_numbers("90 1234567, 30 1234567, 12345670") == set()
        assert index.find_numbers("+44 300 1234567") == {1}
        assert index.find_numbers("+92 033 1234567") == {2}

    def test_of_several_lengths_are_found_in_one_text(self) -> None:
        index = index_of("1234567", "92 345 6789")
        assert index.find_numbers("(12) 34 567, and 923456789") == {1, 2}
        assert index.find_numbers("1234567 or 7654321") == {1}
