"""The leak check: no private words in anything that was built."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..folding import words_of
from ..model import Study
from ..model.base import SCOPED_ID_PATTERN
from ..problems import Location, Problem
from .formats import PrivateText
from .private_texts import read_private
from .run_index import RunIndex
from .unpack import lenient_texts, unpack
from .unpublished import cleared_texts, located, public_names, unpublished_texts
from .views import views_of
from .words import line_of

_ID = re.compile(SCOPED_ID_PATTERN)
_SHOWN = 3


@dataclass
class _Hit:
    """Where a private text was found, and one of its runs."""

    run: tuple[str, ...]
    files: list[str] = field(default_factory=list)


def find_leaks(private_dir: Path, site_dir: Path, study: Study, data_dir: Path) -> list[Problem]:
    """Compare private words with every file of a built site, and report each text that stands there.

    Private are all files of `private_dir` (which need not exist), memos without `publish: true`, and
    participants' values of attributes without it. Compared are runs of six words; texts of four or
    five words as a whole; shorter ones are left to the privacy gate, since most values (`29`,
    `Year 3`) would be found on any page. Exempt are runs that stand in the words of cleared
    quotations, and, outside any `text` field and running text, ids, titles and attributions the
    site shows, and attributions of fewer than six words. A hit is an error at the private text; nothing of the text is in the message, since
    the logs of a public repository are public. Files that could not be compared are warnings, links
    that lead out of the site errors.
    """
    private, problems = read_private(private_dir) if private_dir.is_dir() else ([], [])
    texts = private + unpublished_texts(study, data_dir)
    index = _index(texts, study)
    hits: dict[int, _Hit] = {}
    root = str(site_dir.resolve())
    for shown, path in _outputs(root, root, site_dir.name):
        if path is None:
            problems.append(_link_out(shown))
            continue
        for name, words in _words(path, shown, problems) if index else ():
            for number, run in index.find(words).items():
                hit = hits.setdefault(number, _Hit(run))
                if name not in hit.files[-1:]:
                    hit.files.append(name)
    for number, hit in hits.items():
        is_placed = number < len(private)
        text = texts[number] if is_placed else located(texts[number], data_dir)
        problems.append(_leak(text, hit))
    return sorted(set(problems), key=lambda problem: problem.sort_key)


def _index(texts: list[PrivateText], study: Study) -> RunIndex:
    names = {tuple(words_of(name)) for name in public_names(study)}
    index = RunIndex()
    for number, text in enumerate(texts):
        for reading in text.readings:
            words = words_of(reading)
            is_name = text.may_be_name and (_ID.match(reading) or tuple(words) in names)
            if not is_name:
                index.add(number, words)
    for cleared in cleared_texts(study):
        index.discard(words_of(cleared))
    index.seal()
    return index


def _outputs(folder: str, root: str, shown: str) -> Iterator[tuple[str, Path | None]]:
    """Give the files of a site, in order; None for a link that leads out of it."""
    with os.scandir(folder) as entries:
        ordered = sorted(entries, key=lambda entry: entry.name)
    for entry in ordered:
        name = f"{shown}/{entry.name}"
        if entry.is_symlink() and not Path(entry.path).resolve().is_relative_to(root):
            yield name, None
        elif entry.is_dir(follow_symlinks=False):
            yield from _outputs(entry.path, root, name)
        elif entry.is_file():
            yield name, Path(entry.path)


def _words(path: Path, shown: str, problems: list[Problem]) -> Iterator[tuple[str, list[str]]]:
    """Give the words of each reading of a file, its name among them."""
    yield shown, words_of(shown)
    data = path.read_bytes()
    for member, part in unpack(data):
        name = f"{shown} ({member})" if member else shown
        if part is None:
            problems.append(_unread(shown, member))
            part = data if not member else b""
        for text in lenient_texts(part):
            for view in views_of(text):
                yield name, words_of(view)


def _leak(text: PrivateText, hit: _Hit) -> Problem:
    more = f" and {len(hit.files) - _SHOWN} more" if len(hit.files) > _SHOWN else ""
    owner = f" ({text.owner})" if text.owner else ""
    return Problem(
        Location(text.file, _line(text, hit.run)),
        "leak",
        f"private words{owner} stand in the built site: {', '.join(hit.files[:_SHOWN])}{more}",
        "take the words out of what is published, or clear the quotation that holds them with"
        " `findings clear`; delete the built site before it is uploaded",
    )


def _line(text: PrivateText, run: tuple[str, ...]) -> int:
    if text.keeps_lines:
        for reading in text.readings:
            line = line_of(reading, list(run))
            if line is not None:
                return line
    return text.line


def _link_out(shown: str) -> Problem:
    return Problem(
        Location(shown),
        "link-out-of-site",
        "this link leads out of the site, so an upload could publish what it points to",
        "put a copy of the file there instead, or remove the link",
    )


def _unread(shown: str, member: str) -> Problem:
    inside = f" (in it: {member})" if member else ""
    return Problem(
        Location(shown),
        "site-unread",
        f"the leak check cannot open this packed file{inside}, so its text was not compared",
        "publish it unpacked, or without a password",
        "warning",
    )
