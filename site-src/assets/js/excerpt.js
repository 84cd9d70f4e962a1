// What a hit shows: its title and the best part of its text, with the words that were found between marks, and TeX made
// readable.
globalThis.answerbook ??= {};
(() => {
  const { of, compounds } = answerbook.words;
  const LENGTH = 170;
  const START = 0xe000; // the mark of the first term; that of the second follows, and so on
  const END = "\ue0ff";
  const SYMBOLS = new Map(Object.entries({
    alpha: "α", beta: "β", gamma: "γ", delta: "δ", epsilon: "ε", varepsilon: "ε", eta: "η", theta: "θ", lambda: "λ",
    mu: "μ", nu: "ν", pi: "π", rho: "ρ", sigma: "σ", tau: "τ", phi: "φ", varphi: "φ", chi: "χ", psi: "ψ", omega: "ω",
    Delta: "Δ", Sigma: "Σ", Phi: "Φ", Omega: "Ω", Theta: "Θ", sum: "∑", prod: "∏", sqrt: "√", partial: "∂", nabla: "∇",
    infty: "∞", cdot: "·", times: "×", odot: "⊙", le: "≤", leq: "≤", ge: "≥", geq: "≥", ne: "≠", neq: "≠", approx: "≈",
    to: "→", in: "∈", pm: "±", ldots: "…", dots: "…", cdots: "⋯", mapsto: "↦", Rightarrow: "⇒", top: "ᵀ", ell: "ℓ",
  }));
  const SILENT = /^(?:math[a-z]+|text[a-z]*|operatorname|boldsymbol|left|right|q?quad|big[lr]?|Big[lr]?|displaystyle|limits|hat|bar|tilde)$/;

  const command = (whole, open, name, close) => {
    const shown = SYMBOLS.get(name) ?? (SILENT.test(name) && !open ? "" : name);
    return open + shown + close;
  };

  const tex = (source) =>
    source
      .replace(/\\(?:begin|end)\{[a-z*]+\}(?:\{[a-z|]*\})?/g, " ")
      .replace(/\\\\(?:\[[^\]]*\])?/g, "; ")
      .replace(/\\[,;:! ]/g, " ")
      .replace(/\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}/g, "$1/$2")
      .replace(/\\([\ue000-\ue0fe]?)([A-Za-z]+)(\ue0ff?)/g, command)
      .replace(/[{}]|\\(?=[{}%$#&_])/g, "")
      .replace(/&/g, " ");

  /** A text with its formulas as one would type them. */
  const readable = (text) =>
    text.replace(/\$\$?([^$]+)\$\$?/g, (whole, source) => tex(source)).replace(/\s+/g, " ");

  const marked = (text, terms) => {
    const words = of(text);
    const places = [...words, ...compounds(text, words)]
      .map((place) => ({ ...place, term: terms.findIndex((term) => term.has(place.word)) }))
      .filter(({ term }) => term >= 0)
      .sort((a, b) => a.start - b.start || b.end - a.end);
    let out = "";
    let at = 0;
    for (const { start, end, term } of places) {
      if (start >= at) {
        out += text.slice(at, start) + String.fromCharCode(START + term) + text.slice(start, end) + END;
        at = end;
      }
    }
    return out + text.slice(at);
  };

  /** Text as pieces `[text, whether it was found]`. */
  const pieces = (text) => {
    const out = [];
    for (const match of text.matchAll(/[\ue000-\ue0fe]([^\ue0ff]*)\ue0ff|[^\ue000-\ue0fe]+/g)) {
      out.push(match[1] === undefined ? [match[0], false] : [match[1], true]);
    }
    return out;
  };

  /** Where the part starts that shows most terms; those in the title count less, since they are shown already. */
  const bestStart = (text, title) => {
    const marks = [...text.matchAll(/[\ue000-\ue0fe]/g)].map((match) => [match.index, match[0]]);
    let best = { start: 0, value: 0 };
    for (const [start] of marks) {
      const inside = marks.filter(([place]) => place >= start && place < start + LENGTH);
      const distinct = [...new Set(inside.map(([, mark]) => mark))];
      const value = distinct.reduce((sum, mark) => sum + (title.includes(mark) ? 10 : 30), Math.min(inside.length, 9));
      if (value > best.value) {
        best = { start, value };
      }
    }
    return best;
  };

  /** Cuts at spaces, a little before `start`, and never inside a mark. */
  const cut = (text, start) => {
    let from = start > 40 ? text.indexOf(" ", start - 40) + 1 : 0;
    from = from > start || from === 0 ? (start > 40 ? start : 0) : from;
    let to = text.length <= from + LENGTH ? text.length : text.lastIndexOf(" ", from + LENGTH);
    to = to <= start ? Math.min(text.length, from + LENGTH) : to;
    let part = text.slice(from, to);
    part = part.replace(/^[^\ue000-\ue0fe]*?\ue0ff/, "");
    const open = part.search(/[\ue000-\ue0fe][^\ue0ff]*$/);
    part = open < 0 ? part : part.slice(0, open);
    return (from > 0 ? "… " : "") + part.trim() + (to < text.length ? " …" : "");
  };

  /** Title and excerpt of a hit as pieces, and whether the excerpt is of its answer. */
  const show = ({ entry }, terms) => {
    const title = tex(marked(entry.title, terms));
    const question = readable(marked(entry.question, terms));
    const answer = readable(marked(entry.answer, terms));
    const [inQuestion, inAnswer] = [bestStart(question, title), bestStart(answer, title)];
    const fromAnswer = inAnswer.value > inQuestion.value;
    const text = fromAnswer ? cut(answer, inAnswer.start) : cut(question, inQuestion.start);
    return { title: pieces(title), text: pieces(text), fromAnswer };
  };

  answerbook.excerpt = { of: show, readable };
})();
