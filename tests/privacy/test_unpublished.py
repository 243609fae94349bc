"""What the leak check takes for published on purpose is what pages and downloads say."""

from __future__ import annotations

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from study_findings.findings.views import Findings
from study_findings.model import About, Clearance, Group, Original, Quotation, Study, Turn
from study_findings.privacy.publishable import publishable
from study_findings.privacy.unpublished import cleared_texts

WORDS = st.text("ab [].", min_size=1).filter(str.strip)
TURNS = st.lists(st.builds(Turn, speaker=WORDS, text=WORDS), min_size=1).map(tuple)
SAID = st.one_of(
    st.fixed_dictionaries({"text": WORDS}),
    st.fixed_dictionaries({"turns": TURNS}),
)


@given(SAID, SAID)
def test_cleared_words_are_those_that_cards_show(
    said: dict[str, object], original: dict[str, object]
) -> None:
    quotation = Quotation.model_validate(
        {
            "id": "q001",
            "cleared": Clearance(by="AB", on=date(2026, 1, 1)),
            "original": Original.model_validate({"language": "ur", **original}),
            **said,
        }
    )
    groups = (Group(id="a", label="As", singular="A"),)
    about = About(title="A", licence="CC0-1.0", gist="G", summary="S", groups=groups)
    study = Study(about=about, quotations=(quotation,))
    (card,) = Findings(publishable(study)).cards
    assert {card.plain_text, card.original_text} <= set(cleared_texts(study))
