"""The map of themes: each two that relate joined once, nothing on top of anything else."""

from __future__ import annotations

import itertools
import re
from html import unescape
from html.parser import HTMLParser
from importlib import resources

import pytest
from shapes import (
    HOSTILE,
    LONG,
    STUDIES,
    URDU,
    WORD,
    findings,
    relates,
    study_named,
    study_of,
    theme,
)

from study_findings.findings.relations import pairs_of
from study_findings.findings.views import Findings
from study_findings.model import Study, walk_themes
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import map_column, render_site
from study_findings.render.lettering import width_of, wrapped
from study_findings.render.map_lines import lanes
from study_findings.render.map_parts import Box, Route, TextLine, ThemeMap
from study_findings.render.theme_map import MEDIUM, MOST_LINES, WIDE, MapForm, theme_map, theme_maps

FORMS = {form.name: form for form in (WIDE, MEDIUM)}
WITH_MAPS = (
    *("own", "full", "starter", "one strand", "seven strands"),
    *("titles in Urdu", "a study in Urdu", "English in Urdu"),
)
MAPPED = [f"{form} · {name}" for form in FORMS for name in WITH_MAPS]


def titled(title: str, word: str, language: str = "en") -> Study:
    """Make a study of two strands with long titles that face each other."""
    related = relates((word, "c"), (word, "d"))
    themes = [theme("a", title, related=related), theme("b", title, related=relates((word, "a")))]
    themes += [theme(id_, title, ("faculty",)) for id_ in ("c", "d")]
    return study_of(language, themes=themes)


OWN = {
    "titles in Urdu": lambda: titled(URDU, "mirrors"),
    "a study in Urdu": lambda: titled(URDU, "کا عکس ہے", "ur"),
    "English in Urdu": lambda: titled(LONG, "mirrors", "ur"),
}


def made(name: str) -> Study:
    return OWN[name]() if name in OWN else study_named(name)


def meet(one: Box, other: Box) -> bool:
    """Tell whether two rectangles share more than an edge."""
    return (
        one.x < other.right
        and other.x < one.right
        and one.y < other.bottom
        and other.y < one.bottom
    )


def drawn_of(name: str, form: MapForm = WIDE) -> ThemeMap:
    found = theme_map(Findings(publishable(made(name))), form)
    assert found is not None
    return found


@pytest.fixture(params=MAPPED)
def drawn(request: pytest.FixtureRequest) -> tuple[Study, MapForm, ThemeMap]:
    form, name = request.param.split(" · ")
    return made(name), FORMS[form], drawn_of(name, FORMS[form])


def _extent(line: TextLine, size: float, bold: bool) -> tuple[float, float]:
    width = width_of(line.text, size, bold)
    begin = {"left": line.x, "right": line.x - width, "middle": line.x - width / 2}[line.side]
    return begin, begin + width


def _texts(drawing: ThemeMap) -> list[Box]:
    """Give a rectangle around each text, as wide as its letters."""
    sized = [(heading.words, map_column.HEADING, True) for heading in drawing.headings]
    for node in drawing.nodes:
        sized.append(
            (node.words, map_column.INNER if node.depth else map_column.TITLE, not node.depth)
        )
    sized += [(line.words, map_column.LABEL, False) for line in drawing.lines if line.words]
    boxes = []
    for words, size, bold in sized:
        extents = [_extent(line, size, bold) for line in words.lines]
        left, right = min(x for x, _ in extents), max(x for _, x in extents)
        boxes.append(Box(left, words.box.y, right - left, words.box.height))
    return boxes


def test_every_theme_stands_there_once_and_of_those_inside_what_is_joined(
    drawn: tuple[Study, MapForm, ThemeMap],
) -> None:
    study, _, drawing = drawn
    ids = [node.theme.id for node in drawing.nodes]
    assert len(ids) == len(set(ids))
    assert {node.theme.id for node in drawing.nodes if not node.depth} == {
        t.id for t in study.themes
    }
    ends = {end for line in drawing.lines for end in line.ends}
    assert {node.theme.id for node in drawing.nodes if node.depth} <= ends
    assert max(node.depth for node in drawing.nodes) <= 1


