"""`quotations.csv` and `quotations.xlsx`: a row for each quotation and each theme it speaks to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from ..findings import disclaimers, labels
from ..findings.addresses import quotation_address
from ..findings.cards import Card
from ..findings.views import Findings
from ..model import Code, StudySite, Theme
from .table_files import Table, as_csv, as_workbook
from .turns import turn_by_turn, turns_in

# What stands between the titles of a path, the outermost first.
STEP: Final = " > "
COLUMNS: Final = (
    "id", "text", "language", "original", "original_language", "translator", "composed",
    "theme", "theme_path", "theme_composed", "theme_number", "theme_count", "group", "session",
    "session_kind", "participant", "attribution", "stance", "provenance", "kind", "exemplar",
    "codes", "code_paths", "note", "cleared_on", "transcript", "formerly", "address",
)  # fmt: skip
# The columns of levels stand after this one, those of attributes before the last.
BEFORE_LEVELS: Final = "theme_path"
# These have a column, before those of attributes, only where some quotation has a value.
OPTIONAL: Final[dict[str, Callable[[Findings, Card], object]]] = {
    "site": lambda findings, card: site.id if (site := _site(findings, card)) else "",
    "site_label": lambda findings, card: site.label if (site := _site(findings, card)) else "",
    "turns": lambda _, card: turns_in(card.passage) or "",
    "original_turns": lambda _, card: turns_in(card.original) or "",
    "asked": lambda _, card: card.quotation.asked or "",
    "question": lambda _, card: card.asked.question if card.asked else "",
    "polarity": lambda _, card: card.quotation.polarity or "",
    "page": lambda _, card: card.quotation.page or "",
    "lines": lambda _, card: card.quotation.lines or "",
}


def quotations_csv(findings: Findings, base_url: str) -> bytes:
    """Write the rows as CSV; see `as_csv`."""
    return as_csv(quotation_table(findings, base_url))


def quotations_xlsx(findings: Findings, base_url: str) -> bytes:
    """Write the rows as a workbook of one sheet."""
    title = findings.say.gettext("Quotations")
    return as_workbook(findings, [quotation_table(findings, base_url)], title)


def quotation_table(findings: Findings, base_url: str) -> Table:
    """List the published quotations, a row for each theme a quotation names, in the study's order.

    `theme_1`, `theme_2` … hold a theme's path a level a column, as many as the study is deep; a
    column `attribute:ID` each what is told of the participant. `theme_number` is 1 in one row of
    each quotation, so that whoever counts quotations counts those. Columns of `OPTIONAL` are there
    where some quotation has a value in them: `turns` says of how many a dialogue is made, each of
    which then begins a line.
    """
    depth = max((len(path_of(findings, t)) for c in findings.cards for t in c.themes), default=1)
    at = COLUMNS.index(BEFORE_LEVELS) + 1
    optional = (
        name for name, of in OPTIONAL.items() if any(of(findings, card) for card in findings.cards)
    )
    columns = (
        *COLUMNS[:at],
        *(f"theme_{level}" for level in range(1, depth + 1)),
        *COLUMNS[at:-1],
        *optional,
        *(f"attribute:{attribute.id}" for attribute in findings.about.attributes),
        COLUMNS[-1],
    )
    code_paths = dict(_code_paths(findings.study.codebook))
    rows = (row for card in findings.cards for row in _rows(findings, card, code_paths, base_url))
    return Table(
        findings.say.gettext("Quotations"),
        columns,
        tuple(tuple(_filled(row, columns)) for row in rows),
    )


def path_of(findings: Findings, theme: Theme) -> tuple[str, ...]:
    """Give the titles of a theme and of those around it, the outermost first."""
    return tuple(node.title for node in (*findings.parents[theme.id], theme))


def _filled(row: dict[str, object], columns: tuple[str, ...]) -> Iterator[object]:
    return (row.get(column, "") for column in columns)


def _rows(
    findings: Findings, card: Card, code_paths: dict[str, str], base_url: str
) -> Iterator[dict[str, object]]:
    facts = _facts(findings, card, code_paths, base_url)
    for number, theme in enumerate(card.themes, 1):
        path = path_of(findings, theme)
        yield {
            **facts,
            "theme": theme.id,
            "theme_path": STEP.join(path),
            "theme_composed": disclaimers.of_theme(findings.say, theme),
            "theme_number": number,
            "theme_count": len(card.themes),
            **{f"theme_{level}": title for level, title in enumerate(path, 1)},
        }


def _facts(
    findings: Findings, card: Card, code_paths: dict[str, str], base_url: str
) -> dict[str, object]:
    quotation, original = card.quotation, card.quotation.original
    person = findings.study.participants_by_id.get(quotation.participant or "")
    told = person.attributes if person else {}
    session = card.session
    return {
        "id": card.id,
        "text": turn_by_turn(card.passage),
        "language": card.passage.language,
        "original": turn_by_turn(card.original),
        "original_language": original.language if original else "",
        "translator": original.translator if original else "",
        "composed": disclaimers.of_quotation(findings.say, quotation),
        "group": card.group.label if card.group else "",
        "session": session.id if session else "",
        "session_kind": session.kind if session else "",
        "participant": quotation.participant,
        "attribution": disclaimers.attribution(findings.say, quotation, card.who),
        "stance": quotation.stance,
        "provenance": quotation.provenance,
        "kind": quotation.kind,
        "exemplar": "yes" if quotation.exemplar else "",
        "codes": " ".join(quotation.codes),
        "code_paths": "; ".join(code_paths[code] for code in quotation.codes),
        "note": quotation.note,
        "cleared_on": quotation.cleared.on if quotation.cleared else "",
        "transcript": quotation.cleared.transcript if quotation.cleared else "",
        "formerly": " ".join(quotation.formerly),
        "address": base_url + quotation_address(card.id),
        **{name: of(findings, card) for name, of in OPTIONAL.items()},
        **{f"attribute:{id_}": level for id_, level in told.items()},
    }


def _site(findings: Findings, card: Card) -> StudySite | None:
    return labels.site_of(findings.study, card.session)


def _code_paths(codes: tuple[Code, ...], above: tuple[str, ...] = ()) -> Iterator[tuple[str, str]]:
    for code in codes:
        path = (*above, code.label)
        yield code.id, STEP.join(path)
        yield from _code_paths(code.codes, path)
