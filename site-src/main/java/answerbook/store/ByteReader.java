package answerbook.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads what a {@link ByteWriter} has written, in the same order. Bytes of any other kind lead to
 * an exception of {@link java.nio.BufferUnderflowException} or {@link IllegalArgumentException}, or
 * to other texts; whoever reads what was kept on a disk compares its sum first.
 */
public final class ByteReader {
  private final ByteBuffer in;

  public ByteReader(byte[] bytes) {
    this.in = ByteBuffer.wrap(bytes);
  }

  public int number() {
    return in.getInt();
  }

  /** A number that was written with all its bits. */
  public double fraction() {
    return Double.longBitsToDouble(in.getLong());
  }

  public String text() {
    return new String(part(), StandardCharsets.UTF_8);
  }

  /** The bytes of a part. */
  public byte[] part() {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("a text of " + length + " bytes is cut short");
    }
    byte[] part = new byte[length];
    in.get(part);
    return part;
  }

  public List<String> texts() {
    List<String> texts = new ArrayList<>();
    for (int left = in.getInt(); left > 0; left--) {
      texts.add(text());
    }
    return texts;
  }
}
