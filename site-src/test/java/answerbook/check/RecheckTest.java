package answerbook.check;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.diagnostic.Diagnostics;
import answerbook.store.EntryFolder;
import answerbook.store.LastSite;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages that were taken from the last site are looked at only if they can have become wrong. */
class RecheckTest {
  private static final String LEADING = "<a href='b.html#x'>x</a><a href='notes.txt'>notes</a>";
  private static final String LED_TO = "<p id='x'>x</p><p id='y'>y</p>";

  @TempDir private Path folder;
  private final Diagnostics diagnostics = new Diagnostics();
  private Path site;
  private Path next;
  private Path list;

  @BeforeEach
  void publish() throws IOException {
    site = Files.createDirectories(folder.resolve("site"));
    next = Files.createDirectories(folder.resolve("next"));
    list = folder.resolve("list");
    Files.writeString(site.resolve("a.html"), LEADING);
    Files.writeString(site.resolve("b.html"), LED_TO);
    Files.writeString(site.resolve("notes.txt"), "notes");
    LastSite first = new LastSite(folder.resolve("none"), site, list);
    first.note("a.html", "inputs");
    first.note("notes.txt", "inputs");
    first.save(first.sums());
    assertThat(check(LastSite.none(site)).pages()).isEqualTo(2);
    assertThat(diagnostics.all()).isEmpty();
  }

  private SiteChecker.Report check(LastSite last) throws IOException {
    KeptFacts facts = new KeptFacts(new EntryFolder(folder.resolve("kept"), "1"));
    return new SiteChecker(last, last.sums(), facts, diagnostics).check();
  }

  /** Takes the page that leads to another one, which becomes something else. */
  private SiteChecker.Report checkAgain(String ledTo, boolean withNotes) throws IOException {
    LastSite last = new LastSite(site, next, list);
    assertThat(last.take("a.html", "inputs")).isTrue();
    if (withNotes) {
      assertThat(last.take("notes.txt", "inputs")).isTrue();
    }
    Files.writeString(next.resolve("b.html"), ledTo);
    return check(last);
  }

  @Test
  void onlyTheNewPageIsLookedAt() throws IOException {
    assertThat(checkAgain(LED_TO + "<p id='z'>z</p><a href='a.html'>a</a>", true))
        .isEqualTo(new SiteChecker.Report(1, 1));
    assertThat(diagnostics.all()).isEmpty();
  }

  @Test
  void mistakeInTheNewPageIsFound() throws IOException {
    checkAgain(LED_TO + "<a href='a.html#none'>a</a><p id='x'>again</p>", true);

    assertThat(diagnostics.all())
        .extracting(mistake -> mistake.source().name() + ": " + mistake.message())
        .containsExactlyInAnyOrder(
            "b.html: the link leads nowhere: 'a.html#none'", "b.html: id 'x' is there twice");
  }

  @Test
  void lostAnchorIsMissedByPagesThatWereTaken() throws IOException {
    checkAgain(LED_TO.replace("id='x'", "id='w'"), true);

    assertThat(diagnostics.all())
        .extracting(mistake -> mistake.source().name() + ": " + mistake.message())
        .containsExactly("a.html: the link leads nowhere: 'b.html#x'");
  }

  @Test
  void lostFileIsMissedByPagesThatWereTaken() throws IOException {
    checkAgain(LED_TO, false);

    assertThat(diagnostics.all())
        .extracting(mistake -> mistake.source().name() + ": " + mistake.message())
        .containsExactly("a.html: the link leads nowhere: 'notes.txt'");
  }

  @Test
  void pageThatSomebodyHasTouchedTellsNothingOfWhatWasThere() throws IOException {
    Files.writeString(site.resolve("b.html"), "damaged");

    assertThat(checkAgain(LED_TO.replace("id='x'", "id='w'"), true).pages()).isEqualTo(2);
    assertThat(diagnostics.all()).hasSize(1);
  }
}
