"""Counting is held to others' results: tables whose classes and minimal uniques are published,
or were counted by programs of others.
"""

from __future__ import annotations

from collections import Counter
from itertools import combinations
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st
from known_people import rows

from study_findings.privacy.known import Known
from study_findings.privacy.uniques import Crowd

# Table "Illustrating the calculation of SUDA and DIS-SUDA scores" of the SDC Practice Guide
# (Benschop, Machingauta, Welch; sdcpractice.readthedocs.io), with its scores for sets of at most 3.
GUIDE_COLUMNS = ("residence", "gender", "education", "labour")
GUIDE = [
    (("urban", "female", "secondary incomplete", "employed"), 0),
    (("urban", "female", "secondary incomplete", "employed"), 0),
    (("urban", "female", "primary incomplete", "non-lf"), 6),
    (("urban", "male", "secondary complete", "employed"), 0),
    (("rural", "female", "secondary complete", "unemployed"), 12),
    (("urban", "male", "secondary complete", "employed"), 0),
    (("urban", "female", "primary complete", "non-lf"), 6),
    (("urban", "male", "post-secondary", "unemployed"), 10),
    (("urban", "female", "secondary incomplete", "non-lf"), 0),
    (("urban", "female", "secondary incomplete", "non-lf"), 0),
]
# The eight people of sdcMicro's documentation of `suda2` (Templ, Kowarik, Meindl), with the size of
# the smallest unique set, and how many are unique, as the package `suda` 0.2.2 finds them.
SDCMICRO_COLUMNS = ("age", "gender", "income", "education")
SDCMICRO = [
    (("20s", "male", "50k+", "high school"), (0, 0)),
    (("20s", "male", "50k+", "high school"), (0, 0)),
    (("20s", "male", "50k-", "high school"), (0, 0)),
    (("20s", "male", "50k-", "high school"), (0, 0)),
    (("20s", "female", "50k-", "university"), (2, 5)),
    (("20s", "female", "50k-", "high school"), (2, 3)),
    (("20s", "female", "50k-", "middle school"), (1, 7)),
    (("60s", "male", "50k-", "university"), (1, 9)),
]
# Tables, a word a person and a letter a column, with the k that pyCANON 1.3.6 counts.
PYCANON = [
    ("ab ab ba ab aa bb aa ab aa ab bb ab", 1),
    ("bb ab aa ba aa bb cb aa ab ba ca bb bb bb cb ab aa aa ab ca ba bb aa ca", 2),
    ("c b a a a b a b b a b a a a a c c a", 3),
    (
        "ba bb ab bb ab ab ab ab aa ba ab bb ba bb bb aa aa ab bb bb ba ba ab aa bb bb aa ba ab aa",
        6,
    ),
    (
        "ba bb ba aa aa ba aa bb ab ba bb ab aa aa ba ba bb bb aa ba ab ba aa ab ba aa bb ab ab aa"
        " bb ab bb ba ab ab aa bb ab ba",
        9,
    ),
]
MOST = 3


def crowd_of(columns: tuple[str, ...], lines: list[tuple[str, ...]]) -> Crowd:
    return Crowd(rows(columns, lines))


class TestMinimalSampleUniques:
    def test_are_those_of_the_guides_fifth_record(self) -> None:
        crowd = crowd_of(GUIDE_COLUMNS, [line for line, _ in GUIDE])
        found = crowd.minimal_sets(crowd.people[4], below=2, most=MOST)
        assert found[0] == ("residence",)
        assert set(map(frozenset, found)) == {
            frozenset({"residence"}),
            frozenset({"education", "labour"}),
            frozenset({"gender", "labour"}),
            frozenset({"gender", "education"}),
        }

    def test_give_the_guides_scores(self) -> None:
        crowd = crowd_of(GUIDE_COLUMNS, [line for line, _ in GUIDE])

        def score(person: Known) -> int:
            return sum(
                prod(len(GUIDE_COLUMNS) - i for i in range(len(names), MOST + 1))
                for names in crowd.minimal_sets(person, below=2, most=MOST)
            )

        assert [score(person) for person in crowd.people] == [score for _, score in GUIDE]

    def test_are_the_smallest_and_below_all_that_another_program_finds(self) -> None:
        crowd = crowd_of(SDCMICRO_COLUMNS, [line for line, _ in SDCMICRO])

        def figures(person: Known) -> tuple[int, int]:
            found = crowd.minimal_sets(person, below=2, most=MOST)
            supersets = [
                names
                for size in range(1, MOST + 1)
                for names in combinations(sorted(SDCMICRO_COLUMNS), size)
                if any(set(inner) <= set(names) for inner in found)
            ]
            return min(map(len, found), default=0), len(supersets)

        assert [figures(person) for person in crowd.people] == [known for _, known in SDCMICRO]


