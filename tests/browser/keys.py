"""A reader's keys: going from stop to stop, and what is there to see at each."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from playwright.sync_api import Locator, Page

STOP: Final = """() => {
  const stop = document.activeElement;
  if (!stop || stop === document.body) return null;
  const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(stop);
  // What stays in sight while the page scrolls, and would lie over what stands below it.
  const over = [...document.querySelectorAll(".sf-header, .sf-bar")]
    .filter((part) => !part.contains(stop) && !stop.matches(".sf-skip, dialog *"))
    .map((part) => part.getBoundingClientRect());
  const boxes = [...stop.getClientRects()].filter((box) => box.width && box.height);
  return {
    place: [...document.querySelectorAll("*")].indexOf(stop),
    name: `${stop.localName} ${stop.ariaLabel || stop.textContent || stop.value || ""}`
      .trim().slice(0, 80),
    outlined: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2
      && !/^rgba\\(.*, 0\\)$|\\/ 0\\)$/.test(outlineColor),
    covered: boxes.some((box) => over.some(({ top, bottom }) =>
      box.top < bottom - 0.5 && box.bottom > top + 0.5 && box.bottom > 0.5)),
    onScreen: boxes.some((box) => box.bottom > 0 && box.top < innerHeight
      && box.right > 0 && box.left < innerWidth),
  };
}"""


def stops(page: Page, key: str = "Tab") -> Iterator[dict[str, Any]]:
    """Press a key until the focus leaves the page or begins again; give each stop on the way."""
    # A page that was gone to by a key may still be on its way, and has nothing to stop at.
    page.wait_for_load_state()
    seen: list[int] = []
    while True:
        page.keyboard.press(key)
        stop = page.evaluate(STOP)
        if stop is None or (len(seen) > 1 and stop["place"] == seen[0]):
            return
        assert stop["place"] not in seen, f"{key} goes in circles and never leaves {stop['name']}"
        seen.append(stop["place"])
        yield stop


def reach(page: Page, wanted: Locator, key: str = "Tab") -> None:
    """Go on with a key until something has the focus; every stop on the way has to be seen."""
    for stop in stops(page, key):
        assert stop["outlined"], stop["name"]
        assert stop["onScreen"], stop["name"]
        assert not stop["covered"], stop["name"]
        if has_focus(wanted):
            return
    raise AssertionError(f"{key} does not reach {wanted}")


def has_focus(wanted: Locator) -> bool:
    """Tell whether the one thing a locator finds has the focus."""
    return bool(wanted.count()) and bool(
        wanted.evaluate("element => element === document.activeElement")
    )
