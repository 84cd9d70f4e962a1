// Judges a number that was typed against one that was computed.
globalThis.answerbook ??= {};
(() => {
  const FEWEST_DIGITS = 3;

  /** Signs as a keyboard has them; a comma parts thousands if it can, or else decimals. */
  const plain = (text) => {
    const signs = text
      .trim()
      .replace(/[−–]/g, "-")
      .replace(/[\s\u00a0\u2009\u202f_]/g, "")
      .replace(/(?:[×x*·]10\^?|e)\(?([+-]?\d+)\)?$/i, "e$1");
    return /^[+-]?[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/.test(signs) ? signs.replaceAll(",", "") : signs.replace(",", ".");
  };

  const decimal = (text) => {
    const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,3}))?$/i.exec(text);
    if (!match || (match[2] ?? "") + (match[3] ?? "") === "") {
      return null;
    }
    const digits = (match[2] + (match[3] ?? "")).replace(/^0+/, "");
    return {
      value: Number(text),
      digits: digits.length,
      unit: 10 ** (Number(match[4] ?? 0) - (match[3] ?? "").length),
    };
  };

  /**
   * Reads a decimal, a fraction or a percentage; null if it is none. `digits` are the significant ones, `unit` is what the
   * last one counts; a fraction is exact, so that its unit is 0.
   */
  const read = (text) => {
    const typed = plain(text);
    if (typed.endsWith("%")) {
      const number = decimal(typed.slice(0, -1));
      return number && { value: number.value / 100, digits: number.digits, unit: number.unit / 100 };
    }
    const [over, under, more] = typed.split("/");
    if (under === undefined) {
      return decimal(typed);
    }
    const [top, bottom] = [decimal(over), decimal(under)];
    const exact = more === undefined && top && bottom && bottom.value !== 0;
    return exact ? { value: top.value / bottom.value, digits: Infinity, unit: 0 } : null;
  };

  /**
   * Judges `text`: "right" within the tolerance |typed − value| ≤ absolute + relative·|value|; "rounded" if it is the value
   * rounded to at least three digits; "coarse" if it is rounded to fewer; "wrong"; "unreadable". What must be exact, such as
   * a count, can't be rounded.
   */
  const judge = (text, { value, relative, absolute }) => {
    const typed = read(text);
    if (!typed) {
      return "unreadable";
    }
    const distance = Math.abs(typed.value - value);
    if (distance <= absolute + relative * Math.abs(value)) {
      return "right";
    }
    const exact = absolute === 0 && relative === 0;
    if (exact || typed.digits === 0 || distance > (typed.unit / 2) * (1 + 1e-9)) {
      return "wrong";
    }
    return typed.digits >= FEWEST_DIGITS ? "rounded" : "coarse";
  };

  answerbook.judge = { read, judge };
})();
