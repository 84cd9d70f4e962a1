// The practice page: choose, think, open the answer, rate.
globalThis.answerbook ??= {};
(() => {
  const { cards, progress, repetition, run, asks, overflow, keys } = answerbook;
  const choice = document.getElementById("choice");
  const stage = document.getElementById("run");
  const [bar, card, rate] = ["bar", "card", "rate"].map((name) => stage.querySelector(`.run-${name}`));
  const board = document.getElementById("progress");
  const list = document.querySelector(".all-questions");
  const questions = [...list.querySelectorAll("li")].map(({ dataset }) => ({
    slug: dataset.slug,
    topic: dataset.topic,
    level: dataset.level,
    tags: dataset.tags.split(" "),
    number: dataset.number !== undefined,
  }));
  let queue = [];
  let done = 0;

  const count = (number, noun) => `${number} ${noun}${number === 1 ? "" : "s"}`;
  const DATE = new Intl.DateTimeFormat("en-GB", { day: "numeric", month: "short", timeZone: "UTC" });
  const dueOn = (date, today) => (date <= today ? "today" : DATE.format(new Date(`${date}T00:00:00Z`)));
  const inDays = (days) => (days === 0 ? "again today" : `in ${count(days, "day")}`);

  const chosen = () => {
    const data = new FormData(choice);
    return {
      topics: data.getAll("topic"),
      levels: data.getAll("level"),
      tag: data.get("tag"),
      which: data.get("which"),
      order: data.get("order"),
      limit: Number(data.get("limit")),
    };
  };

  const selection = () =>
    run.choose(questions, chosen(), { cards: progress.cards(), today: progress.today(), random: Math.random });

  const tell = () => {
    const number = selection().length;
    choice.querySelector("[role='status']").textContent = number === 0 ? "No question is left." : count(number, "question");
  };

  /** Says of each question in the list, and of all, how well it is known. */
  const survey = () => {
    const [known, today] = [progress.cards(), progress.today()];
    let due = 0;
    let seen = 0;
    for (const entry of list.querySelectorAll("li")) {
      const rated = known[entry.dataset.slug];
      const note = entry.querySelector("small");
      note.textContent = rated ? `due ${dueOn(rated.due, today)}` : "";
      seen += rated ? 1 : 0;
      due += rated && rated.due <= today ? 1 : 0;
    }
    const status = board.querySelector("[role='status']");
    status.textContent = `${seen} of ${count(questions.length, "question")} rated, ${due} due today.`;
  };

  const show = (running) => {
    stage.hidden = !running;
    for (const part of [choice, board, list, document.querySelector(".standfirst")]) {
      part.hidden = running;
    }
  };

  /** Links to other parts of the card stay on the page. */
  const bindAnchors = () => {
    for (const link of card.querySelectorAll("a[href*='#']")) {
      if (link.hash.length > 1 && card.querySelector(`[id="${CSS.escape(link.hash.slice(1))}"]`)) {
        link.setAttribute("href", link.hash);
      }
    }
  };

  const end = () => {
    cards.release();
    card.replaceChildren();
    rate.hidden = true;
    show(false);
    tell();
    survey();
    board.querySelector("[role='status']").prepend(done === 0 ? "" : `${count(done, "question")} done. `);
    choice.querySelector("[type='submit']").focus();
    scrollTo(0, 0);
  };

  const offer = () => {
    const known = progress.cards()[queue[0].slug];
    for (const button of rate.querySelectorAll("button")) {
      const next = repetition.rate(known, button.dataset.rate, progress.today());
      button.querySelector("small").textContent = inDays(next.interval);
    }
    rate.hidden = false;
  };

  const next = async () => {
    rate.hidden = true;
    if (queue.length === 0) {
      end();
      return;
    }
    bar.querySelector("p").textContent = `Question ${done + 1} of ${done + queue.length}`;
    try {
      card.replaceChildren(await cards.get(queue[0].slug));
    } catch (error) {
      card.textContent = error.message;
      return;
    }
    bindAnchors();
    asks.ready(card);
    overflow.update(card);
    const title = card.querySelector("header :is(h2, h3)");
    title.tabIndex = -1;
    scrollTo(0, 0);
    title.focus({ preventScroll: true });
  };

  const rated = (rating) => {
    progress.rate(queue[0].slug, rating);
    done += rating === "again" ? 0 : 1;
    queue = run.after(queue, rating);
    next();
  };

  const tags = [...new Set(questions.flatMap((question) => question.tags))].sort();
  choice.elements.tag.append(...tags.map((tag) => new Option(tag, tag)));
  choice.addEventListener("change", tell);
  choice.addEventListener("submit", (event) => {
    event.preventDefault();
    queue = selection();
    done = 0;
    if (queue.length > 0) {
      show(true);
      next();
    }
  });
  bar.querySelector("[data-run='end']").addEventListener("click", end);
  card.addEventListener("toggle", (event) => event.target.matches("details.answer[open]") && offer(), true);
  rate.addEventListener("click", (event) => {
    const button = event.target.closest("[data-rate]");
    if (button) {
      rated(button.dataset.rate);
    }
  });
  document.addEventListener("keydown", (event) => {
    const button = rate.querySelectorAll("button")[Number(event.key) - 1];
    if (button && rate.getClientRects().length > 0 && keys.isFree(event)) {
      button.click();
    }
  });

  const file = board.querySelector("input");
  const answer = (text) => {
    survey();
    tell();
    board.querySelector("[role='status']").prepend(`${text} `);
  };
  const deeds = {
    export: progress.save,
    import: () => file.click(),
    forget: () => {
      if (confirm("Forget all ratings on this device?")) {
        progress.forget();
        answer("Everything is forgotten.");
      }
    },
  };
  for (const button of board.querySelectorAll("[data-progress]")) {
    button.addEventListener("click", () => deeds[button.dataset.progress]());
  }
  file.addEventListener("change", async () => {
    try {
      progress.merge(await file.files[0].text());
      answer("The file was read.");
    } catch (error) {
      answer(error.message);
    }
    file.value = "";
  });

  show(false);
  survey();
  tell();
})();
