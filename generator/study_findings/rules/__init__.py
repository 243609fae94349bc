"""All rules by name, a module a family; docs/rules.md is made from them."""

from __future__ import annotations

from typing import Final

from .editing import EDITING
from .project import PROJECT
from .rule import Rule

FAMILIES: Final[dict[str, tuple[Rule, ...]]] = {
    "Around the study": PROJECT,
    "Commands that change files": EDITING,
}
"""The heading of each family in docs/rules.md -> its rules."""

RULES: Final[dict[str, Rule]] = {rule.name: rule for family in FAMILIES.values() for rule in family}

__all__ = ["FAMILIES", "RULES", "Rule"]
