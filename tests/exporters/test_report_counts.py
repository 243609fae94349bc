"""What the Word documents count, and say of what was composed, withheld, or not said so."""

from __future__ import annotations

from typing import Any

import pytest
from opened import document_of, exported, words_of_document
from shapes import quotation, study_of, theme

from study_findings.model import Study

COMPOSED_REMARK = "Illustrative: composed to show this site"
NOTICE = "Whatever is marked as illustrative was composed"
WITHDRAWN = {"id": "q9", "withdrawn": {"on": "2026-01-01"}}


def words(study: Study, name: str = "report.docx") -> str:
    return words_of_document(exported(study, name))


def lines(study: Study, name: str = "report.docx") -> list[str]:
    return words(study, name).splitlines()


class TestVoices:
    def quoted(self, *provenances: str) -> str:
        study = study_of(
            themes=[theme("a")],
            quotations=[
                quotation(f"q{number}", "a", group="students", provenance=provenance)
                for number, provenance in enumerate(provenances)
            ],
        )
        (line,) = (line for line in lines(study) if "Participants: " in line and "Quot" in line)
        return line.partition("Quotations: ")[2]

    def test_say_how_many_of_a_groups_quotations_were_composed(self) -> None:
        assert self.quoted("verbatim", "verbatim", "verbatim") == "3."
        assert self.quoted("verbatim", "illustrative", "illustrative") == "3, illustrative: 2."
        assert self.quoted("illustrative", "illustrative") == "2, all illustrative."

    def test_count_what_names_no_group_for_none(self) -> None:
        study = study_of(
            themes=[theme("a")],
            quotations=[quotation("q1", "a", group="students"), quotation("q2", "a")],
        )
        assert "1 quotation does not tell which group it is from" in words(study)

    def test_count_of_each_session_its_own_quotations(self) -> None:
        sessions = [{"id": f"s{n}", "kind": "diary", "groups": ["students"]} for n in range(3)]
        study = study_of(
            sessions=sessions,
            themes=[theme("a")],
            quotations=[
                quotation("q1", "a", session="s0"),
                quotation("q2", "a", session="s0"),
                quotation("q3", "a", session="s2"),
            ],
        )
        (table,) = document_of(exported(study, "report.docx")).tables
        assert [row.cells[-1].text for row in table.rows] == ["Quotations", "2", "0", "1"]


class TestComposed:
    @pytest.mark.parametrize("name", ["report.docx", "results-table.docx", "quotations.docx"])
    def test_is_told_of_at_the_head_and_nowhere_else(self, name: str) -> None:
        quotations = [quotation("q1", "a")]
        composed = [*quotations, quotation("q2", "a", provenance="illustrative")]
        for records, is_told in ((quotations, False), (composed, True)):
            assert (NOTICE in words(study_of(themes=[theme("a")], quotations=records), name)) is (
                is_told
            )

    @pytest.mark.parametrize("name", ["report.docx", "results-table.docx", "quotations.docx"])
    def test_themes_say_so_in_their_names(self, name: str) -> None:
        study = study_of(themes=[theme("a", provenance="illustrative"), theme("b")])
        told = words(study, name)
        assert "Theme a (illustrative theme: composed, not data)" in told
        assert told.count("illustrative theme") == 1

    def test_themes_and_recommendations_say_so_in_a_sentence(self) -> None:
        study = study_of(
            themes=[theme("a", gist="Little.", prose="illustrative"), theme("b")],
            implications=[
                {"id": "i1", "text": "Light it.", "themes": ["a"], "provenance": "illustrative"},
                {"id": "i2", "text": "Leave it.", "themes": ["b"]},
            ],
        )
        told = lines(study)
        assert told[told.index("Theme a") + 1].startswith("The title is the study's.")
        assert not told[told.index("Theme b") + 1].startswith("The title")
        assert told[told.index("Light it.") - 1].startswith(COMPOSED_REMARK)
        assert not told[told.index("Leave it.") - 1].startswith(COMPOSED_REMARK)


class TestAttributions:
    @pytest.mark.parametrize("name", ["report.docx", "results-table.docx", "quotations.docx"])
    def test_say_what_is_nobodys_own_words_and_what_speaks_against(self, name: str) -> None:
        study = study_of(
            themes=[theme("a", narrative="[[q1]]\n\n[[q2]]\n\n[[q3]]")],
            quotations=[
                quotation("q1", "a", provenance="paraphrased", exemplar=True),
                quotation("q2", "a", provenance="composite", exemplar=True),
                quotation("q3", "a", stance="diverges", exemplar=True),
            ],
        )
        told = words(study, name)
        for remark in (", paraphrased", ", composite of several voices", ", diverges"):
            assert told.count(f"Participant{remark}") == 1


class TestWithheld:
    def test_themes_say_why_with_those_inside_them(self) -> None:
        inner = [{"id": "a1", "title": "Inner"}]
        study = study_of(themes=[theme("a", withheld="They asked us to.", subthemes=inner)])
        for name in ("report.docx", "quotations.docx", "results-table.docx"):
            said = "Quotations of this theme are withheld. They asked us to."
            expected = 1 if name == "report.docx" else 2
            assert words(study, name).count(said) == expected, name


class TestHead:
    def test_counts_what_is_published_and_names_the_last_release(self) -> None:
        study = study_of(
            themes=[theme("a")],
            quotations=[quotation("q1", "a"), quotation("q2", "a"), WITHDRAWN],
        )
        releases = [{"name": "1.0", "on": "2026-01-01"}, {"name": "2.0", "on": "2026-03-01"}]
        about = {**study.about.model_dump(), "releases": releases}
        study = Study.model_validate({**study.model_dump(), "about": about})
        told = words(study)
        assert "It holds 2 published quotations, and nothing that is not published." in told
        assert "Release 2.0, 2026-03-01." in told
        assert "2 published quotations." in words(study, "quotations.docx")


@pytest.mark.parametrize(
    ("count", "told"),
    [
        ({}, "Reported by the study: 7 people (direct or with subthemes: not reported)"),
        ({"scope": "direct"}, "Reported by the study: 7 people, direct"),
        ({"scope": "with-subthemes"}, "Reported by the study: 7 people, with subthemes"),
        ({"scope": "direct", "out_of": 9}, "Reported by the study: 7 of 9 people, direct"),
    ],
)
def test_a_reported_count_says_of_what_it_is(count: dict[str, Any], told: str) -> None:
    counts = [{"count": 7, "unit": "people", **count}]
    inner = [{"id": "a1", "title": "Inner"}]
    assert told in lines(study_of(themes=[theme("a", counts=counts, subthemes=inner)]))


def test_a_count_of_a_theme_without_subthemes_leaves_no_doubt() -> None:
    counts = [{"count": 7, "unit": "people"}]
    assert "Reported by the study: 7 people" in lines(study_of(themes=[theme("a", counts=counts)]))
