// What is wider than the page scrolls inside itself, and can be reached by keyboard: but only where it does scroll.
globalThis.answerbook ??= {};
(() => {
  const SCROLLING =
    ".formula, .scroll, pre, :is(p, h1, h2, h3, h4, figcaption):has(> .katex), :is(ul, ol):has(> li > .katex)";

  const update = (root) => {
    const changes = [];
    for (const element of root.querySelectorAll(SCROLLING)) {
      if (!element.closest("details:not([open])")) {
        const scrolls =
          element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== "visible";
        changes.push([element, scrolls]);
      }
    }
    for (const [element, scrolls] of changes) {
      if (scrolls) {
        element.tabIndex = 0;
      } else {
        element.removeAttribute("tabindex");
      }
    }
  };

  let waiting = false;
  const later = () => {
    if (!waiting) {
      waiting = true;
      requestAnimationFrame(() => {
        waiting = false;
        update(document);
      });
    }
  };

  addEventListener("resize", later);
  document.addEventListener("toggle", (event) => event.target.open && update(event.target), true);
  document.fonts.ready.then(later);
  answerbook.overflow = { update };
})();
