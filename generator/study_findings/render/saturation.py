"""What each quoted session adds: new themes and codes, session by session."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from ..findings import labels
from ..findings.cards import Card
from ..findings.figures import number_of, subthemes_of
from ..findings.views import Findings
from ..language import Interface
from ..model import NOT_REPORTED, Session
from .lettering import wrapped

# A unit of the chart is a CSS pixel on the narrowest screens; it grows to half as much again.
WIDTH: Final = 320
HEIGHT: Final = 190
LEFT, RIGHT, TOP, BOTTOM = 34, 116, 14, 34
LABELS: Final = 9
LABEL_HEIGHT: Final = 16
LABEL_GAP: Final = 6
LABEL_SIZE: Final = 13
# Two steps are no curve.
FEWEST_STEPS: Final = 3


@dataclass(frozen=True)
class Step:
    """Count what one session's quotations bring, and what is there with all sessions before it."""

    session: Session
    label: str
    quotations: int
    new_themes: int
    new_codes: int
    themes: int
    codes: int


@dataclass(frozen=True)
class Curve:
    """Draw one count that grows by steps, with its label in lines and its total at its end."""

    name: str
    label: tuple[str, ...]
    total: int
    path: Markup
    label_y: float

    @property
    def label_lines(self) -> tuple[tuple[float, str], ...]:
        """Place each line of the label."""
        return tuple(
            (self.label_y + number * LABEL_HEIGHT, line) for number, line in enumerate(self.label)
        )


@dataclass(frozen=True)
class Tick:
    """Mark a place on an axis."""

    at: float
    label: int


@dataclass(frozen=True)
class Chart:
    """Hold the drawing of the steps."""

    curves: tuple[Curve, ...]
    across: tuple[Tick, ...]
    up: tuple[Tick, ...]
    width: int = WIDTH
    height: int = HEIGHT
    left: int = LEFT
    right: int = WIDTH - RIGHT
    floor: int = HEIGHT - BOTTOM


@dataclass(frozen=True)
class Saturation:
    """Hold the steps in order; `dated` tells whether the order is that of the sessions' dates.

    `unquoted` counts sessions, each record as many as it stands for; a step is a record.
    """

    steps: tuple[Step, ...]
    dated: bool
    unquoted: int
    chart: Chart
    has_subthemes: bool

    @property
    def has_codes(self) -> bool:
        """Tell whether any quotation carries a code."""
        return self.steps[-1].codes > 0

    @property
    def has_several(self) -> bool:
        """Tell whether a step stands for several sessions that are described together."""
        return any(step.session.number > 1 for step in self.steps)


def quoted_sessions(findings: Findings) -> dict[str, list[Card]]:
    """Map the ids of quoted sessions to their quotations; composed ones don't count."""
    found: dict[str, list[Card]] = {}
    for card in findings.cards:
        session = labels.session_of(findings.study, card.quotation)
        if session and card.quotation.provenance != "illustrative":
            found.setdefault(session.id, []).append(card)
    return found


def saturation(findings: Findings) -> Saturation | None:
    """Follow what the sessions' quotations add; None where fewer than three sessions are quoted.

    Sessions come by date where all of them have one to the same precision, else as `sessions.yml`
    lists them. A subtheme brings the themes around it.
    """
    by_session = quoted_sessions(findings)
    if len(by_session) < FEWEST_STEPS:
        return None
    quoted = [session for session in findings.study.sessions if session.id in by_session]
    dated = len({len(session.when) for session in quoted}) == 1 and quoted[0].when != NOT_REPORTED
    if dated:
        quoted.sort(key=lambda session: session.when)
    steps = tuple(_steps(findings, [(session, by_session[session.id]) for session in quoted]))
    unquoted = number_of(s for s in findings.study.sessions if s.id not in by_session)
    has_subthemes = subthemes_of(findings.study.themes) > 0
    chart = chart_of(findings.say, steps, has_subthemes)
    return Saturation(steps, dated, unquoted, chart, has_subthemes)


def _steps(findings: Findings, sessions: list[tuple[Session, list[Card]]]) -> list[Step]:
    themes: set[str] = set()
    codes: set[str] = set()
    steps = []
    for session, cards in sessions:
        had = len(themes), len(codes)
        for card in cards:
            for theme in card.themes:
                themes.update(node.id for node in (*findings.parents[theme.id], theme))
            codes.update(card.quotation.codes)
        label = labels.session_label(findings.say, findings.study, session)
        new = len(themes) - had[0], len(codes) - had[1]
        steps.append(Step(session, label, len(cards), *new, len(themes), len(codes)))
    return steps


def chart_of(say: Interface, steps: tuple[Step, ...], has_subthemes: bool) -> Chart:
    """Draw the steps: one line for themes with subthemes, one for codes where there are any."""
    most = max(max(step.themes, step.codes) for step in steps)
    span = (WIDTH - RIGHT - LEFT) / len(steps)
    floor = HEIGHT - BOTTOM

    def height(count: int) -> float:
        return round(floor - (floor - TOP) * count / most, 1)

    last = steps[-1]
    said = {
        "themes": say.ngettext(
            "%(num)s theme or subtheme", "%(num)s themes and subthemes", last.themes
        )
        if has_subthemes
        else say.ngettext("%(num)s theme", "%(num)s themes", last.themes),
        "codes": say.ngettext("%(num)s code", "%(num)s codes", last.codes),
    }
    labels = {name: wrapped(label, RIGHT - LABEL_GAP, LABEL_SIZE) for name, label in said.items()}
    series = {"themes": [step.themes for step in steps]}
    if last.codes:
        series["codes"] = [step.codes for step in steps]
    ends = _apart({name: height(counts[-1]) for name, counts in series.items()}, labels)
    curves = tuple(
        Curve(
            name,
            labels[name],
            counts[-1],
            _stairs([height(count) for count in counts], span),
            ends[name],
        )
        for name, counts in series.items()
    )
    every = -(-len(steps) // LABELS)
    across = tuple(
        Tick(round(LEFT + span * (number - 0.5), 1), number)
        for number in range(1, len(steps) + 1, every)
    )
    up = tuple(Tick(height(count), count) for count in sorted({0, most}))
    return Chart(curves, across, up)


def _stairs(heights: list[float], span: float) -> Markup:
    parts = [f"M{LEFT} {HEIGHT - BOTTOM}"]
    for number, height in enumerate(heights, 1):
        parts.append(f"V{height:g}H{LEFT + span * number:.4g}")
    return Markup("".join(parts))


def _apart(ends: dict[str, float], labels: dict[str, tuple[str, ...]]) -> dict[str, float]:
    """Move the lower of two names down where both lines end at about the same height."""
    ordered = sorted(ends, key=lambda name: ends[name])
    if len(ordered) < 2:
        return ends
    upper, lower = ordered
    least = ends[upper] + LABEL_HEIGHT * len(labels[upper])
    return {upper: ends[upper], lower: max(ends[lower], least)}
