"""Clear and withdraw quotations in their YAML files, in place, comments kept."""

from .advice import history_advice
from .clear import clear_quotations
from .withdraw import withdraw_quotations

__all__ = ["clear_quotations", "history_advice", "withdraw_quotations"]
