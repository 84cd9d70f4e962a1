package answerbook.check;

import answerbook.check.PageFacts.Link;
import answerbook.store.ByteReader;
import answerbook.store.ByteWriter;
import answerbook.store.EntryFolder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** The facts of pages by the sums of their contents, kept from build to build. */
public final class KeptFacts {
  /** The facts of more pages would take longer to read than to find. */
  private static final int MOST = 2000;

  private static final String ENTRY = "facts";
  private static final int FOREIGN = 1;
  private static final int LOADS = 2;

  private final Optional<EntryFolder> folder;
  private final Map<String, PageFacts> known = new TreeMap<>();
  private final Map<String, PageFacts> used = new ConcurrentHashMap<>();

  /** Keeps nothing. */
  public KeptFacts() {
    this.folder = Optional.empty();
  }

  /**
   * @param folder where they are kept
   */
  public KeptFacts(EntryFolder folder) {
    this.folder = Optional.of(folder);
    folder.find(ENTRY).ifPresent(entry -> read(new ByteReader(entry.first())));
  }

  /** The facts of a page, or of a part, with a sum; null if they aren't known. */
  PageFacts find(String sum) {
    PageFacts facts = known.get(sum);
    if (facts != null) {
      used.put(sum, facts);
    }
    return facts;
  }

  /** Keeps facts, and returns them. */
  PageFacts put(String sum, PageFacts facts) {
    used.put(sum, facts);
    return facts;
  }

  /**
   * Keeps what was asked for, and what was known of pages that are still there, if others are kept.
   *
   * @param present the sums of all files
   */
  void save(Collection<String> present) {
    present.stream()
        .filter(known::containsKey)
        .forEach(sum -> used.putIfAbsent(sum, known.get(sum)));
    if (folder.isEmpty() || used.size() > MOST || used.keySet().equals(known.keySet())) {
      return;
    }
    Map<String, Integer> addresses = new LinkedHashMap<>();
    used.values()
        .forEach(
            page ->
                page.links()
                    .forEach(link -> addresses.putIfAbsent(link.address(), addresses.size())));
    ByteWriter out = new ByteWriter().texts(addresses.keySet()).number(used.size());
    new TreeMap<>(used)
        .forEach(
            (sum, page) -> {
              out.text(sum);
              write(page, addresses, out);
            });
    folder.get().put(ENTRY, List.of(out.bytes()));
  }

  private static void write(PageFacts page, Map<String, Integer> addresses, ByteWriter out) {
    out.number(page.ids().size());
    page.ids().forEach(id -> out.text(id.id()).number(id.offset()));
    out.number(page.links().size());
    for (Link link : page.links()) {
      out.number(addresses.get(link.address())).number(link.offset());
      out.number((link.foreign() ? FOREIGN : 0) + (link.loads() ? LOADS : 0));
    }
    out.number(page.silentImages().size());
    page.silentImages().forEach(out::number);
  }

  private void read(ByteReader in) {
    List<String> addresses = in.texts();
    for (int left = in.number(); left > 0; left--) {
      known.put(in.text(), page(in, addresses));
    }
  }

  private static PageFacts page(ByteReader in, List<String> addresses) {
    List<PageFacts.Id> ids = new ArrayList<>();
    for (int left = in.number(); left > 0; left--) {
      ids.add(new PageFacts.Id(in.text(), in.number()));
    }
    List<Link> links = new ArrayList<>();
    for (int left = in.number(); left > 0; left--) {
      String address = addresses.get(in.number());
      int offset = in.number();
      int kind = in.number();
      links.add(new Link(address, offset, (kind & FOREIGN) != 0, (kind & LOADS) != 0));
    }
    List<Integer> silentImages = new ArrayList<>();
    for (int left = in.number(); left > 0; left--) {
      silentImages.add(in.number());
    }
    return new PageFacts(ids, links, silentImages);
  }
}
