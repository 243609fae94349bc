"""Rules of files and folders: which there are, what they are called, how their text is saved."""

from __future__ import annotations

from typing import Final

from .quoting import quotation
from .rule import Rule
from .yaml import QUOTATIONS

THEME: Final = "id: waiting\ntitle: Waiting"
PUBLIC: Final = (
    "All in `themes_data/` is public, so nothing lies there that is not part of the study."
)

CHARACTERS: Final = (
    Rule(
        "bad-encoding",
        "The file is not saved as UTF-8, the usual way of writing letters as bytes.",
        "Letters beyond a to z would come out as others, and words of participants with them.",
        "Open it in your editor and save it again with the encoding UTF-8.",
        "themes.yml, saved by Notepad as “ANSI” or “Unicode”",
        "themes.yml, saved by Notepad as “UTF-8”",
    ),
    Rule(
        "not-text",
        "The file has the name of a YAML file, but holds no text.",
        "A word processor's document, say, is not made of plain text, whatever it is called.",
        "Copy its words into a plain text file, and save that as UTF-8.",
        "a Word document renamed to waiting.yml",
        "the same words in a plain text file waiting.yml",
    ),
    Rule(
        "damaged-text",
        "The character U+FFFD (a question mark in a black diamond) stands where a letter was.",
        "An earlier conversion lost the letter, and the page would show the damage in a "
        "participant's words.",
        "Write the letter anew, from the transcript.",
        quotation('"The caf\ufffd was closed when we came."'),
        quotation('"The café was closed when we came."'),
        QUOTATIONS,
    ),
    Rule(
        "bidirectional-override",
        "An invisible character makes the words around it read in another order than they are "
        "stored in.",
        "What a reader sees would differ from what was checked and cleared. Urdu and Pashto do "
        "not need it.",
        "Delete the character: remove the letters on both sides of it and type them again.",
        quotation('"We waited \\u202E until noon."'),
        quotation('"We waited until noon."'),
        QUOTATIONS,
    ),
    Rule(
        "invisible-character",
        "An invisible line or page separator, or a mark that belongs at the beginning of a file, "
        "stands in a text.",
        "It breaks words or lines in ways nobody sees here, and is found by no search.",
        "Delete it, and press Enter where a new line is meant.",
        quotation('"We waited \\u2028 until noon."'),
        quotation('"We waited until noon."'),
        QUOTATIONS,
    ),
    Rule(
        "control-character",
        "A character that is no letter stands in the text: a control character, or one that "
        "Unicode has no use for.",
        "It came from another program, shows nothing or a box, and may break what reads the site.",
        "Delete the character.",
        quotation('"We waited \\u0007 until noon."'),
        quotation('"We waited until noon."'),
        QUOTATIONS,
    ),
)

FILES: Final = (
    Rule(
        "missing-folder",
        "The folder that should hold the study is not there.",
        "Nothing can be checked or built without it.",
        "Name the study's folder with `--study`, or begin a study with `findings init`.",
        "findings check --study ~/my-stduy",
        "findings check --study ~/my-study",
    ),
    Rule(
        "missing-file",
        "`study.yml` is not there.",
        "It says what the study is; all else may be missing.",
        "Add it with at least `title`, `licence`, `gist`, `summary` and `groups`.",
        "themes_data/ with themes/ and quotations/ alone",
        "themes_data/ with study.yml, themes/ and quotations/",
    ),
    Rule(
        "unknown-file",
        "A YAML file has a name, or stands in a place, that no part of a study has.",
        "It would not be published, and nobody would notice that its words are missing.",
        "Rename it, or move it where such files belong; the message says what was probably meant.",
        THEME,
        THEME,
        "themes_data/waiting.yml",
        "themes_data/themes/waiting.yml",
    ),
    Rule(
        "unknown-folder",
        "A folder in `themes_data/` has a name that no part of a study has.",
        f"What it holds would not be published. {PUBLIC}",
        "Rename it to what was meant, or move it out of `themes_data/`.",
        THEME,
        THEME,
        "themes_data/theme/waiting.yml",
        "themes_data/themes/waiting.yml",
    ),
    Rule(
        "stray-file",
        "A file in `themes_data/` is no part of a study: a document, a table, a picture.",
        f"{PUBLIC} A transcript or a list of names that was put there by mistake would be.",
        "Move it out of the folder: to `private/` if it is not cleared, to `content/` if it "
        "belongs on the site.",
        "What we heard on the first day",
        "What we heard on the first day",
        "themes_data/notes.docx",
        "private/notes.docx",
    ),
    Rule(
        "file-name",
        "The name of a theme's file, or of its translation, is not the theme's `id`.",
        "Whoever looks for a theme finds its file by the id.",
        "Rename the file to the id, with `.yml`.",
        THEME,
        THEME,
        "themes_data/themes/theme-2.yml",
        "themes_data/themes/waiting.yml",
    ),
    Rule(
        "not-a-file",
        "A folder, or something else, has the name of a YAML file.",
        "Only a file can be read.",
        "Make it a file, or rename or remove it.",
        "a folder called themes/waiting.yml",
        "a file called themes/waiting.yml",
    ),
    Rule(
        "not-a-folder",
        "A file stands where a folder has to be.",
        "What belongs in the folder would have no place.",
        "Rename or move the file, and make a folder of that name; for `findings init`, name "
        "another folder.",
        "a file called themes_data/themes",
        "a folder called themes_data/themes",
    ),
    Rule(
        "outside-file",
        "A link leads out of the study's folder.",
        "It would publish a file that nobody put into the public folder.",
        "Put the file itself there, or remove the link.",
        "themes_data/quotations/all.yml, a link to a file elsewhere",
        "themes_data/quotations/all.yml, a file",
    ),
    Rule(
        "unreadable-file",
        "The file cannot be read: the system refuses it, or it is a link that leads nowhere.",
        "Records may be missing, so nothing is published.",
        "Check who may read it; remove a link that leads nowhere.",
        "a file that only another user may read",
        "a file that you may read",
    ),
    Rule(
        "unreadable-folder",
        "The folder named cannot be looked into.",
        "Nothing is written where something may be standing already.",
        "Name another folder, or ask for the right to read this one.",
        "findings init /another/users/folder",
        "findings init my-study",
    ),
    Rule(
        "too-large",
        "The file is larger than 20 MB.",
        "A file of a study holds text that people read and edit; this one is mostly something "
        "else.",
        "Split it into several files.",
        "quotations/everything.yml, of 40 MB",
        "quotations/first-round.yml and quotations/second-round.yml",
    ),
)
