package answerbook.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.api.ElementType;
import answerbook.api.Result;
import answerbook.api.Tensor;
import answerbook.api.Text;
import answerbook.api.Tolerance;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import answerbook.opinion.OpinionSettings.Limits;
import answerbook.opinion.OpinionSettings.Mode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/** Listings in a folder, beside a program that shows z = 0.25, v = (1, 2), n = 3 and a word. */
final class TestListings {
  private static final Map<String, Result> EXPECTED =
      Map.of(
          "z", new Tensor(ElementType.DOUBLE, new int[0], new double[] {0.25}, Tolerance.DOUBLE),
          "v", new Tensor(ElementType.DOUBLE, new int[] {2}, new double[] {1, 2}, Tolerance.DOUBLE),
          "n", new Tensor(ElementType.INTEGER, new int[0], new double[] {3}, Tolerance.EXACT),
          "word", new Text("three"));

  private final Path root;
  private final Map<String, Listing> listings = new LinkedHashMap<>();
  private OpinionSettings settings;
  private Diagnostics diagnostics = new Diagnostics();

  TestListings(Path root) {
    this.root = root;
    this.settings =
        OpinionSettings.of(root)
            .mode(Mode.INSTALLED)
            .limits(new Limits(Duration.ofSeconds(20), 4096));
  }

  /** Skips a test where {@code tool} isn't, unless -Dsecond-opinions=required: then it fails. */
  static void needs(String tool) {
    boolean there = Files.isExecutable(Path.of(tool));
    if ("required".equals(System.getProperty("second-opinions"))) {
      assertThat(there).as("%s is installed", tool).isTrue();
    }
    Assumptions.assumeTrue(there, tool + " is not installed");
  }

  /** Adds or replaces {@code answers/t/<name>}. */
  TestListings with(String name, String text) {
    return with(name, text, EXPECTED);
  }

  /** Adds or replaces a listing beside a program that shows something else. */
  TestListings with(String name, String text, Map<String, Result> expected) {
    String file = "answers/t/" + name;
    try {
      Files.createDirectories(root.resolve("answers/t"));
      Files.writeString(root.resolve(file), text);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    listings.put(name, new Listing(new SourceFile(file, text), "Twin", expected));
    return this;
  }

  TestListings settings(OpinionSettings newSettings) {
    settings = newSettings;
    return this;
  }

  OpinionSettings settings() {
    return settings;
  }

  /** Runs all, with no mistake left over from before. */
  Opinions run() throws IOException {
    diagnostics = new Diagnostics();
    return new OpinionRunner(settings, diagnostics).run(listings.values());
  }

  /** Runs all and accepts what they print. */
  Opinions record() throws IOException {
    OpinionSettings before = settings;
    settings = settings.recording(true);
    Opinions opinions = run();
    settings = before;
    return opinions;
  }

  /** The opinion on the one listing that has one. */
  static Opinion only(Opinions opinions) {
    List<Opinion> all = new ArrayList<>();
    opinions.bySlug().values().forEach(all::addAll);
    assertThat(all).hasSize(1);
    return all.get(0);
  }

  /** The last run's mistakes as {@code file:line:column: message}, without folders. */
  List<String> mistakes() {
    return diagnostics.all().stream()
        .map(
            it ->
                it.source().name().replaceFirst(".*/", "")
                    + ":"
                    + it.position().line()
                    + ":"
                    + it.position().column()
                    + ": "
                    + it.message())
        .toList();
  }

  String remedy() {
    return diagnostics.all().get(0).remedy();
  }

  Path file(String name) {
    return root.resolve("answers/t/" + name);
  }
}
