"""Rules of who could be recognised in all that is published together."""

from __future__ import annotations

from typing import Final

from .fields import SESSION
from .references import PARTICIPANTS
from .rule import Rule
from .yaml import SESSIONS, STUDY

WAIVER: Final = "{why: Each has read it and agreed., by: AB, on: 2026-11-01}"
UNION: Final = (
    "Quotation by quotation a person looks like one of many. Together their attributes, sessions, "
    "places, months and languages are often one person's, and then every word under the pseudonym "
    "has a name."
)
COARSEN: Final = (
    "Run `findings risk`: it says by what, and the fewest values to tell less finely. Where that "
    "is accepted, write `risk_waived` with why, by whom and when. docs/privacy.md says what is "
    "counted."
)
INTERVIEW: Final = "- id: idi-2\n  kind: interview\n  groups: [faculty]"
ALONE: Final = "- id: t01\n  group: faculty\n  sessions: [idi-1]"


def teachers(number: int) -> str:
    """Write as many participants of whom the same is told."""
    return "\n".join(f"- {{id: t0{n}, group: faculty}}" for n in range(1, number + 1))


def attribute(*fields: str) -> str:
    """Write the attribute of the age with further fields."""
    own = "".join(f"\n    {field}" for field in fields)
    return f"attributes:\n  - id: age\n    label: Age\n    levels: [young, old]{own}"


def groups(teachers: str) -> str:
    """Write two groups, of which the second has further fields."""
    return (
        "groups:\n  - {id: students, label: Students, singular: Student}\n"
        f"  - {{id: faculty, label: Faculty, singular: Teacher, {teachers}}}"
    )


def at_the_harbour(*fields: str) -> str:
    """Write a session at a declared site with further fields."""
    own = "".join(f"\n  {field}" for field in fields)
    return f"{SESSION}\n  site: harbour{own}"


RECOGNITION: Final = (
    Rule(
        "special-unique",
        "Somebody who is quoted under a pseudonym is the only one with one or two facts that are "
        "published, such as a group or a place and a month.",
        "Few facts are known to many people. Whoever knows these knows whose words they read.",
        COARSEN,
        ALONE,
        f"{ALONE}\n  risk_waived: {WAIVER}",
        PARTICIPANTS,
    ),
    Rule(
        "below-minimum-cell",
        "Fewer people than `minimum_cell` share all that is published of somebody who is quoted.",
        UNION,
        COARSEN,
        teachers(2),
        teachers(3),
        PARTICIPANTS,
    ),
    Rule(
        "below-five",
        "Fewer than five people share all that is published of somebody who is quoted.",
        f"{UNION} Among so few, somebody who knows them can often tell them apart by what they "
        "say.",
        COARSEN,
        teachers(4),
        teachers(5),
        PARTICIPANTS,
    ),
    Rule(
        "small-group",
        "Words are published from a group, or from a session, in which fewer people than "
        "`minimum_cell` took part. Sessions of which the same is told count together.",
        "Whoever knows of it knows that the words are one of very few people's, though no "
        "participant is named: of an interview with its place and its month, one person's.",
        "Let the quotations name a larger group, or no session; or tell less of the session. Where "
        "those few have agreed, list each in `participants.yml` with `risk_waived`, and name the "
        "participant in the quotation.",
        groups("participants: 2"),
        groups("participants: 3"),
        STUDY,
    ),
    Rule(
        "unneeded-waiver",
        "A `risk_waived` stands at a participant who is not quoted, or is one of many.",
        "A waiver that is left over would silence a risk that comes later and nobody decided on.",
        "Take it out, or correct whose it is.",
        f"- id: s02\n  group: students\n  risk_waived: {WAIVER}",
        "- id: s02\n  group: students",
        PARTICIPANTS,
    ),
    Rule(
        "hidden-attribute",
        "An attribute is declared with `publish: true`, and some or all of its values will not be "
        "shown: fewer people than `minimum_cell` of a group share the combination, or what is "
        "hidden would follow from what is shown.",
        "Of five people, four are shown as women: the fifth is the man. So nothing is shown of "
        "the group. You may be counting on what readers will not see.",
        "Join neighbouring levels, publish fewer attributes, or leave it so.",
        attribute("publish: true"),
        attribute(),
        STUDY,
    ),
    Rule(
        "untold-session",
        "Facts of a session will not be shown: fewer people than `minimum_cell` are in its group.",
        "What is told of such a session, its place or month, is told of one of so few people.",
        "Nothing needs to be done: the session stands on the site by its kind and number. Say "
        "under `participants` of the group if more people are in it.",
        f"{INTERVIEW}\n  when: 2026-03",
        INTERVIEW,
        SESSIONS,
    ),
    Rule(
        "hidden-site",
        "A declared site will not be told: fewer people than `minimum_cell` were heard there, or "
        "it would follow from the sites that are told.",
        "Where few were heard, the place tells who they are. And one site that is missing among "
        "all others is known by that.",
        "Nothing needs to be done: its sessions are told at the site around it, or at none. Put "
        "small sites into a larger one, so that they are told together.",
        at_the_harbour("participants: 2"),
        at_the_harbour("participants: 3"),
        SESSIONS,
    ),
    Rule(
        "hidden-site-named",
        "The label of a session, an attribution, or the id of a session, a participant or a "
        "quotation names a site that is too small to be told.",
        "What is hidden in one place would stand in the next.",
        "Take the name of the place out of the words, and give another id with `findings rename`.",
        at_the_harbour("participants: 2", "label: Focus group at the harbour"),
        at_the_harbour("participants: 2", "label: Evening focus group"),
        SESSIONS,
    ),
)
