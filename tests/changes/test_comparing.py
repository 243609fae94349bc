"""Each kind of change is said in a sentence, and nothing that did not change."""

from __future__ import annotations

from typing import Any

import pytest
from changed import CLAIM, GROUPS, SAID, said, state, told, withdrawn
from shapes import relates, theme

from study_findings.changes.comparing import compare
from study_findings.changes.records import UNREAD
from study_findings.changes.terms import ORDER
from study_findings.model.kinds import KINDS

TRUST = theme("trust", "Being trusted", groups=("faculty",))
ROUNDS = {"id": "rounds", "title": "Ward rounds"}


def time(**more: Any) -> Any:
    """Write the first theme as it stands in `state`, with some of it otherwise."""
    record = {
        "gist": "Time is short.",
        "claims": [CLAIM],
        "related": relates(("deepens", "trust")),
        "subthemes": [ROUNDS],
        **more,
    }
    return theme("time", record.pop("title", "Having time"), **record)


def test_a_study_that_did_not_change_says_nothing() -> None:
    assert told(state(), state()) == []


def test_every_kind_of_record_has_its_place_and_its_heading() -> None:
    read = {kind.noun for kind in KINDS if not kind.is_translation} - UNREAD
    assert read <= set(ORDER)


def test_only_what_is_for_publication_is_compared() -> None:
    with pytest.raises(TypeError):
        compare(state(), state())  # type: ignore[arg-type]


class TestThemes:
    def test_a_new_one_says_its_title(self) -> None:
        new = state(themes=[time(), TRUST, theme("hope", "Hoping")])
        assert told(state(), new) == [
            'Theme hope is new: "Hoping"',
            "themes: 2 before, 3 now",
        ]

    def test_a_new_subtheme_says_where_it_stands(self) -> None:
        new = state(themes=[time(subthemes=[ROUNDS, {"id": "nights", "title": "Nights"}]), TRUST])
        assert told(state(), new) == [
            'Subtheme nights is new in time: "Nights"',
            "subthemes: 1 before, 2 now",
        ]

    def test_one_that_is_gone_says_its_id_alone(self) -> None:
        new = state(themes=[time(subthemes=[]), TRUST])
        assert told(state(), new) == [
            "Subtheme rounds is no longer published.",
            "subthemes: 1 before, 0 now",
        ]

    def test_another_title_stands_beside_the_former(self) -> None:
        new = state(themes=[time(title="Making time"), TRUST])
        assert told(state(), new) == [
            'Theme time has another title: "Making time"; before: "Having time"'
        ]

    def test_prose_is_counted_in_words(self) -> None:
        new = state(themes=[time(gist="Time is very short now.", boundary="All hours."), TRUST])
        assert told(state(), new) == [
            "Theme time: gist reworded by 3 words.",
            "Theme time: boundary added.",
        ]

    def test_one_that_moved_says_where_it_stands_now(self) -> None:
        new = state(themes=[time(subthemes=[]), {**TRUST, "subthemes": [ROUNDS]}])
        assert told(state(), new) == ["Subtheme rounds stands in trust now."]

    def test_one_that_came_out_of_another_says_so(self) -> None:
        new = state(themes=[time(subthemes=[]), TRUST, theme("rounds", "Ward rounds", ())])
        assert told(state(), new) == [
            "Theme rounds stands in no other any more.",
            "themes: 2 before, 3 now",
            "subthemes: 1 before, 0 now",
        ]

    def test_another_id_is_no_other_theme_and_changes_nothing_that_names_it(self) -> None:
        new = state(
            themes=[
                time(related=relates(("deepens", "trusted"))),
                theme("trusted", "Being trusted", ("faculty",), formerly=["trust"]),
            ],
            quotations=[said("q1", "time"), said("q2", "time"), said("q3", "trusted")],
        )
        expected = "Theme trusted was trust before, and old links lead on."
        assert told(state(), new) == [expected]
        assert told(new, state()) == ["Theme trust was trusted before."]

    def test_what_is_composed_says_so(self) -> None:
        new = state(themes=[time(), TRUST, theme("hope", "Hoping", provenance="illustrative")])
        assert told(state(), new)[0] == 'Theme hope (illustrative) is new: "Hoping"'
        (becomes,) = told(state(), state(themes=[time(), {**TRUST, "provenance": "illustrative"}]))
        assert becomes == (
            "Theme trust (illustrative) has another provenance: illustrative; before: reported."
        )

    def test_another_order_is_said_once(self) -> None:
        assert told(state(), state(themes=[TRUST, time()])) == ["Themes stand in another order."]


