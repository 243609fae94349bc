"""A table of who is quoted: what its cells and rows say, and whether it says anything new."""

from __future__ import annotations

import pytest

from study_findings.findings.addresses import voice_address
from study_findings.findings.matrix import (
    Cell,
    Matrix,
    MatrixRow,
    MatrixSource,
    tells,
)
from study_findings.model import Group, Session, Theme

STUDENTS = Group(id="students", label="Students", singular="Student")
FACULTY = Group(id="faculty", label="Faculty", singular="Teacher")
SESSION = Session(id="s1", kind="interview", groups=("students",))
OF_GROUPS = (MatrixSource("Students", STUDENTS), MatrixSource("Faculty", FACULTY))
OTHERS = MatrixSource("others")


def row(*numbers: int, groups: tuple[str, ...] = ("students",), depth: int = 0) -> MatrixRow:
    """Make the row of a theme of some groups, with so many quotations from each source."""
    theme = Theme(id="a", title="A", groups=groups)
    return MatrixRow(theme, tuple(Cell(number, 0) for number in numbers), depth=depth)


def table(*rows: MatrixRow, sources: tuple[MatrixSource, ...] = OF_GROUPS) -> Matrix:
    return Matrix("m", "A table", sources, rows)


@pytest.mark.parametrize(
    ("quoted", "illustrative", "number", "presence"),
    [
        (0, 0, 0, "none"),
        (0, 2, 2, "illustrative"),
        (1, 0, 1, "quoted"),
        (1, 2, 3, "quoted"),
    ],
)
def test_composed_words_never_pass_for_a_source_that_is_quoted(
    quoted: int, illustrative: int, number: int, presence: str
) -> None:
    cell = Cell(quoted, illustrative)
    assert (cell.number, cell.presence) == (number, presence)


def test_a_source_is_described_where_it_stands_for_somebody() -> None:
    assert OF_GROUPS[0].address == voice_address("students")
    assert MatrixSource("Interview 1", SESSION).address == voice_address("s1")
    assert OTHERS.address == ""


def test_the_darkest_cell_has_the_most_and_one_that_has_any_is_not_blank() -> None:
    numbers = (0, 1, 2, 3, 4, 5, 6, 7, 8)
    shown = table(row(*numbers[:5]), row(*numbers[5:]))
    cells = [cell for each in shown.rows for cell in each.cells]
    assert [shown.shade(cell) for cell in cells] == [0, 1, 1, 2, 2, 3, 3, 4, 4]
    assert table(row(0, 0)).shade(Cell(0, 0)) == 0
    alone = table(row(1, 0))
    assert [alone.shade(cell) for cell in alone.rows[0].cells] == [4, 0]


def test_rows_of_themes_inside_are_folded_into_the_row_above() -> None:
    rows = [row(n, depth=depth) for n, depth in enumerate((0, 1, 2, 0, 0, 1))]
    assert table(*rows).folded == [
        (rows[0], (rows[1], rows[2])),
        (rows[3], ()),
        (rows[4], (rows[5],)),
    ]


def test_it_is_said_where_a_cell_has_only_what_was_composed() -> None:
    mixed = MatrixRow(None, (Cell(1, 1), Cell(0, 0)))
    composed = MatrixRow(None, (Cell(1, 0), Cell(0, 1)))
    assert not table(mixed).has_only_illustrative
    assert table(mixed, composed).has_only_illustrative


class TestWhetherItTells:
    def test_it_does_not_with_one_column_or_nothing_quoted(self) -> None:
        assert not tells(None)
        assert not tells(table(row(1), sources=OF_GROUPS[1:]))
        assert not tells(table(row(0, 0)))
        assert not tells(table(row(0, 0), sources=(OF_GROUPS[0], OTHERS)))

    def test_it_does_not_where_each_theme_is_quoted_from_its_own_groups(self) -> None:
        both = ("students", "faculty")
        own = (row(1, 0), row(2, 3, groups=both), row(0, 4, groups=("faculty",)))
        assert not tells(table(*own))
        assert not tells(table(*own, row(0, 0)))
        assert tells(table(*own, row(0, 1)))
        assert tells(table(*own, row(1, 1)))
        assert tells(table(*own, row(1, 0, groups=both)))

    def test_what_stands_for_no_group_is_no_news_of_groups(self) -> None:
        sources = (*OF_GROUPS, OTHERS)
        assert not tells(table(row(1, 0, 5), sources=sources))
        assert tells(table(row(0, 1, 5), sources=sources))
        # Of a theme whose quotations tell no group, nothing is known.
        assert not tells(table(row(0, 0, 5), sources=sources))

    def test_rows_of_themes_inside_add_nothing(self) -> None:
        assert not tells(table(row(1, 0), row(0, 1, depth=1)))
        assert tells(table(row(1, 0), row(1, 0, depth=1), row(0, 1)))

    def test_sessions_and_places_always_tell(self) -> None:
        sessions = (MatrixSource("Interview 1", SESSION), OF_GROUPS[0])
        assert tells(table(row(0, 1), sources=sessions))
        assert tells(table(row(1, 0), sources=(OTHERS, OTHERS)))
        place = MatrixRow(None, (Cell(1, 0), Cell(0, 0)), place="A place")
        assert tells(table(place))

    def test_a_row_has_a_cell_for_each_source(self) -> None:
        for numbers in ((1,), (1, 0, 2)):
            with pytest.raises(ValueError, match="zip"):
                tells(table(row(*numbers)))
