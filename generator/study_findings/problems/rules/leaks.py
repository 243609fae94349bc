"""Rules of the leak check beyond running text: what private lists name."""

from __future__ import annotations

from typing import Final

from .rule import Rule

LISTS: Final = (
    Rule(
        "listed-name",
        "A name, telephone number or address that a list in `private/` holds stands in the built "
        "site.",
        "A single name tells who took part. Lists are therefore compared whole, at any length, "
        "with all that readers see, with addresses and names of files.",
        "Take it out of what is published. If it is another word that is spelt the same, list the "
        "full name instead. Keep in a line only what nobody may read: of `Zarghuna - nurse`, both "
        "parts are looked for. Begin a line that names nobody with `#`. A pseudonym is exempt "
        "once `participants.yml` has it.",
        "a page that says Zarghuna, and private/names.txt with a line Zarghuna",
        "a page that says [name]",
    ),
)
