"""Readers are told how a quotation compares with its transcript, and for how many that holds."""

from __future__ import annotations

import random
import re
from html import unescape
from typing import Any

import pytest
from shapes import quotation, study_of, theme

from study_findings.exporters.findings_file import findings_json
from study_findings.exporters.quotations import quotations_csv
from study_findings.findings.views import Findings
from study_findings.findings.words_said import beside_transcript, beside_transcripts, places_marked
from study_findings.language import interface_for
from study_findings.model import Quotation, Study
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import render_site

SAY = interface_for("en")


def cleared(found: str | None) -> dict[str, Any]:
    return {"by": "EA", "on": "2025-12-01", **({"transcript": found} if found else {})}


def made(text: str, found: str | None = "exact", **more: Any) -> Quotation:
    record = {**quotation("q1", "a", text=text, **more), "cleared": cleared(found)}
    return Quotation.model_validate(record)


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("All of it.", 0),
        ("All … of […] it...", 3),
        ("All of [the place] it [x] (laughs)", 2),
    ],
)
def test_marked_places_are_counted(text: str, marked: int) -> None:
    assert places_marked(made(text)) == marked


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (made("It rained."), "Compared with the transcript: word for word."),
        (
            made("It […] rained.", "marked"),
            "Compared with the transcript: word for word, but for 1 place that is marked.",
        ),
        (
            made("It […] rained [there].", "marked"),
            "Compared with the transcript: word for word, but for 2 places that are marked.",
        ),
        # Whatever a record says, marks that readers see are never word for word.
        (
            made("It […] rained.", "exact"),
            "Compared with the transcript: word for word, but for 1 place that is marked.",
        ),
        (made("It rained.", None), ""),
        (made("It rained.", provenance="paraphrased"), ""),
        (made("It rained.", provenance="composite"), ""),
        (made("It rained.", provenance="illustrative"), ""),
        (made("It rained.", provenance="translated", original={"language": "ur"}), ""),
        (
            made(
                "It […] rained.",
                provenance="translated",
                original={"language": "ur", "text": "بارش"},
            ),
            "The original was compared with the transcript: word for word.",
        ),
        (
            made(
                "It rained.", provenance="translated", original={"language": "ur", "text": "… بارش"}
            ),
            "The original was compared with the transcript: word for word, but for 1 place that is "
            "marked.",
        ),
        (
            made(
                "It rained.",
                provenance="translated",
                original={"language": "ur", "text": "… بارش [کل]"},
            ),
            "The original was compared with the transcript: word for word, but for 2 places that "
            "are marked.",
        ),
    ],
)
def test_a_quotation_says_what_was_found(words: Quotation, said: str) -> None:
    assert beside_transcript(SAY, words) == said


@pytest.mark.parametrize(
    ("quotations", "said"),
    [
        (
            ["It rained."],
            "Compared with the transcript of what was said: 1 of 1 quotation. "
            "Of these, 1 is word for word.",
        ),
        (
            ["It … rained […]."],
            "Compared with the transcript of what was said: 1 of 1 quotation. "
            "Of these, 1 is word for word but for what is marked in it.",
        ),
        (
            ["It rained.", "It poured.", None],
            "Compared with the transcripts of what was said: 2 of 3 quotations. "
            "Of these, 2 are word for word.",
        ),
        (
            [None, "It … rained.", "It … poured […]."],
            "Compared with the transcripts of what was said: 2 of 3 quotations. "
            "Of these, 2 are word for word but for what is marked in them.",
        ),
        (
            ["It rained.", "It … rained."],
            "Compared with the transcripts of what was said: 2 of 2 quotations. "
            "Of these, 1 is word for word and 1 is word for word but for what is marked in it.",
        ),
        ([None], ""),
        ([], ""),
    ],
)
def test_all_that_were_compared_are_told_of_together(
    quotations: list[str | None], said: str
) -> None:
    """Compare those that have a text; one more is illustrative, and counts nowhere."""
    records = [
        {
            **quotation(f"q{number}", "a", text=text or "It snowed."),
            "cleared": cleared("exact" if text else None),
        }
        for number, text in enumerate(quotations)
    ]
    composed = quotation("composed", "a", provenance="illustrative")
    study = study_of(themes=[theme("a")], quotations=[composed, *records])
    assert beside_transcripts(Findings(publishable(study))) == said


