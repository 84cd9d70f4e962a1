package answerbook.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Texts by a sum of all that they are made of, kept in one entry of a folder. */
public final class KeptTexts {
  /** A larger book is better off without: all of them are in memory at once. */
  private static final int MOST = 2000;

  private final Optional<EntryFolder> folder;
  private final String name;
  private final Map<String, String> known = new ConcurrentHashMap<>();
  private final Map<String, String> used = new ConcurrentHashMap<>();

  /**
   * @param folder of the entry; empty if nothing is kept
   * @param name of the entry
   */
  public KeptTexts(Optional<EntryFolder> folder, String name) {
    this.folder = folder;
    this.name = name;
    folder.flatMap(it -> it.find(name)).ifPresent(entry -> read(new ByteReader(entry.first())));
  }

  /**
   * The text made of what {@code sum} names; an empty sum names nothing. {@code maker} makes it
   * where it isn't known.
   */
  public String get(String sum, Supplier<String> maker) {
    String kept = sum.isEmpty() ? null : known.get(sum);
    String text = kept == null ? maker.get() : kept;
    if (!sum.isEmpty() && used.size() <= MOST) {
      used.put(sum, text);
    }
    return text;
  }

  /** Whether the text is known. */
  public boolean knows(String sum) {
    return !sum.isEmpty() && known.containsKey(sum);
  }

  /** Keeps the texts that were asked for, if others are kept. */
  public void save() {
    if (folder.isPresent() && used.size() <= MOST && !used.keySet().equals(known.keySet())) {
      Map<String, String> sorted = new TreeMap<>(used);
      ByteWriter out = new ByteWriter().texts(sorted.keySet()).texts(sorted.values());
      folder.get().put(name, List.of(out.bytes()));
    }
  }

  private void read(ByteReader in) {
    List<String> sums = in.texts();
    List<String> texts = in.texts();
    for (int i = 0; i < sums.size(); i++) {
      known.put(sums.get(i), texts.get(i));
    }
  }
}
