// Light, dark, or what the system prefers; without it the system decides. Runs before the page is painted, and so also
// says early that scripts run: what needs them has its room from the start, and nothing moves when they come.
(() => {
  const root = document.documentElement;

  // The first paint waits for what is in sight: a line that has come half would be painted, and then wrap. In markup the HTML
  // checker does not know this kind of link yet.
  const sight = document.createElement("link");
  sight.rel = "expect";
  sight.href = "#first-paint";
  sight.blocking = "render";
  document.head.append(sight);

  const themes = { auto: "Auto", light: "Light", dark: "Dark" };

  const stored = () => {
    try {
      return localStorage.getItem("theme");
    } catch {
      return null; // storage may be forbidden, for instance for files
    }
  };

  const store = (theme) => {
    try {
      localStorage.setItem("theme", theme);
    } catch {
      // then the choice lasts as long as the page
    }
  };

  let theme = stored() in themes ? stored() : "auto";

  const apply = () => {
    if (theme === "auto") {
      delete root.dataset.theme;
    } else {
      root.dataset.theme = theme;
    }
  };

  apply();
  root.dataset.scripts = "";

  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector(".theme");
    if (!button) {
      return;
    }
    const label = () => {
      button.textContent = themes[theme];
      button.setAttribute("aria-label", `${themes[theme]}: change colour theme`);
    };
    button.addEventListener("click", () => {
      const names = Object.keys(themes);
      theme = names[(names.indexOf(theme) + 1) % names.length];
      store(theme);
      apply();
      label();
    });
    label();
  });
})();
