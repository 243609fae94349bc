"""Names that a title announces: `Dr X`, `Sister X`, `X sahib`, `ڈاکٹر X`, also in small letters."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from ...text.folding import folded
from .flags import GateRule, Span, example
from .gate_text import GateText, Setting, bare
from .name_spans import is_initial, is_mostly_english, joined
from .names_before_titles import BEFORE_PEOPLE, FEWEST_LETTERS, named_before
from .titles import is_arabic, is_named_in_arabic, title_kinds, titles_behind
from .vocabulary import acronyms, is_also_a_name, is_name, is_ordinary, listed

_BEING: Final = frozenset("is was are were isn't wasn't will can has".split())
_TO_TITLE: Final = frozenset({" ", ". ", ".", "-", "  ", ".  "})
# Words that are names too, but in small letters after a title are what somebody does.
_VERBS: Final = frozenset(
    "will may mark grant chance rob don sue love trust rise drew bill hunt".split()
)


def _find(text: GateText) -> Iterator[Span]:
    kinds, behind = title_kinds(), titles_behind()
    if text.vocabulary.isdisjoint(kinds) and text.vocabulary.isdisjoint(behind):
        return
    told = -1
    for at, word in enumerate(text.words):
        shown = (
            _before(text, at, kinds[word.folded]) if at > told and word.folded in kinds else None
        )
        if shown is None and word.folded in behind:
            shown = named_before(text, at)
        if shown is None:
            continue
        first, named = shown
        if not _is_decided(text, named):
            told = named[-1]
            ends = [end for _, end in joined(text, {*named})]
            yield text.words[first].start, max(*ends, text.words[told].start)


def _is_decided(text: GateText, named: tuple[int, ...]) -> bool:
    decided = _decided(text.setting)
    return all(bare(text.words[at].folded) in decided for at in named)


@lru_cache(maxsize=8)
def _decided(setting: Setting) -> frozenset[str]:
    return frozenset(map(folded, setting.decided))


def _before(text: GateText, at: int, kind: str) -> tuple[int, tuple[int, ...]] | None:
    """Give the title's place and those of the name after it, where a name follows a title."""
    place = at + 1
    while _follows(text, place) and is_initial(text.words[place]):
        place += 1
    if not _follows(text, place) or not _is_named(text, place, kind):
        return None
    named = [place]
    while _goes_on(text, named[-1]):
        named.append(named[-1] + 1)
    first = at
    while first and _follows(text, first) and text.words[first - 1].folded in title_kinds():
        first -= 1
    return first, tuple(named)


def _follows(text: GateText, at: int) -> bool:
    """Tell whether a word stands right behind another, a title's full stop between at most."""
    words = text.words
    return 0 < at < len(words) and text.between(words[at - 1], words[at]) in _TO_TITLE


def _is_named(text: GateText, at: int, kind: str) -> bool:
    word = text.words[at]
    if not word.text[0].isalpha() or len(bare(word.text)) == 1:
        return False
    lower = bare(word.folded)
    if is_arabic(word):
        after = text.words[at + 1].folded if at + 1 < len(text.words) else ""
        return is_named_in_arabic(word, kind, after)
    if lower in title_kinds() or (lower in listed("titles-behind") and not is_name(lower)):
        return False
    if is_name(lower):
        return True
    is_word = is_ordinary(word.lower, text.language_alone) or lower in acronyms()
    if word.has_capital and not word.text.isupper():
        if lower in listed("function") | listed("roles") | listed("field"):
            return False
        return not is_word or kind == "strong" or is_also_a_name(lower)
    if is_also_a_name(lower):
        return (kind == "strong" or _is_told_to(text, at)) and lower not in _VERBS
    if is_word or len(lower) < FEWEST_LETTERS:
        return False
    return kind == "strong" or is_mostly_english(text)


def _goes_on(text: GateText, at: int) -> bool:
    """Tell whether the word after this one belongs to the name as well."""
    words = text.words
    if at + 1 >= len(words) or text.between(words[at], words[at + 1]) not in (" ", "-"):
        return False
    word = words[at + 1]
    lower = bare(word.folded)
    if is_arabic(word):
        return lower in listed("names-arabic-script") or lower in (
            folded("خان"),
            folded("گل"),
            folded("شاہ"),
        )
    if is_name(lower):
        return True
    if word.has_capital and not word.text.isupper():
        return not is_ordinary(word.lower, text.language_alone) or is_also_a_name(lower)
    return is_also_a_name(lower) and not is_ordinary(word.lower, text.language_alone)


def _is_told_to(text: GateText, at: int) -> bool:
    """Tell whether somebody is asked or told: `told mama grace`, but not `patience is needed`."""
    after = text.words[at + 1].lower if at + 1 < len(text.words) else ""
    is_told = at > 1 and text.words[at - 2].lower in BEFORE_PEOPLE
    return is_told and after not in _BEING


