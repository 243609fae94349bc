"""Git's history is searched for private files and withdrawn words, and what was read is told."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from amending import withdraw_quotations
from builder import write_study

from study_findings.checking.git_history import check_history
from study_findings.problems import Problem
from study_findings.project import find_project

DAY = date(2026, 11, 1)
TWELVE = "We count the bends of the road until the bus comes at last."
RECORDS = f"""\
- id: q777
  text: "{TWELVE}"
  themes: [having-time]
  cleared: {{by: EA, on: 2025-12-01}}
- id: q778
  text: "Nobody ever came back."
  themes: [having-time]
  cleared: {{by: EA, on: 2025-12-01}}
- id: q779
  text: "Never again."
  themes: [having-time]
  cleared: {{by: EA, on: 2025-12-01}}
"""
MORE = "themes_data/quotations/more.yml"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_study(tmp_path, {"quotations/more.yml": RECORDS})
    write(tmp_path, "mkdocs.yml", "site_name: S\ndocs_dir: content\n")
    write(tmp_path, ".gitignore", "private/\n.findings/\n")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def write(root: Path, name: str, text: str) -> None:
    (root / name).parent.mkdir(parents=True, exist_ok=True)
    (root / name).write_text(text, encoding="utf-8")


def git(root: Path, *arguments: str) -> str:
    names = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
    command = ["git", *names, "-C", str(root), *arguments]
    done = subprocess.run(command, check=True, capture_output=True, encoding="utf-8")
    return done.stdout.strip()


def commit(root: Path, message: str = "A change") -> str:
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "-m", message)
    return git(root, "rev-parse", "HEAD")[:10]


def begin(root: Path) -> str:
    git(root, "init", "--quiet", "-b", "main")
    return commit(root)


def told(root: Path) -> list[tuple[str, str]]:
    """List the errors and warnings, each with its file."""
    found = check_history(find_project(root))
    return [(p.location.file, p.rule) for p in found if p.level != "notice"]


def notice(root: Path) -> str:
    (found,) = [p for p in check_history(find_project(root)) if p.rule == "history-read"]
    return found.message


def words_in_history(root: Path) -> list[Problem]:
    found = check_history(find_project(root))
    return [problem for problem in found if problem.rule == "withdrawn-in-history"]


def test_in_no_repository_it_is_said_that_nothing_was_read(root: Path) -> None:
    assert "no git repository" in notice(root)
    assert told(root) == []


def test_it_is_said_how_much_was_read_and_that_there_are_no_fingerprints(root: Path) -> None:
    begin(root)
    blobs = len(git(root, "ls-files").splitlines())
    assert f"{blobs} blobs of 1 commit " in notice(root)
    assert "no withdrawn words were looked for, since withdrawn.json holds none" in notice(root)


@pytest.mark.parametrize("id_", ["q777", "q778"])
def test_withdrawn_words_are_traced_until_the_history_is_clean(root: Path, id_: str) -> None:
    first = begin(root)
    assert words_in_history(root) == []
    withdraw_quotations(root, [id_], DAY)
    commit(root, f"Withdraw {id_}")
    (found,) = words_in_history(root)
    assert found.level == "error"
    assert found.location.file == MORE
    assert id_ in found.message
    assert first in found.message
    assert "bends" not in found.message
    assert "of 1 withdrawn quotation looked for, 0 stand in none" in notice(root)

    blob = git(root, "show", f"HEAD:{MORE}")
    write(root, ".git/clean.yml", blob + "\n")
    clean = root / ".git/clean.yml"
    git(root, "filter-branch", "--tree-filter", f"cp '{clean}' {MORE}", "--", "--all")
    assert words_in_history(root), "what filter-branch keeps beside it still has the words"
    git(root, "update-ref", "-d", "refs/original/refs/heads/main")
    (kept,) = words_in_history(root)
    assert "no commit has it" in kept.message
    git(root, "reflog", "expire", "--expire=now", "--all")
    git(root, "gc", "--quiet", "--prune=now")
    assert words_in_history(root) == []
    assert "of 1 withdrawn quotation looked for, 1 stand in none" in notice(root)


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("site/q/q777/index.html", f"<p>{''.join(f'&#{ord(letter)};' for letter in TWELVE)}</p>"),
        ("content/n.md", "As one said: until the *bus* comes at last, and no sooner."),
        ("data/findings.json", '{"text": "count the bends of the\\u0020road"}'),
    ],
)
def test_words_are_found_however_they_are_written(root: Path, name: str, text: str) -> None:
    write(root, MORE, RECORDS)
    withdraw_quotations(root, ["q777"], DAY)
    begin(root)
    assert words_in_history(root) == []
    write(root, name, text)
    added = commit(root)
    (root / name).unlink()
    commit(root)
    (found,) = words_in_history(root)
    assert (found.location.file, added in found.message) == (name, True)


def test_words_in_the_message_of_a_commit_are_found(root: Path) -> None:
    withdraw_quotations(root, ["q777"], DAY)
    begin(root)
    write(root, "content/n.md", "# N\n")
    wrong = commit(root, f"Take out: {TWELVE}")
    (found,) = words_in_history(root)
    assert f"the message of commit or tag {wrong}" in found.message


def test_words_on_another_branch_are_found(root: Path) -> None:
    withdraw_quotations(root, ["q777"], DAY)
    begin(root)
    git(root, "checkout", "--quiet", "-b", "draft")
    write(root, "content/draft.md", TWELVE)
    commit(root)
    git(root, "checkout", "--quiet", "main")
    assert [p.location.file for p in words_in_history(root)] == ["content/draft.md"]


def hide_behind_a_tag(root: Path) -> None:
    """Commit a file on a branch, tag the commit, and delete the branch."""
    git(root, "checkout", "--quiet", "-b", "draft")
    write(root, "content/draft.md", TWELVE)
    commit(root)
    git(root, "tag", "--annotate", "kept", "-m", "Kept")
    git(root, "checkout", "--quiet", "main")
    git(root, "branch", "--quiet", "-D", "draft")


def stash(root: Path) -> None:
    write(root, "content/draft.md", TWELVE)
    git(root, "stash", "push", "--quiet", "--include-untracked")


def commit_and_take_back(root: Path) -> None:
    """Commit a file, and put the branch where it was, so that only git's log knows the commit."""
    write(root, "content/draft.md", TWELVE)
    commit(root)
    git(root, "reset", "--quiet", "--hard", "HEAD~1")


