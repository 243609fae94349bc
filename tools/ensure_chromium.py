"""Print the path of a Chromium that starts, and get one where there is none.

The first that works is taken: $CHROMIUM, one on PATH, one that Playwright has already downloaded,
Debian's package (where apt-get may be used), Playwright's own download. What it does is told on
standard error.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

# The shell is Chromium without its window, which costs the tests three quarters of their processor
# time.
SHELL = "chromium-headless-shell"
NAMES = (SHELL, "chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSERS = "PLAYWRIGHT_BROWSERS_PATH"
WHERE = """
from playwright.sync_api import sync_playwright
with sync_playwright() as playwright:
    print(playwright.chromium.executable_path)
"""
START_SECONDS = 60
UPDATE_SECONDS = 300
INSTALL_SECONDS = 1200
NONE_FOUND = (
    "The browser tests need Chromium, and it could neither be found nor installed: install it "
    "(on Debian: apt-get install chromium), or name one: make test CHROMIUM=/path/to/chromium"
)


def run(command: list[str], seconds: float) -> bool:
    """Say whether the command ended well in time; what it printed is shown where it did not."""
    try:
        subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=seconds,
            check=True,
        )
    except (OSError, subprocess.CalledProcessError, subprocess.TimeoutExpired) as failure:
        printed = (getattr(failure, "output", None) or b"").decode(errors="replace")
        print(f"{printed[-2000:].strip()}\n{failure}".strip(), file=sys.stderr)
        return False
    return True


def starts(executable: str) -> bool:
    """Say whether the program runs at all: a stub of a package or a missing library shows here."""
    try:
        ended = subprocess.run(
            [executable, "--version"], capture_output=True, timeout=START_SECONDS, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return ended.returncode == 0 and bool(ended.stdout.strip())


def on_path() -> Iterator[str]:
    yield from filter(None, (shutil.which(name) for name in NAMES))


def of_playwright() -> Iterator[str]:
    """Give the browser Playwright has downloaded for this project or for the user, if any."""
    elsewhere = {key: value for key, value in os.environ.items() if key != BROWSERS}
    for env in (dict(os.environ), elsewhere):
        asked = subprocess.run(
            [sys.executable, "-c", WHERE],
            env=env,
            capture_output=True,
            text=True,
            timeout=START_SECONDS,
            check=False,
        )
        if asked.returncode == 0 and Path(asked.stdout.strip()).is_file():
            yield asked.stdout.strip()


def first_that_starts() -> str | None:
    for browsers in (on_path(), of_playwright()):
        for executable in browsers:
            if starts(executable):
                return executable
    return None


def as_root() -> list[str] | None:
    """Give the prefix that makes a command root's without asking for a password, or None."""
    if os.geteuid() == 0:
        return []
    sudo = ["sudo", "--non-interactive"]
    if (
        shutil.which("sudo")
        and subprocess.run([*sudo, "true"], capture_output=True, check=False).returncode == 0
    ):
        return sudo
    return None


def is_debian() -> bool:
    try:
        return platform.freedesktop_os_release().get("ID") == "debian"
    except OSError:
        return False


def from_debian() -> bool:
    """Install Debian's Chromium, the shell of it if it can be had, and a font for Urdu.

    The tests pass without the font.
    """
    root = as_root()
    if root is None or not is_debian() or not shutil.which("apt-get"):
        return False
    print("Installing Debian's chromium for the browser tests", file=sys.stderr)
    apt = [*root, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    apt += ["-o", "DPkg::Lock::Timeout=120", "-o", "Dpkg::Use-Pty=0"]
    install = [*apt, "install", "--yes", "--no-install-recommends"]
    return run([*apt, "update"], UPDATE_SECONDS) and (
        run([*install, SHELL, "fonts-noto-core"], INSTALL_SECONDS)
        or run([*install, SHELL], INSTALL_SECONDS)
        or run([*install, "chromium"], INSTALL_SECONDS)
    )


def from_playwright() -> bool:
    """Download Playwright's Chromium, with the system libraries it needs if we may install them."""
    print("Downloading Playwright's Chromium for the browser tests", file=sys.stderr)
    download = [sys.executable, "-m", "playwright", "install", "chromium"]
    with_libraries = platform.system() == "Linux" and as_root() is not None
    return (with_libraries and run([*download, "--with-deps"], INSTALL_SECONDS)) or run(
        download, INSTALL_SECONDS
    )


def find_chromium() -> str | None:
    """Give the executable of the first Chromium that starts, installing one where there is none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if starts(named) else None
    found = first_that_starts()
    for get in (from_debian, from_playwright):
        if found is None and get():
            found = first_that_starts()
    return found


if __name__ == "__main__":
    executable = find_chromium()
    if executable is None:
        sys.exit(NONE_FOUND)
    print(executable)
