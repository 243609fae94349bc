"""Any quotation of any Unicode reads back identical from the built pages, under both engines."""

import json
from pathlib import Path

import pytest
from hypothesis import Phase, given, settings
from projects import CONFIGURATION
from texts import NASTY, quotation_texts, texts_of

from study_findings.build import build
from study_findings.findings.theme_rows import MOST_OF_SECTION
from study_findings.project import read_project
from study_findings.render.explorer import FIRST_PAGE, WHOLE_LIST

DRAWN = 320
ENGINES = ("mkdocs", "zensical")
STUDY = """\
title: {title}
licence: CC-BY-4.0
gist: Words.
summary: Words.
groups:
  - id: people
    label: People
    singular: Person
"""


def drawn_texts(number: int) -> list[str]:
    """Draw many texts for one build, since a build for each would take hours."""
    drawn: list[str] = []

    @settings(max_examples=number, phases=[Phase.generate], database=None, deadline=None)
    @given(quotation_texts())
    def draw(text: str) -> None:
        drawn.append(text)

    draw()
    return drawn


def written(text: str) -> str:
    """Write a text as a YAML scalar in double quotes, which JSON's strings are."""
    return json.dumps(text, ensure_ascii=False)


@pytest.fixture(scope="module")
def quotations() -> dict[str, str]:
    texts = dict.fromkeys([*NASTY, *drawn_texts(DRAWN)])
    return {f"q{number:04}": text for number, text in enumerate(texts)}


@pytest.fixture(scope="module", params=ENGINES)
def site(
    request: pytest.FixtureRequest,
    tmp_path_factory: pytest.TempPathFactory,
    quotations: dict[str, str],
) -> Path:
    """Build a study that holds each text as a quotation, an original and a speaker's turn."""
    root = tmp_path_factory.mktemp(request.param)
    data = root / "themes_data"
    for folder in (data / "themes", data / "quotations"):
        folder.mkdir(parents=True)
    (root / "mkdocs.yml").write_text(CONFIGURATION, encoding="utf-8")
    (data / "study.yml").write_text(STUDY.format(title=written(NASTY[-1])), encoding="utf-8")
    (data / "themes/words.yml").write_text("id: words\ntitle: Words\n", encoding="utf-8")
    records = "".join(
        f"- id: {id_}\n  text: {written(text)}\n  themes: [words]\n  group: people\n"
        "  cleared: {by: EA, on: 2025-12-01, waived: Generated.}\n"
        for id_, text in quotations.items()
    )
    (data / "quotations/words.yml").write_text(records, encoding="utf-8")
    return build(read_project(root / "mkdocs.yml"), request.param).site_dir


def read_back(site: Path, url: str) -> list[str]:
    return texts_of((site / url / "index.html").read_bytes().decode())


def test_a_quotation_reads_back_from_its_own_page(site: Path, quotations: dict[str, str]) -> None:
    texts = set(quotations.values())
    for id_, text in quotations.items():
        first, *beside = read_back(site, f"q/{id_}")
        assert first == text
        assert set(beside) <= texts - {text}


def test_the_first_quotations_read_back_from_the_list_of_all_in_order(
    site: Path, quotations: dict[str, str]
) -> None:
    assert len(quotations) > WHOLE_LIST
    assert read_back(site, "quotations") == list(quotations.values())[:FIRST_PAGE]


def test_as_many_as_a_theme_prints_read_back_from_its_page_in_order(
    site: Path, quotations: dict[str, str]
) -> None:
    texts = list(quotations.values())
    assert read_back(site, "themes/words") == texts[: MOST_OF_SECTION + 1]


def test_all_quotations_read_back_from_the_downloads(
    site: Path, quotations: dict[str, str]
) -> None:
    records = json.loads((site / "data/findings.json").read_text("utf-8"))["quotations"]
    assert {record["id"]: record["text"] for record in records} == quotations
