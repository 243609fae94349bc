"""Two states of a study compared: every record of one with the same record of the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final

from ..model import Claim, KeyMessage, Quotation, Relation, Theme, WithheldTheme
from ..privacy.publishable import PublicStudy
from .change import Comparison, ToldChange, What
from .changed_figures import figures_of
from .field_changes import field_changes
from .records import RELATION, RecordEntry, Renames, State
from .repeated import Repeated
from .terms import NUMBERS, ORDER
from .translation_changes import translation_changes

COUNTED: Final = frozenset({"session", "participant", "attribute", "site", "question"})
"""Kinds of which it is told how many changed: their ids can lead to people, or tell nothing."""
_UNORDERED: Final = frozenset({"participant", RELATION})


def compare(
    old: PublicStudy,
    new: PublicStudy,
    today: PublicStudy | None = None,
    with_former: bool = True,
) -> Comparison:
    """Tell all that changed between two states; nothing that was made public in neither.

    `today` is the study as it is published now, the new state where left out: of quotations, only
    what it says is repeated, and of the team's sentences too unless `with_former`. Raises TypeError
    for a study that is not for publication.
    """
    before, after = State(old), State(new)
    now = after if today is None or today is new else State(today)
    states = [state for state in (before, after) if state is not now]
    repeated = Repeated(now, states, with_former)
    renames = Renames(before, after)
    found = (
        *_of_records(before, after, renames, repeated),
        *translation_changes(old, new, renames),
        *_of_numbers(old, new),
    )
    ordered = sorted(_counted(found, repeated), key=lambda change: ORDER.index(change.noun))
    return Comparison(tuple(ordered), figures_of(old, new, now.study))


def _of_records(
    old: State, new: State, renames: Renames, repeated: Repeated
) -> Iterator[ToldChange]:
    was = {}
    for entry in old.entries:
        known = renames.entry(entry)
        was[known.key] = (old, entry, known)
    for entry in new.entries:
        if entry.key in was:
            yield from _of_one(was[entry.key], (new, entry), repeated)
        else:
            yield _came(new, entry, repeated)
    now = {entry.key for entry in new.entries}
    for key, (_, entry, _) in was.items():
        if key not in now:
            yield _went(old, entry, repeated)
    yield from _orders([known for _, _, known in was.values()], new.entries)


def _of_one(
    old: tuple[State, RecordEntry, RecordEntry], new: tuple[State, RecordEntry], repeated: Repeated
) -> Iterator[ToldChange]:
    _, stood, before = old
    state, entry = new
    record = entry.record
    change = _about(entry, "changed")
    if stood.id != entry.id and entry.noun != RELATION:
        former = stood.id if repeated.is_named(entry.noun, stood.id) else ""
        leads_on = "formerly" if stood.id in entry.formerly else ""
        yield replace(change, what="renamed", before=former, field=leads_on)
    if isinstance(record, Quotation) and isinstance(before.record, Quotation):
        if record.withdrawn and not before.record.withdrawn:
            yield _withdrawn(entry, record)
            return
        if before.record.withdrawn and not record.withdrawn:
            yield _came(state, entry, repeated)
            return
        if record.withdrawn != before.record.withdrawn:
            yield replace(change, field="withdrawn")
    if before.within != entry.within and entry.noun != RELATION:
        yield replace(change, what="moved")
    yield from field_changes(old, new, repeated)


def _about(entry: RecordEntry, what: What) -> ToldChange:
    return ToldChange(
        entry.noun, entry.id, what, within=entry.within, is_illustrative=entry.is_illustrative
    )


def _withdrawn(entry: RecordEntry, quotation: Quotation) -> ToldChange:
    day = quotation.withdrawn.on.isoformat() if quotation.withdrawn else ""
    return replace(_about(entry, "withdrawn"), after=day)


def _came(state: State, entry: RecordEntry, repeated: Repeated) -> ToldChange:
    record = entry.record
    if isinstance(record, Quotation):
        if record.withdrawn:
            return _withdrawn(entry, record)
        themes = tuple(id_ for id_ in record.themes if repeated.is_named("theme", id_))
        said = repeated.quotation(record)
        return replace(_about(entry, "new"), after=said, gained=themes, stance=record.stance or "")
    return replace(_about(entry, "new"), after=repeated.sentence(state, entry, _sentence(entry)))


def _went(state: State, entry: RecordEntry, repeated: Repeated) -> ToldChange:
    """Tell that a record is gone; of a theme that is gone today not even what it was called."""
    said = repeated.sentence(state, entry, _sentence(entry))
    was_withdrawn = isinstance(entry.record, Quotation) and entry.record.withdrawn is not None
    field = "withdrawn" if was_withdrawn else ""
    return replace(_about(entry, "gone"), before=said, field=field)


def _sentence(entry: RecordEntry) -> str:
    """Give the sentence of the team that a record is known by."""
    record = entry.record
    if isinstance(record, Claim | KeyMessage):
        return record.says
    if isinstance(record, WithheldTheme):
        return record.why
    if isinstance(record, Relation):
        return record.relation
    return record.title if isinstance(record, Theme) else ""


def _orders(old: Sequence[RecordEntry], new: Sequence[RecordEntry]) -> Iterator[ToldChange]:
    """Tell of which kinds the records that stand in both stand in another order."""
    for place in dict.fromkeys((entry.noun, entry.within) for entry in new):
        first, second = (
            [entry.id for entry in entries if (entry.noun, entry.within) == place]
            for entries in (old, new)
        )
        both = set(first) & set(second)
        if place[0] not in _UNORDERED and [i for i in first if i in both] != [
            i for i in second if i in both
        ]:
            yield ToldChange(place[0], "", "order", within=place[1])


def _of_numbers(old: PublicStudy, new: PublicStudy) -> Iterator[ToldChange]:
    """Tell which numbers differ that `publishable` tells beside the records; not how."""
    for name in NUMBERS:
        if getattr(old, name) != getattr(new, name):
            yield ToldChange("number", "", "changed", name)


def _counted(changes: Sequence[ToldChange], repeated: Repeated) -> Iterator[ToldChange]:
    """Count the records of each kind that are not to be named, and of each only once."""
    unnamed: Counter[tuple[str, What]] = Counter()
    seen = set()
    for change in changes:
        if change.noun not in COUNTED and repeated.is_named(change.noun, change.id):
            inside = change.within if _may_name_holder(change, repeated) else ""
            yield replace(change, within=inside)
        elif (change.noun, change.id) not in seen:
            seen.add((change.noun, change.id))
            what: What = change.what if change.what in ("new", "gone", "order") else "changed"
            unnamed[change.noun, what] += 1
    for (noun, what), number in unnamed.items():
        yield ToldChange(noun, "", what, number=number)


def _may_name_holder(change: ToldChange, repeated: Repeated) -> bool:
    noun = "theme" if change.noun in ("claim", RELATION) else change.noun
    return not change.within or repeated.is_named(noun, change.within)
