"""Licences: what authors write for one is read as SPDX has it, or told."""

from __future__ import annotations

from html import unescape
from pathlib import Path

import pytest
from builder import edited, write_study
from hypothesis import given
from hypothesis import strategies as st
from loading import load_study

from study_findings.model.licences import LONGEST, is_listed, normalised, pieces
from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings
from study_findings.render import render_site

CC_BY = "https://creativecommons.org/licenses/by/4.0/"


@pytest.mark.parametrize(
    ("written", "id_"),
    [
        ("CC-BY-4.0", "CC-BY-4.0"),
        ("CC BY 4.0", "CC-BY-4.0"),
        ("cc-by-4.0", "CC-BY-4.0"),
        ("CC_BY_4.0", "CC-BY-4.0"),
        ("CC BY 4", "CC-BY-4.0"),
        ("CC BY v4.0", "CC-BY-4.0"),
        ("CC\u00a0BY\u00a04.0", "CC-BY-4.0"),
        ("CC\u2011BY\u20114.0", "CC-BY-4.0"),
        ("CC BY\u200b 4.0", "CC-BY-4.0"),
        ("Creative Commons Attribution 4.0 International", "CC-BY-4.0"),
        ("Creative Commons Attribution 4.0 International (CC BY 4.0)", "CC-BY-4.0"),
        ("Creative Commons Attribution (CC BY) 4.0", "CC-BY-4.0"),
        ("Licensed under a Creative Commons Attribution 4.0 International Licence.", "CC-BY-4.0"),
        ("Attribution-NonCommercial-ShareAlike 4.0 International", "CC-BY-NC-SA-4.0"),
        ("Creative Commons Attribution-Non Commercial-No Derivs 3.0", "CC-BY-NC-ND-3.0"),
        ("cc by-nc-nd 4.0", "CC-BY-NC-ND-4.0"),
        ("CC BY 3.0 IGO", "CC-BY-3.0-IGO"),
        ("CC0", "CC0-1.0"),
        ("CC0 1.0 Universal (CC0 1.0) Public Domain Dedication", "CC0-1.0"),
        ("Creative Commons Zero v1.0 Universal", "CC0-1.0"),
        ("https://creativecommons.org/licenses/by/4.0/", "CC-BY-4.0"),
        ("http://www.creativecommons.org/licenses/by-sa/4.0", "CC-BY-SA-4.0"),
        ("https://creativecommons.org/licenses/by-nc-nd/4.0/deed.en", "CC-BY-NC-ND-4.0"),
        ("https://creativecommons.org/licenses/by/3.0/igo/legalcode", "CC-BY-3.0-IGO"),
        ("https://creativecommons.org/publicdomain/zero/1.0/", "CC0-1.0"),
        ("https://spdx.org/licenses/ODbL-1.0.html", "ODbL-1.0"),
        ("MIT License", "MIT"),
        ("Apache License, Version 2.0", "Apache-2.0"),
        ("gpl-3.0", "GPL-3.0-only"),
        ("GPLv3", "GPL-3.0-only"),
        ("GPL v3 or later", "GPL-3.0-or-later"),
        ("GPLv2+", "GPL-2.0-or-later"),
        ("AGPL-3", "AGPL-3.0-only"),
        ("GNU General Public License v3.0", "GPL-3.0-only"),
        ("GNU Lesser General Public License, version 2.1", "LGPL-2.1-only"),
        ("Apache 2", "Apache-2.0"),
        ("© CC BY 4.0.", "CC-BY-4.0"),
        ('"CC BY-NC-ND 4.0"', "CC-BY-NC-ND-4.0"),
        ("CC-BY-NC-ND 4.0", "CC-BY-NC-ND-4.0"),
        ("cc by 4.0 or mit", "CC-BY-4.0 OR MIT"),
        ("CC-BY-4.0 AND (MIT OR Apache-2.0)", "CC-BY-4.0 AND (MIT OR Apache-2.0)"),
        ("MIT with classpath-exception-2.0", "MIT WITH Classpath-exception-2.0"),
        ("LicenseRef-All-rights-reserved", "LicenseRef-All-rights-reserved"),
    ],
)
def test_what_means_one_licence_becomes_its_id(written: str, id_: str) -> None:
    assert normalised(written) == id_
    assert is_listed(id_)


@pytest.mark.parametrize(
    "written",
    [
        "All rights reserved",
        "© 2025 the authors",
        "not_reported",
        "CC BY",
        "CC-BY-9.0",
        "CC BY-ND-SA 4.0",
        "CC BY 4.0 (CC BY-SA 4.0)",
        "CC BY 4.0 (NC)",
        "CC (NC) 4.0 (BY)",
        "CC BY 4.0, CC BY-SA 4.0",
        "CC BY 4.0 for teaching",
        "BY 4.0",
        "public domain",
        "CC-BY-4.0 AND",
        "AND",
        "MIT CC-BY-4.0",
        "()",
        "((((((((((",
        "Classpath-exception-2.0",
        "https://creativecommons.org/licenses/by/9.0/",
        "https://example.org/licenses/by/4.0/",
        "x" * 100_000,
        "CC BY " * 50_000,
    ],
)
def test_what_does_not_stays_as_it_is(written: str) -> None:
    found = normalised(written)
    assert found.split() == written.split()
    assert not is_listed(found)
    assert pieces(found) == ((found, ""),)


@given(st.text(max_size=LONGEST + 20) | st.text("CBY04.()-ANDOR ", max_size=60))
def test_it_is_the_same_when_read_again(written: str) -> None:
    once = normalised(written)
    assert normalised(once) == once


@pytest.mark.parametrize(
    ("licence", "shown"),
    [
        ("CC-BY-4.0", [("CC BY 4.0", CC_BY)]),
        (
            "CC-BY-NC-ND-3.0-IGO",
            [
                (
                    "CC BY-NC-ND 3.0 IGO",
                    "https://creativecommons.org/licenses/by-nc-nd/3.0/igo/",
                )
            ],
        ),
        ("CC0-1.0", [("CC0 1.0", "https://creativecommons.org/publicdomain/zero/1.0/")]),
        ("MIT", [("MIT", "https://spdx.org/licenses/MIT.html")]),
        ("LicenseRef-All-rights-reserved", [("All rights reserved", "")]),
        (
            "CC-BY-4.0 OR MIT",
            [
                ("CC BY 4.0", CC_BY),
                (" ", ""),
                ("OR", ""),
                (" ", ""),
                ("MIT", "https://spdx.org/licenses/MIT.html"),
            ],
        ),
    ],
)
def test_readers_see_its_name_and_can_follow_it(licence: str, shown: list[tuple[str, str]]) -> None:
    assert list(pieces(licence)) == shown


@pytest.mark.parametrize(
    ("written", "links"),
    [
        ("CC BY 4.0", [CC_BY]),
        ("cc-by-4.0 OR MIT", [CC_BY, "https://spdx.org/licenses/MIT.html"]),
        ("All rights reserved", []),
    ],
)
def test_each_place_that_shows_it_leads_to_it(
    tmp_path: Path, written: str, links: list[str]
) -> None:
    files = edited("study.yml", "licence: CC-BY-4.0", f"licence: {written}")
    study = load_study(write_study(tmp_path, files))
    rendered = render_site(publishable(study), Settings("Findings", "")).files
    for page in ("cite/index.md", "data/index.md"):
        text = unescape(rendered[page].decode())
        assert [text.count(f'rel="license" href="{link}"') for link in links] == [1] * len(links)
        assert text.count('rel="license"') == len(links)
    assert f'"licence": "{normalised(written)}"'.encode() in rendered["data/findings.json"]
