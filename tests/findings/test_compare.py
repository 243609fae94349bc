"""Who is quoted for which theme, and where strands meet."""

from __future__ import annotations

import re

import pytest
from shapes import quotation, relates, study_named, study_of, theme

from study_findings.findings.comparison import MOST_SESSIONS, Cell, by_group, by_session, meetings
from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import render_site
from study_findings.render.markup import character_references

SESSIONS = [
    {"id": "fgd-1", "kind": "focus-group", "groups": ["students"]},
    {"id": "idi-1", "kind": "interview", "groups": ["faculty"]},
    {"id": "idi-2", "kind": "interview", "groups": ["faculty"]},
]
THEMES = [
    theme("a", subthemes=[{"id": "a1", "title": "A1"}], related=relates(("meets", "b"))),
    theme("b", groups=("faculty",)),
]


def _study(*quotations: object) -> Study:
    return study_of(themes=THEMES, sessions=SESSIONS, quotations=quotations)


def _page(study: Study) -> str:
    return render_site(publishable(study), Settings("x")).files["compare/index.md"].decode()


def _said(page: str) -> str:
    """Read a page's words: tags gone, references back, white space one space."""
    text = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), re.sub(r"<[^>]+>", " ", page))
    return " ".join(text.split())


def test_a_session_is_present_where_it_is_quoted() -> None:
    matrix = by_session(Findings(publishable(_study(quotation("q1", "a", session="fgd-1")))))
    assert matrix is not None
    assert [column.label for column in matrix.sources] == [
        "Focus group 1",
        "Interview 1",
        "Interview 2",
    ]
    assert [[cell.presence for cell in row.cells] for row in matrix.rows] == [
        ["quoted", "none", "none"],
        ["none", "none", "none"],
    ]


def test_a_theme_takes_in_its_subthemes_and_counts_a_quotation_once() -> None:
    matrix = by_session(Findings(publishable(_study(quotation("q1", "a", "a1", session="fgd-1")))))
    assert matrix is not None
    assert matrix.rows[0].cells == (Cell(1, 0), Cell(0, 0), Cell(0, 0))


def _many_sessions(number: int, *more: object) -> Study:
    return study_of(
        themes=THEMES,
        sessions=[
            {"id": f"s{n}", "kind": "interview" if n % 2 else "diary", "groups": ["students"]}
            for n in range(number)
        ],
        quotations=[quotation("q1", "a", session="s1"), quotation("q2", "a", session="s3"), *more],
    )


def test_too_many_sessions_for_a_column_each_are_shown_by_kind() -> None:
    study = _many_sessions(MOST_SESSIONS + 1)
    matrix = by_session(Findings(publishable(study)))
    assert matrix is not None
    assert [column.label for column in matrix.sources] == ["Diaries", "Interviews"]
    assert [row.cells for row in matrix.rows] == [(Cell(0, 0), Cell(2, 0)), (Cell(0, 0),) * 2]
    page = _said(_page(study))
    assert "Themes by kind of session" in page
    assert f"The study has {MOST_SESSIONS + 1} sessions, too many for a column each" in page


def test_as_many_sessions_as_a_table_may_show_have_a_column_each() -> None:
    study = _many_sessions(MOST_SESSIONS)
    matrix = by_session(Findings(publishable(study)))
    assert matrix is not None
    assert len(matrix.sources) == MOST_SESSIONS
    assert "too many for a column each" not in _said(_page(study))


def test_composed_words_never_pass_for_a_source_that_is_quoted() -> None:
    study = _study(
        quotation("q1", "a", group="students", provenance="illustrative"),
        quotation("q2", "b", group="faculty"),
        quotation("q3", "b", group="faculty", provenance="illustrative"),
    )
    a, b = by_group(Findings(publishable(study))).rows
    assert [cell.presence for cell in a.cells] == ["illustrative", "none"]
    assert b.cells == (Cell(0, 0), Cell(1, 1))
    assert b.cells[1].presence == "quoted"
    page = _said(_page(study))
    assert "illustrative only" in page
    assert "1 and 1 illustrative" in page


