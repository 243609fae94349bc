"""Nothing private reaches a page or download, not one word: each is looked for in every file."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from datetime import date
from typing import Any, get_args

import pytest
from loading import quotations_by_id

from study_findings import model
from study_findings.exporters.all_formats import ALL, FOLDER, FORMATS
from study_findings.findings.views import Findings
from study_findings.model import Memo, Record, Study
from study_findings.privacy.publishable import PublicStudy, publishable
from study_findings.project.site import Settings
from study_findings.render import render_site

# One word each, which the leak check cannot look for.
MEMOS = {
    "About": "zqstudymemo",
    "Session": "zqsessionmemo",
    "Theme": "zqthemememo",
    "inner Theme": "zqsubthememo",
    "Code": "zqcodememo",
    "inner Code": "zqinnercodememo",
    "Quotation": "zqquotationmemo",
}
WORDS = {
    **{f"memo of {owner}": word for owner, word in MEMOS.items()},
    "unpublished attribute": "zqvillage",
    "its level": "zqhamlet",
    "unpublished attribute in another language": "zqtranslatedvillage",
    "its level there": "zqtranslatedhamlet",
    "label of a session of too few in another language": "zqtranslatedsister",
    "uncleared words": "zquncleared",
    "withdrawn words": "zqwithdrawn",
    "withdrawn memo": "zqgonememo",
    "waiver of a participant": "zqpersonwaiver",
}
FEW = "zqfew"


def memos(owner: str) -> list[dict[str, Any]]:
    return [{"text": MEMOS[owner]}, {"text": f"public{MEMOS[owner]}", "publish": True}]


def waiver(word: str) -> dict[str, str]:
    return {"why": word, "by": "A", "on": "2026-01-01"}


def quotation(id_: str, text: str, **more: Any) -> dict[str, Any]:
    record = {"id": id_, "text": text, "themes": ["inner"], "participant": "p1", "session": "s1"}
    return {**record, **more}


STUDY: dict[str, Any] = {
    "about": {
        "title": "A study",
        "language": "en",
        "licence": "CC-BY-4.0",
        "gist": "Little.",
        "summary": "Little.",
        "groups": [
            {"id": "students", "label": "Students", "singular": "Student"},
            {"id": "staff", "label": "Staff", "singular": "Member of staff"},
        ],
        "attributes": [
            {"id": "zqvillage", "label": "zqvillage", "levels": ["zqhamlet"]},
            {"id": "year", "label": "Year", "levels": [FEW, "second"], "publish": True},
        ],
        "memos": memos("About"),
    },
    "sessions": [
        {"id": "s1", "kind": "interview", "groups": ["students"], "memos": memos("Session")},
        # As many as are told apart in a table.
        {"id": "s2", "kind": "interview", "groups": ["students"]},
        {"id": "s3", "kind": "interview", "groups": ["staff"], "label": "Interview 3"},
    ],
    "participants": [
        {
            "id": f"p{number}",
            "group": "staff" if number < 3 else "students",
            "sessions": ["s1"],
            "attributes": {"zqvillage": "zqhamlet", "year": FEW if number < 3 else "second"},
            "risk_waived": waiver("zqpersonwaiver"),
        }
        for number in range(1, 6)
    ],
    "codebook": [
        {
            "id": "c1",
            "label": "C",
            "memos": memos("Code"),
            "codes": [{"id": "c2", "label": "D", "memos": memos("inner Code")}],
        }
    ],
    "themes": [
        {
            "id": "outer",
            "title": "Outer",
            "groups": ["students"],
            "codes": ["c1", "c2"],
            "memos": memos("Theme"),
            "claims": [{"id": "so", "says": "It is so.", "rests_on": ["q1"]}],
            "subthemes": [{"id": "inner", "title": "Inner", "memos": memos("inner Theme")}],
        }
    ],
    "quotations": [
        quotation(
            "q1",
            "Said and cleared.",
            cleared={"by": "A", "on": "2026-01-01"},
            codes=["c1", "c2"],
            memos=memos("Quotation"),
        ),
        quotation("q2", "zquncleared"),
        quotation(
            "q3",
            "zqwithdrawn",
            cleared={"by": "A", "on": "2026-01-01"},
            withdrawn={"on": "2026-02-01"},
            memos=[{"text": "zqgonememo"}],
        ),
    ],
}
STUDY["translations"] = [
    {
        "language": "ur",
        "about": {
            "attributes": [
                {
                    "id": "zqvillage",
                    "label": "zqtranslatedvillage",
                    "levels": [{"level": "zqhamlet", "label": "zqtranslatedhamlet"}],
                }
            ]
        },
        "sessions": [{"id": "s3", "label": "zqtranslatedsister"}],
    }
]
# Tables of codes, claims and counts hold no words of a quotation.
WITH_WORDS = [name for name in FORMATS if not name.startswith(("matrix", "codebook", "claims"))]
HANDWRITTEN = {"about.md.j2": "# All\n\n{% for memo in about.memos %}{{ memo.text }}{% endfor %}\n"}


@pytest.fixture(scope="module")
def study() -> Study:
    return Study.model_validate(STUDY)


def texts(study: PublicStudy) -> dict[str, str]:
    files = render_site(study, Settings("A study", downloads=(ALL,)), HANDWRITTEN).files
    return {path: read(data) for path, data in files.items()}


def read(data: bytes) -> str:
    """Read a file's text; of a packed one, the names and texts of all that it holds."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        return data.decode("utf-8", "replace")
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return "\n".join(f"{name}\n{archive.read(name).decode()}" for name in archive.namelist())


