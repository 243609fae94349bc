"""What holds of any two studies: nothing changed is nothing said, and backwards is the opposite."""

from __future__ import annotations

from typing import Any

import pytest
from changed import CLAIM, MESSAGES, said, state, withdrawn
from hypothesis import given
from hypothesis import strategies as st
from loading import load_study
from shapes import PACKAGE, ROOT, relates, theme

from study_findings.changes.change import Comparison
from study_findings.changes.comparing import compare
from study_findings.changes.diff_formats import FORMATS
from study_findings.model import Study
from study_findings.model.kinds import records_of
from study_findings.model.readable import readable_texts
from study_findings.privacy.publishable import PublicStudy, publishable
from study_findings.text.folding import words_of

PIECES = ("time is short", "nobody waits", "zqone", "zqtwo", "zqthree", "she asked me")
WORDS = st.lists(st.sampled_from(PIECES), min_size=1, max_size=3).map(" and ".join)
QUOTED = ("q1", "q2", "q3", "q4")
OWN = {
    "own": ROOT / "themes_data",
    "full": ROOT / "tests" / "studies" / "full" / "themes_data",
    "starter": PACKAGE / "editing" / "starter" / "themes_data",
}


@st.composite
def studies(draw: st.DrawFn) -> Study:
    """Draw a study of a few themes, claims, messages, relations and quotations."""
    themes = draw(st.lists(st.sampled_from(["t1", "t2", "t3"]), unique=True, min_size=1))
    quotations: list[dict[str, Any]] = []
    for id_ in draw(st.lists(st.sampled_from(QUOTED), unique=True)):
        if draw(st.booleans()):
            stance = draw(st.sampled_from([None, "confirms", "diverges"]))
            text, about = draw(WORDS), draw(st.sampled_from(themes))
            quotations.append(said(id_, about, text=text, stance=stance))
        else:
            quotations.append(withdrawn(id_))
    shown = [record["id"] for record in quotations if "text" in record]
    claims = [{**CLAIM, "says": draw(WORDS), "rests_on": shown[:1], "against": []}]
    has_claim = bool(shown) and draw(st.booleans())
    records = [
        theme(
            id_,
            draw(WORDS),
            gist=draw(WORDS),
            claims=claims if has_claim and id_ == themes[0] else [],
            related=relates((draw(WORDS), other)) if (other := themes[-1]) != id_ else [],
        )
        for id_ in themes
    ]
    messages = MESSAGES if has_claim and draw(st.booleans()) else []
    return state({"key_messages": messages}, themes=records, quotations=quotations)


def changed(old: Study, new: Study) -> Comparison:
    return compare(publishable(old), publishable(new))


def came_and_went(found: Comparison) -> tuple[set[tuple[str, str]], set[tuple[str, str]]]:
    """Give the records that are new, and those that are gone or withdrawn."""
    new = {(c.noun, c.id) for c in found.changes if c.what == "new"}
    return new, {(c.noun, c.id) for c in found.changes if c.what in ("gone", "withdrawn")}


@pytest.mark.parametrize("name", OWN)
def test_a_study_compared_with_itself_says_nothing(name: str) -> None:
    public = publishable(load_study(OWN[name]))
    again = publishable(load_study(OWN[name]))
    assert compare(public, again).changes == ()


@given(studies())
def test_any_study_compared_with_itself_says_nothing(study: Study) -> None:
    found = changed(study, study.model_copy())
    assert found.changes == ()
    assert all(not figure.has_changed for figure in found.figures)


@given(studies(), studies())
def test_what_is_public_and_differs_is_never_left_unsaid(old: Study, new: Study) -> None:
    one, other = publishable(old), publishable(new)
    fields = (*Study.model_fields, *(set(PublicStudy.model_fields) - set(Study.model_fields)))
    is_same = all(getattr(one, name) == getattr(other, name) for name in fields)
    assert (changed(old, new).changes == ()) == is_same


@given(studies(), studies())
def test_backwards_what_came_went(old: Study, new: Study) -> None:
    def shown(study: Study) -> set[tuple[str, str]]:
        """Name every record that readers see, tombstones apart."""
        return {
            (kind.noun, record.id)  # type: ignore[attr-defined]
            for kind, record in records_of(publishable(study))
            if kind.noun != "study" and not getattr(record, "withdrawn", None)
        }

    def of_records(found: Comparison) -> tuple[set[tuple[str, str]], ...]:
        return tuple({k for k in keys if k[0] != "relation"} for keys in came_and_went(found))

    there, back = changed(old, new), changed(new, old)
    came, went = of_records(there)
    was, now = shown(old), shown(new)
    assert came == now - was
    # A tombstone that only one of the two has is told as well.
    assert was - now <= went
    both = (*old.quotations, *new.quotations)
    tombstones = {("quotation", q.id) for q in both if q.withdrawn}
    assert went - (was - now) <= tombstones
    returned, left = of_records(back)
    assert returned == was - now
    assert came <= left


def said_in(study: PublicStudy) -> set[str]:
    """Give the telling words of a study's quotations."""
    return {word for q in study.published for word in words_of(q.text or "") if "zq" in word}


@given(studies(), studies(), studies())
def test_no_word_of_a_quotation_is_said_that_is_not_public_today(
    old: Study, new: Study, today: Study
) -> None:
    shown = publishable(today)
    for now, found in (
        (publishable(new), changed(old, new)),
        (shown, compare(publishable(old), publishable(new), shown)),
    ):
        quoted = said_in(publishable(old)) | said_in(publishable(new))
        texts = (
            r.text
            for record in (now.about, *now.themes, *now.quotations)
            for r in readable_texts(record)
        )
        public = {word for text in texts for word in words_of(text)}
        for write in FORMATS.values():
            assert not quoted & set(words_of(write(found, "one", "other"))) - public


@given(studies(), studies(), st.sampled_from(sorted(FORMATS)))
def test_every_format_can_say_every_change(old: Study, new: Study, form: str) -> None:
    found = changed(old, new)
    assert FORMATS[form](found, "one", "other").strip()
