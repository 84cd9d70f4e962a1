package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is edited in whatever order: a build that has caches gives the bytes of one that has
 * none.
 */
class EditSequenceTest {
  private static final String QUESTION = "content/topic/all-kinds.md";
  private static final int EDITS = 4;

  @TempDir private Path folder;

  /** What an author may edit. */
  private enum Edit {
    WORD(QUESTION, "The value is", "The value here is"),
    TITLE(QUESTION, "title: All", "title: Really all"),
    FORMULA(QUESTION, "$\\mathbf v =", "$\\mathbf v' ="),
    TAG(QUESTION, "tags: [results", "tags: [results, more"),
    CAPTION(QUESTION, "| A network.", "| A *small* network."),
    TOPIC("content/topic/index.md", "title: ", "title: About "),
    TEMPLATE("templates/question.ftlh", "</main>", "<p>More.</p></main>"),
    PARTS("templates/parts.ftlh", "Checked when", "Checked, when"),
    STYLE("site-src/assets/css/base.css", "", "/* edited */\n"),
    NUMBER("answers/topic/AllKinds.java", "show(\"negative\", -0.0", "show(\"negative\", -0.01"),
    PLOT("answers/topic/AllKinds.java", ".y(\"y\")", ".y(\"height\")"),
    SHARED("answers/topic/Shared.java", "return ", "return 0 + ");

    private final String file;
    private final String old;
    private final String now;

    Edit(String file, String old, String now) {
      this.file = file;
      this.old = old;
      this.now = now;
    }

    void in(MiniBook book) {
      String text = book.read(file);
      int at = text.indexOf(old);
      assertThat(at).as("%s in %s", old, file).isNotNegative();
      book.write(file, text.substring(0, at) + now + text.substring(at + old.length()));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void cachedBuildGivesTheBytesOfACleanOne(long seed) throws IOException {
    MiniBook book = MiniBook.copyOf("results", folder.resolve("kept"));
    assertThat(book.build()).as(book.output()).isTrue();
    List<Edit> edits = new ArrayList<>(List.of(Edit.values()));
    Collections.shuffle(edits, new Random(seed));

    for (Edit edit : edits.subList(0, EDITS)) {
      edit.in(book);
      assertThat(book.record()).as(book.output()).isTrue();
    }

    Path other = folder.resolve("clean");
    MiniBook clean = MiniBook.copyOf("results", other);
    copySources(book.root(), other);
    assertThat(clean.build()).as(clean.output()).isTrue();
    Map<String, String> expected = tree(clean.site());
    Map<String, String> actual = tree(book.site());
    assertThat(actual.keySet()).isEqualTo(expected.keySet()).contains("topic/all-kinds.html");
    expected.forEach((file, text) -> assertThat(actual.get(file)).as(file).isEqualTo(text));
  }

  private static void copySources(Path from, Path to) throws IOException {
    for (String part : List.of("content", "answers", "templates", "site-src")) {
      try (Stream<Path> walk = Files.walk(from.resolve(part))) {
        for (Path file : walk.filter(Files::isRegularFile).toList()) {
          Files.write(to.resolve(from.relativize(file).toString()), Files.readAllBytes(file));
        }
      }
    }
  }

  private static Map<String, String> tree(Path site) throws IOException {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(site)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(
            site.relativize(path).toString(),
            new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
      }
    }
    return files;
  }
}
