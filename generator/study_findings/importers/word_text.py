"""Running text of a Results section: headings are themes, what is set apart is quotations."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import Final

from ..text.folding import words_of
from .attributions import Attribution, read_attribution
from .found import Anomaly, Dropped, FoundParticipant, FoundQuotation, FoundTheme, TitlePath
from .grid import tidy
from .public_prose import LEFT_OUT, example_words, without_said
from .said import read_quotation
from .word_blocks import WordParagraph
from .word_gathered import Gathered, is_turn
from .word_headings import WordHeading
from .word_lead_ins import lead_in, leads_to_words
from .word_said import TakenFor, first_label, read_paragraph
from .word_sections import Outline

# What stands in brackets behind a gap went with the words that left it.
_GAP_TOLD: Final = re.compile(re.escape(LEFT_OUT) + r"\s*[(\[][^()\[\]]{1,60}[)\]]")
_MOST_LISTED: Final = 12
_LONGEST_NAME: Final = 40
_LED: Final = "the sentence before it leads to what somebody said, but nothing marks it as such"
_SHORT_LEAD: Final = 8


@dataclass
class _Theme:
    path: TitlePath
    label: str
    at: str
    is_guessed: bool = False
    prose: list[str] = field(default_factory=list)


@dataclass
class TextReader:
    """Read a document's paragraphs one after another."""

    outline: Outline
    usual_indent: int
    themes: list[_Theme] = field(default_factory=list)
    quotations: list[FoundQuotation] = field(default_factory=list)
    participants: list[FoundParticipant] = field(default_factory=list)
    anomalies: list[Anomaly] = field(default_factory=list)
    dropped: list[Dropped] = field(default_factory=list)
    _gathered: Gathered = field(default_factory=Gathered)
    _last: int | None = None
    """The place of a quotation that may still be told who said it."""
    _lead: tuple[Attribution, str] | None = None
    """Who the paragraph just before names as saying what comes next, and the sentence."""
    _labels_lead: bool = False
    """Whether lines that say who speaks stand above the words, and not below."""
    _leads: bool = False
    """Whether the paragraph just before leads to somebody's words."""
    _outside: dict[str, list[int]] = field(default_factory=dict)

    def heading(self, heading: WordHeading) -> None:
        """Take a heading: a theme, or the beginning of a section that is not read."""
        self.finish()
        self._lead = None
        text = tidy(heading.paragraph.text).replace("\n", " ")
        if not self.outline.take(heading.level, text):
            return
        at = self._at(heading.paragraph)
        self.themes.append(_Theme(self.outline.path, self.outline.label, at, heading.is_guessed))
        if self.outline.is_flat:
            says = "this heading stands beside that of the results: it was taken for a theme"
            self.anomalies.append(Anomaly("uncertain", at, says))
        if heading.is_guessed:
            says = "bold letters alone tell that this is a heading: it was taken for a theme"
            self.anomalies.append(Anomaly("uncertain", at, says))

    def paragraph(self, paragraph: WordParagraph) -> None:
        """Take a paragraph of text."""
        text = tidy(paragraph.text)
        if not text:
            if not self._gathered.is_opened:
                self.finish()
            return
        if not self.outline.is_read:
            self._outside.setdefault(self.outline.closed, []).append(paragraph.number)
            return
        at, reading = self._at(paragraph), read_paragraph(paragraph, self.usual_indent)
        if reading.kind not in ("quotation", "opening") and not self._gathered.is_opened:
            self.finish()
            self._lead = None
        if reading.kind == "prose" and self._leads and not paragraph.is_list:
            reading = TakenFor("unclear", reading.text, _LED)
        self._leads = False
        if self._gathered.is_opened:
            if self._gathered.ends_with(at, reading, text):
                self.finish()
        elif reading.kind == "opening":
            self.finish()
            self._gathered.open(at, reading)
        elif reading.kind == "quotation" and is_turn(reading.text):
            self._gathered.add(at, reading)
        else:
            self.finish()
            self._take(at, reading, paragraph)

    def _take(self, at: str, reading: TakenFor, paragraph: WordParagraph) -> None:
        if reading.kind == "quotation":
            self._quotation(at, reading)
            return
        last, self._last = self._last, None
        if reading.kind in ("attribution", "label") and self._is_of_the_last(reading, last):
            self._tell_last(at, reading, last or 0)
        elif reading.kind == "label":
            # A line that says who speaks, with no words above it that lack that: those below do.
            self._labels_lead, self._leads = True, True
            self._lead = read_attribution(reading.text), ""
        elif reading.kind == "prose" and self.themes and self.outline.path:
            prose = self._without_said(at, reading.text)
            is_item = paragraph.is_list and bool(self.themes[-1].prose)
            if words_of(prose):
                self.themes[-1].prose.append(f"- {prose}" if is_item else prose)
                self._lead, self._leads = lead_in(prose), leads_to_words(prose)
        elif reading.kind == "prose":
            self.dropped.append(Dropped(at, "this text stands under no theme"))
        else:
            why = reading.doubt or "an attribution without a quotation before it"
            self.dropped.append(
                Dropped(at, f"not read: {why}; put what somebody said in quotation marks")
            )

    def _is_of_the_last(self, reading: TakenFor, last: int | None) -> bool:
        is_below = reading.kind == "attribution" or not self._labels_lead
        return last is not None and is_below

    def _tell_last(self, at: str, reading: TakenFor, last: int) -> None:
        """Give the quotation just before to whom a line of its own names."""
        told = read_attribution(reading.text)
        self.quotations[last] = replace(
            self.quotations[last], participant=told.participant, session=told.session,
            as_printed=told.as_printed, page=told.page, lines=told.lines,
        )  # fmt: skip
        if told.attributes:
            self.participants.append(
                FoundParticipant(told.participant, at, attributes=told.attributes)
            )
        if reading.kind == "label":
            says = f"this line was taken for who said the words above it: {reading.text}"
            self.anomalies.append(Anomaly("uncertain", at, says))

    def _without_said(self, at: str, text: str) -> str:
        """Take what is quoted within prose for quotations, and give the prose without it."""
        prose, said = without_said(text)
        first = self._named_before(text, said[0]) if len(said) == 1 else Attribution()
        for stretch in said:
            words, who = example_words(stretch)
            told = read_attribution(who) if who else first
            if not who and (named := first.participant):
                says = f"{named} is named before the words quoted, and was taken to say them"
                self.anomalies.append(Anomaly("uncertain", at, says))
            self.quotations.append(
                FoundQuotation(
                    at, words, themes=(self.outline.path,), participant=told.participant,
                    session=told.session, as_printed=told.as_printed, page=told.page,
                    lines=told.lines,
                )
            )  # fmt: skip
        if said:
            says = f"{len(said)} quoted within this paragraph: {LEFT_OUT} stands for each"
            self.anomalies.append(Anomaly("uncertain", at, says))
        return _GAP_TOLD.sub(LEFT_OUT, prose)

    def _named_before(self, text: str, said: str) -> Attribution:
        lead = lead_in(text.partition(said)[0])
        return lead[0] if lead else Attribution(first_label(text))

    def finish(self) -> None:
        """Take what was gathered of a quotation over several paragraphs, or of an exchange."""
        taken = self._gathered.take()
        if isinstance(taken, Dropped):
            self.dropped.append(taken)
        elif taken is not None:
            self._quotation(*taken)

    def _led(self, found: FoundQuotation, lead: tuple[Attribution, str]) -> FoundQuotation:
        """Give a quotation to whom the sentence before it names, which goes out of the prose."""
        told, sentence = lead
        prose = self.themes[-1].prose
        if 0 < len(words_of(sentence)) <= _SHORT_LEAD and prose and prose[-1].endswith(sentence):
            prose[-1] = prose[-1].removesuffix(sentence).rstrip()
            if not words_of(prose[-1]):
                prose.pop()
        who = " in ".join(filter(None, (told.participant, told.session)))
        what = "sentence" if sentence else "line"
        says = f"the {what} before names {who}, who was taken to say this"
        self.anomalies.append(Anomaly("uncertain", found.at, says))
        return replace(
            found, participant=told.participant, session=told.session, as_printed=told.as_printed
        )

    def _quotation(self, at: str, reading: TakenFor) -> None:
        lead, self._lead = self._lead, None
        found, (label, told) = read_quotation(reading.text, {}, at, self.anomalies)
        if not words_of(found.text) and not found.turns:
            return
        path = self.outline.path
        if reading.doubt:
            self.anomalies.append(Anomaly("uncertain", at, reading.doubt))
        if not path:
            self.anomalies.append(Anomaly("uncertain", at, "this quotation has no theme"))
        is_told = bool(found.participant or found.session or found.as_printed or found.turns)
        if not is_told and lead is not None:
            found, is_told = self._led(found, lead), True
        self.quotations.append(replace(found, themes=(path,) if path else ()))
        self._last = None if is_told else len(self.quotations) - 1
        if told:
            self.participants.append(FoundParticipant(label, at, attributes=told))

    def without_attribution(self) -> tuple[Anomaly, ...]:
        """Tell which quotations nobody is named for."""
        places = [
            one.at.partition(",")[0].removeprefix("paragraph ")
            for one in self.quotations
            if not (one.participant or one.session or one.as_printed or one.turns)
        ]
        if not places:
            return ()
        listed = ", ".join(places[:_MOST_LISTED]) + (" …" if len(places) > _MOST_LISTED else "")
        says = "whose words a quotation is, is not said there"
        return (Anomaly("uncertain", f"paragraph{'s' * (len(places) > 1)} {listed}", says),)

    def found_themes(self) -> tuple[FoundTheme, ...]:
        """Give the themes with their gists; each paragraph behind the first is narrative.

        A line in bold over nothing is no theme.
        """
        return tuple(
            FoundTheme(
                theme.path, theme.at, theme.label,
                theme.prose[0] if theme.prose else "", "\n\n".join(theme.prose[1:]),
            )
            for theme in self.themes
            if not theme.is_guessed or self._is_filled(theme)
        )  # fmt: skip

    def _is_filled(self, theme: _Theme) -> bool:
        depth = len(theme.path)
        inside = [one.themes[0] for one in self.quotations if one.themes]
        inside += [one.path for one in self.themes if one.prose]
        return any(path[:depth] == theme.path for path in inside)

    def outside(self) -> tuple[Dropped, ...]:
        """Tell of each section that was not read."""
        return tuple(
            Dropped(
                f"paragraphs {numbers[0]} to {numbers[-1]}"
                if len(numbers) > 1
                else f"paragraph {numbers[0]}",
                f"the section {name[:40]} holds no themes"
                if name
                else "they stand before the results",
            )
            for name, numbers in self._outside.items()
        )

    def _at(self, paragraph: WordParagraph) -> str:
        title = self.outline.path[-1] if self.outline.path else ""
        under = title if len(title) <= _LONGEST_NAME else f"{title[:_LONGEST_NAME].rstrip()} …"
        return f"paragraph {paragraph.number}{f', under {under}' if under else ''}"
