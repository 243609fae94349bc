"""How many people share what is public, and by which few facts somebody stands alone.

The terms are those of statistical disclosure control: k-anonymity (Samarati and Sweeney), and the
minimal sample uniques and special uniques of SUDA (Elliot, Manning, Haglin).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import combinations

from .known import Known

Names = tuple[str, ...]


class Crowd:
    """Count people by what some of their facts say; each count is made once."""

    def __init__(self, people: Sequence[Known]) -> None:
        self.people = people
        self.names: Names = tuple(sorted({name for person in people for name in person.names}))
        self._counts: dict[Names, Counter[object]] = {}

    def alike(self, person: Known, names: Names | None = None) -> int:
        """Count who shares some facts with a person, or all of them; the person is one."""
        names = self.names if names is None else names
        if names not in self._counts:
            self._counts[names] = Counter(each.projected(names) for each in self.people)
        return self._counts[names][person.projected(names)]

    def minimal_sets(
        self, person: Known, below: int, most: int, among: Names | None = None
    ) -> list[Names]:
        """List the smallest sets of facts, of `most` at most, that fewer than `below` people share.

        With `below` 2 these are the minimal sample uniques. No set holds another. Where `among` is
        left out, only facts that are told of the person are tried: that something is not told,
        nobody can know of one.
        """
        found: list[Names] = []
        for size in range(1, most + 1):
            for names in combinations(person.names if among is None else among, size):
                is_minimal = not any(set(inner) <= set(names) for inner in found)
                if is_minimal and self.alike(person, names) < below:
                    found.append(names)
        return found
