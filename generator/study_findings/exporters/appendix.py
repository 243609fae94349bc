"""`quotations.docx`: every published quotation under its themes, as an appendix of a paper."""

from __future__ import annotations

from collections.abc import Iterator

from ..findings import disclaimers
from ..findings.cards import Card
from ..findings.composed import Composed
from ..findings.views import Findings
from ..model import Theme
from .word import TableColumn, WordCell, WordFile
from .word_quotations import attribution, permanent, theme_runs, without_words, words


def quotation_appendix(findings: Findings, base_url: str) -> bytes:
    """Write a heading a strand, theme and subtheme, and under each a table of its quotations.

    Where a quotation is a translation, the original stands beside it. One that names several themes
    stands under each. The head of a table is repeated on each page.
    """
    say = findings.say
    title = say.gettext("Quotations")
    file = WordFile(findings, title)
    file.paragraph(file.own(findings.about.title), style="Title")
    file.paragraph(file.said(title), style="Subtitle")
    file.paragraph(
        file.said(
            say.ngettext(
                "%(num)s published quotation. One that speaks to several themes stands under each.",
                "%(num)s published quotations. One that speaks to several themes stands under "
                "each.",
                len(findings.cards),
            )
        )
    )
    if Composed(findings).is_any:
        file.paragraph(file.said(disclaimers.notice(say)))
    for strand in findings.strands:
        level = 1
        if len(findings.strands) > 1:
            file.heading(1, file.own(strand.label) if strand.group else file.said(strand.label))
            level = 2
        for theme in strand.themes:
            _theme(file, theme, level, base_url)
    return file.written()


def _theme(file: WordFile, theme: Theme, level: int, base_url: str) -> None:
    findings = file.findings
    file.heading(level, *theme_runs(file, theme))
    cards = findings.cards_of(theme)
    if cards:
        has_original = any(card.original for card in cards)
        file.table(
            list(_columns(file, has_original)), list(_rows(file, cards, has_original, base_url))
        )
    elif theme.withheld or not findings.cards_within(theme):
        file.paragraphs([without_words(file, theme)])
    for inner in theme.subthemes:
        _theme(file, inner, level + 1, base_url)


def _columns(file: WordFile, has_original: bool) -> Iterator[TableColumn]:
    say = file.findings.say
    yield TableColumn(file.said(say.gettext("Quotation")), 35 if has_original else 60)
    if has_original:
        yield TableColumn(file.said(say.gettext("Original")), 30)
    yield TableColumn(file.said(say.gettext("Attribution")), 25)
    yield TableColumn(file.said(say.gettext("Id")), 10 if has_original else 15)


def _rows(
    file: WordFile, cards: tuple[Card, ...], has_original: bool, base_url: str
) -> Iterator[list[WordCell]]:
    for card in cards:
        row: list[WordCell] = [words(card.passage)]
        if has_original:
            row.append(words(card.original) if card.original else ())
        yield [*row, (attribution(file, card),), (permanent(file, card, base_url),)]
