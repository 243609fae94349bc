"""Sessions name declared sites by their ids; without any, a place is words."""

from __future__ import annotations

from pathlib import Path

import pytest
from builder import SMALL, edited, problems_of

from study_findings.model import NOT_REPORTED

SITES = "sites:\n  - {id: valley, label: Valley, sites: [{id: main-hall, label: Main hall}]}\n"
UNKNOWN = "error unknown-site: session fgd-1 names site"
IN_WORDS = (
    "notice site-in-words: session {} says in words where it was: no filter finds it, and no "
    "smallest cell hides it; declare the place under `sites` in study.yml, and name its id"
)
# What a session names -> what is told.
NAMED = {
    "main-hall": [],
    "main-hal": [f'{UNKNOWN} "main-hal", which is not declared; did you mean "main-hall"?'],
    "elsewhere": [
        f'{UNKNOWN} "elsewhere", which is not declared; declare it under `sites` in study.yml, or '
        "name another"
    ],
    "MAIN hall": [f'{UNKNOWN} "MAIN hall", which is not declared; write main-hall, the id'],
    '"Main  hall"': [f'{UNKNOWN} "Main hall", which is not declared; write main-hall, the id'],
    "A house by the road": [IN_WORDS.format("fgd-1")],
}


def at(site: str, other: str = NOT_REPORTED) -> dict[str, str]:
    """Give sessions that name a site each."""
    first, second = SMALL["sessions.yml"].split("- id: idi-1")
    return {"sessions.yml": f"{first}  site: {site}\n- id: idi-1{second}  site: {other}\n"}


@pytest.mark.parametrize("site", NAMED)
def test_a_session_names_a_declared_site(tmp_path: Path, site: str) -> None:
    files = {**edited("study.yml", "groups:\n", f"{SITES}groups:\n"), **at(site)}
    assert problems_of(tmp_path, files) == [f"sessions.yml:4:9 {told}" for told in NAMED[site]]


def test_each_session_is_looked_at(tmp_path: Path) -> None:
    files = {"study.yml": SMALL["study.yml"] + SITES, **at("A house", "A room")}
    assert problems_of(tmp_path, files) == [
        f"sessions.yml:4:9 {IN_WORDS.format('fgd-1')}",
        f"sessions.yml:8:9 {IN_WORDS.format('idi-1')}",
    ]


def test_without_declared_sites_a_place_is_words_as_ever(tmp_path: Path) -> None:
    assert problems_of(tmp_path, at("main-hal", "A house")) == []


def test_where_the_study_cannot_be_read_no_site_is_missed(tmp_path: Path) -> None:
    files = {"study.yml": f"{SMALL['study.yml']}{SITES}title: [\n", **at("elsewhere")}
    assert not any("site" in line for line in problems_of(tmp_path, files))
