"""Changes to a study's files, planned and carried out at once."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from study_findings.editing import carry_out, plan_clearance, plan_unclearing, plan_withdrawal
from study_findings.editing.translate import Begun, plan_translation


def clear_quotations(root: Path, ids: Sequence[str] | None, by: str, on: date) -> list[str]:
    """Clear quotations, all where `ids` is None, and give the ids moved."""
    plan = plan_clearance(root, ids, by, on)
    carry_out(plan)
    return plan.ids


def unclear_quotations(root: Path, ids: Sequence[str]) -> list[str]:
    """Move published quotations back to `private/`, and give their ids."""
    plan = plan_unclearing(root, root / "content", ids)
    carry_out(plan)
    return plan.ids


def withdraw_quotations(root: Path, ids: Sequence[str], on: date) -> list[str]:
    """Withdraw quotations, and give their ids."""
    plan = plan_withdrawal(root, root / "content", ids, on)
    carry_out(plan)
    return plan.ids


def begin_translation(data_dir: Path, language: str) -> Begun:
    """Write those files of a translation that are missing."""
    begun = plan_translation(data_dir.parent, data_dir, language)
    carry_out(begun.plan)
    return begun
