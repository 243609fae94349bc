// Results, some at a time, while they are wanted.

const SOME = 10;

// Show some results from one of them on. `place` has the list they are shown in, the button for
// more, the field they answer, and what is done when entries are shown; `makeEntry` gives a
// result's element, or a promise of it.
export async function showSome(place, results, makeEntry, isWanted, from = 0) {
  const { list, more, field, whenShown } = place;
  const following = from + SOME;
  const entries = await Promise.all(results.slice(from, following).map(makeEntry));
  if (!isWanted()) return;
  if (from === 0) {
    if (list.contains(document.activeElement)) field.focus();
    list.replaceChildren();
  }
  list.append(...entries);
  whenShown?.(entries);
  more.hidden = results.length <= following;
  more.onclick = bringMore;

  // Pressed again before they are there, it does not bring the same twice.
  async function bringMore() {
    more.onclick = null;
    try {
      await showSome(place, results, makeEntry, isWanted, following);
    } finally {
      more.onclick ??= bringMore;
    }
    focusOn(list.children[following]);
  }
}

function focusOn(entry) {
  if (!entry) return;
  entry.tabIndex = -1;
  entry.focus();
}
