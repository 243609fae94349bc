"""The map of themes: everything the data holds, nothing on top of anything else."""

from __future__ import annotations

import itertools
import re
from html.parser import HTMLParser
from importlib import resources

import pytest
from shapes import HOSTILE, STUDIES, findings, relates, study_named, study_of, theme

from study_findings.findings.views import Findings
from study_findings.model import Study, walk_themes
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import map_column, render_site
from study_findings.render.lettering import width_of, wrapped
from study_findings.render.map_lines import lanes
from study_findings.render.map_parts import Box, ThemeMap
from study_findings.render.theme_map import NARROW, WIDE, Form, theme_map, theme_maps

FORMS = {form.name: form for form in (WIDE, NARROW)}


def meet(one: Box, other: Box) -> bool:
    """Tell whether two rectangles share more than an edge."""
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )


@pytest.fixture(params=[f"{form} · {name}" for form in FORMS for name in STUDIES])
def drawn(request: pytest.FixtureRequest) -> tuple[Study, Form, ThemeMap]:
    form, name = request.param.split(" · ")
    return study_named(name), FORMS[form], theme_map(findings(name), FORMS[form])


def _rows(drawing: ThemeMap) -> list[Box]:
    """List every rectangle that holds text."""
    return [
        *(heading.words.box for heading in drawing.headings),
        *(node.words.box for node in drawing.nodes),
        *(relation.words.box for relation in drawing.relations),
    ]


def test_the_map_has_every_theme_once(drawn: tuple[Study, Form, ThemeMap]) -> None:
    study, _, drawing = drawn
    ids = [node.theme.id for node in drawing.nodes]
    assert sorted(ids) == sorted(node.id for node in walk_themes(study.themes))


def test_the_map_has_every_relation_once(drawn: tuple[Study, Form, ThemeMap]) -> None:
    study, _, drawing = drawn
    found = [(r.source.id, r.word, r.target.id) for r in drawing.relations]
    assert sorted(found) == sorted(
        (node.id, named.relation, named.theme)
        for node in walk_themes(study.themes)
        for named in node.related
    )


def test_no_text_stands_on_other_text(drawn: tuple[Study, Form, ThemeMap]) -> None:
    rows = _rows(drawn[2])
    meeting = [(a, b) for a, b in itertools.combinations(rows, 2) if meet(a, b)]
    assert meeting == []


def test_no_card_stands_on_another(drawn: tuple[Study, Form, ThemeMap]) -> None:
    cards = [card.box for card in drawn[2].cards]
    headings = [heading.words.box for heading in drawn[2].headings]
    assert not [(a, b) for a, b in itertools.combinations([*cards, *headings], 2) if meet(a, b)]


def test_a_theme_stays_in_its_card(drawn: tuple[Study, Form, ThemeMap]) -> None:
    for card in drawn[2].cards:
        for node in card.nodes:
            box = node.words.box
            assert card.box.x <= box.x
            assert box.right <= card.box.right
            assert card.box.y <= box.y
            assert box.bottom <= card.box.bottom


def test_the_map_holds_all_that_is_on_it(drawn: tuple[Study, Form, ThemeMap]) -> None:
    _, form, drawing = drawn
    assert drawing.width == form.width
    for box in (*_rows(drawing), *(card.box for card in drawing.cards)):
        assert box.x >= 0
        assert box.right <= drawing.width
        assert box.bottom <= drawing.height
    for relation in drawing.relations:
        xs = [x for x, _ in (relation.route.start, relation.route.end)]
        assert all(0 <= x <= drawing.width for x in [*xs, relation.route.lane or 0])


def test_lines_of_text_fit_their_boxes(drawn: tuple[Study, Form, ThemeMap]) -> None:
    drawing = drawn[2]
    for node in drawing.nodes:
        size = map_column.INNER if node.depth else map_column.TITLE
        for line in node.words.lines:
            needed = width_of(line.text, size, bold=not node.depth)
            needed += width_of(line.note, map_column.SMALL) + (6 if line.note and line.text else 0)
            start = line.x if line.side == "left" else line.x - needed
            assert node.words.box.x <= start
            assert start + needed <= node.words.box.right
            assert node.words.box.y < line.y < node.words.box.bottom


def test_lines_between_themes_stay_off_the_cards(drawn: tuple[Study, Form, ThemeMap]) -> None:
    drawing = drawn[2]
    edges = {round(edge, 1) for card in drawing.cards for edge in (card.box.x, card.box.right)}
    for relation in drawing.relations:
        route = relation.route
        assert round(route.start[0], 1) in edges
        assert round(route.end[0], 1) in edges
        if route.lane is not None:
            assert not [c for c in drawing.cards if c.box.x <= route.lane <= c.box.right]


def test_targets_are_large_enough_to_touch(drawn: tuple[Study, Form, ThemeMap]) -> None:
    assert all(min(n.words.box.width, n.words.box.height) >= 24 for n in drawn[2].nodes)


def test_lanes_that_overlap_are_apart() -> None:
    spans = [((0, 1), (5, 0)), ((1, 1), (4, 0)), ((2, 1), (2, 2)), ((6, 1), (7, 0))]
    assert lanes(spans) == [2, 1, 0, 0]


def test_a_map_is_drawn_the_same_way_again() -> None:
    assert theme_maps(findings("many")) == theme_maps(findings("many"))


