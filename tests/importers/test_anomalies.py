"""What a person should look at is told, kind by kind, with its place; nothing where all is well."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, get_args

import pytest

from study_findings.importers.asking import Asking
from study_findings.importers.found import (
    Anomaly,
    AnomalyKind,
    Found,
    FoundCode,
    FoundParticipant,
    FoundQuotation,
    FoundSession,
    FoundTheme,
)
from study_findings.importers.grid import Grid
from study_findings.importers.options import Options
from study_findings.importers.tables import read_grids

THEME = ("Boats",)


def said(text: str = "The kettle was on.", **more: Any) -> FoundQuotation:
    return FoundQuotation(**{"at": "row 2", "text": text, "themes": (THEME,), **more})


def anomalies(*quotations: FoundQuotation, **found: Any) -> list[Anomaly]:
    asking = Asking(Found("a table", quotations=quotations, **found), Options())
    asking.asked()
    return asking.anomalies


def of_table(*rows: tuple[str, ...]) -> list[Anomaly]:
    """Give what is told of a table and of what it asks for."""
    grid = Grid("", [list(row) for row in rows], lambda number: f"row {number + 1}")
    asking = Asking(read_grids([grid], Options(), "a table"), Options())
    asking.asked()
    return asking.anomalies


def told(found: list[Anomaly], kind: str) -> list[tuple[str, str]]:
    return [(one.at, one.says) for one in found if one.kind == kind]


CLEAN = said(participant="P1", session="FGD 1")


def test_nothing_is_told_where_all_is_well() -> None:
    assert anomalies(CLEAN, replace(CLEAN, at="row 3", text="Another.")) == []


@pytest.mark.parametrize(
    ("one", "other", "at"),
    [("nR1-04", "nR1-4", "row 3"), ("P1", "P01", "row 3"), ("P11", "P11_F2", "row 3")],
)
def test_codes_that_differ_by_a_zero_or_a_piece(one: str, other: str, at: str) -> None:
    found = anomalies(said(participant=one), said("Another.", at="row 3", participant=other))
    assert told(found, "look-alike") == [(at, f"{other} stands beside {one}: are they one?")]
    assert told(anomalies(said(participant="P1"), said("A.", participant="P2")), "look-alike") == []


def test_a_code_that_is_not_in_the_codebook() -> None:
    codes = (FoundCode(("Oars",), "row 9"),)
    found = anomalies(said(codes=(("Oars",), ("Sails",))), codes=codes)
    assert told(found, "unknown-code") == [
        ("row 2", "the code Sails is not in the codebook: it was added")
    ]
    # Without a codebook in the file, no code is unknown.
    assert told(anomalies(said(codes=(("Sails",),))), "unknown-code") == []


def test_a_participant_without_a_session_where_others_have_one() -> None:
    people = (FoundParticipant("P7", "row 5"), FoundParticipant("P8", "row 6", sessions=("IDI 1",)))
    assert told(anomalies(participants=people), "no-session") == [
        ("row 5", "participant P7 has no session")
    ]
    assert told(anomalies(participants=people[:1]), "no-session") == []


def test_the_teams_own_words_in_an_exchange() -> None:
    turns = (("Moderator", "Was it far?"), ("P1", "A long way."))
    found = anomalies(said("", turns=turns))
    assert told(found, "moderator") == [("row 2", "the research team speaks in this exchange")]
    assert told(anomalies(said("", turns=turns[1:])), "moderator") == []


def test_letters_damaged_by_a_wrong_encoding() -> None:
    found = anomalies(said("Itâ€™s a long way, sheâ€™d say."))
    assert [at for at, _ in told(found, "mojibake")] == ["row 2"]
    assert told(anomalies(said("It’s a long way, she’d say.")), "mojibake") == []


HEADER = ("Theme", "Quote", "Participant")


@pytest.mark.parametrize(
    ("cell", "kind"),
    [("Interviewer: and was it far?", "moderator"), ("Student 3: a long way.", "speaker")],
)
def test_who_speaks_before_the_words_in_a_cell(cell: str, kind: str) -> None:
    found = of_table(HEADER, ("Boats", cell, "P1"), ("Boats", "A plain voice.", "P2"))
    assert [at for at, _ in told(found, kind)] == ["row 2"]
    assert told(of_table(HEADER, ("Boats", "A plain voice.", "P2")), kind) == []


@pytest.mark.parametrize(
    ("found", "says"),
    [
        ({"sessions": (FoundSession("T 4", "row 2"),)}, "the kind of session T 4 is not said"),
        ({"quotations": (said(participant="Bibi Gul"),)}, "a participant's label may be a name"),
        ({"quotations": (said(original="کیتلی چولہے پر تھی"),)}, "the language of the originals"),
        ({"quotations": (said(asked="How far was it?"),)}, "the question asked is kept as a memo"),
        ({"quotations": (said(provenance="illustrative"),)}, "nobody said them"),
        (
            {"sessions": (FoundSession("FGD 1", "row 2", site="Ward 3"),)},
            "a site is named in a public file",
        ),
        (
            {
                "themes": (
                    FoundTheme(THEME, "row 2", gist="Somebody said “the kettle was on again”."),
                )
            },
            "in quotation marks went to private/",
        ),
    ],
)
def test_what_is_uncertain(found: dict[str, Any], says: str) -> None:
    asking = Asking(Found("a table", **found), Options())
    asking.asked()
    assert any(says in words for _, words in told(asking.anomalies, "uncertain"))


def test_what_is_said_twice_and_otherwise() -> None:
    people = (
        FoundParticipant("P1", "row 2", attributes={"Year": "First"}),
        FoundParticipant("P1", "row 3", attributes={"Year": "Second"}),
    )
    assert told(anomalies(participants=people), "uncertain") == [
        ("row 3", "year of one participant was said otherwise at row 2: the first is kept")
    ]


def test_a_day_that_is_not_read() -> None:
    held = (FoundSession("FGD 1", "row 2", when="last Tuesday"),)
    assert [at for at, _ in told(anomalies(sessions=held), "other")] == ["row 2"]
    held = (FoundSession("FGD 1", "row 2", when="2026-03"),)
    assert told(anomalies(sessions=held), "other") == []


def test_a_column_that_is_not_read() -> None:
    rows = (("Theme", "Quote", "Weather"), ("Boats", "A plain voice.", "fair"))
    assert any("Weather was not read" in says for _, says in told(of_table(*rows), "other"))


def test_every_kind_is_looked_at_by_some_test() -> None:
    """Tracked changes are told in the tests of Word, positions in those of REFI-QDA."""
    elsewhere = {"tracked-change": "test_word_asides.py", "offset": "test_refi_files_read.py"}
    here = {
        *("uncertain", "look-alike", "unknown-code", "no-session", "speaker", "moderator"),
        *("mojibake", "other"),
    }
    assert here | set(elsewhere) == set(get_args(AnomalyKind))
