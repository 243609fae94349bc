"""What MkDocs prints, as messages; those of them that have a form are told in words of ours."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Final

from ..study_folder import PRIVATE

COLOUR: Final = re.compile(r"\x1b\[[0-9;]*m")
RECORD: Final = re.compile(
    r"^(?:WARNING|ERROR|CRITICAL) +- +"
    r"(.*(?:\n(?!INFO |WARNING |ERROR |CRITICAL |Aborted |Traceback ).*)*)",
    re.MULTILINE,
)
SETTING: Final = re.compile(r"Config value '(?P<name>.+?)': (?P<what>.*)", re.DOTALL)
LINK: Final = re.compile(
    r"Doc file '(?P<page>.+?)' contains an? [a-z ]*link '(?P<target>.*?)', "
    r"(?P<why>it was left|but the target|but)(?:.*Did you mean '(?P<guess>.+?)'\?)?"
)
FAULTS: Final = {
    "it was left": "in a form that `validation` in mkdocs.yml refuses",
    "but the target": "which is no page or file of the site",
    "but": "which is no place on that page",
}
NAV: Final = re.compile(r"A reference to '(?P<target>.*?)' is included in the 'nav' configuration")
CLASH: Final = re.compile(
    r"Excluding '(?P<page>.+?)' from the site because it conflicts with '(?P<other>.+?)'"
)
PAGE: Final = re.compile(r"Error (?:reading|building) page '(?P<page>.+?)':(?P<what>.*)", re.DOTALL)


def messages(printed: str) -> list[str]:
    """List the warnings and errors that MkDocs printed, without colours, each once, lines kept."""
    text = COLOUR.sub("", printed)
    return list(dict.fromkeys(found[1].strip() for found in RECORD.finditer(text)))


def dead_link(found: re.Match[str]) -> str:
    """Say where a link leads that MkDocs refuses, as words that follow on the name of its page."""
    return f"links to {shown_target(found['target'])}, {FAULTS[found['why']]}"


def dead_entry(found: re.Match[str]) -> str:
    """Say what `nav` lists and the site has not."""
    return f"nav lists {shown_target(found['target'])}, which is no page of the site"


def shown_target(name: str) -> str:
    """Name where a link leads; what is private is not named, since logs can be public."""
    return f"a file of {PRIVATE}/" if PRIVATE in Path(name).parts else f'"{name}"'
