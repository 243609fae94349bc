"""Who is quoted for which theme: tables that tell something, and what each of their cells says."""

from __future__ import annotations

import re

import pytest
from shapes import STUDIES, quotation, relates, study_named, study_of, theme

from study_findings.findings.comparison import (
    FEWEST_SESSIONS,
    MOST_SESSIONS,
    by_framework,
    by_group,
    by_kind,
    by_session,
    by_site,
    names_sessions,
)
from study_findings.findings.facets import Facets
from study_findings.findings.matrix import SHADES, Cell, Matrix, MatrixRow, MatrixSource, tells
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


def _told(matrix: Matrix | None) -> tuple[str, str, list[str], int, str]:
    """Give what a table says above its rows: id, title, columns, sessions, framework."""
    assert matrix is not None
    labels = [source.label for source in matrix.sources]
    return matrix.id, matrix.title, labels, matrix.sessions, matrix.framework


def _rows(matrix: Matrix | None) -> dict[str, tuple[int, list[int]]]:
    """Map the themes of a table to how deep they are and to their numbers."""
    assert matrix is not None
    return {
        row.theme.id: (row.depth, [cell.number for cell in row.cells])
        for row in matrix.rows
        if row.theme
    }


SITES = [
    {"id": "hills", "label": "The hills", "sites": [{"id": "school", "label": "The school"}]},
    {"id": "plain", "label": "The plain"},
    {"id": "coast", "label": "The coast", "sites": [{"id": "port", "label": "The port"}]},
    {"id": "empty", "label": "The empty quarter"},
]


def _at_sites(*quotations: object, at: tuple[str, ...], language: str = "en") -> Findings:
    """Make a study with a session at each of the sites, and one at none."""
    sessions = [
        {"id": f"s{n}", "kind": "interview", "groups": ["students"], "site": site, "number": 5}
        for n, site in enumerate(at)
    ]
    sessions.append({"id": "none", "kind": "interview", "groups": ["students"], "number": 5})
    record = study_of(
        language, themes=THEMES, sessions=sessions, quotations=quotations
    ).model_dump()
    record["about"]["sites"] = SITES
    return Findings(publishable(Study.model_validate(record)))


