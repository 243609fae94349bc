"""Whether something was found, or composed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from .base import Record

ThemeProvenance = Literal["reported", "illustrative"]
"""Whether the study itself says something, or it is composed to show the site."""
ILLUSTRATIVE: Final = "illustrative"
"""The provenance of what is composed: no participant said it, no study found it."""


def is_composed(provenance: object) -> bool:
    """Tell whether a provenance, of a record or as a file says it, is that of what is composed."""
    return provenance == ILLUSTRATIVE


class MayBeComposed(Record):
    """A record that says by its `provenance` whether it is composed to show the site."""

    if TYPE_CHECKING:
        # Each kind declares the field, with what can be said of it, where its readers look for it.
        @property
        def provenance(self) -> str: ...

    @property
    def is_illustrative(self) -> bool:
        """Tell whether it is composed to show the site, and nobody said or found it."""
        return is_composed(self.provenance)
