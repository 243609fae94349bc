"""What a study's git repository holds, and what never belongs into one."""

from __future__ import annotations

from .git import Repository, find_repository

__all__ = ["Repository", "find_repository"]
