package answerbook.cli;

import answerbook.bake.Making;
import answerbook.code.Highlighter;
import answerbook.diagnostic.Diagnostics;
import answerbook.diagnostic.SourceFile;
import answerbook.guide.AuthorsReference;
import answerbook.guide.SpecFile;
import answerbook.markdown.BookRenderer;
import answerbook.markdown.FragmentShelf;
import answerbook.math.MathRenderer;
import answerbook.store.ContentSum;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Makes the page of the author's reference, if the book has one. */
final class GuidePage {
  private static final String FILE = "site-src/AUTHORING.md";
  private static final String BOOK = "site-src/authoring";

  private final BuildSettings settings;
  private final Diagnostics diagnostics;

  GuidePage(BuildSettings settings, Diagnostics diagnostics) {
    this.settings = settings;
    this.diagnostics = diagnostics;
  }

  /** Changes with whatever the page is made from. */
  String sum() throws IOException {
    ContentSum sum = new ContentSum();
    Path file = settings.root().resolve(FILE);
    sum.text(Files.exists(file) ? Files.readString(file) : "");
    sum.tree(settings.root().resolve(BOOK));
    return sum.toString();
  }

  /** Whether no mistake was found so far. */
  boolean isGood() {
    return diagnostics.isEmpty();
  }

  /** What stands on the page; empty without a reference. Its formulas are kept apart. */
  List<Making.Example> examples() {
    Path root = settings.root();
    Path file = root.resolve(FILE);
    if (!Files.exists(file)) {
      return List.of();
    }
    SpecFile spec = new SpecFile(SourceFile.read(root, file));
    Path cache = settings.target().resolve("guide");
    try (MathRenderer maths = new MathRenderer(cache);
        Highlighter highlighter = new Highlighter(cache)) {
      var engines = new BookRenderer.Engines(maths, highlighter, new FragmentShelf());
      var pieces = new AuthorsReference(root.resolve(BOOK), spec, diagnostics).render(engines);
      maths.save();
      highlighter.save();
      return pieces.stream()
          .map(piece -> new Making.Example(piece.prose(), piece.markdown(), piece.html()))
          .toList();
    }
  }
}
