"""The capital gate: a word with a capital is a name until a person decides that it is none.

Aside stand words that begin a sentence and are in the dictionary, and what names nobody: months,
languages, countries, roles, departments, marks of ours, the places that the study itself names.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import Final

from .flags import Rule, Span, example
from .name_spans import joined, named_by_study, set_aside
from .passages import Passage, Setting, Word, bare
from .vocabulary import (
    acronyms,
    is_a_thing_too,
    is_also_a_name,
    is_name,
    is_ordinary,
    listed,
    public_phrases,
)

_BRACKETED: Final = re.compile(r"\[[^\[\]\n]{0,200}\]")
# A letter and a number, over and over, or crosses in the place of what was left out.
_CODE: Final = re.compile(r"(?:[A-Z]\d{1,3}){1,4}|[A-Z]{2,4}\d{1,2}|[Xx]{2,40}")
_LONGEST_ACRONYM: Final = 6
_FEWEST_IN_A_HEADING: Final = 3
_DETERMINERS: Final = frozenset(
    "a an the my our your his her their its this that every each some no any in".split()
)
_HELPERS: Final = frozenset(
    "is was has had will would can could did does might must isn't wasn't hasn't hadn't won't"
    " wouldn't can't couldn't didn't doesn't".split()
)
# What a person is asked or told of, before a month or a season that is a person's name.
_BEFORE_PEOPLE: Final = frozenset(
    "about with told tell asked ask called named met thanked thank helped hugged phoned".split()
)
_BEFORE_TIMES: Final = frozenset(
    "in last next this every each since until till by during of from to between through before"
    " after around early late mid end the on".split()
)
_AT_WORK: Final = frozenset("from on at in".split())
_WORKPLACES: Final = frozenset(
    "reception desk triage pharmacy laboratory lab security canteen office admin administration"
    " accounts admissions human hr records gate counter dispensary library kitchen theatre".split()
)
_UNITS: Final = frozenset("ward unit block wing bay floor".split())
_NUMBERS: Final = frozenset(
    "one two three four five six seven eight nine ten eleven twelve".split()
)
_DOING: Final = frozenset(
    "crying laughing shouting screaming sitting standing sleeping telling saying asking talking"
    " smiling waiting weeping shaking trembling yelling praying lying sobbing".split()
)
_DOTTED: Final = re.compile(r"(?<![\w.])[A-Z](?:\.[A-Z]){2,5}(?![\w'])")
# Initials with a space between are a person's; without one they are a degree's or a country's.
_SPACED: Final = re.compile(r"(?<![\w.])([A-HJ-Z])\. [A-HJ-Z]\.(?= [a-z]|[,;:)])")
_SHORTEST_PAST: Final = 5
_QUOTES: Final = frozenset("\"'\u201c\u2018\u00ab\u201e")
_OF_PEOPLE: Final = frozenset("who whom whose my our his her their".split())
_OWNERS: Final = frozenset("my our his her their".split())
_NUMBERED: Final = re.compile(r"\d{1,2}[A-Z]")
_HOUSES: Final = frozenset("hospital college university school".split())
_SHE_OR_HE: Final = frozenset("she he her his him herself himself she's he's".split())
# Before a letter alone these say a kind, not a person.
_LETTERED: Final = frozenset(
    "plan vitamin hepatitis group type class grade part section option team ward block unit form"
    " schedule appendix student participant respondent person case patient nurse doctor".split()
)
_INITIAL: Final = re.compile(r"(?<![\w.])(\w+) ([A-HJ-Z])\.(?=[,;:)\"'\u201d\u2019]| [a-z])")


@lru_cache(maxsize=64)
def names_by_capital(passage: Passage) -> tuple[frozenset[int], frozenset[int]]:
    """Give the places, among the words, of those that a capital shows as names, and of acronyms."""
    aside, own, eased = set_aside(passage), named_by_study(passage), _eased(passage)
    beside = _beside_offices(passage, aside - own)
    names: set[int] = set()
    unknown: set[int] = set()
    for at in passage.capitals:
        word = passage.words[at]
        if _is_code(word.text):
            if at and _NUMBERED.fullmatch(word.text) and _is_unit(passage, at - 1):
                names.update((at - 1, at))
            continue
        if at not in own and _is_before_a_place(passage, at):
            names.update(() if _is_a_kind(word) else (at,))
        elif at in aside:
            if _speaks_as_person(passage, at, at in eased):
                names.add(at)
        elif _is_acronym(word, passage.language_alone):
            unknown.add(at)
        elif not _is_forgiven(passage, at, word.begins or at in eased or at in beside):
            names.add(at)
    names |= _first_names(passage, names) | _initials(passage)
    return frozenset(names), frozenset(unknown | _dotted(passage) - own)


def _has_initials(passage: Passage) -> bool:
    words = (passage.words[at].text for at in passage.capitals)
    return any(len(word) == 1 and word != "I" for word in words)


def _dotted(passage: Passage) -> set[int]:
    """Give the places of the first letters of unknown acronyms with full stops: `K.T.H.`."""
    if not _has_initials(passage):
        return set()
    starts = {
        match.start()
        for match in _DOTTED.finditer(passage.plain)
        if match[0].replace(".", "").lower() not in acronyms()
    }
    return _places(passage, starts)


def _places(passage: Passage, starts: set[int]) -> set[int]:
    """Give the places, among the words, of those that begin at these characters."""
    if not starts:
        return set()
    return {at for at, word in enumerate(passage.words) if word.start in starts}


@lru_cache(maxsize=1 << 14)
def _is_code(word: str) -> bool:
    """Tell whether a word is a letter or an acronym of ours, with a number or without: `P12`."""
    if bare(word.lower()) in acronyms() and any(map(str.isdigit, word)):
        return True
    letters = "".join(char for char in bare(word) if char.isalpha())
    is_known = letters.lower() in acronyms() and (
        letters.isupper() or letters[:-1].isupper() or _is_degree(letters)
    )
    return len(letters) <= 1 or is_known or _CODE.fullmatch(word) is not None


def _is_degree(letters: str) -> bool:
    """Tell whether a word of mixed letters is a degree: `PhD`, `MPhil`, `BSc`."""
    return sum(map(str.isupper, letters)) >= 2


def _is_acronym(word: Word, language: str) -> bool:
    letters = bare(word.text)
    letters = letters[:-1] if letters[-1:] == "s" and letters[:-1].isupper() else letters
    lower = letters.lower()
    if not letters.isupper() or not 2 <= len(letters) <= _LONGEST_ACRONYM or not letters.isalpha():
        return False
    return not is_name(lower) and not is_also_a_name(lower) and not is_ordinary(lower, language)


def _is_forgiven(passage: Passage, at: int, begins: bool) -> bool:
    """Tell whether a word with a capital is an ordinary one that begins or is stressed."""
    word = passage.words[at]
    lower = word.lower
    if not is_ordinary(lower, passage.language_alone) or is_name(bare(lower)):
        return False
    stem = bare(lower)
    if word.text.isupper() and len(word.text) > 1 and not is_also_a_name(stem):
        return True
    if is_also_a_name(stem) and (
        _is_person(passage, at) or (stem in listed("spoken") and not is_a_thing_too(stem))
    ):
        return False
    return begins or _is_counted(passage, at) or _is_thing_of_ours(passage, at)


def _is_person(passage: Passage, at: int) -> bool:
    """Tell whether a word that is also a name does what a person does: `Rose was my mentor`.

    A thing that is counted does not begin a sentence without an article, so what does is a person;
    of hope, snow and other things without one, only what people do and are tells.
    """
    words = passage.words
    if at + 1 >= len(words):
        return False
    stem, after = bare(words[at].lower), words[at + 1].lower
    if words[at].lower.endswith("'s"):
        return after in listed("kin") if is_a_thing_too(stem) else after not in _DETERMINERS
    gap = passage.between(words[at], words[at + 1])
    if gap == ", ":
        start = words[at].start
        is_called = start > 0 and passage.plain[start - 1] in _QUOTES
        return is_called or not is_a_thing_too(stem) or after in _OF_PEOPLE
    if gap != " ":
        return False
    following = [word.lower for word in _clause(passage, at + 2)]
    if after in listed("acts") or _is_at_work(after, following):
        return True
    if after == "and":
        is_beside_name = len(words) > at + 2 and _is_shown_as_name(words[at + 2])
        return is_beside_name or following[:1] in (["i"], ["me"], ["her"], ["his"], ["my"])
    if not is_a_thing_too(stem):
        return after in _HELPERS or after in listed("deeds") or _is_past(after)
    if after in listed("deeds"):
        return not _SHE_OR_HE.isdisjoint(word.lower for word in words[at + 2 : at + 14])
    is_who = any(word.lower == "who" for word in words[at + 2 : at + 10])
    return after in ("is", "was") and _is_role(following, is_who)


def _is_at_work(after: str, following: list[str]) -> bool:
    """Tell whether words say where somebody works: `from reception`, `at the desk`."""
    place = following[1:2] if following[:1] == ["the"] else following[:1]
    return after in _AT_WORK and bool(place) and place[0] in _WORKPLACES


def _is_shown_as_name(word: Word) -> bool:
    """Tell whether a word with a capital within a sentence is a name, alone or as well."""
    return word.has_capital and (is_name(word.folded) or is_also_a_name(word.lower))


def _is_past(word: str) -> bool:
    """Tell whether a word is an English verb of what was done: `fainted`."""
    return word.endswith("ed") and len(word) >= _SHORTEST_PAST and is_ordinary(word, "en")


def _clause(passage: Passage, at: int) -> list[Word]:
    """Give up to four words from a place on, as far as only spaces are between them."""
    found = list(passage.words[at : at + 1])
    for word in passage.words[at + 1 : at + 4]:
        if passage.between(found[-1], word) != " ":
            break
        found.append(word)
    return found


def _is_role(following: list[str], is_who: bool) -> bool:
    """Tell whether words say what a person is: `my mentor`, `the only teacher` who asked."""
    return following[:1] != [] and (
        following[0] in (_DETERMINERS if is_who else _OWNERS)
        and any(word in listed("roles") or word in listed("kin") for word in following[1:])
    )


def _speaks_as_person(passage: Passage, at: int, is_eased: bool) -> bool:
    """Tell whether a month, a season or a helper is a person's name here: `June told me`."""
    words = passage.words
    stem = bare(words[at].lower)
    if not is_also_a_name(stem):
        return False
    before = words[at - 1].lower if at and not words[at].begins else ""
    if before in _DETERMINERS or words[at].text.isupper():
        return False
    if stem == "will":
        return not is_eased and (bool(before) or _is_person(passage, at))
    if stem in ("jan", "jun") and before not in _BEFORE_TIMES and not before.isdigit():
        return True
    if before in _BEFORE_PEOPLE:
        return stem not in listed("peoples")
    if at + 1 >= len(words):
        return False
    after, gap = words[at + 1], passage.between(words[at], words[at + 1])
    if gap == ", ":
        return after.lower in ("who", "whom", "whose")
    if words[at].lower.endswith("'s"):
        return after.lower in listed("kin") and stem not in listed("peoples")
    if gap != " ":
        return False
    is_doing = after.lower == "was" and words[at + 2 : at + 3] != ()
    return after.lower in listed("acts") or (is_doing and words[at + 2].lower in _DOING)


