"""Each rule flags its examples to the letter and its non-examples not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sentences import CLEAN, EDITED, NOISY, PASHTO, URDU

from study_findings.privacy.gate import RULES, Example, Flag, GateRule, Setting, flags_in, notice
from study_findings.privacy.gate.gate_text import GateText, phrase_of
from study_findings.privacy.gate.vocabulary import is_ordinary, listed

NOTHING = Setting()
IN_PAKISTAN = Setting(country="PK")


def examples(kind: str) -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.name}-{at}")
        for rule in RULES.values()
        for at, example in enumerate(getattr(rule, kind))
    ]


def words_of_rule(rule: GateRule, example: Example) -> tuple[str, ...]:
    gate_text = GateText(example.text, example.language, example.setting)
    return tuple(flag.words for flag in rule.flags(gate_text))


def found(text: str, language: str = "en", setting: Setting = NOTHING) -> list[tuple[str, str]]:
    return [(flag.rule, flag.words) for flag in flags_in(text, language, setting)]


@pytest.mark.parametrize(("rule", "example"), examples("examples"))
def test_an_example_is_flagged_to_the_letter(rule: GateRule, example: Example) -> None:
    assert example.words
    assert words_of_rule(rule, example) == example.words


@pytest.mark.parametrize(("rule", "example"), examples("non_examples"))
def test_a_non_example_is_not_flagged(rule: GateRule, example: Example) -> None:
    assert words_of_rule(rule, example) == ()


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_a_rule_tells_an_author_why_and_what_instead(rule: GateRule) -> None:
    assert re.fullmatch(r"[A-Z][^.]+\.", rule.why)
    assert re.fullmatch(r"\[.+\]", rule.suggestion)
    assert len(rule.examples) >= 2
    assert len(rule.non_examples) >= 2


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        ("Then Dr Imran Khan Bazaar closed.", [("titled-name", "Dr Imran Khan Bazaar")]),
        ("Then imran Qazdan came.", [("known-name", "imran Qazdan")]),
        ("Mail Zarka.Iqbal@example.com now", [("email-address", "Zarka.Iqbal@example.com")]),
        ("Her card 34201-1234567-1.", [("identity-number", "34201-1234567-1")]),
        ("I trained at Lady Reading Hospital.", [("titled-name", "Lady Reading Hospital")]),
        ("roll no. 482913 failed", [("record-number", "482913")]),
        ("On 12/03/2019 he left.", [("full-date", "12/03/2019")]),
        (
            "a Hazara nurse from Quetta",
            [("group-and-role", "Hazara nurse"), ("known-name", "Quetta")],
        ),
    ],
)
def test_one_stretch_has_one_flag_the_gravest(text: str, flags: list[tuple[str, str]]) -> None:
    assert found(text) == flags


def test_a_warning_waits_for_an_error_over_the_same_words() -> None:
    assert found("the only professor")[0][0] == "sole-role"
    assert [rule for rule, _ in found("He lives in Zarkabad Colony.")] == ["name"]
    decided = Setting(decided=frozenset({"Zarkabad"}))
    assert found("He lives in Zarkabad Colony.", setting=decided) == []


def test_what_is_decided_is_not_told_but_for_the_teams_list() -> None:
    text = "Zarka said it on 14 August, near Model Town."
    decided = Setting(decided=frozenset({"zarka", "14 august", "Model Town"}))
    assert [words for _, words in found(text)] == ["Zarka", "14 August", "Model Town"]
    assert found(text, setting=decided) == []
    listed_too = Setting(decided=decided.decided, names=("Zarka",))
    assert found(text, setting=listed_too) == [("listed-name", "Zarka")]


def test_a_decision_is_for_whole_words() -> None:
    decided = Setting(decided=frozenset({"Swat"}))
    assert [words for _, words in found("From Swatmore to Swat", setting=decided)] == ["Swatmore"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("then \u200bIm\u00adran left", "Im\u00adran"),
        ("ｚａｒｋａ＠ｅｘａｍｐｌｅ．ｃｏｍ", "ｚａｒｋａ＠ｅｘａｍｐｌｅ．ｃｏｍ"),
        ("he is Jose\u0301 Qazdan", "Jose\u0301 Qazdan"),
        ("dial ０３０１ ２３４５６７８", "０３０１ ２３４５６７８"),
        ("عِمران نے کہا", "عِمران"),
    ],
)
def test_disguises_are_seen_through(text: str, words: str) -> None:
    flags = flags_in(text, "en", IN_PAKISTAN)
    assert [flag.words for flag in flags] == [words]
    assert text[flags[0].start : flags[0].end] == words


def test_a_text_in_a_script_without_capitals_must_be_read() -> None:
    assert notice("I left the ward.") == ""
    assert "must read it" in notice("میں چلا گیا")
    assert "must read it" in notice("I said یار to him")


@given(st.text(alphabet=st.sampled_from("Aa1.@ -(['،گdr/:+\n\u200c\u0301é")))
def test_flags_are_in_order_apart_and_true_to_the_text(text: str) -> None:
    for setting in (NOTHING, Setting(country="PK", names=("ga = گ",), decided=frozenset({"a"}))):
        flags = flags_in(text, "ur", setting)
        for flag in flags:
            assert flag.words == text[flag.start : flag.end] != ""
            assert flag.rule in RULES
        for before, after in pairwise(flags):
            assert before.end <= after.start


@given(st.sampled_from(EDITED.splitlines() + NOISY.splitlines()))
def test_a_text_with_every_flag_replaced_passes(line: str) -> None:
    text = re.sub("[{}]", "", line)
    for _ in range(3):
        for flag in reversed(flags_in(text, "en", IN_PAKISTAN)):
            text = text[: flag.start] + flag.suggestion + text[flag.end :]
    assert flags_in(text, "en", IN_PAKISTAN) == ()


def marked(line: str) -> tuple[str, list[tuple[int, int]]]:
    """Take the braces out of a sentence, and say where they stood."""
    text, spans = "", []
    for at, part in enumerate(re.split("[{}]", line)):
        if at % 2:
            spans.append((len(text), len(text) + len(part)))
        text += part
    return text, spans


def missed(lines: str, language: str) -> Iterator[str]:
    """Give what is marked in sentences and not wholly flagged as an error."""
    for line in lines.splitlines():
        text, spans = marked(line)
        flags = flags_in(text, language, IN_PAKISTAN)
        covered = {at for flag in flags if is_error(flag) for at in range(flag.start, flag.end)}
        for start, end in spans:
            if any(text[at].isalnum() and at not in covered for at in range(start, end)):
                yield text[start:end]


def is_error(flag: Flag) -> bool:
    return RULES[flag.rule].level == "error"


@pytest.mark.parametrize(
    ("lines", "language"), [(EDITED, "en"), (NOISY, "en"), (URDU, "ur"), (PASHTO, "ps")]
)
def test_what_is_marked_in_sentences_is_flagged(lines: str, language: str) -> None:
    assert list(missed(lines, language)) == []


def test_sentences_that_name_nobody_are_not_flagged() -> None:
    flags = {
        text: told
        for text in CLEAN.splitlines()
        if (told := found(text, "ur" if re.search("[\u0600-\u06ff]", text) else "en", IN_PAKISTAN))
    }
    assert flags == {}


def test_lists_of_words_do_not_contradict_each_other() -> None:
    names = listed("names") | listed("towns")
    for words in (
        "function",
        "spoken",
        "public",
        "peoples",
        "roles",
        "names-and-words",
        "acronyms",
    ):
        assert names & listed(words) == set(), words
    assert listed("names-arabic-script") & listed("ordinary-arabic-script") == set()
    assert all(phrase_of(word) for word in names)


def test_a_dictionary_keeps_names_and_words_apart() -> None:
    for word in (
        "humiliated",
        "colour",
        "paediatrics",
        "they've",
        "don't",
        "gaslighting",
        "lockdown",
    ):
        assert is_ordinary(word, "en"), word
    for word in ("imran", "fatima", "peter", "lahore", "khan", "qazdan"):
        assert not is_ordinary(word, "en"), word
    assert is_ordinary("gestern", "de")
    assert not is_ordinary("gestern", "en")
