// Keys, and the dialogs that buttons and keys open. Single keys can be turned off in the help dialog.
globalThis.answerbook ??= {};
(() => {
  const store = answerbook.store;
  const main = document.getElementById("content");

  const open = (name) => {
    const dialog = document.getElementById(name);
    if (dialog && !document.querySelector("dialog[open]")) {
      dialog.showModal();
      dialog.dispatchEvent(new Event("open"));
    }
  };

  /** The questions that are shown. */
  const shown = () =>
    [...main.querySelectorAll("article.question")].filter((question) => question.getClientRects().length > 0);

  /** The question that is read: in the whole book, the last one that starts above the middle of the window. */
  const current = (questions) => {
    const above = questions.filter((question) => question.getBoundingClientRect().top < innerHeight / 2);
    return above.length - 1;
  };

  const turn = (rel, step) => {
    const link = main.querySelector(`.turn [rel='${rel}']`);
    if (link) {
      link.click();
      return;
    }
    const questions = shown();
    const next = questions[current(questions) + step];
    if (questions.length > 1 && next) {
      next.scrollIntoView();
      next.querySelector("a, summary").focus({ preventScroll: true });
    }
  };

  const toggle = () => {
    const questions = shown();
    const answer = questions[Math.max(0, current(questions))]?.querySelector("details.answer");
    if (answer) {
      answerbook.answers.toggle(answer);
      answer.querySelector("summary").focus({ preventScroll: true });
    }
  };

  const actions = {
    "/": () => open("search"),
    "?": () => open("help"),
    n: () => turn("next", 1),
    p: () => turn("prev", -1),
    o: toggle,
    a: () => answerbook.answers.toggleAll(),
  };

  const isWriting = (element) =>
    element.isContentEditable ||
    element.matches("textarea, select, input:not([type='checkbox'], [type='radio'], [type='file'])");

  /** Whether a single key may do something now. */
  const isFree = (event) =>
    !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.defaultPrevented) &&
    store.read("keys") !== false &&
    !isWriting(event.target) &&
    !document.querySelector("dialog[open]");

  document.addEventListener("keydown", (event) => {
    if (Object.hasOwn(actions, event.key) && isFree(event)) {
      event.preventDefault();
      actions[event.key]();
    }
  });

  for (const button of document.querySelectorAll("[data-opens]")) {
    button.addEventListener("click", () => open(button.dataset.opens));
  }
  for (const dialog of document.querySelectorAll("dialog")) {
    dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());
  }
  const box = document.getElementById("keys-on");
  box.checked = store.read("keys") !== false;
  box.addEventListener("change", () => store.write("keys", box.checked));
  answerbook.keys = { isFree };
})();
