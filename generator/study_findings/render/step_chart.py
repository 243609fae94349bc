"""The chart of what each quoted session adds: a line of stairs for themes, one for codes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from markupsafe import Markup

from ..findings.saturation import Saturation
from ..language import Interface
from .lettering import wrapped

# A unit of the chart is a CSS pixel on the narrowest screens; it grows to half as much again.
WIDTH: Final = 320
HEIGHT: Final = 190
LEFT, RIGHT, TOP, BOTTOM = 34, 116, 14, 34
LABELS: Final = 9
LABEL_HEIGHT: Final = 16
LABEL_GAP: Final = 6
LABEL_SIZE: Final = 13


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


def chart_of(say: Interface, added: Saturation) -> Chart:
    """Draw the steps: one line for themes with subthemes, one for codes where there are any."""
    steps = added.steps
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
        if added.has_subthemes
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
