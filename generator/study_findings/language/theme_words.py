"""The words of the MkDocs theme, in every language, as a template that both engines can read.

Zensical runs no code of ours, so its templates cannot ask a catalogue: `make messages` writes the
words into `theme/partials/findings-words.html`.
"""

from __future__ import annotations

import json

from . import Interface, catalogue_languages, interface_for

HEADER = "{# Written by `make messages` from the catalogues; edit those. #}\n"


def theme_words() -> str:
    """Write the template that holds the theme's words by language, and each one's direction."""
    table = {language: _words(interface_for(language)) for language in catalogue_languages()}
    lines = (
        f"{json.dumps(language)}: {json.dumps(words, ensure_ascii=False, indent=1)}"
        for language, words in table.items()
    )
    return HEADER + "{% set words_by_language = {\n" + ",\n".join(lines) + "\n} %}\n"


def _words(say: Interface) -> dict[str, str]:
    return {
        "direction": say.direction,
        "skip": say.gettext("Skip to content"),
        "sections": say.gettext("Sections"),
        "standing": say.gettext("Standing"),
        "search": say.gettext("Search"),
        "search_needs_javascript": say.gettext("Search needs JavaScript: see all quotations"),
        "scheme": say.gettext("Dark colours"),
        "languages": say.gettext("Languages"),
        "other_pages": say.gettext("More pages"),
        "table": say.gettext("Table"),
        "took_part": say.gettext("Did you take part?"),
        "how_to_cite": say.gettext("How to cite"),
        "data": say.gettext("Data"),
        "changes": say.gettext("Changes"),
        "accessibility": say.gettext("Accessibility"),
        "made_with": say.gettext(
            "Made with study-findings. Nothing on this site is loaded from another host."
        ),
        "contents": say.gettext("On this page"),
        "lost": say.gettext("Nothing stands at this address"),
        "lost_lead": say.gettext(
            "Quotations and themes keep their addresses when they are renamed, so this one may be "
            "mistyped."
        ),
        "shorten": say.gettext(
            "To find the site, shorten the address in your browser, from its end."
        ),
        "home": say.gettext("Home"),
        "all_themes": say.gettext("All themes"),
        "all_quotations": say.gettext("All quotations"),
    }
