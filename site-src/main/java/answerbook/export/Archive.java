package answerbook.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * The files of a zip, in their order. The same files give the same bytes: all are of one date. It
 * is not the earliest that a zip can tell, beside which Java writes a second, in the time zone.
 */
public final class Archive implements Edition.Job {
  private static final LocalDateTime DATE = LocalDateTime.of(2000, 1, 1, 0, 0);
  private static final int BEST = 9;

  private final Map<String, byte[]> files = new LinkedHashMap<>();

  /** Adds a text as UTF-8. */
  public Archive add(String name, String text) {
    return add(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds a file; its name has slashes and is not there yet. */
  public Archive add(String name, byte[] content) {
    if (files.put(name, content) != null) {
      throw new IllegalArgumentException("two files are called " + name);
    }
    return this;
  }

  @Override
  public String key() {
    Ingredients ingredients = new Ingredients();
    files.forEach((name, content) -> ingredients.add(name).add(content));
    return ingredients.key();
  }

  @Override
  public void make(Path file) throws IOException {
    Files.write(file, bytes());
  }

  /** The zip. The first file is stored as it is if it is called {@code mimetype}. */
  public byte[] bytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
      zip.setLevel(BEST);
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(entry(file.getKey(), file.getValue()));
        zip.write(file.getValue());
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("memory can't be written", e);
    }
    return out.toByteArray();
  }

  private static ZipEntry entry(String name, byte[] content) {
    ZipEntry entry = new ZipEntry(name);
    entry.setTimeLocal(DATE);
    if (name.equals("mimetype")) {
      CRC32 crc = new CRC32();
      crc.update(content);
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(content.length);
      entry.setCrc(crc.getValue());
    }
    return entry;
  }
}
