"""The live preview: follow an author's edits, build again, show the last good site meanwhile."""

from .events import Changed
from .following import Preview
from .serving import open_server

__all__ = ["Changed", "Preview", "open_server"]
