"""What is known of a participant, and how rare it is, in plain words for the study's team."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from ..language import SOURCE_LANGUAGE, interface_for
from ..model import Study
from .known import ATTRIBUTE, ATTRIBUTION, GROUP, LANGUAGE, OF_SESSIONS, Known
from .risk import Risk
from .uniques import Names

NOT_TOLD: Final = {
    LANGUAGE: "language: the one that most speak",
    ATTRIBUTION: "attribution: who and where, and no more",
}


def fact(study: Study, person: Known, name: str) -> str:
    """Write a fact with what it is a fact of: `Gender: female`, `when it was: 2026-03`."""
    say = interface_for(SOURCE_LANGUAGE)
    if name not in person.names:
        return NOT_TOLD[name] if name in NOT_TOLD else f"{_noun(study, name)}: not told"
    if name in OF_SESSIONS:
        values = sorted(session[name] for session in person.sessions if name in session)
        if name == "site":
            values = [site.label if (site := study.sites_by_id.get(v)) else v for v in values]
        return f"{_noun(study, name)}: {' and '.join(values)}"
    value = person.facts[name]
    if name == GROUP:
        return f"group: {study.groups_by_id[value].label}"
    if name == LANGUAGE:
        return f"language: {' and '.join(map(say.language_name, value.split()))}"
    if name == ATTRIBUTION:
        return f"words of the attribution: {', '.join(value.split())}"
    return f"{_noun(study, name)}: {value}"


def _noun(study: Study, name: str) -> str:
    labels = {ATTRIBUTE + attribute.id: attribute.label for attribute in study.about.attributes}
    return labels.get(name) or OF_SESSIONS[name]


def facts(study: Study, person: Known, names: Iterable[str]) -> str:
    """Write several facts in one line."""
    return ", ".join(fact(study, person, name) for name in names)


def reason(study: Study, risk: Risk) -> str:
    """Write by what somebody is unique or rare: the first of the smallest sets of facts."""
    if not risk.by:
        return "all of it together"
    sets: list[Names] = list(risk.by)
    return "; or by ".join(facts(study, risk.person, names) for names in sets[:3])


def how_many(alike: int) -> str:
    """Say how many share all that is public of somebody, that person included."""
    sharing = "nobody else shares" if alike == 1 else f"{alike} people share"
    return f"{sharing} all that is public"
