"""Somebody who is the only one, or the first: `the only female professor`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from .flags import GateRule, Span, example
from .gate_text import GateText

# Roles that few hold; of these one word more is not asked.
_FEW: Final = frozenset(
    "professor dean principal chancellor vice-chancellor provost director president chairman"
    " chairwoman chairperson surgeon neurosurgeon cardiologist neurologist nephrologist urologist"
    " oncologist radiologist pathologist psychiatrist paediatrician pediatrician gynaecologist"
    " gynecologist anaesthetist anesthetist dermatologist ophthalmologist orthopaedician"
    " rheumatologist endocrinologist pulmonologist gastroenterologist haematologist"
    " superintendent head chief registrar minister matron midwife psychologist".split()
)
_MANY: Final = frozenset(
    "doctor nurse teacher student trainee resident intern lecturer consultant woman girl man boy"
    " female male lady person supervisor mentor graduate candidate fellow physician pharmacist"
    " dentist technician patient one child daughter son muslim christian hindu sikh ahmadi shia"
    " sunni jew".split()
)
_OPENING: Final = re.compile(
    r"(?<!\w)(?:the|our|his|her|their|its|my|i am|i'm|i was|was|as) "
    r"(?:one and only|very first|first|only|sole|youngest|oldest|lone)"
    r"((?:[ -][a-z][a-z'-]{0,20}){1,5})",
    re.IGNORECASE,
)
# Of one alone among few: `just one surgeon`; of nurses and teachers it tells how many were on duty.
_ONE_OF_FEW: Final = re.compile(
    r"(?<!\w)(?:there (?:is|was)|(?:i|we|they|it) (?:have|has|had)) "
    r"(?:just one|only one|but one|one single|a single|one lone)"
    r"((?:[ -][a-z][a-z'-]{0,20}){1,5})",
    re.IGNORECASE,
)
_FIRST_TO: Final = re.compile(
    r"(?<!\w)the (?:first|only|youngest) (?:[a-z'-]{1,20} )?(?:woman|girl|man|person|female|one)"
    r" (?:to (?:head|lead|run|chair|become|direct|qualify)|who (?:headed|led|ran|chaired|became))"
    r"(?!\w)",
    re.IGNORECASE,
)
_LAST: Final = re.compile(
    r"(?<!\w)(?:i am|i'm|i was|she is|she's|he is|he's|she was|he was) the last of"
    r" (?:the|our|my|these)(?: [a-z'-]{1,20}){1,3}",
    re.IGNORECASE,
)
_NOBODY_ELSE: Final = re.compile(
    r"(?<!\w)(?:(?:nobody|no one|no-one|none) else"
    r"|no other (?:woman|girl|man|boy|student|doctor|nurse))"
    r" (?:in|at|on|from|of) (?:the|our|my|this|that)"
    r"(?: [a-z'-]{1,20}){1,3}? (?:is|was|has|had|wears|wore|speaks|comes|came)(?: [a-z'-]{1,20})",
    re.IGNORECASE,
)
_WITH: Final = re.compile(
    r"(?<!\w)the only (?:[a-z'-]{1,20} ){0,2}(?:school|ward|clinic|hospital|unit|village|family"
    r"|house|college|department|practice) (?:with|that has|in|on|for)(?!\w)",
    re.IGNORECASE,
)
_ENDS: Final = frozenset(
    "a an the that who which whom of as to is was were are be in on at and or but when where way"
    " time thing day year reason step part question problem point week month hour place line"
    " choice option hope aid few two three i we he she they you it my our his her their if for"
    " with from by told told said".split()
)
_PLACED: Final = frozenset("in at of from on here there ever among".split())
_ABOUT_TIME: Final = re.compile(
    r"first[ -](?:year|semester|term|time|day|aid|week|month|class|line|professional|prof|batch)",
    re.I,
)
_ARABIC_ROLES: Final = (
    "پروفیسر|سرجن|ڈاکٹر|خاتون|لڑکی|طالبہ|عورت|نرس|پروفېسر|پروفیسره|ډاکټره|ډاکټر|نرسه|ښځه|پروفېسره"
    "|جراحه|جراح|قابله|ښوونکې|استانی|ٹیچر|ڈین|پرنسپل|لیکچرر|مرد|لڑکا"
)
_ARABIC: Final = re.compile(
    r"(?:واحد|اکلوتی|اکلوتا|اکلوتے|اکیلی|اکیلا|پہلی|یوازینۍ|یوازینی|یواځینۍ|یواځینی|لومړنۍ|لومړۍ)"
    r" (?!بار|دفعہ|مرتبہ|ځل)"
    r"(?:[^\W\d_]{2,12} ){0,2}?"
    rf"(?:{_ARABIC_ROLES})(?: (?:{_ARABIC_ROLES})){{0,2}}(?!\w)"
)


_SIGNS: Final = frozenset("only first sole youngest oldest lone last else single one other".split())


def _find(text: GateText) -> Iterator[Span]:
    plain = text.plain
    if not text.has_arabic and _SIGNS.isdisjoint(text.letters):
        return
    for match in _OPENING.finditer(plain):
        if _ABOUT_TIME.match(plain, match.start(1) - len("first")):
            continue
        end = _end_of_role(plain, match.start(1), match[1], _MANY)
        if end is not None:
            yield match.start(), end
    for match in _ONE_OF_FEW.finditer(plain):
        end = _end_of_role(plain, match.start(1), match[1], frozenset())
        if end is not None:
            yield match.start(), end
    for pattern in (_ARABIC, _LAST, _NOBODY_ELSE, _WITH, _FIRST_TO):
        for match in pattern.finditer(plain):
            yield match.span()


def _end_of_role(text: str, start: int, following: str, many: frozenset[str]) -> int | None:
    """Say where a role ends that follows `the only`, or give nothing where none does.

    Roles that `many` hold need a word more that tells them apart.
    """
    words = list(re.finditer(r"[a-z']+", following, re.IGNORECASE))
    for place, word in enumerate(words):
        lower = word[0].lower()
        after = re.match(r" ([a-z]+)", text[start + word.end() :][:20], re.IGNORECASE)
        if lower in _FEW and not _is_described(after):
            return start + word.end()
        if (
            lower in many
            and not _is_described(after)
            and (_is_placed(after) or (place and lower != "one"))
        ):
            return start + word.end()
        if lower in _ENDS:
            return None
    return None


def _is_placed(after: re.Match[str] | None) -> bool:
    return after is not None and after[1].lower() in _PLACED


def _is_described(after: re.Match[str] | None) -> bool:
    """Tell whether the role goes on: `female doctor` of `the only female doctor`."""
    return after is not None and after[1].lower() in _FEW | _MANY


RULE: Final = GateRule(
    "sole-role",
    "warning",
    "Whoever is the only one or the first can be found by that alone.",
    "[a person in that role]",
    _find,
    examples=(
        example("She was the only female professor there.", "the only female professor"),
        example("He was the first neurosurgeon in the province.", "the first neurosurgeon"),
        example("I was the only girl in the ward.", "the only girl"),
        example("the only Hindu student of our batch", "the only Hindu student"),
        example("our youngest professor", "our youngest professor"),
        example("the first woman from our village to study", "the first woman"),
        example("I am the only one from my valley", "the only one"),
        example("the only professor of oncology", "the only professor"),
        example("I was the youngest head of nursing there.", "the youngest head"),
        example("I am the last of the village midwives.", "I am the last of the village midwives"),
        example("Nobody else on the ward is deaf.", "Nobody else on the ward is deaf"),
        example("It is the only clinic with a well.", "the only clinic with"),
        example("There was just one heart surgeon then.", "There was just one heart surgeon"),
        example("We had a single urologist here.", "We had a single urologist"),
        example("the first woman to chair it", "the first woman to chair"),
        example("No other girl in my class wore one.", "No other girl in my class wore one"),
        example("زه یوازینۍ ښځینه قابله وم", "یوازینۍ ښځینه قابله", language="ps"),
        example("وہ واحد خاتون پروفیسر ہیں", "واحد خاتون پروفیسر", language="ur"),
        example("میں اکیلی خاتون سرجن تھی", "اکیلی خاتون سرجن", language="ur"),
        example("لومړنۍ ښځه ډاکټره وه", "لومړنۍ ښځه ډاکټره", language="ps"),
    ),
    non_examples=(
        example("It was the only thing the teacher said."),
        example("The first year student and the first-year resident came."),
        example("He was the only teacher who listened."),
        example("The only way a doctor can learn is this."),
        example("My first patient died on my first day."),
        example("It was the first time that a professor asked."),
        example("The only one who cared was she."),
        example("Nobody else came. She was the last to leave, the last of all."),
        example("The only school I know is this."),
        example("There was just one nurse on duty, and a single bed. We had one single tea."),
        example("No other nurse on the ward spoke to me. The first one to come got a bed."),
        example("پہلی بار ڈاکٹر نے پوچھا", language="ur"),
    ),
)
