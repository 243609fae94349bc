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
_KIND_OF: Final = {word: kind for kind, words in _SESSIONS.items() for word in words}
MODERATORS: Final = frozenset(
    """interviewer interviewerin moderator moderatorin facilitator researcher entrevistador
    entrevistadora moderador moderadora facilitador facilitadora investigador investigadora
    pesquisador pesquisadora enqueteur enquetrice moderateur moderatrice animateur animatrice
    chercheur forscher forscherin int mod i m q""".split()
)
_CERTAIN_MODERATORS: Final = MODERATORS - {"i", "m", "q", "int", "mod"}
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
    r"(?P<who>[A-Za-z]{0,4}[ .-]?\d{1,4})[_/,; -]+(?P<sex>[A-Za-z]{1,9})[_/,; -]+(?P<age>\d{1,3})"
)
_YOUNGEST, _OLDEST = 5, 110
# A file names few people and sessions in its many rows.
REMEMBERED: Final = 4096


def plain_words(label: str) -> list[str]:
    """Give the words and numbers of a label, folded, accents taken off."""
    bare = unicodedata.normalize("NFKD", label)
    bare = "".join(char for char in bare if not unicodedata.combining(char))
    return _WORDS.findall(folded(bare))


@lru_cache(REMEMBERED)
def is_code(label: str) -> bool:
    """Tell whether a label is a code, from which nobody can tell who it is."""
    if not 0 < len(label) <= _LONGEST or re.search(r"[@/\\]|\.\w{2,4}$", label):
        return False
    words = plain_words(label)
    letters = [word for word in words if not word.isdigit()]
    digits = [word for word in words if word.isdigit()]
    if len(words) > 6 or any(len(word) > _MOST_DIGITS for word in digits) or not digits:
        return False
    capitals = set(re.findall(r"[^\W\d_]{3,4}", label)) & set(re.findall(r"[A-Z]{3,4}", label))
    return all(
        word in _PEOPLE
        or word in _KIND_OF
        or (word.removesuffix("s") in _PEOPLE)
        or (len(word) <= 2 and word.isascii())
        or (word.upper() in capitals and word not in listed("names"))
        for word in letters
    )


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
    return unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()


def skeleton(label: str) -> tuple[str, ...]:
    """Give what two spellings of one code share: leading zeros and marks left out."""
    return tuple(
        word.lstrip("0") or "0" if word.isdigit() else word
        for word in re.findall(r"[a-z]+|\d+", _bare(label))
    )


def session_kind(label: str) -> str:
    """Tell the kind of a session from its label: `FGD 2` is a focus group; empty where unsaid."""
    for word in plain_words(label):
        if kind := _KIND_OF.get(word):
            return kind
    return ""


def is_session(label: str) -> bool:
    """Tell whether a code is one of a session: it holds a word for one, and none for a person."""
    words = plain_words(label)
    return bool(session_kind(label)) and not any(word in _PEOPLE for word in words)


def is_moderator(label: str, sure: bool = False) -> bool:
    """Tell whether a speaker's label is that of the research team; `sure` takes whole words."""
    words = [word for word in plain_words(label) if not word.isdigit()]
    known = _CERTAIN_MODERATORS if sure else MODERATORS
    return len(words) == 1 and words[0] in known


def sex_and_age(label: str) -> tuple[str, dict[str, str]] | None:
    """Take an attribution such as `P20_F_31` apart: the code, and the sex and age it tells."""
    match = _CODED.fullmatch(label.strip())
    if match is None or (sex := _SEX.get(_bare(match["sex"]))) is None:
        return None
    if not _YOUNGEST <= int(match["age"]) <= _OLDEST:
        return None
    return match["who"].strip(" .-"), {"sex": sex, "age": match["age"]}
