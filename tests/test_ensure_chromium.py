"""`make test` finds a Chromium, gets one, or says in one sentence that it can do neither."""

import importlib.util
import os
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

SCRIPT = Path(__file__).resolve().parent.parent / "tools/ensure_chromium.py"


@pytest.fixture
def chromium(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """Give the script as a module on a machine that has no browser and may install none."""
    spec = importlib.util.spec_from_file_location("ensure_chromium", SCRIPT)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(module, "of_playwright", lambda: iter(()))
    monkeypatch.setattr(module, "from_debian", lambda: False)
    monkeypatch.setattr(module, "from_playwright", lambda: False)
    return module


def program(path: Path, line: str) -> str:
    path.write_text(f"#!/bin/sh\n{line}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_takes_the_one_on_path(chromium: ModuleType, tmp_path: Path) -> None:
    there = program(tmp_path / "google-chrome", "echo Chrome 1")
    assert chromium.find_chromium() == there


def test_takes_the_shell_before_the_whole_browser(chromium: ModuleType, tmp_path: Path) -> None:
    program(tmp_path / "chromium", "echo Chromium 1")
    shell = program(tmp_path / "chromium-headless-shell", "echo Chromium 1")
    assert chromium.find_chromium() == shell


def test_passes_over_a_stub_that_does_not_start(chromium: ModuleType, tmp_path: Path) -> None:
    program(tmp_path / "chromium-browser", "exit 1")
    assert chromium.find_chromium() is None
    there = program(tmp_path / "google-chrome", "echo Chrome 1")
    assert chromium.find_chromium() == there


def test_takes_what_it_installed(
    chromium: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def install() -> bool:
        program(tmp_path / "chromium", "echo Chromium 1")
        return True

    monkeypatch.setattr(chromium, "from_debian", install)
    assert chromium.find_chromium() == str(tmp_path / "chromium")


def test_goes_on_to_a_download_where_the_package_cannot_be_had(
    chromium: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    downloaded = program(tmp_path / "downloaded", "echo Chromium 1")

    def download() -> bool:
        monkeypatch.setattr(chromium, "of_playwright", lambda: iter([downloaded]))
        return True

    monkeypatch.setattr(chromium, "from_playwright", download)
    assert chromium.find_chromium() == downloaded


def test_a_browser_that_is_named_is_the_only_one_tried(
    chromium: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "chromium", "echo Chromium 1")
    monkeypatch.setenv("CHROMIUM", str(tmp_path / "missing"))
    assert chromium.find_chromium() is None


def test_says_in_one_sentence_that_there_is_none(tmp_path: Path) -> None:
    ended = subprocess.run(
        [sys.executable, SCRIPT],
        env={**os.environ, "CHROMIUM": str(tmp_path / "missing")},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 1
    assert ended.stdout == ""
    assert ended.stderr.count("\n") == 1
    assert "make test CHROMIUM=" in ended.stderr