class TestClaims:
    def claims(self, *claims: dict[str, Any]) -> Any:
        return state({"key_messages": []}, themes=[time(claims=claims), TRUST])

    def test_a_new_one_says_its_sentence(self) -> None:
        other = {"id": "c2", "says": "Some do ask.", "rests_on": ["q2"]}
        assert told(self.claims(CLAIM), self.claims(CLAIM, other)) == [
            'Claim c2 of time is new: "Some do ask."',
            "claims: 1 before, 2 now",
        ]
        assert told(self.claims(CLAIM, other), self.claims(CLAIM)) == [
            'Claim c2 of time is no longer published; it said: "Some do ask."',
            "claims: 2 before, 1 now",
        ]

    def test_another_sentence_stands_beside_the_former(self) -> None:
        new = self.claims({**CLAIM, "says": "Few have time to ask."})
        expected = (
            'Claim c1 of time says otherwise: "Few have time to ask."; '
            'before: "Nobody has time to ask."'
        )
        assert told(self.claims(CLAIM), new) == [expected]

    def test_other_voices_are_named(self) -> None:
        new = self.claims({**CLAIM, "rests_on": ["q2"], "against": ["q1"]})
        assert told(self.claims(CLAIM), new) == [
            "Claim c1 of time rests on q2 now; it no longer rests on q1.",
            "Claim c1 of time is spoken against by q1 now; it is no longer spoken against by q2.",
        ]

    def test_the_note_is_counted_in_words(self) -> None:
        noted = self.claims({**CLAIM, "note": "As all say."})
        assert told(noted, self.claims({**CLAIM, "note": "As many say."})) == [
            "Claim c1 of time: note reworded by 1 word."
        ]

    def test_one_that_moved_to_another_theme_says_so(self) -> None:
        new = state(
            {"key_messages": []},
            themes=[time(claims=[]), {**TRUST, "claims": [CLAIM]}],
        )
        expected = "Claim c1 of trust was a claim of another theme before."
        assert told(self.claims(CLAIM), new) == [expected]


class TestKeyMessages:
    def test_new_gone_and_other_sentences(self) -> None:
        message = {"id": "m1", "says": "Time is short.", "themes": ["time"]}
        one = state({"key_messages": [message]})
        none = state({"key_messages": []})
        other = state({"key_messages": [{**message, "says": "Time is scarce."}]})
        assert told(none, one) == ['Key message m1 is new: "Time is short."']
        assert told(one, none) == [
            'Key message m1 is no longer published; it said: "Time is short."'
        ]
        assert told(one, other) == [
            'Key message m1 says otherwise: "Time is scarce."; before: "Time is short."'
        ]

    def test_what_it_sums_up_is_named(self) -> None:
        message = {"id": "m1", "says": "Time is short.", "themes": ["time"]}
        new = state({"key_messages": [{**message, "themes": ["trust"]}]})
        assert told(state({"key_messages": [message]}), new) == [
            "Key message m1 sums up theme trust now; it no longer sums up theme time."
        ]


