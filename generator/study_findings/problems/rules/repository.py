"""Rules of what may be in a study's git repository, and in its history."""

from __future__ import annotations

from typing import Final

from .rule import Rule

REPOSITORY: Final = (
    Rule(
        "file-in-git",
        "Git has a file, or would take it with the next commit, of a kind that never belongs in a "
        "public repository: a recording, a transcript, a table, a project of an analysis program, "
        "a list of names, a key to pseudonyms, a private key. It is told by its name or by what is "
        "in it.",
        "What git has once seen it keeps, and a repository that publishes a site is public. Such "
        "files tell who took part, or say what nobody has cleared.",
        "Move it to `private/`, and take it out of git with `git rm --cached`. If it is meant for "
        "readers, put it into `content/` and name it in `mkdocs.yml`, under `publish`. If it only "
        "has the name of such a file, rename it.",
        "interviews/fgd-1.docx",
        "private/transcripts/fgd-1.docx",
    ),
    Rule(
        "file-in-history",
        "Git's history holds a file of `private/`, or of a kind that never belongs in a public "
        "repository. `findings check --history` tells of it.",
        "Whoever clones a repository has all its earlier versions, those of files that were "
        "deleted long ago too.",
        "Take the file out of git's history (`git filter-repo --invert-paths --path NAME`), or "
        "begin a new repository from the files as they are. Keep the file itself in `private/`.",
        "a commit that added names.txt, and another that deleted it",
        "a history in which no commit ever had names.txt",
    ),
    Rule(
        "withdrawn-in-history",
        "Something that git keeps, an earlier version of a file or the message of a commit, holds "
        "six words in a row of a quotation that was withdrawn, or all of one of four or five "
        "words. `findings check --history` tells of it.",
        "A withdrawal takes words out of the files; whoever clones the repository still has them.",
        "Follow the steps in `private/after-withdrawing.md`, and check again. Where somebody else "
        "said the same words, and you publish these, there is nothing to mend.",
        "git log -p, which shows the words of q014",
        "a history that was rewritten without them",
    ),
    Rule(
        "no-fingerprints",
        "For a quotation that was withdrawn there are no fingerprints in `private/`, so git's "
        "history cannot be searched for its words.",
        "`findings withdraw` writes them into `private/withdrawn.json`, which stays on the "
        "computers of the team. A quotation withdrawn before there were any, by hand, or of three "
        "words and less, has none.",
        "Check where `private/` has the file. Else look through `git log -p` yourself.",
        "findings check --history, in a fresh clone",
        "findings check --history, with private/ copied into it",
    ),
    Rule(
        "history-read",
        "So much of git's history was read for `findings check --history`, and for so many "
        "withdrawn quotations.",
        "That nothing was found means something only where something was looked for.",
        "There is nothing to mend.",
        "findings check --history",
        "findings check",
    ),
    Rule(
        "history-unread",
        "Git's history could not be read to the end, or is not all on this computer.",
        "What was not read may hold anything.",
        "Fetch all of it (`git fetch --unshallow`), mend what `git fsck` tells, and check again.",
        "git clone --depth 1, then findings check --history",
        "git clone, then findings check --history",
    ),
)
