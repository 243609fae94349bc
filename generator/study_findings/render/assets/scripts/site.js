// Addresses of the site, and what stands at them.

// Each script stands in assets/scripts/LANG/.
const root = new URL("../../../", import.meta.url);

export const rootPath = root.pathname;

// Give the whole address of what stands at a path of the site.
export function inSite(path) {
  return new URL(path, root).href;
}

// Give the whole address of what a page names by an address of its own.
export function fromHere(address) {
  return new URL(address, location.href).href;
}

export async function fetchPage(address) {
  const answer = await fetch(address);
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

export async function fetchJson(path) {
  const answer = await fetch(inSite(path), { cache: "no-cache" });
  return answer.json();
}
