"""The pages of a study: links between them, descriptions, and what each holds."""

import html
import re
from html.parser import HTMLParser
from urllib.parse import urljoin

import pytest
import yaml
from jinja2 import ChoiceLoader, DictLoader, UndefinedError
from loading import load_study
from projects import FULL, addresses
from shapes import quotation, study_of, theme
from texts import NASTY

from study_findings.findings.facets import Facets
from study_findings.findings.views import Findings
from study_findings.privacy.publishable import publishable
from study_findings.problems import StudyError
from study_findings.project.site import NavItem, Settings, Site, url_of
from study_findings.render import render_site
from study_findings.render.edition import Edition
from study_findings.render.page import Page, relative
from study_findings.render.pages import light_pages

SETTINGS = Settings("The site", "https://example.org/repo/")


@pytest.fixture(scope="module")
def site() -> Site:
    return render_site(publishable(load_study(FULL)), SETTINGS)


def page(site: Site, path: str) -> str:
    return site.files[path].decode()


class TestRelative:
    @pytest.mark.parametrize(
        ("here", "there", "link"),
        [
            ("", "", "./"),
            ("", "themes/a/", "themes/a/"),
            ("", "themes/a/#b", "themes/a/#b"),
            ("", "#cite", "#cite"),
            ("themes/a/", "", "../../"),
            ("themes/a/", "#cite", "../../#cite"),
            ("themes/a/", "themes/a/", "./"),
            ("themes/a/", "themes/a/#b", "#b"),
            ("themes/a/", "themes/b/#c", "../b/#c"),
            ("themes/", "themes/a/", "a/"),
            ("q/q001/", "assets/findings.css", "../../assets/findings.css"),
            ("q/q001/", "data/findings.json", "../../data/findings.json"),
        ],
    )
    def test_leads_from_page_to_page(self, here: str, there: str, link: str) -> None:
        assert relative(here, there) == link

    @pytest.mark.parametrize("base", ["https://example.org/", "https://example.org/a/b/"])
    @pytest.mark.parametrize("here", ["", "themes/", "themes/a/", "q/q001/"])
    @pytest.mark.parametrize("there", ["", "themes/a/", "q/q002/#cite", "data/findings.json"])
    def test_leads_there_wherever_the_site_stands(self, base: str, here: str, there: str) -> None:
        assert urljoin(base + here, str(relative(here, there))) == base + there

    def test_links_of_a_whole_file_start_from_its_folder(self) -> None:
        assert Page("offline.html", "", "offline.html").url == ""
        assert Page("q/q1/index.html", "", "quotation.html").url == "q/q1/"


class TestSite:
    def test_every_link_between_pages_leads_somewhere(self, site: Site) -> None:
        known = {*addresses(site), *site.files}
        ids = {
            url_of(path): set(re.findall(r' id="([^"]+)"', page(site, path)))
            for path in site.files
            if path.endswith((".md", ".html"))
        }
        for path in site.files:
            if not path.endswith((".md", ".html")):
                continue
            here = Page(path, "", "").url
            for link in re.findall(r'(?:href|src)="([a-z0-9/.#_-]*)"', page(site, path)):
                target, _, anchor = urljoin(f"http://x/{here}", link)[9:].partition("#")
                if path == "offline.html":
                    assert anchor in ids["offline/"], link
                    continue
                assert target in known, (path, link)
                assert not anchor or anchor in ids.get(target, ()), (path, link)

    def test_nothing_is_loaded_from_another_host(self, site: Site) -> None:
        for path, content in site.files.items():
            loads = re.findall(
                r"<(?:script|img|iframe|source)[^>]* src=\"([^\"]+)\""
                r"|<link rel=\"(?:stylesheet|icon)\"[^>]* href=\"([^\"]+)\"",
                content.decode() if path.endswith((".md", ".html")) else "",
            )
            for address in (a or b for a, b in loads):
                elsewhere = re.match(r"//|[^/]*(:|&#)", address)
                assert address.startswith("data:") or not elsewhere, (path, address)

    def test_ids_stand_once_on_a_page(self, site: Site) -> None:
        for path in site.files:
            if path.endswith((".md", ".html")):
                ids = re.findall(r' id="([^"]+)"', page(site, path))
                assert len(ids) == len(set(ids)), path

    def test_navigation_lists_themes_and_never_a_quotation(self, site: Site) -> None:
        def paths(items: tuple[NavItem, ...]) -> list[str]:
            return [p for item in items for p in (item.path, *paths(item.children)) if p]

        listed = paths(site.nav)
        assert "themes/knowing-when/index.md" in listed
        assert listed[0] == "index.md"
        assert not [path for path in listed if path.startswith("q/")]
        assert set(listed) <= set(site.files)


