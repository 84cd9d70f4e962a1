// The questions of a practice run. They arrive as scripts, since a page that was opened as a file can load nothing else.
globalThis.answerbook ??= {};
(() => {
  const waiting = new Map();

  const add = (slug, html) => waiting.get(slug)?.(html);

  const load = (slug) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      waiting.set(slug, resolve);
      script.src = `${document.body.dataset.root}practice/${slug}.js`;
      script.onerror = () => reject(new Error(`practice/${slug}.js is missing.`));
      script.onload = () => script.remove();
      document.head.append(script);
    });

  /** A question with its answer closed. */
  const get = async (slug) => {
    const template = document.createElement("template");
    template.innerHTML = await load(slug);
    return template.content;
  };

  answerbook.cards = { add, get, release: () => {} };
})();
