"""Six words in a row are found, whole or with one altered, where the others tell enough."""

from __future__ import annotations

import pytest

from study_findings.privacy.run_index import FoundRun, RunIndex, runs_of

RUN = tuple("abcdef")
NEAR = {0: FoundRun(RUN, True)}


def index_of(
    *texts: str, cleared: tuple[str, ...] = (), counts: str = "111111", among: int = 0
) -> RunIndex:
    """Index texts, in a study where a to f stand so many times, `among` so many words in all."""
    index = RunIndex()
    for number, text in enumerate(texts):
        index.add(number, text.split())
    more = [
        word
        for word, count in zip("abcdef", counts, strict=True)
        for _ in range(int(count, 36) - 1)
    ]
    others = among - len(more) - sum(len(text.split()) for text in texts)
    for number, word in enumerate([*more, *["other"] * others], 100):
        index.add(number, [word])
    for words in cleared:
        index.discard(words.split())
    index.seal()
    return index


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("a b c", []),
        ("a b c d", ["abcd"]),
        ("a b c d e", ["abcde"]),
        ("a b c d e f", ["abcdef"]),
        ("a b c d e f g", ["abcdef", "bcdefg"]),
    ],
)
def test_runs_are_of_six_words_or_the_whole_of_four_or_five(text: str, runs: list[str]) -> None:
    assert ["".join(run) for run in runs_of(text.split())] == runs


@pytest.mark.parametrize(
    ("counts", "is_found"),
    [
        ("114144", True),  # two rare words
        ("224144", True),
        ("314144", False),  # a rare one and one that is neither
        ("333144", True),  # three that are neither
        ("334144", False),
        ("444111", False),  # three common ones first, by which nothing is looked for
        ("444444", False),
    ],
)
def test_five_words_tell_by_how_often_they_stand_in_the_study(counts: str, is_found: bool) -> None:
    index = index_of("a b c d e f", counts=counts)
    assert index.find("a b c x e f".split()) == (NEAR if is_found else {})
    assert index.find("a b c d e f".split()) == {0: FoundRun(RUN, False)}


@pytest.mark.parametrize(("counts", "is_found"), [("999199", True), ("aaa199", False)])
def test_in_a_large_study_one_word_in_five_hundred_is_common(counts: str, is_found: bool) -> None:
    index = index_of("a b c d e f", counts=counts, among=5000)
    assert bool(index.find("a b c x e f".split())) is is_found


@pytest.mark.parametrize(
    "page",
    [
        "x b c d e f", "a x c d e f", "a b x d e f", "a b c x e f", "a b c d x f", "a b c d e x",
        "b c d e f", "a c d e f", "a b d e f", "a b c e f", "a b c d f", "a b c d e",
        "a x b c d e f", "a b x c d e f", "a b c x d e f", "a b c d x e f", "a b c d e x f",
    ],
)  # fmt: skip
@pytest.mark.parametrize("around", ["{}", "y {}", "{} y", "y z {} z y"])
def test_one_word_changed_dropped_or_added_is_near(page: str, around: str) -> None:
    assert index_of("a b c d e f").find(around.format(page).split()) == NEAR


@pytest.mark.parametrize(
    "page",
    ["a b c x y f", "x b c d e x", "a b c d x y", "x y c d e f", "a b c f", "a b c x d y e f", ""],
)
def test_two_are_not(page: str) -> None:
    assert index_of("a b c d e f").find(page.split()) == {}


@pytest.mark.parametrize("counts", ["334441", "144433"])
@pytest.mark.parametrize("page", ["a x b c d e f", "a b c x d e f", "a b c d e x f"])
def test_a_word_is_added_wherever_it_is_where_all_six_tell_enough(counts: str, page: str) -> None:
    index = index_of("a b c d e f", counts=counts)
    assert index.find(page.split()) == NEAR


def test_of_each_of_several_texts_one_word_may_be_altered() -> None:
    index = index_of("a b c d e f", "p q r s t u")
    assert index.find("a b c x e f".split()) == NEAR
    assert index.find("p q r s t x".split()) == {1: FoundRun(tuple("pqrstu"), True)}


