"""Work that makes many records, none of which leads back to itself."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def not_looked_for() -> Iterator[None]:
    """Make records without looking for cycles among them; as a decorator, of one whole function.

    Python looks through all that is held whenever a quarter more has come: of 100,000 quotations a
    fourth of the time. What leads nowhere back goes without that, as soon as nothing names it.
    """
    were_looked_for = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if were_looked_for:
            gc.enable()
