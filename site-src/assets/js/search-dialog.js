// The search dialog: loads what it needs when it is first opened, finds while one types, and is used by keyboard.
globalThis.answerbook ??= {};
(() => {
  const dialog = document.getElementById("search");
  const input = dialog.querySelector("input");
  const state = dialog.querySelector(".state");
  const list = dialog.querySelector(".hits");
  const root = document.body.dataset.root;
  const oneFile = "oneFile" in document.body.dataset; // then everything is there
  const MOST = 20;
  let find = null;
  let loading = null;

  const load = (source) =>
    new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = root + source;
      script.async = false;
      script.onload = resolve;
      script.onerror = () => reject(new Error(source));
      document.head.append(script);
    });

  const prepare = async () => {
    if (!oneFile) {
      const names = ["assets/js/words.js", "assets/js/search.js", "assets/js/excerpt.js", "data/search.js"];
      await Promise.all(names.map(load));
    }
    find = answerbook.search.finder(answerbook.index);
  };

  const text = (element, pieces) => {
    for (const [piece, found] of pieces) {
      const node = found ? document.createElement("mark") : document.createTextNode(piece);
      if (found) {
        node.textContent = piece;
      }
      element.append(node);
    }
    return element;
  };

  /** Where a question is, or its answer. */
  const place = (address, fromAnswer) => {
    const slug = address.replace(/^.*\/|\.html$/g, "");
    const part = fromAnswer ? `#${slug}--answer` : oneFile ? `#${slug}` : "";
    return oneFile ? part : root + address + part;
  };

  const item = (hit, terms) => {
    const { title, text: excerpt, fromAnswer } = answerbook.excerpt.of(hit, terms);
    const { address, topicTitle, level } = hit.entry;
    const link = document.createElement("a");
    link.href = place(address, fromAnswer);
    link.append(text(document.createElement("strong"), title));
    link.append(text(document.createElement("span"), excerpt));
    const context = document.createElement("small");
    context.textContent = `${topicTitle} · ${level}`;
    link.append(context);
    const entry = document.createElement("li");
    entry.append(link);
    return entry;
  };

  const message = (count) => {
    if (input.value.trim() === "") {
      return "";
    }
    return count === 0 ? "Nothing found." : count === 1 ? "1 question" : `${count} questions`;
  };

  const show = () => {
    if (find) {
      const { hits, terms } = find(input.value);
      list.replaceChildren(...hits.slice(0, MOST).map((hit) => item(hit, terms)));
      list.scrollTop = 0;
      state.textContent = message(hits.length);
    }
  };

  dialog.addEventListener("open", async () => {
    input.select();
    try {
      loading ??= prepare();
      await loading;
      show();
    } catch (error) {
      state.textContent = `Search could not be loaded: ${error.message} is missing.`;
      loading = null;
    }
  });
  input.addEventListener("input", show);

  dialog.addEventListener("keydown", (event) => {
    const links = [...list.querySelectorAll("a")];
    const at = links.indexOf(document.activeElement);
    if (event.key === "ArrowDown" && links.length > 0) {
      event.preventDefault();
      links[Math.min(at + 1, links.length - 1)].focus();
    } else if (event.key === "ArrowUp" && at >= 0) {
      event.preventDefault();
      (at === 0 ? input : links[at - 1]).focus();
    } else if (event.key === "Escape") {
      dialog.close(); // at once: by itself the field would only be emptied
    } else if (event.key === "Enter" && event.target === input) {
      event.preventDefault();
      links[0]?.click();
    }
  });
  list.addEventListener("click", (event) => event.target.closest("a") && dialog.close());
})();