def _is_counted(passage: Passage, at: int) -> bool:
    """Tell whether a number stands behind a word: `Band 5`, `Category One`."""
    words = passage.words
    if at + 1 >= len(words) or words[at].lower in listed("institutions"):
        return False
    after = words[at + 1]
    if passage.between(words[at], after) != " ":
        return False
    return after.text.isdecimal() or (after.has_capital and after.lower in _NUMBERS)


def _is_thing_of_ours(passage: Passage, at: int) -> bool:
    """Tell whether an institution is meant, and no person: `our Trust`, `the Foundation`."""
    words = passage.words
    return (
        at > 0
        and words[at].lower in listed("institutions")
        and words[at - 1].lower in _OWNERS | {"the"}
        and passage.between(words[at - 1], words[at]) == " "
    )


def _beside_offices(passage: Passage, public: frozenset[int]) -> frozenset[int]:
    """Give the places of words that stand by one that names nobody: `Emotional Intelligence`.

    What a place's name may end in is none of them: `Northwest General`.
    """
    words = passage.words
    found = set()
    for at in public.intersection(passage.capitals):
        lower = words[at].lower
        if lower in listed("institutions") or (words[at].begins and lower in listed("function")):
            continue
        for other in (at - 1, at + 1):
            if 0 <= other < len(words) and passage.between(
                words[min(at, other)], words[max(at, other)]
            ) in (" ", "-"):
                found.add(other)
    return frozenset(found)


