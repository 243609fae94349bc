"""A theme's page in rows: narrative with quotations where they are placed, each printed once."""

from __future__ import annotations

from typing import Any

import pytest
from shapes import quotation, study_of, theme

from study_findings.findings.theme_rows import (
    MOST_OF_SECTION,
    MOST_PLACED,
    PlacedVoice,
    Section,
    ThemeRows,
    rows_of,
)
from study_findings.findings.views import Findings
from study_findings.privacy.publishable import publishable

# A claim of its own keeps voices from being lifted to the top of the page.
CLAIM = {"id": "c", "says": "So it is.", "rests_on": ["q0"]}


def rows(themes: list[Any], *quotations: Any) -> ThemeRows:
    found = Findings(publishable(study_of(themes=themes, quotations=quotations)))
    return rows_of(found, found.themes_in_order[0])


def laid_out(themes: list[Any], *quotations: Any) -> Section:
    """Lay out a page whose first theme claims something of a quotation apart."""
    first, *others = themes
    claimed = {**first, "claims": [CLAIM]}
    return rows([claimed, *others], quotation("q0", first["id"]), *quotations).section


def block(part: str | PlacedVoice) -> str:
    """Write prose as it is, a quotation as its id, in brackets where it is only pointed to."""
    if isinstance(part, str):
        return part.strip()
    return part.card.id if part.is_printed else f"({part.card.id})"


def written(section: Section) -> list[str]:
    return [block(part) for part in section.blocks]


def beside(section: Section) -> list[str]:
    return [block(part) for part in section.against]


def printed(section: Section) -> list[str]:
    """List the ids that a section and those inside it print."""
    parts = [p for row in section.claims for p in (*row.voices, *row.against)]
    parts += [p for p in (*section.blocks, *section.against) if isinstance(p, PlacedVoice)]
    own = [p.card.id for p in parts if p.is_printed]
    return own + [id_ for inner in section.sections for id_ in printed(inner)]


def test_a_quotation_stands_where_its_line_is_and_the_others_after() -> None:
    narrative = "Before.\n\n  [[q2]]  \n\nBetween.\n\n[[ q1 ]]\n\nAfter."
    section = laid_out(
        [theme("a", narrative=narrative)],
        quotation("q1", "a"),
        quotation("q2", "a"),
        quotation("q3", "a"),
    )
    assert written(section) == ["Before.", "q2", "Between.", "q1", "After.", "q3"]


def test_only_a_line_of_its_own_places_a_quotation() -> None:
    section = laid_out([theme("a", narrative="See [[q1]] here.")], quotation("q1", "a"))
    assert written(section) == ["See [[q1]] here.", "q1"]


def test_a_quotation_of_another_theme_may_be_placed() -> None:
    section = laid_out([theme("a", narrative="[[q1]]"), theme("b")], quotation("q1", "b"))
    assert written(section) == ["q1"]


def test_a_quotation_is_printed_once_and_pointed_to_elsewhere() -> None:
    inner = {"id": "b", "title": "B", "narrative": "[[q1]]"}
    section = laid_out(
        [theme("a", narrative="[[q1]]\n\n[[q1]]", subthemes=[inner])], quotation("q1", "a")
    )
    assert written(section) == ["q1", "(q1)"]
    assert written(section.sections[0]) == ["(q1)"]


def test_a_withdrawn_quotation_leaves_no_place() -> None:
    section = laid_out(
        [theme("a", narrative="Words.\n\n[[q1]]")], {"id": "q1", "withdrawn": {"on": "2026-01-01"}}
    )
    assert written(section) == ["Words."]


def test_a_quotation_that_names_a_subtheme_too_stands_there() -> None:
    inner = {"id": "b", "title": "B"}
    section = laid_out([theme("a", subthemes=[inner])], quotation("q1", "a", "b"))
    assert (written(section), written(section.sections[0])) == ([], ["q1"])


