// Progress in practice: kept on the device, saved as a file, read from one.
globalThis.answerbook ??= {};
(() => {
  const { store, repetition } = answerbook;
  const KEY = "progress";

  /** Today where the reader is, as "2026-01-31". */
  const today = () => {
    const now = new Date();
    return new Date(now.getTime() - now.getTimezoneOffset() * 60_000).toISOString().slice(0, 10);
  };

  const cards = () => {
    try {
      return repetition.read(JSON.stringify(store.read(KEY)));
    } catch {
      return {};
    }
  };

  const keep = (all) => store.write(KEY, JSON.parse(repetition.write(all)));

  const rate = (slug, rating) => {
    const all = cards();
    all[slug] = repetition.rate(all[slug], rating, today());
    keep(all);
  };

  const save = () => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([repetition.write(cards())], { type: "application/json" }));
    link.download = `answerbook-progress-${today()}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
  };

  const merge = (text) => keep(repetition.merge(cards(), repetition.read(text)));

  answerbook.progress = { today, cards, rate, save, merge, forget: () => keep({}) };
})();
