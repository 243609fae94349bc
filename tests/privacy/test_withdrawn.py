"""Fingerprints tell whether a text holds withdrawn words, and hold none of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from study_findings.privacy.withdrawn import FILE, Withdrawn, new_withdrawn, read_withdrawn

SAID = "We count the bends of the road until the bus comes at last."
URDU = "سڑک کے موڑ گنتے ہیں جب تک بس نہ آئے"


def found(said: str, *texts: str) -> bool:
    withdrawn = new_withdrawn().with_texts({"q1": [said]})
    return withdrawn.finder().find(texts) == {"q1"}


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (SAID, SAID),
        (SAID, "One said: COUNT the “bends” of\nthe road – and laughed."),
        (SAID, "until the bus comes at last"),
        (URDU, f"<p>{URDU}</p>"),
        ("Nobody ever came back.", "He said that nobody ever came back then."),
        ("Ask him at the gate.", "ask him, at the gate"),
    ],
)
def test_words_that_are_found(said: str, text: str) -> None:
    assert found(said, text)
    assert found(said, "nothing of it", text)


@pytest.mark.parametrize(
    ("said", "text"),
    [
        (SAID, "We count the bends of a road until the bus came at last."),
        (SAID, "the bends of the road"),
        (SAID, ""),
        ("Nobody ever came back.", "Nobody ever came."),
        ("Never again.", "Never again."),
    ],
)
def test_words_that_are_not(said: str, text: str) -> None:
    assert not found(said, text)


def test_a_text_is_judged_whatever_was_read_before_it() -> None:
    finder = new_withdrawn().with_texts({"q1": [SAID]}).finder()
    assert finder.find(["Another text of more than six words.", SAID]) == {"q1"}
    assert finder.find([SAID]) == {"q1"}


def test_the_file_holds_no_word_and_tells_nothing_without_its_salt(tmp_path: Path) -> None:
    one, other = (new_withdrawn().with_texts({"q1": [SAID, URDU]}) for _ in range(2))
    assert not set(one.by_id["q1"]) & set(other.by_id["q1"])
    text = one.as_text().casefold()
    assert not [word for word in f"{SAID} {URDU}".casefold().split() if f"{word} " in text]
    assert "bends" not in text
    (tmp_path / FILE).write_text(one.as_text(), "utf-8")
    assert read_withdrawn(tmp_path) == one


def test_what_was_kept_long_ago_is_found_still() -> None:
    """A study's file is read for years: how fingerprints are made may not change."""
    kept = {
        "q1": ("b3925a5b707b90697cbd2680c116274e",),
        "q2": ("4:7554bf39578091e8bcdd2f3e43a6c7d9",),
    }
    withdrawn = Withdrawn("salt", kept)
    six, four = "we waited there all night long", "we waited there all"
    assert Withdrawn("salt").with_texts({"q1": [six], "q2": [four]}) == withdrawn
    assert withdrawn.finder().find([f"And {six}."]) == {"q1", "q2"}
    assert withdrawn.finder().find([f"And {four} of them."]) == {"q2"}
    assert withdrawn.as_text() == (
        '{\n "salt": "salt",\n "quotations": {\n'
        '  "q1": [\n   "b3925a5b707b90697cbd2680c116274e"\n  ],\n'
        '  "q2": [\n   "4:7554bf39578091e8bcdd2f3e43a6c7d9"\n  ]\n }\n}\n'
    )


@pytest.mark.parametrize("length", [4, 5, 6])
def test_what_was_written_is_read(tmp_path: Path, length: int) -> None:
    said = " ".join(SAID.split()[:length])
    written = new_withdrawn().with_texts({"q1": [said]})
    assert len(written.salt) == 64
    (tmp_path / FILE).write_text(written.as_text(), "utf-8")
    read = read_withdrawn(tmp_path)
    assert read == written
    assert read is not None
    assert read.finder().find([said]) == {"q1"}


def test_what_is_too_short_is_known_to_be() -> None:
    withdrawn = new_withdrawn().with_texts({"q2": ["Never again."], "q1": [SAID]})
    assert withdrawn.too_short == ["q2"]


def test_more_is_added_to_what_is_kept() -> None:
    first = new_withdrawn().with_texts({"q1": [SAID]})
    both = first.with_texts({"q2": [URDU]})
    assert both.finder().find([SAID, URDU]) == {"q1", "q2"}
    assert both.by_id["q1"] == first.by_id["q1"]


def test_words_of_an_id_that_is_withdrawn_a_second_time_are_known_both_times() -> None:
    first = new_withdrawn().with_texts({"q1": [SAID]})
    both = first.with_texts({"q1": [URDU, SAID]})
    assert both.finder().find([SAID]) == both.finder().find([URDU]) == {"q1"}
    assert len(set(both.by_id["q1"])) == len(both.by_id["q1"])
    after = first.with_texts({"q1": [URDU]})
    assert after.finder().find([SAID]) == after.finder().find([URDU]) == {"q1"}
    assert after.by_id["q1"][: len(first.by_id["q1"])] == first.by_id["q1"]


