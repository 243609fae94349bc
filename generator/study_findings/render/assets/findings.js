// Search, copying and the colour scheme. Every page reads and links without it.
(() => {
  "use strict";
  const base = new URL("../", document.currentScript.src);
  const at = (address) => new URL(address, base).href;
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };
  const mark = (textContent) => make("mark", { textContent });
  const once = (get) => {
    let got;
    return () => (got ||= get());
  };
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // Colour scheme

  const kept = document.documentElement.dataset;
  const isDark = () => (kept.scheme ? kept.scheme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches);
  all("[data-scheme-toggle]").forEach((button) => {
    const tell = () => { button.ariaPressed = isDark(); };
    button.hidden = false;
    tell();
    button.onclick = () => {
      kept.scheme = isDark() ? "light" : "dark";
      try {
        localStorage.setItem("findings-scheme", kept.scheme);
      } catch {
        // Where nothing is stored, the choice is for this page.
      }
      tell();
    };
  });

  // Copying

  const COPIERS = "[data-copy-link], [data-copy-citation], [data-copy-text], [data-copy-address]";
  const parse = (html) => new DOMParser().parseFromString(html, "text/html");
  const fetchPage = async (url) => parse(await (await fetch(url)).text());
  const full = (address) => new URL(address, location.href).href;
  const citationAt = async (url) => {
    const page = await fetchPage(url);
    page.querySelector("[data-own-address]")?.append(url);
    return page.querySelector("#citation").textContent.trim();
  };
  const said = make("p", { className: "sf-copied", role: "status" });
  const copy = async (text, done) => {
    try {
      await navigator.clipboard.writeText(text);
      said.textContent = done;
    } catch {
      said.textContent = text;
    }
    setTimeout(() => { said.textContent = ""; }, 4000);
  };
  document.body.append(said);
  all(COPIERS).forEach((copier) => { copier.hidden = false; });
  document.addEventListener("click", async (event) => {
    const target = event.target.closest(COPIERS);
    if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const { copyLink, copyCitation, copyText } = target.dataset;
    if (copyCitation) copy(await citationAt(full(copyCitation)), _("Citation copied"));
    else if (copyText) copy(document.querySelector(copyText).textContent.trim(), _("Citation copied"));
    else copy(target.href || full(copyLink || location.pathname), _("Link copied"));
  });

  // Tabs: without this, their sections stand one under another

  all("[data-formats]").forEach((group) => {
    const panels = [...group.children];
    const tabs = panels.map((panel, at) => {
      const { textContent } = Object.assign(panel.firstElementChild, { hidden: true });
      Object.assign(panel, { role: "tabpanel", ariaLabel: textContent });
      return make("button", { type: "button", role: "tab", textContent, onclick: () => choose(at) });
    });
    const choose = (chosen) => panels.forEach((panel, at) => {
      panel.hidden = at !== chosen;
      tabs[at].ariaSelected = !panel.hidden;
      tabs[at].tabIndex = panel.hidden ? -1 : 0;
    });
    const onkeydown = ({ key, target }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      if (!step) return;
      const tab = tabs.at((tabs.indexOf(target) + step) % tabs.length);
      tab.click();
      tab.focus();
    };
    group.prepend(make("div", { className: "sf-tabs", role: "tablist", ariaLabel: group.dataset.formats, onkeydown }, ...tabs));
    choose(0);
  });

  // Results, some at a time, while they are wanted

  const SOME = 10;
  const showSome = async (list, more, field, results, make, isWanted, from = 0) => {
    const entries = await Promise.all(results.slice(from, from + SOME).map(make));
    if (!isWanted()) return;
    if (!from) {
      if (list.contains(document.activeElement)) field.focus();
      list.replaceChildren();
    }
    list.append(...entries);
    more.hidden = results.length <= from + SOME;
    more.onclick = async () => {
      await showSome(list, more, field, results, make, isWanted, from + SOME);
      const next = list.children[from + SOME];
      if (next) Object.assign(next, { tabIndex: -1 }).focus();
    };
  };

  // Search

  // A site in several languages is searched in that of the page; quotations are in all of them.
  const { edition } = document.querySelector("[data-search-open]").dataset;
  const filters = edition ? { in: { any: [edition, "all"] } } : {};
  // A reader who types on is not interrupted by what is found for the first letters.
  const TYPING = 120;
  let dialog, input, status, list, more;
  let turn = 0;

  const button = (properties) => make("button", { type: "button", className: "sf-button", ...properties });
  const build = () => {
    input = make("input", { type: "search", autocomplete: "off", spellcheck: false, ariaLabel: _("Search the findings") });
    const form = make("form", { role: "search" }, input, button({ textContent: _("Close"), onclick: () => dialog.close() }));
    status = make("p", { className: "sf-search-status", role: "status" });
    list = make("ol", {});
    more = button({ textContent: _("More results"), hidden: true });
    dialog = make("dialog", { className: "sf-search", ariaLabel: _("Search") }, form, status, list, more);
    document.body.append(dialog);
    form.onsubmit = () => {
      list.querySelector("a")?.click();
      return false;
    };
    input.oninput = () => look(input.value);
    dialog.onclick = ({ target }) => { if (target === dialog) dialog.close(); };
    dialog.onkeydown = walk;
  };

  const walk = (event) => {
    if (event.key === "Escape") dialog.close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [input, ...all("a", list)];
    const at = stops.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    stops[at + step]?.focus();
  };

  const load = once(() => import(at("assets/search.js")));
  const pause = (milliseconds) => new Promise((done) => { setTimeout(done, milliseconds); });
  const marked = (pieces) => pieces.map(({ text, isFound }) => (isFound ? mark(text) : text));

  const entryFor = ({ excerptOf, piecesOf }, words) => async ({ data }) => {
    const page = await data();
    const { title, illustrative } = page.meta;
    const { text, heading } = excerptOf(words, page);
    const place = heading && heading.text.trim() !== title ? heading.text.trim() : "";
    const href = place ? `${page.url}#${heading.id}` : page.url;
    const textContent = [title, place, illustrative].filter(Boolean).join(" · ");
    return make("li", {}, make("a", { href },
      make("span", { className: "sf-search-title", textContent }),
      make("span", { className: "sf-search-excerpt" }, ...marked(piecesOf(words, text)))));
  };

  const look = async (text) => {
    const mine = ++turn;
    if (!text.trim()) {
      list.replaceChildren();
      more.hidden = true;
      status.textContent = _("Type a word that someone said, or how it begins.");
      return;
    }
    try {
      const search = await load();
      await pause(TYPING);
      if (mine !== turn) return;
      const results = await search.find(text, filters);
      if (mine !== turn) return;
      const number = results.length;
      await showSome(list, more, input, results, entryFor(search, text), () => mine === turn);
      if (mine !== turn) return;
      status.textContent = number === 0 ? _("Nothing found for “{}”.").replace("{}", text.trim())
        : number === 1 ? _("1 result") : _("{} results").replace("{}", number);
    } catch {
      status.textContent = _("The search could not be loaded. Every quotation is on the Quotations page.");
    }
  };

  const open = () => {
    if (!dialog) build();
    if (!dialog.open) dialog.showModal();
    input.select();
    look(input.value);
    load().catch(() => {});
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey || !["/", "s"].includes(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    open();
  }, true);

  // Paper has no summaries to open.
  addEventListener("beforeprint", () => all(".sf-page details").forEach((part) => { part.open = true; }));
  // A site may not know its own address.
  all("[data-own-address]").forEach((place) => place.replaceChildren(full(place.dataset.ownAddress)));
  globalThis.studyFindings = { all, at, fetchPage, full, load, mark, once, showSome };
  all("[data-search-open]").forEach((opener) => Object.assign(opener, { hidden: false, onclick: open }));
})();
