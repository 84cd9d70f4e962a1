package answerbook.address;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.Nearest;
import answerbook.markdown.RenderedBook;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Sees to it that no recorded address dies: each is in the site, or leads to one that is. */
public final class AddressKeeper {
  /**
   * What became of the addresses.
   *
   * @param kept how many recorded ones are in the site as they were
   * @param redirected how many recorded ones lead to others
   * @param unrecorded addresses that the list lacks
   */
  public record Report(int kept, int redirected, List<String> unrecorded) {}

  private final Path root;
  private final Path site;
  private final Diagnostics diagnostics;

  /**
   * @param root the book's root
   * @param site the finished site, before it is published
   */
  public AddressKeeper(Path root, Path site, Diagnostics diagnostics) {
    this.root = root;
    this.site = site;
    this.diagnostics = diagnostics;
  }

  /**
   * Writes redirects into the site, and reports recorded addresses that are gone.
   *
   * @param url where the site is published; empty if nowhere
   * @throws IOException if a file can't be read or written
   */
  public Report keep(RenderedBook book, String url) throws IOException {
    NavigableSet<String> live = LiveAddresses.of(site, book);
    AddressList list = AddressList.read(root);
    Redirects redirects = new Redirects(AddressList.optional(root, Redirects.NAME), diagnostics);
    redirects.check(live, diagnostics);
    int kept = 0;
    int redirected = 0;
    for (Map.Entry<String, Integer> line : list.lines().entrySet()) {
      if (live.contains(line.getKey())) {
        kept++;
      } else if (redirects.target(line.getKey()).filter(live::contains).isPresent()) {
        redirected++;
      } else {
        report(list, line.getKey(), line.getValue(), live);
      }
    }
    new RedirectWriter(site, redirects, live).write(list.lines().keySet(), book, url);
    List<String> unrecorded = new ArrayList<>(live);
    unrecorded.removeAll(list.lines().keySet());
    return new Report(kept, redirected, unrecorded);
  }

  /** Adds what the list lacks. */
  public void record(Report report) throws IOException {
    NavigableSet<String> all = new TreeSet<>(AddressList.read(root).lines().keySet());
    all.addAll(report.unrecorded());
    Files.write(
        root.resolve(AddressList.NAME), AddressList.text(all).getBytes(StandardCharsets.UTF_8));
  }

  private void report(AddressList list, String address, int line, NavigableSet<String> live) {
    String page = address.replaceFirst("#.*", "");
    List<String> candidates =
        live.stream()
            .filter(it -> it.contains("#") == address.contains("#"))
            .filter(it -> !address.contains("#") || it.startsWith(page + "#"))
            .toList();
    String near = Nearest.to(address, candidates).orElse("…");
    diagnostics.error(
        list.file(),
        list.file().lineStart(line),
        "the published address '" + address + "' is gone",
        "bring it back, or tell where it went by a line in "
            + Redirects.NAME
            + ": "
            + address
            + " "
            + near);
  }
}
