"""What each session adds, in order, and what is drawn of it."""

from __future__ import annotations

import itertools
import re

import pytest
from shapes import quotation, study_named, study_of, theme

from study_findings.findings.saturation import Saturation, saturation
from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import render_site
from study_findings.render.step_chart import LABEL_HEIGHT, WIDTH, Chart, chart_of

THEMES = [
    theme("a", subthemes=[{"id": "a1", "title": "A1"}]),
    theme("b"),
]
CODES = [{"id": "time", "label": "Time"}, {"id": "place", "label": "Place"}]


def _sessions(*when: str) -> list[dict[str, object]]:
    return [
        {"id": f"s{i}", "kind": "interview", "groups": ["students"], "when": value}
        for i, value in enumerate(when, 1)
    ]


def _study(when: tuple[str, ...], *quotations: object) -> Study:
    return study_of(themes=THEMES, codebook=CODES, sessions=_sessions(*when), quotations=quotations)


def _first_of_three(*values: str, **facts: object) -> Study:
    """Quote three sessions; the first one's quotation has the given themes and facts."""
    others = (quotation("q8", "b", session="s2"), quotation("q9", "b", session="s3"))
    return _study(("2025",) * 3, quotation("q1", *values, session="s1", **facts), *others)


def _seen(study: Study) -> Saturation:
    view = saturation(Findings(publishable(study)))
    assert view is not None
    return view


def _chart(study: Study) -> Chart:
    return chart_of(Findings(publishable(study)).say, _seen(study))


def test_a_session_brings_what_no_earlier_one_brought() -> None:
    view = _seen(
        _study(
            ("not_reported",) * 3,
            quotation("q1", "a", session="s1", codes=["time"]),
            quotation("q2", "a1", session="s2", codes=["time", "place"]),
            quotation("q3", "b", "a", session="s2"),
            quotation("q4", "a1", session="s3"),
        )
    )
    assert [(s.new_themes, s.themes, s.new_codes, s.codes) for s in view.steps] == [
        (1, 1, 1, 1),
        (2, 3, 1, 2),
        (0, 3, 0, 2),
    ]
    assert [step.quotations for step in view.steps] == [1, 2, 1]
    assert [step.label for step in view.steps] == ["Interview 1", "Interview 2", "Interview 3"]


@pytest.mark.parametrize(("number", "several"), [(None, False), (2, True), (3, True)])
def test_sessions_described_together_are_said_to_be(number: int | None, several: bool) -> None:
    sessions = _sessions("2025", "2025", "2025")
    if number:
        sessions[0]["number"] = number
    quotations = [quotation(f"q{i}", "b", session=f"s{i}") for i in (1, 2, 3)]
    study = study_of(themes=THEMES, sessions=sessions, quotations=quotations)
    assert _seen(study).has_several is several


def test_a_subtheme_brings_the_theme_around_it() -> None:
    assert _seen(_first_of_three("a1")).steps[0].new_themes == 2


@pytest.mark.parametrize(
    ("when", "order", "dated"),
    [
        (("2025-05", "2025-03", "2025-04"), ["s2", "s3", "s1"], True),
        (("2026", "2025", "2026"), ["s2", "s1", "s3"], True),
        (("2025", "2025-03", "2024"), ["s1", "s2", "s3"], False),
        (("2025-05", "not_reported", "2025-04"), ["s1", "s2", "s3"], False),
        (("not_reported",) * 3, ["s1", "s2", "s3"], False),
    ],
)
def test_sessions_come_by_date_only_where_dates_tell(
    when: tuple[str, ...], order: list[str], dated: bool
) -> None:
    quotations = [quotation(f"q{n}", "a", session=f"s{n}") for n in (1, 2, 3)]
    view = _seen(_study(when, *quotations))
    assert [step.session.id for step in view.steps] == order
    assert view.dated is dated


@pytest.mark.parametrize("number", [0, 1, 2])
def test_it_is_told_whether_there_are_subthemes(number: int) -> None:
    inner = [{"id": f"b{n}", "title": f"B{n}"} for n in range(number)]
    study = study_of(
        themes=[theme("a"), theme("b", subthemes=inner)],
        sessions=_sessions(*["2025"] * 3),
        quotations=[quotation(f"q{n}", "a", session=f"s{n}") for n in (1, 2, 3)],
    )
    assert _seen(study).has_subthemes is bool(number)


def test_composed_words_bring_nothing() -> None:
    study = _study(
        ("2025",) * 4,
        *(quotation(f"q{n}", "a", session=f"s{n}") for n in (1, 2, 3)),
        quotation("q4", "b", session="s4", provenance="illustrative"),
    )
    view = _seen(study)
    assert [step.session.id for step in view.steps] == ["s1", "s2", "s3"]
    assert view.unquoted == 1
    assert saturation(Findings(publishable(_study(("2025",))))) is None


def test_where_no_session_is_quoted_the_page_says_so() -> None:
    page = (
        render_site(publishable(study_named("own")), Settings("x"))
        .files["compare/index.md"]
        .decode()
    )
    assert "No session is quoted on this site yet: its quotations are illustrative" in page
    assert "sf-steps" not in page


def test_the_page_says_what_cannot_be_told_and_the_methods_lead_to_it() -> None:
    files = render_site(publishable(study_named("starter")), Settings("x")).files
    page = files["compare/index.md"].decode()
    assert "It cannot show that saturation was reached" in page
    assert 'role="img" aria-labelledby="steps-title"' in page
    assert 'href="../compare/#saturation"' in files["methods/index.md"].decode()


def test_codes_have_no_line_where_no_quotation_has_one() -> None:
    study = _first_of_three("a")
    assert [(curve.name, curve.total) for curve in _chart(study).curves] == [("themes", 2)]
    assert not _seen(study).has_codes


def test_codes_have_one_where_the_last_session_alone_brings_one() -> None:
    others = [quotation(f"q{n}", "a", session=f"s{n}") for n in (1, 2)]
    last = quotation("q3", "a", session="s3", codes=["time"])
    assert _seen(_study(("2025",) * 3, *others, last)).has_codes


def test_lines_climb_to_the_counts_and_stay_in_the_chart() -> None:
    sessions = tuple(f"2025-{month:02}" for month in range(1, 13))
    quotations = [quotation(f"q{i}", "a" if i < 6 else "b", session=f"s{i}") for i in range(1, 13)]
    chart = _chart(_study(sessions, *quotations))
    numbers = [float(n) for n in re.findall(r"[\d.]+", chart.curves[0].path)]
    assert max(numbers) <= WIDTH
    heights = [float(n) for n in re.findall(r"V([\d.]+)", chart.curves[0].path)]
    assert heights == sorted(heights, reverse=True)
    assert heights[0] == heights[4] > heights[5] == heights[-1] == chart.up[-1].at


def test_many_sessions_share_out_the_numbers_below() -> None:
    quotations = [quotation(f"q{i}", "a", session=f"s{i}") for i in range(1, 41)]
    ticks = _chart(_study(("2025",) * 40, *quotations)).across
    assert min(b.at - a.at for a, b in itertools.pairwise(ticks)) >= 18


def test_names_of_lines_that_end_together_stand_apart() -> None:
    study = _first_of_three("b", codes=["time"])
    themes, codes = _chart(study).curves
    assert themes.total == codes.total == 1
    assert themes.label == ("1 theme or", "subtheme")
    assert codes.label_lines[0][0] - themes.label_lines[-1][0] >= LABEL_HEIGHT
