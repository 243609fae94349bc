"""A hand-written template that would go on for ever, or make a text without end, is refused."""

import time

import pytest
from jinja2 import TemplateError

from study_findings.render.markup import handwritten_environment
from study_findings.render.template_bounds import LENGTH_MOST, STEPS_MOST, TooMuchError

ENDLESS = {
    "a range": "{% for i in range(10**9) %}x{% endfor %}",
    "a range written out": "{% for i in range(1000000000) %}x{% endfor %}",
    "a loop in a loop": (
        "{% for i in range(9999) %}{% for j in range(9999) %}{% endfor %}{% endfor %}"
    ),
    "a loop five deep over a text": "".join(
        f"{{% for a{n} in 'abcdefghijklmnopqrst' %}}" for n in range(5)
    )
    + "{% endfor %}" * 5,
    "a macro that calls itself twice": (
        "{% macro m(n) %}{% if n %}{{ m(n - 1) }}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(60) }}"
    ),
    "filters in a loop": "{% for i in range(60000) %}{{ i | int }}{% endfor %}",
}
HUGE = {
    "a text repeated": "{{ 'x' * 10**10 }}",
    "a text repeated, the number first": "{{ 10000000000 * 'x' }}",
    "a list repeated": "{{ ([1] * 10**10) | length }}",
    "a wide filter": "{{ 'x' | center(10000000000) }}",
    "a deep indent": "{{ 'x' | indent(10000000000, true) }}",
    "a wide method": "{{ 'x'.ljust(10000000000) }}",
    "zeros": "{{ '1'.zfill(10000000000) }}",
    "a wide format": "{{ '%10000000000d' % 1 }}",
    "a wide format, filled in": "{{ '%*d' % (10000000000, 1) }}",
    "a wide format method": "{{ '{:10000000000}'.format(1) }}",
    "a wide format method, filled in": "{{ '{:{}}'.format(1, 10000000000) }}",
    "a wide format filter": "{{ '%10000000000d' | format(1) }}",
    "replacing letters by pages": "{{ ('x' * 9999).replace('x', 'y' * 9999) }}",
    "replacing by a filter": "{{ ('x' * 9999) | replace('x', 'y' * 9999) }}",
    "a list joined by pages": "{{ (['x'] * 9999) | join('y' * 9999) }}",
    "a text joined to itself": (
        "{% set n = namespace(s='x') %}"
        "{% for i in range(60) %}{% set n.s = n.s ~ n.s %}{% endfor %}"
    ),
    "a text added to itself": (
        "{% set n = namespace(s='x') %}"
        "{% for i in range(60) %}{% set n.s = n.s + n.s %}{% endfor %}"
    ),
    "a block of itself": "{% set s = 'xy' %}" + "{% set s %}{{ s }}{{ s }}{% endset %}" * 60,
    "a power of a power": "{{ 9 ** 1000000000 }}",
    "a number times itself": (
        "{% set n = namespace(s=9) %}{% for i in range(60) %}{% set n.s = n.s * n.s %}{% endfor %}"
    ),
}


def rendered(text: str) -> str:
    return handwritten_environment({}).from_string(text).render()


@pytest.mark.parametrize("text", [*ENDLESS.values(), *HUGE.values()], ids=[*ENDLESS, *HUGE])
def test_a_template_that_never_ends_is_refused_at_once(text: str) -> None:
    started = time.process_time()
    with pytest.raises(TooMuchError, match=r"^this (takes|makes|counts)"):
        rendered(text)
    # The bound is on work: no machine is so slow that what passes it takes a minute.
    assert time.process_time() - started < 60


@pytest.mark.parametrize("text", ["{{ [1, 2] | random }}", "{{ lipsum() }}"])
def test_what_differs_with_each_build_is_not_there(text: str) -> None:
    with pytest.raises(TemplateError, match=r"random|lipsum"):
        rendered(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{% for i in range(3) %}{{ loop.index }}/{{ loop.length }} {% endfor %}", "1/3 2/3 3/3 "),
        ("{% for a in [] %}x{% else %}none{% endfor %}", "none"),
        ("{% for a in [[1, [2]]] recursive %}{{ a }}{% endfor %}", "&#91;1&#44; &#91;2&#93;&#93;"),
        ("{{ 'a' ~ 1 ~ 'b' }}", "a1b"),
        ("{{ 6 * 7 }}, {{ 2 ** 10 }}, {{ 'ab' * 3 }}, {{ 1 + 2 }}", "42, 1024, ababab, 3"),
        ("{{ '%s of 20000 * 2' % 5 }}", "5 of 20000 &#42; 2"),
        ("{{ '%s of 20000' | format(5) }}", "5 of 20000"),
        ("{{ '{:,}'.format(1234567) }}", "1&#44;234&#44;567"),
        ("{{ [] | first | default('none') }}", "none"),
        ("{{ [3, 1, 2] | sort | join(' ') }}", "1 2 3"),
        ("{{ 'ab' | center(6) | length }}", "6"),
        (
            "{% macro m(n) %}{{ n }}{% if n %}{{ m(n - 1) }}{% endif %}{% endmacro %}{{ m(3) }}",
            "3210",
        ),
        ("{{ 'a-b'.replace('-', '+') }}", "a&#43;b"),
        ("{{ {'a': 1}.items() | list | length }}", "1"),
        ("{{ ['b', 'a'] | map('upper') | list | join }}", "BA"),
    ],
)
def test_what_a_page_needs_comes_out_as_ever(text: str, expected: str) -> None:
    assert rendered(text) == expected


def test_bounds_leave_room_for_the_largest_page() -> None:
    assert rendered("{% for i in range(90000) %}x{% endfor %}") == "x" * 90_000
    assert STEPS_MOST > 90_000
    assert len(rendered("{{ 'x' * 1000000 }}")) == 1_000_000 < LENGTH_MOST
