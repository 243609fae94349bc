"""What may stand in a public folder: only what is cleared, composed or a bare tombstone."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ...model import NOT_REPORTED, Code, Memo, Participant, Quotation
from ...model.quotations import TOMBSTONE
from ...problems import Problem
from ..draft import Draft
from .references import subject

UNWRITTEN = "to be written"
HISTORY = "where it was committed, take it out of git's history too, with git-filter-repo"


def uncleared(draft: Draft) -> Iterator[Problem]:
    """Refuse words that nobody has cleared for the public."""
    for quotation in draft.of(Quotation):
        if quotation.status == "uncleared":
            message = f"quotation {quotation.id} is not cleared, and this folder is public"
            hint = (
                f"move it to private/ and clear it with `findings clear {quotation.id} --by WHO`; "
                f"{HISTORY}"
            )
            yield Problem(draft.at(quotation), "uncleared", message, hint)


def withdrawn_with_text(draft: Draft) -> Iterator[Problem]:
    """Refuse a tombstone that holds anything but its ids and its date."""
    for quotation in draft.of(Quotation):
        kept = sorted(quotation.model_fields_set - TOMBSTONE)
        if quotation.withdrawn is not None and kept:
            message = f"quotation {quotation.id} is withdrawn but still has {', '.join(kept)}"
            hint = f"keep id, formerly and withdrawn, and remove all else; {HISTORY}"
            where = draft.at(quotation, "withdrawn")
            yield Problem(where, "withdrawn-with-text", message, hint)


def cleared_illustrative(draft: Draft) -> Iterator[Problem]:
    """Refuse a clearance for words nobody said."""
    for quotation in draft.of(Quotation):
        if quotation.is_illustrative and quotation.cleared is not None:
            message = f"quotation {quotation.id} is cleared, and yet composed (illustrative)"
            hint = "remove `cleared` if it is composed, or correct the provenance if it was said"
            where = draft.at(quotation, "cleared")
            yield Problem(where, "cleared-illustrative", message, hint)


def compared_unsaid(draft: Draft) -> Iterator[Problem]:
    """Warn of a comparison with the transcript where no words of it could be compared."""
    for quotation in draft.of(Quotation):
        claimed = quotation.cleared is not None and quotation.cleared.transcript is not None
        if claimed and quotation.words_said is None:
            why = {
                "illustrative": "yet nobody said it",
                "translated": "yet it has no original to compare",
            }.get(quotation.provenance, f"yet is {quotation.provenance}")
            message = f"quotation {quotation.id} says how it compares with its transcript, {why}"
            hint = "take `transcript` out of `cleared`; the site does not show it"
            where = draft.at(quotation, "cleared", "transcript", by_name=True)
            yield Problem(where, "compared-unsaid", message, hint, "warning")


def dated_ahead(draft: Draft) -> Iterator[Problem]:
    """Warn of a clearance or withdrawal after today, a day's difference in time zone apart."""
    latest = draft.today + timedelta(days=1)
    for quotation in draft.of(Quotation):
        for name in ("cleared", "withdrawn"):
            dated = getattr(quotation, name)
            if dated is not None and dated.on > latest:
                message = f"quotation {quotation.id} is {name} on {dated.on}, which is to come"
                where = draft.at(quotation, name, "on")
                yield Problem(where, "future-date", message, "correct the date", "warning")


def kept_out(draft: Draft) -> Iterator[Problem]:
    """Refuse what is to stay in `private/` for good."""
    for quotation in draft.of(Quotation):
        if quotation.kept_out:
            message = f"quotation {quotation.id} is kept out, and this folder is public"
            hint = (
                "leave it in private/; where it is to be published after all, take `kept_out` out; "
                f"{HISTORY}"
            )
            where = draft.at(quotation, "kept_out", by_name=True)
            yield Problem(where, "kept-out", message, hint)


def open_wishes(draft: Draft) -> Iterator[Problem]:
    """Refuse words that whoever said them wants changed, until an author has decided."""
    for quotation in draft.of(Quotation):
        if quotation.wish is not None:
            message = f"quotation {quotation.id} has a `wish` on which nobody has decided"
            hint = (
                "in private/, change the words as you decide, take `wish` out, and clear it then; "
                f"{HISTORY}"
            )
            where = draft.at(quotation, "wish")
            yield Problem(where, "open-wish", message, hint)


