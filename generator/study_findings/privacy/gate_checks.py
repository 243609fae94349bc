"""The privacy gate over a study's files: each flag a problem, at the words it is about.

No message holds the words themselves, for logs can be public: the place shows them to who may read
the file. What was said is read by all rules; what the analysts write by those that find what none
of their sentences needs: numbers, addresses, days, names after a title or on the lists of the team.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial
from typing import Final

from ..model import (
    NOT_REPORTED,
    About,
    Attribute,
    Group,
    GroupTranslation,
    Participant,
    Quotation,
    ReviewedWord,
    StudyTranslation,
)
from ..model.quotations import spoken
from ..model.readable import readable_texts
from ..problems import Problem
from ..reading.checks import Check
from ..reading.checks.readable import FoundText, all_texts
from ..reading.draft import Draft
from ..text.folding import folded, words_of
from .gate import RULES, Flag, Setting, flags_in, notice
from .gate.gate_text import phrase_of
from .private_texts import UNREAD_LIST, Private

LISTED: Final = "listed-name"
POST: Final = "public-post"
GATE: Final = frozenset({*RULES, POST})
"""The rules that a person may waive in one quotation, `LISTED` apart."""
ALIKE: Final = 8
"""So many words in a row, said alike under two names, are hardly two people's."""
# What the study says of itself and of its kinds of participants, under its authors' names.
OWN_WORDS: Final = (
    About,
    Attribute,
    Group,
    GroupTranslation,
    Participant,
    ReviewedWord,
    StudyTranslation,
)
# What analysts write is full of names that stand in books, and leads to other pages.
OF_WHAT_WAS_SAID: Final = frozenset({"name", "known-name", "acronym", "web-address"})
CAPITALISED: Final = re.compile(r"[^\W\d_a-z]\w+(?:[ -](?:(?:of|the|and) )?[^\W\d_a-z]\w+)*")


def gate_checks(private: Private) -> tuple[Check, ...]:
    """Give the gate's checks, for a team whose lists name what stands in `private`."""
    names = tuple(dict.fromkeys(listed.text for listed in private.listed))
    unneeded = partial(unneeded_words, names, private)
    of_lists = (partial(unread_lists, private), partial(listed_pseudonyms, private))
    return (*gate_checks_by_names(names), one_under_two_names, unneeded, *of_lists)


def unread_lists(private: Private, draft: Draft) -> Iterator[Problem]:
    """Report the lists of names that cannot be read, so that the gate does not know them."""
    return (problem for problem in private.problems if problem.rule == UNREAD_LIST)


def listed_pseudonyms(private: Private, draft: Draft) -> Iterator[Problem]:
    """Report pseudonyms that a line of the team's list has alone: they are somebody's name.

    Where a line pairs a name with what stands for it, both are on the list.
    """
    lines: dict[tuple[str, int], set[tuple[str, ...]]] = {}
    for entry in private.listed:
        lines.setdefault((entry.file, entry.line), set()).add(phrase_of(entry.text))
    alone = {phrase for phrases in lines.values() if len(phrases) == 1 for phrase in phrases}
    for person in draft.of(Participant):
        if person.pseudonym and phrase_of(person.pseudonym) in alone:
            message = f"the pseudonym of participant {person.id} is a name on the team's own list"
            hint = "give the person another pseudonym, which nobody who took part bears"
            yield Problem(draft.at(person, "pseudonym"), LISTED, message, hint)


def gate_checks_by_names(names: tuple[str, ...]) -> tuple[Check, ...]:
    """Give those of the gate's checks that need to know no more than what the team's lists name."""
    return (partial(flagged, names), read_by_a_person, findable_posts)


def may_be_waived(problem: Problem) -> bool:
    """Tell whether a reviewer may let a problem stand: any of the gate's but for the lists'."""
    return problem.rule in GATE and problem.rule != LISTED


def flagged(names: tuple[str, ...], draft: Draft) -> Iterator[Problem]:
    """Report what may tell who somebody is, unless a person has decided that it does not."""
    setting = setting_of(draft, names)
    for found in _gated(draft):
        for flag in flags_of(found, language_of(draft, found), setting):
            yield _problem(draft, found, flag)


def flags_of(found: FoundText, language: str, setting: Setting) -> Iterator[Flag]:
    """Give the flags of one text that are for a person to decide about."""
    is_said = found.field == "text" and isinstance(found.record, Quotation)
    is_waived = isinstance(found.record, Quotation) and bool(
        found.record.cleared and found.record.cleared.waived
    )
    for flag in flags_in(found.text.text, language, setting):
        is_grave = RULES[flag.rule].level == "error" and flag.rule not in OF_WHAT_WAS_SAID
        if (is_said or is_grave) and not (is_waived and flag.rule != LISTED):
            yield flag


def flags_of_quotation(
    quotation: Quotation, language: str, setting: Setting
) -> Iterator[tuple[tuple[str | int, ...], Flag]]:
    """Give the flags of a quotation that are for a person to decide about, each with its path.

    `language` is the study's own.
    """
    for text in readable_texts(quotation):
        found = FoundText(quotation, "", text)
        spoken = _language_of_words(quotation, found, language)
        for flag in flags_of(found, spoken, setting):
            yield text.path, flag


