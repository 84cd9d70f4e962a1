package answerbook.math.font;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collection;
import java.util.TreeMap;

/** The tables of a TrueType font by their tags, and the file that they make. */
final class FontTables {
  private static final int VERSION = 0x00010000;
  private static final int ADJUSTMENT = 8;
  private static final int MAGIC = 0xb1b0afba;

  private final TreeMap<String, byte[]> byTag = new TreeMap<>();

  void put(String tag, byte[] content) {
    byTag.put(tag, content.clone());
  }

  /** A table, to change numbers in it. */
  ByteBuffer get(String tag) {
    return ByteBuffer.wrap(byTag.get(tag));
  }

  /** Sixteen-bit numbers, as most tables are made of. */
  static byte[] shorts(Collection<Integer> numbers) {
    ByteBuffer out = ByteBuffer.allocate(2 * numbers.size());
    numbers.forEach(number -> out.putShort(number.shortValue()));
    return out.array();
  }

  /** The head's adjustment makes the sum of the whole file the same for every font. */
  byte[] file() {
    get("head").putInt(ADJUSTMENT, 0);
    int sum = sum(joined());
    get("head").putInt(ADJUSTMENT, MAGIC - sum);
    return joined();
  }

  /** A directory sorted by tags, then the tables, each from a multiple of four bytes on. */
  private byte[] joined() {
    int count = byTag.size();
    int power = Integer.highestOneBit(count);
    ByteBuffer directory = ByteBuffer.allocate(12 + 16 * count);
    directory.putInt(VERSION).putShort((short) count).putShort((short) (16 * power));
    directory.putShort((short) Integer.numberOfTrailingZeros(power));
    directory.putShort((short) (16 * (count - power)));
    ByteArrayOutputStream bodies = new ByteArrayOutputStream();
    byTag.forEach(
        (tag, body) -> {
          byte[] padded = Arrays.copyOf(body, (body.length + 3) / 4 * 4);
          directory.put(tag.getBytes(StandardCharsets.US_ASCII)).putInt(sum(padded));
          directory.putInt(directory.capacity() + bodies.size()).putInt(body.length);
          bodies.writeBytes(padded);
        });
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(directory.array());
    out.writeBytes(bodies.toByteArray());
    return out.toByteArray();
  }

  private static int sum(byte[] bytes) {
    int sum = 0;
    for (ByteBuffer words = ByteBuffer.wrap(bytes); words.remaining() >= 4; ) {
      sum += words.getInt();
    }
    return sum;
  }
}
