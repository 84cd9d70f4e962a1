package answerbook.store;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Texts by a sum of all that they are made of, kept in one entry of a folder. */
public final class KeptTexts {
  /** A larger book is better off without: all of them are in memory at once. */
  private static final int MOST = 20_000;

  private final Optional<EntryFolder> folder;
  private final String name;

  /** Texts as UTF-8, which takes half of the room or less. */
  private final Map<String, byte[]> known = new ConcurrentHashMap<>();

  private final Map<String, byte[]> used = new ConcurrentHashMap<>();

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
    byte[] kept = sum.isEmpty() ? null : known.get(sum);
    String text = kept == null ? maker.get() : new String(kept, StandardCharsets.UTF_8);
    if (!sum.isEmpty() && used.size() <= MOST) {
      used.put(sum, kept == null ? text.getBytes(StandardCharsets.UTF_8) : kept);
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
      ByteWriter out = new ByteWriter().number(used.size());
      new TreeMap<>(used).forEach((sum, text) -> out.text(sum).part(text));
      folder.get().put(name, List.of(out.bytes()));
    }
  }

  private void read(ByteReader in) {
    for (int left = in.number(); left > 0; left--) {
      known.put(in.text(), in.part());
    }
  }
}
