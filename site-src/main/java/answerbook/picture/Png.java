package answerbook.picture;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.zip.CRC32;

/** Writes a picture as PNG with a palette. */
final class Png {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int BIT_DEPTH = 8;
  private static final int INDEXED = 3;
  private static final int MOST_COLOURS = 256;

  private Png() {}

  /**
   * The file's bytes.
   *
   * @throws IllegalArgumentException if the picture has more than 256 colours
   */
  static byte[] bytes(Canvas canvas) {
    List<Integer> palette = palette(canvas);
    ByteBuffer header = ByteBuffer.allocate(13);
    header.putInt(canvas.width()).putInt(canvas.height());
    header.put((byte) BIT_DEPTH).put((byte) INDEXED);
    ByteBuffer colours = ByteBuffer.allocate(3 * palette.size());
    palette.forEach(
        colour ->
            colours
                .put((byte) (colour >> 16))
                .put((byte) (colour >> 8))
                .put((byte) colour.intValue()));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    chunk(out, "IHDR", header.array());
    chunk(out, "PLTE", colours.array());
    chunk(out, "IDAT", Packer.pack(rows(canvas, palette)));
    chunk(out, "IEND", new byte[0]);
    return out.toByteArray();
  }

  private static List<Integer> palette(Canvas canvas) {
    TreeSet<Integer> colours = new TreeSet<>();
    int last = -1;
    for (int y = 0; y < canvas.height(); y++) {
      for (int x = 0; x < canvas.width(); x++) {
        if (canvas.colour(x, y) != last) {
          last = canvas.colour(x, y);
          colours.add(last);
        }
      }
    }
    if (colours.size() > MOST_COLOURS) {
      throw new IllegalArgumentException(colours.size() + " colours, more than a palette holds");
    }
    return new ArrayList<>(colours);
  }

  /** Rows of indices, each after a byte that names its filter: none. */
  private static byte[] rows(Canvas canvas, List<Integer> palette) {
    ByteBuffer rows = ByteBuffer.allocate((canvas.width() + 1) * canvas.height());
    int lastColour = -1;
    byte lastIndex = 0;
    for (int y = 0; y < canvas.height(); y++) {
      rows.put((byte) 0);
      for (int x = 0; x < canvas.width(); x++) {
        int colour = canvas.colour(x, y);
        if (colour != lastColour) {
          lastColour = colour;
          lastIndex = (byte) palette.indexOf(colour);
        }
        rows.put(lastIndex);
      }
    }
    return rows.array();
  }

  private static void chunk(ByteArrayOutputStream out, String type, byte[] data) {
    byte[] name = type.getBytes(StandardCharsets.US_ASCII);
    CRC32 sum = new CRC32();
    sum.update(name);
    sum.update(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
    out.writeBytes(name);
    out.writeBytes(data);
    out.writeBytes(ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
  }
}
