"""The methods page says what was done before words were published, and what it says is so."""

from __future__ import annotations

import re
from typing import Any

import pytest
from shapes import quotation, study_named, study_of, theme

from study_findings.findings.protections import protections
from study_findings.findings.views import Findings
from study_findings.model import ReadBack, Study
from study_findings.privacy.publishable import publishable

WORD = {"word": "Zarghoon", "why": "a pump", "by": "EA", "on": "2026-11-01"}


def said(text: str, by: str = "EA", **more: Any) -> dict[str, Any]:
    id_ = re.sub("[^a-z]+", "", text.lower())
    return {
        **quotation(id_, "a", text=text),
        "cleared": {"by": by, "on": "2026-11-01", **more},
    }


def told(*quotations: dict[str, Any], **more: Any) -> tuple[str, ...]:
    study = study_of(themes=[theme("a")], quotations=list(quotations), **more)
    return protections(Findings(publishable(study)))


def number_in(sentences: tuple[str, ...], words: str) -> int:
    """Give the number of the one sentence that holds some words; 0 where none does."""
    found = [sentence for sentence in sentences if words in sentence]
    assert len(found) <= 1
    return int(re.findall(r"\d+", found[0])[0]) if found else 0


def test_nothing_is_said_where_nobody_spoke() -> None:
    composed = {**quotation("q1", "a"), "provenance": "illustrative"}
    composed.pop("cleared", None)
    assert told(composed) == ()


def test_who_read_the_quotations_is_counted() -> None:
    sentences = told(said("One."), said("Two."), said("Three.", by="BC"))
    assert sentences[0] == "3 quotations were cleared for publication, by 2 reviewers."


def test_marks_are_counted_as_readers_see_them() -> None:
    sentences = told(said("At [a hospital] … we [both] waited […] (laughs)."))
    assert number_in(sentences, "put in words in brackets") == 2
    assert number_in(sentences, "left out") == 2


def test_nothing_is_said_of_marks_that_are_not_there() -> None:
    assert not [s for s in told(said("We waited.")) if "bracket" in s or "left out" in s]


def test_decisions_are_counted() -> None:
    sentences = told(said("One."), said("Two.", waived="Known."), reviewed_words=[WORD, WORD])
    assert number_in(sentences, "decided that they identify nobody") == 2
    assert number_in(sentences, "for a reason that a reviewer wrote down") == 1


@pytest.mark.parametrize("name", ["full", "starter"])
def test_the_figures_of_a_study_are_recounted_from_its_records(name: str) -> None:
    study = study_named(name)
    spoken = [q for q in study.quotations if q.cleared and not q.withdrawn]
    sentences = protections(Findings(publishable(study)))
    assert number_in(sentences, "cleared for publication") == len(spoken)
    assert f"by {len({q.cleared.by for q in spoken if q.cleared})} reviewer" in sentences[0]
    texts = [q.text or "" for q in spoken] + [t.text for q in spoken for t in q.turns]
    assert number_in(sentences, "put in words in brackets") == sum(
        len(re.findall(r"\[(?!…\]|\.\.\.\])", text)) for text in texts
    )
    assert number_in(sentences, "identif") == len(study.reviewed_words)
    waived = sum(bool(q.cleared and q.cleared.waived) for q in spoken)
    assert number_in(sentences, "that a reviewer wrote down") == waived


def test_who_read_their_words_back_is_told_where_enough_were_asked() -> None:
    def read_back(**numbers: int) -> list[str]:
        study = study_of(themes=[theme("a")], quotations=[said("One.")])
        policy = study.about.publication.model_copy(update={"read_back": ReadBack(**numbers)})
        about = study.about.model_copy(update={"publication": policy})
        asked = study.model_copy(update={"about": about})
        return [s for s in protections(Findings(publishable(asked))) if "read their own" in s]

    assert read_back(invited=12, answered=9) == [
        "9 of 12 people who were asked read their own words back, and said what should be kept, "
        "changed or taken out."
    ]
    assert read_back(invited=3, answered=0)[0].startswith("0 of 3 people")
    assert read_back(invited=2, answered=1) == []


