"""The databases of Taguette and QualCoder, read without a byte of them changed."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from study_findings.documents.unreadable import UnreadableError
from study_findings.importers import qualcoder, sqlite_file, taguette_project
from study_findings.importers.options import Options
from study_findings.importers.registry import recognised

TAGUETTE = """
CREATE TABLE projects (id INTEGER PRIMARY KEY, name TEXT, description TEXT);
CREATE TABLE documents (id INTEGER PRIMARY KEY, name TEXT, project_id INTEGER, contents TEXT);
CREATE TABLE highlights (id INTEGER PRIMARY KEY, document_id INTEGER, start_offset INTEGER,
    end_offset INTEGER, snippet TEXT);
CREATE TABLE tags (id INTEGER PRIMARY KEY, project_id INTEGER, path TEXT, description TEXT);
CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER);
CREATE TABLE users (login TEXT, email TEXT);
INSERT INTO users VALUES ('nadia', 'nadia@example.org');
INSERT INTO projects VALUES (1, 'Study', '');
INSERT INTO documents VALUES (1, 'FGD 1', 1, '<p>Not coded at all.</p>');
INSERT INTO tags VALUES (1, 1, 'trust', 'Whom one trusts'), (2, 1, 'rota', ''), (3, 1, 'none', '');
INSERT INTO highlights VALUES
    (8, 1, 9, 20, '<p>Nobody <b>asked</b> us &amp; left.</p><script>x()</script><p>Never.</p>'),
    (9, 1, 1, 5, 'I stayed');
INSERT INTO highlight_tags VALUES (8, 2), (8, 1), (9, 1);
"""
QUALCODER = """
CREATE TABLE source (id INTEGER PRIMARY KEY, name TEXT, fulltext TEXT);
CREATE TABLE code_cat (catid INTEGER PRIMARY KEY, name TEXT, memo TEXT, supercatid INTEGER);
CREATE TABLE code_name (cid INTEGER PRIMARY KEY, name TEXT, memo TEXT, catid INTEGER);
CREATE TABLE code_text (ctid INTEGER PRIMARY KEY, cid INTEGER, fid INTEGER, seltext TEXT,
    pos0 INTEGER, pos1 INTEGER, owner TEXT, memo TEXT);
CREATE TABLE cases (caseid INTEGER PRIMARY KEY, name TEXT);
CREATE TABLE case_text (caseid INTEGER, fid INTEGER, pos0 INTEGER, pos1 INTEGER);
CREATE TABLE attribute (name TEXT, attr_type TEXT, value TEXT, id INTEGER);
INSERT INTO source VALUES (1, 'FGD 1', 'Not coded at all. Nobody asked us.');
INSERT INTO code_cat VALUES (1, 'Ward', '', NULL), (2, 'Rota', '', 1);
INSERT INTO code_name VALUES (1, 'Late', 'Told too late.', 2), (2, 'Trust', '', NULL);
INSERT INTO code_text VALUES (1, 1, 1, 'Nobody asked us.', 18, 34, 'Nadia', 'Odd'),
    (2, 2, 1, 'Nobody asked us.', 18, 34, 'Nadia', ''), (3, 2, 1, 'Not coded', 0, 9, 'Nadia', '');
INSERT INTO cases VALUES (1, 'P1'), (2, 'All');
INSERT INTO case_text VALUES (1, 1, 17, 40), (2, 1, 10, 99);
INSERT INTO attribute VALUES ('Age', 'case', '34', 1), ('E-mail', 'case', 'a@example.org', 1),
    ('Wave', 'file', '2', 1);
