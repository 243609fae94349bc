"""What a study holds and does not publish, and what it has published on purpose."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from ..documents.yaml_texts import yaml_texts
from ..model import (
    Memo,
    Quotation,
    Study,
    marked_within,
    walk_codes,
    walk_themes,
    walk_translations,
)
from ..model.kinds import records_of
from ..model.quotations import flat, spoken, spoken_with_roles
from ..text.folding import words_of
from .formats import PrivateText, prose
from .told_sites import hidden_sites


def unpublished_texts(study: Study, data_dir: Path) -> list[PrivateText]:
    """List memos and values of attributes without `publish: true`, and words on hidden sites."""
    return [
        PrivateText(data_dir.name, 1, prose(text), owner)
        for owner, text in (*_memos(study), *_values(study), *_sites(study))
    ]


def located(text: PrivateText, data_dir: Path) -> PrivateText:
    """Give an unpublished text with the file and line of the data folder where its words stand."""
    words = words_of(text.readings[0])
    for path in sorted(data_dir.rglob("*.y*ml")):
        for scalar in yaml_texts(path.read_text("utf-8", "replace")):
            if words_of(scalar.text) == words:
                shown = f"{data_dir.name}/{path.relative_to(data_dir).as_posix()}"
                return replace(text, file=shown, line=scalar.line)
    return text


def _memos(study: Study) -> Iterator[tuple[str, str]]:
    for kind, record in records_of(study):
        owner = (
            "the study" if record is study.about else f'{kind.noun} "{getattr(record, "id", "")}"'
        )
        memos: tuple[Memo, ...] = getattr(record, "memos", ())
        yield from ((f"unpublished memo of {owner}", m.text) for m in memos if not m.publish)


def _values(study: Study) -> Iterator[tuple[str, str]]:
    hidden = {attribute.id for attribute in study.about.attributes if not attribute.publish}
    for participant in study.participants:
        for attribute, value in participant.attributes.items():
            if attribute in hidden:
                owner = f'unpublished attribute "{attribute}" of participant "{participant.id}"'
                own = (t.levels.get((attribute, value)) for t in study.translations)
                yield from ((owner, words) for words in (value, *own) if words)


def _sites(study: Study) -> Iterator[tuple[str, str]]:
    hidden = {site.id: site.description for site in hidden_sites(study)}
    translated = (site for t in study.translations if t.about for site in t.about.sites)
    own = ((site.id, site.description) for site in translated if site.id in hidden)
    for id_, text in (*hidden.items(), *own):
        # Its name may stand in the setting, where it says of no session that it was there.
        if text:
            yield f'description of site "{id_}", which is too small to be told', text


def cleared_texts(study: Study) -> Iterator[str]:
    """Give the words of cleared quotations and their originals, with and without speakers.

    Tables say with a speaker's name who that is where the name does not tell it.
    """
    for quotation in study.quotations:
        if quotation.cleared is None:
            continue
        for words in (quotation, quotation.original):
            yield flat(spoken(words))
            yield flat(("", text) for _, text in spoken(words))
            yield flat(spoken_with_roles(words))


def names_on_purpose(study: Study) -> Iterator[str]:
    """Give whom the site names though a private list may too: by pseudonym, kind or for their work.

    An attribution, a title or an id is none of these: there a real name stands by mistake.
    """
    for person in study.participants:
        yield from (person.id, person.pseudonym or "")
    yield from (author.as_written for author in study.about.authors)
    yield from (group.id for group in study.about.groups)
    yield from _group_names(study)
    yield from _translators(study)


def public_names(study: Study) -> Iterator[str]:
    """Give the titles, labels and attributions the site shows: names, not what anyone said."""
    yield from (theme.title for theme in walk_themes(study.themes))
    yield from (code.label for code in walk_codes(study.codebook))
    yield from (session.label or "" for session in study.sessions)
    yield from (person.pseudonym or "" for person in study.participants)
    yield from _group_names(study)
    yield from _translators(study)
    for translation in study.translations:
        yield from (theme.title or "" for theme in walk_translations(translation.themes))
        yield from (session.label or "" for session in translation.sessions)
    for quotation in study.published:
        yield from _attributions(quotation)


def _group_names(study: Study) -> Iterator[str]:
    yield from (name for group in study.about.groups for name in (group.label, group.singular))
    for translation in study.translations:
        for group in translation.about.groups if translation.about else ():
            yield from (group.label or "", group.singular or "")


def _translators(study: Study) -> Iterator[str]:
    for translation in study.translations:
        for own in (own for top in translation.of_files for own in marked_within(top)):
            yield getattr(own, "translator", None) or ""
    for quotation in study.published:
        yield (quotation.original.translator or "") if quotation.original else ""


def _attributions(quotation: Quotation) -> Iterator[str]:
    original = quotation.original
    turns = quotation.turns + (original.turns if original else ())
    yield quotation.as_printed or ""
    yield from (turn.speaker for turn in turns)
