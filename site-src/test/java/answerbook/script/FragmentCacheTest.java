package answerbook.script;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FragmentCacheTest {
  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void keepTwoFragments() {
    file = folder.resolve("fragments.bin");
    FragmentCache cache = new FragmentCache(file, "1");
    cache.get("a", source -> "A");
    cache.get("b", source -> "B");
    cache.save();
  }

  private int madeAgain(String version) {
    FragmentCache cache = new FragmentCache(file, version);
    assertThat(cache.get("a", source -> "A")).isEqualTo("A");
    assertThat(cache.get("b", source -> "B")).isEqualTo("B");
    return cache.madeCount();
  }

  @Test
  void keptFragmentsAreNotMadeAgain() {
    assertThat(madeAgain("1")).isZero();
  }

  @Test
  void anotherVersionMakesAllAgain() {
    assertThat(madeAgain("2")).isEqualTo(2);
  }

  @Test
  void everyDamageIsNoticed() throws IOException {
    byte[] good = Files.readAllBytes(file);
    for (int length = 0; length < good.length; length++) {
      Files.write(file, Arrays.copyOf(good, length));
      assertThat(madeAgain("1")).as("cut to " + length).isPositive();
    }
    for (int place = 0; place < good.length; place++) {
      byte[] damaged = good.clone();
      damaged[place] ^= 0x40;
      Files.write(file, damaged);
      assertThat(madeAgain("1")).as("byte " + place).isPositive();
    }
  }

  @Test
  void whatIsNoLongerUsedIsForgotten() {
    FragmentCache cache = new FragmentCache(file, "1");
    cache.get("a", source -> "A");
    cache.save();

    assertThat(madeAgain("1")).isEqualTo(1);
  }
}
