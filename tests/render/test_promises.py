"""The site promises nothing in the study's name: what `study.yml` does not say, no page says."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from shapes import quotation, study_of, theme

from study_findings import language as interface
from study_findings.findings.methods import method_rows
from study_findings.findings.views import Findings
from study_findings.model import Clearance, Study
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import render_site

# What a study may have promised, done or decided, and a site cannot know.
CLAIMS = (
    r"anonym", r"confidential", r"consent", r"transcri", r"recording", r"pseudonym", r"de-?identif",
    r"never (?:be )?published", r"names? (?:is|are|were) (?:left out|changed|removed)",
    r"could (?:show|identify|tell) who", r"in place of something", r"\bhid(?:e|es|den)\b",
    r"\breviewed\b", r"checked by", r"you need not", r"at any time",
    r"without (?:giving )?a reason", r"on request",
    r"promise", r"guarantee", r"we (?:will|do not|never)\b", r"\bwill be\b",
    r"authors replace", r"kept (?:safe|secret|secure)", r"approved", r"voluntar",
    r"(?:who|researchers) spoke with",
    r"for good\b", r"for ever\b", r"\bpermanent", r"address stays",
)  # fmt: skip
CLAIM = re.compile("|".join(CLAIMS), re.IGNORECASE)
# Said only where a record says that its words were compared: `cleared: {transcript: exact}`.
OF_A_RECORD = re.compile(r"^(?:Compared|The original was compared) with the transcripts?\b")
# Said on a page to read back alone, of the brackets that stand on it.
OF_A_HANDOUT = re.compile(r"^What stands in square brackets, %\(words\)s, is not yours\..*")
UNSAID = re.compile(r"<(style|script).*?</\1>|<[^>]+>", re.DOTALL)
CATALOGUE = Path(interface.__path__[0]) / "catalogues" / "ur.po"


def minimal(**about: Any) -> Study:
    """Give a study that says only what it must, with one quotation of somebody."""
    study = study_of(themes=[theme("a")], quotations=[quotation("q1", "a")])
    return study.model_copy(update={"about": study.about.model_copy(update=about)})


def pages(study: Study) -> dict[str, str]:
    """Read all pages of a site: front matter and tags gone, white space one space."""
    files = render_site(publishable(study), Settings("x")).files
    return {
        path: " ".join(unescape(UNSAID.sub(" ", page)).split())
        for path, content in files.items()
        if path.endswith((".md", ".html"))
        for page in [re.sub(r"\A---\n.*?\n---\n", "", content.decode(), flags=re.DOTALL)]
    }


def test_no_page_of_a_minimal_study_makes_a_claim() -> None:
    found = pages(minimal())
    assert {"took-part/index.md", "voices/index.md", "methods/index.md", "q/q1/index.html"} <= {
        *found
    }
    claims = {path: CLAIM.findall(words) for path, words in found.items()}
    assert {path: claim for path, claim in claims.items() if claim} == {}


def test_no_message_of_the_sites_own_makes_a_claim() -> None:
    with CATALOGUE.open("rb") as file:
        messages = [message.id for message in read_po(file) if message.id]
    texts = [text for id_ in messages for text in ([id_] if isinstance(id_, str) else id_)]
    assert len(texts) > 300
    assert [
        text for text in texts if CLAIM.search(OF_A_HANDOUT.sub("", OF_A_RECORD.sub("", text)))
    ] == []


def test_a_comparison_is_told_only_where_a_record_tells_it() -> None:
    study = study_of(themes=[theme("a")], quotations=[quotation("q1", "a"), quotation("q2", "a")])
    compared = study.quotations[1].model_copy(
        update={"cleared": Clearance(by="EA", on=date(2025, 12, 1), transcript="exact")}
    )
    told = study.model_copy(update={"quotations": (study.quotations[0], compared)})
    found = {path for path, words in pages(told).items() if "transcript" in words}
    assert found == {"q/q2/index.html", "methods/index.md", "offline.html"}
    assert not any("transcript" in words for words in pages(study).values())


@pytest.mark.parametrize(
    "claim",
    [
        "Transcripts are never published.",
        "Names are left out.",
        "in place of something that could identify a person",
        "Each person’s words were reviewed before they were published.",
        "You need not give a reason.",
        "An address stays for good.",
        "Each quotation has a permanent address.",
        "The study’s authors replace them with cleared quotations.",
    ],
)
def test_the_claims_that_were_made_once_would_be_found(claim: str) -> None:
    assert CLAIM.search(claim)


@pytest.mark.parametrize(
    ("page", "times"),
    [("took-part/index.md", 2), ("voices/index.md", 2)],
)
def test_what_a_minimal_study_does_not_say_is_not_reported(page: str, times: int) -> None:
    words = pages(minimal())[page]
    assert len(re.findall("not reported", words, re.IGNORECASE)) >= times


def test_every_part_of_the_methods_that_is_not_reported_is_named_as_such() -> None:
    terms = [row.term for row in method_rows(Findings(publishable(minimal())))]
    assert len(terms) == 15
    assert f"Not reported {' '.join(terms)}" in pages(minimal())["methods/index.md"]


def test_whom_to_write_to_is_not_made_up() -> None:
    assert "Whom to write to: not reported." in pages(minimal())["took-part/index.md"]


def test_what_the_study_says_stands_there_in_its_words() -> None:
    study = minimal(protection="*Nobody* is named.", removal="Write to us, and we take it away.")
    words = pages(study)["took-part/index.md"]
    assert "What was done to protect you Nobody is named." in words
    assert "If you want your words taken away Write to us, and we take it away." in words


def test_attributes_are_spoken_of_only_where_some_are_published() -> None:
    shown = "It shows attributes of participants"
    age = {"id": "age", "label": "Age", "levels": ["young", "old"], "publish": True}
    about = {**minimal().about.model_dump(), "attributes": [age]}
    published = Study.model_validate({**minimal().model_dump(), "about": about})
    assert shown not in pages(minimal())["took-part/index.md"]
    assert shown in pages(published)["took-part/index.md"]
