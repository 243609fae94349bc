"""At *Bring in*, names of people and documents are put under pseudonyms, by a table or made.

The names are invented, and nobody bears them.
"""

from __future__ import annotations

import ast
import csv
import io
import re
from pathlib import Path
from typing import Final

import pytest
from flask.testing import FlaskClient
from refi_files import code, coded, packed, project, source
from test_desk import HOST, ORIGIN, SECRET, client, desk, files, page, post, root
from test_desk_brings_in import give, seen, send
from werkzeug.test import TestResponse

import study_findings.importers
from study_findings.desk.option_words import in_words_of_the_desk
from study_findings.desk.state import Desk

__all__ = ["client", "desk", "root"]

TEXT: Final = "Then we carried the invented lamp home. Nobody wrote it down."
WORDS: Final = "we carried the invented lamp home"
NAME: Final = "Zarghuna at home"
TABLE: Final = f"name,pseudonym\n{NAME},S77\n"


@pytest.fixture
def packed_project(tmp_path: Path) -> bytes:
    xml = project(
        codes=code("C1", "Lamps"),
        sources=source("T1", NAME, coded(TEXT, WORDS, "S1", "C1")),
    )
    return packed(tmp_path / "study.qdpx", xml, {"T1.txt": TEXT}).read_bytes()


@pytest.fixture
def own_table(root: Path) -> Path:
    """Name the study's own table, beside its folder."""
    return root.parent / f"{root.name}-pseudonyms.csv"


def rows(table: Path) -> dict[str, str]:
    with table.open(encoding="utf-8", newline="") as file:
        return {row["name"]: row["pseudonym"] for row in csv.DictReader(file)}


def ask(client: FlaskClient, table: str = "", **sent: str) -> TestResponse:
    """Send the form that says how a file is to be read, with a table of pseudonyms."""
    data: dict[str, object] = {"seen": seen(client), **sent}
    if table:
        data["pseudonyms"] = (io.BytesIO(table.encode()), "map.csv")
    return client.post(
        f"/{SECRET}/bring-in/file/options", data=data, headers={"Host": HOST, "Origin": ORIGIN}
    )


def nobody_is_named(root: Path) -> bool:
    return not any(
        word in data for data in files(root).values() for word in (b"Zarghuna", b"zarghuna")
    )


def test_a_project_is_not_read_until_its_names_have_pseudonyms(
    client: FlaskClient, root: Path, packed_project: bytes
) -> None:
    before = files(root)
    give(client, packed_project, "study.qdpx")
    shown = page(client, "bring-in/file")
    assert "names 1 document without a pseudonym" in shown
    assert "choose a table of pseudonyms below, or have neutral ids made" in shown
    assert "Zarghuna" not in shown
    assert "Bring it in</button>" not in shown
    assert files(root) == before


def test_a_table_that_is_given_holds_and_is_kept_nowhere(
    client: FlaskClient, desk: Desk, root: Path, packed_project: bytes, own_table: Path
) -> None:
    give(client, packed_project, "study.qdpx")
    assert ask(client, TABLE).status_code == 302
    shown = page(client, "bring-in/file")
    assert "under the pseudonyms in <bdi>map.csv</bdi>" in shown
    assert WORDS in shown
    assert "Zarghuna" not in shown
    assert desk.incoming is not None
    folder = desk.incoming.path.parent
    assert send(client, "import").status_code == 302
    assert "id: s77" in (root / "themes_data/sessions.yml").read_text("utf-8")
    assert nobody_is_named(root)
    assert not folder.exists()
    assert not own_table.exists()


def test_a_table_can_be_left_out_again(client: FlaskClient, packed_project: bytes) -> None:
    give(client, packed_project, "study.qdpx")
    ask(client, TABLE)
    ask(client, without_table="yes")
    shown = page(client, "bring-in/file")
    assert "map.csv" not in shown
    assert "names 1 document without a pseudonym" in shown


