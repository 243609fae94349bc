"""What git's history still holds of words that were taken back, in plain English."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path


def history_advice(ids: Sequence[str], paths: Sequence[str]) -> str:
    """Say how to take withdrawn words out of git's history, and what no command can take back."""
    named = ", ".join(ids)
    where = " ".join(paths)
    return f"""\
The words of {named} are gone from the files, but git still holds them in earlier commits, \
and so does
everyone who has a copy of the repository. If they must go for good:

1. Commit the withdrawal. Tell everyone who works on the repository to push what they \
have, and to stop.
2. Make a fresh clone, and install git-filter-repo (https://github.com/newren/git-filter-repo).
3. In a file outside the repository, say withdrawn.txt, write each stretch of the words \
as it stands in
   the YAML, one line of the file a line, each followed by ==>[withdrawn]
   (see them with: git log -p -- {where})
   Then run:    git filter-repo --replace-text withdrawn.txt
   It takes the words out of every file of every commit, the commits of pull requests apart.
   Do not use --path {where} --invert-paths unless the whole history of these files may go.
4. Put the remote back (filter-repo removes it): git remote add origin ADDRESS
   Push all of it:    git push --force --all && git push --force --tags
5. Delete branches, releases and build artifacts that hold the words, and publish the site anew.
6. Ask the host (on GitHub: support) to remove cached views and pull requests that hold the words.
7. Everyone else deletes their clone and clones afresh; a push from an old one \
brings the words back.
   Ask the owners of forks to delete them.
8. Delete withdrawn.txt.

Copies that others made, search engines and web archives may keep the words; \
ask those to remove them.
"""


def earlier_words(root: Path, ids: Sequence[str]) -> str:
    """Say where the words of quotations that wait again can still be read: the site, and git."""
    named = ", ".join(ids)
    site = f"A site that was published with {named} shows the words until it is published again."
    if not any((folder / ".git").exists() for folder in (root, *root.parents)):
        return site
    return f"""\
{site}
What git has committed it keeps: earlier commits hold the words, and so does everyone who has a
copy of the repository. If nobody may read them any more, this is not enough: take it back with
`findings undo`, then `findings withdraw`, which says how to take words out of git's history."""
