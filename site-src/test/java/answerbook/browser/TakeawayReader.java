package answerbook.browser;

import java.util.List;

/** What a reader does with the open page, be it a page of the site or the book in one file. */
final class TakeawayReader {
  private static final String QUESTIONS = ".all-questions li[data-slug]";

  private final Browser browser;

  TakeawayReader(Browser browser) {
    this.browser = browser;
  }

  /** The slugs of all questions, in the order of the list for practice. */
  List<String> slugs() {
    return browser.sentences(
        "return [...document.querySelectorAll(arguments[0])].map(each => each.dataset.slug)",
        QUESTIONS);
  }

  String lastSlug() {
    List<String> all = slugs();
    return all.get(all.size() - 1);
  }

  /** The words of a question's title, formulas left out. */
  String title(String slug) {
    return (String)
        browser.script(
            """
            const title = document.querySelector(`li[data-slug="${arguments[0]}"] a`).cloneNode(true);
            title.querySelectorAll("math, .katex").forEach(formula => formula.remove());
            return title.textContent;
            """,
            slug);
  }

  /** Opens search by its key, types, and waits for hits. */
  void search(String words) {
    browser.asyncScript(
        """
        const [words, done] = arguments;
        document.body.dispatchEvent(new KeyboardEvent("keydown", { key: "/", bubbles: true }));
        const input = document.getElementById("search-words");
        input.value = words;
        const wait = () => document.querySelector(".hits a") ? done() : setTimeout(wait, 50);
        input.dispatchEvent(new Event("input"));
        wait();
        """,
        words);
  }

  /** The addresses of what was found. */
  List<String> hits() {
    return browser.sentences(
        "return [...document.querySelectorAll('.hits a')].map(link => link.href)");
  }

  void followFirstHit() {
    new Reader(browser).element(".hits a").click();
  }

  void follow(String address) {
    new Reader(browser).element(".site-head a[href='" + address + "']").click();
  }

  /** Whether a question is shown, with something of it in the window. */
  boolean isInSight(String slug) {
    return (Boolean)
        browser.asyncScript(
            """
            const [slug, done] = arguments;
            requestAnimationFrame(() => requestAnimationFrame(() => {
              const box = document.getElementById(slug)?.getBoundingClientRect();
              done(Boolean(box && box.height > 0 && box.top < innerHeight && box.bottom > 0));
            }));
            """,
            slug);
  }

  /** Starts a run, opens the first answer, rates it by its key, and ends the run. */
  void rateOneQuestion() {
    new Reader(browser).element("#choice [type='submit']").click();
    browser.asyncScript(
        """
        const done = arguments[0];
        const wait = () => document.querySelector(".run-card summary") ? done() : setTimeout(wait, 50);
        wait();
        """);
    new Reader(browser).element(".run-card summary").click();
    browser.asyncScript(
        """
        const done = arguments[0];
        const wait = () => document.querySelector(".run-rate").hidden ? setTimeout(wait, 50) : done();
        wait();
        """);
    browser.script(
        "document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '3', bubbles: true }))");
    browser.asyncScript("setTimeout(arguments[0], 200)");
    browser.script(
        "const end = document.querySelector('[data-run=end]');"
            + "if (end.getClientRects().length > 0) end.click()");
  }

  /** What the page says of all ratings. */
  String progress() {
    return (String)
        browser.script("return document.querySelector('#progress [role=status]').textContent");
  }

  /** Forgets all ratings. */
  void forget() {
    browser.script("localStorage.clear()");
  }
}