def test_quotations_without_a_source_have_a_column_of_their_own() -> None:
    study = _study(quotation("q1", "a", session="fgd-1"), quotation("q2", "a"))
    sessions = by_session(Findings(publishable(study)))
    assert sessions is not None
    assert sessions.sources[-1].label == "No session named"
    assert sessions.rows[0].cells[-1] == Cell(1, 0)
    assert by_group(Findings(publishable(study))).sources[-1].label == "No group named"


def test_so_they_have_where_sessions_are_shown_by_kind() -> None:
    study = _many_sessions(MOST_SESSIONS + 1, quotation("q3", "a"))
    matrix = by_session(Findings(publishable(study)))
    assert matrix is not None
    assert [source.label for source in matrix.sources] == [
        "Diaries",
        "Interviews",
        "No session named",
    ]
    assert matrix.rows[0].cells[-1] == Cell(1, 0)


def test_where_all_is_composed_no_session_is_said_to_be_quoted() -> None:
    study = _study(quotation("q1", "a", group="students", provenance="illustrative"))
    assert by_session(Findings(publishable(study))) is None
    assert "No session is quoted on this site yet: its quotations are illustrative" in _said(
        _page(study)
    )


def test_where_quotations_name_no_session_the_page_says_so() -> None:
    page = _said(_page(_study(quotation("q1", "a", group="students"))))
    assert "No quotation on this site names the session it comes from." in page


def test_without_quotations_the_page_says_so() -> None:
    page = _said(_page(_study()))
    assert "No quotation is published yet." in page
    assert "No session is quoted on this site yet." in page


def test_without_themes_there_is_nothing_to_compare() -> None:
    assert "nothing to compare" in _said(_page(study_of()))


def test_every_matrix_says_what_it_counts() -> None:
    page = _page(_study(quotation("q1", "a", session="fgd-1")))
    counted = "who is quoted on this site, not how many people hold a view"
    captions = re.findall(r"<caption>(.*?)</caption>", page)
    matrices = [caption for caption in captions if "Themes" in _said(caption)]
    assert len(matrices) == 4
    assert all(_said(caption).endswith(counted) for caption in matrices)


def test_counts_wait_until_asked_for() -> None:
    page = _page(_study(quotation("q1", "a", session="fgd-1")))
    open_part = re.sub(r"<details.*?</details>", "", page, flags=re.DOTALL)
    cells = re.findall(r"<td>(.*?)</td>", open_part.partition('id="by-group"')[2], re.DOTALL)
    assert not [cell for cell in cells if re.search(r"\d", _said(cell))]
    assert page.count("<details") == 2
    assert "<details open" not in page


@pytest.mark.parametrize("name", ["own", "full", "starter", "hostile", "one strand"])
def test_tables_have_headers_with_a_scope(name: str) -> None:
    page = _page(study_named(name))
    headers = re.findall(r"<th\b([^>]*)>", page)
    assert headers or name == "one strand"
    assert {header.strip() for header in headers} <= {'scope="col"', 'scope="row"'}
    for body in re.findall(r"<tbody>(.*?)</tbody>", page, re.DOTALL):
        assert all(row.lstrip().startswith('<th scope="row">') for row in body.split("<tr>")[1:])


def test_presence_is_said_in_words_as_well() -> None:
    page = _page(_study(quotation("q1", "a", session="fgd-1")))
    marks = re.findall(r'<span class="sf-mark[^"]*" aria-hidden="true">', page)
    assert len(marks) == page.count('<span class="sf-said">') > 0


def test_relations_that_stay_in_a_strand_are_left_to_the_map() -> None:
    themes = [
        theme("a", related=relates(("leads to", "c"), ("meets", "b"))),
        *THEMES[1:],
        theme("c"),
    ]
    found = meetings(Findings(publishable(study_of(themes=themes))))
    assert [(link.source.id, link.word, link.target.id) for link in found] == [("a", "meets", "b")]


def test_strands_that_do_not_meet_are_said_not_to() -> None:
    page = _page(study_of(themes=[theme("a"), theme("b", groups=("faculty",))]))
    assert "names no theme that groups share and no relation between strands" in _said(page)


def test_compare_is_in_the_navigation() -> None:
    site = render_site(publishable(study_named("own")), Settings("x"))
    assert "compare/index.md" in [item.path for item in site.nav]
    assert str(character_references("Conversation")) in site.files["q/q001/index.html"].decode()
