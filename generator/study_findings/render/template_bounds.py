"""What a hand-written template may use up: a loop without end, or a text without end, is refused.

Counted are the rounds of loops, the calls, and the characters that come out of any step. That
catches what a slip brings about; it is no wall against somebody who means harm, who could run code
by a hook of `mkdocs.yml` as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Final, cast

from jinja2 import TemplateRuntimeError, nodes, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import SandboxedEnvironment
from jinja2.visitor import NodeTransformer

STEPS_MOST: Final = 100_000
LENGTH_MOST: Final = 5_000_000
WIDTH_MOST: Final = 10_000
DIGITS_MOST: Final = 1_000
# These give another page with each build, or words that nobody said.
LEFT_OUT: Final = {"filters": ("random",), "globals": ("lipsum",)}
WIDTHS: Final = frozenset(
    "batch center expandtabs format indent ljust rjust round slice to_bytes truncate wordwrap "
    "zfill".split()
)
# A width or precision of five digits, or one that is filled in.
WIDE_FORMAT: Final = re.compile(
    r"%[-+ #0-9.]*(?:[0-9]{5,}|\*)|\{[^{}]*:[^{}]*(?:[0-9]{5,}|\{)", re.ASCII
)
MEASURABLE: Final = (str, bytes, list, tuple, dict, set)
COUNTED: Final = "counted rounds of a loop"
MEASURED: Final = "measured text"


class TooMuchError(TemplateRuntimeError):
    """Say that a template uses up more than a page can need."""


class Spent:
    """Count what one rendering has used up."""

    def __init__(self) -> None:
        self.steps = 0
        self.length = 0

    def step(self) -> None:
        """Count a round of a loop or a call."""
        self.steps += 1
        if self.steps > STEPS_MOST:
            raise TooMuchError(
                f"this takes more than {STEPS_MOST:,} steps: a loop or a macro goes on for too long"
            )

    def rounds(self, items: Iterable[Any]) -> Iterator[Any]:
        """Count the rounds of a loop as they are gone through."""
        for item in items:
            self.step()
            yield item

    def measure(self, value: Any) -> Any:
        """Count how long a text or a list is that a step has made; gives it back."""
        if isinstance(value, MEASURABLE):
            self.room_for(len(value))
            self.length += len(value)
        return value

    def room_for(self, length: int) -> None:
        """Refuse what would make too much, before it is made."""
        if self.length + length > LENGTH_MOST:
            raise TooMuchError(f"this makes more than {LENGTH_MOST:,} characters")


class _Counted(NodeTransformer):
    """Have the rounds of each loop counted, and each joined text measured."""

    def visit_For(self, node: nodes.For) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        node.iter = _through(COUNTED, node.iter)
        return node

    def visit_Concat(self, node: nodes.Concat) -> nodes.Node:  # noqa: N802
        self.generic_visit(node)
        return _through(MEASURED, node)


def _through(name: str, node: nodes.Node) -> nodes.Filter:
    return nodes.Filter(cast("nodes.Expr", node), name, [], [], None, None, lineno=node.lineno)


class BoundedEnvironment(SandboxedEnvironment):
    """Render templates of an author's own in a sandbox, each within bounds.

    One is made for each rendering.
    """

    intercepted_binops = frozenset({"*", "**", "%", "+"})

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.spent = Spent()
        for name in LEFT_OUT["filters"]:
            del self.filters[name]
        for name in LEFT_OUT["globals"]:
            del self.globals[name]
        self.globals["range"] = _range
        self.filters = {name: self._bounded(name, made) for name, made in self.filters.items()}
        if inner := self.finalize:
            self.finalize = lambda value: self.spent.measure(inner(value))
        self.filters[COUNTED] = pass_context(lambda context, items: self.spent.rounds(items))
        self.filters[MEASURED] = pass_context(lambda context, text: self.spent.measure(text))

    def compile(self, source: Any, *args: Any, **kwargs: Any) -> Any:
        """Compile a template with counters in it."""
        tree = self.parse(source) if isinstance(source, str) else source
        return super().compile(_Counted().visit(tree), *args, **kwargs)

    def _bounded(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        def bounded(*args: Any, **kwargs: Any) -> Any:
            self.spent.step()
            _refuse_widths(name, args, kwargs)
            return self.spent.measure(function(*args, **kwargs))

        bounded.__dict__.update(getattr(function, "__dict__", {}))
        return bounded

    def wrap_str_format(self, value: Any) -> Callable[..., str] | None:
        """Let a text be formatted where it asks for no great width."""
        text = getattr(value, "__self__", None)
        if isinstance(text, str) and getattr(value, "__name__", "") in ("format", "format_map"):
            _refuse_widths("format", (text,), {})
        return super().wrap_str_format(value)

    def call(self, context: Context, called: Any, /, *args: Any, **kwargs: Any) -> Any:
        """Call what a template calls, and count it."""
        self.spent.step()
        name = getattr(called, "__name__", "")
        _refuse_widths(name, (getattr(called, "__self__", ""), *args), kwargs)
        if name == "replace":
            self._refuse_growth(getattr(called, "__self__", ""), *args[:2])
        return self.spent.measure(super().call(context, called, *args, **kwargs))

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:
        """Work out what could grow without end only where it does not."""
        self.spent.step()
        if operator == "*":
            for one, other in ((left, right), (right, left)):
                if isinstance(one, MEASURABLE) and isinstance(other, int):
                    self.spent.room_for(len(one) * max(other, 0))
        if operator in ("*", "**") and isinstance(left, int) and isinstance(right, int):
            digits = left.bit_length() * right if operator == "**" else left.bit_length()
            if digits + right.bit_length() > DIGITS_MOST:
                raise TooMuchError("this makes a number of more than 300 digits")
        if operator == "%" and isinstance(left, str) and WIDE_FORMAT.search(left):
            raise TooMuchError(f"this makes a text wider than {WIDTH_MOST:,} characters")
        return self.spent.measure(super().call_binop(context, operator, left, right))

    def _refuse_growth(self, text: Any, old: Any = "", new: Any = "") -> None:
        if isinstance(text, str) and isinstance(old, str) and isinstance(new, str):
            self.spent.room_for(text.count(old) * len(new))


def _range(*bounds: int) -> range:
    numbers = range(*bounds)
    if numbers[STEPS_MOST : STEPS_MOST + 1]:
        raise TooMuchError(f"this counts further than {STEPS_MOST:,}")
    return numbers


def _refuse_widths(name: str, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
    """Refuse a width that no page has, and a format that may ask for one."""
    if name not in WIDTHS:
        return
    numbers = [value for value in (*args[1:], *kwargs.values()) if isinstance(value, int)]
    formats = [value for value in args if isinstance(value, str)] if name == "format" else []
    is_wide = name != "format" and any(number > WIDTH_MOST for number in numbers)
    if is_wide or any(map(WIDE_FORMAT.search, formats)):
        raise TooMuchError(f"this makes a text wider than {WIDTH_MOST:,} characters")
