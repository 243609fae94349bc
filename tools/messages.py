"""Bring the catalogues of the site's own words up to date with the program.

Run it by `make messages`.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from study_findings.language import theme_words

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "generator" / "study_findings"
# What Babel writes at the head of a catalogue, and says nothing here.
IDLE = re.compile(
    r'^"(Project-Id-Version|Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date'
    r"|Last-Translator|Language-Team|Generated-By):.*\n",
    re.MULTILINE,
)


def extract() -> Catalog:
    """Find every message of templates, modules and scripts."""
    command = [sys.executable, "-m", "babel.messages.frontend", "--quiet", "extract"]
    with tempfile.TemporaryDirectory() as folder:
        found = Path(folder) / "messages.pot"
        command += ["--mapping-file", "pyproject.toml", "--output-file", str(found), "generator"]
        subprocess.run(command, cwd=ROOT, check=True)
        return read_po(io.BytesIO(found.read_bytes()))


def update(path: Path, messages: Catalog) -> int:
    """Give a catalogue new messages, and take away what is gone; count what is untranslated."""
    catalogue = read_po(io.BytesIO(path.read_bytes()), locale=path.stem)
    catalogue.update(messages, no_fuzzy_matching=True)
    written = io.BytesIO()
    write_po(written, catalogue, width=0, no_location=True, ignore_obsolete=True, sort_output=True)
    path.write_text(IDLE.sub("", written.getvalue().decode()), "utf-8")
    texts = [m.string or "" for m in catalogue if m.id]
    return sum(not (text if isinstance(text, str) else all(text)) for text in texts)


def main() -> None:
    """Update all catalogues, and the words of the theme."""
    messages = extract()
    for path in sorted((PACKAGE / "language" / "catalogues").glob("*.po")):
        missing = update(path, messages)
        print(f"{path.relative_to(ROOT)}: {missing or 'none'} to translate")
    words = theme_words.theme_words()
    (PACKAGE / "engines" / "theme" / "partials" / "findings-words.html").write_text(words, "utf-8")


if __name__ == "__main__":
    main()
