"""Clear and withdraw quotations in their YAML files in place, comments kept; undo what was done."""

from .advice import history_advice
from .clear import plan_clearance
from .journal import Kept, forget, last_change, undo
from .plan import Plan, Step, carry_out, make_plan
from .remains import find_remains
from .verify import Compared, Verification, plan_verification
from .withdraw import plan_withdrawal

__all__ = [
    "Compared",
    "Kept",
    "Plan",
    "Step",
    "Verification",
    "carry_out",
    "find_remains",
    "forget",
    "history_advice",
    "last_change",
    "make_plan",
    "plan_clearance",
    "plan_verification",
    "plan_withdrawal",
    "undo",
]
