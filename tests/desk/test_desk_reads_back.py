"""At the desk, words are given to who said them, and what they answer is carried out."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
import yaml
from flask.testing import FlaskClient
from test_desk import HOST, ORIGIN, SECRET, client, desk, files, page, post, root, waiting
from werkzeug.test import TestResponse

from study_findings.editing.register import read_register
from study_findings.reading.load import check_study

__all__ = ["client", "desk", "root"]


def of_k1(root: Path) -> str:
    """Name a published quotation of k1, once no claim rests on it."""
    for path in (root / "themes_data").rglob("*.yml"):
        text = path.read_text("utf-8")
        without = re.sub(r"^( *)claims:\n(?:\1 +.*\n)+", "", text, flags=re.M)
        without = re.sub(r"^key_messages:\n(?: .*\n)+", "", without, flags=re.M)
        if without != text:
            path.write_text(without, "utf-8")
    study = check_study(root / "themes_data").study
    assert study is not None
    return next(q.id for q in study.published if q.participant == "k1")


def take_in(client: FlaskClient, remark: str = "", **given: str) -> TestResponse:
    """Type in what k1 wrote on paper: by quotation keep, take-out, or the words of a change."""
    sent = {"participant": "k1", "remark": remark}
    for id_, answer in given.items():
        is_change = answer not in ("keep", "take-out")
        sent[f"answer:{id_}"] = "change" if is_change else answer
        sent[f"words:{id_}"] = answer if is_change else ""
    return post(client, "read-back/paper", **sent)


def test_a_page_is_written_for_one_person_into_the_private_folder(
    client: FlaskClient, root: Path
) -> None:
    before = files(root)
    answer = post(client, "read-back/page", participant="k1", language="ur")
    assert answer.status_code == 200
    new = set(files(root)) - set(before)
    assert "private/read-back/k1.html" in new
    assert all(name.startswith("private/read-back/") for name in new)
    assert 'lang="ur"' in (root / "private/read-back/k1.html").read_text("utf-8")
    assert "1 asked, 0 answered" in re.sub(r"\s+", " ", page(client, "read-back/"))


def test_answers_are_kept_and_shown_and_nothing_else_is_done(
    client: FlaskClient, root: Path
) -> None:
    public = of_k1(root)
    before = files(root)
    assert take_in(client, "Well said.", q017="take-out", **{public: "keep"}).status_code == 302
    after = files(root)
    changed = {name for name in after if after[name] != before.get(name)}
    assert changed
    assert all(name.startswith("private/read-back/") for name in changed)
    shown = page(client, "read-back/answers")
    assert "q017: take it out" in shown
    assert f"{public}: keep it as it is" in shown
    assert "Well said." in shown
    assert f"answers/{public}" not in shown


def test_each_answer_is_carried_out_by_itself_and_can_be_undone(
    client: FlaskClient, root: Path
) -> None:
    public = of_k1(root)
    take_in(client, q017="take-out", **{public: "take-out"})
    recorded = files(root)
    post(client, "read-back/answers/q017")
    assert "kept_out: true" in waiting(root)
    assert "withdrawn" not in page(client, "read-back/answers").split("<main")[1].split(public)[0]
    post(client, f"read-back/answers/{public}")
    study = check_study(root / "themes_data").study
    assert study is not None
    gone = next(q for q in study.quotations if q.id == public)
    assert gone.withdrawn is not None
    assert gone.text is None
    post(client, "undo")
    post(client, "undo")
    assert files(root) == recorded


def test_what_is_wanted_otherwise_is_written_beside_the_words(
    client: FlaskClient, root: Path
) -> None:
    words = waiting(root)
    take_in(client, q017="Say less of the ferry.")
    post(client, "read-back/answers/q017")
    assert "Say less of the ferry." in waiting(root)
    assert "My cousin steers the ferry" in words
    assert "My cousin steers the ferry" in waiting(root)
    assert "Say less of the ferry." in page(client, "waiting/q017")


@pytest.mark.parametrize(
    ("is_public", "answer", "becomes"),
    [
        (True, "take-out", "is withdrawn"),
        (True, "Say less of it.", "waits in private/"),
        (False, "take-out", "is kept out"),
        (False, "Say less of it.", "waits in private/"),
    ],
)
def test_where_the_words_stand_elsewhere_too_what_becomes_of_them_is_said(
    client: FlaskClient, root: Path, is_public: bool, answer: str, becomes: str
) -> None:
    id_ = of_k1(root) if is_public else "q017"
    words = next(
        record["text"]
        for path in root.rglob("quotations/*.yml")
        for record in yaml.safe_load(path.read_text("utf-8"))
        if record["id"] == id_
    )
    (root / "content/sky.md").write_text(f"# Sky\n\n{words}\n", "utf-8")
    take_in(client, **{id_: answer})
    text = post(client, f"read-back/answers/{id_}").text
    assert f"words of quotation {id_} stand here too, and stay when it {becomes}" in text
    assert "content/sky.md" in text


def test_of_somebody_elses_words_nothing_is_done(client: FlaskClient, root: Path) -> None:
    take_in(client, q018="take-out")
    before = files(root)
    assert "of somebody else" in page(client, "read-back/answers").casefold()
    post(client, "read-back/answers/q018")
    assert files(root) == before


@pytest.mark.parametrize("sent", [b"", b"\x00\xff", b"{", b"[" * 10_000, b"hello there"])
def test_what_is_no_answer_changes_nothing(client: FlaskClient, root: Path, sent: bytes) -> None:
    before = files(root)
    answer = client.post(
        f"/{SECRET}/read-back/answers",
        data={"file": (io.BytesIO(sent), "answers.json")},
        headers={"Host": HOST, "Origin": ORIGIN},
    )
    assert answer.status_code == 422
    assert files(root) == before


def test_a_saved_file_is_read_in(client: FlaskClient, root: Path) -> None:
    post(client, "read-back/page", participant="k1", language="en")
    study = read_register(root).study
    text = (
        f"study-findings read-back 1\nstudy {study}\nparticipant k1\nq017 {'0' * 16} keep\nend 1\n"
    )
    assert post(client, "read-back/answers", pasted=text).status_code == 302
    assert "q017: keep it as it is" in page(client, "read-back/answers")
    assert "1 asked, 1 answered" in re.sub(r"\s+", " ", page(client, "read-back/"))


def test_the_page_to_type_in_lists_what_is_published_and_what_waits(
    client: FlaskClient, root: Path
) -> None:
    text = page(client, "read-back/paper?participant=k1")
    assert re.findall(r"<legend>(\w+)</legend>", text) == [of_k1(root), "q017"]
    assert "My cousin steers the ferry" in text
