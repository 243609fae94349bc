"""The interview guide: what was asked, once for all the quotations that answer it."""

from __future__ import annotations

from .base import Id, Prose, Record, Text


class GuideQuestion(Record):
    """A question of the interview guide (COREQ item 17); quotations name it by `asked`."""

    id: Id
    """Permanent id."""
    question: Text
    """The question as it was put."""
    probes: Prose | None = None
    """What was asked after it, in Markdown."""
    groups: tuple[Id, ...] = ()
    """Whom it was put to: ids of groups; everybody where left out."""
