"""Rules of what may stand in `content/`, and of what a published file may carry unseen."""

from __future__ import annotations

from typing import Final

from .rule import Rule

CONTENT: Final = (
    Rule(
        "stray-content",
        "A file in `content/`, or in the built site, is of a kind that is not published without "
        "being named.",
        "Transcripts, tables of names, recordings and projects of analysis programs get into a "
        "folder by accident, and an accident must not publish them.",
        "Move it to `private/`, or out of the study's folder. If it is meant for readers, name "
        "it, and it alone, in `mkdocs.yml`. Pictures of other kinds (HEIC, TIFF, AVIF) cannot be "
        "cleaned: save them as JPEG, PNG or WebP.",
        "content/table.csv, and `- study-findings` in mkdocs.yml",
        "content/table.csv, and `- study-findings: {publish: [table.csv]}` in mkdocs.yml",
    ),
    Rule(
        "leftover-file",
        "A file in `content/` looks like an editor's backup or lock file, a system's file, or a "
        "copy that a program made.",
        "It would be published, with whatever an earlier version said.",
        "Delete it, or move it out of the study's folder. If it is a page of its own, give it "
        "another name.",
        "content/about.md~",
        "content/about.md",
    ),
    Rule(
        "link-out-of-content",
        "A link in `content/` leads out of it, to a folder, to a hidden file, or nowhere.",
        "What it points to would be published, though nobody put it there.",
        "Put a copy of what is meant for readers there instead, or remove the link.",
        "content/poster.pdf, a link to a file elsewhere",
        "content/poster.pdf, a file",
    ),
    Rule(
        "false-ending",
        "A file's bytes are not of the kind that its name says, or something else hangs on behind.",
        "Under another name, any file would pass the list of what is published.",
        "Delete it, or replace it by a file of the kind that its name says.",
        "content/appendix.pdf, which is an archive",
        "content/appendix.pdf, which is a PDF",
    ),
    Rule(
        "publish-missing",
        "`mkdocs.yml` names a file to publish that is not in `content/`.",
        "A misspelt name would publish nothing today, and perhaps another file one day.",
        "Correct the path, which begins below `content/`, or take it out.",
        "- study-findings: {publish: [tabel.csv]}",
        "- study-findings: {publish: [table.csv]}",
    ),
    Rule(
        "picture-unreadable",
        "A picture cannot be read, so it cannot be drawn anew without its place, camera and "
        "comments.",
        "Photographs say where and when they were taken. What cannot be cleaned is not published.",
        "Open it in a picture program and save it anew, or remove it.",
        "content/ward.png, which is damaged",
        "content/ward.png",
    ),
    Rule(
        "drawing-unsafe",
        "An SVG drawing acts on its own (a script, a handler), or loads something from elsewhere.",
        "It would run in readers' browsers, or tell another server who reads the study.",
        "Export it from the drawing program as plain SVG, or as PNG.",
        '<svg xmlns="http://www.w3.org/2000/svg"><script>count()</script></svg>',
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9"/></svg>',
    ),
    Rule(
        "document-unreadable",
        "A PDF is locked or damaged, or holds a script.",
        "Its words cannot be compared with what is private, so nobody knows what it would publish.",
        "Export it anew without a password, or print it to a new PDF.",
        "content/appendix.pdf, with a password",
        "content/appendix.pdf, without one",
    ),
    Rule(
        "document-properties",
        "A PDF says more than its pages show: its properties, attached files, or earlier versions "
        "of itself.",
        "Its author may be whoever typed the transcripts, and what was struck out stays in an "
        "earlier version.",
        "Empty its properties and export it anew, without attachments; printing it to a new PDF "
        "leaves out the rest.",
        "content/appendix.pdf, whose properties name an author",
        "content/appendix.pdf, without properties",
    ),
    Rule(
        "document-pictures",
        "Pages of a PDF are pictures without text, such as scans.",
        "The leak check reads text; words in a picture are compared with nothing.",
        "Read these pages yourself for what must not be published, or have their text recognised.",
        "content/form.pdf, a scan",
        "content/form.pdf, with its text recognised",
    ),
)
