package answerbook.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Random;
import java.util.zip.InflaterInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is packed is what zlib unpacks. */
class PackerTest {
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 257, 258, 259, 40_000, 100_000})
  void bytesOfFewKindsComeBack(int length) throws IOException {
    Random random = new Random(length);
    byte[] data = new byte[length];
    for (int i = 0; i < length; i++) {
      data[i] = (byte) (random.nextInt(40) == 0 ? random.nextInt(256) : i / 700);
    }

    assertThat(unpacked(Packer.pack(data))).isEqualTo(data);
  }

  @Test
  void noiseComesBack() throws IOException {
    byte[] data = new byte[70_000];
    new Random(1).nextBytes(data);

    assertThat(unpacked(Packer.pack(data))).isEqualTo(data);
  }

  /** Repetitions from all distances, the longest of which the window just holds. */
  @Test
  void farRepetitionsComeBack() throws IOException {
    byte[] data = new byte[66_000];
    byte[] word = new byte[300];
    new Random(2).nextBytes(word);
    Random noise = new Random(3);
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) noise.nextInt();
    }
    for (int at : new int[] {0, 301, 1_000, 5_000, 17_000, 49_768, 65_000}) {
      System.arraycopy(word, 0, data, at, word.length);
    }

    assertThat(unpacked(Packer.pack(data))).isEqualTo(data);
  }

  @Test
  void flatPicturesShrink() {
    assertThat(Packer.pack(new byte[750_000])).hasSizeLessThan(6_000);
  }

  private static byte[] unpacked(byte[] packed) throws IOException {
    try (InflaterInputStream in = new InflaterInputStream(new ByteArrayInputStream(packed))) {
      return in.readAllBytes();
    }
  }
}