def test_headings_go_no_deeper_than_html_has() -> None:
    deep: dict[str, object] = {"id": "t8", "title": "T8"}
    for number in range(7, 1, -1):
        deep = {"id": f"t{number}", "title": f"T{number}", "subthemes": [deep]}
    section = laid_out([theme("t1", subthemes=[deep])])
    levels = []
    while section.sections:
        (section,) = section.sections
        levels.append(section.level)
    assert levels == [2, 3, 4, 5, 6, 6, 6]


def test_a_claim_has_its_voices_beside_it_and_nothing_is_lifted() -> None:
    claim = {"id": "c", "says": "So it is.", "rests_on": ["q2"], "against": ["q1"]}
    page = rows(
        [theme("a", claims=[claim], subthemes=[{"id": "b", "title": "B"}])],
        quotation("q1", "b"),
        quotation("q2", "b"),
    )
    assert (page.opening.voice, page.opening.against) == (None, None)
    (row,) = page.section.claims
    assert [p.card.id for p in (*row.voices, *row.against)] == ["q2", "q1"]
    assert [p.mark for p in (*row.voices, *row.against)] == ["for", "against"]
    (inner,) = page.section.sections
    assert written(inner) == ["(q1)", "(q2)"]


def test_what_is_lifted_to_the_top_is_pointed_to_where_it_belongs() -> None:
    page = rows(
        [theme("a", narrative="Words.\n\n[[q1]]")],
        quotation("q1", "a", exemplar=True),
        quotation("q2", "a", stance="diverges"),
    )
    assert page.opening.voice is not None
    assert page.opening.against is not None
    assert (page.opening.voice.card.id, page.opening.against.card.id) == ("q1", "q2")
    assert written(page.section) == ["Words.", "(q1)"]
    assert beside(page.section) == ["(q2)"]


def test_those_against_stand_beside_the_others_and_before_reservations() -> None:
    section = laid_out(
        [theme("a")],
        quotation("q1", "a", stance="nuances"),
        quotation("q2", "a", stance="diverges"),
        quotation("q3", "a", stance="confirms"),
    )
    assert (written(section), beside(section)) == (["q3"], ["q2", "q1"])
    assert (section.has_own, section.has_against) == (True, True)


def test_a_reservation_is_not_against_and_a_theme_may_have_nothing_of_its_own() -> None:
    inner = {"id": "b", "title": "B"}
    section = laid_out([theme("a", subthemes=[inner])], quotation("q1", "b", stance="nuances"))
    (below,) = section.sections
    assert (section.theme.id, below.theme.id) == ("a", "b")
    assert (beside(below), below.has_own, below.has_against) == (["q1"], True, False)
    # What it claims of a quotation is its own too.
    assert (section.has_own, section.has_against, section.number) == (True, False, 2)
    bare = rows([theme("a", narrative="Words.", subthemes=[inner])], quotation("q1", "b")).section
    assert (bare.has_own, bare.has_against, bare.is_cut, bare.beyond) == (False, False, False, ())
    assert written(bare) == ["Words."]


def test_those_against_have_a_third_of_a_section_and_others_the_rest() -> None:
    against = [quotation(f"a{n}", "a", stance="diverges") for n in range(5)]
    others = [quotation(f"o{n}", "a") for n in range(9)]
    section = laid_out([theme("a")], *against, *others)
    assert beside(section) == ["a0", "a1", "a2"]
    assert written(section) == [f"o{n}" for n in range(7)]
    assert section.beyond == ("a3", "a4", "o7", "o8")
    assert section.is_cut


