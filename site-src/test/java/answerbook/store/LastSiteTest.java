package answerbook.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LastSiteTest {
  @TempDir private Path root;

  @BeforeEach
  void publishOne() throws IOException {
    Files.createDirectories(root.resolve("site/topic"));
    Files.writeString(root.resolve("site/index.html"), "home");
    Files.writeString(root.resolve("site/topic/page.html"), "page");
    LastSite first = new LastSite(root.resolve("none"), root.resolve("site"), list());
    first.note("index.html", "a");
    first.note("topic/page.html", "a");
    first.save(first.sums());
  }

  private Path list() {
    return root.resolve("list");
  }

  private LastSite last() {
    return new LastSite(root.resolve("site"), root.resolve("next"), list());
  }

  @Test
  void sameInputsGiveTheSameFile() throws IOException {
    LastSite last = last();

    assertThat(last.take("topic/page.html", "a")).isTrue();
    assertThat(root.resolve("next/topic/page.html")).hasContent("page");
    assertThat(last.sums()).isEqualTo(LastSite.sumsOf(root.resolve("next")));
  }

  @Test
  void otherInputsAndUnknownFilesGiveNone() throws IOException {
    assertThat(last().take("topic/page.html", "b")).isFalse();
    assertThat(last().take("topic/other.html", "a")).isFalse();
    assertThat(root.resolve("next")).doesNotExist();
  }

  @Test
  void fileThatSomebodyTouchedIsNotTaken() throws IOException {
    Files.writeString(root.resolve("site/topic/page.html"), "pagE");

    assertThat(last().take("topic/page.html", "a")).isFalse();
    assertThat(last().takeAll("a")).isFalse();
  }

  @Test
  void allOrNoneIsTaken() throws IOException {
    assertThat(last().takeAll("a")).isTrue();
    assertThat(root.resolve("next/index.html")).hasContent("home");
    Files.delete(root.resolve("site/topic/page.html"));

    LastSite last = last();

    assertThat(last.takeAll("a")).isFalse();
    assertThat(last.sums()).isEmpty();
  }

  @Test
  void forgottenFileLeavesThePublishedOneAlone() throws IOException {
    LastSite last = last();
    last.take("index.html", "a");

    last.forget("index.html");
    Files.writeString(root.resolve("next/index.html"), "other");

    assertThat(root.resolve("site/index.html")).hasContent("home");
    assertThat(last.sums()).isEqualTo(LastSite.sumsOf(root.resolve("next")));
  }

  @Test
  void damagedListCountsAsNone() throws IOException {
    String good = Files.readString(list());
    for (int place = 0; place < good.length(); place++) {
      char other = good.charAt(place) == 'a' ? 'b' : 'a';
      Files.writeString(list(), good.substring(0, place) + other + good.substring(place + 1));
      assertThat(last().take("index.html", "a")).as("character %d", place).isFalse();
      Files.writeString(list(), good.substring(0, place));
      assertThat(last().take("index.html", "a")).as("cut to %d", place).isFalse();
    }
  }
}
