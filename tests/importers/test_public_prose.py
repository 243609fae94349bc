"""Prose for public files keeps nobody's words, and nothing of who said them."""

from __future__ import annotations

from pathlib import Path

import pytest
from brought_in import begun, brought, files_of

from study_findings.importers.public_prose import example_words, may_be_somebodys, without_said


@pytest.mark.parametrize(
    ("text", "prose", "said"),
    [
        (
            "They waited. “The kettle was on before we sat” (P3, FGD 1), one said.",
            "They waited. […], one said.",
            ["“The kettle was on before we sat” (P3, FGD 1)"],
        ),
        (
            "“The kettle was on before we sat” (Zephyrine, a keeper) and “it is a long way for "
            "tea”.",
            "[…] and […].",
            [
                "“The kettle was on before we sat” (Zephyrine, a keeper)",
                "“it is a long way for tea”",
            ],
        ),
        ("What “warmth” means (see below).", "What “warmth” means (see below).", []),
        ("Nobody is quoted here.", "Nobody is quoted here.", []),
    ],
)
def test_what_is_said_goes_with_who_said_it(text: str, prose: str, said: list[str]) -> None:
    assert without_said(text) == (prose, said)


@pytest.mark.parametrize(
    ("example", "words"),
    [
        ("e.g. “The kettle was on.” (P4)", ("The kettle was on.", "P4")),
        ("z. B.: „Der Kessel war an.“ (P4)", ("Der Kessel war an.", "P4")),
        ("Example: the kettle was on.", ("the kettle was on.", "")),
        ("“We sold the goat and the ex-goat.”", ("We sold the goat and the ex-goat.", "")),
        ("The government came, and the gate was shut.",) * 2,
        ("Egal, wer kommt.",) * 2,
        ("Example of a goat: ours.",) * 2,
    ],
)
def test_what_leads_to_an_example_is_taken_from_its_beginning_alone(
    example: str, words: str | tuple[str, str]
) -> None:
    assert example_words(example) == (words if isinstance(words, tuple) else (words, ""))


@pytest.mark.parametrize(
    ("name", "is_theirs"),
    [
        ("FBK yes if I was asked", True),
        ("Nobody told us", True),
        ("“Kettle always on”", True),
        ("Told “the kettle was on before anybody sat”", True),
        ("Mir sagt niemand etwas", True),
        ("Phase I", False),
        ("Trust in the US", False),
        ("“Warmth”", False),
        ("Falhas nos serviços", False),
        ("Being told too late", False),
    ],
)
def test_a_name_that_speaks_as_somebody_would_is_known(name: str, is_theirs: bool) -> None:
    assert may_be_somebodys(name) is is_theirs


@pytest.mark.parametrize("behind", ["(P4)", ""])
def test_the_example_of_a_code_waits_in_private_with_who_said_it(
    tmp_path: Path, behind: str
) -> None:
    said = "They told us when the boat had gone"
    rows = f'Code,Definition,Example\nLate,Told too late,"“{said}” {behind}"\nEarly,In time,\n'
    (tmp_path / "codebook.csv").write_text(rows, "utf-8")
    root = begun(tmp_path / "study")
    brought(root, tmp_path / "codebook.csv")
    written = files_of(root)
    assert "Told too late" in written["themes_data/codebook.yml"]
    assert {path for path, text in written.items() if said in text} == {"private/notes/imported.md"}
    assert (said + " (P4)" in written["private/notes/imported.md"]) == bool(behind)