@pytest.mark.parametrize(
    ("placed", "against", "others"),
    [(5, 3, 2), (7, 3, 1), (8, 2, 1), (9, 1, 1), (10, 1, 1), (12, 1, 1)],
)
def test_what_authors_place_takes_room_from_the_others_but_for_one_of_each(
    placed: int, against: int, others: int
) -> None:
    lines = [f"[[p{n}]]" for n in range(placed)]
    # A line that points to what stands above takes no room.
    narrative = "\n\n".join([*lines, "[[p0]]"])
    section = laid_out(
        [theme("a", narrative=narrative)],
        *(quotation(f"p{n}", "a") for n in range(placed)),
        *(quotation(f"a{n}", "a", stance="diverges") for n in range(5)),
        *(quotation(f"o{n}", "a") for n in range(5)),
    )
    above = [*(f"p{n}" for n in range(placed)), "(p0)"]
    assert written(section) == [*above, *(f"o{n}" for n in range(others))]
    assert beside(section) == [f"a{n}" for n in range(against)]


def test_a_claim_points_to_what_another_claim_has_printed_and_has_ten_of_each() -> None:
    ids = [f"q{n:02}" for n in range(12)]
    claims = [
        {"id": "c1", "says": "So it is.", "rests_on": ids, "against": [f"{id_}x" for id_ in ids]},
        {"id": "c2", "says": "And so.", "rests_on": [ids[0], "z"]},
    ]
    every = [quotation(id_, "a") for id_ in (*ids, *(f"{id_}x" for id_ in ids), "z")]
    section = rows([theme("a", claims=claims)], *every).section
    first, second = section.claims
    assert (first.view.claim.id, second.view.claim.id) == ("c1", "c2")
    assert [block(part) for part in first.voices] == ids[:10]
    assert [block(part) for part in first.against] == [f"{id_}x" for id_ in ids[:10]]
    assert [block(part) for part in second.voices] == [f"({ids[0]})", "z"]
    assert {part.mark for part in first.against} == {"against"}
    assert [part.mark for part in second.voices] == ["for", "for"]
    # The others stand below, as what no claim has printed.
    assert (written(section), beside(section)) == (ids[10:], [f"{id_}x" for id_ in ids[10:]])


def test_what_one_section_had_no_room_for_is_printed_by_none_below() -> None:
    inner = {"id": "b", "title": "B", "narrative": "[[o9]]\n\n[[o9]]"}
    others = [quotation(f"o{n}", "a") for n in range(11)]
    section = laid_out([theme("a", subthemes=[inner])], *others)
    assert section.beyond == ("o10",)
    (below,) = section.sections
    assert written(below) == ["(o9)", "(o9)"]
    far = laid_out([theme("a", subthemes=[{**inner, "narrative": "[[o10]]"}])], *others).sections[0]
    (pointed,) = far.blocks
    assert isinstance(pointed, PlacedVoice)
    assert (pointed.card.id, pointed.mark) == ("o10", "")
    assert (pointed.is_printed, pointed.is_on_page) == (False, False)
    # It is cut off there too, and has its anchor once.
    assert (far.is_cut, far.beyond, far.has_own) == (True, (), True)


def test_what_stands_above_is_on_the_page() -> None:
    section = laid_out([theme("a", narrative="[[q1]]\n\n[[q1]]")], quotation("q1", "a"))
    placed = [part for part in section.blocks if isinstance(part, PlacedVoice)]
    assert [(part.is_printed, part.is_on_page) for part in placed] == [(True, True), (False, True)]


def test_each_voice_bears_its_mark_wherever_it_stands() -> None:
    section = laid_out(
        [theme("a", narrative="[[q1]]\n\n[[q4]]\n\n[[q1]]"), theme("b")],
        quotation("q1", "a", stance="diverges"),
        quotation("q2", "a", stance="confirms"),
        quotation("q3", "a", stance="nuances"),
        quotation("q4", "b", stance="confirms"),
    )
    placed = (part for part in (*section.blocks, *section.against) if not isinstance(part, str))
    assert [(part.card.id, part.mark) for part in placed] == [
        ("q1", "against"),
        ("q4", ""),
        ("q1", "against"),
        ("q2", "for"),
        ("q3", "reservation"),
    ]


