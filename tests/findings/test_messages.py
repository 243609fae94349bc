"""Key messages in pieces: titles in them lead to themes, and what they do not name is told."""

from __future__ import annotations

from typing import Any

import pytest
from shapes import quotation, study_of, theme

from study_findings.findings.messages import Sentence, sentences
from study_findings.findings.views import Findings
from study_findings.model import KeyMessage
from study_findings.privacy.publishable import publishable

CLAIM = {"id": "c1", "says": "Boats lean on one another.", "rests_on": ["q1"]}
THEMES = [
    theme("boats", "Boats", claims=[CLAIM]),
    theme("harbours", "Boats in harbours"),
    theme("keepers", "Keepers", ("faculty",)),
    theme("both", "Tides", ("students", "faculty")),
]


def message(says: str, of: list[Any] = THEMES, **more: Any) -> Sentence:
    study = study_of(themes=of, quotations=[quotation("q1", "boats")])
    told = KeyMessage.model_validate({"id": "m1", "says": says, **more})
    about = study.about.model_copy(update={"key_messages": (told,)})
    (found,) = sentences(Findings(publishable(study.model_copy(update={"about": about}))))
    assert found.message == told
    return found


def pieces(found: Sentence) -> list[tuple[str, str | None]]:
    return [(words.text, words.theme.id if words.theme else None) for words in found.pieces]


def test_a_title_in_a_message_is_its_theme_whatever_its_case() -> None:
    found = message("They told of boats, and of KEEPERS.", themes=["boats", "keepers"])
    assert pieces(found) == [
        ("They told of ", None),
        ("boats", "boats"),
        (", and of ", None),
        ("KEEPERS", "keepers"),
        (".", None),
    ]
    assert found.others == ()


def test_the_longest_title_wins_and_a_part_of_a_word_is_none() -> None:
    found = message("Boats in harbours, boatsmen.", themes=["boats", "harbours"])
    assert pieces(found) == [("Boats in harbours", "harbours"), (", boatsmen.", None)]
    assert [other.id for other in found.others] == ["boats"]


@pytest.mark.parametrize(
    ("title", "says"),
    [("Die Straße", "die STRAßE"), ("ΠΟΛΙΣ", "πολις"), ("Q&A (1+1)", "q&a (1+1)")],
)
def test_a_title_is_found_whatever_its_letters(title: str, says: str) -> None:
    record = {"id": "m1", "says": f"So: {says}!", "themes": ["t"]}
    study = study_of(themes=[theme("t", title)])
    told = KeyMessage.model_validate(record)
    about = study.about.model_copy(update={"key_messages": (told,)})
    (found,) = sentences(Findings(publishable(study.model_copy(update={"about": about}))))
    assert pieces(found) == [("So: ", None), (says, "t"), ("!", None)]


def test_the_longest_title_wins_whatever_the_case_of_others() -> None:
    both = [theme("boats", "boats"), theme("harbours", "Boats in harbours")]
    for of in (both, both[::-1]):
        found = message("Boats in harbours.", of, themes=["boats", "harbours"])
        assert pieces(found) == [("Boats in harbours", "harbours"), (".", None)]


def test_a_message_that_sums_up_nothing_is_not_told() -> None:
    study = study_of(themes=THEMES, quotations=[quotation("q1", "boats")])
    told = KeyMessage.model_validate({"id": "m1", "says": "Nothing is afloat."})
    about = study.about.model_copy(update={"key_messages": (told,)})
    assert sentences(Findings(publishable(study.model_copy(update={"about": about})))) == ()


def test_themes_that_it_does_not_name_are_told_those_of_its_claims_too() -> None:
    found = message("Nothing floats alone.", themes=["keepers"], claims=["c1"])
    assert pieces(found) == [("Nothing floats alone.", None)]
    assert [other.id for other in found.others] == ["keepers", "boats"]


def test_they_are_not_told_where_they_are_all_of_the_study() -> None:
    found = message("All of it.", themes=[record["id"] for record in THEMES])
    assert found.others == ()


def test_it_is_about_a_group_where_its_themes_are_all_of_that_one() -> None:
    own = message("One.", themes=["boats", "harbours"])
    assert (own.group.id if own.group else None, own.colour) == ("students", 1)
    other = message("Two.", themes=["keepers"])
    assert (other.group.id if other.group else None, other.colour) == ("faculty", 2)
    for themes in (["boats", "keepers"], ["both"]):
        assert message("Three.", themes=themes).group is None


def test_a_group_is_named_where_the_study_has_two_strands() -> None:
    found = message("One.", THEMES[::2], themes=["keepers"])
    assert (found.group.id if found.group else None) == "faculty"


def test_no_group_is_named_where_the_study_has_but_one_strand() -> None:
    study = study_of(themes=THEMES[:1], quotations=[quotation("q1", "boats")])
    told = KeyMessage.model_validate({"id": "m1", "says": "One.", "themes": ["boats"]})
    about = study.about.model_copy(update={"key_messages": (told,)})
    (found,) = sentences(Findings(publishable(study.model_copy(update={"about": about}))))
    assert found.group is None