"""


def database(path: Path, script: str) -> Path:
    base = sqlite3.connect(path)
    base.executescript(script)
    base.close()
    return path


def test_highlights_of_a_taguette_project_are_read(tmp_path: Path) -> None:
    path = database(tmp_path / "study.sqlite3", TAGUETTE)
    before = path.read_bytes()
    assert recognised(path) == ("taguette-project", "a project of Taguette")
    found = taguette_project.read(path, Options())
    assert [(q.text, q.codes, q.session) for q in found.quotations] == [
        ("I stayed", (("trust",),), "FGD 1"),
        ("Nobody asked us & left.\nNever.", (("rota",), ("trust",)), "FGD 1"),
    ]
    assert [(code.path, code.definition) for code in found.codes] == [
        (("none",), ""), (("rota",), ""), (("trust",), "Whom one trusts"),
    ]  # fmt: skip
    assert not any(word in repr(found) for word in ("nadia", "Not coded"))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_nothing_can_be_written_to_a_database(tmp_path: Path) -> None:
    path = database(tmp_path / "study.sqlite3", TAGUETTE)
    with pytest.raises(UnreadableError), sqlite_file.opened(path) as base:
        base.execute("DELETE FROM highlights")


def test_a_database_of_several_projects_is_not_guessed_at(tmp_path: Path) -> None:
    path = database(
        tmp_path / "all.sqlite3", TAGUETTE + "INSERT INTO projects VALUES (2, 'x', '');"
    )
    with pytest.raises(UnreadableError, match="several projects"):
        taguette_project.read(path, Options())


def test_codings_of_a_qualcoder_project_are_read(tmp_path: Path) -> None:
    path = database(tmp_path / "data.qda", QUALCODER)
    before = path.read_bytes()
    assert recognised(path) == ("qualcoder", "a project of QualCoder")
    found = qualcoder.read(path, Options())
    assert [(q.text, q.codes, q.participant, q.memos) for q in found.quotations] == [
        ("Not coded", (("Trust",),), "", ()),
        ("Nobody asked us.", (("Ward", "Rota", "Late"), ("Trust",)), "P1", ("Odd",)),
    ]
    assert [code.path for code in found.codes] == [
        ("Trust",), ("Ward",), ("Ward", "Rota"), ("Ward", "Rota", "Late"),
    ]  # fmt: skip
    assert found.participants[0].attributes == {"Age": "34"}
    assert found.participants[0].sessions == ("FGD 1",)
    assert not any(word in repr(found) for word in ("Nadia", "example.org"))
    assert path.read_bytes() == before
    assert list(tmp_path.iterdir()) == [path]


def test_what_stands_half_in_somebodys_words_of_qualcoder_is_nobodys(tmp_path: Path) -> None:
    more = """
    INSERT INTO cases VALUES (3, 'P3'), (4, 'P4');
    INSERT INTO case_text VALUES (3, 1, 0, 5), (4, 1, 4, 9);
    """
    found = qualcoder.read(database(tmp_path / "data.qda", QUALCODER + more), Options())
    assert {q.text: q.participant for q in found.quotations} == {
        "Not coded": "",
        "Nobody asked us.": "P1",
    }


LONG = "We waited for hours and nobody told us anything. " * 60


def test_a_whole_source_of_qualcoder_never_comes_over(tmp_path: Path) -> None:
    more = f"""
    INSERT INTO source VALUES (2, 'FGD 2', '{LONG}');
    INSERT INTO code_text VALUES (4, 1, 2, '{LONG}', 0, {len(LONG)}, 'Nadia', ''),
        (5, 1, 2, '{LONG[:2400]}', 0, 2400, 'Nadia', '');
    """
    found = qualcoder.read(database(tmp_path / "data.qda", QUALCODER + more), Options())
    assert [(one.at, one.why) for one in found.dropped] == [
        ("coding 4", "covers a whole source, and whole sources never come over")
    ]
    assert [q.at for q in found.quotations if q.session == "FGD 2"] == ["coding 5"]


def test_a_whole_document_of_taguette_never_comes_over(tmp_path: Path) -> None:
    more = f"""
    INSERT INTO documents VALUES (2, 'FGD 2', 1, '<h1>Day</h1><p>{LONG}</p>');
    INSERT INTO highlights VALUES (10, 2, 0, 3000, '<p>{LONG}</p>'),
        (11, 2, 0, 2400, '<p>{LONG[:2400]}</p>');
    INSERT INTO highlight_tags VALUES (10, 1), (11, 1);
    """
    path = database(tmp_path / "study.sqlite3", TAGUETTE + more)
    found = taguette_project.read(path, Options())
    assert [one.at for one in found.dropped] == ["highlight 10"]
    assert [q.at for q in found.quotations if q.session == "FGD 2"] == ["highlight 11"]


def test_codes_inside_codes_and_in_a_circle_end(tmp_path: Path) -> None:
    more = """
    ALTER TABLE code_name ADD COLUMN supercid INTEGER;
    UPDATE code_name SET supercid = 1 WHERE cid = 2;
    UPDATE code_cat SET supercatid = 2 WHERE catid = 1;
    """
    found = qualcoder.read(database(tmp_path / "data.qda", QUALCODER + more), Options())
    assert ("Ward", "Rota", "Late", "Trust") in {code.path for code in found.codes}


def test_a_database_that_runs_on_and_on_is_stopped(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sqlite_file, "_MOST_STEPS", 3)
    endless = TAGUETTE.replace(
        "CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER);",
        "CREATE TABLE highlight_tags (highlight_id INTEGER, tag_id INTEGER); DROP TABLE documents;"
        " CREATE VIEW documents AS WITH RECURSIVE n(id, name) AS (SELECT 1, 'x' UNION ALL SELECT"
        " id + 1, name FROM n) SELECT id, name, 1 AS project_id, '' AS contents FROM n;",
    ).replace("INSERT INTO documents VALUES (1, 'FGD 1', 1, '<p>Not coded at all.</p>');", "")
    path = database(tmp_path / "study.sqlite3", endless)
    assert recognised(path) is None
    with pytest.raises(UnreadableError, match="damaged"):
        taguette_project.read(path, Options())


@pytest.mark.parametrize("cut", [100, 5_000, 12_000])
def test_a_damaged_database_ends_in_a_sentence(tmp_path: Path, cut: int) -> None:
    path = database(tmp_path / "data.qda", QUALCODER)
    path.write_bytes(path.read_bytes()[:cut] + b"\xff" * 300)
    with pytest.raises(UnreadableError):
        qualcoder.read(path, Options())
