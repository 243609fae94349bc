// Which quotations the ticked values leave, and how many each value would leave. It knows no page.

// A quotation is left where it has a ticked value of every facet that has ticked values. Counted,
// by facet and value, are the quotations that would be left with the value: its own facet's other
// ticks aside. Each quotation has `values`, a list by facet; `ticked` is a map of such lists.
export function narrow(quotations, ticked) {
  const counts = new Map();
  const left = quotations.filter(({ values }) => {
    const lacking = facetsLacking(values, ticked);
    for (const [facet, own] of Object.entries(values)) {
      if (lacking.every((other) => other === facet)) countEach(counts, facet, own);
    }
    return lacking.length === 0;
  });
  return { left, counts };
}

export function countOf(counts, facet, value) {
  return counts.get(facet)?.get(value) ?? 0;
}

function facetsLacking(values, ticked) {
  const hasNone = ([facet, wanted]) => !wanted.some((value) => values[facet]?.includes(value));
  return [...ticked].filter(hasNone).map(([facet]) => facet);
}

function countEach(counts, facet, values) {
  const ofFacet = counts.get(facet) ?? new Map();
  for (const value of values) ofFacet.set(value, (ofFacet.get(value) ?? 0) + 1);
  counts.set(facet, ofFacet);
}