def test_a_study_without_themes_has_no_map() -> None:
    assert theme_maps(Findings(publishable(study_of()))) == ()


def test_an_urdu_study_begins_at_the_right() -> None:
    left, right = theme_map(findings("urdu titles"), WIDE), theme_map(findings("urdu study"), WIDE)
    assert left.headings[0].words.box.x < left.width / 2 < right.headings[0].words.box.x
    assert {line.anchor for node in right.nodes for line in node.words.lines if line.text} == {
        "start"
    }


def test_titles_against_the_direction_of_the_page_hang_from_their_end() -> None:
    drawing = theme_map(findings("urdu titles"), WIDE)
    line = drawing.nodes[0].words.lines[0]
    assert (line.direction, line.anchor) == ("rtl", "end")


def test_strands_and_relations_are_told_in_words() -> None:
    drawing = theme_map(findings("full"), NARROW)
    assert [h.words.lines[0].text for h in drawing.headings] == ["Patients", "Nurses", "Shared"]
    assert drawing.relations[0].words.lines[0].text.startswith("is undone by")
    shared = next(node for node in drawing.nodes if node.theme.id == "known-by-name")
    assert "shared by Patients and Nurses" in shared.name


def test_composed_themes_say_so() -> None:
    drawing = theme_map(findings("full"), WIDE)
    node = next(node for node in drawing.nodes if node.theme.id == "phone-tree")
    assert node.name == "The phone tree, illustrative"
    assert [line.note for line in node.words.lines] == ["illustrative"]


def test_a_relation_across_strands_is_told_apart() -> None:
    study = study_of(
        themes=[
            theme("a", related=relates(("leads to", "b"), ("meets", "c"))),
            theme("b"),
            theme("c", groups=("faculty",)),
        ]
    )
    found = {r.word: r.across for r in theme_map(Findings(publishable(study)), WIDE).relations}
    assert found == {"leads to": False, "meets": True}


def test_words_are_wrapped_and_none_is_lost() -> None:
    assert wrapped("aaaa bbbb cccc", 80, 14) == ("aaaa bbbb", "cccc")
    for text in ("a" * 200, HOSTILE, "e\u0301" * 60):
        lines = wrapped(text, 100, 14)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(width_of(line, 14) <= 100 for line in lines)
        assert not any(line.startswith("\u0301") for line in lines)


class _Page(HTMLParser):
    """Note the links of the drawings and of the list, ids, and what is said of the drawings."""

    def __init__(self) -> None:
        super().__init__()
        self.drawings: list[list[str]] = []
        self.listed: list[str] = []
        self.ids: list[str] = []
        self.named_by: list[str] = []
        self.inside: list[str] = []
        self.colours: list[str] = []
        self.unnamed: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "svg":
            self.drawings.append([])
            self.named_by += [values["aria-labelledby"], values["aria-describedby"]]
        if tag in ("svg", "ul"):
            self.inside.append(tag)
        if self.inside and self.inside[-1] == "svg":
            self.colours += [
                name for name in values if name in ("fill", "stroke", "style", "color")
            ]
            if tag == "a":
                self.drawings[-1].append(values["href"])
                self.unnamed += [] if values.get("aria-label") else [values["href"]]
        elif tag == "a" and self.inside and "data-relation" not in values:
            self.listed.append(values["href"])

    def handle_endtag(self, tag: str) -> None:
        if tag in ("svg", "ul"):
            self.inside.pop()


def _themes_page(study: Study) -> str:
    return render_site(publishable(study), Settings("x")).files["themes/index.md"].decode()


@pytest.mark.parametrize("name", STUDIES)
def test_each_drawing_links_to_what_the_list_has(name: str) -> None:
    page = _Page()
    page.feed(_themes_page(study_named(name)))
    assert len(page.drawings) == 2
    for drawing in page.drawings:
        assert sorted(drawing) == sorted(page.listed)
    assert len(page.listed) == len(walk_themes(study_named(name).themes))


@pytest.mark.parametrize("name", ["own", "full", "hostile"])
def test_the_drawings_are_named_and_leave_colours_to_the_stylesheet(name: str) -> None:
    page = _Page()
    page.feed(_themes_page(study_named(name)))
    assert page.unnamed == []
    assert page.colours == []
    assert len(set(page.ids)) == len(page.ids)
    assert set(page.named_by) <= set(page.ids)


def test_a_title_cannot_write_markup() -> None:
    text = _themes_page(study_named("hostile"))
    assert "<script" not in text
    assert "{{" not in text
    assert "\n\n" not in text.partition("---\n\n")[2]


def test_the_stylesheet_sets_the_sizes_the_layout_reckons_with() -> None:
    css = (resources.files("study_findings.render") / "assets/findings.css").read_text("utf-8")

    def size(selector: str) -> float:
        rules = re.findall(
            rf"(?m)^[^{{]*{re.escape(selector)}[^{{]*{{[^}}]*font-size: (\d+)px", css
        )
        return float(rules[-1])

    assert size(".sf-map text") == map_column.INNER
    assert size(".sf-map-title text") == map_column.TITLE
    assert size(".sf-map-heading text") == map_column.HEADING
    assert size(".sf-map-relation text") == map_column.SMALL


def test_text_is_at_least_twelve_pixels_on_the_smallest_screens() -> None:
    assert 320 / NARROW.width * map_column.SMALL >= 12
    assert (768 - 64 - 15) / WIDE.width * map_column.SMALL >= 12
