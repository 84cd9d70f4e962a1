// Spaced repetition after SM-2: what was known comes back after a growing interval, what wasn't comes back today. Dates are
// days, as "2026-01-31"; intervals are days.
globalThis.answerbook ??= {};
(() => {
  const DAY = 86_400_000;
  const EASE = { start: 2.5, least: 1.3, most: 3 };
  const FIRST = { again: 0, hard: 1, good: 2, easy: 5 };
  const CHANGE = { again: -0.2, hard: -0.15, good: 0, easy: 0.1 };
  const LONGEST = 365;

  const number = (date) => Date.parse(`${date}T00:00:00Z`) / DAY;
  const plus = (date, days) => new Date((number(date) + days) * DAY).toISOString().slice(0, 10);
  const between = (from, to) => number(to) - number(from);

  /** The interval after a rating. Who repeats early has shown less than who repeats on the day. */
  const interval = (card, rating, today) => {
    if (rating === "again" || !card || card.interval === 0) {
      return FIRST[rating];
    }
    const waited = Math.max(1, Math.min(2 * card.interval, between(card.last, today)));
    const factor = { hard: 1.2, good: card.ease, easy: card.ease * 1.3 }[rating];
    const least = card.interval + { hard: 0, good: 1, easy: 2 }[rating];
    const grown = Math.round(waited * factor);
    return Math.min(LONGEST, waited < card.interval ? Math.max(card.interval, grown) : Math.max(least, grown));
  };

  /** A card after a rating: "again", "hard", "good" or "easy". `card` is undefined for a question that was never rated. */
  const rate = (card, rating, today) => {
    const days = interval(card, rating, today);
    const ease = Math.min(EASE.most, Math.max(EASE.least, (card?.ease ?? EASE.start) + CHANGE[rating]));
    return {
      due: plus(today, days),
      interval: days,
      ease: Math.round(ease * 100) / 100,
      times: (card?.times ?? 0) + 1,
      lapses: (card?.lapses ?? 0) + (card && rating === "again" ? 1 : 0),
      last: today,
    };
  };

  const isDue = (card, today) => card === undefined || card.due <= today;

  /** How weak one's memory of a card is: above 1 if it was just missed, a half for a new one, near 0 for a fresh one. */
  const weakness = (card, today) => {
    if (!card) {
      return 0.5;
    }
    if (card.interval === 0) {
      return 2;
    }
    const kept = 0.9 ** (Math.max(0, between(card.last, today)) / card.interval);
    return 1 - kept + (EASE.start - card.ease) * 0.2;
  };

  const isDate = (date) =>
    /^\d{4}-\d\d-\d\d$/.test(date) && Number.isFinite(number(date)) && plus(date, 0) === date;

  const isCard = (card) =>
    typeof card === "object" &&
    card !== null &&
    [card.due, card.last].every(isDate) &&
    [card.interval, card.ease, card.times, card.lapses].every((n) => Number.isFinite(n) && n >= 0);

  const FORMAT = "answerbook-progress";

  /** Cards by slug as the text of a file. */
  const write = (cards) => `${JSON.stringify({ format: FORMAT, version: 1, cards }, null, 1)}\n`;

  /** Cards by slug from the text of a file. Throws if it is no such file; a damaged card is left out. */
  const read = (text) => {
    let file = null;
    try {
      file = JSON.parse(text);
    } catch {
      // told below
    }
    if (file?.format !== FORMAT || file.version !== 1 || typeof file.cards !== "object") {
      throw new Error("This is no file of progress.");
    }
    return Object.fromEntries(Object.entries(file.cards ?? {}).filter(([, card]) => isCard(card)));
  };

  /** The cards of two devices: of each the one that was rated last. */
  const merge = (mine, other) => {
    const merged = { ...mine };
    for (const [slug, card] of Object.entries(other)) {
      const own = merged[slug];
      const newer = !own || card.last > own.last || (card.last === own.last && card.times > own.times);
      merged[slug] = newer ? card : own;
    }
    return merged;
  };

  answerbook.repetition = { rate, isDue, weakness, write, read, merge };
})();
