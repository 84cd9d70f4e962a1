package answerbook.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Entries by name, each with some parts, in a file of its own that is whole or not there. Every
 * entry is of a version, which names all that its parts depend on and its reader doesn't compare.
 * An entry of another version, or with a single wrong bit, counts as none.
 *
 * <pre>{@code
 * EntryFolder folder = new EntryFolder(target.resolve("rendered"), version);
 * folder.put("hidden-node", List.of(head, body));
 * Optional<byte[]> again = folder.find("hidden-node").map(entry -> entry.part(1));
 * }</pre>
 */
public final class EntryFolder {
  private static final String ENDING = ".entry";
  private static final String CHANGED = "was changed while a build was using it";

  private final Path folder;
  private final String version;

  /**
   * @param folder may not be there yet
   * @param version of all that writes entries
   */
  public EntryFolder(Path folder, String version) {
    this.folder = folder;
    this.version = version;
  }

  /** An entry whose parts were all found undamaged. */
  public static final class Entry {
    private final Path file;
    private final byte[] first;
    private final List<Integer> starts = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private final List<String> sums;

    private Entry(Path file, int start, List<byte[]> parts, List<String> sums) {
      this.file = file;
      this.first = parts.get(0);
      this.sums = sums;
      int at = start;
      for (byte[] part : parts) {
        starts.add(at);
        lengths.add(part.length);
        at += part.length;
      }
    }

    /** The part that is in memory. */
    public byte[] first() {
      return first;
    }

    /** Names the content of all parts. */
    public String sum() {
      return String.join("", sums);
    }

    /**
     * Reads a part from the file again, which needs no memory until then.
     *
     * @throws UncheckedIOException if it can't be read, or if somebody has changed it meanwhile
     */
    public byte[] part(int number) {
      ByteBuffer part = ByteBuffer.allocate(lengths.get(number));
      try (SeekableByteChannel in = Files.newByteChannel(file)) {
        in.position(starts.get(number));
        while (part.hasRemaining() && in.read(part) >= 0) {
          // A channel may give less than was asked for.
        }
        if (!EntryFolder.sum(part.array()).equals(sums.get(number))) {
          throw new FileSystemException(file.toString(), null, CHANGED);
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e.getMessage(), e);
      }
      return part.array();
    }
  }

  /** The entry of a name, which is one of a file; empty if there is no good one. */
  public Optional<Entry> find(String name) {
    Path file = file(name);
    try {
      return Files.exists(file)
          ? Optional.ofNullable(read(file, Files.readAllBytes(file)))
          : Optional.empty();
    } catch (IOException | RuntimeException e) {
      return Optional.empty(); // Damage can look like lengths of any kind.
    }
  }

  private Entry read(Path file, byte[] bytes) {
    ByteReader head = new ByteReader(bytes);
    if (!head.text().equals(version)) {
      return null;
    }
    List<byte[]> parts = new ArrayList<>();
    List<String> sums = head.texts();
    int start = start(sums);
    int at = start;
    for (String expected : sums) {
      int length = Integer.parseInt(expected.substring(0, expected.indexOf(' ')));
      byte[] part = java.util.Arrays.copyOfRange(bytes, at, Math.addExact(at, length));
      if (at + length > bytes.length || !sum(part).equals(expected)) {
        return null;
      }
      parts.add(part);
      at += length;
    }
    return at == bytes.length && !parts.isEmpty() ? new Entry(file, start, parts, sums) : null;
  }

  /** Keeps an entry in place of the last one of its name. */
  public Entry put(String name, List<byte[]> parts) {
    Path file = file(name);
    List<String> sums = parts.stream().map(EntryFolder::sum).toList();
    ByteWriter out = new ByteWriter().text(version).texts(sums);
    try {
      Files.createDirectories(folder);
      Path draft = folder.resolve(name + "." + ProcessHandle.current().pid() + ".tmp");
      try (var stream = Files.newOutputStream(draft)) {
        stream.write(out.bytes());
        for (byte[] part : parts) {
          stream.write(part);
        }
      }
      Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + file, e);
    }
    return new Entry(file, start(sums), parts, sums);
  }

  /** Deletes all entries but those of some names. */
  public void keepOnly(Set<String> names) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(ENDING)
            && !names.contains(name.substring(0, name.length() - ENDING.length()))) {
          Files.delete(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot tidy " + folder, e);
    }
  }

  private int start(List<String> sums) {
    return new ByteWriter().text(version).texts(sums).bytes().length;
  }

  /** Names a part's content; starts with its length. */
  private static String sum(byte[] part) {
    ContentSum sum = new ContentSum();
    sum.bytes(part);
    return part.length + " " + sum;
  }

  private Path file(String name) {
    return folder.resolve(name + ENDING);
  }
}
