"""Words that were taken back or taken out are said in no format, whichever way two states stand."""

from __future__ import annotations

from typing import Any

import pytest
from changed import CLAIM, GROUPS, said, state, told, withdrawn
from shapes import relates, theme

from study_findings.changes.comparing import compare
from study_findings.changes.diff_formats import FORMATS
from study_findings.model import Study
from study_findings.privacy.publishable import publishable

TRUST = theme("trust", "Being trusted", groups=("faculty",))
BEFORE = "My zqaunt zqworks in the zqpharmacy of this place."
AFTER = "My relative works in this place."
OWN = [said("q2", "time")]


def texts(old: Study, new: Study, today: Study | None = None) -> str:
    """Give all that any format says of a change, and all that the change itself holds."""
    shown = None if today is None else publishable(today)
    found = compare(publishable(old), publishable(new), shown)
    written = [write(found, "one", "other") for write in FORMATS.values()]
    return "\n".join([*written, repr(found)])


def quoting(*quotations: Any, **more: Any) -> Study:
    """Make a study whose one claim rests on the quotation `q1`, with the given quotations."""
    record = {"gist": "Time is short.", "claims": [CLAIM], **more.pop("time", {})}
    title = record.pop("title", "Having time")
    themes = [theme("time", title, **record), TRUST]
    about = {"key_messages": [], **more.pop("about", {})}
    return state(about, **{"themes": themes, **more}, quotations=[*OWN, *quotations])


def without_claims(*quotations: Any, **more: Any) -> Study:
    time = {"claims": [], **more.pop("time", {})}
    return quoting(*quotations, **more, time=time)


FULL = said("q1", "time", text=BEFORE)
TAKEN = {
    "withdrawn": without_claims(withdrawn("q1")),
    "reworded": quoting(said("q1", "time", text=AFTER)),
    "gone": without_claims(),
    "kept out": without_claims({**FULL, "kept_out": True}),
    "wished for otherwise": without_claims(
        {**FULL, "wish": {"words": "zqwish", "on": "2026-02-01"}}
    ),
    "another id": quoting(said("q9", "time", text=AFTER, formerly=["q1"]), time={"claims": []}),
    "withdrawn under another id": without_claims({**withdrawn("q9"), "formerly": ["q1"]}),
}


class TestQuotations:
    @pytest.mark.parametrize("now", TAKEN.values(), ids=TAKEN)
    def test_former_words_are_not_said(self, now: Study) -> None:
        assert "zq" not in texts(quoting(FULL), now)

    @pytest.mark.parametrize("now", TAKEN.values(), ids=TAKEN)
    def test_nor_where_an_earlier_state_is_the_new_one(self, now: Study) -> None:
        assert "zq" not in texts(now, quoting(FULL), today=now)

    @pytest.mark.parametrize("now", TAKEN.values(), ids=TAKEN)
    def test_nor_where_both_are_earlier(self, now: Study) -> None:
        none = without_claims()
        longer = quoting(said("q1", "time", text=f"{BEFORE} zqthere"))
        assert "zq" not in texts(none, quoting(FULL), today=now)
        assert "zq" not in texts(longer, quoting(FULL), today=now)

    @pytest.mark.parametrize("turns", [True, False])
    def test_nor_those_of_an_original_or_a_dialogue(self, turns: bool) -> None:
        words = {"turns": [{"speaker": "zqshe", "text": BEFORE}]} if turns else {"text": BEFORE}
        old = said("q1", "time", original={**words, "language": "en"}, provenance="translated")
        for now in (without_claims(withdrawn("q1")), quoting(said("q1", "time"))):
            assert "zq" not in texts(quoting(old), now)

    def test_nor_an_original_alone_that_was_changed_between_earlier_states(self) -> None:
        def translated(words: str) -> Study:
            original = {"text": words, "language": "en"}
            return quoting(said("q1", "time", provenance="translated", original=original))

        now = translated(AFTER)
        assert "zq" not in texts(translated(BEFORE), now)
        assert "zq" not in texts(translated("Zqother."), translated(BEFORE), today=now).lower()
        retitled = quoting(
            said(
                "q1",
                "time",
                provenance="translated",
                original={"text": "My zqaunt.", "language": "en"},
            ),
            time={"title": "The zqaunt"},
        )
        assert "zq" not in texts(retitled, now)

    def test_words_that_the_first_state_had_withdrawn_are_not_said_where_they_are_back(
        self,
    ) -> None:
        assert "zq" not in texts(without_claims(withdrawn("q1")), quoting(FULL))

    def test_nor_those_of_a_quotation_renamed_when_it_was_withdrawn(self) -> None:
        gone = {**withdrawn("q9"), "formerly": ["q1"]}
        assert "zq" not in texts(without_claims(gone), quoting(FULL))

    def test_nor_who_spoke_in_a_dialogue_that_names_them_otherwise_today(self) -> None:
        def spoken(by: str, words: str = BEFORE) -> Study:
            return quoting(said("q1", "time", text=None, turns=[{"speaker": by, "text": words}]))

        now = spoken("A nurse", "We talked.")
        assert "zq" not in texts(without_claims(), spoken("Zqshe", "We talked."), today=now).lower()

    def test_whose_they_were_is_not_said(self) -> None:
        people = [{"id": "zqp", "group": "students"}, {"id": "p2", "group": "students"}]
        sessions = [{"id": "zqs", "kind": "interview", "groups": ["students"]}]
        old = said("q1", "time", participant="zqp", session="zqs", as_printed="zqname")
        parts = {"participants": people, "sessions": sessions}
        now = quoting(said("q1", "time", group="students"), **parts)
        assert "zq" not in texts(quoting(old, **parts), now)


