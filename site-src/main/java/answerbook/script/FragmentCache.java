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
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.zip.CRC32;

/**
 * Rendered fragments by their source, kept in one file from build to build. A file that is damaged,
 * or was written by another version of the renderer, counts as empty.
 */
public final class FragmentCache {
  private final Path file;
  private final String version;
  private final Map<String, String> known = new ConcurrentHashMap<>();
  private final Map<String, String> used = new ConcurrentSkipListMap<>();
  private final AtomicInteger made = new AtomicInteger();

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
    if (Files.exists(file)) {
      load();
    }
  }

  /**
   * The fragment of {@code source}; {@code maker} makes it where it isn't known. Exceptions of the
   * maker pass through.
   */
  public String get(String source, UnaryOperator<String> maker) {
    String fragment = known.get(source);
    if (fragment == null) {
      fragment = known.computeIfAbsent(source, text -> made(text, maker));
    }
    used.put(source, fragment);
    if (noted.get() != null) {
      noted.get().add(source);
    }
    return fragment;
  }

  private String made(String source, UnaryOperator<String> maker) {
    String fragment = maker.apply(source);
    made.incrementAndGet();
    return fragment;
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
    sources.forEach(source -> used.put(source, known.get(source)));
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
  public void save() {
    if (made.get() == 0 && used.size() == known.size()) {
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
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(target)))) {
      writeText(out, version);
      out.writeInt(used.size());
      for (Map.Entry<String, String> entry : used.entrySet()) {
        writeText(out, entry.getKey());
        writeText(out, entry.getValue());
        out.writeLong(checksum(entry.getKey(), entry.getValue()));
      }
    }
  }

  private void load() {
    try (DataInputStream in =
        new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
      if (!readText(in).equals(version)) {
        return;
      }
      for (int left = in.readInt(); left > 0; left--) {
        String source = readText(in);
        String fragment = readText(in);
        if (in.readLong() == checksum(source, fragment)) {
          known.put(source, fragment);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      known.clear();
    }
  }

  private static void writeText(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String readText(DataInputStream in) throws IOException {
    int length = in.readInt();
    byte[] bytes = length < 0 ? null : in.readNBytes(length);
    if (bytes == null || bytes.length != length) {
      throw new IOException("a text is cut short");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static long checksum(String source, String fragment) {
    CRC32 crc = new CRC32();
    crc.update(source.getBytes(StandardCharsets.UTF_8));
    crc.update(fragment.getBytes(StandardCharsets.UTF_8));
    return crc.getValue();
  }
}
