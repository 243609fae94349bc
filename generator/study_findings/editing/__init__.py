"""Changes to a study's files, comments kept: each planned, carried out whole, and undone."""

from .advice import earlier_words, history_advice
from .clear import kept_out_ids, plan_clearance
from .derived import delete_derived
from .journal import Kept, forget, last_change, undo
from .plan import Plan, Step, carry_out, make_plan
from .remains import find_remains
from .unclear import plan_unclearing
from .verify import ComparedQuotation, Verification, plan_verification
from .withdraw import plan_withdrawal

__all__ = [
    "ComparedQuotation",
    "Kept",
    "Plan",
    "Step",
    "Verification",
    "carry_out",
    "delete_derived",
    "earlier_words",
    "find_remains",
    "forget",
    "history_advice",
    "kept_out_ids",
    "last_change",
    "make_plan",
    "plan_clearance",
    "plan_unclearing",
    "plan_verification",
    "plan_withdrawal",
    "undo",
]