@pytest.fixture(scope="module")
def shown(study: Study) -> dict[str, str]:
    return texts(publishable(study))


@pytest.fixture(scope="module")
def shown_unasked(study: Study) -> dict[str, str]:
    """Give the files of a study that did not go through `publishable`."""
    fields = {name: getattr(study, name) for name in Study.model_fields}
    return texts(PublicStudy.model_construct(**fields, cells={"zqvillage": {}, "year": {}}))


def holds(text: str, word: str) -> bool:
    return word in text.replace(f"public{word}", "")


def test_every_download_is_among_the_files(shown: dict[str, str]) -> None:
    assert {FOLDER + name for name in FORMATS} <= set(shown)
    assert all("Said and cleared." in shown[FOLDER + name] for name in WITH_WORDS)


@pytest.mark.parametrize("word", WORDS.values(), ids=WORDS)
class TestPrivateWords:
    def test_stand_in_no_file(self, shown: dict[str, str], word: str) -> None:
        assert [path for path, text in shown.items() if holds(text, word)] == []

    def test_would_stand_there_without_the_rule(
        self, shown_unasked: dict[str, str], word: str
    ) -> None:
        assert any(holds(text, word) for text in shown_unasked.values())


@pytest.mark.parametrize("owner", MEMOS)
def test_a_memo_for_publication_is_there(shown: dict[str, str], owner: str) -> None:
    assert f"public{MEMOS[owner]}" in shown["data/findings.json"]


@pytest.mark.parametrize("kept", ["", "o", "p", "op", "po", "pop", "opp", "oop"])
def test_of_any_memos_the_open_ones_are_left_wherever_they_stand(kept: str) -> None:
    written = [{"text": f"{word}{at}", "publish": word == "o"} for at, word in enumerate(kept)]
    theme = {"id": "inner", "title": "Inner", "memos": written}
    themes = [{"id": "outer", "title": "Outer", "subthemes": [theme]}]
    shown = publishable(Study.model_validate({**STUDY, "themes": themes}))
    memos = shown.themes[0].subthemes[0].memos
    assert [memo.text for memo in memos] == [each["text"] for each in written if each["publish"]]


def test_a_value_that_too_few_share_is_told_of_nobody(shown: dict[str, str]) -> None:
    """The word itself is the attribute's, and stands in its list of levels alone."""
    assert {path: text.count(FEW) for path, text in shown.items() if FEW in text} == {
        "data/findings.json": 1
    }
    assert shown["data/findings.json"].count('"year": "second"') == 3


def test_a_withdrawn_quotation_leaves_its_id_and_day_alone(study: Study) -> None:
    left = quotations_by_id(publishable(study))["q3"]
    assert left.model_dump(exclude_defaults=True, exclude={"withdrawn"}) == {"id": "q3"}
    assert left.status == "withdrawn"


def test_what_is_not_for_publication_cannot_be_asked(study: Study) -> None:
    with pytest.raises(TypeError, match="publishable"):
        Findings(study)  # type: ignore[arg-type]


def test_the_study_itself_stays_as_it_is(study: Study) -> None:
    publishable(study)
    assert study == Study.model_validate(STUDY)


def records_with_memos() -> Iterator[str]:
    for name in model.__all__:
        record = getattr(model, name)
        if isinstance(record, type) and issubclass(record, Record):
            for field in record.model_fields.values():
                if Memo in get_args(field.annotation):
                    yield name


def test_every_kind_of_record_that_has_memos_is_tried_here() -> None:
    assert set(records_with_memos()) == {owner.removeprefix("inner ") for owner in MEMOS}


