"""What is counted is said, and is the same wherever it stands: sessions, groups, themes."""

from __future__ import annotations

import json
import re
from html import unescape
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from overlaps import SESSIONS, group_of, quotation_records, study_records
from shapes import quotation, study_of, theme

from study_findings.findings import labels as words
from study_findings.findings.comparison import by_session
from study_findings.findings.figures import coverage, heard
from study_findings.findings.saturation import saturation
from study_findings.findings.views import Findings
from study_findings.findings.voices import group_views, without_group
from study_findings.language import interface_for
from study_findings.model import Study, StudySite
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import render_site
from study_findings.render.step_chart import chart_of

ENGLISH = interface_for("en")


def session(id_: str, kind: str = "interview", *groups: str, **facts: Any) -> dict[str, Any]:
    return {"id": id_, "kind": kind, "groups": groups or ("students",), **facts}


def said(study: Study, path: str) -> str:
    """Read a page's words: tags gone, references back, white space one space."""
    page = render_site(publishable(study), Settings("x")).files[path].decode()
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", page)).split())


class TestGroups:
    @given(st.integers(0, 10_000))
    def test_have_the_quotations_that_are_their_own(self, seed: int) -> None:
        records = quotation_records(40, seed)
        findings = Findings(publishable(Study.model_validate(study_records(records))))
        for view in group_views(findings):
            own = [record for record in records if group_of(record) == view.group.id]
            assert view.quotations == len(own)
            assert view.unplaced == sum("session" not in record for record in own)
            for row in view.sessions:
                assert view.group.id in SESSIONS[row.session.id]["groups"]
                assert row.quotations == sum(r.get("session") == row.session.id for r in own)
        assert without_group(findings) == sum(group_of(record) is None for record in records)

    def shared(self, *quotations: Any) -> Study:
        return study_of(
            themes=[theme("a")],
            sessions=[session("s1", "focus-group", "students", "faculty")],
            quotations=quotations,
        )

    def test_share_a_session_and_not_its_quotations(self) -> None:
        study = self.shared(
            *(quotation(f"q{n}", "a", session="s1", group="faculty") for n in range(9))
        )
        page = said(study, "voices/index.md")
        students, faculty = page.split("Students ")[1].split("Faculty ")
        assert "Not quoted on this site." in students
        assert "quotations" not in students.replace("Not quoted on this site.", "")
        assert "9" not in students
        assert "Quotations on this site: 9." in faculty
        assert "Focus group 1 9 quotations" in faculty

    def test_tell_the_studys_own_words_from_numbers_and_the_sites(self) -> None:
        record: dict[str, Any] = {
            "site": "Ward",
            "wave": "second",
            "participants": 7,
            "when": "2025-03",
        }
        study = study_of(
            themes=[theme("a")], sessions=[session("s1", **record), session("s2", site="Home")]
        )
        first, second = group_views(Findings(publishable(study)))[0].sessions
        told = [(fact.text, fact.is_own) for fact in first.facts]
        assert told == [("7", False), ("2025-03", False), ("Ward", True), ("second", True)]
        missing = ("not reported", False)
        told = [(fact.text, fact.is_own) for fact in second.facts]
        assert told == [missing, missing, ("Home", True), missing]

    def test_say_how_many_sessions_a_record_stands_for_where_there_are_several(self) -> None:
        held = [session("s1", "diary", number=12), session("s2", "interview")]
        study = study_of(themes=[theme("a")], sessions=held)
        views = group_views(Findings(publishable(study)))[0].sessions
        assert [view.kind for view in views] == ["12 diaries", "interview"]

    def test_a_declared_site_has_the_name_of_its_record(self) -> None:
        study = study_of(themes=[theme("a")], sessions=[session("s1", site="ward", participants=7)])
        site = StudySite.model_validate({"id": "ward", "label": "The ward"})
        about = study.about.model_copy(update={"sites": (site,)})
        shown = Findings(publishable(study.model_copy(update={"about": about})))
        _, fact = group_views(shown)[0].sessions[0].facts
        assert (fact.text, fact.is_own, fact.record) == ("The ward", True, site)

    def test_are_not_guessed_where_a_session_has_several(self) -> None:
        study = self.shared(quotation("q1", "a", session="s1"), quotation("q2", "a", session="s1"))
        page = said(study, "voices/index.md")
        assert page.count("Not quoted on this site.") == 2
        assert "2 quotations on this site do not tell which group they are from" in page

    def test_say_how_many_quotations_were_composed(self) -> None:
        study = self.shared(
            quotation("q1", "a", session="s1", group="faculty"),
            quotation("q2", "a", group="faculty", provenance="illustrative"),
        )
        page = said(study, "voices/index.md")
        assert "Quotations on this site: 2, illustrative: 1. 1 of them names no session." in page

    def test_say_once_that_all_were_composed_and_name_no_session(self) -> None:
        composed = (
            quotation(f"q{n}", "a", group="faculty", provenance="illustrative") for n in range(3)
        )
        page = said(self.shared(*composed), "voices/index.md")
        assert "Quotations on this site: 3, all illustrative. None of them names a session." in page

    def test_tell_those_who_took_part_of_no_quotation_that_nobody_said(self) -> None:
        study = self.shared(
            quotation("q1", "a", session="s1", group="faculty"),
            quotation("q2", "a", group="faculty"),
            quotation("q3", "a", group="faculty", provenance="illustrative"),
        )
        page = said(study, "took-part/index.md")
        assert "1 further quotation on this site does not name a session." in page


