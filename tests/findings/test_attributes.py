"""The table of who took part counts people by level and group, unless too few are alike."""

from __future__ import annotations

from people import with_people

from study_findings.findings.cards import COLOURS, colour_of
from study_findings.findings.views import Findings
from study_findings.findings.voices import AttributeTable, attribute_tables
from study_findings.privacy.publishable import publishable


def tables(*people: tuple[str, dict[str, str]]) -> dict[str, AttributeTable]:
    """Give the tables by attribute."""
    found = attribute_tables(Findings(publishable(with_people(*people))))
    return {table.attribute.id: table for table in found}


def test_counts_are_by_level_and_group_and_nobody_is_nought() -> None:
    students = [("students", {"year": "2"})] * 4
    faculty = [("faculty", {"year": "1"})] * 3
    table = tables(*students, *faculty)["year"]
    assert table.groups == ("Students", "Faculty")
    assert table.rows == (("1", "1", (0, 3)), ("2", "2", (4, 0)))


def test_where_two_are_alike_there_are_no_rows() -> None:
    people = [("students", {"year": year, "ward": "a"}) for year in ("1", "1", "2", "2", "2")]
    found = tables(*people)
    assert found["year"].rows == ()
    assert found["ward"].rows == (("a", "a", (5, 0)), ("b", "b", (0, 0)))


def test_what_is_not_published_has_no_table() -> None:
    assert set(tables(*[("students", {"village": "x"})] * 9)) == {"year", "ward"}


def test_groups_have_colours_of_their_own_until_these_are_used_up() -> None:
    study = publishable(with_people())
    groups = [
        study.about.groups[0].model_copy(update={"id": f"g{number}"})
        for number in range(COLOURS + 1)
    ]
    about = study.about.model_copy(update={"groups": tuple(groups)})
    many = study.model_copy(update={"about": about})
    assert [colour_of(many, group) for group in groups] == [1, 2, 3, 4, 5, 6, 1]
    assert colour_of(many, None) == 0
