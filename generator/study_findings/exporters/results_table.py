"""`results-table.docx`: themes, subthemes, and for each the quotations that stand for it."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import disclaimers
from ..findings.cards import Card
from ..findings.composed import Composed
from ..findings.views import Findings, Strand
from ..model import Theme, walk_themes
from .quotations import STEP
from .word import Paragraph, TableColumn, WordCell, WordFile
from .word_quotations import attribution, path_runs, theme_runs, without_words, words_with_original


def results_lacking(findings: Findings) -> str:
    """Say why a study has no table of results; nothing where it has one."""
    return "" if findings.study.themes else "no theme is published yet; begin one in themes/"


def results_table(findings: Findings, base_url: str) -> bytes:
    """Write a table a strand, as a journal's Results section has it: its head on each page.

    Of each theme and subtheme stand the quotations marked as exemplars, or the first of them where
    none is. A theme's name spans its rows.
    """
    say = findings.say
    title = say.gettext("Themes and quotations")
    file = WordFile(findings, title)
    file.paragraph(file.own(findings.about.title), style="Title")
    shown: set[str] = set()
    for strand in findings.strands:
        file.heading(1, file.own(strand.label) if strand.group else file.said(strand.label))
        file.paragraph(file.said(title), style="Caption")
        file.table(_columns(file), list(_rows(file, strand, shown)))
    file.paragraph(
        file.said(
            say.ngettext(
                "Of %(num)s published quotation, %(shown)s stands here: those that stand for "
                "their theme, or its first.",
                "Of %(num)s published quotations, %(shown)s stand here: those that stand for "
                "their theme, or its first.",
                len(findings.cards),
                shown=say.number(len(shown)),
            )
        )
    )
    if Composed(findings).is_any:
        file.paragraph(file.said(disclaimers.notice(say)))
    return file.written()


def chosen(cards: tuple[Card, ...]) -> tuple[Card, ...]:
    """Choose the quotations that stand for a theme: its exemplars, else the first it has."""
    return tuple(card for card in cards if card.quotation.exemplar) or cards[:1]


def _columns(file: WordFile) -> list[TableColumn]:
    say = file.findings.say
    return [
        TableColumn(file.said(say.gettext("Theme")), 20),
        TableColumn(file.said(say.gettext("Subtheme")), 20),
        TableColumn(file.said(say.gettext("Quotation")), 40),
        TableColumn(file.said(say.gettext("Attribution")), 20),
    ]


def _rows(file: WordFile, strand: Strand, shown: set[str]) -> Iterator[list[WordCell]]:
    for theme in strand.themes:
        named: WordCell = (Paragraph(theme_runs(file, theme)),)
        for node in walk_themes((theme,)):
            for cells in _of_node(file, theme, node, shown):
                yield [named, *cells]
                named = None


def _of_node(
    file: WordFile, theme: Theme, node: Theme, shown: set[str]
) -> Iterator[list[WordCell]]:
    findings = file.findings
    cards = chosen(findings.cards_of(node))
    inside = (*findings.parents[node.id], node)
    path = inside[inside.index(theme) + 1 :]
    subtheme: WordCell = (Paragraph(path_runs(file, path, STEP)),)
    for card in cards:
        shown.add(card.id)
        yield [subtheme, words_with_original(card), (attribution(file, card),)]
        subtheme = None
    is_told = bool(cards) or (node is theme and bool(theme.subthemes) and not theme.withheld)
    if not is_told:
        yield [subtheme, (without_words(file, node),), ()]
