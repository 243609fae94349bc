"""A study of few words in many scripts, made to be searched; nobody said any of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Final

TEXTS: Final = {
    "q014": ("en", "All this work at the clinic, and I don't see when it ends."),
    "q015": ("en", "The whole universe would fit into that waiting room."),
    "q016": ("en", "My cousin came by train from Łódź, which took a night."),
    "q017": ("ur", "یہ کتاب میری بہن کی ہے۔"),
    "q018": ("ja", "図書館員は東京と京都に行った。"),
    "q019": ("th", "ห้องสมุดเปิดตอนเช้า"),
    "q020": ("hi", "मीना की किताब मेज पर है।"),
    "q021": ("zh", "我们在病房里等医生。"),
    "q022": ("en", "They nursed him, and the nurses wrote 42 letters."),
    "q023": ("de", "Die Straße war zu, größer als der Fluß."),
    "q024": ("my", "ဆေးရုံမှာစောင့်နေတယ်။"),
    "q025": ("ur", "دِل میں خَوف تھا۔"),
    "q026": ("ja", "いつもメンターに話す。"),
}
THEME: Final = "Waiting rooms of the world"


def write_letters_study(folder: Path) -> None:
    """Write the study; JSON is YAML."""
    data = folder / "themes_data"
    for part in ("themes", "quotations"):
        (data / part).mkdir(parents=True)
    (folder / "content").mkdir()
    (folder / "content" / "thanks.md").write_text(
        "# Thanks\n\nTo the café in Gdańsk, and *all* who wa<b>it</b>ed.\n", "utf-8"
    )
    (folder / "mkdocs.yml").write_text(
        "site_name: Letters\nsite_url: https://example.org/repo/\ndocs_dir: content\n"
        "theme:\n  name: study-findings\nplugins:\n  - study-findings\n",
        "utf-8",
    )
    about = {
        "title": "Letters",
        "licence": "CC-BY-4.0",
        "gist": "Generated.",
        "summary": "Generated words that nobody said.",
        "groups": [{"id": "people", "label": "People", "singular": "Person"}],
    }
    theme = {
        "id": "rooms",
        "title": THEME,
        "groups": ["people"],
        "narrative": "An account of rooms, with a subtheme.",
        "subthemes": [{"id": "halls", "title": "Halls", "narrative": "Of Zürich and its halls."}],
    }
    quotations = [
        {
            "id": id_,
            "text": text,
            "language": language,
            "themes": ["rooms"],
            "cleared": {"by": "EA", "on": "2026-01-01", "waived": "nobody said these words"},
        }
        for id_, (language, text) in TEXTS.items()
    ]
    for path, content in (
        ("study.yml", about),
        ("themes/rooms.yml", theme),
        ("quotations/all.yml", quotations),
    ):
        (data / path).write_text(json.dumps(content, ensure_ascii=False, indent=1), "utf-8")
