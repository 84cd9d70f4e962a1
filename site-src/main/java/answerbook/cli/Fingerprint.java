package answerbook.cli;

import answerbook.opinion.OpinionSettings;
import answerbook.provenance.HistoryReader;
import answerbook.store.ClassPathSum;
import answerbook.store.ContentSum;
import answerbook.store.LastSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Everything that a site depends on, and the site itself, in two numbers: where both are what the
 * last build left, there is nothing to do. Whole contents are read, not times, so that nothing
 * stale passes for unchanged. Inputs are summed up before the build reads them: what is edited
 * while it runs is noticed by the next.
 */
final class Fingerprint {
  /** The folders and files that a book is made from, whether or not they are there. */
  static final List<String> INPUTS =
      List.of(
          "content",
          "answers",
          "templates",
          "site-src/assets",
          "site-src/print",
          "site-src/editions",
          "site-src/authoring",
          "site-src/AUTHORING.md",
          "site-src/words",
          "LICENSE");

  private final BuildSettings settings;
  private final Path file;
  private String inputs = "";

  Fingerprint(BuildSettings settings) {
    this.settings = settings;
    this.file = settings.target().resolve("fingerprint");
  }

  /** Whether the last build was of the very same inputs and its site is untouched. */
  boolean isUnchanged() throws IOException {
    inputs = inputs();
    return !settings.run().recording()
        && !settings.recordingAddresses()
        && !settings.opinions().recording()
        && settings.opinions().mode() == OpinionSettings.Mode.OFF
        && Files.exists(file)
        && Files.exists(settings.site())
        && Files.readString(file).startsWith(inputs)
        && Files.readString(file).equals(inputs + sum(LastSite.sumsOf(settings.site())));
  }

  /**
   * Notes what was built of the inputs that there were when {@link #isUnchanged} was asked. A build
   * that records changes its own inputs, so nothing is noted of it.
   *
   * @param site the sums of the site's files
   */
  void save(Map<String, String> site) throws IOException {
    if (!settings.run().recording() && !settings.opinions().recording()) {
      Files.writeString(file, inputs + sum(site));
    }
  }

  /** Forgets the last build, until the next has succeeded. */
  void forget() throws IOException {
    Files.deleteIfExists(file);
  }

  private String inputs() throws IOException {
    ContentSum sum = new ContentSum();
    sum.text(settings.url() + " " + settings.repository());
    sum.text("editions " + settings.editions() + (settings.linting() ? " linted" : ""));
    for (String input : INPUTS) {
      sum.tree(settings.root().resolve(input));
    }
    sum.text(ClassPathSum.get());
    sum.text(new HistoryReader(settings.root()).version());
    return sum + " ";
  }

  private static String sum(Map<String, String> site) {
    ContentSum sum = new ContentSum();
    new TreeMap<>(site).forEach((address, content) -> sum.text(address + " " + content));
    return sum.toString();
  }
}