def test_nothing_is_said_of_reading_back_where_the_study_does_not() -> None:
    assert not [s for s in told(said("One.")) if "read their own" in s]


YEAR = [{"id": "year", "label": "Year", "levels": ["1"], "publish": True}]
OPENING = (
    "A program asks about names, numbers, addresses, days and rare details in the words, until "
    "somebody has decided on each."
)
CLOSING = (
    "No program can know what others know of somebody, what is published elsewhere, or whose turn "
    "of phrase it is."
)


def test_all_that_was_done_is_told_in_this_order() -> None:
    sentences = told(
        said("At [a hospital] … we [both] waited …"),
        said("Two.", by="BC", waived="Known."),
        said("Three.", waived="Known."),
        {**quotation("q1", "a", provenance="illustrative", text="[A] composed one …")},
        reviewed_words=[WORD, WORD],
        attributes=YEAR,
    )
    assert sentences == (
        "3 quotations were cleared for publication, by 2 reviewers.",
        "In 2 places, the study has put in words in brackets.",
        "In 2 places, words are left out, and marked so.",
        OPENING,
        "Of 2 words, a reviewer decided that they identify nobody.",
        "2 quotations stand as they are for reasons that a reviewer wrote down.",
        "What is told of somebody is told of 3 people of the group at least.",
        CLOSING,
    )


def test_of_one_it_is_told_as_of_one() -> None:
    sentences = told(said("At [a hospital] we waited …", waived="Known."), reviewed_words=[WORD])
    assert sentences == (
        "1 quotation was cleared for publication, by 1 reviewer.",
        "In 1 place, the study has put in words in brackets.",
        "In 1 place, words are left out, and marked so.",
        OPENING,
        "Of 1 word, a reviewer decided that it identifies nobody.",
        "1 quotation stands as it is for a reason that a reviewer wrote down.",
        CLOSING,
    )


@pytest.mark.parametrize(("smallest", "is_told"), [(1, False), (2, True)])
def test_the_smallest_cell_is_told_where_it_hides_anything(smallest: int, is_told: bool) -> None:
    study = study_of(themes=[theme("a")], quotations=[said("One.")], attributes=YEAR)
    policy = study.about.publication.model_copy(update={"minimum_cell": smallest})
    about = study.about.model_copy(update={"publication": policy})
    sentences = protections(Findings(publishable(study.model_copy(update={"about": about}))))
    told_of = [words for words in sentences if words.startswith("What is told of somebody")]
    words = f"What is told of somebody is told of {smallest} people of the group at least."
    assert told_of == ([words] if is_told else [])


def test_one_who_was_asked_is_told_as_one() -> None:
    study = study_of(themes=[theme("a")], quotations=[said("One.")])
    read_back = ReadBack(invited=1, answered=1)
    update = {"read_back": read_back, "minimum_cell": 1}
    policy = study.about.publication.model_copy(update=update)
    about = study.about.model_copy(update={"publication": policy})
    sentences = protections(Findings(publishable(study.model_copy(update={"about": about}))))
    assert sentences[1] == (
        "1 of 1 person who was asked read their own words back, and said what should be kept, "
        "changed or taken out."
    )


def test_all_of_it_is_said_in_the_readers_language() -> None:
    record = study_of(
        themes=[theme("a")],
        quotations=[
            said("At [a hospital] we waited …", waived="Known."),
            said("At [a clinic] we [both] waited … and […]", by="BC", waived="Known."),
        ],
        reviewed_words=[WORD, WORD],
        attributes=YEAR,
    ).model_dump()
    record["about"]["publication"]["read_back"] = {"invited": 12, "answered": 9}
    record["translations"] = [{"language": "ur", "about": {}}]
    public = publishable(Study.model_validate(record))
    sentences = protections(Findings(public, *public.translations))
    assert len(sentences) == 9
    assert not [sentence for sentence in sentences if re.search("[A-Za-z]{3}", sentence)]
