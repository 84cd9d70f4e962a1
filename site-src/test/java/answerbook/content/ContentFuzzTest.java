package answerbook.content;

import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import answerbook.fuzz.Fuzzing;
import org.junit.jupiter.api.Test;

/** Whatever stands in front matter and in the bibliography becomes a value or a diagnostic. */
class ContentFuzzTest {
  @Test
  void frontMatter() {
    Fuzzing.run(
        "front-matter",
        input -> {
          Diagnostics diagnostics = new Diagnostics();
          SourceFile file = new SourceFile("content/topic/question.md", input);
          Question question =
              new QuestionReader(diagnostics).read(Page.read(file, diagnostics), "topic", 1);
          told(diagnostics, question != null);
        });
  }

  @Test
  void bibliography() {
    Fuzzing.run(
        "bibliography",
        input -> {
          Diagnostics diagnostics = new Diagnostics();
          SourceFile file = new SourceFile("content/references.yaml", input);
          new BibliographyReader(file, diagnostics)
              .read()
              .values()
              .forEach(Reference::citedAuthors);
          told(diagnostics, true);
        });
  }

  /** Nothing is dropped in silence, and whatever is told can be shown. */
  private static void told(Diagnostics diagnostics, boolean read) {
    if (!read && diagnostics.isEmpty()) {
      throw new IllegalStateException("nothing was read and nothing told");
    }
    diagnostics.all().forEach(diagnostic -> diagnostic.rendered());
  }
}
