// The explorer: filters and search over the quotations, its state in the address.
(() => {
  "use strict";
  const { make, load, fetchPage } = globalThis.studyFindings;
  const form = document.getElementById("explorer");
  if (!form) return;
  const listed = document.getElementById("listed");
  const found = document.getElementById("found");
  const more = document.getElementById("more");
  const said = form.querySelector("[data-said]");
  const active = form.querySelector("[data-active]");
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const counts = new Map(boxes.map((box) => [box, box.parentElement.querySelector("[data-count]")]));
  const panel = form.querySelector(".sf-filters");
  const names = [...new Set(boxes.map((box) => box.name))];
  const PAGE = 10;
  let turn = 0;

  // State

  const read = () => {
    const chosen = {};
    for (const box of boxes) if (box.checked) (chosen[box.name] ||= []).push(box.value);
    return { q: form.elements.q.value.trim(), sort: form.elements.sort.value, chosen };
  };
  const isEmpty = (state) => !state.q && !Object.keys(state.chosen).length;
  const address = (state) => {
    const parameters = new URLSearchParams();
    if (state.q) parameters.set("q", state.q);
    for (const name of names) for (const value of state.chosen[name] || []) parameters.append(name, value);
    if (state.sort) parameters.set("sort", state.sort);
    const query = parameters.toString();
    return location.pathname + (query ? `?${query}` : "");
  };
  const restore = () => {
    const parameters = new URLSearchParams(location.search);
    form.elements.q.value = parameters.get("q") || "";
    form.elements.sort.value = parameters.get("sort") || "";
    for (const box of boxes) box.checked = parameters.getAll(box.name).includes(box.value);
    panel.open ||= boxes.some((box) => box.checked);
    show();
  };
  const change = (replace) => {
    history[replace ? "replaceState" : "pushState"](null, "", address(read()));
    show();
  };

  // Search: any value within a facet, all facets together

  const filters = (chosen, without) => {
    const made = { in: "quotations" };
    for (const name of names) if (name !== without && chosen[name]) made[name] = { any: chosen[name] };
    return made;
  };
  const sorting = (state) => (state.sort === "match" && state.q ? {} : { sort: { order: "asc" } });

  const tell = async (pagefind, state, result) => {
    const perFacet = await Promise.all(names.map(async (name) => [name, state.chosen[name]
      ? (await pagefind.search(state.q || null, { filters: filters(state.chosen, name) })).filters
      : result.filters]));
    const all = Object.fromEntries(perFacet);
    for (const [box, place] of counts) {
      const number = all[box.name]?.[box.name]?.[box.value] ?? 0;
      place.textContent = number;
      box.parentElement.classList.toggle("sf-none", !number && !box.checked);
    }
  };

  // The card comes from the quotation's own page

  const fetchCard = async (data) => {
    const url = new URL(data.url, location.href).href;
    const card = (await fetchPage(url)).querySelector(".sf-one .sf-quotation");
    card.querySelectorAll(".sf-actions > *").forEach((action) => {
      action.hidden = false;
      if (action.href) action.href = url;
      for (const name in action.dataset) action.dataset[name] = url;
    });
    highlight(card, data);
    return card;
  };
  const highlight = (card, data) => {
    const words = data.content.split(/\s+/);
    const hits = new Set(data.locations.map((at) => strip(words[at])).filter(Boolean));
    if (!hits.size || !form.elements.q.value.trim()) return;
    const texts = [...card.querySelectorAll(".sf-text, .sf-text *")]
      .flatMap((node) => [...node.childNodes]).filter((node) => node.nodeType === Node.TEXT_NODE);
    for (const text of texts) {
      const parts = text.data.split(/(\s+)/);
      text.replaceWith(...parts.map((part) => (hits.has(strip(part)) ? make("mark", { textContent: part }) : part)));
    }
  };
  const strip = (word) => (word || "").toLowerCase().replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}\p{M}]+$/gu, "");

  const page = async (results, from, mine) => {
    const data = await Promise.all(results.slice(from, from + PAGE).map((result) => result.data()));
    const cards = await Promise.all(data.map(fetchCard));
    if (mine !== turn) return;
    if (from) found.append(...cards);
    else found.replaceChildren(...cards);
    more.hidden = results.length <= from + PAGE;
    more.onclick = async () => {
      await page(results, from + PAGE, mine);
      const next = found.children[from + PAGE];
      next?.setAttribute("tabindex", "-1");
      next?.focus();
    };
  };

  const show = async () => {
    const mine = ++turn;
    const state = read();
    const empty = isEmpty(state);
    const number = Object.values(state.chosen).flat().length;
    active.textContent = number ? ` (${number})` : "";
    form.querySelector("[type=reset]").hidden = empty;
    try {
      const pagefind = await load();
      // Pagefind counts only the filters it has loaded.
      if (panel.open) await pagefind.filters();
      const result = await pagefind.search(state.q || null, { filters: filters(state.chosen), ...sorting(state) });
      if (mine !== turn) return;
      if (panel.open) await tell(pagefind, state, result);
      if (!empty) await page(result.results, 0, mine);
      if (mine !== turn) return;
      listed.hidden = !empty;
      found.hidden = empty;
      if (empty) more.hidden = true;
      said.textContent = empty ? ""
        : result.results.length === 0 ? _("No quotation has all of this. Take a filter away, or try another word.")
          : result.results.length === 1 ? _("1 quotation") : _("{} quotations").replace("{}", result.results.length);
    } catch {
      said.textContent = _("The filters could not be loaded. All quotations stand below.");
      listed.hidden = false;
      found.hidden = true;
    }
  };

  form.hidden = false;
  document.querySelector("[data-plain]")?.remove();
  form.addEventListener("submit", (event) => { event.preventDefault(); change(false); });
  form.addEventListener("reset", () => setTimeout(() => change(false)));
  form.addEventListener("change", (event) => { if (event.target !== form.elements.q) change(false); });
  let waiting;
  form.elements.q.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => change(new URLSearchParams(location.search).has("q")), 200);
  });
  addEventListener("popstate", restore);
  panel.addEventListener("toggle", () => { if (panel.open) show(); });
  if (location.search) restore();
})();
