"""Titles of people, before names and behind them, and what after one names nobody.

A title is `strong` where only a name follows it, `weak` where an ordinary word does as often.
"""

from __future__ import annotations

from functools import cache
from typing import Final

from ...text.folding import folded
from .gate_text import Word
from .inflections import stems_of
from .vocabulary import listed, phrases

_ARABIC: Final = (
    "ڈاکٹر پروفیسر مولانا مولوی حاجی حافظ قاری مفتی جناب محترمہ مسٹر مسز میڈم سسٹر کرنل میجر"
    " کیپٹن بریگیڈیئر جنرل علامہ حضرت صاحبزادہ ډاکټر پروفېسر پروفیسر ښاغلی ښاغلي آغلې اغلې میرمن"
    " مېرمن ملا مولوی مولوي حاجي انجنیر انجینیر انجینئر سید پوهاند پوهنوال پوهندوی پوهنمل پوهنیار"
)
_ARABIC_WEAK: Final = (
    "سر استاد ماسٹر پیر شیخ آغا باجی چچا چاچا خالہ ماما بابا لالا بھائی نرس بی_بی خان ماسټر استاذ"
    " کاکا ترور"
    " ملک پرنسپل ڈین وارڈن استانی آپا ماموں تایا پھوپھو نانی دادی انسپکٹر حکیم قاضی کاتب خلیفہ"
    " نرسه نرسې ښوونکی ښوونکې ښوونکي معلم معلمه معلمې مدیر مدیره قاضي خور ورور ادې"
)
# What a person does, after a weaker title and a name that no list has.
_DOING: Final = "نے راته ماته ورته وویل راغی راغله وخندل وژړل مړ پوښتنه پوښتل"
_ARABIC_BEHIND: Final = (
    "صاحب صاحبہ صاحبه صیب بھائی باجی بی_بی خاتون بیگم خالہ چچا چاچا کاکا لالا صاحبې"
    " آپا ماموں انکل آنٹی"
)
# Behind these, which stand behind ordinary words as often, only a known name is one.
_ARABIC_BEHIND_NAMES: Final = "سر میڈم مس ماما اکا ترور بابا"
# To these of Pashto hangs what makes a woman of them, and what rules them: `انجنیرې پلوشې`.
_OF_WOMEN_TOO: Final = "ډاکټر پروفیسر پروفېسر انجنیر انجینیر ماسټر"
# Titles that are families' names as well, where another title calls somebody so: `ڈاکٹر ملک`.
_FAMILIES: Final = "خان ملک شیخ آغا"
# What makes a name of two words one word, so that a title may be weak before it.
_FIRST_PARTS: Final = "میر عبدال غلام"
_LAST_PARTS: Final = "الدین اللہ زاد زادہ زاده عالم زمان خان بانو"
_FEWEST_BEFORE, _FEWEST_AFTER = 3, 4
_FEWEST_TO_BEND: Final = 4
_WISHES: Final = "ماشا انشا"
# Before these a word of Pashto says what was done: `ډاکټر معاینه کړم`.
_DONE: Final = "کړ کړم کړو کړل کړه"
# What somebody wants to be comes before these, which are towns elsewhere: `ڈاکٹر بنوں`.
_BECOMING: Final = "بنو بنوں"
# Behind these words of Urdu an infinitive in `نا` would end in `نے`: `بننے سے`, so `فلومینا سے`.
_POSTPOSITIONS: Final = "نے سے کو کا کی کے پر میں"
_INFINITIVE: Final = "نا"
# How words end that are no names: what is done, and several of a thing. A name may end in `ین`.
_ENDINGS: Final = (
    "نا",
    "نے",
    "تا",
    "تے",
    "تی",
    "ئے",
    "ئیں",
    "وں",
    "یں",
    "ئی",
    "گا",
    "گے",
    "گی",
    "ونه",
    "وي",
    "ېدل",
)


