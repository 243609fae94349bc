"""Rules about the words themselves: what a conversion, a transcript or an analyst left in them."""

from __future__ import annotations

from typing import Final

from .rule import Rule

TEXTS: Final[tuple[Rule, ...]] = (
    Rule(
        "tangled-prose",
        "A paragraph of a gist, narrative or other prose holds more brackets, asterisks or other "
        "marks of Markdown, or lists stand deeper inside each other, than prose needs.",
        "Markdown tries each mark against all that follows it: thousands of them would keep the "
        "build busy for hours.",
        "Split the paragraph with an empty line, or write a backslash before a mark that marks "
        "nothing.",
        "gist: [[[[[[[[[[[[ … and so on, hundreds of times",
        "gist: What was found, in two sentences.",
    ),
    Rule(
        "placeholder",
        "A row of X, underscores or asterisks, `[inaudible]`, `TODO` or the `n/a` of a table "
        "stands where words were to be seen to.",
        "Readers cannot tell a gap from what was said; words in square brackets are explained to "
        "them as put in.",
        "Write … for words that are left out or could not be heard, and in square brackets what "
        "stands for a name.",
        'text: "at XXXXX hospital"',
        'text: "at [a teaching] hospital"',
    ),
    Rule(
        "speaker-in-text",
        "The words of a quotation name a speaker, as a transcript does: `MODERATOR:`, `P2:`.",
        "What the interviewer asked would be shown as the participant's words.",
        "Write `turns` in place of `text`, with `role: interviewer` for who asks; the message "
        "proposes them. Where only the participant speaks, leave the name out.",
        'text: "MODERATOR: Why? P2: Because."',
        'turns: [{speaker: Moderator, role: interviewer, text: "Why?"}, '
        '{speaker: P2, text: "Because."}]',
    ),
    Rule(
        "transcript-mark",
        "The words of a quotation hold a time of the recording, such as `[00:12:33]`, or end in "
        "who spoke, such as `(P3, FGD2)`.",
        "Nobody said this; and a code at the end of the words tells who spoke, whatever the site "
        "is told to show.",
        "Leave it out. Who speaks is said by `participant`, `session` or `as_printed`.",
        'text: "We went early. (P3, FGD2)"',
        'text: "We went early."',
    ),
    Rule(
        "marks-around-all",
        "One pair of quotation marks stands around the whole of a quotation.",
        "Quotations are shown as such; with marks of their own it looks as if the participant "
        "quoted somebody.",
        "Leave the outer marks out. Those around a part stay.",
        'text: "“He said no.”"',
        'text: "He said no."',
    ),
)

CONVERTED: Final[tuple[Rule, ...]] = (
    Rule(
        "mojibake",
        "Letters were read in another encoding than they were written in: `Itâ€™s` stands for "
        "`It’s`.",
        "Readers would see broken words and take them for the participant's, or the study's, "
        "carelessness.",
        "Write the letters that the message offers, or copy the words anew from a source that is "
        "saved as UTF-8.",
        'text: "Itâ€™s fine"',
        'text: "It’s fine"',
    ),
    Rule(
        "lost-letters",
        "Rows of question marks stand where a conversion did not know the letters.",
        "Which letters they were cannot be told from the text any more.",
        "Write the words anew from their source.",
        'text: "????? ???"',
        'text: "میں نے"',
    ),
    Rule(
        "html-entity",
        "A character is written as HTML writes it, such as `&amp;` or `&nbsp;`.",
        "Titles and quotations are shown letter for letter, and so would this be.",
        "Write the character itself.",
        'text: "bread &amp; butter"',
        'text: "bread & butter"',
    ),
    Rule(
        "code-in-text",
        "A text holds a tag of HTML, such as `<br>` or `</b>`, or an escape of a program, such as "
        "`\\n` or `\\u00e9`.",
        "Titles and quotations are shown letter for letter, and so would this be.",
        "Take tags out, and write the space, the new line or the letter that an escape stands for.",
        'text: "We left.<br>Then we came back."',
        'text: "We left. Then we came back."',
    ),
)
