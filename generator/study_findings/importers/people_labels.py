"""Labels of people and sessions: which are codes that tell nobody who it is, and what they mean.

`P6`, `Student 3`, `FGD-2` and `nR1-04` are codes: letters that are a known role or an abbreviation,
and a number. All else may be a name, and no id is made of it.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import Final

from ..privacy.gate.vocabulary import listed
from ..text.folding import folded
from ..text.spelling import small_ascii

FOCUS_GROUP: Final = "focus-group"
# Words for people, in the languages that columns are known in; folded, singular.
_PEOPLE: Final = frozenset(
    """participant participante particip teilnehmer teilnehmerin teilnehmende respondent
    respondente befragte befragter interviewee informant informante informateur repondant
    entrevistado entrevistada enquete person persona pessoa personne student estudiante estudante
    etudiant etudiante studierende schuler alumno aluno eleve pupil teacher docente profesor
    professor professeur lehrer lehrerin lecturer faculty staff nurse enfermera enfermero enfermeira
    enfermeiro infirmiere infirmier pflegekraft doctor physician medico medica medecin arzt arztin
    midwife matrona parteira hebamme patient paciente patientin carer caregiver cuidador cuidadora
    aidant parent mother father madre padre mae pai mere pere mutter vater child resident client
    user usuario usuaria manager gestor gestora leader member miembro membro membre mitglied
    provider worker trabajador trabalhador trainee intern supervisor coach tutor expert experto
    stakeholder farmer woman man mujer hombre mulher homem femme homme frau mann youth adolescent
    adolescente jugendliche volunteer pharmacist therapist psychologist clinician researcher case
    caso cas fall speaker sprecher sprecherin hablante falante locuteur voice subject id""".split()
)
_SESSIONS: Final = {
    FOCUS_GROUP: """fgd fg fgs fgi focus group focusgroup grupo focal groupe focalise gruppe
    fokusgruppe fokusgruppen gruppendiskussion discussion gd gruppo grp""".split(),
    "interview": """interview interviews idi kii ii int itw entrevista entrevue entretien gesprach
    einzelinterview transcript transkript transcricao transcripcion""".split(),
    "workshop": "workshop taller oficina atelier".split(),
    "survey": "survey questionnaire encuesta inquerito enquete fragebogen umfrage".split(),
    "diary": "diary diario journal tagebuch".split(),
    "observation": "observation observacion observacao beobachtung fieldnote fieldnotes".split(),
    "document": "document documento dokument".split(),
}
_LATIN_KINDS: Final = {word: kind for kind, words in _SESSIONS.items() for word in words}
MODERATORS: Final = frozenset(
    """interviewer interviewerin moderator moderatorin facilitator researcher entrevistador
    entrevistadora moderador moderadora facilitador facilitadora investigador investigadora
    pesquisador pesquisadora enqueteur enquetrice moderateur moderatrice animateur animatrice
    chercheur forscher forscherin int mod i m q""".split()
)
_CERTAIN_MODERATORS: Final = MODERATORS - {"i", "m", "q", "int", "mod"}
# Words that stand before numbers in sentences, and are no letters of a code: `in 2019`, `At 30`.
_IN_SENTENCES: Final = frozenset(
    """a an as at by he if in is it me my of on or so to up us we al da de do du el em en eu il la
    le lo ou se si su un ya ab am im um zu au et ne on""".split()
)
# A day tells who was heard then, and Excel makes one of `1-2`.
_DAY: Final = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d[-/.](?:0?[1-9]|1[0-2])[-/.](?:0?[1-9]|[12]\d|3[01])"
    r"|(?:0?[1-9]|[12]\d|3[01])([-/.])(?:0?[1-9]|[12]\d|3[01])\1(?:(?:19|20)\d\d|\d\d))(?!\d)"
)
_SPACED: Final = re.compile(r"(?<![^\W_])([^\W\d_]{1,2})\s+\d")
_WORDS: Final = re.compile(r"[^\W\d_]+|\d+")
_TOKEN: Final = re.compile(r"[a-z]+|[0-9]+")
_LONGEST: Final = 32
_MOST_DIGITS: Final = 5
_SEX: Final = {
    **dict.fromkeys(["f", "female", "woman", "mujer", "femenino", "feminino", "mulher", "femme",
                     "weiblich", "frau", "w"], "female"),
    **dict.fromkeys(["m", "male", "man", "hombre", "masculino", "homem", "homme", "mannlich",
                     "mann", "h"], "male"),
}  # fmt: skip
_CODED: Final = re.compile(
    r"(?P<who>[A-Za-z]{0,4}[ ._-]?\d{1,4})[_/,; -]+(?P<sex>[A-Za-z]{1,9})[_/,; -]+(?P<age>\d{1,3})"
)
# Initials or a place, sex and age: `KB_F_31` tells more than it hides, and is no code.
_TELLING: Final = re.compile(
    r"(?P<who>[A-Za-z]{1,4})(?P<mark>[_/])(?P<sex>[A-Za-z]{1,9})(?P=mark)(?P<age>[1-9]\d{1,2})"
)
_AGE: Final = re.compile(
    r"(?P<word>aged? |age: ?)?(?P<age>\d{1,3})(?P<unit>[ -]?(?:years?|yrs?|y/?o|y|jahre|j|años|anos"
    r"|ans)\.?(?:[ -](?:old|alt))?)?",
    re.IGNORECASE,
)
_YOUNGEST, _OLDEST = 5, 110
# A file names few people and sessions in its many rows.
REMEMBERED: Final = 4096


def plain_words(label: str) -> list[str]:
    """Give the words and numbers of a label, folded, accents taken off."""
    bare = unicodedata.normalize("NFKD", label)
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    return _WORDS.findall(folded(bare))


# Words for people in letters from which no id can be made, and what stands in an id for each.
_IN_LATIN: Final = {
    plain_words(word)[0]: latin
    for latin, words in {
        "participant": "شریک شرکاء مشارك مشاركة ګډونوال ګډونواله",
        "respondent": "مجیب مجیبہ",
        "patient": "مریض مریضہ ناروغ ناروغه",
        "doctor": "ڈاکٹر ډاکټر طبیب طبیبہ",
        "nurse": "نرس",
        "midwife": "دائی قابله",
        "student": "طالبعلم طالبہ محصل محصله",
        "teacher": "استاد استانی ښوونکی ښوونکې",
        "mother": "ماں والدہ مور",
        "father": "والد پلار",
        "woman": "خاتون عورت ښځه",
        "man": "مرد سړی",
    }.items()
    for word in words.split()
}
_KIND_OF: Final = _LATIN_KINDS | {
    plain_words(word)[0]: kind
    for kind, words in {
        "interview": "انٹرویو مقابلة مرکه",
        FOCUS_GROUP: "گروپ ډله",
    }.items()
    for word in words.split()
}


_OF_ANYTHING: Final = frozenset(
    "group grupo groupe gruppe gruppo grp document documento dokument discussion ii".split()
)
_LETTERS: Final = _IN_LATIN | {word: kind for word, kind in _KIND_OF.items() if not word.isascii()}


@lru_cache(REMEMBERED)
def is_code(label: str) -> bool:
    """Tell whether a label is a code, from which nobody can tell who it is."""
    if _TELLING.fullmatch(label) and sex_and_age(label):
        return False
    if not 0 < len(label) <= _LONGEST or re.search(r"[@/\\]|\.\w{2,4}$", label):
        return False
    if _DAY.search(label):
        return False
    before = [word for word in _SPACED.findall(label) if not word.isupper() or word == "A"]
    if any(word.casefold() in _IN_SENTENCES for word in before):
        return False
    words = plain_words(label)
    letters = [word for word in words if not word.isdigit()]
    digits = [word for word in words if word.isdigit()]
    if len(words) > 6 or any(len(word) > _MOST_DIGITS for word in digits) or not digits:
        return False
    capitals = set(re.findall(r"[^\W\d_]{3,4}", label)) & set(re.findall(r"[A-Z]{3,4}", label))
    return all(
        is_person_word(word)
        or word in _KIND_OF
        or (len(word) <= 2 and word.isascii())
        or (word.upper() in capitals and word not in listed("names"))
        for word in letters
    )


def is_person_word(word: str) -> bool:
    """Tell whether a word of a label stands for a person: `student`, `nurses`."""
    return word in _PEOPLE or word.removesuffix("s") in _PEOPLE or word in _IN_LATIN


def slug(label: str) -> str:
    """Make an id of a code: `nR1-04` is `nr1-04`, `Student 3` is `student-3`, `P 6` is `p6`."""
    words = plain_words(label)
    parts: list[str] = []
    pieces = re.findall(r"[^\W_]+", folded(label))
    for piece in pieces or words:
        joins = bool(parts) and parts[-1].isalpha() and len(parts[-1]) == 1 and piece.isdigit()
        if joins:
            parts[-1] += piece
        else:
            parts.append("".join(_TOKEN.findall(_bare(piece))))
    return "-".join(part for part in parts if part)


def _bare(text: str) -> str:
    text = " ".join(_LETTERS.get(word, word) for word in text.split())
    return small_ascii(text)


def skeleton(label: str) -> tuple[str, ...]:
    """Give what two spellings of one code share: leading zeros and marks left out."""
    return tuple(
        word.lstrip("0") or "0" if word.isdigit() else word
        for word in re.findall(r"[a-z]+|\d+", _bare(folded(label)))
    )


def session_kind(label: str) -> str:
    """Tell the kind of a session from its label: `FGD 2` is a focus group; empty where unsaid."""
    for word in plain_words(label):
        if kind := _KIND_OF.get(word):
            return kind
    return ""


def kind_alone(label: str) -> str:
    """Tell the kind of session that a label names, and nothing besides: `Interviews`.

    A bare `Group 1` or `Documents` may be of anything.
    """
    words = {word for word in plain_words(label) if not word.isdigit()}
    one = {word if word in _KIND_OF else word.removesuffix("s") for word in words}
    is_kind = one <= _KIND_OF.keys() and not one <= _OF_ANYTHING
    return session_kind(" ".join(sorted(one))) if is_kind else ""


def is_session(label: str) -> bool:
    """Tell whether a code is one of a session: it holds a word for one, and none for a person."""
    words = plain_words(label)
    return bool(session_kind(label)) and not any(map(is_person_word, words))


@lru_cache(REMEMBERED)
def is_moderator(label: str, sure: bool = False) -> bool:
    """Tell whether a speaker's label is that of the research team; `sure` takes whole words."""
    words = [word for word in plain_words(label) if not word.isdigit()]
    known = _CERTAIN_MODERATORS if sure else MODERATORS
    return len(words) == 1 and words[0] in known


