package answerbook.script;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;

/**
 * Rendered fragments by their source, kept in one file from build to build. A file that was cut
 * short or written by another version of the renderer counts as empty, and a fragment that is
 * damaged as none. The file is read when a fragment is first asked for; fragments are held as
 * UTF-8, since most would take twice the room as texts.
 */
public final class FragmentCache {
  private final Path file;
  private final String version;
  private final Map<String, KeptFragment> known = new ConcurrentHashMap<>();
  private final Set<String> used = ConcurrentHashMap.newKeySet();
  private final AtomicInteger made = new AtomicInteger();
  private boolean isLoaded;

  /** One for each cache, of which a process has few. */
  @SuppressWarnings("ThreadLocalUsage")
  private final ThreadLocal<Set<String>> noted = new ThreadLocal<>();

  /**
   * @param file where fragments are kept
   * @param version names everything that a fragment depends on besides its source
   */
  public FragmentCache(Path file, String version) {
    this.file = file;
    this.version = version;
  }

  /**
   * The fragment of {@code source}; {@code maker} makes it where it isn't known. Exceptions of the
   * maker pass through.
   */
  public String get(String source, UnaryOperator<String> maker) {
    load();
    KeptFragment fragment = known.get(source);
    if (fragment == null || !fragment.isSound()) {
      fragment =
          known.compute(
              source, (text, kept) -> kept != null && kept.isSound() ? kept : made(text, maker));
    }
    used.add(source);
    if (noted.get() != null) {
      noted.get().add(source);
    }
    return fragment.text();
  }

  private KeptFragment made(String source, UnaryOperator<String> maker) {
    String fragment = maker.apply(source);
    made.incrementAndGet();
    return KeptFragment.of(source, fragment);
  }

  /** Begins another run of the same process: nothing has been asked for yet. */
  public void begin() {
    used.clear();
    made.set(0);
  }

  /** Does {@code work} on this thread; returns the sources that it asked for. */
  public Set<String> usedBy(Runnable work) {
    Set<String> before = noted.get();
    Set<String> sources = new TreeSet<>();
    noted.set(sources);
    try {
      work.run();
    } finally {
      noted.set(before);
    }
    if (before != null) {
      before.addAll(sources);
    }
    return sources;
  }

  /** Counts sources as asked for whose fragments stand in something that was made before. */
  public void reuse(Collection<String> sources) {
    used.addAll(sources);
    if (noted.get() != null) {
      noted.get().addAll(sources);
    }
  }

  /** How many different sources were asked for. */
  public int usedCount() {
    return used.size();
  }

  /** How many fragments had to be made. */
  public int madeCount() {
    return made.get();
  }

  /** Writes what was asked for in this run, if it is not what the file holds. */
  public synchronized void save() {
    if (!isLoaded || (made.get() == 0 && used.size() == known.size())) {
      return;
    }
    try {
      Files.createDirectories(file.getParent());
      Path fresh = Files.createTempFile(file.getParent(), "fragments", ".tmp");
      write(fresh);
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
  }

  /** Keeps what was asked for in the file alone; it is read again if more is asked for. */
  public synchronized void rest() {
    save();
    known.clear();
    isLoaded = false;
  }

  private void write(Path target) throws IOException {
    Set<String> sources = new TreeSet<>(used);
    sources.retainAll(known.keySet());
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
      byte[] head = version.getBytes(StandardCharsets.UTF_8);
      out.writeInt(head.length);
      out.write(head);
      out.writeInt(sources.size());
      for (String source : sources) {
        known.get(source).write(out);
      }
    }
  }

  private synchronized void load() {
    if (isLoaded) {
      return;
    }
    isLoaded = true;
    if (!Files.exists(file)) {
      return;
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      ByteBuffer in = ByteBuffer.wrap(bytes);
      byte[] head = new byte[KeptFragment.length(in)];
      in.get(head);
      if (!new String(head, StandardCharsets.UTF_8).equals(version)) {
        return;
      }
      for (int left = in.getInt(); left > 0; left--) {
        KeptFragment fragment = KeptFragment.read(bytes, in);
        known.put(fragment.source(), fragment);
      }
    } catch (IOException | IllegalArgumentException | BufferUnderflowException e) {
      known.clear();
    }
  }
}
