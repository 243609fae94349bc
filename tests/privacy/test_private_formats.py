"""Where each text of a private file stands, by the file's format."""

from __future__ import annotations

import csv
from collections.abc import Iterator

import pytest

from study_findings.privacy.formats import PrivateText, texts_in

Told = tuple[int, str, bool, bool]


def told(name: str, text: str) -> list[Told]:
    """Give of each text its line, its first reading, and how it may be taken."""
    return [as_told(one) for one in texts_in("private/x", name, text)]


def as_told(one: PrivateText) -> Told:
    return one.line, " ".join(one.readings[0].split()), one.may_be_name, one.keeps_lines


@pytest.mark.parametrize(
    ("name", "text", "texts"),
    [
        (
            "a.csv",
            'who;said\np1;"We waited,\nlong"\np2;Nobody',
            [
                (1, "who", True, False),
                (1, "said", True, False),
                (2, "p1", True, False),
                (2, "We waited, long", True, False),
                (4, "p2", True, False),
                (4, "Nobody", True, False),
            ],
        ),
        ("b.csv", "who,said;then\np1,we|two", [
            (1, "who", True, False),
            (1, "said;then", True, False),
            (2, "p1", True, False),
            (2, "we|two", True, False),
        ]),
        ("c.json", '\n["We",\n\n"waited"]', [(2, "We", True, False), (4, "waited", True, False)]),
        ("d.txt", "We\nwaited", [(1, "We waited", False, True)]),
        ("e.rtf", "{\\rtf1 We waited}", [(1, "We waited", False, False)]),
        (
            "xl/sharedStrings.xml",
            "<sst>\n<si><t>We</t></si>\n<si><t>waited</t></si></sst>",
            [(2, "We", True, False), (3, "waited", True, False)],
        ),
        (
            "xl/worksheets/sheet1.xml",
            "<sheetData>\n<c><is><t>We waited</t></is></c></sheetData>",
            [(2, "We waited", True, False)],
        ),
        ("docProps/app.xml", "<a>We waited</a>", []),
        (
            "f.html",
            '<p>We\n<img alt="two at a door"></p>',
            [(1, "We", False, False), (2, "two at a door", True, False)],
        ),
    ],
)  # fmt: skip
def test_texts_stand_at_their_lines(name: str, text: str, texts: list[Told]) -> None:
    assert told(name, text) == texts


@pytest.fixture
def _longest_cell() -> Iterator[None]:
    """Let cells be as long as the library has it, whatever was asked of it before."""
    before = csv.field_size_limit(131_072)
    yield
    csv.field_size_limit(before)


@pytest.mark.usefixtures("_longest_cell")
def test_a_table_that_cannot_be_read_is_one_text() -> None:
    damaged = "who,said\n" + '"' + "x" * 200_000
    [*_, last] = told("a.csv", damaged)
    assert (last[0], last[2:]) == (1, (False, True))
