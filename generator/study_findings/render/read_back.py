"""A private page, in one file, on which a participant reads their words and says what becomes of
them: on paper, or on a telephone without a network.
"""

from __future__ import annotations

from base64 import b64encode
from hashlib import sha256
from typing import Final

from markupsafe import Markup

from ..findings.composed import Composed
from ..findings.own_words import OwnWords
from ..findings.views import Findings
from ..privacy.packs import READ_BACK, marked
from ..project.site import Settings
from .assets import in_language, read_back_script, read_back_stylesheet, stylesheet
from .environment import study_environment

POLICY: Final = (
    "default-src 'none'; style-src '{}'; script-src '{}'; img-src data:; base-uri 'none'; "
    "form-action 'none'"
)


def page(findings: Findings, words: OwnWords, settings: Settings, study: str) -> bytes:
    """Write the page as HTML, UTF-8, in the language of the findings.

    It loads nothing and sends nothing: its policy lets only its own style and script run. `study`
    is what answers name the study by.
    """
    style = Markup("{}{}").format(Markup(stylesheet()), Markup(read_back_stylesheet()))
    script = Markup(in_language(read_back_script(), findings.say))
    environment = study_environment(findings, settings, Composed(findings), ())
    html = environment.get_template("read_back.html").render(
        words=words,
        study_token=study,
        style=style,
        script=script,
        policy=POLICY.format(_source(style), _source(script)),
        href=str,
        alternatives=(),
    )
    return marked(html.encode(), READ_BACK)


def _source(text: str) -> str:
    """Name an inline style or script by its digest, as a policy does."""
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
