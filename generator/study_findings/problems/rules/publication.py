"""Rules of what may be published: only what is cleared, composed, or a bare tombstone."""

from __future__ import annotations

from typing import Final

from .fields import SESSION
from .references import PARTICIPANTS, words
from .rule import Rule
from .yaml import QUOTATIONS, SESSIONS, STUDY

TEXT: Final = '- id: q101\n  text: "They told us: come back tomorrow."\n  themes: [having-time]\n'
HISTORY: Final = (
    "If it was committed, git still holds it: `findings withdraw` says how to take words out of "
    "its history."
)
LOCAL: Final = (
    "What is not for publication stays in `private/`, which git leaves out and the leak check "
    "compares."
)

PUBLICATION: Final = (
    Rule(
        "uncleared",
        "A quotation in the public folder has no `cleared`: nobody has said that it may be "
        "published.",
        "Clearing means that somebody has read the words as a colleague or relative of the "
        "participant would.",
        f"Move it to `private/`, have it read, and run `findings clear ID --by WHO`. {HISTORY}",
        TEXT.rstrip(),
        f"{TEXT}  cleared: {{by: AB, on: 2026-11-01}}",
        QUOTATIONS,
    ),
    Rule(
        "kept-out",
        "A quotation that is to stay in `private/` for good (`kept_out`) stands in the public "
        "folder, or is to be cleared.",
        "Whoever took part may have asked for it, or a reviewer has decided that nothing makes the "
        "words safe.",
        "Leave it in `private/`. Where it is to be published after all, take `kept_out` out first. "
        f"{HISTORY}",
        f"{TEXT}  cleared: {{by: AB, on: 2026-11-01}}\n  kept_out: true",
        f"{TEXT}  cleared: {{by: AB, on: 2026-11-01}}",
        QUOTATIONS,
    ),
    Rule(
        "open-wish",
        "Whoever said a quotation has read it back and wants it changed (`wish`), and nobody has "
        "decided on it.",
        "Nothing that a participant asked for may get lost, and what they wrote to you is not for "
        "the public.",
        "In `private/`, change the words as you decide, take `wish` out, and clear the quotation "
        f"then. {HISTORY}",
        f"{TEXT}  cleared: {{by: AB, on: 2026-11-01}}\n"
        "  wish: {words: Leave the day out., on: 2026-11-02}",
        f"{TEXT}  cleared: {{by: AB, on: 2026-11-01}}",
        QUOTATIONS,
    ),
    Rule(
        "withdrawn-with-text",
        "A withdrawn quotation still has words, or anything else but its id and the day.",
        "Whoever took part may take their words back, and then no copy of them may stay in public.",
        f"Keep `id`, `formerly` and `withdrawn`, and remove all else. {HISTORY}",
        f"{TEXT}  withdrawn: {{on: 2026-11-01}}",
        "- id: q101\n  withdrawn: {on: 2026-11-01}",
        QUOTATIONS,
    ),
    Rule(
        "cleared-illustrative",
        "A quotation is composed (`provenance: illustrative`), and cleared as well.",
        "Words that nobody said need no clearance; a clearance says that somebody did.",
        "Remove `cleared` if it is composed. Correct the provenance if somebody said it.",
        words("themes: [having-time]", "provenance: illustrative"),
        f"{TEXT}  provenance: illustrative",
        QUOTATIONS,
    ),
    Rule(
        "future-date",
        "A clearance or a withdrawal is dated after today.",
        "It cannot have happened yet, so another date must have been meant.",
        "Correct the date. It is written year, month, day: 2026-11-01.",
        f"{TEXT}  cleared: {{by: AB, on: 2226-11-01}}",
        f"{TEXT}  cleared: {{by: AB, on: 2026-11-01}}",
        QUOTATIONS,
    ),
    Rule(
        "unpublished-memo",
        "A memo that is not for publication lies in the public folder.",
        "The site does not show it, but everybody can read the file in a public repository.",
        f"Keep it in `private/`, or write `publish: true`. {LOCAL}",
        f"{SESSION}\n  memos:\n    - text: The room was cold, and two left early.",
        f"{SESSION}\n  memos:\n    - text: The room was cold, and two left early.\n"
        "      publish: true",
        SESSIONS,
    ),
    Rule(
        "unpublished-attribute",
        "A participant in `participants.yml` has a value of an attribute that is not for "
        "publication.",
        "The site does not show it, but everybody can read the file in a public repository.",
        f"Keep its values in `private/`, or declare it with `publish: true`. {LOCAL}",
        "- id: s02\n  group: students\n  attributes: {town: Upper valley}",
        "- id: s02\n  group: students\n  attributes: {age: young}",
        PARTICIPANTS,
    ),
    Rule(
        "read-back-counts",
        "More people are said to have read their words back than were asked, or more to have been "
        "asked than took part.",
        "The methods page tells these numbers, and readers rely on them.",
        "Correct them, or have `findings read-back --count` write them.",
        "publication:\n  read_back: {invited: 12, answered: 13}",
        "publication:\n  read_back: {invited: 13, answered: 12}",
        STUDY,
    ),
    Rule(
        "read-back-few",
        "Fewer people than `minimum_cell` were asked to read their words back.",
        "Of so few, each knows what the others did, and a change of the site on the same day tells "
        "whose it was. The site says nothing of it, but everybody can read the file.",
        "Take `read_back` out.",
        "publication:\n  read_back: {invited: 2, answered: 1}",
        "publication:\n  minimum_cell: 3",
        STUDY,
    ),
    Rule(
        "unpublished-place",
        "Quotations say on which page or lines of their source they stand, and the study does not "
        "publish that.",
        "The site does not show it, but everybody can read the file in a public repository.",
        f"Keep `page` and `lines` in `private/`, or write `source_places: true` under "
        f"`publication` in `study.yml`. {LOCAL}",
        words("themes: [having-time]", 'page: "12"'),
        words("themes: [having-time]"),
        QUOTATIONS,
    ),
    Rule(
        "no-codebook",
        "`study.yml` tells the versions of the codebook, and no codebook is published.",
        "Its history stands on the codebook's page, and there is none.",
        "Publish the codes in `codebook.yml`, or leave `codebook_history` out.",
        "codebook_history in study.yml, and no codebook.yml",
        "codebook_history in study.yml, and codebook.yml",
    ),
    Rule(
        "no-contact",
        "`study.yml` says under `removal` how words can be taken away, and has no `contact`.",
        "Those who took part read that they may ask, on a page that does not say whom.",
        "Add `contact`: a name with an address, or a page. Where nobody can be asked, say so under "
        "`removal`, and name who says it.",
        "removal: Tell us the number of the quotation.",
        "removal: Tell us the number of the quotation.\ncontact: the study, study@example.org",
        STUDY,
    ),
    Rule(
        "to-be-written",
        "The title, the gist or the summary is still what `findings init --empty` wrote.",
        "The site shows it as it stands. Nothing is stopped, so that you can publish while you "
        "write.",
        "Write over it.",
        'gist: "To be written: what was found, in two sentences."',
        "gist: Nurses and physicians agree on what mentoring is for, and not on who has the time.",
        STUDY,
    ),
)

