"""Rules of commands that change files, and of taking back what they did."""

from __future__ import annotations

from typing import Final

from .rule import Rule

EDITING: Final = (
    Rule(
        "words-remain",
        "Words of a quotation that is being withdrawn, or moved back to `private/`, stand in "
        "another place too.",
        "Whoever takes a quotation back wants the words gone: from a narrative, a note, a "
        "page, a comment or another quotation as well.",
        "Take them out there, unless somebody else said them too.",
        "findings withdraw q101, while a page in content/ repeats its words",
        "findings withdraw q101, after the page was changed",
    ),
    Rule(
        "cut-off",
        "A change of several files was cut off in its middle: by the power, or by whoever ended "
        "the program.",
        "Each file is whole, but together they say what nobody decided: a quotation may stand in "
        "two places, or a name be changed in some and not in others.",
        "Give `findings undo`, which takes back what was written, and then the command again.",
        "findings rename theme having-time time, while the computer is switched off",
        "findings rename theme having-time time",
    ),
    Rule(
        "changed-since",
        "A file was changed after a command read it or wrote it.",
        "To go on would lose that change.",
        "Give the command again; what cannot be undone any more, take back by hand.",
        "findings undo, after the file was edited",
        "findings undo, before anything else is edited",
    ),
    Rule(
        "not-done",
        "The desk was asked for a change that cannot be made as it was asked for.",
        "A record may be gone meanwhile, or a text would be left empty, and nothing is guessed.",
        "Look at the record as it stands now, and ask again.",
        "all words of a quotation are deleted in the form, and saved",
        "what is left out is written as […], and saved",
    ),
    Rule(
        "old-id",
        "An id that is being changed stands in prose, a comment or a note as well.",
        "There nobody but you can tell whether it means the record.",
        "Write the new id where the record is meant, and leave all else.",
        "findings rename session fgd-1 first-group, while a note says: see fgd-1",
        "findings rename session fgd-1 first-group, after the note was changed",
    ),
    Rule(
        "nothing-to-undo",
        "No change is kept that could be taken back.",
        "One is kept: the last that a command made, until the next, or until it is forgotten.",
        "Take it back by hand, or with git.",
        "findings undo, in a study no command has changed",
        "findings clear q101 --by AB, then findings undo",
    ),
)
