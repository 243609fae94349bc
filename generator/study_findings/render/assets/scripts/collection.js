// The quotations that a reader keeps, by id, in the order they were kept: in this browser, and in
// an address that can be passed on. One that came by its address leaves the reader's own alone.

import { asText, idsIn, store, stored, whenStoredElsewhere } from "./keeping.js";

const PARAMETER = "kept";

// `field` stands in the form whose values the page's address holds: where a collection came by its
// address, or nothing can be stored, it is kept there.
export function makeCollection(field, whenChanged) {
  const linked = idsIn(new URLSearchParams(location.search).get(PARAMETER));
  let own = stored();
  // Only a collection that is not the reader's own is a guest.
  let isGuest = linked.length > 0 && own.length > 0 && linked.join() !== own.join();
  let ids = linked.length > 0 ? linked : own;
  let isStored = isGuest || store(ids);
  writeField();
  whenStoredElsewhere(readAgain);
  return {
    ids: () => [...ids],
    ownNumber: () => (isGuest ? own.length : 0),
    has: (id) => ids.includes(id),
    toggle: (id) => set(ids.includes(id) ? ids.filter((other) => other !== id) : [...ids, id]),
    empty: () => set([]),
    rename,
    showOwn,
    address,
    writeField,
  };

  function set(wanted) {
    rename((id) => id, wanted);
    whenChanged();
  }

  // Write ids as they are now; one that comes twice is kept once.
  function rename(nameNow, wanted = ids) {
    ids = [...new Set(wanted.map(nameNow))];
    if (!isGuest) isStored = store(ids);
    writeField();
  }

  function readAgain() {
    own = stored();
    if (!isGuest && isStored) ids = own;
    writeField();
    whenChanged();
  }

  function showOwn() {
    isGuest = false;
    ids = own;
    writeField();
    whenChanged();
  }

  function writeField() {
    field.value = isGuest || !isStored ? asText(ids) : "";
  }

  // The link carries the collection and nothing else of what the reader looked at.
  function address() {
    const { origin, pathname } = location;
    return `${origin}${pathname}?${PARAMETER}=${asText(ids)}`;
  }
}