def _is_before_a_place(passage: Passage, at: int) -> bool:
    """Tell whether a word with a capital stands before a road or a hospital that has one."""
    words = passage.words
    if at + 1 >= len(words) or passage.between(words[at], words[at + 1]) != " ":
        return False
    after = words[at + 1]
    if (words[at].folded, after.folded) in public_phrases():
        return False
    is_place = after.lower in listed("streets") or after.lower in _HOUSES
    return is_place and after.has_capital and not words[at].text.isupper()


def _is_a_kind(word: Word) -> bool:
    """Tell whether a word before a place says of which kind it is: `Main Road`, `our Hospital`."""
    lists = ("kinds-of-place", "function", "roles", "peoples")
    return any(word.lower in listed(name) for name in lists)


def _is_unit(passage: Passage, at: int) -> bool:
    word = passage.words[at]
    is_beside = passage.between(word, passage.words[at + 1]) == " "
    return is_beside and word.has_capital and word.lower in _UNITS


def _initials(passage: Passage) -> set[int]:
    """Give the places of letters that stand for a person: `Ask J., she was there`."""
    if not _has_initials(passage):
        return set()
    starts = {
        match.start(2)
        for match in _INITIAL.finditer(passage.plain)
        if match[1].lower() not in _LETTERED
    }
    starts |= {match.start() for match in _SPACED.finditer(passage.plain)}
    return _places(passage, starts)


