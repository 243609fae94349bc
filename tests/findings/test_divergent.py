"""The voices that do not fit, gathered on their theme's page."""

from __future__ import annotations

import re

from shapes import quotation, study_of, theme

from study_findings.findings.divergent import BEGINNING, beginning, divergence
from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import render_site

THEMES = [theme("a", subthemes=[{"id": "a1", "title": "A1"}]), theme("b")]


def _study(*quotations: object) -> Study:
    return study_of(themes=THEMES, quotations=quotations)


def _block(study: Study) -> str:
    page = render_site(publishable(study), Settings("x")).files["themes/a/index.md"].decode()
    assert 'href="#divergent_voices"' in page
    return page.partition('id="divergent_voices"')[2].partition("</section>")[0]


def test_voices_are_gathered_by_stance_from_the_theme_and_its_subthemes() -> None:
    study = _study(
        quotation("q1", "a", stance="diverges"),
        quotation("q2", "a1", stance="nuances"),
        quotation("q3", "a1", stance="diverges"),
        quotation("q4", "a", stance="confirms"),
        quotation("q5", "b", stance="diverges"),
    )
    found = divergence(Findings(publishable(study)), study.themes[0])
    assert [voice.card.id for voice in found.diverging] == ["q1", "q3"]
    assert [voice.card.id for voice in found.nuancing] == ["q2"]
    block = _block(study)
    assert re.findall(r'href="(#q\d)"', block) == ["#q1", "#q3", "#q2"]
    assert block.index("#q3") < block.index("Voices that nuance it") < block.index("#q2")


def test_each_link_leads_to_a_card_on_the_same_page() -> None:
    study = _study(
        quotation("q1", "a", "a1", stance="diverges"), quotation("q2", "a1", stance="nuances")
    )
    page = render_site(publishable(study), Settings("x")).files["themes/a/index.md"].decode()
    assert page.count('id="q1"') == page.count('id="q2"') == 1


def test_where_no_voice_diverges_the_page_says_so() -> None:
    words = "No divergent voice is published for this theme."
    assert words in _block(_study())
    assert words in _block(_study(quotation("q1", "a", stance="nuances")))
    assert words not in _block(_study(quotation("q1", "a", stance="diverges")))


def test_composed_voices_say_so() -> None:
    composed = quotation("q1", "a", stance="diverges", provenance="illustrative")
    assert "illustrative" in _block(_study(composed, quotation("q2", "a")))
    assert "illustrative" not in _block(_study(composed)), "the bar says it of all"


def test_an_exchange_begins_with_who_answers() -> None:
    turns = [
        {"speaker": "Interviewer", "text": "Was it so?"},
        {"speaker": "Student A", "text": "No."},
        {"speaker": "Interviewer", "text": "Never?"},
    ]
    study = _study(quotation("q1", "a", stance="diverges", text=None, turns=turns))
    (voice,) = divergence(Findings(publishable(study)), study.themes[0]).diverging
    assert voice.words == "Student A: No. Interviewer: Never?"


def test_a_beginning_ends_after_a_word() -> None:
    assert beginning("Short enough.") == "Short enough."
    long = beginning("word " * 60)
    assert long.endswith("word …")
    assert len(long) <= BEGINNING + 2
    assert beginning("x" * 200) == "x" * BEGINNING + " …"
    just = f"{'x' * (BEGINNING - 4)} one"
    assert beginning(just) == just
    assert beginning(f"{just}s") == f"{'x' * (BEGINNING - 4)} …"
