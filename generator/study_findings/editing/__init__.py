"""Clear and withdraw quotations in their YAML files in place, comments kept; undo what was done."""

from .advice import CHECKLIST, history_advice
from .clear import plan_clearance
from .derived import delete_derived
from .journal import Kept, forget, last_change, undo
from .plan import Plan, Step, carry_out, make_plan
from .remains import find_remains
from .withdraw import plan_withdrawal

__all__ = [
    "CHECKLIST",
    "Kept",
    "Plan",
    "Step",
    "carry_out",
    "delete_derived",
    "find_remains",
    "forget",
    "history_advice",
    "last_change",
    "make_plan",
    "plan_clearance",
    "plan_withdrawal",
    "undo",
]
