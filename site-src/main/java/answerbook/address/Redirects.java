package answerbook.address;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Nearest;
import answerbook.diagnostic.SourceFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * {@code content/redirects.txt}: lines {@code old new}, of pages or of anchors. A page's redirect
 * serves its anchors too: {@code old.html#old--part} leads to {@code new.html#new--part}.
 */
final class Redirects {
  static final String NAME = "content/redirects.txt";

  private static final int LONGEST_CHAIN = 100;

  private final SourceFile file;
  private final Map<String, String> targets = new LinkedHashMap<>();
  private final Map<String, Integer> lines = new LinkedHashMap<>();

  /** Reads the lines; one that is no pair is reported. */
  Redirects(SourceFile file, Diagnostics diagnostics) {
    this.file = file;
    for (int number = 1; number <= file.lineCount(); number++) {
      String line = file.line(number).strip();
      String[] pair = line.split("\\s+");
      if (line.isEmpty() || line.startsWith("#")) {
        continue;
      }
      if (pair.length != 2) {
        diagnostics.error(
            file,
            file.lineStart(number),
            "this is no redirect",
            "write 'old new', such as 'topic/old.html topic/new.html'");
      } else {
        targets.put(pair[0], pair[1]);
        lines.put(pair[0], number);
      }
    }
  }

  /** The addresses that were moved. */
  Set<String> moved() {
    return targets.keySet();
  }

  /** Where an address leads in the end; empty if no redirect concerns it, or only a circle. */
  Optional<String> target(String address) {
    String now = address;
    for (int step = 0; step < LONGEST_CHAIN; step++) {
      Optional<String> next = step(now);
      if (next.isEmpty()) {
        return now.equals(address) ? Optional.empty() : Optional.of(now);
      }
      now = next.get();
    }
    return Optional.empty();
  }

  private Optional<String> step(String address) {
    if (targets.containsKey(address)) {
      return Optional.of(targets.get(address));
    }
    int hash = address.indexOf('#');
    String page = hash < 0 ? null : targets.get(address.substring(0, hash));
    if (page == null) {
      return Optional.empty();
    }
    String anchor = address.substring(hash + 1);
    String prefix = slug(address.substring(0, hash)) + "--";
    boolean own = anchor.startsWith(prefix);
    return Optional.of(
        page + "#" + (own ? slug(page) + "--" + anchor.substring(prefix.length()) : anchor));
  }

  /** The slug of a question's page, which prefixes its anchors. */
  static String slug(String page) {
    return page.substring(page.lastIndexOf('/') + 1).replaceFirst("\\.html$", "");
  }

  /** Reports redirects from what is still there, and to what is not. */
  void check(Set<String> live, Diagnostics diagnostics) {
    targets.forEach(
        (old, now) -> {
          Optional<String> end = target(old);
          if (live.contains(old)) {
            error(old, "'" + old + "' is still there", "remove this line", diagnostics);
          } else if (end.isEmpty()) {
            error(
                old,
                "this redirect runs in a circle",
                "let one of its lines lead to a page",
                diagnostics);
          } else if (!live.contains(end.get())) {
            String remedy =
                Nearest.to(end.get(), List.copyOf(live))
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("name a page or an anchor of the site");
            error(old, "the redirect leads nowhere: '" + end.get() + "'", remedy, diagnostics);
          } else if (old.contains("#")
              && !page(old).equals(page(now))
              && live.contains(page(old))) {
            error(
                old,
                "an anchor can't move to another page while its page stays",
                "leave a heading there with a link",
                diagnostics);
          }
        });
  }

  private static String page(String address) {
    return address.replaceFirst("#.*", "");
  }

  private void error(String old, String message, String remedy, Diagnostics diagnostics) {
    diagnostics.error(file, file.lineStart(lines.get(old)), message, remedy);
  }
}
