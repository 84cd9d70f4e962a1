package answerbook.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import answerbook.cli.MiniBook;
import answerbook.cli.Preview;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * How long it takes from a save to the refreshed page, in the whole book. The figures are printed;
 * on an idle machine their medians should be below 200 ms for prose and 1 s for programs.
 */
@InChromium
class PreviewSpeedTest {
  private static final int EDITS = 50;
  private static final int FAR_TOO_LONG_MS = 20_000;
  private static final String QUESTION = "content/perceptron/hidden-node.md";
  private static final String PROGRAM = "answers/perceptron/HiddenNode.java";

  private static final String AWAIT =
      """
      const [text, done] = arguments;
      const main = document.querySelector("main");
      const look = () => {
        if (main.textContent.includes(text)) {
          observer.disconnect();
          clearTimeout(end);
          requestAnimationFrame(() => done(true));
        }
      };
      const observer = new MutationObserver(look);
      observer.observe(main, { subtree: true, childList: true, characterData: true });
      const end = setTimeout(() => done(false), 55000);
      look();
      """;

  @TempDir private Path folder;

  @Test
  void pagesAreRefreshedSoonAfterASave(Browser browser) throws Exception {
    assumeTrue(Files.exists(Path.of("target/site/index.html")), "the book is not built");
    MiniBook book = MiniBook.copyOfTheBook(folder);
    String prose = book.read(QUESTION);
    String program = book.read(PROGRAM);
    try (Preview preview = book.recordingPreview()) {
      preview.awaitCalm();
      browser.openAddress(preview.address() + "perceptron/hidden-node.html");
      browser.script("document.querySelector('details.answer').open = true");

      Measured ofProse =
          measure(
              browser,
              number -> {
                String mark = "Try " + number + " of prose.";
                book.write(QUESTION, prose.replace("<details>", mark + "\n\n<details>"));
                return mark;
              });
      Measured ofPrograms =
          measure(
              browser,
              number -> {
                String mark = "Try " + number + " of code.";
                book.write(
                    PROGRAM, program.replaceFirst("// @start .*\n", "$0    // " + mark + "\n"));
                return mark;
              });

      System.out.println("From a save to the refreshed page, " + EDITS + " edits each:");
      System.out.println("  prose    " + ofProse);
      System.out.println("  programs " + ofPrograms);
      assertThat(ofProse.median()).isLessThan(FAR_TOO_LONG_MS);
      assertThat(ofPrograms.median()).isLessThan(FAR_TOO_LONG_MS);
    }
  }

  /** Times in milliseconds, in ascending order. */
  private record Measured(double[] times) {
    double median() {
      return times[times.length / 2];
    }

    @Override
    public String toString() {
      return String.format(
          Locale.ROOT,
          "median %.0f ms, fastest %.0f, nine of ten below %.0f",
          median(),
          times[0],
          times[times.length * 9 / 10]);
    }
  }

  /**
   * Measures edits.
   *
   * @param edit saves a file; returns the text by which the refreshed page is known
   */
  private static Measured measure(Browser browser, IntFunction<String> edit) {
    double[] times = new double[EDITS];
    for (int i = 0; i < EDITS; i++) {
      long start = System.nanoTime();
      String mark = edit.apply(i);
      assertThat(browser.asyncScript(AWAIT, mark)).as(mark).isEqualTo(true);
      times[i] = (System.nanoTime() - start) / 1e6;
    }
    Arrays.sort(times);
    return new Measured(times);
  }
}
