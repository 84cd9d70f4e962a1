package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.store.FolderTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
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
    COMMENT(QUESTION, "</details>", "<!-- a remark -->\n\n</details>"),
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
  void everyCachedBuildGivesTheBytesOfACleanOne(long seed) throws IOException {
    MiniBook book = MiniBook.copyOf("results", folder.resolve("kept"));
    assertThat(book.build()).as(book.output()).isTrue();
    List<Edit> edits = new ArrayList<>(List.of(Edit.values()));
    Collections.shuffle(edits, new Random(seed));

    for (Edit edit : edits.subList(0, EDITS)) {
      edit.in(book);
      if (!book.build()) {
        assertThat(book.output()).as(edit.name()).contains("mvn -Danswers.record");
        assertThat(book.record()).as(book.output()).isTrue();
        expectTheBytesOfACleanBuild(book, edit.name() + ", recorded");
      }
      expectAfterBuild(book, edit.name());
    }
  }

  @Test
  void changesReachThePagesThatShowThem() throws IOException {
    MiniBook book = MiniBook.copyOf("markdown", folder.resolve("kept"));
    assertThat(book.build()).as(book.output()).isTrue();
    String references = "content/references.yaml";
    String other = "content/topic/neighbour.md";

    book.write(references, book.read(references).replace("Bengio", "Benyio"));
    expectAfterBuild(book, "reference");
    book.write(other, book.read(other).replaceFirst("title: ", "title: Not "));
    expectAfterBuild(book, "title of a question that another links to");
    book.write("templates/topic.ftlh", book.read("templates/topic.ftlh") + "<!-- end -->");
    expectAfterBuild(book, "template of one kind of page");
    book.write("templates/parts.ftlh", book.read("templates/parts.ftlh").replace("eyebrow", "e"));
    expectAfterBuild(book, "template that others import");
    String home = book.read("templates/home.ftlh");
    book.write("templates/home.ftlh", home + "<#include \"/more/last.ftlh\">");
    book.write("templates/more/last.ftlh", "<!-- one -->");
    expectAfterBuild(book, "template in a folder");
    book.write("templates/more/last.ftlh", "<!-- two -->");
    expectAfterBuild(book, "edited template in a folder");
    Files.move(book.root().resolve(other), book.root().resolve("content/topic/neighbourhood.md"));
    for (String file : List.of("content/topic/index.md", "content/topic/dialect.md")) {
      book.write(file, book.read(file).replace("neighbour", "neighbourhood"));
    }
    expectAfterBuild(book, "renamed question");
  }

  /** One page is touched in place, another vanishes, an entry of each cache is damaged. */
  @Test
  void damageLeavesNoTrace() throws IOException {
    MiniBook book = MiniBook.copyOf("results", folder.resolve("kept"));
    assertThat(book.build()).as(book.output()).isTrue();
    book.write("target/site/topic/all-kinds.html", "damaged");
    Files.delete(book.site().resolve("topic/index.html"));
    try (Stream<Path> walk = Files.walk(book.root().resolve("target"), 2)) {
      for (Path file : walk.filter(Files::isRegularFile).toList()) {
        if (!file.startsWith(book.site())) {
          byte[] bytes = Files.readAllBytes(file);
          for (int place = 0; place < bytes.length; place += 1 + bytes.length / 7) {
            bytes[place] ^= 4;
          }
          Files.write(file, bytes);
        }
      }
    }

    expectAfterBuild(book, "damage");
  }

  @Test
  void editCostsWhatItTouches() throws IOException {
    MiniBook book = MiniBook.copyOf("markdown", folder.resolve("kept"));
    assertThat(book.build()).as(book.output()).isTrue();
    int none = unchanged(book);
    String other = "content/topic/neighbour.md";

    book.edit(other, "</details>", "One word more.\n\n</details>");
    assertThat(book.build()).as(book.output()).isTrue();

    assertThat(none).isZero();
    assertThat(book.output()).contains(" 0 of them new");
    assertThat(unchanged(book)).isGreaterThan(5);
  }

  /** Not even the book as data, nor what search reads. */
  @Test
  void commentChangesNoPage() throws IOException {
    MiniBook book = MiniBook.copyOf("markdown", folder.resolve("kept"));
    assertThat(book.build()).as(book.output()).isTrue();
    Map<String, String> before = Folders.texts(book.site());

    book.edit("content/topic/neighbour.md", "</details>", "<!-- a remark -->\n\n</details>");
    assertThat(book.build()).as(book.output()).isTrue();

    assertThat(book.output()).contains("files unchanged");
    assertThat(Folders.texts(book.site())).isEqualTo(before);
  }

  private static int unchanged(MiniBook book) {
    Matcher line = Pattern.compile("(\\d+) files unchanged").matcher(book.output());
    assertThat(line.find()).as(book.output()).isTrue();
    return Integer.parseInt(line.group(1));
  }

  private void expectAfterBuild(MiniBook book, String change) throws IOException {
    assertThat(book.build()).as("%s: %s", change, book.output()).isTrue();
    expectTheBytesOfACleanBuild(book, change);
  }

  /** The same sources in another folder, with nothing that a build left but programs' outcomes. */
  private void expectTheBytesOfACleanBuild(MiniBook book, String change) throws IOException {
    Path other = folder.resolve("clean");
    FolderTree.delete(other);
    MiniBook clean = MiniBook.in(other);
    for (String part : List.of("content", "answers", "templates", "site-src", "target/answers")) {
      Folders.copy(book.root().resolve(part), other.resolve(part));
    }
    assertThat(clean.build()).as("%s: %s", change, clean.output()).isTrue();
    Map<String, String> expected = Folders.texts(clean.site());
    Map<String, String> actual = Folders.texts(book.site());
    assertThat(actual.keySet()).as(change).isEqualTo(expected.keySet()).contains("index.html");
    expected.forEach(
        (file, text) ->
            assertThat(actual.get(file)).as("%s after %s", file, change).isEqualTo(text));
  }
}