class TestQuotation:
    def test_has_a_canonical_address_and_a_description(self, site: Site) -> None:
        shown = html.unescape(page(site, "q/q011/index.html"))
        assert '<link rel="canonical" href="https://example.org/repo/q/q011/">' in shown
        assert (
            '<meta name="description" content="The road was "closed" again; I wrote it down & went '
            'home <early>.">'
        ) in shown

    def test_without_an_address_yet_has_no_false_one(self) -> None:
        site = render_site(publishable(load_study(FULL)), Settings("The site"))
        assert "og:url" not in page(site, "q/q011/index.html")
        assert '<link rel="canonical" href="./">' in html.unescape(page(site, "q/q011/index.html"))

    def test_withdrawn_leaves_a_page_without_words(self, site: Site) -> None:
        shown = page(site, "q/q005/index.html")
        assert 'This quotation was withdrawn on <time dir="ltr">2026&#45;01&#45;15</time>.' in shown
        assert "sf-text" not in shown
        assert '<meta name="robots" content="noindex">' in shown


class TestNotReported:
    def test_is_said_where_the_source_is_silent(self, site: Site) -> None:
        methods = page(site, "methods/index.md")
        assert re.search(
            r"<dt>Not reported</dt><dd>\n<ul.*>\n(?:<li>.*</li>\n)*<li>Data saturation</li>",
            methods,
        )


class Structure(HTMLParser):
    """List the tags of a page with the names of their attributes, and no text."""

    def __init__(self, source: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, ...]] = []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, *(name for name, _ in attrs)))

    def handle_comment(self, data: str) -> None:
        self.tags.append(("comment",))


def named(text: str) -> Site:
    """Render a study in which everything that has a name has this one."""
    related = [{"theme": "b", "relation": text}]
    study = study_of(
        themes=[theme("a", text, related=related), theme("b", text)],
        groups=[{"id": "students", "label": text, "singular": text, "participants": 9}],
        sessions=[{"id": "s1", "kind": "interview", "groups": ["students"], "label": text}],
        codebook=[{"id": "c1", "label": text}],
        quotations=[quotation("q1", "a", session="s1", as_printed=text, codes=["c1"])],
    )
    return render_site(publishable(study), Settings(text))


@pytest.fixture(scope="module")
def plainly_named() -> Site:
    return named("A name")


@pytest.mark.parametrize("text", NASTY)
def test_no_name_changes_what_a_page_is_made_of(plainly_named: Site, text: str) -> None:
    found = named(text)
    assert found.files.keys() == plainly_named.files.keys()
    for path in found.files:
        if path.endswith((".md", ".html")) and path != "offline.html":
            tags = Structure(without_map(page(found, path))).tags
            assert tags == Structure(without_map(page(plainly_named, path))).tags, path


def without_map(source: str) -> str:
    """Leave out the map, which breaks long names into lines, or is not drawn for them."""
    return re.sub(r"<figure class=\"[^\"]*sf-map-drawn.*?</figure>", "", source, flags=re.DOTALL)


@pytest.mark.parametrize("text", NASTY)
def test_front_matter_holds_a_name_and_nothing_else(text: str) -> None:
    front = yaml.safe_load(page(named(text), "themes/a/index.md").split("---\n")[1])
    assert html.unescape(front["title"]) == text
    assert front.keys() == {"title", "description", "findings", "language", "part"}


