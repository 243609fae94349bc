"""How the study was done, as a methods section tells it."""

from __future__ import annotations

from .views import Findings


def method_rows(findings: Findings) -> list[tuple[str, str]]:
    """List what the study says of its methods, in the order of a methods section."""
    about, sampling = findings.about, findings.about.sampling
    say = findings.say
    return [
        (say.gettext("Design"), about.design),
        (say.gettext("Setting"), about.setting),
        (say.gettext("Sampling"), sampling.strategy),
        (say.gettext("How participants were approached"), sampling.approach),
        (say.gettext("Refusals and withdrawals"), sampling.refusals),
        (say.gettext("Data saturation"), sampling.saturation),
        (say.gettext("Data collection"), about.collection),
        (say.gettext("Analysis"), about.analysis),
        (say.gettext("Ethics"), about.ethics),
        (say.gettext("Protection of those who took part"), about.protection),
        (say.gettext("Taking words away"), about.removal),
        (say.gettext("Reflexivity"), about.reflexivity),
        (say.gettext("Limitations"), about.limitations),
        (say.gettext("Funding"), about.funding),
        (say.gettext("Conflicts of interest"), about.conflicts),
    ]