def is_role(label: str) -> bool:
    """Tell whether a label is a role or letters that stand for one: `Participant`, `P`, `IP`."""
    words = plain_words(label)
    return len(words) == 1 and (is_person_word(words[0]) or bool(re.fullmatch("[A-Z]{1,3}", label)))


def sex_in(text: str) -> str:
    """Give the sex that a word or letter says; nothing where it says none."""
    return _SEX.get(_bare(text.strip()), "")


def age_in(text: str, is_bare: bool = False) -> str:
    """Give the age that a text says, `34 years`; `is_bare` takes a number alone."""
    match = _AGE.fullmatch(text.strip())
    is_age = match is not None and (is_bare or match["unit"] or match["word"])
    return match["age"] if match and is_age and _YOUNGEST <= int(match["age"]) <= _OLDEST else ""


def sex_and_age(label: str) -> tuple[str, dict[str, str]] | None:
    """Take an attribution such as `P20_F_31` apart: the code, and the sex and age it tells.

    Of `KB_F_31` the whole is what tells one person from others.
    """
    telling = _TELLING.fullmatch(label.strip())
    match = telling or _CODED.fullmatch(label.strip())
    if match is None or (sex := _SEX.get(_bare(match["sex"]))) is None:
        return None
    if not _YOUNGEST <= int(match["age"]) <= _OLDEST:
        return None
    who = match[0] if telling else match["who"].strip(" .-")
    return who, {"sex": sex, "age": match["age"]}