class TestWordsOfTheTeam:
    """A former sentence is repeated only where nothing tells that something was taken out of it."""

    def claimed(self, says: str, *quotations: Any) -> Study:
        return quoting(*quotations, time={"claims": [{**CLAIM, "says": says}]})

    def test_a_claim_that_rested_on_withdrawn_words_is_not_repeated(self) -> None:
        old = self.claimed("All zqrelatives are near.", FULL)
        other = {"id": "c1", "says": "Some are near.", "rests_on": ["q2"]}
        for now in (
            without_claims(withdrawn("q1")),
            quoting(withdrawn("q1"), time={"claims": [other]}),
            quoting(said("q1", "time", text=AFTER), time={"claims": [other]}),
        ):
            assert "zq" not in texts(old, now).lower()

    def test_nor_a_message_that_summed_it_up(self) -> None:
        message = {"id": "m1", "says": "All zqrelatives are near.", "claims": ["c1"]}
        old = quoting(FULL, about={"key_messages": [message]})
        assert "zq" not in texts(old, without_claims(withdrawn("q1"))).lower()

    def test_nor_one_of_a_message_whose_claim_is_gone_with_its_voice(self) -> None:
        message = {"id": "m1", "says": "All zqrelatives are near.", "claims": ["c1"]}
        old = quoting(FULL, about={"key_messages": [message]})
        kept = {"id": "m1", "says": "Some are near.", "themes": ["time"]}
        now = without_claims(withdrawn("q1"), about={"key_messages": [kept]})
        assert "zq" not in texts(old, now)

    def test_nor_a_claim_or_relation_of_a_theme_that_is_gone(self) -> None:
        claim = {"id": "c9", "says": "All zqrelatives are near.", "rests_on": ["q2"]}
        related = relates(("stands far from", "trust"))
        hidden = theme("near", "Near", claims=[claim], related=related)
        towards = theme("time", claims=[CLAIM], related=relates(("stands far from", "near")))
        old = quoting(FULL, themes=[towards, TRUST, hidden])
        now = quoting(FULL, themes=[theme("time", claims=[CLAIM]), TRUST])
        assert "zq" not in texts(old, now)
        assert "stands far from" not in texts(old, now)

    def test_nor_what_a_theme_was_called_that_is_withheld_now(self) -> None:
        old = without_claims(time={"title": "The zqrelatives"})
        why = "It would tell who spoke."
        now = state(
            {"key_messages": []}, themes=[theme("time", "One", withheld=why), TRUST], quotations=[]
        )
        assert "zq" not in texts(old, now)

    def test_nor_words_in_a_row_though_each_of_them_is_said_elsewhere(self) -> None:
        went = said("q1", "time", text="I was there when they took him.")
        still = said("q3", "time", text="Him they took, and when was I there?")
        old = quoting(went, still, time={"claims": [], "title": "There when they took him"})
        now = without_claims(still)
        assert "There when they took him" not in texts(old, now)
        assert "There when they took him" in texts(
            quoting(still, time={"claims": [], "title": "There when they took him"}), now
        )

    def test_nor_six_words_in_a_row_though_each_five_of_them_are_said_elsewhere(self) -> None:
        went = said("q1", "time", text="They came over and took him.")
        still = said("q3", "time", text="They came over and took. Came over and took him.")
        title = {"claims": [], "title": "They came over and took him"}
        assert "They came over and took him" not in texts(
            quoting(went, still, time=title), without_claims(still)
        )

    def test_words_that_went_and_are_said_elsewhere_tell_nothing(self) -> None:
        went = said("q1", "time", text="They took him there.")
        still = said("q3", "time", text="Then they took him there.")
        title = {"claims": [], "title": "They took him there"}
        assert "They took him there" in texts(
            quoting(went, still, time=title), without_claims(still)
        )

    def test_none_is_repeated_where_that_is_not_wanted(self) -> None:
        old = self.claimed("Nobody zqasks.", said("q1", "time"))
        now = self.claimed("Few ask.", said("q1", "time"))
        states = publishable(old), publishable(now)
        assert "zqasks" in repr(compare(*states))
        assert "zqasks" not in repr(compare(*states, with_former=False))
        assert "Few ask." in repr(compare(*states, with_former=False))

    def test_a_name_that_identifies_nobody_as_somebody_decided_tells_nothing(self) -> None:
        word = {"word": "Dr Zqahmad", "why": "A ship.", "by": "EA", "on": "2026-01-01"}
        old = quoting(FULL, time={"title": "As Dr Zqahmad taught"})
        now = quoting(FULL, time={"title": "As one taught"}, reviewed_words=[word])
        assert "Dr Zqahmad" in texts(old, now)

    @pytest.mark.parametrize(
        "sentence",
        ["The zqpharmacy tells.", "My relative works in this place today.", "An aunt, works in"],
    )
    def test_nor_a_title_with_what_went_from_a_quotation(self, sentence: str) -> None:
        said_it = said("q1", "time", text="My aunt works in this zqpharmacy today.")
        old = quoting(said_it, time={"claims": [], "title": sentence})
        now = without_claims(said("q1", "time", text="My relative works."))
        wanted = "what it said before is not repeated here"
        assert wanted in texts(old, now)
        assert sentence not in texts(old, now)

    def test_nor_one_about_which_the_privacy_gate_asks(self) -> None:
        old = quoting(FULL, time={"title": "As Dr Zqahmad taught"})
        assert "zq" not in texts(old, quoting(FULL, time={"title": "As one taught"})).lower()

    def test_one_that_nothing_speaks_against_is_repeated(self) -> None:
        old = self.claimed("Nobody asks.", said("q1", "time"))
        now = self.claimed("Few ask.", said("q1", "time"))
        assert told(old, now) == [
            'Claim c1 of time says otherwise: "Few ask."; before: "Nobody asks."'
        ]

    def test_what_a_theme_was_called_is_not_said_once_it_is_gone(self) -> None:
        old = quoting(FULL, themes=[theme("time", claims=[CLAIM]), theme("fear", "Zqfear")])
        now = quoting(FULL, themes=[theme("time", claims=[CLAIM])])
        assert told(old, now) == [
            "Theme fear is no longer published.",
            "themes: 2 before, 1 now",
        ]

    def test_prose_and_memos_are_never_quoted(self) -> None:
        memos = [{"text": "zqmemo"}, {"text": "zqpublic", "publish": True}]
        old = quoting(FULL, time={"gist": "zqgist", "boundary": "zqb", "memos": memos})
        now = quoting(FULL, time={"gist": "Zqother.", "narrative": "Zqnarrative."})
        assert "zq" not in texts(old, now).lower()
        assert "zq" not in texts(now, old).lower()


