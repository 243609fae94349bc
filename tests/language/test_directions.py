"""A language runs the way its script does: of Pakistan's languages, most from right to left."""

from __future__ import annotations

import pytest
from babel import Locale
from babel.localedata import locale_identifiers

from study_findings.language import interface_for
from study_findings.language.directions import direction

FROM_THE_RIGHT = (
    "ar ur ps sd fa prs skr khw hno bal pnb lah ks brh bgn haz ug ckb sdh lrc mzn glk azb he yi "
    "lad dv syr aii arc nqo rhg pa-PK pa-Arab ur-Aran ku-Arab uz-AF uz-Arab az-IR ff-Adlm ms-Arab"
).split()
FROM_THE_LEFT = (
    "en fr pa pa-IN hi bn ku ku-Latn uz az ur-Latn sd-Deva ks-Deva am ka el ru zh ja ko".split()
)


@pytest.mark.parametrize("language", FROM_THE_RIGHT)
def test_runs_from_right_to_left(language: str) -> None:
    assert direction(language) == "rtl"


@pytest.mark.parametrize("language", [*FROM_THE_LEFT, "tlh", "xx", "qaa", "en-x-arab"])
def test_runs_from_left_to_right(language: str) -> None:
    assert direction(language) == "ltr"


def test_every_language_that_babel_describes_runs_as_it_says() -> None:
    """Each language's own locale says; the program asks that of its script's likeliest language."""
    plain = [name for name in locale_identifiers() if name != "root" and not name[-2:].isupper()]
    assert len(plain) > 200
    orders = {name: Locale.parse(name).character_order for name in plain}
    found = {name: direction(name.replace("_", "-")) for name in plain}
    assert found == {
        name: "rtl" if order == "right-to-left" else "ltr" for name, order in orders.items()
    }


@pytest.mark.parametrize("language", ["khw", "hno", "prs", "skr"])
def test_what_the_site_names_itself_has_a_direction(language: str) -> None:
    assert interface_for("en").language_name(language) != language
    assert direction(language) == "rtl"


def test_every_language_that_has_a_name_has_a_direction() -> None:
    """Babel has no locale for most of them: it knows their likely script."""
    named = {str(name).replace("_", "-") for name in Locale.parse("en").languages}
    right = {name for name in named if direction(name) == "rtl"}
    assert named & set(FROM_THE_RIGHT) <= right
    assert not right & set(FROM_THE_LEFT)
    assert {"bal", "brh", "khw", "lah", "trw"} <= right
    assert len(named & set(FROM_THE_RIGHT)) > 20
    assert len(right) < len(named) / 10
