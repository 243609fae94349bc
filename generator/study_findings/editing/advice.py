"""What is left to do about words that were taken back; none of the words stand in it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Final

_HEAD: Final = """\
# After withdrawing

What no command can do for you. Put an x between the brackets of what is done. This file stays in
`private/`; `findings withdraw` adds to it.
"""


def with_checklist(
    kept: str, ids: Sequence[str], on: date, places: Sequence[str], git_paths: Sequence[str]
) -> str:
    """Add to the checklist, which may be empty yet, what is left to do for quotations.

    `places` are where their words still stand, `git_paths` the files of which git has versions:
    none where the study is in no git repository, and then git is not spoken of.
    """
    steps = [*_here(places), *_elsewhere()]
    if git_paths:
        steps.append(f"**Git's history:**\n\n{_indented(history_advice(ids, git_paths))}")
    head = kept.rstrip() + "\n" if kept.strip() else _HEAD
    listed = "\n".join(f"- [ ] {step}" for step in steps)
    return f"{head}\n## {', '.join(ids)}: withdrawn on {on.isoformat()}\n\n{listed}\n"


def _here(places: Sequence[str]) -> list[str]:
    """List what is left to do on this computer."""
    listed = "\n".join(f"  - {place}" for place in places)
    standing = f"""\
**Where the words still stand:** take them out there too, unless somebody else said them.

{listed}"""
    return [
        *([standing] if places else []),
        """\
**In `private/`:** delete what the consent asks to be deleted: the quotation where it also waits,
  the transcript, the recording, notes, and the copies of this folder elsewhere.""",
        """\
**The copy for undoing:** once you are sure that you withdrew the right ones, run
  `findings undo --forget`. Until then `.findings/undo/` holds the words, on this computer.""",
        """\
**The site:** run `findings build`, and publish the site anew. Until then it shows the words, and
  so does the folder `site/`. See that each address says *withdrawn*.""",
    ]


def _elsewhere() -> list[str]:
    """List what is left to do wherever the words went."""
    return [
        """\
**Search engines and web archives:** ask them to take out the addresses of the quotations and of
  their themes; they may keep former pages for long.""",
        """\
**Copies of the data:** replace what was deposited or sent: archives of data, what
  `findings export` wrote into `exports/` or elsewhere, `findings.json`, `quotations.csv`,
  `report.docx`, `offline.html`, slides, drafts, papers.""",
        """\
**Who has to know:** whoever asked for the withdrawal, that it is done and what cannot be taken
  back; the co-authors; the ethics committee, where it asks for that; whoever cites the words.""",
    ]


def _indented(text: str) -> str:
    return "\n".join(f"  {line}".rstrip() for line in text.strip().splitlines())


def history_advice(ids: Sequence[str], paths: Sequence[str]) -> str:
    """Say how to take withdrawn words out of git's history, in steps."""
    named = ", ".join(ids)
    where = " ".join(paths)
    return f"""\
The words of {named} are gone from the files, but git still holds them in earlier commits, and so
does everyone who has a copy of the repository. If they must go for good:

1. Commit the withdrawal. Tell everyone who works on the repository to push what they have, and to
   stop.
2. Make a fresh clone, and install git-filter-repo (https://github.com/newren/git-filter-repo).
3. In a file outside the repository, say withdrawn.txt, write each stretch of the words as it stands
   in the YAML, one line of the file a line, each followed by ==>[withdrawn]
   (see them with: `git log -p -- {where}`)
   Then run `git filter-repo --replace-text withdrawn.txt`. It takes the words out of every file of
   every commit, the commits of pull requests apart. Do not use --path {where} --invert-paths
   unless the whole history of these files may go.
4. Copy `private/` into the clone, and run `findings check --history` there. It must tell of none of
   these words.
5. Put the remote back (filter-repo removes it): `git remote add origin ADDRESS`. Push all of it:
   `git push --force --all && git push --force --tags`
6. Delete branches, releases and build artifacts that hold the words.
7. Ask the host (on GitHub: support) to remove cached views and pull requests that hold the words.
8. Everyone else deletes their clone and clones afresh; a push from an old one brings the words
   back. Ask the owners of forks to delete them.
9. Delete withdrawn.txt.
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
copy of the repository. If nobody may read them any more, this is not enough: give
`findings undo`, then `findings withdraw`, which says how to take words out of git's history."""
