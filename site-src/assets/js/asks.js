// Fields for the numbers that a question asks for.
globalThis.answerbook ??= {};
(() => {
  const VERDICTS = {
    right: () => "Right.",
    rounded: (written) => `Right, rounded. The build has ${written}.`,
    coarse: () => "Right so far: give three digits.",
    wrong: () => "Not this.",
    unreadable: () => "Type a number, such as −0.165, 3/8 or 12 %.",
  };

  const judge = (input) => {
    const output = input.form.querySelector(`[for='${input.id}']:is(output)`);
    const { value, relative, absolute, written } = input.dataset;
    if (input.value.trim() === "") {
      output.textContent = "";
      delete output.dataset.verdict;
      return;
    }
    const expected = { value: Number(value), relative: Number(relative), absolute: Number(absolute) };
    const verdict = answerbook.judge.judge(input.value, expected);
    output.dataset.verdict = verdict;
    output.textContent = VERDICTS[verdict](written);
  };

  /** Makes the fields in `root` work. */
  const ready = (root) => {
    for (const form of root.querySelectorAll("form.asks")) {
      form.addEventListener("submit", (event) => {
        event.preventDefault();
        form.querySelectorAll("input").forEach(judge);
      });
    }
  };

  ready(document);
  answerbook.asks = { ready };
})();
