"""At the desk, a file is looked at, its columns corrected, brought in, and taken back."""

from __future__ import annotations

import io
import re
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from test_desk import HOST, ORIGIN, SECRET, client, desk, files, get, page, post, root, waiting
from werkzeug.test import TestResponse
from workbooks import book_of, edits

from study_findings.desk.state import Desk

__all__ = ["client", "desk", "root"]
TABLE = (
    "Theme,Illustrative quote,Participant,Whose turn\n"
    "Made-up theme,We carried the invented lamp home.,K9,first\n"
    "Made-up theme,Nobody wrote this lamp down.,K8,second\n"
)
UNKNOWN = "Alpha;Beta\nMade-up theme;We carried the invented lamp home.\nAgain;And back.\n"


def give(client: FlaskClient, content: str | bytes, name: str = "quotes.csv") -> TestResponse:
    data = content.encode() if isinstance(content, str) else content
    return client.post(
        f"/{SECRET}/bring-in/",
        data={"file": (io.BytesIO(data), name)},
        headers={"Host": HOST, "Origin": ORIGIN},
    )


def seen(client: FlaskClient) -> str:
    found = re.search(r'name="seen" value="([0-9a-f]+)"', page(client, "bring-in/file"))
    assert found is not None
    return found[1]


def send(client: FlaskClient, act: str, **sent: str) -> TestResponse:
    return post(client, f"bring-in/file/{act}", **{"seen": seen(client), **sent})


def place_of(client: FlaskClient, column: str) -> str:
    """Name the list that says what a column holds."""
    shown = page(client, "bring-in/file")
    found = re.search(rf'name="(column:\d+)" aria-label="What {column} holds"', shown)
    assert found is not None
    return found[1]


def test_a_file_is_shown_and_nothing_of_the_study_changes(client: FlaskClient, root: Path) -> None:
    before = files(root)
    assert give(client, TABLE).status_code == 302
    shown = re.sub(r"\s+", " ", page(client, "bring-in/file"))
    assert "Taken for a table (CSV)." in shown
    assert "What was read" in shown
    assert "We carried the invented lamp home." in shown
    assert "<dd><bdi>K9</bdi></dd>" in shown
    assert "1 theme (made-up-theme), 2 quotations (q020, q021)." in shown
    assert "the column Whose turn was not read" in shown
    assert files(root) == before


def test_it_comes_to_wait_and_is_taken_back_to_the_byte(client: FlaskClient, root: Path) -> None:
    before = files(root)
    give(client, TABLE)
    assert send(client, "import").status_code == 302
    assert "invented lamp" in waiting(root)
    public = b"".join(data for name, data in files(root).items() if name.startswith("themes_data"))
    assert b"invented lamp" not in public
    assert b"Made-up theme" in public
    assert "Brought in quotes.csv." in page(client, "waiting/q020")
    assert post(client, "undo").status_code in (302, 200)
    assert files(root) == before


def test_a_second_time_nothing_would_change(client: FlaskClient) -> None:
    give(client, TABLE)
    send(client, "import")
    give(client, TABLE)
    shown = page(client, "bring-in/file")
    assert "nothing would change" in shown
    assert "Bring it in" not in shown


def test_what_the_gate_asks_about_in_public_prose_is_told_before_it_is_brought_in(
    client: FlaskClient, root: Path
) -> None:
    """Themes are public at once: what stands in them is told by its place, and never repeated."""
    (root / "private/names.txt").write_text("Quibblewick\n", "utf-8")
    odd = "Theme,Definition,Illustrative quote\nMade-up theme,{},We carried the lamp home.\n"
    for words in ("Ask Quibblewick.", "Write to a.b@example.org."):
        give(client, odd.format(words))
        shown = page(client, "bring-in/file")
        told = shown.partition("To be decided before it can be published")[2].partition("</ul>")[0]
        assert "themes_data/themes/made-up-theme.yml" in told
        assert words not in told
    give(client, odd.format("About lamps."))
    assert "To be decided" not in page(client, "bring-in/file")


def test_columns_nobody_knows_are_told_by_hand(client: FlaskClient, root: Path) -> None:
    give(client, UNKNOWN)
    shown = page(client, "bring-in/file")
    assert "has no column whose name is known (Alpha, Beta)" in shown
    assert re.findall(r'<td class="desk-example"><bdi>(.*?)</bdi>', shown) == [
        "Made-up theme",
        "We carried the invented lamp home.",
    ]
    assert "Bring it in" not in shown
    told = {place_of(client, "Alpha"): "theme", place_of(client, "Beta"): "text"}
    assert send(client, "options", **told).status_code == 302
    assert "2 themes (made-up-theme, again), 2 quotations" in page(client, "bring-in/file")
    send(client, "import")
    assert "We carried the invented lamp home." in waiting(root)


def test_a_column_can_be_left_out(client: FlaskClient, root: Path) -> None:
    give(client, TABLE)
    send(client, "options", **{place_of(client, "Participant"): "-"})
    assert "K9" not in page(client, "bring-in/file").split("Its columns")[0]
    send(client, "import")
    assert "k9" not in waiting(root).lower()


