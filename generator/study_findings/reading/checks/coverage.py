"""Themes and the quotations that speak to them, or that the study withholds."""

from __future__ import annotations

from collections.abc import Iterator

from ...model import Quotation, Theme, themes_within, told_elsewhere, walk_themes
from ...problems import Problem
from ..draft import Draft


def _may_have_lost_quotations(draft: Draft) -> bool:
    """Tell whether a broken record or reference may hide what speaks to a theme."""
    declared = sum(declared.kind == "quotation" for declared in draft.declared)
    return (
        bool(draft.unread_ids)
        or "quotation" in draft.unread_kinds
        or declared > len(draft.of(Quotation))
        or any(q.withdrawn is None and not q.themes for q in draft.of(Quotation))
        or not all(draft.has("theme", theme) for q in draft.of(Quotation) for theme in q.themes)
    )


def themes_without_quotation(draft: Draft) -> Iterator[Problem]:
    """Warn of a theme that no quotation speaks to, nor to any theme inside it."""
    if _may_have_lost_quotations(draft):
        return
    heard = {theme for q in draft.of(Quotation) if q.withdrawn is None for theme in q.themes}
    elsewhere = told_elsewhere(draft.of(Theme))
    withheld = {n.id for theme in _withheld(draft) for n in themes_within(theme, elsewhere)}
    for theme in walk_themes(draft.of(Theme)):
        # A theme whose subthemes are all withheld has nothing more to explain.
        within = {node.id for node in themes_within(theme, elsewhere)}
        silent = within - withheld
        only_holds_withheld = len(within) > 1 and silent == {theme.id}
        if theme.id in withheld or only_holds_withheld:
            continue
        if not within & heard:
            message = f"no quotation speaks to theme {theme.id}"
            hint = (
                f"name {theme.id} in a quotation's themes, or say in the theme why none is "
                'published: `withheld: "…"`'
            )
            where = draft.at(theme, "id")
            cause = "no-quotation"
            yield Problem(where, "no-quotation", message, hint, "warning", cause)


def _withheld(draft: Draft) -> list[Theme]:
    return [theme for theme in walk_themes(draft.of(Theme)) if theme.withheld is not None]


def withheld_but_quoted(draft: Draft) -> Iterator[Problem]:
    """Refuse a quotation of a theme whose quotations the study says it withholds."""
    elsewhere = told_elsewhere(draft.of(Theme))
    outer = {n.id: theme.id for theme in _withheld(draft) for n in themes_within(theme, elsewhere)}
    for quotation in draft.of(Quotation):
        for index, theme in enumerate(quotation.themes):
            if quotation.withdrawn is None and theme in outer:
                message = (
                    f"quotation {quotation.id} speaks to {theme}, but theme {outer[theme]} "
                    "says that its quotations are withheld"
                )
                hint = f"move the quotation to private/, or remove `withheld` from {outer[theme]}"
                where = draft.at(quotation, "themes", index)
                yield Problem(where, "withheld-but-quoted", message, hint)