@pytest.mark.parametrize(
    "field", [{"kept_out": True}, {"wish": {"words": "Less.", "on": "2026-01-02"}}]
)
def test_what_is_kept_out_or_wanted_otherwise_is_no_part_of_it(field: dict[str, Any]) -> None:
    cleared = {"by": "A", "on": "2026-01-01"}
    said = [quotation("q1", "Here.", cleared=cleared), quotation("q2", "Not.", cleared=cleared)]
    said[1] |= field
    whole = Study.model_validate({**STUDY, "quotations": said})
    assert [q.id for q in publishable(whole).quotations] == ["q1"]


@pytest.mark.parametrize(("invited", "is_told"), [(2, False), (3, True)])
def test_how_many_read_their_words_back_is_told_of_as_many_as_a_cell(
    invited: int, is_told: bool
) -> None:
    read_back = {"invited": invited, "answered": 1}
    publication = {"read_back": read_back, "reporting": "coreq"}
    whole = Study.model_validate({**STUDY, "about": {**STUDY["about"], "publication": publication}})
    policy = publishable(whole).about.publication
    told = policy.read_back and policy.read_back.model_dump()
    assert told == (read_back if is_told else None)
    assert policy.reporting == "coreq"


TRANSCRIPT = {"by": "A", "on": "2026-01-01", "transcript": "exact"}


def test_words_that_nobody_said_so_are_not_said_to_be_those_of_the_transcript() -> None:
    """A translation was compared with nothing; of its original it is told."""
    own = {"provenance": "translated", "cleared": TRANSCRIPT}
    original = {"language": "ur", "text": "یوں۔"}
    said = [
        quotation("q1", "So.", cleared=TRANSCRIPT),
        quotation("q2", "So.", **own),
        quotation("q3", "So.", **own, original=original),
        quotation("q4", "So.", cleared={**TRANSCRIPT, "transcript": None}),
        quotation("q5", "So.", cleared=None, provenance="illustrative"),
    ]
    shown = publishable(Study.model_validate({**STUDY, "quotations": said})).quotations
    assert [(q.id, q.cleared and (q.cleared.by, q.cleared.transcript)) for q in shown] == [
        ("q1", ("A", "exact")),
        ("q2", ("A", None)),
        ("q3", ("A", "exact")),
        ("q4", ("A", None)),
        ("q5", None),
    ]


@pytest.mark.parametrize("has_places", [False, True])
def test_who_coded_is_told_of_no_quotation_and_where_it_stands_only_by_leave(
    has_places: bool,
) -> None:
    places = {"page": "12", "lines": "3-4"}
    coded = {"cleared": {"by": "A", "on": "2026-01-01"}, "coded_by": ["AB"], "confidence": "low"}
    about = {**STUDY["about"], "publication": {"source_places": has_places}}
    said = [quotation("q1", "So.", **coded, **places)]
    (shown,) = publishable(
        Study.model_validate({**STUDY, "about": about, "quotations": said})
    ).quotations
    assert (shown.coded_by, shown.confidence) == ((), None)
    assert {name: getattr(shown, name) for name in places} == (
        places if has_places else dict.fromkeys(places)
    )


def test_readers_study_holds_what_was_counted_before_anything_was_taken_out() -> None:
    said = [
        quotation("q1", "So.", cleared=TRANSCRIPT, coded_by=["AB", "CD"], confidence="low"),
        quotation("q2", "So.", cleared=TRANSCRIPT),
    ]
    themes = [{"id": "inner", "title": "ایک", "source": "00000000"}]
    translations = [{"language": "ur", "themes": themes}]
    record = {**STUDY, "quotations": said, "translations": translations}
    shown = publishable(Study.model_validate(record))
    assert shown.coding is not None
    assert (shown.coding.coders, shown.coding.coded) == (2, 1)
    # Three students share their year, and the two of staff are too few to be told of.
    assert shown.cells == {"year": {}}
    assert shown.untold == {"s3"}
    assert shown.outdated == {("ur", "theme", "inner")}


def test_the_cells_of_a_group_of_enough_are_told() -> None:
    people = [{**each, "group": "students"} for each in STUDY["participants"][2:]]
    shown = publishable(Study.model_validate({**STUDY, "participants": people}))
    assert shown.cells == {"year": {("students", "second"): 3}}


def test_what_is_withdrawn_keeps_the_ids_it_had_before() -> None:
    gone = quotation("q3", "Gone.", withdrawn={"on": "2026-02-01"}, formerly=["q2", "q1"])
    (left,) = publishable(Study.model_validate({**STUDY, "quotations": [gone]})).quotations
    assert left.model_dump(exclude_defaults=True) == {
        "id": "q3",
        "formerly": ("q2", "q1"),
        "withdrawn": {"on": date(2026, 2, 1)},
    }