MARK = "b3925a5b707b90697cbd2680c116274e"


@pytest.mark.parametrize(
    "text",
    [
        "", "[]", "{", "[" * 100_000, '{"quotations": {}}', '{"salt": "a"}',
        '{"salt": 1, "quotations": {}}', '{"salt": null, "quotations": {}}',
        '{"salt": "a", "quotations": {"q": 1}}', '{"salt": "a", "quotations": {"q": [1]}}',
        f'{{"salt": "a", "quotations": {{"q": ["{MARK}"], "r": "{MARK}"}}}}',
        f'{{"salt": "a", "quotations": {{"q": ["{MARK}", 1]}}}}',
    ],
)  # fmt: skip
def test_a_damaged_file_is_an_error(tmp_path: Path, text: str) -> None:
    assert read_withdrawn(tmp_path) is None
    (tmp_path / FILE).write_text(text, "utf-8")
    with pytest.raises(ValueError, match=FILE):
        read_withdrawn(tmp_path)


@pytest.mark.parametrize(
    "damaged",
    [
        "", "ab", MARK[:-1], MARK + "a", MARK.upper(), f"g{MARK[1:]}", f"999999999:{MARK}",
        f"3:{MARK}", f"6:{MARK}", f"4:5:{MARK}", f"4:{MARK[:-1]}", f" {MARK}", f"{MARK}\n",
    ],
)  # fmt: skip
def test_a_fingerprint_that_nothing_could_have_is_damage(tmp_path: Path, damaged: str) -> None:
    """It would be found nowhere, and so would the words that it was made of."""
    for marks in ([damaged], [MARK, damaged], [damaged, MARK]):
        (tmp_path / FILE).write_text(Withdrawn("a", {"q": tuple(marks)}).as_text(), "utf-8")
        with pytest.raises(ValueError, match=FILE):
            read_withdrawn(tmp_path)


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    (tmp_path / FILE).mkdir()
    with pytest.raises(ValueError, match=rf"^{FILE}$"):
        read_withdrawn(tmp_path)
    (tmp_path / FILE).rmdir()
    (tmp_path / FILE).write_bytes('{"salt": "é", "quotations": {}}'.encode("latin-1"))
    with pytest.raises(ValueError, match=rf"^{FILE}$"):
        read_withdrawn(tmp_path)


def test_fingerprints_of_every_length_are_read_and_ids_that_have_none(tmp_path: Path) -> None:
    marks = [MARK, f"4:{MARK}", f"5:{MARK}"]
    text = json.dumps({"salt": "é", "quotations": {"b": marks, "a": []}}, ensure_ascii=False)
    (tmp_path / FILE).write_text(text, "utf-8")
    read = read_withdrawn(tmp_path)
    assert read is not None
    assert read == Withdrawn("é", {"b": tuple(marks), "a": ()})
    assert read.too_short == ["a"]
    assert list(json.loads(read.as_text())["quotations"]) == ["a", "b"]


def test_words_of_two_quotations_are_those_of_both() -> None:
    shared = "until the bus comes at last"
    withdrawn = new_withdrawn().with_texts({"q1": [SAID], "q2": [shared], "q3": [URDU]})
    assert withdrawn.finder().find([f"So {shared}."]) == {"q1", "q2"}
    assert withdrawn.finder().find([]) == set()


def test_where_nothing_was_withdrawn_no_text_is_read() -> None:
    texts = iter([SAID])
    assert new_withdrawn().with_texts({"q1": ["Never."]}).finder().find(texts) == set()
    assert list(texts) == [SAID]


def test_a_hostile_text_takes_no_more_than_its_length_asks() -> None:
    marked: list[int] = []

    class Counting(Withdrawn):
        def mark(self, words: object) -> str:
            marked.append(1)
            return super().mark(words)  # type: ignore[arg-type]

    withdrawn = Counting("salt", new_withdrawn().with_texts({"q1": [SAID]}).by_id)
    finder = withdrawn.finder()
    for number in (1_000, 2_000):
        marked.clear()
        finder.find([" ".join(f"w{number}x{at}" for at in range(number))])
        assert len(marked) == number - 5


@pytest.mark.parametrize(
    "value",
    [
        SAID,
        [["So it is.", SAID]],
        ({"turns": [{"speaker": "A", "text": SAID}]},),
        {"says": {"en": "Nothing.", "ur": SAID}, "on": 3},
    ],
)
def test_words_are_found_however_deep_in_a_value(value: object) -> None:
    finder = new_withdrawn().with_texts({"q1": [SAID], "q2": [URDU]}).finder()
    assert finder.find_within(value) == {"q1"}
    assert finder.find_within({"id": SAID.split(), "number": 3}) == set()