@cache
def title_kinds() -> dict[str, str]:
    """Say of each title how much it tells: `strong` or `weak`."""
    arabic = {folded(word): "strong" for word in _ARABIC.split()}
    weak = {folded(word): "weak" for word in _ARABIC_WEAK.split()}
    strong = dict.fromkeys(listed("titles"), "strong")
    of_women = {folded(word + end): "weak" for word in _OF_WOMEN_TOO.split() for end in "هې"}
    return {
        **weak,
        **of_women,
        **arabic,
        **dict.fromkeys(listed("titles-and-words"), "weak"),
        **strong,
    }


@cache
def arabic_titles_behind() -> frozenset[str]:
    """Give the titles behind names in Arabic script, folded."""
    return frozenset(map(folded, _ARABIC_BEHIND.split())) | arabic_titles_behind_names()


@cache
def arabic_titles_behind_names() -> frozenset[str]:
    """Give the titles in Arabic script behind which only a known name is a name, folded."""
    return frozenset(map(folded, _ARABIC_BEHIND_NAMES.split()))


@cache
def titles_behind() -> frozenset[str]:
    """Give the titles behind names in any script, folded."""
    return listed("titles-behind") | arabic_titles_behind()


def is_arabic(word: Word) -> bool:
    """Tell whether a word begins in Arabic letters."""
    return "؀" <= word.text[0] <= "ۿ"


def is_named_in_arabic(word: Word, kind: str, after: str = "") -> bool:
    """Tell whether a word in Arabic letters is a name behind or before such a title.

    After a weak one, what stands behind the name has to show it: `after`, folded.
    """
    lower = word.folded
    if lower in listed("ordinary-arabic-script") or lower in _becoming():
        return False
    if not listed("names-arabic-script").isdisjoint(stems_of(lower, _FEWEST_TO_BEND)):
        return True
    if kind == "strong" and (lower in _two_word_names() or lower in families_in_arabic()):
        return True
    if kind == "strong" and after in _done():
        return False
    is_built = _is_built_as_name(lower)
    is_shown = kind == "strong" or after in _doing() or is_built
    if not is_shown or lower in title_kinds():
        return False
    return is_built or (len(lower) > 1 and not _ends_as_no_name(word, after))


def _ends_as_no_name(word: Word, after: str) -> bool:
    """Tell whether a word ends as what is done does in Urdu, or as several of a thing."""
    if word.text.endswith(_INFINITIVE) and after in _postpositions():
        return False
    return _one_keyboard(word.text).endswith(_endings())


@cache
def families_in_arabic() -> frozenset[str]:
    """Give the titles in Arabic script that are families' names as well, folded."""
    return frozenset(map(folded, _FAMILIES.split()))


@cache
def _doing() -> frozenset[str]:
    return frozenset(map(folded, _DOING.split()))


def _is_built_as_name(lower: str) -> bool:
    """Tell whether a folded word is two parts of a name in one: `میرعالم`, `ضیاءالدین`."""
    return (
        any(lower.startswith(p) and len(lower) - len(p) >= _FEWEST_AFTER for p in _first_parts())
        or any(lower.endswith(p) and len(lower) - len(p) >= _FEWEST_BEFORE for p in _last_parts())
    ) and not lower.startswith(_wishes())


@cache
def _first_parts() -> tuple[str, ...]:
    return tuple(map(folded, _FIRST_PARTS.split()))


@cache
def _last_parts() -> tuple[str, ...]:
    return tuple(map(folded, _LAST_PARTS.split()))


@cache
def _wishes() -> tuple[str, ...]:
    return tuple(map(folded, _WISHES.split()))


@cache
def _done() -> frozenset[str]:
    return frozenset(map(folded, _DONE.split()))


@cache
def _two_word_names() -> frozenset[str]:
    return frozenset(phrase[0] for phrase in phrases("names-arabic-script") if len(phrase) > 1)


@cache
def _becoming() -> frozenset[str]:
    return frozenset(map(folded, _BECOMING.split()))


@cache
def _postpositions() -> frozenset[str]:
    return frozenset(map(folded, _POSTPOSITIONS.split()))


@cache
def _endings() -> tuple[str, ...]:
    return tuple(map(_one_keyboard, _ENDINGS))


def _one_keyboard(word: str) -> str:
    """Give a word with one form of each letter, but for the `ں` in which no name ends."""
    return "ں".join(map(folded, word.split("ں")))