class TestATableSays:
    """What stands above its rows, and which rows it has."""

    quotations = (
        quotation("q1", "a1", session="fgd-1"),
        quotation("q2", "a1", session="idi-1"),
        quotation("q3", "b", session="idi-1"),
        quotation("q4", "a"),
        quotation("q5", "b"),
    )

    def test_which_groups_are_compared(self) -> None:
        found = Findings(publishable(_study(*self.quotations)))
        columns = ["Students", "Faculty", "No group named"]
        expected = ("by-group", "Themes by group", columns, 0, "")
        assert _told(by_group(found)) == _told(by_group(found, with_subthemes=True)) == expected
        assert [source.record and source.record.id for source in by_group(found).sources] == [
            "students",
            "faculty",
            None,
        ]
        top = {"a": (0, [1, 1, 1]), "b": (0, [0, 1, 1])}
        assert _rows(by_group(found)) == top
        assert _rows(by_group(found, with_subthemes=True)) == {**top, "a1": (1, [1, 1, 0])}

    def test_which_sessions_are_compared(self) -> None:
        found = Findings(publishable(_study(*self.quotations)))
        columns = ["Focus group 1", "Interview 1", "Interview 2", "No session named"]
        expected = ("by-session", "Themes by session", columns, 0, "")
        whole = by_session(found, with_subthemes=True)
        assert _told(by_session(found)) == _told(whole) == expected
        assert whole is not None
        assert [source.record and source.record.id for source in whole.sources] == [
            "fgd-1",
            "idi-1",
            "idi-2",
            None,
        ]
        top = {"a": (0, [1, 1, 0, 1]), "b": (0, [0, 1, 0, 1])}
        assert _rows(by_session(found)) == top
        assert _rows(whole) == {**top, "a1": (1, [1, 1, 0, 0])}

    def test_which_kinds_of_session_are_compared(self) -> None:
        found = Findings(publishable(_study(*self.quotations)))
        columns = ["Focus group", "Interviews", "No session named"]
        expected = ("by-kind", "Themes by kind of session", columns, 0, "")
        whole = by_kind(found, with_subthemes=True)
        assert _told(by_kind(found)) == _told(whole) == expected
        top = {"a": (0, [1, 1, 1]), "b": (0, [0, 1, 1])}
        assert _rows(by_kind(found)) == top
        assert _rows(whole) == {**top, "a1": (1, [1, 1, 0])}

    def test_that_kinds_stand_for_too_many_sessions(self) -> None:
        study = _many_sessions(MOST_SESSIONS + 1, quotation("q3", "a1", session="s2"))
        found = Findings(publishable(study))
        expected = (
            "by-session",
            "Themes by kind of session",
            ["Diaries", "Interviews"],
            MOST_SESSIONS + 1,
            "",
        )
        whole = by_session(found, with_subthemes=True)
        assert _told(by_session(found)) == _told(whole) == expected
        top = {"a": (0, [1, 2]), "b": (0, [0, 0])}
        assert _rows(by_session(found)) == top
        assert _rows(whole) == {**top, "a1": (1, [1, 0])}

    def test_which_sites_are_compared(self) -> None:
        found = _at_sites(
            quotation("q1", "a1", session="s0"),
            quotation("q2", "b", session="s1"),
            quotation("q3", "b", session="none"),
            quotation("q4", "a"),
            at=("hills", "school", "plain", "port", "coast"),
        )
        columns = [
            "The hills, told no closer",
            "The school",
            "The plain",
            "The coast, told no closer",
            "The port",
            "No study site named",
        ]
        expected = ("by-site", "Themes by study site", columns, 0, "")
        whole = by_site(found, with_subthemes=True)
        assert _told(by_site(found)) == _told(whole) == expected
        assert whole is not None
        assert [source.record and source.record.id for source in whole.sources] == [
            "hills",
            "school",
            "plain",
            "coast",
            "port",
            None,
        ]
        top = {"a": (0, [1, 0, 0, 0, 0, 1]), "b": (0, [0, 1, 0, 0, 0, 1])}
        assert _rows(by_site(found)) == top
        assert _rows(whole) == {**top, "a1": (1, [1, 0, 0, 0, 0, 0])}

    def test_a_site_by_its_name_where_no_other_inside_it_is_compared(self) -> None:
        found = _at_sites(quotation("q1", "a1", session="s0"), at=("hills", "plain"))
        assert _told(by_site(found))[2] == ["The hills", "The plain"]

    def test_which_places_of_which_frameworks_are_compared(self) -> None:
        def at(**places: str) -> list[dict[str, str]]:
            return [{"framework": name, "value": value} for name, value in places.items()]

        themes = [
            theme("a", facets=at(First="Alone", Second="Lonely", TDF="Skills")),
            theme("b", facets=at(First="Alone", TDF="Life, work", Last="Now")),
            theme("c", facets=at(Last="Then")),
        ]
        quotations = (
            quotation("q1", "a", group="students"),
            quotation("q2", "b", group="faculty"),
            quotation("q3", "b", "c", group="faculty"),
        )
        made = study_of(themes=themes, quotations=quotations)
        # A framework that has one place tells nothing, whether all or some have it.
        tdf, last = by_framework(Facets(Findings(publishable(made))))
        columns = ["Students", "Faculty"]
        assert _told(tdf) == ("by_framework-tdf", "TDF by group", columns, 0, "TDF")
        assert _told(last) == ("by_framework-last", "Last by group", columns, 0, "Last")
        told = [(row.theme, row.place, row.address, row.depth) for row in tdf.rows]
        assert told == [
            (None, "Skills", "quotations/by/framework-tdf/skills/", 0),
            (None, "Life, work", "quotations/by/framework-tdf/2/", 0),
        ]
        assert [row.cells for row in tdf.rows] == [
            (Cell(1, 0), Cell(0, 0)),
            (Cell(0, 0), Cell(2, 0)),
        ]
        more = study_of(themes=themes, quotations=(*quotations, quotation("q4", "a")))
        tdf, _ = by_framework(Facets(Findings(publishable(more))))
        assert _told(tdf)[2] == [*columns, "No group named"]
        assert tdf.rows[0].cells == (Cell(1, 0), Cell(0, 0), Cell(1, 0))
        records = [source.record and source.record.id for source in tdf.sources]
        assert records == ["students", "faculty", None]

    @pytest.mark.parametrize("language", ["ur", "ps"])
    def test_all_in_the_studys_language(self, language: str) -> None:
        study = study_of(
            language,
            themes=[*THEMES, theme("c", facets=[{"framework": "ن", "value": "ا"}])],
            sessions=SESSIONS,
            quotations=[*self.quotations, quotation("q6", "a", "c")],
        )
        found = Findings(publishable(study))
        quotations = [quotation("q1", "a", session="s0"), quotation("q2", "a")]
        at = ("hills", "school", "plain")
        sites = by_site(_at_sites(*quotations, at=at, language=language))
        own = ["Students", "Faculty", "The hills", "The school", "The plain"]
        for matrix in (by_group(found), by_session(found), by_kind(found), sites):
            _, title, columns, _, _ = _told(matrix)
            words = " ".join([title, *columns])
            for name in own:
                words = words.replace(name, "")
            assert not re.search("[A-Za-z]", words)


