package answerbook.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;

/**
 * A sum over contents that tells any two apart which a person would not make to deceive: their
 * length and two checks of different polynomials, 64 bits in all. It takes a tenth of the time of
 * SHA-256, which the JVM's quick compiler does without the processor's instructions for it.
 */
public final class ContentSum {
  private final CRC32 one = new CRC32();
  private final CRC32C other = new CRC32C();
  private long length;

  /** The sum of some texts. */
  public static String of(String... texts) {
    ContentSum sum = new ContentSum();
    List.of(texts).forEach(sum::text);
    return sum.toString();
  }

  /** Adds a text and its end. */
  public void text(String text) {
    bytes(text.getBytes(StandardCharsets.UTF_8));
    bytes(new byte[1]);
  }

  public void bytes(byte[] content) {
    one.update(content);
    other.update(content);
    length += content.length;
  }

  /** Adds names and contents of all files in a folder, in the order of their names. */
  public void tree(Path folder) throws IOException {
    for (Path path : FolderTree.files(folder).stream().sorted().toList()) {
      text(folder.relativize(path).toString());
      byte[] content = Files.readAllBytes(path);
      text(Integer.toString(content.length));
      bytes(content);
    }
  }

  /** The sum as hexadecimal digits. */
  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return Long.toHexString(length)
        + hex.toHexDigits((int) one.getValue())
        + hex.toHexDigits((int) other.getValue());
  }
}
