"""One table, row by row: themes, codes, quotations, people and sessions, as its layout says."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from .column_doubts import about_columns
from .found import (
    Anomaly,
    Dropped,
    FoundCode,
    FoundColumn,
    FoundParticipant,
    FoundQuotation,
    FoundSession,
    FoundTheme,
    TitlePath,
)
from .grid import Grid, is_blank, tidy
from .layouts import TableLayout
from .options import Options
from .people_labels import session_kind
from .row_levels import Levels, is_note
from .said import quotations_in, why_no_words
from .table_codes import TableCodes


@dataclass
class TableReader:
    """Read one table, row by row."""

    grid: Grid
    layout: TableLayout
    options: Options
    themes: list[FoundTheme] = field(default_factory=list)
    quotations: list[FoundQuotation] = field(default_factory=list)
    participants: list[FoundParticipant] = field(default_factory=list)
    sessions: list[FoundSession] = field(default_factory=list)
    anomalies: list[Anomaly] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    _without_group: list[str] = field(default_factory=list)
    """Where rows stand that say something of a person, and leave the group out."""

    def __post_init__(self) -> None:
        """Have nothing of codes yet."""
        self._codes = TableCodes(self.layout)

    @property
    def codes(self) -> list[FoundCode]:
        """List the codes that were read so far."""
        return self._codes.found

    def read(self) -> None:
        """Read all rows below the header."""
        levels = Levels(self.layout, self.options)
        for number in range(self.layout.header + 1, len(self.grid.rows)):
            row = self.grid.rows[number]
            if is_blank(row):
                continue
            at = self.grid.at(number)
            indent = self.grid.indents[number] if self.grid.indents else 0
            if self._is_note(number, row, levels):
                self.dropped.append(Dropped(at, "it stands under the table: taken for a note"))
                continue
            if levels.is_across(row):
                path = levels.across(row)
                self.themes.append(FoundTheme(path, at, levels.label))
                continue
            if levels.is_header_again(row):
                self.dropped.append(Dropped(at, "the header again"))
                continue
            path = levels.path(row, indent)
            self._row(row, at, path, levels, indent)
        self.anomalies += about_columns(self.layout, self.options, self.grid.at(self.layout.header))
        self.anomalies += self._about_people()

    def _is_note(self, number: int, row: Sequence[str], levels: Levels) -> bool:
        """Tell whether a row with one text is a note: it says so, or a theme over nothing."""
        texts = {tidy(cell) for cell in row} - {""}
        if len(texts) != 1 or not self.layout.has("text"):
            return False
        rest = list(self.grid.rows)[number + 1 :]
        is_over = any(self._cell(one, "text") and len({*map(tidy, one)} - {""}) > 1 for one in rest)
        return is_note(*texts) or (levels.is_across(row) and not is_over)

    def _about_people(self) -> Iterator[Anomaly]:
        """Tell of groups that are left out, and of columns that could tell of nobody."""
        groups = [*(q.group for q in self.quotations), *(p.group for p in self.participants)]
        if self._without_group and any(groups):
            rest = len(self._without_group) - 1
            more = f", and in {rest} more row{'s' * (rest > 1)}" if rest else ""
            says = (
                f"the group is left out here{more}, and was not taken from the row above: write it"
                " there, or say by --group whose words are meant"
            )
            yield Anomaly("uncertain", self._without_group[0], says)
        if self.layout.attributes and not self.participants:
            names = ", ".join(self.layout.attributes)
            says = f"not read, for nobody is named whom it could tell of: the column {names}"
            yield Anomaly("other", self.grid.at(self.layout.header), says)

    def columns(self) -> tuple[FoundColumn, ...]:
        """Give each column with a name, what it was taken for, and the first cell below it."""
        below = list(self.grid.rows)[self.layout.header + 1 :]
        return tuple(
            FoundColumn(
                name,
                self.layout.field_at(place),
                next((tidy(row[place]) for row in below if place < len(row) and row[place]), ""),
            )
            for place, name in enumerate(self.layout.headers)
            if name
        )

    def _cell(self, row: Sequence[str], name: str) -> str:
        return tidy(self.layout.cell(row, name))

    def _row(
        self, row: Sequence[str], at: str, path: TitlePath, levels: Levels, indent: int
    ) -> None:  # fmt: skip
        facets = tuple(
            (name.removeprefix("facet "), value)
            for name in self.layout.facets
            if (value := levels.facet(row, name))
        )
        codes = levels.codes(row, indent)
        texts = [self._cell(row, "text") or self._cell(row, "original"), *self._more(row)]
        has_text = any(texts)
        before = len(self.quotations)
        self.themes += [FoundTheme(title, at, gist=gist) for title, gist in levels.described(row)]
        paths = levels.paths(path)
        if len(paths) > 1:
            self.themes += [FoundTheme(one, at, facets=facets) for one in paths]
        elif path and (levels.is_new or facets or self._theme_says(row)):
            self._theme(row, at, path, levels, facets)
        if codes and self.layout.is_codebook:
            self._codes.take(row, at, codes[0], has_text)
        is_said = has_text or self._people_told(row)
        if is_said and self.layout.has("group") and not self._cell(row, "group"):
            self._without_group.append(at)
        if has_text:
            self._quotations(row, at, paths, codes)
        elif not self.layout.has("text"):
            self._people(row, at)
        if len(self.quotations) == before and not path and not codes and not self._people_told(row):
            self.dropped.append(Dropped(at, "no quotation, theme or code stands in it"))

    def _people_told(self, row: Sequence[str]) -> bool:
        return any(self._cell(row, name) for name in ("participant", "session", "document"))

    def _theme_says(self, row: Sequence[str]) -> bool:
        names = ("description", "boundary", "definition", "inclusion", "exclusion")
        return not self.layout.is_codebook and any(self._cell(row, name) for name in names)

    def _theme(
        self, row: Sequence[str], at: str, path: TitlePath, levels: Levels,
        facets: tuple[tuple[str, str], ...],
    ) -> None:  # fmt: skip
        gist = narrative = boundary = ""
        if not self.layout.is_codebook:
            said = self._cell(row, "description") or self._cell(row, "definition")
            is_long = "\n" in said or len(said) > 400
            gist, narrative = ("", said) if is_long else (said, "")
            parts = (self._cell(row, n) for n in ("boundary", "inclusion", "exclusion"))
            boundary = "\n\n".join(part for part in parts if part)
        has_text = self.layout.has("text")
        memo = "" if has_text or self.layout.is_codebook else self._cell(row, "memo")
        group = self._cell(row, "group") if not has_text else ""
        self.themes.append(
            FoundTheme(
                path,
                at,
                levels.label,
                gist,
                narrative,
                boundary,
                (memo,) if memo else (),
                facets,
                (group,) if group else (),
            )
        )

    def _quotations(
        self, row: Sequence[str], at: str, paths: list[TitlePath], codes: list[TitlePath]
    ) -> None:
        first = {name: self._cell(row, name) for name in self.layout.columns}
        more = self._more(row)
        is_of_groups = any(self.layout.whose.values())
        is_of_several = is_of_groups and bool(first.get("text")) + len(more) > 1
        # The one person of a row said not what two groups said.
        if is_of_several and first.pop("participant", ""):
            says = "who said them was left out: one person is named beside words of two groups"
            self.anomalies.append(Anomaly("uncertain", at, says))
        if first.get("text") or first.get("original") or not more:
            place = self.layout.columns.get("text", -1)
            self._cells({**first, **self._whose(place)}, row, at, paths, codes)
        for place, words in more:
            cells = {**first, "text": words, **self._whose(place)}
            self._cells(cells, row, at, paths, codes)

    def _more(self, row: Sequence[str]) -> list[tuple[int, str]]:
        """Give the quotations of a row in further columns of such, each with its column."""
        cells = ((place, tidy(row[place])) for place in self.layout.texts if place < len(row))
        return [(place, cell) for place, cell in cells if cell]

    def _whose(self, place: int) -> dict[str, str]:
        """Give the group that a column of quotations is of, where its header makes that plain."""
        group = self.layout.whose.get(place, "")
        return {"group": group} if group else {}

    def _cells(
        self, cells: Mapping[str, str], row: Sequence[str], at: str, paths: list[TitlePath],
        codes: list[TitlePath],
    ) -> None:  # fmt: skip
        if why := why_no_words(cells.get("text") or cells.get("original", "")):
            self.dropped.append(Dropped(at, why))
            return
        found, anomalies, people = quotations_in(cells, at, self.options, self.layout.languages)
        for quotation in found:
            self.quotations.append(replace(quotation, themes=tuple(paths), codes=tuple(codes)))
        self.anomalies += anomalies
        attributes = self._attributes(row)
        for label, told in people:
            if told or attributes:
                self.participants.append(
                    FoundParticipant(label, at, attributes={**attributes, **told})
                )

    def _attributes(self, row: Sequence[str]) -> dict[str, str]:
        return {
            name: value
            for name, place in self.layout.attributes.items()
            if (value := tidy(row[place] if place < len(row) else ""))
        }

    def _people(self, row: Sequence[str], at: str) -> None:
        session = self._cell(row, "session") or self._cell(row, "document")
        person, group = self._cell(row, "participant"), self._cell(row, "group")
        if person:
            self.participants.append(
                FoundParticipant(
                    person, at, group, (session,) if session else (), self._attributes(row)
                )
            )
        elif session:
            self.sessions.append(
                FoundSession(
                    session,
                    at,
                    session_kind(self._cell(row, "kind")),
                    (group,) if group else (),
                    self._cell(row, "site"),
                    self._cell(row, "size"),
                    self._cell(row, "duration"),
                    self._cell(row, "when"),
                )
            )
