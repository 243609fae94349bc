"""What importers say of a command's options, said of the form in which an author answers them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from ..problems import Problem

HOW: Final = "under “How it is to be read”"
SAID_SO: Final = tuple(
    (re.compile(asked), said)
    for asked, said in (
        (r"say which holds what, as --map .*", "choose below what each column holds"),
        (r"say by --map which column does", "choose the column that does"),
        (r"say by --map which column holds what", "choose what each column holds"),
        (r"--map says (it|what)", r"choose \1"),
        (r"\? --map [^;]*", "? choose it there"),
        (r"say it by --original-language", f"say it {HOW}"),
        (r"see --group", f"choose the group {HOW}"),
        (r"say by --group whose words are meant", f"choose {HOW} whose words are meant"),
        (r"--joined \S+ parts them", f"they can be parted {HOW}"),
        (r"--several lines parts them", f"they can be parted {HOW}"),
        (r"name another way of counting with `--offsets`", f"choose another way of counting {HOW}"),
        (r"say what it is by --format \(.*?\)", f"choose what it is {HOW}"),
        (r"leave `--format` out, or say `--format excel`", f"choose excel {HOW}, or nothing"),
        (r"leave --format out", f"choose nothing {HOW}"),
        (r"comes in by --format word", f"comes in where word is chosen {HOW}"),
        (r"see --sheet: it takes", "a sheet takes"),
        (
            r"name a table with `--pseudonyms map.csv`, its columns `name` and `pseudonym`; or add "
            r"`--pseudonymise`, which makes neutral ids and keeps the table outside the repository",
            "choose a table of pseudonyms below, or have neutral ids made",
        ),
    )
)


def in_words_of_the_desk(text: str) -> str:
    """Put what an author does at the desk in the place of what is typed after a command."""
    for asked, said in SAID_SO:
        text = asked.sub(said, text)
    return text


def told_at_the_desk(problem: Problem) -> Problem:
    """Have a problem's message and remedy speak of the desk."""
    message, hint = map(in_words_of_the_desk, (problem.message, problem.hint))
    return replace(problem, message=message, hint=hint)