@pytest.mark.parametrize(("table", "k"), PYCANON)
def test_classes_are_those_of_pycanon(table: str, k: int) -> None:
    lines = [tuple(word) for word in table.split()]
    crowd = crowd_of(("first", "second")[: len(lines[0])], lines)
    assert min(map(crowd.alike, crowd.people)) == k


LINES = st.lists(st.tuples(*[st.sampled_from("abc")] * 4), min_size=1, max_size=12)
COLUMNS = ("a", "b", "c", "d")


@given(lines=LINES, below=st.integers(2, 4))
def test_counting_is_what_brute_force_finds(lines: list[tuple[str, ...]], below: int) -> None:
    crowd = crowd_of(COLUMNS, lines)
    counted = Counter(lines)
    for line, person in zip(lines, crowd.people, strict=True):
        assert crowd.alike(person) == counted[line]
        rare = [
            set(columns)
            for size in range(1, MOST + 1)
            for columns in combinations(range(4), size)
            if sum(all(o[c] == line[c] for c in columns) for o in lines) < below
        ]
        minimal = {
            frozenset(COLUMNS[c] for c in columns)
            for columns in rare
            if not any(inner < columns for inner in rare)
        }
        assert set(map(frozenset, crowd.minimal_sets(person, below, MOST))) == minimal


@given(lines=LINES, order=st.permutations(range(4)), data=st.data())
def test_the_order_of_people_and_of_columns_changes_nothing(
    lines: list[tuple[str, ...]], order: list[int], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(range(len(lines))))
    crowd = crowd_of(COLUMNS, lines)
    other = crowd_of(
        tuple(COLUMNS[i] for i in order), [tuple(lines[n][i] for i in order) for n in shuffled]
    )
    for at, n in enumerate(shuffled):
        ours, theirs = crowd.people[n], other.people[at]
        assert crowd.alike(ours) == other.alike(theirs)
        assert crowd.minimal_sets(ours, 2, MOST) == other.minimal_sets(theirs, 2, MOST)


def test_facts_of_one_session_stay_together() -> None:
    """In two places in two months: who was where when sets them apart, the lists alone do not."""
    one = Known("1", {}, ({"site": "a", "when": "1"}, {"site": "b", "when": "2"}))
    other = Known("2", {}, ({"site": "b", "when": "1"}, {"site": "a", "when": "2"}))
    crowd = Crowd([one, other])
    assert (crowd.alike(one), crowd.alike(one, ("site",)), crowd.alike(one, ("when",))) == (1, 2, 2)
    assert crowd.minimal_sets(one, below=2, most=2) == [("site", "when")]


def test_what_is_not_told_is_no_fact_but_sets_apart() -> None:
    one, other = Known("1", {}), Known("2", {"gender": "f"})
    crowd = Crowd([one, other])
    assert crowd.alike(one) == 1
    assert crowd.minimal_sets(one, below=2, most=2) == []
    assert crowd.minimal_sets(other, below=2, most=2) == [("gender",)]


def test_sets_are_as_large_as_is_asked_and_no_larger() -> None:
    """Alone by two facts together, and by neither of them."""
    people = rows(("a", "b"), ["xx", "xy", "yx", "yy"])
    crowd = Crowd(people)
    assert crowd.minimal_sets(people[0], below=2, most=1) == []
    assert crowd.minimal_sets(people[0], below=2, most=2) == [("a", "b")]
    assert crowd.minimal_sets(people[0], below=3, most=2) == [("a",), ("b",)]


def test_that_something_is_not_told_is_tried_where_it_is_asked_about() -> None:
    one = Known("1", {"year": "2"})
    crowd = Crowd([one, *(Known(str(n), {"year": "2", "gender": "f"}) for n in (2, 3))])
    assert crowd.minimal_sets(one, below=2, most=2) == []
    assert crowd.minimal_sets(one, below=2, most=2, among=("gender", "year")) == [("gender",)]
    assert crowd.minimal_sets(one, below=2, most=2, among=("year",)) == []
