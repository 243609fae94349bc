"""The page of changes tells what came and went with each release."""

from __future__ import annotations

from datetime import date

from shapes import quotation, study_of, theme

from study_findings.findings.history import changes
from study_findings.model import Release, Study
from study_findings.privacy.publishable import publishable


def study_with(*releases: tuple[str, date]) -> Study:
    study = study_of(
        themes=[theme("a")],
        quotations=[
            {**quotation("q1", "a"), "cleared": {"by": "EA", "on": "2026-01-01"}},
            {**quotation("q2", "a"), "cleared": {"by": "EA", "on": "2026-03-01"}},
            quotation("q3", "a", provenance="illustrative"),
            {"id": "q4", "withdrawn": {"on": "2026-02-10"}},
        ],
    )
    made = tuple(Release(name=name, on=on) for name, on in releases)
    return study.model_copy(update={"about": study.about.model_copy(update={"releases": made})})


def test_newest_first_with_what_no_release_holds_yet_on_top() -> None:
    found = changes(publishable(study_with(("1.0", date(2026, 1, 1)), ("1.1", date(2026, 2, 15)))))
    told = [
        (
            item.release.name if item.release else None,
            [q.id for q in item.cleared],
            [q.id for q in item.withdrawn],
        )
        for item in found
    ]
    assert told == [(None, ["q2"], []), ("1.1", [], ["q4"]), ("1.0", ["q1"], [])]


def test_a_release_is_told_by_its_day_wherever_it_is_listed_and_whatever_it_brought() -> None:
    days = {"1.1": date(2026, 3, 1), "1.0": date(2026, 2, 28), "0.9": date(2025, 12, 31)}
    found = changes(publishable(study_with(*days.items())))
    told = [
        (item.release and item.release.name, [q.id for q in (*item.cleared, *item.withdrawn)])
        for item in found
    ]
    assert told == [("1.1", ["q2"]), ("1.0", ["q1", "q4"]), ("0.9", [])]


def test_illustrative_quotations_are_no_change_of_the_findings() -> None:
    found = changes(publishable(study_with()))
    assert [q.id for item in found for q in item.cleared] == ["q1", "q2"]


def test_nothing_to_tell_is_told_by_nothing() -> None:
    assert changes(publishable(study_of(themes=[theme("a")]))) == []
