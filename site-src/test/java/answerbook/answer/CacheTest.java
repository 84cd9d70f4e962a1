package answerbook.answer;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is run again, and what isn't. */
final class CacheTest {
  private static final String ENTRY = "target/answers/Calls.outcome";

  @TempDir Path root;

  @Test
  void onlyWhatChangedIsRunAgain() {
    TestBook book = book();
    assertCounts(book.record(), 2, 0);
    assertCounts(book.run(), 0, 2);

    book.shared("Helper", "final class Helper {\n  static final int ONE = 2;\n}\n");
    assertCounts(book.record(), 1, 1);
    assertThat(book.read("answers/t/Calls.json")).contains("\"out1\": 2");

    book.main("Alone", "show(\"out1\", 3);");
    assertCounts(book.record(), 1, 1);
    assertCounts(book.run(), 0, 2);
    assertThat(book.mistakes()).isEmpty();
  }

  @Test
  void aReusedOutcomeIsTheSame() {
    TestBook book = book();

    assertThat(book.record().byProgram().toString()).isEqualTo(book.run().byProgram().toString());
  }

  @Test
  void failuresAreNotCached() {
    TestBook book =
        new TestBook(root)
            .main("Fails", "check(\"never\", false);")
            .main("Throws", "throw new Error();")
            .main("Wrong", "nothing();");
    book.run();
    List<String> first = book.mistakes();

    assertCounts(book.run(), 3, 0);
    assertThat(book.mistakes()).hasSize(3).isEqualTo(first);
  }

  @Test
  void aDamagedEntryIsNoEntry() throws IOException {
    TestBook book = book();
    book.record();
    byte[] whole = Files.readAllBytes(book.file(ENTRY));
    String text = book.read(ENTRY);
    List<String> damaged =
        List.of(
            "",
            "\n",
            "garbage",
            text.substring(0, text.length() / 2),
            text.replace("\"out1\"", "\"out2\""),
            text.substring(1),
            "\u0000".repeat(200),
            text.substring(0, text.lastIndexOf('{')));
    Program program =
        new Program("Calls", SourceFile.read(root, book.file("answers/t/Calls.java")));
    OutcomeCache cache = new OutcomeCache(root.resolve("target/answers"));
    String key = text.lines().findFirst().orElseThrow();
    assertThat(cache.find(program, key)).isPresent();
    assertThat(cache.find(program, key.replace(key.charAt(0), '-'))).isEmpty();
    for (String damage : damaged) {
      Files.writeString(book.file(ENTRY), damage);
      assertThat(cache.find(program, key)).as(damage).isEmpty();
    }

    assertCounts(book.run(), 1, 1);

    assertThat(book.mistakes()).isEmpty();
    assertThat(Files.readAllBytes(book.file(ENTRY))).isEqualTo(whole);
  }

  @Test
  void nothingIsLeftBehindButEntries() throws IOException {
    TestBook book = book();
    book.record();

    try (var files = Files.list(root.resolve("target/answers"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("Alone.outcome", "Calls.outcome");
    }
  }

  private TestBook book() {
    return new TestBook(root)
        .main("Alone", "show(\"out1\", 1);")
        .main("Calls", "show(\"out1\", Helper.ONE);")
        .shared("Helper", "final class Helper {\n  static final int ONE = 1;\n}\n");
  }

  private static void assertCounts(Outcomes outcomes, int run, int reused) {
    assertThat(List.of(outcomes.run(), outcomes.reused())).containsExactly(run, reused);
  }
}
