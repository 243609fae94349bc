"""What holds for each page of a site, under both engines."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import unquote, urldefrag

import pytest
from served import KINDS, ServedSite, kind_of

pytestmark = pytest.mark.browser

every_site = pytest.mark.parametrize(
    "site", ["full-mkdocs", "full-zensical", "own-mkdocs", "own-zensical"], indirect=True
)
Visit = Callable[[ServedSite, str], dict[str, Any]]

# Closed parts are opened first, so that they are measured too.
FACTS = """() => {
  document.querySelectorAll("main details").forEach((part) => { part.open = true; });
  const all = (selector, what) => [...document.querySelectorAll(selector)].map(what);
  return {
    width: Math.max(document.documentElement.scrollWidth, document.body.scrollWidth),
    ids: all("[id]", (element) => element.id),
    links: all("a[href]", (link) =>
      new URL(link.getAttribute("href"), location).href.replace(location.origin, "")),
    headings: all("h1", (heading) => heading.textContent.trim()),
    mains: all("main", (main) => main.innerText.trim().length),
    language: document.documentElement.lang,
    title: document.title,
    home: all(".sf-brand", (link) => new URL(link.href).pathname),
  };
}"""


def test_every_kind_of_page_is_looked_at(sites: Callable[[str], ServedSite]) -> None:
    site = sites("full-mkdocs")
    assert [page for page in site.pages if kind_of(page) is None] == []
    assert set(site.kinds) == set(KINDS)


def edition_of(site: ServedSite, path: str) -> str:
    """Tell the language a page is translated into, nothing where it is the study's own."""
    first = path.partition("/")[0]
    return first if first in {t.language for t in site.study.translations} else ""


@every_site
def test_no_page_asks_another_host_fails_a_request_or_logs_an_error(
    site: ServedSite, on_each_page: Visit
) -> None:
    found = on_each_page(site, FACTS)
    assert len(found) > 10
    assert {path: facts["complaints"] for path, facts in found.items() if facts["complaints"]} == {}


@every_site
def test_at_320_pixels_no_page_scrolls_sideways(site: ServedSite, on_each_page: Visit) -> None:
    found = on_each_page(site, FACTS)
    assert {path: facts["width"] for path, facts in found.items() if facts["width"] > 320} == {}


@every_site
def test_every_page_has_one_heading_a_title_a_language_and_words(
    site: ServedSite, on_each_page: Visit
) -> None:
    for path, facts in on_each_page(site, FACTS).items():
        assert len(facts["headings"]) == 1, path
        assert facts["headings"][0], path
        assert facts["title"], path
        assert facts["language"] == (edition_of(site, path) or "en"), path
        assert len(facts["mains"]) == 1, path
        assert facts["mains"][0] > 60, path


@every_site
def test_the_sites_name_leads_home_from_every_page(site: ServedSite, on_each_page: Visit) -> None:
    found = on_each_page(site, FACTS)
    elsewhere = {
        path: facts["home"]
        for path, facts in found.items()
        if facts["home"] != [f"/repo/{edition_of(site, path)}/".replace("//", "/")]
    }
    assert set(elsewhere) <= {"offline.html"}


@every_site
def test_no_id_stands_twice_on_a_page(site: ServedSite, on_each_page: Visit) -> None:
    for path, facts in on_each_page(site, FACTS).items():
        twice = {id_ for id_ in facts["ids"] if facts["ids"].count(id_) > 1}
        assert twice == set(), path


@every_site
def test_every_link_leads_to_a_page_and_a_place_on_it(
    site: ServedSite, on_each_page: Visit, sites: Callable[[str], ServedSite]
) -> None:
    # The pages an engine only copies are seen on the other engine's site.
    seen = on_each_page(sites(site.name.replace("zensical", "mkdocs")), FACTS)
    seen = {**seen, **on_each_page(site, FACTS)}
    broken = []
    inner = 0
    for path, facts in seen.items():
        for link in set(facts["links"]):
            target, anchor = urldefrag(link)
            if not target.startswith("/repo/"):
                continue
            inner += 1
            page = unquote(target.removeprefix("/repo/"))
            if page in seen:
                if anchor and unquote(anchor) not in seen[page]["ids"]:
                    broken.append(f"{path} -> {link}: nothing has that anchor")
            elif not (site.folder / page).is_file():
                broken.append(f"{path} -> {link}: not there")
    assert inner > 100
    assert broken == []


@pytest.mark.parametrize("study", ["full", "own", "hostile"])
def test_what_an_engine_only_copies_is_the_same_under_both(
    sites: Callable[[str], ServedSite], study: str
) -> None:
    mkdocs, zensical = sites(f"{study}-mkdocs"), sites(f"{study}-zensical")
    assert mkdocs.pages == zensical.pages
    assert len(mkdocs.copied_pages) > 10
    for page in mkdocs.copied_pages:
        file = f"{page}index.html" if page.endswith("/") else page
        assert (mkdocs.folder / file).read_bytes() == (zensical.folder / file).read_bytes()