RULE: Final = GateRule(
    "titled-name",
    "error",
    "A title with a name tells who this is.",
    "[a name]",
    _find,
    examples=(
        example("Dr Imran shouted.", "Dr Imran"),
        example("Dr. Brown and Prof. A. Qazi left", "Dr. Brown", "Prof. A. Qazi"),
        example("Prof. Dr. Zarka Iqbal Khan taught us", "Prof. Dr. Zarka Iqbal Khan"),
        example("then dr gulzada told me", "dr gulzada"),
        example("I asked Dr Zarka Hope", "Dr Zarka Hope"),
        example("phir dr zorvandi ne kaha tha", "dr zorvandi"),
        example("Sir Kamran said no, and Madam Rose too", "Sir Kamran", "Madam Rose"),
        example("Sister Grace helped.", "Sister Grace"),
        example("Mr. Patel's ward", "Mr. Patel"),
        example("maulana tariq and haji wazir came", "maulana tariq", "haji wazir"),
        example("Kamran sahib was kind", "Kamran sahib"),
        example("zarak bhai helped me", "zarak bhai"),
        example("DR IMRAN KHAN SAID SO", "DR IMRAN KHAN"),
        example("dr brown said", "dr brown"),
        example("Mrs White and Mr Green", "Mrs White", "Mr Green"),
        example("Captain Singh spoke", "Captain Singh"),
        example("dr khan ne kaha", "dr khan"),
        example("پھر ڈاکٹر عمران نے کہا", "ڈاکٹر عمران", language="ur"),
        example("پروفیسر زاہدہ خان آئیں", "پروفیسر زاہدہ خان", language="ur"),
        example("سر کامران نے ڈانٹا", "سر کامران", language="ur"),
        example("میڈم شگفتہ اور حاجی وزیر", "میڈم شگفتہ", "حاجی وزیر", language="ur"),
        example("عمران صاحب نے پوچھا", "عمران صاحب", language="ur"),
        example("ډاکټر زلمی راته وویل", "ډاکټر زلمی", language="ps"),
        example("استاد ورمند راته وخندل", "استاد ورمند", language="ps"),
        example("میری استانی قرطلہ نے پوچھا", "استانی قرطلہ", language="ur"),
        example("خط د پوهاند ورمند و", "پوهاند ورمند", language="ps"),
        example("savri apa ne kaha", "savri apa"),
        example("hope mam stayed, so i sat with daisy aunty", "hope mam", "daisy aunty"),
        example("kiran sis helped me", "kiran sis"),
        example("after that zarvan bro had laughed at me", "zarvan bro"),
        example("استاد میرویس موږ وهلو", "استاد میرویس", language="ps"),
        example("Khan sahib never asked", "Khan sahib"),
        example("i told mama grace that i quit", "mama grace"),
        example("ڈاکٹر فلومینا سے پوچھیں", "ڈاکٹر فلومینا", language="ur"),
        example("شاہین باجی نے سنبھالا", "شاہین باجی", language="ur"),
        example("نوید سر آئے، رخسانہ میڈم بھی", "نوید سر", "رخسانہ میڈم", language="ur"),
        example("ڈاکٹر ملک اور خان صاحب", "ڈاکٹر ملک", "خان صاحب", language="ur"),
        example("انجنیرې پلوشې جوړه کړه", "انجنیرې پلوشې", language="ps"),
        example("پرنسپل نجمالدین دیر سے آئے", "پرنسپل نجمالدین", language="ur"),
        example("زرغونې صاحبې ته مې وویل", "زرغونې صاحبې", language="ps"),
        example("ate Luningning and kuya Danting", "ate Luningning", "kuya Danting"),
    ),
    non_examples=(
        example("The doctor said that Dr said so."),
        example("Sir, please. Madam, no. Sir I was late."),
        example("The Professor of Surgery and the Head Nurse came."),
        example("dr sahib said, and sir ne kaha, madam kehti hain"),
        example("mere walid sahib mazdoor hain, meri khala aayi"),
        example("Sister in charge; sister tutor; nurse manager."),
        example("Dr X and Mr. B were kind."),
        example("My sister told me; my brother will; the nurse may."),
        example("the general ward and a major operation"),
        example("the dr will see, the dr may not"),
        example("dr zx ne kaha"),
        example("ڈاکٹر گنگناتے ہیں", language="ur"),
        example("استاد گل راوړل", language="ps"),
        example("چاہتی تھی کہ ڈاکٹر بنوں، امی نے کہا ڈاکٹر بنو", language="ur"),
        example("ڈاکٹر بیٹھے رہے، نئے سر نے ڈاکٹر بننے سے روکا", language="ur"),
        example("پروفیسر وخت نه لري، او ډاکټر کېدل سخت دي", language="ps"),
        example("Malik sahib and the begum said so; i told sister patience is needed"),
        example("ډاکټر معاینه کړم، نو ډاکټر احترام کړ", language="ps"),
        example("استاد ماشاءاللہ اچھے ہیں، استاد میراث پڑھاتے ہیں", language="ur"),
        example("yes bro, and no bro. hope sis is well"),
        example("i hope mam will come, hope sir knows"),
        example("Uncle came, aunty left, bhai jaan slept."),
        example("Dr House is on TV", setting=Setting(decided=frozenset({"house"}))),
        example("ڈاکٹر نے کہا کہ ڈاکٹر صاحب نہیں آئے", language="ur"),
        example("ڈاکٹر بننا آسان نہیں، سر میں درد ہے", language="ur"),
        example("ډاکټر وویل چې ډاکټر صاحب نشته", language="ps"),
        example("استاد ډېر ښه دی، او ملک لوی دی", language="ps"),
    ),
    about_names=True,
)
