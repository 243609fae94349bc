"""Who said something, told from a label; turns of an exchange; marks around words."""

from __future__ import annotations

import pytest

from study_findings.importers.attributions import (
    Attribution,
    attributed,
    read_attribution,
    without_trailing,
)
from study_findings.importers.exchanges import read_turns
from study_findings.importers.people_labels import (
    age_in,
    is_code,
    is_session,
    kind_alone,
    sex_in,
    slug,
)
from study_findings.importers.public_prose import without_said
from study_findings.importers.quotation_marks import without_marks


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("P6, FGD 2", Attribution("P6", "FGD 2")),
        ("Student 4, female, 22", Attribution("Student 4", "", {"sex": "female", "age": "22"})),
        ("Student 4, 22 years", Attribution("Student 4", "", {"age": "22"})),
        ("P_07_F_38", Attribution("P_07", "", {"sex": "female", "age": "38"})),
        ("I02, Z. 40", Attribution("I02", lines="40")),
        ("P6, lines 112–118", Attribution("P6", lines="112–118")),
        ("P6, p. 3", Attribution("P6", page="3")),
        ("FGD 2, pos. 12", Attribution("", "FGD 2", lines="12")),
        ("FGD 2, P. 3", Attribution("P. 3", "FGD 2")),
        ("FGD 2, P3, S. 12", Attribution("P3", "FGD 2", page="12")),
        ("Nurses\\N01", Attribution("N01")),
        ("شریک 4، ایف جی ڈی", Attribution("شریک 4", as_printed="شریک 4، ایف جی ڈی")),
        ("ګډونوال ۴", Attribution("ګډونوال ۴")),
    ],
)  # fmt: skip
def test_what_stands_beside_a_code_is_read(label: str, expected: Attribution) -> None:
    assert read_attribution(label) == expected


@pytest.mark.parametrize(
    "label", ["Student 4, 2nd year", "P6, town clinic", "Student 4, female, 2nd year"]
)
def test_what_is_not_understood_stays_in_the_labels_own_words(label: str) -> None:
    told = read_attribution(label)
    assert (told.participant, told.as_printed) == (label.partition(",")[0], label)
    assert told.attributes == {}


@pytest.mark.parametrize(
    "label", ["Midwife, 34", "Nurse, 34, female", "Mercy, P6", "female, 22", "line 40", "34 years"]
)
def test_of_a_label_that_begins_with_no_code_nothing_is_taken(label: str) -> None:
    assert read_attribution(label) == Attribution(as_printed=label)


@pytest.mark.parametrize(("text", "age"), [("34 years", "34"), ("aged 71", "71"), ("34", ""),
                                           ("3 years", ""), ("340 years", "")])  # fmt: skip
def test_a_number_is_an_age_where_it_says_so_and_somebody_can_be_that_old(
    text: str, age: str
) -> None:
    assert age_in(text) == age


def test_a_bare_number_is_an_age_behind_a_sex_alone() -> None:
    assert (age_in("34", is_bare=True), sex_in("woman"), sex_in("ward")) == ("34", "female", "")
    assert read_attribution("P6, 34").as_printed == "P6, 34"


def test_codes_of_people_and_sessions_in_urdu_and_pashto_have_ids() -> None:
    assert [slug(label) for label in ("شریک 4", "ګډونوال ۴", "نرس 12")] == [
        "participant-4", "participant-4", "nurse-12",
    ]  # fmt: skip
    assert is_code("شریک 4")
    assert is_session("انٹرویو 3")
    assert not is_session("شریک 4")
    assert not is_code("زینب 4")


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("So you keep quiet. (IDI 4, nurse, female)", "IDI 4, nurse, female"),
        ("It was me who was there. (C2, daughter)", "C2, daughter"),
        ("We said so. (FGD 3, married women)", "FGD 3, married women"),
        ("I left school (in 2019)", ""),
        ("I left school (at 16)", ""),
        ("I sat down (we met in the group)", ""),
        ("I sat down (in the group)", ""),
        ("Nobody came. (P4, P7)", ""),
        ("Nobody came. (FGD 1, FGD 3)", ""),
    ],
)
def test_what_stands_in_brackets_behind_words_is_an_attribution_where_it_names_one(
    text: str, behind: str
) -> None:
    assert without_trailing(text)[1] == behind
    assert without_trailing(text)[0] == (text.partition(" (")[0] if behind else text)


@pytest.mark.parametrize("label", ["2024-02-01", "12/03/2023", "FGD 12.03.23", "2024-2-1"])
def test_a_day_is_no_code_for_it_tells_who_was_heard_then(label: str) -> None:
    assert not is_code(label)
    assert all(map(is_code, ("1-3", "1-2-3", "P-12-03", "FGD 2.1")))


@pytest.mark.parametrize("label", ["In 2019", "at 30", "A 34", "me 3", "um 5"])
def test_a_word_of_a_sentence_before_a_number_is_no_code(label: str) -> None:
    assert not is_code(label)
    assert all(map(is_code, ("A34", "E 4", "P 6", "IN 4", "No 12")))


def test_a_kind_of_session_is_told_by_a_name_that_says_nothing_besides() -> None:
    assert kind_alone("Interviews") == "interview"
    assert kind_alone("Focus groups 2") == "focus-group"
    others = ("Interviews Harbour", "Nurses", "Group 1", "Documents", "")
    assert [kind_alone(name) for name in others] == [""] * 5


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("I: And then?\nP: I prayed.", (("I", "And then?"), ("P", "I prayed."))),
        ("Interviewer: And then?\nParticipant: I prayed.",
         (("Interviewer", "And then?"), ("Participant", "I prayed."))),
        ("R1: I stayed. R2: So did I.", (("R1", "I stayed."), ("R2", "So did I."))),
        ("R1: I said to her. Listen: nobody came.", ()),
        ("I stayed. R2: So did I.", ()),
        ("Listen: nobody came.\nP: I did.", ()),
    ],
)  # fmt: skip
def test_turns_begin_with_labels_of_speakers(
    text: str, expected: tuple[tuple[str, str], ...]
) -> None:
    assert tuple((turn.speaker, turn.text) for turn in read_turns(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“I stayed.” P12/F/45", "“I stayed.” (P12/F/45)"),
        ("“I stayed.” — Nurse, 34", "“I stayed.” (Nurse, 34)"),
        ("“I stayed.” [P6]", "“I stayed.” (P6)"),
        ("“I stayed,” she said to me", "“I stayed,” she said to me"),
        ("I stayed. P12/F/45", "I stayed. P12/F/45"),
    ],
)
def test_an_attribution_behind_the_marks_is_set_in_brackets(text: str, expected: str) -> None:
    assert attributed(text) == expected


@pytest.mark.parametrize(
    "text", ["„I stayed.“", "„I stayed.”", "”I stayed.”", "“I stayed.“", "＂I stayed.＂"]
)
def test_one_pair_of_marks_is_taken_off_however_it_is_turned(text: str) -> None:
    assert without_marks(text) == "I stayed."


@pytest.mark.parametrize(
    "said",
    [
        "'she didn't come back to the ward'",
        "”nobody came back to the ward”",
        "“nobody came back to the ward“",
        "»nobody came back to the ward«",
    ],
)
def test_words_in_any_pair_of_marks_leave_prose_for_the_public(said: str) -> None:
    text = f"Some said {said} (P6), and others did not."
    assert without_said(text) == ("Some said […], and others did not.", [f"{said} (P6)"])


def test_an_apostrophe_opens_no_quotation() -> None:
    text = "The nurses' station and the patients' room were in other wings' corridors."
    assert without_said(text) == (text, [])
