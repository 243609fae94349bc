"""Values by which too few people are alike are told of nobody."""

from __future__ import annotations

import pytest
from people import with_people

from study_findings.privacy.disclosure import hidden_values, told_of_each, told_of_groups


class TestOfEach:
    def test_are_shown_from_the_minimum_cell_on(self) -> None:
        three = [("students", {"year": "1"})] * 3
        two = [("faculty", {"year": "2"})] * 2
        shown = told_of_each(with_people(*three, *two))
        assert shown == {"p0": {"year": "1"}, "p1": {"year": "1"}, "p2": {"year": "1"}}

    def test_count_as_a_whole_combination(self) -> None:
        alike = [("students", {"year": "1", "ward": "a"})] * 2
        other = ("students", {"year": "1", "ward": "b"})
        assert told_of_each(with_people(*alike, other)) == {}
        others = [("students", {"year": "1", "ward": ward}) for ward in "bbb"]
        assert len(told_of_each(with_people(*alike, *alike, *others))) == 7

    def test_count_within_a_group(self) -> None:
        people = [("students", {"year": "1"}), ("students", {"year": "1"})]
        assert told_of_each(with_people(*people, ("faculty", {"year": "1"}))) == {}

    def test_without_publish_are_neither_shown_nor_counted(self) -> None:
        people = [("students", {"year": "1", "village": village}) for village in "xyx"]
        shown = told_of_each(with_people(*people))
        assert list(shown.values()) == [{"year": "1"}] * 3

    def test_follow_the_studys_own_minimum(self) -> None:
        people = [("students", {"year": "1"})] * 4
        assert told_of_each(with_people(*people, minimum_cell=5)) == {}
        assert len(told_of_each(with_people(*people, minimum_cell=4))) == 4


def people(*levels: str, ward: str = "") -> list[tuple[str, dict[str, str]]]:
    """List students by their year, `-` for none, and by their ward where one is named."""
    wards = ward or " " * len(levels)
    return [
        ("students", {k: v for k, v in (("year", year), ("ward", w)) if v not in "- "})
        for year, w in zip(levels, wards, strict=True)
    ]


class TestWhatIsHidden:
    """Of five people four are shown as women: the fifth is the man."""

    @pytest.mark.parametrize("rest", ["2", "22"])
    def test_does_not_follow_from_the_few_left_over(self, rest: str) -> None:
        assert told_of_each(with_people(*people(*"1111", *rest))) == {}

    def test_is_not_told_apart_by_the_order_of_people(self) -> None:
        assert told_of_each(with_people(*people(*"21111"))) == {}

    @pytest.mark.parametrize(("left", "told"), [(2, 0), (3, 7)])
    def test_is_among_as_many_as_a_cell_or_nobody_is_told(self, left: int, told: int) -> None:
        assert len(told_of_each(with_people(*people(*"1111", *"2" * left)))) == told

    def test_counts_those_of_whom_nothing_is_recorded(self) -> None:
        assert told_of_each(with_people(*people(*"1111-"))) == {}
        assert len(told_of_each(with_people(*people(*"1111---")))) == 7

    @pytest.mark.parametrize(
        ("size", "told"), [(4, 4), (5, 0), (6, 0), (7, 4), ("not_reported", 4)]
    )
    def test_counts_those_that_only_study_yml_reports(self, size: int | str, told: int) -> None:
        study = with_people(*people(*"1111"), sizes={"students": size})
        assert len(told_of_each(study)) == told

    def test_is_not_the_value_that_nobody_shown_has(self) -> None:
        # One of another group, alone in his year, keeps the totals from being told.
        others = [*people(*"111", ward="aaa"), ("faculty", {"year": "1"})]
        assert told_of_each(with_people(*others, *people(*"222", ward="ab-"))) == {}
        assert len(told_of_each(with_people(*others, *people(*"2221", ward="ab-b")))) == 3

    def test_does_not_follow_from_the_totals_of_its_group(self) -> None:
        shown = people(*"111222", ward="aaabbb")
        hidden = people(*"222", ward="a--")
        study = with_people(*shown, *hidden, sizes={"students": 9})
        assert told_of_groups(study)["year"] == {("students", "1"): 3, ("students", "2"): 6}
        assert told_of_each(study) == {}

    def test_may_be_told_where_the_totals_leave_several_values(self) -> None:
        shown = people(*"111222", ward="aaabbb")
        study = with_people(*shown, *people(*"1212", ward="ba--"))
        assert told_of_groups(study)["year"] == {("students", "1"): 5, ("students", "2"): 5}
        assert len(told_of_each(study)) == 6

    def test_may_be_told_where_one_person_is_of_another_value_than_the_rest(self) -> None:
        shown = people(*"111222", ward="aaabbb")
        study = with_people(*shown, *people(*"1222", ward="ba--"))
        assert told_of_groups(study)["year"] == {("students", "1"): 4, ("students", "2"): 6}
        assert len(told_of_each(study)) == 6

    def test_of_one_group_hides_nothing_of_another(self) -> None:
        faculty = [("faculty", {"year": "1"})] * 3
        assert len(told_of_each(with_people(*faculty, *people(*"11112")))) == 3


def test_values_that_are_hidden_are_counted_among_all_for_publication() -> None:
    faculty = [("faculty", {"year": "2", "village": "x"})] * 2
    study = with_people(*people(*"111"), *faculty)
    assert hidden_values(study, "year") == (2, 5)
    assert hidden_values(study, "ward") == (0, 0)
    assert hidden_values(study, "village") == (0, 0)


class TestOfGroups:
    @pytest.mark.parametrize(("number", "cells"), [(2, {}), (3, {("students", "1"): 3})])
    def test_are_told_from_the_smallest_cell_on(
        self, number: int, cells: dict[tuple[str, str], int]
    ) -> None:
        study = with_people(*[("students", {"year": "1"})] * number)
        assert told_of_groups(study)["year"] == cells

    def test_one_small_cell_hides_the_attribute(self) -> None:
        alike = [("students", {"year": "1", "ward": "a"})] * 4
        other = ("faculty", {"year": "1", "ward": "a"})
        assert told_of_groups(with_people(*alike, other)) == {"year": {}, "ward": {}}

    def test_each_attribute_is_counted_by_itself(self) -> None:
        people = [("students", {"year": year, "ward": "a"}) for year in "1112"]
        found = told_of_groups(with_people(*people))
        assert found == {"year": {}, "ward": {("students", "a"): 4}}

    def test_what_is_not_published_has_no_cells(self) -> None:
        people = [("students", {"village": "x"})] * 9
        assert told_of_groups(with_people(*people)) == {"year": {}, "ward": {}}

    @pytest.mark.parametrize(
        ("size", "is_told"), [(4, True), (5, False), (6, False), (7, True), ("not_reported", True)]
    )
    def test_those_in_no_cell_are_none_or_as_many_as_a_cell(
        self, size: int | str, is_told: bool
    ) -> None:
        study = with_people(*people(*"1111"), sizes={"students": size})
        assert bool(told_of_groups(study)["year"]) == is_told

    @pytest.mark.parametrize(("left", "is_told"), [(0, True), (1, False), (2, False), (3, True)])
    def test_those_of_whom_nothing_is_recorded_are_in_no_cell(
        self, left: int, is_told: bool
    ) -> None:
        study = with_people(*people(*"1111", *"-" * left))
        assert bool(told_of_groups(study)["year"]) == is_told
