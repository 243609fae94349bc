"""The capital gate: a word with a capital is a name until a person decides that it is none.

Aside stand words that begin a sentence and are in the dictionary, and what names nobody: months,
languages, countries, roles, departments, marks of ours, the places that the study itself names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from .flags import GateRule, Span, example
from .gate_text import GateText, Setting, Word, bare
from .idle_capitals import idle_words
from .letters_alone import dotted, initials, is_acronym, is_code
from .name_spans import joined, named_by_study, set_aside
from .shown_as_people import OWNERS, is_person, speaks_as_person
from .vocabulary import is_a_thing_too, is_also_a_name, is_name, is_ordinary, listed, public_phrases

_UNITS: Final = frozenset("ward unit block wing bay floor".split())
_NUMBERS: Final = frozenset(
    "one two three four five six seven eight nine ten eleven twelve".split()
)
_NUMBERED: Final = re.compile(r"\d{1,2}[A-Z]")
_HOUSES: Final = frozenset("hospital college university school".split())


@lru_cache(maxsize=64)
def names_by_capital(text: GateText) -> tuple[frozenset[int], frozenset[int]]:
    """Give the places, among the words, of those that a capital shows as names, and of acronyms."""
    aside, own, eased = set_aside(text), named_by_study(text), idle_words(text)
    beside = _beside_offices(text, aside - own)
    names: set[int] = set()
    unknown: set[int] = set()
    for at in text.capitals:
        word = text.words[at]
        if is_code(word.text):
            if at and _NUMBERED.fullmatch(word.text) and _is_unit(text, at - 1):
                names.update((at - 1, at))
            continue
        if at not in own and _is_before_a_place(text, at):
            names.update(() if _is_a_kind(word) else (at,))
        elif at in aside:
            if speaks_as_person(text, at, at in eased):
                names.add(at)
        elif is_acronym(word, text.language_alone):
            unknown.add(at)
        elif not _is_forgiven(text, at, word.begins or at in eased or at in beside):
            names.add(at)
    names |= _first_names(text, names) | initials(text)
    return frozenset(names), frozenset(unknown | dotted(text) - own)


def _is_forgiven(text: GateText, at: int, begins: bool) -> bool:
    """Tell whether a word with a capital is an ordinary one that begins or is stressed."""
    word = text.words[at]
    lower = word.lower
    if not is_ordinary(lower, text.language_alone) or is_name(bare(lower)):
        return False
    stem = bare(lower)
    if word.text.isupper() and len(word.text) > 1 and not is_also_a_name(stem):
        return True
    if is_also_a_name(stem) and (
        is_person(text, at) or (stem in listed("spoken") and not is_a_thing_too(stem))
    ):
        return False
    return begins or _is_counted(text, at) or _is_thing_of_ours(text, at)


def _is_counted(text: GateText, at: int) -> bool:
    """Tell whether a number stands behind a word: `Band 5`, `Category One`."""
    words = text.words
    if at + 1 >= len(words) or words[at].lower in listed("institutions"):
        return False
    after = words[at + 1]
    if text.between(words[at], after) != " ":
        return False
    return after.text.isdecimal() or (after.has_capital and after.lower in _NUMBERS)


def _is_thing_of_ours(text: GateText, at: int) -> bool:
    """Tell whether an institution is meant, and no person: `our Trust`, `the Foundation`."""
    words = text.words
    return (
        at > 0
        and words[at].lower in listed("institutions")
        and words[at - 1].lower in OWNERS | {"the"}
        and text.between(words[at - 1], words[at]) == " "
    )


def _beside_offices(text: GateText, public: frozenset[int]) -> frozenset[int]:
    """Give the places of words that stand by one that names nobody: `Emotional Intelligence`.

    What a place's name may end in is none of them: `Northwest General`.
    """
    words = text.words
    found = set()
    for at in public.intersection(text.capitals):
        lower = words[at].lower
        if lower in listed("institutions") or (words[at].begins and lower in listed("function")):
            continue
        for other in (at - 1, at + 1):
            if 0 <= other < len(words) and text.between(
                words[min(at, other)], words[max(at, other)]
            ) in (" ", "-"):
                found.add(other)
    return frozenset(found)


def _is_before_a_place(text: GateText, at: int) -> bool:
    """Tell whether a word with a capital stands before a road or a hospital that has one."""
    words = text.words
    if at + 1 >= len(words) or text.between(words[at], words[at + 1]) != " ":
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


def _is_unit(text: GateText, at: int) -> bool:
    word = text.words[at]
    is_beside = text.between(word, text.words[at + 1]) == " "
    return is_beside and word.has_capital and word.lower in _UNITS


def _first_names(text: GateText, names: set[int]) -> set[int]:
    """Give the words that begin a sentence, are also names, and stand before a family name."""
    words = text.words
    return {
        at - 1
        for at in names
        if at
        and at - 1 not in names
        and is_also_a_name(words[at - 1].lower)
        and words[at - 1].has_capital
        and text.between(words[at - 1], words[at]) == " "
    }


def _find(text: GateText) -> Iterator[Span]:
    yield from joined(text, names_by_capital(text)[0])


RULE: Final = GateRule(
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
        example("Only April stayed, and even June could not.", "April", "June"),
        example("Khushi ki ammi ne kaha.", "Khushi"),
        example("Jan does nights, and Jun-jun sings.", "Jan", "Jun"),
        example("Eid was crying, and Jordan, who slept, woke.", "Eid", "Jordan"),
        example("I live with Georgia; India's mother came.", "Georgia", "India"),
        example("Ask K., she was there.", "K"),
        example("Did May come back? Has June signed it?", "May", "June"),
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
        example("Even April was hot. Khushi ki baat hai. Only in May could we rest."),
        example("The pH was 7.1 and it was 80 mmHg. I came from Turkey and Holland."),
        example("COVID-19 and H1N1, with X-rays and vitamin B12."),
        example("She has Down syndrome; he has Parkinson's."),
        example("My PhD, her MPhil and his BSc."),
        example("Did May feel long? Would June be better? Was August hot?"),
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