class TestThereIsNoTable:
    def test_of_two_sessions(self) -> None:
        study = study_of(
            themes=THEMES,
            sessions=SESSIONS[: FEWEST_SESSIONS - 1],
            quotations=[quotation("q1", "a", session="fgd-1")],
        )
        assert by_session(Findings(publishable(study))) is None

    def test_of_sessions_or_their_kinds_where_no_quotation_names_one(self) -> None:
        found = Findings(publishable(_study(quotation("q1", "a", group="students"))))
        assert not names_sessions(found)
        assert by_session(found) is None
        assert by_kind(found) is None

    def test_of_one_site_or_of_sites_where_nobody_is_quoted(self) -> None:
        one = _at_sites(quotation("q1", "a", session="s0"), at=("hills",))
        assert by_site(one) is None
        nobody = _at_sites(quotation("q1", "a", session="none"), at=("hills", "plain"))
        assert by_site(nobody) is None


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
    assert (matrix.id, matrix.sessions) == ("by-session", MOST_SESSIONS + 1)
    assert [row.cells for row in matrix.rows] == [(Cell(0, 0), Cell(2, 0)), (Cell(0, 0),) * 2]
    page = _said(_page(study))
    assert "Themes by kind of session" in page
    assert f"The study has {MOST_SESSIONS + 1} sessions, too many for a column each" in page


def test_sessions_described_together_count_as_many_as_they_are() -> None:
    sessions = [
        {"id": f"s{n}", "kind": "interview" if n else "diary", "groups": ["students"], "number": 2}
        for n in range(MOST_SESSIONS + 1)
    ]
    study = study_of(
        themes=THEMES, sessions=sessions, quotations=[quotation("q1", "a", session="s0")]
    )
    matrix = by_session(Findings(publishable(study)))
    assert matrix is not None
    assert matrix.sessions == 2 * (MOST_SESSIONS + 1)
    # One record, and yet there were two diaries.
    assert [source.label for source in matrix.sources] == ["Diaries", "Interviews"]


def test_as_many_sessions_as_a_table_may_show_have_a_column_each() -> None:
    study = _many_sessions(MOST_SESSIONS)
    matrix = by_session(Findings(publishable(study)))
    assert matrix is not None
    assert len(matrix.sources) == MOST_SESSIONS
    assert matrix.id == "by-session"
    assert "too many for a column each" not in _said(_page(study))


