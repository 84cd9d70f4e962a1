package answerbook.check;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/**
 * Weighs what a reader's device has to fetch, compressed by gzip: a question's page with its styles
 * and scripts, and what search reads. Fonts and figures are apart.
 */
public final class WeightChecker {
  /** Bytes. */
  static final int PAGE = 60_000;

  /** Bytes. */
  static final int SEARCH = 150_000;

  private static final String QUESTION = "<body class=\"question-page\"";
  private static final Pattern PART =
      Pattern.compile("<(?:link rel=\"stylesheet\" href|script src)=\"([^\"]+)\"");

  private final Path site;
  private final Diagnostics diagnostics;
  private final Map<Path, Integer> weights = new TreeMap<>();

  public WeightChecker(Path site, Diagnostics diagnostics) {
    this.site = site;
    this.diagnostics = diagnostics;
  }

  /**
   * Weighs every question's page, and what search reads; returns the heaviest page's bytes.
   *
   * @throws IOException if a file can't be read
   */
  public int check() throws IOException {
    int heaviest = 0;
    for (Path page : pages()) {
      String html = Files.readString(page);
      if (html.contains(QUESTION)) {
        int weight = weight(page) + parts(page, html);
        heaviest = Math.max(heaviest, weight);
        refuse(page, weight, PAGE, "move a long listing or a wide table out of the answer");
      }
    }
    Path search = site.resolve("data/search.js");
    refuse(search, weight(search), SEARCH, "shorten what answers say, or leave their listings out");
    return heaviest;
  }

  private void refuse(Path file, int weight, int limit, String remedy) {
    if (weight > limit) {
      String message = "weighs " + weight + " bytes compressed, of at most " + limit;
      SourceFile source = new SourceFile(SourceFile.name(site, file), "");
      diagnostics.error(source, Position.START, message, remedy);
    }
  }

  private List<Path> pages() throws IOException {
    try (Stream<Path> walk = Files.walk(site)) {
      return walk.filter(path -> path.toString().endsWith(".html")).sorted().toList();
    }
  }

  private int parts(Path page, String html) throws IOException {
    int sum = 0;
    for (Matcher part = PART.matcher(html); part.find(); ) {
      sum += weight(page.resolveSibling(part.group(1)).normalize());
    }
    return sum;
  }

  private int weight(Path file) throws IOException {
    Integer known = weights.get(file);
    if (known == null) {
      Counter counter = new Counter();
      try (GZIPOutputStream zip = new GZIPOutputStream(counter)) {
        Files.copy(file, zip);
      }
      known = counter.bytes;
      weights.put(file, known);
    }
    return known;
  }

  /** Counts what is written. */
  private static final class Counter extends OutputStream {
    private int bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] many, int from, int length) {
      bytes += length;
    }
  }
}
