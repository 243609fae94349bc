"""The codebook's page, and the codes that meet."""

from __future__ import annotations

import re

from shapes import quotation, study_named, study_of, theme

from study_findings.findings.codebook import code_views, pairs
from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable
from study_findings.project.site import NavItem, Settings
from study_findings.render import render_site

CODES = [
    {"id": "time", "label": "Time", "codes": [{"id": "waiting", "label": "Waiting"}]},
    {"id": "place", "label": "Place"},
]


def _study(*quotations: object) -> Study:
    return study_of(
        themes=[
            theme(
                "a",
                codes=["waiting"],
                subthemes=[{"id": "a1", "title": "A1", "codes": ["waiting"]}],
            )
        ],
        codebook=CODES,
        quotations=quotations,
    )


def _page(study: Study) -> str:
    page = render_site(publishable(study), Settings("x")).files["codebook/index.md"].decode()
    text = re.sub(r"&#(\d+);", lambda found: chr(int(found[1])), re.sub(r"<[^>]+>", " ", page))
    return " ".join(text.split())


def _paths(items: tuple[NavItem, ...]) -> list[str | None]:
    return [path for item in items for path in (item.path, *_paths(item.children))]


def test_codes_know_their_themes_and_quotations() -> None:
    study = _study(
        quotation("q1", "a", codes=["waiting"]),
        quotation("q2", "a", codes=["waiting", "time"]),
        quotation("q3", "a", codes=["waiting"], provenance="illustrative"),
    )
    time, place = code_views(Findings(publishable(study)))
    (waiting,) = time.inner
    assert [node.id for node in waiting.themes] == ["a", "a1"]
    assert (waiting.quoted, waiting.illustrative) == (2, 1)
    assert (time.quoted, place.quoted, place.themes) == (1, 0, ())
    assert "Themes: Theme a , A1 · 2 quotations and 1 illustrative quotation" in _page(study)


def test_a_code_inside_another_has_the_heading_below_it() -> None:
    page = render_site(publishable(_study()), Settings("x")).files["codebook/index.md"].decode()
    assert re.findall(r'<h(\d) id="(time|waiting|place)"', page) == [
        ("2", "time"),
        ("3", "waiting"),
        ("2", "place"),
    ]


def test_pairs_of_codes_are_found_whatever_their_order() -> None:
    study = _study(
        quotation("q1", "a", codes=["time", "place"]),
        quotation("q2", "a", codes=["place", "waiting", "time"]),
    )
    assert [
        (p.first.id, p.second.id, [c.id for c in p.cards])
        for p in pairs(Findings(publishable(study)))
    ] == [
        ("time", "place", ["q1", "q2"]),
        ("time", "waiting", ["q2"]),
        ("waiting", "place", ["q2"]),
    ]


def test_a_composed_quotation_is_marked_among_the_pairs() -> None:
    composed = quotation("q1", "a", codes=["time", "place"], provenance="illustrative")
    assert "1: q1 (illustrative)" in _page(_study(composed, quotation("q2", "a")))
    assert "1: q1 (illustrative)" not in _page(_study(composed)), "the bar says it of all"


def test_codes_that_never_meet_are_said_not_to() -> None:
    study = _study(quotation("q1", "a", codes=["time"]))
    assert "No quotation on this site carries two codes." in _page(study)


def test_without_codes_on_quotations_nothing_is_said_of_their_meeting() -> None:
    assert "Codes that meet" not in _page(_study(quotation("q1", "a")))


def test_definitions_and_published_memos_are_shown() -> None:
    page = _page(study_named("full"))
    for words in ("The announced day and hour", "Mentions of the notice board", "Waiting as such"):
        assert words in page
    assert "Split from time after the third transcript." in page


def test_private_memos_are_not() -> None:
    codes = [{"id": "time", "label": "Time", "memos": [{"text": "Between us."}]}]
    assert "Between us." not in _page(study_of(codebook=codes))


def test_the_page_is_there_only_where_the_study_has_codes() -> None:
    without, with_codes = (
        render_site(publishable(study_named(n)), Settings("x")) for n in ("own", "full")
    )
    assert "codebook/index.md" not in {*without.files, *_paths(without.nav)}
    assert "codebook/index.md" in with_codes.files
    assert "codebook/index.md" in _paths(with_codes.nav)
    assert 'href="../codebook/"' in with_codes.files["study/index.md"].decode()
    assert "codebook/" not in without.files["study/index.md"].decode()