def test_composed_words_never_pass_for_a_source_that_is_quoted() -> None:
    study = _study(
        quotation("q1", "a", group="faculty", provenance="illustrative"),
        quotation("q2", "b", group="faculty"),
        quotation("q3", "b", group="faculty", provenance="illustrative"),
    )
    a, b = by_group(Findings(publishable(study))).rows
    assert [cell.presence for cell in a.cells] == ["none", "illustrative"]
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
    page = _page(_study(quotation("q1", "a", session="fgd-1"), quotation("q2", "b")))
    counted = "who is quoted on this site, not how many people hold a view"
    captions = [_said(caption) for caption in re.findall(r"<caption>(.*?)</caption>", page)]
    matrices = [caption for caption in captions if caption.startswith("Themes")]
    assert len(matrices) == page.count('class="sf-table sf-matrix"') == 2
    assert all(caption.endswith(counted) for caption in matrices)


def test_a_cell_says_both_presence_and_number_and_one_of_them_is_chosen_plainly() -> None:
    page = _page(_study(quotation("q1", "a", session="fgd-1"), quotation("q2", "b")))
    cells = re.findall(r"<td[^>]*>(.*?)</td>", page.partition('id="quoted"')[2], re.DOTALL)
    told = [(found, counted) for found, counted in map(_both, cells)]
    assert {found for found, _ in told} == {"● quoted", "– none"}
    assert all((counted != "0") is (found == "● quoted") for found, counted in told)
    assert re.findall(r'<input type="radio" name="cells" value="(\w+)"( checked)?>', page) == [
        ("presence", " checked"),
        ("numbers", ""),
    ]


def _both(cell: str) -> tuple[str, str]:
    presence, _, number = cell.partition('<span class="sf-number">')
    assert presence.startswith('<span class="sf-presence">')
    return _said(presence), _said(number)


class TestATableTells:
    def tells(self, *quotations: object, themes: object = THEMES) -> bool:
        study = study_of(themes=themes, sessions=SESSIONS, quotations=quotations)
        return tells(by_group(Findings(publishable(study))))

    def test_nothing_where_each_theme_is_quoted_from_its_own_group(self) -> None:
        assert not self.tells(
            quotation("q1", "a1", group="students"), quotation("q2", "b", group="faculty")
        )

    def test_nothing_where_nobody_is_quoted(self) -> None:
        assert not self.tells()

    def test_nothing_where_a_theme_without_quotations_is_the_only_difference(self) -> None:
        assert not self.tells(quotation("q1", "a", group="students"))

    def test_who_speaks_to_the_themes_of_others(self) -> None:
        assert self.tells(quotation("q1", "a", group="faculty"))

    def test_which_groups_that_share_a_theme_are_quoted_for_it(self) -> None:
        both = [theme("a", groups=("students", "faculty"))]
        one = quotation("q1", "a", group="students")
        assert self.tells(one, themes=both)
        assert not self.tells(one, quotation("q2", "a", group="faculty"), themes=both)

    def test_nothing_in_a_single_column(self) -> None:
        groups = [{"id": "students", "label": "Students", "singular": "Student"}]
        study = study_of(
            groups=groups, themes=[theme("a")], quotations=[quotation("q1", "a", group="students")]
        )
        assert not tells(by_group(Findings(publishable(study))))
        assert "sf-matrix" not in _page(study)
        assert 'id="quoted"' not in _page(study)


@pytest.mark.parametrize("name", STUDIES)
def test_no_heading_of_the_page_is_empty(name: str) -> None:
    page = _page(study_named(name))
    parts = re.split(r"<h[1-6]\b", page.partition("<h1")[2])
    for part in parts[1:]:
        heading, _, below = part.partition("</h")
        assert _said(f"<h {heading}")
        assert _said(below[2:]) or part is not parts[-1], heading


