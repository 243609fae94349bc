"""What stands around every page: five parts, a bar where all was composed, the whole in a file."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

import pytest
import yaml
from shapes import quotation, study_named, study_of, theme

from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings, Site
from study_findings.render import render_site

BAR = '<aside class="sf-bar"'
HANDWRITTEN = {"about.md.j2": "# About\n\n{{ illustrative_notice() }}\n\n{{ any_quotation() }}\n"}

HANDWRITTEN_PAGES = {path.removesuffix(".j2") for path in HANDWRITTEN}


@cache
def site_of(name: str) -> Site:
    return render_site(publishable(study_named(name)), Settings("A site"), HANDWRITTEN)


def made(**parts: Any) -> Site:
    return render_site(publishable(study_of(**parts)), Settings("A site"))


def complete_pages(site: Site) -> dict[str, str]:
    return {path: html.unescape(c.decode()) for path, c in site.files.items() if ".html" in path}


def front_matter(site: Site, path: str) -> Mapping[str, Any]:
    front: Mapping[str, Any] = yaml.safe_load(site.files[path].decode().split("---\n")[1])
    return front


def frames(site: Site) -> list[Mapping[str, Any]]:
    """List what the theme is told to put around pages, language by language."""
    pages = [path for path in site.files if path.endswith(".md") and path not in HANDWRITTEN_PAGES]
    fronts = [front_matter(site, path) for path in pages]
    return [front["frame"] for front in fronts if "frame" in front]


def words(site: Site, path: str) -> str:
    return html.unescape(site.files[path].decode())


class TestBar:
    def test_stands_once_on_every_page_of_a_study_of_which_all_was_composed(self) -> None:
        site = site_of("own")
        pages = complete_pages(site)
        assert len(pages) > 50
        assert {path for path, page in pages.items() if page.count(BAR) != 1} == set()
        told = frames(site)
        assert len(told) > 10, "the home page's, and each translated page's"
        assert all("bar" in frame for frame in told)

    @pytest.mark.parametrize("name", ["full", "wide"])
    def test_stands_nowhere_in_a_study_that_quotes_what_was_said(self, name: str) -> None:
        site = site_of(name)
        assert not [path for path, page in complete_pages(site).items() if "sf-bar" in drop(page)]
        assert not any("bar" in frame for frame in frames(site))

    def test_comes_after_the_key_messages_on_the_home_page_and_before_what_was_composed(
        self,
    ) -> None:
        for path in ("index.md", "ur/index.md", "ps/index.md"):
            home = words(site_of("own"), path)
            assert home.count(BAR) == 1
            before, after = home.split(BAR)
            assert '<article class="sf-row' not in before
            said = " ".join(re.sub(r"<[^>]+>", "", before).split())
            for message in study_named("own").about.key_messages if path == "index.md" else ():
                assert message.says in said
            assert '<article class="sf-row' in after

    def test_comes_before_all_else_in_the_file_that_is_read_offline(self) -> None:
        page = complete_pages(site_of("own"))["offline.html"]
        assert page.index(BAR) < page.index("<h1")

    def test_nothing_it_says_is_repeated_by_a_pill_or_a_notice(self) -> None:
        site = site_of("own")
        for path, content in site.files.items():
            if path.endswith((".md", ".html")) and "practice" not in path:
                page = drop(html.unescape(content.decode()))
                assert 'sf-pill" data-pagefind-ignore>illustrative' not in page, path
                assert "illustrative summary" not in page, path
                assert "sf-notice" not in page, path

    def test_what_it_does_not_say_of_all_is_marked_where_it_stands(self) -> None:
        practice = words(site_of("own"), "practice/index.md")
        study = study_named("own")
        composed = [i for i in study.implications if i.is_illustrative]
        assert practice.count('<span class="sf-pill">illustrative</span>') == len(composed) == 2

    def test_what_was_composed_is_marked_where_not_all_was(self) -> None:
        themes = [theme("a", gist="Ours.", prose="illustrative")]
        quotations = [quotation("q1", "a", provenance="illustrative"), quotation("q2", "a")]
        site = made(themes=themes, quotations=quotations)
        page = words(site, "themes/a/index.md")
        assert page.count('<span class="sf-pill" data-pagefind-ignore>illustrative</span>') == 1
        assert "illustrative summary" in page
        assert "sf-notice" in words(site, "q/q1/index.html")
        assert "sf-notice" in words(site, "index.md")

    def test_a_claim_that_was_composed_is_explained_though_all_else_is_the_studys(self) -> None:
        claim = {"id": "c", "says": "It is.", "rests_on": ["q1"], "provenance": "illustrative"}
        site = made(themes=[theme("a", claims=[claim])], quotations=[quotation("q1", "a")])
        page = words(site, "themes/a/index.md")
        assert '<span class="sf-pill">illustrative</span>' in page
        assert "composed to show the site; nobody said it" in page
        assert "sf-notice" in words(site, "index.md")

    def test_where_no_mark_stands_no_key_is_empty(self) -> None:
        composed = [quotation("q1", "a", provenance="illustrative")]
        for quotations in (composed, [quotation("q1", "a")], []):
            site = made(themes=[theme("a")], quotations=quotations)
            for path in ("themes/a/index.md", "quotations/index.md"):
                assert "sf-key" not in words(site, path)

    def test_citations_and_downloads_say_it_in_words(self) -> None:
        site = site_of("own")
        assert "(composed, not data)" in words(site, "q/q001/index.html")
        rows = site.files["data/quotations.csv"].decode()
        said = sum(q.is_illustrative for q in study_named("own").published)
        assert rows.count("No participant said these words; they are not data.") >= said


def drop(page: str) -> str:
    """Leave out the stylesheet that the file for reading offline holds."""
    return re.sub(r"<style>.*?</style>", "", page, flags=re.DOTALL)


class TestNavigation:
    def test_names_five_parts_at_most_each_with_its_page(self) -> None:
        for name in ("own", "full"):
            site = site_of(name)
            for frame in frames(site):
                addresses = [section["address"] for section in frame["sections"]]
                assert len(addresses) == 5
                for address in addresses:
                    assert f"{address}index.md" in site.files

    def test_leaves_out_what_a_study_does_not_have(self) -> None:
        site = made(themes=[theme("a")], quotations=[quotation("q1", "a")])
        titles = [section["title"] for section in frames(site)[0]["sections"]]
        assert titles == ["Findings", "Conversation", "Voices", "About the study"]

    def test_is_the_same_on_complete_pages(self) -> None:
        site = site_of("full")
        titles = [html.unescape(s["title"]) for s in frames(site)[0]["sections"]]
        pages = {**complete_pages(site)}
        del pages["offline.html"]
        for path, page in pages.items():
            if path.startswith("ur/"):
                continue
            menu = page.split('class="sf-sections"')[1].split("</nav>")[0]
            shown = re.sub(r'<span class="sf-short-title">[^<]*</span>', "", menu)
            assert re.findall(r"<a [^>]*>(?:<span[^>]*>)?([^<]+)", shown) == titles, path

    @pytest.mark.parametrize(
        ("path", "part"),
        [
            ("index.md", ""),
            ("themes/index.md", ""),
            ("themes/knowing-when/index.md", ""),
            ("compare/index.md", "compare/"),
            ("quotations/index.md", "quotations/"),
            ("practice/index.md", "practice/"),
            ("study/index.md", "study/"),
            ("methods/index.md", "study/"),
            ("voices/index.md", "study/"),
            ("ur/themes/knowing-when/index.md", "ur/"),
            ("ur/cite/index.md", "ur/study/"),
        ],
    )
    def test_each_page_knows_its_part(self, path: str, part: str) -> None:
        assert front_matter(site_of("full"), path)["part"] == part

    def test_a_quotation_is_among_the_voices_and_a_former_theme_among_the_findings(self) -> None:
        pages = complete_pages(site_of("full"))
        for path, title in (("q/q001/index.html", "Voices"), ("q/q005/index.html", "Voices")):
            menu = pages[path].split('class="sf-sections"')[1].split("</nav>")[0]
            assert re.findall(r'aria-current="true">([^<]+)', menu) == [title]

    def test_about_the_study_leads_to_every_page_that_is_in_no_other_part(self) -> None:
        for name in ("own", "full"):
            site = site_of(name)
            study = words(site, "study/index.md")
            inside = [
                path
                for path in site.files
                if path.endswith(".md")
                and path not in site.unlisted | HANDWRITTEN_PAGES
                and front_matter(site, path)["part"] == "study/"
                and path != "study/index.md"
            ]
            assert len(inside) >= 7
            for path in inside:
                assert f'href="../{path.removesuffix("index.md")}"' in study, path


class TestTheWhole:
    def test_every_page_tells_how_large_the_file_really_is(self) -> None:
        for name in ("own", "full"):
            site = site_of(name)
            size = len(site.files["offline.html"])
            words_ = f"Download the whole findings ({round(size / 1024)} kB, works offline)"
            pages = complete_pages(site)
            del pages["offline.html"]
            own = [path for path in pages if not path.startswith(("ur/", "ps/"))]
            assert {path for path in own if words_ not in pages[path]} == set()
            assert html.unescape(frames(site)[0]["whole"]) == words_
            assert all(
                f"({round(size / 1024)} kB" in html.unescape(f["whole"]) for f in frames(site)
            )
            for path in ("data/index.md", "study/index.md"):
                assert words_ in words(site, path)

    def test_a_translated_page_leads_to_the_one_file(self) -> None:
        page = words(site_of("full"), "ur/data/index.md")
        assert 'href="../../offline.html" hreflang="en" download' in page


class TestAnotherTheme:
    def test_leaves_nothing_to_a_bar_that_may_not_stand_there(self) -> None:
        settings = Settings("A site", own_frame=False)
        site = render_site(publishable(study_named("own")), settings, HANDWRITTEN)
        for path in ("themes/opportunities/index.md", "about.md", "quotations/index.md"):
            page = words(site, path)
            quoted = page.count("<figure")
            assert quoted, path
            marked = page.count('<span class="sf-pill" data-pagefind-ignore>illustrative</span>')
            assert marked == quoted, path
        assert "sf-notice" in words(site, "about.md")