def test_each_two_that_relate_are_joined_once(drawn: tuple[Study, MapForm, ThemeMap]) -> None:
    study, _, drawing = drawn
    outer = {t.id: t.id for t in study.themes}
    for top in study.themes:
        for second in top.subthemes:
            outer |= {deep.id: second.id for deep in walk_themes((second,))}
    named = {
        frozenset((outer[node.id], outer[relation.theme]))
        for node in walk_themes(study.themes)
        for relation in node.related
        if outer[node.id] != outer[relation.theme]
    }
    assert len(drawing.lines) == len(named)
    assert {frozenset(line.ends) for line in drawing.lines} == named


def test_every_line_has_its_words(drawn: tuple[Study, MapForm, ThemeMap]) -> None:
    drawing = drawn[2]
    assert all(line.words and line.name for line in drawing.lines)
    for line in drawing.lines:
        assert line.words is not None
        said = " ".join(part.text for part in line.words.lines)
        assert said.split(" · ")[0] in line.name


def test_no_text_stands_on_other_text(drawn: tuple[Study, MapForm, ThemeMap]) -> None:
    boxes = _texts(drawn[2])
    assert not [(a, b) for a, b in itertools.combinations(boxes, 2) if meet(a, b)]


def test_the_map_holds_all_that_is_on_it(drawn: tuple[Study, MapForm, ThemeMap]) -> None:
    _, form, drawing = drawn
    assert drawing.width == form.width
    for box in _texts(drawing):
        assert box.x >= 0
        assert box.right <= drawing.width
        assert box.y >= 0
        assert box.bottom <= drawing.height
    for line in drawing.lines:
        for x, y in _points(line.route):
            assert 0 <= x <= drawing.width
            assert 0 <= y <= drawing.height


def _points(route: Route) -> list[tuple[float, float]]:
    """Give points along a line, close enough to see what it runs over."""
    if route.lane is not None:
        (x1, y1), (x2, y2), lane = route.start, route.end, route.lane
        steps = range(21)
        return [
            *((x1 + (lane - x1) * n / 20, y1) for n in steps),
            *((lane, y1 + (y2 - y1) * n / 20) for n in steps),
            *((x2 + (lane - x2) * n / 20, y2) for n in steps),
        ]
    return [route.at(n / 60) for n in range(61)]


def test_lines_run_over_no_title(drawn: tuple[Study, MapForm, ThemeMap]) -> None:
    drawing = drawn[2]
    titles = _texts(drawing)[: len(drawing.headings) + len(drawing.nodes)]
    for line in drawing.lines:
        for x, y in _points(line.route):
            over = [b for b in titles if b.x < x < b.right and b.y < y < b.bottom]
            assert over == [], line.name


def test_lines_of_text_fit_their_boxes(drawn: tuple[Study, MapForm, ThemeMap]) -> None:
    for node in drawn[2].nodes:
        size = map_column.INNER if node.depth else map_column.TITLE
        for line in node.words.lines:
            left, right = _extent(line, size, bold=not node.depth)
            assert node.words.box.x <= left
            assert right <= node.words.box.right
            assert node.words.box.y < line.y < node.words.box.bottom


def test_lines_end_at_the_dots_or_beside_the_titles(drawn: tuple[Study, MapForm, ThemeMap]) -> None:
    nodes = {node.theme.id: node for node in drawn[2].nodes}
    for line in drawn[2].lines:
        ys = {nodes[end].dot[1] for end in line.ends}
        for x, y in (line.route.start, line.route.end):
            assert min(abs(y - other) for other in ys) <= 8.01
            if line.route.lane is None:
                assert x in {nodes[end].dot[0] for end in line.ends}


def test_targets_are_large_enough_to_touch(drawn: tuple[Study, MapForm, ThemeMap]) -> None:
    assert all(min(n.words.box.width, n.words.box.height) >= 24 for n in drawn[2].nodes)


def test_lanes_that_overlap_are_apart() -> None:
    assert lanes([(0, 5), (1, 4), (2, 3), (6, 8)]) == [2, 1, 0, 0]


def test_a_map_is_drawn_the_same_way_again() -> None:
    assert theme_maps(findings("own")) == theme_maps(findings("own")) != ()


@pytest.mark.parametrize("name", ["no relation", "all shared", "deep"])
def test_where_nothing_is_related_there_is_no_map(name: str) -> None:
    assert theme_maps(findings(name)) == ()
    assert theme_maps(Findings(publishable(study_of()))) == ()


