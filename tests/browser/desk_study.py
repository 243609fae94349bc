"""A study with ten quotations that wait, in English or in Urdu, and its desk as it is served.

The words are nonsense, made up for these tests: nobody said them, and nobody bears the names.
"""

from __future__ import annotations

import logging
import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final
from unittest import mock

import yaml
from days import StillDate
from waitress.server import create_server

from study_findings.desk.app import make_app
from study_findings.desk.serving import THREADS
from study_findings.desk.state import open_desk
from study_findings.editing.scaffold import copy_starter
from study_findings.project import find_project

SECRET: Final = "a-secret-of-the-test"
ENGLISH: Final = (
    "Then Quibblewick told me to fold the peas twice.",
    "They say Thistlepot never sleeps before the lentils do.",
    "The lamp hums when nobody counts it.",
    "A teapot is a promise with a handle.",
    "On some days the ladder is shorter than the wall.",
    "We boil the map until it agrees.",
    "The kettle knows the way to the attic and will not tell.",
    "Half of the soup was about buttons.",
    "First Fennimoor laughed, and then Wobbleton counted the spoons.",
    "The umbrella is for days without weather.",
)
URDU: Final = (
    "پھر پھلجھڑو نے کہا کہ مٹر کو دو بار تہہ کرو۔",
    "ڈاکٹر گڑگڑاچو کہتے ہیں کہ دال کبھی نہیں سوتی۔",
    "چراغ گنگناتا ہے جب کوئی اسے نہیں گنتا۔",
    "چائے دان ایک وعدہ ہے جس کا دستہ ہے۔",
    "کچھ دن سیڑھی دیوار سے چھوٹی ہوتی ہے۔",
    "ہم نقشے کو ابالتے ہیں جب تک وہ مان نہ جائے۔",
    "کیتلی کو راستہ معلوم ہے مگر بتاتی نہیں۔",
    "آدھا شوربہ بٹنوں کے بارے میں تھا۔",
    "پہلے پھلجھڑو ہنسا، پھر گلگلو نے چمچے گنے۔",
    "چھتری ان دنوں کے لیے ہے جن میں موسم نہیں ہوتا۔",
)
WORDS: Final = {"en": ENGLISH, "ur": URDU}
NAMES: Final = "پھلجھڑو\nگلگلو\n"
LIST: Final = "private/quotations/waiting.yml"
IDS: Final = tuple(f"w{number:02}" for number in range(1, 11))
THEME: Final = "rules-that-bend"
WAIVERS: Final = re.compile(r"\n  risk_waived:.*(?:\n    .*)*")


def write_desk_study(root: Path, language: str) -> Path:
    """Write the starter study with ten quotations that wait in the place of its own."""
    copy_starter(root)
    for path in (root / "private/quotations").glob("*.yml"):
        path.unlink()
    (root / LIST).write_text("# Nonsense, to be decided about.\n\n" + _records(language), "utf-8")
    if language == "ur":
        (root / "private/names.txt").write_text(NAMES, "utf-8")
    return root


def _records(language: str) -> str:
    return "\n".join(
        f'- id: {id_}\n  text: "{words}"\n  themes: [{THEME}]\n  group: keepers\n'
        + ("" if language == "en" else f"  language: {language}\n")
        for id_, words in zip(IDS, WORDS[language], strict=True)
    )


@dataclass(frozen=True)
class ServedDesk:
    """Name a study's folder, and the address of its desk."""

    root: Path
    home: str

    def at(self, path: str = "") -> str:
        """Give the address of a page of the desk: `waiting/w01`."""
        return self.home + path

    @property
    def waiting(self) -> dict[str, dict[str, Any]]:
        """Read what waits now, by its id, as it stands on disk."""
        return _by_id(self.root / LIST)

    @property
    def published(self) -> dict[str, dict[str, Any]]:
        """Read what was moved into the study of the ten, by its id."""
        found: dict[str, dict[str, Any]] = {}
        for path in sorted((self.root / "themes_data/quotations").glob("*.yml")):
            found |= {id_: record for id_, record in _by_id(path).items() if id_ in IDS}
        return found

    @property
    def reviewed(self) -> dict[str, str]:
        """Read which words were allowed, and why."""
        path = self.root / "themes_data/reviewed-words.yml"
        return {entry["word"]: entry["why"] for entry in _read(path)}

    def files(self) -> dict[str, bytes]:
        """Read every file but what is kept for undoing."""
        return {
            path.relative_to(self.root).as_posix(): path.read_bytes()
            for path in sorted(self.root.rglob("*"))
            if path.is_file() and ".findings" not in path.parts
        }

    def edit(self, name: str, old: str, new: str) -> None:
        """Change a file as an editor does."""
        path = self.root / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{old!r} stands {text.count(old)} times in {name}"
        path.write_text(text.replace(old, new), "utf-8")

    def forget_waivers(self) -> None:
        """Take back that participants agreed to be recognised, so that it is to be decided."""
        path = self.root / "themes_data/participants.yml"
        text = path.read_text("utf-8")
        path.write_text(WAIVERS.sub("", text), "utf-8")

    def tell_more_of_all(self) -> None:
        """Have one who kept a diary stand out by how she is named, and no risk waived."""
        self.forget_waivers()
        name = "themes_data/quotations/a-packet-with-a-story.yml"
        self.edit(name, "participant: d1", "participant: d1\n  as_printed: The one with the beans")
        self.edit(LIST, "id: w10", "id: w10\n  participant: k1")


def _by_id(path: Path) -> dict[str, dict[str, Any]]:
    return {record["id"]: record for record in _read(path)}


def _read(path: Path) -> list[dict[str, Any]]:
    # Scalars as they are written: elsewhere `on` would be a yes.
    found: list[dict[str, Any]] = yaml.load(path.read_text("utf-8"), yaml.BaseLoader) or []
    return found


@contextmanager
def desk_served(root: Path) -> Iterator[ServedDesk]:
    """Serve the desk of a study on a free port, by the server that the command uses.

    It decides on `days.TODAY`, so that midnight does not fall between a decision and its test.
    """
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    taken.bind(("127.0.0.1", 0))
    port = taken.getsockname()[1]
    app = make_app(open_desk(find_project(root)), SECRET, port)
    logging.getLogger("waitress").setLevel(logging.ERROR)
    server = create_server(app, sockets=[taken], threads=THREADS, ident=None)

    def run() -> None:
        # It ends when its sockets are closed, and may be waiting on them then.
        with suppress(OSError):
            server.run()

    running = threading.Thread(target=run, daemon=True)
    running.start()
    try:
        with mock.patch("study_findings.desk.acts.date", StillDate):
            yield ServedDesk(root, f"http://127.0.0.1:{port}/{SECRET}/")
    finally:
        server.task_dispatcher.shutdown()
        server.close()