def test_what_begins_as_a_shorter_text_does_is_no_part_of_it() -> None:
    index = index_of("a b c d e f", "a b c d")
    assert index.find("a b c x y z".split()) == {}
    shorter = index_of("a b c d e f", "d e f g", "e f g h")
    assert shorter.find("d e f x y z".split()) == {}
    assert shorter.find("d e f g".split()) == {1: FoundRun(tuple("defg"), False)}


def test_the_first_run_of_a_text_is_told() -> None:
    assert index_of("a b c d e f g").find("a b c d e f g".split()) == {0: FoundRun(RUN, False)}


def test_four_or_five_words_are_found_whole_alone() -> None:
    index = index_of("a b c d", "p q r s t")
    assert index.find("y a b c d y".split()) == {0: FoundRun(tuple("abcd"), False)}
    assert index.find("p q r s t".split()) == {1: FoundRun(tuple("pqrst"), False)}
    assert index.find("a b c x p q r s".split()) == {}


def test_each_text_that_has_a_run_is_found_whole_rather_than_near() -> None:
    index = index_of("a b c d e f", "z a b c d e f")
    found = index.find("a b c x e f y a b c d e f".split())
    assert found == {0: FoundRun(RUN, False), 1: FoundRun(RUN, False)}
    assert index.find("a b c d e f y a b c x e f".split()) == found


def test_cleared_words_are_not_found_nor_what_they_alter() -> None:
    index = index_of("a b c d e f g", "p q r s", cleared=("y a b c d e f", "p q r s t"))
    assert index.find("a b c d e f".split()) == {}
    assert index.find("p q r s".split()) == {}
    assert index.find("b c d e f g".split()) == {0: FoundRun(tuple("bcdefg"), False)}
    assert index_of("a b c d e f", cleared=("y a b c x e f",)).find("a b c x e f".split()) == {}


@pytest.mark.parametrize("page", ["a x b c d e f", "a b c x d e f", "a b c d e x f"])
def test_cleared_words_with_one_added_are_not_found_among_others_either(page: str) -> None:
    index = index_of("a b c d e f", cleared=(page,))
    assert index.find(f"y z y z {page} y z y z y z y z".split()) == {}
    assert index_of("a b c d e f").find(f"y z y z {page} y z y z y z y z".split()) == NEAR


def test_two_cleared_texts_side_by_side_are_not_one() -> None:
    index = index_of("a b c d e f", cleared=("a b c", "x e f"))
    assert index.find("a b c x e f".split()) == NEAR


def test_words_of_cleared_texts_count_too() -> None:
    index = index_of("a b c d e f", cleared=("a b c",) * 3)
    assert index.find("a b c x e f".split()) == {}
    assert index_of("a b c d e f", cleared=("a b c",) * 2).find("a b c x e f".split()) == NEAR


def test_the_first_text_is_counted_whatever_its_number_is() -> None:
    for number in range(3):
        index = RunIndex()
        index.add(number, "a b c d e f a b c a b c a b c".split())
        index.seal()
        assert index.find("a b c x e f".split()) == {}


def test_words_of_another_reading_of_a_text_are_found_too() -> None:
    index = RunIndex()
    for reading in ("a b c d e f", "p q r s t u"):
        index.add(0, reading.split())
    index.seal()
    assert index.find("p q r x t u".split()) == {0: FoundRun(tuple("pqrstu"), True)}


def test_readings_of_one_text_are_counted_once() -> None:
    index = RunIndex()
    for _ in range(9):
        index.add(0, "a b c d e f".split())
    index.seal()
    assert index.find("a b c x e f".split()) == NEAR


def test_an_index_of_nothing_is_none() -> None:
    assert not index_of()
    assert not index_of("a b c")
    assert index_of("a b c d")


@pytest.mark.parametrize(
    ("cleared", "found"),
    [
        ("b c d e f", {}),  # all that stands there of the run, and in a row
        ("x b c d e f", {}),
        ("b c d y e f", NEAR),
        ("b c d e", NEAR),
        ("", NEAR),
    ],
)
def test_five_words_that_are_cleared_in_a_row_are_no_leak_of_a_run(
    cleared: str, found: dict[int, FoundRun]
) -> None:
    index = index_of("a b c d e f", cleared=(cleared,))
    assert index.find("z b c d e f".split()) == found
