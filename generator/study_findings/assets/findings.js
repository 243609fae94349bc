// Search, copying and the colour scheme. Every page reads and links without it.
(() => {
  "use strict";
  const script = document.currentScript.src;
  const base = new URL("../", script);
  const make = (tag, properties, ...children) => {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  };

  // Colour scheme

  const root = document.documentElement;
  const isDark = () => {
    if (root.dataset.scheme) return root.dataset.scheme === "dark";
    return matchMedia("(prefers-color-scheme: dark)").matches;
  };
  const startScheme = (button) => {
    const tell = () => { button.ariaPressed = isDark(); };
    button.hidden = false;
    button.ariaLabel = "Dark colours";
    tell();
    button.addEventListener("click", () => {
      root.dataset.scheme = isDark() ? "light" : "dark";
      try {
        localStorage.setItem("findings-scheme", root.dataset.scheme);
      } catch {
        // A browser that stores nothing keeps the choice for this page only.
      }
      tell();
    });
  };

  // Copying

  const COPIERS = "[data-copy-link], [data-copy-citation], [data-copy-text], [data-copy-address]";
  const fetchPage = async (url) => new DOMParser().parseFromString(await (await fetch(url)).text(), "text/html");
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
  const startCopying = () => {
    document.body.append(said);
    document.querySelectorAll(COPIERS).forEach((copier) => { copier.hidden = false; });
    document.addEventListener("click", async (event) => {
      const target = event.target.closest(COPIERS);
      if (!target || event.ctrlKey || event.metaKey || event.shiftKey) return;
      const { copyLink, copyCitation, copyText } = target.dataset;
      if (copyCitation) copy(await citationAt(new URL(copyCitation, location.href)), "Citation copied");
      else if (copyText) copy(document.querySelector(copyText).textContent.trim(), "Citation copied");
      else copy(target.href || new URL(copyLink || location.pathname, location.href).href, "Link copied");
    });
  };

  // Tabs: without this, their sections stand one under another

  const startTabs = (group) => {
    const panels = [...group.children];
    const tabs = panels.map((panel, at) => {
      const { textContent } = panel.firstElementChild;
      panel.firstElementChild.hidden = true;
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
  };

  // Search

  const PAGE = 10;
  let dialog, input, status, list, more, loading;
  let turn = 0;

  const button = (properties) => make("button", { type: "button", className: "sf-button", ...properties });
  const build = () => {
    input = make("input", { type: "search", autocomplete: "off", spellcheck: false, ariaLabel: "Search the findings" });
    const close = button({ textContent: "Close", onclick: () => dialog.close() });
    const form = make("form", { role: "search" }, input, close);
    status = make("p", { className: "sf-search-status", role: "status" });
    list = make("ol", {});
    more = button({ textContent: "More results", hidden: true });
    dialog = make("dialog", { className: "sf-search", ariaLabel: "Search" }, form, status, list, more);
    document.body.append(dialog);
    form.onsubmit = (event) => {
      event.preventDefault();
      list.querySelector("a")?.click();
    };
    input.oninput = () => look(input.value);
    dialog.onclick = (event) => { if (event.target === dialog) dialog.close(); };
    dialog.onkeydown = walk;
  };

  const walk = (event) => {
    if (event.key === "Escape") dialog.close();
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const stops = [input, ...list.querySelectorAll("a")];
    const at = stops.indexOf(document.activeElement);
    if (!step || at < 0) return;
    event.preventDefault();
    stops[at + step]?.focus();
  };

  const load = () => (loading ||= import(new URL("pagefind/pagefind.js", base).href).then(async (pagefind) => {
    await pagefind.options({ baseUrl: base.pathname, excerptLength: 24 });
    return pagefind;
  }));

  // Pagefind's excerpt is HTML: its text is read back, and only <mark> is made again.
  const marked = (html) => {
    const parsed = new DOMParser().parseFromString(html, "text/html").body;
    return [...parsed.childNodes].map((node) =>
      node.nodeName === "MARK" ? make("mark", { textContent: node.textContent }) : node.textContent);
  };

  const entry = (result) => {
    const place = result.sub_results?.find((part) => part.anchor && part.excerpt.includes("<mark>"));
    const title = [result.meta.title, place && place.title !== result.meta.title && place.title,
      result.meta.illustrative].filter(Boolean).join(" · ");
    return make("li", {}, make("a", { href: (place || result).url },
      make("span", { className: "sf-search-title", textContent: title }),
      make("span", { className: "sf-search-excerpt" }, ...marked((place || result).excerpt))));
  };

  const show = async (results, from, mine) => {
    const data = await Promise.all(results.slice(from, from + PAGE).map((result) => result.data()));
    if (mine !== turn) return;
    if (!from) {
      if (list.contains(document.activeElement)) input.focus();
      list.replaceChildren();
    }
    list.append(...data.map(entry));
    more.hidden = results.length <= from + PAGE;
    more.onclick = () => show(results, from + PAGE, mine);
  };

  const look = async (text) => {
    const mine = ++turn;
    if (!text.trim()) {
      list.replaceChildren();
      more.hidden = true;
      status.textContent = "Type a word that someone said.";
      return;
    }
    try {
      const pagefind = await load();
      // Pagefind drops a search for any later one.
      if (mine !== turn) return;
      const found = await pagefind.debouncedSearch(text, {}, 120);
      if (!found || mine !== turn) return;
      const number = found.results.length;
      await show(found.results, 0, mine);
      if (mine !== turn) return;
      status.textContent = number === 0 ? `Nothing found for “${text.trim()}”.`
        : number === 1 ? "1 result" : `${number} results`;
    } catch {
      status.textContent = "The search could not be loaded. Every quotation is on the Quotations page.";
    }
  };

  const open = () => {
    if (!dialog) build();
    if (!dialog.open) dialog.showModal();
    input.select();
    look(input.value);
    load().catch(() => {});
  };

  const startSearch = (button) => {
    button.hidden = false;
    button.onclick = open;
  };

  document.addEventListener("keydown", (event) => {
    const typing = event.target.closest("input, textarea, select, [contenteditable]");
    if (typing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" || event.key === "s") {
      event.preventDefault();
      event.stopImmediatePropagation();
      open();
    }
  }, true);

  // Paper has no summaries to open.
  addEventListener("beforeprint", () => {
    document.querySelectorAll(".sf-page details").forEach((part) => { part.open = true; });
  });
  // A site may not know its own address.
  document.querySelectorAll("[data-own-address]").forEach((place) => {
    place.textContent = location.href.split("#")[0];
  });
  globalThis.studyFindings = { make, load, fetchPage };
  document.querySelectorAll("[data-formats]").forEach(startTabs);
  document.querySelectorAll("[data-scheme-toggle]").forEach(startScheme);
  document.querySelectorAll("[data-search-open]").forEach(startSearch);
  startCopying();
})();
