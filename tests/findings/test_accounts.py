"""The account of a theme: what it holds in which order, and whose quotations are withheld."""

from __future__ import annotations

from typing import Any

from shapes import quotation, study_of, theme

from study_findings.findings.accounts import Account, account_of
from study_findings.findings.views import Findings
from study_findings.privacy.publishable import publishable


def account(whole: Any, *quotations: Any) -> Account:
    findings = Findings(publishable(study_of(themes=[whole], quotations=quotations)))
    return account_of(findings, findings.themes_in_order[0])


def inner(id_: str, **more: Any) -> dict[str, Any]:
    return {"id": id_, "title": id_, **more}


def told(found: Account) -> list[str]:
    return [part.strip() if isinstance(part, str) else part.id for part in found.parts]


def withheld(found: Account) -> dict[str, bool]:
    """Map the ids of a theme and all inside it to whether their quotations are withheld."""
    said = {found.theme.id: found.is_withheld}
    for part in found.inner:
        said |= withheld(part)
    return said


def test_a_quotation_stands_where_it_is_placed_and_the_others_after() -> None:
    whole = theme("a", narrative="Before.\n\n [[ q2 ]]\n\nAfter.", subthemes=[inner("b")])
    found = account(whole, quotation("q1", "a"), quotation("q2", "a"), quotation("q3", "b"))
    assert told(found) == ["Before.", "q2", "After.", "q1"]
    assert told(found.inner[0]) == ["q3"]


def test_what_is_placed_stands_there_once_and_what_is_withdrawn_nowhere() -> None:
    narrative = "[[q3]]\n\nThen.\n\n[[q1]]\n\n[[gone]]\n\nLast.\n\n[[q2]]"
    quotations = [quotation(f"q{n}", "a") for n in (1, 2, 3, 4)]
    gone = {"id": "gone", "withdrawn": {"on": "2026-01-15"}}
    found = account(theme("a", narrative=narrative), *quotations, gone)
    assert told(found) == ["q3", "Then.", "q1", "Last.", "q2", "q4"]


def test_a_quotation_of_two_themes_stands_in_the_inner_one() -> None:
    whole = theme("a", subthemes=[inner("b", subthemes=[inner("c")])])
    found = account(whole, quotation("q1", "a", "b"), quotation("q2", "c", "a"))
    assert (told(found), told(found.inner[0])) == ([], ["q1"])
    assert told(found.inner[0].inner[0]) == ["q2"]


def test_what_a_theme_places_of_its_subtheme_stands_in_both() -> None:
    whole = theme("a", narrative="[[q1]]\n\nSo they say.", subthemes=[inner("b")])
    found = account(whole, quotation("q1", "a", "b"))
    assert (told(found), told(found.inner[0])) == (["q1", "So they say."], ["q1"])


def test_a_theme_withholds_nothing_unless_it_says_so() -> None:
    assert withheld(account(theme("a", subthemes=[inner("b")]))) == {"a": False, "b": False}


def test_what_a_theme_withholds_its_subthemes_withhold_at_any_depth() -> None:
    b = inner("b", withheld="They asked us to.", subthemes=[inner("c", subthemes=[inner("d")])])
    whole = theme("a", subthemes=[b, inner("e")])
    assert withheld(account(whole)) == {"a": False, "b": True, "c": True, "d": True, "e": False}
