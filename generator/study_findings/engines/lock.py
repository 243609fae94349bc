"""One build of a study at a time: builds share the folder where the engine's files are prepared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

LOCK: Final = "lock"
WAITS: Final = "Another build of this study is running; this one waits for its end."


@contextmanager
def alone(work_dir: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold a study's lock; where another build has it, call `waiting` and wait for its end.

    Whoever holds it may take it again. It belongs to the process: the system frees it when that
    ends, killed or not.
    """
    work_dir.mkdir(parents=True, exist_ok=True)
    lock = FileLock(work_dir / LOCK, is_singleton=True)
    try:
        lock.acquire(timeout=0)
    except Timeout:
        waiting()
        lock.acquire()
    try:
        yield
    finally:
        lock.release()
