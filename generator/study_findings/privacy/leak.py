"""The leak check: no private words in anything that was built."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from ..documents.readings import readings_of
from ..model import Study
from ..model.base import SCOPED_ID_PATTERN
from ..problems import Location, Problem
from ..text.folding import words_of
from .formats import PrivateText
from .lines import line_of
from .list_index import ListIndex
from .lists import Listed
from .private_texts import read_private
from .run_index import FoundRun, RunIndex
from .unpublished import cleared_texts, located, names_on_purpose, public_names, unpublished_texts

_ID = re.compile(SCOPED_ID_PATTERN)
_SHOWN = 3
_REMEDY = (
    "take the words out of what is published, or clear the quotation that holds them with"
    " `findings clear`; delete the built site before it is uploaded"
)


@dataclass
class _Hit:
    """Where a private text was found, each file once and in order, and one of its runs."""

    found: FoundRun
    files: dict[str, None] = field(default_factory=dict)


@dataclass
class _Hits:
    """What was found of private texts and of listed entries, by their numbers."""

    texts: dict[int, _Hit] = field(default_factory=dict)
    entries: dict[int, dict[str, None]] = field(default_factory=dict)


def find_leaks(private_dir: Path, site_dir: Path, study: Study, data_dir: Path) -> list[Problem]:
    """Compare private words with every file of a built site and report each text that stands there.

    Private are all files of `private_dir` (which need not exist), memos without `publish: true`,
    and participants' values of attributes without it. Compared are runs of six words, one of which
    may be changed, dropped or added where the others tell enough; texts of four or five words as a
    whole; and, at any length, the names, telephone numbers and addresses of the lists in
    `private_dir` (see `lists`). Other texts under four words are left to the privacy gate, since
    most values (`29`, `Year 3`) would be found on any page. Exempt are runs that stand in the words
    of cleared quotations, and, outside any `text` field and running text, ids, titles and
    attributions the site shows, and attributions of fewer than six words. A hit is an error at the
    private text; nothing of the text is in the message, since the logs of a public repository are
    public. Files that could not be compared are warnings, links that lead out of the site errors.
    """
    private = read_private(private_dir)
    problems = private.problems
    texts = private.texts + unpublished_texts(study, data_dir)
    runs, lists = _run_index(texts, study), _list_index(private.listed, study)
    hits = _Hits()
    root = str(site_dir.resolve())
    for shown, path in _outputs(root, root, site_dir.name):
        if path is None:
            problems.append(_link_out(shown))
        elif runs or lists:
            _compare(path, shown, runs, lists, hits, problems)
    listed = [_listed(private.listed[number], files) for number, files in hits.entries.items()]
    told = {problem.location for problem in listed}
    for number, hit in hits.texts.items():
        is_placed = number < len(private.texts)
        leak = _leak(texts[number] if is_placed else located(texts[number], data_dir), hit)
        problems += [leak] if leak.location not in told else []
    return sorted({*problems, *listed}, key=lambda problem: problem.sort_key)


def _run_index(texts: list[PrivateText], study: Study) -> RunIndex:
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


def _list_index(entries: list[Listed], study: Study) -> ListIndex:
    """Enter what lists name, but for pseudonyms and whomever else the site names on purpose."""
    public = {tuple(words_of(name)) for name in names_on_purpose(study)}
    public |= {(word,) for author in study.about.authors for word in words_of(author.as_written)}
    index = ListIndex()
    for number, entry in enumerate(entries):
        if tuple(words_of(entry.text)) not in public:
            index.add(number, entry.text)
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


def _compare(
    path: Path, shown: str, runs: RunIndex, lists: ListIndex, hits: _Hits, problems: list[Problem]
) -> None:
    """Compare each reading of a file, its name among them."""
    _note(hits, shown, runs.find(words_of(shown)), set())
    if lists:
        _note(hits, shown, {}, _listed_in_address(lists, shown))
    for member, text, is_seen in readings_of(path.read_bytes(), shown, with_seen=bool(lists)):
        name = f"{shown} ({member})" if member else shown
        if text is None:
            problems.append(_unread(shown, member))
        elif is_seen:
            _note(hits, name, {}, lists.find_words(text))
        else:
            words = words_of(text)
            listed = lists.find_phrases(words) | lists.find_numbers(text) if lists else set()
            _note(hits, name, runs.find(words), listed)


def _listed_in_address(lists: ListIndex, address: str) -> set[int]:
    found = lists.find_phrases(words_of(address)) | lists.find_numbers(address)
    return found | lists.find_words(address, is_address=True)


def _note(hits: _Hits, name: str, found: dict[int, FoundRun], listed: set[int]) -> None:
    for number, run in found.items():
        hit = hits.texts.setdefault(number, _Hit(run))
        if hit.found.is_near and not run.is_near:
            hit.found = run
        hit.files.setdefault(name)
    for number in listed:
        hits.entries.setdefault(number, {}).setdefault(name)


def _where(files: Collection[str]) -> str:
    more = f" and {len(files) - _SHOWN} more" if len(files) > _SHOWN else ""
    return f"{', '.join(list(files)[:_SHOWN])}{more}"


def _leak(text: PrivateText, hit: _Hit) -> Problem:
    owner = f" ({text.owner})" if text.owner else ""
    near = ", one of six altered," if hit.found.is_near else ""
    return Problem(
        Location(text.file, _line(text, hit.found.run)),
        "leak",
        f"private words{owner}{near} stand in the built site: {_where(hit.files)}",
        _REMEDY,
    )


def _listed(entry: Listed, files: Collection[str]) -> Problem:
    return Problem(
        Location(entry.file, entry.line),
        "listed-name",
        f"what this line lists as private stands in the built site: {_where(files)}",
        "take it out of what is published; if it is another word that is spelt the same, list the"
        " full name; keep in a line only what nobody may read, and begin one that names nobody "
        "with #",
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