class TestWithheldThemes:
    """Once a theme is withheld, not even ids tell what it was about."""

    HIDDEN = theme(
        "zqfear",
        "Zqfear of zqsuperiors",
        claims=[{"id": "zqclaim", "says": "Zqall fear.", "rests_on": ["q4"]}],
        subthemes=[{"id": "zqinner", "title": "Zqinner"}],
        codes=["zqcode"],
        related=relates(("zqdeepens", "trust")),
    )
    OLD = quoting(
        said("q1", "time"),
        said("q4", "zqfear", "time"),
        themes=[
            theme("time", claims=[CLAIM], codes=["zqcode"], related=relates(("zqs", "zqfear"))),
            TRUST,
            HIDDEN,
        ],
        codebook=[{"id": "zqcode", "label": "Zqcode"}],
        implications=[{"id": "zqact", "text": "Zqact.", "themes": ["zqfear"]}],
        about={"key_messages": [{"id": "zqm", "says": "Zqm.", "themes": ["zqfear"]}]},
    )
    NOW = quoting(
        said("q1", "time"),
        said("q4", "time"),
        themes=[theme("time", claims=[CLAIM]), TRUST],
        about={"withheld_themes": [{"id": "w1", "why": "It would tell who spoke."}]},
    )

    def test_what_went_is_counted(self) -> None:
        assert "zq" not in texts(self.OLD, self.NOW).lower()
        assert told(self.OLD, self.NOW) == [
            "Theme time: codes changed.",
            "2 themes are no longer published.",
            'A theme is told as withheld, as w1: "It would tell who spoke."',
            "1 claim is no longer published.",
            "1 key message is no longer published.",
            "Quotation q4: themes changed.",
            "2 relations of themes are no longer published.",
            "1 recommendation is no longer published.",
            "1 code is no longer published.",
            "themes: 3 before, 2 now",
            "subthemes: 1 before, 0 now",
            "claims: 2 before, 1 now",
        ]

    def test_nor_ids_between_two_earlier_states(self) -> None:
        renamed = theme("zqother", "Zqother", formerly=["zqfear"])
        claim = {**CLAIM, "says": "Few have time."}
        inside = quoting(said("q1", "zqfear"), themes=[TRUST, theme("zqfear", claims=[CLAIM])])
        other = quoting(said("q1", "zqother"), themes=[TRUST, {**renamed, "claims": [claim]}])
        assert "zq" not in texts(inside, other, today=self.NOW).lower()
        moved = theme("late", formerly=["zqfear"])
        whole = self.NOW.model_copy(update={"themes": quoting(themes=[moved, TRUST]).themes})
        assert "zqfear" in texts(self.OLD, whole)
        forgotten = {**moved, "formerly": []}
        later = whole.model_copy(update={"themes": quoting(themes=[forgotten, TRUST]).themes})
        assert "zqfear" not in texts(self.OLD, whole, today=later)

    def test_nor_ids_of_the_themes_of_a_quotation_that_was_new_then(self) -> None:
        before = quoting(said("q1", "time"), themes=self.OLD.model_dump()["themes"])
        assert "zq" not in texts(before, self.OLD, today=self.NOW).lower()

    def test_whichever_way_the_two_stand(self) -> None:
        assert "zq" not in texts(self.NOW, self.OLD, today=self.NOW).lower()
        assert "zq" not in texts(self.OLD, self.OLD, today=self.NOW).lower()


def test_what_the_study_holds_and_does_not_publish_is_not_compared() -> None:
    people = [{"id": f"p{n}", "group": "students", "attributes": {"year": "1"}} for n in range(4)]
    attributes = [{"id": "year", "label": "Zqyear", "levels": ["1", "zqtwo"]}]
    few = [{**people[0], "attributes": {"year": "zqtwo"}}, *people[1:]]
    for publish in (False, True):
        known = [{**attributes[0], "publish": publish}]
        old = state(participants=people, attributes=known, groups=GROUPS)
        new = state(participants=few, attributes=known, groups=GROUPS)
        assert "zq" not in texts(old, new)
    assert told(state(participants=people, attributes=attributes), state(participants=few)) == []
