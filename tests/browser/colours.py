"""Questions about colours, asked in a page: what stands out, and from what."""

from __future__ import annotations

from typing import Final

# How well one colour stands out from another, as WCAG reckons it.
RECKON: Final = """
  const shade = (colour) => {
    const dot = new OffscreenCanvas(1, 1).getContext("2d");
    dot.fillStyle = colour;
    dot.fillRect(0, 0, 1, 1);
    const [red, green, blue] = [...dot.getImageData(0, 0, 1, 1).data].map((part) =>
      part <= 10 ? part / 3294.6 : ((part / 255 + 0.055) / 1.055) ** 2.4);
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const against = (one, other) => {
    const [dark, light] = [shade(one), shade(other)].sort((a, b) => a - b);
    return (light + 0.05) / (dark + 0.05);
  };
  const clear = (colour) => /^rgba\\(.*, 0\\)$|\\/ 0\\)$/.test(colour);
  const behind = (element) => {
    for (let at = element; at; at = at.parentElement) {
      const { backgroundColor } = getComputedStyle(at);
      if (!clear(backgroundColor)) return backgroundColor;
    }
    return matchMedia("print").matches ? "white" : "Canvas";
  };
"""

# Links among words, how many, and those without an underline that stands out.
UNLIKE_THEIR_TEXT: Final = f"""() => {{
  {RECKON}
  const running = (link) => {{
    const text = link.closest("p, dd, li, td, th, figcaption");
    if (!text || link.closest("nav, svg, .sf-actions")) return false;
    const around = [...text.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE);
    return around.some((node) => /\\p{{L}}/u.test(node.data));
  }};
  const links = [...document.querySelectorAll("main a[href]")].filter(running);
  const lines = links.map((link) => {{
    const style = getComputedStyle(link);
    const seen = style.textDecorationLine.includes("underline")
      && against(style.textDecorationColor, behind(link)) >= 3;
    return [seen, link.outerHTML.slice(0, 120)];
  }});
  return {{ number: lines.length, bare: lines.filter(([seen]) => !seen).map(([, link]) => link) }};
}}"""

# What is lettered on the map of themes and does not stand out from what it is on.
FAINT_IN_THE_MAP: Final = f"""() => {{
  {RECKON}
  const faint = [];
  for (const text of document.querySelectorAll(".sf-map text, .sf-map tspan")) {{
    if (!text.getClientRects().length) continue;
    const under = text.closest("a")?.querySelector(".sf-map-behind");
    const paper = under ? getComputedStyle(under).fill : behind(text.closest("svg"));
    if (against(getComputedStyle(text).fill, paper) < 4.5) faint.push(text.textContent);
  }}
  return faint;
}}"""
