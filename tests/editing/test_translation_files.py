"""Files of a translation: methods, codes, recommendations, claims and messages are begun too."""

from __future__ import annotations

import re
from pathlib import Path

import yaml
from amending import begin_translation
from builder import SMALL, Files, write_study
from loading import load_study

from study_findings.model.fingerprints import (
    attribute_fingerprint,
    code_fingerprint,
    implication_fingerprint,
    methods_fingerprint,
    session_fingerprint,
)
from study_findings.reading.load import check_study

URDU = "translations/ur"
METHODS = """\
questions: [Who has time?, Where does it go?]
design: Reflexive thematic analysis.
sampling:
  strategy: Purposive.
  refusals: not_reported
ethics: not_reported
contact: the study office
key_messages:
  - {id: no-time, says: Nobody has time., themes: [having-time]}
"""
CLAIMS = "claims:\n  - {id: short, says: Time is short., rests_on: [q001], note: She says so.}\n"
CODES = "    codes:\n      - {id: hours, label: Hours, definition: Those that are counted.}\n"
FILES = {
    "study.yml": SMALL["study.yml"] + METHODS,
    "themes/having-time.yml": SMALL["themes/having-time.yml"] + CLAIMS,
    "codebook.yml": SMALL["codebook.yml"]
    + CODES.replace("    ", "  ", 1).replace("      ", "    "),
}


PEOPLE = {
    "study.yml": SMALL["study.yml"].replace(
        "groups:", "  - {id: village, label: Village, levels: [Uphill]}\ngroups:", 1
    )
    + "sites: [{id: library, label: Library}]\n",
    "sessions.yml": """\
- id: fgd-1
  kind: focus-group
  groups: [students]
  label: Evening ward
  site: A ward by the river
  wave: Spring
- id: idi-1
  kind: interview
  groups: [faculty]
- id: idi-2
  kind: interview
  groups: [students]
  site: library
  wave: Autumn
""",
}


def begun_with_people(root: Path, name: str) -> str:
    return begun(root, name, PEOPLE)


def begun(root: Path, name: str, files: Files = FILES) -> str:
    data_dir = write_study(root, files)
    begin_translation(data_dir, "ur")
    return (data_dir / URDU / name).read_text("utf-8")


def uncommented(text: str) -> str:
    """Take the marks away before fields and their lists, and give each field a word."""
    fields = re.sub(r"^( *)# ((?: {2})?(?:- |\w+:)) ?(\"\"|>-|\|)?$", _field, text, flags=re.M)
    return "\n".join(line for line in fields.splitlines() if not line.lstrip().startswith("#"))


def _field(match: re.Match[str]) -> str:
    word = ' "لفظ"' if match[3] else ""
    return f"{match[1]}{match[2]}{word}"


def test_the_methods_are_begun_with_what_the_study_reports_alone(tmp_path: Path) -> None:
    text = begun(tmp_path, "methods.yml")
    about = load_study(tmp_path / "themes_data").about
    assert f"source: {methods_fingerprint(about)}" in text
    assert re.findall(r"^# +(\w+):", text, re.M) == [
        "translator",
        "questions",
        "design",
        "contact",
        "sampling",
        "strategy",
    ]
    assert "not_reported" not in text
    filled = yaml.safe_load(uncommented(text))
    assert filled["sampling"] == {"strategy": "لفظ"}
    assert filled["design"] == "لفظ"
    assert filled["questions"] == ["لفظ", "لفظ"]


def test_codes_inside_others_and_recommendations_are_begun_each_with_its_mark(
    tmp_path: Path,
) -> None:
    codes = yaml.load(begun(tmp_path, "codebook.yml"), yaml.BaseLoader)
    study = load_study(tmp_path / "themes_data")
    (time,) = study.codebook
    assert codes == [
        {"id": code.id, "source": code_fingerprint(code)} for code in (time, *time.codes)
    ]
    text = (tmp_path / "themes_data" / URDU / "implications.yml").read_text("utf-8")
    (more,) = study.implications
    assert yaml.load(text, yaml.BaseLoader) == [
        {"id": more.id, "source": implication_fingerprint(more)}
    ]
    assert "#   Give more time.\n  # text: >-" in text


def test_claims_and_key_messages_are_begun(tmp_path: Path) -> None:
    study = begun(tmp_path, "study.yml")
    theme = (tmp_path / "themes_data" / URDU / "themes/having-time.yml").read_text("utf-8")
    assert yaml.safe_load(study)["key_messages"] == [{"id": "no-time"}]
    assert '#   Nobody has time.\n    # says: ""' in study
    assert yaml.safe_load(theme)["claims"] == [{"id": "short"}]
    assert '#   Time is short.\n    # says: ""' in theme
    assert "#   She says so.\n    # note: >-" in theme


