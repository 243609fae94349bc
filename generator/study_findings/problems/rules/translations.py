"""Rules of translations: of what the study has, in its place, and of its present wording."""

from __future__ import annotations

from typing import Final

from .references import RENAMED
from .rule import Rule

URDU: Final = "themes_data/translations/ur/study.yml"
METHODS: Final = "themes_data/translations/ur/methods.yml"
THEMES: Final = "themes_data/translations/ur/themes"
HAVING_TIME: Final = "id: having-time\ntitle: وقت کا ہونا"


def _age(*levels: str) -> str:
    return f"attributes:\n  - id: age\n    levels: [{', '.join(levels)}]"


TRANSLATIONS: Final = (
    Rule(
        "bad-language",
        "The name of a folder in `translations/` is no language tag.",
        "The tag stands in the addresses of the translated pages, and tells browsers how to read "
        "them aloud.",
        "Rename it to the tag of its language: `ur` for Urdu, `ps` for Pashto.",
        "gist: بہت کم ملا۔",
        "gist: بہت کم ملا۔",
        "themes_data/translations/urdu language/study.yml",
        URDU,
    ),
    Rule(
        "own-language",
        "A translation is into the language that the study is written in.",
        "The site would have the same pages twice, and readers could not tell which of them hold.",
        "Write the words in the study's own files, and delete the translation.",
        "gist: Little was found.",
        "gist: بہت کم ملا۔",
        "themes_data/translations/en/study.yml",
        URDU,
    ),
    Rule(
        "same-language",
        "Two folders of translations are named by the same language, in small and in capital "
        "letters.",
        "On many computers they are one folder, and half of the translation would be lost.",
        "Move all files into one of the two.",
        "translations/ur/ and translations/UR/",
        "translations/ur/ alone",
    ),
    Rule(
        "misplaced-translation",
        "A theme is translated under another theme than the one it belongs to.",
        "The translated page would show the subtheme where the study does not have it.",
        "Put it under `subthemes` of its own theme, or in a file of its own if it is no subtheme.",
        'id: by-example\ntitle: "مثال سے"',
        'id: teaching\nsubthemes:\n  - id: by-example\n    title: "مثال سے"',
        f"{THEMES}/by-example.yml",
        f"{THEMES}/teaching.yml",
    ),
    Rule(
        "translated-twice",
        "A theme, code or other record is translated into the same language a second time.",
        "One of the two would be left out, and only you know which.",
        "Keep one of the two.",
        "groups:\n  - {id: students, label: طلبہ}\n  - {id: students, label: طالب علم}",
        "groups:\n  - {id: students, label: طلبہ}",
        URDU,
    ),
    Rule(
        "placed-otherwise",
        "A translated narrative places other quotations than the theme's own.",
        "Whoever reads the translation would meet other voices, or fewer.",
        "Place the same quotations, with the same `[[id]]` lines.",
        f"{HAVING_TIME}\nnarrative: |\n  وقت کم ہے۔",
        f"{HAVING_TIME}\nnarrative: |\n  وقت کم ہے۔\n\n  [[q001]]",
        f"{THEMES}/having-time.yml",
    ),
    Rule(
        "translation-unmarked",
        "A translation does not say which wording of its original it is of.",
        "When the original changes, nobody is told that the translation has fallen behind.",
        "Read both, then write the `source` that the message gives.",
        HAVING_TIME,
        "id: having-time\nsource: 1a2b3c4d\ntitle: وقت کا ہونا",
        f"{THEMES}/having-time.yml",
    ),
    Rule(
        "translation-outdated",
        "What is translated was changed after this translation was made.",
        "The translation may say what the study no longer says; its page tells readers so.",
        "Read both again, mend the translation, then write the `source` that the message gives.",
        "id: having-time\nsource: 00000000\ntitle: وقت کا ہونا",
        "id: having-time\nsource: 1a2b3c4d\ntitle: وقت کا ہونا",
        f"{THEMES}/having-time.yml",
    ),
    Rule(
        "translates-nothing",
        "A translation has words for a field of which the study itself says nothing.",
        "Readers of one language would be told what the study does not say.",
        "Take the words out, or write the field in the study's own language first.",
        f"{HAVING_TIME}\nboundary: صرف اسپتال میں۔",
        HAVING_TIME,
        f"{THEMES}/having-time.yml",
    ),
    Rule(
        "translates-no-level",
        "A translation has words for a value that its attribute does not have.",
        "They are shown nowhere; the value was probably called otherwise when it was translated.",
        "Write `level` as `levels` of the attribute has it, and see that `label` still holds.",
        _age("{level: yuong, label: جوان}"),
        _age("{level: young, label: جوان}"),
        URDU,
    ),
    Rule(
        "levels-alike",
        "Two values of an attribute have the same words in a translation.",
        "Readers would take the two for one, and could not tell whose words they filter by.",
        "Say how they differ, as the study's own words do.",
        _age("{level: young, label: بالغ}", "{level: old, label: بالغ}"),
        _age("{level: young, label: جوان}", "{level: old, label: بوڑھے}"),
        URDU,
    ),
    Rule(
        "questions-otherwise",
        "More or fewer research questions are translated than the study has.",
        "Nobody could tell which question is which, and readers would see too few or too many.",
        "Translate all of them, in their order.",
        "questions: [کس کے پاس وقت ہے؟, وقت کہاں جاتا ہے؟]",
        "questions: [کس کے پاس وقت ہے؟]",
        METHODS,
    ),
    Rule(
        "unknown-implication",
        "A translation has words for a recommendation that `implications.yml` does not hold.",
        "Its words would stand nowhere.",
        RENAMED,
        "- id: mroe-time\n  text: زیادہ وقت دیں۔",
        "- id: more-time\n  text: زیادہ وقت دیں۔",
        "themes_data/translations/ur/implications.yml",
    ),
    Rule(
        "not-begun",
        "A subtheme, claim, group, attribute, session, code, relation or other record is not in a "
        "translation that was begun.",
        "It was added after the translation was begun; readers see it in the study's own language, "
        "and of a relation only that the two themes are related.",
        "Add it where the message says, with its `id` and the words.",
        "a translation begun before the theme had this subtheme",
        "the same translation with the subtheme under `subthemes`",
    ),
)
