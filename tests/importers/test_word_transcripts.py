"""A transcript in Word is refused, whatever program wrote it: none of it may become prose."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from docx.document import Document
from word_files import bold, saved

from study_findings.documents.unreadable import UnreadableError
from study_findings.importers.options import Options
from study_findings.importers.word import read

ANSWERS = ("It was late by then.", "Nobody came.", "We had waited an hour.", "So I went home.")


def _interviewer(document: Document) -> None:
    for number in range(6):
        document.add_paragraph(f"I: And then, number {number}?")
        document.add_paragraph("P1: Then nothing came.")


def _times_over_turns(document: Document) -> None:
    document.add_heading("Audio file", 1)
    document.add_paragraph("walk.m4a")
    document.add_heading("Transcript", 1)
    for number in range(12):
        document.add_paragraph(f"00:00:{number:02} Speaker {number % 2 + 1}")
        for words in ANSWERS[: number % 4 + 1]:
            document.add_paragraph(words)


def _times_beside_names(document: Document) -> None:
    document.add_heading("Transcript", 1)
    for number in range(10):
        who = ("Rana", "Participant")[number % 2]
        document.add_paragraph(f"{who}{number}:04\n{ANSWERS[number % 4]}\nYes.")


def _names(document: Document) -> None:
    document.add_heading("Interview 4", 1)
    for number in range(12):
        document.add_paragraph(f"Rana: And then, number {number}?")
        document.add_paragraph(f"Dilo: {ANSWERS[number % 4]}")


def _the_team_below_a_heading(document: Document) -> None:
    document.add_heading("Interview 4", 1)
    for number in range(12):
        document.add_paragraph(f"Interviewer: And then, number {number}?")
        document.add_paragraph(f"P5: {ANSWERS[number % 4]}")


def _names_in_bold(document: Document) -> None:
    for number in range(14):
        bold(document, ("Rana", "Dilo")[number % 2])
        document.add_paragraph(ANSWERS[number % 4])


def _numbered_voices(document: Document) -> None:
    """Write it as programs do: one voice speaks for many paragraphs."""
    document.add_paragraph("interview 4")
    for number in range(6):
        document.add_paragraph(f"[Speaker {number % 2 + 1}]")
        for words in ANSWERS * 3:
            document.add_paragraph(words)


def _names_in_brackets(document: Document) -> None:
    for number in range(14):
        document.add_paragraph(("[Interviewer]", "[Participant]")[number % 2])
        document.add_paragraph(ANSWERS[number % 4])


@pytest.mark.parametrize(
    "build",
    [
        _interviewer,
        _times_over_turns,
        _times_beside_names,
        _names,
        _the_team_below_a_heading,
        _names_in_bold,
        _numbered_voices,
        _names_in_brackets,
    ],
)
def test_a_transcript_is_refused(tmp_path: Path, build: Callable[[Document], None]) -> None:
    path = saved(tmp_path / "interview.docx", build)
    with pytest.raises(UnreadableError, match="seems to be a transcript"):
        read(path, Options())


def _quotations_by_code(document: Document) -> None:
    for title in ("Being late", "Going home"):
        document.add_heading(title, 1)
        for number in range(12):
            document.add_paragraph(f"P{number % 5 + 1}: {ANSWERS[number % 4]}")


def _a_few_exchanges(document: Document) -> None:
    document.add_heading("Being late", 1)
    for number in range(4):
        document.add_paragraph(f"What people did at hour {number} differed.")
        document.add_paragraph("Moderator: Were you late?")
        document.add_paragraph("P2: It was late by then.")


def _who_spoke_in_brackets(document: Document) -> None:
    document.add_heading("Being late", 1)
    for number in range(8):
        document.add_paragraph(f"What people did at hour {number} differed.")
        document.add_paragraph(f"“{ANSWERS[number % 4]}”")
        document.add_paragraph(f"[P{number % 3 + 1}]")


def _a_codebook(document: Document) -> None:
    for title in ("Being late", "Going home"):
        document.add_heading(title, 1)
        for number in range(8):
            document.add_heading(f"Code {number} of {title}", 2)
            document.add_paragraph("Definition: what is said of it.")
            document.add_paragraph("Example: “It was late by then, as ever.” (P2)")
            document.add_paragraph("Exclude: what is said of others.")


@pytest.mark.parametrize(
    "build", [_quotations_by_code, _a_few_exchanges, _who_spoke_in_brackets, _a_codebook]
)
def test_what_was_chosen_for_a_report_is_no_transcript(
    tmp_path: Path, build: Callable[[Document], None]
) -> None:
    result = read(saved(tmp_path / "results.docx", build), Options())
    assert len(result.themes) >= 1
    assert result.quotations
