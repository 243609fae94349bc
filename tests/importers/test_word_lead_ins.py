"""Who says a quotation may be told by the sentence before it, where that is certain."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from docx.document import Document
from word_files import indented, saved

from study_findings.importers.found import Found
from study_findings.importers.options import Options
from study_findings.importers.word import read
from study_findings.importers.word_lead_ins import lead_in

SAID = "The rota was on the wall, and nobody had told me where the wall was."


def of(tmp_path: Path, *paragraphs: str) -> Found:
    """Read a theme of these paragraphs; what begins with `>` stands further in."""

    def build(document: Document) -> None:
        document.add_heading("Being late", 1)
        for words in paragraphs:
            if words.startswith(">"):
                indented(document, words[1:])
            else:
                document.add_paragraph(words)

    return read(saved(tmp_path / "results.docx", build), Options())


def quoted(found: Found) -> list[tuple[str, str]]:
    return [(one.participant, one.session) for one in found.quotations]


@pytest.mark.parametrize(
    ("sentence", "named"),
    [
        ("P6 explained:", ("P6", "")),
        ("Participant 4 (FGD 2) said:", ("Participant 4", "FGD 2")),
        ("One student (P6, FGD 2) put it like this:", ("P6", "FGD 2")),
        ("It was late. As P6 recalled:", ("P6", "")),
        ("According to Midwife 2:", ("Midwife 2", "")),
        ("Participant 4, a final-year student, described it:", ("Participant 4", "")),
        ("Wie P6 erklärte:", ("P6", "")),
        ("Según P4:", ("P4", "")),
        ("Comme P4 l'explique, P4 précise:", None),
        ("As one final-year student said:", None),
        ("The nurse of Patient 3 said:", None),
        ("P6 was told by her nurse:", None),
        ("P3 and P6 agreed:", None),
        ("Like Student 3, P6 said:", None),
        ("The nurse (P3) told the mother (P6):", None),
        ("FGD 2 said:", None),
        ("Moderator 1 said:", None),
        ("P6 explained how it was.", None),
        ("See Table 2:", None),
    ],
)
def test_one_person_named_as_saying_it_is_certain(
    sentence: str, named: tuple[str, str] | None
) -> None:
    told = lead_in(sentence)
    assert (told and (told[0].participant, told[0].session)) == named


@pytest.mark.parametrize("words", [f"“{SAID}”", f">{SAID}", f"“{SAID[:30]}"])
def test_the_sentence_before_tells_who_says_a_quotation_without_a_name(
    tmp_path: Path, words: str
) -> None:
    more = ["went on.”"] if words.endswith(SAID[:30]) else []
    found = of(tmp_path, "Rotas decide it. P6 explained:", "", words, *more, "So do roads.")
    assert quoted(found) == [("P6", "")]
    assert (found.themes[0].gist, found.themes[0].narrative) == ("Rotas decide it.", "So do roads.")


def test_it_is_told_and_a_sentence_that_only_leads_to_it_leaves_the_prose(tmp_path: Path) -> None:
    found = of(tmp_path, "Rotas decide it.", "P6 explained:", f"“{SAID}”", "Roads do too.")
    assert found.themes[0].gist == "Rotas decide it."
    assert found.themes[0].narrative == "Roads do too."
    assert "the sentence before names P6" in found.anomalies[0].says


def test_a_long_sentence_before_stays_in_the_prose(tmp_path: Path) -> None:
    sentence = "P6 explained how rotas changed when the ward was closed in spring:"
    found = of(tmp_path, sentence, f"“{SAID}”")
    assert quoted(found) == [("P6", "")]
    assert found.themes[0].gist == sentence


@pytest.mark.parametrize(
    "paragraphs",
    [
        ("P6 explained:", "Rotas decide it.", f"“{SAID}”"),
        ("P6 explained:", "My rota decides it.", f"“{SAID}”"),
        (f"“{SAID}”", "P6 explained:"),
    ],
)
def test_what_stands_elsewhere_tells_nothing(tmp_path: Path, paragraphs: Sequence[str]) -> None:
    assert quoted(of(tmp_path, *paragraphs)) == [("", "")]


def test_the_quotations_own_attribution_holds(tmp_path: Path) -> None:
    assert quoted(of(tmp_path, "P6 explained:", f"“{SAID}” (P2, FGD 1)")) == [("P2", "FGD 1")]


def test_only_the_first_of_two_is_led_to(tmp_path: Path) -> None:
    found = of(tmp_path, "P6 explained:", f"“{SAID}”", "“Nobody had a lamp, so we waited there.”")
    assert quoted(found) == [("P6", ""), ("", "")]


def test_a_name_before_words_quoted_in_the_same_sentence_is_taken(tmp_path: Path) -> None:
    found = of(tmp_path, f"Rotas decide it. As P6 explained, “{SAID}”")
    assert quoted(found) == [("P6", "")]


@pytest.mark.parametrize(
    "lead",
    [
        "P6 explained:",
        "Rotas decide it. As one final-year student said:",
        "Una dijo:",
        "ایک نے کہا:",
    ],
)
def test_words_that_a_sentence_leads_to_never_become_prose(tmp_path: Path, lead: str) -> None:
    found = of(tmp_path, lead, "It took two buses and a boat to get there.", "Roads do too.")
    assert "two buses" not in str(found.themes)
    assert "Roads do too." in str(found.themes)
    assert any("leads to what somebody said" in one.why for one in found.dropped)


@pytest.mark.parametrize("lead", ["Three things were described:", "It came down to this:"])
def test_prose_that_a_sentence_leads_to_stays_prose(tmp_path: Path, lead: str) -> None:
    assert "two buses" in str(of(tmp_path, lead, "It took two buses and a boat.").themes)


def test_words_behind_a_dash_never_become_prose(tmp_path: Path) -> None:
    found = of(tmp_path, "Distance decides it.", "— It took two buses and a boat to get there.")
    assert "two buses" not in str(found.themes)
    assert any("the dash before it" in one.why for one in found.dropped)
