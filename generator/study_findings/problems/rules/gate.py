"""Rules of the privacy gate: what in the words of a study may tell who somebody is."""

from __future__ import annotations

from typing import Final

from .rule import Rule

FILE: Final = "themes_data/quotations/gate.yml"
DECIDE: Final = (
    "Write in square brackets what stands for it, as the message offers, or leave it out. Where it "
    "identifies nobody, say so in `themes_data/reviewed-words.yml`, or clear the quotation with "
    "`--waive REASON`."
)


def _rule(name: str, means: str, why: str, wrong: str, right: str, mend: str = DECIDE) -> Rule:
    """Make a rule whose example is one quotation, in words that somebody might say."""
    return Rule(name, means, why, mend, _said(wrong), _said(right), FILE)


def _said(text: str) -> str:
    return (
        f'- id: q101\n  text: "{text}"\n  themes: [having-time]\n  group: students\n'
        "  cleared: {by: EA, on: 2026-01-01}"
    )


NUMBERS: Final = (
    _rule(
        "email-address",
        "A text holds an e-mail address, if only spelt out.",
        "It leads to one person, and whoever reads it can write to them.",
        "Write to me at nobody@example.org.",
        "Write to me at [an e-mail address].",
    ),
    _rule(
        "web-address",
        "A text holds the address of a page.",
        "The page may show who spoke, or hold these very words.",
        "I put it on example.org/wall/7 that night.",
        "I put it on [a page of theirs] that night.",
    ),
    _rule(
        "handle",
        "A text holds the name of somebody's account on a network.",
        "An account belongs to one person.",
        "I am @nobody_at_all there.",
        "I am [an account] there.",
    ),
    _rule(
        "telephone-number",
        "A text holds a telephone number, as the study's `country` or any other writes it.",
        "A number can be called by whoever reads it.",
        "She gave me 0301-2345678 to call.",
        "She gave me [a telephone number] to call.",
    ),
    _rule(
        "identity-number",
        "A text holds the number of an identity card, a passport, a bank card or an account; check "
        "digits tell it from other numbers.",
        "Such a number belongs to one person.",
        "They wrote down 34201-1234567-1.",
        "They wrote down [an identity number].",
    ),
    _rule(
        "record-number",
        "A text holds the number of a record, a case, a roll or a registration.",
        "Whoever has the list knows who it is.",
        "My roll number was 214.",
        "My roll number was [a number].",
    ),
    _rule(
        "vehicle-plate",
        "A text holds the number plate of a vehicle.",
        "It leads to the owner.",
        "KA 01 AB 1234 stood there.",
        "[Their car] stood there.",
    ),
    _rule(
        "long-number",
        "A text holds a number of six digits or more that is no sum of money and no count.",
        "It is often a person's own: of a telephone, a file, an account.",
        "The code was 482913.",
        "The code was [a number].",
    ),
    _rule(
        "coordinates",
        "A text holds a place in degrees.",
        "Degrees lead to one house.",
        "It is at 34.0151, 71.5249.",
        "It is at [a place].",
    ),
    _rule(
        "street-address",
        "A text holds the address of a house: its number with a street, a sector, a lane.",
        "It leads to one door.",
        "We lived at House 12, Street 4.",
        "We lived at [an address].",
    ),
    _rule(
        "full-date",
        "A text holds a day with its month and year, in whatever order, letters or digits.",
        "Whoever was there that day, or can look into a record, knows who speaks.",
        "It happened on 3 March 2021.",
        "It happened in 2021.",
        "Write the year or the season alone, or [a date].",
    ),
)
NAMES: Final = (
    _rule(
        "titled-name",
        "A name stands after a title: Dr, Prof., Sir, Madam, Sister, Haji, ڈاکٹر and the like.",
        "Together they tell one person of a ward or a college.",
        "Dr Zarka told us to wait.",
        "[A doctor] told us to wait.",
    ),
    _rule(
        "name",
        "A word has a capital, and is neither the first of a sentence nor one that names nobody.",
        "It may be the name of a person or a place. No list holds all names, so the gate asks "
        "about each such word once, until somebody has decided.",
        "I studied at a college in Bara.",
        "I studied at a college in [a town].",
    ),
    _rule(
        "known-name",
        "A word is known as a name of people or of a town, in whatever letters it is written.",
        "Notes and chats are written in small letters; names in them are names all the same.",
        "then imran told us to wait",
        "then [a friend] told us to wait",
    ),
    _rule(
        "acronym",
        "Capital letters stand for something that is not commonly known.",
        "They may name a hospital, a college or an office.",
        "I did my house job at KTH, and KTH was hard.",
        "I did my house job at [a hospital], and it was hard.",
    ),
)
DETAILS: Final = (
    _rule(
        "great-age",
        "A text tells that somebody is ninety or older.",
        "So few people are that old that the age alone may tell who it is.",
        "A 93-year-old man had walked there.",
        "A very old man had walked there.",
    ),
    _rule(
        "sole-role",
        "Somebody is said to be the only one, or the first, in a role.",
        "Whoever is the only one can be found by that.",
        "She was the only female professor there.",
        "She was [a professor] there.",
    ),
    _rule(
        "group-and-role",
        "A people or a faith stands beside a role.",
        "Together they may fit one person only.",
        "A Hazara nurse helped us.",
        "[A nurse] helped us.",
    ),
    _rule(
        "named-place",
        "An institution or a small place is named that `study.yml` does not name as the setting.",
        "With who works or lives there, it may tell who this is.",
        "We went to zarkabad hospital.",
        "We went to [a hospital].",
    ),
    _rule(
        "numbered-place",
        "A bed, a room or a ward is told by its number, its letter or its place in a row.",
        "With a month or a story, whoever worked there knows who was in it.",
        "I lay in bed 12 of the second ward.",
        "I lay in [a bed] of [a ward].",
    ),
    _rule(
        "dated-event",
        "A text tells the month of a birth, a death, an admission, a wedding or their like.",
        "Such things are written down with a name. HIPAA counts every part of such a date but the "
        "year among what identifies.",
        "My son was born in March.",
        "My son was born in [a month].",
    ),
    _rule(
        "open-bracket",
        "A bracket opens and does not close.",
        "What was to be left out may still stand.",
        "I left [omitted: a name and went home.",
        "I left [omitted: a name] and went home.",
        "Close it where what was left out ends.",
    ),
    _rule(
        "long-text",
        "A quotation has more than a hundred words.",
        "At length, people are known by how they speak, and tell more than they meant to.",
        " ".join(["we waited"] * 60),
        "We waited and waited.",
        "Shorten it with … where less says as much. Where all of it is needed, clear it with "
        "`--waive REASON`.",
    ),
)
DECISIONS: Final = (
    Rule(
        "public-post",
        "A post that anybody can read is quoted word for word.",
        "Whoever types its words into a search finds it, and with it who wrote it.",
        "Say it in other words and write `provenance: paraphrased`; where its writer agreed, clear "
        "it with `--waive REASON`.",
        "kind: post\nprovenance: verbatim",
        "kind: post\nprovenance: paraphrased",
    ),
    Rule(
        "two-pseudonyms",
        "Two participants say eight words or more alike.",
        "They may be one person under two pseudonyms, of whom more is told than was weighed.",
        "Give both quotations the one pseudonym, or see whose words they are.",
        "p1 and p4 both say: we waited until the bus had come and gone",
        "both are p1's",
    ),
    Rule(
        "unneeded-word",
        "`reviewed-words.yml` holds a word that the gate asks about in no text.",
        "A decision that nothing needs lets through what somebody says later.",
        "Take it out.",
        "- {word: Zarka, why: a sea, by: EA, on: 2026-11-01}, and no text has Zarka",
        "no such entry",
    ),
    Rule(
        "read-for-names",
        "Words that wait to be cleared are in a script without capitals.",
        "The gate finds names by their capitals. In such a script it knows only those on the "
        "team's lists and those after a title.",
        "Have somebody read them who reads the language, then clear them.",
        "a quotation in Urdu stands in private/",
        "somebody has read it, and `findings clear` says who",
    ),
    Rule(
        "no-reason",
        "A word is to be let through, and nobody says why.",
        "Whoever reads the decision later has to see what it rests on.",
        "Say in a few words why it identifies nobody.",
        "Zarka is allowed without a reason",
        "a sea far away",
    ),
    Rule(
        "nothing-to-waive",
        "`--waive` was given, and the gate asks about none of the words.",
        "A reason beside a clearance says that there was something to weigh.",
        "Give the command again without it.",
        'findings clear q014 --by EA --waive "everybody knows it"',
        "findings clear q014 --by EA",
    ),
)
GATE: Final = (*NUMBERS, *NAMES, *DETAILS, *DECISIONS)
