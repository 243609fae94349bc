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
from .arabic_names import is_arabic_name, is_in_arabic, may_be_arabic_name
from .flags import GateRule, Span, example
from .gate_text import GateText, Setting, bare
from .name_spans import joined, set_aside
from .small_letters import is_shown
from .vocabulary import acronyms, is_also_a_name, is_name, is_ordinary, phrases

_ROMAN: Final = re.compile(r"[a-z]{3,}")


def _find(text: GateText) -> Iterator[Span]:
    aside = set_aside(text)
    found = {
        at
        for at, word in enumerate(text.words)
        if _may_be_a_name(word.text)
        and at not in aside
        and (_is_known(text, at) or (word.text.islower() and is_shown(text, at)))
    }
    found |= {at for first in found for at in _companions(text, first) if at not in aside}
    yield from joined(text, found | _phrases(text))


@lru_cache(maxsize=1 << 16)
def _may_be_a_name(word: str) -> bool:
    """Tell whether a word is known as a name, or in small Roman letters and not ordinary."""
    whole = folded(word)
    if is_in_arabic(whole):
        return may_be_arabic_name(whole)
    if is_name(whole) or is_name(bare(whole)):
        return True
    lower = bare(word)
    if not word.islower() or not word.isascii() or not _ROMAN.fullmatch(lower):
        return False
    return is_also_a_name(lower) or not (is_ordinary(lower, "en") or lower in acronyms())


def _is_known(text: GateText, at: int) -> bool:
    word = text.words[at]
    if is_in_arabic(word.folded):
        return is_arabic_name(text, at)
    return any(map(is_name, word.keys))


def _companions(text: GateText, at: int) -> Iterator[int]:
    """Give the neighbours of a name that are names too, though they are words: `gul`, `noor`."""
    words = text.words
    for other in (at - 1, at + 1):
        if (
            0 <= other < len(words)
            and text.between(words[min(at, other)], words[max(at, other)]) == " "
        ):
            lower = words[other].lower
            if is_also_a_name(lower) and not is_ordinary(lower, "en"):
                yield other


def _phrases(text: GateText) -> set[int]:
    """Give the places of names of two words, each of which may be a word: `گل خان`, `abu dhabi`."""
    pairs = _pairs()
    if text.vocabulary.isdisjoint(_firsts()):
        return set()
    lowered = [word.folded for word in text.words]
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


RULE: Final = GateRule(
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
        example("lisra n me r always late", "lisra"),
        example("ppl in torwe kalay drink it", "torwe"),
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
        example("یوسفزئیوں اور آفریدیوں نے", "یوسفزئیوں", "آفریدیوں", language="ur"),
        example("یوسفزو او مهمندین راغلل", "یوسفزو", "مهمندین", language="ps"),
        example("محبوب نے پوچھا", "محبوب", language="ur"),
        example("میرے دوست عمر کو معلوم تھا", "عمر", language="ur"),
        example("زما نوم زمری دی", "زمری", language="ps"),
        example("i told precious and she told everyone", "precious"),
    ),
    non_examples=(
        example("i hope the rose will grow and mark my words"),
        example("he was named in the report and called it off"),
        example("mujhe gul aur noor pasand hain"),
        example("the rose was red, i told everyone, i met will power and hope"),
        example("she was on paracetamol n they dischrged her witout asking, sooo baddd"),
        example("An unheard-of zorvandi stood there, they say."),
        example("usne ne kaha, doctor ne bataya"),
        example("i told them this honour chamkegi for us one day"),
        example("teh n me r late, food n me are friends"),
        example("the teecher was late"),
        example("dua karo, iman rakho"),
        example("I live in mardan", setting=Setting(places=frozenset({"Mardan"}))),
        example("مجھے امید ہے کہ نور آئے گا", language="ur"),
        example("میری عمر بیس سال تھی اور مجھے فخر تھا کہ ہدایت ملی", language="ur"),
        example("لمبی ڈیوٹی، وزیر اعظم کی حمایت، اللہ اکبر", language="ur"),
        example("ټول عمر مې فخر کاوه، زرګونه خلک راغلل، بخاري نه وه", language="ps"),
        example("mujhe samajh nahi aati thi ke kis se poochun, unhon ne bulaya tha"),
        example("hidayat mili thi, himayat nahi; i told precious things"),
        example("سب محفوظ ہیں اور منظر اچھا ہے", language="ur"),
        example("اختر راغی نه، لمر او سپوږمۍ ښکلي دي", language="ps"),
        example("هغوی ډېر ښه خلک دي", language="ps"),
        example("فاطمن کوئی لفظ نہیں ہے", language="ur"),
        example("خواتین، ماہرین اور مسلمان طالبان", language="ur"),
    ),
    about_names=True,
)
