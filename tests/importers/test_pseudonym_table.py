"""The table of pseudonyms is kept where git never looks, and holds the next time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from study_findings.importers import pseudonyms
from study_findings.importers.found import Pseudonym
from study_findings.importers.options import Options
from study_findings.importers.pseudonym_table import place_of_table, with_made
from study_findings.importers.pseudonyms import Pseudonyms


def test_the_table_stands_outside_every_repository(tmp_path: Path) -> None:
    study = tmp_path / "outer" / "studies" / "ward"
    study.mkdir(parents=True)
    assert place_of_table(study) == study.parent / "ward-pseudonyms.csv"
    (study / ".git").mkdir()
    assert place_of_table(study) == study.parent / "ward-pseudonyms.csv"
    (tmp_path / "outer" / ".git").write_text("gitdir: elsewhere")
    assert place_of_table(study) == tmp_path / "ward-pseudonyms.csv"


def test_rows_are_added_and_those_there_stay() -> None:
    made = [Pseudonym("Khan, Anna", "p01234", "participant", "k1")]
    begun = with_made("", made)
    assert begun == 'name,pseudonym,kind,key\n"Khan, Anna",p01234,participant,k1\n'
    assert with_made("name,pseudonym\nBilal,P2", []) == "name,pseudonym\nBilal,P2\n"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1)))
def test_what_was_made_is_found_again_in_the_table(tmp_path: Path, names: list[str]) -> None:
    names = [name for name in names if name.strip()]
    first = Pseudonyms(Options(pseudonymise=True))
    labels = [first.or_name("session", name) for name in names]
    assert all(re.fullmatch(r"s\d{5}", label) for label in labels)
    path = tmp_path / "kept.csv"
    path.write_text(with_made("", first.made.values()), encoding="utf-8", newline="")
    again = Pseudonyms(Options(pseudonyms=path))
    assert [again.or_name("session", name) for name in names] == labels


def test_names_are_told_apart_by_kind_and_alike_by_spelling(tmp_path: Path) -> None:
    path = tmp_path / "map.csv"
    path.write_text("name,pseudonym,kind\nAnna,P1,case\nAnna,Interview 1,document\n")
    known = Pseudonyms(Options(pseudonyms=path))
    assert known.of("participant", " ANNA ") == "P1"
    assert known.of("session", "anna.docx") == "Interview 1"
    assert known.of("session", "Bilal") == ""
    assert known.or_name("session", "Bilal") == "Bilal"
    assert known.or_name("session", "") == ""


def test_no_two_people_ever_have_one_neutral_id(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pseudonyms, "_DIGITS", 1)
    table = tmp_path / "map.csv"
    table.write_text("name,pseudonym\nZarmina,p7\nZohra,p3\n", "utf-8")
    made = Pseudonyms(Options(pseudonyms=table, pseudonymise=True))
    told = [made.of("participant", f"Name {number}", f"key {number}") for number in range(4)]
    told += [made.of("participant", f"Other {number}") for number in range(4)]
    assert len({*told, "p7", "p3"}) == 10
    assert made.of("participant", "Name 2", "key 2") == told[2]
