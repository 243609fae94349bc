"""A people or a faith beside what somebody is: `a Hazara nurse`, `the surgeon, a Christian`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Final

from .flags import GateRule, Span, example
from .gate_text import GateText, Word
from .vocabulary import listed

_ROLES: Final = frozenset(
    "doctor nurse surgeon physician professor lecturer consultant registrar resident trainee"
    " intern student teacher dean principal supervisor tutor mentor midwife sister matron"
    " pharmacist technician dentist paramedic psychiatrist paediatrician pediatrician"
    " gynaecologist gynecologist radiologist pathologist anaesthetist anesthetist researcher"
    " director head officer colleague roommate classmate sweeper cleaner guard peon driver warden"
    " demonstrator clerk woman man girl boy lady female male family patient receptionist"
    " gp carer porter cook helper headteacher headmaster headmistress dispenser optician vet"
    " midwives medic soldier farmer shopkeeper tailor barber priest landlord neighbour neighbor"
    " governess caretaker janitor librarian counsellor therapist"
    " healer hakeem dai".split()
)
_COLOURS: Final = frozenset({"black", "white", "brown", "asian"})
_LINKING: Final = frozenset("is was who a an the being".split())
_TONGUES: Final = frozenset("english urdu arabic pashto hindi farsi dari".split())
_WITHIN: Final = 2
_ARABIC: Final = re.compile(
    r"(?<!\w)(?:عیسائی|مسیحی|ہندو|هندو|سکھ|سيکھ|سیک|احمدی|قادیانی|شیعہ|شيعه|شیعه|سنی|ہزارہ|هزاره"
    r"|پشتون|پختون|پٹھان|بلوچ|سندھی|پنجابی|سرائیکی|کشمیری|تاجک|ازبک|افغان|افغانی|یہودی|پارسی|پښتون|پښتنه)"
    r" (?:[^\W\d_]{2,10} )?(?:ڈاکٹر|نرس|سرجن|پروفیسر|استاد|طالب علم|طالبہ|ٹیچر|لڑکی|لڑکا|خاتون"
    r"|مریض|ډاکټر|ډاکټره|نرسه|جراح|ښوونکی|زده کوونکی|محصل|محصله)(?!\w)"
)


def _find(text: GateText) -> Iterator[Span]:
    if not _groups().isdisjoint(text.vocabulary):
        yield from _groups_beside_roles(text)
    for match in _ARABIC.finditer(text.plain) if text.has_arabic else ():
        yield match.span()


def _groups_beside_roles(text: GateText) -> Iterator[Span]:
    words = text.words
    for at, word in enumerate(words):
        if _is_group(word):
            last = _role_after(text, at)
            if last is not None:
                yield word.start, words[last].end
        elif word.lower in _ROLES:
            last = _group_after(text, at)
            if last is not None:
                yield word.start, words[last].end


@cache
def _groups() -> frozenset[str]:
    return listed("peoples") | _COLOURS


def _is_group(word: Word) -> bool:
    lower = word.lower
    if lower in _COLOURS:
        return word.has_capital and not word.begins
    return word.folded in listed("peoples") and lower not in _TONGUES


def _role_after(text: GateText, at: int) -> int | None:
    """Give the place of a role at most two words behind, nothing but a space between."""
    for place in range(at + 1, min(at + 2 + _WITHIN, len(text.words))):
        if text.between(text.words[place - 1], text.words[place]) not in (" ", "-"):
            return None
        lower = text.words[place].lower
        if lower in _ROLES:
            return place
        if lower in listed("function"):
            return None
    return None


def _group_after(text: GateText, at: int) -> int | None:
    """Give the place of a people or a faith in `the surgeon, a Christian`."""
    words = text.words
    for place in range(at + 1, min(at + 4, len(words))):
        if text.between(words[place - 1], words[place]) not in (" ", ", "):
            return None
        if _is_group(words[place]):
            linked = place > at + 1 or text.between(words[at], words[place]) == ", "
            goes_on = place + 1 < len(words) and words[place + 1].lower in (
                "language",
                "food",
                "words",
            )
            return place if linked and not goes_on else None
        if words[place].lower not in _LINKING:
            return None
    return None


RULE: Final = GateRule(
    "group-and-role",
    "warning",
    "A people or a faith beside a role may leave one person only.",
    "[a colleague]",
    _find,
    examples=(
        example("A Hazara nurse helped us.", "Hazara nurse"),
        example("the Christian surgeon", "Christian surgeon"),
        example("a christian senior nurse", "christian senior nurse"),
        example("The surgeon, a Hindu, left.", "surgeon, a Hindu"),
        example("our nurse who is Sikh", "nurse who is Sikh"),
        example("It was the Somali receptionist they blamed.", "Somali receptionist"),
        example("A Jewish GP lived there.", "Jewish GP"),
        example("She is the Black registrar.", "Black registrar"),
        example("an Afghan student wept", "Afghan student"),
        example("ایک عیسائی نرس", "عیسائی نرس", language="ur"),
        example("یو پښتون نرس راغی", "پښتون نرس", language="ps"),
        example("یو هزاره ډاکټر", "هزاره ډاکټر", language="ps"),
    ),
    non_examples=(
        example("We are Muslims and Christians here."),
        example("The English teacher taught in Urdu."),
        example("The Christian nurses were many."),
        example("The doctor spoke Pashto."),
        example("A black coat, the white doctor's coat."),
        example("I am Pashtun. Nurses are kind."),
        example("ہم مسلمان ہیں", language="ur"),
    ),
)
