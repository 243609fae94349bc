"""Rules of what `study.yml` declares and other records name: questions of the interview guide."""

from __future__ import annotations

from typing import Final

from .fields import SESSION, THEME
from .references import RENAMED, words
from .rule import Rule
from .yaml import QUOTATIONS, SESSIONS

DECLARED: Final = (
    Rule(
        "unknown-question",
        "A quotation says that it answers a question that `study.yml` does not declare under "
        "`guide`.",
        "Readers would see an answer without its question, or with another.",
        RENAMED,
        words("themes: [having-time]", "asked: fisrt-day"),
        words("themes: [having-time]", "asked: first-day"),
        QUOTATIONS,
    ),
    Rule(
        "asked-of-others",
        "A quotation answers a question that was put to other groups than the quotation's own.",
        "Words stand as an answer to what their speaker was never asked.",
        "Correct `asked`, or add the group to the `groups` of the question.",
        words("themes: [having-time]", "participant: s01", "asked: first-student"),
        words("themes: [having-time]", "participant: s01", "asked: first-day"),
        QUOTATIONS,
    ),
    Rule(
        "unknown-withheld-theme",
        "A translation says why a theme is withheld that `study.yml` does not declare under "
        "`withheld_themes`.",
        "Its words would stand nowhere.",
        RENAMED,
        "withheld_themes:\n  - {id: withheld-2, why: وہ نہیں چاہتے۔}",
        "withheld_themes:\n  - {id: withheld-1, why: وہ نہیں چاہتے۔}",
        "themes_data/translations/ur/study.yml",
    ),
    Rule(
        "theme-under-itself",
        "A theme names in `also_under` itself, or a theme that stands under it.",
        "Neither would have an end, and each would count in the other.",
        "Name another theme, or take it out.",
        "id: waiting\ntitle: Waiting\nalso_under: [waiting]",
        "id: waiting\ntitle: Waiting\nalso_under: [having-time]",
        THEME,
    ),
    Rule(
        "under-already",
        "A theme names in `also_under` the theme that it is written inside.",
        "It stands there already; another theme was probably meant.",
        "Take it out, or correct it.",
        "id: waiting\ntitle: Waiting\nsubthemes:\n"
        "  - {id: in-line, title: In line, also_under: [waiting]}",
        "id: waiting\ntitle: Waiting\nsubthemes:\n"
        "  - {id: in-line, title: In line, also_under: [having-time]}",
        THEME,
    ),
    Rule(
        "also-adds-nothing",
        "A word under `also` is the theme's title, stands there before, or holds no letter.",
        "`also` is for the words that readers look for and the title lacks; another word was "
        "probably meant.",
        "Take it out, or write the word that was meant.",
        "id: waiting\ntitle: Waiting\nalso: [queue, Waiting]",
        "id: waiting\ntitle: Waiting\nalso: [queue, delay]",
        THEME,
    ),
    Rule(
        "unknown-site",
        "A session names a site that `study.yml` does not declare under `sites`.",
        "The site would be missing from filters and tables, and its name would stand on the site "
        "whatever the smallest cell.",
        f"{RENAMED} A place may also be told in words; then it is no site of the study's.",
        f"{SESSION}\n  site: harbuor",
        f"{SESSION}\n  site: harbour",
        SESSIONS,
    ),
    Rule(
        "site-in-words",
        "A session says in words where it was, though the study declares sites.",
        "Filters and tables of sites leave it out, and no smallest cell hides what it says.",
        "Declare the place under `sites` in `study.yml`, and name its id.",
        f"{SESSION}\n  site: The hall behind the harbour",
        f"{SESSION}\n  site: harbour",
        SESSIONS,
    ),
)
