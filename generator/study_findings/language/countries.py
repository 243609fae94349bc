"""Countries [ISO 3166], as CLDR names them: what was meant where a name stands for a code."""

from __future__ import annotations

from typing import Final

from babel import Locale

OTHER_NAMES: Final = {"UK": "GB", "USA": "US", "UAE": "AE", "KSA": "SA"}


def meant_country(word: str) -> str | None:
    """Give the code that a country's English name, or a code in small letters, stands for."""
    territories = Locale("en").territories
    code = word.strip().upper()
    if code in OTHER_NAMES:
        return OTHER_NAMES[code]
    if len(code) == 2 and code in territories:
        return code
    names = {name.casefold(): code for code, name in territories.items() if len(code) == 2}
    return names.get(" ".join(word.casefold().split()))
