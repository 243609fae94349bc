"""Source paths, the addresses they stand at, and navigation as an engine's setting."""

import pytest

from study_findings.project.site import NavItem, nav_configuration, output_of, url_of
from study_findings.render.markup import character_references


@pytest.mark.parametrize(
    ("path", "url", "output"),
    [
        ("index.md", "", "index.html"),
        ("about.md", "about/", "about/index.html"),
        ("themes/index.md", "themes/", "themes/index.html"),
        ("themes/being-known/index.md", "themes/being-known/", "themes/being-known/index.html"),
        ("q/q001/index.html", "q/q001/", "q/q001/index.html"),
    ],
)
def test_a_page_stands_at_its_name_without_an_ending(path: str, url: str, output: str) -> None:
    assert (url_of(path), output_of(path)) == (url, output)


@pytest.mark.parametrize(
    ("path", "output"),
    [
        ("README.md", "index.html"),
        ("notes/README.md", "notes/index.html"),
        ("data/findings.json", "data/findings.json"),
    ],
)
def test_engines_take_a_readme_for_an_index_and_copy_other_files(path: str, output: str) -> None:
    assert output_of(path) == output


def test_navigation_lists_pages_and_sections_with_escaped_titles() -> None:
    items = (
        NavItem("Home", "index.md"),
        NavItem("Themes", "themes/index.md", (NavItem("a: *b*", "themes/a/index.md"),)),
        NavItem("More", None, (NavItem("Thanks", "thanks.md"),)),
    )
    assert nav_configuration(items, character_references) == [
        {"Home": "index.md"},
        {"Themes": ["themes/index.md", {"a&#58; &#42;b&#42;": "themes/a/index.md"}]},
        {"More": [{"Thanks": "thanks.md"}]},
    ]
