"""Scripts speak the site's languages, and a font is asked for only where the site brings one."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from modules import imported_by, reached_from

import study_findings
from study_findings.language import interface_for
from study_findings.render.assets import OF_SOME_PAGES, assets, compact, in_language, stylesheet


def test_a_script_says_its_messages_in_one_language() -> None:
    script = 'say(_("Close"), _("Nothing found for “{}”."));\n'
    assert in_language(script, interface_for("en")) == 'say("Close", "Nothing found for “{}”.");\n'
    closed = interface_for("ur").gettext("Close")
    assert in_language('_("Close")', interface_for("ur")) == f'"{closed}"'


def test_a_message_may_stand_on_a_line_of_its_own() -> None:
    script = 'say(\n  _(\n    "Close",\n  ),\n);\n'
    assert in_language(script, interface_for("en")) == 'say(\n"Close",\n);\n'


def test_a_name_that_ends_in_an_underscore_is_no_message() -> None:
    assert in_language('make_("Close")', interface_for("ur")) == 'make_("Close")'


def test_comments_stay_behind_and_addresses_do_not() -> None:
    script = '// Why.\nlet at = "https://example.org/"; // here\n  // And so.\n'
    assert in_language(script, interface_for("en")) == 'let at = "https://example.org/"; // here\n'


def scripts(*languages: str) -> dict[str, str]:
    found = assets(languages, nastaliq=False)
    return {path: content.decode() for path, content in found.items() if path.endswith(".js")}


def test_each_language_of_a_site_has_its_scripts() -> None:
    names = {path.rpartition("/")[2] for path in scripts("en")}
    assert {"findings.js", "explorer.js", "search.js"} < names
    assert set(scripts("en", "ur", "fr")) == {
        f"assets/scripts/{language}/{name}" for language in ("en", "ur") for name in names
    }


@pytest.mark.parametrize("language", ["en", "ur", "ps"])
def test_every_script_is_loaded_by_a_page_or_imported_and_all_that_is_imported_is_there(
    language: str,
) -> None:
    modules = scripts(language)
    folder = f"assets/scripts/{language}/"
    assert imported_by(modules, f"{folder}search.js") >= {f"{folder}search_index.js"}
    entries = (f"{folder}findings.js", f"{folder}explorer.js")
    assert reached_from(modules, entries) == set(modules)


def test_a_script_imports_what_stands_above_it_in_the_architecture() -> None:
    page = Path(study_findings.__file__).parents[2] / "docs/architecture.md"
    block = page.read_text("utf-8").split("### The scripts")[1].split("```")[1]
    listed = [
        f"assets/scripts/en/{name}.js" for name in re.findall(r"^(\w+) {2,}", block, re.MULTILINE)
    ]
    modules = scripts("en")
    assert sorted(listed) == sorted(modules)
    for place, path in enumerate(listed):
        assert imported_by(modules, path) <= set(listed[:place]), path


@pytest.mark.parametrize("language", ["en", "ur"])
def test_no_message_of_a_script_is_left_to_be_said(language: str) -> None:
    left = {path: re.findall(r"\b_\(.*", text) for path, text in scripts(language).items()}
    assert {path: found for path, found in left.items() if found} == {}


@pytest.mark.parametrize("nastaliq", [True, False])
def test_a_font_is_named_where_the_site_brings_it(nastaliq: bool) -> None:
    css = assets(["en"], nastaliq)["assets/findings.css"].decode()
    assert ("nastaliq.woff2" in css) == nastaliq
    assert "url(" not in stylesheet()


def test_a_stylesheet_leaves_its_room_and_remarks_behind_and_nothing_else() -> None:
    css = """/* Why. */
.a:is(h1, h2) > b :hover {
  margin: calc(1px + 2px) auto;
  content: " (" attr(href) "· ";
}
@media (min-width: 48rem) and (hover) {
  .b .c { color: red; }
}
"""
    assert compact(css) == (
        '.a:is(h1,h2) > b :hover{margin:calc(1px + 2px) auto;content:" (" attr(href) "· "}'
        "@media (min-width:48rem) and (hover){.b .c{color:red}}"
    )


@pytest.mark.parametrize("name", ["findings.css", *OF_SOME_PAGES])
def test_every_part_of_a_stylesheet_stands_outside_of_all_others(name: str) -> None:
    depth = 0
    for line in assets(["en"], nastaliq=False)[f"assets/{name}"].decode().splitlines():
        assert not (line.startswith("/* ") and depth), f"within another part: {line}"
        depth += line.count("{") - line.count("}")
    assert depth == 0
