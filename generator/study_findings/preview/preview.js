// Follows the preview: shows its banner as it is now, and loads the page again when there is a new site.
(() => {
  const host = document.getElementById("findings-preview");
  const root = host.shadowRoot || host.attachShadow({ mode: "open" });
  let shown;

  const show = (banner) => {
    root.innerHTML = banner;
    const section = root.querySelector("section");
    document.body.style.paddingBottom = section ? `${section.offsetHeight}px` : "";
  };

  const ask = async () => {
    if (document.visibilityState === "visible") {
      try {
        const answer = await fetch("/.findings/state", { cache: "no-store" });
        const { site, banner } = await answer.json();
        if (site !== host.dataset.site) {
          location.reload();
          return;
        }
        if (banner !== shown) show(banner);
        shown = banner;
      } catch {
        // The preview was stopped; it may be started again.
      }
    }
    setTimeout(ask, 1000);
  };

  ask();
})();
