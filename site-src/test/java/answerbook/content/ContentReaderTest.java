package answerbook.content;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.diagnostic.Diagnostics;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContentReaderTest {
  @TempDir private Path root;
  private final Diagnostics diagnostics = new Diagnostics();

  private void write(String file, String text) throws IOException {
    Path path = root.resolve("content").resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private void question(String file, String source) throws IOException {
    write(file, "---\ntitle: T\nsource: " + source + "\nlevel: easy\ntags: [a]\n---\nQ\n");
  }

  private List<String> told() {
    return diagnostics.all().stream()
        .map(d -> d.source().name() + ":" + d.position().line() + " " + d.message())
        .toList();
  }

  @Test
  void topicsAndQuestionsComeInTheirDeclaredOrder() throws IOException {
    write("index.md", "---\ntitle: B\ntopics: [second, first]\n---\n");
    write("first/index.md", "---\ntitle: First\nquestions: [b, a]\n---\n");
    write("second/index.md", "---\ntitle: Second\nquestions: [c]\n---\n");
    question("first/a.md", "x-1");
    question("first/b.md", "x-2");
    question("second/c.md", "x-3");

    Book book = new ContentReader(root, diagnostics).read();

    assertThat(told()).isEmpty();
    assertThat(book.questions().map(Question::address))
        .containsExactly("second/c.html", "first/b.html", "first/a.html");
    assertThat(book.topics().get(1).questions().get(1).number()).isEqualTo(2);
  }

  @Test
  void whatIsListedMustBeThereAndWhatIsThereMustBeListed() throws IOException {
    write("index.md", "---\ntitle: B\ntopics: [topic, gone]\n---\n");
    write("topic/index.md", "---\ntitle: T\nquestions: [here, missing, has-2]\n---\n");
    question("topic/here.md", "x-1");
    question("topic/stray.md", "x-2");
    write("lost/index.md", "---\ntitle: L\nquestions: [x]\n---\n");

    new ContentReader(root, diagnostics).read();

    assertThat(told())
        .containsExactly(
            "content/index.md:3 content has no folder 'gone'",
            "content/lost/index.md:1 no line lists this topic",
            "content/topic/index.md:3 there is no file 'missing.md'",
            "content/topic/index.md:3 'has-2' is no slug",
            "content/topic/stray.md:1 no topic lists this file");
  }

  @Test
  void worksOfTheSameAuthorsAndYearGetLetters() throws IOException {
    write("index.md", "---\ntitle: B\ntopics: [topic]\n---\n");
    write("topic/index.md", "---\ntitle: T\nquestions: [a]\n---\n");
    question("topic/a.md", "x-1");
    String work = ":\n  authors: [Ann He, Bo Xu, Cy Li]\n  year: 2016\n  title: T\n  arxiv: 1\n";
    write("references.yaml", "he2016" + work + "he2016b" + work);

    Book book = new ContentReader(root, diagnostics).read();

    assertThat(book.references().values().stream().map(Reference::citedYear))
        .containsExactly("2016a", "2016b");
  }

  @Test
  void sourceIdsAreUnique() throws IOException {
    write("index.md", "---\ntitle: B\ntopics: [topic]\n---\n");
    write("topic/index.md", "---\ntitle: T\nquestions: [a, b]\n---\n");
    question("topic/a.md", "x-1");
    question("topic/b.md", "x-1");

    new ContentReader(root, diagnostics).read();

    assertThat(told()).containsExactly("content/topic/b.md:3 source 'x-1' is taken");
  }

  @Test
  void referencesNeedExactlyOneLink() throws IOException {
    write("index.md", "---\ntitle: B\ntopics: [topic]\n---\n");
    write("topic/index.md", "---\ntitle: T\nquestions: [a]\n---\n");
    question("topic/a.md", "x-1");
    write(
        "references.yaml",
        """
        good2010:
          authors: [Ann Good, Bo Better, Cy Best]
          year: 2010
          title: On links
          arxiv: 1234.5678
        bad2011:
          authors: [Ann Bad]
          year: 11
          title: No links
        """);

    Book book = new ContentReader(root, diagnostics).read();

    Reference good = book.references().get("good2010");
    assertThat(good.link()).isEqualTo("https://arxiv.org/abs/1234.5678");
    assertThat(good.citedAuthors()).isEqualTo("Good et al.");
    assertThat(told())
        .containsExactly(
            "content/references.yaml:6 'bad2011' has no link",
            "content/references.yaml:8 '11' is no year");
  }
}
