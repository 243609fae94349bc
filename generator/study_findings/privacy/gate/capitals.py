"""The capital gate: a word with a capital is a name until a person decides that it is none.

Aside stand words that begin a sentence and are in the dictionary, and what names nobody: months,
languages, countries, roles, departments, marks of ours, the places that the study itself names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from .flags import Rule, Span, example
from .name_spans import joined, set_aside
from .passages import Passage, Setting, Word
from .vocabulary import acronyms, bare, is_also_a_name, is_name, is_ordinary, listed

_BRACKETED: Final = re.compile(r"\[[^\[\]\n]{0,200}\]")
# A letter and a number, over and over, or crosses in the place of what was left out.
_CODE: Final = re.compile(r"(?:[A-Z]\d{1,3}){1,4}|[Xx]{2,40}")
_LONGEST_ACRONYM: Final = 6
_FEWEST_IN_A_HEADING: Final = 4
_DETERMINERS: Final = frozenset(
    "a an the my our your his her their its this that every each some no any in".split()
)
_KIN: Final = frozenset(
    "friend friends colleague roommate classmate batchmate cousin wife husband neighbour neighbor"
    " boss best first favourite favorite only one kind nice rude strict".split()
)


@lru_cache(maxsize=64)
def names_by_capital(passage: Passage) -> tuple[frozenset[int], frozenset[int]]:
    """Give the places, among the words, of those that a capital shows as names, and of acronyms."""
    aside, eased = set_aside(passage), _eased(passage)
    names, unknown = set(), set()
    for at, word in enumerate(passage.words):
        if not word.has_capital or _is_code(word):
            continue
        if at in aside:
            if _speaks_as_person(passage, at):
                names.add(at)
        elif _is_acronym(word, passage.language_alone):
            unknown.add(at)
        elif not _is_forgiven(passage, at, word.begins or at in eased):
            names.add(at)
    return frozenset(names | _first_names(passage, names)), frozenset(unknown)


def _is_code(word: Word) -> bool:
    """Tell whether a word is a letter or an acronym of ours, with a number or without: `P12`."""
    letters = "".join(char for char in bare(word.text) if char.isalpha())
    is_known = letters.lower() in acronyms() and (
        letters.isupper() or letters[:-1].isupper() or _is_degree(letters)
    )
    return len(letters) <= 1 or is_known or _CODE.fullmatch(word.text) is not None


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
    if is_also_a_name(stem) and (stem in listed("spoken") or _is_person(passage, at)):
        return False
    return begins


def _is_person(passage: Passage, at: int) -> bool:
    """Tell whether a word that is also a name does what a person does: `Rose was my mentor`."""
    words = passage.words
    if words[at].lower.endswith("'s"):
        return at + 1 < len(words) and words[at + 1].lower not in _DETERMINERS
    following = [word.lower for word in words[at + 1 : at + 6] if not word.begins]
    if not following or passage.between(words[at], words[at + 1]) != " ":
        return False
    if following[0] in listed("acts") or following[0] in listed("deeds"):
        return True
    if following[0] in ("is", "was", "and") and len(following) > 1:
        if following[0] == "and":
            return following[1] in ("i", "me", "her", "his", "my") and not words[at + 2].begins
        return following[1] in _DETERMINERS and any(
            word in listed("roles") or word in _KIN for word in following[2:]
        )
    return False


def _speaks_as_person(passage: Passage, at: int) -> bool:
    """Tell whether a month, a country or a people is a person's name here: `June told me`."""
    words = passage.words
    if not is_also_a_name(words[at].lower) or at + 1 >= len(words):
        return False
    if at and words[at - 1].lower in _DETERMINERS and not words[at].begins:
        return False
    return (
        words[at + 1].lower in listed("acts") and passage.between(words[at], words[at + 1]) == " "
    )


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
    spans = [match.span() for match in _BRACKETED.finditer(passage.plain)]
    found: set[int] = set()
    sentence: list[int] = []
    nearest = 0
    for at, word in enumerate(passage.words):
        while nearest < len(spans) and spans[nearest][1] <= word.start:
            nearest += 1
        if nearest < len(spans) and spans[nearest][0] <= word.start:
            found.add(at)
        if word.begins:
            found.update(_heading(passage, sentence))
            sentence = []
        sentence.append(at)
    found.update(_heading(passage, sentence))
    return frozenset(found)


def _heading(passage: Passage, sentence: list[int]) -> list[int]:
    """Give the words of a sentence where all, or all but one, have a capital."""
    small = sum(not passage.words[at].has_capital for at in sentence)
    return sentence if len(sentence) >= _FEWEST_IN_A_HEADING and small <= len(sentence) // 8 else []


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
        example("Hope is what kept us alive."),
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
