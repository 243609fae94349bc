"""`report.docx`: the whole of what is published, as one document to read and to print."""

from __future__ import annotations

from ..citations import apa, study_entry
from ..findings import disclaimers
from ..findings.accounts import Account, account_of
from ..findings.cards import Card
from ..findings.claims import ClaimView, claims_of, key_messages
from ..findings.composed import Composed
from ..findings.figures import coverage, heard
from ..findings.views import Findings
from ..model import ReportedCount, Theme
from ..model.licences import pieces
from .packing import authors_of
from .report_people import methods, voices
from .word import WordFile
from .word_quotations import attribution, theme_runs, without_words, words


def report_docx(findings: Findings, base_url: str) -> bytes:
    """Write title, standing, what was found, themes with their accounts, voices, methods, licence.

    What the study does not say is not reported, as on its pages.
    """
    file = WordFile(findings, findings.about.title)
    _head(file, base_url)
    _found(file)
    _themes(file)
    _practice(file)
    voices(file)
    methods(file)
    _ending(file, base_url)
    return file.written()


def _head(file: WordFile, base_url: str) -> None:
    findings, about, say = file.findings, file.findings.about, file.findings.say
    file.paragraph(file.own(about.title, findings.foreign("", "title")), style="Title")
    if about.subtitle:
        file.paragraph(file.own(about.subtitle, findings.foreign("", "subtitle")), style="Subtitle")
    if authors := authors_of(findings):
        file.paragraph(file.own(authors))
    file.heading(1, file.said(say.gettext("How this report stands")))
    file.paragraph(
        file.said(
            say.ngettext(
                "It holds %(num)s published quotation, and nothing that is not published.",
                "It holds %(num)s published quotations, and nothing that is not published.",
                len(findings.cards),
            )
        )
    )
    if about.releases:
        last = about.releases[-1]
        name = say.gettext("Release %(name)s, %(day)s.", name=last.name, day=last.on.isoformat())
        file.paragraph(file.said(name))
    if Composed(findings).is_any:
        file.paragraph(file.said(disclaimers.notice(say)))
    if base_url:
        file.paragraph(
            file.said(say.gettext("The same as a site:") + " "), file.said(base_url, link=base_url)
        )


def _found(file: WordFile) -> None:
    findings, about, say = file.findings, file.findings.about, file.findings.say
    file.heading(1, file.said(say.gettext("What was found")))
    file.prose(about.gist, findings.foreign("", "gist"))
    for view in key_messages(findings):
        message = view.message
        remark = disclaimers.of_claim(say, message)
        file.paragraph(
            file.own(message.says, findings.foreign(message.id, "says")),
            file.said(f" ({remark})" if remark else ""),
            style="ListBullet",
        )
    file.heading(2, file.said(say.gettext("In plain language")))
    file.prose(about.summary, findings.foreign("", "summary"))
    if figures := heard(findings):
        file.heading(2, file.said(say.gettext("Who was heard")))
        for number, noun in figures:
            file.paragraph(file.said(f"{number} {noun}"), style="ListBullet")


def _themes(file: WordFile) -> None:
    findings, say = file.findings, file.findings.say
    file.heading(1, file.said(say.gettext("Themes")))
    if not findings.study.themes:
        file.paragraph(file.said(say.gettext("No theme is published yet.")))
    for strand in findings.strands:
        level = 2
        if len(findings.strands) > 1:
            file.heading(2, file.own(strand.label) if strand.group else file.said(strand.label))
            level = 3
        for theme in strand.themes:
            _account(file, account_of(findings, theme), level)


def _account(file: WordFile, account: Account, level: int) -> None:
    findings, theme = file.findings, account.theme
    file.heading(level, *theme_runs(file, theme))
    if remark := disclaimers.of_theme(findings.say, theme):
        file.paragraph(file.said(remark, is_italic=True))
    if theme.gist:
        file.prose(theme.gist, findings.foreign(theme.id, "gist"))
    for claim in claims_of(findings, theme):
        _claim(file, claim)
    file.paragraph(file.said(coverage(findings, theme)))
    for count in theme.counts:
        file.paragraph(file.said(_reported(file, theme, count)), style="ListBullet")
    for part in account.parts:
        if isinstance(part, Card):
            file.paragraphs(words(part.passage, "Quote"))
            if part.original:
                file.paragraphs(words(part.original, "Quote"))
            file.paragraphs([attribution(file, part)])
        else:
            file.prose(part, findings.foreign(theme.id, "narrative"))
    if theme.withheld:
        file.paragraphs([without_words(file, theme)])
    for inner in account.inner:
        _account(file, inner, level + 1)


def _claim(file: WordFile, view: ClaimView) -> None:
    """Write a claim, and by their ids the quotations for it and against it."""
    findings, say, claim = file.findings, file.findings.say, view.claim
    file.paragraph(file.own(claim.says, findings.foreign(claim.id, "says")), style="ListBullet")
    if remark := disclaimers.of_claim(say, claim):
        file.paragraph(file.said(remark, is_italic=True))
    ids = say.joined(card.id for card in view.rests_on)
    told = say.gettext("It rests on %(quotations)s.", quotations=ids)
    if view.against:
        ids = say.joined(card.id for card in view.against)
        told += " " + say.gettext("Against it speaks %(quotations)s.", quotations=ids)
    file.paragraph(file.said(told))
    if claim.note:
        file.prose(claim.note, findings.foreign(claim.id, "note"))


def _reported(file: WordFile, theme: Theme, count: ReportedCount) -> str:
    say = file.findings.say
    if count.out_of is not None:
        told = say.gettext(
            "Reported by the study: %(count)s of %(all)s %(unit)s",
            count=count.count,
            all=count.out_of,
            unit=count.unit,
        )
    else:
        told = say.gettext(
            "Reported by the study: %(count)s %(unit)s", count=count.count, unit=count.unit
        )
    if count.scope == "direct":
        return f"{told}{say.gettext(', ')}{say.gettext('direct')}"
    if count.scope == "with-subthemes":
        return f"{told}{say.gettext(', ')}{say.gettext('with subthemes')}"
    unsaid = say.gettext("direct or with subthemes: not reported")
    return f"{told} ({unsaid})" if theme.subthemes else told


def _practice(file: WordFile) -> None:
    findings, say = file.findings, file.findings.say
    if not findings.study.implications:
        return
    file.heading(1, file.said(say.gettext("What follows in practice")))
    for implication in findings.study.implications:
        themes = (findings.study.themes_by_id[id_].title for id_ in implication.themes)
        if implication.is_illustrative:
            remark = say.gettext("Illustrative: composed to show this site, and not the study's.")
            file.paragraph(file.said(remark, is_italic=True))
        file.prose(implication.text, findings.foreign(implication.id, "text"))
        file.paragraph(file.said(say.gettext("From %(themes)s", themes=say.joined(themes))))


def _ending(file: WordFile, base_url: str) -> None:
    findings, say = file.findings, file.findings.say
    file.heading(1, file.said(say.gettext("How to cite")))
    own = findings.original
    file.paragraph(file.own(apa(study_entry(own.about, base_url)), own.language))
    file.heading(1, file.said(say.gettext("Licence")))
    licence = pieces(findings.about.licence)
    file.paragraph(*(file.said(piece.text, link=piece.address or "") for piece in licence))
