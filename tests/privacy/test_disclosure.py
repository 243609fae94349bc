"""Values by which too few people are alike are told of nobody."""

from __future__ import annotations

import pytest
from people import with_people

from study_findings.privacy.disclosure import told_of_each, told_of_groups


class TestOfEach:
    def test_are_shown_from_the_minimum_cell_on(self) -> None:
        three = [("students", {"year": "1"})] * 3
        two = [("students", {"year": "2"})] * 2
        shown = told_of_each(with_people(*three, *two))
        assert shown == {"p0": {"year": "1"}, "p1": {"year": "1"}, "p2": {"year": "1"}}

    def test_count_as_a_whole_combination(self) -> None:
        alike = [("students", {"year": "1", "ward": "a"})] * 2
        other = ("students", {"year": "1", "ward": "b"})
        assert told_of_each(with_people(*alike, other)) == {}
        assert len(told_of_each(with_people(*alike, *alike, other))) == 4

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


class TestOfGroups:
    @pytest.mark.parametrize(("number", "cells"), [(2, {}), (3, {("students", "1"): 3})])
    def test_are_told_from_the_smallest_cell_on(
        self, number: int, cells: dict[tuple[str, str], int]
    ) -> None:
        study = with_people(*[("students", {"year": "1"})] * number)
        assert told_of_groups(study)["year"] == cells

    def test_one_small_cell_hides_the_attribute(self) -> None:
        people = [("students", {"year": "1", "ward": "a"})] * 4
        other = ("faculty", {"year": "1", "ward": "a"})
        assert told_of_groups(with_people(*people, other)) == {"year": {}, "ward": {}}

    def test_each_attribute_is_counted_by_itself(self) -> None:
        people = [("students", {"year": year, "ward": "a"}) for year in "1112"]
        found = told_of_groups(with_people(*people))
        assert found == {"year": {}, "ward": {("students", "a"): 4}}

    def test_what_is_not_published_has_no_cells(self) -> None:
        people = [("students", {"village": "x"})] * 9
        assert told_of_groups(with_people(*people)) == {"year": {}, "ward": {}}
