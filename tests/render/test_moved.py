"""What was renamed is found where it stood: pages lead on, anchors stay, in every language."""

from __future__ import annotations

import csv
import html
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from loading import load_study
from projects import FULL
from shapes import quotation, study_of, theme

from study_findings.exporters.findings_file import findings_json
from study_findings.exporters.quotations import quotations_csv
from study_findings.findings.facets import Facets
from study_findings.findings.former import Moved, moved_lists, moved_quotations, moved_themes
from study_findings.findings.views import Findings
from study_findings.model import Study
from study_findings.privacy.publishable import publishable
from study_findings.problems import StudyError
from study_findings.project.site import Settings, Site
from study_findings.render import outline_site, render_site

HERE = Settings("The site", "https://example.org/repo/")
GROUPS = [
    {"id": "students", "formerly": ["s"], "label": "Students", "singular": "Student"},
    {"id": "faculty", "label": "Faculty", "singular": "Teacher"},
]
STONE = {"id": "gone", "formerly": ["went"], "withdrawn": {"on": "2025-12-02"}}


def renamed() -> Study:
    """Make a study in which something of every kind had another id."""
    return study_of(
        groups=GROUPS,
        sessions=[
            {"id": "fgd", "formerly": ["f1"], "kind": "focus-group", "groups": ["students"]},
            {"id": "idi", "kind": "interview", "groups": ["faculty", "students"]},
        ],
        codebook=[
            {"id": "c", "label": "C", "codes": [{"id": "d", "formerly": ["d1"], "label": "D"}]}
        ],
        themes=[
            theme(
                "new",
                "The new",
                formerly=("oldest", "old"),
                subthemes=[{"id": "inner", "formerly": ["within"], "title": "Inner"}],
            ),
            theme("other"),
        ],
        quotations=[
            quotation("q2", "new", formerly=["q1"], session="fgd", group=None),
            quotation("q3", "inner", session="idi", group="students"),
            quotation("q4", "other", group="faculty"),
            STONE,
        ],
        implications=[{"id": "i", "formerly": ["i1"], "text": "Do.", "themes": ["new"]}],
    )


@pytest.fixture(scope="module")
def findings() -> Findings:
    return Findings(publishable(renamed()))


@pytest.fixture(scope="module")
def site() -> Site:
    return render_site(publishable(renamed()), HERE)


def page(site: Site, path: str) -> str:
    return html.unescape(site.files[path].decode())


def moves(found: Any) -> list[tuple[str, str, str]]:
    return [(moved.former, moved.now, moved.label) for moved in found]


def test_pages_of_themes_and_quotations_lead_on(findings: Findings) -> None:
    assert moves(moved_themes(findings)) == [
        ("themes/oldest/", "themes/new/", "The new"),
        ("themes/old/", "themes/new/", "The new"),
    ]
    assert moves(moved_quotations(findings)) == [
        ("q/q1/", "q/q2/", "Quotation q2"),
        ("q/went/", "q/gone/", "Quotation gone"),
    ]


def test_so_do_lists_page_by_page(findings: Findings) -> None:
    found = moves(moved_lists(Facets(findings), most=1))
    assert ("quotations/by/theme/old/", "quotations/by/theme/new/", "The new") in found
    assert ("quotations/by/theme/old/2/", "quotations/by/theme/new/2/", "The new") in found
    assert ("quotations/by/theme/within/", "quotations/by/theme/inner/", "Inner") in found
    assert [former for former, _, _ in found if "/3/" in former] == []
    assert {former.split("/")[3] for former, _, _ in found} == {
        "s",
        "oldest",
        "old",
        "within",
        "f1",
    }


def test_a_renamed_attribute_renames_its_lists() -> None:
    levels = {"id": "age", "formerly": ["years"], "label": "Age", "levels": ["a", "b"]}
    people = [
        {"id": f"p{n}", "group": "students", "attributes": {"age": "ab"[n % 2]}} for n in range(8)
    ]
    said = [quotation(f"q{n}", "t", participant=f"p{n}", group=None) for n in range(8)]
    study = study_of(
        attributes=[{**levels, "publish": True}],
        participants=people,
        themes=[theme("t")],
        quotations=said,
    )
    found = moves(moved_lists(Facets(Findings(publishable(study))), most=100))
    assert found == [
        ("quotations/by/attribute-years/a/", "quotations/by/attribute-age/a/", "a"),
        ("quotations/by/attribute-years/b/", "quotations/by/attribute-age/b/", "b"),
    ]


def test_the_page_leads_on_by_itself_by_a_link_and_for_search_engines(site: Site) -> None:
    text = page(site, "themes/old/index.html")
    assert '<meta http-equiv="refresh" content="0; url=../new/">' in text
    assert '<link rel="canonical" href="https://example.org/repo/themes/new/">' in text
    assert '<meta name="robots" content="noindex">' in text
    assert '<a id="moved" href="../new/">The new</a>' in text
    assert "data-pagefind-body" not in text
    assert '<h1 class="sf-quotation-title">This page has a new address</h1>' in text


