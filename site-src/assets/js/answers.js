// Answers are <details>, and need no script to be opened one by one. Here they are opened by a link to something inside
// them, all at once, and before printing.
globalThis.answerbook ??= {};
(() => {
  const all = () => [...document.querySelectorAll("details.answer")];
  const button = document.querySelector("[data-answers='all']");

  const label = () => {
    if (button) {
      const open = all().every((answer) => answer.open);
      button.textContent = open ? "Close all answers" : "Open all answers";
    }
  };

  const toggle = (answer) => {
    answer.open = !answer.open;
  };

  const toggleAll = () => {
    const open = !all().every((answer) => answer.open);
    for (const answer of all()) {
      answer.open = open;
    }
  };

  /** Opens whatever hides the target of an address, and shows it. */
  const reveal = (hash) => {
    const target = hash.length > 1 && document.getElementById(decodeURIComponent(hash.slice(1)));
    let opened = false;
    for (let at = target; at; at = at.parentElement) {
      if (at.localName === "details" && !at.open) {
        at.open = true;
        opened = true;
      }
    }
    if (opened) {
      target.scrollIntoView();
    }
  };

  addEventListener("hashchange", () => reveal(location.hash));
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (link && !event.defaultPrevented) {
      reveal(link.hash);
    }
  });
  document.addEventListener("toggle", label, true);
  reveal(location.hash);

  let closed = [];
  addEventListener("beforeprint", () => {
    closed = all().filter((answer) => !answer.open);
    for (const answer of closed) {
      answer.open = true;
    }
  });
  addEventListener("afterprint", () => {
    for (const answer of closed) {
      answer.open = false;
    }
  });

  if (button) {
    button.addEventListener("click", toggleAll);
    label();
  }
  answerbook.answers = { toggle, toggleAll };
})();
