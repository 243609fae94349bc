"""Words in round brackets: what somebody did or what was heard, else part of what was said."""

from __future__ import annotations

import pytest

from study_findings.findings.actions import is_action


@pytest.mark.parametrize(
    "done",
    [
        "(laughs)",
        "(Laughing)",
        "( PAUSE )",
        "laughs",
        "(laughs, then goes on)",
        "(all of them laugh)",
        "(long silence.)",
        "(shakes her head)",
        "(Shakes her head slowly)",
        "(the phone rings outside)",
        "(they look down again)",
        "(ہنستے ہوئے)",
        "(وہ سر ہلاتی ہیں)",
        "(خاندي)",
        "(يضحك)",
        "(Lacht)",
        "(elle rit)",
    ],
)
def test_what_somebody_did_is_an_action(done: str) -> None:
    assert is_action(done)


@pytest.mark.parametrize(
    "said",
    [
        "()",
        "( - )",
        "(the first year)",
        "(they laughed at us)",
        "(laughs 3 times)",
        "(3 laughs)",
        "(laughable)",
        "(her head)",
        "(pausenbrot)",
    ],
)
def test_all_else_in_brackets_was_said_or_written(said: str) -> None:
    assert not is_action(said)


def test_five_words_may_tell_of_an_action_and_six_may_not() -> None:
    assert is_action("(she laughs and then coughs)")
    assert not is_action("(she laughs and then also coughs)")