class TestKindsOfSession:
    def kinds(self, *kinds: str) -> list[list[int]] | None:
        study = study_of(
            themes=[theme("a"), theme("b")],
            sessions=[
                {"id": f"s{n}", "kind": kind, "groups": ["students"]}
                for n, kind in enumerate(kinds)
            ],
            quotations=[
                quotation(f"q{n}", "ab"[n % 2], session=f"s{n}") for n in range(len(kinds))
            ],
        )
        matrix = by_kind(Findings(publishable(study)))
        return [[cell.number for cell in row.cells] for row in matrix.rows] if matrix else None

    def test_are_columns(self) -> None:
        assert self.kinds("interview", "diary", "interview", "diary", "diary") == [[2, 1], [0, 2]]

    def test_are_not_told_where_too_few_sessions_are(self) -> None:
        few = ("interview", "interview", "diary")[: FEWEST_SESSIONS - 1]
        assert self.kinds(*few[:-1], "diary") is None
        assert self.kinds("interview", "diary") is None
        assert self.kinds("interview", "interview", "diary") is not None

    def test_are_no_news_where_there_is_one_or_a_session_of_each(self) -> None:
        assert self.kinds("interview", "interview", "interview") is None
        assert self.kinds("interview", "diary", "survey") is None


def test_rows_open_to_subthemes_without_a_script() -> None:
    page = _page(_study(quotation("q1", "a1", session="fgd-1"), quotation("q2", "b")))
    table = page.partition('id="by-session"')[2].partition("</table>")[0]
    bodies = re.findall(r"<tbody>(.*?)</tbody>", table, re.DOTALL)
    assert len(bodies) == 2
    assert bodies[0].count("<details") == bodies[0].count('<tr class="sf-inner">') == 1
    assert "1 subtheme : Theme a" in _said(bodies[0])
    assert "<details" not in bodies[1]


def test_the_darkest_cell_has_the_most_and_an_empty_one_no_shade() -> None:
    quoted = [quotation(f"q{n}", "a", session="fgd-1") for n in range(8)]
    more = [quotation("q8", "b", session="idi-1"), quotation("q9", "b", session="idi-2")]
    study = _study(*quoted, *more, quotation("q10", "b", session="idi-2"))
    matrix = by_session(Findings(publishable(study)))
    assert matrix is not None
    shades = [[matrix.shade(cell) for cell in row.cells] for row in matrix.rows]
    assert shades == [[SHADES, 0, 0], [0, 1, 1]]


def test_where_nothing_is_quoted_no_cell_has_a_shade() -> None:
    matrix = Matrix("m", "M", (MatrixSource("a"),), (MatrixRow(None, (Cell(0, 0),)),))
    assert matrix.shade(Cell(0, 0)) == 0


@pytest.mark.parametrize("name", ["own", "full", "starter", "hostile", "one strand"])
def test_tables_have_headers_with_a_scope(name: str) -> None:
    page = _page(study_named(name))
    headers = re.findall(r"<th\b([^>]*)>", page)
    assert {re.sub(' class="[^"]*"', "", header).strip() for header in headers} <= {
        'scope="col"',
        'scope="row"',
    }
    for body in re.findall(r"<tbody>(.*?)</tbody>", page, re.DOTALL):
        rows = re.split(r"<tr[^>]*>", body)[1:]
        assert all(row.lstrip().startswith('<th scope="row"') for row in rows)


def test_presence_is_said_in_words_as_well() -> None:
    page = _page(_study(quotation("q1", "a", session="fgd-1")))
    marks = re.findall(
        r'<span class="sf-presence"><span class="sf-mark[^"]*" aria-hidden="true">[●–]</span>'
        r'<span class="sf-said">\w+</span></span>',
        page,
    )
    assert len(marks) == page.count('<span class="sf-mark') > 0


def test_strands_that_do_not_meet_are_said_not_to() -> None:
    page = _page(study_of(themes=[theme("a"), theme("b", groups=("faculty",))]))
    assert "names no theme that groups share and no relation between strands" in _said(page)


def test_compare_is_in_the_navigation() -> None:
    site = render_site(publishable(study_named("own")), Settings("x"))
    assert "compare/index.md" in [item.path for item in site.nav]
    assert str(character_references("Conversation")) in site.files["q/q001/index.html"].decode()