class TestQuotations:
    def quoted(self, *quotations: dict[str, Any]) -> Any:
        own = [said("q1", "time"), said("q2", "time")]
        return state(quotations=[*own, *quotations])

    def test_a_new_one_says_its_words_themes_and_stance(self) -> None:
        new = self.quoted(said("q3", "trust", "time", stance="nuances"))
        assert told(self.quoted(), new) == [
            f'Quotation q3 is published under trust and time (nuances): "{SAID["q3"]}"',
            "quotations: 2 before, 3 now",
        ]

    def test_one_that_was_composed_says_so(self) -> None:
        composed = said("q3", "time", provenance="illustrative", cleared=None)
        assert told(self.quoted(), self.quoted(composed)) == [
            f'Quotation q3 (illustrative) is published under time: "{SAID["q3"]}"',
            "quotations: 2 before, 3 now",
            "illustrative quotations: 0 before, 1 now",
        ]

    def test_one_that_was_withdrawn_says_its_id_and_the_day(self) -> None:
        assert told(self.quoted(said("q3", "trust")), self.quoted(withdrawn("q3"))) == [
            "Quotation q3 was withdrawn on 2026-02-10.",
            "quotations: 3 before, 2 now",
        ]

    def test_one_that_came_and_went_between_the_two_says_that_it_went(self) -> None:
        assert told(self.quoted(), self.quoted(withdrawn("q3"))) == [
            "Quotation q3 was withdrawn on 2026-02-10."
        ]

    def test_a_tombstone_that_is_gone_is_told(self) -> None:
        assert told(self.quoted(withdrawn("q3")), self.quoted()) == [
            "Quotation q3 was withdrawn, and its tombstone is gone."
        ]

    def test_one_that_is_gone_without_a_tombstone_says_so(self) -> None:
        assert told(self.quoted(said("q3", "trust")), self.quoted()) == [
            "Quotation q3 is no longer published, and left no tombstone.",
            "quotations: 3 before, 2 now",
        ]

    def test_one_that_was_reworded_says_its_new_words_and_how_many(self) -> None:
        new = self.quoted(said("q3", "trust", text="We carry files and learn by heart."))
        assert told(self.quoted(said("q3", "trust")), new) == [
            'Quotation q3 was reworded by 3 words: "We carry files and learn by heart."'
        ]

    def test_another_original_is_said_in_its_language(self) -> None:
        words = {"text": "ہم فائلیں اٹھاتے ہیں", "language": "ur"}
        old = self.quoted(said("q3", "trust", provenance="translated", original=words))
        other = {**words, "text": "ہم کاغذ اٹھاتے ہیں"}
        new = self.quoted(said("q3", "trust", provenance="translated", original=other))
        assert told(old, new) == [f'Quotation q3: original reworded by 1 word: "{other["text"]}"']

    def test_other_themes_stance_and_attribution(self) -> None:
        new = self.quoted(said("q3", "time", stance="diverges", group="faculty"))
        assert told(self.quoted(said("q3", "trust", stance="confirms")), new) == [
            "Quotation q3 is attributed otherwise.",
            "Quotation q3 speaks to time now; it no longer speaks to trust.",
            "Quotation q3 has another stance: diverges; before: confirms.",
        ]

    def test_another_id_is_no_other_quotation(self) -> None:
        new = self.quoted(said("corridor", "trust", text=SAID["q3"], formerly=["q3"]))
        assert told(self.quoted(said("q3", "trust")), new) == [
            "Quotation corridor was q3 before, and old links lead on."
        ]

    def test_one_placed_by_a_narrative_under_another_id_is_the_same(self) -> None:
        own = [said("q1", "time"), said("q2", "time")]
        old = state(
            themes=[time(narrative="See.\n\n[[q3]]\n"), TRUST],
            quotations=[*own, said("q3", "time")],
        )
        new = state(
            themes=[time(narrative="See.\n\n[[corridor]]\n"), TRUST],
            quotations=[*own, said("corridor", "time", text=SAID["q3"], formerly=["q3"])],
        )
        assert told(old, new) == ["Quotation corridor was q3 before, and old links lead on."]


class TestRelations:
    def related(self, *relations: tuple[str, str]) -> Any:
        return state(themes=[time(related=relates(*relations)), TRUST])

    def test_new_gone_and_other_words(self) -> None:
        none, one = self.related(), self.related(("deepens", "trust"))
        assert told(none, one) == ['The relation of time to trust is new: time "deepens" trust.']
        assert told(one, none) == [
            'The relation of time to trust is no longer published: time "deepens" trust.'
        ]
        other = self.related(("{other} rests on {this}", "trust"))
        assert told(one, other) == [
            'The relation of time to trust has other words: trust "rests on" time; '
            'before: time "deepens" trust.'
        ]

    def test_other_voices_are_named(self) -> None:
        one = [{"relation": "deepens", "theme": "trust", "voices": ["q1", "q3"]}]
        other = [{"relation": "deepens", "theme": "trust", "voices": ["q2", "q3"]}]
        assert told(
            state(themes=[time(related=one), TRUST]), state(themes=[time(related=other), TRUST])
        ) == ["The relation of time to trust is shown by q2 now; it is no longer shown by q1."]


