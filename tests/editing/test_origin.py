"""A study names this program so that others can install it, wherever it came from."""

from __future__ import annotations

import hashlib
import json
import re
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from study_findings import __version__
from study_findings.editing import origin, scaffold
from study_findings.editing.origin import Origin, find_origin
from study_findings.editing.scaffold import CHECKSUMS, copy_starter
from study_findings.problems import StudyError

ROOT = Path(__file__).resolve().parents[2]
STARTER = ROOT / "generator/study_findings/editing/starter"
COMMIT = "0123456789abcdef0123456789abcdef01234567"


@pytest.fixture
def installed(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Have the program stand outside its checkout, installed as a given PEP 610 record says."""

    def as_recorded(record: dict[str, Any] | None) -> Origin:
        monkeypatch.setattr(
            origin, "__file__", str(tmp_path / "site-packages/study_findings/editing/o.py")
        )
        monkeypatch.setattr(origin, "_direct_url", lambda: record)
        return find_origin()

    return as_recorded


def answer(monkeypatch: pytest.MonkeyPatch, printed: str | None) -> list[list[str]]:
    """Have the package registry answer, or not; give the commands that asked it."""
    asked: list[list[str]] = []

    def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
        asked.append(command)
        if printed is None:
            raise subprocess.TimeoutExpired(command, 60)
        return subprocess.CompletedProcess(command, 0, printed, "")

    monkeypatch.setattr(subprocess, "run", run)
    return asked


class TestRelease:
    def test_is_pinned_with_its_checksum(
        self, installed: Any, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        report = {"install": [{"download_info": {"archive_info": {"hashes": {"sha256": "ab12"}}}}]}
        (asked,) = [answer(monkeypatch, json.dumps(report))]
        found = installed(None)
        assert found.requirement == f"study-findings=={__version__} --hash=sha256:ab12"
        assert (found.has_hash, found.wheel) == (True, None)
        assert f"study-findings=={__version__}" in asked[0]

    @pytest.mark.parametrize("printed", [None, "", "{}", '{"install": []}'])
    def test_is_pinned_without_where_the_registry_does_not_say(
        self, installed: Any, monkeypatch: pytest.MonkeyPatch, printed: str | None
    ) -> None:
        answer(monkeypatch, printed)
        found = installed(None)
        assert (found.requirement, found.has_hash) == (f"study-findings=={__version__}", False)


class TestRepository:
    @pytest.mark.parametrize(
        ("url", "folder", "line"),
        [
            ("https://example.org/sf.git", None, f"git+https://example.org/sf.git@{COMMIT}"),
            ("https://me:secret@example.org/sf", None, f"git+https://example.org/sf@{COMMIT}"),
            ("ssh://git@example.org/sf", None, f"git+ssh://git@example.org/sf@{COMMIT}"),
            (
                "https://example.org/mono",
                "tools/sf",
                f"git+https://example.org/mono@{COMMIT}#subdirectory=tools/sf",
            ),
        ],
    )
    def test_is_named_at_its_commit_without_anyones_password(
        self, installed: Any, url: str, folder: str | None, line: str
    ) -> None:
        record = {"url": url, "vcs_info": {"vcs": "git", "commit_id": COMMIT}}
        found = installed(record | ({"subdirectory": folder} if folder else {}))
        assert (found.requirement, found.has_hash) == (f"study-findings @ {line}", False)


class TestCheckout:
    def test_is_packed_into_a_wheel_that_holds_the_program_and_its_starter(self) -> None:
        found = find_origin()
        assert found.wheel is not None
        name, content = found.wheel
        checksum = hashlib.sha256(content).hexdigest()
        assert found.requirement == f"./vendor/{name} --hash=sha256:{checksum}"
        held = set(zipfile.ZipFile(BytesIO(content)).namelist())
        for path in (*STARTER.rglob("*"), *(STARTER.parent / "empty").rglob("*")):
            if path.is_file():
                assert path.relative_to(STARTER.parents[2]).as_posix() in held

    def test_is_packed_the_same_each_time(self) -> None:
        first = find_origin()
        origin._packed.cache_clear()
        assert find_origin() == first

    def test_of_a_repository_on_this_computer_is_packed_too(self, installed: Any) -> None:
        record = {"url": ROOT.as_uri(), "vcs_info": {"vcs": "git", "commit_id": COMMIT}}
        assert installed(record).requirement.startswith("./vendor/study_findings-")

    def test_that_is_gone_is_told(self, installed: Any, tmp_path: Path) -> None:
        record = {"url": (tmp_path / "old-checkout").as_uri(), "dir_info": {}}
        with pytest.raises(StudyError) as caught:
            installed(record)
        (problem,) = caught.value.problems
        assert problem.rule == "not-installable"
        assert problem.message.endswith("the folder old-checkout, which is gone")

    def test_without_what_packs_it_says_what_to_install(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        origin._packed.cache_clear()
        monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
        with pytest.raises(StudyError) as caught:
            find_origin()
        assert caught.value.problems[0].hint == "install that with `pip install hatchling`"


class TestFile:
    def test_a_wheel_goes_along(self, installed: Any, tmp_path: Path) -> None:
        wheel = tmp_path / "a folder" / "study_findings-9-py3-none-any.whl"
        wheel.parent.mkdir()
        wheel.write_bytes(b"wheel")
        found = installed({"url": wheel.as_uri(), "archive_info": {}})
        assert found.wheel == (wheel.name, b"wheel")
        assert found.requirement.startswith(f"./vendor/{wheel.name} --hash=sha256:")

    def test_a_wheel_that_is_gone_is_told(self, installed: Any, tmp_path: Path) -> None:
        with pytest.raises(StudyError) as caught:
            installed({"url": (tmp_path / "sf.whl").as_uri(), "archive_info": {}})
        assert "sf.whl, which is there no longer" in caught.value.problems[0].message

    def test_an_address_is_kept_with_its_checksum(self, installed: Any) -> None:
        url = "https://example.org/sf.whl"
        found = installed({"url": url, "archive_info": {"hashes": {"sha256": "cd34"}}})
        assert found.requirement == f"study-findings @ {url} --hash=sha256:cd34"
        assert found.has_hash


class TestRequirements:
    def written(self, monkeypatch: pytest.MonkeyPatch, folder: Path, found: Origin) -> Path:
        monkeypatch.setattr(scaffold, "find_origin", lambda: found)
        copy_starter(folder)
        return folder

    def test_have_checksums_for_all_or_for_nothing(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        pinned = Origin("study-findings==9 --hash=sha256:ab", "a release", True)
        folder = self.written(monkeypatch, tmp_path / "hashed", pinned)
        whole = (STARTER / "dependencies.txt").read_text("utf-8")
        assert (folder / "dependencies.txt").read_text("utf-8") == whole
        at_commit = Origin("study-findings @ git+https://example.org/x@1", "one commit", False)
        folder = self.written(monkeypatch, tmp_path / "plain", at_commit)
        plain = (folder / "dependencies.txt").read_text("utf-8")
        assert "--hash" not in plain + (folder / "requirements.txt").read_text("utf-8")
        assert re.findall(r"^[a-z].*", plain, re.M) == re.findall(r"^[a-z][^ ]+", whole, re.M)

    def test_name_the_program_and_what_it_needs(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        pinned = Origin("study-findings==9 --hash=sha256:ab", "a release", True)
        text = (self.written(monkeypatch, tmp_path / "s", pinned) / "requirements.txt").read_text()
        lines = [line for line in text.splitlines() if line and not line.startswith("#")]
        assert lines == [pinned.requirement, "--requirement dependencies.txt"]
        assert not (tmp_path / "s/vendor").exists()

    def test_nothing_is_written_where_nobody_could_install_it(
        self, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        def gone() -> Origin:
            raise origin._not_installable("it is gone", "install it again")

        monkeypatch.setattr(scaffold, "find_origin", gone)
        with pytest.raises(StudyError):
            copy_starter(tmp_path / "study")
        assert not (tmp_path / "study").exists()


def pins(text: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9-]+)==([^\s\\]+)", text, re.MULTILINE))


def test_the_starters_versions_are_those_that_are_tested() -> None:
    starter = pins((STARTER / "dependencies.txt").read_text("utf-8"))
    tested = pins((ROOT / "requirements/site.txt").read_text("utf-8"))
    assert {name: tested.get(name) for name in starter} == starter, "run `make lock`"


def test_the_starters_versions_are_all_that_the_program_asks_for() -> None:
    asked = re.findall(
        r'^  "([a-z0-9.-]+?)(?:\[\w+\])?[><=!~]',
        (ROOT / "pyproject.toml").read_text("utf-8").split("dependencies = [")[1].split("\n]")[0],
        re.MULTILINE,
    )
    starter = pins((STARTER / "dependencies.txt").read_text("utf-8"))
    assert len(asked) > 10
    assert {name.replace(".", "-") for name in asked} <= set(starter), "run `make lock`"


def test_every_version_has_checksums_and_no_address() -> None:
    text = (STARTER / "dependencies.txt").read_text("utf-8")
    entries = re.findall(r"^[a-z0-9-]+==\S+(?: \\\n    --hash=sha256:[0-9a-f]{64})+$", text, re.M)
    assert len(entries) == len(pins(text))
    assert "://" not in text
    assert "--hash" not in CHECKSUMS.sub("", text)
