"""Codes in vivo are named by what somebody said, and the codebook is public."""

from __future__ import annotations

from pathlib import Path

import pytest
from brought_in import begun, brought, files_of, planned

from study_findings.importers.asking import Asking
from study_findings.importers.found import Found, FoundCode, FoundQuotation, FoundTheme, FoundTurn
from study_findings.importers.in_vivo import NamesInVivo
from study_findings.importers.options import Options

SAID = "Nobody at the desk told me when the last bus leaves, and I walked."


def table(tmp_path: Path, *rows: str) -> Path:
    path = tmp_path / "tags.csv"
    path.write_text("\n".join(("id,document,tag,content", *rows)) + "\n", "utf-8")
    return path


@pytest.mark.parametrize(
    ("name", "said", "is_in_vivo"),
    [
        (SAID, SAID, True),
        ("told me when the last bus", SAID, True),
        ("NOBODY: “At the desk told ME when”", SAID, True),
        ("Late: told me when the last bus leaves …", SAID, True),
        ("when the last bus leaves", SAID, False),
        ("Told too late when the bus leaves", SAID, False),
        ("We all went home", "We all went home.", True),
        ("Then: we all went home", "We all went home.", True),
        ("Went home", "Went home.", False),
    ],
)
def test_a_name_is_in_vivo_by_six_words_or_by_all_of_a_quotation(
    name: str, said: str, is_in_vivo: bool
) -> None:
    found = Found(
        "x",
        codes=(FoundCode(("Outer", name), "row 1"),),
        quotations=(FoundQuotation("row 2", said),),
    )
    names = NamesInVivo(found)
    assert (name in names) is is_in_vivo
    assert names.public(name) == ("In vivo 1" if is_in_vivo else name)
    assert names.public("Outer") == "Outer"


@pytest.mark.parametrize(
    "quotation",
    [
        FoundQuotation("row 2", turns=(FoundTurn("P1", SAID), FoundTurn("P2", "Me too."))),
        FoundQuotation("row 2", "In other words.", original=SAID),
        FoundQuotation("row 2", SAID, codes=((SAID,),)),
    ],
)
def test_turns_originals_and_names_of_codes_without_a_codebook_are_looked_through(
    quotation: FoundQuotation,
) -> None:
    codes = () if quotation.codes else (FoundCode((SAID,), "row 1"),)
    found = Found("x", codes=codes, quotations=(quotation, FoundQuotation("row 3", "Yes.")))
    assert SAID in NamesInVivo(found)


def test_a_code_that_the_codebook_lacks_is_told_by_its_neutral_name() -> None:
    quotation = FoundQuotation("row 2", SAID, themes=(("Late",),), codes=((SAID,),))
    found = Found("x", codes=(FoundCode(("Rest",), "row 1"),), quotations=(quotation,))
    asking = Asking(found, Options())
    asking.asked()
    assert [one.says for one in asking.bag.anomalies if one.kind == "unknown-code"] == [
        "the code In vivo 1 is not in the codebook: it was added"
    ]


def test_a_theme_that_no_quotation_stands_under_is_looked_through() -> None:
    found = Found(
        "x",
        themes=(FoundTheme((SAID, "Late"), "row 1"),),
        quotations=(FoundQuotation("row 2", SAID, themes=(("Transport",),)),),
    )
    assert SAID in NamesInVivo(found)


def test_no_public_file_and_no_report_holds_the_words(tmp_path: Path) -> None:
    study = begun(tmp_path / "study")
    path = table(tmp_path, f'1,FGD 1,"{SAID}","{SAID}"', f'1,FGD 1,transport,"{SAID}"')
    report = "\n".join(brought(study, path))
    files = files_of(study)
    public = {name: text for name, text in files.items() if name.startswith("themes_data/")}
    assert not [name for name, text in public.items() if "the desk" in text or "the-desk" in name]
    assert "label: In vivo 1" in public["themes_data/codebook.yml"]
    assert "title: In vivo 1" in public["themes_data/themes/in-vivo-1.yml"]
    assert "label: transport" in public["themes_data/codebook.yml"]
    assert f"In the source: {SAID}" in files["private/notes/imported.md"]
    assert "the desk" not in report
    assert "the name of this code is what somebody said: it is called In vivo 1" in report


def test_it_keeps_the_name_that_an_author_gave_it(tmp_path: Path) -> None:
    study = begun(tmp_path / "study")
    path = table(tmp_path, f'1,FGD 1,"{SAID}","{SAID}"')
    brought(study, path)
    theme = study / "themes_data/themes/in-vivo-1.yml"
    theme.write_text(theme.read_text("utf-8").replace("In vivo 1", "The last bus"), "utf-8")
    assert not planned(study, path).plan.changes