def setting_of(draft: Draft, names: tuple[str, ...]) -> Setting:
    """Say what the rules need to know of a study: what it names in public, what was decided."""
    about = draft.about
    public = (about.eyebrow or "", about.setting) if about else ()
    return Setting(
        country=about.country if about else None,
        decided=frozenset(reviewed.word for reviewed in draft.of(ReviewedWord)),
        names=names,
        places=frozenset(match[0] for text in public for match in CAPITALISED.finditer(text)),
    )


def language_of(draft: Draft, found: FoundText) -> str:
    """Give the language a text is in, as a BCP 47 tag."""
    own = draft.source_of(found.record).language or draft.language
    if isinstance(found.record, Quotation):
        return _language_of_words(found.record, found, own)
    return own


def _language_of_words(quotation: Quotation, found: FoundText, own: str) -> str:
    if found.text.path[0] == "original" and quotation.original is not None:
        return quotation.original.language
    return (quotation.language or own) if found.field == "text" else own


def read_by_a_person(draft: Draft) -> Iterator[Problem]:
    """Say of words that wait, in a script without capitals, that no rule reads them for names."""
    for found in _gated(draft):
        record = found.record
        waits = isinstance(record, Quotation) and record.status == "uncleared"
        if waits and found.field == "text" and (told := notice(found.text.text)):
            place = draft.at(record, *found.text.path)
            hint = "clear it once somebody has"
            yield Problem(
                place, "read-for-names", told.removesuffix("."), hint, "notice", cause="capitals"
            )


def findable_posts(draft: Draft) -> Iterator[Problem]:
    """Warn of posts that are quoted word for word: whoever searches for the words finds them."""
    for quotation in draft.of(Quotation):
        is_waived = bool(quotation.cleared and quotation.cleared.waived)
        is_quoted = quotation.provenance == "verbatim" and quotation.withdrawn is None
        if quotation.kind == "post" and is_quoted and not is_waived:
            message = f"quotation {quotation.id} is a post, word for word: a search leads to it"
            hint = "say it in other words, with `provenance: paraphrased`, or clear it with --waive"
            place = draft.at(quotation, "kind", by_name=True)
            yield Problem(place, POST, message, hint, "warning")


def one_under_two_names(draft: Draft) -> Iterator[Problem]:
    """Warn where two participants say the same at length: perhaps they are one, under two names.

    Who knows that they are one knows both sets of what is told of them.
    """
    said: dict[tuple[str, ...], Quotation] = {}
    told: set[tuple[str, str]] = set()
    for quotation in draft.of(Quotation):
        for run in _runs_of(quotation) if quotation.participant else ():
            other = said.setdefault(run, quotation)
            people = (str(other.participant), str(quotation.participant))
            if people[0] != people[1] and people not in told:
                told.add(people)
                message = (
                    f"quotation {quotation.id} of {people[1]} says the same at length as quotation "
                    f"{other.id} of {people[0]}"
                )
                hint = "where they are one person, give both the one pseudonym"
                place = draft.at(quotation, "participant")
                yield Problem(place, "two-pseudonyms", message, hint, "warning")


def _runs_of(quotation: Quotation) -> Iterator[tuple[str, ...]]:
    """Give each run of `ALIKE` words that a participant says."""
    asked = {turn.text for turn in quotation.turns if turn.by_interviewer}
    for _, text in spoken(quotation):
        words = words_of(text) if text not in asked else []
        for at in range(len(words) - ALIKE + 1):
            yield tuple(words[at : at + ALIKE])


def unneeded_words(names: tuple[str, ...], private: Private, draft: Draft) -> Iterator[Problem]:
    """Warn of reviewed words that no text needs, where what waits in `private/` is known too."""
    reviewed = draft.of(ReviewedWord)
    if not reviewed or not private.is_there:
        return
    setting = setting_of(draft, names)
    texts = [(found, f" {' '.join(phrase_of(found.text.text))} ") for found in _gated(draft)]
    waiting = [" ".join(phrase_of(reading)) for t in private.texts for reading in t.readings]
    for word in reviewed:
        phrase = " ".join(phrase_of(word.word))
        without = Setting(
            setting.country, setting.decided - {word.word}, setting.names, setting.places
        )
        is_needed = any(phrase in text for text in waiting) or any(
            tuple(flags_of(found, language_of(draft, found), without))
            != tuple(flags_of(found, language_of(draft, found), setting))
            for found, text in texts
            if f" {phrase}" in text
        )
        if not is_needed:
            message = "the gate asks about this word in no text"
            hint = "take it out, so that it does not let through what is said later"
            yield Problem(draft.at(word, "word"), "unneeded-word", message, hint, "warning")


def _gated(draft: Draft) -> Iterator[FoundText]:
    """List the texts that are read; of what is kept out for good, nobody has to decide."""
    return (
        found
        for found in all_texts(draft)
        if not isinstance(found.record, OWN_WORDS)
        and not (isinstance(found.record, Quotation) and found.record.kept_out)
        and found.text.text != NOT_REPORTED
    )


def _problem(draft: Draft, found: FoundText, flag: Flag) -> Problem:
    level = RULES[flag.rule].level
    place = draft.at_words(found.record, found.text.path, found.text.text, flag.start)
    hint = f"write {flag.suggestion} in its place"
    if flag.rule != LISTED:
        hint += "; where it identifies nobody, put it into reviewed-words.yml"
    cause = f"{flag.rule}:{folded(flag.words)}"
    why = flag.why[0].lower() + flag.why[1:].removesuffix(".")
    return Problem(place, flag.rule, f"{found.who}: {why}", hint, level, cause)
