"""What happens in a preview, as values: an edit, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass

from ..problems import Problem, has_failed
from ..problems.output import one_line, summary


@dataclass(frozen=True)
class Changed:
    """Say in words which files changed; a build begins."""

    words: str


@dataclass(frozen=True)
class Rebuilt:
    """Say what came of a build: its problems or what a tool complained of, and its time in seconds.

    There is no time where all is back as it was, and the site of then is shown again. `before` is
    what came of the build before it; `has_site` tells whether there is a site to show.
    """

    problems: tuple[Problem, ...]
    failure: str
    seconds: float | None
    has_site: bool
    before: Rebuilt | None

    @property
    def is_good(self) -> bool:
        """Tell whether the newest site could be built, and is shown."""
        return not self.failure and not has_failed(self.problems)

    def lines(self) -> list[str]:
        """Write in a line what came of it, then every error, and what else is new."""
        known = set(self.before.problems) if self.before else set()
        told = [p for p in self.problems if p.level == "error" or p not in known]
        outcome = self._outcome(len(self.problems) - len(told))
        lines = [outcome if self.before else outcome[0].upper() + outcome[1:]]
        lines += [one_line(problem) for problem in told]
        if self.failure:
            lines.append(self.failure)
        elif not self.is_good:
            lines.append(summary(self.problems))
        return lines

    def _outcome(self, untold: int) -> str:
        if not self.is_good:
            shown = "The preview shows the last good state."
            return f"not built. {shown if self.has_site else 'There is nothing to show yet.'}"
        mended = "; what was wrong is mended" if self.before and not self.before.is_good else ""
        same = f", warnings as before: {untold}" if untold else ""
        done = "back as it was" if self.seconds is None else f"built in {self.seconds:.1f} s"
        return f"{done}{mended}{same}."


@dataclass(frozen=True)
class Leaked:
    """Say what the newest site holds of what must not be published, or what could not be compared.

    `is_withdrawn` tells whether the preview has gone back to the site before it.
    """

    problems: tuple[Problem, ...]
    is_withdrawn: bool

    def lines(self) -> list[str]:
        """Write what was found, a line each."""
        head = ["The preview goes back to the last good state:"] if self.is_withdrawn else []
        return [*head, *(one_line(problem) for problem in self.problems)]
