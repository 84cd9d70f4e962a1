// Notes what moves after it was painted, unless a reader's input moved it.
window.shifts = [];
new PerformanceObserver((list) => {
  const name = (node) => (node?.nodeType === 1 ? node : node?.parentElement)?.outerHTML?.slice(0, 90) ?? "?";
  const box = ({ x, y, width, height }) => `${[x, y, width, height].map(Math.round).join(",")}`;
  const source = ({ node, previousRect, currentRect }) => `${name(node)} ${box(previousRect)} to ${box(currentRect)}`;
  for (const entry of list.getEntries()) {
    if (!entry.hadRecentInput) {
      window.shifts.push(`${entry.value.toFixed(5)}: ${entry.sources.map(source).join(" | ")}`);
    }
  }
}).observe({ type: "layout-shift", buffered: true });

// Notes the theme that was chosen when the body began, before anything was painted.
new MutationObserver((changes, observer) => {
  if (document.body) {
    window.themeAtFirst = document.documentElement.dataset.theme ?? "auto";
    observer.disconnect();
  }
}).observe(document, { childList: true, subtree: true });
