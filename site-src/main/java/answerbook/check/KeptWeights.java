package answerbook.check;

import answerbook.store.ByteReader;
import answerbook.store.ByteWriter;
import answerbook.store.EntryFolder;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntSupplier;

/** Weights in bytes by the sums of what was weighed, kept from build to build. */
public final class KeptWeights {
  private static final String ENTRY = "weights";

  private final EntryFolder folder;
  private final Map<String, Integer> known = new TreeMap<>();
  private final Map<String, Integer> used = new ConcurrentHashMap<>();

  /**
   * @param folder where they are kept
   */
  public KeptWeights(EntryFolder folder) {
    this.folder = folder;
    folder.find(ENTRY).ifPresent(entry -> read(new ByteReader(entry.first())));
  }

  /**
   * The weight of what has a name; {@code scales} weigh it if that isn't known.
   *
   * @param name begins with the sum of a file and a space, or names all that is weighed together
   */
  int get(String name, IntSupplier scales) {
    Integer kept = known.get(name);
    int weight = kept == null ? scales.getAsInt() : kept;
    used.put(name, weight);
    return weight;
  }

  /**
   * Keeps what was asked for, and what was known of files that are still there: who weighs a page
   * asks for the weights of all that it loads, but only if the page is a new one.
   *
   * @param present the sums of all files
   */
  void save(Set<String> present) {
    known.forEach(
        (name, weight) -> {
          if (present.contains(name.split(" ", 2)[0])) {
            used.putIfAbsent(name, weight);
          }
        });
    if (!used.equals(known)) {
      ByteWriter out = new ByteWriter().number(used.size());
      new TreeMap<>(used).forEach((sum, weight) -> out.text(sum).number(weight));
      folder.put(ENTRY, List.of(out.bytes()));
    }
  }

  private void read(ByteReader in) {
    for (int left = in.number(); left > 0; left--) {
      known.put(in.text(), in.number());
    }
  }
}
