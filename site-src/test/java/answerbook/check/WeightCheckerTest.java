package answerbook.check;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.diagnostic.Diagnostics;
import answerbook.store.EntryFolder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightCheckerTest {
  private static final String TOO_MUCH = " bytes compressed, of at most 60000";

  @TempDir private Path site;
  @TempDir private Path keptFolder;
  private final Diagnostics diagnostics = new Diagnostics();

  private int weigh(int style, int search) throws IOException {
    Files.createDirectories(site.resolve("data"));
    Files.createDirectories(site.resolve("topic"));
    Files.writeString(site.resolve("style.css"), noise(style));
    Files.writeString(site.resolve("data/search.js"), noise(search));
    String parts = "<link rel=\"stylesheet\" href=\"../style.css\"><script src=\"../a.js\" defer>";
    Files.writeString(site.resolve("a.js"), "");
    Files.writeString(site.resolve("topic/page.html"), parts + "<body class=\"question-page\">");
    Files.writeString(site.resolve("topic/other.html"), parts.repeat(9) + "<body class=\"book\">");
    return new WeightChecker(site, kept("1"), diagnostics).check();
  }

  private KeptWeights kept(String generator) {
    return new KeptWeights(new EntryFolder(keptFolder, generator));
  }

  /** Text that gzip can't make shorter than about this. */
  private static String noise(int bytes) {
    StringBuilder text = new StringBuilder();
    new Random(1).ints(bytes * 4L / 3, 0, 64).forEach(i -> text.append((char) (' ' + i)));
    return text.toString();
  }

  @Test
  void lightPageIsGood() throws IOException {
    assertThat(weigh(50_000, 100_000)).isBetween(50_000, 60_000);
    assertThat(diagnostics.isEmpty()).isTrue();
  }

  @Test
  void questionsPageIsWeighedWithItsStyles() throws IOException {
    weigh(62_000, 100);

    assertThat(diagnostics.all())
        .singleElement()
        .satisfies(
            heavy -> {
              assertThat(heavy.source().name()).isEqualTo("topic/page.html");
              assertThat(heavy.message())
                  .matches("weighs 6\\d{4} bytes compressed, of at most 60000");
            });
  }

  @Test
  void searchHasABudgetOfItsOwn() throws IOException {
    weigh(100, 155_000);

    assertThat(diagnostics.all())
        .singleElement()
        .satisfies(heavy -> assertThat(heavy.source().name()).isEqualTo("data/search.js"));
  }

  /** What is quick is an upper bound, and no page is refused for it. */
  @Test
  void pagesAreRefusedForTheirExactWeight() throws IOException {
    weigh(100, 100);
    Random random = new Random(5);
    Map<String, Integer> heavy = new TreeMap<>();
    for (int page = 0; page < 60; page++) {
      String html =
          "<body class=\"question-page\">"
              + noise(57_000 + 100 * page)
              + "word ".repeat(random.nextInt(5_000));
      Files.writeString(site.resolve("topic/page" + page + ".html"), html);
      int weight = zipped(html);
      assertThat(Scales.QUICK.weigh(html.getBytes(StandardCharsets.UTF_8)))
          .isBetween(weight, weight * 5 / 4);
      if (weight > WeightChecker.PAGE) {
        heavy.put("topic/page" + page + ".html", weight);
      }
    }

    new WeightChecker(site, kept("1"), diagnostics).check();

    assertThat(heavy.size()).isBetween(10, 50);
    assertThat(diagnostics.all())
        .extracting(mistake -> mistake.source().name() + " " + mistake.message())
        .containsExactlyInAnyOrderElementsOf(
            heavy.entrySet().stream()
                .map(page -> page.getKey() + " weighs " + page.getValue() + TOO_MUCH)
                .toList());
  }

  private static int zipped(String html) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(zipped)) {
      zip.write(html.getBytes(StandardCharsets.UTF_8));
    }
    return zipped.size();
  }

  @Test
  void keptWeightsAreThoseOfTheContent() throws IOException {
    int before = weigh(30_000, 100);
    int again = weigh(30_000, 100);
    int lighter = weigh(20_000, 100);

    assertThat(again).isEqualTo(before);
    assertThat(lighter).isLessThan(before - 8_000);
  }

  @Test
  void damagedStoreIsWeighedAnew() throws IOException {
    int before = weigh(30_000, 100);
    Files.writeString(site.resolve("weights"), "0 1\nnothing\n");

    assertThat(weigh(30_000, 100)).isEqualTo(before);
  }

  @Test
  void weightsOfFilesThatAreStillThereStayKnown() {
    KeptWeights first = kept("1");
    assertThat(first.get("styles QUICK", () -> 5)).isEqualTo(5);
    assertThat(first.get("gone", () -> 6)).isEqualTo(6);
    first.save(Set.of());
    KeptWeights second = kept("1");
    assertThat(second.get("page", () -> 8)).isEqualTo(8);
    second.save(Set.of("styles"));

    KeptWeights third = kept("1");
    assertThat(third.get("styles QUICK", () -> 7)).isEqualTo(5);
    assertThat(third.get("gone", () -> 7)).isEqualTo(7);
  }

  @Test
  void weightsOfAnotherGeneratorAreNotBelieved() {
    KeptWeights weights = kept("1");
    assertThat(weights.get("sum", () -> 5)).isEqualTo(5);
    weights.save(Set.of());

    assertThat(kept("2").get("sum", () -> 7)).isEqualTo(7);
    assertThat(kept("1").get("sum", () -> 7)).isEqualTo(5);
  }
}
