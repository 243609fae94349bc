"""Scripts speak the site's languages, and a font is asked for only where the site brings one."""

from __future__ import annotations

import pytest

from study_findings.language import interface_for
from study_findings.render.assets import assets, in_language, stylesheet


def test_a_script_says_its_messages_in_one_language() -> None:
    script = 'say(_("Close"), _("Nothing found for “{}”."));\n'
    assert in_language(script, interface_for("en")) == 'say("Close", "Nothing found for “{}”.");\n'
    closed = interface_for("ur").gettext("Close")
    assert in_language('_("Close")', interface_for("ur")) == f'"{closed}"'


def test_a_name_that_ends_in_an_underscore_is_no_message() -> None:
    assert in_language('make_("Close")', interface_for("ur")) == 'make_("Close")'


def test_comments_stay_behind_and_addresses_do_not() -> None:
    script = '// Why.\nlet at = "https://example.org/"; // here\n  // And so.\n'
    assert in_language(script, interface_for("en")) == 'let at = "https://example.org/"; // here\n'


def test_each_language_of_a_site_has_its_scripts() -> None:
    found = assets(["en", "ur", "fr"], nastaliq=False)
    assert {path for path in found if path.endswith(".js")} == {
        "assets/explorer.en.js",
        "assets/explorer.ur.js",
        "assets/findings.en.js",
        "assets/findings.ur.js",
        "assets/search.js",
    }


@pytest.mark.parametrize("nastaliq", [True, False])
def test_a_font_is_named_where_the_site_brings_it(nastaliq: bool) -> None:
    css = assets(["en"], nastaliq)["assets/findings.css"].decode()
    assert ("nastaliq.woff2" in css) == nastaliq
    assert "url(" not in stylesheet()
