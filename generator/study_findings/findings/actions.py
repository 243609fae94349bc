"""Which words in round brackets tell of something done or heard, as transcripts do: `(laughs)`."""

from __future__ import annotations

import re
from typing import Final

MOST_WORDS: Final = 5
ENGLISH: Final = (
    "laugh giggl chuckl smil grin sigh sob weep cry crie cried tear sniff cough sneez yawn groan "
    "gasp breath exhal inhal paus silen hesitat stammer stutter whisper mumbl mutter murmur shout "
    "scream yell hum sing whistl clap applau nod shrug wink frown gestur point knock wav "
    "interrupt overlap crosstalk inaudi unintelligi"
)
ENDINGS: Final = (
    "(?:[bdgmnp]?(?:ed|ing|ingly)|e|es|s|ter|y|ion|ions|ce|ces|t|tly|se|ds|ding|ful|fully|ble)?"
)
# Such words of other languages: Urdu, Pashto and Arabic by how they begin, the others whole.
BEGINNINGS: Final = (
    "ہنس قہقہ مسکرا خاموش وقفہ وقفے توقف آہ روتے روتی روتا رونا رونے کھانس سسک تالی سرگوشی "
    "اشارہ اشارے چیخ آنسو "
    "خندا خاندي خاندی مسکا موسکا ژاړي ژاړی ژړا چوپ غلی وقفه اسویل آه ټوخ پړک اشاره اوښکې چیغ "
    "ضحك يضحك تضحك صمت يبكي تبكي بكاء تنهد يتنهد يبتسم تبتسم سعال وقفة"
)
WHOLE: Final = (
    "rire rires rit rient riant sourit sourire soupir soupire pleure pleurs tousse silence pause "
    "hésite "
    "lacht lachen lachend gelächter lächelt seufzt weint weinend hustet schweigt schweigen pause "
    "stille zögert flüstert klatscht nickt "
    "risa risas ríe ríen riendo sonríe suspira llora llorando tose silencio pausa susurra aplausos"
)
# Of two words, neither of which tells alone.
PHRASES: Final = re.compile(
    r"(?:shak\w*|lower\w*|turn\w*|tilt\w*) (?:\w+ )?head|clear\w* (?:\w+ )?throat"
    r"|look\w* (?:down|away|up)|(?:phone|bell) r[ia]ng\w*|سر ہلا\S*|سر خوځ\S*",
    re.IGNORECASE,
)
ACTION: Final = re.compile(
    rf"(?:{'|'.join(ENGLISH.split())}){ENDINGS}|(?:{'|'.join(BEGINNINGS.split())})\w*"
    rf"|{'|'.join(WHOLE.split())}"
)


def is_action(bracketed: str) -> bool:
    """Tell whether words in round brackets are what somebody did, and not what somebody said.

    A few words without figures, the first or last of which is one that transcripts use so. All else
    in round brackets stays part of what was said or written.
    """
    found = re.findall(r"[^\W\d_]+", bracketed.casefold())
    if not found or len(found) > MOST_WORDS or any(char.isdigit() for char in bracketed):
        return False
    told = any(ACTION.fullmatch(word) for word in (found[0], found[-1]))
    return told or PHRASES.search(bracketed) is not None
