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
    // Nothing stands there that is gone a moment later.
    listed.hidden = Boolean(q.value.trim() || checked().length);
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

  // Each quotation's id and values, in the study's order

  const loadQuotations = once(async () =>
    (await (await fetch(inSite("quotations/filters.json"), { cache: "no-cache" })).json()).quotations);

  // A quotation is shown where it has a ticked value of every facet that has ticked values. A label
  // counts the quotations that would be shown with its value: its own facet's other ticks aside.

  const narrow = (quotations) => {
    const ticked = {};
    for (const { name, value } of checked()) (ticked[name] ||= []).push(value);
    const counts = new Map(boxes.map(({ name, value }) => [`${name} ${value}`, 0]));
    const left = quotations.filter(({ values }) => {
      const lacking = Object.keys(ticked).filter((name) => !ticked[name].some((value) => values[name]?.includes(value)));
      for (const [name, keys] of Object.entries(values))
        if (lacking.every((other) => other === name))
          for (const key of keys) counts.set(`${name} ${key}`, counts.get(`${name} ${key}`) + 1);
      return !lacking.length;
    });
    for (const box of boxes) {
      const count = counts.get(`${box.name} ${box.value}`);
      const label = box.parentElement;
      label.querySelector("[data-count]").textContent = count;
      label.classList.toggle("sf-none", !count && !box.checked);
    }
    return left;
  };

  // Quotations that hold the words, by the script that knows the index

  const search = async (words) => {
    const [{ find, quotationPlaces }, quotations] = await Promise.all([load(), loadQuotations()]);
    const places = await quotationPlaces();
    const found = (await find(words))
      .filter(({ id }) => places.has(id))
      .map(({ id }) => ({ ...quotations[places.get(id)], place: places.get(id) }));
    return sort.value ? found : found.sort((one, other) => one.place - other.place);
  };

  // A card comes from its quotation's page

  const cardFor = (words) => async ({ id }) => {
    const url = full(inSite(`q/${id}/`));
    const card = (await fetchPage(url)).querySelector(".sf-one figure");
    all(".sf-actions > *", card).forEach((action) => {
      action.hidden = false;
      if (action.href) action.href = url;
      for (const name in action.dataset) action.dataset[name] = url;
    });
    if (words) await highlight(card, words);
    return card;
  };
  const highlight = async (card, words) => {
    const { piecesOf } = await load();
    const nodes = all(".sf-text, .sf-text *", card).flatMap(({ childNodes }) => [...childNodes]);
    for (const node of nodes.filter((node) => node instanceof Text))
      node.replaceWith(...piecesOf(words, node.data).map(({ text, isFound }) => (isFound ? mark(text) : text)));
  };

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
      let results = words ? await search(words) : (number || panel.open) && await loadQuotations();
      if (mine !== turn) return;
      if (number || panel.open) results = narrow(results);
      if (!empty) await showSome(found, more, q, results, cardFor(words), () => mine === turn);
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
