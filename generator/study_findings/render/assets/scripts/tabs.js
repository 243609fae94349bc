// Formats of a citation behind tabs; without this they stand one under another.

import { make } from "./elements.js";

const STEPS = { ArrowRight: 1, ArrowLeft: -1 };

// Put the parts of a group behind tabs, each named by its heading.
export function putBehindTabs(group) {
  const panels = [...group.children];
  const tabs = panels.map((panel, place) => {
    const heading = panel.firstElementChild;
    const { textContent } = heading;
    heading.hidden = true;
    Object.assign(panel, { role: "tabpanel", ariaLabel: textContent });
    const onclick = () => choose(place);
    return make("button", { type: "button", role: "tab", textContent, onclick });
  });

  function choose(chosen) {
    for (const [place, panel] of panels.entries()) {
      const isChosen = place === chosen;
      panel.hidden = !isChosen;
      Object.assign(tabs[place], { ariaSelected: isChosen, tabIndex: isChosen ? 0 : -1 });
    }
  }

  function walk({ key, target }) {
    const step = STEPS[key];
    if (!step) return;
    const tab = tabs.at((tabs.indexOf(target) + step) % tabs.length);
    tab.click();
    tab.focus();
  }

  const properties = { className: "sf-tabs", role: "tablist", ariaLabel: group.dataset.formats };
  group.prepend(make("div", { ...properties, onkeydown: walk }, ...tabs));
  choose(0);
}