def _first_names(passage: Passage, names: set[int]) -> set[int]:
    """Give the words that begin a sentence, are also names, and stand before a family name."""
    words = passage.words
    return {
        at - 1
        for at in names
        if at
        and at - 1 not in names
        and is_also_a_name(words[at - 1].lower)
        and words[at - 1].has_capital
        and passage.between(words[at - 1], words[at]) == " "
    }


def _eased(passage: Passage) -> frozenset[int]:
    """Give the places of words whose capital says nothing: within a mark, or in a heading."""
    return frozenset([*_within_marks(passage), *_in_headings(passage)])


def _within_marks(passage: Passage) -> Iterator[int]:
    if "[" not in passage.plain:
        return
    spans = [match.span() for match in _BRACKETED.finditer(passage.plain)]
    nearest = 0
    for at, word in enumerate(passage.words):
        while nearest < len(spans) and spans[nearest][1] <= word.start:
            nearest += 1
        if nearest < len(spans) and spans[nearest][0] <= word.start:
            yield at


def _in_headings(passage: Passage) -> Iterator[int]:
    """Give the words of sentences where all, or all but one in eight, have a capital."""
    capitals = passage.capitals
    if len(capitals) < _FEWEST_IN_A_HEADING:
        return
    starts = [at for at, word in enumerate(passage.words) if word.begins]
    for start, end in pairwise([*starts, len(passage.words)]):
        length = end - start
        small = length - (bisect_left(capitals, end) - bisect_left(capitals, start))
        if length >= _FEWEST_IN_A_HEADING and small <= length // 8:
            yield from range(start, end)


def _find(passage: Passage) -> Iterator[Span]:
    yield from joined(passage, names_by_capital(passage)[0])


