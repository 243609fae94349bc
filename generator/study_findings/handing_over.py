"""Work that goes through much, and keeps none of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

T = TypeVar("T")


def handed_over(items: list[T]) -> Iterator[T]:
    """Give what a list holds, in order, and take each out of it: whoever gets one is to keep it.

    What is made of a large file is as large again; so there is no more of both than of one.
    """
    items.reverse()
    while items:
        yield items.pop()
