"""Who is named in the sentence that leads to a quotation: `Participant 4 (FGD 2) explained:`."""

from __future__ import annotations

import re
from typing import Final

from .attributions import Attribution, read_attribution
from .people_labels import is_code, is_moderator, session_kind

_SENTENCES: Final = re.compile(r"(?<=[.?!…”»\"’])\s+")
_COLONS: Final = (":", "：")
_ENDS: Final = (*_COLONS, ",")
_LONGEST: Final = 200
_BRACKET: Final = re.compile(r"[(\[](?P<inside>[^()\[\]]{1,60})[)\]]")
# What may stand before the name of who speaks, and makes it nobody else's: not `the nurse of P3`.
_BEFORE: Final = re.compile(
    r"(?:(?:as|like|and|but|so|or|thus|also|indeed|similarly|likewise|however|again|yet"
    r"|for example|for instance|in contrast|by contrast|according to|in the words of|e\.g\.|wie|so"
    r"|auch|laut|zum beispiel|como|así|según|por ejemplo|y|pero|segundo|conforme|por exemplo|e|mas"
    r"|comme|selon|par exemple|d['’]après|ainsi|et|mais),?\s+){0,3}",
    re.IGNORECASE,
)
# `P6 was told by her nurse:` does not lead to words of P6.
_PASSIVE: Final = frozenset("was were is are been wurde wird fue es foi é fut était est".split())
_LABEL: Final = re.compile(
    r"(?:[A-Z]{1,3}\d{1,3}(?:[-_.][A-Z]{0,3}\d{1,3})*|[^\W\d_]{3,20}[ -]\d{1,4})(?![\w-])"
)
_APART: Final = re.compile(r",[^,:]{1,60},(?=\s)")
_SAYS: Final = frozenset(
    """said says say explained explains noted notes described describes told tells put puts recalled
    recalls added adds stated states commented comments shared reported reports reflected remarked
    observed expressed mentioned argued summarised summarized remembered concluded emphasised
    emphasized stressed replied answered asked wondered admitted suggested felt continued pointed
    highlighted illustrated sagte sagt erzählte erzählt erklärte erklärt berichtete berichtet
    beschrieb beschreibt meinte meint betonte ergänzte dijo dice explicó explica contó cuenta
    señaló comentó comenta expresó relató describió afirmó disse diz explicou explica contou conta
    relatou relata comentou comenta afirmou descreveu apontou dit disait explique expliquait
    raconte racontait décrit précise ajoute affirme témoigne
    کہا کہتے کہتی بتایا بتاتے بتاتی وویل ویلي وایي""".split()
)
_FIRST_WORDS: Final = 3


def lead_in(text: str) -> tuple[Attribution, str] | None:
    """Give who the last sentence of a text names as saying what comes next, and that sentence.

    It ends with a colon, and names one person by a code: first of all, with a verb of saying
    behind it, or in brackets. None where it is not certain.
    """
    bare = text.rstrip()
    if not bare.endswith(_ENDS):
        return None
    sentence = _SENTENCES.split(bare)[-1].strip()
    if len(sentence) > _LONGEST:
        return None
    words = sentence.rstrip("".join(_ENDS)).rstrip()
    told = _in_brackets(words) or _named_first(words)
    return (told, sentence) if told else None


def leads_to_words(text: str) -> bool:
    """Tell whether a text ends with a sentence that somebody's words must follow.

    `As one student said:` does, and `Three things were described:` does not.
    """
    bare = text.rstrip()
    if not bare.endswith(_COLONS):
        return False
    words = [word.strip(",").casefold() for word in _SENTENCES.split(bare)[-1][:-1].split()]
    return any(
        word in _SAYS and not _PASSIVE & {*words[max(0, place - 2) : place]}
        for place, word in enumerate(words)
    )


def _in_brackets(words: str) -> Attribution | None:
    """Read `One student (P6, FGD 2) explained`, where no other person is named."""
    found = [match["inside"] for match in _BRACKET.finditer(words)]
    told = [one for one in map(read_attribution, found) if one.is_certain and one.participant]
    return told[0] if len(told) == 1 and not _people(_BRACKET.sub(" ", words)) else None


def _named_first(words: str) -> Attribution | None:
    """Read `As Participant 4 (FGD 2) explained`."""
    before = _BEFORE.match(words)
    label = _LABEL.match(words, before.end() if before else 0)
    if label is None or _people(words) != [label[0]]:
        return None
    behind = words[label.end() :]
    place = _BRACKET.match(behind.lstrip())
    session = read_attribution(place["inside"]) if place else Attribution()
    if place and not (session.is_certain and session.session and not session.participant):
        return None
    rest = _APART.sub(" ", _BRACKET.sub(" ", behind), count=1).split()
    first = [word.strip(",").casefold() for word in rest[:_FIRST_WORDS]]
    is_said = not first or (first[0] not in _PASSIVE and bool(_SAYS & {*first}))
    return Attribution(label[0], session.session) if is_said else None


def _people(words: str) -> list[str]:
    """Give the codes of people in a sentence, sessions and the research team left out."""
    return [
        match[0]
        for match in _LABEL.finditer(words)
        if is_code(match[0]) and not session_kind(match[0]) and not is_moderator(match[0])
    ]
