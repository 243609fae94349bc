"""Which words of the study name a record, a facet or its values, as translations know them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from ..model import About, Record, Session
from ..model.kinds import BY_RECORD
from .facets import ASKED, ATTRIBUTE, FRAMEWORK, Facet, Value
from .translated import STUDY, NamedWords, level_field
from .views import Findings

_NEVER_TRANSLATED: Final[NamedWords] = (None, "")


def words_of_record(record: Record | None, field: str = "") -> NamedWords | None:
    """Give the words of a field of a record, by what it is called where none is named.

    None where they are the site's own. No record: words of the study that are never translated.
    """
    match record:
        case None:
            return _NEVER_TRANSLATED
        case About():
            return STUDY, field
        case Session(label=None) if field in ("", "label"):
            # It is named by its kind.
            return None
    return getattr(record, "id", None), field or BY_RECORD[type(record)].called_by


def words_of_facet(facet: Facet) -> NamedWords | None:
    """Give the words that name a facet; None where they are the site's own."""
    if facet.name.startswith(ATTRIBUTE):
        return facet.name.removeprefix(ATTRIBUTE), "label"
    return _NEVER_TRANSLATED if facet.name.startswith(FRAMEWORK) else None


def words_of_value(findings: Findings, facet: Facet, value: Value) -> NamedWords | None:
    """Give the words that name a value of a facet; None where they are the site's own."""
    study = findings.study
    records: dict[str, Mapping[str, Record]] = {
        "theme": study.themes_by_id,
        "group": study.groups_by_id,
        "site": study.sites_by_id,
        "session": study.sessions_by_id,
        ASKED: study.questions_by_id,
    }
    if facet.name in records:
        return words_of_record(records[facet.name][value.key])
    if facet.name.startswith(ATTRIBUTE):
        return facet.name.removeprefix(ATTRIBUTE), level_field(value.key)
    return _NEVER_TRANSLATED if facet.name.startswith(FRAMEWORK) else None