def stage_and_take_back(root: Path) -> None:
    """Stage a file that no commit ever has."""
    write(root, "content/draft.md", TWELVE)
    git(root, "add", "--all")
    git(root, "rm", "--quiet", "--force", "content/draft.md")


def say_in_a_tag(root: Path) -> None:
    git(root, "tag", "--annotate", "v1", "-m", TWELVE)


def say_in_a_note(root: Path) -> None:
    git(root, "notes", "add", "-m", TWELVE)


@pytest.mark.parametrize("is_packed", [False, True])
@pytest.mark.parametrize(
    "hide",
    [
        hide_behind_a_tag,
        stash,
        commit_and_take_back,
        stage_and_take_back,
        say_in_a_tag,
        say_in_a_note,
    ],
)
def test_words_are_found_wherever_git_keeps_them(
    root: Path, hide: Callable[[Path], None], is_packed: bool
) -> None:
    withdraw_quotations(root, ["q777"], DAY)
    begin(root)
    hide(root)
    if is_packed:
        git(root, "repack", "--quiet", "-a", "-d", "--keep-unreachable")
        assert list((root / ".git/objects/pack").glob("*.pack"))
    assert len(words_in_history(root)) == 1


def test_words_are_found_in_each_file_that_shares_its_lines_with_others(root: Path) -> None:
    withdraw_quotations(root, ["q777"], DAY)
    begin(root)
    one, other = TWELVE[:20], TWELVE[20:]
    clean = "A page of more than six words.\n\nAnd another line of more than six."
    pages = {
        "a.md": clean,
        "b.md": f"{clean}\n{TWELVE}\n",
        "c.md": f"{clean}\n\n{clean}\n{TWELVE}\n",
        "d.md": f"{clean}\n{one}\n{other}\n",
        "e.md": f"{one}\n\n{clean}\n",
        "f.md": f"{other}\n\n{clean}\n",
    }
    for name, text in pages.items():
        write(root, f"content/{name}", text)
        commit(root)
    found = [problem.location.file for problem in words_in_history(root)]
    assert found == ["content/b.md", "content/c.md", "content/d.md", "content/f.md"]


def test_what_cannot_be_proved_is_told(root: Path) -> None:
    withdraw_quotations(root, ["q777", "q779"], DAY)
    begin(root)
    found = [p for p in check_history(find_project(root)) if p.rule == "no-fingerprints"]
    assert [(p.level, "q779" in p.message, "q777" in p.message) for p in found] == [
        ("notice", True, False)
    ]
    (root / "private/withdrawn.json").unlink()
    (lost,) = [p for p in check_history(find_project(root)) if p.rule == "no-fingerprints"]
    assert lost.level == "warning"
    assert "q777, q779" in lost.message
    write(root, "private/withdrawn.json", '{"salt": 1}')
    (damaged,) = check_history(find_project(root))
    assert (damaged.rule, damaged.level) == ("no-fingerprints", "error")


def test_files_that_were_deleted_long_ago_are_found_by_name_and_content(root: Path) -> None:
    begin(root)
    names = ["interviews/fgd-1.docx", "names.txt", "a.m4a", "private/quotations/w.yml", "b.dat"]
    for name in names:
        write(root, name, "ID3\n" if name == "b.dat" else "x\n")
    write(root, "data/table.csv", "id,age\np1,31\n")
    git(root, "add", "--force", "private")
    added = commit(root)
    git(root, "rm", "-r", "--quiet", "--force", *names, "data")
    commit(root)
    found = check_history(find_project(root))
    files = {p.location.file for p in found if p.rule == "file-in-history"}
    assert files == {"private", "data/table.csv", *names} - {"private/quotations/w.yml"}
    assert all(added in p.message for p in found if p.rule == "file-in-history")


def test_a_clone_of_the_latest_part_is_told(root: Path, tmp_path: Path) -> None:
    begin(root)
    write(root, "content/n.md", "# N\n")
    commit(root)
    git(root, "clone", "--quiet", "--depth", "1", f"file://{root}", str(root / "private/clone"))
    assert told(root / "private/clone") == [("private/clone", "history-unread")]
