"""The corpus a privacy gate is measured by is what it says: spans stand, counts are right."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from stdnum import iban, luhn
from stdnum.gb import nhs
from stdnum.in_ import aadhaar

from study_findings.text.folding import folded

CORPUS = Path(__file__).resolve().parents[1] / "benchmarks" / "corpus"
LEAST = {
    "edited": 120,
    "noisy": 80,
    "identifiers": 110,
    "urdu": 60,
    "pashto": 40,
    "residual": 40,
    "clean": 220,
    "after-rules/edited": 60,
    "after-rules/noisy": 60,
    "after-rules/identifiers": 80,
    "after-rules/urdu": 30,
    "after-rules/pashto": 20,
    "after-rules/clean": 80,
    "held-out/edited": 10,
    "held-out/noisy": 10,
    "held-out/identifiers": 14,
    "held-out/urdu": 7,
    "held-out/pashto": 5,
    "held-out/clean": 17,
    "later/edited": 11,
    "later/noisy": 16,
    "later/identifiers": 12,
    "later/urdu": 8,
    "later/pashto": 6,
    "later/residual": 9,
    "later/clean": 14,
    "unread/edited": 80,
    "unread/noisy": 45,
    "unread/identifiers": 150,
    "unread/urdu": 45,
    "unread/pashto": 30,
    "unread/other": 35,
    "unread/residual": 25,
    "unread/clean": 170,
}
LANGUAGES = {"en", "ur", "ps", "ar", "de", "es", "fr", "hi", "pt"}
FIELDS = {"text", "language", "names", "identifiers", "residual"}
IDENTIFIERS = {
    "email",
    "web",
    "handle",
    "phone",
    "national_id",
    "nhs_number",
    "iban",
    "card",
    "record",
    "roll",
    "case",
    "registration",
    "passport",
    "licence_plate",
    "coordinates",
    "date",
    "titled_name",
}
RESIDUALS = {
    "age_over_89",
    "sole_holder",
    "institution",
    "small_place",
    "religion_role",
    "ethnicity_role",
    "long_quotation",
    "numbered_place",
    "unclosed_bracket",
}
FEWEST_WORDS, MOST_WORDS, LONG = 6, 40, 100
# What lists count with, `1)`, and faces, `:)`.
NO_BRACKETS = re.compile(r"(?<![\w(])\w\)|:[()]")
BRACKETS = str.maketrans({"[": "(", "]": ")"})

Record = dict[str, Any]


def stem(name: str) -> str:
    """Give the kind of sentences that a file holds, in whatever part of the corpus it is."""
    return name.rpartition("/")[2]


def of(*kinds: str) -> list[str]:
    """List the files that hold sentences of these kinds."""
    return [name for name in LEAST if stem(name) in kinds]


def but(*kinds: str) -> list[str]:
    """List the files that hold sentences of other kinds."""
    return [name for name in LEAST if stem(name) not in kinds]


def read(name: str) -> dict[str, Any]:
    """Give one file of the corpus, by its stem."""
    file: dict[str, Any] = yaml.safe_load((CORPUS / f"{name}.yml").read_text(encoding="utf-8"))
    return file


FILES = {name: read(name) for name in LEAST}
SENTENCES: list[tuple[str, Record]] = [
    (name, record) for name, file in FILES.items() for record in file["sentences"]
]


def of_teams_with_a_list() -> list[str]:
    """List the files of Urdu and Pashto that hold what a team would list."""
    return [name for name in of("urdu", "pashto") if "names" in FILES[name]]


def spans(record: Record) -> list[str]:
    """List what stands marked in a record: names first, then identifiers."""
    return [*record.get("names", []), *(found["words"] for found in record.get("identifiers", []))]


def words_of_kind(kind: str, *records: Record) -> list[str]:
    """List the words of every identifier of a kind, in all the corpus where no record is given."""
    asked = records or tuple(record for _, record in SENTENCES)
    found = [each for record in asked for each in record.get("identifiers", [])]
    return [each["words"] for each in found if each["kind"] == kind]


def test_every_file_of_the_corpus_is_checked_here() -> None:
    paths = (path.relative_to(CORPUS).with_suffix("") for path in CORPUS.rglob("*.yml"))
    assert {path.as_posix() for path in paths} == LEAST.keys()


@pytest.mark.parametrize("name", LEAST)
def test_a_file_says_first_that_all_of_it_is_composed(name: str) -> None:
    opening = (CORPUS / f"{name}.yml").read_text(encoding="utf-8").split("\n\n")[0]
    words = " ".join(line.removeprefix("#").strip() for line in opening.splitlines())
    assert all(line.startswith("#") for line in opening.splitlines())
    assert "composed" in words
    assert "nobody said any of this" in words


@pytest.mark.parametrize(("name", "least"), LEAST.items())
def test_counts_are_as_the_head_tells(name: str, least: int) -> None:
    records = FILES[name]["sentences"]
    counted = {
        "sentences": len(records),
        **{
            key: sum(len(record.get(key, [])) for record in records)
            for key in FIELDS - {"text", "language"}
        },
    }
    assert FILES[name]["counts"] == {key: count for key, count in counted.items() if count}
    assert len(records) >= least


def test_fields_and_kinds_are_of_a_closed_list() -> None:
    for _, record in SENTENCES:
        assert record.keys() <= FIELDS, record
        assert record.get("language", "en") in LANGUAGES
        assert set(record.get("residual", [])) <= RESIDUALS, record
        for identifier in record.get("identifiers", []):
            assert identifier.keys() == {"words", "kind"}, record
            assert identifier["kind"] in IDENTIFIERS, record


def test_every_kind_occurs() -> None:
    assert all(words_of_kind(kind) for kind in IDENTIFIERS)
    assert {kind for _, record in SENTENCES for kind in record.get("residual", [])} == RESIDUALS


def test_each_span_stands_in_its_text_and_is_told_once() -> None:
    for _, record in SENTENCES:
        marked = spans(record)
        assert all(isinstance(span, str) and span == span.strip() != "" for span in marked), record
        assert all(span in record["text"] for span in marked), record
        assert len(set(marked)) == len(marked), record


@pytest.mark.parametrize("name", but("clean"))
def test_all_but_the_clean_hold_something_to_find(name: str) -> None:
    for record in FILES[name]["sentences"]:
        assert spans(record) or record.get("residual"), record


@pytest.mark.parametrize("name", of("clean"))
def test_clean_sentences_carry_nothing(name: str) -> None:
    for record in FILES[name]["sentences"]:
        assert record.keys() <= {"text", "language"}, record


def test_no_sentence_stands_twice() -> None:
    said = [" ".join(re.findall(r"\w+", folded(record["text"]))) for _, record in SENTENCES]
    assert sorted(set(said)) == sorted(said)


def test_sentences_are_as_long_as_speech() -> None:
    for _, record in SENTENCES:
        length = len(record["text"].split())
        if "long_quotation" in record.get("residual", []):
            assert length > LONG, record
        else:
            assert FEWEST_WORDS <= length <= MOST_WORDS, record


@pytest.mark.parametrize("name", LEAST)
def test_the_setting_is_no_name(name: str) -> None:
    setting = {folded(place) for place in FILES[name]["setting"]}
    for record in FILES[name]["sentences"]:
        assert not setting & {folded(span) for span in record.get("names", [])}, record


@pytest.mark.parametrize("name", but("noisy", "clean"))
def test_a_name_told_once_is_told_wherever_it_stands(name: str) -> None:
    records = FILES[name]["sentences"]
    names = {span for record in records for span in record.get("names", [])}
    for record in records:
        for span in names:
            if re.search(rf"(?<!\w){re.escape(span)}(?!\w)", record["text"]):
                assert any(span in marked for marked in spans(record)), (span, record)


@pytest.mark.parametrize("name", of_teams_with_a_list())
def test_each_name_is_a_spelling_of_one_on_the_list(name: str) -> None:
    listed = [folded(entry).replace(" ", "") for entry in FILES[name]["names"]]
    stems = {entry[:-1] for entry in listed}
    assert len(set(FILES[name]["names"])) == len(listed)
    for record in FILES[name]["sentences"]:
        for span in record.get("names", []):
            said = re.sub(r"\W", "", folded(span))
            assert any(said.startswith(stem) and len(said) <= len(stem) + 3 for stem in stems), span


@pytest.mark.parametrize("name", of_teams_with_a_list())
def test_titled_names_stand_on_no_list(name: str) -> None:
    listed = {folded(entry) for entry in FILES[name]["names"]}
    for record in FILES[name]["sentences"]:
        for words in words_of_kind("titled_name", record):
            assert folded(words).partition(" ")[2] not in listed, words


def test_brackets_are_unclosed_only_where_that_is_told() -> None:
    for _, record in SENTENCES:
        text = NO_BRACKETS.sub("", record["text"].translate(BRACKETS))
        brackets = re.sub(r"[^()]", "", text)
        while "()" in brackets:
            brackets = brackets.replace("()", "")
        assert bool(brackets) == ("unclosed_bracket" in record.get("residual", [])), record


def test_numbers_with_check_digits_have_the_right_ones() -> None:
    assert all(luhn.is_valid(re.sub(r"\D", "", card)) for card in words_of_kind("card"))
    assert all(iban.is_valid(account, check_country=False) for account in words_of_kind("iban"))
    assert all(nhs.is_valid(number) for number in words_of_kind("nhs_number"))
    assert any(aadhaar.is_valid(number) for number in words_of_kind("national_id"))


def test_no_e_mail_could_reach_anybody() -> None:
    for words in words_of_kind("email"):
        assert re.search(r"(?:\.| dot | \[dot\] |\(dot\) ?)example>?$", words.lower()), words