class TestASessionThatStandsForSeveral:
    def study(self, *sessions: dict[str, Any], quoted: int = 0) -> Study:
        return study_of(
            themes=[theme("a")],
            sessions=sessions or [session("all", number=142)],
            quotations=[
                quotation(f"q{n}", "a", session=(sessions or [{"id": "all"}])[n]["id"])
                for n in range(quoted)
            ],
        )

    def test_counts_as_many_among_who_was_heard(self) -> None:
        study = self.study(session("all", number=142), session("one"), session("f", "focus-group"))
        assert heard(Findings(publishable(study)))[:2] == [
            ("143", "interviews · Students"),
            ("1", "focus group · Students"),
        ]
        assert "142 interviews" in said(study, "voices/index.md")

    def test_takes_as_many_numbers_among_its_kind(self) -> None:
        whole = self.study(session("one"), session("all", number=142), session("last"))
        study = publishable(whole)
        labels = [words.session_label(ENGLISH, study, record) for record in study.sessions]
        assert labels == ["Interview 1", "Interviews 2–143", "Interview 144"]

    def test_is_never_one_session_behind_a_theme(self) -> None:
        study = self.study(quoted=1)
        line = coverage(Findings(publishable(study)), study.themes[0])
        assert line == ("1 quotation · from one or more of 142 sessions described together")

    def test_counts_among_sessions_that_are_too_many_for_columns(self) -> None:
        records = [session(f"s{n}", "diary", number=2) for n in range(41)]
        matrix = by_session(Findings(publishable(self.study(*records, quoted=1))))
        assert matrix is not None
        assert matrix.sessions == 82

    def test_counts_among_those_that_are_not_quoted(self) -> None:
        records = [session(f"s{n}") for n in range(3)]
        view = saturation(
            Findings(publishable(self.study(*records, session("all", number=142), quoted=3)))
        )
        assert view is not None
        assert view.unquoted == 142

    def test_is_one_step_and_said_to_be(self) -> None:
        records = [session("all", number=142), session("s1"), session("s2")]
        page = said(self.study(*records, quoted=3), "compare/index.md")
        assert "Sessions that the study describes together are one step." in page
        assert "Interviews 1–142" in page

    def test_keeps_its_number_in_the_download(self) -> None:
        files = render_site(publishable(self.study()), Settings("x")).files
        assert json.loads(files["data/findings.json"])["sessions"][0]["number"] == 142


@pytest.mark.parametrize(("sessions", "shown"), [(1, False), (2, False), (3, True)])
def test_there_is_no_chart_of_sessions_under_three(sessions: int, shown: bool) -> None:
    study = study_of(
        themes=[theme("a")],
        sessions=[session(f"s{n}") for n in range(sessions)],
        quotations=[quotation(f"q{n}", "a", session=f"s{n}") for n in range(sessions)],
    )
    findings = Findings(publishable(study))
    assert (by_session(findings) is not None) is shown
    assert (saturation(findings) is not None) is shown
    page = said(study, "compare/index.md")
    assert ("Not shown: fewer than three sessions are told apart." in page) is not shown
    assert ("too few to follow what each one added" in page) is not shown


