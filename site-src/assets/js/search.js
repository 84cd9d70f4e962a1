// Finds questions. The data hold texts only; which words they have is worked out when somebody first searches, which takes
// less time than loading a list of words would.
globalThis.answerbook ??= {};
(() => {
  const { of, compounds, distances } = answerbook.words;
  const FIELDS = ["address", "title", "topic", "level", "tags", "question", "answer"];
  const WEIGHTS = { title: 6, tags: 4, topicTitle: 1.5, level: 1, question: 2, answer: 1.5 };
  const COMMON = new Set(
    "a an and are as at be by do does for from how in is it its of on or that the this to was what when which why with you".split(" "),
  );

  const named = (fields, topics) => {
    const entry = Object.fromEntries(FIELDS.map((name, i) => [name, fields[i]]));
    entry.topicTitle = topics[entry.topic];
    return entry;
  };

  const allWords = (text) => {
    const words = of(text);
    return [...words, ...compounds(text, words)];
  };

  /** For each word, the questions that have it and how much it says of them. */
  const invert = (documents) => {
    const index = new Map();
    documents.forEach((entry, number) => {
      for (const [field, weight] of Object.entries(WEIGHTS)) {
        const counts = new Map();
        for (const { word } of allWords(entry[field])) {
          counts.set(word, (counts.get(word) ?? 0) + 1);
        }
        for (const [word, count] of counts) {
          const uses = index.get(word) ?? new Map();
          uses.set(number, (uses.get(number) ?? 0) + (weight * count) / (count + 1));
          index.set(word, uses);
        }
      }
    });
    return index;
  };

  const slips = (typed) => (typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2);

  /** The known words that may be meant by a typed one, and how likely: itself, a longer one, one with a slip. */
  const meant = (typed, index) => {
    const words = new Map();
    for (const word of index.keys()) {
      if (word === typed) {
        words.set(word, 1);
      } else if (word.startsWith(typed)) {
        words.set(word, 0.5 + (0.3 * typed.length) / word.length);
      }
    }
    if (words.size === 0 && slips(typed) > 0) {
      for (const word of index.keys()) {
        if (word.length >= typed.length - slips(typed)) {
          const [whole, beginning] = distances(typed, word);
          if (whole <= slips(typed)) {
            words.set(word, 0.6 - 0.15 * whole);
          } else if (beginning <= slips(typed) && beginning < typed.length / 3) {
            words.set(word, 0.35 - 0.1 * beginning);
          }
        }
      }
    }
    return words;
  };

  const typedWords = (query) => {
    const words = [...new Set(of(query).map(({ word }) => word))];
    const telling = words.filter((word) => !COMMON.has(word));
    return telling.length > 0 ? telling : words;
  };

  /** Scores of questions for one typed word. */
  const scores = (words, index, total) => {
    const best = new Map();
    for (const [word, likeliness] of words) {
      const uses = index.get(word);
      const rarity = Math.log(1 + total / uses.size);
      for (const [number, weight] of uses) {
        best.set(number, Math.max(best.get(number) ?? 0, likeliness * rarity * weight));
      }
    }
    return best;
  };

  const rank = (parts, documents, words) => {
    const ranked = documents.map((entry, number) => {
      const found = parts.map((part) => part.get(number) ?? 0);
      const matched = found.filter((score) => score > 0).length;
      const title = ` ${of(entry.title).map(({ word }) => word).join(" ")} `;
      const bonus = words.length > 1 && title.includes(` ${words.join(" ")} `) ? 1.5 : 1;
      return { entry, number, matched, score: bonus * found.reduce((sum, score) => sum + score, 0) };
    });
    const most = Math.max(0, ...ranked.map(({ matched }) => matched));
    return ranked
      .filter(({ matched }) => matched > 0 && matched === most)
      .sort((a, b) => b.score - a.score || a.number - b.number);
  };

  /**
   * Makes a function that finds: `find(query)` gives `{hits, terms}`, the best hit first. Questions that have all words come
   * alone; where none has, those that have the most.
   */
  const finder = ({ topics, questions }) => {
    const documents = questions.map((fields) => named(fields, topics));
    const index = invert(documents);
    return (query) => {
      const words = typedWords(query);
      const terms = words.map((word) => meant(word, index));
      const parts = terms.map((term) => scores(term, index, documents.length));
      return { hits: rank(parts, documents, words), terms };
    };
  };

  answerbook.search = { finder };
})();