def mixed(number: int, language: str = "en") -> Study:
    """Make quotations of every provenance, some compared, with and without marks."""
    chance = random.Random(11)
    records = []
    for index in range(number):
        provenance = chance.choice(["verbatim"] * 3 + ["paraphrased", "illustrative", "translated"])
        text = chance.choice(["It rained.", "It […] rained.", "It rained [there]."])
        more: dict[str, Any] = {"provenance": provenance}
        if provenance == "translated":
            more["original"] = {"language": "ur", "text": chance.choice(["بارش", "بارش …"])}
        record = quotation(f"q{index}", "a", text=text, **more)
        if "cleared" in record:
            record["cleared"] = cleared(chance.choice([None, "exact", "marked"]))
        records.append(record)
    return study_of(language, themes=[theme("a")], quotations=records)


def pages(study: Study) -> dict[str, str]:
    files = render_site(publishable(study), Settings("x")).files
    return {
        path: " ".join(unescape(content.decode()).split())
        for path, content in files.items()
        if path.endswith((".md", ".html"))
    }


def test_the_methods_page_counts_what_the_quotations_pages_say() -> None:
    found = pages(mixed(60))
    own = {path: page for path, page in found.items() if path.startswith("q/")}
    illustrative = sum("no participant said these words" in page for page in own.values())
    exact = sum("with the transcript: word for word." in page for page in own.values())
    marked = sum("with the transcript: word for word, but" in page for page in own.values())
    assert min(illustrative, exact, marked) > 1
    told = (
        f"Compared with the transcripts of what was said: {exact + marked} of "
        f"{len(own) - illustrative} quotations. Of these, {exact} are word for word and {marked} "
        "are word for word but for what is marked in them."
    )
    for path in ("methods/index.md", "offline.html"):
        assert told in found[path], path


def test_nothing_is_said_where_nothing_was_compared() -> None:
    study = study_of(themes=[theme("a")], quotations=[quotation("q1", "a")])
    assert beside_transcripts(Findings(publishable(study))) == ""
    assert not [path for path, page in pages(study).items() if "transcript" in page]


@pytest.mark.parametrize("language", ["ur", "ps"])
def test_it_is_said_in_the_studys_language(language: str) -> None:
    found = pages(mixed(60, language))
    own = [page for path, page in found.items() if path.startswith("q/")]
    assert sum("ٹرانسکرپٹ" in page or "ټرانسکرپټ" in page for page in own) > 5
    counted = re.findall(r"<dd>([^<]*(?:ٹرانسکرپٹ|ټرانسکرپټ)[^<]*)</dd>", found["methods/index.md"])
    assert len(counted) == 1
    assert "transcript" not in counted[0]


def test_downloads_hold_what_was_found_and_no_claim_of_what_nobody_said() -> None:
    study = mixed(60)
    findings = Findings(publishable(study))
    claimed = {q.id for q in study.quotations if q.cleared and q.cleared.transcript}
    fair = {q.id for q in study.quotations if q.id in claimed and q.provenance != "paraphrased"}
    assert fair < claimed
    as_json = findings_json(findings, "").decode()
    rows = quotations_csv(findings, "").decode("utf-8-sig").splitlines()
    column = rows[0].split(",").index("transcript")
    assert {row.split(",")[0] for row in rows[1:] if row.split(",")[column]} == fair
    assert len(re.findall(r'"transcript": "(?:exact|marked)"', as_json)) == len(fair)
