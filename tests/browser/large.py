"""A generated study of thousands of quotations in three languages; openly nonsense."""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Final

NUMBER: Final = 3000
SESSIONS: Final = 12
THEMES: Final = 6
ENGLISH: Final = (
    "the bus was late and we waited by the river until somebody came with bread and tea for all "
    "of us"
)
FRENCH: Final = (
    "le médecin était déjà là où nous étions élèves et très fatigués à côté de la forêt près du "
    "fleuve"
)
URDU: Final = "ہم سب وہاں انتظار کرتے رہے اور کسی نے چائے دی پھر بس آئی تو سب خوش ہوئے"
RARE: Final = {"en": "zanzibar", "fr": "épouvantail", "ur": "شہرزاد"}
STANCES: Final = ("confirms", "nuances", "diverges")


def _text(chance: random.Random, language: str) -> str:
    words = {"en": ENGLISH, "fr": FRENCH, "ur": URDU}[language].split()
    return " ".join(chance.choice(words) for _ in range(chance.randint(8, 30)))


def _quotation(chance: random.Random, number: int) -> dict[str, object]:
    language = "en" if number % 10 else ("fr" if number % 20 else "ur")
    text = _text(chance, language)
    if number == 1500:
        text += f" {RARE['en']}"
    if number == 1510:
        text += f" {RARE['fr']}"
    if number == 1520:
        text += f" {RARE['ur']}"
    session = number % SESSIONS + 1
    return {
        "id": f"q{number:05}",
        "text": f"{text} {number}",
        "themes": [f"theme-{number % THEMES + 1}", f"inner-{number % (2 * THEMES) + 1}"],
        "session": f"s-{session}",
        "language": language,
        "stance": STANCES[number % 3],
        "provenance": "verbatim",
        "cleared": {"by": "EA", "on": "2026-01-01", "waived": "nobody said these words"},
    }


def write_large_study(folder: Path, number: int = NUMBER) -> None:
    """Write a study of `number` quotations; JSON is YAML."""
    chance = random.Random(7)
    data = folder / "themes_data"
    for part in ("themes", "quotations"):
        (data / part).mkdir(parents=True)
    (folder / "content").mkdir()
    (folder / "mkdocs.yml").write_text(
        "site_name: Many\nsite_url: https://example.org/repo/\ndocs_dir: content\n"
        "theme:\n  name: study-findings\nplugins:\n  - study-findings\n",
        "utf-8",
    )
    groups = [
        {"id": "riders", "label": "Riders", "singular": "Rider"},
        {"id": "drivers", "label": "Drivers", "singular": "Driver"},
    ]
    about = {
        "title": "Many words",
        "licence": "CC-BY-4.0",
        "gist": "Generated.",
        "summary": "Generated words that nobody said.",
        "groups": groups,
    }
    sessions = [
        {
            "id": f"s-{i}",
            "kind": "focus-group" if i % 2 else "interview",
            "groups": ["riders" if i % 2 else "drivers"],
        }
        for i in range(1, SESSIONS + 1)
    ]
    _write(data / "study.yml", about)
    _write(data / "sessions.yml", sessions)
    for i in range(1, THEMES + 1):
        inner = [{"id": f"inner-{j}", "title": f"Inner {j}"} for j in (i, i + THEMES)]
        theme = {
            "id": f"theme-{i}",
            "title": f"Theme {i}",
            "groups": ["riders" if i % 2 else "drivers"],
            "gist": "Generated.",
            "subthemes": inner,
        }
        _write(data / "themes" / f"theme-{i}.yml", theme)
    _write(data / "quotations" / "all.yml", [_quotation(chance, n) for n in range(1, number + 1)])


def _write(path: Path, content: object) -> None:
    path.write_text(json.dumps(content, ensure_ascii=False, indent=1), "utf-8")
