"""What a person should see of how a table's columns were taken."""

from __future__ import annotations

from collections.abc import Iterator

from .column_fields import is_guess, mapped, may_be, plain_name
from .found import Anomaly
from .layouts import TableLayout
from .options import Options


def about_columns(layout: TableLayout, options: Options, at: str) -> Iterator[Anomaly]:
    """Tell which columns were taken for something by a part of their name, or were not read.

    `at` says where the header stands.
    """
    said = mapped(options.columns)
    yield from _about_texts(layout, at)
    for place, name in enumerate(layout.headers):
        taken_for = layout.field_at(place)
        is_own = plain_name(name) in said or place in layout.marks or place in layout.whose
        if taken_for and is_guess(name) and not is_own:
            says = f"the column {name} was taken for {taken_for}: --map says it if it is not"
            yield Anomaly("uncertain", at, says)
    if layout.marks:
        names = ", ".join(layout.headers[place] for place in layout.marks)
        says = f"columns that hold nothing but marks were taken for a code each: {names}"
        yield Anomaly("uncertain", at, says)
    for name in layout.unread:
        field = may_be(name)
        says = f"the column {name} was not read: "
        says += f"does it hold {field}? --map {field}={name}" if field else "--map says what it is"
        yield Anomaly("uncertain" if field else "other", at, says)


def _about_texts(layout: TableLayout, at: str) -> Iterator[Anomaly]:
    """Tell of several columns of quotations, and of whose they were taken to be."""
    if not layout.texts:
        return
    places = (layout.columns["text"], *layout.texts)
    names = ", ".join(layout.headers[place] for place in places)
    says = f"{len(places)} columns hold quotations, and each came in under the row's theme: {names}"
    yield Anomaly("other", at, says)
    for place in places:
        name = layout.headers[place]
        if group := layout.whose.get(place):
            yield Anomaly(
                "uncertain",
                at,
                f"quotations of the column {name} were taken to be of the group {group}",
            )
        elif place in layout.whose:
            says = (
                f"whose quotations the column {name} holds is not plain: no group was taken from it"
            )
            yield Anomaly("uncertain", at, says)
