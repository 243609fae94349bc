"""How the study was done, as a methods section tells it."""

from __future__ import annotations

from typing import NamedTuple

from ..model import Sampling
from .views import Findings


class MethodRow(NamedTuple):
    """Hold what the study says of a part of its methods: its heading, the words, their field."""

    term: str
    value: str
    field: str


def method_rows(findings: Findings) -> list[MethodRow]:
    """List what the study says of its methods, in the order of a methods section."""
    about, sampling = findings.about, findings.about.sampling
    say = findings.say
    terms = {
        "design": say.gettext("Design"),
        "setting": say.gettext("Setting"),
        "strategy": say.gettext("Sampling"),
        "approach": say.gettext("How participants were approached"),
        "refusals": say.gettext("Refusals and withdrawals"),
        "saturation": say.gettext("Data saturation"),
        "collection": say.gettext("Data collection"),
        "analysis": say.gettext("Analysis"),
        "ethics": say.gettext("Ethics"),
        "protection": say.gettext("Protection of those who took part"),
        "removal": say.gettext("Taking words away"),
        "reflexivity": say.gettext("Reflexivity"),
        "limitations": say.gettext("Limitations"),
        "funding": say.gettext("Funding"),
        "conflicts": say.gettext("Conflicts of interest"),
    }
    return [
        MethodRow(
            term, getattr(sampling if field in Sampling.model_fields else about, field), field
        )
        for field, term in terms.items()
    ]
