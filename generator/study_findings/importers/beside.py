"""What a person should look at once a file stands beside what the study held before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from .found import Anomaly, Found
from .holdings import Holdings
from .import_report import Came
from .people_labels import skeleton

_CODED: Final = ("participant", "session")


def seen_beside(found: Found, holdings: Holdings, came: Sequence[Came]) -> Iterator[Anomaly]:
    """Name what is new in a study and looks like something it held, or like a slip of the pen.

    `holdings` are those from before, `came` is what came of the file: codes that the study's
    codebook has not, where the file brings no codebook of its own; and people and sessions whose
    ids differ from others by zeros or marks alone.
    """
    new = [one for one in came if one.outcome == "new"]
    if found.has_codes_of_quotations_alone and any(holdings.of("code")):
        for one in new:
            if one.noun == "code":
                says = f"the code {one.id} is not in the study's codebook: it was added"
                yield Anomaly("unknown-code", one.at, says)
    for noun in _CODED:
        held = {_bones(one.id): one.id for one in holdings.of(noun)}
        for one in new:
            if one.noun == noun and (other := held.get(_bones(one.id))):
                says = f"{noun} {one.id} stands beside {other} of the study: are they one?"
                yield Anomaly("look-alike", one.at, says)


def _bones(id_: str) -> tuple[tuple[str, ...], ...]:
    """Give what ids share but for zeros and marks; of a person in a session, with the session."""
    return tuple(skeleton(part) for part in id_.split("/"))
