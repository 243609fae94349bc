"""The layout of a theme's page: narrative, quotations where they are placed, subthemes."""

from markupsafe import Markup
from shapes import quotation, study_of, theme

from study_findings.findings.accounts import account_of
from study_findings.findings.views import Findings
from study_findings.privacy.publishable import publishable
from study_findings.render.theme_page import Section, section_of


def laid_out(themes: list[object], *quotations: object) -> Section:
    findings = Findings(publishable(study_of(themes=themes, quotations=quotations)))
    return section_of(account_of(findings, findings.themes_in_order[0]))


def written(section: Section) -> list[str]:
    """Write the blocks: prose as words, a quotation as its id, in brackets without its anchor."""
    return [
        str(block.striptags())
        if isinstance(block, Markup)
        else block.card.id
        if block.anchored
        else f"({block.card.id})"
        for block in section.blocks
    ]


def test_a_quotation_stands_where_its_line_is_and_the_others_after() -> None:
    narrative = "Before.\n\n  [[q2]]  \n\nBetween.\n\n[[ q1 ]]\n\nAfter."
    section = laid_out(
        [theme("a", narrative=narrative)],
        quotation("q1", "a"),
        quotation("q2", "a"),
        quotation("q3", "a"),
    )
    assert written(section) == ["Before.", "q2", "Between.", "q1", "After.", "q3"]


def test_only_a_line_of_its_own_places_a_quotation() -> None:
    section = laid_out([theme("a", narrative="See [[q1]] here.")], quotation("q1", "a"))
    assert written(section) == ["See [[q1]] here.", "q1"]


def test_a_quotation_of_another_theme_may_be_placed() -> None:
    section = laid_out([theme("a", narrative="[[q1]]"), theme("b")], quotation("q1", "b"))
    assert written(section) == ["q1"]


def test_an_anchor_stands_once_on_a_page() -> None:
    inner = {"id": "b", "title": "B", "narrative": "[[q1]]"}
    section = laid_out(
        [theme("a", narrative="[[q1]]\n\n[[q1]]", subthemes=[inner])], quotation("q1", "a")
    )
    assert written(section) == ["q1", "(q1)"]
    assert written(section.sections[0]) == ["(q1)"]


def test_a_withdrawn_quotation_leaves_no_place() -> None:
    section = laid_out(
        [theme("a", narrative="Words.\n\n[[q1]]")], {"id": "q1", "withdrawn": {"on": "2026-01-01"}}
    )
    assert written(section) == ["Words."]


def test_a_quotation_that_names_a_subtheme_too_stands_there() -> None:
    inner = {"id": "b", "title": "B"}
    section = laid_out([theme("a", subthemes=[inner])], quotation("q1", "a", "b"))
    assert (written(section), written(section.sections[0])) == ([], ["q1"])


def test_headings_go_no_deeper_than_html_has() -> None:
    deep: dict[str, object] = {"id": "t8", "title": "T8"}
    for number in range(7, 1, -1):
        deep = {"id": f"t{number}", "title": f"T{number}", "subthemes": [deep]}
    section = laid_out([theme("t1", subthemes=[deep])])
    levels = []
    while section.sections:
        (section,) = section.sections
        levels.append(section.level)
    assert levels == [2, 3, 4, 5, 6, 6, 6]
