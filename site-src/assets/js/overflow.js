// What is wider than the page scrolls inside itself, and can be reached by keyboard: but only where it does scroll.
globalThis.answerbook ??= {};
(() => {
  // In the one file, formulas are MathML alone.
  const FORMULA = ":is(.katex, math)";
  const SCROLLING =
    ".formula, .scroll, pre, " +
    `:is(p, h1, h2, h3, h4, figcaption):has(> ${FORMULA}), :is(ul, ol):has(> li > ${FORMULA})`;

  /** What to call a thing that scrolls; a paragraph or a heading is named by its own text. */
  const name = (element) => {
    const caption = element.closest("figure")?.querySelector("figcaption");
    const label = (caption?.querySelector(".label") ?? caption)?.textContent;
    if (element.matches("pre")) {
      return element.matches(".output") ? "Output" : `Listing ${label ?? ""}`.trim();
    }
    return element.matches(".scroll") ? (label ?? "Table") : element.matches(".formula") ? "Formula" : null;
  };

  const setScrolling = (element, scrolls) => {
    const label = scrolls ? name(element) : null;
    for (const [attribute, value] of [["tabindex", scrolls && "0"], ["role", label && "group"], ["aria-label", label]]) {
      if (value) {
        element.setAttribute(attribute, value);
      } else {
        element.removeAttribute(attribute);
      }
    }
  };

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
      setScrolling(element, scrolls);
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
