"""The files of a study in which an id stands, with another in its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..model import current_source
from ..model.kinds import BY_NOUN, translates
from ..reading.checks.translated_words import originals_of
from ..reading.draft import Draft
from ..reading.sources import Source, TextNode
from ..reading.typed_records import make_draft
from ..study_folder import DATA
from .former_ids import keep_former
from .id_places import (
    Edit,
    Renaming,
    Rewrite,
    Spot,
    WrittenId,
    entries,
    rename_in,
    says,
    walk_nodes,
)


@dataclass(frozen=True)
class Rewritten:
    """A file as it was and as it is to be; `target` is where it comes to stand."""

    path: Path
    target: Path
    before: str
    after: str


class Files:
    """The files of a study whose trees are renamed at once, and whose texts are then written."""

    def __init__(self, root: Path, sources: Sequence[Source], renaming: Renaming) -> None:
        self.root = root
        self.sources = sources
        self.renaming = renaming
        self._spots: dict[str, list[Spot]] = {source.file: [] for source in sources}

    def rename(self, before: Draft, rewrite: Rewrite) -> Draft:
        """Change the trees, and the marks by which translations know the words they are of.

        `rewrite` says what changes in texts that are no ids. Gives the study as it is then.
        """
        for source in self.sources:
            for node in entries(source):
                found = rename_in(source.kind, node, self.renaming, rewrite)
                self._spots[source.file] += found
        after, _ = make_draft(list(self.sources))
        was, now = _fingerprints(before, self.renaming), _fingerprints(after, None)
        for source in self.sources:
            if source.kind.is_translation:
                self._spots[source.file] += _marks(source, was, now)
        return after

    def rewritten(self, leaves_redirect: bool) -> Iterator[Rewritten]:
        """Give each file that changes; raises StudyError where its layout does not allow it."""
        for source in self.sources:
            if not self._spots[source.file]:
                continue
            path = self.root / source.file
            written = WrittenId(source.file, path.read_bytes().decode("utf-8"))
            edits = [edit for spot in self._spots[source.file] for edit in written.edits(spot)]
            if source.file.startswith(f"{DATA}/"):
                edits += self._former(source, written, leaves_redirect)
            text = written.with_edits(edits)
            if not says(text, source.root):
                raise written.unfit()
            yield Rewritten(path, self._target(source, path), written.text, text)

    def _former(self, source: Source, written: WrittenId, is_kept: bool) -> Iterator[Edit]:
        renaming = self.renaming
        if not BY_NOUN[renaming.noun].has_addresses:
            return
        for entry in entries(source):
            for kind, node in walk_nodes(source.kind, entry):
                if kind.noun == renaming.noun and node.text("id") == renaming.new:
                    yield from keep_former(node, written, renaming.old, renaming.new, is_kept)

    def _target(self, source: Source, path: Path) -> Path:
        """Give a record's file, and those of its translations, its new id where they bear that."""
        kind = source.kind
        noun = translates(kind.record) if kind.is_translation else kind.noun
        is_named = kind.is_named_by_id and noun == self.renaming.noun
        is_its = is_named and path.stem == self.renaming.old
        return path.with_stem(self.renaming.new) if is_its else path


def _fingerprints(draft: Draft, renaming: Renaming | None) -> dict[tuple[str, str], str]:
    """Map kinds and ids of what is translated, as after a renaming, to fingerprints of its words.

    The study's own id is empty, as is that of its methods.
    """
    found = {}
    for (translation, id_), original in originals_of(draft).items():
        noun = translates(translation)
        key = noun, renaming.of(noun, id_) if renaming else id_
        found[key] = current_source(translation, original)
    return found


def _marks(
    source: Source, was: dict[tuple[str, str], str], now: dict[tuple[str, str], str]
) -> Iterator[Spot]:
    """Bring up to date which words a translation is of, where it was up to date before.

    The ids of quotations that a narrative places are part of its words, as groups' are of the
    study's.
    """
    for entry in entries(source):
        for kind, node in walk_nodes(source.kind, entry):
            of = (translates(kind.record), node.text("id") or "")
            mark, new = node.fields.get("source"), now.get(of, "")
            if isinstance(mark, TextNode) and new and mark.value == was.get(of) != new:
                yield Spot(mark.place, ((mark.value, new),))
                mark.value = new
