"""Rules of words that are read back by whoever said them: pages, and what is answered."""

from __future__ import annotations

from typing import Final

from .rule import Rule

READING_BACK: Final = (
    Rule(
        "nothing-quoted",
        "A page is to be written for a participant whom no quotation names.",
        "A quotation that names a session or a group alone is nobody's to read back.",
        "Name whoever said it at the quotation, where you know it.",
        "findings read-back s09, whom no quotation names",
        "the same, once a quotation has `participant: s09`",
    ),
    Rule(
        "not-ready",
        "Words that somebody is to read back are not yet as readers would see them, or hold words "
        "of others.",
        "Who agrees to words has agreed to no others, and may not read what nobody else has "
        "cleared.",
        "Mend what the message names, and write the page anew. The page was written all the same.",
        "findings read-back s01, while the gate asks about one of their quotations",
        "the same, once somebody has decided",
    ),
    Rule(
        "not-private",
        "A page with somebody's words is to be written where the site or git would publish it.",
        "It may hold words that nobody has cleared.",
        "Let it go into `private/read-back/`, or name a folder outside the study and outside any "
        "repository.",
        "findings read-back s01 -o content/s01.html",
        "findings read-back s01 -o /media/stick/s01.html",
    ),
    Rule(
        "not-overwritten",
        "A page is to be written where something else stands.",
        "Nothing of yours is ever overwritten, but for an earlier page of this kind.",
        "Give the page another name, or delete what stands there.",
        "findings read-back s01 -o ~/thesis.html",
        "findings read-back s01 -o ~/s01.html",
    ),
    Rule(
        "no-such-language",
        "A page is asked for in a language that the site does not speak.",
        "What the page asks has to be understood before anything is answered.",
        "Choose one of the languages that the message names, or read the page with them.",
        "findings read-back s01 --language sd",
        "findings read-back s01 --language ur",
    ),
    Rule(
        "no-answers",
        "What is to be read in is not what a page saves, breaks off, or answers nothing.",
        "It comes from outside: what is not wholly as the page writes it is not guessed at.",
        "Ask for the file again, or give the answers yourself with `--answer`.",
        "findings read-back --answers photograph.jpg",
        "findings read-back --answers read-back-s01.json",
    ),
    Rule(
        "not-theirs",
        "Answers are for another study, or of a participant whom this one does not have.",
        "What is read in changes what is published.",
        "Read them in where the page was written: `private/read-back/register.json` there knows "
        "it.",
        "findings read-back --answers, in another study's folder",
        "the same in the folder of the study that they are for",
    ),
    Rule(
        "no-register",
        "The register of who was given their words to read cannot be read.",
        "It tells which words they read, and how many people answered.",
        "Put it back from a copy of `private/`, or delete it and write the pages anew.",
        "private/read-back/register.json, cut short",
        "the same file, whole",
    ),
)
