package answerbook.picture;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.zip.Adler32;

/**
 * Packs bytes in zlib's format (RFC 1950, 1951), always in the same way: one block of fixed codes,
 * with the first longest repetition of those that are tried.
 */
final class Packer {
  private static final int HEADER = 0x7801;
  private static final int WINDOW = 32_768;
  private static final int SHORTEST = 4;
  private static final int LONGEST = 258;
  private static final int TRIES = 24;
  private static final int HASH_BITS = 15;
  private static final int END_OF_BLOCK = 256;
  private static final int FIRST_LENGTH = 257;

  private final byte[] data;
  private final int[] latest = new int[1 << HASH_BITS];
  private final int[] earlier;
  private final Bits bits = new Bits();

  private Packer(byte[] data) {
    this.data = data;
    this.earlier = new int[data.length];
    Arrays.fill(latest, -1);
  }

  /** The packed bytes, with header and checksum. */
  static byte[] pack(byte[] data) {
    return new Packer(data).packed();
  }

  private byte[] packed() {
    bits.bigEndian(HEADER, 2);
    bits.add(1, 1);
    bits.add(1, 2);
    int at = 0;
    while (at < data.length) {
      int[] repetition = repetition(at);
      int length = Math.max(1, repetition[0]);
      if (length == 1) {
        symbol(data[at] & 0xff);
      } else {
        repeat(length, repetition[1]);
      }
      for (int i = at; i < at + length; i++) {
        remember(i);
      }
      at += length;
    }
    symbol(END_OF_BLOCK);
    bits.align();
    Adler32 sum = new Adler32();
    sum.update(data);
    bits.bigEndian((int) sum.getValue(), 4);
    return bits.bytes();
  }

  /** The longest repetition of what comes next: its length, or 0, and how far back it is. */
  private int[] repetition(int at) {
    int[] best = {0, 0};
    if (at + SHORTEST > data.length) {
      return best;
    }
    int tries = TRIES;
    for (int from = latest[hash(at)];
        from >= 0 && at - from <= WINDOW && tries > 0 && best[0] < LONGEST;
        tries--) {
      int length = 0;
      while (length < LONGEST
          && at + length < data.length
          && data[from + length] == data[at + length]) {
        length++;
      }
      if (length >= SHORTEST && length > best[0]) {
        best[0] = length;
        best[1] = at - from;
      }
      from = earlier[from];
    }
    return best;
  }

  private void remember(int at) {
    if (at + SHORTEST <= data.length) {
      int hash = hash(at);
      earlier[at] = latest[hash];
      latest[hash] = at;
    }
  }

  private int hash(int at) {
    int word =
        (data[at] & 0xff)
            | ((data[at + 1] & 0xff) << 8)
            | ((data[at + 2] & 0xff) << 16)
            | ((data[at + 3] & 0xff) << 24);
    return (word * 0x9E3779B1) >>> (Integer.SIZE - HASH_BITS);
  }

  private void repeat(int length, int distance) {
    // Codes and their extra bits follow a pattern; RFC 1951, 3.2.5, lists it.
    if (length == LONGEST) {
      symbol(285);
    } else {
      int rest = length - 3;
      int extra = rest < 8 ? 0 : 29 - Integer.numberOfLeadingZeros(rest);
      symbol(FIRST_LENGTH + (extra == 0 ? rest : 4 * extra + (rest >> extra)));
      bits.add(rest & ((1 << extra) - 1), extra);
    }
    int rest = distance - 1;
    int extra = rest < 4 ? 0 : 30 - Integer.numberOfLeadingZeros(rest);
    bits.addCode(extra == 0 ? rest : 2 * extra + (rest >> extra), 5);
    bits.add(rest & ((1 << extra) - 1), extra);
  }

  /** A literal or a length by its fixed code; RFC 1951, 3.2.6. */
  private void symbol(int value) {
    if (value < 144) {
      bits.addCode(0x30 + value, 8);
    } else if (value < 256) {
      bits.addCode(0x190 + value - 144, 9);
    } else if (value < 280) {
      bits.addCode(value - 256, 7);
    } else {
      bits.addCode(0xc0 + value - 280, 8);
    }
  }

  /** Bits from the lowest on, codes from the highest. */
  private static final class Bits {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private int held;
    private int count;

    void add(int value, int length) {
      held |= value << count;
      count += length;
      while (count >= Byte.SIZE) {
        out.write(held);
        held >>>= Byte.SIZE;
        count -= Byte.SIZE;
      }
    }

    void addCode(int code, int length) {
      add(Integer.reverse(code) >>> (Integer.SIZE - length), length);
    }

    void align() {
      if (count > 0) {
        add(0, Byte.SIZE - count);
      }
    }

    void bigEndian(int value, int length) {
      for (int i = length - 1; i >= 0; i--) {
        out.write(value >>> (i * Byte.SIZE));
      }
    }

    byte[] bytes() {
      return out.toByteArray();
    }
  }
}
