// Texts as words that can be compared: without case, accents and plural; Greek letters and symbols by the names that TeX has
// for them.
globalThis.answerbook ??= {};
(() => {
  const WORD = /\d+(?:\.\d+)*|\p{L}[\p{L}\p{N}]*|[∑∏√∂∇∞]/gu;
  const GREEK =
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma sigma tau upsilon phi chi psi omega".split(
      " ",
    );
  const NAMES = new Map(
    Object.entries({ "∑": "sum", "∏": "prod", "√": "sqrt", "∂": "partial", "∇": "nabla", "∞": "infty" }),
  );
  GREEK.forEach((name, i) => {
    NAMES.set(String.fromCharCode(0x3b1 + i), name);
  });

  const IRREGULAR = new Map(
    Object.entries({ biases: "bias", axes: "axis", indices: "index", matrices: "matrix", hypotheses: "hypothesis" }),
  );

  const singular = (word) => {
    if (word.length < 4 || !/^[a-z]+$/.test(word) || /(?:ss|us|is|as)$/.test(word)) {
      return word;
    }
    const regular = word
      .replace(/ies$/, "y")
      .replace(/(ss|x|ch|sh)es$/, "$1")
      .replace(/([^s])s$/, "$1");
    return IRREGULAR.get(word) ?? regular;
  };

  /* A book says the same words again and again. */
  const known = new Map();

  const plain = (word) => {
    let result = known.get(word);
    if (result === undefined) {
      const lower = word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
      result = NAMES.get(lower) ?? singular(lower);
      known.set(word, result);
    }
    return result;
  };

  /** The words of a text, each with its place: `[{word, start, end}]`. */
  const of = (text) => {
    const words = [];
    for (const match of text.matchAll(WORD)) {
      words.push({ word: plain(match[0]), start: match.index, end: match.index + match[0].length });
    }
    return words;
  };

  /** Words joined by a hyphen, as one: "mini-batch" is found as "minibatch" too. */
  const compounds = (text, words) => {
    const joined = [];
    for (let i = 1; i < words.length; i++) {
      const gap = words[i].start - words[i - 1].end;
      if (gap === 1 && text[words[i - 1].end] === "-" && /[a-z]/i.test(text[words[i].start])) {
        joined.push({
          word: plain(text.slice(words[i - 1].start, words[i].end).replace("-", "")),
          start: words[i - 1].start,
          end: words[i].end,
        });
      }
    }
    return joined;
  };

  /**
   * How many letters must be changed, added, dropped or swapped to make `typed` of a word, and of its beginning:
   * `[distance, distanceOfBeginning]`.
   */
  const distances = (typed, word) => {
    let before = [];
    let row = Array.from({ length: word.length + 1 }, (_, j) => j);
    for (let i = 1; i <= typed.length; i++) {
      const next = [i];
      for (let j = 1; j <= word.length; j++) {
        const same = typed[i - 1] === word[j - 1];
        next[j] = Math.min(row[j - 1] + (same ? 0 : 1), row[j] + 1, next[j - 1] + 1);
        if (i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1]) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
      }
      before = row;
      row = next;
    }
    return [row[word.length], Math.min(...row)];
  };

  answerbook.words = { of, compounds, distances };
})();
