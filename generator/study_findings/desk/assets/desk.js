// Keys for whoever decides about many quotations, and marks put where the cursor is.
// Every decision is a form that works without this.

const KEYS_OFF = "findings-desk-keys-off";

/** Whether a key has led to a question of this page yet. */
let hasGone = false;

/** Whether another page is on its way, which nobody has seen yet. */
let isLeaving = false;

/** Give the key that was meant: on a keyboard of another script, the one that bears the letter. */
function meant(event) {
  if (/^[!-~]$/.test(event.key)) return event.key;
  if (event.key === "؟") return "?";
  const letter = /^Key([A-Z])$/.exec(event.code)?.[1];
  if (event.key.length > 2 || !letter) return event.key;
  return event.shiftKey ? letter : letter.toLowerCase();
}

/** Tell whether somebody is typing, so that a letter is a letter. */
function isTyping(target) {
  return target.closest("input:not([type='checkbox']), textarea, select, [contenteditable]") !== null;
}

function questions() {
  return [...document.querySelectorAll("[data-question]")];
}

function currentQuestion() {
  return document.querySelector("[data-question][data-current]") ?? questions()[0] ?? null;
}

/** Make one question of the gate the one that keys answer. */
function makeCurrent(question) {
  for (const other of questions()) other.toggleAttribute("data-current", other === question);
}

/** Go to the first question, and from there from one to the next. */
function nextQuestion() {
  const all = questions();
  if (all.length === 0) return;
  const next = hasGone ? all[(all.indexOf(currentQuestion()) + 1) % all.length] : currentQuestion();
  hasGone = true;
  makeCurrent(next);
  next.querySelector("input[name='instead']").focus();
}

/** Find what a key stands for: in the current question first, then on the page. */
function elementFor(key) {
  const named = `[data-key="${CSS.escape(key)}"]`;
  return currentQuestion()?.querySelector(named) ?? document.querySelector(named);
}

/** Press a button, follow a link, open a part; go to where something is to be typed. */
function use(element) {
  if (element.matches("input")) {
    element.focus();
  } else if (element.matches("summary")) {
    const part = element.parentElement;
    part.open = true;
    (part.querySelector("textarea, input:not([type='hidden']), select") ?? element).focus();
  } else {
    element.click();
  }
}

function onKey(event) {
  // A key that is held, or pressed before an answer is there, is not about the page that is left.
  if (event.repeat || isLeaving) return;
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key === "Escape" && isTyping(event.target)) {
    event.target.blur();
    return;
  }
  if (localStorage.getItem(KEYS_OFF) || isTyping(event.target)) return;
  const key = meant(event);
  if (key === "n") {
    event.preventDefault();
    nextQuestion();
    return;
  }
  const element = elementFor(key);
  if (element && !element.disabled) {
    event.preventDefault();
    use(element);
  }
}

function keepChoiceOfKeys(box) {
  box.checked = !localStorage.getItem(KEYS_OFF);
  box.addEventListener("change", () => {
    if (box.checked) localStorage.removeItem(KEYS_OFF);
    else localStorage.setItem(KEYS_OFF, "1");
  });
}

/** Put a mark into the text that was edited last, around what is selected there. */
function putMark(button, text) {
  const { selectionStart: start, selectionEnd: end, value } = text;
  const [before, after] = button.dataset.insert
    ? [button.dataset.insert, ""]
    : button.dataset.around.split(" ");
  const inner = button.dataset.insert ? "" : value.slice(start, end);
  text.setRangeText(before + inner + after, start, end, "end");
  if (!inner && after) text.setSelectionRange(start + before.length, start + before.length);
  text.focus();
}

function watchMarks(form) {
  let last = form.querySelector("textarea");
  form.addEventListener("focusin", (event) => {
    if (event.target.matches("textarea")) last = event.target;
  });
  for (const button of form.querySelectorAll("[data-insert], [data-around]")) {
    button.addEventListener("click", () => putMark(button, last));
  }
}

function leave() {
  isLeaving = true;
}

document.addEventListener("keydown", onKey);
document.addEventListener("submit", leave);
addEventListener("beforeunload", leave);
addEventListener("pageshow", () => {
  isLeaving = false;
});
document.querySelectorAll("[data-keys-on]").forEach(keepChoiceOfKeys);
document.querySelectorAll("[data-editing]").forEach(watchMarks);
makeCurrent(questions()[0] ?? null);
