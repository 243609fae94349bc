"""A study's files as the desk last saw them; what changed on disk meanwhile is read again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TypeAlias

from pydantic import ValidationError

from ..editing.waiting_people import WaitingPerson, listed_as, people_in_private
from ..model import Clearance, Participant, Quotation, Study, is_id
from ..model.base import FieldPath
from ..model.kinds import BY_RECORD
from ..privacy.gate import Flag, Setting
from ..privacy.gate_checks import flags_of_quotation, gate_checks_by_names, setting_of
from ..privacy.private_texts import private_files, read_lists
from ..privacy.publishable import PublicStudy, publishable
from ..problems import Problem, StudyError
from ..project import Project
from ..reading.draft import Declaration
from ..reading.frame import Frame, Placed
from ..reading.load import study_of
from ..reading.sources import QUOTATION, holds_quotations, may_hold_quotations
from .open_lists import OpenList, Slip, open_list

Stamp: TypeAlias = tuple[int, int, int]
PlacedFlag: TypeAlias = tuple[FieldPath, Flag]
SeenFiles: TypeAlias = frozenset[tuple[Path, Stamp]]
"""All files of a study at one moment."""


@dataclass(frozen=True)
class Waiting:
    """A quotation that waits, and the list it stands in."""

    slip: Slip
    list: OpenList

    @property
    def id(self) -> str:
        """Give its id, or nothing where its record has none."""
        return self.slip.id


@dataclass
class Public:
    """What the desk knows of the public study: all but the words of its quotations."""

    frame: Frame
    setting: Setting
    people: dict[str, WaitingPerson] = field(default_factory=dict)
    """Who is listed in `private/` alone, by id: each comes with the first words cleared."""
    unread_lists: tuple[Problem, ...] = ()
    """Lists of names that cannot be read: nothing is cleared without them."""
    flags: dict[str, tuple[PlacedFlag, ...]] = field(default_factory=dict)
    """What the gate asked about, by the lines of a record."""

    @cached_property
    def study(self) -> PublicStudy | None:
        """Give the study without its quotations; None where `study.yml` cannot be read."""
        return publishable(self.without_words) if self.without_words else None

    @cached_property
    def without_words(self) -> Study | None:
        """Give the study as its authors have it, without its quotations."""
        return study_of(self.frame.draft)

    def joined_by(self, quotation: Quotation) -> Study | None:
        """Give the whole study as it would be with one more quotation published."""
        study = self.without_words
        cleared = Clearance(by="-", on=date.today())
        joining = quotation.model_copy(update={"cleared": cleared, "kept_out": False})
        if study is None:
            return None
        fields = {name: getattr(study, name) for name in Study.model_fields}
        fields["quotations"] = (*self.frame.quotations, joining)
        if (speaker := self.speaker_of(quotation)) is not None:
            fields["participants"] = (*study.participants, speaker)
        return Study.model_construct(**fields)

    def speaker_of(self, quotation: Quotation | None) -> Participant | None:
        """Give who says a quotation, where that is somebody listed in `private/` alone."""
        person = self.people.get(quotation.participant or "") if quotation else None
        try:
            return None if person is None else Participant.model_validate(person)
        except ValidationError:
            # What is wrong is told where the record is checked.
            return None


@dataclass
class Workspace:
    """Hold a study's lists of quotations that wait, and the rest of it that they refer to."""

    project: Project
    lists: dict[Path, OpenList] = field(default_factory=dict)
    unreadable: dict[Path, tuple[Problem, ...]] = field(default_factory=dict)
    _stamps: dict[Path, Stamp] = field(default_factory=dict)
    _public: Public | None = None
    _others: dict[Path, Stamp] = field(default_factory=dict)

    def refresh(self) -> None:
        """Read again what changed on disk since it was read."""
        stamps = _stamps(private_files(self.project.private_dir))
        gone = [path for path in self._stamps if path not in stamps]
        changed = [path for path, stamp in stamps.items() if self._stamps.get(path) != stamp]
        for path in gone:
            self.lists.pop(path, None)
            self.unreadable.pop(path, None)
        for path in changed:
            self._read(path)
        self._stamps = stamps
        # A list of names may be any other file, and the study any of its own.
        others = {path: stamp for path, stamp in stamps.items() if path not in self.lists}
        others |= _stamps(_public_files(self.project.data_dir))
        if others != self._others:
            self._others, self._public = others, None

    @property
    def state(self) -> SeenFiles:
        """Tell the study's files as they were at the last look from those of another moment."""
        return frozenset((self._stamps | self._others).items())

    @property
    def public(self) -> Public:
        """Give what is known of the public study, read again where it has changed."""
        if self._public is None:
            data_dir, private = self.project.data_dir, self.project.private_dir
            frame = Frame(data_dir, data_dir.name)
            listed, unread = read_lists(private)
            names = tuple(dict.fromkeys(entry.text for entry in listed))
            known = frame.draft.by_kind[BY_RECORD[Participant].noun]
            people = {id_: one for id_, one in self._people().items() if id_ not in known}
            setting = setting_of(frame.draft, names)
            self._public = Public(frame, setting, people, tuple(unread))
        return self._public

    def _people(self) -> dict[str, WaitingPerson]:
        try:
            return people_in_private(self.project.root)
        except StudyError:
            # `check` tells what is wrong with the list; whoever it names is not known here.
            return {}

    def addressed(self) -> Iterator[Waiting]:
        """Give the records that can be decided about: each has an id that none before it has."""
        seen: set[str] = set()
        for item in self.waiting():
            if is_id(item.id) and item.id not in seen:
                seen.add(item.id)
                yield item

    def unaddressed(self) -> list[Waiting]:
        """List the records that cannot be decided about until they have an id of their own."""
        known = {id(item.slip) for item in self.addressed()}
        return [item for item in self.waiting() if id(item.slip) not in known]

    def waiting(self) -> Iterator[Waiting]:
        """Give every record that waits, file by file, in order."""
        for _, opened in sorted(self.lists.items()):
            for slip in opened.slips:
                yield Waiting(slip, opened)

    def find(self, id_: str) -> Waiting | None:
        """Find a record that waits by its id, the first of several."""
        return next((item for item in self.addressed() if item.id == id_), None)

    def flags(self, item: Waiting) -> tuple[PlacedFlag, ...]:
        """Give what the privacy gate asks about in a quotation, each with the path of its text."""
        quotation, public = item.slip.quotation, self.public
        if quotation is None:
            return ()
        if item.slip.lines not in public.flags:
            language = public.frame.draft.language
            found = flags_of_quotation(quotation, language, public.setting)
            public.flags[item.slip.lines] = tuple(found)
        return public.flags[item.slip.lines]

    def placed(self, item: Waiting, as_published: str = "") -> Placed:
        """Check a record as it waits, or the lines that it would be published in."""
        public, quotation = self.public, item.slip.quotation
        others = (
            Declaration(QUOTATION.noun, other.id, other.list.location(other.slip))
            for other in self.waiting()
            if other.slip is not item.slip and other.id
        )
        person = public.people.get((quotation.participant or "") if quotation else "")
        return public.frame.placed(
            as_published or item.slip.lines,
            item.list.file.shown,
            item.slip.line,
            others,
            gate_checks_by_names(public.setting.names),
            in_public=bool(as_published),
            speaker=listed_as(person) if person else "",
        )

    def republished(self, id_: str, lines: str, shown: str, first_line: int) -> Placed:
        """Check a published quotation as other lines would have it, before anybody clears them."""
        others = (
            Declaration(QUOTATION.noun, other.id, other.list.location(other.slip))
            for other in self.waiting()
            if other.id
        )
        gate = gate_checks_by_names(self.public.setting.names)
        frame = self.public.frame
        return frame.placed(lines, shown, first_line, others, gate, instead_of=id_)

    def adopt(self, opened: OpenList) -> None:
        """Take a list as it was just written, so that it need not be read again."""
        stamp = _stamp(opened.path)
        if opened.path.read_bytes() == opened.data:
            self.lists[opened.path] = opened
            self._stamps[opened.path] = stamp
        else:
            # Somebody saved it since; the next look at the folder reads it.
            self._stamps.pop(opened.path, None)

    def _read(self, path: Path) -> None:
        self.lists.pop(path, None)
        self.unreadable.pop(path, None)
        inside = path.relative_to(self.project.private_dir)
        shown = f"{self.project.private_dir.name}/{inside.as_posix()}"
        try:
            if may_hold_quotations(inside) and holds_quotations(inside, path.read_bytes()):
                self.lists[path] = open_list(path, shown)
        except StudyError as error:
            self.unreadable[path] = tuple(error.problems)
        except OSError:
            # It is gone already; the next look at the folder says so.
            return


def _stamps(paths: Iterable[Path]) -> dict[Path, Stamp]:
    return {path: _stamp(path) for path in paths}


def _public_files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if not hidden and path.is_file():
            yield path


def _stamp(path: Path) -> Stamp:
    """Tell one state of a file from another; all nothing where it is gone."""
    try:
        found = path.stat()
    except OSError:
        return 0, 0, 0
    return found.st_mtime_ns, found.st_size, found.st_ino
