"""Rules of what the study claims: each claim rests on voices, and says no more than they do."""

from __future__ import annotations

from typing import Final

from .references import RENAMED
from .rule import Rule
from .yaml import STUDY

THEME: Final = "themes_data/themes/having-time.yml"


def _claim(fields: str) -> str:
    return f"claims:\n  - {{id: no-hours, says: Nobody counts the hours., {fields}}}"


def _message(fields: str) -> str:
    return f"key_messages:\n  - {{id: no-time, says: Mentors have no time., {fields}}}"


def _messages(*ids: str) -> str:
    entries = (
        f"  - {{id: {id_}, says: Mentors have no time., themes: [having-time]}}" for id_ in ids
    )
    return "\n".join(("key_messages:", *entries))


CLAIMS: Final = (
    Rule(
        "claim-without-ground",
        "A claim names no quotation that it rests on.",
        "Readers are told that somebody said so, and nobody did.",
        "Name the quotations under `rests_on`, or take the claim out.",
        _claim("against: [q001]"),
        _claim("rests_on: [q001]"),
        THEME,
    ),
    Rule(
        "message-without-ground",
        "A key message names neither a claim nor a theme.",
        "Readers could not see what it rests on.",
        "Name what it sums up under `claims` or `themes`.",
        "key_messages:\n  - {id: no-time, says: Mentors have no time.}",
        _message("themes: [having-time]"),
        STUDY,
    ),
    Rule(
        "claim-on-withdrawn",
        "A claim names a quotation that was withdrawn.",
        "Whoever said it took it back, and the claim would still stand on it.",
        "Take the id out; where the claim rests on nothing else, take the claim out too.",
        _claim("rests_on: [q001, q003]"),
        _claim("rests_on: [q001]"),
        THEME,
    ),
    Rule(
        "claim-on-other-theme",
        "A claim names a quotation that speaks to another theme.",
        "Readers of the theme would not find the voice among its quotations.",
        "Name a quotation of this theme or of one inside it, or add the theme to the quotation's "
        "`themes`.",
        _claim("rests_on: [q002]"),
        _claim("rests_on: [q001]"),
        THEME,
    ),
    Rule(
        "claim-for-and-against",
        "A claim names one quotation for it and against it.",
        "It would stand on both sides of the page, and count twice.",
        "Keep it on one side.",
        _claim("rests_on: [q001], against: [q001]"),
        _claim("rests_on: [q001]"),
        THEME,
    ),
    Rule(
        "claim-on-composed",
        "A claim or key message is said to be found, and rests on words, a theme or a claim that "
        "was composed to show the site.",
        "It would present as a finding what no participant said.",
        "Say `provenance: illustrative`, or name what was found.",
        "provenance: illustrative\n" + _claim("rests_on: [q001]"),
        "provenance: illustrative\n" + _claim("rests_on: [q001], provenance: illustrative"),
        THEME,
    ),
    Rule(
        "long-claim",
        "A claim or key message has more than thirty words.",
        "Readers should take it in at once, and remember it.",
        "Shorten it to one sentence; what leads to it has its place in `note`.",
        _message("themes: [having-time]").replace("Mentors have no time.", "Word " * 31),
        _message("themes: [having-time]"),
        STUDY,
    ),
    Rule(
        "too-many-messages",
        "The study has more than three key messages.",
        "Nobody takes away more than three.",
        "Keep the three to be taken away first; the others are claims of their themes.",
        _messages("one", "two", "three", "four"),
        _messages("one", "two", "three"),
        STUDY,
    ),
    Rule(
        "claim-on-one",
        "A claim rests on one quotation, one person or one session alone.",
        "It may be true of them only, and readers take it for the study's.",
        "Name others who say so, or word the claim so that it says how few it rests on.",
        _claim("rests_on: [q001]"),
        _claim("rests_on: [q001, q004]"),
    ),
    Rule(
        "unanswered-divergence",
        "A quotation speaks against a theme whose claims do not name it.",
        "A claim is more to be trusted where it shows who disagrees.",
        "Name it under `against` of the claim that it speaks to.",
        _claim("rests_on: [q001, q004]"),
        _claim("rests_on: [q001, q004], against: [q002]"),
    ),
    Rule(
        "unknown-claim",
        "A key message or translation names a claim that no theme has.",
        "Readers could not see what it rests on.",
        RENAMED,
        _message("claims: [no-huors]"),
        _message("themes: [having-time]"),
        STUDY,
    ),
    Rule(
        "unknown-key-message",
        "A translation has words for a key message that `study.yml` does not declare.",
        "Its words would stand nowhere.",
        RENAMED,
        "key_messages:\n  - {id: no-tiem, says: وقت نہیں۔}",
        "key_messages:\n  - {id: no-time, says: وقت نہیں۔}",
        "themes_data/translations/ur/study.yml",
    ),
)
