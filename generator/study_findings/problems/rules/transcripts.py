"""Rules of words that were said: transcripts, and what a comparison with them found."""

from __future__ import annotations

from typing import Final

from .rule import Rule
from .yaml import QUOTATIONS

RETOLD: Final = (
    "- id: q101\n  text: They had to come back another day.\n  themes: [having-time]\n"
    "  session: fgd-1\n  provenance: paraphrased\n"
)
AGAIN: Final = "Take the change back, or run `findings verify` for it again."

TRANSCRIPTS: Final = (
    Rule(
        "no-transcripts",
        "There is no transcript in `private/transcripts/`.",
        "Quotations are compared with what was said, word by word.",
        "Put a file for each session there, named by the session's id: `fgd-1.docx`.",
        "findings verify, while the transcripts are on another disk",
        "findings verify, with private/transcripts/fgd-1.docx",
    ),
    Rule(
        "transcript-unread",
        "A file in `private/transcripts/` cannot be read as a transcript.",
        "It is locked, damaged, empty, very large, of another kind or in an uncertain encoding: no "
        "letter of what was said is guessed.",
        "Save its words again as .docx, or as .txt in UTF-8.",
        "private/transcripts/fgd-1.docx, locked with a password",
        "private/transcripts/fgd-1.docx, without one",
    ),
    Rule(
        "not-compared",
        "Records of quotations cannot be read, so they were compared with nothing.",
        "What is left out of a comparison would be taken for compared.",
        "Run `findings check`, mend what it says, and verify again.",
        "findings verify, while a quotation lacks its closing quotation mark",
        "findings verify, after it was mended",
    ),
    Rule(
        "words-changed",
        "A quotation says that its words were compared with the transcript, and its words or its "
        "session are not those that were.",
        "Readers would be told that somebody said what nobody has looked up.",
        f"{AGAIN} Where there is no transcript any more, take `transcript` out of `cleared`.",
        "cleared: {by: AB, on: 2026-11-01, transcript: exact}, and a word was corrected since",
        "findings verify q101, after the correction",
    ),
    Rule(
        "marks-changed",
        "What a comparison found does not fit the marks in a quotation: `exact` with a mark of "
        "omission or replacement, or `marked` without any.",
        "The words were edited since. This is noticed without `private/` too.",
        AGAIN,
        "text: They told us […] tomorrow, with transcript: exact",
        "text: They told us […] tomorrow, with transcript: marked",
    ),
    Rule(
        "compared-unsaid",
        "A quotation says how it compares with its transcript, though nobody said just these "
        "words: it is paraphrased, composed of several, illustrative, or translated without its "
        "original.",
        "Only what was said can be found in a transcript. The site does not show the claim.",
        "Take `transcript` out of `cleared`, or correct the provenance.",
        f"{RETOLD}  cleared: {{by: AB, on: 2026-11-01, transcript: exact}}",
        f"{RETOLD}  cleared: {{by: AB, on: 2026-11-01}}",
        QUOTATIONS,
    ),
    Rule(
        "verified-unread",
        "`private/verified.json`, which tells what was verified, is damaged.",
        "Without it nobody is told when verified words are changed.",
        "Run `findings verify`, which writes it anew; never edit it.",
        "private/verified.json, cut off by a full disk",
        "findings verify",
    ),
    Rule(
        "verified-unknown",
        "Quotations say that they were compared with transcripts, and this computer's `private/` "
        "has no `verified.json`.",
        "It was written where they were verified. Changed words are noticed there, not here.",
        "Run `findings verify` where the transcripts are, or copy the file from there.",
        "a colleague's private/, without verified.json",
        "the same, with verified.json copied over",
    ),
)
