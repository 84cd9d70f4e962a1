// Names formulas, drawings, listings and tables that take no room although the answers are open.
const kinds = ".katex-html, math, svg.drawing, pre, table, nav a, .answer-body";
return [...document.querySelectorAll(`main :is(${kinds}), body > * :is(nav a)`)]
  .filter((each) => !each.checkVisibility() || each.getBoundingClientRect().width === 0)
  .filter((each) => !each.closest(".scripted, dialog, .side details:not([open])"))
  .map((each) => each.outerHTML.slice(0, 120));