def test_codes_in_one_cell_are_parted_when_asked(client: FlaskClient, root: Path) -> None:
    give(client, "Theme,Code,Quote\nMade-up theme,Lamp; Oil,We carried the invented lamp home.\n")
    assert "Code" in page(client, "bring-in/file")
    send(client, "options", joined=";")
    send(client, "import")
    assert "codes: [lamp, oil]" in waiting(root)


def test_what_was_chosen_can_be_taken_back(client: FlaskClient) -> None:
    give(client, TABLE)
    send(client, "options", **{place_of(client, "Participant"): "-"})
    send(client, "options", **{place_of(client, "Participant"): ""})
    assert "<dd><bdi>K9</bdi></dd>" in page(client, "bring-in/file")


@pytest.mark.parametrize("act", ["import", "options"])
def test_a_page_of_another_file_does_nothing(client: FlaskClient, root: Path, act: str) -> None:
    give(client, TABLE)
    old = seen(client)
    give(client, UNKNOWN, "other.csv")
    before = files(root)
    answer = post(client, f"bring-in/file/{act}", seen=old)
    assert answer.status_code == 409
    assert "of another file" in answer.text
    assert files(root) == before


def test_a_study_that_was_changed_meanwhile_is_looked_at_again(
    client: FlaskClient, root: Path
) -> None:
    give(client, TABLE)
    name = seen(client)
    about = root / "themes_data/study.yml"
    about.write_text(about.read_text("utf-8") + "# Later.\n", "utf-8")
    before = files(root)
    answer = post(client, "bring-in/file/import", seen=name)
    assert answer.status_code == 409
    assert "the files were changed meanwhile" in answer.text
    assert files(root) == before
    assert send(client, "import").status_code == 302


@pytest.mark.parametrize(
    ("content", "name", "says"),
    [
        (b"", "empty.csv", "is empty"),
        (b"PK\x03\x04broken", "results.docx", "this file"),
        (b"%PDF-1.7", "paper.pdf", "is a PDF"),
        (b"x" * 40, "study.nvp", "is an NVivo project"),
    ],
)
def test_what_cannot_be_read_is_said_with_the_remedy(
    client: FlaskClient, root: Path, content: bytes, name: str, says: str
) -> None:
    before = files(root)
    give(client, content, name)
    shown = page(client, "bring-in/file")
    assert says in shown
    assert "Bring it in</button>" not in shown
    assert files(root) == before


@pytest.mark.parametrize("name", ["../../escape.csv", "..\\..\\escape.csv", "/etc/escape.csv"])
def test_a_name_leads_nowhere(client: FlaskClient, desk: Desk, name: str) -> None:
    give(client, TABLE, name)
    assert desk.incoming is not None
    assert desk.incoming.path.name.endswith("escape.csv")
    assert desk.incoming.path.parent.name.startswith("findings-")


def test_the_copy_is_deleted_when_it_is_brought_in_or_put_away(
    client: FlaskClient, desk: Desk, root: Path
) -> None:
    for act in ("import", "put-away"):
        give(client, TABLE.replace("home", act))
        assert desk.incoming is not None
        copy = desk.incoming.path
        assert copy.is_file()
        assert root not in copy.parents
        assert copy.parent.stat().st_mode & 0o077 == 0
        send(client, act)
        assert not copy.parent.exists()
        assert desk.incoming is None


def test_no_file_is_said_so(client: FlaskClient) -> None:
    assert "no file was chosen" in give(client, b"", "").text
    assert get(client, "bring-in/file").status_code == 302


def test_a_filled_in_workbook_is_taken_for_one(
    client: FlaskClient, root: Path, tmp_path: Path
) -> None:
    """What changes is shown from what to what; what no cell may do is told at its cell."""
    path = book_of(root, tmp_path / "b.xlsx", with_waiting=False)
    edits(path, "session", "idi-1", {"label": "By the harbour"})
    before = files(root)
    give(client, path.read_bytes(), "b.xlsx")
    shown = page(client, "bring-in/file")
    assert "Taken for a workbook of findings" in shown
    assert "By the harbour" in shown
    assert "How it is to be read" not in shown
    assert files(root) == before
    assert send(client, "import").status_code == 302
    assert "By the harbour" in (root / "themes_data/sessions.yml").read_text("utf-8")
    edits(path, "quotation", "q001", {"text": "Nobody said so."})
    give(client, path.read_bytes(), "b.xlsx")
    shown = page(client, "bring-in/file")
    assert "q001 was cleared as it stands" in shown
    assert "Bring it in</button>" not in shown


def test_a_workbook_that_says_nothing_new_says_so(
    client: FlaskClient, root: Path, tmp_path: Path
) -> None:
    give(client, book_of(root, tmp_path / "b.xlsx").read_bytes(), "b.xlsx")
    assert "nothing would change" in page(client, "bring-in/file")
