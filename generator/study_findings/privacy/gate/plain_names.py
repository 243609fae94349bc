"""Names that are known as names and are no words, in whatever letters.

So noisy text, which has no capitals to go by, is not without a gate; nor is one in a script that
has none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import pairwise
from typing import Final

from ...text.folding import folded
from .flags import Rule, Span, example
from .name_spans import joined, set_aside
from .passages import Passage, Setting, bare
from .vocabulary import (
    acronyms,
    is_a_thing_too,
    is_also_a_name,
    is_english,
    is_like_a_word,
    is_name,
    is_ordinary,
    listed,
    phrases,
)

_ROMAN: Final = re.compile(r"[a-z]{3,}")
_ACTS_ALONE: Final = frozenset(
    "said told asked replied shouted scolded taught laughed cried texted phoned explained".split()
)
_INTRODUCING: Final = frozenset("named naam gaon gaun gaaon shehar village".split())
_DOING: Final = frozenset(
    "crying laughing shouting screaming sitting standing sleeping telling saying asking talking"
    " smiling waiting weeping shaking trembling yelling praying".split()
)
# After a thing that is counted, without an article, these show a person.
_HAS_OR_IS: Final = frozenset(
    "has had does did isnt isn't wasnt wasn't doesnt doesn't gave gives came comes went sent"
    " says texted helped lives works called".split()
)
_ASKED: Final = frozenset("ask asked tell told thank thanked met hugged texted phoned".split())
_OF: Final = frozenset("ka ki ke".split())
_KIN: Final = frozenset(
    "maa ma ammi ami amma abbu abu abba baap bap baba behan behen bhai beta beti bete biwi shohar"
    " khala phupho mamu chacha nani nana dadi dada susral sasural saas".split()
)
_AT: Final = frozenset("in at from of to near".split())
_NO_VOWEL: Final = re.compile(r"[b-df-hj-np-tv-xz]{3,5}")
_FEWEST_LETTERS: Final = 3
_MOSTLY: Final = 0.8
_ARABIC: Final = frozenset(map(chr, range(0x600, 0x700)))
_FEWEST_TO_BEND: Final = 4
# Feminine names end otherwise before a word that rules them: `زرغونه ده`, `زرغونې ته`.
_OBLIQUE: Final = frozenset(folded("ې") + folded("ے"))
_FEMININE: Final = folded("ہ")
_HANGS_ON: Final = "والی والا والے کو کا کی کے نے سے میں پر"
_ACTS_IN_ARABIC: Final = (
    "نے بولا بولی بولے وویل ویل ووې راته وخندل خندل وژړل ژړل راغله لاړه کېناست پوښتل"
    " وپوښتل صاحب صاحبہ صاحبه صیب بھائی باجی بی_بی خان"
)


def _find(passage: Passage) -> Iterator[Span]:
    aside = set_aside(passage)
    found = {
        at
        for at, word in enumerate(passage.words)
        if _may_be_a_name(word.text)
        and at not in aside
        and (_is_known(passage, at) or (word.text.islower() and _is_shown(passage, at)))
    }
    found |= {at for first in found for at in _companions(passage, first) if at not in aside}
    yield from joined(passage, found | _phrases(passage))


@lru_cache(maxsize=1 << 16)
def _may_be_a_name(word: str) -> bool:
    """Tell whether a word is known as a name, or in small Roman letters and not ordinary."""
    whole = folded(word)
    if whole[0] in _ARABIC:
        return not listed("names-arabic-script").isdisjoint(_inflected(whole))
    if is_name(whole) or is_name(bare(whole)):
        return True
    lower = bare(word)
    if not word.islower() or not word.isascii() or not _ROMAN.fullmatch(lower):
        return False
    return is_also_a_name(lower) or not (is_ordinary(lower, "en") or lower in acronyms())


def _is_known(passage: Passage, at: int) -> bool:
    word = passage.words[at]
    lower = word.folded
    if lower[0] not in _ARABIC:
        return any(map(is_name, word.keys))
    known = listed("names-arabic-script")
    name = next((form for form in _inflected(lower) if form in known), None)
    return name is not None and (
        name not in _words_too(passage.language_alone) or _acts_in_arabic(passage, at)
    )


def _inflected(lower: str) -> Iterator[str]:
    """Give a word of Urdu or Pashto, and as a name it may be bent from: `زرغونې`, `رخسانہوالی`."""
    yield lower
    if len(lower) >= _FEWEST_TO_BEND and lower[-1] in _OBLIQUE:
        yield lower[:-1] + _FEMININE
    for ending in _endings():
        if lower.endswith(ending) and len(lower) - len(ending) >= _FEWEST_TO_BEND:
            yield lower.removesuffix(ending)


@cache
def _endings() -> tuple[str, ...]:
    return tuple(map(folded, _HANGS_ON.split()))


def _words_too(language: str) -> frozenset[str]:
    return listed(f"names-and-words-{language}") if language in ("ps", "ur") else frozenset()


def _acts_in_arabic(passage: Passage, at: int) -> bool:
    """Tell whether a name that is a word as well does what a person does, or stands by a name."""
    words = passage.words
    after = words[at + 1].folded if at + 1 < len(words) else ""
    if after in _acts() or after in listed("names-arabic-script"):
        return not words[at + 1].begins
    before = words[at - 1].folded if at and not words[at].begins else ""
    is_name_alone = before not in _words_too(passage.language_alone)
    return is_name_alone and before in listed("names-arabic-script")


@cache
def _acts() -> frozenset[str]:
    return frozenset(map(folded, _ACTS_IN_ARABIC.split()))


def _is_shown(passage: Passage, at: int) -> bool:
    """Tell whether a word in small letters is a name, by what it is not and what is by it."""
    lower = bare(passage.words[at].lower)
    before = passage.words[at - 1].lower if at and not passage.words[at].begins else ""
    if is_also_a_name(lower):
        return not is_a_thing_too(lower) and _is_treated_as_person(passage, at, before)
    if _is_introduced(passage, at) or _after(passage, at) in ("ne", *_ACTS_ALONE):
        return True
    if _belongs_to_kin(passage, at):
        return True
    if not _writes_no_capitals(passage) or not _is_mostly_known(passage):
        return False
    return not is_like_a_word(lower) or (before in _AT and _NO_VOWEL.fullmatch(lower) is not None)


def _is_treated_as_person(passage: Passage, at: int, before: str) -> bool:
    """Tell whether a name that is a word as well is one here: `rose was crying`, `ask noor`."""
    lower, after = passage.words[at].lower, _after(passage, at)
    if after == "was" and at + 2 < len(passage.words):
        return passage.words[at + 2].lower in _DOING
    if lower in listed("function"):
        return False
    if _belongs_to_kin(passage, at):
        return True
    if not before and is_english(lower) and after in _HAS_OR_IS:
        return True
    if not is_english(lower) and before == "with":
        return True
    if after in _ACTS_ALONE or before in _ASKED or after == "ne":
        return True
    return not is_english(lower) and any(map(_is_name_of_south_asia, (before, after)))


def _belongs_to_kin(passage: Passage, at: int) -> bool:
    """Tell whether somebody is told by their family: `zorvan ki ammi`, `sunny ka baap`."""
    following = passage.words[at + 2 : at + 3]
    return _after(passage, at) in _OF and bool(following) and following[0].lower in _KIN


def _is_name_of_south_asia(word: str) -> bool:
    return is_also_a_name(word) and not is_english(word)


def _after(passage: Passage, at: int) -> str:
    words = passage.words
    is_beside = at + 1 < len(words) and passage.between(words[at], words[at + 1]) == " "
    return words[at + 1].lower if is_beside else ""


@lru_cache(maxsize=64)
def _is_mostly_known(passage: Passage) -> bool:
    """Tell whether most words are English or of our lists, so that a strange one stands out."""
    words = [word.lower for word in passage.words if word.text[0].isalpha()]
    known = sum(is_ordinary(word, "en") or word in acronyms() for word in words)
    return known >= _MOSTLY * len(words) - 1


@lru_cache(maxsize=64)
def _writes_no_capitals(passage: Passage) -> bool:
    """Tell whether a text begins in small letters, and so may hold names that do."""
    return passage.words[0].text.islower()


def _is_introduced(passage: Passage, at: int) -> bool:
    before = passage.words[at - 1].lower if at else ""
    if before in ("is", "was"):
        return at > 1 and passage.words[at - 2].lower == "name"
    return before in _INTRODUCING


def _companions(passage: Passage, at: int) -> Iterator[int]:
    """Give the neighbours of a name that are names too, though they are words: `gul`, `noor`."""
    words = passage.words
    for other in (at - 1, at + 1):
        if (
            0 <= other < len(words)
            and passage.between(words[min(at, other)], words[max(at, other)]) == " "
        ):
            lower = words[other].lower
            if is_also_a_name(lower) and not is_ordinary(lower, "en"):
                yield other


def _phrases(passage: Passage) -> set[int]:
    """Give the places of names of two words, each of which may be a word: `گل خان`, `abu dhabi`."""
    pairs = _pairs()
    if passage.vocabulary.isdisjoint(_firsts()):
        return set()
    lowered = [word.folded for word in passage.words]
    return {
        place
        for at, pair in enumerate(pairwise(lowered))
        if pair in pairs
        for place in (at, at + 1)
    }


@cache
def _firsts() -> frozenset[str]:
    return frozenset(first for first, _ in _pairs())


@cache
def _pairs() -> frozenset[tuple[str, ...]]:
    known = phrases("names-arabic-script") | phrases("towns")
    return frozenset(phrase for phrase in known if len(phrase) == 2)


RULE: Final = Rule(
    "known-name",
    "error",
    "This is known as the name of people or of a town.",
    "[a name]",
    _find,
    examples=(
        example("then imran told me to leave", "imran"),
        example("imran khan from mardan was there", "imran khan", "mardan"),
        example("noor fatima said so", "noor fatima"),
        example("we went to lahore with sarah's mother", "lahore", "sarah"),
        example("my name is gulpanra", "gulpanra"),
        example("a girl named zarshala wept", "zarshala"),
        example("palwakhta told me to go", "palwakhta"),
        example("IMRAN TOLD ME", "IMRAN"),
        example("wo ahmed ke sath tha", "ahmed"),
        example("my friend zorvandi cried all night", "zorvandi"),
        example("at qzvh they made us wait", "qzvh"),
        example("gulzuban ne sab bataya", "gulzuban"),
        example("hamare gaon torbela mein", "torbela"),
        example("mark sent me home. daisy has the keys.", "mark", "daisy"),
        example("main mehr ke ghar thi with noor", "noor"),
        example("rose was crying, so i told noor to come", "rose", "noor"),
        example("woh gul rani ka beta hai", "gul rani"),
        example("sunny ka baap doctor hai, zorvan ki ammi bhi", "sunny", "zorvan"),
        example("we drove to abu dhabi from dera bugti", "abu dhabi", "dera bugti"),
        example("priya and michael left for dubai", "priya", "michael", "dubai"),
        example("پھر عمران نے مجھے ڈانٹا", "عمران", language="ur"),
        example("هغه فاطمې ته وویل چې زرغونه راغله", "فاطمې", "زرغونه", language="ps"),
        example("گل خان نے کہا", "گل خان", language="ur"),
        example("زه پېښور ته تلم", "پېښور", language="ps"),
        example("ما زرغونې ته وویل", "زرغونې", language="ps"),
        example("سپوږمۍ وویل چې ځه", "سپوږمۍ", language="ps"),
        example("رخسانہوالی بات، پلوشے سے سنی", "رخسانہوالی", "پلوشے", language="ur"),
        example("محبوب نے پوچھا", "محبوب", language="ur"),
    ),
    non_examples=(
        example("i hope the rose will grow and mark my words"),
        example("he was named in the report and called it off"),
        example("mujhe gul aur noor pasand hain"),
        example("the rose was red, i told everyone, i met will power and hope"),
        example("she was on paracetamol n they dischrged her witout asking, sooo baddd"),
        example("An unheard-of zorvandi stood there, they say."),
        example("usne ne kaha, doctor ne bataya"),
        example("the teecher was late"),
        example("dua karo, iman rakho"),
        example("I live in mardan", setting=Setting(places=frozenset({"Mardan"}))),
        example("مجھے امید ہے کہ نور آئے گا", language="ur"),
        example("سب محفوظ ہیں اور منظر اچھا ہے", language="ur"),
        example("اختر راغی نه، لمر او سپوږمۍ ښکلي دي", language="ps"),
        example("هغوی ډېر ښه خلک دي", language="ps"),
    ),
    about_names=True,
)