def test_published_attributes_are_begun_with_each_value(tmp_path: Path) -> None:
    text = begun_with_people(tmp_path, "study.yml")
    (age, _) = load_study(tmp_path / "themes_data").about.attributes
    (own,) = yaml.load(text, yaml.BaseLoader)["attributes"]
    assert own == {
        "id": "age",
        "source": attribute_fingerprint(age),
        "levels": [{"level": "young"}, {"level": "old"}],
    }
    assert '#   Age\n    # label: ""' in text
    without_marks = re.sub(r'# label: ""', "label: لفظ", text)
    (filled,) = yaml.load(without_marks, yaml.BaseLoader)["attributes"]
    assert filled["label"] == "لفظ"
    assert filled["levels"] == [{"level": name, "label": "لفظ"} for name in ("young", "old")]
    assert "Village" not in text


def test_sessions_with_words_of_their_own_are_begun(tmp_path: Path) -> None:
    text = begun_with_people(tmp_path, "sessions.yml")
    ward, _, library = load_study(tmp_path / "themes_data").sessions
    assert yaml.load(text, yaml.BaseLoader) == [
        {"id": each.id, "source": session_fingerprint(each)} for each in (ward, library)
    ]
    filled = yaml.load(uncommented(text), yaml.BaseLoader)
    assert [sorted(each) for each in filled] == [
        ["id", "label", "site", "source", "translator", "wave"],
        ["id", "source", "translator", "wave"],
    ]


def test_no_session_of_too_few_is_begun(tmp_path: Path) -> None:
    few = PEOPLE["study.yml"].replace("singular: Student", "singular: Student\n    participants: 2")
    files = {**PEOPLE, "study.yml": few, "sessions.yml": PEOPLE["sessions.yml"]}
    assert "Evening ward" in PEOPLE["sessions.yml"]
    data_dir = write_study(tmp_path, files)
    begin_translation(data_dir, "ur")
    assert "Evening ward" not in "".join(
        path.read_text("utf-8") for path in (data_dir / URDU).rglob("*.yml")
    )


def test_values_and_sessions_that_came_later_are_told(tmp_path: Path) -> None:
    old = {
        f"{URDU}/study.yml": (
            "groups: [{id: students}, {id: faculty}]\n"
            "attributes: [{id: age, levels: [{level: old}]}]\n"
            "sites: [{id: library}]\n"
        ),
        f"{URDU}/sessions.yml": "- id: idi-2\n",
    }
    problems = begin_translation(write_study(tmp_path, {**PEOPLE, **old}), "ur").problems
    told = [(p.message, p.hint) for p in problems if p.rule == "not-begun"]
    assert told == [
        (
            'the level of age "young" is not in this translation',
            "add it under `levels` of age: `- level: young`",
        ),
        (
            "the session fgd-1 is not in this translation",
            "add it to the list, with `id: fgd-1`",
        ),
    ]


def test_no_value_is_asked_for_of_what_is_not_published(tmp_path: Path) -> None:
    own = "attributes: [{id: village}, {id: age, levels: [{level: old}, {level: young}]}]\n"
    data_dir = write_study(tmp_path, {**PEOPLE, f"{URDU}/study.yml": own})
    problems = begin_translation(data_dir, "ur").problems
    told = [p.message for p in problems if p.rule == "not-begun"]
    assert told
    assert [message for message in told if "village" in message or "Uphill" in message] == []


def test_what_is_begun_checks_without_a_word_of_complaint(tmp_path: Path) -> None:
    data_dir = write_study(tmp_path, FILES)
    before = check_study(data_dir).problems
    begin_translation(data_dir, "ur")
    assert check_study(data_dir).problems == before


def test_what_came_later_is_told(tmp_path: Path) -> None:
    old = {
        f"{URDU}/study.yml": "groups: [{id: students}, {id: faculty}]\n",
        f"{URDU}/themes/having-time.yml": "id: having-time\n",
        f"{URDU}/codebook.yml": "- {id: time}\n",
        f"{URDU}/implications.yml": "- {id: more-time}\n",
        f"{URDU}/methods.yml": "{}\n",
    }
    problems = begin_translation(write_study(tmp_path, {**FILES, **old}), "ur").problems
    assert [problem.message for problem in problems if problem.rule == "not-begun"] == [
        "the attribute age is not in this translation",
        "the key message no-time is not in this translation",
        "the claim short is not in this translation",
        "the code hours is not in this translation",
    ]
