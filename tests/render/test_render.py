"""The sources of three pages of the full study, as an engine gets them."""

import re
from collections.abc import Callable

import pytest
from loading import load_study
from projects import FULL

from study_findings.privacy.publishable import publishable
from study_findings.project.site import Settings, Site
from study_findings.render import render_site

# The file for reading offline holds the stylesheet, which changes for reasons of its own.
SIZE = re.compile(rb"[\d,]+(?= kB)")


@pytest.fixture(scope="module")
def site() -> Site:
    return render_site(
        publishable(load_study(FULL)), Settings("The bus clinic", "https://example.org/")
    )


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("index.md", "home.md"),
        ("themes/knowing-when/index.md", "theme.md"),
        ("voices/index.md", "voices.md"),
    ],
)
def test_source_is_as_it_was(
    site: Site, golden: Callable[[str, bytes], None], path: str, name: str
) -> None:
    golden(name, SIZE.sub(b"N", site.files[path]))


def test_every_source_is_front_matter_and_one_block_of_html(site: Site) -> None:
    for path, content in site.files.items():
        if path.endswith(".md"):
            _, front, body = content.decode().split("---\n", 2)
            assert front.startswith('title: "'), path
            assert body.startswith("\n<"), path
            assert "\n\n" not in body.strip(), path
            assert not any(line.startswith((" ", "\t")) for line in body.splitlines()), path


def test_rendering_twice_gives_the_same_bytes() -> None:
    settings = Settings("The bus clinic")
    assert render_site(publishable(load_study(FULL)), settings) == render_site(
        publishable(load_study(FULL)), settings
    )
