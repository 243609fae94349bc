"""Rows of the home page in another language: an objection that cannot be read there is not lost."""

from __future__ import annotations

from typing import Any

import pytest
from shapes import URDU, quotation, study_of, theme

from study_findings.findings.evidence import evidence_of
from study_findings.findings.home_rows import HomeRow, home_row, strand_rows, words_in
from study_findings.findings.stances import Voice
from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable

IN_URDU: dict[str, Any] = {
    "original": {"text": URDU, "language": "ur"},
    "provenance": "translated",
}


def row(*quotations: Any, language: str = "ur") -> tuple[HomeRow, Findings]:
    made = study_of(themes=[theme("a")], quotations=quotations)
    translation = {"language": "ur", "themes": [{"id": "a", "title": "موضوع"}]}
    public = publishable(Study.model_validate({**made.model_dump(), "translations": [translation]}))
    found = Findings(public, *(public.translations if language == "ur" else ()))
    return home_row(found, found.themes_in_order[0]), found


def id_of(voice: Voice | None) -> str | None:
    return voice.card.id if voice else None


def four(found: HomeRow) -> tuple[str | None, ...]:
    pairs = (found.pair, found.elsewhere)
    return tuple(id_of(voice) for pair in pairs for voice in (pair.voice, pair.against))


def test_an_objection_in_another_language_is_pointed_to_beside_a_reservation() -> None:
    found, _ = row(
        quotation("q1", "a", stance="confirms", **IN_URDU),
        quotation("q2", "a", stance="nuances", **IN_URDU),
        quotation("q3", "a", stance="diverges"),
    )
    assert four(found) == ("q1", "q2", None, "q3")


@pytest.mark.parametrize(
    ("stances", "expected"),
    [
        # What can be read is of the same kind: nothing is missing.
        (("diverges", "diverges"), (None, "q1", None, None)),
        # A reservation elsewhere adds nothing to an objection that is read here.
        (("diverges", "nuances"), ("q2", "q1", None, None)),
    ],
)
def test_nothing_is_pointed_to_where_an_objection_can_be_read(
    stances: tuple[str, str], expected: tuple[str | None, ...]
) -> None:
    first, second = stances
    found, _ = row(
        quotation("q1", "a", stance=first, **IN_URDU), quotation("q2", "a", stance=second)
    )
    assert four(found)[1] == expected[1]
    assert four(found)[3] is None


def test_a_voice_for_it_is_pointed_to_where_none_can_be_read() -> None:
    found, _ = row(quotation("q1", "a", stance="confirms"))
    assert four(found) == (None, None, "q1", None)
    assert found.has_voices


def test_words_are_those_of_the_page_where_it_has_them() -> None:
    found, findings = row(quotation("q1", "a", stance="confirms", **IN_URDU))
    assert found.pair.voice is not None
    assert words_in(findings, found.pair.voice).plain_text == URDU
    found, findings = row(quotation("q1", "a", stance="confirms", **IN_URDU), language="en")
    assert found.pair.voice is not None
    assert words_in(findings, found.pair.voice).plain_text == "Words of q1."


@pytest.mark.parametrize("language", ["en", "ur"])
@pytest.mark.parametrize("stance", ["confirms", "nuances", "diverges"])
def test_a_theme_has_voices_in_whatever_language_and_however_they_stand(
    stance: str, language: str
) -> None:
    assert row(quotation("q1", "a", stance=stance), language=language)[0].has_voices


def test_a_theme_nobody_is_quoted_for_has_no_voices() -> None:
    assert not row()[0].has_voices


def test_a_reservation_is_pointed_to_only_where_nothing_against_can_be_read() -> None:
    asked = (quotation("q1", "a", **IN_URDU), quotation("q2", "a", stance="nuances"))
    assert four(row(*asked)[0]) == ("q1", None, None, "q2")
    # A voice that stands for the theme there stands against it nowhere.
    alone = row(quotation("q1", "a", stance="nuances"))[0]
    assert four(alone) == (None, None, "q1", None)


def test_nothing_is_elsewhere_on_a_page_in_the_studys_own_language() -> None:
    found, _ = row(
        quotation("q1", "a", language="fr"),
        quotation("q2", "a", stance="diverges", language="fr"),
        language="en",
    )
    assert four(found) == ("q1", "q2", None, None)


def test_words_that_cannot_be_read_in_the_language_of_the_page_are_as_they_are() -> None:
    found, findings = row(quotation("q1", "a", stance="confirms"))
    assert found.elsewhere.voice is not None
    assert words_in(findings, found.elsewhere.voice).plain_text == "Words of q1."


def test_a_row_has_the_first_claim_of_its_theme_and_what_it_rests_on() -> None:
    claims = [
        {"id": "c1", "says": "So it is.", "rests_on": ["q1"]},
        {"id": "c2", "says": "And so.", "rests_on": ["q1"]},
    ]
    themes = [theme("f", groups=("faculty",)), theme("a", claims=claims), theme("b")]
    quotations = [quotation("q1", "a", session="s1")]
    sessions = [
        {"id": f"s{n}", "kind": "focus-group", "groups": ["students"], "participants": 8}
        for n in range(3)
    ]
    study = study_of(themes=themes, quotations=quotations, sessions=sessions)
    found = Findings(publishable(study))
    strands = strand_rows(found)
    assert [strand.strand.label for strand in strands] == ["Students", "Faculty"]
    rows = [row for strand in strands for row in strand.rows]
    assert [(row.theme.id, row.claim.id if row.claim else None) for row in rows] == [
        ("a", "c1"),
        ("b", None),
        ("f", None),
    ]
    assert [row.evidence for row in rows] == [evidence_of(found, row.theme) for row in rows]
    assert rows[0].evidence is not None
