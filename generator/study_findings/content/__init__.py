"""What may stand in `content/`, and how a file of it is made safe to publish."""

from __future__ import annotations

from .file_types import TEMPLATE
from .published_files import content_problems, public_files
from .sweep import clean_site

__all__ = ["TEMPLATE", "clean_site", "content_problems", "public_files"]
