package answerbook.script;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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
import java.util.zip.CRC32;

/**
 * Rendered fragments by their source, kept in one file from build to build. A file that is damaged,
 * or was written by another version of the renderer, counts as empty. It is read when a fragment is
 * first asked for; fragments are held as UTF-8, since most would take twice the room as texts.
 */
public final class FragmentCache {
  private final Path file;
  private final String version;
  private final Map<String, byte[]> known = new ConcurrentHashMap<>();
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
    byte[] fragment = known.get(source);
    if (fragment == null) {
      fragment = known.computeIfAbsent(source, text -> made(text, maker));
    }
    used.add(source);
    if (noted.get() != null) {
      noted.get().add(source);
    }
    return new String(fragment, StandardCharsets.UTF_8);
  }

  private byte[] made(String source, UnaryOperator<String> maker) {
    String fragment = maker.apply(source);
    made.incrementAndGet();
    return fragment.getBytes(StandardCharsets.UTF_8);
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

  private void write(Path target) throws IOException {
    Set<String> sources = new TreeSet<>(used);
    sources.retainAll(known.keySet());
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
      write(out, bytes(version));
      out.writeInt(sources.size());
      for (String source : sources) {
        write(out, bytes(source));
        write(out, known.get(source));
        out.writeLong(checksum(bytes(source), known.get(source)));
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
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (!new String(read(in), StandardCharsets.UTF_8).equals(version)) {
        return;
      }
      for (int left = in.readInt(); left > 0; left--) {
        byte[] source = read(in);
        byte[] fragment = read(in);
        if (in.readLong() == checksum(source, fragment)) {
          known.put(new String(source, StandardCharsets.UTF_8), fragment);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      known.clear();
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void write(DataOutputStream out, byte[] bytes) throws IOException {
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static byte[] read(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = length < 0 ? null : in.readNBytes(length);
    if (bytes == null || bytes.length != length) {
      throw new IOException("a text is cut short");
    }
    return bytes;
  }

  private static long checksum(byte[] source, byte[] fragment) {
    CRC32 crc = new CRC32();
    crc.update(source);
    crc.update(fragment);
    return crc.getValue();
  }
}
