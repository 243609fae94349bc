"""Who was brought in and waits in `private/` comes into the study with the first words cleared."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

import pytest
from flask.testing import FlaskClient
from test_desk import client, decide, desk, files, page, post, root
from test_desk_brings_in import give, send

from study_findings.editing.waiting_people import people_in_private
from study_findings.reading.load import check_study

__all__ = ["client", "desk", "root"]

PEOPLE: Final = "themes_data/participants.yml"
TABLE: Final = (
    "Theme,Illustrative quote,Participant\n"
    "Made-up theme,We carried the invented lamp home.,K9\n"
    "Made-up theme,Nobody wrote this lamp down.,K9\n"
)


@pytest.fixture
def brought(client: FlaskClient, root: Path) -> Path:
    """Give the study with K9 and two things she says waiting; nobody could recognise her."""
    give(client, TABLE)
    send(client, "options", group="keepers")
    assert send(client, "import").status_code == 302
    path = root / "themes_data/study.yml"
    text = path.read_text("utf-8")
    counted = r"(- id: keepers\n(?:    .*\n)*?    participants: )\d+"
    told, number = re.subn(counted, r"\g<1>40", text)
    assert number == 1
    path.write_text(told, "utf-8")
    return root


def listed(root: Path) -> dict[str, object]:
    study = check_study(root / "themes_data").study
    assert study is not None
    return {person.id: person for person in study.participants}


def without_group(root: Path) -> None:
    path = root / "private/participants.yml"
    path.write_text(re.sub(r"(- id: k9\n)  group: .*\n", r"\1", path.read_text("utf-8")), "utf-8")


def test_the_speaker_comes_once_and_says_no_more_than_group_and_sessions(
    brought: Path, client: FlaskClient
) -> None:
    path = brought / "private/participants.yml"
    path.write_text(path.read_text("utf-8") + "  attributes: {years: Up to ten}\n", "utf-8")
    assert "k9" in people_in_private(brought)
    assert "k9" not in listed(brought)
    assert decide(client, "q020", "clear", by="EA").status_code == 302
    assert "k9" in listed(brought)
    text = (brought / PEOPLE).read_text("utf-8")
    assert text.endswith("- id: k9\n  group: keepers\n")
    assert decide(client, "q021", "clear", by="EA").status_code == 302
    assert (brought / PEOPLE).read_text("utf-8") == text


def test_undoing_takes_the_speaker_back(brought: Path, client: FlaskClient) -> None:
    before = files(brought)
    assert decide(client, "q020", "clear", by="EA").status_code == 302
    assert post(client, "undo").status_code == 302
    assert files(brought) == before


def test_what_is_wrong_with_the_speakers_record_is_told_before_anything_moves(
    brought: Path, client: FlaskClient
) -> None:
    without_group(brought)
    before = files(brought)
    answer = decide(client, "q020", "clear", by="EA")
    assert answer.status_code == 422
    assert re.search("participant k9 has no .*group", answer.text)
    assert files(brought) == before


def test_a_speaker_who_could_be_recognised_is_not_cleared_until_somebody_says_why(
    brought: Path, client: FlaskClient
) -> None:
    path = brought / "private/quotations/made-up-theme.yml"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("  participant: k9\n", "  participant: k9\n  as_printed: The only diver\n", 1)
    )
    assert "Who speaks could be recognised" in page(client, "waiting/q020")
    before = files(brought)
    assert decide(client, "q020", "clear", by="EA").status_code == 422
    assert files(brought) == before
    answer = decide(client, "q020", "accept-risk", why="she agreed", by="EA")
    assert answer.status_code == 302, answer.text
    assert "she agreed" in (brought / "private/participants.yml").read_text("utf-8")
    assert "she agreed" not in (brought / PEOPLE).read_text("utf-8")
    assert decide(client, "q020", "clear", by="EA").status_code == 302
    assert "she agreed" in (brought / PEOPLE).read_text("utf-8")


def test_somebody_who_waits_can_be_chosen_as_speaker(brought: Path, client: FlaskClient) -> None:
    assert '<option value="k9">k9 (not public yet)</option>' in page(client, "waiting/q018")


def test_a_list_that_is_no_yaml_keeps_the_desk_open(brought: Path, client: FlaskClient) -> None:
    (brought / "private/participants.yml").write_text("- id: [", "utf-8")
    assert "invented lamp" in page(client, "waiting/q020")
    assert decide(client, "q020", "clear", by="EA").status_code == 422
