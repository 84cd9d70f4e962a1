// Notes what moves after it was painted, unless a reader's input moved it.
window.shifts = [];
new PerformanceObserver((list) => {
  const name = ({ node }) => (node?.nodeType === 1 ? node : node?.parentElement)?.outerHTML?.slice(0, 90) ?? "?";
  for (const entry of list.getEntries()) {
    if (!entry.hadRecentInput) {
      window.shifts.push(`${entry.value.toFixed(5)}: ${entry.sources.map(name).join(" | ")}`);
    }
  }
}).observe({ type: "layout-shift", buffered: true });