def read_back_counts(draft: Draft) -> Iterator[Problem]:
    """Refuse numbers of people who read their words back that cannot be; warn of few."""
    about = draft.about
    told = about.publication.read_back if about else None
    if about is None or told is None:
        return
    where = draft.at(about, "publication", "read_back")
    if told.answered > told.invited:
        message = (
            f"{told.answered} people are said to have read their words back, of "
            f"{told.invited} who were asked"
        )
        hint = "correct the numbers, or have `findings read-back --count` write them"
        yield Problem(where, "read-back-counts", message, hint)
    reported = [group.participants for group in about.groups]
    people = sum(number for number in reported if number != NOT_REPORTED)
    if NOT_REPORTED not in reported and told.invited > people:
        message = (
            f"{told.invited} people are said to have been asked to read their words back, and "
            f"{people} took part"
        )
        hint = "correct `invited`, or the participants of the groups"
        yield Problem(where, "read-back-counts", message, hint)
    if not about.publication.is_enough(told.invited):
        message = "so few people were asked to read their words back that the site does not say it"
        hint = "take `read_back` out: this file is as public as the site"
        yield Problem(where, "read-back-few", message, hint, "warning")


def unpublished_memos(draft: Draft) -> Iterator[Problem]:
    """Warn of memos that the site will not show, but the public folder does."""
    for kind, record in draft.records():
        memos: tuple[Memo, ...] = getattr(record, "memos", ())
        for index, memo in enumerate(memos):
            if not memo.publish:
                message = (
                    f"a memo on {subject(kind, record)} is not for publication, but lies in a "
                    "public folder"
                )
                hint = "keep it in private/, or say `publish: true`"
                where = draft.at(record, "memos", index)
                yield Problem(where, "unpublished-memo", message, hint, "warning")


def unpublished_attributes(draft: Draft) -> Iterator[Problem]:
    """Warn of participants' attributes that the site will not show, but the public folder does."""
    kept = {a.id for a in draft.about.attributes if not a.publish} if draft.about else set()
    for participant in draft.of(Participant):
        for id_ in sorted(kept & participant.attributes.keys()):
            kept.discard(id_)
            message = f'attribute "{id_}" is not for publication, but participants.yml is public'
            hint = "keep its values in private/, or say `publish: true` for it in study.yml"
            where = draft.at(participant, "attributes", id_, by_name=True)
            yield Problem(where, "unpublished-attribute", message, hint, "warning")


def unpublished_places(draft: Draft) -> Iterator[Problem]:
    """Tell once of pages and lines that the site will not show, but the public folder does."""
    if draft.about is not None and draft.about.publication.source_places:
        return
    placed = [q for q in draft.of(Quotation) if q.page or q.lines]
    if placed:
        others = f" and {len(placed) - 1} more say" if len(placed) > 1 else " says"
        message = (
            f"quotation {placed[0].id}{others} where in the source the words stand, which is not "
            "for publication, but this folder is public"
        )
        hint = "keep it in private/, or say `source_places: true` under `publication` in study.yml"
        where = draft.at(placed[0], "page" if placed[0].page else "lines", by_name=True)
        yield Problem(where, "unpublished-place", message, hint, "notice")


def unread_history(draft: Draft) -> Iterator[Problem]:
    """Tell of a codebook's history that no page shows, since no codebook is published."""
    about = draft.about
    if about is None or not about.codebook_history or draft.of(Code):
        return
    if "code" not in draft.unread_kinds:
        message = "the versions of the codebook are told, but no codebook is published"
        hint = "publish codebook.yml, or leave `codebook_history` out"
        where = draft.at(about, "codebook_history")
        yield Problem(where, "no-codebook", message, hint, "notice")


def no_contact(draft: Draft) -> Iterator[Problem]:
    """Require a contact where the study says that words can be taken away: somebody must be asked.

    The page for those who took part shows what the study says of it, and whom to write to.
    """
    about = draft.about
    if about is None or about.removal == NOT_REPORTED or about.contact:
        return
    message = "the study says how words can be taken away, and not whom to write to"
    hint = "add `contact: …`: a name with an address, or a page"
    yield Problem(draft.at(about, "removal", by_name=True), "no-contact", message, hint)


def unwritten(draft: Draft) -> Iterator[Problem]:
    """Tell of what `findings init --empty` left to be written, without ever failing."""
    about = draft.about
    if about is None:
        return
    for name, text in (("title", about.title), ("gist", about.gist), ("summary", about.summary)):
        if text.strip().casefold().startswith(UNWRITTEN):
            message = f"the study's {name} is still to be written"
            where = draft.at(about, name)
            hint = "write over it before you publish"
            yield Problem(where, "to-be-written", message, hint, "notice")