class TestFigures:
    def test_people_and_sessions_where_both_are_told(self) -> None:
        more = [{**GROUPS[0], "participants": 14}, {**GROUPS[1], "participants": 5}]
        sessions = [{"id": "s1", "kind": "interview", "groups": ["students"], "number": 4}]
        assert told(state(), state(groups=more, sessions=sessions)) == [
            "Group students: participants changed.",
            "Group faculty: participants added.",
            "1 session is told otherwise.",
            "sessions: 1 before, 4 now",
            "participants, group students: 12 before, 14 now",
            "participants, group faculty: not told before, 5 now",
        ]

    def test_people_that_are_no_longer_told_are_not_told_as_they_were(self) -> None:
        fewer = [{**GROUPS[0], "participants": "not_reported"}, GROUPS[1]]
        found = told(state(sessions=[]), state(groups=fewer, sessions=[]))
        assert found == ["Group students: participants removed."]


class TestAllElse:
    def test_the_study_its_recommendations_codes_and_translations(self) -> None:
        old = state(codebook=[{"id": "k1", "label": "Hours"}])
        new = state(
            {"title": "Another study", "setting": "A ward.", "licence": "CC0-1.0"},
            codebook=[{"id": "k1", "label": "Hours", "definition": "Time."}],
            implications=[{"id": "i1", "text": "Give time.", "themes": ["time"]}],
            translations=[{"language": "ur"}],
        )
        assert told(old, new) == [
            "Recommendation i1 is new.",
            "Code k1: definition added.",
            'The study has another title: "Another study"; before: "A study"',
            "The study: licence changed.",
            "The study: setting added.",
            "The translation ur is new.",
        ]

    def test_a_translation_says_in_how_many_records_it_has_other_words(self) -> None:
        words = {"id": "trust", "title": "اعتماد", "claims": [], "subthemes": []}
        old = state(translations=[{"language": "ur", "themes": [words]}])
        other = {**words, "title": "بھروسا", "source": "0123abcd"}
        more = {"id": "time", "title": "وقت", "subthemes": [{"id": "rounds", "title": "راؤنڈ"}]}
        new = state(translations=[{"language": "ur", "themes": [other, more]}])
        assert told(old, new) == ["The translation ur has other words in 3 records."]
        assert told(old, state()) == ["The translation ur is gone."]

    def test_a_translation_of_those_who_were_heard_counts_as_well(self) -> None:
        year = {"id": "year", "label": "Year", "levels": ["first"], "publish": True}

        def heard(level: str, label: str) -> Any:
            levels = [{"level": "first", "label": level}]
            own = {"about": {"attributes": [{"id": "year", "levels": levels}]}}
            sessions = [{"id": "fg1", "label": label}]
            translation = {"language": "ur", **own, "sessions": sessions}
            named = [{"id": "fg1", "kind": "focus-group", "groups": ["students"], "label": "Talk"}]
            return state({"attributes": [year]}, translations=[translation], sessions=named)

        assert told(heard("پہلا", "گفتگو"), heard("اول", "بات چیت")) == [
            "The translation ur has other words in 2 records."
        ]

    def test_a_translation_of_a_renamed_record_is_the_same(self) -> None:
        def named(id_: str, formerly: tuple[str, ...] = ()) -> Any:
            return state(
                themes=[time(related=[]), theme(id_, "Being trusted", formerly=formerly)],
                quotations=[said("q1", "time"), said("q2", "time")],
                translations=[{"language": "ur", "themes": [{"id": id_, "title": "اعتماد"}]}],
            )

        assert told(named("trust"), named("trusted", ("trust",))) == [
            "Theme trusted was trust before, and old links lead on."
        ]

    def test_people_are_counted_and_never_named(self) -> None:
        people = [{"id": f"p{n}", "group": "students"} for n in range(3)]
        assert told(state(), state(participants=people)) == ["3 participants are new."]
        assert told(state(participants=people), state(participants=people[1:])) == [
            "1 participant is no longer published."
        ]


def test_a_session_of_which_much_differs_is_counted_once() -> None:
    session = {"id": "s1", "kind": "interview", "groups": ["students"]}
    other = {**session, "kind": "diary", "duration": "40", "wave": "2"}
    assert told(state(sessions=[session]), state(sessions=[other])) == [
        "1 session is told otherwise."
    ]
