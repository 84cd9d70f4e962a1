package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.openqa.selenium.By;
import org.openqa.selenium.Keys;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.interactions.Actions;

/** Somebody at a page, with keys and a pointer, who waits for what ought to happen. */
record Reader(Browser browser) {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration STEP = Duration.ofMillis(50);

  /** Presses keys one after the other, as {@code "relu", Keys.ENTER}. */
  void press(CharSequence... keys) {
    new Actions(browser.driver()).sendKeys(keys).perform();
  }

  /** Types into a field in place of what stands there. */
  void type(String selector, CharSequence text) {
    WebElement field = element(selector);
    field.sendKeys(Keys.chord(Keys.CONTROL, "a"), text);
  }

  /** Clicks on the first element that a CSS selector finds. */
  void click(String selector) {
    element(selector).click();
  }

  /** The first element that a CSS selector finds. */
  WebElement element(String selector) {
    return browser.driver().findElement(By.cssSelector(selector));
  }

  /** The text that shows in the first element that a CSS selector finds. */
  String text(String selector) {
    return element(selector).getText();
  }

  /** Where the browser is. */
  String address() {
    return browser.driver().getCurrentUrl();
  }

  /** Waits until an expression of JavaScript is true. */
  void await(String expression, Object... arguments) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!Boolean.TRUE.equals(browser.script("return " + expression, arguments))) {
      assertThat(System.nanoTime()).as("%s at %s", expression, address()).isLessThan(end);
      LockSupport.parkNanos(STEP.toNanos());
    }
  }

  /** Waits until the page that a link led to is there, with its scripts. */
  void awaitPage(String end) {
    await("location.href.endsWith(arguments[0]) && document.readyState === 'complete'", end);
  }

  /** Opens the same page once more. */
  void reload() {
    browser.driver().navigate().refresh();
    await("document.readyState === 'complete'");
  }
}
