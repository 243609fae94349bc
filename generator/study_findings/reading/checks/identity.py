"""Ids: unique over the study, usable as names of files, and the same as their file's."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from ...model import Theme
from ...model.base import RESERVED_NAMES, SITE_NAMES, id_of
from ...problems import Problem
from ..draft import Declaration, Draft

_RESERVED: Final = RESERVED_NAMES | SITE_NAMES


def duplicate_ids(draft: Draft) -> Iterator[Problem]:
    """Refuse an id that another record has, in small or capital letters."""
    first: dict[str, Declaration] = {}
    for declared in draft.declared:
        other = first.setdefault(declared.id.casefold(), declared)
        if other is not declared:
            message = (
                f"{declared.kind} {declared.id} has the id of "
                f"the {other.kind} at {other.location.file}:{other.location.line}"
            )
            hint = "give the newer of the two another id"
            yield Problem(declared.location, "duplicate-id", message, hint)


def former_ids(draft: Draft) -> Iterator[Problem]:
    """Refuse an id that another record had before, and a former id of two records."""
    declared = {d.id.casefold(): d for d in reversed(draft.declared)}
    had: dict[str, str] = {}
    for kind, record, index, old in draft.former_ids():
        who = f"{kind.noun} {id_of(record)}"
        where = draft.at(record, "formerly", index)
        now = declared.get(old)
        if now is not None and now.id == id_of(record):
            message = f"{who} has this id still, and names it as a former one"
            yield Problem(where, "former-id", message, "take it out of `formerly`")
        elif now is not None:
            message = (
                f"{now.kind} {now.id} has an id that {who} had before ({where.file}:{where.line})"
            )
            hint = "give it another id: the former addresses lead to what had it first"
            yield Problem(now.location, "former-id", message, hint)
        elif old in had:
            message = f"{who} claims {old} as a former id, as {had[old]} does"
            hint = "take it out of the one that never had it"
            yield Problem(where, "former-id", message, hint)
        had.setdefault(old, who)


def reserved_ids(draft: Draft) -> Iterator[Problem]:
    """Refuse ids that cannot name a file on every system, or that a list of the site has."""
    for declared in draft.declared:
        parts = declared.id.casefold().split("/")
        if _RESERVED.isdisjoint(parts):
            continue
        if not RESERVED_NAMES.isdisjoint(parts):
            message = f'{declared.kind} id "{declared.id}" is a name Windows keeps for itself'
            yield Problem(declared.location, "bad-id", message, "choose another id")
        else:
            message = f'{declared.kind} id "{declared.id}" is a name the site keeps for its lists'
            yield Problem(declared.location, "bad-id", message, "choose another id")


def file_names(draft: Draft) -> Iterator[Problem]:
    """Require a theme's file to bear the theme's id."""
    for theme in draft.of(Theme):
        stem = draft.source_of(theme).stem
        if stem != theme.id:
            message = f"theme {theme.id} stands in a file named {stem}.yml"
            hint = f"rename the file to {theme.id}.yml"
            yield Problem(draft.at(theme, "id"), "file-name", message, hint)
