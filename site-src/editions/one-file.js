// The whole book in one file: shows one view at a time, lends questions to practice, and is its own search index.
globalThis.answerbook ??= {};
(() => {
  const views = [...document.querySelectorAll(".view")];
  const links = [...document.querySelectorAll(".site-head nav a, .site-foot a[href^='#']")];

  const show = (view) => {
    for (const each of views) {
      each.hidden = each !== view;
    }
    for (const link of links) {
      if (link.hash === `#${view.id}`) {
        link.setAttribute("aria-current", "page");
      } else {
        link.removeAttribute("aria-current");
      }
    }
  };

  const target = () => document.getElementById(decodeURIComponent(location.hash.slice(1)));

  /** Shows the view that holds the target of the address, and the target in it. */
  const follow = () => {
    const place = target();
    const view = place?.closest(".view");
    if (view) {
      show(view);
      if (place === view) {
        scrollTo({ top: 0, behavior: "instant" });
      } else {
        place.scrollIntoView({ behavior: "instant" });
      }
    }
  };

  addEventListener("hashchange", follow);
  document.addEventListener("click", (event) => {
    if (event.target.closest("a[href^='#']")?.hash === location.hash) {
      follow();
    }
  });
  show(views[0]);
  follow();

  /* A question stands in one place: practice borrows it, and gives it back. */
  let lent = null;

  const release = () => {
    lent?.place.replaceWith(lent.article);
    lent = null;
  };

  const get = async (slug) => {
    release();
    const article = document.getElementById(slug);
    const place = document.createComment(slug);
    article.replaceWith(place);
    article.querySelector("details.answer").open = false;
    lent = { article, place };
    return article;
  };

  answerbook.cards = { get, release };

  const SILENT = "svg, pre, .visually-hidden, .answer-notes";

  /** The text of an element with formulas as TeX, as the site's index has it. */
  const text = (element) => {
    const copy = element.cloneNode(true);
    copy.querySelectorAll(SILENT).forEach((part) => part.remove());
    for (const math of copy.querySelectorAll("math")) {
      const tex = math.getAttribute("alttext");
      math.replaceWith(tex === null ? "" : `$${tex}$`);
    }
    for (const block of copy.querySelectorAll("p, li, h3, h4, td, th, figcaption, blockquote")) {
      block.append(" ");
    }
    return copy.textContent.replace(/\s+/g, " ").trim();
  };

  const index = () => {
    const topics = [...document.querySelectorAll("section.topic")];
    const slugs = topics.map((topic) => topic.getAttribute("aria-labelledby").replace("topic-", ""));
    const fields = ({ dataset: { slug, topic, level, tags } }) => {
      const article = document.getElementById(slug);
      return [
        `${topic}/${slug}.html`,
        text(article.querySelector("header :is(h2, h3)")),
        slugs.indexOf(topic),
        level,
        tags,
        text(article.querySelector(".question-body")),
        text(article.querySelector(".answer-body")),
      ];
    };
    return {
      topics: topics.map((topic) => text(topic.querySelector("h2"))),
      questions: [...document.querySelectorAll(".all-questions li[data-slug]")].map(fields),
    };
  };

  let made = null;
  Object.defineProperty(answerbook, "index", { get: () => (made ??= index()) });
})();