def test_a_theme_around_withholds_the_quotations_of_those_inside() -> None:
    inner = {"id": "b", "title": "B"}
    page = rows([theme("a", withheld="Somebody could be known.", subthemes=[inner])])
    assert (page.section.is_withheld, page.section.sections[0].is_withheld) == (True, True)
    assert not laid_out([theme("a")]).is_withheld


INNER = {"id": "b", "title": "B"}


@pytest.mark.parametrize(
    ("more", "quoted", "is_empty"),
    [
        ({}, (), True),
        ({"narrative": "So it was."}, (), False),
        ({}, (quotation("q1", "a"),), False),
        ({}, (quotation("q1", "a", stance="diverges"),), False),
        ({"claims": [{**CLAIM, "rests_on": ["q1"]}]}, (quotation("q1", "a"),), False),
        ({"subthemes": [INNER]}, (), False),
        ({"withheld": "Somebody could be known."}, (), False),
    ],
)
def test_a_section_is_empty_where_nothing_is_heard_in_it_and_nothing_says_why(
    more: dict[str, Any], quoted: tuple[Any, ...], is_empty: bool
) -> None:
    assert rows([theme("a", **more)], *quoted).section.is_empty is is_empty


@pytest.mark.parametrize("number", [9, 10, 11, 200])
def test_at_most_ten_voices_a_section_and_all_others_keep_an_anchor(number: int) -> None:
    stances = ("confirms", "diverges", None)
    quotations = [quotation(f"q{n}", "a", stance=stances[n % 3]) for n in range(1, number)]
    section = laid_out([theme("a")], *quotations)
    assert section.number == number
    assert len(printed(section)) <= MOST_OF_SECTION + 1
    assert sorted([*printed(section), *section.beyond]) == sorted(f"q{n}" for n in range(number))
    assert section.is_cut == bool(section.beyond)


def test_what_authors_place_is_printed_up_to_a_number_and_then_pointed_to() -> None:
    number = MOST_PLACED + 3
    narrative = "\n\n".join(f"[[q{n}]]" for n in range(1, number + 1))
    quotations = [quotation(f"q{n}", "a") for n in range(1, number + 1)]
    section = laid_out([theme("a", narrative=narrative)], *quotations)
    placed = [part for part in section.blocks if isinstance(part, PlacedVoice)]
    # One more is printed beside the claim.
    assert sum(part.is_printed for part in placed) == MOST_PLACED - 1
    assert [part.is_printed for part in placed[-4:]] == [False] * 4
    assert [part.is_on_page for part in placed[-4:]] == [False] * 4


@pytest.mark.parametrize(
    ("others", "each"), [(4, 10), (5, 10), (6, 8), (11, 5), (29, 2), (59, 1), (99, 1)]
)
def test_sections_share_out_sixty_voices_and_have_one_at_least(others: int, each: int) -> None:
    # One section is that of the theme itself; those without quotations take no share.
    named = [{"id": f"s{n}", "title": f"S{n}"} for n in range(others)]
    bare = [{"id": f"e{n}", "title": f"E{n}"} for n in range(9)]
    quotations = [quotation(f"q{n}x{m}", f"s{n}") for n in range(others) for m in range(12)]
    section = laid_out([theme("a", subthemes=[*named, *bare])], *quotations)
    assert {len(written(inner)) for inner in section.sections[:others]} == {each}


def test_a_page_of_many_sections_prints_fewer_in_each() -> None:
    inner = [{"id": f"s{n}", "title": f"S{n}"} for n in range(40)]
    quotations = [quotation(f"q{n}", f"s{n % 40}") for n in range(1, 1200)]
    section = laid_out([theme("a", subthemes=inner)], *quotations)
    assert len(printed(section)) <= 41
    assert all(printed(part) for part in section.sections)
    anchored = [*printed(section), *(id_ for part in section.sections for id_ in part.beyond)]
    assert len(anchored) == len(set(anchored)) == 1200
