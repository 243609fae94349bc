"""What may stand in `content/`, and how a file of it is made safe to publish."""

from __future__ import annotations

from .folder import content_problems, public_files
from .kinds import TEMPLATE
from .sweep import clean_site

__all__ = ["TEMPLATE", "clean_site", "content_problems", "public_files"]
