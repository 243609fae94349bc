"""What makes a folder a study's: the names of what stands in it, where a study has no others."""

from __future__ import annotations

from typing import Final

DATA: Final = "themes_data"
"""The folder of all that is cleared for the public."""
PRIVATE: Final = "private"
"""The folder of what waits, and of the team's own papers; git ignores it."""
CONFIGURATION: Final = "mkdocs.yml"
"""The file that says what the site is called and where it goes."""
WORK: Final = ".findings"
"""The folder in which commands and builds keep what is theirs; git ignores it."""
CHECKLIST: Final = "after-withdrawing.md"
"""In `private/`: what is left to do after a withdrawal."""
WITHDRAWN: Final = "withdrawn.json"
"""In `private/`: fingerprints of withdrawn words."""
IMPORTED: Final = "imported.json"
"""In `private/`: fingerprints of what was brought in."""
