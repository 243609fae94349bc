"""Home, theme and quotation pages in rows: what they say, what they lead to, what they weigh."""

from __future__ import annotations

import gzip
import html
import re
from typing import Any

import pytest
from shapes import quotation, study_named, study_of, theme

from study_findings.findings.facets import Facets
from study_findings.findings.views import Findings
from study_findings.model import KeyMessage, Study
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings, Site
from study_findings.render import pages, render_site, theme_pages
from study_findings.render.edition import Edition

PAGE_BUDGET = 150_000
SMALL_BUDGET = 100_000
WORDS = "the bus was late and we waited by the river until somebody came with bread and tea "


def site_of(study: Study) -> Site:
    return render_site(publishable(study), Settings("x"))


def own_pages(study: Study) -> dict[str, bytes]:
    """Render the home page and those of the themes, and no other."""
    found, settings = Findings(publishable(study)), Settings("x")
    edition = Edition(found, settings)
    made = [pages.home(found, settings)]
    made += [theme_pages.theme(found, node, settings) for node in found.themes_in_order]
    return {each.path: edition.render(each) for each in made}


def page(site: Site, path: str) -> str:
    return html.unescape(site.files[path].decode())


def large(depth: int, breadth: int, number: int = 3000) -> Study:
    """Make a study of thousands of quotations, its themes nested `depth` deep."""
    ids: list[str] = []

    def node(id_: str, left: int) -> dict[str, Any]:
        ids.append(id_)
        inner = [node(f"{id_}-{n}", left - 1) for n in range(breadth)] if left else []
        return {"id": id_, "title": f"Theme {id_}", "gist": WORDS, "subthemes": inner}

    themes = [{**node(f"t{n}", depth - 1), "groups": ["students"]} for n in range(3)]
    stances = ("confirms", "nuances", "diverges")
    quotations = [
        quotation(f"q{n:04}", ids[n % len(ids)], stance=stances[n % 3], text=f"{n} {WORDS * 3}")
        for n in range(number)
    ]
    return study_of(themes=themes, quotations=quotations)


@pytest.mark.parametrize(("depth", "breadth"), [(1, 0), (2, 3), (4, 3), (2, 80)])
def test_no_page_of_a_theme_weighs_more_however_large_the_study(depth: int, breadth: int) -> None:
    for path, content in own_pages(large(depth, breadth)).items():
        assert len(gzip.compress(content)) < PAGE_BUDGET, path


@pytest.mark.parametrize("name", ["own", "starter", "full", "wide"])
def test_pages_of_a_study_weigh_little(name: str) -> None:
    for path, content in site_of(study_named(name)).files.items():
        if re.fullmatch(r"((themes|q)/[^/]+/)?index\.(md|html)", path):
            assert len(gzip.compress(content)) < SMALL_BUDGET, path


def test_the_number_in_the_explorer_is_the_number_the_explorer_counts() -> None:
    study = large(2, 2, 300)
    made = own_pages(study)
    found = Findings(publishable(study))
    facet = next(facet for facet in Facets(found).all if facet.name == "theme")
    counts = {value.key: value.count for value in facet.values}
    seen = 0
    for top in study.themes:
        shown = html.unescape(made[f"themes/{top.id}/index.md"].decode())
        for id_, number in re.findall(r'\?theme=([a-z0-9-]+)">All (\d+) in the explorer', shown):
            assert int(number) == counts[id_]
            seen += 1
    assert seen


def test_every_address_of_a_quotation_in_its_theme_stays() -> None:
    study = large(2, 2, 300)
    found, made = Findings(publishable(study)), own_pages(study)
    shown = {top.id: made[f"themes/{top.id}/index.md"].decode() for top in study.themes}
    for card in found.cards:
        _, top, anchor = found.address_in_theme(card).split("/")
        assert shown[top].count(f'id="{anchor[1:]}"') == 1


CLAIM = {"id": "c", "says": "So it is.", "rests_on": ["q1"], "against": ["q2"]}


def claiming() -> Site:
    return site_of(
        study_of(
            themes=[theme("a", claims=[CLAIM])],
            quotations=[quotation("q1", "a"), quotation("q2", "a"), quotation("q3", "a")],
        )
    )


def test_a_claim_stands_at_its_address_with_both_sides_in_words() -> None:
    shown = page(claiming(), "themes/a/index.md")
    row = shown.partition('id="claim-c"')[2].partition('class="sf-row"')[0]
    assert "So it is." in row
    assert row.index("Speaks for it") < row.index('id="q1"') or row.index('id="q1"') < row.index(
        "Speaks for it"
    )
    assert "Speaks against it" in row.partition('class="sf-against"')[2]
    assert 'id="q2"' in row.partition('class="sf-against"')[2]
    assert shown.count('id="q1"') == shown.count('id="q2"') == shown.count('id="q3"') == 1


