"""Rules of what stands around a study: names of files, hand-written pages, settings, the engine."""

from __future__ import annotations

from typing import Final

from .rule import Rule

FILE_NAMES: Final = (
    Rule(
        "unread-file",
        "A file was meant to be read, and is not, because of its name.",
        "Editors add .txt to a name, or keep a copy beside it: what was written there is missing "
        "from the study without a word. In `private/`, it would never be cleared.",
        "Rename the file to what the message says; delete it if it is a mere copy.",
        "private/quotations/friendship.yml.txt",
        "private/quotations/friendship.yml",
    ),
    Rule(
        "same-name",
        "Two names differ in capitals alone, or in how an accent is written.",
        "Windows and macOS take them for one: whoever clones the study there loses one of the two.",
        "Put what the two hold into one file, or rename one.",
        "quotations/nurses.yml beside quotations/Nurses.yml",
        "quotations/nurses.yml beside quotations/nurses-2.yml",
    ),
    Rule(
        "bad-file-name",
        "Windows cannot hold a file of this name.",
        "Whoever clones the study there gets none of it.",
        'Rename the file; leave out < > : " | ? * and names such as aux, con and nul.',
        "content/why: and how.md",
        "content/why-and-how.md",
    ),
)

SURROUNDINGS: Final = (
    Rule(
        "front-matter",
        "The lines between `---` at the top of a hand-written page cannot be read.",
        "They would stand on the page as text, and what they say would not hold.",
        "Put a value with a colon or a bracket in double quotes, and close the lines with `---`.",
        "---\ntitle: [About\n---",
        '---\ntitle: "[About]"\n---',
    ),
    Rule(
        "dead-link",
        "A link, a picture or an entry of `nav` leads to nothing on the site.",
        "Readers would meet an error. Where a link names a file (`.md`, `.png`), nothing is built.",
        "Correct the path, which begins at the page it stands on, or add the file.",
        "[Contact](contcat.md)",
        "[Contact](contact.md)",
    ),
    Rule(
        "bad-site-url",
        "`site_url` is no web address.",
        "It goes into every citation and canonical link. It may come from the variable `SITE_URL`.",
        "Write the whole address, beginning with https://.",
        "SITE_URL=example.org/my-study",
        "SITE_URL=https://example.org/my-study/",
    ),
    Rule(
        "ignored-setting",
        "A setting of `mkdocs.yml` has no effect.",
        "The site sets it itself, so that its addresses and its language are those of the study.",
        "Remove the setting.",
        "use_directory_urls: false",
        "(the line taken out)",
    ),
    Rule(
        "unknown-download",
        "`mkdocs.yml` names a download that there is none of.",
        "Readers would look for it on `/data/` in vain.",
        "Write the name of a file that `findings export --help` lists, or `all`.",
        "- study-findings: {downloads: [findings.qpdx]}",
        "- study-findings: {downloads: [findings.qdpx]}",
    ),
    Rule(
        "engine",
        "MkDocs, or a plugin, hook or extension that `mkdocs.yml` names, cannot make the site.",
        "What it says would stop the build.",
        "Read what it says; take out the plugin or hook if you can do without it.",
        "hooks: [count.py], which fails",
        "hooks: [count.py], mended",
    ),
)
