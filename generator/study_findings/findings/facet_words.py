"""Which words of the study name a facet and its values, as translations know them."""

from __future__ import annotations

from typing import Final

from .facets import ASKED, ATTRIBUTE, FRAMEWORK, Facet, Value
from .translated import Words, level_field
from .views import Findings

# The field that a record is called by, where its id is the value.
CALLED_BY: Final = {"theme": "title", "group": "label", "site": "label", ASKED: "question"}
NEVER_TRANSLATED: Final[Words] = (None, "")


def words_of_facet(facet: Facet) -> Words | None:
    """Give the words that name a facet; None where they are the site's own."""
    if facet.name.startswith(ATTRIBUTE):
        return facet.name.removeprefix(ATTRIBUTE), "label"
    return NEVER_TRANSLATED if facet.name.startswith(FRAMEWORK) else None


def words_of_value(findings: Findings, facet: Facet, value: Value) -> Words | None:
    """Give the words that name a value of a facet; None where they are the site's own."""
    if facet.name in CALLED_BY:
        return value.key, CALLED_BY[facet.name]
    if facet.name == "session":
        # One without a label is named by its kind, in the site's words.
        has_label = findings.study.sessions_by_id[value.key].label
        return (value.key, "label") if has_label else None
    if facet.name.startswith(ATTRIBUTE):
        return facet.name.removeprefix(ATTRIBUTE), level_field(value.key)
    return NEVER_TRANSLATED if facet.name.startswith(FRAMEWORK) else None