def test_the_whole_in_one_file_tells_messages_and_claims_and_leads_to_their_voices_in_it() -> None:
    message = KeyMessage.model_validate({"id": "m", "says": "Mind the gap.", "claims": ["c"]})
    study = study_of(
        themes=[theme("a", claims=[CLAIM])],
        quotations=[quotation("q1", "a"), quotation("q2", "a")],
    )
    about = study.about.model_copy(update={"key_messages": (message,)})
    shown = page(site_of(study.model_copy(update={"about": about})), "offline.html")
    assert shown.index("Mind the gap.") < shown.index("In plain language")
    claim = shown.partition('id="claim-c"')[2].partition("</ul>")[0]
    assert "So it is." in claim
    assert 'Speaks for it: <a href="#q1"' in claim.partition("Speaks against it:")[0]
    assert '<a href="#q2"' in claim.partition("Speaks against it:")[2]
    assert shown.count('id="q1"') == shown.count('id="q2"') == 1


@pytest.mark.parametrize("name", ["own", "starter", "full", "wide"])
def test_the_whole_in_one_file_leads_to_nothing_that_is_not_in_it(name: str) -> None:
    shown = page(site_of(study_named(name)), "offline.html")
    links = re.findall(r'<a\b[^>]*\bhref="([^"]*)"', shown)
    assert [link for link in links if not re.match(r"https?://|mailto:|#", link)] == []
    inside = {link[1:] for link in links if link.startswith("#")}
    assert inside <= set(re.findall(r'\bid="([^"]*)"', shown))


def test_where_nobody_speaks_against_it_that_is_said() -> None:
    words = "No voice against this is published here."
    one = site_of(study_of(themes=[theme("a")], quotations=[quotation("q1", "a")]))
    assert words in page(one, "index.md")
    assert words in page(one, "themes/a/index.md")
    assert words not in page(claiming(), "index.md")
    empty = site_of(study_of(themes=[theme("a")]))
    assert words not in page(empty, "index.md")


def test_a_quotation_page_names_its_claim_and_its_neighbours() -> None:
    site = claiming()
    second = page(site, "q/q2/index.html")
    assert "It speaks against this claim:" in second
    assert 'href="../../themes/a/#claim-c"' in second
    assert 'rel="prev" href="../q1/"' in second
    assert 'rel="next" href="../q3/"' in second
    first = page(site, "q/q1/index.html")
    assert "This claim rests on it:" in first
    assert 'rel="prev"' not in first
    assert 'id="q2"' not in first


def test_one_cite_and_one_link_each_with_its_word_in_its_name() -> None:
    shown = page(claiming(), "q/q1/index.html").partition('class="sf-cite-line"')[2]
    buttons = re.findall(r"<button[^>]*>(.*?)</button>", shown.partition("<details")[0], re.DOTALL)
    names = [re.sub(r"<[^>]+>", "", button).strip() for button in buttons]
    assert names == ["Cite, copy the citation", "Link, copy the address"]


def test_a_voice_in_a_list_has_one_way_to_its_page() -> None:
    shown = page(claiming(), "themes/a/index.md")
    figure = shown.partition('id="q1"')[2].partition("</figure>")[0]
    (link,) = re.findall(r'<a href="../../q/q1/">(.*?)</a>', figure)
    assert re.sub(r"<[^>]+>", "", link) == "Cite · Link, quotation q1"
    assert "<button" not in figure


def test_messages_link_the_titles_they_name() -> None:
    shown = page(site_of(study_named("own")), "index.md")
    opening = shown.partition('class="sf-opening"')[2].partition('class="sf-heard"')[0]
    assert "The study concludes:" in opening
    assert '<a href="themes/opportunities/">opportunities</a>' in opening
    links = re.findall(r'href="(themes/[^"]+)"', opening)
    assert sorted(links) == sorted(f"themes/{t.id}/" for t in study_named("own").themes)


def test_home_in_another_language_prints_only_what_can_be_read_in_it() -> None:
    shown = page(site_of(study_named("own")), "ur/index.md")
    words = re.findall(r'<blockquote class="sf-words" lang="([^"]+)"', shown)
    assert words
    assert set(words) == {"ur"}
    assert "sf-pointer-against" in shown


def test_no_number_of_composed_quotations_stands_at_the_top() -> None:
    opening = page(site_of(study_named("own")), "index.md").partition("<article")[0]
    assert "illustrative quotation" not in opening
