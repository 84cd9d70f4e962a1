package answerbook.check;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Position;
import answerbook.diagnostic.SourceFile;
import answerbook.store.ContentSum;
import answerbook.store.LastSite;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;

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
  private static final List<String> PARTS =
      List.of("<link rel=\"stylesheet\" href=\"", "<script src=\"");

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
   * Weighs every question's page, and what search reads: quickly, and exactly only what might be
   * too heavy.
   *
   * @return bytes that no question's page exceeds
   * @throws IOException if a file can't be read
   */
  public int check() throws IOException {
    Map<String, Integer> bounds = new ConcurrentSkipListMap<>();
    sums.keySet().parallelStream()
        .filter(address -> address.endsWith(".html"))
        .forEach(page -> bounds.put(page, whole(page, Scales.QUICK)));
    bounds.replaceAll((page, bound) -> bound > PAGE ? whole(page, Scales.EXACT) : bound);
    bounds.forEach(
        (page, weight) ->
            refuse(page, weight, PAGE, "move a long listing or a wide table out of the answer"));
    String search = "data/search.js";
    int questions = (int) bounds.values().stream().filter(weight -> weight > 0).count();
    int most = Math.max(SEARCH, SEARCH_OF_A_QUESTION * questions);
    if (weight(search, Scales.QUICK) > most) {
      int weight = weight(search, Scales.EXACT);
      refuse(search, weight, most, "shorten what answers say, or leave their listings out");
    }
    known.save(Set.copyOf(sums.values()));
    return bounds.values().stream().mapToInt(weight -> weight).max().orElse(0);
  }

  /** A question's page with all that it loads; 0 for any other page. */
  private int whole(String page, Scales scales) {
    String sum = ContentSum.of(sums.get(page), loaded, scales.name());
    return known.get(sum, () -> weigh(page, scales));
  }

  private int weigh(String page, Scales scales) {
    // What is looked for is ASCII, which is the same in both; this one costs nothing.
    String html = new String(content(site.resolve(page)), StandardCharsets.ISO_8859_1);
    return html.contains(QUESTION) ? weight(page, scales) + parts(page, html, scales) : 0;
  }

  private void refuse(String file, int weight, int limit, String remedy) {
    if (weight > limit) {
      String message = "weighs " + weight + " bytes compressed, of at most " + limit;
      diagnostics.error(new SourceFile(file, ""), Position.START, message, remedy);
    }
  }

  /** Names all that pages can load as styles or scripts. */
  private static String loaded(Map<String, String> sums) {
    ContentSum sum = new ContentSum();
    new TreeMap<>(sums)
        .forEach(
            (address, content) -> {
              boolean isPart = address.endsWith(".css") || address.endsWith(".js");
              if (isPart && !address.startsWith("practice/") && !address.startsWith("data/")) {
                sum.text(address + " " + content);
              }
            });
    return sum.toString();
  }

  private int parts(String page, String html, Scales scales) {
    int sum = 0;
    for (String part : PARTS) {
      for (int at = html.indexOf(part); at >= 0; at = html.indexOf(part, at + 1)) {
        int start = at + part.length();
        String address = html.substring(start, html.indexOf('"', start));
        Path file = Path.of(page).resolveSibling(address).normalize();
        sum += weight(file.toString().replace('\\', '/'), scales);
      }
    }
    return sum;
  }

  private int weight(String file, Scales scales) {
    String content = sums.get(file);
    return content == null
        ? 0
        : known.get(content + " " + scales.name(), () -> scales.weigh(content(site.resolve(file))));
  }

  private static byte[] content(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }
}
