"""Rules of the commands: where they work, and what they refuse to change."""

from __future__ import annotations

from typing import Final

from .rule import Rule

PRIVATE: Final = "private/quotations/students.yml"
TEXT: Final = '- id: q101\n  text: "They told us: come back tomorrow."\n  themes: [having-time]'

CLEARING: Final = (
    Rule(
        "no-reviewer",
        "Quotations are to be cleared, but nobody is named who has read them.",
        "A clearance is a promise by somebody.",
        "Give the initials or the role of whoever reviewed them.",
        'findings clear q101 --by ""',
        "findings clear q101 --by AB",
    ),
    Rule(
        "not-uncleared",
        "A quotation in `private/` already has `cleared` or `withdrawn`.",
        "The day and the initials are written when it is cleared; an earlier line may be of other "
        "words.",
        "Remove the field, then clear the quotation.",
        f"{TEXT}\n  cleared: {{by: AB, on: 2026-11-01}}",
        TEXT,
        PRIVATE,
    ),
    Rule(
        "withdrawn-words",
        "A quotation that is to be published holds words of one that was withdrawn.",
        "Whoever took their words back did so for good, under whatever id they come again.",
        "Take these words out, or leave the quotation out.",
        "findings clear q101, which says what q014 said before it was withdrawn",
        "findings clear q102, which says something else",
    ),
    Rule(
        "list-in-brackets",
        "The records of a file stand in square brackets, so that none can be taken out or added.",
        "All else in the file keeps its form when a record is moved, which needs each on lines of "
        "its own.",
        "Write each record on lines of its own, beginning with `- `.",
        '[{id: q101, text: "They told us: come back tomorrow.", themes: [having-time]}]',
        TEXT,
        PRIVATE,
    ),
    Rule(
        "layout",
        "A record cannot be moved or taken out without changing what it, or another, says.",
        "Nothing is written where a record would lose a word.",
        "Indent it as the others are, without anchors and tabs, and try again.",
        "a record of which a part is named with & and repeated with * elsewhere",
        "the same records, each written out",
    ),
    Rule(
        "never-published",
        "A quotation to be withdrawn stands in `private/`: it never was published.",
        "A tombstone is for words that readers may have seen and cited.",
        "Delete it in `private/`, if it is to go.",
        "findings withdraw q101, which waits in private/",
        "the record of q101 deleted from its file in private/",
    ),
    Rule(
        "already-withdrawn",
        "A quotation to be withdrawn, or moved back to `private/`, is withdrawn already.",
        "Its words are gone: there is nothing left to take away.",
        "Leave it as it is.",
        "findings withdraw q014, a second time",
        "findings withdraw q014, once",
    ),
)

FOLDERS: Final = (
    Rule(
        "no-study",
        "There is no `mkdocs.yml` in this folder or in any above it.",
        "It tells where the study is and what the site is called.",
        "Run the command inside a study's folder, name the folder with `--study`, or begin one "
        "with `findings init`.",
        "findings check, in the folder of downloads",
        "findings check --study ../my-study",
    ),
    Rule(
        "folders",
        "`mkdocs.yml` names other folders than `themes_data/` and `private/`, and a command would "
        "change files there.",
        "Quotations are cleared and withdrawn in the usual folders only, so that none is written "
        "where all is public.",
        "Take `data_dir` and `private_dir` out of `mkdocs.yml`, and rename the folders.",
        "data_dir: findings",
        "no data_dir, and the folder called themes_data/",
    ),
    Rule(
        "nothing-to-export",
        "The study holds nothing that a file of this format is made of.",
        "An empty file could be taken for a finding.",
        "Do what the message says, or choose another format: `findings export --help` lists them.",
        "findings export codebook.qdc, where no code is published",
        "findings export quotations.csv",
    ),
    Rule(
        "unknown-version",
        "What a study is to be compared with is no folder, and no revision that git knows.",
        "An earlier version is read from git as it was committed, or from a folder.",
        "Name a commit, branch or tag, or the folder in which the earlier version stands. A clone "
        "that holds only the latest of the history gets all of it by `git fetch --unshallow`.",
        "findings diff relaese-1",
        "findings diff release-1",
    ),
    Rule(
        "broken-version",
        "The study had errors in a version that it is to be compared with.",
        "What could not be published has no findings to compare, and a part of it would show "
        "changes that nobody made.",
        "Name a version at which `findings check` found no error, such as a release.",
        "findings diff 1a2b3c4, where a quotation names a theme that was not there yet",
        "findings diff release-1",
    ),
    Rule(
        "not-empty",
        "The folder in which a study is to begin already holds something.",
        "Nothing of yours is ever overwritten.",
        "Name a new folder, or an empty one.",
        "findings init ~/Documents",
        "findings init ~/Documents/my-study",
    ),
    Rule(
        "cannot-write",
        "The files cannot be written: the place may be read-only or full.",
        "All files are written, or none.",
        "Choose a place where you may write, and see that there is room on the disk.",
        "findings init /my-study",
        "findings init ~/my-study",
    ),
    Rule(
        "not-installable",
        "A study cannot be begun, since others could not install this program: what it came from "
        "is gone, or cannot be packed.",
        "The workflow that publishes a study installs the program anew, from what the study names.",
        "Install study-findings from a release, its repository, or a folder that stays; to pack "
        "it from a folder, `hatchling` has to be installed beside it.",
        "findings init my-study, where the wheel it was installed from was deleted",
        "findings init my-study, where the wheel is still there",
    ),
)
