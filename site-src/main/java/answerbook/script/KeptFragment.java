package answerbook.script;

import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * A fragment with its source, as a part of a file's bytes: each is a length and as many bytes of
 * UTF-8, and a checksum of both follows. Whether that is right is seen when the fragment is needed,
 * since most of a file never is.
 */
final class KeptFragment {
  private final byte[] bytes;
  private final int start;
  private final int sourceLength;
  private final int fragmentLength;
  private volatile boolean isSound;

  private KeptFragment(byte[] bytes, int start, int sourceLength, int fragmentLength) {
    this.bytes = bytes;
    this.start = start;
    this.sourceLength = sourceLength;
    this.fragmentLength = fragmentLength;
  }

  static KeptFragment of(String source, String fragment) {
    byte[] from = source.getBytes(StandardCharsets.UTF_8);
    byte[] made = fragment.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out =
        ByteBuffer.allocate(2 * Integer.BYTES + from.length + made.length + Long.BYTES);
    out.putInt(from.length).put(from).putInt(made.length).put(made);
    KeptFragment kept = new KeptFragment(out.array(), 0, from.length, made.length);
    out.putLong(kept.checksum());
    kept.isSound = true;
    return kept;
  }

  /**
   * Reads one, and leaves its bytes where they are.
   *
   * @param in a buffer over all of {@code bytes}
   * @throws java.nio.BufferUnderflowException if the array ends too early
   * @throws IllegalArgumentException if what stands there is no length
   */
  static KeptFragment read(byte[] bytes, ByteBuffer in) {
    int start = in.position();
    int source = length(in);
    in.position(in.position() + source);
    int fragment = length(in);
    in.position(in.position() + fragment);
    in.getLong();
    return new KeptFragment(bytes, start, source, fragment);
  }

  /**
   * Reads a length.
   *
   * @throws IllegalArgumentException if there are fewer bytes
   */
  static int length(ByteBuffer in) {
    int length = in.getInt();
    if (length < 0 || length > in.remaining()) {
      throw new IllegalArgumentException("a text is cut short");
    }
    return length;
  }

  String source() {
    return new String(bytes, start + Integer.BYTES, sourceLength, StandardCharsets.UTF_8);
  }

  String text() {
    return new String(bytes, fragmentStart(), fragmentLength, StandardCharsets.UTF_8);
  }

  /** Whether nothing has damaged it. */
  boolean isSound() {
    if (!isSound) {
      isSound = ByteBuffer.wrap(bytes).getLong(fragmentStart() + fragmentLength) == checksum();
    }
    return isSound;
  }

  void write(DataOutputStream out) throws IOException {
    out.write(bytes, start, fragmentStart() + fragmentLength + Long.BYTES - start);
  }

  private int fragmentStart() {
    return start + Integer.BYTES + sourceLength + Integer.BYTES;
  }

  private long checksum() {
    CRC32 crc = new CRC32();
    crc.update(bytes, start + Integer.BYTES, sourceLength);
    crc.update(bytes, fragmentStart(), fragmentLength);
    return crc.getValue();
  }
}
