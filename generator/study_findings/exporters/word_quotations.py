"""Quotations in Word documents: words, the original beside them, and the attribution."""

from __future__ import annotations

from dataclasses import replace

from ..findings import disclaimers, labels
from ..findings.addresses import quotation_address
from ..findings.cards import Card, Passage
from ..model import Theme
from .word import Paragraph, TextRun, WordFile


def words(passage: Passage, style: str = "") -> tuple[Paragraph, ...]:
    """Give the words of a passage, a turn a paragraph; actions are in italics."""
    made = []
    for line in passage.lines:
        runs = [
            TextRun(piece.text, passage.language, is_italic=piece.kind == "action")
            for piece in line.pieces
        ]
        if line.speaker:
            runs.insert(0, TextRun(f"{line.speaker}: ", passage.language, is_bold=True))
        made.append(Paragraph(tuple(runs), style))
    return tuple(made)


def words_with_original(card: Card, style: str = "") -> tuple[Paragraph, ...]:
    """Give the words, and below a translation those it is of."""
    return words(card.passage, style) + (words(card.original, style) if card.original else ())


def attribution(file: WordFile, card: Card) -> Paragraph:
    """Say whose words these are, where they were said, who translated them, how they stand.

    What nobody said says so.
    """
    findings, say, quotation = file.findings, file.findings.say, card.quotation
    who = disclaimers.attribution(say, quotation, card.who)
    group = (card.group.id, "singular") if card.group and not quotation.as_printed else (None, "")
    runs = [file.own(who, findings.foreign(*group))]
    comma = say.gettext(", ")
    if card.where:
        where = file.said(comma + card.where)
        if card.session and card.session.label:
            spoken = findings.foreign(card.session.id, "label")
            where = file.own(comma + card.where, spoken)
        runs.append(where)
    remarks = [labels.translation(say, quotation)]
    remarks += [] if quotation.is_illustrative else [card.provenance]
    remarks.append(labels.stance(say, quotation.stance) if quotation.stance else "")
    runs += [file.said(comma + remark) for remark in remarks if remark]
    return Paragraph(tuple(runs))


def permanent(file: WordFile, card: Card, base_url: str) -> Paragraph:
    """Name a quotation by its id, which leads to its permanent address where that is known."""
    link = base_url + quotation_address(card.id) if base_url else ""
    return Paragraph((TextRun(card.id, link=link),))


def theme_runs(file: WordFile, theme: Theme) -> tuple[TextRun, ...]:
    """Name a theme as printed, with its number if it has one; a composed one says what it is."""
    title = disclaimers.titled(file.findings.say, theme)
    number = f"{theme.label} " if theme.label else ""
    return (file.own(number + title, file.findings.foreign(theme.id, "title")),)


def path_runs(file: WordFile, themes: tuple[Theme, ...], step: str) -> tuple[TextRun, ...]:
    """Name themes inside each other, the outermost first."""
    runs: list[TextRun] = []
    for theme in themes:
        for run in theme_runs(file, theme):
            runs.append(replace(run, text=step + run.text) if runs else run)
    return tuple(runs)


def without_words(file: WordFile, theme: Theme) -> Paragraph:
    """Say why no quotation of a theme stands here."""
    findings, say = file.findings, file.findings.say
    around = (*findings.parents[theme.id], theme)
    reason = next((node for node in around if node.withheld), None)
    if reason is None:
        return Paragraph(
            (file.said(say.gettext("No quotation is published yet."), is_italic=True),)
        )
    return Paragraph(
        (
            file.said(say.gettext("Quotations of this theme are withheld.") + " ", is_italic=True),
            file.own(reason.withheld or "", findings.foreign(reason.id, "withheld")),
        )
    )