class TestHandwritten:
    def render(self, name: str, text: str) -> str:
        return (
            render_site(publishable(load_study(FULL)), SETTINGS, {name: text})
            .files[name[:-3]]
            .decode()
        )

    def test_pages_place_quotations_and_the_notice(self) -> None:
        shown = self.render(
            "a/b.md.j2", '# Hello\n\n{{ quotation("q001") }}\n\n{{ about.title }}\n'
        )
        assert shown.startswith('# Hello\n\n<div class="sf-page">\n<figure class="sf-quotation')
        assert 'href="../../q/q001/"' in shown
        assert shown.endswith("Waiting for the bus clinic\n")

    @pytest.mark.parametrize(
        ("text", "line", "message"),
        [
            ("\n\n{{ quotation('gone') }}", 3, 'no published quotation has the id "gone"'),
            ("{{ quotation('q005') }}", 1, 'no published quotation has the id "q005"'),
            ("\n{{ worsd }}", 2, "'worsd' is undefined"),
            ("{% if %}", 1, "Expected an expression"),
            ("\n{{ 1 / 0 }}", 2, "division by zero"),
            ("{{ quotation([]) }}", 1, "unhashable"),
            (
                "{% macro f() %}{{ f() }}{% endmacro %}{{ f() }}",
                1,
                "a macro calls itself without end",
            ),
            ("{% for i in range(10 ** 9) %}{% endfor %}", 1, "this counts further than 100,000"),
            ("{% include 'quotation.html' %}", 1, '"quotation.html" cannot be placed here'),
            ("{{ quotation }}", 1, "quotation is to be called: write quotation(…)"),
            ("{{ quotation() }}", 1, "quotation() missing 1 required positional argument"),
            ("{{ quotation(q001) }}", 1, 'an id stands in quotation marks: "q001"'),
            ("{{ about.titel }}", 1, 'About has no field "titel"'),
            ("\n{{ about }}", 2, "this holds several fields; name one of them"),
            ("{{ about.memos }}", 1, "this holds several fields"),
            ("{{ about.model_dump() }}", 1, "this holds several fields"),
            ("{{ {}.get('a') }}", 1, "nothing is set here, and the page would say None"),
        ],
    )
    def test_a_template_that_fails_is_a_problem_at_its_line(
        self, text: str, line: int, message: str
    ) -> None:
        with pytest.raises(StudyError) as caught:
            self.render("about.md.j2", text)
        (problem,) = caught.value.problems
        assert str(problem.location) == f"content/about.md.j2:{line}:1"
        assert problem.rule == "template"
        assert message in problem.message

    def test_lists_of_texts_and_days_are_printed(self) -> None:
        shown = self.render("a.md.j2", "{{ about.keywords }} {{ about.citation.year }}")
        assert html.unescape(shown).startswith("(")

    @pytest.mark.parametrize("name", ["voices.md.j2", "voices/index.md.j2", "q/q001.md.j2"])
    def test_a_page_at_the_address_of_another_is_a_problem(self, name: str) -> None:
        with pytest.raises(StudyError) as caught:
            self.render(name, "Hello.")
        assert [problem.rule for problem in caught.value.problems] == ["path-taken"]


def test_a_withheld_theme_says_so_and_why_with_the_themes_inside_it() -> None:
    inner = {"id": "b", "title": "B", "subthemes": [{"id": "c", "title": "C"}]}
    held = study_of(themes=[theme("a", withheld="They <asked> us to.", subthemes=[inner])])
    bare = study_of(themes=[theme("a", subthemes=[inner])])
    said, empty = "Quotations of this theme are withheld.", "No quotation is published here yet."
    shown = html.unescape(page(render_site(publishable(held), SETTINGS), "themes/a/index.md"))
    assert shown.count(f"{said} They <asked> us to.") == 1
    assert empty not in shown
    plain = html.unescape(page(render_site(publishable(bare), SETTINGS), "themes/a/index.md"))
    assert said not in plain
    assert empty in plain
    offline = html.unescape(page(render_site(publishable(held), SETTINGS), "offline.html"))
    assert said in offline


def test_what_stands_around_a_page_cannot_name_it() -> None:
    """It is made once for a folder: a word of one page would stand on all."""
    found = Findings(publishable(study_of(themes=[theme("a")], quotations=[quotation("q1", "a")])))
    edition = Edition(found, Settings("x"))
    naming = DictLoader({"light_header.html": "{{ page.title }}"})
    assert edition.environment.loader
    edition.environment.loader = ChoiceLoader([naming, edition.environment.loader])
    (page,) = (p for p in light_pages(Facets(found), Settings("x")) if p.path.startswith("q/"))
    with pytest.raises(UndefinedError, match="'page' is undefined"):
        edition.render(page)