def test_many_interviews_described_as_one_are_no_chart() -> None:
    records = [session("all", number=142), session("rest", number=9)]
    study = study_of(
        themes=[theme("a")],
        sessions=records,
        quotations=[quotation("q1", "a", session="all"), quotation("q2", "a", session="rest")],
    )
    assert by_session(Findings(publishable(study))) is None
    assert saturation(Findings(publishable(study))) is None


class TestThemes:
    def study(self, counts: Any = ()) -> Study:
        inner = [
            {"id": "a1", "title": "A1", "subthemes": [{"id": "a11", "title": "A11"}]},
            {"id": "a2", "title": "A2"},
        ]
        return study_of(
            themes=[theme("a", subthemes=inner, counts=counts), theme("b")],
            sessions=[session(f"s{n}") for n in range(3)],
            quotations=[
                quotation("q1", "a11", session="s0"),
                quotation("q2", "a", "a2", session="s1"),
                quotation("q3", "b", session="s2"),
            ],
        )

    def test_and_subthemes_are_counted_apart_or_said_to_be_together(self) -> None:
        study = self.study()
        assert ("2", "themes") in heard(Findings(publishable(study)))
        assert ("3", "subthemes") in heard(Findings(publishable(study)))
        findings = Findings(publishable(study))
        view = saturation(findings)
        assert view is not None
        assert " ".join(chart_of(findings.say, view).curves[0].label) == "5 themes and subthemes"
        page = said(study, "compare/index.md")
        assert "New themes and subthemes" in page
        assert "5 themes " not in page.replace("5 themes and subthemes", "")

    def test_without_subthemes_are_themes(self) -> None:
        study = study_of(themes=[theme("a")])
        assert [noun for _, noun in heard(Findings(publishable(study)))] == ["theme"]

    def test_say_which_quotations_are_direct(self) -> None:
        study = self.study()
        first, second = study.themes
        assert coverage(Findings(publishable(study)), first) == (
            "2 quotations, with subthemes (direct: 1) · from 2 sessions · 3 subthemes"
        )
        assert coverage(Findings(publishable(study)), second) == "1 quotation · from 1 session"
        plain = (
            render_site(publishable(study), Settings("x"))
            .files["quotations/by/theme/a/index.html"]
            .decode()
        )
        assert "2 quotations, with subthemes" in plain

    @pytest.mark.parametrize(
        ("scope", "words"),
        [
            ({}, "0 segments (direct or with subthemes: not reported)"),
            ({"scope": "direct"}, "0 segments, direct"),
            ({"scope": "with-subthemes"}, "0 segments, with subthemes"),
        ],
    )
    def test_say_what_a_reported_count_takes_in(self, scope: dict[str, str], words: str) -> None:
        study = self.study([{"count": 0, "unit": "segments", **scope}])
        assert f"Reported by the study: {words}" in said(study, "themes/a/index.md")

    def test_without_subthemes_leave_nothing_to_say_of_a_count(self) -> None:
        study = study_of(themes=[theme("a", counts=[{"count": 4, "unit": "segments"}])])
        assert "4 segments" in said(study, "themes/a/index.md")
        assert "segments (" not in said(study, "themes/a/index.md")


def test_of_composed_quotations_no_session_is_said_to_be_quoted() -> None:
    composed = [
        quotation(f"q{n}", "a", session=f"s{n}", provenance="illustrative") for n in range(3)
    ]
    sessions = [session(f"s{n}") for n in range(3)]

    def told(*more: Any) -> str:
        study = study_of(themes=[theme("a")], sessions=sessions, quotations=[*composed, *more])
        findings = Findings(publishable(study))
        return coverage(findings, findings.study.themes[0])

    assert told() == "3 illustrative quotations · no session is quoted"
    assert told(quotation("q9", "a", session="s0")).startswith("4 quotations · 3 of them are")
    assert "no session is quoted" not in told(quotation("q9", "a", session="s0"))
