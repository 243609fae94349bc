"""A word of Urdu that is built of two parts of a name is told by how much stands beside a part."""

from __future__ import annotations

import pytest

from study_findings.privacy.gate.gate_text import GateText, Setting
from study_findings.privacy.gate.titles import is_named_in_arabic


@pytest.mark.parametrize(
    ("word", "is_name"),
    [
        ("نجمالدین", True),
        ("جمالدین", False),
        ("کرمزاد", True),
        ("عالم", False),
        ("میرعالم", True),
        ("میرعال", False),
        ("میر", False),
        ("ماشااللہ", False),
    ],
)
def test_a_weak_title_stands_before_a_built_name_alone(word: str, is_name: bool) -> None:
    (told,) = GateText(word, "ur", Setting()).words
    assert is_named_in_arabic(told, "weak") is is_name