def test_neutral_ids_are_kept_outside_the_repository_and_read_the_next_time(
    client: FlaskClient, root: Path, packed_project: bytes, own_table: Path
) -> None:
    give(client, packed_project, "study.qdpx")
    ask(client, pseudonymise="yes")
    shown = re.sub(r"\s+", " ", page(client, "bring-in/file"))
    assert f"1 pseudonym was made, and goes to <code>{own_table}</code>" in shown
    assert not own_table.exists()
    send(client, "import")
    assert f"stand in {own_table}" in page(client, "waiting/q020")
    made = rows(own_table)
    assert re.fullmatch(r"s\d{5}", made[NAME])
    assert own_table.stat().st_mode & 0o077 == 0
    assert f"id: {made[NAME]}" in (root / "themes_data/sessions.yml").read_text("utf-8")
    assert nobody_is_named(root)
    give(client, packed_project, "study.qdpx")
    ask(client, pseudonymise="yes")
    assert "nothing would change" in page(client, "bring-in/file")
    send(client, "put-away")
    assert rows(own_table) == made


def test_the_table_is_kept_before_the_study_changes(
    client: FlaskClient, root: Path, packed_project: bytes, own_table: Path
) -> None:
    """A table that cannot be written, for a folder stands there, stops all of it."""
    give(client, packed_project, "study.qdpx")
    ask(client, pseudonymise="yes")
    page(client, "bring-in/file")
    own_table.mkdir()
    before = files(root)
    answer = send(client, "import")
    assert answer.status_code == 422
    assert "the table of pseudonyms cannot be written" in answer.text
    assert files(root) == before


def test_what_a_given_table_says_holds_over_the_studys_own(
    client: FlaskClient, root: Path, packed_project: bytes, own_table: Path
) -> None:
    own_table.write_text(
        f"name,pseudonym,kind,key\n{NAME},s11111,session,T1\nBilal,s22222,session,\n", "utf-8"
    )
    give(client, packed_project, "study.qdpx")
    ask(client, TABLE, pseudonymise="yes")
    send(client, "import")
    assert "id: s77" in (root / "themes_data/sessions.yml").read_text("utf-8")
    assert rows(own_table) == {NAME: "s11111", "Bilal": "s22222"}


@pytest.mark.parametrize(
    ("table", "says"),
    [("who,what\nA,B\n", "has no columns"), ("name,pseudonym\nBilal,\n", "says nothing after")],
)
def test_a_table_that_is_none_is_said_so_and_names_nobody(
    client: FlaskClient, root: Path, packed_project: bytes, table: str, says: str
) -> None:
    before = files(root)
    give(client, packed_project, "study.qdpx")
    ask(client, table)
    shown = page(client, "bring-in/file")
    assert says in shown
    assert "Bilal" not in shown
    assert "Bring it in</button>" not in shown
    assert files(root) == before


def test_options_of_the_command_are_said_in_words_of_the_desk() -> None:
    """Whatever an importer may say of an option of the command, the desk has other words for."""
    folder = Path(study_findings.importers.__file__).parent
    said = {
        text
        for path in sorted(folder.glob("*.py"))
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if (text := _text(node)) and re.search(r"--[a-z]", text) and "\n" not in text
    }
    whole = {text for text in said if not any(text != other and text in other for other in said)}
    assert len(whole) > 10
    left = {text for text in whole if "--" in in_words_of_the_desk(text)}
    # An example that stands within a longer hint, which is replaced as a whole.
    assert left == {text for text in whole if text.startswith("theme=COLUMN")}


def _text(node: ast.AST) -> str:
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) if isinstance(part, ast.Constant) else "COLUMN"
                       for part in node.values)  # fmt: skip
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def test_a_hint_speaks_of_the_page(client: FlaskClient) -> None:
    give(client, "Alpha;Beta\nOdd;Nobody said so.\n")
    shown = page(client, "bring-in/file")
    assert "choose below what each column holds" in shown
    assert "--map" not in shown
    assert post(client, "bring-in/file/put-away").status_code == 302
