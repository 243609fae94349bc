// The explorer: filters and search over the quotations, its state in the address.
(() => {
  "use strict";
  const { all, at: inSite, fetchPage, full, load, mark, once, showSome } = globalThis.studyFindings;
  const [form, listed, found, more] = ["explorer", "listed", "found", "more"].map((id) => document.getElementById(id));
  if (!form) return;
  const [said, active, panel, clear] = ["[data-said]", "[data-active]", "details", "[type=reset]"]
    .map((selector) => form.querySelector(selector));
  const { q, sort } = form.elements;
  const boxes = all("[type=checkbox]", form);
  const checked = () => boxes.filter((box) => box.checked);
  let turn = 0;

  // State

  const restore = () => {
    const parameters = new URLSearchParams(location.search);
    for (const field of [q, sort]) field.value = parameters.get(field.name) || "";
    for (const box of boxes) box.checked = parameters.getAll(box.name).includes(box.value);
    // Opening shows too.
    if (panel.open || !checked().length) show();
    panel.open ||= checked().length;
  };
  const change = (replace) => {
    const parameters = new URLSearchParams(new FormData(form));
    for (const { name, value } of [q, sort]) if (!value.trim()) parameters.delete(name);
    history[replace ? "replaceState" : "pushState"](null, "", `${location.pathname}?${parameters}`.replace(/\?$/, ""));
    show();
  };

  // The study's quotations, in its order: ids, and the boxes of each one's values

  const fetchJson = async (name) => (await fetch(inSite(`quotations/${name}`), { cache: "no-cache" })).json();
  const loadIds = once(async () => (await fetchJson("ids.json")).split("Z"));
  const loadValues = once(async () => {
    const { quotations, values } = await fetchJson("filters.json");
    const numbers = (columns, at) => columns.map((digits) => parseInt(digits.map((digit) => digit[at]).join(""), 36));
    const known = boxes.map((box, at) => [at + 1, ...numbers(values, at)].map((number) => boxes[number - 1]));
    return Array.from(quotations[0][0], (_, at) =>
      numbers(quotations, at).flatMap((number) => known[number - 1] || []).filter(Boolean));
  });

  // Any value of a facet, all facets together; counts for a value leave its own facet out

  const narrow = (values, results) => {
    const asked = [...new Set(checked().map((box) => box.name))];
    const counts = new Map();
    const left = results.filter(({ at }) => {
      const lacking = asked.filter((name) => !values[at].some((box) => box.checked && box.name === name));
      for (const box of values[at])
        if (lacking.every((name) => name === box.name)) counts.set(box, (counts.get(box) || 0) + 1);
      return !lacking.length;
    });
    for (const box of boxes) {
      const label = box.parentElement;
      label.lastElementChild.textContent = counts.get(box) || 0;
      label.classList.toggle("sf-none", !counts.has(box) && !box.checked);
    }
    return left;
  };

  // Pagefind names pages its own way: all quotations, sorted, tell which is which

  const loadPlaces = once(async () => {
    const { results } = await (await load()).search("00quotation", { sort: { order: "asc" } });
    return new Map(results.map(({ id }, at) => [id, at]));
  });
  let last = {};
  const search = async (words) => {
    const places = await loadPlaces();
    if (last.words !== words) last = { words, ...await (await load()).search(words) };
    const quotations = last.results.map(({ id, data }) => ({ at: places.get(id), data })).filter(({ at }) => at >= 0);
    return sort.value ? quotations : quotations.sort((one, other) => one.at - other.at);
  };

  // A card comes from its quotation's page

  const fetchCard = async ({ at, data }) => {
    const match = await data?.();
    const url = full(match?.url || inSite(`q/${(await loadIds())[at]}/`));
    const card = (await fetchPage(url)).querySelector(".sf-one figure");
    all(".sf-actions > *", card).forEach((action) => {
      action.hidden = false;
      if (action.href) action.href = url;
      for (const name in action.dataset) action.dataset[name] = url;
    });
    if (match) highlight(card, match);
    return card;
  };
  const highlight = (card, { content, locations }) => {
    const words = content.split(/\s+/);
    const hits = new Set(locations.map((at) => strip(words[at])).filter(Boolean));
    const nodes = all(".sf-text, .sf-text *", card).flatMap(({ childNodes }) => [...childNodes]);
    for (const text of nodes.filter((node) => node instanceof Text)) {
      const parts = text.data.split(/(\s+)/);
      text.replaceWith(...parts.map((part) => (hits.has(strip(part)) ? mark(part) : part)));
    }
  };
  const strip = (word = "") => word.toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "");

  const showWhole = (whole) => {
    listed.hidden = !whole;
    found.hidden = whole;
    more.hidden ||= whole;
  };
  const show = async () => {
    const mine = ++turn;
    const words = q.value.trim();
    const number = checked().length;
    const empty = !words && !number;
    active.textContent = number ? ` (${number})` : "";
    clear.hidden = empty;
    try {
      const values = (number || panel.open) && await loadValues();
      let results = words ? await search(words) : values && values.map((_, at) => ({ at }));
      if (mine !== turn) return;
      if (values) results = narrow(values, results);
      if (!empty) await showSome(found, more, q, results, fetchCard, () => mine === turn);
      if (mine !== turn) return;
      showWhole(empty);
      said.textContent = empty ? ""
        : results.length === 0 ? _("No quotation has all of this. Take a filter away, or try another word.")
          : results.length === 1 ? _("1 quotation") : _("{} quotations").replace("{}", results.length);
    } catch {
      said.textContent = _("The filters could not be loaded. All quotations stand below.");
      showWhole(true);
    }
  };

  form.hidden = false;
  document.querySelector("[data-plain]")?.remove();
  form.onsubmit = () => { change(); return false; };
  form.onreset = () => setTimeout(change);
  form.onchange = ({ target }) => { if (target !== q) change(); };
  let waiting;
  q.oninput = () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => change(/[?&]q=/.test(location.search)), 200);
  };
  addEventListener("popstate", restore);
  panel.ontoggle = () => { if (panel.open) show(); };
  if (location.search) restore();
})();
