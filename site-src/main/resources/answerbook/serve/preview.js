// The preview's part in the browser: brings the page up to date in place, and lays mistakes over it. Only served pages have
// it. It runs before all other scripts of the page, so that it sees the page as it was served.
(() => {
  const KEPT = "answerbook.preview";
  const ELEMENT = 1;
  const script = document.currentScript;
  let shown = script.dataset.version;
  let source = document.cloneNode(true);
  let loaded = null; // the styles and scripts that the page has
  let added = []; // elements that are new to the page's own scripts

  // ---- the page

  const parse = async () => {
    const response = await fetch(location.pathname, { cache: "no-store" });
    const page = new DOMParser().parseFromString(await response.text(), "text/html");
    return { found: response.status === 200, page, version: page.querySelector("script[data-version]").dataset.version };
  };

  const openAnswers = () => [...document.querySelectorAll("details[id][open]")].map((each) => each.id);

  const fresh = (node) => {
    const copy = document.importNode(node, true);
    if (copy.nodeType === ELEMENT) {
      added.push(copy);
    }
    return copy;
  };

  /** Takes over what has changed in the source, and leaves alone what scripts or the reader have changed since. */
  const attributes = (live, old, next) => {
    for (const { name } of [...old.attributes]) {
      if (!next.hasAttribute(name)) {
        live.removeAttribute(name);
      }
    }
    for (const { name, value } of next.attributes) {
      if (old.getAttribute(name) !== value) {
        live.setAttribute(name, value);
      }
    }
  };

  const name = (node) => `${node.nodeName}#${node.id ?? ""}`;

  /** Pairs what stands between the equal beginning and the equal end: each with the next of its name. */
  const middle = (live, old, next, before, parent) => {
    let at = 0;
    for (const node of next) {
      let found = at;
      while (found < old.length && name(old[found]) !== name(node)) {
        found++;
      }
      if (found === old.length) {
        parent.insertBefore(fresh(node), live[at] ?? before);
        continue;
      }
      live.slice(at, found).forEach((gone) => gone.remove());
      update(live[found], old[found], node);
      at = found + 1;
    }
    live.slice(at).forEach((gone) => gone.remove());
  };

  const children = (live, old, next) => {
    const [shownNodes, oldNodes, nextNodes] = [live, old, next].map((node) => [...node.childNodes]);
    if (shownNodes.length !== oldNodes.length) {
      live.replaceChildren(...nextNodes.map(fresh)); // a script has put something there
      return;
    }
    const least = Math.min(oldNodes.length, nextNodes.length);
    let start = 0;
    while (start < least && oldNodes[start].isEqualNode(nextNodes[start])) {
      start++;
    }
    let end = 0;
    while (end < least - start && oldNodes.at(-1 - end).isEqualNode(nextNodes.at(-1 - end))) {
      end++;
    }
    const part = (nodes) => nodes.slice(start, nodes.length - end);
    middle(part(shownNodes), part(oldNodes), part(nextNodes), shownNodes[oldNodes.length - end] ?? null, live);
  };

  const update = (live, old, next) => {
    if (old.isEqualNode(next)) {
      return;
    }
    if (live.nodeType !== ELEMENT) {
      live.nodeValue = next.nodeValue;
      return;
    }
    attributes(live, old, next);
    children(live, old, next);
  };

  /** What scripts of the page do to what is new. */
  const ready = () => {
    const forms = added.flatMap((each) => [...(each.matches("form.asks") ? [each] : []), ...each.querySelectorAll("form.asks")]);
    globalThis.answerbook?.asks?.ready({ querySelectorAll: () => forms });
    globalThis.answerbook?.overflow?.update(document);
  };

  const path = (element) => {
    const steps = [];
    for (let at = element; at && at !== document.body; at = at.parentElement) {
      steps.unshift(`${at.localName}:nth-child(${[...at.parentElement.children].indexOf(at) + 1})`);
    }
    return steps.join(">");
  };

  const loads = (page) => [...page.head.querySelectorAll("script[src], link[rel='stylesheet']")].map((each) => each.outerHTML);
  const without = (page) => loads(page).filter((each) => !each.includes("data-version"));

  const reload = () => {
    const focus = document.activeElement?.id;
    sessionStorage.setItem(KEPT, JSON.stringify({ path: location.pathname, y: scrollY, open: openAnswers(), focus }));
    location.reload();
  };

  const morph = (next) => {
    const open = openAnswers();
    const focused = document.activeElement;
    const place = focused && focused !== document.body && { id: focused.id, path: path(focused) };
    added = [];
    update(document.body, source.body, next.body);
    document.title = next.title;
    for (const id of open) {
      const answer = document.getElementById(id);
      if (answer) {
        answer.open = true;
      }
    }
    ready();
    if (place && !focused.isConnected) {
      const again = (place.id && document.getElementById(place.id)) || document.body.querySelector(place.path);
      again?.focus({ preventScroll: true });
    }
  };

  const refresh = async (wanted) => {
    const { found, page, version } = await parse();
    if (!found && wanted === "") {
      return; // the page is gone; what was there is better than nothing
    }
    const special = document.body.matches(".practice-page") || shown === "";
    if (special || String(without(page)) !== String(without(source))) {
      reload();
      return;
    }
    morph(page);
    [source, shown] = [page, version];
  };

  const restyle = (version) => {
    for (const link of document.querySelectorAll("link[rel='stylesheet']")) {
      const next = link.cloneNode();
      next.href = `${link.href.replace(/\?.*/, "")}?${version}`;
      next.onload = () => link.remove();
      link.after(next);
    }
  };

  // ---- mistakes

  const host = document.createElement("answerbook-preview");
  const shadow = host.attachShadow({ mode: "open" });
  const sheet = document.createElement("link");
  sheet.rel = "stylesheet";
  sheet.href = "/-/preview.css";
  const panel = document.createElement("section");
  panel.hidden = true;
  panel.setAttribute("role", "alert");
  shadow.append(sheet, panel);

  const element = (tag, text, className = "") => {
    const made = document.createElement(tag);
    made.textContent = text;
    made.className = className;
    return made;
  };

  const entry = ({ place, message, line, column, remedy }) => {
    const item = element("li", "");
    item.append(element("code", place, "place"), element("p", message, "message"));
    if (line.trim() !== "") {
      const indent = line.slice(0, column - 1).replace(/[^\t]/g, " ").padEnd(column - 1);
      item.append(element("pre", `${line}\n${indent}^`));
    }
    if (remedy !== "") {
      item.append(element("p", remedy, "remedy"));
    }
    return item;
  };

  const tell = (title, mistakes) => {
    const list = element("ol", "");
    list.append(...mistakes.map(entry));
    const fold = element("button", panel.className === "folded" ? "Show" : "Hide");
    fold.type = "button";
    fold.addEventListener("click", () => {
      panel.className = panel.className === "folded" ? "" : "folded";
      fold.textContent = panel.className === "folded" ? "Show" : "Hide";
    });
    const head = element("header", "");
    head.append(element("h2", title), ...(mistakes.length > 0 ? [fold] : []));
    panel.replaceChildren(head, list);
    panel.hidden = title === "";
    if (title !== "" && !host.isConnected) {
      document.documentElement.append(host);
    }
  };

  const headline = (count, inThis, page) => {
    if (count > 0 && inThis) {
      return `${count === 1 ? "Something" : `${count} things`} to mend before this can be published`;
    }
    if (count > 0) {
      return `${count === 1 ? "A mistake" : `${count} mistakes`}; this is the last good page`;
    }
    return page === "" ? "This page is no longer there" : "";
  };

  // ---- what the preview says

  const hear = async ({ page, styles, scripts, inThis, mistakes }) => {
    if (loaded && loaded.scripts !== scripts) {
      reload();
      return;
    }
    if (page !== shown) {
      await refresh(page);
    }
    if (loaded && loaded.styles !== styles) {
      restyle(styles);
    }
    loaded = { styles, scripts };
    tell(headline(mistakes.length, inThis, page), mistakes);
    document.documentElement.dataset.preview = page;
  };

  const kept = JSON.parse(sessionStorage.getItem(KEPT) ?? "null");
  sessionStorage.removeItem(KEPT);
  if (kept?.path === location.pathname) {
    addEventListener("load", () => {
      kept.open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
      scrollTo({ top: kept.y, behavior: "instant" });
      (kept.focus && document.getElementById(kept.focus))?.focus({ preventScroll: true });
    });
  }

  let work = Promise.resolve();
  const events = new EventSource(`/-/events?page=${encodeURIComponent(location.pathname)}`);
  events.addEventListener("message", ({ data }) => {
    work = work.then(() => hear(JSON.parse(data))).catch((problem) => console.error(problem));
  });
  events.addEventListener("error", () => {
    work = work.then(() => tell("The preview has ended; start it again with mvn -Pserve", []));
  });
})();
