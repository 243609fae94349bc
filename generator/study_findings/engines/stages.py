"""The stages of a build, as whoever waits for it is told of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

CHECK: Final = "Checking the study"
RENDER: Final = "Rendering its pages"
ENGINE: Final = "Building the site"
INDEX: Final = "Indexing it for the search"
LEAKS: Final = "Looking for what is private"
PLACE: Final = "Putting it in place"

SHARES: Final[dict[str, int]] = {CHECK: 1, RENDER: 3, ENGINE: 8, INDEX: 1, LEAKS: 8, PLACE: 1}
"""Each stage, in order -> roughly how much of a build's time it takes, for a progress bar."""

PREVIEW: Final = (CHECK, RENDER, ENGINE, INDEX)
"""What a preview waits for: leaks are sought once it is shown."""

TellStage = Callable[[str], None]
"""What a build calls with the name of each stage as it begins."""


def unreported(stage: str) -> None:
    """Take no notice of a stage."""
