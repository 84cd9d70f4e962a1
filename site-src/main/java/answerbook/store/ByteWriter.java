package answerbook.store;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/** Writes texts and numbers one after the other, as {@link ByteReader} reads them. */
public final class ByteWriter {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  public ByteWriter number(int value) {
    out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(value).array());
    return this;
  }

  /** Writes a number with all its bits. */
  public ByteWriter number(double value) {
    long bits = Double.doubleToRawLongBits(value);
    out.writeBytes(ByteBuffer.allocate(Long.BYTES).putLong(bits).array());
    return this;
  }

  public ByteWriter text(String text) {
    return part(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Writes how many bytes there are, and the bytes: of a text in UTF-8, the text. */
  public ByteWriter part(byte[] bytes) {
    number(bytes.length);
    out.writeBytes(bytes);
    return this;
  }

  /** Writes how many texts there are, and the texts. */
  public ByteWriter texts(Collection<String> texts) {
    number(texts.size());
    texts.forEach(this::text);
    return this;
  }

  /** Writes what another writer has written. */
  public ByteWriter bytes(byte[] written) {
    out.writeBytes(written);
    return this;
  }

  public byte[] bytes() {
    return out.toByteArray();
  }
}