class TestAListStandsInstead:
    def related(self, number: int, word: str = "meets") -> Study:
        own = [theme(f"s{n}", related=relates((word, f"f{n}"))) for n in range(number)]
        return study_of(
            themes=[*own, *(theme(f"f{n}", groups=("faculty",)) for n in range(number))]
        )

    def test_where_there_are_more_lines_than_one_can_follow(self) -> None:
        few = self.related(8)
        assert theme_maps(Findings(publishable(few)))
        many = Findings(publishable(self.related(MOST_LINES + 1)))
        assert theme_maps(many) == ()
        assert len(pairs_of(many)) == MOST_LINES + 1

    def test_where_words_are_too_long_for_a_line(self) -> None:
        study = self.related(2, WORD)
        assert theme_maps(Findings(publishable(study))) == ()
        page = render_site(publishable(study), Settings("x")).files["compare/index.md"].decode()
        assert "<svg" not in page
        assert page.count('class="sf-meeting"') == 2


def test_what_is_below_the_second_level_is_folded_into_it() -> None:
    deep = {"id": "a2", "title": "A2", "related": relates(("meets", "b"))}
    inner = [{"id": "a1", "title": "A1", "subthemes": [deep]}]
    study = study_of(themes=[theme("a", subthemes=inner), theme("b", groups=("faculty",))])
    drawing = theme_map(Findings(publishable(study)), WIDE)
    assert drawing is not None
    assert [(node.theme.id, node.depth) for node in drawing.nodes] == [
        ("a", 0),
        ("a1", 1),
        ("b", 0),
    ]
    assert [(line.ends, line.name) for line in drawing.lines] == [(("a1", "b"), "A2 meets Theme b")]


def expect_none_to_cross(routes: list[Route]) -> None:
    for one, other in itertools.combinations(routes, 2):
        (a, b), (c, d) = (sorted((r.start, r.end)) for r in (one, other))
        assert (a[1] - c[1]) * (b[1] - d[1]) >= 0


def test_fewest_lines_cross() -> None:
    """The first study's order crosses once; no line of its map does."""
    routes = [line.route for line in drawn_of("own").lines if line.across]
    assert len(routes) == 4
    expect_none_to_cross(routes)


def test_strands_in_a_ring_stand_around_it() -> None:
    groups = [{"id": f"g{n}", "label": f"Group {n}", "singular": "Member"} for n in range(8)]
    themes = [
        theme(f"t{n}", groups=(f"g{n}",), related=relates(("leads to", f"t{(n + 1) % 8}")))
        for n in range(8)
    ]
    drawing = theme_map(Findings(publishable(study_of(groups=groups, themes=themes))), WIDE)
    assert drawing is not None
    middle = drawing.width / 2
    ends = [
        (line.route, line.route.start[0] < middle, line.route.end[0] < middle)
        for line in drawing.lines
    ]
    across = [route for route, one, other in ends if one != other]
    assert len(across) == 2
    expect_none_to_cross(across)


def test_an_urdu_study_begins_at_the_right() -> None:
    left, right = drawn_of("titles in Urdu"), drawn_of("a study in Urdu")
    assert left.headings[0].words.box.x < left.width / 2 < right.headings[0].words.box.x
    assert left.nodes[0].dot[0] == pytest.approx(right.width - right.nodes[0].dot[0])


def test_titles_against_the_direction_of_the_page_hang_from_the_dot() -> None:
    line = drawn_of("titles in Urdu").nodes[0].words.lines[0]
    assert (line.direction, line.side, line.anchor) == ("rtl", "right", "start")
    line = drawn_of("a study in Urdu").nodes[0].words.lines[0]
    assert (line.direction, line.side, line.anchor) == ("rtl", "left", "end")


def test_composed_themes_say_so() -> None:
    composed = theme("a", provenance="illustrative", related=relates(("meets", "b")))
    study = study_of(themes=[composed, theme("b", groups=("faculty",))])
    drawing = theme_map(Findings(publishable(study)), WIDE)
    assert drawing is not None
    assert [node.name for node in drawing.nodes] == ["Theme a, illustrative", "Theme b"]


def test_a_line_across_strands_is_told_apart() -> None:
    study = study_of(
        themes=[
            theme("a", related=relates(("leads to", "b"), ("meets", "c"))),
            theme("b"),
            theme("c", groups=("faculty",)),
        ]
    )
    drawing = theme_map(Findings(publishable(study)), WIDE)
    assert drawing is not None
    found = {line.name: line.across for line in drawing.lines}
    assert found == {"Theme a leads to Theme b": False, "Theme a meets Theme c": True}


