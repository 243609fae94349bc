"""A theme's page in rows: each quotation printed once, and how it stands never guessed."""

from __future__ import annotations

from typing import Any

from shapes import quotation, study_of, theme

from study_findings.findings.theme_rows import MOST_OF_SECTION, Placed, Section, ThemeRows, rows_of
from study_findings.findings.views import Findings
from study_findings.privacy.publishable import publishable


def laid_out(themes: list[Any], *quotations: Any) -> ThemeRows:
    findings = Findings(publishable(study_of(themes=themes, quotations=quotations)))
    return rows_of(findings, findings.themes_in_order[0])


def named(placed: Placed) -> str:
    """Name a quotation; in brackets where it is pointed to, with a mark where it is elsewhere."""
    if placed.is_printed:
        return placed.card.id
    return f"({placed.card.id})" if placed.is_on_page else f"({placed.card.id})…"


def written(section: Section) -> list[str]:
    """Write the blocks: prose as words, quotations by their names."""
    return [named(b) if isinstance(b, Placed) else b.strip() for b in section.blocks]


def opening(rows: ThemeRows) -> list[str | None]:
    both = (rows.opening.voice, rows.opening.against)
    return [voice.card.id if voice else None for voice in both]


def test_a_quotation_stands_where_its_line_is_and_the_others_after() -> None:
    narrative = "Before.\n\n  [[q2]]  \n\nBetween.\n\n[[ q1 ]]\n\nAfter."
    rows = laid_out(
        [theme("a", narrative=narrative)],
        quotation("q0", "a", exemplar=True),
        *(quotation(f"q{n}", "a") for n in (1, 2, 3)),
    )
    assert opening(rows) == ["q0", None]
    assert written(rows.section) == ["Before.", "q2", "Between.", "q1", "After.", "(q0)", "q3"]


def test_only_a_line_of_its_own_places_a_quotation() -> None:
    rows = laid_out([theme("a", narrative="See [[q1]] here.")], quotation("q1", "a"))
    assert written(rows.section) == ["See [[q1]] here.", "(q1)"]


def test_a_quotation_of_another_theme_may_be_placed() -> None:
    rows = laid_out([theme("a", narrative="[[q1]]"), theme("b")], quotation("q1", "b"))
    assert written(rows.section) == ["q1"]


def test_a_quotation_is_printed_once_on_a_page() -> None:
    inner = {"id": "b", "title": "B", "narrative": "[[q1]]"}
    rows = laid_out(
        [theme("a", narrative="[[q1]]\n\n[[q1]]", subthemes=[inner])],
        quotation("q0", "a", exemplar=True),
        quotation("q1", "a"),
    )
    assert written(rows.section) == ["q1", "(q1)", "(q0)"]
    assert written(rows.section.sections[0]) == ["(q1)"]


def test_a_withdrawn_quotation_leaves_no_place() -> None:
    rows = laid_out(
        [theme("a", narrative="Words.\n\n[[q1]]")], {"id": "q1", "withdrawn": {"on": "2026-01-01"}}
    )
    assert written(rows.section) == ["Words."]


def test_a_quotation_that_names_a_subtheme_too_stands_there() -> None:
    inner = {"id": "b", "title": "B"}
    rows = laid_out(
        [theme("a", subthemes=[inner])],
        quotation("q0", "a", exemplar=True),
        quotation("q1", "a", "b"),
    )
    assert (written(rows.section), written(rows.section.sections[0])) == (["(q0)"], ["q1"])


def test_headings_go_no_deeper_than_html_has() -> None:
    deep: dict[str, object] = {"id": "t8", "title": "T8"}
    for number in range(7, 1, -1):
        deep = {"id": f"t{number}", "title": f"T{number}", "subthemes": [deep]}
    section = laid_out([theme("t1", subthemes=[deep])]).section
    levels = []
    while section.sections:
        (section,) = section.sections
        levels.append(section.level)
    assert levels == [2, 3, 4, 5, 6, 6, 6]


def test_the_voices_against_stand_apart_and_open_the_page() -> None:
    rows = laid_out(
        [theme("a")],
        quotation("q1", "a", stance="diverges"),
        quotation("q2", "a", stance="confirms"),
        quotation("q3", "a", stance="nuances"),
        quotation("q4", "a", stance="diverges"),
        quotation("q5", "a"),
    )
    assert opening(rows) == ["q2", "q1"]
    assert written(rows.section) == ["(q2)", "q5"]
    against = [(named(placed), placed.mark) for placed in rows.section.against]
    assert against == [("(q1)", "against"), ("q4", "against"), ("q3", "reservation")]


def test_a_voice_without_a_stance_bears_no_mark() -> None:
    rows = laid_out([theme("a")], quotation("q1", "a"), quotation("q2", "a", stance="confirms"))
    marks = {b.card.id: b.mark for b in rows.section.blocks if isinstance(b, Placed)}
    assert marks | {"opening": rows.opening.voice and rows.opening.voice.mark} == {
        "q1": "",
        "q2": "for",
        "opening": "",
    }


def test_a_claim_has_its_voices_and_those_against_and_no_opening_beside_it() -> None:
    claim = {"id": "c", "says": "It is so.", "rests_on": ["q2", "q3"], "against": ["q1"]}
    rows = laid_out(
        [theme("a", claims=[claim])],
        quotation("q1", "a", stance="diverges"),
        quotation("q2", "a", stance="confirms"),
        quotation("q3", "a", stance="nuances"),
        quotation("q4", "a"),
    )
    (row,) = rows.section.claims
    assert opening(rows) == [None, None]
    assert [(named(p), p.mark) for p in row.voices] == [("q2", "for"), ("q3", "reservation")]
    assert [(named(p), p.mark) for p in row.against] == [("q1", "against")]
    assert written(rows.section) == ["q4"]


def test_a_section_prints_few_and_the_others_keep_an_address_and_are_counted() -> None:
    ids = [f"q{number:03}" for number in range(1, 492)]
    rows = laid_out([theme("a")], *(quotation(id_, "a") for id_ in ids))
    printed = [b.card.id for b in rows.section.blocks if isinstance(b, Placed) and b.is_printed]
    assert len(printed) <= MOST_OF_SECTION
    assert rows.section.is_cut
    assert rows.section.number == 491
    assert sorted([*printed, *rows.section.beyond, *filter(None, opening(rows))]) == ids