def test_a_tombstone_can_be_reached_too(site: Site) -> None:
    assert 'url=../gone/"' in page(site, "q/went/index.html")
    assert "This quotation was withdrawn on" in page(site, "q/gone/index.html")


def test_without_an_address_of_its_own_the_canonical_link_is_relative() -> None:
    site = render_site(publishable(renamed()), Settings("The site"))
    assert '<link rel="canonical" href="../q2/">' in page(site, "q/q1/index.html")


@pytest.mark.parametrize(
    ("path", "former", "beside"),
    [
        ("themes/new/index.md", "q1", 'id="q2"'),
        ("themes/new/index.md", "within", 'id="inner"'),
        ("quotations/index.md", "q1", 'id="q2"'),
        ("quotations/index.md", "in-old", 'id="in-new"'),
        ("quotations/index.md", "in-within", 'id="in-inner"'),
        ("voices/index.md", "s", 'id="students"'),
        ("voices/index.md", "f1", 'id="fgd"'),
        ("codebook/index.md", "d1", 'id="d"'),
        ("practice/index.md", "i1", 'id="i"'),
        ("index.md", "i1", 'id="i"'),
        ("offline.html", "q1", 'id="q2"'),
    ],
)
def test_anchors_stay_where_they_were(site: Site, path: str, former: str, beside: str) -> None:
    text = page(site, path)
    assert text.count(f'<span id="{former}"></span>') == 1
    there, anchor = text.index(beside), text.index(f'<span id="{former}"></span>')
    assert there < anchor < there + 200


def test_no_id_stands_twice_on_a_page(site: Site) -> None:
    for path in site.files:
        if path.endswith((".md", ".html")):
            ids = re.findall(r'(?<![\w-])id="([^"]*)"', page(site, path))
            assert len(ids) == len(set(ids)), path


def test_every_language_has_the_former_address_of_a_theme(tmp_path: Path) -> None:
    study = load_study(FULL)
    first = next(t for t in study.themes if t.id == "knowing-when")
    themes = tuple(
        t.model_copy(update={"formerly": ("days",)}) if t is first else t for t in study.themes
    )
    site = render_site(publishable(study.model_copy(update={"themes": themes})), HERE)
    text = page(site, "ur/themes/days/index.html")
    assert '<html lang="ur" dir="rtl"' in text
    assert 'content="0; url=../knowing-when/"' in text
    assert 'rel="canonical" href="https://example.org/repo/ur/themes/knowing-when/"' in text
    assert '<a id="moved" href="../knowing-when/">آنے کا دن معلوم ہونا</a>' in text
    assert "themes/days/index.html" in site.files
    assert "ur/q/q001/index.html" not in site.files


def test_the_outline_has_the_same_files(site: Site) -> None:
    assert outline_site(publishable(renamed()), HERE).files.keys() == site.files.keys()


def test_a_search_finds_a_quotation_by_its_former_id(site: Site) -> None:
    (words,) = re.findall(
        r'data-pagefind-meta="words\[content\]" content="([^"]*)"', page(site, "q/q2/index.html")
    )
    assert "q1" in words.split()


def test_the_downloads_tell_former_ids(findings: Findings) -> None:
    found = json.loads(findings_json(findings, ""))
    assert found["themes"][0]["formerly"] == ["oldest", "old"]
    assert found["themes"][0]["subthemes"][0]["formerly"] == ["within"]
    assert {q["id"]: q.get("formerly") for q in found["quotations"]} == {
        "q2": ["q1"],
        "q3": None,
        "q4": None,
        "gone": ["went"],
    }
    assert [group.get("formerly") for group in found["study"]["groups"]] == [["s"], None]
    text = quotations_csv(findings, "").decode("utf-8-sig")
    rows = csv.DictReader(io.StringIO(text, newline=""))
    assert [row["formerly"] for row in rows if row["theme_number"] == "1"] == ["q1", "", ""]


def test_the_explorer_knows_values_by_their_former_ids(site: Site) -> None:
    text = page(site, "quotations/index.md")
    assert 'value="new" data-formerly="oldest old">' in text
    assert 'value="other">' in text


def test_a_template_that_asks_for_a_former_id_is_told_the_new_one() -> None:
    with pytest.raises(StudyError) as error:
        render_site(publishable(renamed()), HERE, {"a.md.j2": '{{ quotation("q1") }}'})
    (problem,) = error.value.problems
    assert 'the quotation "q1" has another id now: "q2"' in problem.message


def test_what_moved_is_told_once_for_each_former_id() -> None:
    study = study_of(themes=[theme("a", formerly=("b", "c"))], quotations=[])
    found = list(moved_themes(Findings(publishable(study))))
    assert all(isinstance(moved, Moved) and moved.theme is not None for moved in found)
    assert [moved.former for moved in found] == ["themes/b/", "themes/c/"]
