package answerbook.check;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import answerbook.store.ContentSum;
import answerbook.store.LastSite;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * Weighs what a reader's device has to fetch, compressed by gzip: a question's page with its styles
 * and scripts, and what search reads. Fonts and figures are apart.
 */
public final class WeightChecker {
  /** Bytes. */
  static final int PAGE = 60_000;

  /** Bytes, or as many for each question as this book of 101 has, if that is more. */
  static final int SEARCH = 150_000;

  private static final int SEARCH_OF_A_QUESTION = SEARCH / 101;

  private static final String QUESTION = "<body class=\"question-page\"";
  private static final Pattern PART =
      Pattern.compile("<(?:link rel=\"stylesheet\" href|script src)=\"([^\"]+)\"");

  private final Path site;
  private final Diagnostics diagnostics;
  private final KeptWeights known;
  private final Map<String, String> sums;
  private final String loaded;

  /** For a site of which nothing is known. */
  WeightChecker(Path site, KeptWeights known, Diagnostics diagnostics) throws IOException {
    this(site, LastSite.sumsOf(site), known, diagnostics);
  }

  /**
   * @param sums of all its files, by their addresses
   * @param known weights by content, kept from build to build
   */
  public WeightChecker(
      Path site, Map<String, String> sums, KeptWeights known, Diagnostics diagnostics) {
    this.site = site;
    this.sums = sums;
    this.loaded = loaded(sums);
    this.known = known;
    this.diagnostics = diagnostics;
  }

  /**
   * Weighs every question's page, and what search reads; returns the heaviest page's bytes.
   *
   * @throws IOException if a file can't be read
   */
  public int check() throws IOException {
    Map<String, Integer> pages = new ConcurrentSkipListMap<>();
    sums.keySet().parallelStream()
        .filter(address -> address.endsWith(".html"))
        .forEach(page -> pages.put(page, whole(page)));
    int heaviest = pages.values().stream().mapToInt(weight -> weight).max().orElse(0);
    pages.forEach(
        (page, weight) ->
            refuse(page, weight, PAGE, "move a long listing or a wide table out of the answer"));
    String search = "data/search.js";
    int questions = (int) pages.values().stream().filter(weight -> weight > 0).count();
    int most = Math.max(SEARCH, SEARCH_OF_A_QUESTION * questions);
    refuse(search, weight(search), most, "shorten what answers say, or leave their listings out");
    known.save(sums.values());
    return heaviest;
  }

  /** A question's page with all that it loads; 0 for any other page. */
  private int whole(String page) {
    return known.get(ContentSum.of(sums.get(page), loaded), () -> weigh(page));
  }

  private int weigh(String page) {
    // What is looked for is ASCII, which is the same in both; this one costs nothing.
    String html = new String(content(site.resolve(page)), StandardCharsets.ISO_8859_1);
    return html.contains(QUESTION) ? weight(page) + parts(page, html) : 0;
  }

  private void refuse(String file, int weight, int limit, String remedy) {
    if (weight > limit) {
      String message = "weighs " + weight + " bytes compressed, of at most " + limit;
      diagnostics.error(new SourceFile(file, ""), Position.START, message, remedy);
    }
  }

  /** Names all that pages can load. */
  private static String loaded(Map<String, String> sums) {
    ContentSum sum = new ContentSum();
    new TreeMap<>(sums)
        .forEach(
            (address, content) -> {
              if (!address.endsWith(".html")
                  && !address.startsWith("practice/")
                  && !address.startsWith("data/")
                  && !address.endsWith(".md")) {
                sum.text(address + " " + content);
              }
            });
    return sum.toString();
  }

  private int parts(String page, String html) {
    int sum = 0;
    for (Matcher part = PART.matcher(html); part.find(); ) {
      Path file = Path.of(page).resolveSibling(part.group(1)).normalize();
      sum += weight(file.toString().replace('\\', '/'));
    }
    return sum;
  }

  private int weight(String file) {
    String content = sums.get(file);
    return content == null ? 0 : known.get(content, () -> compressed(content(site.resolve(file))));
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  private static int compressed(byte[] content) {
    Counter counter = new Counter();
    try (GZIPOutputStream zip = new GZIPOutputStream(counter)) {
      zip.write(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return counter.bytes;
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