RULE: Final = Rule(
    "name",
    "error",
    "A word with a capital may be the name of a person or a place.",
    "[a name]",
    _find,
    examples=(
        example("Then Zarka told me to leave.", "Zarka"),
        example("Imran told me to leave.", "Imran"),
        example("We met in Imran Khan Bazaar yesterday.", "Imran Khan Bazaar"),
        example("I trained at Lady Reading Hospital.", "Lady Reading Hospital"),
        example("I trained at the University of Peshawar.", "Peshawar"),
        example("My friend Sarah O'Brien-Smith left.", "Sarah O'Brien-Smith"),
        example("Rose was my mentor.", "Rose"),
        example("Hope told me not to cry.", "Hope"),
        example("Mark and I were on call.", "Mark"),
        example("June shouted at us, and then May laughed.", "June", "May"),
        example("He said, “Fatima, come here.”", "Fatima"),
        example("Moderator: And then? Participant 3: Ahmed left.", "Ahmed"),
        example("A. R. Qazi signed it", "A. R. Qazi"),
        example("Zia ul Haq's time", "Zia ul Haq"),
        example("It was Al-Shifa, they said.", "Al-Shifa"),
        example("I SAW IMRAN CRY.", "IMRAN"),
        example("[Moderator: Imran] and the [ward]", "Imran"),
        example("They moved to Birmingham, then Leeds.", "Birmingham", "Leeds"),
        example("My colleague, Priya, and Mr Patel helped.", "Priya", "Patel"),
        example("Khalid from Sharjah came.", "Khalid", "Sharjah"),
        example("وہ Imran کے ساتھ تھا", "Imran", language="ur"),
        example("Ich traf Fatima.", "Fatima", language="de"),
        example("Sandy Qureshi wept.", "Sandy Qureshi"),
        example("on Model Town road", "Model Town"),
        example("We live near Ring Road and Liberty Market.", "Ring Road", "Liberty Market"),
        example(
            "Unity Hospital was full, and Northwest General.", "Unity Hospital", "Northwest General"
        ),
        example("If Will had come, I would have slept.", "Will"),
        example("Daisy is on oxygen now.", "Daisy"),
        example("Rose fainted, and Rose, who was ten, woke.", "Rose", "Rose"),
        example("They asked me about Summer twice.", "Summer"),
        example("Jan does nights, and Jun-jun sings.", "Jan", "Jun"),
        example("Eid was crying, and Jordan, who slept, woke.", "Eid", "Jordan"),
        example("I live with Georgia; India's mother came.", "Georgia", "India"),
        example("Ask K., she was there.", "K"),
        example("He works in Tower C.", "Tower"),
        example("In Ward 7B the doors were closed.", "Ward 7B"),
        example("Hope was the only nurse who stayed.", "Hope"),
        example("Grace came to me when she was ill.", "Grace"),
        example("“Joy, sit down,” he said.", "Joy"),
        example("Penny from reception waved, and so did we.", "Penny"),
        example("Jean and Tiger were on call.", "Jean", "Tiger"),
        example("It says B. K. on the chart.", "B"),
    ),
    non_examples=(
        example("I was tired. I'm still tired, and I've said so."),
        example("“Come here,” he said. “Never do that again!”"),
        example("He said: Leave. She said — No."),
        example("Moderator: Why? Student 3: Because nobody listens."),
        example("On Monday in March we had OPD, ICU and the MCQs."),
        example("English and Urdu are spoken in Pakistan and the United Kingdom."),
        example("We prayed to God in Ramadan, and at Eid and Christmas."),
        example("They sent it on WhatsApp and over the Internet."),
        example("I left [omitted: a name] there. [Laughs] (Sighs) And then… Silence."),
        example("Hope is what kept us alive. Patience is the best teacher, they say."),
        example("Grace came late to this ward. Snow fell; Honey, they say, heals."),
        example("The Health Department, the Prime Minister and the Board of Governors sent forms."),
        example("We learned Emotional Intelligence in Class 8 and had a Mentor-Mentee Day."),
        example("She had Type 2 Diabetes and took Metformin."),
        example("We Need Time. We Need Place. The Red Crescent came."),
        example("[The door opens] Come in, come in."),
        example("A Band 5 post and a Category One section; our Trust, the Foundation."),
        example("The Sarpanch and the Orderly spoke of Brexit in the Quiet Room."),
        example("Eid Mubarak! Plan B. was mine; the HbA1c was 9, the SpO2 84."),
        example("Ph.D. or no Ph.D., he failed in the Spring and in May."),
        example("Jordan was hot. I was told about Islam by Christians. The U.S.A. is far."),
        example("My HOD, the TMO and the LHV came from the BHU."),
        example("Main Road and the Teaching Hospital, the High Street and the Medical College."),
        example("Will you come? May I go? Mark my words."),
        example("I was NOT happy, I was VERY tired."),
        example("The Professor told the House Officer, and Sir said nothing."),
        example("P12 and FGD2 said the same; Student A disagreed."),
        example("COVID-19 and H1N1, with X-rays and vitamin B12."),
        example("She has Down syndrome; he has Parkinson's."),
        example("My PhD, her MPhil and his BSc."),
        example(
            "I live in Swat, near Saidu Sharif.",
            setting=Setting(places=frozenset({"Swat", "Saidu Sharif"})),
        ),
        example("It was Zarka.", setting=Setting(decided=frozenset({"zarka"}))),
        example("وہ OPD میں تھے", language="ur"),
        example("Woh bolte hain. Lekin hum chup rahe."),
        example("Humiliated, I left.\nColour matters. Paediatrics was fine."),
        example("TEACHERS NEVER LISTEN TO US."),
        example("Teachers Never Listen To Us"),
        example("Gestern war ich müde. Niemand half.", language="de"),
    ),
    about_names=True,
)
