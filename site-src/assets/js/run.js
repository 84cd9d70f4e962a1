// Which questions a run of practice has, and in what order.
globalThis.answerbook ??= {};
(() => {
  const { isDue, weakness } = answerbook.repetition;

  /** How many other questions come before one that was missed. */
  const GAP = 3;

  /** Shuffles a copy; `random` gives numbers from 0 to below 1. */
  const shuffled = (list, random) => {
    const copy = [...list];
    for (let i = copy.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1));
      [copy[i], copy[j]] = [copy[j], copy[i]];
    }
    return copy;
  };

  const WHICH = {
    due: (question, card, today) => isDue(card, today),
    all: () => true,
    numbers: (question) => question.number,
  };

  const ORDER = {
    book: (list) => list,
    shuffled: (list, { random }) => shuffled(list, random),
    weakest: (list, { cards, today }) => {
      const weak = new Map(list.map((question) => [question, weakness(cards[question.slug], today)]));
      return [...list].sort((a, b) => weak.get(b) - weak.get(a));
    },
  };

  /**
   * The questions of a run.
   *
   * @param questions `{slug, topic, level, tags, number}` in the order of the book
   * @param choice `{topics, levels, tag, which, order, limit}`; an empty tag is any
   * @param state `{cards, today, random}`
   */
  const choose = (questions, choice, state) => {
    const wanted = questions.filter(
      (question) =>
        choice.topics.includes(question.topic) &&
        choice.levels.includes(question.level) &&
        (choice.tag === "" || question.tags.includes(choice.tag)) &&
        WHICH[choice.which](question, state.cards[question.slug], state.today),
    );
    return ORDER[choice.order](wanted, state).slice(0, choice.limit);
  };

  /** The rest of a run after its first question was rated: one that was missed comes again a little later. */
  const after = (queue, rating) => {
    const [first, ...rest] = queue;
    return rating === "again" ? [...rest.slice(0, GAP), first, ...rest.slice(GAP)] : rest;
  };

  answerbook.run = { choose, after };
})();
