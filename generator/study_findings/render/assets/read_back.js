// Gathers the answers on a page to read back, and gives them as a file or as text.
// It sends nothing and keeps nothing: what is not saved is gone when the page is closed.
"use strict";
(() => {
  const form = document.getElementById("answers");
  const sections = [...form.querySelectorAll("[data-quotation]")];
  const asText = document.getElementById("as-text");
  const standing = document.getElementById("standing");
  const begun = new Map(sections.map((section) => [section, section.querySelector("textarea").value]));
  let isUnsaved = false;

  const answerOf = (section) => {
    const chosen = section.querySelector("input:checked");
    if (!chosen) return null;
    const words = section.querySelector("textarea").value.trim();
    const isNew = chosen.value === "change" && words !== begun.get(section).trim();
    return {
      quotation: section.dataset.quotation,
      shown: section.dataset.shown,
      answer: chosen.value,
      words: isNew ? words : "",
    };
  };

  const gathered = () => ({
    format: "study-findings read-back 1",
    study: form.dataset.study,
    participant: form.dataset.participant,
    answers: sections.map(answerOf).filter(Boolean),
    remark: document.getElementById("remark").value.trim(),
  });

  const barred = (words) => (words ? words.split("\n").map((line) => `| ${line}`.trimEnd()) : []);

  const written = (all) => [
    all.format,
    `study ${all.study}`,
    `participant ${all.participant}`,
    ...all.answers.flatMap((one) => [`${one.quotation} ${one.shown} ${one.answer}`, ...barred(one.words)]),
    ...(all.remark ? ["remark", ...barred(all.remark)] : []),
    `end ${all.answers.length}`,
    "",
  ].join("\n");

  const show = (said) => {
    const all = gathered();
    asText.value = all.answers.length || all.remark ? written(all) : "";
    standing.textContent = said || _("{answered} of {all} answered.")
      .replace("{answered}", all.answers.length)
      .replace("{all}", sections.length);
    return all;
  };

  const save = () => {
    const all = show();
    if (!asText.value) return show(_("Nothing is answered yet."));
    const file = new Blob([`${JSON.stringify(all, null, 1)}\n`], { type: "application/json" });
    const link = document.createElement("a");
    link.href = URL.createObjectURL(file);
    link.download = `read-back-${all.participant.replace("/", "_")}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    isUnsaved = false;
    return show(_("Saved. The file is where this device keeps downloads."));
  };

  const copy = async () => {
    show();
    if (!asText.value) return show(_("Nothing is answered yet."));
    asText.select();
    try {
      await navigator.clipboard.writeText(asText.value);
    } catch {
      if (!document.execCommand("copy")) return show(_("The text is marked below: copy it by hand."));
    }
    isUnsaved = false;
    return show(_("Copied. Paste it into a message."));
  };

  form.addEventListener("input", (event) => {
    if (event.target === asText) return;
    isUnsaved = true;
    show();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  document.getElementById("save").addEventListener("click", save);
  document.getElementById("copy").addEventListener("click", copy);
  addEventListener("beforeunload", (event) => {
    if (isUnsaved) event.preventDefault();
  });
  document.getElementById("no-script").hidden = true;
  document.getElementById("hand-back").hidden = false;
  show();
})();
