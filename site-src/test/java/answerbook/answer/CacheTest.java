package answerbook.answer;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.answer.outcome.Outcome;
import answerbook.diagnostic.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is run again, and what isn't. */
final class CacheTest {
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

    assertThat(book.record().all().toString()).isEqualTo(book.run().all().toString());
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
    Path entry = entries("Calls").get(0);
    byte[] whole = Files.readAllBytes(entry);
    String text = Files.readString(entry);
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
      Files.writeString(entry, damage);
      assertThat(cache.find(program, key)).as(damage).isEmpty();
    }

    assertCounts(book.run(), 1, 1);

    assertThat(book.mistakes()).isEmpty();
    assertThat(Files.readAllBytes(entry)).isEqualTo(whole);
  }

  @Test
  void nothingIsLeftBehindButEntries() throws IOException {
    TestBook book = book();
    book.record();

    try (var files = Files.walk(root.resolve("target/answers"))) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getParent().getFileName()))
          .map(Path::toString)
          .containsExactlyInAnyOrder("Alone", "Calls");
    }
  }

  @Test
  void whatWasThereBeforeIsNotRunAgain() throws IOException {
    TestBook book = book();
    book.record();
    book.main("Alone", "show(\"out1\", 2);");
    assertCounts(book.record(), 1, 1);

    book.main("Alone", "show(\"out1\", 1);");

    assertCounts(book.record(), 0, 2);
    assertThat(book.read("answers/t/Alone.json")).contains("\"out1\": 1");
  }

  @Test
  void someEntriesOfAProgramAreKept() throws IOException {
    TestBook book = book();
    Outcome outcome = book.record().of("Alone").orElseThrow();
    Program program =
        new Program("Alone", SourceFile.read(root, book.file("answers/t/Alone.java")));
    OutcomeCache cache = new OutcomeCache(root.resolve("target/answers"));

    for (int i = 0; i < 30; i++) {
      cache.store(program, "key" + i, outcome);
    }

    assertThat(entries("Alone")).hasSize(8);
    assertThat(cache.find(program, "key29")).isPresent();
  }

  private List<Path> entries(String program) throws IOException {
    try (var files = Files.list(root.resolve("target/answers").resolve(program))) {
      return files.toList();
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
