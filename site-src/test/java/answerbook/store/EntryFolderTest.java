package answerbook.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import answerbook.store.EntryFolder.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EntryFolderTest {
  @TempDir private Path root;
  private EntryFolder folder;
  private Path file;

  @BeforeEach
  void keepOne() {
    folder = new EntryFolder(root.resolve("entries"), "1");
    folder.put("one", List.of(bytes("head"), bytes("a longer body")));
    file = root.resolve("entries/one.entry");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void partsComeBack() {
    Entry entry = new EntryFolder(root.resolve("entries"), "1").find("one").orElseThrow();

    assertThat(entry.first()).asString().isEqualTo("head");
    assertThat(entry.part(1)).asString().isEqualTo("a longer body");
    assertThat(entry.sum()).isEqualTo(folder.find("one").orElseThrow().sum());
  }

  @Test
  void otherPartsHaveAnotherSum() {
    String before = folder.find("one").orElseThrow().sum();

    Entry now = folder.put("one", List.of(bytes("head"), bytes("A longer body")));

    assertThat(now.sum()).isNotEqualTo(before);
  }

  @Test
  void partOfAnEntryThatIsNoLongerThereIsTold() throws IOException {
    Entry entry = folder.find("one").orElseThrow();
    byte[] good = Files.readAllBytes(file);

    Files.write(file, Arrays.copyOf(good, good.length - 1));
    assertThatThrownBy(() -> entry.part(1)).hasMessageContaining("was changed while");
    good[good.length - 1] ^= 1;
    Files.write(file, good);
    assertThatThrownBy(() -> entry.part(1))
        .hasCauseInstanceOf(FileSystemException.class)
        .hasMessageContaining("was changed while");
    Files.delete(file);
    assertThatThrownBy(() -> entry.part(1)).hasCauseInstanceOf(NoSuchFileException.class);
  }

  @Test
  void anotherVersionFindsNothing() {
    assertThat(new EntryFolder(root.resolve("entries"), "2").find("one")).isEmpty();
    assertThat(folder.find("other")).isEmpty();
  }

  @Test
  void everyDamageIsNoticed() throws IOException {
    byte[] good = Files.readAllBytes(file);
    for (int length = 0; length < good.length; length++) {
      Files.write(file, Arrays.copyOf(good, length));
      assertThat(folder.find("one")).as("cut to %d", length).isEmpty();
    }
    Files.write(file, Arrays.copyOf(good, good.length + 1));
    assertThat(folder.find("one")).as("one byte more").isEmpty();
    for (int place = 0; place < good.length; place++) {
      for (int bit = 0; bit < Byte.SIZE; bit++) {
        byte[] damaged = good.clone();
        damaged[place] ^= (byte) (1 << bit);
        Files.write(file, damaged);
        assertThat(folder.find("one")).as("byte %d, bit %d", place, bit).isEmpty();
      }
    }
  }

  @Test
  void onlyWhatIsWantedStays() {
    folder.put("two", List.of(bytes("x")));

    folder.keepOnly(Set.of("two"));

    assertThat(folder.find("one")).isEmpty();
    assertThat(folder.find("two")).isPresent();
  }
}
