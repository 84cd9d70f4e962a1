package answerbook.cli;

import static org.assertj.core.api.Assertions.assertThat;

import answerbook.code.Highlighter;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import answerbook.guide.AuthorsReference;
import answerbook.guide.AuthorsReference.Piece;
import answerbook.guide.SpecFile;
import answerbook.markdown.BookRenderer;
import answerbook.markdown.FragmentShelf;
import answerbook.math.MathRenderer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The examples of the author's reference come out as it says. Run with {@code -Dgoldens.write} to
 * accept what comes out now.
 */
class AuthorsReferenceTest {
  private static final boolean WRITE = Boolean.getBoolean("goldens.write");
  private static final Path ROOT = Path.of("").toAbsolutePath();
  private static final Path FILE = ROOT.resolve("site-src/AUTHORING.md");
  private static final Path BOOK = ROOT.resolve("site-src/authoring");

  @TempDir private Path folder;

  @Test
  void examplesComeOutAsTheySay() throws IOException {
    SpecFile spec = new SpecFile(SourceFile.read(ROOT, FILE));
    Diagnostics diagnostics = new Diagnostics();

    List<Piece> pieces = render(spec, diagnostics);

    assertThat(diagnostics.all()).isEmpty();
    assertThat(pieces.get(0).prose()).contains("\n### 1. The weighted sum").contains("<h2");
    List<String> actual = pieces.stream().map(piece -> shortened(piece.html())).toList();
    if (WRITE) {
      Files.writeString(FILE, spec.with(actual));
    } else {
      List<String> expected = spec.parts().stream().map(SpecFile.Part::html).toList();
      assertThat(actual).hasSizeGreaterThan(15);
      for (int i = 0; i < actual.size(); i++) {
        assertThat(actual.get(i)).as(spec.parts().get(i).markdown()).isEqualTo(expected.get(i));
      }
    }
    assertThat(spec.with(spec.parts().stream().map(SpecFile.Part::html).toList()))
        .as("nothing of the file is lost")
        .isEqualTo(spec.file().text());
  }

  @Test
  void mistakeInAnExampleIsToldAtItsLine() {
    String text =
        """
        # Title

        Prose.

        ```````` example
        It is {{zz}}.
        .
        <p>
        ````````
        """;
    Diagnostics diagnostics = new Diagnostics();

    List<Piece> pieces =
        render(new SpecFile(new SourceFile("site-src/AUTHORING.md", text)), diagnostics);

    assertThat(pieces).isEmpty();
    assertThat(diagnostics.all().get(0).rendered())
        .isEqualTo(
            """
            site-src/AUTHORING.md:6:7: error: the program shows no 'zz'
              It is {{zz}}.
                    ^
              did you mean 'z'?
            """);
  }

  /** The program of the examples gives what they show. */
  @Test
  void recordedResultsAreThoseOfTheProgram() {
    MiniBook book = MiniBook.copyOf(BOOK, folder).linting();

    assertThat(book.build()).as(book.output()).isTrue();
  }

  private List<Piece> render(SpecFile spec, Diagnostics diagnostics) {
    try (MathRenderer maths = new MathRenderer(folder);
        Highlighter highlighter = new Highlighter(folder)) {
      return new AuthorsReference(BOOK, spec, diagnostics)
          .render(new BookRenderer.Engines(maths, highlighter, new FragmentShelf()));
    }
  }

  /** Formulas as their TeX, drawings and coloured code without what is inside. */
  private static String shortened(String html) {
    Element body = Jsoup.parseBodyFragment(html).body();
    body.ownerDocument().outputSettings().prettyPrint(false);
    for (Element formula : body.select(".katex")) {
      String tex = formula.select("annotation").text();
      formula.replaceWith(new Element("math").appendText(tex));
    }
    for (Element drawing : new ArrayList<>(body.select("svg"))) {
      drawing.replaceWith(new Element("svg"));
    }
    for (Element word : body.select("pre span")) {
      word.replaceWith(new TextNode(word.wholeText()));
    }
    return body.html().isBlank() ? "" : body.html().strip().replaceAll("\n+", "\n") + "\n";
  }
}