def test_words_are_wrapped_and_none_is_lost() -> None:
    assert wrapped("aaaa bbbb cccc", 80, 14) == ("aaaa bbbb", "cccc")
    for text in ("a" * 200, HOSTILE, "e\u0301" * 60):
        lines = wrapped(text, 100, 14)
        assert "".join(lines).replace(" ", "") == text.replace(" ", "")
        assert all(width_of(line, 14) <= 100 for line in lines)
        assert not any(line.startswith("\u0301") for line in lines)


class _Page(HTMLParser):
    """Note the links of the drawings, ids, colours, and what is said of the drawings."""

    def __init__(self) -> None:
        super().__init__()
        self.drawings: list[list[str]] = []
        self.ids: list[str] = []
        self.named_by: list[str] = []
        self.inside: list[str] = []
        self.colours: list[str] = []
        self.unnamed: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        values = {name: value or "" for name, value in attrs}
        if "id" in values:
            self.ids.append(values["id"])
        if tag == "svg" and "sf-map" in values.get("class", ""):
            self.drawings.append([])
            self.named_by += [values["aria-labelledby"], values["aria-describedby"]]
            self.inside.append(tag)
        if self.inside:
            self.colours += [
                name for name in values if name in ("fill", "stroke", "style", "color")
            ]
            if tag == "a":
                self.drawings[-1].append(values["href"])
                self.unnamed += [] if values.get("aria-label") else [values["href"]]

    def handle_endtag(self, tag: str) -> None:
        if tag == "svg" and self.inside:
            self.inside.pop()


def _compare_page(study: Study) -> str:
    return render_site(publishable(study), Settings("x")).files["compare/index.md"].decode()


@pytest.mark.parametrize("name", STUDIES)
def test_each_line_leads_to_what_is_said_of_the_two(name: str) -> None:
    page = _Page()
    page.feed(_compare_page(study_named(name)))
    assert len(page.drawings) == len(theme_maps(findings(name)))
    for drawing in page.drawings:
        rows = [link.removeprefix("#") for link in drawing if link.startswith("#")]
        assert rows
        assert set(rows) <= set(page.ids)
        assert len(rows) == len(set(rows))


@pytest.mark.parametrize("name", STUDIES)
def test_every_pair_has_a_row_or_a_sentence_at_its_address(name: str) -> None:
    page = _Page()
    page.feed(_compare_page(study_named(name)))
    assert len(set(page.ids)) == len(page.ids)
    assert {pair.anchor for pair in pairs_of(findings(name))} <= set(page.ids)


@pytest.mark.parametrize("name", ["own", "full", "starter"])
def test_the_drawings_are_named_and_leave_colours_to_the_stylesheet(name: str) -> None:
    page = _Page()
    page.feed(_compare_page(study_named(name)))
    assert page.unnamed == []
    assert page.colours == []
    assert set(page.named_by) <= set(page.ids)


def test_a_title_cannot_write_markup() -> None:
    text = _compare_page(study_named("hostile"))
    assert "<script" not in text
    assert "{{" not in text
    assert "\n\n" not in text.partition("---\n\n")[2]
    assert HOSTILE in unescape(text)


def test_the_stylesheet_sets_the_sizes_the_layout_reckons_with() -> None:
    css = (resources.files("study_findings.render") / "assets/conversation.css").read_text("utf-8")

    def size(selector: str) -> float:
        rules = re.findall(
            rf"(?m)^[^{{]*{re.escape(selector)}[^{{]*{{[^}}]*font-size: (\d+)px", css
        )
        return float(rules[-1])

    assert size(".sf-map text") == map_column.LABEL
    assert size(".sf-map-title text") == map_column.TITLE
    assert size(".sf-map-inner text") == map_column.INNER
    assert size(".sf-map-heading text") == map_column.HEADING


def test_text_is_at_least_twelve_pixels_where_a_form_is_smallest() -> None:
    css = (resources.files("study_findings.render") / "assets/conversation.css").read_text("utf-8")
    rules = re.findall(r"@container \(min-width: (\d+)rem\) {\s*\.sf-page \.sf-map-(\w+)", css)
    shown = {name: float(rem) * 16 for rem, name in rules}
    assert set(shown) == set(FORMS)
    for name, form in FORMS.items():
        assert shown[name] / form.width * map_column.LABEL >= 12
