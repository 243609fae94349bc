"""What composed words say of themselves in whatever leaves the site: citations and files."""

from __future__ import annotations

from ..language import Interface
from ..model import Claim, KeyMessage, Quotation, Theme


def notice(say: Interface) -> str:
    """Say at the head of a file that some of it was composed."""
    return f"{say.gettext('Illustrative content.')} " + say.gettext(
        "Whatever is marked as illustrative was composed: no participant said these words."
    )


def of_quotation(say: Interface, quotation: Quotation) -> str:
    """Say in words that nobody said a quotation; nothing where somebody did."""
    if not quotation.is_illustrative:
        return ""
    return say.gettext(
        "Illustrative: composed to show this site. "
        "No participant said these words; they are not data."
    )


def of_theme(say: Interface, theme: Theme) -> str:
    """Say in words what of a theme was composed; nothing where all of it is the study's own."""
    if theme.is_illustrative:
        return say.gettext(
            "Illustrative: composed to show this site. It is no finding of the study, and not data."
        )
    has_prose = theme.gist or theme.narrative or theme.boundary
    if theme.prose_is_illustrative and has_prose:
        return say.gettext(
            "The title is the study's. The text under it is illustrative: composed, and not data."
        )
    return ""


def of_claim(say: Interface, claim: Claim | KeyMessage) -> str:
    """Say in words that a claim or key message was composed; nothing where it was found."""
    if not claim.is_illustrative:
        return ""
    return say.gettext(
        "Illustrative: composed to show this site. It is no finding of the study, and not data."
    )


def titled(say: Interface, theme: Theme) -> str:
    """Give a theme's title, with what it is where it was composed."""
    if not theme.is_illustrative:
        return theme.title
    return say.gettext("%(theme)s (illustrative theme: composed, not data)", theme=theme.title)


def attribution(say: Interface, quotation: Quotation, who: str) -> str:
    """Give an attribution, with what the words are where nobody said them."""
    if not quotation.is_illustrative:
        return who
    return say.gettext("%(who)s (illustrative: composed, not data)", who=who)
