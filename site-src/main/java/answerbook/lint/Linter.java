package answerbook.lint;

import answerbook.content.Book;
import answerbook.diagnostic.Diagnostics;
import answerbook.markdown.Manuscript;
import answerbook.markdown.Results;
import java.nio.file.Path;
import java.util.List;

/**
 * All lints.
 *
 * <pre>{@code
 * int kinds = new Linter(root, diagnostics).check(book, manuscripts, results);
 * }</pre>
 */
public final class Linter {
  private static final List<Lint> LINTS =
      List.of(
          new TypedNumberLint(),
          new UnusedResultLint(),
          new UnusedRegionLint(),
          new SubstanceLint(),
          new RepetitionLint(),
          new SubQuestionLint(),
          new BibliographyLint(),
          new TermLint(),
          new SpellingLint(),
          new OpenTaskLint(),
          new FigureTextLint(),
          new ReproducibilityLint(),
          new ListingReproducibilityLint());

  private final Path root;
  private final Diagnostics diagnostics;

  /**
   * @param root the book's root
   */
  public Linter(Path root, Diagnostics diagnostics) {
    this.root = root;
    this.diagnostics = diagnostics;
  }

  /**
   * Lints a book. Where something else is wrong with it, only that is looked for which doesn't
   * depend on it.
   *
   * @return how many kinds of finding were looked for
   */
  public int check(Book book, List<Manuscript> texts, Results results) {
    LintedBook linted = LintedBook.of(book, texts, results, Sources.read(root));
    boolean good = diagnostics.isEmpty();
    List<Lint> fit = LINTS.stream().filter(lint -> good || !lint.needsGoodBook()).toList();
    fit.forEach(lint -> lint.check(linted, diagnostics));
    return fit.size();
  }
}
