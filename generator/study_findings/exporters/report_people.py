"""The parts of the report on who was heard and how: groups, sessions, attributes, methods."""

from __future__ import annotations

from ..findings import labels
from ..findings.methods import method_rows
from ..findings.protections import protections
from ..findings.translated import STUDY, level_field
from ..findings.voices import GroupView, attribute_tables, group_views, without_group
from ..findings.words_said import beside_transcripts
from ..model import NOT_REPORTED
from .word import Paragraph, TableColumn, TextRun, WordFile


def voices(file: WordFile) -> None:
    """Write each group with its sessions, then attributes where no cell is too small."""
    findings, say = file.findings, file.findings.say
    file.heading(1, file.said(say.gettext("Voices")))
    for view in group_views(findings):
        _group(file, view)
    if number := without_group(findings):
        file.paragraph(
            file.said(
                say.ngettext(
                    "%(num)s quotation does not tell which group it is from, and counts for none.",
                    "%(num)s quotations do not tell which group they are from, and count for none.",
                    number,
                )
            )
        )
    for table in attribute_tables(findings):
        attribute = table.attribute
        name = file.own(attribute.label, findings.foreign(attribute.id, "label"))
        file.heading(2, name)
        if not table.rows:
            file.paragraph(file.said(say.gettext("Not shown: too few people share a value.")))
            continue
        groups = [
            file.own(group.label, findings.foreign(group.id, "label"))
            for group in findings.about.groups
        ]
        _plain_table(
            file,
            [name, *groups],
            [
                [
                    file.own(label, findings.foreign(attribute.id, level_field(level))),
                    *(file.said(say.number(count)) for count in counts),
                ]
                for level, label, counts in table.rows
            ],
        )


def _group(file: WordFile, view: GroupView) -> None:
    findings, say = file.findings, file.findings.say
    group = view.group
    file.heading(2, file.own(group.label, findings.foreign(group.id, "label")))
    if group.description:
        file.prose(group.description, findings.foreign(group.id, "description"))
    people = say.gettext(
        "Participants: %(number)s.", number=labels.reported(say, group.participants)
    )
    file.paragraph(file.said(f"{people} {_quoted(file, view)}"))
    if not view.sessions:
        file.paragraph(file.said(say.gettext("No session is described.")))
        return
    known = [fact.heading for fact in view.sessions[0].facts]
    heads = [say.gettext("Session"), say.gettext("Kind"), *known, say.gettext("Quotations")]
    rows = []
    for item in view.sessions:
        label = file.said(item.label)
        if item.session.label:
            label = file.own(item.label, findings.foreign(item.session.id, "label"))
        facts = [
            file.own(fact.text, findings.foreign(fact.record.id, fact.field))
            if fact.is_own
            else file.said(fact.text)
            for fact in item.facts
        ]
        quoted = file.said(say.number(item.quotations))
        rows.append([label, file.said(item.kind), *facts, quoted])
    _plain_table(file, [file.said(head) for head in heads], rows)


def _quoted(file: WordFile, view: GroupView) -> str:
    say = file.findings.say
    if not view.quotations:
        return say.gettext("Not quoted.")
    number = say.number(view.quotations)
    if view.illustrative == view.quotations:
        return say.gettext("Quotations: %(number)s, all illustrative.", number=number)
    if view.illustrative:
        return say.gettext(
            "Quotations: %(number)s, illustrative: %(illustrative)s.",
            number=number,
            illustrative=say.number(view.illustrative),
        )
    return say.gettext("Quotations: %(number)s.", number=number)


def methods(file: WordFile) -> None:
    """Write how the study was done, in the order of a methods section."""
    findings, say = file.findings, file.findings.say
    file.heading(1, file.said(say.gettext("Methods")))
    questions = findings.about.questions
    asked_in = findings.foreign(STUDY, "questions")
    if questions:
        file.heading(2, file.said(say.ngettext("Question", "Questions", len(questions))))
        for question in questions:
            file.paragraph(file.own(question, asked_in), style="ListBullet")
    for row in method_rows(findings):
        file.heading(2, file.said(row.term))
        if row.value == NOT_REPORTED:
            file.paragraph(file.said(say.gettext("Not reported")))
        else:
            file.prose(row.value, findings.foreign(STUDY, row.field))
    if compared := beside_transcripts(findings):
        file.heading(2, file.said(say.gettext("Words that were said")))
        file.paragraph(file.said(compared))
    if sentences := protections(findings):
        file.heading(2, file.said(say.gettext("What was done so that nobody is recognised")))
        for sentence in sentences:
            file.paragraph(file.said(sentence), style="ListBullet")


def _plain_table(file: WordFile, heads: list[TextRun], rows: list[list[TextRun]]) -> None:
    width, rest = divmod(100, len(heads))
    columns = [TableColumn(head, width + (rest if not at else 0)) for at, head in enumerate(heads)]
    file.table(columns, [[(Paragraph((run,)),) for run in row] for row in rows])