BUILT: Final = (
    Rule(
        "leak",
        "Words of `private/`, of an unpublished memo or of an unpublished attribute stand in the "
        "built site.",
        "This is what must never happen: what nobody has cleared would be public.",
        "Take the words out of what is published, or clear the quotation that holds them. Delete "
        "the built site before it is uploaded. The message names the private file, never the "
        "words, since the logs of a public repository are public.",
        "a page in content/ that repeats a sentence of an uncleared quotation",
        "the same page without the sentence",
    ),
    Rule(
        "private-words",
        "Words of `private/` stand in a file of `themes_data/` or `content/`, though no page "
        "would show them.",
        "A repository is as public as its site: comments of YAML and of templates, and whatever "
        "else a page leaves out, can be read there by anybody.",
        "Take the words out of the file; a record that waits belongs into `private/quotations/`, "
        "not into a comment. If the file was pushed already, take them out of git's history too.",
        "# text: a sentence of private/, in a file of themes_data/quotations/",
        "the same sentence in private/quotations/ alone",
    ),
    Rule(
        "private-in-git",
        "Git has files of `private/`, or of a copy of it, or would take them with the next commit.",
        "What git has once seen it keeps, and a repository that publishes a site is public. The "
        "line `private/` in `.gitignore` covers no other name, and the leak check reads no other "
        "folder.",
        "Keep the line `private/` in `.gitignore`. Take the files out of git with "
        "`git rm -r --cached`. Move what a copy holds to `private/`, or out of the study's folder.",
        "private.bak/quotations/friendship.yml",
        "private/quotations/friendship.yml",
    ),
    Rule(
        "link-out-of-site",
        "A link in the built site leads to a file outside it.",
        "An upload would follow the link, and publish a file that nobody chose.",
        "Put a copy of the file there, or remove the link.",
        "content/poster.pdf, a link to a file elsewhere",
        "content/poster.pdf, a file",
    ),
    Rule(
        "site-unread",
        "The leak check cannot open a packed file in the built site.",
        "Its text was not compared with what is private, so nobody knows what it holds.",
        "Publish it unpacked, or without a password.",
        "content/material.zip, with a password",
        "content/material.zip, without one",
    ),
    Rule(
        "unread-list",
        "A file in `private/` is named as a list (`names.txt`), and cannot be read as text.",
        "The privacy gate and the leak check would go on without the names on it, and nobody would "
        "notice. So nothing is cleared and no site is built until it can be read.",
        "Save it as text in UTF-8, a name on each line. If it is no list, give it another name.",
        "private/names.txt, a spreadsheet under another ending that was cut off",
        "private/names.txt, a name on each line",
    ),
    Rule(
        "private-unread",
        "The leak check cannot read a file in `private/` as text.",
        "Its words were compared with nothing: a recording, for instance, has none that a program "
        "can read.",
        "Keep its transcript beside it as .txt or .docx.",
        "private/interview-3.mp3 alone",
        "private/interview-3.mp3 and private/interview-3.txt",
    ),
)
