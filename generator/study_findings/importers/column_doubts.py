"""What a person should see of how a table's columns were taken."""

from __future__ import annotations

from collections.abc import Iterator

from .columns import is_guess, mapped, may_be, plain_name
from .found import Anomaly
from .layouts import Layout
from .options import Options


def about_columns(layout: Layout, options: Options, at: str) -> Iterator[Anomaly]:
    """Tell which columns were taken for something by a part of their name, or were not read.

    `at` says where the header stands.
    """
    said = mapped(options.columns)
    for place, name in enumerate(layout.headers):
        taken_for = layout.field_at(place)
        is_own = plain_name(name) in said or place in layout.marks
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
